// One task in one line, the same everywhere: 🔴滞后 12 普惠园建设 · 县教育局 · 6月30日(逾期5天)
import type { Day } from '#src/calendar/day.ts'
import { counted } from './counted.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { foundMark } from './review-found.ts'
import { lightMark, lightName } from './light-words.ts'
import { lateWord } from './report-words.ts'
import { rich, strong, type Rich } from './rich.ts'
import { missedName, openedName } from './round-name.ts'
import { taskRef } from './ways.ts'

/** A title longer than this is cut: a line is read on a phone. */
const titleAtMost = 22

export const shortTitle = ({ title }: { title: string }): string => cutTo(title, titleAtMost)

type Named = { plan: PlanId; number: TaskNo }

/** Where several plans are listed a number alone says nothing: p2-12. */
export const numberWords = (task: Named, several: boolean): string => (several ? taskRef(task) : String(task.number))

/** Of a task that a message is about: its plan stands before its number where there are others. */
export const numberOf = (task: Named & { ofSeveral?: true }): string => numberWords(task, task.ofSeveral === true)

/** How tasks that are named together are told apart: the plan stands before a number that two of them have, and nowhere else. */
export function namesAmong(tasks: readonly Named[]): (task: Named) => string {
  return (task) => numberWords(task, tasks.some(({ plan, number }) => number === task.number && plan !== task.plan))
}

/** Beside a light that its unit objects to, wherever it is shown. */
export const contestedMark = ({ contested }: { contested?: object }, lang: Lang): string => (contested === undefined ? '' : lang === 'zh' ? '（有异议待核）' : ' (contested)')

/** Beside the light of a task whose last report came after its round's last day. */
function lateMark({ lead }: TaskCard, lang: Lang): string {
  const members = lead?.group?.late ?? 0
  if (lead?.late === true || members === 0) return lateWord(lead?.late === true, lang)
  return lang === 'zh' ? `（迟报${members}家）` : ` (${members} late)`
}

/** @param several whether tasks of several plans stand together */
export function taskLine(task: TaskCard, lang: Lang, today?: Day, several = false): Rich {
  const mark = lang === 'zh' ? `${lightMark[task.light]}${lightName.zh[task.light]}` : `${lightMark[task.light]} ${lightName.en[task.light]}`
  return rich`${mark}${lightMarks(task, lang)} ${strong(numberWords(task, several))} ${shortTitle(task)} · ${unitName(task, lang)}${askedTag(task, lang)} · ${dateTag(task, lang, today)}${movedTag(task, lang, today)}${supportTag(task, lang)}`
}

/** Under the heading of the reds, who and how late in bold: **p1-4 县教育局 逾期17天** 健全心理健康服务网络，时限6月15日 */
export function redLine(task: TaskCard, lang: Lang, today: Day, several: boolean): Rich {
  const tag = daysTag(task, lang)
  const day = tag === undefined || task.due.kind !== 'dated' || task.why.rule === 'milestone-overdue' ? '' : lang === 'zh' ? `，时限${shortDay(task.due.day, lang, today)}` : `, due ${shortDay(task.due.day, lang, today)}`
  return rich`${strong(`${numberWords(task, several)} ${unitName(task, lang)} ${tag ?? dateTag(task, lang, today)}`)}${lightMarks(task, lang)} ${shortTitle(task)}${askedTag(task, lang)}${day}${movedTag(task, lang, today)}${supportTag(task, lang)}`
}

/** How late alone, where there is a day to count from. */
function daysTag({ why, daysOver }: TaskCard, lang: Lang): string | undefined {
  const over = (days: number): string => (lang === 'zh' ? `逾期${days}天` : `${days}d overdue`)
  if (why.rule === 'overdue') return over(why.days)
  if (why.rule === 'milestone-overdue') return lang === 'zh' ? `节点${over(why.days)}` : `milestone ${over(why.days)}`
  return why.rule === 'blocked' ? `${lang === 'zh' ? '受阻' : 'blocked'}${daysOver === undefined ? '' : `${lang === 'zh' ? '，' : ', '}${over(daysOver)}`}` : undefined
}

const unitName = ({ lead }: TaskCard, lang: Lang): string => (lead === undefined ? (lang === 'zh' ? '单位待定' : 'no unit yet') : `${lead.name}${lead.presumed ? (lang === 'zh' ? '(推定)' : ' (presumed)') : ''}`)
const lightMarks = (task: TaskCard, lang: Lang): string => `${contestedMark(task, lang)}${foundMark(task, lang)}${lateMark(task, lang)}`
const supportTag = ({ supportRed }: TaskCard, lang: Lang): string => (supportRed === 0 ? '' : lang === 'zh' ? ` · 配合滞后${supportRed}` : ` · ${supportRed} supporting behind`)

/** Who of the unit is asked, where it is one person by name, or nobody: green or not, nobody has been asked, or could be. */
function askedTag({ lead, light, why }: TaskCard, lang: Lang): string {
  const zh = lang === 'zh'
  const handler = lead?.handler === undefined ? '' : zh ? `(${lead.handler}承办)` : ` (${lead.handler})`
  return `${handler}${lead?.hasContact !== false || light === 'done' || why.rule === 'not-handed-out' ? '' : zh ? '(没有联络员)' : ' (no contact)'}`
}

/** ，原定6月30日、改过1次: behind a date that took the place of another; a later day does not hide the first. Empty where none did. */
export function movedTag({ due, status }: Pick<TaskCard, 'due' | 'status'>, lang: Lang, today?: Day): string {
  if (due.kind !== 'dated' || due.moved === 0 || status === 'accepted') return ''
  const original = shortDay(due.original, lang, today)
  return lang === 'zh' ? `，原定${original}、改过${due.moved}次` : `, first ${original}, moved ${due.moved} ${due.moved === 1 ? 'time' : 'times'}`
}

/** The date that counts and, in brackets, what makes the light what it is. Never empty. */
export function dateTag(task: TaskCard, lang: Lang, today?: Day): string {
  const zh = lang === 'zh'
  const { why, doneBy } = task
  const day = (at: Day): string => shortDay(at, lang, today)
  const dated = (tag: string): string => (task.due.kind === 'dated' ? (zh ? `${day(task.due.day)}(${tag})` : `${day(task.due.day)} (${tag})`) : tag)
  const over = task.daysOver === undefined ? '' : zh ? `，逾期${task.daysOver}天` : `, ${task.daysOver}d overdue`
  switch (why.rule) {
    case 'accepted':
      return zh ? `${day(why.on)}办结` : `done ${day(why.on)}`
    case 'overdue':
      return zh ? `${day(why.due)}(逾期${why.days}天)` : `${day(why.due)} (${why.days}d overdue)`
    case 'milestone-overdue':
      return zh ? `节点${day(why.due)}(逾期${why.days}天)` : `milestone ${day(why.due)} (${why.days}d overdue)`
    case 'milestone-soon':
      if (why.workingDaysLeft <= 0) return zh ? `节点${day(why.due)}(今天到期)` : `milestone ${day(why.due)} (due today)`
      return zh ? `节点${day(why.due)}(剩${why.workingDaysLeft}个工作日)` : `milestone ${day(why.due)} (${counted(why.workingDaysLeft, 'working day')} left)`
    case 'due-soon':
      if (why.workingDaysLeft <= 0) return zh ? `${day(why.due)}(今天到期)` : `${day(why.due)} (due today)`
      return zh ? `${day(why.due)}(剩${why.workingDaysLeft}个工作日)` : `${day(why.due)} (${counted(why.workingDaysLeft, 'working day')} left)`
    case 'blocked':
      return dated(`${zh ? '受阻' : 'blocked'}${over}`)
    case 'difficulty':
      return dated(zh ? '有困难' : 'in difficulty')
    case 'returned':
      return dated(zh ? '已退回' : 'sent back')
    case 'reopened':
      return dated(zh ? '恢复办理' : 'opened again')
    case 'claim-waiting':
      return dated(zh ? '待审核' : 'waits for review')
    case 'paused':
      return dated(zh ? '暂缓' : 'paused')
    case 'extension-waiting':
      return dated(zh ? '延期待批' : 'extension asked')
    case 'in-question':
      return dated(zh ? '待核定单位' : 'unit in question')
    case 'unanswered':
      return zh ? `${missedName(why, lang, today)}未报` : `no report for ${missedName(why, lang, today)}`
    case 'not-handed-out':
      return dated(zh ? '未下发' : 'not handed out')
    case 'no-unit':
      return dated(zh ? '待定单位' : 'unit to be named')
    case 'year-unbound':
      return zh ? '年份待定' : 'year not known'
    case 'reported':
    case 'nothing-due':
      if (why.duty !== undefined) return zh ? `周期任务${day(why.duty.due)}欠报` : `owed since ${day(why.duty.due)}`
      if (task.due.kind === 'dated') return day(task.due.day)
      if (task.next.kind === 'milestone') return zh ? `节点${day(task.next.due)}` : `milestone ${day(task.next.due)}`
      if (task.next.kind === 'progress') return zh ? `${day(task.next.due)}前报进展(默认)` : `report by ${day(task.next.due)} (default)`
      if (task.next.kind === 'round') return zh ? `${day(task.next.due)}前报${openedName(task.next.round, task.next.title, lang, today)}` : `report for ${openedName(task.next.round, task.next.title, lang, today)} by ${day(task.next.due)}`
      if (task.next.kind === 'occurrence') return zh ? `${day(task.next.due)}前报送` : `submission due ${day(task.next.due)}`
      return doneBy === undefined ? (zh ? '长期' : 'ongoing') : zh ? `${day(doneBy.day)}(默认)` : `${day(doneBy.day)} (default)`
  }
}
