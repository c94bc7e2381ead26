// An amendment is written: what waits for a secretary, one task at a time; how to send one; a task that is no more.
import type { Day } from '#src/calendar/day.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Waiting, WithdrawnFacts } from '#src/queries/amended.ts'
import { pendingActions, waitingLines } from './amended-task.ts'
import type { Card, Lang, Row } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { instructionWords } from './instruction-words.ts'
import { colon } from './quoted.ts'
import { reportWords } from './report-words.ts'
import { rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'
import { ways, type AmendedAct } from './ways.ts'

/** How a task ended, by the word of the act: 撤销 by an amendment, 收回 of an instruction, 撤下 of what a sitting decided. */
type Ended = 'amended' | 'instruction' | 'decision' | 'rectification'
const ended: Record<Ended, Record<Lang, string>> = {
  amended: { zh: '撤销', en: 'withdrawn' }, instruction: { zh: '收回', en: 'taken back' }, decision: { zh: '撤下', en: 'taken off' }, rectification: { zh: '撤销', en: 'withdrawn' },
}
const endedAs = ({ instruction }: WithdrawnFacts): Ended => (instruction === undefined ? 'amended' : instruction.rank === 'meeting' ? 'decision' : instruction.rank === 'review' ? 'rectification' : 'instruction')

const words = {
  zh: {
    done: (title: string, counts: string) => `已修订《${title}》：${counts}。`, again: (title: string) => `这份修订稿已经写入《${title}》，没有重复写入。`, told: (count: number) => `将告知${count}人各自单位的变化，每人一条。`, untold: '方案还没有通知联络员，没有通知任何人。',
    left: (count: number) => `还有${count}项等您核定，逐项来：`, none: (title: string) => `《${title}》没有等待核定的修订。`, allDone: '修订都已核定完。', more: (count: number) => `另有${count}项`, all: '看全部待核定', plan: '看方案', doubts: '核对存疑',
    did: {
      withdraw: (task: string) => `已撤销第${task}，填报记录留存，有关单位会被告知。`, keep: (task: string) => `已保留第${task}，照常办理。`, 'take-due': (task: string) => `第${task}的时限已按修订稿改。`, 'leave-due': (task: string) => `第${task}的时限不变。`,
      'take-units': (task: string) => `第${task}的单位已按修订稿改。`, 'leave-units': (task: string) => `第${task}的单位不变。`,
    } satisfies Record<AmendedAct, (task: string) => string>,
    task: (number: number, title: string) => `${number}项 ${title}`, how: (title: string) => `要修订《${title}》，请把修订后的全文粘贴到与我的私聊里，或把文件发给我。`, which: '我会认出它是哪个方案的修订稿，先列出变化，确认后才写入。',
    waiting: '已收到、还没有确认的：', as: '作为修订版', withdrawn: (number: number, title: string, act: Ended) => `第${number}项 ${title}：已${ended[act].zh}`, takenBack: (on: string, by: string, why: string, act: Ended) => `${on}由${by}${ended[act].zh}：${why}`, ground: (on: string, by: string, text: string) => `${on}由${by}撤销，依据${text}`, ofDay: (on: string, name: string) => `${on}修订稿（${name}）`,
    history: '此前的情况', record: '记录', noReport: '没有填报', secretary: '督查室',
  },
  en: {
    done: (title: string, counts: string) => `“${title}” is amended: ${counts}.`, again: (title: string) => `“${title}” has this amendment already; nothing was written twice.`, told: (count: number) => `${count} people are being told what changed for their units, in one message each.`, untold: 'The plan is not handed out; nobody is told.',
    left: (count: number) => `${counted(count, 'task waits', 'tasks wait')} for you${count === 1 ? '' : ', one at a time'}:`, none: (title: string) => `Nothing of an amendment of “${title}” waits for you.`, allDone: 'All of the amendment is settled.', more: (count: number) => `${count} more`, all: 'All that wait', plan: 'The plan', doubts: 'Doubts',
    did: {
      withdraw: (task: string) => `Withdrawn: task ${task}. What was reported is kept, and its units are told.`, keep: (task: string) => `Kept: task ${task} goes on.`, 'take-due': (task: string) => `Task ${task} has the amendment's date.`, 'leave-due': (task: string) => `Task ${task} keeps its date.`,
      'take-units': (task: string) => `Task ${task} has the amendment's units.`, 'leave-units': (task: string) => `Task ${task} keeps its units.`,
    } satisfies Record<AmendedAct, (task: string) => string>,
    task: (number: number, title: string) => `${number} ${title}`, how: (title: string) => `To amend “${title}”, paste the whole amended text into our direct conversation, or share the file.`, which: 'You will see what changes, and nothing is written before you confirm.',
    waiting: 'Received and not confirmed:', as: 'As its amendment', withdrawn: (number: number, title: string, act: Ended) => `Task ${number} ${title}: ${ended[act].en}`, takenBack: (on: string, by: string, why: string, act: Ended) => `${ended[act].en.slice(0, 1).toUpperCase()}${ended[act].en.slice(1)} by ${by} on ${on}: ${why}`, ground: (on: string, by: string, text: string) => `Withdrawn on ${on} by ${by}, by ${text}`, ofDay: (on: string, name: string) => `the amendment of ${on} (${name})`,
    history: 'How it stood', record: 'History', noReport: 'no report', secretary: 'the secretary',
  },
} satisfies Record<Lang, unknown>

/** So many that wait are shown, the first with its answers. */
const waitingShown = 5

/** `counts`: what it changed; left out of an amendment that was written before. */
export type AmendedDone = { plan: PlanId; title: string; counts?: string; told?: number; waiting: readonly Waiting[]; doubts: number; today: Day }

export function amendDone({ plan, title, counts, told, waiting, doubts, today }: AmendedDone, lang: Lang): Card {
  const w = words[lang]
  const head = counts === undefined ? w.again(title) : w.done(title, counts)
  return {
    text: `✅ ${head}`,
    lines: [rich`✅ ${head}`, ...(counts === undefined ? [] : [rich`${told === undefined ? w.untold : w.told(told)}`])],
    ...waitingSections(waiting, lang, today),
    actions: [...(doubts === 0 ? [] : [{ label: `${w.doubts} ${doubts}`, run: ways.doubts(plan) }]), { label: w.plan, run: ways.plan(plan) }],
  }
}

/** What was decided, and the next that waits. */
export function amendedSettled({ plan, act, number, title, waiting, today }: { plan: PlanId; act: AmendedAct; number: number; title: string; waiting: readonly Waiting[]; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = w.did[act](w.task(number, cutTo(title, 24)))
  return { text: `✅ ${head}`, lines: [rich`✅ ${head}`, ...(waiting.length === 0 ? [rich`${w.allDone}`] : [])], ...waitingSections(waiting, lang, today), actions: [{ label: w.plan, run: ways.plan(plan) }] }
}

/** All that waits in a plan. */
export function amendedWaiting({ plan, title, waiting, today }: { plan: PlanId; title: string; waiting: readonly Waiting[]; today: Day }, lang: Lang): Card {
  const w = words[lang]
  const head = waiting.length === 0 ? w.none(title) : w.left(waiting.length)
  return { text: head, lines: [rich`${head}`], ...(waiting.length === 0 ? {} : { sections: [{ rows: waiting.map((each) => waitingRow(each, lang, today)) }] }), actions: [{ label: w.plan, run: ways.plan(plan) }] }
}

function waitingSections(waiting: readonly Waiting[], lang: Lang, today: Day): Pick<Card, 'sections'> {
  const w = words[lang]
  const [first] = waiting
  if (first === undefined) return {}
  const left = waiting.length - waitingShown
  const more: Row[] = left > 0 ? [{ line: rich`${w.more(left)}`, beside: { label: w.all, run: ways.amended(first.plan) } }] : []
  return { sections: [{ heading: rich`${w.left(waiting.length)}`, rows: [...waiting.slice(0, waitingShown).map((each) => waitingRow(each, lang, today)), ...more] }] }
}

function waitingRow({ plan, number, title, facts }: Waiting, lang: Lang, today: Day): Row {
  const head = rich`${strong(number)} ${cutTo(title, 30)}`
  return { line: waitingLines(facts, lang, today).reduce((line, next) => rich`${line}\n${next}`, head), actions: pendingActions({ plan, number, title, amended: facts }, lang) }
}

/** `修订 p1` alone. */
export function howToAmend({ plan, title, drafts }: { plan: PlanId; title: string; drafts: readonly { id: DraftId; source: string }[] }, lang: Lang): Card {
  const w = words[lang]
  const head = w.how(title)
  const rows = drafts.slice(0, waitingShown).map(({ id, source }): Row => ({ line: rich`${cutTo(source, 60)}`, beside: { label: w.as, says: saysOf(w.as, source, lang), run: { command: 'amend', args: { plan, draft: id } } } }))
  return { text: head, lines: [rich`${head}`, rich`${w.which}`], ...(rows.length === 0 ? {} : { sections: [{ heading: rich`${w.waiting}`, rows }] }) }
}

/** @param by who withdrew it */
export function withdrawnCard(task: WithdrawnFacts, by: string | undefined, lang: Lang, today: Day): Card {
  const w = words[lang]
  const head = w.withdrawn(task.number, cutTo(task.title, 60), endedAs(task))
  const text = task.cited === undefined ? '' : w.ofDay(shortDay(task.cited.on, lang, today), task.cited.name)
  const rows = task.parts.map(({ name, report }) => ({ line: report === undefined ? rich`${strong(name)} · ${w.noReport}` : rich`${strong(name)} · ${shortDay(report.on, lang, today)} ${reportWords(report, lang)}` }))
  return {
    text: head,
    lines: [rich`${head}`, ...(task.instruction === undefined ? [rich`${w.ground(shortDay(task.on, lang, today), by ?? w.secretary, text)}`] : [rich`${w.takenBack(shortDay(task.on, lang, today), by ?? '', task.words ?? '', endedAs(task))}`, rich`${instructionWords(task.instruction, lang, today)}${colon[lang]}“${cutTo(task.instruction.words, 200)}”`])],
    ...(rows.length === 0 ? {} : { sections: [{ heading: rich`${w.history}`, rows }] }),
    actions: [{ label: w.record, says: `${w.record} ${task.plan}-${task.number}`, run: ways.history(task) }],
    footer: rich`《${task.planTitle}》${task.section} · ${task.plan}-${task.number}`,
  }
}
