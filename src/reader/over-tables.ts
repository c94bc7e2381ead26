// Headings that only lead to a table.
import { headingsIn, type Heading, type Outline } from './outline.ts'
import type { Table } from './table.ts'

const longestLeadIn = 60

/** The headings that only say that a table of tasks follows: its rows are the tasks, and they are none. */
export function headingsOverTables(outline: Outline, tables: readonly Table[]): ReadonlySet<Heading> {
  const over = new Set<Heading>()
  const headings = [...headingsIn(outline.sections)]
  let passed = 0
  for (const table of tables) {
    while ((headings[passed]?.lines[0]?.from ?? Infinity) < table.from) passed++
    const heading = headings[passed - 1]
    if (heading && table.kind === 'tasks' && saysNoMore(heading) && !isAttached(outline, table)) over.add(heading)
  }
  return over
}

/** 二、任务分解, and perhaps a line like 具体任务见下表. */
export function saysNoMore({ lines, children, titleEnd }: Heading): boolean {
  const [first] = lines
  return first !== undefined && children.length === 0 && lines.length <= 3 && first.to - titleEnd <= longestLeadIn && lines.slice(1).every(({ from, to }) => to - from <= longestLeadIn)
}

/** Whether a table stands behind the plan itself. */
export const isAttached = (outline: Outline, table: Table): boolean => (outline.attached[0]?.from ?? Infinity) < table.from
