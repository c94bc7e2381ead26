// Notices about milestones as lines of a message: asked for, near, to review, approved, returned.
import { yearOf, type Instant } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import { unitsAnsweredBy, unitsHeldBy, type Person } from '#src/directory/person.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { yearKey } from '#src/ledger/milestone.ts'
import { milestonesWaiting, unproposedBy } from '#src/queries/milestone-lists.ts'
import { milestonesOf, yearToPropose } from '#src/queries/milestones.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { isDrawnLater } from './answered-line.ts'
import type { Action, Lang, Row } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dueDayWords, shortDay } from './day-words.ts'
import { rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

type Drawn = { say: string; row: Row; isSettled: boolean }
type Drawing = { view: View; person: Person; directory: Directory; sentAt?: Instant | undefined; lang: Lang }
type Of<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>

/** So many tasks are named before 等. */
const tasksNamed = 6

const words = {
  zh: {
    asked: (year: number, count: number) => `请报${year}年年度分解：您负责的${count}项任务方案没写期限，已按方案原文预填，点一下就能报；不报则每季度报一次进展（默认）`,
    asIs: '按此报送', asIsConfirm: (count: number) => `按方案原文预填的节点，报送${count}项任务的年度分解？督查室审核后生效。`, each: '逐项修改', proposed: (year: number) => `${year}年年度分解 · 已报`,
    waiting: (count: number, units: string) => `请审年度分解：${count}项待审（${units}）`, review: '去审核', decided: '年度分解 · 已全部审完', etc: (count: number) => `等${count}个单位`,
    approved: (tasks: string, count: number) => `年度分解已同意：第${tasks}项${count > tasksNamed ? `等${count}项` : ''}，到期前按节点提醒`,
    returned: (task: string, reason: string) => `请修改后重报年度分解：${task}，退回原因：${reason}`, mend: '修改后重报', mended: '已重报', and: '、',
    due: (task: string, what: string, day: string, left: number, later: boolean) => (later ? `请完成节点：${what}，${day}到期（${task}）` : left <= 0 ? `请今天完成节点：${what}，${day}到期（${task}）` : `请于${day}前完成节点：${what}，还有${left}个工作日（${task}）`),
    over: (task: string, what: string, day: string, over: number, later: boolean) => (later ? `请填报节点：${what}，应于${day}完成（${task}）` : `请今天填报节点：${what}，应于${day}完成，已逾期${over}个工作日（${task}）`), whole: (no: string) => `第${no}项`,
    reach: '节点完成', reached: (day: string, isOwn: boolean) => `${day}已报节点完成${isOwn ? '（自报）' : '（代录）'}`, gone: '已不需要办理', more: (count: number) => `等${count}个节点`,
  },
  en: {
    asked: (year: number, count: number) => `Propose milestones for ${year}: ${count} of your tasks have no date in the plan; they are filled in from its words. Without them a report each quarter is asked (default)`,
    asIs: 'Propose as they are', asIsConfirm: (count: number) => `Propose the milestones filled in from the plan for ${counted(count, 'task')}? The secretary reviews them.`, each: 'One by one', proposed: (year: number) => `Milestones of ${year} · proposed`,
    waiting: (count: number, units: string) => `Review milestones: ${count} wait (${units})`, review: 'Review', decided: 'Milestones · all reviewed', etc: (count: number) => ` and others, ${count} units`,
    approved: (tasks: string, count: number) => `Milestones approved: tasks ${tasks}${count > tasksNamed ? ` and others, ${count}` : ''}; reminders follow them`,
    returned: (task: string, reason: string) => `Change milestones and propose again: ${task}, sent back: ${reason}`, mend: 'Change', mended: 'proposed again', and: ', ',
    due: (task: string, what: string, day: string, left: number, later: boolean) => (later ? `The milestone ${what}, due ${day} (${task})` : left <= 0 ? `Due today: the milestone ${what}, ${day} (${task})` : `By ${day}: the milestone ${what}, ${left} working ${left === 1 ? 'day' : 'days'} left (${task})`),
    over: (task: string, what: string, day: string, over: number, later: boolean) => (later ? `Report on the milestone ${what}, was due ${day} (${task})` : `Report today: the milestone ${what} was due ${day}, ${over} working ${over === 1 ? 'day' : 'days'} overdue (${task})`), whole: (no: string) => `task ${no}`,
    reach: 'Reached', reached: (day: string, isOwn: boolean) => `reached ${day}${isOwn ? ' (the unit says)' : ' (recorded for the unit)'}`, gone: 'nothing is needed any more', more: (count: number) => ` and others, ${count}`,
  },
} satisfies Record<Lang, unknown>

const owed = (say: string, actions: readonly Action[]): Drawn => ({ say, row: { line: rich`${say}`, actions }, isSettled: false })
const settled = (about: string, stands?: string): Drawn => {
  const say = stands === undefined ? about : `${about} · ${stands}`
  return { say, row: { line: rich`✅ ${say}` }, isSettled: true }
}

/** What a milestone's line says instead of a date's; `reached`: what stands, once nobody of the asked has it before them. @param task its number and title */
export function milestoneAsked(notice: Of<'milestone-due'> | Of<'milestone-overdue'>, drawing: Drawing, task: string): { say: string; action?: Action; reached?: string } {
  const { view, person, lang } = drawing
  const w = words[lang]
  const own = unitsHeldBy(person)
  const ofDay = milestonesOf(view, notice.task).filter(({ year, by }) => year === notice.year && by === notice.due)
  const open = ofDay.filter(({ reached, waiting, group }) => reached === undefined && (group === undefined || waiting.some((unit) => own.includes(unit))))
  const [first] = open
  if (first === undefined) {
    const last = ofDay.at(-1)?.reached
    return { say: task, reached: last === undefined ? w.gone : w.reached(shortDay(last.on, lang, view.today), last.onBehalf === undefined) }
  }
  const what = `${cutTo(first.what, 40)}${open.length > 1 ? w.more(open.length) : ''}`
  const day = dueDayWords(notice.due, lang, view)
  // One that is called as its task is named once.
  const title = view.plan.tasks.get(notice.task)?.title ?? ''
  const whole = title !== '' && (first.what.startsWith(title) || title.startsWith(first.what)) ? w.whole(task.split(' ')[0] ?? task) : task
  const later = isDrawnLater(drawing)
  const say = notice.kind === 'milestone-due' ? w.due(whole, what, day, notice.workingDaysLeft, later) : w.over(whole, what, day, notice.workingDaysOver, later)
  return { say, action: { label: w.reach, says: saysOf(w.reach, what, lang), run: ways.reachMilestone({ plan: view.plan.id, number: notice.task }, first) } }
}

/** All of a person's tasks of all plans in one line. */
export function milestonesAskedLine(notices: readonly Notice[], drawingOf: (plan: PlanId) => Drawing): Drawn {
  const asked = notices.filter((notice) => notice.kind === 'milestones-asked')
  const [first] = asked
  if (first === undefined) throw new Error('milestones are asked for by no notice')
  const { lang, person } = drawingOf(first.plan)
  const w = words[lang]
  const own = unitsAnsweredBy(person)
  const count = asked.reduce((sum, { plan, year }) => sum + own.reduce((ofOwn, unit) => ofOwn + (unproposedBy(drawingOf(plan).view, year).get(unit) ?? 0), 0), 0)
  if (count === 0) return settled(w.proposed(first.year))
  return owed(w.asked(first.year, count), [
    { label: w.asIs, says: saysOf(w.asIs, count, lang), run: ways.proposeAll(first.year), confirm: w.asIsConfirm(count) },
    { label: w.each, says: w.each, run: ways.milestones() },
  ])
}

/** All proposals that wait, of all plans, in one line. */
export function milestonesWaitingLine(notices: readonly Notice[], drawingOf: (plan: PlanId) => Drawing): Drawn {
  const plans = [...new Set(notices.map(({ plan }) => plan))]
  const [first] = plans
  if (first === undefined) throw new Error('milestones wait by no notice')
  const { lang } = drawingOf(first)
  const w = words[lang]
  const waiting = plans.flatMap((plan) => milestonesWaiting(drawingOf(plan).view))
  if (waiting.length === 0) return settled(w.decided)
  const units = [...new Set(waiting.map(({ unit }) => unit))]
  const named = `${units.slice(0, 3).join(w.and)}${units.length > 3 ? w.etc(units.length) : ''}`
  return owed(w.waiting(waiting.length, named), [{ label: w.review, says: w.review, run: ways.reviewMilestones() }])
}

/** Told, not asked: nothing is to be done. */
export function milestonesApprovedLine(notices: readonly Notice[], drawingOf: (plan: PlanId) => Drawing): Drawn {
  const approved = notices.filter((notice) => notice.kind === 'milestones-approved')
  const [first] = approved
  if (first === undefined) throw new Error('milestones are approved by no notice')
  const w = words[drawingOf(first.plan).lang]
  const tasks = [...new Set(approved.map(({ task }) => task))].toSorted((a, b) => a - b)
  const say = w.approved(tasks.slice(0, tasksNamed).join(w.and), tasks.length)
  return { say, row: { line: rich`✅ ${say}` }, isSettled: true }
}

export function milestonesReturnedLine(notice: Of<'milestones-returned'>, { view, lang }: Drawing): Drawn {
  const w = words[lang]
  const task = view.plan.tasks.get(notice.task)
  const name = task === undefined ? String(notice.task) : `${notice.task} ${cutTo(task.title, lang === 'zh' ? 22 : 40)}`
  const { returned } = view.plan.milestones.get(yearKey(notice.task, notice.year)) ?? {}
  if (returned?.at !== notice.proposedAt) return settled(name, w.mended)
  // A year that is over takes no list any more: this year's is written.
  const year = notice.year < yearOf(view.today) ? yearToPropose(view) : notice.year
  return owed(w.returned(name, cutTo(returned.reason, 120)), year === undefined ? [] : [{ label: w.mend, says: saysOf(w.mend, name, lang), run: ways.ownMilestones({ plan: view.plan.id, number: notice.task }, year) }])
}
