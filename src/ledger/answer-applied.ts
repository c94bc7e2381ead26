// What the answer to a doubt changes in what was read: in a draft, before it is a plan.
import type { Part, ReadDoubt, Reading, ReadRecurrence, ReadTarget, ReadTask, ReadUnit, Span } from '#src/reader/reading.ts'
import { meaningOf, type Meaning } from './answer-meaning.ts'
import { deadlineWith } from './answer-words.ts'
import { yearIn } from './bound-day.ts'
import { atOrBefore } from '#src/reader/place-in.ts'
import { partsAtMost } from '#src/reader/too-many.ts'
import { yearFilled } from './target.ts'
import { teamOf } from './team-of.ts'

/** A reading under change. `parts`: of units in tasks. `overfull`: how many there would be by an answer that was left out. `renames`: a name that stands for others from now on, or for nobody. */
export type Change = {
  tasks: ReadTask[]
  parts: number
  overfull: Map<ReadDoubt, number>
  recurrences: ReadRecurrence[]
  targets: ReadTarget[]
  period: { from: number; to: number } | undefined
  years: Map<number, string>
  renames: Map<string, readonly string[]>
  merges: { keep: string; other: string }[]
  owners: Map<number, string>
}

type Applying = { change: Change; reading: Reading; doubt: ReadDoubt }

/** What a meaning changes in a draft: a row for every meaning. */
const changes: { [Is in Meaning['is']]: (meaning: Extract<Meaning, { is: Is }>, of: Applying) => void } = {
  nothing: () => undefined,
  date: ({ words }, { change, doubt }) => {
    change.years.set(doubt.span.from, words)
  },
  period: ({ from, to }, { change }) => {
    change.period = { from, to }
  },
  parts: partsGiven,
  units: unitsCleared,
  'one-unit': ({ keep, other }, { change }) => {
    change.merges.push({ keep, other })
  },
  rhythm: rhythmGiven,
  'no-duty': (_, { change, doubt }) => {
    change.recurrences = change.recurrences.filter(({ span }) => !isIn(doubt.span, span))
  },
  owner: ({ unit }, { change, doubt }) => {
    if (doubt.target !== undefined) change.owners.set(doubt.target, unit)
  },
}

/** Changes `change` in place. An answer whose doubt no longer fits the reading changes nothing. */
export function answerApplied(change: Change, reading: Reading, doubt: ReadDoubt, answer: string): void {
  const meaning = meaningOf({ kind: doubt.kind, names: doubt.names, team: teamOf(doubt, reading), title: reading.title }, answer)
  // The mapped type above guarantees that a meaning and its row belong together.
  const row = changes[meaning.is] as (meaning: Meaning, of: Applying) => void
  row(meaning, { change, reading, doubt })
}

const isIn = ({ from }: Span, whole: Span): boolean => from >= whole.from && from < whole.to

/** The years that were given, by where their blanks stand: each binds the date it stands in, or the target of which it is a blank; one in a document's name binds nothing. */
export function yearsBound({ tasks, targets, years }: Pick<Change, 'tasks' | 'targets' | 'years'>): { tasks: ReadTask[]; targets: ReadTarget[] } {
  const places = [...years.keys()].toSorted((a, b) => a - b)
  const answerIn = ({ from, to }: Span): string | undefined => {
    const at = places[atOrBefore(places, to - 1)]
    return at === undefined || at < from || at >= to ? undefined : years.get(at)
  }
  if (places.length === 0) return { tasks, targets }
  return {
    tasks: tasks.map((task) => ({ ...task, deadlines: task.deadlines.map((deadline) => ((answer) => (answer === undefined ? deadline : (deadlineWith(deadline, answer) ?? deadline)))(answerIn(deadline.span))) })),
    targets: targets.map((target) => [target.blanks?.by, target.blanks?.baseline].reduce((now, blank) => (blank === undefined ? now : targetWith(now, blank, answerIn(blank))), target)),
  }
}

function targetWith(target: ReadTarget, blank: Span, answer = ''): ReadTarget {
  const year = yearIn(answer)
  if (year === undefined) return target
  const { year: by, baseline } = yearFilled(target, year, ({ from }) => from === blank.from)
  return { ...target, ...(by === undefined ? {} : { by: { ...target.by, unbound: false, year: by } }), ...(baseline === undefined ? {} : { baseline }) }
}

export const unitNames = (names: readonly string[], role: Part, span: Span): ReadUnit[] => names.map((name) => ({ name, role, span }))

/** Those whose part is given already are not given another; the tasks of a section only where they have nobody. Thousands of members in thousands of tasks are no answer. */
function partsGiven({ leads, support }: Extract<Meaning, { is: 'parts' }>, { change, doubt }: Applying): void {
  const { tasks } = change
  const { task, section, span } = doubt
  const units = [...unitNames(leads.slice(0, 1), 'lead', span), ...unitNames(leads.slice(1), 'responsible', span), ...unitNames(support, 'support', span)]
  const asked = task === undefined ? tasks.flatMap((one, at) => (one.section === section && one.units.length === 0 ? [at] : [])) : [task]
  const parts = change.parts + asked.length * units.length
  if (parts > partsAtMost) {
    change.overfull.set(doubt, parts)
    return
  }
  change.parts = parts
  for (const at of asked) {
    const one = tasks[at]
    if (one !== undefined) tasks[at] = { ...one, units: [...one.units, ...units] }
  }
}

/** Other names stand in the place of the one in doubt, or nobody does; those that 等部门 leaves out join the list. */
function unitsCleared({ units }: Extract<Meaning, { is: 'units' }>, { change: { tasks, renames }, reading: { text }, doubt: { task: at, span } }: Applying): void {
  const task = at === undefined ? undefined : tasks[at]
  const [first] = units
  if (at === undefined || task === undefined) {
    if (first !== undefined) renames.set(text.slice(span.from, span.to), [first])
    return
  }
  const found = task.units.find((unit) => unit.span.from === span.from)
  if (found !== undefined) renames.set(found.name, units)
  else tasks[at] = { ...task, units: [...task.units, ...unitNames(units, partJoined(task, span), span)] }
}

/** The part of those whom a list leaves out: of whoever stands before them. */
export const partJoined = ({ units }: Pick<ReadTask, 'units'>, { from }: Span): Part => units.findLast((unit) => unit.span.from < from)?.role ?? 'responsible'

/** Whether a duty is the one a doubt is about. */
export const isDutyOf = ({ span }: Pick<ReadDoubt, 'span'>, duty: Pick<ReadRecurrence, 'span'>): boolean => isIn(span, duty.span)

/** A duty of which the text does not say how often. What is read already of the same words gets the rhythm. */
function rhythmGiven({ every, school, times }: Extract<Meaning, { is: 'rhythm' }>, { change, reading: { text }, doubt }: Applying): void {
  const { task, span } = doubt
  const rhythm = { every, ...(school === undefined ? {} : { school }), ...(times === undefined ? {} : { times }) }
  const title = task === undefined ? undefined : change.tasks[task]?.title
  const has = dutyWords(doubt, text)
  const fresh: ReadRecurrence = { ...(title === undefined ? {} : { taskTitle: title }), ...rhythm, has, text: has, span }
  const isKnown = change.recurrences.some((duty) => isDutyOf(doubt, duty))
  change.recurrences = isKnown ? change.recurrences.map((duty) => (isDutyOf(doubt, duty) ? { ...duty, ...rhythm } : duty)) : [...change.recurrences, fresh]
}

/** What is owed, in the words that were asked about. */
export const dutyWords = ({ quote, span }: Pick<ReadDoubt, 'quote' | 'span'>, text: string): string => (quote === '' ? text.slice(span.from, span.to) : quote)
