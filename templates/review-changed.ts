// 调度改期、取消: what is asked, and who will be told.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Review } from '#src/ledger/review.ts'
import type { Action, Card, Form, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { reviewKindWords } from './review-kind-words.ts'
import { whereLine } from './review-where.ts'
import { rich } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: { move: '调度改期', cancel: '取消调度', day: '改到哪天', newHour: '改到几点', reason: '原因', hint: '单位会看到，如：与防汛会商冲突', submit: { move: '改期', cancel: '取消调度' }, gap: { move: (of: string, to: string, lacks: string) => `还没有改：${of}${to === '' ? '' : `改到${to}`}，${lacks}。`, cancel: (of: string, lacks: string) => `还没有取消：${of}，${lacks}。`, of: (kind: string, day: string) => `${day}的${kind}`, lacks: { both: '请写明改到哪天和原因', day: '请写明改到哪天', reason: '请写明原因', none: '请核对' } }, missing: '请写明原因，单位会看到。', past: '请选今天或以后的日期。', moved: (kind: string, from: string, to: string) => `已改期：${kind}由${from}改到${to}`, cancelled: (kind: string, day: string) => `已取消：${day}${kind}`, told: (names: string, hasPeople: boolean) => (names !== '' ? `将告知${names}。` : hasPeople ? '还没有通知过单位，不再另行告知。' : '有关单位没有联络员，请另行告知。'), rest: (days: string, count: number) => `之后的${count}次也取消：${days}`, again: '另行安排', undo: '撤销', restore: (day: string) => `改回${day}`, restored: '改期有误，恢复原定日期', movedHour: (kind: string, day: string) => `已改时间：${day}${kind}`, restoreHour: '改回原时间', late: '现在不发消息，到那天才送达，急的请打电话。', back: (kind: string, day: string) => `已撤销取消调度：${day}的${kind}照常`, allBack: (kind: string, days: string, count: number) => `已撤销取消调度：${days}${kind}照常，共${count}次`, toldBack: '收到过取消通知的会再收到一次通知，照常准备；没收到过的不再另行告知。', list: '看调度', which: '取消哪几次', this: '只取消这一次', later: (count: number) => `这一次和之后的${count}次都取消`, and: '、', colon: '：' },
  en: { move: 'Move a review', cancel: 'Call a review off', day: 'New day', newHour: 'New time', reason: 'Reason', hint: 'The units will see it', submit: { move: 'Move', cancel: 'Call off' }, gap: { move: (of: string, to: string, lacks: string) => `Not moved yet: ${of}${to === '' ? '' : `, to ${to}`}. ${lacks}.`, cancel: (of: string, lacks: string) => `Not called off yet: ${of}. ${lacks}.`, of: (kind: string, day: string) => `the ${kind} of ${day}`, lacks: { both: 'Say to which day, and why', day: 'Say to which day', reason: 'Say why', none: 'Please look at it first' } }, missing: 'Please say why; the units will see it.', past: 'Choose today or a later day.', moved: (kind: string, from: string, to: string) => `Moved: ${kind}, from ${from} to ${to}`, cancelled: (kind: string, day: string) => `Called off: ${kind} of ${day}`, told: (names: string, hasPeople: boolean) => (names !== '' ? `${names} will be told.` : hasPeople ? 'No unit had been told of it, so none needs to be told now.' : 'The units have no contact: tell them yourself.'), rest: (days: string, count: number) => `The ${count} after it are called off too: ${days}`, again: 'Schedule another', undo: 'Take back', restore: (day: string) => `Back to ${day}`, restored: 'Moved by mistake: the day stands as it was', movedHour: (kind: string, day: string) => `Another time: ${kind} of ${day}`, restoreHour: 'Back to the time before', late: 'No message leaves now: it arrives on that day, so telephone if it is urgent.', back: (kind: string, day: string) => `Taken back: the ${kind} of ${day} stands as before`, allBack: (kind: string, days: string, count: number) => `Taken back: ${kind} of ${days} stand as before, ${count} in all`, toldBack: 'Whoever was told that it is off is told once that it is on; nobody else is told anything.', list: 'Reviews', which: 'Which ones', this: 'Only this one', later: (count: number) => `This one and the ${count} after it`, and: ', ', colon: ': ' },
} satisfies Record<Lang, unknown>

/** So many days of a series are named. */
const daysShown = 4

const now = (said: string | undefined): { now?: string } => (said === undefined || said === '' ? {} : { now: said })

/** `name`: as it is typed. */
type Changing = { plan: PlanId; review: Review; name: string; today: Day }

/** @param written what was said already */
export function moveReviewForm({ plan, review, name, today, written = {} }: Changing & { written?: { day?: Day; time?: string; reason?: string } }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.move, intro: [rich`${name} · ${reviewKindWords[lang][review.kind]} · ${dayWords(review.day, lang, today)}`, ...(written.time === undefined ? [] : [rich`${w.newHour}${w.colon}${written.time}`])], submit: w.submit.move, gap: moveGap(review, written, lang, today),
    fields: [{ name: 'day', label: w.day, kind: 'date', ...(written.day === undefined ? {} : { now: written.day }) }, { name: 'reason', label: w.reason, hint: w.hint, kind: 'line', maxLength: 300, ...now(written.reason) }],
    run: { command: 'move-review', args: { plan, review: review.id, ...(written.time === undefined ? {} : { time: written.time }), form: true } },
  }
}

function moveGap(review: Review, { day, reason = '' }: { day?: Day; reason?: string }, lang: Lang, today: Day): string {
  const { gap } = words[lang]
  const lacks = reason.trim() === '' ? (day === undefined ? gap.lacks.both : gap.lacks.reason) : day === undefined ? gap.lacks.day : gap.lacks.none
  return gap.move(gap.of(reviewKindWords[lang][review.kind], dayWords(review.day, lang, today)), day === undefined ? '' : dayWords(day, lang, today), lacks)
}

/** @param later days of those of its series that come after it */
export function cancelReviewForm({ plan, review, name, today, later, rest, reason }: Changing & { later: readonly Day[]; rest: boolean; reason: string }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.cancel, intro: [rich`${name} · ${reviewKindWords[lang][review.kind]} · ${dayWords(review.day, lang, today)}`], submit: w.submit.cancel, gap: w.gap.cancel(w.gap.of(reviewKindWords[lang][review.kind], dayWords(review.day, lang, today)), reason.trim() === '' ? w.gap.lacks.reason : w.gap.lacks.none),
    fields: [...(later.length === 0 ? [] : [{ name: 'rest', label: w.which, kind: 'choice' as const, as: 'radio' as const, choices: [{ value: 'this', label: w.this }, { value: 'rest', label: w.later(later.length) }], now: rest ? 'rest' : 'this' }]), { name: 'reason', label: w.reason, hint: w.hint, kind: 'line', maxLength: 300, ...now(reason) }],
    run: { command: 'cancel-review', args: { plan, review: review.id, form: true } },
  }
}

export const changeMissing = (what: 'reason' | 'day', lang: Lang): Record<string, string> => ({ [what]: what === 'reason' ? words[lang].missing : words[lang].past })

/** Who is told of it; `hasPeople`: some of the units have somebody who can be. */
export type Told = { names: readonly string[]; hasPeople: boolean; /** A message can leave before its day. */ inTime: boolean }

export function reviewMoved({ plan, review, to, reason, place, told, today }: { plan: PlanId; review: Review; to: Day; reason: string; /** Where it is another by the move. */ place?: string; told: Told; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = to === review.day ? w.movedHour(reviewKindWords[lang][review.kind], dayWords(to, lang, today)) : w.moved(reviewKindWords[lang][review.kind], dayWords(review.day, lang, today), dayWords(to, lang, today))
  return { text: head, lines: [rich`✅ ${head}`, ...(place === undefined || place === '' ? [] : [rich`${whereLine(place, lang)}`]), rich`${w.reason}${w.colon}${reason}`, rich`${w.told(told.names.join(w.and), told.hasPeople)}`, ...(told.inTime || told.names.length === 0 ? [] : [rich`⚠️ ${w.late}`])], actions: [...(review.day < today ? [] : [moveBack({ plan, review, on: to, ...(place === undefined ? {} : { where: review.place ?? '' }) }, lang, today)]), { label: w.submit.move, says: `${w.submit.move} ${review.id}`, run: { command: 'move-review', args: { plan, review: review.id } } }, { label: w.list, run: { command: 'review', args: {} } }] }
}

/** Whoever was told of the new day is told of the old one again: no taking back, for people have read it. @param on the day from which it goes back: one that was moved on since is seen first */
function moveBack({ plan, review: { id, day }, on, where }: { plan: PlanId; review: Review; on: Day; where?: string }, lang: Lang, today: Day): Action {
  const w = words[lang]
  const label = on === day ? w.restoreHour : w.restore(dayWords(day, lang, today))
  return { label, says: `${label} ${id}`, run: { command: 'move-review', args: { plan, review: id, on, day, ...(where === undefined ? {} : { where }), reason: w.restored, sure: true } } }
}

/** @param at the act, for as long as it can be taken back */
export function reviewCancelled({ review, later, reason, told, today, at }: { review: Review; later: readonly Day[]; reason: string; told: Told; today: Day; at?: Instant }, lang: Lang): Card {
  const w = words[lang]
  const head = w.cancelled(reviewKindWords[lang][review.kind], dayWords(review.day, lang, today))
  return { text: head, lines: [rich`✅ ${head}`, ...(later.length === 0 ? [] : [rich`${w.rest(later.map((day) => dayWords(day, lang, today)).join(w.and), later.length)}`]), rich`${w.reason}${w.colon}${reason}`, rich`${w.told(told.names.join(w.and), told.hasPeople)}`, ...(told.inTime || told.names.length === 0 ? [] : [rich`⚠️ ${w.late}`])], actions: [...(at === undefined ? [] : [{ label: w.undo, says: cutTo(`${w.undo}${w.colon}${head}`, 70), run: ways.undo(at, []) }]), { label: w.again, run: { command: 'review', args: { schedule: true, kind: review.kind } } }] }
}

/** 撤销 of it. */
export function reviewsStandAgain([first, ...others]: readonly [Review, ...Review[]], lang: Lang, today: Day): Card {
  const w = words[lang]
  const kind = reviewKindWords[lang][first.kind]
  const head = others.length === 0 ? w.back(kind, dayWords(first.day, lang, today)) : w.allBack(kind, [first, ...others].slice(0, daysShown).map(({ day }) => dayWords(day, lang, today)).join(w.and), others.length + 1)
  return { text: `↩️ ${head}`, lines: [rich`↩️ ${head}`, rich`${w.toldBack}`], actions: [{ label: w.list, run: { command: 'review', args: {} } }] }
}

