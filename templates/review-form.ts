// 安排调度: what, when, whether it comes back, and what the units are to prepare.
import type { Day } from '#src/calendar/day.ts'
import type { ReviewKind } from '#src/ledger/review.ts'
import type { Form, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { reviewKindWords } from './review-kind-words.ts'

const words = {
  zh: {
    title: '安排调度', what: '调度范围', reds: '红灯任务', yellows: '黄灯任务', unreported: '未报任务', of: (unit: string) => `${unit}牵头的任务`, day: '日期', kind: '形式', ask: '请单位准备什么', hint: '不填也会附上各项上次填报的情况', submit: '安排',
    overdue: '逾期任务', section: (name: string) => `领域：${name}`, repeat: '重复', repeats: { once: '不重复', month: '每月这一天', 'month-end': '每月最后一个工作日', quarter: '每季度这一天', 'quarter-end': '每季度最后一个工作日' }, repeatHint: '下一步先看各次日期，放假顺延到下一个工作日', place: '地点', placeHint: '不填也可以',
  },
  en: {
    title: 'Schedule a review', what: 'What to review', reds: 'red tasks', yellows: 'yellow tasks', unreported: 'unreported tasks', of: (unit: string) => `tasks led by ${unit}`, day: 'Date', kind: 'Kind', ask: 'What units should prepare', hint: 'Their last reports are attached anyway', submit: 'Schedule',
    overdue: 'overdue tasks', section: (name: string) => `section: ${name}`, repeat: 'Repeat', repeats: { once: 'Once', month: 'Each month on this day', 'month-end': 'Each month on the last working day', quarter: 'Each quarter on this day', 'quarter-end': 'Each quarter on the last working day' }, repeatHint: 'You will see the dates first; a date on a day off moves to the next working day', place: 'Place', placeHint: 'Optional',
  },
} satisfies Record<Lang, unknown>

/** A select takes so many options: units that lead less, or nothing, are typed. */
const choicesShown = 100
/** What an option carries. */
const valueAtMost = 140

const repeats = ['once', 'month', 'month-end', 'quarter', 'quarter-end'] as const
export type Repeat = (typeof repeats)[number]
/** `plan`: where it was asked for of one. All else: what was said already. */
export type ReviewAsked = { plan?: string; task?: string; day?: Day; repeat?: Repeat; kind: ReviewKind; place?: string; prepare?: string; sections: readonly string[]; units: readonly string[] }

export function reviewForm({ plan, task, day, repeat = 'once', kind, place = '', prepare = '', sections, units }: ReviewAsked, lang: Lang): Form {
  const w = words[lang]
  const choices = [
    { value: '红灯', label: w.reds }, { value: '黄灯', label: w.yellows }, { value: '逾期', label: w.overdue }, { value: '未报', label: w.unreported },
    ...sections.filter((name) => name.length <= valueAtMost).map((name) => ({ value: name, label: cutTo(w.section(name), 70) })),
    ...units.filter((name) => !sections.includes(name)).map((name) => ({ value: name, label: cutTo(w.of(name), 70) })),
  ]
  const given = (task === undefined || choices.some(({ value }) => value === task) ? choices : [{ value: task, label: cutTo(task, 70) }, ...choices]).slice(0, choicesShown)
  return {
    title: w.title,
    fields: [
      { name: 'task', label: w.what, kind: 'choice', as: 'select', choices: given, now: given.some(({ value }) => value === task) && task !== undefined ? task : '红灯' },
      { name: 'day', label: w.day, kind: 'date', ...(day === undefined ? {} : { now: day }) },
      { name: 'kind', label: w.kind, kind: 'choice', as: 'radio', choices: (['dispatch', 'inspection', 'look-back'] as const).map((value) => ({ value, label: reviewKindWords[lang][value] })), now: kind },
      { name: 'repeat', label: w.repeat, hint: w.repeatHint, kind: 'choice', as: 'select', choices: repeats.map((value) => ({ value, label: w.repeats[value] })), now: repeat },
      { name: 'place', label: w.place, hint: w.placeHint, optional: true, kind: 'line', maxLength: 100, ...(place === '' ? {} : { now: place }) },
      { name: 'prepare', label: w.ask, hint: w.hint, optional: true, kind: 'line', maxLength: 300, ...(prepare === '' ? {} : { now: prepare }) },
    ],
    submit: w.submit,
    run: { command: 'review', args: { schedule: true, form: true, ...(plan === undefined ? {} : { plan }) } },
  }
}
