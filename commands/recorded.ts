// From what became of an intent to what the person is shown.
import { onceSettled, type Answer, type Desk, type Outcome, type Recording } from '#src/command.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { About } from '#src/reminders/told-of.ts'
import type { Card, Run } from '#templates/card.ts'
import { settling } from '#templates/settling.ts'
import { refusedCard } from './refused.ts'

/** What a person is shown at once, or while nobody can tell. */
export type AtOnceOrSettling = Extract<Answer, { kind: 'card' | 'settling' }>

/**
 * @param card made only after it is recorded, so that it shows what stands now; `did`: what the act changed
 * @param again the act itself, for a refusal that can be answered by pressing something
 */
export async function recorded(recording: Promise<Recording>, desk: Desk, card: (did: readonly string[]) => Card, again?: Run, { about, instead }: Besides = {}): Promise<AtOnceOrSettling> {
  const cardOf = (outcome: Outcome): Card => (outcome.ok ? card(outcome.did ?? []) : (instead?.(outcome.refusal) ?? refusedCard(outcome.refusal, desk, again)))
  const answer = await recording
  const changed = about === undefined ? {} : { about }
  if (answer.ok === 'unknown') return { kind: 'settling', card: settling(desk.lang), settled: onceSettled(answer.settled, cardOf), ...changed }
  return { kind: 'card', card: cardOf(answer), ...changed }
}

/** `about`: what it may have changed. `instead`: a card in the place of a refusal, where what stands says more than the no. */
export type Besides = { about?: readonly About[]; instead?: (refusal: Refusal) => Card | undefined }

/** Several intents of one act, in order; the card is made of all their outcomes once the last is known. */
export async function recordedAll(recordings: readonly (() => Promise<Recording>)[], desk: Desk, card: (outcomes: readonly Outcome[]) => Card, { about }: Pick<Besides, 'about'> = {}): Promise<Answer> {
  const answers: Recording[] = []
  for (const record of recordings) answers.push(await record())
  const changed = about === undefined ? {} : { about }
  if (answers.every((answer) => answer.ok !== 'unknown')) return { kind: 'card', card: card(answers), ...changed }
  const settled = onceSettled(Promise.all(answers.map(async (answer) => (answer.ok === 'unknown' ? answer.settled : answer))), card)
  return { kind: 'settling', card: settling(desk.lang), settled, ...changed }
}

/** Each only once the one before it is recorded: the first that is refused ends it. */
export async function inTurn([first, ...rest]: readonly (() => Promise<Recording>)[]): Promise<Recording> {
  if (first === undefined) return { ok: true, position: 0 }
  const recording = await first()
  if (recording.ok === true) return rest.length === 0 ? recording : inTurn(rest)
  if (recording.ok === false) return recording
  const settled = onceSettled(recording.settled, async (outcome) => {
    if (!outcome.ok || rest.length === 0) return outcome
    const next = await inTurn(rest)
    return next.ok === 'unknown' ? next.settled : next
  })
  return { ok: 'unknown', settled }
}
