// What an amendment means for one task: on its card, and as the question to a secretary.
import type { Day } from '#src/calendar/day.ts'
import type { ImportedDue } from '#src/ledger/due.ts'
import type { AmendedFacts } from '#src/queries/amended.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Lang } from './card.ts'
import { dayWords, shortDay } from './day-words.ts'
import { rich, type Rich } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { ways, type AmendedAct } from './ways.ts'

const words = {
  zh: {
    due: (on: string, was: string) => `时限依据${on}修订${was === '' ? '' : `，此前为${was}`}`, removal: (on: string) => `⚠️ 待确认删除：${on}的修订稿中没有这一项，督查室确认前照常办理`,
    saysDue: (on: string, due: string) => `${on}的修订稿写的时限是${due}`, saysUnits: (on: string, units: string) => `${on}的修订稿写的单位是${units}`,
    asked: (said: string) => `⚠️ 待核定：${said}，现按督查室核定的办`, later: (said: string) => `若保留，再核定：${said}`,
    withdraw: '同意删除', keep: '保留', takeDue: '按修订稿改时限', leaveDue: '时限不变', takeUnits: '按修订稿改单位', leaveUnits: '单位不变', and: '、',
    unbound: (said: string) => `“${said}”`, none: '未写', confirm: (number: number) => `撤销第${number}项？它的填报记录会留存。`, says: (act: string, number: number, title: string) => `${act}：第${number}项 ${title}`,
  },
  en: {
    due: (on: string, was: string) => `Date by the amendment of ${on}${was === '' ? '' : `, before that ${was}`}`, removal: (on: string) => `⚠️ The amendment of ${on} has this task no more; it stays until the secretary decides`,
    saysDue: (on: string, due: string) => `the amendment of ${on} gives the date ${due}`, saysUnits: (on: string, units: string) => `the amendment of ${on} names ${units}`,
    asked: (said: string) => `⚠️ To be settled: ${said}; what the secretary set stands until then`, later: (said: string) => `To be settled if it is kept: ${said}`,
    withdraw: 'Withdraw', keep: 'Keep', takeDue: 'Take its date', leaveDue: 'Keep the date', takeUnits: 'Take its units', leaveUnits: 'Keep the units', and: ', ',
    unbound: (said: string) => `“${said}”`, none: 'no date', confirm: (number: number) => `Withdraw task ${number}? What was reported is kept.`, says: (act: string, number: number, title: string) => `${act}: task ${number} ${title}`,
  },
} satisfies Record<Lang, unknown>

export const issuedDue = (due: ImportedDue, lang: Lang, today: Day): string =>
  due.kind === 'dated' ? dayWords(due.day, lang, today) : due.kind === 'undated' ? words[lang].none : words[lang].unbound(due.said)

/** What of a task waits for a secretary, a line each. What is to be settled only of a task that stays comes after whether it does. */
export function waitingLines({ removal, asked }: AmendedFacts, lang: Lang, today: Day): Rich[] {
  const w = words[lang]
  const point = removal === undefined ? w.asked : w.later
  return [
    ...(removal === undefined ? [] : [rich`${w.removal(shortDay(removal.on, lang, today))}`]),
    ...(asked?.due === undefined ? [] : [rich`${point(w.saysDue(shortDay(asked.on, lang, today), issuedDue(asked.due, lang, today)))}`]),
    ...(asked?.units === undefined ? [] : [rich`${point(w.saysUnits(shortDay(asked.on, lang, today), asked.units.join(w.and)))}`]),
  ]
}

export const amendedLines = ({ amended }: Pick<TaskCard, 'amended'>, lang: Lang, today: Day): Rich[] =>
  (amended === undefined ? [] : [...amendedDueLines({ amended }, lang, today), ...waitingLines(amended, lang, today)])

/** By which amendment its date is, and which date was before. */
export function amendedDueLines({ amended }: Pick<TaskCard, 'amended'>, lang: Lang, today: Day): Rich[] {
  const { dueBy } = amended ?? {}
  return dueBy === undefined ? [] : [rich`${words[lang].due(shortDay(dueBy.on, lang, today), dueBy.was === undefined ? '' : shortDay(dueBy.was, lang, today))}`]
}

type Named = Pick<TaskCard, 'plan' | 'number' | 'title' | 'amended'>

/** The secretary's answers to what waits: of a task that may go, first whether it does. */
export function pendingActions(task: Named, lang: Lang): Action[] {
  const w = words[lang]
  const { amended } = task
  const action = (label: string, act: AmendedAct, more: Partial<Action> = {}): Action => ({ label, says: w.says(label, task.number, shortTitle(task)), run: ways.settleAmended(task, act), ...more })
  if (amended?.removal !== undefined) return [action(w.withdraw, 'withdraw', { style: 'danger', confirm: w.confirm(task.number) }), action(w.keep, 'keep')]
  return [
    ...(amended?.asked?.due === undefined ? [] : [action(w.takeDue, 'take-due'), action(w.leaveDue, 'leave-due')]),
    ...(amended?.asked?.units === undefined ? [] : [action(w.takeUnits, 'take-units'), action(w.leaveUnits, 'leave-units')]),
  ]
}
