// Opening a round: the form, what it would ask of whom before anything is sent, and that it is open.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Repeats } from '#src/ledger/round.ts'
import type { RoundTurn } from '#src/queries/round.ts'
import type { RoundPreview } from '#src/queries/round-preview.ts'
import type { Action, Card, Form, Lang, Row, Run, Section } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { namesWords, numbersWords } from './round-words.ts'
import { ways } from './ways.ts'

const unitsOnPage = 10

/** `first`: the days of the first turn, of one that repeats. */
export type OpeningFacts = RoundPreview & {
  plan: PlanId
  planTitle: string
  title: string
  since: Day
  until: Day
  repeats?: Repeats
  firstOn?: Day
  question?: string
  isWorkingDay: boolean
  today: Day
  page: number
  /** What is asked besides what was shown before, and what no more. */
  changed?: { added: readonly number[]; gone: readonly number[] }
}

/** 每月第5个工作日 */
export const repeatsWords = ({ every, nth, workingDays }: Repeats, lang: Lang): string =>
  lang === 'zh' ? `${every === 'month' ? '每月' : '每季度'}第${nth}个工作日开，报送${workingDays}个工作日` : `on working day ${nth} of each ${every}, for ${counted(workingDays, 'working day')}`

/** @param run the act with other arguments: `confirmed` opens it, `page` shows more of the units */
export function roundPreviewCard(facts: OpeningFacts, run: (changed: Run['args']) => Run, lang: Lang): Card {
  const zh = lang === 'zh'
  const { title, tasks, people, until, today, question, noUnit, nobody } = facts
  const head = people.length === 0
    ? zh ? `“${title}”现在没有人可以问：应报的单位都没有联络员，或者都已经报过。` : `“${title}” has nobody to ask: the units have no contact, or have answered already.`
    : zh ? `将开“${title}”：${tasks.length}项，通知${people.length}人，每人一条。确认前不发任何消息。` : `“${title}”: ${counted(tasks.length, 'task')}, ${counted(people.length, 'person', 'people')} to be told in one message each. Nothing is sent before you confirm.`
  const pages = Math.max(1, Math.ceil(facts.units.length / unitsOnPage))
  const page = Math.min(Math.max(1, facts.page), pages)
  const when = facts.repeats === undefined
    ? zh ? `${dayWords(until, lang, today)}截止，随每日提醒发出；${shortDay(facts.since, lang, today)}以来填报过的不再问。` : `Until ${dayWords(until, lang, today)}, with the daily digest; whoever reported since ${shortDay(facts.since, lang, today)} is not asked again.`
    : zh ? `${repeatsWords(facts.repeats, lang)}；第一期${shortDay(facts.firstOn ?? until, lang, today)}开，${shortDay(until, lang, today)}截止。` : `Opens ${repeatsWords(facts.repeats, lang)}; the first from ${shortDay(facts.firstOn ?? until, lang, today)} to ${shortDay(until, lang, today)}.`
  return {
    text: head,
    lines: [
      rich`${head}`, ...changedLine(facts, lang), rich`${when}`,
      ...(question === undefined ? [] : [zh ? rich`另请说明：${question}` : rich`Also asked: ${question}`]),
      ...unaskedLine(facts, lang),
      ...(facts.isWorkingDay ? [] : [zh ? rich`⚠️ 截止日不是工作日，请核对。` : rich`⚠️ The last day is not a working day: check it.`]),
      ...(noUnit === 0 ? [] : [zh ? rich`⚠️ ${noUnit}项还没有责任单位，没有人会报，请先定牵头。` : rich`⚠️ ${noUnit} have no unit yet: name a lead first.`]),
    ],
    sections: [...nobodySection(facts, lang), ...burdenSection(facts, page, pages, lang)],
    actions: [
      ...(people.length === 0 && nobody.length === 0 ? [] : [{ label: zh ? '开轮次' : 'Open it', run: run({ confirmed: true }), style: 'primary' as const, confirm: zh ? `开“${cutTo(title, 20)}”，通知${people.length}人？` : `Open it and tell ${people.length}?` }]),
      ...pageActions(page, pages, run, lang),
    ],
    footer: zh ? rich`《${cutTo(facts.planTitle, 40)}》` : rich`“${cutTo(facts.planTitle, 40)}”`,
  }
}

/** Those of the tasks that nobody is asked about: with those asked of each unit below they are all. */
function unaskedLine({ inReview, done, answered }: OpeningFacts, lang: Lang): Rich[] {
  const zh = lang === 'zh'
  const count = inReview.length + done.length + answered.length
  if (count === 0) return []
  const why = [[inReview, zh ? '待督查室审定' : 'wait for the secretary'], [done, zh ? '已办结' : 'done'], [answered, zh ? '已经报过' : 'answered already']] as const
  const said = why.flatMap(([tasks, words]) => (tasks.length === 0 ? [] : [zh ? `第${numbersWords(tasks, lang)}项${words}` : `${numbersWords(tasks, lang)} ${words}`]))
  return [zh ? rich`其中${count}项不再问：${said.join('，')}。` : rich`${count} of them ${count === 1 ? 'is' : 'are'} not asked about: ${said.join('; ')}.`]
}

/** Why it is shown again: nothing was opened. */
function changedLine({ changed }: OpeningFacts, lang: Lang): Rich[] {
  if (changed === undefined) return []
  const zh = lang === 'zh'
  const named = (numbers: readonly number[]): string => numbersWords(numbers, lang)
  const [gone, added] = [changed.gone.length === 0 ? [] : [zh ? `第${named(changed.gone)}项不再要报` : `${named(changed.gone)} no more`], changed.added.length === 0 ? [] : [zh ? `新增第${named(changed.added)}项` : `${named(changed.added)} besides`]]
  return [zh ? rich`⚠️ 预览之后有变化，轮次还没有开：${[...gone, ...added].join('；')}。请再看一遍后确认。` : rich`⚠️ It changed since you saw it, and nothing was opened: ${[...gone, ...added].join('; ')}. Look again, then confirm.`]
}

const pageActions = (page: number, pages: number, run: (changed: Run['args']) => Run, lang: Lang): Action[] => [
  ...(page < pages ? [{ label: lang === 'zh' ? '下一页' : 'Next page', run: run({ page: page + 1 }) }] : []),
  ...(page > 1 ? [{ label: lang === 'zh' ? '上一页' : 'Previous page', run: run({ page: page - 1 }) }] : []),
]

function nobodySection({ nobody, plan }: OpeningFacts, lang: Lang): Section[] {
  const zh = lang === 'zh'
  const [first] = nobody
  if (first === undefined) return []
  const line = zh ? rich`${namesWords(nobody.map(({ name, tasks }) => `${name}${tasks}项`), lang)}` : rich`${namesWords(nobody.map(({ name, tasks }) => `${name} ${tasks}`), lang)}`
  const beside: Action = nobody.length === 1 ? { label: zh ? '指定联络员' : 'Name a contact', says: cutTo(zh ? `给${first.name}指定联络员` : `Name a contact of ${first.name}`, 70), run: ways.nameContact(first.name) } : { label: zh ? '指定联络员' : 'Name contacts', run: ways.units(plan) }
  return [{ heading: zh ? rich`通知不到：${nobody.length}个单位没有联络员，可电话收来后代录` : rich`Cannot be told: ${nobody.length} without a contact; ask by telephone and record it for them`, rows: [{ line, beside }] }]
}

/** 减负账. */
function burdenSection({ units, question }: OpeningFacts, page: number, pages: number, lang: Lang): Section[] {
  const zh = lang === 'zh'
  if (units.length === 0) return []
  const extra = question === undefined ? 0 : 1
  const rows = units.slice((page - 1) * unitsOnPage, page * unitsOnPage).map(({ name, tasks, burden }): Row => ({
    line: zh ? rich`${strong(name)} · 这次${tasks + extra}处要填 · 近30天收到${burden.messages}条、被问${burden.fields}处` : rich`${strong(name)} · ${tasks + extra} to answer now · in 30 days ${counted(burden.messages, 'message')}, ${burden.fields} answers asked`,
  }))
  const paged = pages === 1 ? '' : zh ? `，第${page}/${pages}页` : `, page ${page} of ${pages}`
  return [{ heading: zh ? rich`减负账：${units.length}个单位${paged}` : rich`What they were asked lately: ${counted(units.length, 'unit')}${paged}`, rows }]
}

export function roundOpened({ plan, title, people, nobody, turn, today }: OpeningFacts & { turn: { round: string; first?: RoundTurn | undefined } }, lang: Lang): Card {
  const zh = lang === 'zh'
  const { first } = turn
  const when = first === undefined ? '' : zh ? `，${shortDay(first.until, lang, today)}截止` : `, until ${shortDay(first.until, lang, today)}`
  const head = zh ? `已开轮次${turn.round}“${title}”${when}，将通知${people.length}人。` : `Opened round ${turn.round} “${title}”${when}; ${counted(people.length, 'person', 'people')} are being told.`
  const without = nobody.length === 0 ? [] : [zh ? rich`${nobody.length}个单位没有联络员，要另行电话收。` : rich`${counted(nobody.length, 'unit')} without a contact must be telephoned.`]
  return { text: head, lines: [rich`✅ ${head}`, ...without], actions: first === undefined ? [{ label: zh ? '全部轮次' : 'All rounds', run: ways.rounds() }] : [{ label: zh ? '看进度' : 'Watch it', run: ways.round(plan, first.key, 'show') }] }
}

/** The select takes a hundred options: what is not in it is typed. @param sections in the plan's order @param units that lead something, those with most first */
export function openRoundForm({ plan, which, sections, units }: { plan: PlanId; which: string; sections: readonly string[]; units: readonly string[] }, lang: Lang): Form {
  const zh = lang === 'zh'
  const choices = [
    { value: '全部', label: zh ? '全部在办任务' : 'all open tasks' }, { value: '红黄灯', label: zh ? '红灯和黄灯任务' : 'red and yellow tasks' },
    ...sections.slice(0, 30).map((section) => ({ value: section, label: cutTo(zh ? `板块：${section}` : `section: ${section}`, 70) })),
    ...units.slice(0, 60).map((unit) => ({ value: unit, label: cutTo(zh ? `${unit}牵头的任务` : `tasks led by ${unit}`, 70) })),
  ]
  const given = which === '' || choices.some(({ value }) => value === which) ? choices : [{ value: which, label: cutTo(which, 70) }, ...choices]
  return {
    title: zh ? '开报送轮次' : 'Open a round',
    fields: [
      { name: 'which', label: zh ? '问哪些任务' : 'Which tasks', kind: 'choice', as: 'select', choices: given, now: which === '' ? '全部' : which },
      { name: 'until', label: zh ? '截止日' : 'Until', hint: zh ? '每月、每季度的不用填' : 'Not for monthly or quarterly ones', optional: true, kind: 'date' },
      { name: 'question', label: zh ? '另外问一个问题（可不填）' : 'One extra question (optional)', optional: true, kind: 'line', maxLength: 300 },
      { name: 'title', label: zh ? '名称（可不填）' : 'Name (optional)', optional: true, kind: 'line', maxLength: 60 },
      { name: 'every', label: zh ? '重复' : 'Repeats', kind: 'choice', as: 'radio', choices: [{ value: 'once', label: zh ? '一次' : 'once' }, { value: 'month', label: zh ? '每月' : 'monthly' }, { value: 'quarter', label: zh ? '每季度' : 'quarterly' }], now: 'once' },
      { name: 'nth', label: zh ? '第几个工作日开（每月、每季度）' : 'Opens on which working day (monthly, quarterly)', optional: true, kind: 'line', now: '5', maxLength: 2 },
      { name: 'days', label: zh ? '开几个工作日（每月、每季度）' : 'Open for how many working days (monthly, quarterly)', optional: true, kind: 'line', now: '5', maxLength: 2 },
    ],
    submit: zh ? '预览' : 'Preview',
    run: { command: 'round', args: { act: 'open', plan, form: true } },
  }
}
