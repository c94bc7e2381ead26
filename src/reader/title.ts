// What a plan calls itself: the last title-like lines before its first heading.
import { folded } from './folded-text.ts'
import type { Line } from './outline.ts'

const titleEnding = /(?:方案|计划|意见|措施|规划|通知|办法|要点|清单|台账|任务分解|(?:任务|分解|分工|整改|推进|责任|进度)[^表，。]{0,6}表|任务书|分工|行动|细则|决定|安排|纲要|十条|条)(?:\([^()]{1,20}\))?$/
const longestTitleLine = 60

/** '' where nothing before the first heading reads like a title. */
export function titleOfPlan(text: string, preamble: readonly Line[]): string {
  let title = ''
  for (const [at, line] of preamble.entries()) {
    const words = text.slice(line.from, line.to).replace(/^ {0,3}# +/, '').trim()
    if (!titleEnding.test(folded(words)) || !isTitleLine(words)) continue
    // A notice that passes a plan on stands before it; the plan's own title is the later one.
    title = wholeTitle(text, preamble.slice(0, at + 1))
  }
  const first = preamble[0]
  const opening = first ? text.slice(first.from, first.to).trim() : ''
  return title !== '' ? title : isTitleLine(opening) ? opening : ''
}

const isTitleLine = (words: string): boolean => words.length >= 2 && words.length <= longestTitleLine && !/[。;,:、!?]$/.test(folded(words)) && !folded(words).includes('。')

/** A long title is set in two or three lines: 关于…的 / 实施方案. */
function wholeTitle(text: string, lines: readonly Line[]): string {
  const last = lines.at(-1)
  if (!last) return ''
  const words = text.slice(last.from, last.to).replace(/^ {0,3}# +/, '').trim()
  const before = lines.at(-2)
  const above = before ? text.slice(before.from, before.to).trim() : ''
  const adjoins = before !== undefined && before.index === last.index - 1
  if (!adjoins || !isTitleLine(above) || titleEnding.test(folded(above)) || /^关于/.test(words) || !/关于|印发|[省市县区]|人民政府/.test(above) || /[号日)]$/.test(folded(above)) || /(?:政府|委员会|办公室|文件)$/.test(above)) return words
  return above + words
}
