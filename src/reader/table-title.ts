// What a task is called whose words stand in a cell.
import { folded } from './folded-text.ts'
import { markOf } from './numbering.ts'
import type { Span } from './reading.ts'
import { cellBreak } from './table-row.ts'

/** Words up to this many are a title as they stand. */
const longestTitle = 60
/** A first line as short as this is no title yet. */
const shortestLine = 4
const opensClause = /\([^():]{0,10}(?:单位|部门|主体|科室|处室|领导|时限|时间|牵头|主办|承办|协办|配合|人):/

export type CellTitle = { title: string; number: string }

/** The words behind the mark, without the clause that says who; of a long cell its first sentence, line or words before a colon. */
export function titleInCell(text: string, cell: Span): CellTitle {
  const words = text.slice(cell.from, cell.to)
  const mark = markOf(words)
  let from = mark?.length ?? 0
  while (words[from] === '*' || words[from] === cellBreak) from++
  const end = endOfTitle(words, from)
  const title = words.slice(from, end).replaceAll(cellBreak, '').replace(/\*\*/g, '').trim().replace(/[。；;，,：:]$/, '')
  return { title: title.length <= longestTitle ? title : firstClause(title), number: mark?.number ?? '' }
}

function endOfTitle(words: string, from: number): number {
  const plain = folded(words.slice(from, from + 400))
  const clause = opensClause.exec(plain)?.index
  const line = plain.indexOf(cellBreak, shortestLine)
  const bounds = [clause, line].flatMap((at) => (at === undefined || at < 0 ? [] : [at]))
  const whole = Math.min(words.length - from, ...bounds)
  const stop = plain.slice(0, whole).search(whole <= longestTitle ? /。(?!$)/ : /[。;:!](?!$)/)
  return from + (stop < 4 ? whole : stop)
}

/** 聚焦…, 按照…: what a task goes by, and not what is done. */
const opensAside = /^(?:聚焦|围绕|按照?|根据|依据|结合|针对|对照|立足)/

function firstClause(title: string): string {
  const clauses = folded(title).split(',')
  const first = clauses.findIndex((clause) => !opensAside.test(clause))
  const from = first < 1 ? 0 : clauses.slice(0, first).reduce((length, clause) => length + clause.length + 1, 0)
  const comma = folded(title).indexOf(',', from + shortestLine)
  const end = comma < 0 ? title.length : comma
  return (end - from <= longestTitle ? title.slice(from, end) : title.slice(from, from + longestTitle)).trim()
}
