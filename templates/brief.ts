// 周一简报: the leader's screen, and under it what falls due in the week. Sent to whoever asked for it, or shown when it is asked for.
import type { Day } from '#src/calendar/day.ts'
import type { WeekFacts } from '#src/queries/brief.ts'
import type { Action, Card, Lang, Section } from './card.ts'
import { dayWords, shortDay } from './day-words.ts'
import { dueRow, dueRows } from './due-line.ts'
import { forwardAction } from './forward.ts'
import { rich } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    title: '周一简报', week: '本周到期', earlier: '以前欠报的周期任务', items: (count: number) => `${count}项`, none: '没有要办结的任务', reports: (count: number) => `另有${count}项本周要报进展`, rest: (count: number) => `另有${count}项`, all: '全部到期', allOf: (count: number) => `全部${count}项`,
    want: '每周一早发我', stop: '不再发周一简报', now: '现在看',
    wanted: (time: string, next: string) => `已设好：每周第一个工作日${time}给您发周一简报，下一次是${next}`, nowNext: '今天，马上就发', quiet: '那一周没有到期任务、也没有红灯和黄灯时，就不发', lifted: '已取消：不再给您发周一简报', ask: '要看时随时输入：/duban 周报',
  },
  en: {
    title: 'Monday’s brief', week: 'Due this week', earlier: 'Owed since before:', items: (count: number) => `${count}`, none: 'nothing to be finished', reports: (count: number) => `${count} more owe a report of progress this week`, rest: (count: number) => `${count} more`, all: 'All due', allOf: (count: number) => `All ${count}`,
    want: 'Send it each Monday', stop: 'Stop the Monday brief', now: 'Show it now',
    wanted: (time: string, next: string) => `Done: the brief is sent to you at ${time} on the first working day of each week, next on ${next}`, nowNext: 'today, at once', quiet: 'It is not sent in a week in which nothing is due and no light is red or yellow', lifted: 'Done: no brief is sent to you any more', ask: 'To see it at any time, type /duban brief',
  },
} satisfies Record<Lang, unknown>

/** Whether it is sent to whoever reads it; undefined where it could not be: they neither lead nor are anybody's aide. */
export type BriefWanted = boolean | undefined

/** The button that has it sent, or no more. */
export const briefActions = (wanted: BriefWanted, lang: Lang): Action[] => (wanted === undefined ? [] : [{ label: wanted ? words[lang].stop : words[lang].want, run: ways.wantBrief(!wanted) }])

/** @param screen as 汇总 shows it @param several whether it is of several plans */
export function briefCard(screen: Card, facts: WeekFacts, { today, several, wanted }: { today: Day; several: boolean; wanted: BriefWanted }, lang: Lang): Card {
  const w = words[lang]
  const week = weekSection(facts, today, several, lang)
  return {
    ...screen,
    text: lang === 'zh' ? `${w.title}：${screen.text}；${weekWords(facts, lang)}` : `${w.title}: ${screen.text}; ${weekWords(facts, lang)}`,
    title: `${w.title} · ${screen.title ?? ''}`,
    forward: [...(screen.forward ?? []), ...(week.heading === undefined ? [] : [week.heading]), ...week.rows.map(({ line }) => line)],
    sections: [...(screen.sections ?? []), ...earlierSections(facts, today, several, lang), week],
    // What is passed on is what is read here.
    more: [...(screen.more ?? []).filter(({ run }) => run.command !== 'forward'), forwardAction(ways.brief(), lang), ...briefActions(wanted, lang)],
  }
}

/** 本周到期3项 */
function weekWords({ count }: WeekFacts, lang: Lang): string {
  const w = words[lang]
  return count === 0 ? (lang === 'zh' ? `本周${w.none}` : `${w.none} this week`) : lang === 'zh' ? `${w.week}${w.items(count)}` : `${w.week.toLowerCase()}: ${w.items(count)}`
}

function weekSection({ week, due, count, passed, reports }: WeekFacts, today: Day, several: boolean, lang: Lang): Section {
  const zh = lang === 'zh'
  const w = words[lang]
  const [first, last] = [shortDay(week.from, lang, today), shortDay(week.to, lang, today)]
  const days = zh ? `（${first}至${last}）` : ` (${first} to ${last})`
  const left = count - due.length
  const hasMore = left > 0 || reports > 0
  // The list is of the week in which it is asked for.
  const isThisWeek = week.from <= today && today <= week.to
  return {
    heading: zh ? rich`${w.week}${days}${count === 0 ? `：${w.none}` : w.items(count)}` : rich`${w.week}${days}: ${count === 0 ? w.none : w.items(count)}`,
    rows: [
      ...dueRows(due, { today, several, passed, count }, lang),
      ...(hasMore ? [{ line: rich`${[...(left > 0 ? [w.rest(left)] : []), ...(reports > 0 ? [w.reports(reports)] : [])].join(zh ? '，' : '; ')}`, ...(isThisWeek ? { beside: { label: w.all, says: `${w.week} ${count + reports}`, run: ways.tasks(dueThisWeek) } } : {}) }] : []),
    ],
  }
}

/** Duties of periods before: they are named until they are given, whatever light their task has. */
function earlierSections({ week, earlier: { due, count } }: WeekFacts, today: Day, several: boolean, lang: Lang): Section[] {
  const w = words[lang]
  if (count === 0) return []
  const left = count - due.length
  const isThisWeek = week.from <= today && today <= week.to
  return [{ heading: rich`${w.earlier} ${w.items(count)}`, rows: [...due.map((task) => dueRow(task, today, several, lang)), ...(left === 0 ? [] : [{ line: rich`${w.rest(left)}`, ...(isThisWeek ? { beside: { label: w.allOf(count), says: `${w.earlier} ${w.items(count)}`, run: ways.tasks(owedBefore) } } : {}) }])] }]
}

/** What would be typed for the list. */
const dueThisWeek = '本周到期'
const owedBefore = '以前欠报'

/** @param next when it is sent for the first time, at the earliest */
export function briefWanted(next: { day: Day; time: string; isNow?: true }, today: Day, lang: Lang): Card {
  const w = words[lang]
  const said = w.wanted(next.time, next.isNow === true ? w.nowNext : dayWords(next.day, lang, today))
  return { text: said, lines: [rich`${said}`, rich`${w.quiet}`], actions: [{ label: w.now, run: ways.brief() }, ...briefActions(true, lang)] }
}

export function briefLifted(lang: Lang): Card {
  const w = words[lang]
  return { text: w.lifted, lines: [rich`${w.lifted}`, rich`${w.ask}`], actions: briefActions(false, lang) }
}
