// The light of a task and what is asked of it on a day, by the rules of light as the project's design says them.
import { asDay, yearOf } from './days.ts'
import { isMissed, askedIn, silentIn, silentNow } from './asked.ts'
import { nextDay } from './milestones.ts'
import { memberOf, type Part } from './parts.ts'
import type { Day, Policy } from './raw.ts'
import { endingOf, isOver } from './rounds.ts'
import { answerer, cameBack, isResponsible, leads, membersOf, taskAt, wholeOf, worstWord, type Seen } from './seen.ts'
import type { Task } from './task-after.ts'
import { isOpen, waits, type Voice } from './voice.ts'

export type Light = 'done' | 'red' | 'yellow' | 'green' | 'pending'
export type Rule =
  | 'accepted' | 'not-handed-out' | 'no-unit' | 'blocked' | 'overdue' | 'milestone-overdue' | 'difficulty' | 'returned' | 'reopened' | 'claim-waiting' | 'due-soon' | 'milestone-soon' | 'paused' | 'extension-waiting' | 'in-question'
  | 'unanswered' | 'year-unbound' | 'reported' | 'nothing-due'

const colours: Readonly<Record<Rule, Light>> = {
  accepted: 'done', blocked: 'red', overdue: 'red', 'milestone-overdue': 'red',
  difficulty: 'yellow', returned: 'yellow', reopened: 'yellow', 'claim-waiting': 'yellow', 'due-soon': 'yellow', 'milestone-soon': 'yellow', 'extension-waiting': 'yellow', 'in-question': 'yellow', unanswered: 'yellow',
  'not-handed-out': 'pending', 'no-unit': 'pending', paused: 'pending', 'year-unbound': 'pending', reported: 'green', 'nothing-due': 'green',
}
export const colourOf = (rule: Rule): Light => colours[rule]

const policyNow = ({ plan }: Seen): Policy => plan.policies.at(-1)?.policy ?? {}
const warnWithin = (see: Seen): number => policyNow(see).warnWorkingDays ?? 10
const askedWithin = (see: Seen): number => policyNow(see).dueMarks?.[0] ?? 30

/** The task's own date, else the last day of the plan; a blank year has none. */
export function dateOf({ plan }: Seen, { due }: Task): Day | undefined {
  if (due.day !== undefined) return due.day
  return due.isUnbound || plan.lastYear === undefined ? undefined : asDay(plan.lastYear, 12, 31)
}

/** The later day that was asked for by the date and waits: until then the speaker's clock stands still. */
const laterDay = ({ extension }: Voice, date: Day): Day | undefined => (extension !== undefined && waits(extension) && extension.on <= date ? extension.day : undefined)
const isLater = (day: Day | undefined, than: Day): boolean => day !== undefined && day >= than

/** Until when the clock of the whole stands still: by its own word, or while every member that is not done waits. */
function stillUntil(see: Seen, part: Part, date: Day): Day | undefined {
  const running = membersOf(see, part).map((member) => memberOf(part, member)).filter(isOpen)
  const theirs = running.map((voice) => laterDay(voice, date))
  const together = running.length > 0 && theirs.every((day) => day !== undefined) ? theirs.reduce((a, b) => (a < b ? a : b)) : undefined
  const own = laterDay(part.own, date)
  return own === undefined || (together !== undefined && together > own) ? together : own
}

const standsStill = (see: Seen, part: Part, date: Day): boolean => isLater(stillUntil(see, part, date), see.today)

/** Whether the date has passed with nothing that stopped the clock in time. */
function isOverdue(see: Seen, part: Part, date: Day): boolean {
  if (see.today <= date) return false
  const whole = wholeOf(see, part)
  if (whole.is === 'open') return !standsStill(see, part, date)
  if (whole.is === 'accepted') return false
  const inTime = (on: Day, ...until: readonly (Day | undefined)[]): boolean => [date, ...until].some((day) => isLater(day, on))
  if (!whole.byMembers) return !inTime(whole.claim.on, stillUntil(see, part, date))
  return membersOf(see, part).map((member) => memberOf(part, member)).some((voice) => voice.closing.is === 'claimed' && !inTime(voice.closing.claim.on, laterDay(voice, date), laterDay(part.own, date)))
}

/** Asked by some speaker of the part that is not done. */
const asksFor = (task: Task, { own, members }: Part, what: (voice: Voice) => boolean): boolean => !task.isStruckOff && own.closing.is !== 'accepted' && [own, ...members.values()].some((voice) => voice.closing.is !== 'accepted' && what(voice))

const milestoneDay = (see: Seen, task: Task, part: Part): Day | undefined =>
  task.due.day === undefined ? nextDay(task.years, yearOf(see.plan.handedOutOn ?? see.today), yearOf(see.today), membersOf(see, part)) : undefined

/** The first rule that holds. */
function ruleOf(see: Seen, task: Task, part: Part): Rule {
  const { plan, today, days } = see
  const whole = wholeOf(see, part)
  if (whole.is === 'accepted') return 'accepted'
  if (plan.handedOutOn === undefined) return 'not-handed-out'
  if (task.isPaused) return 'paused'
  const word = worstWord(part)
  const isClaimed = whole.is === 'claimed'
  if (!isClaimed && word === 'blocked') return 'blocked'
  const date = dateOf(see, task)
  if (date !== undefined && isOverdue(see, part, date)) return 'overdue'
  if (isClaimed) return 'claim-waiting'
  const isAnswerer = answerer(see, task)?.unit === part.unit
  const milestone = isAnswerer ? milestoneDay(see, task, part) : undefined
  if (milestone !== undefined && today > milestone) return 'milestone-overdue'
  if (word === 'difficulty') return 'difficulty'
  if (asksFor(task, part, ({ extension }) => waits(extension))) return 'extension-waiting'
  if (asksFor(task, part, ({ question }) => waits(question) && question?.about === 'not-ours')) return 'in-question'
  const back = cameBack(see, part)
  if (back !== undefined) return back.reopened ? 'reopened' : 'returned'
  if (date !== undefined && days.isWithin(date, warnWithin(see), today)) return 'due-soon'
  if (milestone !== undefined && days.isWithin(milestone, warnWithin(see), today)) return 'milestone-soon'
  if (isAnswerer && isMissed(see, task.no, part, today)) return 'unanswered'
  if (task.due.isUnbound) return 'year-unbound'
  return word === undefined ? 'nothing-due' : 'reported'
}

/** `unit`: the one that answers. `supportRed`: parts beside those that the light is of which are blocked. */
export type Lit = { rule: Rule; unit?: string; supportRed: number }

const worstFirst: readonly Light[] = ['red', 'yellow', 'pending', 'green', 'done']

/** A task's light is its lead's; without a lead the worst of those responsible. */
export function lightOf(see: Seen, task: Task): Lit {
  const part = answerer(see, task)
  if (part === undefined) return { rule: 'no-unit', supportRed: 0 }
  const isLed = leads(part)
  const supportRed = task.parts.filter((other) => other.unit !== part.unit && (isLed || !isResponsible(other)) && ruleOf(see, task, other) === 'blocked').length
  const lit = (isLed ? [part] : task.parts.filter(isResponsible)).map((each) => ruleOf(see, task, each))
  const [worst] = worstFirst.flatMap((light) => lit.filter((rule) => colourOf(rule) === light))
  return { rule: worst ?? ruleOf(see, task, part), unit: part.unit, supportRed }
}

/** Where a task is asked about, and whether it is 未报. `by-date`: none of a round. */
export type Asking = { round: string; isUnreported: boolean }

export function askingOf(see: Seen, task: Task): Asking | undefined {
  const { rounds, today } = see
  const turn = rounds.current(task.no, today)
  const part = answerer(see, task)
  const asked = askedIn(see, turn, task.no)
  const quiet = part === undefined ? [] : silentNow(see, turn, task.no, part)
  if (asked !== undefined && wholeOf(see, asked.part).is === 'open' && !asked.task.isPaused) {
    const isOthers = part !== undefined && part.unit !== asked.part.unit
    return { round: turn.key, isUnreported: silentIn(see, turn, asked).length > 0 && (!isOthers || quiet.length > 0) }
  }
  if (part === undefined || turn.of !== undefined || !isAskedByDate(see, task, part)) return undefined
  const date = task.due.day
  const stopped = date === undefined ? [] : membersOf(see, part).filter((member) => isLater(laterDay(memberOf(part, member), date), today))
  return { round: 'by-date', isUnreported: quiet.some((voice) => !stopped.includes(voice)) }
}

function isAskedByDate(see: Seen, task: Task, part: Part): boolean {
  const { plan, days, today } = see
  if (plan.handedOutOn === undefined || task.isPaused || wholeOf(see, part).is !== 'open') return false
  if (task.due.day !== undefined && standsStill(see, part, task.due.day)) return false
  const day = task.due.day ?? milestoneDay(see, task, part)
  return day !== undefined && days.isWithin(day, askedWithin(see), today) && stoodThen(see, task.no)
}

/** In the plan, handed out and with somebody to answer, when the quarter began to be asked about, or ended if it has: nobody has been asked about what came later. */
function stoodThen(see: Seen, no: number): boolean {
  const { rounds, plan, today } = see
  const turn = rounds.current(no, today)
  const end = isOver(turn, today) ? endingOf(turn) : { on: turn.opensOn }
  const then = plan.handedOutOn === undefined || plan.handedOutOn > end.on ? undefined : taskAt(see, no, end)
  return then !== undefined && answerer(see, then) !== undefined
}
