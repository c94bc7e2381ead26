// 归档: the form that asks why, the receipt, and what was put away with the way back.
import type { Day } from '#src/calendar/day.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { ArchiveEnds } from '#src/queries/archive-ends.ts'
import type { Card, Form, Lang, Row } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { withRest } from './rest-of-rows.ts'
import { plain, rich, strong } from './rich.ts'
import { ways } from './ways.ts'

export type ArchiveAct = 'archive' | 'restore'
type Named = Pick<PlanState, 'id' | 'title'>

const words = {
  zh: {
    title: { archive: '归档方案', restore: '恢复方案' }, label: '原因', hint: '写入记录，例如：误导入、练习用、已到期', submit: { archive: '归档', restore: '恢复' },
    intro: { archive: '归档后不再提醒任何人，不列入清单和汇总；什么都不删除，可以恢复。', restore: '恢复后照常提醒，计入汇总；原来的填报都在。' },
    done: { archive: (title: string) => `《${title}》已归档，不再提醒，不计入汇总。`, restore: (title: string) => `《${title}》已恢复，照常督办。` },
    sure: (title: string) => `归档《${title}》`, keep: '不归档', yes: '归档',
    ends: ({ tasks, rounds }: ArchiveEnds) => `归档后：${tasks}项没有办结的任务不再提醒${rounds === 0 ? '' : `，${rounds}个轮次停止收集`}；不列入清单和汇总。`, kept: '什么都不删除，以后可以用“恢复方案”恢复。',
    why: (reason: string) => `原因：${reason}`, head: (count: number) => `已归档的方案${count}个`, none: '没有已归档的方案。要归档，输入 /duban 归档 方案编号 原因。',
    row: (on: string, reason: string) => `${on}归档：${reason}`, back: '恢复', all: '看已归档的', more: (left: number) => `还有${left}个`, missing: '请写明原因，会写入记录。',
  },
  en: {
    title: { archive: 'Put a plan away', restore: 'Bring a plan back' }, label: 'Reason', hint: 'Kept on record: imported by mistake, for practice, over', submit: { archive: 'Put away', restore: 'Bring back' },
    intro: { archive: 'It asks nobody any more and is in no list or summary. Nothing is deleted; it can come back.', restore: 'It reminds and counts again, with all that was reported.' },
    done: { archive: (title: string) => `“${title}” is put away: it asks nobody and is not counted.`, restore: (title: string) => `“${title}” is back.` },
    sure: (title: string) => `Put away “${title}”`, keep: 'Keep it', yes: 'Put away',
    ends: ({ tasks, rounds }: ArchiveEnds) => `Then ${counted(tasks, 'open task')} will ask nobody${rounds === 0 ? '' : `, ${counted(rounds, 'round')} will stop`}, and it is in no list or summary.`, kept: 'Nothing is deleted: restore-plan brings it back.',
    why: (reason: string) => `Reason: ${reason}`, head: (count: number) => `${counted(count, 'plan')} put away`, none: 'No plan is put away. To put one away, type /duban archive PLAN REASON.',
    row: (on: string, reason: string) => `put away ${on}: ${reason}`, back: 'Bring back', all: 'Plans put away', more: (left: number) => `${left} more`, missing: 'Say why: it is kept on record.',
  },
} satisfies Record<Lang, unknown>

export function archiveForm({ id, title }: Named, act: ArchiveAct, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title[act],
    intro: [rich`${strong(cutTo(title, 120))} (${id})`, rich`${w.intro[act]}`],
    fields: [{ name: 'reason', label: w.label, hint: w.hint, kind: 'line', maxLength: 500 }],
    submit: w.submit[act],
    run: { command: act === 'archive' ? 'archive' : 'restore-plan', args: { plan: id, form: true } },
  }
}

export const archiveReasonMissing = (lang: Lang): Record<string, string> => ({ reason: words[lang].missing })

/** Before it is done: what stops, and how it comes back. */
export function archiveAsked({ id, title }: Named, ends: ArchiveEnds, reason: string, lang: Lang): Card {
  const w = words[lang]
  const head = rich`${w.sure(cutTo(title, 80))} (${id})${lang === 'zh' ? '？' : '?'}`
  return {
    text: plain(head),
    lines: [head, rich`${w.ends(ends)}`, rich`${w.kept}`, rich`${w.why(reason)}`],
    actions: [{ label: w.yes, says: `${w.yes} ${cutTo(title, 50)}`, style: 'danger', run: { command: 'archive', args: { plan: id, reason, sure: true } } }, { label: w.keep, run: ways.plan(id) }],
  }
}

export function archiveDone({ id, title }: Named, act: ArchiveAct, reason: string, lang: Lang): Card {
  const w = words[lang]
  const done = w.done[act](cutTo(title, 80))
  return {
    text: done,
    lines: [rich`✅ ${done}`, rich`${w.why(reason)}`],
    actions: act === 'archive' ? [{ label: w.back, says: `${w.back}${cutTo(title, 50)}`, run: ways.restorePlan(id) }, { label: w.all, run: ways.archived() }] : [{ label: cutTo(title, 30), run: ways.plan(id) }],
  }
}

const onPage = 10

export function archivedList({ archived, page, today }: { archived: readonly PlanState[]; page: number; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = archived.length === 0 ? w.none : w.head(archived.length)
  const row = ({ id, title, archived: away }: PlanState): Row => ({
    line: rich`${strong(cutTo(title, 80))} (${id})\n${away === undefined ? '' : w.row(shortDay(away.on, lang, today), cutTo(away.reason, 100))}`,
    actions: [{ label: w.back, says: `${w.back}${cutTo(title, 50)}`, run: ways.restorePlan(id) }],
  })
  const left = archived.length - page * onPage
  const rows = withRest(archived.slice((page - 1) * onPage, page * onPage).map(row), left > 0 ? [{ label: w.more(left), run: ways.archived(page + 1) }] : [])
  return { text: head, lines: [rich`${head}`], ...(rows.length === 0 ? {} : { sections: [{ rows }] }) }
}
