// What the Slack room asks of the rest of the program: the desk, what to say, and how a delivered message stands now.
import type { z } from 'zod'
import type { Answer, Command, Desk } from '#src/command.ts'
import type { Place } from '#src/post.ts'
import type { About } from '#src/reminders/told-of.ts'
import type { Handle } from '#src/directory/handle.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { Card, Form, Lang, Run } from '#templates/card.ts'

/**
 * Who did something, and through what. `intentId` is made from what the person did: the same for an act that Slack delivers twice,
 * another for a second click. `lang` is their Slack's language; a person's own setting goes before it, so the desk's `lang` counts.
 */
export type Asked = { handle: Handle; intentId: string; lang: Lang; via: Stamp['via'] }

export type SharedBytes = { name: string; bytes: Uint8Array }

/** Why a shared file was not read. `limit` is in bytes. */
export type FileRefusal = { code: 'too-big'; name: string; limit: number } | { code: 'forbidden'; name: string } | { code: 'gone'; name: string }

/** What somebody wrote, as they wrote it; `to`: the message in whose thread; `understood`: the command that its first word is. `isDocument`: as long as one, or in several lines. */
export type Reply = { words: string; to?: Place; isDocument: boolean; /** Sent with files, which are evidence by themselves. */ hasFiles?: boolean; understood?: { command: string; args: Record<string, unknown>; /** What stands behind a word that takes nothing behind it: 撤销 应该是70%. */ behind?: string } }

export type Callbacks = {
  makeDesk: (asked: Asked) => Promise<Desk>
  /** A long text that is no command, written to the bot: a plan to import. As it was written, line breaks kept. */
  pasted: (text: string, desk: Desk) => Promise<Answer>
  /** Plain words: a reply to one of our messages, or what is no command. Undefined where they are nothing of the kind. */
  said: (reply: Reply, desk: Desk) => Promise<Answer | undefined>
  /** A file shared with the bot, and what was written with it. */
  file: (file: SharedBytes, desk: Desk, note: { words: string; to?: Place }) => Promise<Answer>
  home: (desk: Desk) => Promise<Card> | Card
  /** How a delivered message is to look now, and the key it was posted with; undefined when it is none, or need not change any more. */
  redraw: (place: Place) => Promise<{ card: Card; key: string } | undefined>
  /** Where messages of late stand that told the asker, or who answers beside them, of these tasks. */
  toldOf: (about: readonly About[], desk: Desk) => readonly Place[]
  say: Sayings
}

/** What somebody wrote for an act: shown as it was written, and `run` the act with it, where there is one to send again. */
export type Written = { texts: readonly string[]; run?: Run }

/** What the router itself has to tell people. */
export type Sayings = {
  /** The card of an act that was not done, with the words that were written for it. Without a desk nothing more can be kept of them. */
  giveBack: (card: Card, written: Written, lang: Lang, desk: Desk | undefined) => Promise<Card>
  /** Something broke: not recorded as far as is known, try again, and this reference for the operator. */
  failed: (reference: string, lang: Lang, error: unknown) => Card
  unknownWord: (word: string, nearest: readonly Command[], desk: Desk) => Card
  argsRefused: (command: Command, issues: readonly z.core.$ZodIssue[], desk: Desk) => Card
  /** One line under a form's field. */
  fieldRefused: (issue: z.core.$ZodIssue, lang: Lang) => string
  fileRefused: (why: FileRefusal, desk: Desk) => Card
  /** A button of a card too old to be understood. */
  outdated: (lang: Lang) => Card
  /** A form that cannot be opened by itself: typed in a message, or opened too late. `run` is what the card's button does. */
  formWaits: (form: Form, run: Run, lang: Lang) => Card
}
