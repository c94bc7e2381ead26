// A meeting as a file that calendars take: RFC 5545, published as RFC 5546 says. Why it is no invitation by mail: docs/decisions/0025.
import ICAL from 'ical.js'
import { wallTime, type WallTime } from '#src/calendar/wall-time.ts'
import { Instant, type Day } from '#src/calendar/day.ts'
import { dayNumber } from '#src/calendar/day-number.ts'
import type { Appointment } from '#templates/appointment.ts'
import { cutTo } from '#templates/cut-to.ts'
import { fileLines, fileWords } from '#templates/file-words.ts'

const program = '-//duban//meetings//ZH'
/** The customary sign that somebody has a name and no address. */
const noAddress = 'invalid:nomail'
/** Characters: a calendar shows no more of a title, and a phone no more of a description. */
const atMost = { line: 200, description: 4_000 }
/** Before it begins: a day, and half an hour. */
const alarms = ['-P1D', '-PT30M'] as const
/** The space that a folded line begins with is one of its 75 octets; the library counts without it. */
ICAL.foldLength = 74

/** The text of the file, lines ending in CRLF. The same appointment gives the same text, on whichever machine. */
export function writeIcs(appointment: Appointment): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', program)
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', appointment.isCancelled ? 'CANCEL' : 'PUBLISH')
  calendar.addSubcomponent(zoneOf(appointment))
  calendar.addSubcomponent(eventOf(appointment))
  return `${calendar.toString()}\r\n`
}

function eventOf(appointment: Appointment): ICAL.Component {
  const { uid, sequence, isCancelled, day, time, minutes, zone, stampedAt } = appointment
  const event = new ICAL.Component('vevent')
  const start = wall(day, time)
  const end = start.clone()
  end.addDuration(ICAL.Duration.fromSeconds(minutes * 60))
  event.addPropertyWithValue('uid', fileWords(uid))
  event.addPropertyWithValue('sequence', sequence)
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${stampedAt.slice(0, 19)}Z`))
  for (const [name, value] of [['dtstart', start], ['dtend', end]] as const) event.addPropertyWithValue(name, value).setParameter('tzid', zone)
  event.addPropertyWithValue('status', isCancelled ? 'CANCELLED' : 'CONFIRMED')
  event.addPropertyWithValue('summary', lineOf(appointment.summary))
  if (appointment.place !== '') event.addPropertyWithValue('location', lineOf(appointment.place))
  if (appointment.description !== '') event.addPropertyWithValue('description', Array.from(fileLines(appointment.description)).slice(0, atMost.description).join(''))
  event.addPropertyWithValue('organizer', noAddress).setParameter('cn', unquoted(lineOf(appointment.organizer)))
  if (!isCancelled) for (const before of alarms) event.addSubcomponent(alarmOf(before, lineOf(appointment.summary)))
  return event
}

function alarmOf(before: string, words: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', words)
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(before))
  return alarm
}

/** The zone with the one offset that is in force when the meeting begins: it has no other day to tell the time of. */
function zoneOf({ day, time, zone }: Appointment): ICAL.Component {
  const offset = ICAL.UtcOffset.fromSeconds(offsetMinutes(day, time, zone) * 60)
  const standard = new ICAL.Component('standard')
  standard.addPropertyWithValue('dtstart', wall('1970-01-01', '00:00'))
  standard.addPropertyWithValue('tzoffsetfrom', offset)
  standard.addPropertyWithValue('tzoffsetto', offset)
  const component = new ICAL.Component('vtimezone')
  component.addPropertyWithValue('tzid', zone)
  component.addSubcomponent(standard)
  return component
}

const wall = (day: string, time: string): ICAL.Time => ICAL.Time.fromDateTimeString(`${day}T${time}:00`)

const minuteOf = ({ day, time }: WallTime): number => dayNumber(day) * 24 * 60 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** How far a wall of the zone is ahead of UTC. Asked twice, for the first guess may lie on the other side of a change of clocks. */
function offsetMinutes(day: Day, time: string, zone: string): number {
  const here = minuteOf({ day, time })
  const at = (minute: number): Instant => Instant.parse(new Date(minute * 60_000).toISOString())
  const aheadAt = (minute: number): number => minuteOf(wallTime(at(minute), zone)) - minute
  return aheadAt(here - aheadAt(here))
}

const lineOf = (text: string): string => cutTo(fileWords(text), atMost.line)

/** A parameter takes no quotation mark. */
const unquoted = (text: string): string => text.replaceAll('"', '”')
