// What a cell of a sheet shows, as text.
import type { CellValue } from 'exceljs'
import { format as formatted } from 'numfmt'

/** How Excel counts days: from the last day of 1899. */
const [excelEpoch, dayMs] = [Date.UTC(1899, 11, 30), 86_400_000]

/**
 * The text of a cell: numbers and formulas' results as they are displayed, rich text without its fonts.
 *
 * @param format the cell's number format, if it has one
 */
export function displayedValue(value: CellValue | undefined, format: string | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return numberShown(value, format)
  if (value instanceof Date) return dateShown(value, format ?? '')
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('error' in value) return value.error
  if ('text' in value) return displayedValue(value.text, format)
  return 'result' in value ? displayedValue(value.result, format) : ''
}

function numberShown(value: number, format: string | undefined): string {
  // Fifteen figures are all that a sheet keeps: 0.1 + 0.2 is 0.3.
  if (format === undefined || format === 'General' || format === '@') return String(Number(value.toPrecision(15)))
  return shownAs(format, value) ?? String(value)
}

/** A day with its year, whatever the format leaves out: the value knows it. A format without a day shows a month or a year. */
function dateShown(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return ''
  const shown = format.replace(/"[^"]*"|\\.|\[[^[\]]{0,60}\]/g, '').toLowerCase()
  if (shown.includes('d')) return date.toISOString().slice(0, 10)
  return shownAs(format, (date.getTime() - excelEpoch) / dayMs) ?? date.toISOString().slice(0, 10)
}

function shownAs(format: string, value: number): string | undefined {
  try {
    return formatted(format, value).trim()
  } catch {
    return undefined // numfmt throws for a format that is none: the number itself says enough.
  }
}
