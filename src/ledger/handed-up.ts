// 上报协调: what units cannot settle between them goes to the leader in charge, with what each said; the leader has a meeting held, or gives an instruction.
import { z } from 'zod'
import { Day, type Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { present } from './fields.ts'
import { PersonId, TaskNo, UnitId, Words } from './ids.ts'
import type { Actor, Stamp } from './stamp.ts'

/** Who needs help, and of whom where that is named; or two that name each other. */
export const CoordinationUnits = z.array(UnitId).min(1).max(2)
const Quoted = z.strictObject({ unit: UnitId, words: Words, on: Day })

/** `quotes`: what each side said, as the leader reads it; `words`: the secretary's own. */
export const CoordinationHandedUp = z.strictObject({ type: z.literal('coordination-handed-up'), task: TaskNo, units: CoordinationUnits, to: PersonId, words: Words, quotes: z.array(Quoted) })
/** `made`: the instruction that decides it. */
export const CoordinationDecided = z.strictObject({ type: z.literal('coordination-decided'), task: TaskNo, units: CoordinationUnits, choice: z.enum(['meeting', 'instruction']), made: TaskNo.optional() })
export type CoordinationDecided = z.infer<typeof CoordinationDecided>
export const HandedUpEvent = z.discriminatedUnion('type', [CoordinationHandedUp, CoordinationDecided])
export type HandedUpEvent = z.infer<typeof HandedUpEvent>

export type HandedUp = {
  units: readonly UnitId[]; to: PersonId; words: string; quotes: readonly z.infer<typeof Quoted>[]; on: Day; at: Instant; by: Actor
  decided?: { choice: CoordinationDecided['choice']; on: Day; at: Instant; by: Actor; made?: TaskNo }
}

/** As far as a task's course is looked at. */
type Course = { handedUp?: readonly HandedUp[]; coordinated?: readonly { units: readonly UnitId[]; at: Instant }[] }

export type HandedUpIntent =
  | { type: 'hand-up-coordination'; task: TaskNo; units: readonly UnitId[]; to: PersonId; words: string; quotes: readonly z.infer<typeof Quoted>[] }
  | { type: 'decide-coordination'; task: TaskNo; units: readonly UnitId[] }

const areSame = (some: readonly UnitId[], others: readonly UnitId[]): boolean => some.length === others.length && some.every((unit) => others.includes(unit))

/** Those that wait for a leader: nobody has decided or settled them since. */
export const handedUpWaiting = ({ handedUp = [], coordinated = [] }: Course): HandedUp[] =>
  handedUp.filter(({ decided, units, at }) => decided === undefined && !coordinated.some((settled) => settled.at >= at && areSame(settled.units, units)))

/** @param units of which matter; left out, the first that waits for that leader */
export const handedUpTo = (course: Course, to: PersonId, units?: readonly UnitId[]): HandedUp | undefined =>
  handedUpWaiting(course).find((each) => each.to === to && (units === undefined || areSame(each.units, units)))

export function decideHandedUp(course: Course, intent: HandedUpIntent, { by }: Stamp): Decision<HandedUpEvent> {
  const { task, units } = intent
  if (intent.type === 'hand-up-coordination') {
    const waits = handedUpWaiting(course).find((each) => areSame(each.units, units))
    const { to, words, quotes } = intent
    return waits === undefined ? accept({ type: 'coordination-handed-up', task, units: [...units], to, words, quotes: [...quotes] }) : refuse({ code: 'coordination-handed-up', task, on: waits.on, to: waits.to })
  }
  const own = by === 'system' ? undefined : handedUpTo(course, by, units)
  if (own !== undefined) return accept({ type: 'coordination-decided', task, units: [...own.units], choice: 'meeting' })
  const last = course.handedUp?.findLast((each) => areSame(each.units, units))?.decided
  return refuse(last === undefined ? { code: 'coordination-none', task } : { code: 'coordination-decided', task, on: last.on, choice: last.choice })
}

/** Never refuses. */
export function evolveHandedUp<Of extends Course>(now: Of, event: HandedUpEvent, { on, at, by }: Stamp): Of {
  const { handedUp = [] } = now
  if (event.type === 'coordination-handed-up') {
    const { units, to, words, quotes } = event
    return { ...now, handedUp: [...handedUp, { units, to, words, quotes, on, at, by }] }
  }
  const decided = { choice: event.choice, on, at, by, ...present({ made: event.made }) }
  const last = handedUp.findLastIndex((each) => each.decided === undefined && areSame(each.units, event.units))
  return { ...now, handedUp: handedUp.map((each, index) => (index === last ? { ...each, decided } : each)) }
}
