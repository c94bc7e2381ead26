// What a plan as a whole asks: first messages, units without anybody, who stands in or took over, milestones of the year, bodies, meetings, rounds.
import { beforeStep, isAgain, isNews, markAfter, openAnswerer, owed, standOf, type Owed, type Scene } from './owed.ts'
import { ofActs, ofEnded } from './of-acts.ts'
import { ofDuty, ofSubmissions } from './of-duties.ts'
import { ofGivenOut, ofReviews } from './of-reviews.ts'
import { ofWatch } from './of-rounds.ts'
import { ofMeetings } from './of-sittings.ts'
import { ofTask } from './of-tasks.ts'
import { isDisowned } from './parts.ts'
import { answerer } from './standing.ts'
import { daysApart, plusDays } from './working-days.ts'

/** All that is owed about a plan on a day, told or not. */
export function ofPlan(scene: Scene): Owed[] {
  const { plan, today } = scene
  if (plan.isArchived || plan.ownDaysOff.has(today)) return []
  const tasks = [...plan.tasks.values()].flatMap((task) => [...ofTask(scene, task), ...ofActs(scene, task), ...ofGivenOut(scene, task)])
  const afterHandOut = plan.handedOutOn === undefined ? [] : [...ofHandOut(scene, plan.handedOutOn), ...ofAbsences(scene), ...ofHandovers(scene, plan.handedOutOn), ...ofSuccessions(scene), ...ofAmendments(scene), ...ofAsking(scene, plan.handedOutOn), ...ofProposals(scene), ...ofEnded(scene)]
  return [...tasks, ...afterHandOut, ...plan.duties.flatMap((duty) => ofDuty(scene, duty)), ...ofSubmissions(scene), ...ofBodies(scene), ...ofRequests(scene), ...ofMeetings(scene), ...ofWatch(scene), ...ofReviews(scene)]
}

const hasTasksOf = ({ plan, people }: Scene, units: readonly string[]): boolean =>
  [...plan.tasks.values()].some(({ parts }) => parts.some(({ unit }) => units.some((each) => each === unit || people.groupsOf(each).includes(unit))))

function ofHandOut(scene: Scene, handedOutOn: string): Owed[] {
  const { plan, people, today } = scene
  const tasks = [...plan.tasks.values()]
  const units = new Set(tasks.flatMap(({ parts }) => parts).flatMap(({ unit }) => people.voices(unit)))
  const hasSpoken = (person: string, unit: string): boolean => tasks.some(({ parts }) => parts.some((part) =>
    [...(part.unit === unit ? [part.own] : []), ...(part.members.has(unit) ? [part.members.get(unit)] : [])].some((voice) => voice?.words.at(-1)?.by === person && (voice.words.at(-1)?.on ?? '') >= handedOutOn)))
  const tookOver = (person: string, unit: string): boolean => people.handovers.some(({ to, on, units: gone }) => to === person && gone.includes(unit) && handedOutOn <= on)
  const first = [...units].flatMap((unit) => owed(scene, 'handed-out', people.askedFor(unit, today).filter((person) => people.ordinarily(unit).includes(person) && !hasSpoken(person, unit) && !tookOver(person, unit)), { unit }))
  const leads = tasks.flatMap((task) => ((part) => (part === undefined || standOf(scene, part) === 'accepted' ? [] : [part.unit]))(answerer(task)))
  const owing = new Set([...leads, ...plan.duties.flatMap(({ debtor }) => debtor ?? [])].flatMap((unit) => people.voices(unit)))
  const alone = [...owing].filter((unit) => people.askedFor(unit, today).length === 0)
  return [...first, ...alone.flatMap((unit) => owed(scene, 'uncontacted', people.withRole('secretary'), { unit }, { waits: true }))]
}

/** To the deputy, to whoever is asked only because of it, and to who is away: not to who arranged it. */
function ofAbsences(scene: Scene): Owed[] {
  const { people, today } = scene
  return people.away.filter(({ until }) => until >= today).flatMap(({ person, from, until, deputy, by }) => {
    const units = people.unitsOf(person)
    if (!hasTasksOf(scene, units)) return []
    const first = from > today ? from : today
    const isThere = (each: string): boolean => people.inPlaceOf(each, first) === each
    const instead = units.flatMap((unit) => people.askedFor(unit, first).filter((each) => isThere(each) && !people.without(person, from).askedFor(unit, first).includes(each) && hasTasksOf(scene, [unit])))
    return owed(scene, 'standing-in', [...(deputy === undefined ? [] : [deputy]), ...instead, person].filter((each) => each !== by), { person, from, until })
  })
}

/** To the successor while it is theirs, to who handed over while they have not come back. */
function ofHandovers(scene: Scene, handedOutOn: string): Owed[] {
  const { people, plan: { policy } } = scene
  return people.handovers.filter(({ on }) => handedOutOn <= on).flatMap(({ id, from, to, on, units }) => {
    const [theirs, back] = [people.unitsOf(to), people.unitsOf(from)]
    return [
      ...(hasTasksOf(scene, units.filter((unit) => theirs.includes(unit))) ? owed(scene, 'taken-over', [to], { handover: id }) : []),
      ...(isNews(scene, on, policy.amendedTold) && hasTasksOf(scene, units.filter((unit) => !back.includes(unit))) ? owed(scene, 'gone-over', [from], { handover: id }) : []),
    ]
  })
}

/** To the people of the unit that carries on another's open work, while it is news. */
const ofSuccessions = (scene: Scene): Owed[] => {
  const { plan, people, today } = scene
  return plan.successions.filter(({ on, hasTasks }) => hasTasks && isNews(scene, on, plan.policy.amendedTold)).flatMap(({ from, to }) => owed(scene, 'unit-taken-over', people.asked([people.now(to)], today), { unit: from }))
}

/** What a text issued again changed, to the people of each unit that the plan named before; of a task that is no more, to those of its units. While it is news. */
function ofAmendments(scene: Scene): Owed[] {
  const { plan, people, today } = scene
  const isTold = (on: string): boolean => isNews(scene, on, plan.policy.amendedTold)
  const each = (units: readonly string[]): string[] => [...new Set(units.map(people.now).flatMap((unit) => people.voices(unit)))]
  return [
    ...plan.amendments.filter((amendment) => amendment.isTold && isTold(amendment.on)).flatMap(({ id, unitsBefore, changed }) => {
      const before = each(unitsBefore)
      return each(changed).filter((unit) => before.includes(unit)).flatMap((unit) => owed(scene, 'amended', people.askedFor(unit, today), { unit, amendment: id }))
    }),
    ...plan.withdrawn.filter(({ on }) => isTold(on)).flatMap(({ task, units }) => units.map(people.now).flatMap((unit) => owed(scene, 'withdrawn', people.asked([unit], today), { task, unit }))),
  ]
}

/** Once a year: in January, and some weeks after the hand-out; not while little of the year is left. */
function ofAsking(scene: Scene, handedOutOn: string): Owed[] {
  const { plan, people, days, today } = scene
  const { policy, years } = plan
  const year = Number(today.slice(0, 4))
  const since = days.between(handedOutOn, today)
  const isTime = since >= policy.milestonesAskedAfter && (since <= policy.milestonesAskedUntil || (today.slice(5, 7) === '01' && Number(handedOutOn.slice(0, 4)) < year))
  if (!isTime || days.between(today, `${year}-12-31`) < policy.milestonesLeastLeft || (years !== undefined && (year < years.from || year > years.to))) return []
  const units = [...plan.tasks.values()].flatMap((task) => {
    const part = task.due.kind === 'dated' || task.paused !== undefined ? undefined : openAnswerer(scene, task)
    const known = plan.milestones.get(`${task.no}/${year}`)
    return part === undefined || isDisowned(part.own) || people.isGroup(part.unit) || known !== undefined ? [] : [part.unit]
  })
  return owed(scene, 'milestones-asked', people.asked(units, today), { year }, { waits: true })
}

function ofProposals(scene: Scene): Owed[] {
  const { plan, people, days, today } = scene
  const { policy } = plan
  const secretaries = people.withRole('secretary')
  return [...plan.milestones.values()].flatMap(({ task: no, year, proposed, approved, returned }) => {
    const task = plan.tasks.get(no)
    const part = task === undefined ? undefined : answerer(task)
    if (task === undefined || part === undefined || task.due.kind === 'dated') return []
    const late = proposed === undefined ? undefined : markAfter(scene, days.from(proposed.on, policy.reviewWithin), policy.overdueEvery)
    const isOpen = standOf(scene, part) === 'open'
    return [
      ...(proposed === undefined ? [] : owed(scene, 'milestones-waiting', secretaries, { task: no, year, proposedAt: proposed.at })),
      ...(proposed === undefined || late === undefined ? [] : owed(scene, 'review-overdue', secretaries, { task: no, part: proposed.unit, speaker: proposed.unit, waits: 'milestones', askedAt: proposed.at }, { since: late.since, waits: isAgain(scene, late.over), isOver: true, morningBefore: beforeStep(scene, late, policy.overdueEvery) })),
      ...(approved === undefined || !isOpen || !isNews(scene, approved.approvedOn, policy.milestonesTold) || year < Number(today.slice(0, 4)) ? [] : owed(scene, 'milestones-approved', people.asked([approved.unit], today), { task: no, unit: approved.unit, year, proposedAt: approved.at }, { waits: true })),
      ...(returned === undefined || !isOpen ? [] : owed(scene, 'milestones-returned', people.asked([returned.unit], today), { task: no, unit: returned.unit, year, proposedAt: returned.at })),
    ]
  })
}

/** At half the window where the body is behind, at its marks before it closes, from the last on every so many working days; by calendar periods. */
function ofBodies(scene: Scene): Owed[] {
  const { plan, people, days, today } = scene
  const { cadenceMarks, cadenceEvery, farOff } = plan.policy
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))]
  const windowOf = (every: string): { key: string; from: string; to: string } | undefined => {
    const length = ({ month: 1, quarter: 3, 'half-year': 6, year: 12 } as Record<string, number>)[every]
    if (length === undefined) return undefined
    const first = Math.floor((month - 1) / length) * length
    const after = first + length === 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(first + length + 1).padStart(2, '0')}-01`
    const nth = first / length + 1
    return { key: length === 12 ? year : length === 6 ? `${year}H${nth}` : length === 3 ? `${year}Q${nth}` : today.slice(0, 7), from: `${year}-${String(first + 1).padStart(2, '0')}-01`, to: plusDays(after, -1) }
  }
  return plan.bodies.flatMap(({ id: body, convened, cadences }) => cadences.flatMap(({ id: cadence, every, times, asks, of }) => {
    const window = windowOf(every)
    if (window === undefined || (plan.years !== undefined && (Number(year) < plan.years.from || Number(year) > plan.years.to))) return []
    if (plan.excused.has([body, cadence, window.key].join(' '))) return []
    const isCounted = (kind: string | undefined): boolean => kind === undefined || (kind !== 'none' && (of === undefined || of === kind))
    const inspections = plan.reviews.filter(({ kind, status, days: on }) => kind === 'inspection' && status !== 'cancelled' && (on.at(-1) ?? '') >= window.from && (on.at(-1) ?? '') <= window.to).length
    const meetings = asks === 'review' ? inspections : plan.meetings.filter((meeting) => meeting.body === body && isCounted(meeting.kind) && (meeting.status === 'scheduled' || meeting.status === 'meeting-held') && meeting.day >= window.from && meeting.day <= window.to).length
    if (meetings >= times || daysApart(window.from, today) * 2 < daysApart(window.from, window.to)) return []
    if (!convened && [...plan.requests.values()].filter((request) => request.body === body).length >= times - meetings) return []
    const left = days.between(today, window.to)
    const [far = 0, near = 0] = cadenceMarks
    const isBehind = meetings * 2 < times
    if (left > far && !isBehind) return []
    // At half the window it is said once; then at the far mark; from the near one on every so many.
    const [mark, next] = left > far ? [Infinity, far] : left > near ? [far, near] : [near, 0]
    const half = plusDays(window.from, Math.ceil(daysApart(window.from, window.to) / 2))
    const since = left > far ? half : left > near ? days.from(window.to, -far) : days.from(window.to, -(near - Math.floor((near - left) / cadenceEvery) * cadenceEvery))
    return owed(scene, 'cadence-open', people.withRole('secretary'), { body, cadence, window: window.key }, { since, waits: left >= farOff && mark - next >= 5, morningBefore: left > far || (left <= near && cadenceEvery === 1) ? undefined : days.from(since, -1) })
  }))
}

/** An item asked of another's body: from the sixth working day on, every fifth, until its answer is on record. */
function ofRequests(scene: Scene): Owed[] {
  const { plan, people, days } = scene
  return [...plan.requests].flatMap(([request, { on }]) => {
    const late = markAfter(scene, days.from(on, 5), plan.policy.overdueEvery)
    return late === undefined ? [] : owed(scene, 'request-waits', people.withRole('secretary'), { request }, { since: late.since, waits: isAgain(scene, late.over), isOver: true, morningBefore: beforeStep(scene, late, plan.policy.overdueEvery) })
  })
}
