// 记录: all that happened to a task, from the ledger alone, each with who and when.
import type { Day, Instant } from '#src/calendar/day.ts'
import { unitName, type Directory } from '#src/directory/directory.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import type { PlanEntry } from '#src/ledger/entry.ts'
import { present } from '#src/ledger/fields.ts'
import type { CoordinationDecided } from '#src/ledger/handed-up.ts'
import type { PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { Rank } from '#src/ledger/origin.ts'
import type { PlanEvent } from '#src/ledger/plan.ts'
import type { OnBehalf, ReportState } from '#src/ledger/report.ts'
import type { ReviewOutcome } from '#src/ledger/review.ts'
import type { Actor, Stamp } from '#src/ledger/stamp.ts'
import { ordersAbout } from './ordered-about.ts'
import { personName } from './person-name.ts'

/** `unit`: where whoever did it stands, of what a unit does for itself; `of`: the part it is about, where somebody else did it; `to`: who got it. `said`: their own words; `needs`: who has to help. `from`, `day`: a date that was, and is. `isUndone`: whoever did it took it back. */
export type Happening = {
  position: number; at: Instant; on: Day; via: Stamp['via']
  by?: string
  what: PlanEvent['type']
  unit?: string; of?: readonly string[]; to?: string
  state?: ReportState; progress?: number
  said: string[]
  needs?: string
  from?: Day; day?: Day
  file?: string
  onBehalf?: OnBehalf
  upheld?: boolean
  decided?: Pick<CoordinationDecided, 'choice' | 'made'>
  outcome?: ReviewOutcome
  /** Of a task that is not in the text: where it comes from. */
  given?: Rank | 'meeting' | 'review'
  /** The number under which it stands, where it was ordered about this one. */
  ordered?: TaskNo
  isUndone: boolean
}

/** In the order in which it was recorded. @param sees which of it the reader may see @param plan whose task it is, for those who name it in their words */
export function taskHistory(entries: readonly PlanEntry[], no: TaskNo, directory: Directory, sees: (event: PlanEvent) => boolean = () => true, plan?: PlanId): Happening[] {
  const isOf = (event: PlanEvent): boolean => concerns(event, no) || ordersAbout(event, plan, no)
  const of = entries.filter(({ events }) => events.some(isOf))
  // What was added later was not handed out with the rest.
  const own = of.slice(of.findIndex(({ events }) => events.some((event) => event.type !== 'handed-out' && concerns(event, no))))
  const undone = takenBack(entries)
  return own.flatMap(({ position, stamp, events }) =>
    events.filter((event) => isOf(event) && sees(event)).map((event) => ({
      position, at: stamp.at, on: stamp.on, via: stamp.via, ...present({ by: personName(directory, stamp.by) }),
      what: event.type, ...whoIn(event, stamp, directory), ...factsIn(event), ...(event.type === 'task-added' && event.task !== no ? { ordered: event.task, said: [event.source.text] } : { said: saidIn(event) }), isUndone: undone.has(`${stamp.by} ${stamp.at} ${event.type}`),
    })),
  )
}

/** `leaders`: leaders, their aides and whoever runs the plan. `unit`: between the unit and whoever runs the plan. `office`: whoever runs it. */
export type Readers = 'everybody' | 'leaders' | 'unit' | 'office'

/** What is not for everybody who sees the task; whatever is recorded newly is, unless it is named here. */
const readers: Partial<Record<PlanEvent['type'], Readers>> = {
  remarked: 'unit', 'reminder-snoozed': 'office',
  'coordination-handed-up': 'leaders', 'coordination-decided': 'leaders', 'leader-note-sent': 'leaders', 'leader-note-dropped': 'leaders', 'leader-note-answered': 'leaders',
}
export const readersOf = ({ type }: PlanEvent): Readers => readers[type] ?? 'everybody'

/** Acts that whoever did them took back within minutes. */
const takenBack = (entries: readonly PlanEntry[]): Set<string> =>
  new Set(entries.flatMap(({ stamp, events }) => events.flatMap((event) => (event.type === 'act-undone' ? event.acts.map((act) => `${stamp.by} ${event.at} ${act}`) : []))))

/** Whether an event is about a task; what is about the whole plan is where it begins and is handed out. */
export function concerns(event: PlanEvent, no: TaskNo): boolean {
  if (event.type === 'imported') return event.tasks.some((task) => task.no === no)
  if (event.type === 'plan-amended') return event.added.some((task) => task.no === no) || event.kept.some(({ task, changed }) => task === no && changed.length > 0) || event.absent.includes(no)
  if (event.type === 'handed-out') return true
  if (event.type === 'parts-checked') return event.lines.some(({ task }) => task === no)
  if ('tasks' in event) return (event.tasks as readonly unknown[]).includes(no)
  return 'task' in event && event.task === no
}

/** What a unit does for itself; whatever else is recorded of a part somebody else did, for it or about it. */
const ownActs: ReadonlySet<PlanEvent['type']> = new Set(['reported', 'claimed', 'claim-withdrawn', 'extension-asked', 'objected', 'part-questioned', 'milestones-proposed', 'milestone-reached', 'remarked', 'evidence-added', 'evidence-withdrawn', 'item-handed', 'parts-checked', 'fulfilled', 'submitted', 'hindered', 'received', 'submission-returned'])

function whoIn(event: PlanEvent, { by }: Stamp, directory: Directory): Pick<Happening, 'unit' | 'of' | 'to'> {
  const units = unitsIn(event)
  const isOwn = ownActs.has(event.type) && !('onBehalf' in event && event.onBehalf !== undefined) && units.some((unit) => standsIn(directory, by, unit))
  const names = units.map((unit) => unitName(directory, unit))
  const [first] = names
  const to = 'to' in event ? event.to : undefined
  return present({ ...(first === undefined ? {} : isOwn ? { unit: first } : { of: names }), to: to === undefined ? undefined : nameOf(to, directory) })
}

function unitsIn(event: PlanEvent): readonly UnitId[] {
  if ('member' in event && event.member !== undefined) return [event.member]
  if ('unit' in event && event.unit !== undefined) return [event.unit]
  if (event.type === 'part-passed') return [event.from]
  return event.type === 'coordination-settled' || event.type === 'coordination-handed-up' || event.type === 'coordination-decided' ? event.units : []
}

/** Nobody who runs the plan acts as a unit in which they hold no post; where others stood then, nobody knows any more. */
function standsIn(directory: Directory, by: Actor, unit: UnitId): boolean {
  const person = by === 'system' ? undefined : directory.people.get(by)
  if (person === undefined) return by !== 'system'
  const members = directory.units.get(unit)?.members ?? []
  return person.roles.length === 0 || unitsHeldBy(person).some((held) => held === unit || members.includes(held))
}

const nameOf = (id: string | number, directory: Directory): string => ((unit) => (unit === undefined ? (personName(directory, id as never) ?? String(id)) : unit.name))(directory.units.get(id as UnitId))

function factsIn(event: PlanEvent): Pick<Happening, 'state' | 'progress' | 'from' | 'day' | 'file' | 'onBehalf' | 'upheld' | 'decided' | 'outcome' | 'given' | 'needs'> {
  return present({
    needs: event.type === 'reported' && (event.needs ?? '').trim() !== '' ? event.needs : undefined,
    state: event.type === 'reported' ? event.state : undefined, progress: event.type === 'reported' ? event.progress : undefined,
    from: event.type === 'due-moved' || event.type === 'extension-asked' ? event.from : undefined,
    day: 'day' in event ? event.day : event.type === 'task-paused' ? event.until : undefined,
    file: event.type === 'evidence-added' ? (event.evidence.kind === 'file' ? event.evidence.name : event.evidence.url) : event.type === 'evidence-withdrawn' ? event.name : undefined,
    onBehalf: 'onBehalf' in event ? event.onBehalf : undefined,
    upheld: event.type === 'objection-ruled' ? event.upheld : undefined,
    decided: event.type === 'coordination-decided' ? { choice: event.choice, ...present({ made: event.made }) } : undefined,
    outcome: event.type === 'review-item-judged' ? event.outcome : undefined,
    given: event.type !== 'task-added' ? undefined : event.origin.kind === 'instruction' ? event.origin.rank : event.origin.kind,
  })
}

function saidIn(event: PlanEvent): string[] {
  const words = event.type === 'reported' ? [event.done, event.problem, event.next, event.reason] : event.type === 'milestones-proposed' ? event.milestones.map(({ what, by }) => `${what}(${by})`) : ['what' in event ? event.what : undefined, 'words' in event ? event.words : undefined, 'reason' in event ? event.reason : undefined, event.type === 'nudged' ? event.urgent : undefined, event.type === 'review-closed' ? event.outcome : undefined]
  return words.flatMap((each) => (typeof each === 'string' && each.trim() !== '' ? [each] : []))
}
