// A workbook's XML made plainer before it is read: cells without a value and merges beyond the last value are taken out.

/** Number formats that every Chinese Excel has and no file defines: ECMA-376 part 1, 18.8.30, language zh-cn. */
const chineseFormats: ReadonlyMap<number, string> = new Map([
  [27, 'yyyy"年"m"月"'], [28, 'm"月"d"日"'], [29, 'm"月"d"日"'], [30, 'm-d-yy'], [31, 'yyyy"年"m"月"d"日"'], [32, 'h"时"mm"分"'], [33, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'], [50, 'yyyy"年"m"月"'], [51, 'm"月"d"日"'], [52, 'yyyy"年"m"月"'], [53, 'm"月"d"日"'], [54, 'm"月"d"日"'], [57, 'yyyy"年"m"月"'], [58, 'm"月"d"日"'],
])

/** More merged cells than this are no table's. */
const mostMerged = 200_000

type Corner = { column: number; row: number }

/** The sheet with only what has a value, and its merged ranges cut to that. */
export function plainerSheet(sheet: string): string {
  const valued = sheet.replace(/<c\b[^<>]*(?:\/>|><\/c>)/g, '').replace(/<row\b[^<>]*(?:\/>|>\s*<\/row>)/g, '')
  const last = lastCorner(valued)
  let merged = 0
  return valued.replace(/<mergeCell\b[^<>]*?ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"[^<>]*>/g, (_, from: string, to: string) => {
    const [first, end] = [cornerOf(from), cornerOf(to)]
    const column = Math.min(end.column, last.column)
    const row = Math.min(end.row, last.row)
    const cells = (column - first.column + 1) * (row - first.row + 1)
    if (column < first.column || row < first.row || cells < 2 || merged + cells > mostMerged) return ''
    merged += cells
    return `<mergeCell ref="${from}:${lettersOf(column)}${row}"/>`
  })
}

/** The styles with the formats that Chinese Excel takes for granted. */
export function withChineseFormats(styles: string): string {
  const formats = [...chineseFormats].map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')
  if (/<numFmts\b[^<>]*[^/<>]>/.test(styles)) return styles.replace(/<numFmts\b[^<>]*>/, (opening) => opening + formats)
  return styles.replace(/<numFmts\b[^<>]*\/>/, '').replace(/<styleSheet\b[^<>]*>/, (opening) => `${opening}<numFmts>${formats}</numFmts>`)
}

function lastCorner(sheet: string): Corner {
  const last = { column: 0, row: 0 }
  for (const [, place = ''] of sheet.matchAll(/<c\b[^<>]*?\br="([A-Z]{1,3}\d{1,7})"/g)) {
    const { column, row } = cornerOf(place)
    last.column = Math.max(last.column, column)
    last.row = Math.max(last.row, row)
  }
  return last
}

function cornerOf(place: string): Corner {
  let column = 0
  let at = 0
  for (; at < place.length && place.charCodeAt(at) >= 65; at++) column = column * 26 + place.charCodeAt(at) - 64
  return { column, row: Number(place.slice(at)) }
}

const lettersOf = (column: number): string => (column <= 26 ? '' : lettersOf(Math.floor((column - 1) / 26))) + String.fromCharCode(65 + ((column - 1) % 26))
