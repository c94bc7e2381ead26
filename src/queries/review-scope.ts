// What a review looks at and who prepares for it: what was settled when it was scheduled, or what stands in its scope by now.
import type { Day } from '#src/calendar/day.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { policyBounds, policyOf } from '#src/ledger/policy.ts'
import type { Review, ReviewScope } from '#src/ledger/review.ts'
import { answering } from './answering.ts'
import { taskLight } from './light.ts'
import { standsAfresh, type Stand, type StandsOf } from './stand.ts'
import { taskCard, type TaskCard } from './task-card.ts'
import { isInSection, taskList } from './task-list.ts'
import type { View } from './view.ts'

/** Of a plan, in a scope today. What is done is looked at again, and is looked at no more otherwise. */
export const tasksInScope = (view: View, scope: ReviewScope, kind: Review['kind']): TaskCard[] => inScope(view, scope).filter(({ status }) => kind === 'look-back' || status !== 'accepted')

function inScope(view: View, scope: ReviewScope): TaskCard[] {
  switch (scope.kind) {
    case 'light':
      return taskList(view, { light: scope.light })
    case 'standing':
      return taskList(view, { only: scope.only })
    case 'section':
      return taskList(view, { section: scope.section })
    case 'unit':
      return taskList(view, { lead: scope.unit })
  }
}

/** The same, as little as is counted of it. @param standsOf how tasks stand, where that is kept */
function numbersInScope(view: View, scope: ReviewScope, kind: Review['kind'], standsOf: StandsOf | undefined): TaskNo[] {
  const numbers = looselyInScope(view, scope, standsOf)
  return kind === 'look-back' ? numbers : numbers.filter((no) => answering(view, no)?.status !== 'accepted')
}

/** What is done among it. */
function looselyInScope(view: View, scope: ReviewScope, standsOf: StandsOf | undefined): TaskNo[] {
  const { tasks } = view.plan
  switch (scope.kind) {
    case 'light':
      return standsOf === undefined ? [...tasks.keys()].filter((no) => taskLight(view, no).light === scope.light) : numbersOf(standsOf(view), ({ light }) => light === scope.light)
    case 'standing':
      return numbersOf((standsOf ?? standsAfresh)(view), (stand) => (scope.only === 'overdue' ? stand.isOverdue : stand.isSilent))
    case 'section': {
      const isIn = isInSection(view.plan, scope.section)
      return [...tasks.values()].filter(({ section }) => isIn(section)).map(({ no }) => no)
    }
    case 'unit':
      return [...tasks.keys()].filter((no) => answering(view, no)?.unit === scope.unit)
  }
}

const numbersOf = (stands: Iterable<Stand>, isMeant: (stand: Stand) => boolean): TaskNo[] => [...stands].filter(isMeant).map(({ no }) => no)

/** Once it is closed, what it looked at; of one with a scope until then what was settled when it was run, else what stands in it today, and what was judged already. */
export function tasksOfReview(view: View, review: Review, standsOf?: StandsOf): TaskNo[] {
  const { scope, status, judged, tasks, kind, looksAt } = review
  if (scope === undefined || status !== 'ahead') return [...tasks]
  return [...new Set([...judged.map(({ task }) => task), ...(looksAt ?? numbersInScope(view, scope, kind, standsOf))])].toSorted((a, b) => a - b)
}

export const cardsOfReview = (view: View, review: Review): TaskCard[] => tasksOfReview(view, review).flatMap((no) => taskCard(view, no) ?? [])

/** Who answers for each of them. Asked after every entry: no card is made on the way where it is kept how tasks stand. */
export const partsOfReview = (view: View, review: Review, standsOf?: StandsOf): Assignment[] => tasksOfReview(view, review, standsOf).filter((no) => view.plan.tasks.has(no)).flatMap((no) => answering(view, no) ?? [])

/** Those that prepare, of a scope by what they lead in it. @param parts of what it looks at */
export const unitsOfReview = ({ scope, units }: Pick<Review, 'scope' | 'units'>, parts: readonly Pick<Assignment, 'unit'>[]): UnitId[] =>
  scope === undefined ? [...units] : [...new Set(parts.map(({ unit }) => unit))]

/** One of a series is prepared for from a week before it: by then it is known what it looks at. */
const preparedWithin = 5

/** From which day on its units are told of it; undefined where they are as soon as it is scheduled. */
export const toldFrom = (view: View, review: Told): Day | undefined => workingDaysBefore(view, review, Math.max(preparedWithin, ...policyOf(view.plan).reviewMarks))

/** The same by whatever marks the plan may have had by then. */
export const toldAtTheEarliest = (view: View, review: Told): Day | undefined => workingDaysBefore(view, review, Math.max(preparedWithin, policyBounds.reviewMarks.most))

type Told = { series?: string; day: Day }
const workingDaysBefore = ({ calendar }: View, { series, day }: Told, days: number): Day | undefined => (series === undefined ? undefined : calendar.addWorkingDays(calendar.lastWorkingDayBy(day), -days))

/** A report is fresh for so many days: nobody is asked to prepare what it says. */
const freshDays = 7

/** The day of what its lead said of a task so lately that a review goes by it. */
export const freshReport = ({ lead }: Pick<TaskCard, 'lead'>, view: Pick<View, 'calendar' | 'today'>): Day | undefined => (lead === undefined ? undefined : freshOn(lead, view))

export function freshOn({ report }: { report?: { on: Day } | undefined }, { calendar, today }: Pick<View, 'calendar' | 'today'>): Day | undefined {
  return report !== undefined && calendar.daysBetween(report.on, today) <= freshDays ? report.on : undefined
}

/** Of one with a scope its day settles what it looks at: once that has passed and nothing was judged, it has to be looked up how all stood then. */
export const wasUnsettledOnItsDay = ({ scope, status, looksAt, day }: Review, today: Day): boolean => scope !== undefined && status === 'ahead' && looksAt === undefined && day < today

/** Something was found of each that it looks at: it only waits for its outcome. */
export const isAllJudged = ({ judged }: Pick<Review, 'judged'>, tasks: readonly TaskNo[]): boolean => tasks.length > 0 && tasks.every((no) => judged.some(({ task }) => task === no))
