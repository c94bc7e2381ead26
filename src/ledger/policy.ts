// The reminder policy of a plan: every number a secretary may set, within which bounds, and what stands where nobody has set it.
import { z } from 'zod'
import type { Day, Instant } from '#src/calendar/day.ts'
import { present } from './fields.ts'
import type { Actor } from './stamp.ts'

/** `marks`: working days before a date, so many at most. `count`: working days, or lines of a message. `hour`: wall time in the plan's zone. */
export type Bounds = { is: 'marks'; least: number; most: number; atMost: number } | { is: 'count'; least: number; most: number } | { is: 'hour'; least: string; most: string }

/** Quiet hours of several plans together leave the hours from ten to four: whatever is set, everybody can be told on every working day. */
export const policyBounds = {
  dueMarks: { is: 'marks', least: 0, most: 120, atMost: 8 },
  progressMarks: { is: 'marks', least: 0, most: 40, atMost: 6 },
  monthMarks: { is: 'marks', least: 0, most: 15, atMost: 3 },
  handInMarks: { is: 'marks', least: 1, most: 120, atMost: 4 },
  reviewMarks: { is: 'marks', least: 0, most: 40, atMost: 6 },
  cadenceMarks: { is: 'marks', least: 1, most: 120, atMost: 6 },
  cadenceEvery: { is: 'count', least: 1, most: 60 },
  warnWorkingDays: { is: 'count', least: 0, most: 60 },
  farOff: { is: 'count', least: 1, most: 120 },
  overdueEvery: { is: 'count', least: 1, most: 60 },
  headAfter: { is: 'count', least: 1, most: 120 },
  leaderAfter: { is: 'count', least: 1, most: 240 },
  leaderByItself: { is: 'count', least: 0, most: 240 },
  reviewWithin: { is: 'count', least: 1, most: 60 },
  queueAgain: { is: 'count', least: 1, most: 60 },
  ruledTold: { is: 'count', least: 1, most: 60 },
  amendedTold: { is: 'count', least: 1, most: 60 },
  milestonesTold: { is: 'count', least: 1, most: 60 },
  milestonesAskedAfter: { is: 'count', least: 0, most: 60 },
  milestonesAskedUntil: { is: 'count', least: 1, most: 120 },
  milestonesLeastLeft: { is: 'count', least: 0, most: 120 },
  digestFrom: { is: 'hour', least: '06:00', most: '21:59' },
  quietUntil: { is: 'hour', least: '06:00', most: '10:00' },
  quietFrom: { is: 'hour', least: '16:00', most: '22:00' },
  digestLines: { is: 'count', least: 3, most: 15 },
} as const satisfies Record<string, Bounds>
export type Setting = keyof typeof policyBounds

const count = z.number().int().min(0).max(999)
const marks = z.array(count).min(1).max(20)
const hour = z.string().regex(/^[0-2]\d:[0-5]\d$/)

/** What can be kept; `policyBounds` is what may be set. */
export const Policy = z.strictObject({
  /** Before a date, largest first; 0 is the day itself. */
  dueMarks: marks,
  /** A quarter's or half-year's progress, and a round's last day: with less ado. */
  progressMarks: marks,
  /** A duty of the month, never chased. */
  monthMarks: marks,
  /** What somebody receives, worked backwards: inputs are asked for, it is drafted, the head reads it, it is handed in. Of fewer the first fall away. */
  handInMarks: marks,
  /** A review is told of when it is scheduled, and again before it. */
  reviewMarks: marks,
  /** A body's window: prompts at half of it, then at these before it closes, from the last on every so many. */
  cadenceMarks: marks,
  cadenceEvery: count,
  /** A yellow light begins so many before the date. */
  warnWorkingDays: count,
  /** So many away, or more, a date can wait for the next digest, or for the week's beginning. */
  farOff: count,
  /** Overdue on the next working day, then every so many. */
  overdueEvery: count,
  /** The head is told when the unit is so many overdue. */
  headAfter: count,
  /** A note to the leader in charge is drafted for the secretary when the unit is so many overdue. */
  leaderAfter: count,
  /** It goes to the leader in charge without a secretary when the unit is so many overdue; 0 is never. */
  leaderByItself: count,
  /** A completion is reviewed within so many: the reviewer's own clock. */
  reviewWithin: count,
  /** What a unit asks is told to the secretary again after so many without a ruling. */
  queueAgain: count,
  /** A ruling is news to the unit for so many; so is a report that was put right after its round. */
  ruledTold: count,
  /** An amendment is news for so many; after that the plan is read as it stands. */
  amendedTold: count,
  /** That milestones were approved is news for so many. */
  milestonesTold: count,
  /** 年度分解 is asked for so many after the hand-out, and until so many; not once fewer are left of the year. */
  milestonesAskedAfter: count,
  milestonesAskedUntil: count,
  milestonesLeastLeft: count,
  /** A digest is sent from this hour on. */
  digestFrom: hour,
  /** Nothing is sent before and from, nor on days off. */
  quietUntil: hour,
  quietFrom: hour,
  /** Lines of a digest before 另有N项. */
  digestLines: count,
})
export type Policy = z.infer<typeof Policy>

export const defaultPolicy: Policy = {
  dueMarks: [30, 7, 3, 1, 0], progressMarks: [7, 1, 0], monthMarks: [3], handInMarks: [20, 10, 5, 2], reviewMarks: [3, 1, 0], cadenceMarks: [30, 10], cadenceEvery: 5,
  warnWorkingDays: 10, farOff: 8, overdueEvery: 5, headAfter: 5, leaderAfter: 10, leaderByItself: 0, reviewWithin: 5, queueAgain: 5, ruledTold: 10, amendedTold: 20,
  milestonesTold: 20, milestonesAskedAfter: 3, milestonesAskedUntil: 20, milestonesLeastLeft: 30,
  digestFrom: '09:00', quietUntil: '08:00', quietFrom: '20:00', digestLines: 7,
}

export const PolicyPart = Policy.partial()
export type PolicyPart = z.infer<typeof PolicyPart>

export type PolicyChange = { at: Instant; on: Day; by: Actor; set: PolicyPart; reason?: string }
/** `changes`: the oldest first. */
export type KeptPolicy = { now: Policy; changes: readonly PolicyChange[] }
type Has = { policy?: KeptPolicy }

export const policyOf = ({ policy }: Has): Policy => policy?.now ?? defaultPolicy

/** As it stood at the end of a day. */
export function policyOn({ policy }: Has, day: Day): Policy {
  if (policy === undefined) return defaultPolicy
  const then = policy.changes.findLast(({ on }) => on <= day)
  return then === policy.changes.at(-1) ? policy.now : whole(then?.set ?? {})
}

export const whole = (set: PolicyPart): Policy => ({ ...defaultPolicy, ...present(set) })

/** In the order in which they are shown. */
export const settings: readonly Setting[] = Policy.keyof().options

/** What is not the same in both. */
export const differing = (one: Policy, other: Policy): Setting[] => settings.filter((setting) => String(one[setting]) !== String(other[setting]))
