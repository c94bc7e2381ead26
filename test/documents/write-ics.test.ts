// Calendar files: written by one library, read back by another.
import fc from 'fast-check'
import ical, { type VEvent } from 'node-ical'
import { describe, expect, it } from 'vitest'
import { dayOfNumber, dayNumber } from '#src/calendar/day-number.ts'
import { Instant, type Day } from '#src/calendar/day.ts'
import { wallTime } from '#src/calendar/wall-time.ts'
import { writeIcs } from '#src/documents/write-ics.ts'
import type { Appointment } from '#templates/appointment.ts'
import { day } from '#test/builders.ts'

const appointment: Appointment = {
  kind: 'appointment', uid: 'meeting-p1-m2@duban', sequence: 0, isCancelled: false, day: day('2026-06-18'), time: '15:00', minutes: 120, zone: 'Asia/Shanghai',
  summary: '县学前教育工作领导小组会议', place: '县政府二楼会议室', description: '议题：1.学位建设；2.教师招聘\n联系人：苏晚晴', organizer: '县政府督查室', stampedAt: Instant.parse('2026-06-01T01:02:03.004Z'),
}

function read(text: string): VEvent {
  const [event] = Object.values(ical.sync.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT')
  if (event === undefined) throw new Error('no event in it')
  return event
}
/** What a reader has under a name, as text: some give a value with its parameters. */
const words = (value: unknown): string => (typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value))
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')
const wallOf = (at: Date | undefined, zone: string): string => (({ day: on, time }) => `${on} ${time}`)(wallTime(Instant.parse(at?.toISOString()), zone))

describe('a meeting’s calendar file', () => {
  it('begins and ends at the hours of its zone, whatever the machine’s zone is', () => {
    const before = process.env['TZ']
    try {
      for (const zone of ['America/New_York', 'UTC', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
        process.env['TZ'] = zone
        const event = read(writeIcs(appointment))
        expect([event.start.toISOString(), event.end?.toISOString()], zone).toEqual(['2026-06-18T07:00:00.000Z', '2026-06-18T09:00:00.000Z'])
      }
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })

  it('names its zone and tells its offset, so that no calendar need know the name', () => {
    const lines = unfolded(writeIcs(appointment))
    expect(lines).toEqual(expect.arrayContaining(['TZID:Asia/Shanghai', 'TZOFFSETTO:+0800', 'DTSTART;TZID=Asia/Shanghai:20260618T150000', 'DTEND;TZID=Asia/Shanghai:20260618T170000']))
  })

  it.each([['2026-06-18', '15:00', '-0400'], ['2026-12-18', '15:00', '-0500'], ['2026-03-08', '04:00', '-0400'], ['2026-03-08', '01:00', '-0500'], ['2026-11-01', '04:00', '-0500']])('of a zone that changes its clocks has the offset of its own hour: %s %s %s', (on, time, offset) =>
    expect(unfolded(writeIcs({ ...appointment, zone: 'America/New_York', day: day(on), time }))).toContain(`TZOFFSETTO:${offset}`))

  it('ends on the next day where it goes past midnight', () =>
    expect(unfolded(writeIcs({ ...appointment, day: day('2026-12-31'), time: '23:30', minutes: 60 }))).toContain('DTEND;TZID=Asia/Shanghai:20270101T003000'))

  it('has the instant that it is given and no clock of its own', () => expect(unfolded(writeIcs(appointment))).toContain('DTSTAMP:20260601T010203Z'))

  it('reminds a day and half an hour before', () =>
    expect(unfolded(writeIcs(appointment)).filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-P1D', 'TRIGGER:-PT30M']))

  it('is published by a name without an address, and asks nobody for an answer by mail', () => {
    const text = unfolded(writeIcs(appointment)).join('\n')
    expect(text).toContain('METHOD:PUBLISH')
    expect(text).toContain('ORGANIZER;CN=县政府督查室:invalid:nomail')
    expect(text).not.toMatch(/mailto|ATTENDEE/i)
  })
})

describe('a meeting that changes', () => {
  it('keeps its UID, raises its SEQUENCE, and has its new hour', () => {
    const moved = read(writeIcs({ ...appointment, sequence: 1, day: day('2026-06-19'), time: '09:00' }))
    expect([moved.uid, words(moved.sequence), wallOf(moved.start, 'Asia/Shanghai')]).toEqual(['meeting-p1-m2@duban', '1', '2026-06-19 09:00'])
  })

  it('is cancelled under the same UID, and reminds of nothing any more', () => {
    const text = writeIcs({ ...appointment, sequence: 2, isCancelled: true })
    const cancelled = read(text)
    expect([cancelled.uid, words(cancelled.sequence), cancelled.status]).toEqual(['meeting-p1-m2@duban', '2', 'CANCELLED'])
    expect(text).toContain('METHOD:CANCEL\r\n')
    expect(text).not.toContain('VALARM')
  })
})

describe('whatever is written in it', () => {
  const anyDay: fc.Arbitrary<Day> = fc.integer({ min: dayNumber(day('1992-01-01')), max: dayNumber(day('2099-12-31')) }).map(dayOfNumber)
  const anyTime = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  const oddWords = fc.constantFrom('会', '议', '，', '；', ';', ',', ':', '\\。', '"', '\u{20000}', '👩‍👩‍👧', 'é', 'BEGIN:VEVENT', '=', '^', ' a', '(')
  const anyLine = fc.array(oddWords, { minLength: 1, maxLength: 40 }).map((parts) => `会${parts.join('').trimEnd()}。`)

  it('is read back as it was: day, hour, title, place, description', () =>
    fc.assert(fc.property(anyDay, anyTime, anyLine, anyLine, fc.array(anyLine, { minLength: 1, maxLength: 3 }), (on, time, summary, place, lines) => {
      const event = read(writeIcs({ ...appointment, day: on, time, summary, place, description: lines.join('\n') }))
      expect([wallOf(event.start, 'Asia/Shanghai'), words(event.summary), words(event.location), words(event.description)]).toEqual([`${on} ${time}`, summary, place, lines.join('\n')])
    })))

  // The second library takes the escaped sign and the letter for an end of line.
  it('has its backslashes doubled, so that none makes an end of line of the letter behind it', () => expect(unfolded(writeIcs({ ...appointment, place: '会\\n议' }))).toContain('LOCATION:会\\\\n议'))

  it('stands in lines of 75 octets at most, none of which cuts a character', () =>
    fc.assert(fc.property(anyLine, (line) => {
      const text = writeIcs({ ...appointment, summary: line, place: line, description: `${line}\n${line}`, organizer: line })
      for (const physical of text.split('\r\n')) {
        expect(Buffer.byteLength(physical)).toBeLessThanOrEqual(75)
        expect(physical).not.toMatch(/\p{Cs}/u)
      }
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    })))

  it('ends no line and begins no part of its own', () => {
    const hostile = '会\r\nEND:VEVENT\nBEGIN:VALARM\u0000\u202e\u2028ATTENDEE:mailto:a@b.c\ud800'
    const text = writeIcs({ ...appointment, uid: hostile, summary: hostile, place: hostile, description: hostile, organizer: `"${hostile};X=1:` })
    const lines = unfolded(text)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2028]/u)
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
    expect(lines.some((line) => line.startsWith('ATTENDEE'))).toBe(false)
  })

  it('is no longer than a calendar takes', () =>
    expect(Buffer.byteLength(writeIcs({ ...appointment, summary: '长'.repeat(9_999), place: '长'.repeat(9_999), description: '长'.repeat(99_999), organizer: '长'.repeat(9_999) }))).toBeLessThan(25_000))
})
