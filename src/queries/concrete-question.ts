// What to ask a unit that has said 正常推进 three times without a word: one thing of the plan's own, which is there or is not.
import { standingReports, type Report, type Reports } from '#src/ledger/report.ts'
import type { Evidence } from '#src/ledger/evidence.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { hollowOf } from './hollow.ts'
import { milestonesOwed } from './milestones.ts'
import { shownIn } from './milestone-words.ts'
import type { View } from './view.ts'

/** `about`: the plan's words. `last`: what was last said in words, if anything was. */
export type ConcreteQuestion = { about: string; last?: Report }

/** Undefined while nothing is to be asked: the last report says something, or is not yet the third without a word. */
export function concreteQuestion(view: View, task: TaskNo, voice: Reports & { evidence?: readonly Evidence[] }): ConcreteQuestion | undefined {
  if (hollowOf(voice) !== 'bare-again') return undefined
  const last = standingReports(voice).findLast(({ done, problem }) => (done ?? problem ?? '').trim() !== '')
  return { about: tellingOf(view, task), ...(last === undefined ? {} : { last }) }
}

/** This year's next milestone, else what tells most among the task's own sentences, else its title. */
function tellingOf(view: View, no: TaskNo): string {
  const [milestone] = milestonesOwed(view, no)
  if (milestone !== undefined) return milestone.what
  const task = view.plan.tasks.get(no)
  if (task === undefined) return ''
  const [best] = shownIn(task).toSorted((a, b) => b.rank - a.rank)
  return best?.what ?? task.title
}
