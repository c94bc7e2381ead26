// What a round is called: 二季度, “年中进展”, “月报”7月; and what is asked by its date, beside the rounds: 到期临期任务.
import type { Day } from '#src/calendar/day.ts'
import { byDate } from '#src/queries/by-round.ts'
import type { Round } from '#src/queries/round.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { periodWords } from './day-words.ts'

const titleAtMost = 20
const namesAtMost = 2

type Named = Pick<Round, 'key'> & { round?: { title: string } }

export function roundName(round: Named, lang: Lang, today?: Day): string {
  if (round.key === byDate.key) return lang === 'zh' ? '到期临期任务' : 'due soon or overdue'
  if (round.round === undefined) return periodWords(round.key, lang, today)
  return openedName(round.key, round.round.title, lang, today)
}

/** Several that are spoken of together. */
export function roundNames(rounds: readonly Named[], lang: Lang, today?: Day): string {
  const names = [...new Set(rounds.map((round) => roundName(round, lang, today)))]
  const shown = names.slice(0, namesAtMost).join(lang === 'zh' ? '、' : ', ')
  if (names.length <= namesAtMost) return shown
  return lang === 'zh' ? `${shown}等${names.length}轮` : `${shown} and ${names.length - namesAtMost} more`
}

/** Of one that was opened, by its key and title. */
export function openedName(key: string, title: string, lang: Lang, today?: Day): string {
  const [, period] = key.split('/')
  const name = `“${cutTo(title, titleAtMost)}”`
  return period === undefined ? name : lang === 'zh' ? `${name}${periodWords(period, lang, today)}` : `${name} ${periodWords(period, lang, today)}`
}

/** Of the one that was missed. */
export const missedName = ({ round, title }: { round: string; title?: string }, lang: Lang, today?: Day): string => (title === undefined ? periodWords(round, lang, today) : openedName(round, title, lang, today))
