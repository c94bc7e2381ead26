// 稍后提醒: a person asks to be reminded of a task on a later day, and not before. It is theirs alone: others of the unit are reminded as ever.
import { z } from 'zod'
import { Day, type Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { TaskNo } from './ids.ts'
import type { Actor, Stamp } from './stamp.ts'

/** `until`: the day on which whoever recorded it is reminded. */
export const ReminderSnoozed = z.strictObject({ type: z.literal('reminder-snoozed'), task: TaskNo, until: Day })
export type ReminderSnoozed = z.infer<typeof ReminderSnoozed>

/** `by`: whom it is for. */
export type Snooze = { by: Actor; until: Day; on: Day; at: Instant }

export type SnoozeIntent = { type: 'snooze'; task: TaskNo; until: Day }

/** That the day is a working day, and none after the date, is seen to by whoever knows what is reminded of. */
export function decideSnooze({ task, until }: SnoozeIntent, { on }: Stamp): Decision<ReminderSnoozed> {
  return until <= on ? refuse({ code: 'day-past', day: until, today: on }) : accept({ type: 'reminder-snoozed', task, until })
}

/** Never refuses. A person's last word stands. */
export const evolveSnoozes = (snoozes: readonly Snooze[], { until }: ReminderSnoozed, { by, on, at }: Stamp): Snooze[] => [...snoozes.filter((each) => each.by !== by), { by, until, on, at }]
