// The answers a doubt can be settled with by one tap: what the text allows, else what is likely.
import { yearOf, type Day } from '#src/calendar/day.ts'
import { byTeam, keptName, noDuty, yearsInTitle } from '#src/ledger/answer-words.ts'
import type { ReadDoubt } from '#src/reader/reading.ts'

/** `units`: the plan's, those that lead most first. `team`: who would lead and how many support, where a team serves the section. */
export type Offering = { today: Day; title: string; period: { from: number; to: number } | undefined; units: readonly string[]; team?: { lead: string; support: number } }

/** `team`: who leads and how many support, where the answer is that the team serves the section. */
export type Offered = { answer: string; team?: { lead: string; support: number } }

/** More are typed, not pressed. */
const offeredAtMost = 6
const unitsOffered = 4

type Asked = Pick<ReadDoubt, 'kind' | 'choices' | 'question'> & { names?: readonly string[] | undefined }

/** None where only words of one's own can answer. */
export function answersOffered(asked: Asked, offering: Offering): Offered[] {
  return answers(asked, offering).slice(0, offeredAtMost)
}

function answers({ kind, choices, names, question }: Asked, { today, title, period, units, team }: Offering): Offered[] {
  const plain = (given: readonly string[]): Offered[] => given.map((answer) => ({ answer }))
  const byUnits = units.slice(0, unitsOffered)
  switch (kind) {
    case 'year-blank':
    case 'date-unclear':
      // No year answers which day is meant.
      if (asksForDay.test(question)) return plain(choices)
      return plain(period === undefined && choices.length > 0 ? choices : yearsOffered(period, today))
    case 'no-period':
      return plain(choices.length > 0 ? choices : periodsOffered(yearsInTitle(title), yearOf(today)))
    case 'no-unit':
      return [...(team === undefined ? [] : [{ answer: byTeam, team }]), ...plain(choices.length > 0 ? choices : byUnits)]
    case 'alias':
      return plain(names === undefined ? choices : [...names.map(keptName), '不是'])
    case 'duty-unclear':
      return plain(choices.length > 0 ? choices : ['每年', '每半年', '每季度', '每月', noDuty])
    case 'table-unclear':
      return plain(choices)
    case 'unit-unclear':
    case 'target-owner':
      return plain(choices.length > 0 ? choices : byUnits)
  }
}

const asksForDay = /哪一天/

const yearsOffered = (period: Offering['period'], today: Day): string[] => {
  const [from, to] = period === undefined ? [yearOf(today) - 1, yearOf(today) + 4] : [period.from, period.to]
  return Array.from({ length: Math.min(to - from + 1, offeredAtMost) }, (_, at) => `${from + at}年`)
}

/** From last year to the year after next; of one, three and five years where the title does not say how many. */
function periodsOffered(years: number | undefined, now: number): string[] {
  if (years === undefined) return [1, 3, 5].map((count) => (count === 1 ? `${now}年` : `${now}—${now + count - 1}年`))
  return [-1, 0, 1, 2].map((offset) => `${now + offset}—${now + offset + years - 1}年`)
}
