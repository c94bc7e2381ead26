// 休息日: days on which a plan's units do not work though the county does (三月三, a school closed by snow). They are counted and reminded around.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { Words } from './ids.ts'
import type { Stamp } from './stamp.ts'

const Days = z.array(Day).min(1).max(62)
export const OwnDaysOffSet = z.strictObject({ type: z.literal('own-days-off-set'), days: Days, reason: Words })
export const OwnDaysOffLifted = z.strictObject({ type: z.literal('own-days-off-lifted'), days: Days })
export const OwnDaysOffEvent = z.discriminatedUnion('type', [OwnDaysOffSet, OwnDaysOffLifted])
export type OwnDaysOffEvent = z.infer<typeof OwnDaysOffEvent>

export type OwnDaysOffIntent = { type: 'set-own-days-off'; days: readonly Day[]; reason: string } | { type: 'lift-own-days-off'; days: readonly Day[] }

/** By day, why. A map that is never changed, only replaced: the calendar of these days is worked out once. */
export type OwnDaysOff = ReadonlyMap<Day, { reason: string }>

/** @param days working days of the county, today or ahead: what is past was counted as it was */
export function decideOwnDaysOff(known: OwnDaysOff, intent: OwnDaysOffIntent, { on: today }: Stamp): Decision<OwnDaysOffEvent> {
  const past = intent.days.find((day) => day < today)
  if (past !== undefined) return refuse({ code: 'day-past', day: past, today })
  const isSetting = intent.type === 'set-own-days-off'
  const days = intent.days.filter((day) => known.has(day) !== isSetting)
  if (days.length === 0) return refuse({ code: isSetting ? 'own-days-off-known' : 'own-days-off-none' })
  if (!isSetting) return accept({ type: 'own-days-off-lifted', days })
  return intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'own-days-off-set', days, reason: intent.reason })
}

export function evolveOwnDaysOff(known: OwnDaysOff, event: OwnDaysOffEvent): OwnDaysOff {
  if (event.type === 'own-days-off-set') return new Map([...known, ...event.days.map((day) => [day, { reason: event.reason }] as const)].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const lifted = new Set(event.days)
  return new Map([...known].filter(([day]) => !lifted.has(day)))
}
