// 放假安排: a year's notice is pasted, shown as it was read, and gone by once it is confirmed.
import { z } from 'zod'
import { announcedDaysOff, withAnnounced } from '#src/calendar/days-off.ts'
import { Day, lastDayOf, yearOf } from '#src/calendar/day.ts'
import { readHolidayNotice, type HolidayNotice } from '#src/calendar/holiday-notice.ts'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { daysOffForm, daysOffKnown, daysOffOfYear, daysOffPreview, daysOffRecorded, type DaysChanged, type DaySpan } from '#templates/days-off.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'

const days = z.string().max(900).transform((text) => text.split(',').filter((each) => each !== '')).pipe(z.array(Day).max(60))
const Args = z.object({
  text: z.string().max(5000).default(''),
  open: z.boolean().default(false),
  form: z.boolean().default(false),
  /** What was shown, as the button carries it. */
  year: z.number().int().optional(),
  off: days.optional(),
  work: days.optional(),
})

export const daysOff = command({
  name: { zh: '放假安排', en: 'days-off' },
  also: ['节假日', '调休', 'holidays'],
  usage: { zh: '放假安排 2026（登记：后面贴上国务院办公厅的通知全文）', en: 'days-off 2026 (to enter a year: the notice pasted behind it)' },
  about: { zh: '登记一年的放假和调休，提醒按它算', en: 'enter a year’s days off, which reminders go by' },
  then: { zh: '先给您看读出的放假和调休日期，确认后立即按它算。', en: 'What was read is shown first; once confirmed it is gone by at once.' },
  group: 'look',
  may: 'see',
  args: Args,
  typed: (words) => ({ text: words.join(' ') }),
  run({ text, open, form, year, off, work }, desk) {
    const isAllowed = may(desk.asker, 'announce-days-off')
    const asked = /^(20\d\d)年?$/.exec(text.normalize('NFKC').trim())?.[1]
    if (asked !== undefined && !form) return answered(ofYear(Number(asked), desk, isAllowed))
    if (text.trim() === '' && year === undefined && !open && !form) return answered(known(desk, isAllowed))
    if (!isAllowed) return refused({ code: 'not-permitted', permission: 'announce-days-off' }, desk)
    if (year !== undefined && off !== undefined) return announce(year, off, work ?? [], desk)
    if (text.trim() === '') return { kind: 'form', form: daysOffForm(desk.lang) }
    return preview(text, form, desk)
  },
})

function known({ directory, calendar, today, lang }: Desk, isAllowed: boolean): ReturnType<typeof daysOffKnown> {
  const here = directory.daysOff
  const years = [...new Set([...announcedDaysOff().years, ...here.keys()])].toSorted((a, b) => a - b)
  const next = midYear(yearOf(today) + 1)
  return daysOffKnown({ known: years.map((year) => ({ year, here: here.has(year) })), may: isAllowed, ...(calendar.isProvisional(next) ? { missing: yearOf(next) } : {}) }, lang)
}

function ofYear(year: number, desk: Desk, isAllowed: boolean): ReturnType<typeof daysOffOfYear> {
  const { years, ...days } = withAnnounced(announcedDaysOff(), desk.directory.daysOff)
  const [off, work] = [days.off, days.work].map((known) => [...known].filter((day) => yearOf(day) === year).toSorted())
  return daysOffOfYear(year, !years.has(year) || off === undefined || work === undefined ? undefined : { off: spans(off, desk), work, count: off.length }, isAllowed, desk.lang)
}

/** Day by day against what is gone by now; undefined where nothing is known of the year. */
function changed({ year, off, work }: HolidayNotice, desk: Desk): DaysChanged | undefined {
  if (desk.calendar.isProvisional(midYear(year))) return undefined
  const [isOff, isWorked] = [new Set(off), new Set(work)]
  const ofYearItself = Array.from({ length: 366 }, (_, at) => desk.calendar.addDays(lastDayOf(year - 1, 12), at + 1)).filter((day) => yearOf(day) === year)
  const days = [...new Set([...ofYearItself, ...off, ...work])].toSorted()
  const worksNow = (day: Day): boolean => isWorked.has(day) || (!isOff.has(day) && desk.calendar.weekday(day) <= 5)
  const others = days.filter((day) => worksNow(day) !== desk.calendar.isWorkingDay(day))
  return { off: spans(others.filter((day) => !worksNow(day)), desk), work: spans(others.filter(worksNow), desk) }
}

function preview(text: string, isForm: boolean, desk: Desk): Answer {
  const read = readHolidayNotice(text)
  if (!read.ok) {
    const refusal = { code: 'holiday-notice-unclear' as const, problem: read.problem }
    return isForm ? { kind: 'form-errors', errors: fieldErrors('text', refusal, desk) } : refused(refusal, desk)
  }
  const { year, off, work } = read.notice
  const confirm = runOf('days-off', { year, off: off.join(','), work: work.join(',') })
  return answered(daysOffPreview({ year, off: spans(off, desk), work, count: off.length, changed: changed(read.notice, desk), confirm }, desk.lang))
}

const announce = (year: number, off: readonly Day[], work: readonly Day[], desk: Desk): Promise<Answer> =>
  recorded(desk.recordPerson({ type: 'announce-days-off', year, off, work }), desk, () => daysOffRecorded({ year, off: spans(off, desk), work, count: off.length }, desk.lang))

/** Any day that is nobody's neighbour. */
const midYear = (year: number): Day => lastDayOf(year, 6)

function spans(off: readonly Day[], { calendar }: Desk): DaySpan[] {
  const found: DaySpan[] = []
  for (const day of off) {
    const last = found.at(-1)
    if (last !== undefined && calendar.addDays(last.to, 1) === day) last.to = day
    else found.push({ from: day, to: day })
  }
  return found
}
