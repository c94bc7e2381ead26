// A meeting as an entry of somebody's calendar, and the file it is sent as.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Appointment } from './appointment.ts'
import type { Lang, Run } from './card.ts'
import { momentWords } from './day-words.ts'
import type { FileToSend } from './file-content.ts'
import { rich } from './rich.ts'

export type AppointmentFacts = {
  plan: PlanId
  meeting: string
  /** 0 when it is first sent out, one more with every change of day, hour or place, and with the cancelling. */
  sequence: number
  isCancelled: boolean
  name: string
  day: Day
  time: string
  /** How long it is said to last; two hours where nothing is said. */
  minutes?: number
  zone: string
  place: string
  chair?: string
  /** Who is asked to come, by name and unit. */
  members: readonly string[]
  items: readonly string[]
  contact?: string
  /** Whose meeting it is: the body, or its office. */
  organizer: string
  changedAt: Instant
}

/** A meeting's end is not on record: half a working day is too long, an hour too short. */
const usualMinutes = 120

const words = {
  zh: {
    cancelled: '【已取消】', chair: '主持', members: '参加', items: '议题', contact: '联系人', place: '地点待定',
    file: (name: string) => `会议-${name}`,
    caption: ({ name, sequence, isCancelled }: AppointmentFacts, when: string) =>
      isCancelled ? `${name}（${when}）已取消。打开文件，日历里的这次会议就会取消；没有消失的，请手动删除。`
      : sequence === 0 ? `${name}，${when}。打开文件即可加进自己的日历，会前一天和半小时各提醒一次。`
      : `${name}改为${when}。打开文件更新日历；如果出现两条，请删掉旧的一条。`,
    failed: '日历文件没有发成，过几分钟可以再要一次。', again: '再要一次',
  },
  en: {
    cancelled: 'Cancelled: ', chair: 'Chair', members: 'Members', items: 'Agenda', contact: 'Contact', place: 'place to be announced',
    file: (name: string) => `meeting-${name}`,
    caption: ({ name, sequence, isCancelled }: AppointmentFacts, when: string) =>
      isCancelled ? `${name} (${when}) is cancelled. Open the file to take it out of your calendar; where it stays, delete it.`
      : sequence === 0 ? `${name}, ${when}. Open the file to put it into your calendar; it reminds you a day and half an hour before.`
      : `${name} is now ${when}. Open the file to update your calendar; if there are two, delete the older one.`,
    failed: 'The calendar file could not be sent; ask again in a few minutes.', again: 'Ask again',
  },
} satisfies Record<Lang, unknown>

export function meetingAppointment(facts: AppointmentFacts, lang: Lang): Appointment {
  const w = words[lang]
  const { plan, meeting, sequence, isCancelled, name, day, time, minutes = usualMinutes, zone, place, chair, members, items, contact, organizer, changedAt } = facts
  const between = lang === 'zh' ? '：' : ': '
  const description = [
    ...(chair === undefined ? [] : [`${w.chair}${between}${chair}`]),
    ...(items.length === 0 ? [] : [`${w.items}${between}`, ...items.map((item, at) => `${at + 1}. ${item}`)]),
    ...(members.length === 0 ? [] : [`${w.members}${between}${members.join(lang === 'zh' ? '、' : ', ')}`]),
    ...(contact === undefined ? [] : [`${w.contact}${between}${contact}`]),
  ].join('\n')
  return { kind: 'appointment', uid: `meeting-${plan}-${meeting}@duban`, sequence, isCancelled, day, time, minutes, zone, summary: `${isCancelled ? w.cancelled : ''}${name}`, place, description, organizer, stampedAt: changedAt }
}

/** @param again asks for it once more */
export function appointmentFile(facts: AppointmentFacts, { lang, again }: { lang: Lang; again: Run }): FileToSend {
  const w = words[lang]
  const when = `${momentWords(facts.day, facts.time, lang)}${lang === 'zh' ? '，' : ', '}${facts.place === '' ? w.place : facts.place}`
  const caption = w.caption(facts, when)
  return {
    content: meetingAppointment(facts, lang), name: `${w.file(`${facts.plan}-${facts.meeting}-${facts.day}`)}.ics`, caption: rich`${caption}`,
    otherwise: { text: `${w.failed} ${facts.name}${lang === 'zh' ? '，' : ', '}${when}`, lines: [rich`${w.failed}`, rich`${facts.name}${lang === 'zh' ? '，' : ', '}${when}`], actions: [{ label: w.again, run: again }] },
  }
}
