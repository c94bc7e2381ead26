// 议定：… as it is said or written at a sitting: one decision or several, and of each who does it and by when.
import type { Day } from '#src/calendar/day.ts'
import { daysSaid } from '#src/calendar/day-phrase.ts'
import { present } from '#src/ledger/fields.ts'
import { outsideYears } from '#src/ledger/years-of-plan.ts'
import { instructedDay, unreadDay, type DueDay, type UnreadDay } from '#src/queries/instructed-day.ts'
import { instructedUnits, type InstructedUnits } from '#src/queries/instructed-units.ts'
import { namesSaid } from '#src/queries/named-units.ts'
import type { View } from '#src/queries/view.ts'
import { saidPlain } from '#src/reader/said-plain.ts'

/** `unread`: a day that is named, and that nothing can be done by. */
export type DecisionRead = InstructedUnits & { words: string; due?: DueDay; unread?: UnreadDay }

/** How a decision is opened; the words are kept without it. */
const opening = /^(?:(?:会议)?(?:议定|决定|明确|确定|审定|商定)(?:了)?(?:以下|如下)?(?:几?个?事项)?[：:，,\s]*|(?:decided|resolved|agreed)\s*[:,]\s*)+/iu
/** 一是…；二是…, 1.…2.…, （一）…, 第一，… */
const marks = /(?:(?:^|(?<=[。；;：:，,\s]))(?:[一二三四五六七八九十]{1,3}是|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}[，,、])|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|[①②③④⑤⑥⑦⑧⑨⑩])[，,：:\s]*/gu
/** Without the stop at its end. */
const unstopped = (words: string): string => words.trim().replace(/[；;。]$/u, '').trimEnd()

/** Each as words of its own, and of what each of several is to do one for each. A day that stands before the first of them is said of all that have none. */
export const decisionsApart = (words: string, directory: View['directory'], today: Day): string[] => decisionsSaid(words, directory, today).flatMap((said) => eachApart(said, directory))

/** As they were said, whoever of several is to do what. */
export function decisionsSaid(words: string, directory: View['directory'], today: Day): string[] {
  const lines = words.split(/\n+/).map((line) => line.trim().replace(opening, '').trim()).filter((line) => line !== '')
  return lines.flatMap((line) => byMarks(line, directory, today) ?? bySentence(line, directory)).map((said) => unstopped(said.replace(opening, ''))).filter((said) => said !== '')
}

function byMarks(line: string, directory: View['directory'], today: Day): string[] | undefined {
  const found = [...line.matchAll(marks)]
  const [first] = found
  if (first === undefined || (found.length < 2 && first.index > 0)) return undefined
  const head = line.slice(0, first.index)
  const parts = found.map((mark, at) => line.slice(mark.index + mark[0].length, found[at + 1]?.index)).flatMap((part) => bySentence(part, directory)).map(unstopped).filter((part) => part !== '')
  const day = daysSaid(saidPlain(head), today)[0]?.said
  return day === undefined ? parts : parts.map((part) => (daysSaid(saidPlain(part), today).length > 0 ? part : `${day}前，${part}`))
}

/** Where two of them say who leads, each is a decision of its own: what names nobody too, for its unit is asked. */
function bySentence(line: string, directory: View['directory']): string[] {
  const parts = [...line.matchAll(/[^；;。]+[；;。]?/gu)].map(([part]) => ({ said: part, asks: instructedUnits(directory, asking(part.trim())) })).filter(({ said }) => unstopped(said) !== '')
  if (parts.filter(({ asks }) => isLed(asks)).length < 2) return [line]
  return parts.reduce<string[]>((all, { said, asks }, at) => ((before) => (before !== undefined && goesOn(asks, parts[at - 1]?.said ?? '') ? [...all.slice(0, -1), `${before}${said}`] : [...all, said]))(all.at(-1)), []).map((each) => each.trim())
}

const isLed = ({ units }: InstructedUnits): boolean => units.some(({ part }) => part === 'lead')

/** 财政局配合做好保障 is of what stands before it, and so is a sentence without a unit after a full stop. */
const goesOn = (asks: InstructedUnits, before: string): boolean =>
  !isLed(asks) && asks.unclear.length === 0 && asks.strangers.length === 0 && (asks.units.length > 0 || before.trimEnd().endsWith('。'))

/** 分别完成, 各报方案, right behind the units or their day; 各乡镇, 各类, 各校 are others. */
const eachOf = /(?:分别|各自|各(?=上?报|拿|提|出|交|拟|写|派|做|负责|承担|完成|制[定订]|梳理|开展|落实|牵头|推进|筹))/u
const rightBehind = new RegExp(`^(?:要|应|须|需|都)?(?:(?:在|于)?[^，,。；;、分各]{2,12}(?:前|内|底)[，,]?)?(?:要|应|须|需)?${eachOf.source}(?:(?:在|于)?[^，,。；;、]{2,12}(?:前|内|底))?`, 'u')
/** 分别牵头师资和经费保障, 分别于7月底、8月底前报: one each of what is named in its order. */
const inOrder = /[、和与及]/u

/** How a decision begins before its units are named: 由, and a day that was said of all. */
const beforeUnits = [/^(?:由|请)?/u, /^[^，,。；;]{2,14}前[，,]?(?:由|请)?/u]

type Named = { begins: string; names: string[]; does: string }

/** The units that are named at the beginning, side by side, and what is said of them. */
function namedFirst(words: string, { units }: View['directory']): Named | undefined {
  const all = [...units.values()].flatMap(namesSaid).toSorted((a, b) => b.length - a.length)
  const nameAt = (from: number): string | undefined => all.find((name) => words.startsWith(name, from))
  const begins = beforeUnits.map((form) => form.exec(words)?.[0] ?? '').find((each) => nameAt(each.length) !== undefined)
  if (begins === undefined) return undefined
  const names: string[] = []
  let at = begins.length
  for (let next = nameAt(at); next !== undefined; next = nameAt(at)) {
    names.push(next)
    at += next.length
    if (!/^[、和与及]/u.test(words.slice(at)) || nameAt(at + 1) === undefined) break
    at += 1
  }
  return { begins, names, does: words.slice(at) }
}

/** 教育局和财政局8月15日前各报方案: one for each, where several are named at the beginning and each is to do it; of one alone nothing is said to be done 分别. */
export function eachApart(words: string, directory: View['directory']): string[] {
  const named = namedFirst(words, directory)
  const behind = named === undefined ? undefined : rightBehind.exec(named.does)?.[0]
  return named === undefined || named.names.length < 2 || behind === undefined || inOrder.test(clauseOf(named.does.slice(behind.length))) ? [words] : each({ ...named, does: named.does.replace(eachOf, '') })
}

const each = ({ begins, names, does }: Named): string[] => names.map((name) => `${begins}${name}${does}`)
const clauseOf = (words: string): string => words.split(/[，,。；;]/u)[0] ?? ''

/** What may be several, and is read as one until that is chosen: 要分别牵头师资和经费保障; 教育局7月底前排查、住建局8月底前整改. */
export function maybeApart(words: string, directory: View['directory'], today: Day): string[] {
  const named = namedFirst(words, directory)
  if (named === undefined) return [words]
  if (named.names.length > 1) return eachOf.test(clauseOf(named.does)) && eachApart(words, directory).length === 1 ? each(named) : [words]
  const cuts = [...words.matchAll(/[、，,]/gu)].map(({ index }) => index).filter((at) => namedFirst(words.slice(at + 1), directory)?.begins === '')
  const parts = [0, ...cuts.map((at) => at + 1)].map((from, at) => words.slice(from, cuts[at]))
  return parts.length > 1 && parts.every((part) => hasOwnDay(part, directory, today)) ? parts : [words]
}

/** Of a unit of its own, by a day of its own. */
const hasOwnDay = (words: string, directory: View['directory'], today: Day): boolean => namedFirst(words, directory)?.names.length === 1 && daysSaid(saidPlain(words), today).length > 0

/** What the first of them asks of its unit and those behind it of others, as one of which the first leads: how many of the lines it is. In the very words of which they were made, where these are known. Undefined where the next asks for something else. */
export function asOne(lines: readonly string[], directory: View['directory'], said: readonly string[] = []): { words: string; count: number } | undefined {
  const whole = said.find((words) => ((parts) => parts.length > 1 && parts.every((part, at) => part === lines[at]))(eachApart(words, directory)))
  if (whole !== undefined) return { words: whole, count: eachApart(whole, directory).length }
  const [first = '', ...others] = lines
  const named = namedFirst(first, directory)
  if (named?.names.length !== 1) return undefined
  const all = others.map((line) => namedFirst(line, directory))
  const end = all.findIndex((next) => next?.names.length !== 1 || next.begins !== named.begins || next.does !== named.does)
  const names = [...named.names, ...all.slice(0, end < 0 ? all.length : end).flatMap((next) => next?.names ?? [])]
  return names.length < 2 ? undefined : { words: `${named.begins}${names.join('、')}${named.does}`, count: names.length }
}

/** 同意教育局提出的方案，由财政局落实经费: whose matter is agreed to or heard of is not asked for anything by that. */
const agreedTo = /^(?:会议)?(?:原则上?|一致)?(?:同意|审议(?:并?通过)?了?|通过了?|听取了?|研究了)[^，,。；;]*(?:[，,。；;]|$)/u

/** What of the words says who is to do it. */
const asking = (words: string): string => words.replace(agreedTo, '')

/** @param said the day it was decided on: 下周五 is counted from there */
export function decisionRead(words: string, { directory, calendar, today, plan }: Pick<View, 'directory' | 'calendar' | 'today'> & Partial<Pick<View, 'plan'>>, said: Day = today): DecisionRead {
  const from = said < today ? said : today
  const due = instructedDay(words, from, calendar)
  const isFar = due !== undefined && plan !== undefined && due.day >= today && outsideYears(plan, due.day, today) !== undefined
  const isAhead = due !== undefined && due.day >= today && !isFar
  const unread = isAhead ? undefined : (unreadDay(words, today) ?? (due === undefined ? undefined : unreadAs(words, from, isFar ? 'far' : 'past')))
  return { words, ...instructedUnits(directory, asking(words)), ...present({ due: isAhead ? due : undefined, unread }) }
}

/** A day off that the sitting named, where its task is due on the working day before it: the minutes have what was decided. */
export const dueAsSaid = (words: string, due: Day, on: Day, calendar: View['calendar']): Day => ((read) => (read?.day === due ? (read.said ?? due) : due))(instructedDay(words, on, calendar))

const unreadAs = (words: string, from: Day, why: UnreadDay['why']): UnreadDay => ({ said: daysSaid(saidPlain(words), from)[0]?.said ?? words, why })
