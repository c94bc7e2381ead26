// Mistakes that one could make in the rules, each planted from outside: the oracle must see every one of them.
import { calendar as calendarOf, type Calendar } from '#src/calendar/calendar.ts'
import { announcedDaysOff } from '#src/calendar/days-off.ts'
import type { Person } from '#src/directory/person.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import { without } from '#src/ledger/fields.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan, evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { policyOf, whole, type PolicyPart } from '#src/ledger/policy.ts'
import type { Review } from '#src/ledger/review.ts'
import type { Task } from '#src/ledger/task.ts'
import type { Reminded } from '#src/reminding.ts'
import type { Temper } from './answers.ts'
import type { Twist } from './life.ts'
import { autumn, type Weeks } from './story.ts'

const plans = (change: (plan: PlanState) => PlanState): Twist => ({
  ledgers: (ledgers) => ({ ...ledgers, plans: () => new Map([...ledgers.plans()].map(([id, plan]) => [id, change(plan)])) }),
})
/** Whatever days off of a plan's own are added to it, the mistake stays in it. */
const twisted = (known: Calendar, change: (known: Calendar) => Calendar): Calendar => ({ ...change(known), withDaysOff: (days) => twisted(known.withDaysOff(days), change) })
const calendar = (change: (known: Calendar) => Calendar): Twist => ({ ledgers: (ledgers) => ({ ...ledgers, calendar: () => twisted(ledgers.calendar(), change) }) })
const policy = (set: PolicyPart): Twist => plans((plan) => ({ ...plan, policy: { now: whole({ ...policyOf(plan), ...set }), changes: plan.policy?.changes ?? [] } }))
const tasks = (change: (task: Task) => Task): Twist => plans((plan) => ({ ...plan, tasks: new Map([...plan.tasks].map(([no, task]) => [no, change(task)])) }))
const parts = (change: (part: Assignment) => Assignment): Twist => plans((plan) => ({ ...plan, assignments: new Map([...plan.assignments].map(([key, part]) => [key, change(part)])) }))
const reviews = (change: (review: Review) => Review): Twist => plans((plan) => ({ ...plan, reviews: new Map([...plan.reviews].map(([id, review]) => [id, change(review)])) }))
const people = (change: (person: Person) => Person): Twist => ({
  ledgers: (ledgers) => ({ ...ledgers, directoryOn: (day) => ((directory) => ({ ...directory, people: new Map([...directory.people].map(([id, person]) => [id, change(person)])) }))(ledgers.directoryOn(day)) }),
})
const isDigest = (key: string): boolean => key.startsWith('digest/')

const marked = /^(?:due-soon|overdue|milestone|occurrence|progress|cadence|review-overdue)\//
const unitNews = /^(?:due-set|lead-named|nudged|amended|unit-taken-over|course|withdrawn)\//

const withoutHolidays = calendarOf({ ...announcedDaysOff(), off: new Set(), work: new Set() })

const lacking = (field: 'report' | 'question' | 'objection') => (part: Assignment): Assignment => {
  const copy = { ...part }
  Reflect.deleteProperty(copy, field)
  return copy
}

const notInSeries = (review: Review): Review => {
  const copy = { ...review }
  Reflect.deleteProperty(copy, 'series')
  return copy
}

/** Every plan folded anew from its entries, and nothing taken back. */
function heedingNoUndo(ledgers: Reminded): Reminded {
  const folded = new Map<PlanId, { plan: PlanState; read: number }>()
  const plans = (): ReadonlyMap<PlanId, PlanState> => {
    for (const [id, all] of ledgers.entries().plans) {
      const { plan, read } = folded.get(id) ?? { plan: emptyPlan(id), read: 0 }
      for (const { stamp, events } of all.slice(read)) for (const event of events) if (event.type !== 'act-undone') evolvePlan(plan, event, stamp)
      folded.set(id, { plan, read: all.length })
    }
    return new Map([...folded].map(([id, { plan }]) => [id, plan]))
  }
  return { ...ledgers, plans }
}

/** By name: what is forgotten, or believed; and what the oracle is to say of it. Nobody answers, where nothing else is said. */
export const planted: Readonly<Record<string, { twist: Twist; sees: RegExp; life?: Temper; weeks?: Weeks }>> = {
  'a holiday is counted as a working day': { sees: /digest: told of overdue/, twist: calendar(() => withoutHolidays) },
  'a review that was called off is prepared for all the same': { sees: /told of review-ahead .*review=r2/, twist: reviews((review) => (review.status === 'cancelled' ? { ...review, status: 'ahead' } : review)) },
  'one of a series is told of long before it': { sees: /told of review-ahead .*review=r3/, twist: reviews(notInSeries) },
  'a review is told again the morning after': { sees: /digest: told of review-ahead/, twist: { told: (told) => ({ ...told, noticeOn: () => undefined }) } },
  'what was told late is told again the morning after': { weeks: autumn, sees: /digest: told of (?:due-soon|overdue|milestone|occurrence|progress|cadence|review-overdue)/, twist: { told: (told) => ({ ...told, noticeOn: (key) => (marked.test(key) ? undefined : told.noticeOn?.(key)) }) } },
  'old news is told to whoever comes later': { weeks: autumn, sees: /prompt: told of (?:due-set|lead-named|nudged|amended|unit-taken-over)|digest: told of (?:course-changed|withdrawn)/, twist: { told: (told) => ({ ...told, noticeOn: (key) => (unitNews.test(key) ? undefined : told.noticeOn?.(key)) }) } },
  'that a review stands again waits for the morning': { sees: /prompt: not told of review-ahead .*review=r2/, twist: { owed: (parcels) => parcels.filter(({ key, notices: [first] }) => key.startsWith('digest/') || first?.kind !== 'review-ahead') } },
  'whoever runs a review is not told on its day': { sees: /digest: not told of review-today/, twist: { owed: (parcels) => parcels.flatMap((parcel) => ((notices) => (notices.length === 0 ? [] : [{ ...parcel, notices }]))(parcel.notices.filter(({ kind }) => kind !== 'review-today'))) } },
  'whoever sees to a sitting is not told on its day': { sees: /digest: not told of meeting-today/, twist: { owed: (parcels) => parcels.flatMap((parcel) => ((notices) => (notices.length === 0 ? [] : [{ ...parcel, notices }]))(parcel.notices.filter(({ kind }) => kind !== 'meeting-today'))) } },
  'what was to be put right is not looked back at': { sees: /not told of look-back-due/, twist: reviews((review) => ({ ...review, judged: [] })) },
  'messages go out on a Saturday': { sees: /^2026-06-13 .*digest: told of/, twist: calendar((known) => ({ ...known, isWorkingDay: (day) => known.weekday(day) === 6 || known.isWorkingDay(day), weekday: (day) => (known.weekday(day) === 6 ? 1 : known.weekday(day)) })) },
  'what can wait is told every day': { sees: /digest: told of milestones-asked/, twist: calendar((known) => ({ ...known, weekday: () => 1 })) },
  'the quiet hours are not kept': { sees: / 21:10 .*prompt: told of due-set/, twist: policy({ quietUntil: '00:00', quietFrom: '23:59' }) },
  'a mark is missed': { sees: /not told of due-soon/, twist: policy({ dueMarks: [30, 3, 1, 0] }) },
  'the head is told two days early': { sees: / u3 digest: told of overdue/, twist: policy({ headAfter: 3 }) },
  'a quarter is asked about a day early': { sees: /: told of progress-due/, twist: policy({ progressMarks: [8, 1, 0] }) },
  'who has answered is asked again': { life: 'one tap', sees: /: told of progress-due/, twist: parts(lacking('report')) },
  'what is said to be done is asked about': { sees: /: told of (?:due-soon|overdue|progress-due)/, twist: parts((part) => (part.status === 'claimed' ? { ...part, status: 'open' } : part)) },
  'what is paused is asked about': { sees: /: told of progress-due p2 .*task=13/, twist: tasks((task) => ({ ...task, course: without(task.course ?? {}, 'paused') })) },
  'a date that moved is asked for by its first day': { sees: /: told of due-soon p1 due=2026-06-30 task=25/, twist: tasks((task) => (task.due.kind === 'dated' ? { ...task, due: { ...task.due, day: task.due.original } } : task)) },
  'the deputy is not asked': { sees: / u5 digest: not told of round-due/, twist: { ledgers: (ledgers) => ({ ...ledgers, directoryOn: () => ledgers.directory() }) } },
  'a second digest goes out on one day': { sees: /a second digest of the day/, twist: { told: (told) => ({ ...told, parcel: (key) => !isDigest(key) && told.parcel(key) }) } },
  'what is overdue is told again each morning': {
    sees: /: told of overdue/,
    twist: { told: (told) => ({ ...told, notice: (key) => !key.startsWith('overdue/') && told.notice(key), noticeForGood: (key) => !key.startsWith('overdue/') && told.notice(key) }) },
  },
  'a chase waits for the morning': { sees: / 21:30 .*prompt: not told of nudged/, twist: { owed: (parcels, _, time) => parcels.filter(({ notices }) => time === '09:00' || !notices.some(({ kind }) => kind === 'nudged')) } },
  'who is relieved of a post is asked all the same': { weeks: autumn, sees: / u3 digest: told of overdue/, twist: people((person) => ({ ...person, headOf: [...person.headOf, ...person.formerOf] })) },
  'who is named head later is not told': { weeks: autumn, sees: / u14 digest: not told of overdue/, twist: people((person) => (person.name === '罗正平' ? { ...person, headOf: [] } : person)) },
  'who says that it is not theirs is asked all the same': { weeks: autumn, sees: /: told of overdue p1 .*task=25 unit=县教育局/, twist: parts(lacking('question')) },
  'who said that it is not so is not told of the ruling': { weeks: autumn, sees: /prompt: not told of ruled .*what=objection/, twist: parts(lacking('objection')) },
  'what was taken back counts all the same': { weeks: autumn, sees: /digest: not told of progress-due p2 .*task=8/, twist: { ledgers: heedingNoUndo } },
  'a round that repeats is not asked': { weeks: autumn, sees: /digest: not told of round-due p1 .*round=n1\/2026-09/, twist: plans((plan) => ({ ...plan, rounds: new Map([...plan.rounds].filter(([, { when }]) => when.every === 'once')) })) },
  'what a unit carries on is told again under its name': { weeks: autumn, sees: /^2026-09-(?:17|22|23|24) .*: told of /, twist: { ledgers: (ledgers) => ({ ...ledgers, directory: () => ({ ...ledgers.directory(), merged: new Map() }) }) } },
  'what a text issued again changed is not told': { weeks: autumn, sees: /prompt: not told of amended p2/, twist: plans((plan) => ({ ...plan, amended: { ...plan.amended, amendments: new Map() } })) },
  'the last of a digest is left out': { sees: /digest: not told of/, twist: { owed: (parcels) => parcels.map((parcel) => (isDigest(parcel.key) && parcel.notices.length > 7 ? { ...parcel, notices: parcel.notices.slice(0, 7) } : parcel)) } },
}
