// 本轮N项全部正常推进: one tap for all that is asked, the exceptions ticked in a form; and what became of each.
import type { Instant } from '#src/calendar/day.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Alone } from '#src/queries/together.ts'
import type { Action, Card, Form, Lang, Row, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { plain, rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { numberWords, shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

type Named = { plan: PlanId; number: TaskNo }

const words = {
  zh: {
    all: (count: number) => `${count}项全部正常推进`, pick: '有例外', and: '、',
    confirm: (numbers: string, count: number) => `第${numbers}项共${count}项都记为“正常推进”，进度按上次。有困难、已完成或不清楚的，请点“有例外”。`,
    preview: (count: number) => `${count}项待记为“正常推进”，请确认`, one: '记为正常推进', apart: '不在其内：', own: (number: number) => `填报第${number}项`, look: (number: number) => `查看第${number}项`, rest: (count: number) => `另有${count}项`, title: '有例外的打勾', intro: (count: number) => `共${count}项，默认都是正常推进。打了勾的这次不记，仍会提醒您填报。`, except: '哪些有例外？', submit: '其余记为正常推进',
    recorded: (time: string, count: number) => `已记录 ${time} · ${count}项正常推进(自报)`, none: '没有记录：这些都要单独填报', left: '没有记录的：',
    excepted: '有例外，仍会提醒您', alone: { done: '已办结，不用再报', handed: '已分派给承办人，由其填报', difficulty: '上次报了有困难，请单独填报', returned: '办结申请被退回，请补充后重新申请', reopened: '已恢复办理，请先单独说明', overdue: '已过期限，请单独填报', question: '要回答一个问题，请单独填报' } satisfies Record<Alone, string>,
    undo: '撤销', undoSays: (count: number) => `撤销刚才的${count}项填报`, more: (number: number) => `第${number}项补一句`, silent: '其中几项已连续几次只报“正常推进”，方便的话补一句：', mine: '我的任务', answered: '这些都已经填报过', nothing: '现在没有等您填报的任务。',
  },
  en: {
    all: (count: number) => `All ${count} on track`, pick: 'With exceptions', and: ', ',
    confirm: (numbers: string, count: number) => `${count} tasks (${numbers}) are recorded as on track, with the last figure. If one is not, press “With exceptions”.`,
    preview: (count: number) => `${count} to be recorded as on track: please confirm`, one: 'Record as on track', apart: 'Not among them:', own: (number: number) => `Answer ${number}`, look: (number: number) => `Look at ${number}`, rest: (count: number) => `${count} more`, title: 'Tick the exceptions', intro: (count: number) => `${count} tasks, all on track unless ticked. What is ticked is not recorded and stays asked.`, except: 'Which are exceptions?', submit: 'Record the others',
    recorded: (time: string, count: number) => `Recorded ${time} · ${count} on track, as you say`, none: 'Nothing was recorded: each of these wants an answer of its own', left: 'Not recorded:',
    excepted: 'an exception; it stays asked', alone: { done: 'done and closed: nothing to report', handed: 'handed to a colleague, who reports', difficulty: 'reported in difficulty last time: answer it by itself', returned: 'sent back: complete and claim again', reopened: 'opened again: say first how it stands', overdue: 'past its date: answer it by itself', question: 'a question is asked of it: answer it by itself' } satisfies Record<Alone, string>,
    undo: 'Take back', undoSays: (count: number) => `Take back the ${count} reports`, more: (number: number) => `Add to ${number}`, silent: 'Some of these are on track several times in a row. Add a sentence if you can:', mine: 'My tasks', answered: 'These were answered already', nothing: 'Nothing waits for your report.',
  },
} satisfies Record<Lang, unknown>

/** What fits a button. */
const refsAtMost = 1_800
const confirmAtMost = 280

/** Two buttons where there are several; nothing where there is one. @param asked when they were listed: an answer given since then stands */
export function allNormalActions(tasks: readonly Named[], asked: Instant | undefined, lang: Lang): Action[] {
  const refs = tasks.map(taskRef).join(' ')
  if (tasks.length < 2 || refs.length > refsAtMost) return []
  const w = words[lang]
  const args: Run['args'] = { tasks: refs, ...(asked === undefined ? {} : { asked }) }
  const several = new Set(tasks.map(({ plan }) => plan)).size > 1
  const numbers = cutTo(tasks.map((task) => (several ? taskRef(task) : String(task.number))).join(w.and), confirmAtMost - 120)
  return [
    { label: w.all(tasks.length), says: w.all(tasks.length), confirm: cutTo(w.confirm(numbers, tasks.length), confirmAtMost), run: { command: 'all-normal', args } },
    { label: w.pick, says: `${w.all(tasks.length)}，${w.pick}`, run: { command: 'all-normal', args: { ...args, pick: true } } },
  ]
}

/** As many boxes as there are tasks, ten on a page. */
export function exceptionsForm(tasks: readonly TaskCard[], run: Run, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [rich`${w.intro(tasks.length)}`],
    fields: [{ name: 'except', label: w.except, kind: 'checks', choices: tasks.map((task) => ({ value: taskRef(task), label: cutTo(`${task.number} ${task.title}`, 70) })) }],
    submit: w.submit,
    run,
  }
}

/** `line`: who answered it meanwhile, or why it cannot be. */
export type NotRecorded = { task: TaskCard; why: Alone | 'excepted' | { line: string } }

/** So many that are left out have a button of their own. */
const apartAtMost = 3

/** Typed, it is shown before it is recorded, as a button asks before it records. @param asked when it was listed: an answer given since then stands */
export function allNormalPreview({ tasks, left, asked }: { tasks: readonly TaskCard[]; left: readonly NotRecorded[]; asked: Instant }, lang: Lang): Card {
  const w = words[lang]
  const [only] = tasks
  const first = rich`${only !== undefined ? w.preview(tasks.length) : left.length === 0 ? w.nothing : w.none}`
  const several = new Set([...tasks, ...left.map(({ task }) => task)].map(({ plan }) => plan)).size > 1
  const confirm: Action[] = only === undefined ? [] : tasks.length === 1 ? [{ label: w.one, says: w.one, run: { command: 'all-normal', args: { tasks: taskRef(only), asked } } }] : allNormalActions(tasks, asked, lang)
  return {
    text: plain(first),
    lines: [first],
    sections: [...(tasks.length === 0 ? [] : [{ rows: tasks.map((task) => ({ line: rich`${strong(numberWords(task, several))} ${shortTitle(task)}` })) }]), ...(left.length === 0 ? [] : [{ heading: rich`${w.apart}`, rows: apartRows(left, several, lang) }])],
    actions: [...confirm, { label: w.mine, run: ways.mine() }],
  }
}

function apartRows(left: readonly NotRecorded[], several: boolean, lang: Lang): Row[] {
  const w = words[lang]
  const rows = left.slice(0, apartAtMost).map(({ task, why }): Row => ({
    line: rich`${strong(numberWords(task, several))} ${shortTitle(task)} · ${typeof why === 'object' ? why.line : why === 'excepted' ? w.excepted : w.alone[why]}`,
    actions: [((label) => ({ label, says: saysOf(label, shortTitle(task), lang), run: ways.task(task) }))(why === 'done' || why === 'handed' ? w.look(task.number) : w.own(task.number))],
  }))
  const rest = left.length - rows.length
  return rest === 0 ? rows : [...rows, { line: rich`${w.rest(rest)}`, beside: { label: w.mine, says: w.mine, run: ways.mine() } }]
}

type Facts = { recorded: readonly TaskCard[]; left: readonly NotRecorded[]; time: string; at: Instant | undefined; /** Of these one thing is asked. */ silent: readonly TaskCard[] }

/** So many are asked about at once. */
const askedAtMost = 2

export function allNormalRecorded({ recorded, left, time, at, silent }: Facts, lang: Lang): Card {
  const w = words[lang]
  const head = recorded.length === 0 ? (left.length === 0 ? w.nothing : left.every(({ why }) => typeof why === 'object') ? w.answered : w.none) : w.recorded(time, recorded.length)
  const first = recorded.length === 0 ? rich`${head}` : rich`✅ ${head}`
  const several = new Set([...recorded, ...left.map(({ task }) => task)].map(({ plan }) => plan)).size > 1
  const row = (task: TaskCard, why = ''): { line: ReturnType<typeof rich> } => ({ line: rich`${strong(numberWords(task, several))} ${shortTitle(task)}${why === '' ? '' : ` · ${why}`}` })
  const whyOf = (why: NotRecorded['why']): string => (typeof why === 'object' ? why.line : why === 'excepted' ? w.excepted : w.alone[why])
  return {
    text: plain(first),
    lines: [first],
    sections: [
      ...(recorded.length === 0 ? [] : [{ rows: recorded.map((task) => row(task)) }]),
      ...(left.length === 0 ? [] : [{ heading: rich`${w.left}`, rows: left.map(({ task, why }) => row(task, whyOf(why))) }]),
      ...(silent.length === 0 ? [] : [{ rows: [{ line: rich`${w.silent}`, actions: silent.slice(0, askedAtMost).map((task) => ({ label: w.more(task.number), says: saysOf(w.more(task.number), shortTitle(task), lang), run: ways.supplement(task) })) }] }]),
    ],
    actions: [...(at === undefined ? [] : [{ label: w.undo, says: w.undoSays(recorded.length), run: ways.undo(at, recorded) }]), { label: w.mine, run: ways.mine() }],
  }
}
