// The tasks of a table: a row each, or several rows under one number.
import { deadlinesIn } from './dates.ts'
import { folded } from './folded-text.ts'
import type { Period } from './period.ts'
import type { Part, ReadDeadline, ReadTask, Span } from './reading.ts'
import { peopleInCell, timesIn, timesOfYear, unitsInCell, unitsInWords, type Doers } from './table-cells.ts'
import type { ColumnKind } from './table-columns.ts'
import { placesOf, sortedRows, type Places, type RowGroup, type SectionAbove, type TaskRow } from './table-rows.ts'
import { timesOfSteps } from './table-steps.ts'
import { titleInCell } from './table-title.ts'
import { isOwn, wordsOf, type Table } from './table.ts'
import { eachOnce, withLead } from './task-units.ts'
import { firstLeadsRules } from './unit-clause.ts'

/** `section` and `path` of what stands above the table; the years the plan runs; whether it says for all tables that the first unit leads. */
export type Around = { section: string; path: readonly string[]; period?: Period | undefined; firstLeads?: boolean }
/**
 * `headings`: the spans of its rows that name columns or sections. `unlisted`: of its rows that are no task.
 * `others`: words in its cells that leave units unnamed, with the task's place among `tasks`.
 */
export type TableReading = { tasks: ReadTask[]; headings: Span[]; unlisted: Span[]; others: { task: number; span: Span }[] }

/** Every row of a table is in a task's span, a heading or unlisted. A table that lists no tasks is unlisted as a whole. */
export function tasksOfTable(text: string, table: Table, around: Around): TableReading {
  const places = table.kind === 'tasks' ? placesOf(table) : undefined
  if (!places) return { tasks: [], headings: [], unlisted: [{ from: table.from, to: table.to }], others: [] }
  const sorted = sortedRows(text, table, places, { title: around.section, path: [...around.path] })
  const years = yearsOf(text, table) ?? around.period
  const firstLeads = around.firstLeads === true || firstLeadsIn(text, table)
  const inGroups = sortedTogether(text, sorted.groups, places).flatMap((group) => tasksOfGroup(text, group, places, years, firstLeads))
  const found = inGroups.filter(({ task }) => task.title !== '')
  return {
    tasks: found.map(({ task }) => task),
    headings: [...table.titles, ...table.heads, ...sorted.sections].map(spanOf),
    unlisted: [...sorted.others, ...inGroups.filter(({ task }) => task.title === '').map(({ task }) => task.span)].map(spanOf),
    others: found.flatMap(({ others }, task) => others.map((span) => ({ task, span }))),
  }
}

const spanOf = ({ from, to }: Span): Span => ({ from, to })

/** 2026年重点任务分解表: the year of its bare months. */
function yearsOf(text: string, table: Table): Period | undefined {
  const words = [...table.captions, ...table.titles].map((line) => folded(wordsOf(text, line)).slice(0, 120)).join('\n')
  const range = /(20\d{2})年?(?:至|到|—{1,2})(20\d{2})年/.exec(words)
  if (range) return { from: Number(range[1]), to: Math.max(Number(range[1]), Number(range[2])) }
  const years = new Set([...words.matchAll(/(20\d{2})年/g)].map((found) => Number(found[1])))
  const [year] = years
  return years.size === 1 && year !== undefined ? { from: year, to: year } : undefined
}

/** 注:列第一位的为牵头单位, in a head or a note of the table or right above it. */
function firstLeadsIn(text: string, table: Table): boolean {
  const lines = [...table.captions, ...table.titles, ...table.heads, ...table.rows.filter((row) => row.cells.filter(isOwn).length === 1)]
  return lines.some((line) => firstLeadsRules(wordsOf(text, line)).length > 0)
}

/** Rows that follow each other and repeat one name, each with a measure and units of its own: the name is merged over them, and every copy writes it out. */
function sortedTogether(text: string, groups: readonly RowGroup[], places: Places): RowGroup[] {
  const together: RowGroup[] = []
  for (const group of groups) {
    const above = together.at(-1)
    const isSame = above !== undefined && repeats(text, above, group, places)
    if (isSame) together[together.length - 1] = { ...above, rows: [...above.rows, ...group.rows] }
    else together.push(group)
  }
  return together
}

function repeats(text: string, above: RowGroup, group: RowGroup, places: Places): boolean {
  const [last, first] = [above.rows.at(-1), group.rows[0]]
  if (!last || !first || group.rows.length !== 1) return false
  const wordsIn = ({ cells }: TaskRow, at: number): string => (isOwn(cells[at]) ? wordsOf(text, cells[at]).trim() : '')
  const says = places.kinds.flatMap(({ kind }, at) => (partOf[kind] ? [at] : []))
  const name = wordsIn(first, places.title)
  const isWhole = (row: TaskRow): boolean => says.some((at) => wordsIn(row, at) !== '')
  return name !== '' && name === wordsIn(last, places.title) && isWhole(last) && isWhole(first) && last.section.title === first.section.title &&
    places.measures.some((at) => wordsIn(first, at) !== '' && wordsIn(last, at) !== '' && wordsIn(first, at) !== wordsIn(last, at))
}

type FoundTask = { task: ReadTask; others: Span[] }

/** Rows with measures and units of their own are tasks, and what is merged over them their section; else all are one task. */
function tasksOfGroup(text: string, { rows }: RowGroup, places: Places, years: Period | undefined, firstLeads: boolean): FoundTask[] {
  const [first] = rows
  if (!first) return []
  const make = (of: readonly TaskRow[], titleAt: number, section: SectionAbove, serial: string): FoundTask => taskOf(text, of, { places, titleAt, section, serial, years, firstLeads })
  const measure = places.measures.find((at) => rows.every(({ row }) => isOwn(row.cells[at])))
  const says = places.kinds.flatMap(({ kind }, at) => (partOf[kind] ? [at] : []))
  if (rows.length > 1 && measure !== undefined && rows.every(({ row }) => says.some((at) => isOwn(row.cells[at])))) {
    const cell = first.cells[places.title]
    const above = isOwn(cell) ? titleInCell(text, cell) : undefined
    const number = first.serial === '' ? (above?.number ?? '') : first.serial
    const isEachNumbered = first.serial !== '' && new Set(rows.map(({ serial }) => serial)).size === rows.length
    const section = { title: above?.title ?? first.section.title, path: [...first.section.path, ...(number === '' || isEachNumbered ? [] : [number])] }
    return rows.map((row) => make([row], measure, section, isEachNumbered ? row.serial : ''))
  }
  const titleAt = isOwn(first.cells[places.title]) ? places.title : (places.measures.find((at) => isOwn(first.cells[at])) ?? places.title)
  return [make(rows, titleAt, first.section, first.serial)]
}

const partOf: Partial<Record<ColumnKind, Part>> = { lead: 'lead', support: 'support', responsible: 'responsible' }
const wordKinds: ReadonlySet<ColumnKind> = new Set(['task', 'measure', 'target', 'category', 'other'])

type TaskFacts = { places: Places; titleAt: number; section: SectionAbove; serial: string; years: Period | undefined; firstLeads: boolean }

function taskOf(text: string, rows: readonly TaskRow[], { places, titleAt, section, serial, years, firstLeads }: TaskFacts): FoundTask {
  const from = rows[0]?.row.from ?? 0
  const to = rows.at(-1)?.row.to ?? from
  const titleCell = rows[0]?.cells[titleAt]
  const { title, number } = titleCell ? titleInCell(text, titleCell) : { title: '', number: '' }
  const doers: Doers = { units: [], people: [], others: [] }
  const timed: ReadDeadline[] = []
  const spoken: ReadDeadline[] = []
  const seen = new Set<number>()
  const hasUnits = places.kinds.some(({ kind }) => partOf[kind] !== undefined)
  for (const { cells } of rows) {
    for (const [at, { kind, name, year }] of places.kinds.entries()) {
      const cell = cells[at]
      // A merged cell is read once.
      if (!isOwn(cell) || seen.has(cell.from)) continue
      seen.add(cell.from)
      const part = partOf[kind]
      if (part) addDoers(doers, unitsInCell(text, cell, part, name))
      else if (kind === 'person') doers.people.push(...peopleInCell(text, cell, name))
      else if (kind === 'time') timed.push(...timesIn(text, cell, years))
      else if (kind === 'year' || kind === 'goal') spoken.push(...timesOfYear(text, cell, year))
      else if (wordKinds.has(kind) && !places.categories.includes(at)) {
        addDoers(doers, unitsInWords(text, cell, hasUnits))
        spoken.push(...timesInWords(text, cell, years))
      }
    }
  }
  return {
    task: {
      path: section.path,
      number: serial === '' ? number : serial,
      title,
      section: section.title,
      text: text.slice(from, to),
      span: { from, to },
      units: eachOnce(withLead(doers.units, firstLeads)),
      people: doers.people,
      deadlines: [...spoken.filter((one) => !timed.some((other) => isSameTime(one, other) || isVaguer(one, other))), ...timed].sort((a, b) => a.span.from - b.span.from),
    },
    others: doers.others,
  }
}

/** The times of a cell of words: those its steps open with, and those its sentences say. */
function timesInWords(text: string, cell: Span, years: Period | undefined): ReadDeadline[] {
  const steps = timesOfSteps(text, cell, years)
  return [...steps, ...deadlinesIn(text, cell, years).filter(({ span }) => !steps.some((step) => step.span.from < span.to && step.span.to > span.from))]
}

function addDoers(doers: Doers, more: Doers): void {
  doers.units.push(...more.units)
  doers.people.push(...more.people)
  doers.others.push(...more.others)
}

/** What the task says again of its own column is one time. */
const isSameTime = (one: ReadDeadline, other: ReadDeadline): boolean =>
  one.year === other.year && one.month === other.month && one.yearly === other.yearly && one.ongoing === other.ongoing && (one.day === undefined || other.day === undefined || one.day === other.day) && (one.month !== undefined || one.ongoing === true || one.text === other.text)

/** 汛前, where the column of times has a day. */
const isVaguer = (one: ReadDeadline, other: ReadDeadline): boolean => one.month === undefined && one.ongoing !== true && one.unbound !== true && one.year === undefined && other.month !== undefined
