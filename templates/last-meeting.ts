// 上次会议: the conclusion in one line, then whose sitting it was, and each decision as it stands.
import type { Day } from '#src/calendar/day.ts'
import type { SittingItem } from '#src/meetings/decided-at.ts'
import type { Card, Lang } from './card.ts'
import { counted } from './counted.ts'
import { dayWords, shortDay } from './day-words.ts'
import { forwardAction } from './forward.ts'
import { lightName, lightsInOrder } from './light-words.ts'
import { sittingName, type NamedSitting } from './meeting-names.ts'
import { meetingWhere } from './meeting-when.ts'
import { openTask } from './open-task.ts'
import { rich, strong } from './rich.ts'
import { taskLine } from './task-line.ts'
import { ways } from './ways.ts'

type Decided = Extract<SittingItem, { kind: 'decided' }>
/** `noted`: how many notes, for whoever may read them. `unsettled`: a later day of the same body has passed, and nobody has said whether it met. */
export type LastMeetingShown = NamedSitting & { decided: readonly Decided[]; noted: number; unsettled?: Day; earlier?: EarlierMeeting; today: Day }
/** Of another body, before one that decided nothing. */
export type EarlierMeeting = { of: NamedSitting; decided: number }

const decidedAtMost = 20

const words = {
  zh: {
    none: '没有议定事项', some: (count: number) => `议定${count}项`, all: (light: string) => `都${light}`, noted: (count: number) => `，会议意见${count}条`, one: '：', several: '，', comma: '，', count: (light: string, count: number) => `${light}${count}`,
    item: (item: number) => `第${item}项`, minutes: '纪要', changes: '变化', more: (left: number) => `另有${left}项，请看纪要`, unsettled: (day: string) => `⚠️ ${day}的会还没有登记是否召开。`, earlier: (name: string, day: string, count: number) => `之前：${name}(${day})议定${count}项`, look: '看之前议定的',
  },
  en: {
    none: 'Nothing was decided', some: (count: number) => counted(count, 'decision'), all: (light: string) => `all ${light}`, noted: (count: number) => `, ${counted(count, 'note')}`, one: ': ', several: ', ', comma: ', ', count: (light: string, count: number) => `${count} ${light}`,
    item: (item: number) => `Item ${item}`, minutes: 'Minutes', changes: 'Changes', more: (left: number) => `${left} more: see the minutes`, unsettled: (day: string) => `⚠️ Nobody has said yet whether it met on ${day}.`, earlier: (name: string, day: string, count: number) => `Before it: ${name} (${day}), ${counted(count, 'decision')}`, look: 'Those decisions',
  },
} satisfies Record<Lang, unknown>

/** 议定3项：已办结1，正常1，滞后1; 议定2项，都正常. */
function conclusion({ decided, noted }: LastMeetingShown, lang: Lang): string {
  const w = words[lang]
  const notes = noted === 0 ? '' : w.noted(noted)
  if (decided.length === 0) return `${w.none}${notes}`
  const counts = lightsInOrder.map((light) => ({ light, count: decided.filter(({ task }) => task.light === light).length }))
  const [only, ...others] = counts.filter(({ count }) => count > 0)
  const name = only === undefined ? '' : lightName[lang][only.light]
  if (others.length === 0) return `${w.some(decided.length)}${decided.length === 1 ? `${w.one}${name}` : `${w.several}${w.all(name)}`}${notes}`
  // How many are done is said in any case: it is what is asked.
  return `${w.some(decided.length)}${w.one}${counts.flatMap(({ light, count }) => (count > 0 || light === 'done' ? [w.count(lightName[lang][light], count)] : [])).join(w.comma)}${notes}`
}

export function lastMeetingCard(shown: LastMeetingShown, lang: Lang): Card {
  const w = words[lang]
  const { plan, meeting, decided, today, unsettled, earlier } = shown
  const head = conclusion(shown, lang)
  const name = sittingName(shown, lang)
  const left = decided.length - decidedAtMost
  const rows = decided.slice(0, decidedAtMost).map(({ item, task }) => ({ line: rich`${w.item(item)} ${taskLine(task, lang, today, task.ofSeveral === true)}`, beside: openTask(task, lang, task.ofSeveral === true) }))
  return {
    text: `${name}${words[lang].one}${head}`,
    lines: [rich`${strong(head)}`, rich`${name} · ${meetingWhere(meeting, lang, today)}`, ...(unsettled === undefined ? [] : [rich`${w.unsettled(dayWords(unsettled, lang, today))}`]), ...(earlier === undefined ? [] : [rich`${w.earlier(sittingName(earlier.of, lang), shortDay(earlier.of.meeting.day, lang, today), earlier.decided)}`])],
    ...(rows.length === 0 ? {} : { sections: [{ rows, opensBelow: true as const, ...(left > 0 ? { note: rich`${w.more(left)}` } : {}) }] }),
    actions: [...(earlier === undefined ? [] : [{ label: w.look, run: { command: 'last-meeting', args: { plan: earlier.of.plan, body: earlier.of.meeting.body } }, style: 'primary' as const }]), { label: w.minutes, run: ways.minutes(plan, meeting.id) }, ...(decided.length === 0 ? [{ label: w.changes, run: ways.changesSince(plan, meeting.id) }] : [])],
    more: [forwardAction({ command: 'last-meeting', args: { plan, body: meeting.body } }, lang)],
  }
}
