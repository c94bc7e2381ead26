// 安排会议、改期: a date, an hour as text, a place; what it counts as, and whether it comes back.
import type { Day } from '#src/calendar/day.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { sortOf, type CountedAs, type Meeting } from '#src/ledger/meeting.ts'
import type { CadenceFacts } from '#src/meetings/cadence.ts'
import type { Card, Field, Form, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { meetingWhere } from './meeting-when.ts'
import { othersWords } from './others-sitting.ts'
import { sortField } from './past-meeting-form.ts'
import { rich, strong } from './rich.ts'

const words = {
  zh: {
    title: '安排会议', day: '日期', time: '时间', timeHint: '如 15:00 或 下午3点', place: '地点', submit: '安排', clause: (text: string) => `依据：“${text}”`,
    topic: '议题', topicHint: '如 学前教育学位供给；没有可以不填', repeat: '重复', repeats: { once: '只这一次', month: '每月', quarter: '每季度' },
    unclear: (given: string) => (given === '' ? '还没有写时间，请这样写：15:00。' : `看不懂时间“${given}”，请这样写：15:00 或 下午3点半。`), missing: '请写明地点。', over: (time: string) => `今天${time}已经过了。请改时间；已经开过的会，请用 /duban 会议 补记 。`,
    changeTitle: '会议改期', topicStays: (topic: string) => `改期不改议题，“${topic}”没有记。时间、地点还没有改。`, changeGap: '还没有改：请写明改到什么时间、什么地点。', change: '改期', was: '现在', told: '成员会收到一次新的通知，之前的答复清空；只改会议类别的，不通知。',
    cancelTitle: '取消会议', cancel: '取消会议', reason: '原因', reasonHint: '成员会看到', reasonMissing: '请写明原因，成员会看到。', reasonGap: '还没有取消：请写明原因，成员会看到。', rest: '取消哪些', rests: { one: '只取消这一次', rest: '这一次和以后各次' },
  },
  en: {
    title: 'Schedule a meeting', day: 'Date', time: 'Time', timeHint: 'For example 15:00', place: 'Place', submit: 'Schedule', clause: (text: string) => `The clause: “${text}”`,
    topic: 'Subject', topicHint: 'Optional', repeat: 'Repeat', repeats: { once: 'once', month: 'monthly', quarter: 'quarterly' },
    unclear: (given: string) => (given === '' ? 'Please give the time, for example 15:00.' : `“${given}” cannot be read as a time: please write it like 15:00.`), missing: 'Please say where it is held.', over: (time: string) => `It is already past ${time} today. Choose a later time; for a meeting that has taken place, type /duban meeting record.`,
    changeTitle: 'Change a meeting', topicStays: (topic: string) => `A meeting keeps its subject: “${topic}” was not recorded. Its time and place are not changed yet.`, changeGap: 'Not changed yet: please say to which day, hour or place.', change: 'Change', was: 'Now', told: 'Members get a new notice and are asked to answer again; of its kind alone they are not told.',
    cancelTitle: 'Call off', cancel: 'Call off', reason: 'Why', reasonHint: 'Members will see it', reasonMissing: 'Please say why; members will see it.', reasonGap: 'Not called off yet: please say why; members will see it.', rest: 'Which ones', rests: { one: 'this one only', rest: 'this one and all later ones' },
  },
} satisfies Record<Lang, unknown>

/** What was written already, when it comes back to be changed. */
export type MeetingWritten = { day?: string; time?: string; place?: string; topic?: string; sort?: CountedAs; repeat?: 'once' | 'month' | 'quarter' }

export function meetingForm({ plan, body, cadences, today, written = {} }: { plan: PlanId; body: Body; cadences: readonly CadenceFacts[]; today: Day; written?: MeetingWritten }, lang: Lang): Form {
  const w = words[lang]
  const owed = cadences.filter(({ window }) => window.to >= today)
  const { day, time, place, topic, sort = 'any', repeat = 'once' } = written
  return {
    title: w.title,
    intro: [rich`${strong(body.name)}`, ...owed.map(({ clause }) => rich`${w.clause(cutTo(clause, 200))}`)],
    fields: [
      ...whenAndWhere({ time: time ?? '09:00', ...(day === undefined ? {} : { day }), ...(place === undefined ? {} : { place }) }, lang),
      { name: 'topic', label: w.topic, hint: w.topicHint, kind: 'line', maxLength: 199, optional: true, ...(topic === undefined ? {} : { now: topic }) },
      sortField(lang, sort),
      { name: 'repeat', label: w.repeat, kind: 'choice', as: 'select', choices: (['once', 'month', 'quarter'] as const).map((value) => ({ value, label: w.repeats[value] })), now: repeat },
    ],
    submit: w.submit,
    run: { command: 'meeting', args: { plan, body: body.id, schedule: true, form: true } },
  }
}

function whenAndWhere({ day, time, place }: { day?: string; time: string; place?: string }, lang: Lang): Field[] {
  const w = words[lang]
  return [
    { name: 'day', label: w.day, kind: 'date', ...(day === undefined ? {} : { now: day }) },
    { name: 'time', label: w.time, hint: w.timeHint, kind: 'line', maxLength: 20, now: time },
    { name: 'place', label: w.place, kind: 'line', maxLength: 100, ...(place === undefined || place === '' ? {} : { now: place }) },
  ]
}

/** `over` and `sortWas` go with it: how often it had been changed when the form was opened, and what it counted as. */
export function changeMeetingForm({ plan, meeting, name, today, topic = '', written = {}, convened }: { plan: PlanId; meeting: Meeting; name: string; today: Day; /** We call it. */ convened: boolean; /** What was typed as its subject, which stays as it is. */ topic?: string; written?: Pick<MeetingWritten, 'day' | 'time' | 'place' | 'sort'> }, lang: Lang): Form {
  const w = words[lang]
  const others = convened ? undefined : othersWords(lang)
  const fields = whenAndWhere({ ...meeting, ...written }, lang)
  return {
    title: others?.changeTitle ?? w.changeTitle,
    gap: topic === '' ? others?.changeGap ?? w.changeGap : w.topicStays(cutTo(topic, 60)),
    intro: [...(topic === '' ? [] : [rich`⚠️ ${w.topicStays(cutTo(topic, 60))}`]), rich`${strong(name)}`, rich`${w.was} ${meetingWhere(meeting, lang, today)}`, rich`${others?.theirs ?? w.told}`],
    // Of a sitting that others call it is the day that we keep.
    fields: meeting.time === '' ? fields.slice(0, 1) : [...fields, sortField(lang, written.sort ?? sortOf(meeting))],
    submit: others?.submit ?? w.change,
    run: { command: 'change-meeting', args: { plan, meeting: meeting.id, over: meeting.changes, ...(meeting.time === '' ? {} : { sortWas: sortOf(meeting) }), form: true } },
  }
}

export function cancelMeetingForm({ plan, meeting, name, today, later, which = 'one', convened }: { plan: PlanId; meeting: Meeting; name: string; today: Day; /** We call it. */ convened: boolean; /** How many later ones of its series stand. */ later: number; which?: 'one' | 'rest' }, lang: Lang): Form {
  const w = words[lang]
  const others = convened ? undefined : othersWords(lang)
  return {
    title: others?.cancelTitle ?? w.cancelTitle,
    gap: others?.reasonGap ?? w.reasonGap,
    intro: [rich`${strong(name)}`, rich`${meetingWhere(meeting, lang, today)}`, ...(others === undefined ? [] : [rich`${others.theirs}`])],
    fields: [
      { name: 'reason', label: w.reason, hint: others?.reasonHint ?? w.reasonHint, kind: 'line', maxLength: 300 },
      ...(later === 0 ? [] : [{ name: 'which', label: w.rest, kind: 'choice' as const, as: 'radio' as const, choices: (['one', 'rest'] as const).map((value) => ({ value, label: w.rests[value] })), now: which }]),
    ],
    submit: others?.submit ?? w.cancel,
    run: { command: 'cancel-meeting', args: { plan, meeting: meeting.id, form: true } },
  }
}

export const timeUnclear = (given: string, lang: Lang): Record<string, string> => ({ time: words[lang].unclear(given) })
export const timeUnclearCard = (given: string, lang: Lang): Card => ({ text: words[lang].unclear(given), lines: [rich`${words[lang].unclear(given)}`] })
export const timeOver = (time: string, lang: Lang): Record<string, string> => ({ time: words[lang].over(time) })
export const timeOverCard = (time: string, lang: Lang): Card => ({ text: words[lang].over(time), lines: [rich`${words[lang].over(time)}`] })
export const placeMissing = (lang: Lang): Record<string, string> => ({ place: words[lang].missing })
export const cancelReasonMissing = (lang: Lang, convened = true): Record<string, string> => ({ reason: convened ? words[lang].reasonMissing : othersWords(lang).reasonMissing })
