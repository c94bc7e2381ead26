// What the tables of a text hold, where they stand in it.
import { folded } from './folded-text.ts'
import { headingsIn, pathTo, type Heading, type Outline } from './outline.ts'
import { isAttached, saysNoMore } from './over-tables.ts'
import type { Period } from './period.ts'
import type { ReadTarget, ReadTask, Span } from './reading.ts'
import { targetsOfTable } from './table-targets.ts'
import { tasksOfTable } from './table-tasks.ts'
import { isOwn, wordsOf, type Table } from './table.ts'

type Named = { heading: string; span: Span }
/**
 * `tasks` and the indices that point into them are in the order of the text. `unclear`: tables with words in them whose columns say nothing that is known.
 * `others`: words in cells that leave units unnamed. With `tasks`, `headings` and `unlisted` every row of every table is told.
 */
export type TablesReading = { tasks: ReadTask[]; targets: ReadTarget[]; headings: Named[]; unlisted: Named[]; unclear: Named[]; others: { task: number; span: Span }[] }

/** What the document says for its tables: the years it runs, and from where on the first of the units leads. */
export type OfDocument = { period?: Period | undefined; leadsFrom?: number | undefined }

/** Reads every table of a text. */
export function readTables(text: string, tables: readonly Table[], outline: Outline, { period, leadsFrom = Infinity }: OfDocument): TablesReading {
  const all: TablesReading = { tasks: [], targets: [], headings: [], unlisted: [], unclear: [], others: [] }
  const headings = [...headingsIn(outline.sections)]
  let passed = 0
  let section = ''
  for (const table of tables) {
    while ((headings[passed]?.lines[0]?.from ?? Infinity) < table.from) passed++
    const around = aroundOf(text, table, outline, headings[passed - 1])
    // A table that goes on after a line between its rows is still about what it was about.
    if (table.heads.length > 0 || around.section !== '') section = around.section
    const { tasks, headings: rows, unlisted, others } = tasksOfTable(text, table, { ...around, section: around.section === '' ? section : around.section, period, firstLeads: table.to > leadsFrom })
    const name = around.section === '' ? nameOf(text, table) : around.section
    const first = all.tasks.length
    all.tasks.push(...tasks)
    all.others.push(...others.map((one) => ({ ...one, task: one.task + first })))
    all.headings.push(...rows.map((span) => ({ heading: firstCell(text, span), span })))
    all.unlisted.push(...unlisted.map((span) => ({ heading: name, span })))
    if (table.kind === 'unclear' && isFilledIn(table)) all.unclear.push({ heading: name, span: { from: table.from, to: table.to } })
    all.targets.push(...targetsOfTable(text, table, period).map((target) => withTask(target, tasks, first)))
  }
  return all
}

/** A form that is still to be filled in says nothing that could be lost. */
const isFilledIn = ({ rows }: Table): boolean => rows.filter(({ cells }) => cells.filter(isOwn).length >= 2).length >= 2

function withTask(target: ReadTarget, tasks: readonly ReadTask[], first: number): ReadTarget {
  const task = tasks.findIndex(({ span }) => span.from <= target.span.from && span.to >= target.span.to)
  return task < 0 ? target : { ...target, task: first + task }
}

function aroundOf(text: string, table: Table, outline: Outline, heading: Heading | undefined): { section: string; path: string[] } {
  if (heading && !isAttached(outline, table) && (heading.children.length > 0 || saysNoMore(heading))) {
    return { section: heading.title, path: [...pathTo(heading), ...(heading.number === '' ? [] : [heading.number])] }
  }
  return { section: nameOf(text, table), path: [] }
}

/** What a table is called by the rows above its head or the line above it. */
export function nameOf(text: string, table: Table): string {
  const names = [...table.captions, ...table.titles].map((line) => folded(wordsOf(text, line)).replace(/\s+/g, '')).filter((name) => !/^附(?:件|表|录)?\d{0,2}:?$/.test(name) && !/^[((]?(?:单位|填报|(?:填表|制表|编制|报送|汇总)?(?:单位|部门|人|日期|时间):)/.test(name))
  return names.at(-1) ?? ''
}

const firstCell = (text: string, span: Span): string => wordsOf(text, span).split('\t').map((words) => words.trim()).find((words) => words !== '') ?? ''
