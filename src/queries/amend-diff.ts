// What an amendment would change, as a secretary looks at it: five lists of tasks, and how much beside them.
import type { Changes } from '#src/ledger/amend-changes.ts'
import { keyOf, type Part } from '#src/ledger/assignment.ts'
import type { Due, ImportedDue } from '#src/ledger/due.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { TaskUnit } from '#src/ledger/task.ts'
import { changedPassage, type Passage } from './changed-passage.ts'
import { doubtCounts } from './doubt-counts.ts'

type Years = { from: number; to: number }
export type UnitsDiff = { came: TaskUnit[]; went: UnitId[]; other: { unit: UnitId; part: Part }[] }

/** A number that the plan promises, as it was and as it is now: 80%, 85%. */
export type TargetChange = { measure: string; from: string; to: string }

/** `asked`: how many points a secretary had changed too. `words`: the passage that changed. */
export type AmendDiff = {
  added: { number: TaskNo; title: string; lead?: UnitId; due: ImportedDue }[]
  removed: { number: TaskNo; title: string }[]
  changed: { number: TaskNo; title: string; words?: Passage; due?: { from: Due; to: ImportedDue } }[]
  moved: { number: TaskNo; title: string; from: string; to: string }[]
  units: ({ number: TaskNo; title: string } & UnitsDiff)[]
  asked: { number: TaskNo; title: string }[]
  duties: { came: number; went: number; changed: number }
  bodies: { came: number; went: number }
  targets: { came: number; went: number; changed: TargetChange[] }
  /** The years the plan runs, where they change; `from` is undefined where they were not known. */
  period?: { from?: Years; to: Years }
  newDoubts: number
}

/** @param plan as it stands before the amendment */
export function amendDiff(plan: PlanState, changes: Changes): AmendDiff {
  const kept = changes.kept.flatMap((now) => ((old) => (old === undefined ? [] : [{ now, old, number: now.task, title: now.title ?? old.title }]))(plan.tasks.get(now.task)))
  return {
    added: changes.added.map(({ no: number, title, due, units }) => {
      const lead = (units.find(({ part }) => part === 'lead') ?? units[0])?.unit
      return { number, title, due, ...(lead === undefined ? {} : { lead }) }
    }),
    removed: changes.absent.map((number) => ({ number, title: plan.tasks.get(number)?.title ?? '' })),
    changed: kept.filter(({ now }) => now.changed.includes('words') || now.changed.includes('due')).map(({ now, old, number, title }) => ({
      number, title,
      ...(now.changed.includes('words') ? { words: now.text === undefined ? changedPassage(old.title, title) : changedPassage(old.text, now.text) } : {}),
      ...(now.due === undefined ? {} : { due: { from: old.due, to: now.due } }),
    })),
    moved: kept.filter(({ now }) => now.changed.includes('moved')).map(({ now, old, number, title }) => ({ number, title, from: old.section, to: now.section ?? old.section })),
    units: kept.flatMap(({ now, number, title }) => (now.units === undefined ? [] : [{ number, title, ...unitsDiff(plan, number, now.units) }])),
    asked: kept.filter(({ now }) => now.asked !== undefined).map(({ number, title }) => ({ number, title })),
    duties: {
      came: changes.obligations.filter(({ id }) => !plan.obligations.has(id)).length, went: changes.obligationsEnded.length,
      changed: changes.obligations.filter(({ id, every, times, month, day, on }) => ((old) => old !== undefined && JSON.stringify([old.every, old.times, old.month, old.day, old.on]) !== JSON.stringify([every, times, month, day, on]))(plan.obligations.get(id))).length,
    },
    bodies: { came: changes.bodies.filter(({ id }) => !plan.bodies.has(id)).length, went: changes.bodiesEnded.length },
    targets: targetsDiff(plan, changes),
    ...periodDiff(plan, changes),
    newDoubts: doubtCounts(changes.doubts.filter(({ id }) => !plan.doubts.has(id))).doubts,
  }
}

function targetsDiff({ targets }: PlanState, changes: Changes): AmendDiff['targets'] {
  const changed = changes.targets.flatMap(({ id, measure, value, unit }): TargetChange[] => {
    const was = targets.get(id)
    return was === undefined || (was.value === value && was.unit === unit) ? [] : [{ measure, from: `${was.value}${was.unit}`, to: `${value}${unit}` }]
  })
  return { came: changes.targets.filter(({ id }) => !targets.has(id)).length, went: changes.targetsEnded.length, changed }
}

/** A text that names no years leaves those that stand. */
function periodDiff({ period: from }: PlanState, { period: to }: Changes): Pick<AmendDiff, 'period'> {
  if (to === undefined || (from?.from === to.from && from.to === to.to)) return {}
  return { period: { ...(from === undefined ? {} : { from }), to } }
}

function unitsDiff({ unitsOf, assignments }: PlanState, no: TaskNo, now: readonly TaskUnit[]): UnitsDiff {
  const before = unitsOf.get(no) ?? []
  return {
    came: now.filter(({ unit }) => !before.includes(unit)),
    went: before.filter((unit) => !now.some((named) => named.unit === unit)),
    other: now.filter(({ unit, part }) => before.includes(unit) && assignments.get(keyOf(no, unit))?.part !== part).map(({ unit, part }) => ({ unit, part })),
  }
}
