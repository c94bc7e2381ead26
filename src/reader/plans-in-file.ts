// A file may hold several plans, one after the other: 篇一:…, 篇二:…
import { folded } from './folded-text.ts'

/** One plan of a file: `line` counts from 1 and is that of its heading. `title` is '' where the heading has none. */
export type PlanText = { title: string; line: number; text: string }

const planHeading = /^ *[(]?(?:篇|范文|方案|文稿)(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)]? *[::] *(.{0,80})$|^ *[(]?篇(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)]?$|^ *[(]?第(?:[一二三四五六七八九十]{1,3}|\d{1,2})篇[)]?(?: {0,4}[:、])? {0,4}(.{0,80})$/

/** The plans of a file. Without such headings, or with one only, the file is the plan. */
export function plansIn(text: string): PlanText[] {
  const lines = text.split(/\r\n?|\n/)
  const starts = lines.flatMap((words, at) => {
    const found = words.length <= 120 ? planHeading.exec(folded(words).trimEnd()) : null
    if (!found) return []
    const title = found[1] ?? found[2] ?? ''
    return [{ at, title: title === '' ? '' : words.trimEnd().slice(-title.length).trim() }]
  })
  if (starts.length === 0) return [{ title: '', line: 1, text }]
  return starts.map(({ at, title }, which) => ({
    title,
    line: at + 1,
    text: lines.slice(starts.length === 1 ? 0 : at + 1, starts[which + 1]?.at ?? lines.length).join('\n'),
  }))
}
