// What the reader asks instead of guessing: one question a line, in the secretary's language.
import { dateAsked } from './date-asked.ts'
import { blankYear } from './dates.ts'
import { folded, foldedSpan } from './folded-text.ts'
import { mayBeOne, officeKey, type OfficeKey } from './office-names.ts'
import type { Period } from './period.ts'
import { atOrBefore, placeIn } from './place-in.ts'
import type { ReadBody, ReadDeadline, ReadDoubt, ReadTarget, ReadTask, Span } from './reading.ts'
import type { UnclearDuty } from './unclear-duties.ts'
import { looksLikeUnit } from './unit-list.ts'

/** `others`: the words that leave units of a task unnamed. `said`: tasks whose units are read from their sentences. `duties`: those that say no number. */
export type Read = {
  text: string
  title: string
  tasks: readonly ReadTask[]
  others: readonly { task: number; span: Span }[]
  said: readonly { task: number; span: Span }[]
  targets: readonly ReadTarget[]
  duties: readonly UnclearDuty[]
  bodies: readonly ReadBody[]
  /** Those of which it is not known what they list. */
  tables: readonly { heading: string; span: Span }[]
  period: Period | undefined
}

const longestQuote = 60

/** The text's words in a question; quotes within them become single ones. */
const said = (words: string): string => `“${words.replace(/“/g, '‘').replace(/”/g, '’')}”`

/** Every doubt of a plan, in the order of the text. */
export function doubtsIn(read: Read): ReadDoubt[] {
  const place = placesIn(read.text)
  const found = [yearDoubts, dateDoubts, unitlessSections, unclearUnits, aliasDoubts, dutyDoubts, targetDoubts, tableDoubts]
  const doubts = found.flatMap((doubtsOf) => doubtsOf(read, place))
  doubts.sort((a, b) => a.line - b.line)
  return read.period ? doubts : [periodDoubt(read), ...doubts]
}

type Place = (span: Span) => { line: number; quote: string; span: Span }

function placesIn(text: string): Place {
  const place = placeIn(text)
  return (span) => ({ ...place(span), quote: clauseAt(text, span.from) })
}

/** The clause round an offset, cut to what a message shows. */
function clauseAt(text: string, at: number): string {
  const windowFrom = Math.max(0, at - longestQuote)
  const before = folded(text.slice(windowFrom, at))
  const from = windowFrom + (Math.max(before.lastIndexOf('。'), before.lastIndexOf(';'), before.lastIndexOf('\n'), before.lastIndexOf(','), -1) + 1)
  const after = folded(text.slice(at, from + longestQuote))
  const stop = after.search(/[。;\n]/)
  const to = stop < 0 ? Math.min(text.length, from + longestQuote) : at + stop
  const isCut = stop < 0 && to < text.length
  return `${text.slice(from, to).trim()}${isCut ? '…' : ''}`
}

const taskAt = (tasks: readonly ReadTask[], at: number): number | undefined => {
  let low = 0
  let high = tasks.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = tasks[middle]?.span
    if (!span) return undefined
    if (at < span.from) high = middle - 1
    else if (at >= span.to) low = middle + 1
    else return middle
  }
  return undefined
}

const ofTask = (task: number | undefined): { task?: number } => (task === undefined ? {} : { task })

/** The time of a task that a place stands in. Looks through a task's times once, however many places are asked for. */
function timesAt(tasks: readonly ReadTask[]): (task: number, at: number) => ReadDeadline | undefined {
  const ordered = tasks.map(({ deadlines }) => deadlines.toSorted((a, b) => a.span.from - b.span.from))
  const starts = ordered.map((deadlines) => deadlines.map(({ span }) => span.from))
  return (task, at) => {
    const nearest = ordered[task]?.[atOrBefore(starts[task] ?? [], at)]
    return nearest !== undefined && at >= nearest.span.from && at < nearest.span.to ? nearest : undefined
  }
}

function yearDoubts({ text, tasks, period }: Read, place: Place): ReadDoubt[] {
  const choices = period ? Array.from({ length: period.to - period.from + 1 }, (_, at) => `${period.from + at}年`) : []
  const plain = foldedSpan(text, { from: 0, to: text.length })
  const timeAt = timesAt(tasks)
  return [...plain.matchAll(blankYear)].map((blank): ReadDoubt => {
    const at = blank.index
    const task = taskAt(tasks, at)
    const deadline = task === undefined ? undefined : timeAt(task, at)
    const words = deadline?.text ?? text.slice(at, at + blank[0].length + 8).split(/[,，。;；\n]/)[0] ?? blank[0]
    const where = { ...place({ from: at, to: at + blank[0].length }), ...ofTask(task) }
    // What is compared with is another year than those that the plan still has to come: no answer for all of them is its.
    if (isBaseline(plain, at, blank[0].length)) return { kind: 'date-unclear', ...where, question: `${said(text.slice(at, at + blank[0].length))}作为基数，是哪一年？`, choices: [] }
    return { kind: 'year-blank', ...where, question: `${said(words)}是哪一年？`, choices }
  })
}

const isBaseline = (plain: string, at: number, length: number): boolean =>
  /^(?:年?底|末)?(?:的)?(?:基础|水平|基数|同期|数据为基|为基[数期准年])/.test(plain.slice(at + length, at + length + 10)) || /(?:比|较|以|相比于?|相对于?)$/.test(plain.slice(Math.max(0, at - 3), at))

/** A date of which the year or the day is open is asked about, unless its year is a blank that is asked for by itself. */
function dateDoubts({ text, tasks, period }: Read, place: Place): ReadDoubt[] {
  const issued = issuedIn(text)
  return tasks.flatMap((task, at) =>
    task.deadlines.flatMap((deadline): ReadDoubt[] => {
      const asked = dateAsked(deadline, period)
      if (asked === undefined) return []
      const years = asked.ask === 'year' && asked.choices.length === 0 && issued !== undefined ? [`${issued}年`, `${issued + 1}年`] : asked.choices
      const isPast = asked.ask === 'year' && /20\d{2}/.test(folded(deadline.text))
      const question = isPast ? `${said(deadline.text)}在方案开始之前，应是哪一年？` : asked.ask === 'year' ? `${said(deadline.text)}是哪一年的？` : `${said(deadline.text)}是哪一天？`
      return [{ kind: 'date-unclear', ...place(deadline.span), task: at, question, choices: years }]
    }))
}

/** The year a document is dated: 2025年2月10日 on a line of its own, or behind 成文日期. */
function issuedIn(text: string): number | undefined {
  const found = /(?:^|\n)[^\n]{0,12}?(20\d{2}) {0,2}年 {0,2}\d{1,2} {0,2}月 {0,2}\d{1,2} {0,2}日 {0,4}(?=\n|$)/.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** One question for a section of which no task says who, with the team that serves it; else one for each task. */
function unitlessSections({ tasks, bodies }: Read, place: Place): ReadDoubt[] {
  const sections = new Map<string, number[]>()
  for (const [at, { path, section }] of tasks.entries()) {
    const key = [...path, section].join('\n')
    const members = sections.get(key)
    if (members) members.push(at)
    else sections.set(key, [at])
  }
  const doubts: ReadDoubt[] = []
  for (const members of sections.values()) {
    const silent = members.filter((at) => tasks[at]?.units.length === 0)
    const first = silent[0]
    const task = first === undefined ? undefined : tasks[first]
    if (first === undefined || !task) continue
    if (silent.length === members.length && members.length > 1) {
      const body = bodies.findIndex(({ serves }) => serves === task.section)
      const question = `${task.section === '' ? '全文' : `${said(task.section)}下`}${members.length}项任务都没有写责任单位，由哪些单位负责？`
      doubts.push({ kind: 'no-unit', ...place(task.span), section: task.section, quote: task.section, ...(body < 0 ? {} : { body }), question, choices: [] })
    } else {
      for (const at of silent) {
        const one = tasks[at]
        if (one) doubts.push({ kind: 'no-unit', ...place(one.span), task: at, question: `${said(one.title)}没有写责任单位，由哪些单位负责？`, choices: [] })
      }
    }
  }
  return doubts
}

/** Names that do not end as names of offices do, each once; and the units that lists leave unnamed, asked once for all of them. */
function unclearUnits({ text, tasks, others, said: fromSentences }: Read, place: Place): ReadDoubt[] {
  const doubts: ReadDoubt[] = []
  const asked = new Set<string>()
  for (const [at, task] of tasks.entries()) {
    for (const unit of task.units) {
      if (looksLikeUnit(unit.name) || asked.has(unit.name)) continue
      asked.add(unit.name)
      doubts.push({ kind: 'unit-unclear', ...place(unit.span), task: at, question: `${said(unit.name)}是一个单位吗？`, choices: ['是', '不是'] })
    }
  }
  const [firstSaid] = fromSentences
  if (firstSaid) {
    const title = said(tasks[firstSaid.task]?.title ?? '')
    const named = said(shown(text, firstSaid.span))
    const question = fromSentences.length === 1
      ? `${title}没有专门写责任单位，按句中所写由${named}等承担，还包括哪些单位？`
      : `${title}等${fromSentences.length}项任务没有专门写责任单位，都按句中所写读出，请在“看全部任务”里核对。其中${title}由${named}等承担，还包括哪些单位？`
    const from = tasks[firstSaid.task]?.span.from ?? firstSaid.span.from
    // About the task, not about the first unit's name: 只按写明的单位 takes no unit away.
    doubts.push({ kind: 'unit-unclear', ...place(firstSaid.span), span: { from, to: from + 1 }, task: firstSaid.task, question, choices: ['只按写明的单位'] })
  }
  const open = [...new Map(others.map((one) => [one.span.from, one])).values()]
  const [first, ...more] = open
  if (!first) return doubts
  const words = said(shown(text, first.span))
  const question = more.length === 0 ? `${words}还包括哪些单位？` : `${open.length}项任务的单位没有列全，写的是${words}等，还包括哪些单位？`
  return [...doubts, { kind: 'unit-unclear', ...place(first.span), task: first.task, question, choices: ['只按写明的单位'] }]
}

/** 定期通报, 每两周调度: how often is a question, and 不作要求 an answer. */
function dutyDoubts({ tasks, duties }: Read, place: Place): ReadDoubt[] {
  return duties.map(({ words, span }) => ({ kind: 'duty-unclear', ...place(span), ...ofTask(taskAt(tasks, span.from)), question: `${said(words)}多久一次？`, choices: ['每月一次', '每季度一次', '每半年一次', '每年一次', '不作要求'] }))
}

/** A promised number that stands outside every task: who answers for it. Of one measure year by year it is asked once. */
function targetDoubts({ targets }: Read, place: Place): ReadDoubt[] {
  const asked = new Set<string>()
  const isFirst = ({ measure }: ReadTarget): boolean => !asked.has(measure) && asked.add(measure).has(measure)
  return targets.flatMap((target, at): ReadDoubt[] => (target.task === undefined && isFirst(target) ? [{ kind: 'target-owner', ...place(target.span), target: at, question: `指标${said(target.text)}由哪个单位负责？`, choices: [] }] : []))
}

/** A table whose columns say nothing that is known: whether it lists tasks is for somebody who sees it to say. */
function tableDoubts({ text, tables }: Read, place: Place): ReadDoubt[] {
  return tables.map(({ heading, span }) => {
    const { line, quote } = place(span)
    const last = line + text.slice(span.from, span.to).split('\n').length - 1
    const name = heading === '' ? '' : said(heading)
    return { kind: 'table-unclear', line, quote: quote.replace(/[\t\v]+/g, ' '), span: { from: span.from, to: span.from + 1 }, question: `第${line}至${last}行的表格${name}没有读懂，里面有任务吗？`, choices: ['没有任务', '有，改好后再导入'] }
  })
}

const shown = (text: string, span: Span): string => text.slice(span.from, span.to)

/** 县发改局 and 县发改委 in one plan are nearly always one office that was renamed, or written short. Each name is asked about once. */
function aliasDoubts({ tasks }: Read, place: Place): ReadDoubt[] {
  const byStem = new Map<string, { name: string; key: OfficeKey }[]>()
  const seen = new Set<string>()
  const doubts: ReadDoubt[] = []
  for (const [task, { units }] of tasks.entries()) {
    for (const { name, span } of units) {
      if (seen.has(name)) continue
      seen.add(name)
      const key = officeKey(name)
      if (key === undefined) continue
      const alike = byStem.get(key.stem) ?? []
      // A second name of one place is never the first to be like another.
      if (!alike.some((one) => one.key.place === key.place)) byStem.set(key.stem, [...alike, { name, key }])
      const first = alike.find((one) => mayBeOne(one.key, key))
      if (first) doubts.push({ kind: 'alias', ...place(span), task, names: [first.name, name], question: `${said(first.name)}和${said(name)}是同一个单位吗？`, choices: ['是同一个单位', '不是'] })
    }
  }
  return doubts
}

function periodDoubt({ title }: Read): ReadDoubt {
  const years = /([一二三四五])年/.exec(title)?.[1]
  return { kind: 'no-period', line: 1, quote: title, span: { from: 0, to: 0 }, question: years === undefined ? '方案没有写起止年份，从哪一年到哪一年？' : `方案是${years}年期的，但没有写起止年份，从哪一年开始？`, choices: [] }
}
