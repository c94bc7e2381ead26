// What reviews ask: units to prepare, once more before its day; that one is off or on another day; a look back once what was found is put right, or its date has passed.
import { aboutOf, beforeStep, isAgain, isNews, markAfter, markBefore, owed, standOf, type Owed, type Scene } from './owed.ts'
import { answerer, type Task } from './standing.ts'
import type { Review } from './reviews.ts'
import { daysApart } from './working-days.ts'

/** A report so many days old is not asked for again; one of a series is told of so many working days before. */
const [freshDays, week] = [7, 5]

export const ofReviews = (scene: Scene): Owed[] => scene.plan.reviews.flatMap((review) => [...(review.status === 'ahead' ? [...ofAhead(scene, review), ...ofItsDay(scene, review)] : []), ...(review.status === 'cancelled' ? ofOff(scene, review) : []), ...ofLookBack(scene, review)])

const dayOf = ({ days }: Review): string => days.at(-1) ?? ''

/** Of what a unit leads, what it looks at. */
function ownTasks({ plan, people }: Scene, review: Review, unit: string): Task[] {
  const named = review.looksAt ?? (review.leads === undefined ? review.tasks : undefined)
  const all = named !== undefined ? named.flatMap((no) => plan.tasks.get(no) ?? []) : [...plan.tasks.values()].filter((task) => answerer(task)?.unit === review.leads && standOf({ people }, answerer(task) ?? never()) !== 'accepted')
  return all.filter((task) => answerer(task)?.unit === unit)
}
const never = (): never => {
  throw new Error('nobody answers')
}

function ofAhead(scene: Scene, review: Review): Owed[] {
  const { plan, people, days, today } = scene
  const day = dayOf(review)
  if (today > day) return []
  const { reviewMarks } = plan.policy
  const told = (units: readonly string[], since: (unit: string) => string): Owed[] =>
    units.flatMap((unit) => owed(scene, 'review-ahead', people.asked([unit], today), { review: review.id, unit, day }, { since: since(unit), isNear: days.between(today, day) <= 1 }).map((each) => (review.stoodAgain === undefined ? each : { ...each, atOnce: { after: { kind: 'review-off', about: aboutOf({ review: review.id, unit }) }, unless: ofOtherDays(review, unit) } })))
  if (review.inSeries && today < days.from(day, -Math.max(week, ...reviewMarks))) return told(review.leads === undefined ? review.units : [review.leads], () => '').map((each) => ({ ...ifTold(each, review, review.days.slice(0, -1)), afresh: ofOtherDays(review, unitIn(each)) }))
  const mark = markBefore(scene, day, reviewMarks)
  const units = review.leads === undefined ? review.units : ownTasks(scene, review, review.leads).length > 0 ? [review.leads] : []
  const leftOut = review.leads !== undefined && units.length === 0 ? ofOff(scene, review) : []
  // On the day itself only what is missing is asked for.
  const asks = (unit: string): boolean => (review.wants && mark?.mark !== 0) || !isFresh(scene, ownTasks(scene, review, unit))
  const ahead = told(units, (unit) => (!asks(unit) ? '' : (mark?.since ?? '')))
  // Who left it and came back was told since that there is nothing to prepare.
  return [...leftOut, ...ahead.map((each) => ({ ...each, ...(asks(unitIn(each)) ? {} : { asksNothing: true as const }), ...(each.since === '' ? {} : { enoughFrom: days.from(each.since, -1) }), afresh: [{ kind: 'review-off', about: aboutOf({ review: review.id, unit: unitIn(each) }) }, ...ofOtherDays(review, unitIn(each))] }))]
}

/** Whoever was told since that it is on another day is told that it is on this one again. */
const ofOtherDays = (review: Review, unit: string): { kind: string; about: string }[] =>
  [...new Set(review.days)].filter((day) => day !== dayOf(review)).map((day) => ({ kind: 'review-ahead', about: aboutOf({ review: review.id, unit, day }) }))

/** Whoever runs it is told on its day, and after it, as of what is late, until its outcome is on record. */
function ofItsDay(scene: Scene, review: Review): Owed[] {
  const day = dayOf(review)
  const late = markAfter(scene, day, scene.plan.policy.overdueEvery)
  if (scene.today === review.calledOn || (scene.today !== day && late === undefined)) return []
  return owed(scene, 'review-today', scene.people.withRole('secretary'), { review: review.id, day }, late === undefined ? {} : { since: late.since, waits: isAgain(scene, late.over), isOver: true, morningBefore: beforeStep(scene, late, scene.plan.policy.overdueEvery) })
}

/** All of it was reported lately: its unit has nothing to prepare, and is told once. */
const isFresh = ({ today }: Scene, own: readonly Task[]): boolean =>
  own.length > 0 && own.every((task) => ((word) => word !== undefined && daysApart(word.on, today) <= freshDays)(answerer(task)?.own.words.at(-1)))

/** To whoever was told of it on one of these days. */
const ifTold = (each: Owed, { id }: Review, on: readonly string[]): Owed => ({ ...each, onlyAfter: on.map((day) => ({ kind: 'review-ahead', about: aboutOf({ review: id, day, unit: unitIn(each) }) })) })
const unitIn = ({ about }: Owed): string => /unit=(\S+)/.exec(about)?.[1] ?? ''

const ofOff = (scene: Scene, review: Review): Owed[] =>
  scene.today > dayOf(review) ? [] : (review.leads === undefined ? review.units : [review.leads]).flatMap((unit) => owed(scene, 'review-off', scene.people.asked([unit], scene.today), { review: review.id, unit })).map((each) => ((off) => ({ ...off, afresh: off.onlyAfter ?? [] }))(ifTold(each, review, review.days)))

function ofLookBack(scene: Scene, review: Review): Owed[] {
  const { plan, people, today } = scene
  const made = review.made.flatMap((no) => plan.tasks.get(no) ?? [])
  if (review.status === 'cancelled' || made.length === 0) return []
  const later = plan.reviews.slice(plan.reviews.indexOf(review) + 1)
  if (later.some(({ kind, status, tasks }) => kind === 'look-back' && status !== 'cancelled' && made.some(({ no }) => tasks.includes(no)))) return []
  const isOver = made.every((task) => ((part) => part !== undefined && standOf(scene, part) === 'accepted')(answerer(task)) || (task.due.day !== undefined && task.due.day < today))
  return isOver ? owed(scene, 'look-back-due', people.withRole('secretary'), { review: review.id }) : []
}

/** What was given out besides the text: to each of its units, until it has spoken. */
export function ofGivenOut(scene: Scene, task: Task): Owed[] {
  const { people, plan, today } = scene
  const { givenOut } = task
  if (givenOut === undefined || plan.handedOutOn === undefined || task.paused !== undefined || !isNews(scene, givenOut.on, plan.policy.ruledTold)) return []
  return task.parts.filter((part) => standOf(scene, part) === 'open' && part.own.words.length === 0).flatMap(({ unit }) => owed(scene, 'instructed', people.asked([unit], today).filter((person) => person !== givenOut.by), { task: task.no, unit }))
}
