// What would be sent for the next days with other numbers, beside what would be sent now.
import type { Day } from '#src/calendar/day.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Policy } from '#src/ledger/policy.ts'
import type { Compared } from '#src/reminders/ahead.ts'
import type { Card, Lang, Row, Run } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import type { Names } from './names.ts'
import { settingChanges } from './policy-settings.ts'
import { rich, strong } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    head: (title: string) => `《${title}》改提醒设置：还没有保存`, until: (from: string, until: string) => `${from}至${until}，如果一直没有人填报：`,
    verdict: (now: number, then: number) => `现在发${now}条，改后发${then}条，${then === now ? '一样多' : then > now ? `多${then - now}条` : `少${now - then}条`}`, unreached: '这个方案还没有通知联络员，联络员都还不会收到提醒。',
    weeks: '按周', week: (monday: string, now: number, then: number) => `${monday}那一周：${now} → ${then}`, people: '按人', person: (name: string, now: number, then: number) => `${name} ${now} → ${then}`, more: (count: number) => `另有${count}人有变化`, same: (count: number) => `${count}人不变`,
    first: '改后最先发的', line: (when: string, name: string, says: string) => `${when} ${name}：${says}`, save: '保存', again: '再改', leave: '不改了', none: '改后这些天没有要发的提醒。',
  },
  en: {
    head: (title: string) => `Other settings for “${title}”: not saved yet`, until: (from: string, until: string) => `${from} to ${until}, if nobody answers:`,
    verdict: (now: number, then: number) => `${counted(now, 'message')} as it is, ${then} then: ${then === now ? 'as many' : then > now ? `${then - now} more` : `${now - then} fewer`}`, unreached: 'The plan is not handed out: contacts are not reminded yet.',
    weeks: 'By week', week: (monday: string, now: number, then: number) => `week of ${monday}: ${now} → ${then}`, people: 'By person', person: (name: string, now: number, then: number) => `${name} ${now} → ${then}`, more: (count: number) => `${count} more people change`, same: (count: number) => `${count} people as before`,
    first: 'The first to go', line: (when: string, name: string, says: string) => `${when} ${name}: ${says}`, save: 'Save', again: 'Change again', leave: 'Leave as it is', none: 'Nothing would be sent in these days.',
  },
} satisfies Record<Lang, unknown>

export type FirstLine = { on: Day; time: string; name: string; says: string }
export type PreviewFacts = { plan: PlanState; before: Policy; after: Policy; compared: Compared; first: readonly FirstLine[]; from: Day; until: Day; names: Names; save: Run; again: Run }

const shownPeople = 8

export function policyPreview({ plan, before, after, compared: { now, then }, first, from, until, names, save, again }: PreviewFacts, lang: Lang): Card {
  const w = words[lang]
  const short = (day: Day): string => shortDay(day, lang, names.today)
  const weeks = [...new Set([...now.weeks.keys(), ...then.weeks.keys()])].toSorted().map((week) => w.week(short(week), now.weeks.get(week) ?? 0, then.weeks.get(week) ?? 0))
  // Whose messages change are named, the most changed first.
  const people = [...new Set([...now.people.keys(), ...then.people.keys()])].map((id) => ({ id, now: now.people.get(id) ?? 0, then: then.people.get(id) ?? 0 }))
  const changed = people.filter((each) => each.now !== each.then).toSorted((a, b) => Math.abs(b.then - b.now) - Math.abs(a.then - a.now) || b.then - a.then)
  const named = changed.slice(0, shownPeople).map((each) => w.person(names.person(each.id, lang), each.now, each.then))
  const rest = [...(changed.length > shownPeople ? [w.more(changed.length - shownPeople)] : []), ...(people.length > changed.length ? [w.same(people.length - changed.length)] : [])]
  const firstRows = first.map(({ on, time, name, says }): Row => ({ line: rich`${w.line(`${dayWords(on, lang, names.today)} ${time}`, name, cutTo(says, 100))}` }))
  const verdict = w.verdict(now.total, then.total)
  return {
    text: `${w.head(cutTo(plan.title, 40))}${lang === 'zh' ? '。' : '. '}${verdict}`,
    lines: [rich`${strong(w.head(cutTo(plan.title, 60)))}`, ...settingChanges(before, after, lang).map((change) => rich`${change}`), rich`${w.until(short(from), short(until))}`, rich`${strong(verdict)}`, ...(plan.handedOutOn === undefined ? [rich`${w.unreached}`] : [])],
    sections: [
      ...(weeks.length === 0 ? [] : [{ heading: rich`${w.weeks}`, rows: [{ line: rich`${weeks.join('\n')}` }] }]),
      ...(people.length === 0 ? [] : [{ heading: rich`${w.people}`, rows: [{ line: rich`${[...named, ...rest].join('\n')}` }] }]),
      { heading: rich`${w.first}`, rows: firstRows.length === 0 ? [{ line: rich`${w.none}` }] : firstRows },
    ],
    actions: [{ label: w.save, style: 'primary', run: save }, { label: w.again, run: again }, { label: w.leave, run: ways.settings(plan.id) }],
  }
}
