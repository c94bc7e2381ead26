// 为什么 N: all that makes a task's light what it is: the rule, what went into it, the plan's own sentence with its place, and the ledger's entries.
import type { Day } from '#src/calendar/day.ts'
import type { Due } from '#src/ledger/due.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { present } from '#src/ledger/fields.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { dutyLate, type DutyLate } from './occurrences.ts'
import { taskCard, type TaskCard } from './task-card.ts'
import type { View } from './view.ts'

/** `place`: the numbers of the headings above the sentence, the outermost first; `section`: the last of these headings; `written`: its number there. `document`: the title of the text it stands in. `warnAt`: working days before a date at which a light is yellow. `duty`: owed for a period and late. */
export type WhyFacts = { card: TaskCard; due: Due; today: Day; place: string[]; section: string; written: string; document: string; sentence: string; warnAt: number; duty?: DutyLate }

/** @returns undefined where the plan has no such task */
export function whyFacts(view: View, no: TaskNo): WhyFacts | undefined {
  const { plan, today } = view
  const [card, task] = [taskCard(view, no), plan.tasks.get(no)]
  if (card === undefined || task === undefined) return undefined
  return { card, due: task.due, today, place: task.path, section: task.section, written: task.written, document: plan.title, sentence: task.text.trim() === '' ? task.title : task.text, warnAt: policyOf(plan).warnWorkingDays, ...present({ duty: dutyLate(view, no) }) }
}
