// 变化: what changed since the asker looked last, since a day, or since the last meeting.
import { z } from 'zod'
import { addMs } from '#src/calendar/calendar.ts'
import { Instant, type Day } from '#src/calendar/day.ts'
import { wholeDays } from '#src/calendar/english-day.ts'
import { latelyIn } from '#src/calendar/span-back.ts'
import { spanIn, type DaySpan } from '#src/calendar/span-phrase.ts'
import { answered, command, type Desk } from '#src/command.ts'
import { present } from '#src/ledger/fields.ts'
import type { Look } from '#src/ledger/positions.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { inForce } from '#src/queries/county-summary.ts'
import { changeKinds, type ChangeKind, type Held } from '#src/queries/changes.ts'
import type { View } from '#src/queries/view.ts'
import type { Run } from '#templates/card.ts'
import { changesCard, type ChangesShown, type Since } from '#templates/changes.ts'
import { bodiesMeant } from './body-argument.ts'
import { dayIn } from './day-argument.ts'
import { dayLookedAt } from './day-looked-at.ts'
import { viewsOf } from './plan-argument.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { scopeIn } from './screen-scope.ts'
import { changesSince, thenAt } from './since-look.ts'
import { sinceMeeting } from './since-meeting.ts'

/** Without a look before, what a week brought. */
const weekMs = 7 * 24 * 60 * 60 * 1000
const lastMeeting: ReadonlySet<string> = new Set(['上次会议', '上次会', '会议', '上次会议以来', 'meeting', 'last meeting', 'last-meeting', 'the last meeting'])

export const changes = command({
  name: { zh: '变化', en: 'changes' },
  also: ['动态', '最近变化', '有什么变化'],
  usage: { zh: '变化 上周五（或 某天、上次会议、县教育局；不写为自上次查看）', en: 'changes yesterday (or: a day, last-week, meeting, a unit; nothing: since your last look)' },
  about: { zh: '自上次查看、某天或上次会议以来变了什么，新的风险在前', en: 'what changed since your last look, a day or the last meeting, new risks first' },
  group: 'look',
  may: 'see',
  looks: true,
  /** `since`: as it was said, a unit, a section or a plan among its words. `kind`: a group by itself. `look`: the one that its card was of, for another is marked since. `meeting`: the sitting since which it is asked. */
  args: z.object({ since: z.string().max(60).optional(), plan: z.string().max(199).optional(), kind: z.enum(changeKinds).optional(), look: Instant.optional(), meeting: z.string().trim().toLowerCase().max(20).optional() }),
  typed: (words) => ((since) => (since === '' ? {} : { since }))(words.join(' ').replace(/^(?:自|从|since )|(?:以来|起|至今)$/gi, '').trim()),
  async run({ since: said, plan: named, kind, look, meeting }, desk) {
    const { since: asked, of } = said === undefined ? {} : apart(said, desk)
    const isMeeting = meeting !== undefined || (asked !== undefined && lastMeeting.has(asked))
    const body = isMeeting && named === undefined ? bodyIn(of, desk) : undefined
    const plan = named ?? (body === undefined ? of : undefined)
    const moment = isMeeting ? ofMeeting(desk, viewsOf(desk, plan).ok ? plan : undefined, { meeting, body }) : asked === undefined ? await sinceLast(desk, look) : onDay(asked, desk)
    const again = runOf('changes', { since: said, plan: named, kind, meeting })
    if (!moment.ok) return refused(moment.refusal, desk, again)
    const then = await thenAt(desk, moment)
    const found = viewsOf(desk, plan)
    const scope = found.ok || plan === undefined ? undefined : scopeIn(desk, plan)
    if (!found.ok && scope === undefined) return refused(unread(named === undefined ? said : undefined, desk) ?? found.refusal, desk, again)
    const views = inForce(scope?.views ?? (found.ok ? found.views : []))
    // Who never looked before is shown a week, and the same week behind the way to all.
    const since = [said, asked === undefined && moment.called === undefined ? shownAs(moment, views, desk).since.day : undefined].filter((word) => word !== undefined).join(' ')
    const rest = (of: ChangeKind): Run => runOf('changes', { since: since === '' ? undefined : since, plan: named, kind: of, meeting, look: asked === undefined && moment.called === 'last-look' ? moment.at : undefined })
    const isBefore = isBeforeAll(moment, views, desk)
    const card = changesCard({
      ...(isBefore ? { isBefore } : {}),
      ...changesSince(desk, then, views, { among: scope?.tasks, kind, isOwnLook: moment.called === 'last-look', ...present({ held: moment.held }) }), ...shownAs(moment, views, desk, scope !== undefined), rest, ...(scope === undefined || plan === undefined ? {} : { of: plan }),
      ...(!found.ok || found.plan === undefined || plan === undefined ? {} : { plan: found.plan.id }),
    }, desk.lang)
    if (said === undefined && plan === undefined && kind === undefined && meeting === undefined) await desk.looked()
    return answered(card)
  },
})

/** 县教育局 上周: since when, and of what. What is neither a day nor a time is what is asked about. */
function apart(said: string, desk: Desk): { since?: string; of?: string } {
  const words = wholeDays(said.split(/\s+/))
  const isMoment = (word: string): boolean => lastMeeting.has(word) || spanOf(word, desk.today) !== undefined || dayIn(word, desk.today).ok || dayLookedAt(word, desk).ok
  if (isMoment(said)) return { since: said }
  const [moment] = words.filter(isMoment)
  const rest = words.filter((word) => word !== moment).join(' ')
  return { ...(moment === undefined ? {} : { since: moment }), ...(rest === '' ? {} : { of: rest }) }
}

/** 上周, 本月, last-week: since it began. */
function spanOf(word: string, today: Day): DaySpan | undefined {
  const plain = word.replaceAll('-', ' ')
  const span = latelyIn(plain, today) ?? spanIn(plain, today)
  return span === undefined || span.said.length !== plain.length || span.from > today ? undefined : span
}

/** A part of the words is neither a time nor anything here: what was meant is a day. */
const unread = (said: string | undefined, desk: Desk): Refusal | undefined => ((day) => (day?.ok === false ? day.refusal : undefined))(said === undefined ? undefined : onDay(said, desk))

/** `isDay`: it is called by the day that began then. */
type Moment = ({ ok: true; called?: Since['called']; isDay: boolean; held?: Held; body?: string } & Look) | { ok: false; refusal: Refusal }

const startOf = (day: Day, { calendar, zone }: Desk): Instant => addMs(calendar.instantOf(day, '00:00', zone), -1)

function onDay(asked: string, desk: Desk): Moment {
  const span = spanOf(asked, desk.today)
  if (span !== undefined) return { ok: true, at: startOf(span.from, desk), isDay: true }
  const read = dayLookedAt(asked, desk)
  return !read.ok ? read : { ok: true, at: startOf(read.day, desk), isDay: true }
}

async function sinceLast(desk: Desk, look: Instant | undefined): Promise<Moment> {
  const last = look === undefined ? await desk.lookedBefore() : await desk.lookBegun(look)
  return last === undefined ? { ok: true, at: addMs(desk.now, -weekMs), isDay: true } : { ok: true, ...last, called: 'last-look', isDay: false }
}

/** A body by its name, and nothing else that has it. */
const bodyIn = (words: string | undefined, desk: Desk): string | undefined => (words === undefined || viewsOf(desk, words).ok || bodiesMeant({ body: words }, desk).length === 0 ? undefined : words)

/** That was held last, of whichever body where none is named. */
function ofMeeting(desk: Desk, plan: string | undefined, which: { meeting: string | undefined; body: string | undefined }): Moment {
  const found = viewsOf(desk, plan)
  if (!found.ok) return found
  const since = sinceMeeting(inForce(found.views).map((view) => view.plan), which, desk)
  if (!since.ok) return since
  const { began, meeting: held, body } = since
  return { ok: true, at: began, called: 'last-meeting', isDay: held.time === '', held, ...present({ body }) }
}

/** A day on which none of the plans was there. */
const isBeforeAll = ({ at, called }: Extract<Moment, { ok: true }>, views: readonly View[], { calendar, zone }: Desk): boolean => called === undefined && views.length > 0 && views.every(({ plan: { importedOn } }) => importedOn !== undefined && importedOn > calendar.dayAt(addMs(at, 1), zone))

/** A day is named by the day that began then. @param isOfPart of a unit or a section, which names no plan */
function shownAs({ at, called, isDay, held, body }: Extract<Moment, { ok: true }>, views: readonly View[], { calendar, zone, today, plans }: Desk, isOfPart = false): Pick<ChangesShown, 'since' | 'today' | 'several'> {
  const first = addMs(at, isDay ? 1 : 0)
  // A sitting has its own hour, also where it was said to be held before it.
  const moment = held === undefined ? { day: calendar.dayAt(first, zone), time: calendar.timeAt(first, zone) } : { day: held.day, time: held.time }
  return { since: { day: moment.day, ...(isDay ? {} : { time: moment.time }), ...present({ called, body }) }, today, several: views.length > 1 || (isOfPart && plans.size > 1) }
}

/** The same for the leader's screen. */
export const shownSince = (since: Instant, views: readonly View[], desk: Desk, isOfPart: boolean): Pick<ChangesShown, 'since' | 'today' | 'several'> => shownAs({ ok: true, at: since, called: 'last-look', isDay: false }, views, desk, isOfPart)
