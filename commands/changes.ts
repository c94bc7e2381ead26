// 变化: what changed since the asker looked last, since a day, or since the last meeting.
import { z } from 'zod'
import { addMs } from '#src/calendar/calendar.ts'
import type { Day, Instant } from '#src/calendar/day.ts'
import { answered, command, type Desk } from '#src/command.ts'
import { inForce } from '#src/queries/county-summary.ts'
import type { View } from '#src/queries/view.ts'
import { changesCard, type ChangesShown, type Since } from '#templates/changes.ts'
import { dayLookedAt } from './day-looked-at.ts'
import { viewsOf } from './plan-argument.ts'
import { refused } from './refused.ts'
import { changesSince, thenAt } from './since-look.ts'

/** Without a look before, what a week brought. */
const weekMs = 7 * 24 * 60 * 60 * 1000
const lastMeeting: ReadonlySet<string> = new Set(['上次会议', '上次会', '会议', '上次会议以来', 'meeting', 'last meeting'])

export const changes = command({
  name: { zh: '变化', en: 'changes' },
  also: ['动态', '最近变化', '有什么变化'],
  usage: { zh: '变化 6月20日（或 上次会议；不写为自上次查看）', en: 'changes 2026-06-20 (or: meeting; nothing: since your last look)' },
  about: { zh: '自上次查看、某天或上次会议以来变了什么，新的风险在前', en: 'what changed since your last look, a day or the last meeting, new risks first' },
  group: 'look',
  may: 'see',
  looks: true,
  args: z.object({ since: z.string().max(60).optional(), plan: z.string().max(199).optional() }),
  typed: (words) => ((since) => (since === '' ? {} : { since }))(words.join(' ').replace(/^(?:自|从)|(?:以来|起|至今)$/g, '').trim()),
  async run({ since: asked, plan }, desk) {
    const asksSinceLook = asked === undefined
    const moment = asksSinceLook ? await sinceLast(desk) : lastMeeting.has(asked) ? sinceMeeting(desk, plan) : onDay(asked, desk)
    if (!moment.ok) return refused(moment.refusal, desk)
    const then = await thenAt(desk, moment.at)
    const found = viewsOf(desk, plan)
    if (!found.ok) return refused(found.refusal, desk)
    const views = inForce(found.views)
    const card = changesCard({ ...changesSince(desk, then, views), ...shownAs(moment, views, desk), ...(found.plan === undefined || plan === undefined ? {} : { plan: found.plan.id }) }, desk.lang)
    if (asksSinceLook && plan === undefined) await desk.looked()
    return answered(card)
  },
})

type Moment = { ok: true; at: Instant; called?: Since['called']; isDay: boolean } | { ok: false; refusal: Parameters<typeof refused>[0] }

const startOf = (day: Day, { calendar, zone }: Desk): Instant => addMs(calendar.instantOf(day, '00:00', zone), -1)

function onDay(asked: string, desk: Desk): Moment {
  const read = dayLookedAt(asked, desk)
  return !read.ok ? read : { ok: true, at: startOf(read.day, desk), isDay: true }
}

async function sinceLast(desk: Desk): Promise<Moment> {
  const last = await desk.lookedBefore()
  return last === undefined ? { ok: true, at: addMs(desk.now, -weekMs), isDay: true } : { ok: true, at: last, called: 'last-look', isDay: false }
}

/** That was held last, of whichever body: what it decided is as old as its day. */
function sinceMeeting(desk: Desk, plan: string | undefined): Moment {
  const found = viewsOf(desk, plan)
  if (!found.ok) return found
  const last = inForce(found.views).flatMap(({ plan }) => [...plan.meetings.values()]).filter(({ status, day }) => status === 'held' && day <= desk.today).toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]
  return last === undefined ? { ok: false, refusal: { code: 'meeting-none-held' } } : { ok: true, at: startOf(last.day, desk), called: 'last-meeting', isDay: true }
}

/** A day is named by the day that began then. */
function shownAs({ at, called, isDay }: Extract<Moment, { ok: true }>, views: readonly View[], { calendar, zone, today }: Desk): Pick<ChangesShown, 'since' | 'today' | 'several'> {
  const first = addMs(at, isDay ? 1 : 0)
  return { since: { day: calendar.dayAt(first, zone), ...(isDay ? {} : { time: calendar.timeAt(first, zone) }), ...(called === undefined ? {} : { called }) }, today, several: views.length > 1 }
}

/** The same for the leader's screen. */
export const shownSince = (since: Instant, views: readonly View[], desk: Desk): Pick<ChangesShown, 'since' | 'today' | 'several'> => shownAs({ ok: true, at: since, called: 'last-look', isDay: false }, views, desk)
