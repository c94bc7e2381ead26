// A review that comes back: on which days, seen before they are scheduled; and in the list, one line for all of them.
import type { Day } from '#src/calendar/day.ts'
import type { Recurring, RecurringDay } from '#src/calendar/recurring.ts'
import { unitName, type Directory } from '#src/directory/directory.ts'
import type { ReviewKind, ReviewScope } from '#src/ledger/review.ts'
import type { Card, Lang, Run } from './card.ts'
import { dayWords, shortDay } from './day-words.ts'
import { reviewKindWords } from './review-kind-words.ts'
import { whereLine } from './review-where.ts'
import { rich } from './rich.ts'

const words = {
  zh: {
    light: { red: '红灯任务', yellow: '黄灯任务' }, standing: { overdue: '逾期任务', unreported: '未报任务' }, section: (name: string) => `领域“${name}”`, unit: (name: string) => `${name}牵头的任务`, tasks: (numbers: string) => `任务${numbers}`,
    every: { month: '每月', quarter: '每季度' }, last: '最后一个工作日', date: (date: number) => `${date}日`, inMonth: (nth: number, date: number) => `第${nth}个月${date}日`,
    ahead: (kind: string, every: string, of: string, count: number) => `将安排${kind}${count}次：${every}，${of}`, done: (kind: string, every: string, of: string, count: number) => `已安排${kind}${count}次：${every}，${of}`,
    moved: (day: string) => `（${day}不是工作日，顺延）`, provisional: (years: string) => `${years}年的放假安排还没有公布，那一年的日子到时请再核对。`, scoped: (tasks: number, units: number) => `每次看当时的任务，提前一周通知牵头单位准备。现在是${tasks}项，涉及${units}个单位。`, fixed: (tasks: number, units: number) => `每次提前一周通知准备，${tasks}项，涉及${units}个单位。`,
    none: '每次看当时的任务，提前一周通知牵头单位准备。现在没有这样的任务，到时有才通知。', stand: (count: number) => `另有${count}次已经安排，不再安排。`, cut: (most: number) => `一次最多安排${most}次，之后的到时再安排。`, schedule: (count: number) => `安排这${count}次`, confirm: '确认前不发任何消息。', list: '看调度', and: '、', comma: '，', next: (days: string, count: number) => `接下来${days}${count > 0 ? `等${count}次` : ''}`, prepare: '请准备：',
  },
  en: {
    light: { red: 'red tasks', yellow: 'yellow tasks' }, standing: { overdue: 'overdue tasks', unreported: 'unreported tasks' }, section: (name: string) => `the section “${name}”`, unit: (name: string) => `tasks led by ${name}`, tasks: (numbers: string) => `tasks ${numbers}`,
    every: { month: 'each month', quarter: 'each quarter' }, last: 'on the last working day', date: (date: number) => `on day ${date}`, inMonth: (nth: number, date: number) => `on day ${date} of its month ${nth}`,
    ahead: (kind: string, every: string, of: string, count: number) => `To be scheduled, ${count} times: ${kind} ${every}, ${of}`, done: (kind: string, every: string, of: string, count: number) => `Scheduled, ${count} times: ${kind} ${every}, ${of}`,
    moved: (day: string) => ` (${day} is a day off: the next working day)`, provisional: (years: string) => `The days off for ${years} have not been announced yet: please check those dates again.`, scoped: (tasks: number, units: number) => `Each looks at the tasks there are at the time; lead units are told a week ahead to prepare. At present: ${tasks} ${tasks === 1 ? 'task' : 'tasks'} of ${units} ${units === 1 ? 'unit' : 'units'}.`, fixed: (tasks: number, units: number) => `Units are told a week ahead of each to prepare: ${tasks} ${tasks === 1 ? 'task' : 'tasks'} of ${units} ${units === 1 ? 'unit' : 'units'}.`,
    none: 'Each looks at the tasks there are at the time; lead units are told a week ahead to prepare. At present there are none: nobody is told unless there are.', stand: (count: number) => `${count} more are scheduled already and stay as they are.`, cut: (most: number) => `At most ${most} are scheduled at once; later ones when they are nearer.`, schedule: (count: number) => `Schedule all ${count}`, confirm: 'Nothing is sent before you confirm.', list: 'Reviews', and: ', ', comma: ', ', next: (days: string, count: number) => `next ${days}${count > 0 ? ` and others, ${count} in all` : ''}`, prepare: 'To prepare: ',
  },
} satisfies Record<Lang, unknown>

/** 红灯任务, 领域“学前教育”, 县教育局牵头的任务. */
export function scopeWords(scope: ReviewScope, directory: Pick<Directory, 'units'>, lang: Lang): string {
  const w = words[lang]
  switch (scope.kind) {
    case 'light':
      return w.light[scope.light]
    case 'standing':
      return w.standing[scope.only]
    case 'section':
      return w.section(scope.section)
    case 'unit':
      return w.unit(unitName(directory as Directory, scope.unit))
  }
}

/** 每月5日, 每季度最后一个工作日. */
export function recurringWords({ every, on }: Recurring, lang: Lang): string {
  const w = words[lang]
  const when = on === 'last' ? w.last : every === 'month' ? w.date(on.date) : w.inMonth(on.month + 1, on.date)
  return `${w.every[every]}${lang === 'zh' ? '' : ' '}${when}`
}

/** `of`: what each looks at, in words. `tasks`, `units`: how many by now. */
export type SeriesFacts = { kind: ReviewKind; recurring: Recurring; days: readonly RecurringDay[]; of: string; isScoped: boolean; tasks: number; units: number; prepare: string; place: string; today: Day; /** So many of its days are scheduled already. */ standing: number; /** So many at once, where it has more. */ most?: number; /** Of which the days off are not known. */ provisional: readonly number[] }

/** @param confirmed schedules them */
export function seriesPreview(facts: SeriesFacts, confirmed: Run, lang: Lang): Card {
  const w = words[lang]
  const head = w.ahead(reviewKindWords[lang][facts.kind], recurringWords(facts.recurring, lang), facts.of, facts.days.length)
  return { ...seriesCard(facts, head, lang), footer: rich`${w.confirm}`, actions: [{ label: w.schedule(facts.days.length), run: confirmed, style: 'primary' }] }
}

export function seriesScheduled(facts: SeriesFacts, lang: Lang): Card {
  const w = words[lang]
  const head = w.done(reviewKindWords[lang][facts.kind], recurringWords(facts.recurring, lang), facts.of, facts.days.length)
  return { ...seriesCard(facts, `✅ ${head}`, lang), text: head, actions: [{ label: w.list, run: { command: 'review', args: {} } }] }
}

function seriesCard({ days, tasks, units, isScoped, prepare, place, today, standing, most, provisional }: SeriesFacts, head: string, lang: Lang): Card {
  const w = words[lang]
  return {
    text: head,
    lines: [rich`${head}`, rich`${isScoped ? (tasks === 0 ? w.none : w.scoped(tasks, units)) : w.fixed(tasks, units)}`, ...(place === '' ? [] : [rich`${whereLine(place, lang)}`]), ...(prepare === '' ? [] : [rich`${w.prepare}${prepare}`]), ...(standing === 0 ? [] : [rich`${w.stand(standing)}`]), ...(most === undefined ? [] : [rich`${w.cut(most)}`]), ...(provisional.length === 0 ? [] : [rich`⚠️ ${w.provisional(provisional.join(w.and))}`])],
    sections: [{ rows: days.map(({ day, meant }) => ({ line: rich`${dayWords(day, lang, today)}${day === meant ? '' : w.moved(shortDay(meant, lang, today))}` })) }],
  }
}

/** So many of its days stand on the line of a series. */
const daysShown = 4

/** 接下来r2 8月5日、r3 9月7日等11次. */
export function nextDays(days: readonly { name: string; day: Day }[], lang: Lang, today: Day): string {
  const w = words[lang]
  return w.next(days.slice(0, daysShown).map(({ name, day }) => `${name} ${shortDay(day, lang, today)}`).join(w.and), days.length > daysShown ? days.length : 0)
}
