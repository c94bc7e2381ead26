// 代录: an answer that came by telephone, WeChat or paper, as the secretary records it.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { OnBehalf, Report } from '#src/ledger/report.ts'
import type { PutRight } from '#src/queries/put-right.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Card, Choice, Field, Form, Lang } from './card.ts'
import { dueWords } from './day-words.ts'
import { figureField } from './report-form.ts'
import { putRightLine } from './report-recorded.ts'
import { claimWords, reportWords, stateName } from './report-words.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { numberOf, shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

export type BehalfState = Report['state'] | 'done' | 'reached' | 'proposed'
const states: readonly BehalfState[] = ['normal', 'difficulty', 'blocked', 'done']

const words = {
  zh: {
    title: '代录', submit: '记录', unit: '哪个单位', task: '任务号', state: '情况', done: '已完成（申请办结）', reached: '节点完成', proposed: '年度分解（写明各节点哪天前）', said: '怎么说的', saidHint: '照原话写，一句话即可', 
    who: '谁说的', whoHint: '如：王科长', how: '怎么说的', ways: ['电话', '微信', '书面', '当面'], day: '哪天说的', due: '时限：', recorded: '已代录', corrected: '已更正代录', correct: '更正', told: (names: string) => `${names}会看到一行，不对可以提异议。`, nobody: '该单位没有联络员，今后也请代录。',
    review: '请在“待审”里审核。', missing: { words: '请写下他们说的话，一句话即可。', who: '请写明是谁说的。', how: '请选怎么说的。', unit: '请写单位。', task: '请写任务号。' }, howLabel: '途径', open: '看任务', queue: '去审', undo: '撤销',
  },
  en: {
    title: 'Record on behalf', submit: 'Record', unit: 'Which unit', task: 'Task number', state: 'How it stands', done: 'done (a completion)', reached: 'a milestone is reached', proposed: 'milestones of the year, each with its day', said: 'What they said', saidHint: 'As they said it; a sentence will do', 
    who: 'Who said it', whoHint: 'A name or a post', how: 'How', ways: ['phone', 'WeChat', 'paper', 'in person'], day: 'On which day', due: 'Due: ', recorded: 'Recorded on behalf', corrected: 'Record put right', correct: 'Put right', told: (names: string) => `${names} will see a line, and can object.`, nobody: 'The unit has no contact: record for it again next time.',
    review: 'Review it in the queue.', missing: { words: 'Write what they said; a sentence will do.', who: 'Say who said it.', how: 'Choose how it was said.', unit: 'Name the unit.', task: 'Write the task number.' }, howLabel: 'How', open: 'The task', queue: 'Review', undo: 'Take back',
  },
} satisfies Record<Lang, unknown>

export const behalfStateName = (state: BehalfState, lang: Lang): string => (state === 'done' || state === 'reached' || state === 'proposed' ? words[lang][state] : stateName[lang][state])

/** What is known already is filled in. Without a task only unit and task are asked for beside the rest. */
export type BehalfForm = { task?: TaskCard; units?: readonly string[]; unit?: string; last?: Report; state?: BehalfState; said?: string; progress?: number; who?: string; how?: string; day: Day; today: Day; hasMilestones?: boolean; /** Which milestone. */ number?: number }

export function onBehalfForm({ task, units = [], unit, last, state = 'normal', said, progress, who, how, day, today, hasMilestones = false, number }: BehalfForm, lang: Lang): Form {
  const w = words[lang]
  const choice = (value: string, label = value): Choice => ({ value, label })
  const now = (value: string | undefined): { now?: string } => (value === undefined || value === '' ? {} : { now: value })
  const unitField: Field = units.length === 0 ? { name: 'unit', label: w.unit, kind: 'line', maxLength: 60, ...now(unit) } : { name: 'unit', label: w.unit, kind: 'choice', as: 'select', choices: units.map((name) => choice(name)), ...now(unit ?? units[0]) }
  const hows = [...new Set([...w.ways, ...(how === undefined || how === '' ? [] : [how])])]
  return {
    title: w.title,
    ...(task === undefined ? {} : { intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${w.due}${dueWords(task.due, task.doneBy, lang, today)}`] }),
    fields: [
      unitField,
      ...(task === undefined ? [{ name: 'task', label: w.task, kind: 'line' as const, maxLength: 40 }] : []),
      { name: 'state', label: w.state, kind: 'choice', as: 'radio', choices: [...states, ...(hasMilestones || state === 'reached' ? ['reached' as const] : []), ...(state === 'proposed' ? ['proposed' as const] : [])].map((value) => choice(value, behalfStateName(value, lang))), now: state },
      { name: 'words', label: w.said, hint: w.saidHint, optional: true, kind: 'line', maxLength: 500, ...now(said) },
      figureField({ last, chosen: progress }, lang),
      { name: 'who', label: w.who, hint: w.whoHint, kind: 'line', maxLength: 60, ...now(who) },
      { name: 'how', label: w.howLabel, kind: 'choice', as: 'select', choices: hows.map((each) => choice(each)), now: how === undefined || how === '' ? (hows[0] ?? '') : how },
      { name: 'day', label: w.day, kind: 'date', now: day },
    ],
    submit: w.submit,
    run: { command: 'on-behalf', args: { ...(task === undefined ? {} : { task: taskRef(task) }), ...(number === undefined ? {} : { number }), form: true } },
  }
}

export const behalfMissing = (fields: readonly ('words' | 'who' | 'how' | 'unit' | 'task')[], lang: Lang): Record<string, string> => Object.fromEntries(fields.map((field) => [field, words[lang].missing[field]]))

/** `said`: the report as it stands, the words of a completion, or a milestone as it is worded. */
export function onBehalfRecorded({ task, unit, said, onBehalf, told, undoAt, before }: { task: TaskCard; unit: string; said: Report | { claim: string } | { milestone: string; waits: boolean }; onBehalf: OnBehalf; told: readonly string[]; /** While it can be taken back. */ undoAt?: Instant; /** What it said before, where it was put right. */ before?: PutRight }, lang: Lang): Card {
  const w = words[lang]
  const head = rich`✅ ${before === undefined ? w.recorded : w.corrected} · ${strong(`${numberOf(task)} ${shortTitle(task)}`)} · ${unit}`
  const waits = 'claim' in said || ('milestone' in said && said.waits)
  const line: Rich = 'claim' in said ? claimWords({ words: said.claim, onBehalf }, lang) : 'milestone' in said ? rich`${said.milestone}` : reportWords(said, lang)
  return {
    text: plain(head),
    lines: [head, line, ...(before === undefined ? [] : [putRightLine(before, lang, 'correctedOn' in said ? said.correctedOn : undefined)]), ...(waits ? [rich`${w.review}`] : [told.length === 0 ? rich`${w.nobody}` : rich`${w.told(told.join(lang === 'zh' ? '、' : ', '))}`])],
    actions: [{ label: w.open, says: lang === 'zh' ? `看第${task.number}项任务` : `Open task ${task.number}`, run: ways.task(task) }, ...(waits ? [{ label: w.queue, run: ways.queue() }] : []), ...('at' in said ? [{ label: w.correct, says: `${w.correct} ${task.number} ${shortTitle(task)}`, run: ways.correctReport(task, said.at) }] : []), ...(undoAt === undefined ? [] : [{ label: w.undo, says: `${w.undo} ${task.number} ${shortTitle(task)}`, run: ways.undo(undoAt, [task]) }])],
  }
}
