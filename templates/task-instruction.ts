// A task's card where it is an instruction: whose words they are, and what a leader, an aide or the office can press.
import type { Day } from '#src/calendar/day.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { givenBy, instructionWords } from './instruction-words.ts'
import { rich, type Rich } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

/** As whom somebody gives instructions about a task. */
export type Instructs = 'leader' | 'office' | 'recorded'

/** Its words are whose they are, and never the plan's own. */
export const wordsHeading = ({ instruction }: TaskCard, lang: Lang): Rich => {
  if (instruction !== undefined) return lang === 'zh' ? rich`${givenBy(instruction, lang)}原话` : rich`The words of ${givenBy(instruction, lang)}`
  return lang === 'zh' ? rich`方案原文` : rich`The plan's words`
}

export function instructionLines(task: TaskCard, lang: Lang, today: Day): Rich[] {
  const { instruction } = task
  const ordered = orderedLines(task, lang, today)
  if (instruction === undefined) return ordered
  const { about, permalink } = instruction
  const of = about === undefined ? '' : lang === 'zh' ? ` · 关于${about.number} ${cutTo(about.title, 20)}` : ` · about ${about.number} ${cutTo(about.title, 30)}`
  return [rich`📌 ${instructionWords(instruction, lang, today)}${of}`, ...(permalink === undefined ? [] : [lang === 'zh' ? rich`原消息：${permalink}` : rich`The message: ${permalink}`]), ...ordered]
}

/** Those given last; all of them are among the leader's instructions. */
const orderedAtMost = 3

/** 📌 何县长批示 7月6日，编号p1-38：请…: what was ordered about it stands under a number of its own. */
function orderedLines({ ordered = [], plan }: TaskCard, lang: Lang, today: Day): Rich[] {
  return ordered.slice(-orderedAtMost).map(({ number, facts }) => {
    const name = `${plan}-${number}`
    return lang === 'zh' ? rich`📌 ${instructionWords(facts, lang, today)}，关于本项，编号${name}：${cutTo(facts.words, 60)}` : rich`📌 ${instructionWords(facts, lang, today)} about this one, number ${name}: ${cutTo(facts.words, 60)}`
  })
}

const instructLabel: Record<Lang, Record<Instructs, string>> = { zh: { leader: '批示', office: '交办', recorded: '口头批示' }, en: { leader: 'Instruct', office: 'Instruct', recorded: 'Record an instruction' } }

export function instructAction(task: TaskCard, instructs: Instructs, lang: Lang): Action {
  const label = instructLabel[lang][instructs]
  return { label, says: lang === 'zh' ? `${label}：第${task.number}项 ${shortTitle(task)}` : `${label}: task ${task.number} ${shortTitle(task)}`, run: ways.instruct(task) }
}

export function confirmActions(task: TaskCard, lang: Lang): Action[] {
  const zh = lang === 'zh'
  const says = (act: string): string => (zh ? `${act}：第${task.number}项` : `${act}: task ${task.number}`)
  const [yes, no] = zh ? (['属实', '不是这样'] as const) : (['Correct', 'Not correct'] as const)
  return [{ label: yes, says: says(yes), run: ways.confirmInstruction(task), style: 'primary' }, { label: no, says: says(no), run: ways.withdrawInstruction(task) }]
}

export const takeBackAction = (task: TaskCard, lang: Lang): Action => ({ label: lang === 'zh' ? '收回' : 'Take it back', says: lang === 'zh' ? `收回：第${task.number}项` : `Take back task ${task.number}`, run: ways.withdrawInstruction(task) })
