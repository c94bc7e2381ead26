// 提醒设置: a secretary sets numbers of a plan's reminder policy, all that is asked at once or none of it.
import { z } from 'zod'
import { accept, refuse, type Decision } from './decision.ts'
import { present } from './fields.ts'
import { Words } from './ids.ts'
import { defaultPolicy, differing, policyBounds, PolicyPart, settings, whole, type Bounds, type KeptPolicy, type Policy, type Setting } from './policy.ts'
import type { Refusal } from './refusal.ts'
import type { Stamp } from './stamp.ts'

/** `policy`: all that is not as by default from then on. */
export const PolicySet = z.strictObject({ type: z.literal('policy-set'), policy: PolicyPart, reason: Words.optional() })
export type PolicySet = z.infer<typeof PolicySet>

/** `seen`: how many changes there were when the numbers were looked at. `defaults`: all else goes back to how it is by default. */
export type PolicyIntent = { type: 'set-policy'; set: PolicyPart; defaults?: boolean; reason?: string; seen?: number }

export function decidePolicy({ policy }: { policy?: KeptPolicy }, { set, defaults = false, reason = '', seen }: PolicyIntent): Decision<PolicySet> {
  const changes = policy?.changes ?? []
  const last = changes.at(-1)
  if (seen !== undefined && seen !== changes.length && last !== undefined) return refuse({ code: 'policy-changed', on: last.on, by: last.by })
  const wanted = policyWith(defaults ? {} : (last?.set ?? {}), set)
  if (!wanted.ok) return refuse(wanted.refusal)
  if (JSON.stringify(wanted.set) === JSON.stringify(last?.set ?? {})) return refuse({ code: 'policy-unchanged' })
  return accept({ type: 'policy-set', policy: wanted.set, ...(reason.trim() === '' ? {} : { reason }) })
}

/** The numbers that differ from the defaults once others are set, or why these cannot be. */
export function policyWith(before: PolicyPart, set: PolicyPart): { ok: true; set: PolicyPart } | { ok: false; refusal: Refusal } {
  const tidy = present({ ...set, ...present({ dueMarks: sorted(set.dueMarks), progressMarks: sorted(set.progressMarks), monthMarks: sorted(set.monthMarks), handInMarks: sorted(set.handInMarks), reviewMarks: sorted(set.reviewMarks), cadenceMarks: sorted(set.cadenceMarks) }) })
  const wanted = whole({ ...before, ...tidy })
  const refusal = settings.map((setting) => outOfBounds(setting, wanted[setting])).find((problem) => problem !== undefined) ?? atOdds(wanted)
  if (refusal !== undefined) return { ok: false, refusal }
  return { ok: true, set: Object.fromEntries(differing(wanted, defaultPolicy).map((setting) => [setting, wanted[setting]])) }
}

const sorted = (given: readonly number[] | undefined): number[] | undefined => (given === undefined ? undefined : [...new Set(given)].toSorted((a, b) => b - a))

function outOfBounds(setting: Setting, value: Policy[Setting]): Refusal | undefined {
  const bounds: Bounds = policyBounds[setting]
  if (bounds.is === 'hour') {
    const given = String(value)
    return given < bounds.least || given > bounds.most ? { code: 'setting-outside', setting, given, least: bounds.least, most: bounds.most } : undefined
  }
  const given = [value].flat().map(Number)
  if (bounds.is === 'marks' && (given.length === 0 || given.length > bounds.atMost)) return { code: 'setting-marks', setting, given: given.length, atMost: bounds.atMost }
  const outside = given.find((each) => !Number.isInteger(each) || each < bounds.least || each > bounds.most)
  return outside === undefined ? undefined : { code: 'setting-outside', setting, given: String(outside), least: String(bounds.least), most: String(bounds.most) }
}

/** In half an hour everybody's message leaves, at one a second, and a sweep that was missed is made up for. With less, whoever comes last would never be told. */
const sendingMinutes = 30
const minutesOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3))

/** Each within its bounds, and not to be had together. */
function atOdds({ digestFrom, quietUntil, quietFrom, milestonesAskedAfter: after, milestonesAskedUntil: until }: Policy): Refusal | undefined {
  if (digestFrom < quietUntil || minutesOf(quietFrom) - minutesOf(digestFrom) < sendingMinutes) return { code: 'digest-in-quiet', digestFrom, quietUntil, quietFrom, minutes: sendingMinutes }
  return after > until ? { code: 'milestones-asked-never', after, until } : undefined
}

export function evolvePolicy(kept: KeptPolicy | undefined, { policy: set, reason }: PolicySet, { at, on, by }: Stamp): KeptPolicy {
  return { now: whole(set), changes: [...(kept?.changes ?? []), { at, on, by, set, ...present({ reason }) }] }
}
