// What the answer to a doubt changes in what was read.
import type { Part, ReadDoubt, Reading, ReadRecurrence, ReadTarget, ReadTask, ReadUnit, Span } from '#src/reader/reading.ts'
import { byTeam, deadlineWith, isNo, isNoDuty, isYes, nameKept, namesIn, periodIn, rhythmIn } from './answer-words.ts'
import { yearIn } from './bound-day.ts'
import { atOrBefore } from '#src/reader/place-in.ts'
import { teamOf } from './team-of.ts'

/** A reading under change. `renames`: a name that stands for others from now on, or for nobody. */
export type Change = {
  tasks: ReadTask[]
  recurrences: ReadRecurrence[]
  targets: ReadTarget[]
  period: { from: number; to: number } | undefined
  years: Map<number, string>
  renames: Map<string, readonly string[]>
  merges: { keep: string; other: string }[]
  owners: Map<number, string>
}

/** Changes `change` in place. An answer whose doubt no longer fits the reading changes nothing. */
export function answerApplied(change: Change, reading: Reading, doubt: ReadDoubt, answer: string): void {
  switch (doubt.kind) {
    case 'year-blank':
    case 'date-unclear':
      change.years.set(doubt.span.from, answer)
      return
    case 'no-period':
      change.period = periodIn(answer, reading.title) ?? change.period
      return
    case 'no-unit':
      unitsGiven(change, reading, doubt, answer)
      return
    case 'unit-unclear':
      unitCleared(change, reading, doubt, answer)
      return
    case 'alias': {
      const merge = doubt.names === undefined ? undefined : nameKept(answer, doubt.names)
      if (merge !== undefined) change.merges.push(merge)
      return
    }
    case 'duty-unclear':
      rhythmGiven(change, reading, doubt, answer)
      return
    case 'target-owner': {
      const [unit] = namesIn(answer)
      if (doubt.target !== undefined && unit !== undefined && !isNo(answer)) change.owners.set(doubt.target, unit)
    }
  }
}

const isIn = ({ from }: Span, whole: Span): boolean => from >= whole.from && from < whole.to

/** The years that were given, by where their blanks stand: each binds the date or the target it stands in; one in a document's name binds nothing. */
export function yearsBound({ tasks, targets, years }: Pick<Change, 'tasks' | 'targets' | 'years'>): { tasks: ReadTask[]; targets: ReadTarget[] } {
  const places = [...years.keys()].toSorted((a, b) => a - b)
  const answerIn = ({ from, to }: Span): string | undefined => {
    const at = places[atOrBefore(places, to - 1)]
    return at === undefined || at < from || at >= to ? undefined : years.get(at)
  }
  if (places.length === 0) return { tasks, targets }
  return {
    tasks: tasks.map((task) => ({ ...task, deadlines: task.deadlines.map((deadline) => ((answer) => (answer === undefined ? deadline : (deadlineWith(deadline, answer) ?? deadline)))(answerIn(deadline.span))) })),
    targets: targets.map((target) => {
      const year = target.by?.unbound === true ? yearIn(answerIn(target.span) ?? '') : undefined
      if (year === undefined) return target
      return { ...target, by: { ...target.by, unbound: false, year } }
    }),
  }
}

export const unitNames = (names: readonly string[], role: Part, span: Span): ReadUnit[] => names.map((name) => ({ name, role, span }))

/** The first of a list leads; of a team, its leader's unit. */
function unitsGiven({ tasks }: Change, reading: Reading, doubt: ReadDoubt, answer: string): void {
  const { task, section, span } = doubt
  const [first, ...others] = namesIn(answer)
  const named = first === undefined ? undefined : { lead: first, support: others }
  const parts = answer === byTeam ? teamOf(doubt, reading) : named
  if (parts === undefined) return
  const units = (at: Span): ReadUnit[] => [...unitNames([parts.lead], 'lead', at), ...unitNames(parts.support, 'support', at)]
  const asked = task === undefined ? tasks.flatMap((one, at) => (one.section === section && one.units.length === 0 ? [at] : [])) : [task]
  for (const at of asked) {
    const one = tasks[at]
    if (one !== undefined) tasks[at] = { ...one, units: [...one.units, ...units(span)] }
  }
}

/** 是 leaves the name, 不是 takes it away, other names stand in its place; those that 等部门 leaves out join the list. */
function unitCleared({ tasks, renames }: Change, { text }: Reading, { task: at, span }: ReadDoubt, answer: string): void {
  const name = text.slice(span.from, span.to)
  const task = at === undefined ? undefined : tasks[at]
  const named = task?.units.find((unit) => unit.span.from === span.from)
  if (isYes(answer)) return
  if (at === undefined || task === undefined) {
    const [unit] = namesIn(answer)
    if (unit !== undefined && !isNo(answer)) renames.set(name, [unit])
  } else if (named !== undefined) renames.set(named.name, isNo(answer) ? [] : namesIn(answer))
  else if (!isNo(answer)) {
    const before = task.units.findLast((unit) => unit.span.from < span.from)
    tasks[at] = { ...task, units: [...task.units, ...unitNames(namesIn(answer), before?.role ?? 'responsible', span)] }
  }
}

/** A duty of which the text does not say how often. What is read already of the same words gets the rhythm. */
function rhythmGiven(change: Change, { text }: Reading, { task, span, quote }: ReadDoubt, answer: string): void {
  const rhythm = isNoDuty(answer) ? undefined : rhythmIn(answer)
  const isSame = (duty: ReadRecurrence): boolean => isIn(span, duty.span)
  const known = change.recurrences.find(isSame)
  if (rhythm === undefined) {
    if (isNoDuty(answer)) change.recurrences = change.recurrences.filter((duty) => !isSame(duty))
    return
  }
  const title = task === undefined ? undefined : change.tasks[task]?.title
  const has = quote === '' ? text.slice(span.from, span.to) : quote
  const fresh: ReadRecurrence = { ...(title === undefined ? {} : { taskTitle: title }), ...rhythm, has, text: has, span }
  change.recurrences = known === undefined ? [...change.recurrences, fresh] : change.recurrences.map((duty) => (isSame(duty) ? { ...duty, ...rhythm } : duty))
}
