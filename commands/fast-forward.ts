// Sandbox only: moves the clock, so that what falls due then arrives now.
import { z } from 'zod'
import { addMs } from '#src/calendar/calendar.ts'
import { answered, command, type Desk } from '#src/command.ts'
import type { Instant } from '#src/calendar/day.ts'
import { clockMoved, forwardBy, nothingAhead } from '#templates/clock-moved.ts'
import { numberIn } from './chinese-number.ts'
import { refused } from './refused.ts'

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs
/** A year on, everything has been seen. */
const mostDays = 366

export const fastForward = command({
  name: { zh: '快进', en: 'fast-forward' },
  usage: { zh: '快进 1天（或 7天、到下一次提醒）', en: 'fast-forward 1 day (or: 7 days, next)' },
  about: { zh: '把时钟拨到以后，到期的提醒随即送达（仅沙箱）', en: 'move the clock on: what falls due arrives (sandbox only)' },
  then: { zh: '时钟往前走，到期的提醒都会发出来。', en: 'The clock moves, and what falls due arrives.' },
  group: 'sandbox',
  may: 'move-clock',
  sandboxOnly: true,
  args: z.object({ by: z.string().trim().max(40).default('') }),
  typed: (words) => ({ by: words.join(' ') }),
  async run({ by }, desk) {
    if (desk.moveClock === undefined) return refused({ code: 'not-permitted', permission: 'move-clock' }, desk)
    if (/^(到?下一次提醒|到?下一次|next.*)$/.test(by)) {
      const next = desk.nextReminderAt?.()
      return next === undefined ? answered(nothingAhead(desk.lang)) : moved(next < desk.now ? desk.now : next, desk.moveClock, desk)
    }
    const ms = durationIn(by)
    if (ms === undefined) return answered(forwardBy(by, mostDays, desk.lang))
    return ms <= 0 ? refused({ code: 'clock-backwards' }, desk) : moved(addMs(desk.now, ms), desk.moveClock, desk)
  },
})

async function moved(to: Instant, moveClock: NonNullable<Desk['moveClock']>, { calendar, zone, lang }: Desk): Promise<ReturnType<typeof answered>> {
  await moveClock(to)
  const day = calendar.dayAt(to, zone)
  return answered(clockMoved({ day, time: calendar.timeAt(to, zone), isWorkingDay: calendar.isWorkingDay(day) }, lang))
}

/** 1天, 七天, 2小时, 1 day, 1周; undefined for anything else and for more than a year. */
function durationIn(words: string): number | undefined {
  const [, sign, amount = '', unit = ''] = /^(-)?\s*(\S+?)\s*(天|日|周|星期|小时|个?小时|d|days?|w|weeks?|h|hours?)$/i.exec(words.normalize('NFKC')) ?? []
  const count = numberIn(amount)
  if (count === undefined) return undefined
  const ms = count * (/^(周|星期|w)/i.test(unit) ? 7 * dayMs : /小时|^h/i.test(unit) ? hourMs : dayMs)
  return ms > mostDays * dayMs ? undefined : sign === undefined ? ms : -ms
}
