// What a person does and sees: a command run at a desk, and its answer as text.
import type { Answer, Command, Desk } from '#src/command.ts'
import { renderText } from '#src/slack/render-text.ts'
import type { Card, Form, Run } from '#templates/card.ts'

export async function act(command: Command, args: unknown, desk: Desk): Promise<Answer> {
  const answer = await command.handle(args, desk)
  if (answer.kind === 'args-refused') throw new Error(`the arguments were refused: ${JSON.stringify(answer.issues)}`)
  return answer
}

export const type = async (command: Command, words: string, desk: Desk): Promise<Answer> => act(command, command.typed(words.split(' ').filter((word) => word !== '')), desk)

export function cardIn(answer: Answer): Card {
  if (answer.kind !== 'card') throw new Error(`a ${answer.kind} and no card`)
  return answer.card
}

export function formIn(answer: Answer): Form {
  if (answer.kind !== 'form') throw new Error(`a ${answer.kind} and no form`)
  return answer.form
}

/** All a person reads of it, without its buttons. */
export const shown = (answer: Answer): string => renderText(cardIn(answer))

/** What every button of a card does, by its label; the text to forward, which every such card has, is looked at by itself. */
export function buttons(card: Card): Record<string, Run> {
  const rows = (card.sections ?? []).flatMap((section) => section.rows)
  const actions = [...rows.flatMap((row) => [...(row.beside === undefined ? [] : [row.beside]), ...(row.actions ?? []), ...(row.more ?? [])]), ...(card.actions ?? []), ...(card.more ?? [])]
  return Object.fromEntries(actions.filter(({ run }) => run.command !== 'forward').map(({ label, run }) => [label, run]))
}
