// 全文: what was said of a task, whole. A card shows the beginning; here is all of it, in pieces that a message takes.
import type { Day } from '#src/calendar/day.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { SaidKind, SaidMark, WordsSaid } from '#src/queries/words-said.ts'
import type { Action, Card, Lang, Row } from './card.ts'
import { shortDay } from './day-words.ts'
import { recordedWords } from './report-words.ts'
import { withRest } from './rest-of-rows.ts'
import { plain, rich, strong } from './rich.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

const kinds: Record<SaidKind, Record<Lang, string>> = {
  report: { zh: '填报', en: 'report' }, correction: { zh: '更正', en: 'correction' }, reopened: { zh: '恢复办理', en: 'opened again' }, coordination: { zh: '协调处理', en: 'settled between units' }, claim: { zh: '申请办结', en: 'completion' }, returned: { zh: '退回', en: 'sent back' }, withdrawn: { zh: '撤回办结申请', en: 'completion withdrawn' },
  extension: { zh: '申请延期', en: 'later date' }, objection: { zh: '异议', en: 'objection' }, question: { zh: '分工有出入', en: 'question about the part' }, ruling: { zh: '督查室核定', en: 'ruling' },
  remark: { zh: '备注', en: 'remark' }, paused: { zh: '暂缓', en: 'paused' }, resumed: { zh: '恢复', en: 'resumed' }, 'struck-off': { zh: '销号', en: 'struck off' },
}

const marks: Record<SaidMark, Record<Lang, string>> = {
  late: { zh: '迟报', en: 'late' }, corrected: { zh: '已更正', en: 'put right since' }, returned: { zh: '已退回', en: 'sent back' }, withdrawn: { zh: '已撤回', en: 'withdrawn' },
  reopened: { zh: '已恢复办理', en: 'opened again' }, struck: { zh: '已作废', en: 'struck' },
}

/** As they are written in a message, where some signs take several: a section holds 3,000, a message 13,000. */
const pieceAtMost = 2400
const pageAtMost = 9000
/** A card shows no more of anything. */
export const shownAtMost = 100

/** Where something is longer than the card shows. */
export const wordsAction = (task: TaskCard, longest: number, lang: Lang): Action[] =>
  longest <= shownAtMost ? [] : [{ label: lang === 'zh' ? '全文' : 'Whole words', says: lang === 'zh' ? `第${task.number}项各方原话全文` : `All that was said of task ${task.number}`, run: ways.wordsSaid(task) }]

export function wordsSaidCard({ task, said, page }: { task: TaskCard; said: readonly WordsSaid[]; page: number }, lang: Lang, today: Day): Card {
  const zh = lang === 'zh'
  const head = zh ? `${numberOf(task)} ${shortTitle(task)}：原话${said.length}条，最近的在前` : `${numberOf(task)} ${shortTitle(task)}: ${said.length} of what was said, the latest first`
  const rows = said.flatMap((each): Row[] => {
    const whose = whoseWords(each, lang, today)
    const why = each.reason === undefined ? '' : `\n${zh ? '更正原因：' : 'Put right because: '}${each.reason}`
    return piecesOf(`${each.words}${why}`).map((piece, at, { length }): Row => ({ line: rich`${strong(length === 1 ? whose : `${whose} (${at + 1}/${length})`)}\n${piece}` }))
  })
  const pages = pagesOf(rows)
  const shown = pages[page - 1] ?? []
  const left = pages.slice(page).flat().length
  const rest = left > 0 ? [{ label: zh ? `下一页，另有${left}段` : `Next, ${left} more`, run: ways.wordsSaid(task, page + 1) }] : []
  return { text: head, lines: [rich`${head}`], ...(shown.length === 0 ? {} : { sections: [{ rows: withRest(shown, rest) }] }), actions: [{ label: zh ? '看任务' : 'The task', run: ways.task(task) }], footer: rich`${taskRef(task)}` }
}

/** 7月1日 县教育局(原单位) 填报(代录：王科长7月1日电话，已作废) */
function whoseWords({ what, unit, former, on, onBehalf, marks: since }: WordsSaid, lang: Lang, today: Day): string {
  const zh = lang === 'zh'
  const whose = unit === undefined ? '' : `${unit}${former === true ? (zh ? '(原单位)' : ' (before)') : ''} `
  const beside = [...(onBehalf === undefined ? [] : [recordedWords(onBehalf, lang)]), ...since.map((mark) => marks[mark][lang])]
  const besides = beside.length === 0 ? '' : `${zh ? '' : ' '}(${beside.join(zh ? '，' : ', ')})`
  return `${shortDay(on, lang, today)} ${whose}${kinds[what][lang]}${besides}`
}

/** As a reader counts them: a flag is one. */
const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' })

const written = (sign: string): number => (sign === '&' ? 5 : sign === '<' || sign === '>' ? 4 : sign.length)
const weight = (text: string): number => Array.from(text).reduce((sum, sign) => sum + written(sign), 0)

/** What piles up more than this on one sign is no sign anybody reads. */
const signAtMost = 64

const signsOf = (words: string): string[] => Array.from(signs.segment(words), ({ segment }) => (segment.length > signAtMost ? Array.from(segment) : [segment])).flat()

/** No sign is cut in two. */
function piecesOf(words: string): string[] {
  const pieces: string[] = []
  let [piece, holds] = ['', 0]
  for (const sign of signsOf(words)) {
    if (holds + written(sign) > pieceAtMost) {
      pieces.push(piece)
      ;[piece, holds] = ['', 0]
    }
    piece += sign
    holds += written(sign)
  }
  return [...pieces, piece]
}

function pagesOf(rows: readonly Row[]): Row[][] {
  const pages: Row[][] = [[]]
  let holds = 0
  for (const row of rows) {
    const more = weight(plain(row.line))
    if (holds + more > pageAtMost) {
      pages.push([])
      holds = 0
    }
    pages.at(-1)?.push(row)
    holds += more
  }
  return pages
}
