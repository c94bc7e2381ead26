// A table with a column for each unit and a mark where the unit takes part: its marks become the units' names in one column.
import { folded } from './folded-text.ts'
import { cellBreak, cellParting, sameAsAbove, tableRow, type FoundRows } from './table-row.ts'
import { looksLikeUnit } from './unit-list.ts'

const fewestUnits = 2
/** A head and those that divide its columns. */
const mostHeads = 4
const signs = '[▲△★☆●○◎◆◇■□√✓✔☑＊*]'
const mark = new RegExp(`^(?:${signs}|牵头|配合|主办|协办|主责|参与|责任|主|协|[Vv])$`)
const partWord = '(?:牵头|主办|主责|主|配合|协办|协同|参与|支持|责任|协)'
const saysPart = new RegExp(`^[”"』」)）]?(?:的)?(?:为|是|表示|代表|指|即|—{1,2}|：|:| )?(${partWord})`)

type UnitColumn = { at: number; name: string }

/** Rows with the names of the units that their marks stand for. `beside`: lines around the table, which may say what its marks mean. */
export function withMarkedUnits(rows: FoundRows['rows'], beside: readonly string[]): FoundRows['rows'] {
  if (!rows.some(({ row }) => row.split(cellParting).some((cell) => mark.test(cell.trim())))) return rows
  const cells = rows.map(({ row }) => row.split(cellParting).map((cell) => cell.trim()))
  const first = cells.findIndex((row) => row.some((cell) => mark.test(cell)))
  const heads = Math.min(first, mostHeads)
  const units = unitColumns(cells, heads)
  if (units.length < fewestUnits) return rows
  const notes = [...beside, ...[...cells.slice(0, first), ...cells.slice(-1)].filter((row) => row.filter((cell) => cell !== '').length === 1).map((row) => row.join(''))]
  const meanings = meaningsIn(notes.filter((line) => line.length <= longestLegend).slice(0, mostNotes).join('\n'))
  const [place = 0] = units.map(({ at }) => at)
  const isUnit = new Set(units.map(({ at }) => at))
  return rows.flatMap(({ at }, which) => {
    const row = cells[which] ?? []
    const isHead = which < first && which >= first - heads && units.some((unit) => row[unit.at] !== undefined && row[unit.at] !== '')
    const named = which >= first ? unitsMarked(row, units, meanings) : isHead ? '责任单位' : (row[place] ?? '')
    const isBelowHead = isHead && which > 0 && cells[which - 1]?.some((cell, column) => isUnit.has(column) && cell !== '') === true
    const made = row.flatMap((cell, column) => (column === place ? [isBelowHead ? sameAsAbove : named] : isUnit.has(column) ? [] : [cell]))
    // Of a second head that only named units nothing is left.
    return made.every((cell) => cell === '' || cell === sameAsAbove) ? [] : [{ at, row: tableRow(made) }]
  })
}

const longestLegend = 200
const mostNotes = 20

/** What each mark means by the notes over, under and beside the table. */
function meaningsIn(notes: string): (sign: string) => string {
  const legend = folded(notes)
  const known = new Map<string, string>()
  return (sign) => {
    const label = known.get(sign) ?? labelOf(sign, legend)
    known.set(sign, label)
    return label
  }
}

/** The columns whose head is a unit and which hold nothing but marks; none where none holds any. */
function unitColumns(cells: readonly (readonly string[])[], heads: number): UnitColumn[] {
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const body = cells.slice(heads)
  const units: UnitColumn[] = []
  for (let at = 0; at < width; at++) {
    const name = cells.slice(0, heads).map((row) => (row[at] ?? '').replaceAll(cellBreak, '')).findLast((words) => looksLikeUnit(words) || /^各.{1,8}$/.test(words))
    const written = body.map((row) => row[at] ?? '').filter((cell) => cell !== '' && cell !== sameAsAbove)
    if (name !== undefined && written.every((cell) => mark.test(cell))) units.push({ at, name })
  }
  return units.some(({ at }) => body.some((row) => mark.test(row[at] ?? ''))) ? units : []
}

/** 牵头单位:… and 配合单位:… on lines of their own, where the marks differ and it is said what they mean. */
function unitsMarked(row: readonly string[], units: readonly UnitColumn[], meaningOf: (sign: string) => string): string {
  const byPart = new Map<string, string[]>()
  for (const { at, name } of units) {
    const cell = row[at] ?? ''
    if (!mark.test(cell)) continue
    const part = meaningOf(cell)
    byPart.set(part, [...(byPart.get(part) ?? []), name])
  }
  return ['牵头单位', '配合单位', '责任单位'].flatMap((label) => (byPart.has(label) ? [`${label}：${byPart.get(label)?.join('、') ?? ''}`] : [])).join('\n')
}

function labelOf(cell: string, legend: string): string {
  const said = new RegExp(`^${partWord}$`).test(cell) ? cell : partIn(cell, legend)
  return said === undefined || said === '责任' ? '责任单位' : /牵头|主/.test(said) ? '牵头单位' : '配合单位'
}

/** ▲为牵头单位, or 牵头单位标▲. */
function partIn(sign: string, legend: string): string | undefined {
  const plain = folded(sign)
  for (let at = legend.indexOf(plain); at >= 0; at = legend.indexOf(plain, at + 1)) {
    const behind = saysPart.exec(legend.slice(at + 1, at + 12))?.[1]
    if (behind !== undefined) return behind
    const before = new RegExp(`(${partWord})[^,。;、]{0,8}$`).exec(legend.slice(Math.max(0, at - 14), at))?.[1]
    if (before !== undefined) return before
  }
  return undefined
}
