// What a plan calls itself: the last title-like lines before its first heading.
import { folded } from './folded-text.ts'
import type { Line } from './outline.ts'

const titleEnding = /(?:方案|计划|意见|措施|规划|通知|办法|要点|清单|台账|任务分解|(?:任务|分解|分工|整改|推进|责任|进度)[^表，。]{0,6}表|任务书|批复|答复|复函|分工|行动|细则|决定|安排|纲要|十条|条)(?:\([^()]{1,20}\))?$/
/** Whether words end as the title of a plan does: …方案, …清单. */
export const endsAsTitle = (words: string): boolean => titleEnding.test(folded(words))
const longestTitleLine = 60

/** '' where nothing before the first heading reads like a title. */
export function titleOfPlan(text: string, preamble: readonly Line[]): string {
  const annexes = annexesIn(text, preamble).lines
  const lines = preamble.filter((line) => !annexes.has(line) && !isOfPage(text.slice(line.from, line.to)))
  let title = ''
  for (const [at, line] of lines.entries()) {
    const words = withoutStop(text.slice(line.from, line.to).replace(/^ {0,3}# +/, '').trim())
    if (!titleEnding.test(folded(words)) || !isTitleLine(words)) continue
    // A notice that passes a plan on stands before it; the plan's own title is the later one.
    title = wholeTitle(text, lines.slice(0, at + 1)) + belowTitle(text, line, lines[at + 1])
  }
  if (title !== '') return passedOn(title) ?? title
  const first = lines[0]
  const opening = first ? text.slice(first.from, first.to).trim() : ''
  const inner = passedOn(lines.slice(0, mostBefore).map((line) => text.slice(line.from, line.to)).join(''))
  return inner ?? (isTitleLine(opening) && !isNumberOfPaper(opening) ? opening : '')
}

/** 附件：1.… / 2.…: the lines that name what is attached, and the names by their numbers. */
function annexesIn(text: string, preamble: readonly Line[]): { lines: ReadonlySet<Line>; names: ReadonlyMap<number, string> } {
  const lines = new Set<Line>()
  const names = new Map<number, string>()
  let next: number | undefined
  for (const line of preamble) {
    const words = folded(text.slice(line.from, Math.min(line.to, line.from + 2 * longestTitleLine)))
    const opening = /^ {0,8}附(?:件|表) {0,2}: {0,2}/.exec(words)?.[0].length
    const number = /^ {0,8}(\d{1,2})[.、] {0,2}/.exec(words.slice(opening ?? 0))
    if (opening !== undefined) next = 1
    else if (next === undefined || Number(number?.[1]) !== next) {
      next = undefined
      continue
    }
    lines.add(line)
    const name = text.slice(line.from + (opening ?? 0) + (number?.[0].length ?? 0), line.to).trim()
    if (name !== '') names.set(next++, name)
  }
  return { lines, names }
}

/** What stands over a table says which of the annexes it is. */
const longestAboveTable = 300

/** What the list of annexes calls the one that begins before an offset; '' where it is not known which that is. */
export function titleOfAnnex(text: string, preamble: readonly Line[], before: number): string {
  const { names } = annexesIn(text, preamble)
  const above = folded(text.slice(Math.max(0, before - longestAboveTable), before)).split('\n')
  const number = above.map((line) => /^ {0,8}附(?:件|表) {0,2}(\d{1,2})(?![\d.])/.exec(line)?.[1]).findLast((found) => found !== undefined)
  const name = number === undefined && names.size > 1 ? undefined : names.get(Number(number ?? 1))
  return name !== undefined && endsAsTitle(name) && isTitleLine(name) ? name : ''
}

/** The words of a notice stand within so many lines. */
const mostBefore = 12

/** 关于印发《…方案》的通知: the plan that is passed on, which may have no title line of its own. */
function passedOn(words: string): string | undefined {
  const plain = folded(words.slice(0, 1000))
  const found = /关于(?:印发|转发|下发|发布|公布)(?:《([^《》]{4,60})》|([^《》。,:;]{4,60}?))的通知/.exec(plain)
  const name = found?.[1] ?? found?.[2]
  if (!found || name === undefined || !titleEnding.test(name.trim())) return undefined
  const from = found.index + found[0].indexOf(name)
  return words.slice(from, from + name.length).trim()
}

/** 云政发〔2026〕9号: what a paper is numbered by. */
const isNumberOfPaper = (line: string): boolean => /^[^,。]{2,20}\(20\d{2}\)\d{1,4}号$/.test(folded(line))

/** What a web page sets round a document: the path to it, who published it when, and its buttons. */
const isOfPage = (line: string): boolean =>
  /^ *(?:(?:您|你)?(?:现在|当前)?(?:所在)?(?:的)?位置 {0,2}:|首页 {0,2}[>»/|]|(?:发布|发文|成文|印发|生成|更新)(?:日期|时间|机构|机关|单位) {0,2}:|(?:信息)?来源 {0,2}:|索 {0,2}引 {0,2}号|主题分类|公开(?:类别|方式|形式)|有效性|浏览(?:次数|量)|字体 {0,2}[:大\[(]|\[?(?:打印|分享|关闭)|分享到|责任编辑|文号 {0,2}:)|[^。]>[^。>]{1,20}>/.test(folded(line.slice(0, 120)))

const isTitleLine = (words: string): boolean => words.length >= 2 && words.length <= longestTitleLine && !/[。;,:、!?]$/.test(folded(words)) && !folded(words).includes('。')

const titleWithStop = /^(?:关于|[^。;:,各]{1,6}[省市县区州旗镇乡])[^。;:,]{4,56}。$/
/** 关于加强…的若干意见。: a title that was copied with a stop behind it. */
const withoutStop = (words: string): string => (words.length <= longestTitleLine && titleWithStop.test(folded(words)) && !/制定|印发|落实|按照|要求|本/.test(words) ? words.slice(0, -1) : words)
/** (2026—2028年) or (试行) on a line of its own below a title is part of it. */
function belowTitle(text: string, title: Line, next: Line | undefined): string {
  if (next === undefined || next.index > title.index + 2 || next.to - next.from > 20) return ''
  const words = text.slice(next.from, next.to).trim()
  return /^\((?:20\d{2}年?(?:(?:—{1,2}|至|到)20\d{2}年?)?度?|试行|暂行)\)$/.test(folded(words)) ? words : ''
}

/** A long title is set in two or three lines: 关于…的 / 实施方案. */
function wholeTitle(text: string, lines: readonly Line[]): string {
  const last = lines.at(-1)
  if (!last) return ''
  const words = withoutStop(text.slice(last.from, last.to).replace(/^ {0,3}# +/, '').trim())
  const before = lines.at(-2)
  const above = before ? text.slice(before.from, before.to).trim() : ''
  const adjoins = before !== undefined && before.index === last.index - 1
  if (!adjoins || !isTitleLine(above) || titleEnding.test(folded(above)) || /^关于/.test(words) || !/关于|印发|[省市县区]|人民政府/.test(above) || /[号日)]$/.test(folded(above)) || /(?:政府|委员会|办公室|文件)$/.test(above)) return words
  return above + words
}
