// 全文: what was said of a task, whole. A card shows the beginning; here is all of it, in pieces that a message takes.
import type { Day } from '#src/calendar/day.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { SaidKind, WordsSaid } from '#src/queries/words-said.ts'
import type { Action, Card, Lang, Row } from './card.ts'
import { shortDay } from './day-words.ts'
import { withRest } from './rest-of-rows.ts'
import { rich, strong } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

const kinds: Record<SaidKind, Record<Lang, string>> = {
  report: { zh: '填报', en: 'report' }, claim: { zh: '申请办结', en: 'completion' }, returned: { zh: '退回', en: 'sent back' }, withdrawn: { zh: '撤回办结申请', en: 'completion withdrawn' },
  extension: { zh: '申请延期', en: 'later date' }, objection: { zh: '异议', en: 'objection' }, question: { zh: '分工有出入', en: 'question about the part' }, ruling: { zh: '督查室核定', en: 'ruling' },
  remark: { zh: '备注', en: 'remark' }, paused: { zh: '暂缓', en: 'paused' }, resumed: { zh: '恢复', en: 'resumed' }, 'struck-off': { zh: '销号', en: 'struck off' },
}

/** Every sign may be written as five, and a section takes 3,000. */
const pieceAtMost = 600
const piecesAPage = 10
/** A card shows no more of anything. */
export const shownAtMost = 100

/** Where something is longer than the card shows. */
export const wordsAction = (task: TaskCard, longest: number, lang: Lang): Action[] =>
  longest <= shownAtMost ? [] : [{ label: lang === 'zh' ? '全文' : 'Whole words', says: lang === 'zh' ? `第${task.number}项各方原话全文` : `All that was said of task ${task.number}`, run: ways.wordsSaid(task) }]

export function wordsSaidCard({ task, said, page }: { task: TaskCard; said: readonly WordsSaid[]; page: number }, lang: Lang, today: Day): Card {
  const zh = lang === 'zh'
  const head = zh ? `${task.number} ${shortTitle(task)}：原话${said.length}条，最近的在前` : `${task.number} ${shortTitle(task)}: ${said.length} of what was said, the latest first`
  const rows = said.flatMap(({ what, unit, on, words }): Row[] => {
    const whose = `${shortDay(on, lang, today)} ${unit === undefined ? '' : `${unit} `}${kinds[what][lang]}`
    return piecesOf(words).map((piece, at, { length }): Row => ({ line: rich`${strong(length === 1 ? whose : `${whose} (${at + 1}/${length})`)}\n${piece}` }))
  })
  const shown = rows.slice((page - 1) * piecesAPage, page * piecesAPage)
  const left = rows.length - page * piecesAPage
  const rest = left > 0 ? [{ label: zh ? `下一页，另有${left}段` : `Next, ${left} more`, run: ways.wordsSaid(task, page + 1) }] : []
  return { text: head, lines: [rich`${head}`], ...(shown.length === 0 ? {} : { sections: [{ rows: withRest(shown, rest) }] }), actions: [{ label: zh ? '看任务' : 'The task', run: ways.task(task) }], footer: rich`${taskRef(task)}` }
}

/** By signs as people see them, so that none is cut in two. */
function piecesOf(words: string): string[] {
  const signs = Array.from(words)
  return Array.from({ length: Math.max(1, Math.ceil(signs.length / pieceAtMost)) }, (_, at) => signs.slice(at * pieceAtMost, (at + 1) * pieceAtMost).join(''))
}
