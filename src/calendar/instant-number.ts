// Instants as whole numbers, and back. A clock that is asked at every step has no time for more than a few divisions.
import { Day, Instant } from './day.ts'
import { dayNumber, dayOfNumber } from './day-number.ts'

const [secondMs, minuteMs, hourMs, dayMs] = [1000, 60_000, 3_600_000, 86_400_000]
const digits = (number: number, count: number): string => String(number).padStart(count, '0')

/** Milliseconds since 1970. Throws where its day is none. */
export function epochMs(instant: Instant): number {
  const [hour, minute, second, ms] = [instant.slice(11, 13), instant.slice(14, 16), instant.slice(17, 19), instant.slice(20, 23)].map(Number) as [number, number, number, number]
  return dayNumber(Day.parse(instant.slice(0, 10))) * dayMs + hour * hourMs + minute * minuteMs + second * secondMs + ms
}

/** An instant of milliseconds since 1970, as a real clock gives them. Throws where its year has not four digits. */
export function instantFromMs(ms: number): Instant {
  const ofDay = Math.floor(ms / dayMs)
  const inDay = ms - ofDay * dayMs
  const clock = [Math.floor(inDay / hourMs), Math.floor(inDay / minuteMs) % 60, Math.floor(inDay / secondMs) % 60].map((each) => digits(each, 2)).join(':')
  return Instant.parse(`${dayOfNumber(ofDay)}T${clock}.${digits(inDay % secondMs, 3)}Z`)
}
