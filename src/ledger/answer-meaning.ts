// What the answer to a doubt means: the same whether it is given in a draft or on a running plan.
import type { Every, ReadDoubt } from '#src/reader/reading.ts'
import { byTeam, isNo, isNoDuty, isYes, nameKept, namesIn, periodIn, rhythmIn } from './answer-words.ts'
import { yearIn } from './bound-day.ts'
import type { Team } from './team-of.ts'

/** `Name`: of a unit, as it is written; of a running plan, its id. `nothing`: what was read stands. */
export type Meaning<Name extends string = string> =
  | { is: 'nothing' }
  /** The year of a date, or the day; still in the words of the answer, for a date has words of its own. */
  | { is: 'date'; words: string }
  | { is: 'period'; from: number; to: number }
  | { is: 'parts'; leads: readonly Name[]; support: readonly Name[] }
  /** What a name stands for, or what a list leaves out; nobody where it is empty. */
  | { is: 'units'; units: readonly Name[] }
  | { is: 'one-unit'; keep: Name; other: Name }
  | { is: 'rhythm'; every: Every; school?: true; times?: number }
  | { is: 'no-duty' }
  | { is: 'owner'; unit: Name }

/** `team`: the one that serves the section, where there is one. `title`: of the plan. */
export type Asked = { kind: ReadDoubt['kind']; names?: readonly [string, string] | undefined; team?: Team | undefined; title: string }

const nothing: Meaning = { is: 'nothing' }

const dated = (_: Asked, words: string): Meaning => (yearIn(words) === undefined ? nothing : { is: 'date', words })

/**
 * A row for every kind of doubt. What each meaning changes is said twice and no more, each a row for every meaning: of a draft in
 * answer-applied.ts, of a running plan in answer-recorded.ts.
 */
const meanings: { [Kind in ReadDoubt['kind']]: (asked: Asked, answer: string) => Meaning } = {
  'year-blank': dated,
  'date-unclear': dated,
  'no-period': ({ title }, answer) => ((period): Meaning => (period === undefined ? nothing : { is: 'period', ...period }))(periodIn(answer, title)),
  'no-unit': ({ team }, answer) => {
    if (answer === byTeam) return team === undefined ? nothing : { is: 'parts', ...team }
    const [lead, ...support] = namesIn(answer)
    return lead === undefined ? nothing : { is: 'parts', leads: [lead], support }
  },
  'unit-unclear': (_, answer) => (isYes(answer) ? nothing : { is: 'units', units: isNo(answer) ? [] : namesIn(answer) }),
  'duty-unclear': (_, answer) => {
    const rhythm = rhythmIn(answer)
    if (isNoDuty(answer)) return { is: 'no-duty' }
    return rhythm === undefined ? nothing : { is: 'rhythm', ...rhythm }
  },
  alias: ({ names }, answer) => ((kept): Meaning => (kept === undefined ? nothing : { is: 'one-unit', ...kept }))(names === undefined ? undefined : nameKept(answer, names)),
  'target-owner': (_, answer) => {
    const [unit] = namesIn(answer)
    return unit === undefined || isNo(answer) || isYes(answer) ? nothing : { is: 'owner', unit }
  },
  // What a table lists is put right in the document: until then, its draft is not written.
  'table-unclear': () => nothing,
}

/** An answer that means nothing of the kind leaves everything as it was read. */
export const meaningOf = (asked: Asked, answer: string): Meaning => meanings[asked.kind](asked, answer)

/** The names in it, each as another: a unit's id in the place of its name. */
export function named<Name extends string>(meaning: Meaning, idOf: (name: string) => Name): Meaning<Name> {
  switch (meaning.is) {
    case 'parts':
      return { ...meaning, leads: meaning.leads.map(idOf), support: meaning.support.map(idOf) }
    case 'units':
      return { ...meaning, units: meaning.units.map(idOf) }
    case 'one-unit':
      return { ...meaning, keep: idOf(meaning.keep), other: idOf(meaning.other) }
    case 'owner':
      return { ...meaning, unit: idOf(meaning.unit) }
    case 'nothing': case 'date': case 'period': case 'rhythm': case 'no-duty':
      return meaning
  }
}
