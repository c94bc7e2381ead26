// All rules of what is due, each with the day on which it may say something else although nothing was recorded: what is kept until then need not be asked.
import { dayOf, monthOf, yearOf, type Day } from '#src/calendar/day.ts'
import { quarterOf } from '#src/calendar/period.ts'
import { absencesAhead } from '#src/directory/absence.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf } from '#src/ledger/policy.ts'
import type { Task } from '#src/ledger/task.ts'
import { answering } from '#src/queries/answering.ts'
import { milestonesOwed } from '#src/queries/milestones.ts'
import { dueOf } from '#src/queries/plan-due.ts'
import type { StandsOf } from '#src/queries/stand.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'
import { ofAmendments } from './of-amendment.ts'
import { ofTask } from './of-assignments.ts'
import { ofDisowned, ofInstruction } from './of-instructions.ts'
import { ofLeaderNotes } from './of-leader-notes.ts'
import { ofAsking, ofNextMilestone, ofProposals } from './of-milestones.ts'
import { ofHanded, ofPeople } from './of-people.ts'
import { briefChanges, ofBrief } from './of-brief.ts'
import { ofBodies, ofDuties, ofHandOut } from './of-plan.ts'
import { ofLookBacks } from './of-look-back.ts'
import { ofReviewsAhead, ofReviewsOff } from './of-review-ahead.ts'
import { ofReviewsToday } from './of-review-today.ts'
import { ofSittings } from './of-meetings.ts'
import { ofMinutes } from './of-minutes.ts'
import { ofRequests } from './of-requests.ts'
import { ofClaimReviews, ofMilestoneReviews } from './of-reviews.ts'
import { ofWatch } from './of-round.ts'
import { ofCourse, ofFormer, ofTaskRulings } from './of-rulings.ts'
import { ofReturnedSubmissions, ofSubmissions } from './of-submissions.ts'
import { ofTaskSet } from './of-task-set.ts'
import { snoozableUntil, withSnoozes } from './snoozed.ts'

/** `standsOf`: how tasks stand, where that is kept. `changes`: never later than the first day on which it says something else; undefined where no day alone changes it. A rule of which nothing is known changes every day. */
export type Rule = { says: (view: View, standsOf?: StandsOf) => Notice[]; changes: (view: View, said: readonly Notice[]) => Day | undefined }

const tomorrow = ({ calendar, today }: View): Day => calendar.addDays(today, 1)
/** What says nothing goes on saying nothing; what says something may end, or count on. */
const whileItSpeaks = (view: View, said: readonly Notice[]): Day | undefined => (said.length > 0 ? tomorrow(view) : undefined)
const whileThereAre = (are: (plan: PlanState) => { size: number }): Rule['changes'] => (view) => (are(view.plan).size > 0 ? tomorrow(view) : undefined)
/** It knows of no day, and its notices say none. */
const never = (): undefined => undefined

/** What is due about the plan as a whole, or by looking at all of it. */
export const planRules: readonly Rule[] = [
  { says: ofHandOut, changes: never },
  { says: ofAsking, changes: askingChanges },
  { says: ofProposals, changes: whileThereAre(({ milestones }) => milestones) },
  { says: ofDuties, changes: whileThereAre(({ obligations }) => obligations) },
  { says: ofBodies, changes: whileThereAre(({ bodies }) => bodies) },
  { says: ofSittings, changes: whileThereAre(({ meetings }) => meetings) },
  { says: ofMinutes, changes: whileThereAre(({ meetings }) => meetings) },
  { says: ofReviewsAhead, changes: whileThereAre(({ reviews }) => reviews) },
  { says: ofReviewsToday, changes: whileThereAre(({ reviews }) => reviews) },
  { says: ofRequests, changes: whileThereAre(({ requests }) => requests) },
  { says: ofReviewsOff, changes: whileItSpeaks },
  { says: ofLookBacks, changes: whileThereAre(({ reviews }) => reviews) },
  { says: ofAmendments, changes: whileItSpeaks },
  { says: ofPeople, changes: (view, said) => (absencesAhead(view.directory, view.today).length > 0 ? tomorrow(view) : whileItSpeaks(view, said)) },
  { says: ofFormer, changes: whileItSpeaks },
  { says: ofDisowned, changes: whileItSpeaks },
  { says: ofMilestoneReviews, changes: whileThereAre(({ milestones }) => milestones) },
  { says: ofSubmissions, changes: whileThereAre(({ fulfilments }) => fulfilments) },
  { says: ofReturnedSubmissions, changes: whileThereAre(({ submissionsReturned }) => submissionsReturned) },
  { says: ofWatch, changes: whileThereAre(({ rounds }) => rounds) },
  { says: ofBrief, changes: briefChanges },
]

/** What asks for a word by a date or a milestone: what a person may put off is among it. */
const ofDates = (view: View, task: Task): Notice[] => [...ofTask(view, task), ...ofNextMilestone(view, task)]

/** What is due about one task, from nothing but the task, its parts, its milestones and the rounds. */
export const taskRule = {
  says: (view: View, task: Task): Notice[] => [
    ...withSnoozes(view, task, ofDates(view, task)), ...ofCourse(view, task), ...ofTaskSet(view, task), ...ofHanded(view, task.no), ...ofTaskRulings(view, task.no), ...ofClaimReviews(view, task.no), ...ofLeaderNotes(view, task), ...ofInstruction(view, task),
  ],
  changes: taskChanges,
}

/** Until when a person may put a reminder of it off, as if nothing had been put off before; undefined where there is none that they are asked by now. */
export const snoozableOn = (view: View, task: Task, person: string): Day | undefined => snoozableUntil(view, ofDates(view, task), person)

/** Near its hand-out and in January; else not before the next one. */
function askingChanges(view: View): Day | undefined {
  const { plan, calendar, today } = view
  if (plan.handedOutOn === undefined) return undefined
  const isNear = calendar.workingDaysUntil(today, plan.handedOutOn) <= policyOf(plan).milestonesAskedUntil
  return isNear || monthOf(today) === 1 ? tomorrow(view) : newYear(today)
}

const newYear = (today: Day): Day | undefined => dayOf(yearOf(today) + 1, 1, 1)

function taskChanges(view: View, task: Task, said: readonly Notice[]): Day | undefined {
  const { plan, today } = view
  // Two units may name each other in a round that is still to open.
  const isInRound = [...plan.rounds.values()].some(({ tasks }) => tasks.includes(task.no))
  const isPutOff = task.course?.snoozes?.some(({ until }) => until > today) === true
  if (said.length > 0 || task.course?.paused !== undefined || isInRound || isPutOff) return tomorrow(view)
  if (plan.handedOutOn === undefined || answering(view, task.no)?.status !== 'open') return undefined
  const { dueMarks } = policyOf(plan)
  const due = dueOf(plan, task)?.day
  const milestone = plan.milestones.size === 0 ? undefined : milestonesOwed(view, task.no)[0]?.by
  const days = [
    ...[due, milestone].map((day) => (day === undefined ? undefined : (opens(view, day, dueMarks) ?? tomorrow(view)))),
    // Whose milestones count goes by the year.
    plan.milestones.size === 0 ? undefined : newYear(today),
    task.due.kind === 'dated' ? undefined : quarterOpens(view),
  ]
  return days.flatMap((day) => day ?? []).toSorted()[0]
}

/** The day of a date's first mark; undefined once it has come. */
function opens({ calendar, today }: View, due: Day, marks: readonly number[]): Day | undefined {
  const first = calendar.addWorkingDays(calendar.lastWorkingDayBy(due), -Math.max(0, ...marks))
  return first > today ? first : undefined
}

/** Who is not asked for this quarter's progress although it is being asked for is not asked before the next. */
function quarterOpens(view: View): Day {
  const { calendar, today, plan } = view
  const { progressMarks } = policyOf(plan)
  const quarter = quarterOf(today)
  return opens(view, quarter.to, progressMarks) ?? opens(view, quarterOf(calendar.addDays(quarter.to, 1)).to, progressMarks) ?? tomorrow(view)
}
