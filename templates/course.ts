// 暂缓, 恢复, 销号, 恢复办理: what it would change, before it is done; and what was done.
import type { Day } from '#src/calendar/day.ts'
import type { ClosesWith } from '#src/queries/closes-with.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Field, Form, Lang, Run, Section } from './card.ts'
import { counted } from './counted.ts'
import { dayWords, dueWords, shortDay } from './day-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { numberOf, shortTitle, taskLine } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

export type CourseAct = 'pause' | 'resume' | 'strike-off' | 'reopen'

/** A pause asks nobody and moves no date: afterwards the days of it count like any. `people`: who is told. `reason`: what was said; `until`: when a pause is looked at again. */
export type CourseFacts = { act: CourseAct; task: TaskCard; people: readonly string[]; reason: string; until?: Day; closes?: ClosesWith; /** Of a date that passed meanwhile. */ workingDaysOver?: number; today: Day }

const words = {
  zh: {
    act: { pause: '暂缓', resume: '恢复', 'strike-off': '销号', reopen: '恢复办理' } satisfies Record<CourseAct, string>,
    will: (act: string, task: string) => `将${act}：${task}`, done: (act: string, task: string) => `已${act}：${task}`, confirm: (act: string) => `确认${act}`,
    pause: '暂缓期间不提醒，灯显示为待定；台账保留。恢复后仍按原时限计算，暂缓的日子也算；要顺延请用“改时限”。', until: (day: string) => `拟于${day}再看，到时请您恢复。`, resume: (since: string, why: string) => `${since}起暂缓：${why}。恢复后按原时限计算，暂缓的日子也算。`, over: (days: number) => `恢复后即逾期${days}个工作日；要顺延请先“改时限”。`, setDue: '改时限',
    strike: '销号后这项不再填报、不再提醒；记录都保留，可“恢复办理”。', reopen: '各单位已办结的部分重新打开，原来的记录保留。', told: (people: string) => `将告知${people}一次。`, nobody: '没有联络员，没有人会收到通知。',
    supports: (names: string) => `没有申请办结、一并关闭的：${names}`, waiting: (count: number) => `一并关闭待审${count}件`, milestones: (count: number) => `一并关闭未完成节点${count}个`, duties: (count: number) => `周期任务${count}项照常报送`,
    due: '时限：', reason: '原因：', title: { pause: '暂缓任务', resume: '恢复任务', 'strike-off': '销号', reopen: '恢复办理' } satisfies Record<CourseAct, string>, why: { pause: '为什么暂缓', reopen: '为什么恢复办理' }, hint: '联络员会看到，一句话即可', untilLabel: '拟何时再看（可不填）', submit: '确定',
    missing: '请写明原因，一句话即可。', all: (count: number) => `对账销号：${count}项已办结、未销号`, allDone: (count: number) => `已销号${count}项`, none: '对账销号：没有已办结、未销号的任务。', some: (count: number) => `另有${count}项没有销号，请逐项看。`, confirmAll: (count: number) => `全部销号 ${count}项`, sure: (count: number) => `将${count}项从台账销号，记录保留。确定？`, more: (left: number) => `另有${left}项`,
  },
  en: {
    act: { pause: 'pause', resume: 'resume', 'strike-off': 'strike off', reopen: 'reopen' } satisfies Record<CourseAct, string>,
    will: (act: string, task: string) => `To ${act}: ${task}`, done: (act: string, task: string) => `Done (${act}): ${task}`, confirm: (act: string) => `Yes, ${act}`,
    pause: 'While paused nobody is reminded and the light rests; the record stays. Once resumed its date stands as it was, and the days of the pause count: to move it, set another date.', until: (day: string) => `To be looked at on ${day}: resume it then.`, resume: (since: string, why: string) => `Paused since ${since}: ${why}. Its date stands as it was, and the days of the pause count.`, over: (days: number) => `Resumed, it is ${counted(days, 'working day')} overdue; to move the date, set another first.`, setDue: 'Set another date',
    strike: 'Nothing more is reported or reminded of; the record stays, and it can be reopened.', reopen: 'What was accepted is open again; the record stays.', told: (people: string) => `${people} will be told once.`, nobody: 'There is no contact: nobody will be told.',
    supports: (names: string) => `Closed with it, never said to be done: ${names}`, waiting: (count: number) => `Closed with it: ${count} that wait for you`, milestones: (count: number) => `Closed with it: ${counted(count, 'milestone')} not reached`, duties: (count: number) => `${counted(count, 'recurring duty', 'recurring duties')} go on`,
    due: 'Due: ', reason: 'Why: ', title: { pause: 'Pause a task', resume: 'Resume a task', 'strike-off': 'Strike off', reopen: 'Reopen a task' } satisfies Record<CourseAct, string>, why: { pause: 'Why it is paused', reopen: 'Why it is reopened' }, hint: 'The contact reads it; a sentence will do', untilLabel: 'To be looked at again on (optional)', submit: 'Done',
    missing: 'Say why; a sentence will do.', all: (count: number) => `${count} accepted and still on the register`, allDone: (count: number) => `${count} struck off`, none: 'Nothing that is accepted is still on the register.', some: (count: number) => `${count} were not struck off: look at them one by one.`, confirmAll: (count: number) => `Strike off all ${count}`, sure: (count: number) => `Strike ${count} off the register? The record stays.`, more: (left: number) => `${left} more`,
  },
} satisfies Record<Lang, unknown>

const nameOf = (task: TaskCard): string => `${numberOf(task)} ${shortTitle(task)}`
const joined = (names: readonly string[], lang: Lang): string => names.join(lang === 'zh' ? '、' : ', ')

/** What would change, and for whom. */
function consequences({ act, task, people, until, closes, workingDaysOver, today }: CourseFacts, lang: Lang): Rich[] {
  const w = words[lang]
  const { paused } = task.course
  const told = people.length === 0 ? rich`⚠️ ${w.nobody}` : rich`${w.told(joined(people, lang))}`
  switch (act) {
    case 'pause':
      return [rich`${w.pause}`, ...(until === undefined ? [] : [rich`${w.until(dayWords(until, lang, today))}`]), told]
    case 'resume':
      return [...(paused === undefined ? [] : [rich`${w.resume(shortDay(paused.on, lang, today), paused.reason)}`]), rich`${w.due}${dueWords(task.due, task.doneBy, lang, today)}`, ...(workingDaysOver === undefined ? [] : [rich`⚠️ ${w.over(workingDaysOver)}`]), told]
    case 'strike-off':
      return [rich`${w.strike}`, ...closing(closes, lang)]
    case 'reopen':
      return [rich`${w.reopen}`, rich`${w.due}${dueWords(task.due, task.doneBy, lang, today)}`, told]
  }
}

function closing(closes: ClosesWith | undefined, lang: Lang): Rich[] {
  const w = words[lang]
  if (closes === undefined) return []
  const { supports, waiting, milestones, duties } = closes
  return [
    ...(supports.length === 0 ? [] : [rich`${w.supports(joined(supports, lang))}`]), ...(waiting === 0 ? [] : [rich`${w.waiting(waiting)}`]),
    ...(milestones === 0 ? [] : [rich`${w.milestones(milestones)}`]), ...(duties === 0 ? [] : [rich`${w.duties(duties)}`]),
  ]
}

/** Before it is done. @param run does it */
export function coursePreview(facts: CourseFacts, run: Run, lang: Lang): Card {
  const w = words[lang]
  const head = w.will(w.act[facts.act], nameOf(facts.task))
  return {
    text: head,
    lines: [rich`${strong(head)}`, ...(facts.reason === '' ? [] : [rich`${w.reason}${facts.reason}`]), ...consequences(facts, lang)],
    actions: [{ label: w.confirm(w.act[facts.act]), says: head.slice(0, 70), run, style: 'primary' }, ...(facts.workingDaysOver === undefined ? [] : [{ label: w.setDue, run: ways.setDue(facts.task) }])],
  }
}

/** Asks for the reason, with what it would change above it. */
export function courseForm(facts: CourseFacts & { act: 'pause' | 'reopen' }, lang: Lang): Form {
  const w = words[lang]
  const fields: Field[] = [
    { name: 'reason', label: w.why[facts.act], hint: w.hint, kind: 'line', maxLength: 300 },
    ...(facts.act === 'pause' ? [{ name: 'until', label: w.untilLabel, optional: true, kind: 'date' as const }] : []),
  ]
  return { title: w.title[facts.act], intro: [rich`${strong(nameOf(facts.task))}`, ...consequences(facts, lang)], fields, submit: w.submit, run: { command: facts.act, args: { task: taskRef(facts.task), form: true } } }
}

export const courseReasonMissing = (lang: Lang): Record<string, string> => ({ reason: words[lang].missing })

export function courseDone(facts: CourseFacts, lang: Lang): Card {
  const w = words[lang]
  const head = rich`✅ ${w.done(w.act[facts.act], nameOf(facts.task))}`
  const told = facts.act === 'strike-off' ? [] : [facts.people.length === 0 ? rich`⚠️ ${w.nobody}` : rich`${w.told(joined(facts.people, lang))}`]
  return { text: plain(head), lines: [head, ...(facts.reason === '' ? [] : [rich`${w.reason}${facts.reason}`]), ...told], actions: [{ label: lang === 'zh' ? '看任务' : 'The task', says: lang === 'zh' ? `看第${facts.task.number}项任务` : `Open task ${facts.task.number}`, run: ways.task(facts.task) }] }
}

/** So many stand in the list; all are struck off by its one button. */
const rowsShown = 15

/** 对账销号: all that are accepted, in one pass. */
export function strikeOffAll(tasks: readonly TaskCard[], run: Run, lang: Lang, today: Day): Card {
  const w = words[lang]
  if (tasks.length === 0) return { text: w.none, lines: [rich`${w.none}`] }
  const several = new Set(tasks.map(({ plan }) => plan)).size > 1
  const head = w.all(tasks.length)
  const rows = tasks.slice(0, rowsShown).map((task) => ({ line: taskLine(task, lang, today, several) }))
  const sections: Section[] = [{ rows, ...(tasks.length > rowsShown ? { note: rich`${w.more(tasks.length - rowsShown)}` } : {}) }]
  const all: Action = { label: w.confirmAll(tasks.length), says: head, run, style: 'primary', confirm: w.sure(tasks.length) }
  const list: Action = { label: lang === 'zh' ? '看清单' : 'The list', run: ways.tasks('已办结') }
  return { text: head, lines: [rich`${strong(head)}`, rich`${w.strike}`], sections, actions: [all, list] }
}

export function struckOffAll(struck: number, refused: number, lang: Lang): Card {
  const w = words[lang]
  const head = rich`✅ ${w.allDone(struck)}`
  return { text: plain(head), lines: [head, ...(refused === 0 ? [] : [rich`⚠️ ${w.some(refused)}`])] }
}
