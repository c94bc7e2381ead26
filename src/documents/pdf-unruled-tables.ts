// Tables without rules: a head of known words, and gaps that hold from it downwards.
import { linesOf, type Line, type Run } from '#src/documents/pdf-lines.ts'
import type { Sign } from '#src/documents/pdf-page.ts'
import type { RuledCell, RuledTable } from '#src/documents/pdf-tables.ts'
import { folded } from '#src/reader/folded-text.ts'
import { markOf, rank } from '#src/reader/numbering.ts'

/** What columns of a plan's table are called. */
const headWord = /^(?:序号|编号|类别|领域|分类|板块|项目|名称|任务|指标|目标|内容|事项|措施|举措|备注|单位|部门|时限|时间|进度|(?:工作|重点|主要|目标|具体|任务|改革|项目|建设|指标|年度|整治|工作目标)(?:任务|内容|举措|措施|事项|名称|目标|要求|类别|分类|清单)|(?:牵头|责任|配合|主办|承办|协办|协同|参与|参加|实施)(?:单位|部门|领导|人|主体|科室)|(?:完成|时间|办结|推进|目标)(?:时限|时间|节点|进度|要求|期限)|责任分工)$/
const fewestHeads = 3
const fewestKnown = 2
const longestHead = 10
/** In the size of the font: how wide a gap between columns is at least, and how much wider than a line's the gap between rows. */
const columnGap = 0.5
const rowGap = 0.15

/** The tables without rules among the signs that stand in no table with rules. */
export function unruledTables(signs: readonly Sign[]): { tables: RuledTable[]; outside: Sign[] } {
  const lines = linesOf(signs)
  const tables: RuledTable[] = []
  let outside = [...signs]
  for (let index = 0; index < lines.length; index++) {
    const head = lines[index]
    if (head === undefined || !isHead(head)) continue
    const end = endOfTable(lines, index)
    const last = lines[end - 1]
    if (end - index < 2 || last === undefined) continue
    const from = topOf(lines, index)
    const to = last.base + Math.min(last.size, ((lines[end]?.base ?? Infinity) - last.base) / 2)
    const table = tableOf(outside.filter((sign) => sign.base > from && sign.base <= to))
    if (table === undefined) continue
    tables.push(table)
    outside = outside.filter((sign) => sign.base <= from || sign.base > to)
    index = end - 1
  }
  return { tables, outside }
}

function isHead({ runs }: Line): boolean {
  if (runs.length < fewestHeads) return false
  const words = runs.map((run) => folded(run.text).replace(/ /g, ''))
  return words.every((word) => word.length <= longestHead) && words.filter((word) => headWord.test(word)).length >= fewestKnown
}

/** A head of two lines may begin in the line above. */
function topOf(lines: readonly Line[], index: number): number {
  const head = lines[index]
  const above = lines[index - 1]
  if (head === undefined) return 0
  const belongs = above !== undefined && head.base - above.base < head.size * 1.2 && above.runs.every((run) => run.text.length <= 2)
  return belongs ? above.base - above.size : head.base - head.size * 0.7
}

/** The first line below the head that runs over its gaps, or that opens a section. */
function endOfTable(lines: readonly Line[], index: number): number {
  const runs = lines[index]?.runs ?? []
  let gaps: Gap[] = runs.slice(1).map((run, before) => ({ from: runs[before]?.right ?? 0, to: run.left }))
  let end = index + 1
  for (let line = lines[end]; line !== undefined; line = lines[++end]) {
    if (line.runs.length === 1 && (markOf(line.text)?.rank ?? rank.circled) <= rank.bracketedIdeographic) break
    const kept = gaps.map((gap) => narrowed(gap, line.runs))
    if (kept.some(({ from, to }) => to - from < columnGap * line.size)) break
    gaps = kept
  }
  return end
}

type Gap = { from: number; to: number }

function narrowed(gap: Gap, runs: readonly Run[]): Gap {
  let { from, to } = gap
  for (const run of runs) {
    if (run.right <= from || run.left >= to) continue
    if (run.left - from >= to - run.right) to = run.left
    else from = run.right
  }
  return { from, to }
}

function tableOf(signs: readonly Sign[]): RuledTable | undefined {
  const inked = signs.filter((sign) => sign.text.trim() !== '')
  const size = inked[0]?.size ?? 0
  const columns = spansOf(inked.map(({ left, right }) => ({ from: left, to: right })), columnGap * size)
  if (columns.length < fewestHeads) return undefined
  const edges = [columns[0]?.from ?? 0, ...columns.slice(1).map((column, index) => ((columns[index]?.to ?? 0) + column.from) / 2), columns.at(-1)?.to ?? 0]
  const rows = rowsOf(inked, columns, size)
  const grid = rows.map((row) =>
    columns.map(({ from, to }): RuledCell => ({ left: from, right: to, signs: signs.filter((sign) => sign.left >= from - 1 && sign.right <= to + 1 && sign.base > row.from && sign.base <= row.to) })),
  )
  return { left: edges[0] ?? 0, right: edges.at(-1) ?? 0, top: rows[0]?.from ?? 0, bottom: rows.at(-1)?.to ?? 0, edges, grid }
}

/** Rows stand further apart than the lines of a cell; where they do not, a new one begins where the first column has a number. */
function rowsOf(signs: readonly Sign[], columns: readonly Gap[], size: number): Gap[] {
  const lines = columns.map(({ from, to }) => linesOf(signs.filter((sign) => sign.left >= from - 1 && sign.right <= to + 1)))
  const steps = lines.flatMap((column) => column.slice(1).map((line, index) => line.base - (column[index]?.base ?? 0))).sort((a, b) => a - b)
  const pitch = steps[0] ?? size
  const spans = spansOf(signs.map((sign) => ({ from: sign.base - sign.size, to: sign.base })), pitch - size + rowGap * size)
  const numbered = (lines[0] ?? []).filter((line) => /^\d{1,3}[.、]?$/.test(folded(line.text)))
  const rows = spans.length >= numbered.length ? spans : [-Infinity, ...numbered.map((line) => line.base - size), Infinity].slice(0, -1).map((from, index, starts) => ({ from, to: starts[index + 1] ?? Infinity }))
  return rows.map(({ from, to }) => ({ from: from - 0.01, to: to + 0.01 }))
}

/** Spans that overlap, or are nearer than a gap, made one. */
function spansOf(spans: readonly Gap[], nearest: number): Gap[] {
  const whole: Gap[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && from < last.to + nearest) last.to = Math.max(last.to, to)
    else whole.push({ from, to })
  }
  return whole
}
