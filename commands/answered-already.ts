// What a press shows that came after an answer: a second click, a colleague's, one on a message of last month.
import { answered, type Answer, type Desk } from '#src/command.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { answeredLine } from '#templates/answered-line.ts'
import type { Card } from '#templates/card.ts'
import { spokenFor } from '#templates/spoken-for.ts'
import { standsCard } from '#templates/stands.ts'
import { speakerFor, type OwnTask } from './own-task.ts'
import { refused } from './refused.ts'
import { viewOf } from './view-of.ts'

const answers: ReadonlySet<Refusal['code']> = new Set<Refusal['code']>(['already-answered', 'assignment-claimed', 'assignment-closed'])

/**
 * The line that stands in the place of the buttons; undefined for a no of another kind.
 *
 * @param asked when the message was sent that was pressed
 */
export function answeredAlready(own: OwnTask, { code }: Refusal, desk: Desk, asked?: Instant): Card | undefined {
  const { asker, directory, lang } = desk
  if (asker === undefined || !answers.has(code)) return undefined
  const said = own.lastReport()
  const line = answeredLine(own.whole(), { view: viewOf(desk, own.plan), person: asker, directory, sentAt: asked ?? said?.firstAt ?? said?.at, lang })
  if (line === undefined) return undefined
  return spokenFor(standsCard({ task: own.card(), line, isOpen: code === 'already-answered' }, lang), speakerFor(own))
}

/** The same where a form was to be opened, or the no itself. */
export function answeredOr(own: OwnTask, refusal: Refusal, desk: Desk, asked?: Instant): Answer {
  const card = answeredAlready(own, refusal, desk, asked)
  return card === undefined ? refused(refusal, desk) : answered(card)
}
