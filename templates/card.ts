// What people read, as plain data: a card (a message, or a person's Home) and a form. No chat platform is named here.
import type { Rich } from './rich.ts'

export type Lang = 'zh' | 'en'

/** What pressing does: runs a chat command (by its English name) with these arguments. */
export type Run = { command: string; args: Readonly<Record<string, string | number | boolean>> }

export type Action = {
  label: string
  run: Run
  /** What a screen reader says, where the label alone does not tell which task: 填报第12项. */
  says?: string
  style?: 'primary' | 'danger'
  /** Asked before it is done. */
  confirm?: string
}

/** One row of a list: a line of text and at most one button beside it, or a few below it, with what is seldom needed behind …. `note`: small and grey, right under the line. */
export type Row = { line: Rich; note?: Rich; beside?: Action; actions?: readonly Action[]; more?: readonly Action[] }

export type Section = {
  heading?: Rich
  rows: readonly Row[]
  /** Small grey line below. */
  note?: Rich
  /** What stands beside its rows is one choice below them: beside each it would take a line of its own on a phone. `card`: one for all such sections, below the last. */
  opensBelow?: true | 'card'
}

export type Card = {
  /** What the phone's lock screen shows: a whole sentence that can be acted on. */
  text: string
  title?: string
  lines?: readonly Rich[]
  sections?: readonly Section[]
  /** Buttons of the whole card. */
  actions?: readonly Action[]
  /** Actions behind …, for what is seldom needed. */
  more?: readonly Action[]
  footer?: Rich
  /** What is passed on of it instead of its lines and rows: the worst first, for little of it is. */
  forward?: readonly Rich[]
  /** What was asked for was not done: whoever wrote something for it gets their words back. `final`: asked once more it would be refused again. */
  refused?: 'again' | 'final'
  /** For the renderer when the card is too long: "…另有12项" and the way to the rest. */
  rest?: { line: (left: number) => Rich; action?: Action }
}

export type Choice = { value: string; label: string }

/** `now`: the value that stands when the field is left untouched; the renderer keeps it. */
export type Field = { name: string; label: string; hint?: string; optional?: boolean } & (
  | { kind: 'line'; now?: string; maxLength: number }
  | { kind: 'choice'; choices: readonly Choice[]; now?: string; as: 'radio' | 'select' }
  | { kind: 'checks'; choices: readonly Choice[] }
  | { kind: 'date'; now?: string }
)

export type Form = {
  title: string
  intro?: readonly Rich[]
  /** What is lacking, in a sentence, for whom it cannot be opened at once. */
  gap?: string
  fields: readonly Field[]
  submit: string
  /** The command it is sent to; the fields' values join `args` by name. */
  run: Run
}
