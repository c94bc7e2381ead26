// Which sentences are tasks, as a secretary says: proposals that were taken, and items that are none.
import type { ReadDoubt, Reading, ReadProposal, ReadTask } from '#src/reader/reading.ts'
import { atOrBefore, placeIn, type Place } from '#src/reader/place-in.ts'
import { unitsMeant } from './unit-meant.ts'

type Chosen = { dropped: ReadonlySet<number>; taken: ReadonlyMap<number | undefined, boolean> }

export const isTaken = ({ span }: ReadProposal, { taken }: Pick<Chosen, 'taken'>): boolean => taken.get(span.from) ?? taken.get(undefined) ?? false

/** Tasks stay in the order of the text; what points at one goes on pointing at it. */
export function structured(reading: Reading, chosen: Chosen): Reading {
  const accepted = reading.proposals.filter((proposal) => isTaken(proposal, chosen))
  const kept = reading.tasks.flatMap((task, index) => (chosen.dropped.has(task.span.from) ? [] : [{ task, index }]))
  if (accepted.length === 0 && kept.length === reading.tasks.length) return reading
  const names = new Set(reading.tasks.flatMap(({ units }) => units.map(({ name }) => name)))
  const meant = unitsMeant([...names])
  const fresh = accepted.map((proposal) => ({ task: asTask(proposal, names, meant), index: undefined }))
  const all = [...kept, ...fresh].toSorted((a, b) => a.task.span.from - b.task.span.from)
  const indexes = new Map(all.flatMap(({ index }, now) => (index === undefined ? [] : [[index, now] as const])))
  const place = placeIn(reading.text)
  const dropped = reading.tasks.filter(({ span }) => chosen.dropped.has(span.from)).toSorted((a, b) => a.span.from - b.span.from)
  const starts = dropped.map(({ span }) => span.from)
  const isDropped = ({ from }: { from: number }): boolean => ((task) => task !== undefined && from >= task.span.from && from < task.span.to)(dropped[atOrBefore(starts, from)])
  return {
    ...reading,
    tasks: all.map(({ task }) => task),
    recurrences: dropped.length === 0 ? reading.recurrences : reading.recurrences.filter(({ span }) => !isDropped(span)),
    // What belonged to an item that is no task stands outside every task.
    targets: reading.targets.map((target) => moved(target, indexes)),
    doubts: [
      ...reading.doubts.filter(({ task }) => task === undefined || indexes.has(task)).map((doubt) => moved(doubt, indexes)),
      ...all.flatMap(({ task, index }, now) => (index === undefined && task.units.length === 0 ? [unitDoubt(reading.text, place, task, now)] : [])),
    ],
    unlisted: [...reading.unlisted, ...dropped.map(({ title, span }) => ({ heading: title, span }))],
  }
}

function moved<Pointing extends { task?: number }>(pointing: Pointing, indexes: ReadonlyMap<number, number>): Pointing {
  const { task, ...rest } = pointing
  const now = task === undefined ? undefined : indexes.get(task)
  return { ...rest, ...(now === undefined ? {} : { task: now }) } as Pointing
}

const longestTitle = 60

/** A unit named by its kind only (编制部门) is the one of the plan that it can mean; where there is none, it is asked. */
function asTask({ unit, does, section, text, span }: ReadProposal, names: ReadonlySet<string>, meant: (name: string) => string | undefined): ReadTask {
  const named = (names.has(unit) ? unit : meant(unit)) ?? (/(?:部门|单位|机构)$/.test(unit) ? undefined : unit)
  return { path: [], number: '', title: does.slice(0, longestTitle), section, text, span, people: [], deadlines: [], units: named === undefined ? [] : [{ name: named, role: 'lead', span }] }
}

const unitDoubt = (text: string, place: Place, { title, span }: ReadTask, task: number): ReadDoubt => ({
  kind: 'no-unit', ...place(span), task, quote: text.slice(span.from, Math.min(span.to, span.from + longestTitle)), question: `“${title}”由哪些单位负责？`, choices: [],
})
