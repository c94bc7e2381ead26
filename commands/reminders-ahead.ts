// 明天提醒什么、未来30天提醒: what would be sent if nobody did anything until then. A secretary sees everybody's, others their own.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { answered, command, type Desk } from '#src/command.ts'
import { present } from '#src/ledger/fields.ts'
import type { Sending } from '#src/reminders/ahead.ts'
import type { Card } from '#templates/card.ts'
import { aheadOnDay, aheadOverview, aheadTooFar, aheadUnclear, type AheadLine } from '#templates/reminders-ahead.ts'
import { aheadAsked } from './ahead-asked.ts'
import { aheadFacts, messageAhead, nameOf, sendingsAhead } from './ahead-facts.ts'
import { refused } from './refused.ts'

export const remindersAhead = command({
  name: { zh: '提醒预告', en: 'reminders-ahead' },
  alone: ['明天提醒什么', '明天提醒', '未来30天提醒', '未来提醒', '下个月提醒', '本月提醒'],
  usage: { zh: '提醒预告 明天（或：提醒预告 7月10日、提醒预告 下个月、提醒预告 苏晚晴、提醒预告 县教育局、未来30天提醒）', en: 'reminders-ahead tomorrow (or a day, a person, a unit)' },
  about: { zh: '看明天和未来30天会提醒什么、提醒谁', en: 'see what would be reminded of tomorrow and in the next 30 days' },
  then: { zh: '只是预告，现在不发任何消息；填报后就不再提醒。', en: 'Nothing is sent now; what is answered is not reminded of.' },
  group: 'look',
  may: 'see',
  args: z.object({ on: Day.optional(), next: z.boolean().default(false), asked: z.string().max(80).default(''), page: z.number().int().min(1).max(99).default(1) }),
  typed: (words) => ({ asked: words.join(' ').slice(0, 80) }),
  async run({ on: given, next, asked, page }, desk) {
    const isAll = desk.asker?.roles.includes('secretary') === true
    const meant = aheadAsked(asked, desk)
    if (meant.unclear !== undefined) return answered(aheadUnclear(meant.unclear, desk.lang))
    const { until } = aheadFacts(desk)
    const on = given ?? (next ? desk.calendar.addDays(desk.today, 1) : meant.on)
    if (on !== undefined && on < desk.today) return refused({ code: 'day-past', day: on, today: desk.today }, desk)
    if ((on ?? '') > until || (meant.month?.from ?? '') > until) return answered(aheadTooFar(until, desk.today, desk.lang))
    const sendings = (await sendingsAhead(aheadFacts(desk), desk)).filter(({ on: day }) => meant.month === undefined || (meant.month.from <= day && day <= meant.month.to)).filter((sending) => (isAll ? meant.isOf(sending) : sending.parcel.to === desk.asker?.id))
    const of = { isAll, who: isAll ? meant.who.join(' ') : '', isInstead: !isAll && !sendings.every(meant.isOf), page }
    return answered(on === undefined ? overview(sendings, { ...of, ...present({ month: meant.month }) }, desk) : onDay(sendings, on, of, desk))
  },
})

type Shown = Pick<Parameters<typeof aheadOverview>[0], 'isAll' | 'who' | 'isInstead' | 'page' | 'month'>

const overview = (sendings: readonly Sending[], of: Shown, desk: Desk): Card => {
  const days = [...new Set(sendings.map(({ on }) => on))].map((on) => ({ on, those: sendings.filter((sending) => sending.on === on) }))
  return aheadOverview({ calendar: desk.calendar,
    days: days.map(({ on, those }) => ({ on, count: those.length, names: [...new Set(those.map(({ parcel }) => nameOf(parcel.to, on, desk)))], ...(of.isAll ? {} : { says: those.map((sending) => messageAhead(sending, desk)?.text ?? '').join('\n') }) })),
    until: aheadFacts(desk).until, today: desk.today, ...of,
  }, desk.lang)
}

/** Of a day on which nothing is sent, the next on which something is is named. */
const onDay = (sendings: readonly Sending[], on: Day, of: Shown, desk: Desk): Card => {
  const lines = sendings.filter((sending) => sending.on === on).flatMap((sending): AheadLine[] => {
    const card = messageAhead(sending, desk)
    if (card === undefined) return []
    const rows = (card.sections ?? []).flatMap((section) => section.rows.map(({ line }) => line))
    return [{ time: sending.time, name: nameOf(sending.parcel.to, on, desk), says: card.text, rows: of.isAll || rows.length === 0 ? (card.lines ?? []) : rows }]
  })
  const following = sendings.find((sending) => sending.on > on)?.on
  return aheadOnDay({ calendar: desk.calendar, on, lines, isWorkingDay: desk.calendar.isWorkingDay(on), isTomorrow: on === desk.calendar.addDays(desk.today, 1), today: desk.today, ...of, ...(following === undefined ? {} : { following }) }, desk.lang)
}
