// The one way from anything somebody does in Slack to a chat command, and from its answer back to them.
import { isDeepStrictEqual } from 'node:util'
import type { Logger } from 'pino'
import type { Answer, Command, Desk } from '#src/command.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { machineStopwatch, type Stopwatch } from '#src/stopwatch.ts'
import type { Run } from '#templates/card.ts'
import { weightOf } from './action-elements.ts'
import { intentOfForm, intentOfMessage, intentOfPress, intentOfShortcut, intentOfSlash, isWithBot, originOfMessage, originOfPress, originOfShortcut, originOfSlash } from './acts.ts'
import { acknowledging, type Ack } from './acknowledging.ts'
import { answering } from './answering.ts'
import type { Callbacks, Reply, Written } from './callbacks.ts'
import { doors, type Brought } from './doors.ts'
import { recallForm } from './form-memory.ts'
import { errorsOfIssues, errorsReply } from './form-reply.ts'
import { argsOfForm, type NullMeans } from './form-values.ts'
import { errorCard, giving, type Asking } from './giving.ts'
import { unescapeText } from './incoming-text.ts'
import { languages, type Languages } from './languages.ts'
import type { Origin } from './origin.ts'
import { FormPayload, HomeEvent, LocaleEvent, MessageEvent, PressPayload, ShortcutPayload, SlashPayload, type SharedFile } from './payloads.ts'
import { renderForm } from './render-form.ts'
import { runOfValue } from './run-value.ts'
import { commandOfShortcut } from './shortcut-id.ts'
import type { SlackCalls } from './slack-calls.ts'
import { readWritten, type ReadLine } from './typed-text.ts'
import { plainArgs, writtenAs, writtenIn } from './written.ts'

/** Each takes a payload as Slack sends it, and never throws for what breaks behind it. All acknowledge first, a form within `formPatienceMs`. */
export type Router = {
  slash: (body: unknown, ack: Ack) => Promise<void>
  press: (body: unknown, ack: Ack) => Promise<void>
  form: (body: unknown, ack: Ack) => Promise<void>
  /** A message that was brought to a command from its menu. */
  shortcut: (body: unknown, ack: Ack) => Promise<void>
  message: (event: unknown) => Promise<void>
  /** `bot`: the bot's own account, whose mention is no part of what was asked. */
  mention: (event: unknown, bot: string | undefined) => Promise<void>
  homeOpened: (event: unknown) => Promise<void>
  localeChanged: (event: unknown) => void
  idle: () => Promise<void>
  /** Resolves once whoever was told that something is uncertain knows what came of it. */
  settled: () => Promise<void>
}

/** What a bare `/duban` runs. */
const whenBare = 'mine'

/** A form's errors can only be told in the acknowledgement; what takes longer is acknowledged and told afterwards. */
const formPatienceMs = 2_300

export type RouterParts = { commands: readonly Command[]; callbacks: Callbacks; calls: SlackCalls; /** Where the one who starts it asks for languages too. */ spoken?: Languages; nullMeans: NullMeans; stopwatch?: Stopwatch; logger: Logger }

export function router({ commands, callbacks, calls, spoken = languages(calls.localeOf), nullMeans, stopwatch = machineStopwatch, logger }: RouterParts): Router {
  const { say } = callbacks
  const show = answering({ calls, stopwatch, logger })
  const { through, broken, idle } = doors({ show, say, languages: spoken, logger })
  const { give, showCard, publishHome, settled } = giving({ calls, callbacks, show, broken, logger })

  const byName = (name: string | undefined): Command | undefined => commands.find((command) => command.name.en === name)

  /** @param brought is told of the desk, for what breaks after it was made */
  async function deskOf(user: string, intentId: string, via: Stamp['via'], brought: Brought = {}): Promise<Desk> {
    const desk = await callbacks.makeDesk({ handle: { platform: 'slack', id: user }, intentId, lang: await spoken.of(user), via })
    brought.desk = desk
    return desk
  }

  async function run(command: Command, args: Record<string, unknown>, desk: Desk): Promise<Answer> {
    const answer = await command.handle(args, desk)
    return answer.kind === 'args-refused' ? { kind: 'card', card: say.argsRefused(command, answer.issues, desk) } : answer
  }

  /** @param line as it was typed */
  async function typed(read: Exclude<ReadLine, { kind: 'pasted' }>, line: string, asking: Omit<Asking, 'run'>, brought: Brought): Promise<void> {
    const { desk } = asking
    const found = read.kind === 'nothing' ? bare() : read
    if (found.kind === 'unknown') {
      await showCard(say.unknownWord(found.word, found.nearest, desk), { ...asking, run: nowhere, ...given(writtenAs(line)) })
      return
    }
    const args = found.command.typed(found.words)
    const written = given(writtenAs(line, { command: found.command, args }))
    Object.assign(brought, written)
    await give(await run(found.command, args, desk), { ...asking, run: { command: found.command.name.en, args: plainArgs(args) }, ...written })
  }

  function bare(): Exclude<ReadLine, { kind: 'pasted' | 'nothing' }> {
    const command = byName(whenBare)
    return command === undefined ? { kind: 'unknown', word: '', nearest: commands.slice(0, 3) } : { kind: 'found', command, words: [] }
  }

  /** The sandbox's own commands are words nobody knows where the clock cannot be moved. */
  const available = (desk: Desk): readonly Command[] => (desk.moveClock === undefined ? commands.filter(({ sandboxOnly }) => sandboxOnly !== true) : commands)

  async function written(event: MessageEvent, user: string, text: string): Promise<void> {
    const origin = originOfMessage(event)
    const files = event.files ?? []
    const line = unescapeText(text)
    const brought: Brought = given(writtenAs(line))
    if (files.length > 0) {
      // Each for itself: one that cannot be had does not take the others with it.
      for (const file of files) await through('file', { user, origin }, async () => shared(file, event, line, user, origin))
      await through('file', { user, origin, brought }, async () => withFiles(event, line, user, origin, brought))
      return
    }
    await through('message', { user, origin, brought }, async () => {
      const desk = await deskOf(user, intentOfMessage(event), 'message', brought)
      const read = readWritten(text, available(desk), { documents: true })
      const replied = await callbacks.said(replyOf(event, line, read), desk)
      if (replied !== undefined) await give(replied, { user, origin, desk, run: nowhere, ...given(brought.written) })
      else if (read.kind === 'pasted') await give(await callbacks.pasted(read.text, desk), { user, origin, desk, run: nowhere })
      else await typed(read, line, { user, origin, desk }, brought)
    })
  }

  /** What was written with a file may be a report besides. */
  async function withFiles(event: MessageEvent, line: string, user: string, origin: Origin, brought: Brought): Promise<void> {
    if (line.trim() === '') return
    const desk = await deskOf(user, intentOfMessage(event), 'message', brought)
    const replied = await callbacks.said({ ...replyOf(event, line, { kind: 'nothing' }), isDocument: true, hasFiles: true }, desk)
    if (replied !== undefined) await give(replied, { user, origin, desk, run: nowhere, ...given(brought.written) })
  }

  async function shared(file: SharedFile, event: MessageEvent, line: string, user: string, origin: Origin): Promise<void> {
    const desk = await deskOf(user, intentOfMessage(event, file.id), 'file')
    const asking: Asking = { user, origin, desk, run: nowhere }
    const got = await calls.download(file)
    if (got.ok) await give(await callbacks.file({ name: got.name, bytes: got.bytes }, desk, replyOf(event, line, { kind: 'nothing' })), asking)
    else await showCard(say.fileRefused(got.why, desk), asking)
  }

  return {
    async slash(body, ack) {
      await acknowledging(ack, logger)()
      const payload = SlashPayload.parse(body)
      const [user, origin] = [payload.user_id, originOfSlash(payload)]
      const line = unescapeText(payload.text)
      const brought: Brought = given(writtenAs(line))
      await through('command', { user, origin, brought }, async () => {
        const desk = await deskOf(user, intentOfSlash(payload), 'command', brought)
        const read = readWritten(payload.text, available(desk), { documents: false })
        if (read.kind === 'pasted') return
        const asking = { user, origin, desk, trigger: payload.trigger_id }
        const replied = read.kind === 'nothing' ? undefined : await callbacks.said({ words: line.trim(), isDocument: false, ...understoodIn(read) }, desk)
        if (replied !== undefined) await give(replied, { ...asking, run: nowhere, ...given(brought.written) })
        else await typed(read, line, asking, brought)
      })
    },

    async press(body, ack) {
      await acknowledging(ack, logger)()
      const payload = PressPayload.parse(body)
      const [action] = payload.actions
      const [user, origin] = [payload.user.id, originOfPress(payload)]
      const value = action?.value ?? action?.selected_option?.value
      // A menu set back to its placeholder asks for nothing.
      if (action === undefined || value === undefined || value === '') return
      const pressed = runOfValue(value)
      const command = byName(pressed?.command)
      const brought: Brought = given(pressed === undefined || command === undefined ? undefined : writtenIn(command, pressed.args))
      await through('button', { user, origin, brought }, async () => {
        const desk = await deskOf(user, intentOfPress(payload), 'button', brought)
        const asking = { user, origin, desk, trigger: payload.trigger_id, weight: weightOf(action.action_id), ...given(brought.written) }
        if (pressed === undefined || command === undefined) await showCard(say.outdated(desk.lang), { ...asking, run: nowhere, weight: 'run' })
        else await give(await run(command, pressed.args, desk), { ...asking, run: pressed })
      })
    },

    async shortcut(body, ack) {
      await acknowledging(ack, logger)()
      const payload = ShortcutPayload.parse(body)
      const [user, origin] = [payload.user.id, originOfShortcut(payload)]
      const words = unescapeText(payload.message.text)
      const brought: Brought = given(writtenAs(words))
      await through('button', { user, origin, brought }, async () => {
        const [desk, permalink] = await Promise.all([deskOf(user, intentOfShortcut(payload), 'button', brought), calls.permalinkOf({ conversation: payload.channel.id, ts: payload.message.ts })])
        const command = byName(commandOfShortcut(payload.callback_id))
        const asking = { user, origin, desk, trigger: payload.trigger_id, ...given(brought.written) }
        if (command === undefined) return showCard(say.outdated(desk.lang), { ...asking, run: nowhere })
        const args = { words, ...(permalink === undefined ? {} : { permalink }) }
        return give(await run(command, args, desk), { ...asking, run: { command: command.name.en, args } })
      })
    },

    async form(body, ack) {
      const payload = FormPayload.parse(body)
      const memory = recallForm(payload.view.private_metadata)
      const [user, origin] = [payload.user.id, memory.from]
      const acknowledge = acknowledging(ack, logger)
      const command = byName(memory.run.command)
      const args = argsOfForm(memory, payload.view.state.values, nullMeans)
      const brought: Brought = given(command === undefined ? undefined : writtenIn(command, args))
      await through('form', { user, origin, brought }, async () => {
        const callOff = stopwatch.after(formPatienceMs, () => void acknowledge())
        try {
          await sent()
        } finally {
          callOff()
          await acknowledge()
        }
      })

      async function sent(): Promise<void> {
        const desk = await deskOf(user, intentOfForm(payload), 'form', brought)
        const asking: Asking = { user, origin, desk, run: memory.run, ...given(brought.written) }
        if (command === undefined) return showCard(say.outdated(desk.lang), asking)
        const answer = await command.handle(args, desk)
        if (answer.kind === 'form') {
          const replaced = await acknowledge({ response_action: 'update', view: renderForm(answer.form, origin, desk.lang) })
          return replaced ? undefined : give(answer, asking)
        }
        const errors =
          answer.kind === 'args-refused' ? errorsOfIssues(answer.issues, (issue) => say.fieldRefused(issue, desk.lang)) : answer.kind === 'form-errors' ? answer.errors : undefined
        const reply = errors === undefined ? undefined : errorsReply(payload.view, errors)
        if (reply !== undefined && (await acknowledge(reply))) return undefined
        await acknowledge()
        if (answer.kind === 'args-refused') return showCard(reply === undefined ? say.argsRefused(command, answer.issues, desk) : errorCard(errors ?? {}), asking)
        return give(answer, asking)
      }
    },

    async message(given) {
      const event = MessageEvent.parse(given)
      const isWritten = event.subtype === undefined || event.subtype === 'file_share' || event.subtype === 'thread_broadcast'
      if (!isWithBot(event) || !isWritten || event.bot_id !== undefined || event.user === undefined) return
      await written(event, event.user, event.text)
    },

    async mention(given, bot) {
      const event = MessageEvent.parse(given)
      // In one's own conversation with the bot, the message itself has already come.
      if (isWithBot(event) || event.bot_id !== undefined || event.user === undefined) return
      await written(event, event.user, bot === undefined ? event.text.replace(/<@[A-Z0-9]+>/, ' ') : event.text.replaceAll(`<@${bot}>`, ' '))
    },

    async homeOpened(given) {
      const { user, tab } = HomeEvent.parse(given)
      if (tab !== 'home') return
      await through('home', { user, origin: { home: true, manner: 'private' } }, async () => publishHome(user, await spoken.of(user)))
    },

    localeChanged(given) {
      const { user } = LocaleEvent.parse(given)
      spoken.changed(user.id, user.locale)
    },

    idle, settled,
  }
}

/** For answers that no button leads to. */
const nowhere: Run = { command: 'help', args: {} }

/** A reply to the message that stands at the head of a thread. A pasted document keeps its line breaks, and so do replies. */
function replyOf({ channel, ts, thread_ts: thread }: MessageEvent, words: string, read: ReadLine): Reply {
  return {
    words: words.trim(),
    isDocument: read.kind === 'pasted',
    ...(thread === undefined || thread === ts ? {} : { to: { conversation: channel, ts: thread } }),
    ...understoodIn(read),
  }
}

const understoodIn = (read: ReadLine): Pick<Reply, 'understood'> => (read.kind === 'found' ? { understood: { command: read.command.name.en, args: read.command.typed(read.words), ...behind(read) } } : {})

/** Words that the command does not look at: it is asked the same with them and without. */
function behind({ command, words }: Extract<ReadLine, { kind: 'found' }>): { behind?: string } {
  return words.length > 0 && isDeepStrictEqual(command.typed(words), command.typed([])) ? { behind: words.join(' ') } : {}
}

const given = (written: Written | undefined): { written?: Written } => (written === undefined ? {} : { written })
