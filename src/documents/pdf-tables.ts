// Tables that are drawn with rules: the rules give a grid, and what has no rule between it is one cell.
import type { DrawnPage, Rule, Sign } from '#src/documents/pdf-page.ts'

/** What stands in one cell, merged or not, still as signs in their places. */
export type RuledCell = { left: number; right: number; signs: Sign[] }

/** `grid` has the same cell at every place that it covers; `edges` are the columns' sides from the left. */
export type RuledTable = { left: number; right: number; top: number; bottom: number; edges: number[]; grid: RuledCell[][] }

/** Rules closer than this are one: a border is drawn from both its cells, doubled, or in pieces. */
const sameRule = 3
const mostCrossings = 2_000_000
const mostColumns = 60
const mostRows = 400
const mostTables = 30

/** The tables of a page from the top, and the signs that stand in none. */
export function ruledTables(page: DrawnPage): { tables: RuledTable[]; outside: Sign[] } {
  let outside: Sign[] = page.signs
  const tables: RuledTable[] = []
  for (const rules of crossingRules(page.rules)) {
    if (tables.length === mostTables) break
    const found = tableOf(rules, outside)
    if (found === undefined) continue
    tables.push(found.table)
    outside = found.outside
  }
  return { tables: tables.toSorted((a, b) => a.top - b.top), outside }
}

/** Pieces of one line made one. */
function wholeRules(rules: readonly Rule[], level: boolean): Rule[] {
  const whole: Rule[] = []
  for (const near of clusters(rules.filter((rule) => rule.level === level), (rule) => rule.at)) {
    let open: Rule | undefined
    for (const rule of near.toSorted((a, b) => a.from - b.from)) {
      if (open && rule.from <= open.to + sameRule) open.to = Math.max(open.to, rule.to)
      else whole.push((open = { ...rule }))
    }
  }
  return whole
}

function clusters<Of>(values: readonly Of[], at: (value: Of) => number): Of[][] {
  const found: Of[][] = []
  let start = -Infinity
  for (const value of values.toSorted((a, b) => at(a) - at(b))) {
    if (at(value) - start <= sameRule) found.at(-1)?.push(value)
    else {
      found.push([value])
      start = at(value)
    }
  }
  return found
}

/** Rules that touch each other, by way of others too: each group may be a table. */
function crossingRules(given: readonly Rule[]): Rule[][] {
  const level = wholeRules(given, true)
  const upright = wholeRules(given, false)
  if (level.length * upright.length > mostCrossings) return []
  const rules = [...level, ...upright]
  const parent = rules.map((_, index) => index)
  const root = (of: number): number => {
    let index = of
    while (parent[index] !== index) {
      parent[index] = parent[parent[index] ?? 0] ?? 0
      index = parent[index] ?? 0
    }
    return index
  }
  for (const [row, across] of level.entries()) {
    for (const [column, down] of upright.entries()) {
      if (within(down.at, across) && within(across.at, down)) parent[root(level.length + column)] = root(row)
    }
  }
  const groups = new Map<number, Rule[]>()
  for (const [index, rule] of rules.entries()) {
    const group = groups.get(root(index))
    if (group) group.push(rule)
    else groups.set(root(index), [rule])
  }
  return [...groups.values()].filter((group) => group.some((rule) => rule.level) && group.some((rule) => !rule.level))
}

const within = (place: number, rule: Rule): boolean => place >= rule.from - sameRule && place <= rule.to + sameRule

function tableOf(rules: readonly Rule[], signs: readonly Sign[]): { table: RuledTable; outside: Sign[] } | undefined {
  const level = rules.filter((rule) => rule.level)
  const upright = rules.filter((rule) => !rule.level)
  // A table open at its sides ends where its rules end.
  const columns = edgesOf(upright, level)
  const rows = edgesOf(level, upright)
  if (columns.length < 3 || rows.length < 2 || columns.length > mostColumns || rows.length > mostRows) return undefined
  const bordered = { left: bordersOf(upright, columns, rows), top: bordersOf(level, rows, columns) }
  const grid = cellsOf(columns, rows, bordered)
  const inside = putInCells(signs, columns, rows, grid)
  if (new Set(inside.cells).size < 2) return undefined
  return {
    table: { left: columns[0] ?? 0, right: columns.at(-1) ?? 0, top: rows[0] ?? 0, bottom: rows.at(-1) ?? 0, edges: columns, grid: grid.filter((row) => row.some((cell) => cell.signs.length > 0)) },
    outside: inside.outside,
  }
}

function edgesOf(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const edges = clusters(rules, (rule) => rule.at).map((near) => near.reduce((sum, rule) => sum + rule.at, 0) / near.length)
  const from = crossing.reduce((least, rule) => Math.min(least, rule.from), Infinity)
  const to = crossing.reduce((most, rule) => Math.max(most, rule.to), -Infinity)
  if (from < (edges[0] ?? 0) - 2 * sameRule) edges.unshift(from)
  if (to > (edges.at(-1) ?? 0) + 2 * sameRule) edges.push(to)
  return edges
}

/** For each edge, the spaces between the crossing edges along which a rule is drawn. */
function bordersOf(rules: readonly Rule[], edges: readonly number[], crossing: readonly number[]): Set<number>[] {
  const drawn = edges.map(() => new Set<number>())
  for (const rule of rules) {
    const edge = nearest(edges, rule.at)
    for (let space = 0; space + 1 < crossing.length; space++) {
      const middle = ((crossing[space] ?? 0) + (crossing[space + 1] ?? 0)) / 2
      if (middle >= rule.from && middle <= rule.to) drawn[edge]?.add(space)
    }
  }
  return drawn
}

const nearest = (edges: readonly number[], place: number): number => edges.reduce((best, edge, index) => (Math.abs(edge - place) < Math.abs((edges[best] ?? 0) - place) ? index : best), 0)

function cellsOf(columns: readonly number[], rows: readonly number[], { left, top }: { left: Set<number>[]; top: Set<number>[] }): RuledCell[][] {
  const [wide, high] = [columns.length - 1, rows.length - 1]
  const grid: (RuledCell | undefined)[][] = Array.from({ length: high }, () => Array.from({ length: wide }, () => undefined))
  for (let row = 0; row < high; row++) {
    for (let column = 0; column < wide; column++) {
      if (grid[row]?.[column]) continue
      const cell: RuledCell = { left: columns[column] ?? 0, right: columns[column + 1] ?? 0, signs: [] }
      const open: [number, number][] = [[row, column]]
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [r, c] = next
        const line = grid[r]
        if (line === undefined || c < 0 || c >= wide || line[c]) continue
        line[c] = cell
        cell.left = Math.min(cell.left, columns[c] ?? 0)
        cell.right = Math.max(cell.right, columns[c + 1] ?? 0)
        if (!left[c]?.has(r)) open.push([r, c - 1])
        if (!left[c + 1]?.has(r)) open.push([r, c + 1])
        if (!top[r]?.has(c)) open.push([r - 1, c])
        if (!top[r + 1]?.has(c)) open.push([r + 1, c])
      }
    }
  }
  return grid.map((row) => row.flatMap((cell) => cell ?? []))
}

function putInCells(signs: readonly Sign[], columns: readonly number[], rows: readonly number[], grid: readonly RuledCell[][]): { cells: RuledCell[]; outside: Sign[] } {
  const cells: RuledCell[] = []
  const outside: Sign[] = []
  for (const sign of signs) {
    const cell = grid[spaceOf(rows, sign.base - 0.35 * sign.size)]?.[spaceOf(columns, (sign.left + sign.right) / 2)]
    if (cell === undefined) outside.push(sign)
    else {
      cell.signs.push(sign)
      if (sign.text.trim() !== '') cells.push(cell)
    }
  }
  return { cells, outside }
}

/** Which space between two edges a place is in; -1 outside of them all. */
function spaceOf(edges: readonly number[], place: number): number {
  if (place < (edges[0] ?? 0) || place > (edges.at(-1) ?? 0)) return -1
  let [low, high] = [0, edges.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) <= place) low = middle
    else high = middle
  }
  return low
}
