// 安排会议: a date, an hour as text, a place.
import type { Day } from '#src/calendar/day.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { CadenceFacts } from '#src/meetings/cadence.ts'
import type { Card, Form, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { rich, strong } from './rich.ts'

const words = {
  zh: {
    title: '安排会议', day: '日期', time: '时间', timeHint: '如 15:00 或 下午3点', place: '地点', submit: '安排', clause: (text: string) => `依据：“${text}”`,
    unclear: (given: string) => (given === '' ? '还没有写时间，请这样写：15:00。' : `看不懂时间“${given}”，请这样写：15:00 或 下午3点半。`), missing: '请写明地点。',
  },
  en: {
    title: 'Schedule a meeting', day: 'Date', time: 'Time', timeHint: 'For example 15:00', place: 'Place', submit: 'Schedule', clause: (text: string) => `The clause: “${text}”`,
    unclear: (given: string) => (given === '' ? 'The time is missing: write 15:00.' : `“${given}” is not a time I can read: write 15:00.`), missing: 'Say where.',
  },
} satisfies Record<Lang, unknown>

export function meetingForm({ plan, body, cadences, today }: { plan: PlanId; body: Body; cadences: readonly CadenceFacts[]; today: Day }, lang: Lang): Form {
  const w = words[lang]
  const owed = cadences.filter(({ window }) => window.to >= today)
  return {
    title: w.title,
    intro: [rich`${strong(body.name)}`, ...owed.map(({ clause }) => rich`${w.clause(cutTo(clause, 200))}`)],
    fields: [
      { name: 'day', label: w.day, kind: 'date' },
      { name: 'time', label: w.time, hint: w.timeHint, kind: 'line', maxLength: 20, now: '09:00' },
      { name: 'place', label: w.place, kind: 'line', maxLength: 100 },
    ],
    submit: w.submit,
    run: { command: 'meeting', args: { plan, body: body.id, schedule: true, form: true } },
  }
}

export const timeUnclear = (given: string, lang: Lang): Record<string, string> => ({ time: words[lang].unclear(given) })
export const timeUnclearCard = (given: string, lang: Lang): Card => ({ text: words[lang].unclear(given), lines: [rich`${words[lang].unclear(given)}`] })
export const placeMissing = (lang: Lang): Record<string, string> => ({ place: words[lang].missing })
