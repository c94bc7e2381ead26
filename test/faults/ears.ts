// Hears all that is shown in the local workspace, and all that people do which goes out to the bots.
import { WebSocket } from 'undici'
import { z } from 'zod'
import { elementsOf, SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { runOfValue } from '#src/slack/run-value.ts'
import { TaskNo } from '#src/ledger/ids.ts'
import { keyOf, said } from '#test/e2e/conversation.ts'
import { marksIn, type Deed, type Shown } from './history.ts'

const Envelope = z.looseObject({
  user_id: z.string().optional(),
  text: z.string().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  actions: z.array(z.looseObject({ value: z.string().optional() })).optional(),
  event: z.looseObject({ type: z.string(), user: z.string().optional(), bot_id: z.string().optional(), text: z.string().optional() }).optional(),
})
const News = z.union([
  z.looseObject({ t: z.enum(['message', 'message_update']), message: SlackMessage }),
  z.looseObject({ t: z.literal('log'), entry: z.looseObject({ direction: z.literal('to_bot'), kind: z.enum(['slash_commands', 'interactive', 'events_api']), detail: Envelope }) }),
])

/** A button somebody has before them. */
export type Pressable = { channel: string; ts: string; command: string; action: Record<string, unknown> }

/** What one episode heard. `person`: whose conversation it is; of others nothing is kept. */
export type Heard = {
  person: (channel: string) => string | undefined
  shown: (shown: Omit<Shown, 'at'>) => void
  did: (deed: Deed) => void
}

export class Ears {
  readonly #socket: WebSocket
  #heard: Heard | undefined
  /** The last look of each message, by place. */
  #messages = new Map<string, SlackMessage>()

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data))))
  }

  /** @param control as `startLocalSlack` gives it */
  static async open(control: string): Promise<Ears> {
    const socket = new WebSocket(`${new URL(control).origin.replace('http', 'ws')}/ui`)
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('message', () => resolve(), { once: true })
      socket.addEventListener('error', () => reject(new Error('the local workspace cannot be heard')), { once: true })
    })
    return new Ears(socket)
  }

  /** From now on this episode is the one that hears. */
  tell(heard: Heard | undefined): void {
    this.#heard = heard
    this.#messages = new Map()
  }

  /** What somebody can press, latest first. */
  pressables(channel: string): Pressable[] {
    const messages = [...this.#messages.values()].filter((message) => message.channel === channel).toReversed()
    return messages.flatMap(({ ts, blocks }) =>
      elementsOf(blocks ?? []).flatMap(({ block, element }) => {
        const run = element.type === 'button' ? runOfValue(element.value ?? '') : undefined
        return run === undefined ? [] : [{ channel, ts, command: run.args['confirmed'] === true ? `${run.command}!` : run.command, action: { type: element.type, action_id: element.action_id, block_id: block.block_id, value: element.value, text: element.text } }]
      }),
    )
  }

  close(): void {
    this.#socket.close()
  }

  #hear(piece: unknown): void {
    const news = News.safeParse(piece)
    if (!news.success || this.#heard === undefined) return
    if (news.data.t === 'log') this.#did(news.data.entry.detail, this.#heard)
    else this.#shown(news.data.message, this.#heard)
  }

  #shown(message: SlackMessage, { person, shown }: Heard): void {
    const to = message.ephemeral_to ?? person(message.channel)
    if (message.bot_id === undefined || to === undefined) return
    this.#messages.set(`${message.channel} ${message.ts}`, message)
    shown({ to, ts: message.ts, words: said(message), key: keyOf(message) })
  }

  #did({ user_id: typing, text, user, actions, event }: z.infer<typeof Envelope>, { did }: Heard): void {
    if (event?.bot_id !== undefined) return
    const by = typing ?? user?.id ?? event?.user
    if (by === undefined) return
    for (const mark of marksIn(text ?? event?.text ?? '')) did({ by, mark })
    const value = actions?.[0]?.value ?? ''
    // 按30%更正 carries the words that were refused: they are said once more.
    const again = marksIn(value)
    for (const mark of again) did({ by, mark })
    const run = runOfValue(value)
    const task = TaskNo.safeParse(Number(/^p1-(\d{1,4})$/.exec(String(run?.args['task']))?.[1]))
    if (run?.command === 'report' && task.success && again.length === 0) did({ by, pressed: task.data })
  }
}
