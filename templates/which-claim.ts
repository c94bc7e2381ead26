// Several units have said of one task that it is done: which is meant, each with its words; or all that are shown.
import type { Day } from '#src/calendar/day.ts'
import type { Claim } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { plain, rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

/** `unit`: of the assignment; `name`: who claims. */
export type ClaimRow = { unit: UnitId; member?: UnitId; name: string; by: string; claim: Claim }

const words = {
  zh: {
    ask: (count: number, task: string) => `${count}个单位对同一项申请了办结，请选哪一个：${task}`, act: { accept: '同意办结', return: '退回' }, all: (count: number) => `${count}个都同意`, said: (day: string) => `${day}申请办结：`, more: (left: number) => `另有${left}个`, queue: '去待审逐件看',
    accepted: '已同意办结', closed: '这些单位的这项工作已结束，不再提醒。', left: (names: string) => `没有同意的：${names}（期间有变化，请再看）`,
  },
  en: {
    ask: (count: number, task: string) => `${count} units say of one task that it is done; which do you mean? ${task}`, act: { accept: 'Accept', return: 'Send back' }, all: (count: number) => `Accept all ${count}`, said: (day: string) => `said done on ${day}: `, more: (left: number) => `${left} more`, queue: 'One by one',
    accepted: 'Accepted as done', closed: 'These units owe nothing more here and are not reminded.', left: (names: string) => `Not accepted: ${names} (it has changed meanwhile; look again)`,
  },
} satisfies Record<Lang, unknown>

/** So many rows with a button each; whoever is beyond them is reached one by one. */
const rowsShown = 10

/** @param all accepts every one that is shown @param reason what was typed for a return stays with its button */
export function whichClaim({ task, rows, act, all, reason, today }: { task: TaskCard; rows: readonly ClaimRow[]; act: 'accept' | 'return'; all?: Run; reason?: string; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = w.ask(rows.length, `${numberOf(task)} ${shortTitle(task)}`)
  const choose = ({ unit, member, name, claim }: ClaimRow): Action => ({
    label: w.act[act], says: saysOf(w.act[act], name, lang),
    run: { command: act, args: { task: taskRef(task), unit, ...(member === undefined ? {} : { member }), claimedAt: claim.at, ...(reason === undefined || reason === '' ? {} : { reason }) } },
  })
  const line = ({ name, by, claim }: ClaimRow) => rich`${strong(name)}${lang === 'en' && by !== '' ? ', ' : ''}${by} ${w.said(shortDay(claim.on, lang, today))}${cutTo(claim.words, 120)}`
  return {
    text: head,
    lines: [rich`${strong(head)}`],
    sections: [{ rows: rows.slice(0, rowsShown).map((row) => ({ line: line(row), beside: choose(row) })), ...(rows.length > rowsShown ? { note: rich`${w.more(rows.length - rowsShown)}` } : {}) }],
    actions: [...(all === undefined ? [] : [{ label: w.all(rows.length), says: head, run: all, style: 'primary' as const }]), { label: w.queue, says: w.queue, run: ways.queue() }],
  }
}

export function claimsAccepted({ task, names, left }: { task: TaskCard; names: readonly string[]; left: readonly string[] }, lang: Lang): Card {
  const w = words[lang]
  const comma = lang === 'zh' ? '、' : ', '
  const head = rich`✅ ${w.accepted} · ${strong(`${numberOf(task)} ${shortTitle(task)}`)} · ${names.join(comma)}`
  return { text: plain(head), lines: [...(names.length === 0 ? [] : [head, rich`${w.closed}`]), ...(left.length === 0 ? [] : [rich`⚠️ ${w.left(left.join(comma))}`])] }
}
