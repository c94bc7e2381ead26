// Tables to read, with the subject in view.
import { outlineOf, linesOf } from '#src/reader/outline.ts'
import type { Period } from '#src/reader/period.ts'
import type { ReadTask } from '#src/reader/reading.ts'
import { readTables, type TablesReading } from '#src/reader/table-reading.ts'
import { tableRow } from '#src/reader/table-row.ts'
import { tablesIn, type Table } from '#src/reader/table.ts'

/** A row a string, its cells parted by ` | `, a line break in a cell as `/`. */
export const rowsOf = (...rows: string[]): string => rows.map((row) => tableRow(row.split('|').map((cell) => cell.trim().replaceAll('/', '\n')))).join('\n')

export const tablesOf = (text: string): Table[] => tablesIn(text, linesOf(text))

/** The tables of a text whose other lines are its outline. */
export function tablesRead(text: string, period?: Period): TablesReading {
  const tables = tablesOf(text)
  const outline = outlineOf(text.split('\n').map((line) => (line.includes('\t') ? ' '.repeat(line.length) : line)).join('\n'))
  return readTables(text, tables, outline, { period })
}

export const tasksOf = (...rows: string[]): ReadTask[] => tablesRead(rowsOf(...rows)).tasks

/** The one task of a table of one row. */
export function taskOfRow(head: string, row: string, period?: Period): ReadTask {
  const [task, second] = tablesRead(rowsOf(head, row), period).tasks
  if (!task || second) throw new Error('not one task')
  return task
}

export const timesOf = (task: ReadTask | undefined): string[] =>
  (task?.deadlines ?? []).map(({ year, month, day, yearly, ongoing }) => (ongoing ? 'ongoing' : [yearly ? 'yearly' : (year ?? '?'), month ?? '?', day ?? '?'].join('-')))
