// Lists of tasks: each number on the leader's screen opens one of these, with exactly that many in it.
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import { plainName } from '#src/directory/unit.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import { handedUpWaiting } from '#src/ledger/handed-up.ts'
import type { PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { answering, askedFor, partsOf } from './answering.ts'
import { asItStood } from './as-it-stood.ts'
import { askedIn, type AskedIn } from './asked-in.ts'
import { byDate, type Asking } from './by-round.ts'
import { isOfFields } from './in-charge.ts'
import { byDue } from './due-order.ts'
import { lightRank, type Light } from './light.ts'
import { milestonesOwed } from './milestones.ts'
import { membersStopped, standsUntil } from './overdue.ts'
import { endingOf, isOver, roundFor } from './round.ts'
import type { Owing } from './next-owed.ts'
import { duedAs, dutyBefore, owedIn } from './owed-in.ts'
import { taskCard, type TaskCard } from './task-card.ts'
import { silentIn, silentNow } from './silent-in.ts'
import type { View } from './view.ts'
import { hasWords } from './words-in.ts'

/** `unreported`: asked in the round and not yet answered. `due-week`: something due within seven days. `coordination`: units cannot settle it between them. `handed-up`: a leader was asked to, and has not decided. `late-duties`: a period's duty is past its day. */
/** `lead`: the unit that answers; with it every task is in one unit's list only. `units`: any of them has a part. `section`: whole, or a part of it where none is called so. `fields`: of a leader, words of the sections they are in charge of. `due`: what is owed next falls due in it. `done`: accepted in it. */
export type TaskFilter = { light?: Light; unit?: UnitId; units?: readonly UnitId[]; lead?: UnitId; only?: 'unreported' | 'claimed' | 'no-unit' | 'no-contact' | 'due-week' | 'open' | 'unfinished' | 'overdue' | 'hollow' | 'coordination' | 'handed-up' | 'late-duties'; words?: string; section?: string; fields?: readonly string[]; due?: DaySpan; done?: DaySpan }

/** Some tasks of each plan. */
export type Among = ReadonlyMap<PlanId, readonly TaskNo[]>

/** All tasks of a plan, or those of them that are meant. */
export const cardsOf = (view: View, among?: Among): TaskCard[] => (among === undefined ? [...view.plan.tasks.keys()] : (among.get(view.plan.id) ?? [])).flatMap((number) => taskCard(view, number) ?? [])

/** All tasks of a plan that pass. */
export const taskList = (view: View, filter: TaskFilter = {}): TaskCard[] => taskListOf([view], filter)

/** Over several plans. Whole plans are in their own order, what falls due by its date, what has passed first; of some tasks those come first that the units asked about answer for, and of these the worst. */
export function taskListOf(views: readonly View[], filter: TaskFilter = {}): TaskCard[] {
  const passing = views.flatMap((view) => ((asked) => cardsOf(view).filter((card) => passes(view, card, asked)).map((card) => ({ view, card })))(withWholeSection(view, filter)))
  if (Object.keys(filter).length === 0) return passing.map(({ card }) => card)
  if (filter.due !== undefined) return dueAmong(passing, filter.due, filter.only)
  const ranked = passing.map(({ view, card }) => ({ card, isLed: isAnsweredBy(card, filter), urgency: urgency(view, card) }))
  return ranked.toSorted((a, b) => Number(b.isLed) - Number(a.isLed) || lightRank[a.card.light] - lightRank[b.card.light] || b.urgency - a.urgency).map(({ card }) => card)
}

/** By one of the units asked about, where any are. */
const isAnsweredBy = ({ lead }: TaskCard, { units }: TaskFilter): boolean => lead !== undefined && units?.includes(lead.unit) === true

/** What units have to do with tasks of a list: how many they answer for, support, and are bound to otherwise. */
export type PartsAmong = { led: number; supported: number; bound: number }

export function partsAmong(tasks: readonly TaskCard[], units: readonly UnitId[]): PartsAmong {
  const found = { led: 0, supported: 0, bound: 0 }
  for (const task of tasks) {
    const own = isAnsweredBy(task, { units }) ? 'led' : task.others.some(({ unit, part }) => part === 'support' && units.includes(unit)) ? 'supported' : 'bound'
    found[own] += 1
  }
  return found
}

/** Each says what it owes that falls due then. */
const dueAmong = (passing: readonly { view: View; card: TaskCard }[], due: DaySpan, only: TaskFilter['only']): TaskCard[] =>
  passing.flatMap(({ view: { today }, card }) => ((owing) => (owing === undefined ? [] : [{ card: { ...card, next: owing }, ...duedAs(owing, card.light, today) }]))(dueWithin(card, due, only))).toSorted(byDue).map(({ card }) => card)

const dueWithin = ({ owed }: TaskCard, due: DaySpan, only: TaskFilter['only']): Owing | undefined => (only === 'late-duties' ? owed.find(({ kind, due: by }) => kind === 'occurrence' && by >= due.from && by <= due.to) : owedIn(owed, due))

type Passing = Omit<TaskFilter, 'section'> & { isIn?: (section: string) => boolean }

/** 一、学前教育 is that section alone, though another may have its name in it. */
const withWholeSection = ({ plan }: View, { section, ...filter }: TaskFilter): Passing => (section === undefined ? filter : { ...filter, isIn: isInSection(plan, section) })

/** Whether a section of the plan is the one that is named, or has the words in it. */
export function isInSection({ tasks }: Pick<PlanState, 'tasks'>, section: string): (name: string) => boolean {
  const asked = plainName(section)
  const isWhole = [...tasks.values()].some((task) => plainName(task.section) === asked)
  return (name) => (isWhole ? plainName(name) === asked : asked !== '' && plainName(name).includes(asked))
}

function passes(view: View, card: TaskCard, { light, unit, units, lead, only, words, isIn, fields, due, done }: Passing): boolean {
  if (light !== undefined && card.light !== light) return false
  if (unit !== undefined && !partsOf(view, card.number).some((part) => part.unit === unit)) return false
  if (units !== undefined && !partsOf(view, card.number).some((part) => units.includes(part.unit))) return false
  if (lead !== undefined && card.lead?.unit !== lead) return false
  if (isIn !== undefined && !isIn(card.section)) return false
  if (fields !== undefined && !((task) => task !== undefined && isOfFields(task, fields))(view.plan.tasks.get(card.number))) return false
  if (due !== undefined && (card.status !== 'open' || dueWithin(card, due, only) === undefined)) return false
  if (done !== undefined && !(card.why.rule === 'accepted' && card.why.on >= done.from && card.why.on <= done.to)) return false
  if (words !== undefined && !hasWords(card, words)) return false
  return only === undefined || passesOnly(view, card, only)
}

function passesOnly(view: View, card: TaskCard, only: NonNullable<TaskFilter['only']>): boolean {
  switch (only) {
    case 'unreported':
      return isUnreported(view, card)
    case 'claimed':
      return card.status === 'claimed'
    case 'no-unit':
      return card.status === 'no-unit'
    case 'no-contact':
      return card.lead !== undefined && !card.lead.hasContact
    case 'due-week':
      return 'due' in card.next && card.next.due >= view.today && view.calendar.daysBetween(view.today, card.next.due) <= 7
    case 'overdue':
      return isOverdue(card)
    case 'hollow':
      return card.status === 'open' && [card.lead, ...card.others].some((part) => part?.hollow !== undefined)
    case 'coordination':
      return card.coordinations.length > 0 || handedUpWaiting(card.course).length > 0
    case 'handed-up':
      return handedUpWaiting(card.course).length > 0
    case 'late-duties':
      return card.status === 'open' && dutyBefore(card.owed, view.today) !== undefined
    case 'unfinished':
      return card.status !== 'accepted'
    case 'open':
      return card.status === 'open' || card.status === 'no-unit'
  }
}

/** Where a task is asked about: in its round, if it was open and not paused in it, or because its date or its next milestone is near; undefined where it is not. What is asked by its date is none of a round, whose figures stay as they were. */
export const askingOf = (view: View, card: TaskCard): Asking | undefined => (inRound(view, card) !== undefined ? roundFor(view, card.number) : isAskedByDate(view, card) ? byDate : undefined)

/** Asked, and not a word since the round began: of one that is over from whoever was asked, else from the one who answers. Once it is over it stays so, also where nobody waits for it any more. */
export function isUnreported(view: View, card: TaskCard): boolean {
  const round = roundFor(view, card.number)
  const asked = inRound(view, card)
  const lead = answering(view, card.number)
  const silent = lead === undefined ? [] : silentNow(view, round, lead)
  if (asked === undefined) return isAskedByDate(view, card) && silent.some((unit) => !stoppedOf(view, card, lead).includes(unit))
  const isOthers = lead !== undefined && lead.unit !== asked.part.unit
  return silentIn(view, round, asked).length > 0 && (!isOthers || silent.length > 0)
}

/** Unreported, and still waited for: of a task that has lost its unit since, nobody is. */
export const isStillAsked = (view: View, card: TaskCard): boolean => card.lead !== undefined && card.course.paused === undefined && isUnreported(view, card)

function inRound(view: View, { number }: TaskCard): AskedIn | undefined {
  const asked = askedIn(view, roundFor(view, number), number)
  return asked?.part.status === 'open' && asked.task.course?.paused === undefined ? asked : undefined
}

/** Members of a group who need not answer for the date while theirs stands still. */
const stoppedOf = ({ directory, today }: View, { due }: TaskCard, lead: Assignment | undefined): readonly UnitId[] =>
  lead === undefined || due.kind !== 'dated' ? [] : membersStopped(directory.units.get(lead.unit) ?? {}, lead, due.day, today)

/** As a date is reminded of, and a milestone like a date; of a date nobody is asked while its clock stands still, and of what is new not before it was there for a round. */
function isAskedByDate(view: View, { number, status, lead, due, course }: TaskCard): boolean {
  const { plan, today, calendar } = view
  if (plan.handedOutOn === undefined || status !== 'open' || lead === undefined || course.paused !== undefined || !roundFor(view, number).isDefault) return false
  const [task, part] = [plan.tasks.get(number), answering(view, number)]
  if (due.kind === 'dated' && task !== undefined && part !== undefined && standsUntil(view, task, part) !== undefined) return false
  const day = due.kind === 'dated' ? due.day : milestonesOwed(view, number)[0]?.by
  return day !== undefined && calendar.workingDaysUntil(day, today) <= (policyOf(plan).dueMarks[0] ?? 0) && wasThere(view, number)
}

/** Somebody answered for it when the round began to be asked for, or once it is over when it ended: of what came since, nobody has been asked. */
function wasThere(view: View, no: TaskNo): boolean {
  const { plan, directory, today } = view
  const round = roundFor(view, no)
  const asked = isOver(round, today) ? endingOf(round) : { on: round.opensOn }
  if (plan.handedOutOn === undefined || plan.handedOutOn > asked.on) return false
  const then = asItStood(plan, no, asked)
  return then.tasks.has(no) && answering({ plan: then, directory }, no) !== undefined
}

/** What is behind and waits for a leader first, then by days overdue, whether it is stuck or not; then what the units themselves report as stuck, then the nearest date. */
export function urgency({ calendar, today }: View, { light, why, doneBy, daysOver, course }: TaskCard): number {
  if (light === 'red' && handedUpWaiting(course).length > 0) return 20_000 + (daysOver ?? 0)
  if (why.rule === 'overdue' || why.rule === 'milestone-overdue') return 10_000 + why.days
  if (why.rule === 'blocked') return daysOver === undefined ? 9_000 : 10_000 + daysOver
  if (why.rule === 'claim-waiting') return 5_000
  if (why.rule === 'difficulty' || why.rule === 'returned' || why.rule === 'reopened' || why.rule === 'extension-waiting' || why.rule === 'in-question') return 4_000
  return doneBy === undefined ? 0 : 3_000 - calendar.daysBetween(today, doneBy.day)
}

/** Numbers of the tasks a unit answers for, is part of, or is bound to through a group. */
export const tasksOfUnits = (view: View, units: readonly UnitId[]): TaskNo[] =>
  [...view.plan.tasks.keys()].filter((number) => partsOf(view, number).some(({ unit }) => units.includes(unit)))

/** Units that answer for something, or owe a duty, and have nobody to be asked: of a group, those of its members. */
export const unitsWithoutContact = (view: View): UnitId[] =>
  withoutContact(view, [...view.plan.tasks.keys()].flatMap((number) => ((lead) => (lead === undefined || lead.status === 'accepted' ? [] : lead.unit))(answering(view, number))))

/** The same, where it is known who answers for what is not accepted. */
export function withoutContact({ plan, directory }: View, leads: Iterable<UnitId>): UnitId[] {
  const debtors = [...plan.obligations.values()].flatMap(({ debtor }) => debtor ?? [])
  const owing = [...leads, ...debtors].flatMap((unit) => directory.units.get(unit)?.members ?? [unit])
  return [...new Set(owing)].filter((unit) => askedFor(directory, unit).length === 0)
}

/** Past its own date, or that of a milestone, by the one clock; a duty of a period that is over is counted by itself. */
export const isOverdue = ({ status, daysOver, why }: TaskCard): boolean => status === 'open' && (daysOver !== undefined || why.rule === 'milestone-overdue')
