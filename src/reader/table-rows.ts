// What each row of a table is: a section's name, a task or more about one, or nothing that is asked of anyone.
import { folded } from './folded-text.ts'
import { markOf, rank } from './numbering.ts'
import type { Span } from './reading.ts'
import type { Column, ColumnKind } from './table-columns.ts'
import { isBlank, isOwn, type Cell, type Row, type Table } from './table.ts'

/** The columns of a table of tasks by what is read from them. `titles`: where a task is named; `categories` hold several. */
export type Places = { number?: number; categories: number[]; title: number; measures: number[]; kinds: readonly Column[] }

/** A row with its cells as they are meant: a merged one is the cell above, and a category stands in every row. */
export type TaskRow = { row: Row; cells: Cell[]; serial: string; section: SectionAbove }
/** The sections a row stands in: the last one's name, and the numbers of all of them. */
export type SectionAbove = { title: string; path: string[] }
/** Rows of one serial number or one merged task: more measures of the first. */
export type RowGroup = { rows: TaskRow[] }
export type SortedRows = { groups: RowGroup[]; sections: Row[]; others: Row[] }

const share = (rows: readonly Row[], is: (row: Row) => boolean): number => rows.filter(is).length / Math.max(1, rows.length)

/** Where a table of tasks has what, or undefined where no column could name a task. */
export function placesOf(table: Table): Places | undefined {
  const of = (...kinds: ColumnKind[]): number[] => table.columns.flatMap(({ kind }, at) => (kinds.includes(kind) ? [at] : []))
  const number = of('number')[0]
  const named = of('task').length > 0 ? of('task') : of('indicator')
  const listed = [...named, ...of('measure')].length > 0 ? [...named, ...of('measure')] : of('target').length > 0 ? of('target') : of('category').slice(-1)
  const categories = of('category').filter((at) => !listed.includes(at))
  const rows = table.rows.filter((row) => row.cells.filter(isOwn).length > 1)
  const names = [...listed]
  // What is numbered is what stands behind the number.
  while (number !== undefined && (names[0] ?? number) < number && names.some((at) => at > number)) categories.push(...names.splice(0, 1))
  const isNumbered = (row: Row): boolean => number !== undefined && isOwn(row.cells[number])
  // The first of several names is a category where it is merged down over rows that have names of their own.
  while (names.length > 1 && number !== names[0]) {
    const [first = 0, second = 0] = names
    const heldTogether = share(rows, (row) => !isOwn(row.cells[first]) && isOwn(row.cells[second]) && (table.columns[second]?.kind === 'task' || isNumbered(row)))
    if (heldTogether < 0.25) break
    categories.push(first)
    names.shift()
  }
  const title = names[0]
  return title === undefined ? undefined : { ...(number === undefined ? {} : { number }), categories: categories.sort((a, b) => a - b), title, measures: names.slice(1), kinds: table.columns }
}

const total = /^(?:合计|小计|总计|共计|合 *计|累计)(?:[:\d(].{0,30})?$/
const note = /^(?:注|备注|说明|填表说明|填报说明|填报单位|填报人|填表人|制表|审核人?|联系人|附注|单位负责人|\*|※)[:：0-9 ]/

/** The rows of a table in their order, sorted. */
export function sortedRows(text: string, table: Table, places: Places, above: SectionAbove): SortedRows {
  const sorted: SortedRows = { groups: [], sections: [], others: [] }
  const stack: Section[] = []
  const categories = new Map<number, Cell>()
  const last: (Cell | undefined)[] = []
  const tasksOpen = openingsOfTasks(text, table, places)
  for (const [at, row] of table.rows.entries()) {
    const own = row.cells.filter(isOwn)
    const opening = own[0] ? folded(text.slice(own[0].from, Math.min(own[0].to, own[0].from + 60))) : ''
    if (own.length === 0 && !row.cells.some((cell) => cell.merged)) {
      sorted.others.push(row)
      continue
    }
    if (total.test(opening.trim()) || (own.length === 1 && note.test(opening))) {
      sorted.others.push(row)
      continue
    }
    const serial = serialOf(text, places.number === undefined ? undefined : row.cells[places.number])
    while (stack.at(-1)?.rank === rank.arabic && serial !== '' && !serial.startsWith(`${stack.at(-1)?.number ?? ''}.`)) stack.pop()
    const section = sectionOf(text, row, places, table.columns.length, tasksOpen) ?? itemOfItems(text, row, table.rows[at + 1], serial, places)
    if (section) {
      while ((stack.at(-1)?.rank ?? -1) >= section.rank) stack.pop()
      stack.push(section)
      categories.clear()
      sorted.sections.push(row)
      continue
    }
    const cells = row.cells.map((cell, at) => (cell.merged ? (last[at] ?? cell) : cell))
    for (const [at, cell] of cells.entries()) last[at] = cell
    for (const at of places.categories) {
      const cell = cells[at]
      const before = categories.get(at)
      if (isOwn(cell)) categories.set(at, cell)
      else if (before && isBlank(cell)) cells[at] = before
    }
    const taskRow: TaskRow = { row, cells, serial: serialOf(text, places.number === undefined ? undefined : cells[places.number]), section: sectionAt(text, above, stack, places.categories.flatMap((at) => cells[at] ?? [])) }
    const group = sorted.groups.at(-1)
    if (group && goesOn(row, places)) group.rows.push(taskRow)
    else sorted.groups.push({ rows: [taskRow] })
  }
  return sorted
}

/**
 * A row goes on with the one above where it names no task of its own: its number and its task are merged with it or left out. So does the rest
 * of a task that a page broke: words without a number, and nothing else.
 */
function goesOn(row: Row, places: Places): boolean {
  const number = places.number === undefined ? undefined : row.cells[places.number]
  if (isOwn(number)) return false
  if (!isOwn(row.cells[places.title])) return true
  return places.number !== undefined && isBlank(number) && row.cells.every((cell, at) => isBlank(cell) || at === places.title || places.measures.includes(at))
}

/** The marks that tasks themselves open with: a row of the same is no section. `digits`: their numbers are written 1, 2. */
type TasksOpen = { ranks: ReadonlySet<number>; digits: boolean }

function openingsOfTasks(text: string, table: Table, places: Places): TasksOpen {
  const ranks = new Set<number>()
  let digits = false
  for (const row of table.rows) {
    const number = places.number === undefined ? undefined : row.cells[places.number]
    if (isOwn(number) && /\d/.test(text.slice(number.from, Math.min(number.to, number.from + 4)))) digits = true
    const title = row.cells[places.title]
    const mark = isOwn(title) && row.cells.filter(isOwn).length > 2 ? markOf(text.slice(title.from, title.to)) : undefined
    if (mark) ranks.add(mark.rank)
  }
  return { ranks, digits }
}

type Section = { rank: number; title: string; number: string }

/** 一、加强基础教育 over the whole width, or 一 and the name beside it, with nothing else in the row. */
function sectionOf(text: string, row: Row, places: Places, width: number, tasksOpen: TasksOpen): Section | undefined {
  const own = row.cells.flatMap((cell, at) => (isOwn(cell) ? [{ cell, at }] : []))
  const [first, second] = own
  if (!first || width < 2 || row.cells.some((cell) => cell.merged)) return undefined
  const words = text.slice(first.cell.from, first.cell.to)
  if (own.length > 2 && own.every(({ cell }) => text.slice(cell.from, cell.to) === words) && !isSerial(words)) return sectionOfWords(words)
  if (words.length > 80) return undefined
  if (own.length === 1) {
    if (isSerial(words) || first.at !== 0) return undefined
    const mark = markOf(words)
    const isMarked = mark !== undefined && mark.rank <= rank.bracketedIdeographic && !tasksOpen.ranks.has(mark.rank)
    // A row of one cell and nothing behind it is merged over the whole table.
    return places.title !== 0 || isMarked || row.cells.length < width ? sectionOfWords(words) : undefined
  }
  const isName = second?.at === places.title || places.categories.includes(second?.at ?? -1)
  if (own.length !== 2 || first.at !== places.number || !second || !isName || !isSerial(words) || /\d/.test(words) || !tasksOpen.digits) return undefined
  return { ...sectionOfWords(text.slice(second.cell.from, second.cell.to)), rank: /[((（]/.test(words) ? rank.bracketedIdeographic : rank.ideographic, number: punctuationOff(words) }
}

/** 1 and a name, where 1.1 stands in the next row. */
function itemOfItems(text: string, row: Row, next: Row | undefined, serial: string, places: Places): Section | undefined {
  const title = row.cells[places.title]
  if (places.number === undefined || serial === '' || !next || !isOwn(title) || row.cells.filter(isOwn).length !== 2) return undefined
  return serialOf(text, next.cells[places.number]).startsWith(`${serial}.`) ? { ...sectionOfWords(text.slice(title.from, title.to)), rank: rank.arabic, number: serial } : undefined
}

/** A section without a number stands between those of 一、 and those of （一）. */
const unnumbered = rank.article

function sectionOfWords(words: string): Section {
  const mark = markOf(words)
  return { rank: mark?.rank ?? unnumbered, title: plainTitle(words.slice(mark?.length ?? 0)), number: mark?.number ?? '' }
}

const plainTitle = (words: string): string => words.replace(/[\s*]+/g, '').replace(/[。；;：:]$/, '')

function sectionAt(text: string, above: SectionAbove, stack: readonly { title: string; number: string }[], categories: readonly Cell[]): SectionAbove {
  const inCells = categories.filter(isOwn).map((cell) => sectionOfWords(text.slice(cell.from, Math.min(cell.to, cell.from + 80))))
  const all = [...stack, ...inCells]
  return { title: all.at(-1)?.title ?? above.title, path: [...above.path, ...all.flatMap(({ number }) => (number === '' ? [] : [number]))] }
}

const serial = /^[([]?(?:\d{1,4}(?:[.—]\d{1,3}){0,3}|[A-Z]{1,3}—?\d{1,4}|[一二三四五六七八九十百零〇]{1,5}|[①-⑳⑴-⒇㈠-㈩⒈-⒛])[)\]]?[、.。:]?$/

export const isSerial = (words: string): boolean => words.length <= 12 && serial.test(folded(words).trim())

const punctuationOff = (words: string): string => folded(words).replace(/[()[\]、。:\s]/g, '').replace(/\.$/, '')

/** The serial number of a row as written, without its punctuation. */
function serialOf(text: string, cell: Span | undefined): string {
  const words = cell ? text.slice(cell.from, cell.to) : ''
  if (isSerial(words)) return punctuationOff(words)
  return markOf(words)?.number ?? (words.length <= 12 ? words.trim() : '')
}
