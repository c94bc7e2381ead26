// 稍后提醒: which days there are to choose from, and what was arranged.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { Card, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

export type SnoozeFacts = { task: { plan: PlanId; number: TaskNo; title: string }; today: Day }

const words = {
  zh: {
    ask: (task: string) => `哪天再提醒您？${task}`, only: '这之前不提醒您；同单位其他人照常。到期前的其他提醒不变，填报后就不再提醒。', other: (no: string) => `其他日子请写：稍后提醒 ${no} 7月10日`,
    done: (task: string, day: string) => `已记录，${day}再提醒您：${task}`, before: '这之前不再提醒；随时可以填报，也可以再改日子。', moved: (asked: string, day: string) => `${asked}是休息日，改为${day}。`, report: '现在填报',
  },
  en: {
    ask: (task: string) => `Remind you when? ${task}`, only: 'Nothing until then, for you alone; others of the unit are reminded as ever. Later marks before the date stay, and a report ends them.', other: (no: string) => `Another day: snooze ${no} 7/10`,
    done: (task: string, day: string) => `Recorded, you are reminded on ${day}: ${task}`, before: 'Nothing until then; report at any time, or choose another day.', moved: (asked: string, day: string) => `${asked} is a day off: ${day} instead. `, report: 'Report now',
  },
} satisfies Record<Lang, unknown>

const nameOf = ({ task: { number, title } }: SnoozeFacts): string => `${number} ${cutTo(title, 30)}`

/** @param days working days that may be chosen */
export function snoozeChoices(facts: SnoozeFacts, days: readonly Day[], lang: Lang): Card {
  const w = words[lang]
  const { task, today } = facts
  const text = w.ask(nameOf(facts))
  return {
    text, lines: [rich`${strong(text)}`, rich`${w.only}`],
    actions: days.map((day) => ({ label: dayWords(day, lang, today), says: cutTo(w.done(nameOf(facts), dayWords(day, lang, today)), 70), run: ways.snooze(task, day) })),
    footer: rich`${w.other(String(task.number))}`,
  }
}

/** @param asked a day off that was written, where it is not the day */
export function snoozed(facts: SnoozeFacts, until: Day, asked: Day, lang: Lang): Card {
  const w = words[lang]
  const { task, today } = facts
  const text = w.done(nameOf(facts), dayWords(until, lang, today))
  return {
    text, lines: [rich`${strong(text)}`, rich`${asked === until ? '' : w.moved(dayWords(asked, lang, today), dayWords(until, lang, today))}${w.before}`],
    actions: [{ label: w.report, says: saysOf(w.report, nameOf(facts), lang), run: ways.reportForm(task) }],
  }
}
