// What is asked of whoever answers for a task: its date, its milestone, the quarter's progress, a round.
import { answers, isAhead, isAskedNow, isReplaced, ofQuarter, ofRound } from './of-rounds.ts'
import { askedAbout, beforeMark, beforeStep, canWait, isAgain, markAfter, markBefore, openAnswerer, owed, quarterOf, silentIn, type Owed, type Scene } from './owed.ts'
import type { Part, Task, Voice } from './standing.ts'

export function ofTask(scene: Scene, task: Task): Owed[] {
  const part = openAnswerer(scene, task)
  if (part === undefined || scene.plan.handedOutOn === undefined || task.paused !== undefined) return []
  return [...ofDate(scene, task, part), ...ofMilestone(scene, task, part), ...ofProgress(scene, task, part), ...ofRound(scene, task, part)].flatMap((each) => putOff(scene, task, each))
}

/** A date with its reminders before and after; `since` of who is silent goes by the unit's own mark, the head's is counted from the fifth day. */
function ofDay(scene: Scene, part: Part, due: string, kinds: { before: string; after: string }, facts: object, waiting: (voice: string) => boolean): Owed[] {
  const { plan: { policy }, people, today } = scene
  const about = { task: 0, unit: part.unit, due, ...facts }
  const [before, after] = [markBefore(scene, due, policy.dueMarks), markAfter(scene, due, policy.overdueEvery)]
  const since = before?.since ?? after?.since
  if (since === undefined) return []
  const silent = silentIn(scene, part, ({ on }) => on >= since).filter(waiting)
  const asked = askedAbout(scene, part, silent)
  if (before !== undefined) return owed(scene, kinds.before, asked, about, { since, waits: canWait(scene, before), morningBefore: beforeMark(scene, before, policy.dueMarks) })
  const over = after?.over ?? 0
  const ofHead = markAfter(scene, due, policy.overdueEvery, policy.headAfter)
  // A head may have been told of the stage before in another's place.
  const ofHeads = { since: ofHead?.since ?? '', morningBefore: ofHead === undefined || policy.overdueEvery === 1 ? undefined : scene.days.from(ofHead.since, -1) }
  const heads = ofHead === undefined ? [] : silent.flatMap((unit) => people.headsThere(unit, today)).filter((head) => !asked.includes(head))
  // Who heads the unit and is asked only because others are away is told by the head's marks like ever.
  const isHead = (person: string): boolean => silent.some((unit) => people.holds('head', unit, person) !== undefined && !people.ordinarily(unit).includes(person))
  const markOf = (person: string): { since: string; morningBefore: string | undefined } =>
    ofHead !== undefined && isHead(person) ? ofHeads : { since, morningBefore: after === undefined ? undefined : beforeStep(scene, after, policy.overdueEvery) }
  return [
    ...asked.flatMap((person) => owed(scene, kinds.after, [person], about, { ...markOf(person), waits: isAgain(scene, over), isOver: true })),
    ...owed(scene, kinds.after, heads, about, { ...ofHeads, waits: isAgain(scene, over), isOver: true }),
  ]
}

function ofDate(scene: Scene, task: Task, part: Part): Owed[] {
  const due = dateOf(scene, task)
  if (due === undefined || (task.due.kind !== 'dated' && milestonesOf(scene, task).length > 0)) return []
  if (isStopped(scene, part.own, due)) return []
  const running = (voice: string): boolean => voice === part.unit || !isStopped(scene, part.members.get(voice), due)
  const { givenOut, dueSet } = task
  // Who was told of an order since the day of a reminder has been told of its date.
  const isTold = (since: string): boolean => givenOut !== undefined && dueSet === undefined && givenOut.on >= since
  return ofDay(scene, part, due, { before: 'due-soon', after: 'overdue' }, { task: task.no }, running).filter(({ kind, since }) => kind !== 'due-soon' || !isTold(since))
}

/** Its own, else the plan's last day; a blank year is none. */
export function dateOf({ plan }: Scene, { due }: Task): string | undefined {
  if (due.kind === 'dated') return due.day
  return due.kind === 'unbound' || plan.years === undefined ? undefined : `${plan.years.to}-12-31`
}

/** A later day that was asked for in time stops the clock until that day, while nobody has ruled. */
export const isStopped = ({ today }: Scene, voice: Voice | undefined, due: string): boolean =>
  voice?.extension !== undefined && voice.extension.ruled === undefined && voice.extension.on <= due && today <= voice.extension.day

type Step = { year: number; by: string; waiting: readonly string[] }

/** Those not reached, of this year and later; while this year has none, what is left of the last that had. */
export function milestonesOf({ plan, people, today }: Scene, task: Task): Step[] {
  if (task.due.kind === 'dated') return []
  const thisYear = Number(today.slice(0, 4))
  const years = [...plan.milestones.values()].filter((year) => year.task === task.no && year.approved !== undefined).toSorted((a, b) => a.year - b.year)
  const counts = years.some(({ year }) => year === thisYear) ? [] : years.filter(({ year }) => year < thisYear).slice(-1)
  const unit = task.parts.find(({ part, presumed }) => part === 'lead' || presumed)?.unit ?? ''
  return [...counts, ...years.filter(({ year }) => year >= thisYear)].flatMap(({ year, approved }) => (approved?.list ?? []).toSorted((a, b) => (a.by < b.by ? -1 : 1)).flatMap(({ by, reached }) => {
    const isReached = (by: string): boolean => reached.some(({ voice }) => voice === by)
    const waiting = isReached(unit) ? [] : people.voices(unit).filter((voice) => !isReached(voice))
    return waiting.length === 0 ? [] : [{ year, by, waiting }]
  }))
}

function ofMilestone(scene: Scene, task: Task, part: Part): Owed[] {
  const [next] = milestonesOf(scene, task)
  if (next === undefined) return []
  return ofDay(scene, part, next.by, { before: 'milestone-due', after: 'milestone-overdue' }, { task: task.no, year: next.year }, (voice) => next.waiting.includes(voice))
}

function ofProgress(scene: Scene, task: Task, part: Part): Owed[] {
  const { plan, today } = scene
  const quarter = quarterOf(today)
  const mark = markBefore(scene, quarter.to, plan.policy.progressMarks)
  if (task.due.kind === 'dated' || mark === undefined || isReplaced(scene, task, quarter)) return []
  const year = Number(today.slice(0, 4))
  if (plan.milestones.get(`${task.no}/${year}`)?.approved !== undefined || milestonesOf(scene, task).some((step) => step.year < year)) return []
  const last = dateOf(scene, task)
  if (last !== undefined && quarter.to > last) return []
  // While a round asks it is that; while another is to come it is the next.
  if (isAskedNow(scene, task, part) || isAhead(scene, task)) return []
  const silent = silentIn(scene, part, answers(scene, task, part, ofQuarter(scene, quarter)))
  return owed(scene, 'progress-due', askedAbout(scene, part, silent), { task: task.no, unit: part.unit, quarter: quarter.key, due: quarter.to }, { since: mark.since, morningBefore: beforeMark(scene, mark, plan.policy.progressMarks) })
}

const putsOff = new Set(['due-soon', 'progress-due', 'round-due', 'milestone-due'])

/** 稍后提醒: silent until the day that was asked for, told on it, and as ever from the next reminder on. Nothing is put off past its date. */
function putOff({ today }: Scene, task: Task, each: Owed): Owed[] {
  const until = task.snoozed.get(each.to)
  const due = /(?:^| )due=([\d-]+)/.exec(each.about)?.[1] ?? ''
  if (until === undefined || !putsOff.has(each.kind) || due < until || today > due) return [each]
  if (today < until) return []
  if (each.since > until) return [each]
  return [{ ...each, since: until, waits: false, asWished: true, morningBefore: undefined }]
}
