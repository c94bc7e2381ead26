// 年度分解 for the secretary: what waits, approved or returned in one pass on one message.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { WaitingMilestones } from '#src/queries/milestone-lists.ts'
import type { Action, Card, Form, Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { milestoneList } from './milestone-words.ts'
import { behalfWords } from './report-words.ts'
import { rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

const rowsOnPage = 6

const words = {
  zh: {
    none: '没有待审的年度分解。', head: (count: number) => `待审年度分解${count}项`, page: (page: number, pages: number) => `（第${page}/${pages}页）`, year: (year: number) => `${year}年`, change: '改节点', past: (year: number) => `${year}年已过，不能再同意，请退回，由单位改报今年的`,
    accept: '同意', back: '退回', all: (count: number) => `同意以上${count}项`, allConfirm: (count: number) => `同意以上${count}项的年度分解？同意后按节点提醒和亮灯。`, next: '下一页', previous: '上一页',
    approved: (names: string) => `已同意：${names}`, refused: (count: number) => `${count}项没有记录：`, returned: (name: string) => `已退回：${name}`, told: (names: string) => (names === '' ? '该单位没有联络员，请另行告知。' : `将告知${names}。`),
    title: '退回年度分解', reason: '退回原因', hint: '联络员会看到，请写明怎么改', submit: '退回', missing: '请写明退回原因，联络员要据此修改。', goOn: '继续审',
  },
  en: {
    none: 'No milestones wait for review.', head: (count: number) => `${count} to review: milestones`, page: (page: number, pages: number) => ` (page ${page} of ${pages})`, year: (year: number) => `${year}`, change: 'change', past: (year: number) => `${year} is over and cannot be approved any more: send it back, to be proposed for this year`,
    accept: 'Approve', back: 'Send back', all: (count: number) => `Approve these ${count}`, allConfirm: (count: number) => `Approve the milestones of these ${count}? Reminders and lights will follow them.`, next: 'Next page', previous: 'Previous page',
    approved: (names: string) => `Approved: ${names}`, refused: (count: number) => `${count} not recorded: `, returned: (name: string) => `Sent back: ${name}`, told: (names: string) => (names === '' ? 'The unit has no contact: tell them yourself.' : `${names} will be told.`),
    title: 'Send milestones back', reason: 'Reason', hint: 'The contact reads it: say what to change', submit: 'Send back', missing: 'Say why; the contact acts on it.', goOn: 'Go on',
  },
} satisfies Record<Lang, unknown>

const nameOf = (one: WaitingMilestones): string => `${one.number} ${shortTitle(one)}`

/** @param said what was just done, in a sentence of its own */
export function milestoneReview({ waiting, today, page: wanted, said }: { waiting: readonly WaitingMilestones[]; today: Day; page: number; said?: string }, lang: Lang): Card {
  const w = words[lang]
  const pages = Math.max(1, Math.ceil(waiting.length / rowsOnPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const shown = waiting.slice((page - 1) * rowsOnPage, page * rowsOnPage)
  const approvable = shown.filter(({ isPast }) => !isPast)
  const head = waiting.length === 0 ? w.none : `${w.head(waiting.length)}${pages === 1 ? '' : w.page(page, pages)}`
  const several = new Set(waiting.map(({ plan }) => plan)).size > 1
  return {
    text: said ?? head,
    lines: [...(said === undefined ? [] : [rich`${said}`]), rich`${head}`],
    ...(shown.length === 0 ? {} : { sections: [{ rows: shown.map((one) => rowOf(one, { several, page, today }, lang)) }] }),
    actions: [
      ...(approvable.length > 1 ? [allAction(approvable, page, lang)] : []),
      ...(page < pages ? [{ label: w.next, run: ways.reviewMilestones(page + 1) }] : []),
      ...(page > 1 ? [{ label: w.previous, run: ways.reviewMilestones(page - 1) }] : []),
    ],
  }
}

function rowOf(one: WaitingMilestones, { several, page, today }: { several: boolean; page: number; today: Day }, lang: Lang): Row {
  const w = words[lang]
  const args = { task: taskRef(one), year: one.year, proposedAt: one.proposedAt, page }
  const change = one.before === undefined ? '' : ` · ${w.change}`
  return {
    line: rich`${one.unit} · ${strong(several ? taskRef(one) : one.number)} ${shortTitle(one)} · ${w.year(one.year)}${change}${one.onBehalf === undefined ? '' : behalfWords(one.onBehalf, lang)}\n${milestoneList(one.milestones, lang, today, one.before)}${one.isPast ? `\n⚠️ ${w.past(one.year)}` : ''}`,
    actions: [
      ...(one.isPast ? [] : [{ label: w.accept, says: saysOf(w.accept, nameOf(one), lang), run: { command: 'review-milestones', args: { act: 'approve', ...args } } }]),
      { label: w.back, says: saysOf(w.back, nameOf(one), lang), run: { command: 'review-milestones', args: { act: 'return', ...args } } },
    ],
  }
}

/** Only what stands on the card is approved: `until` leaves out what was proposed after it was drawn. */
function allAction(shown: readonly WaitingMilestones[], page: number, lang: Lang): Action {
  const w = words[lang]
  const until = shown.map(({ proposedAt }) => proposedAt).toSorted().at(-1) ?? ''
  const which = shown.map((one) => `${taskRef(one)}/${one.year}`).join(' ')
  return { label: w.all(shown.length), style: 'primary', confirm: w.allConfirm(shown.length), run: { command: 'review-milestones', args: { act: 'approve-all', which, until, page } } }
}

/** The sentence on the card that is drawn anew. `refused`: the reasons of those that were not recorded. */
export function approvedWords(approved: readonly WaitingMilestones[], refused: readonly string[], lang: Lang): string {
  const w = words[lang]
  const names = approved.map(nameOf).join(lang === 'zh' ? '、' : ', ')
  return [...(approved.length === 0 ? [] : [`✅ ${w.approved(cutTo(names, 200))}`]), ...(refused.length === 0 ? [] : [`⚠️ ${w.refused(refused.length)}${[...new Set(refused)].slice(0, 2).join(' ')}`])].join(lang === 'zh' ? '；' : '; ')
}

/** Where the year of a proposal is over. */
export const yearIsPast = (year: number, lang: Lang): string => words[lang].past(year)

export function returnMilestonesForm({ one, today, page }: { one: WaitingMilestones; today: Day; page: number }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [rich`${strong(`${one.number} ${one.title}`)} · ${one.unit}`, rich`${milestoneList(one.milestones, lang, today, one.before)}`],
    fields: [{ name: 'reason', label: w.reason, hint: w.hint, kind: 'line', maxLength: 500 }],
    submit: w.submit,
    run: { command: 'review-milestones', args: { act: 'return', task: taskRef(one), year: one.year, proposedAt: one.proposedAt satisfies Instant, page, form: true } },
  }
}

export const returnReasonMissing = (lang: Lang): Record<string, string> => ({ reason: words[lang].missing })

export function milestonesReturned({ name, unit, reason, told, left }: { name: string; unit: string; reason: string; told: readonly string[]; left: number }, lang: Lang): Card {
  const w = words[lang]
  const head = `↩️ ${w.returned(name)} · ${unit}`
  return {
    text: head,
    lines: [rich`${head}`, rich`${w.reason}${lang === 'zh' ? '：' : ': '}${reason}`, rich`${w.told(told.join(lang === 'zh' ? '、' : ', '))}`],
    actions: left === 0 ? [] : [{ label: `${w.goOn} ${left}`, run: ways.reviewMilestones() }],
  }
}
