// The facts of one task, everything decided, nothing worded. Chat, Home, digest and summary are all fed by it.
import type { Day, Instant } from '#src/calendar/day.ts'
import { unitName } from '#src/directory/directory.ts'
import type { Assignment, Claim, Report } from '#src/ledger/assignment.ts'
import type { Due } from '#src/ledger/due.ts'
import type { Extension } from '#src/ledger/extension.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { Objection } from '#src/ledger/objection.ts'
import type { PartQuestion } from '#src/ledger/part-question.ts'
import type { Task } from '#src/ledger/task.ts'
import type { TaskCourse } from '#src/ledger/task-course.ts'
import { amendedFacts, type AmendedFacts } from './amended.ts'
import { lateFor } from './answers-to.ts'
import { answering, askedFor, partsOf, returnedOf, silentOf } from './answering.ts'
import { handlerOfVoice } from './handed.ts'
import { coordinations } from './coordination.ts'
import { lastDecided, type Decided } from './decided.ts'
import { evidenceOf } from './evidence-of.ts'
import { hollowOf, type Hollow } from './hollow.ts'
import { taskLight, type Light, type Why } from './light.ts'
import { dueOf } from './plan-due.ts'
import { milestonesOf, proposalState, yearToPropose, type MilestoneFacts, type ProposalState } from './milestones.ts'
import { owedNext, type Dated, type NextOwed, type Owing } from './next-owed.ts'
import { foundOf, type Found } from './review-found.ts'
import { givenFacts, type GivenFacts, type OrderedAbout } from './given.ts'
import { overdueSince } from './overdue.ts'
import { personName } from './person-name.ts'
import { putRight, type PutRight } from './put-right.ts'
import { lastClosed, roundFor, type Round } from './round.ts'
import { sidesOf, stageOf, type Side, type Stage } from './stage.ts'
import { silentNow } from './silent-in.ts'
import type { View } from './view.ts'
import { voicesOf, waitingIn } from './voices.ts'

/** `presumed`: 推定牵头, until a secretary confirms it. `answered`/`of`: how many members of a group have answered in the round; `late`: of how many the last word was late. */
export type PartFacts = {
  unit: UnitId
  name: string
  part: Assignment['part']
  presumed: boolean
  standing: boolean
  hasContact: boolean
  /** 承办人, to whom the unit handed it. */
  handler?: string
  report?: Report
  /** Who recorded the report, where the unit did not itself (代录). */
  recordedBy?: string
  /** 待补实: for the secretary alone. */
  hollow?: Hollow
  /** What the report said before it was put right, the latest first. */
  putRight: PutRight[]
  /** 迟报: it answers the round that is asked now, or closed last, after that round's last day. */
  late: boolean
  /** Of a round before those: which. */
  lateBefore?: Round
  group?: { answered: number; of: number; late: number }
}

export type TaskCard = {
  plan: PlanId
  planTitle: string
  number: TaskNo
  /** Its number alone may name a task of another plan too. */
  ofSeveral?: true
  title: string
  section: string
  text: string
  light: Light
  why: Why
  supportRed: number
  /** The unit that answers; undefined where the text names none. */
  lead?: PartFacts
  others: PartFacts[]
  due: Due
  /** The day it is to be done by; `byDefault` where it is the plan's end (默认), `provisional` where 放假安排 of its year is not known yet (暂按). */
  doneBy?: { day: Day; byDefault: boolean; provisional: boolean }
  /** Days past that day, while no completion was accepted; until the claim, where one waits. Undefined before it. */
  daysOver?: number
  next: NextOwed
  /** What it owes next by a date of the plan, where a report of progress comes before that. */
  nextDated?: Dated
  /** All that it owes by a day, the earliest first. */
  owed: readonly Owing[]
  /** Of the year: those in force, reached or not. */
  milestones: MilestoneFacts[]
  /** A list that waits for the secretary, or came back, for the year that is asked for; `year` where the task may have one at all. */
  proposal?: { year: number; state: ProposalState; reason?: string }
  progress: number
  /** How many files and links were given to show it. */
  evidence: number
  status: Assignment['status'] | 'no-unit'
  /** `at`: which claim a decision is about. */
  claim?: Pick<Claim, 'at' | 'on' | 'words' | 'onBehalf'>
  /** With which words it was done, once that was accepted. */
  acceptedClaim?: Pick<Claim, 'on' | 'words'>
  /** `reopened`: 恢复办理, and by whom where that is known. */
  returned?: { on: Day; reason: string; reopened?: { by?: string } }
  /** A claim that the unit took back itself. */
  withdrawn?: { on: Day; reason: string }
  /** A completion that was recorded for the unit and struck as never said, where nothing was claimed since. */
  struckClaim?: Pick<Claim, 'on' | 'words' | 'onBehalf'>
  /** Of the part that answers. */
  stage: Stage | 'no-unit'
  sides: Side[]
  course: TaskCourse
  extension?: Extension
  question?: PartQuestion
  /** What a leader decided last of what went up to them. */
  decided?: Decided
  /** 处理协调: what was settled since whoever answers for it asked for help, or was hindered: it is what comes next until they speak again. */
  settled?: { on: Day; words: string }
  /** What units of the task cannot settle between them, with what each said: for the secretary alone. */
  coordinations: { isMutual: boolean; quotes: { name: string; words: string; on: Day }[] }[]
  /** A light that its unit objects to, until a secretary rules: 有异议待核. */
  contested?: { on: Day; words: string }
  /** The last objection in which its unit was right, and what became of it: a light goes by the record, and no ruling changes it. */
  upheld?: { on: Day; words: string; about: Objection['about']; struck: boolean }
  nudges: number
  /** Chased so often in a row, and not a word since: of a group, not of every member. */
  unansweredNudges: number
  amended?: AmendedFacts
  /** It is no task of the plan's text. */
  instruction?: GivenFacts
  /** What was ordered about it besides: of one card that is looked at, and not of lists. */
  ordered?: OrderedAbout[]
  /** What reviews found of it, the latest last. */
  found?: Found[]
}

/** @returns undefined where the plan has no such task */
export function taskCard(view: View, number: TaskNo): TaskCard | undefined {
  const { plan } = view
  const task = plan.tasks.get(number)
  if (task === undefined) return undefined
  const { light, why, supportRed } = taskLight(view, number)
  const lead = answering(view, number)
  const doneBy = dueOf(plan, task)
  const amended = amendedFacts(view, number)
  const instruction = givenFacts(view, task)
  const decided = lastDecided(view, task)
  const found = foundOf(view, number)
  return {
    plan: plan.id, planTitle: plan.title, number, ...present({ ofSeveral: view.ofSeveral }), title: task.title, section: task.section, text: task.text,
    light, why, supportRed,
    ...(lead === undefined ? {} : { lead: partFacts(view, lead) }),
    others: partsOf(view, number).filter(({ unit }) => unit !== lead?.unit).map((part) => partFacts(view, part)),
    due: task.due,
    ...(doneBy === undefined ? {} : { doneBy: { ...doneBy, provisional: view.calendar.isProvisional(doneBy.day) } }),
    ...daysOverOf(view, task, lead),
    ...owedNext(view, number),
    milestones: milestonesOf(view, number),
    ...proposalOf(view, number),
    progress: lead?.progress ?? 0,
    evidence: evidenceOf(view, number).length,
    status: lead?.status ?? 'no-unit',
    ...(lead?.status === 'claimed' ? { claim: { at: lead.claim.at, on: lead.claim.on, words: lead.claim.words, ...present({ onBehalf: lead.claim.onBehalf }) } } : {}),
    ...(lead?.status === 'accepted' ? { acceptedClaim: { on: lead.claim.on, words: lead.claim.words } } : {}),
    ...returnedFacts(view, lead),
    ...(lead?.status === 'open' && lead.withdrawn !== undefined ? { withdrawn: { on: lead.withdrawn.on, reason: lead.withdrawn.reason } } : {}),
    ...struckFacts(lead),
    ...(lead === undefined ? { stage: 'no-unit' as const, sides: [] } : { stage: stageOf(view, task, lead), sides: sidesOf(view, task, lead), ...asksOf(task, lead) }),
    course: task.course ?? {},
    ...present({ settled: settledSince(task, lead) }),
    coordinations: coordinations(view, number).map(({ isMutual, quotes }) => ({ isMutual, quotes: quotes.map(({ unit, words, on }) => ({ name: unitName(view.directory, unit), words, on })) })),
    nudges: lead?.nudges ?? 0,
    unansweredNudges: lead?.nudgedAt !== undefined && isSilentSince(view, lead, lead.nudgedAt) ? (lead.nudgesInRow ?? lead.nudges) : 0,
    ...(amended === undefined ? {} : { amended }), ...(instruction === undefined ? {} : { instruction }), ...present({ decided }), ...(found.length === 0 ? {} : { found }),
  }
}

function settledSince({ course }: Task, lead: Assignment | undefined): TaskCard['settled'] {
  const voices = lead === undefined ? [] : voicesOf(lead).map(({ member, standing: { report } }) => ({ speaker: member ?? lead.unit, report }))
  const last = course?.coordinated?.findLast(({ at, units }) => voices.some(({ speaker, report }) => report !== undefined && report.at <= at && units.includes(speaker)))
  return last === undefined || (lead?.report?.at ?? last.at) > last.at ? undefined : { on: last.on, words: last.words }
}

/** By the one clock: none while it stands still. Of a claim that came late, until it came. */
function daysOverOf(view: View, task: Task, lead: Assignment | undefined): Pick<TaskCard, 'daysOver'> {
  const since = lead === undefined ? undefined : overdueSince(view, task, lead)
  return since === undefined ? {} : { daysOver: view.calendar.daysBetween(since, lead?.status === 'claimed' ? lead.claim.on : view.today) }
}

function struckFacts(lead: Assignment | undefined): Pick<TaskCard, 'struckClaim'> {
  const last = lead === undefined || lead.status === 'accepted' ? undefined : voicesOf(lead).flatMap(({ standing: { claim, endedClaims = [] } }) => (claim === undefined ? endedClaims.slice(-1) : [])).findLast(({ ended }) => ended === 'struck')
  return last === undefined ? {} : { struckClaim: { on: last.on, words: last.words, ...present({ onBehalf: last.onBehalf }) } }
}

function returnedFacts({ directory }: View, lead: Assignment | undefined): Pick<TaskCard, 'returned'> {
  const returned = lead === undefined ? undefined : returnedOf(directory, lead)
  if (returned === undefined) return {}
  const { on, reason, reopenedBy } = returned
  return { returned: { on, reason, ...(reopenedBy === undefined ? {} : { reopened: present({ by: personName(directory, reopenedBy) }) }) } }
}

/** What the part that answers asks of the secretary, or asked last: the unit's own, else a member's that waits. */
function asksOf(task: Task, part: Assignment): Pick<TaskCard, 'extension' | 'question' | 'contested' | 'upheld'> {
  const extension = part.extension ?? waitingIn(task, part, 'extension')[0]?.petition
  const question = part.question ?? waitingIn(task, part, 'question')[0]?.petition
  const objection = waitingIn(task, part, 'objection')[0]?.petition
  const [upheld] = voicesOf(part).flatMap(({ standing: { objection: each } }) => (each?.ruling?.granted === true ? [{ ...each, ruling: each.ruling }] : [])).toSorted((a, b) => (a.ruling.at < b.ruling.at ? 1 : -1))
  return {
    ...(extension === undefined ? {} : { extension }), ...(question === undefined ? {} : { question }),
    ...(objection === undefined ? {} : { contested: { on: objection.on, words: objection.words } }),
    ...(upheld === undefined ? {} : { upheld: { on: upheld.ruling.on, words: upheld.words, about: upheld.about, struck: upheld.struck === true } }),
  }
}

/** Nothing of a task that has a date, or nobody to answer for it. */
function proposalOf(view: View, no: TaskNo): Pick<TaskCard, 'proposal'> {
  const year = view.plan.handedOutOn === undefined || view.plan.tasks.get(no)?.due.kind === 'dated' ? undefined : yearToPropose(view)
  if (year === undefined) return {}
  const { state, reason } = proposalState(view.plan, no, year)
  return { proposal: { year, state, ...(reason === undefined ? {} : { reason }) } }
}

const isSilentSince = ({ directory }: View, lead: Assignment, since: Instant): boolean => silentOf(directory, lead, ({ at }) => at >= since).length > 0

function partFacts(view: View, assignment: Assignment): PartFacts {
  const { directory } = view
  const { unit, part, inferred, report, task } = assignment
  const members = directory.units.get(unit)?.members
  const handler = handlerOfVoice(directory, assignment, unit)?.name
  const voices = voicesOf(assignment).map(({ standing }) => standing)
  const hollow = voices.flatMap((voice) => hollowOf(voice) ?? [])[0]
  const recorder = report?.onBehalf === undefined || report.by === 'system' ? undefined : directory.people.get(report.by)?.name
  return {
    unit, name: unitName(directory, unit), part, presumed: inferred === 'lead', standing: inferred === 'standing',
    hasContact: askedFor(directory, unit).length > 0,
    ...(handler === undefined ? {} : { handler }),
    ...(recorder === undefined ? {} : { recordedBy: recorder }), ...(hollow === undefined ? {} : { hollow }),
    ...(report === undefined ? {} : { report }), putRight: putRight(assignment),
    ...lateFacts(view, assignment, unit, report),
    ...(members === undefined ? {} : { group: { answered: members.length - silentNow(view, roundFor(view, task), assignment).length, of: members.length, late: membersLate(view, assignment) } }),
  }
}

/** Beside a light it is of the round that the light speaks of: of an earlier one it would stand beside that a later one was not answered. */
function lateFacts(view: View, part: Assignment, voice: UnitId, report: Report | undefined): Pick<PartFacts, 'late' | 'lateBefore'> {
  const round = report === undefined ? undefined : lateFor(view, part, voice, report)
  if (round === undefined) return { late: false }
  const isLast = [roundFor(view, part.task), lastClosed(view, part.task)].some(({ key }) => key === round.key)
  return isLast ? { late: true } : { late: false, lateBefore: round }
}

const membersLate = (view: View, part: Assignment): number => [...part.byMember].filter(([member, { report }]) => lateFacts(view, part, member, report).late).length
