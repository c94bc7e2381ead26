// The sandbox's clock, moved.
import type { Day } from '#src/calendar/day.ts'
import type { Action, Card, Lang } from './card.ts'
import { dayWords } from './day-words.ts'
import { rich } from './rich.ts'

const words = {
  zh: {
    moved: (when: string) => `现在是${when}。到期的提醒正在送达，请看各人与“督办”的私聊。`, off: '这一天不是工作日：提醒等到下一个工作日。',
    nothing: '接下来没有要发的提醒，时钟没有动。', ask: (given: string, days: number) => `${given === '' ? '' : `看不懂“${given}”。`}请选快进多久，最多${days}天：`, day: '1天', week: '7天', next: '到下一次提醒',
  },
  en: {
    moved: (when: string) => `It is now ${when}. What fell due is being sent: look into each person's conversation with duban.`, off: 'This is not a working day: reminders wait for the next one.',
    nothing: 'Nothing is going to be sent; the clock was not moved.', ask: (given: string, days: number) => `${given === '' ? '' : `“${given}” is no length of time. `}How far, ${days} days at most?`, day: '1 day', week: '7 days', next: 'To the next reminder',
  },
} satisfies Record<Lang, unknown>

const choices = (lang: Lang): Action[] => {
  const w = words[lang]
  return [[w.day, '1天'], [w.week, '7天'], [w.next, 'next']].map(([label = '', by = '']) => ({ label, run: { command: 'fast-forward', args: { by } } }))
}

export function clockMoved({ day, time, isWorkingDay }: { day: Day; time: string; isWorkingDay: boolean }, lang: Lang): Card {
  const w = words[lang]
  const head = w.moved(`${dayWords(day, lang)} ${time}`)
  return { text: head, lines: [rich`⏩ ${head}`, ...(isWorkingDay ? [] : [rich`${w.off}`])], actions: choices(lang) }
}

export const nothingAhead = (lang: Lang): Card => ({ text: words[lang].nothing, lines: [rich`${words[lang].nothing}`], actions: choices(lang) })

export function forwardBy(given: string, days: number, lang: Lang): Card {
  const text = words[lang].ask(given, days)
  return { text, lines: [rich`${text}`], actions: choices(lang) }
}
