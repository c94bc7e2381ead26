// Which of the asker's tasks somebody means who wrote plainly, or sent a file: the one named, the one of the message replied to, the only one.
import type { Desk } from '#src/command.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { titledIn } from '#src/queries/said-title.ts'
import { figureBehind, tasksSaid } from '#src/reader/said-report.ts'
import type { SaidTask } from '#src/reader/said-task.ts'
import { answeredFor } from '#src/queries/mine.ts'
import { apart, together } from '#src/queries/together.ts'
import { mineFacts } from './mine-facts.ts'
import { ownTask, type OwnTask } from './own-task.ts'
import { allViews } from './plan-argument.ts'
import { findTask, taskName } from './task-argument.ts'

/** A task of the message that is replied to, and the unit it asks. */
export type Near = { task: string; unit?: UnitId }

/** `named`: by its number or its title, or by the message replied to. */
export type Meant = ({ kind: 'one'; own: OwnTask } | { kind: 'which'; among: OwnTask[] } | { kind: 'none'; refusal: Refusal | undefined }) & { named: boolean }

/** Never guesses: two that may be meant are asked about. @param near the tasks of the message replied to, if it is one of ours */
export function meantTask(desk: Desk, words: string, near: readonly Near[]): Meant {
  const named = figureBehind(words) === undefined ? tasksSaid(words) : tasksSaid(words).slice(0, 1)
  const ofMessage = near.flatMap(({ task, unit }) => ownOf(desk, task, unit))
  const said = named.filter(({ bare }) => !bare).map((task) => ofNamed(desk, task, ofMessage))
  if (said.length > 0) return oneOf(said.flatMap(({ own }) => own), said.find(({ refusal }) => refusal !== undefined)?.refusal)
  // A number that stands alone may count the points of a list: it names a task only where there is such a one.
  const bare = named.map((task) => ({ ...ofNamed(desk, task, ofMessage), isSure: task.unsure !== true && task.loose !== true }))
  const maybe = bare.flatMap(({ own }) => own)
  if (ofMessage.length === 1) return oneOf([...ofMessage, ...maybe])
  // 18号完成 is of task 18, or of another that is done on the 18th.
  if (maybe.length > 0 && named.some(({ unsure }) => unsure === true)) return oneOf([...maybe, ...(ofMessage.length > 0 ? ofMessage : likely(openOf(desk), desk))])
  if (maybe.length > 0) return oneOf(maybe)
  const titled = ofTitles(desk, words, ofMessage)
  if (titled.length > 0) return oneOf(titled)
  if (ofMessage.length > 0) return oneOf(ofMessage)
  const unknown = bare.find(({ refusal, isSure }) => refusal !== undefined && isSure)?.refusal
  if (unknown !== undefined) return { kind: 'none', refusal: unknown, named: true }
  return { ...oneOf(openOf(desk)), named: false }
}

/** Every task that is named, or why one of them is none of the asker's. */
export function eachMeant(desk: Desk, named: readonly SaidTask[], near: readonly Near[]): { ok: true; own: OwnTask[] } | { ok: false; refusal: Refusal } {
  const ofMessage = near.flatMap(({ task, unit }) => ownOf(desk, task, unit))
  const found = named.map((task) => ofNamed(desk, task, ofMessage))
  const refusal = found.find(({ own }) => own.length === 0)?.refusal
  return refusal === undefined ? { ok: true, own: found.flatMap(({ own }) => own) } : { ok: false, refusal }
}

function oneOf(all: readonly OwnTask[], refusal?: Refusal): Meant {
  const among = [...new Map(all.map((own) => [taskName(own.plan.id, own.task), own])).values()]
  const [only, ...more] = among
  if (only === undefined) return { kind: 'none', refusal, named: true }
  return more.length === 0 ? { kind: 'one', own: only, named: true } : { kind: 'which', among, named: true }
}

/** Of the message's tasks, else of all that are the asker's. */
function ofTitles(desk: Desk, words: string, ofMessage: readonly OwnTask[]): OwnTask[] {
  const titled = (among: readonly OwnTask[]): OwnTask[] => titledIn(words, among.map((own) => ({ own, title: own.card().title }))).map(({ own }) => own)
  const near = titled(ofMessage)
  return near.length > 0 ? near : titled(openOf(desk))
}

/** The asker's part in a task; with the unit that was asked where they speak for it. */
function ownOf(desk: Desk, task: string, unit?: UnitId): OwnTask[] {
  const asked = unit === undefined ? undefined : ownTask(desk, task, unit)
  const found = asked?.ok === true ? asked : ownTask(desk, task)
  return found.ok ? [found.own] : []
}

/** A number that several plans have is of the message's plan, else of those plans in which the asker has a part. */
function ofNamed(desk: Desk, { plan, number }: SaidTask, ofMessage: readonly OwnTask[]): { own: OwnTask[]; refusal?: Refusal } {
  const near = ofMessage.filter((own) => own.task === number && (plan === undefined || own.plan.id === plan))
  if (near.length > 0) return { own: near }
  const asked = plan === undefined ? String(number) : `${plan}-${number}`
  const found = findTask(desk, asked)
  if (found.ok) {
    const own = ownTask(desk, asked)
    return own.ok ? { own: [own.own] } : { own: [], refusal: own.refusal }
  }
  if (found.refusal.code !== 'task-in-several-plans') return { own: [], refusal: found.refusal }
  const own = found.refusal.plans.flatMap(({ id }) => ownOf(desk, `${id}-${number}`))
  return own.length > 0 ? { own } : { own: [], refusal: found.refusal }
}

/** What waits for the asker; where their unit leads nothing, what it helps with. */
export function openOf(desk: Desk): OwnTask[] {
  if (desk.asker === undefined) return []
  const facts = mineFacts(desk, desk.asker)
  const own = answeredFor(facts)
  return (own.length > 0 ? own : facts.helping).flatMap(({ plan, number }) => ownOf(desk, taskName(plan, number)))
}

/** The same with those in which they help beside others of their own. */
export function openWithHelping(desk: Desk): OwnTask[] {
  if (desk.asker === undefined) return []
  const facts = mineFacts(desk, desk.asker)
  return [...answeredFor(facts), ...facts.helping].flatMap(({ plan, number }) => ownOf(desk, taskName(plan, number)))
}

/** Of many that words may be about, those that are asked now or were spoken of today; all where that leaves none. */
export function likely(among: OwnTask[], desk: Desk): OwnTask[] {
  const { asker, today } = desk
  const asked = new Set(asker === undefined ? [] : [...together(allViews(desk), asker), ...apart(allViews(desk), asker).map(({ task }) => task)].map(({ plan, number }) => taskName(plan, number)))
  const wasSaid = (own: OwnTask): boolean => own.lastReport()?.on === today || own.remarks().some(({ on }) => on === today)
  const near = among.filter((own) => asked.has(taskName(own.plan.id, own.task)) || wasSaid(own))
  return near.length === 0 ? among : near
}
