// What a secretary is shown once a sitting was called, moved or called off: what stands, and who is told.
import type { Day } from '#src/calendar/day.ts'
import type { Sort } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import { peopleInvited, type Invited } from '#src/meetings/invited.ts'
import type { Sitting } from '#src/meetings/sitting.ts'
import type { Card, Lang } from './card.ts'
import { dayWords } from './day-words.ts'
import { calendarAction } from './invitation.ts'
import { cutWords } from './meeting-concerns.ts'
import { meetingWhen, meetingWhere, placeOf } from './meeting-when.ts'
import { hourLines, standingName } from './meeting-words.ts'
import { colon } from './quoted.ts'
import { itemMoved, itemOff, othersWords } from './others-sitting.ts'
import { requestAction } from './requests.ts'
import { rich, type Rich } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    scheduled: (name: string, where: string) => `已安排：${name}，${where}`, series: (name: string, count: number) => `已安排：${name}系列会议${count}次`, changed: (name: string, where: string) => `已改：${name}，${where}`, cancelled: (name: string, when: string) => `已取消：${name}，${when}`, all: (name: string, count: number) => `已取消：${name}系列会议${count}次`,
    told: (people: number) => `通知发给${people}人，谁参加、谁请假在另一条消息里随时更新`, toldAgain: (people: number) => `再通知${people}人一次，请他们重新答复`, toldOff: '已收到通知的人会再收到一次取消的消息。', nobody: '没有成员能收到通知，请另行告知。',
    tooLate: '⚠️ 开会之前发不出消息（夜间、休息日不发），请电话告知。', silent: (count: number) => `；${count}个收不到通知，名单也在那里，请另行告知`, stop: '。', counts: (sorts: string) => `没有写是哪类会议，按${sorts}计入频次；不是的话，点“改期”改会议类别，不用取消；只改类别，不再通知成员。`, sorts: { special: '专题会议', general: '综合性会议' }, petition: '由对方召集，不发通知；开过后请登记。', agenda: '议程', notice: '会议通知', change: '改期', and: '、', open: '看会议',
  },
  en: {
    scheduled: (name: string, where: string) => `Scheduled: ${name}, ${where}`, series: (name: string, count: number) => `Scheduled: ${count} meetings of ${name}`, changed: (name: string, where: string) => `Changed: ${name}, ${where}`, cancelled: (name: string, when: string) => `Called off: ${name}, ${when}`, all: (name: string, count: number) => `Called off: ${count} meetings of ${name}`,
    told: (people: number) => `Invitations go to ${people} ${people === 1 ? 'person' : 'people'}; one message shows you who is coming`, toldAgain: (people: number) => `${people} ${people === 1 ? 'person is' : 'people are'} told of the change and asked to answer again`, toldOff: 'Everyone who was invited will be told that it is called off.', nobody: 'No member can be reached here: please tell them yourself.',
    tooLate: '⚠️ No message can go out before it starts (none are sent at night or on days off): please telephone.', silent: (count: number) => `; ${count} cannot be reached here, please tell them yourself: that message names them`, stop: '.', counts: (sorts: string) => `Its kind was not said: it counts as a ${sorts} meeting. If it is none, press “Change” and choose its kind; members are not told of that alone.`, sorts: { special: 'special', general: 'general' }, petition: 'Convened by its own office, so nobody is invited from here. Record it once it has been held.', agenda: 'Agenda', notice: 'Notice (Word)', change: 'Change', and: ', ', open: 'Open the meeting',
  },
} satisfies Record<Lang, unknown>

/** `inTime`: a message can leave before the sitting begins. `asAfternoon`: the hour as it was typed, where the afternoon was not said. */
export type Telling = { inTime: boolean; asAfternoon?: string }

/** @param days all of a series; `isCut`: it goes on after them; `countsAs`: for clauses of which kinds, where nobody said what it is */
export function meetingScheduled(sitting: Sitting, { days, isCut = false, countsAs = [], inTime, asAfternoon }: { days: readonly Day[]; isCut?: boolean; countsAs?: readonly Sort[] } & Telling, lang: Lang): Card {
  const w = words[lang]
  const { plan, meeting, today, body } = sitting
  const name = standingName(sitting, lang)
  const text = days.length > 1 ? w.series(sitting.body.name, days.length) : w.scheduled(name, meetingWhere(meeting, lang, today))
  return {
    text,
    lines: [rich`✅ ${text}`, ...hourLines({ time: meeting.time, ...present({ asAfternoon }) }, lang), ...(days.length > 1 ? [rich`${days.map((day) => dayWords(day, lang, today)).join(w.and)}`] : []), ...(isCut ? [rich`${cutWords(days, lang, today)}`] : []), ...(countsAs.length === 0 ? [] : [rich`${w.counts(countsAs.map((sort) => w.sorts[sort]).join(w.and))}`]), ...(!body.convened ? [rich`${w.petition}`] : inTime ? toldLines(sitting.invited, w.told, lang) : [rich`${w.tooLate}`])],
    actions: body.convened ? [{ label: w.agenda, run: ways.agenda(plan, meeting.id) }, { label: w.notice, run: ways.meetingNotice(plan, meeting.id) }, calendarAction(sitting, lang)] : [{ label: w.open, run: ways.meeting(plan, meeting.id) }],
    more: [{ label: w.change, run: ways.changeMeeting(plan, meeting.id) }],
  }
}

export function meetingMoved(sitting: Sitting, { inTime, asAfternoon }: Telling, lang: Lang): Card {
  if (!sitting.body.convened) return othersMoved(sitting, present({ asAfternoon }), lang)
  const w = words[lang]
  const text = w.changed(standingName(sitting, lang), meetingWhere(sitting.meeting, lang, sitting.today))
  return { text, lines: [rich`✅ ${text}`, ...hourLines({ time: sitting.meeting.time, ...present({ asAfternoon }) }, lang), ...(inTime ? toldLines(sitting.invited, w.toldAgain, lang) : [rich`${w.tooLate}`])], actions: [{ label: w.notice, run: ways.meetingNotice(sitting.plan, sitting.meeting.id) }, calendarAction(sitting, lang)] }
}

/** Its office moved it: what we have of it is kept, and nobody is told. */
function othersMoved({ plan, meeting, body, today }: Sitting, hour: Pick<Telling, 'asAfternoon'>, lang: Lang): Card {
  const text = itemMoved(meeting, body.name, `${meetingWhen(meeting, lang, today)}${placeOf(meeting, lang)}`, lang)
  return { text, lines: [rich`✅ ${text}`, ...hourLines({ time: meeting.time, ...hour }, lang), rich`${othersWords(lang).theirs}`], actions: [{ label: words[lang].open, run: ways.meeting(plan, meeting.id) }] }
}

/** @param meetings all that were called off by it */
export function meetingCancelled(sitting: Sitting, { meetings, reason, inTime }: { meetings: readonly Meeting[]; reason: string } & Telling, lang: Lang): Card {
  const w = words[lang]
  const why = rich`${lang === 'zh' ? '原因' : 'Why'}${colon[lang]}${reason}`
  if (!sitting.body.convened) {
    const { plan, meeting, body, today } = sitting
    const off = itemOff(meeting, body.name, meetingWhen(meeting, lang, today), lang)
    return { text: off, lines: [rich`✅ ${off}`, why], actions: [requestAction(plan, { id: meeting.body, name: body.name }, lang)], footer: rich`${othersWords(lang).again}` }
  }
  const name = standingName(sitting, lang)
  const text = meetings.length > 1 ? w.all(sitting.body.name, meetings.length) : w.cancelled(name, meetingWhere(sitting.meeting, lang, sitting.today))
  return { text, lines: [rich`✅ ${text}`, why, rich`${inTime ? w.toldOff : w.tooLate}`] }
}

function toldLines(invited: readonly Invited[], told: (people: number) => string, lang: Lang): Rich[] {
  const w = words[lang]
  const people = peopleInvited(invited).length
  // Who they are stands in the office's message about the sitting.
  const silent = invited.filter((seat) => seat.people.length === 0).length
  return people === 0 ? [rich`${w.nobody}`] : [rich`${silent === 0 ? '' : '⚠️ '}${told(people)}${silent === 0 ? '' : w.silent(silent)}${w.stop}`]
}
