// What a decision is called as a task: its words without who and by when at their beginning, for these stand beside it.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { daysSaid } from '#src/calendar/day-phrase.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { TaskUnit } from '#src/ledger/task.ts'
import { workable, type DueDay } from '#src/queries/instructed-day.ts'
import { namesSaid } from '#src/queries/named-units.ts'
import { saidPlain } from '#src/reader/said-plain.ts'

type Decided = { words: string; units: readonly TaskUnit[]; due: DueDay }
type Circumstances = { directory: Pick<Directory, 'units'>; calendar: Calendar; today: Day }

/** 牵头人, 牵头单位, 负责同志 are others. */
const leading = /^(?:具体)?(?:牵头负责|牵头|负责)(?!人|同志|单位|部门|制|的|者)/u
/** 配合做好 asks for something. */
const supporting = /^(?:积极|予以|协同)?配合(?=[,、;。\s]|$)/u
/** 前后, 前的, 前期 mean another time. */
const byThen = /^(?:之|以)?前(?![后的期述往来者提])/u
const toUnit = /^(?:由|请)?/u
const toDay = /^(?:要|应|须|需|务必)?(?:在|于)?/u
const between = /^[,、;\s]*/u
/** Where the last words may say who supports, and how they say it and nothing more. */
const breaks = /[,、;。(（\s]/gu
const supportAlone = /^(?:等?单位)?(?:积极|予以|协同|做好)?(?:配合|协助|参与)(?:工作)?[)）]?[。;]?$/u
/** So many signs at least, but for the closing one: 完成 by itself names nothing. */
const fewest = 4

/** The end of the words as they are. Only the very unit and the very day that stand beside it are left out; where nothing would be left, nothing is. @param on the day it was decided on, from which 下周五 is counted */
export function decisionTitle({ words, units, due }: Decided, { directory, calendar, today }: Circumstances, on: Day): string {
  const from = on < today ? on : today
  const plain = saidPlain(words)
  const rest = plain.slice(opening(plain))
  const end = closing(rest)
  const named = (said: string): boolean => said.replaceAll(/[。.\s]/gu, '').length >= fewest
  if (!named(rest) || isOthers(rest)) return words
  return words.slice(words.length - rest.length, named(rest.slice(0, end)) ? words.length - rest.length + end : undefined)

  /** 由财政局拨付: without who leads it would read as if that one did. */
  function isOthers(said: string): boolean {
    const begins = past(said, 0, toUnit)
    return begins > 0 && pastUnit(said, begins, 'support') !== undefined
  }

  /** How far who and by when go from the beginning. */
  function opening(said: string): number {
    const byUnit = pastLead(said, 0)
    const day = pastDay(said, byUnit ?? 0)
    if (byUnit !== undefined || day === undefined) return day ?? byUnit ?? 0
    return pastLead(said, day) ?? day
  }

  /** 由教育局牵头、财政局配合; or the unit alone right before its day. */
  function pastLead(said: string, at: number): number | undefined {
    const named = pastUnit(said, past(said, at, toUnit), 'lead')
    if (named === undefined) return undefined
    const led = past(said, named, leading)
    if (led === named) return [named, pastOthers(said, named)].find((each) => pastDay(said, each) !== undefined)
    return pastSupport(said, led)
  }

  function pastSupport(said: string, at: number): number {
    const begins = past(said, past(said, at, between), toUnit)
    const named = pastUnit(said, begins, 'support')
    const all = named === undefined ? undefined : pastOthers(said, named)
    const supported = all === undefined ? at : past(said, all, supporting)
    return all === undefined || supported === all ? past(said, at, between) : pastSupport(said, supported)
  }

  function pastOthers(said: string, at: number): number {
    const named = /^[、和与及]/u.test(said.slice(at)) ? pastUnit(said, at + 1, 'support') : undefined
    return named === undefined ? at : pastOthers(said, named)
  }

  /** Where 财政局、住建局配合 begins, that ends the words. */
  function closing(said: string): number {
    const begins = [...said.matchAll(breaks)].map(({ index }) => index).find((at) => isSupport(said.slice(at)))
    return begins ?? said.length
  }

  function isSupport(said: string): boolean {
    const first = past(said, past(said, 0, /^[,、;。(（\s]*/u), toUnit)
    const named = pastUnit(said, first, 'support')
    return named !== undefined && supportAlone.test(said.slice(pastOthers(said, named)))
  }

  function pastUnit(said: string, at: number, as: TaskUnit['part']): number | undefined {
    const names = units.flatMap(({ unit, part }) => ((known) => (known === undefined || part !== as ? [] : namesSaid(known)))(directory.units.get(unit)))
    const name = names.toSorted((a, b) => b.length - a.length).find((each) => said.startsWith(each, at))
    return name === undefined ? undefined : at + name.length
  }

  function pastDay(said: string, at: number): number | undefined {
    const begins = past(said, at, toDay)
    const phrase = daysSaid(said.slice(begins), from).find(({ said: named, day }) => day !== undefined && said.startsWith(named, begins) && isDue(day))
    const ends = begins + (phrase?.said.length ?? 0)
    const bound = past(said, ends, byThen)
    return phrase === undefined || bound === ends ? undefined : past(said, bound, between)
  }

  function isDue(day: Day): boolean {
    return day === due.day || day === due.said || (day >= today && workable(day, today, calendar).day === due.day)
  }
}

/** Where what stands there ends; where it does not stand there, no further. */
const past = (said: string, at: number, form: RegExp): number => at + (form.exec(said.slice(at))?.[0].length ?? 0)
