// The figures that a table of indicators promises.
import { folded } from './folded-text.ts'
import type { Period } from './period.ts'
import type { ReadTarget, Span } from './reading.ts'
import type { Column } from './table-columns.ts'
import { isOwn, wordsOf, type Cell, type Row, type Table } from './table.ts'

type Direction = ReadTarget['direction']
type Figure = { value: number; direction: Direction; unit: string; yearly: boolean }

/** `task` is for the caller to add, where a row is a task as well. A year before the plan's `period` is where the measure stands. */
export function targetsOfTable(text: string, table: Table, period?: Period): ReadTarget[] {
  const nameAt = table.columns.findIndex(({ kind }) => kind === 'indicator')
  if (nameAt < 0) return []
  const unitAt = table.columns.findIndex(({ name }) => /^(?:单位|计量单位)$/.test(name))
  const isPast = ({ kind, year }: Column): boolean => kind === 'current' || (kind === 'year' && year !== undefined && period !== undefined && year < period.from)
  const currentAt = table.columns.findIndex(isPast)
  const promised = table.columns.flatMap((column, at) => (isPromised(column) && !isPast(column) ? [{ column, at }] : []))
  const last: (Cell | undefined)[] = []
  return table.rows.flatMap((row) => {
    for (const [at, cell] of row.cells.entries()) if (!cell.merged) last[at] = cell
    const name = row.cells[nameAt]?.merged ? last[nameAt] : row.cells[nameAt]
    if (!isOwn(name)) return []
    const measure = folded(wordsOf(text, name)).replace(/\s+/g, '')
    const unit = cellWords(text, row, unitAt) || (/\(([^()]{1,8})\)$/.exec(measure)?.[1] ?? '')
    return promised.flatMap(({ column, at }) => {
      const cell = row.cells[at]
      const figure = isOwn(cell) ? figureIn(wordsOf(text, cell)) : undefined
      return figure ? [targetOf(text, row, { measure, unit, column, figure, current: currentOf(text, row, table.columns, currentAt) })] : []
    })
  })
}

const isPromised = ({ kind }: Column): boolean => kind === 'goal' || kind === 'year' || kind === 'target'

const cellWords = (text: string, row: Row, at: number): string => {
  const cell = at < 0 ? undefined : row.cells[at]
  return isOwn(cell) ? folded(wordsOf(text, cell)).trim() : ''
}

/** 2024年现状值78: what a rise is counted from. */
function currentOf(text: string, row: Row, columns: readonly Column[], at: number): string | undefined {
  const words = cellWords(text, row, at)
  return words === '' || !/\d/.test(words) ? undefined : `${columns[at]?.name ?? ''}${words}`
}

type TargetFacts = { measure: string; unit: string; column: Column; figure: Figure; current: string | undefined }

function targetOf(text: string, row: Span, { measure, unit, column, figure, current }: TargetFacts): ReadTarget {
  const isCompared = figure.direction === 'rise-by' || figure.direction === 'fall-by'
  return {
    measure: measure.replace(/\([^()]{1,8}\)$/, ''),
    direction: figure.direction,
    value: figure.value,
    unit: figure.unit === '' ? unit : figure.unit,
    ...(isCompared && current !== undefined ? { baseline: current } : {}),
    yearly: figure.yearly || /年均|每年|年增/.test(measure),
    ...(column.year === undefined ? {} : { by: { year: column.year } }),
    text: text.slice(row.from, row.to),
    span: { from: row.from, to: row.to },
  }
}

const figure = /^(?:\()?(?:年均|每年|累计)?(≥|>=|>|≤|<=|<|不低于|不少于|达到|达|超过|力争|提高|提升|增长|增加|上升|下降|降低|减少|控制在|不超过|不高于|约|\+|—|[↑↓])?(?:到|至)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d{1,6})?)(万|亿)?([^\d()<>≥≤]{0,8}?)(以上|以下|以内|左右)?(?:\))?$/

/** 95, ≥95%, 下降5%, 1.2万人以上; undefined for a cell that promises in words. */
export function figureIn(cell: string): Figure | undefined {
  if (cell.length > 40) return undefined
  const plain = folded(cell).replace(/\s+/g, '')
  const found = figure.exec(plain)
  if (!found) return undefined
  const [, sign = '', number = '', thousands = '', unit = '', behind = ''] = found
  return { value: Number(number.replaceAll(',', '')), direction: directionOf(sign, behind), unit: thousands + unit, yearly: /^(?:年均|每年)/.test(plain) }
}

function directionOf(sign: string, behind: string): Direction {
  if (/^(?:提高|提升|增长|增加|上升|\+|↑)$/.test(sign)) return 'rise-by'
  if (/^(?:下降|降低|减少|—|↓)$/.test(sign)) return 'fall-by'
  if (/^(?:≤|<=|<|控制在|不超过|不高于)$/.test(sign) || behind === '以下' || behind === '以内') return 'at-most'
  return /^(?:≥|>=|>|不低于|不少于|超过)$/.test(sign) || behind === '以上' ? 'at-least' : 'reach'
}
