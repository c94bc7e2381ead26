// All that is needed to decide on one thing that waits: what, who, when, the plan's sentence, the last reports, what shows it.
import { unitName, type Directory } from '#src/directory/directory.ts'
import { keyOf, standingOf, type Report } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Remark } from '#src/ledger/remark.ts'
import { standingReports } from '#src/ledger/report.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import { hollowOf, type Hollow } from './hollow.ts'
import { isLateReport } from './late-reports.ts'
import { likeness } from './nearest-names.ts'
import { unitsNamedIn } from './named-units.ts'
import type { QueueItem } from './queue.ts'
import { taskCard, type PartFacts, type TaskCard } from './task-card.ts'
import type { View } from './view.ts'
import { wordsSaid } from './words-said.ts'

/** `speaker`: the unit's name; `by`: the person's, empty where nobody asked. `successor`: whom the unit named in its place, where that is clear. */
export type QueueFacts = {
  item: QueueItem
  card: TaskCard
  speaker: string
  by: string
  /** The part that is spoken of, as the task's card has it. */
  part?: PartFacts
  /** The last three, the latest first; of whoever asks. */
  reports: readonly (Report & { late: boolean })[]
  /** Of late reports: whose, and what. */
  late: readonly { name: string; report: Report }[]
  hollow?: Hollow
  /** What they wrote plainly after they had asked: 先别批. */
  since?: Pick<Remark, 'words' | 'on'>
  /** Names of files, and links. */
  evidence: readonly string[]
  successor?: { unit: UnitId; name: string }
  /** Of a matter between two units. */
  quotes: readonly { name: string; words: string; on: Report['on'] }[]
  /** Of whom help is wanted, where one unit is named. */
  helper?: string
  /** To whom a matter between units went up; empty where it did not. */
  leader: string
  /** Signs of the longest thing that was said of the task. */
  longest: number
}

const reportsShown = 3

/** Undefined where the task is no more. */
export function queueFacts(view: View, item: QueueItem): QueueFacts | undefined {
  const { plan, directory } = view
  const card = taskCard(view, item.task)
  if (card === undefined) return undefined
  const assignment = plan.assignments.get(keyOf(item.task, item.unit))
  const voice = assignment === undefined ? {} : standingOf(assignment, item.member)
  const part = [...(card.lead === undefined ? [] : [card.lead]), ...card.others].find(({ unit }) => unit === item.unit)
  const hollow = hollowOf(voice)
  const since = (voice.remarks ?? []).filter(({ at }) => at > item.at).at(-1)
  const successor = item.kind === 'part-question' ? successorNamed(directory, item.question.should, item.unit) : undefined
  return {
    item, card, speaker: unitName(directory, item.speaker), by: nameOf(directory, item.by),
    reports: item.kind === 'late-report' ? [] : standingReports(voice).slice(-reportsShown).toReversed().map((report) => ({ ...report, late: assignment !== undefined && isLateReport(view, assignment, item.speaker, report) })),
    late: item.kind === 'late-report' ? item.said.map(({ speaker, report }) => ({ name: unitName(directory, speaker), report })) : [],
    evidence: (voice.evidence ?? []).map((proof) => (proof.kind === 'file' ? proof.name : proof.url)),
    quotes: item.kind === 'coordination' ? item.coordination.quotes.map(({ unit, words, on }) => ({ name: unitName(directory, unit), words, on })) : [],
    ...(item.kind === 'coordination' && !item.coordination.isMutual ? item.coordination.units.slice(1).map((unit) => ({ helper: unitName(directory, unit) }))[0] : {}),
    leader: item.kind === 'coordination' && item.coordination.handedUp !== undefined ? nameOf(directory, item.coordination.handedUp.to) : '',
    longest: Math.max(0, ...wordsSaid(view, item.task, () => true).map(({ words }) => words.length)),
    ...(part === undefined ? {} : { part }), ...(hollow === undefined ? {} : { hollow }), ...(since === undefined ? {} : { since: { words: since.words, on: since.on } }), ...(successor === undefined ? {} : { successor }),
  }
}

const nameOf = ({ people }: Directory, by: Actor): string => (by === 'system' ? '' : (people.get(by)?.name ?? by))

/** In the unit's own words: 县财政局, or 这项应由县财政局牵头. */
function successorNamed(directory: Directory, said: string | undefined, but: UnitId): QueueFacts['successor'] {
  if (said === undefined) return undefined
  const [unit, ...more] = unitsNamedIn(directory, said, [...directory.units.keys()].filter((id) => id !== but))
  return unit === undefined || more.length > 0 ? undefined : { unit, name: unitName(directory, unit) }
}

/** Whom the part may pass to, the likeliest first: whom the unit named, those on the task, then all by likeness to what was said. */
export function successorsOf({ directory }: View, { item, card, successor }: QueueFacts): string[] {
  const said = item.kind === 'part-question' ? (item.question.should ?? '') : ''
  const onTask = [...(card.lead === undefined ? [] : [card.lead]), ...card.others].map(({ name }) => name)
  const all = [...directory.units.values()].map(({ name }) => name)
  const ordered = said === '' ? all : all.toSorted((a, b) => likeness(said, b) - likeness(said, a))
  const own = unitName(directory, item.unit)
  return [...new Set([...(successor === undefined ? [] : [successor.name]), ...onTask, ...ordered])].filter((name) => name !== own)
}
