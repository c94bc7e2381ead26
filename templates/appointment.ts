// A meeting as a calendar keeps it: plain data. src/documents writes it as .ics.
import type { Day, Instant } from '#src/calendar/day.ts'

/**
 * One sitting of a person's own calendar.
 *
 * `uid` stays through every change and the cancelling, `sequence` rises with each: by these a calendar knows what to put the new one in the
 * place of. `time` is wall time in `zone` (`15:00`), `minutes` how long. `organizer` is a name without an address, for none is known.
 */
export type Appointment = {
  kind: 'appointment'
  uid: string
  sequence: number
  isCancelled: boolean
  day: Day
  time: string
  minutes: number
  zone: string
  summary: string
  place: string
  description: string
  organizer: string
  /** When it was last changed. */
  stampedAt: Instant
}
