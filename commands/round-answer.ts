// What was answered to a round's question, as a report keeps it.
import type { Desk } from '#src/command.ts'
import type { RoundAnswered } from '#src/ledger/report.ts'
import { questionFor, questionOf } from '#src/queries/round-question.ts'
import type { OwnTask } from './own-task.ts'
import { viewOf } from './view-of.ts'

/** @param round the turn that asked, when the form was opened; else the one that asks now */
export function answerTo(round: string | undefined, words: string | undefined, own: OwnTask, desk: Desk): { answer?: RoundAnswered } {
  const said = (words ?? '').trim()
  if (said === '') return {}
  const view = viewOf(desk, own.plan)
  const asked = (round === undefined ? undefined : questionOf(view, round)) ?? questionFor(view, own.whole(), own.part.member ?? own.part.unit)
  return asked === undefined ? {} : { answer: { round: asked.round, words: said } }
}
