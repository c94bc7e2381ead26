// Acts as people in the local workspace: types, presses, fills in, and looks. For end-to-end tests and tools.
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { SlackMessage, WorkspaceState, type Block, type SlackView } from './local-slack-shapes.ts'
import { actionFor, valuesOf, type Filled, type Press } from './press.ts'
import { isAck, listenToWorkspace, patienceMs } from './workspace-news.ts'

/** Conditions that no news of the workspace announces (a key in Redis, a file) are looked at this often. */
const lookAgainMs = 50

/** Where a press happens: a message as it was seen. Its own blocks are used, so an old card can be pressed after it was redrawn. */
export type SeenMessage = { channel: string; ts: string; blocks?: readonly Block[] | undefined }

/** The outcome of sending a form: closed, refused with errors by block id, or another form in its place. */
export type Submitted = { outcome: 'closed' } | { outcome: 'errors'; errors: Record<string, string> } | { outcome: 'form'; form: SlackView }

/**
 * One driver is one browser page: it can act as anyone. `channel` is a channel's id or name, or a person's id for
 * that person's conversation with the bot. Everything that acts resolves once the bot has acknowledged (or after the
 * workspace's five seconds without): the answer itself may come later, so wait for it with `answer` or `until`.
 * The workspace has one form open at a time for everybody: do not fill in two forms at once.
 */
export type LocalSlackDriver = {
  /** Types a slash command: `typeCommand('U01', 'U01', '/duban 汇总')` types it in U01's conversation with the bot. */
  typeCommand: (user: string, channel: string, text: string) => Promise<void>
  /** Writes to the bot. Resolves to the message as posted. */
  sendDm: (user: string, text: string) => Promise<SlackMessage>
  /** Writes in any conversation; with `threadTs` in its thread. */
  sendMessage: (user: string, channel: string, text: string, threadTs?: string) => Promise<SlackMessage>
  /** Presses something on a message: `click('U01', { ...message, label: '正常推进' })`. Without blocks the message is fetched as it now is. */
  click: (user: string, what: SeenMessage & Press) => Promise<void>
  /** Opens a person's Home tab and resolves to it once the bot has published it anew. */
  openHome: (user: string) => Promise<SlackView>
  /** The Home tab last published for a person. */
  home: (user: string) => SlackView | undefined
  /** Presses something on a person's Home tab as last published. */
  clickHome: (user: string, press: Press) => Promise<void>
  /** The form on top, if one is open. */
  openForm: () => SlackView | undefined
  /** Waits until a form is open. */
  waitForForm: () => Promise<SlackView>
  /** Sends the open form. `filled` is by block id or action id; a field not named is sent as the page sends an untouched one: null. */
  submitForm: (user: string, filled: Filled) => Promise<Submitted>
  /** Closes the form without sending. */
  closeForm: (user: string) => Promise<void>
  /** Shares a file in a conversation, with words, in a thread. Resolves to the message that carries it. */
  upload: (user: string, channel: string, filename: string, bytes: Uint8Array, text?: string, threadTs?: string) => Promise<SlackMessage>
  /** The messages of a conversation, oldest first, threads included. With `seenBy`, without what is only visible to someone else. */
  messages: (channel: string, seenBy?: string) => Promise<SlackMessage[]>
  /** The messages between a person and the bot. */
  dm: (user: string) => Promise<SlackMessage[]>
  /** The id of a person's conversation with the bot; opens it when there is none. */
  dmChannel: (user: string) => Promise<string>
  /** Does something and resolves to what is then new or redrawn in a conversation, as `user` sees it: at least one message of the bot. */
  answer: (user: string, channel: string, act: () => Promise<unknown>) => Promise<SlackMessage[]>
  /** Waits until `look` finds something, looking at every piece of news. Throws, naming `what`, when it is not there in time. */
  until: <Found>(what: string, look: () => Found | undefined | Promise<Found | undefined>, withinMs?: number) => Promise<Found>
  close: () => void
}

/** @param control the address `startLocalSlack` answers with, ending in `/_control` */
export async function driveLocalSlack(control: string): Promise<LocalSlackDriver> {
  const origin = new URL(control).origin
  const news = await listenToWorkspace(`${origin.replace('http', 'ws')}/ui`)

  const post = async (path: string, body: unknown): Promise<unknown> => answerOf(path, await fetch(`${control}${path}`, json(body)))

  const workspace = async (): Promise<WorkspaceState> => WorkspaceState.parse(await (await fetch(`${control}/state`)).json())

  async function dmChannel(user: string): Promise<string> {
    const opened = await answerOf('conversations.open', await fetch(`${origin}/api/conversations.open`, json({ users: user })))
    return z.object({ channel: z.object({ id: z.string() }) }).parse(opened).channel.id
  }

  /** A conversation keeps its id: the whole workspace is asked for it once. */
  const known = new Map<string, string>()
  async function channelId(channel: string): Promise<string> {
    const id = known.get(channel) ?? (await channelIdOf(channel))
    known.set(channel, id)
    return id
  }

  async function channelIdOf(channel: string): Promise<string> {
    const { channels } = await workspace()
    const found = channels.find(({ id, name }) => id === channel || name === channel.replace(/^#/, ''))
    if (found !== undefined) return found.id
    if (channel.startsWith('U')) return dmChannel(channel)
    throw new Error(`no conversation ${channel}; there are: ${channels.map(({ id, name }) => `${id} ${name}`).join(', ')}`)
  }

  /** Looked at over and over while somebody waits: read again only when it is otherwise. */
  const read = new Map<string, { text: string; messages: SlackMessage[] }>()
  async function messagesIn(id: string): Promise<SlackMessage[]> {
    const text = await (await fetch(`${control}/messages/${encodeURIComponent(id)}`)).text()
    const before = read.get(id)
    if (before?.text === text) return before.messages
    const all = z.object({ messages: z.array(SlackMessage) }).parse(JSON.parse(text)).messages
    read.set(id, { text, messages: all })
    return all
  }

  async function messages(channel: string, seenBy?: string): Promise<SlackMessage[]> {
    const all = await messagesIn(await channelId(channel))
    return seenBy === undefined ? all : all.filter(({ ephemeral_to: only }) => only === undefined || only === seenBy)
  }

  async function sendMessage(user: string, channel: string, text: string, threadTs?: string): Promise<SlackMessage> {
    return posted(await post('/message', { channel: await channelId(channel), user, text, thread_ts: threadTs }))
  }

  async function click(user: string, { channel, ts, blocks, ...press }: SeenMessage & Press): Promise<void> {
    const inChannel = await channelId(channel)
    const seen = blocks ?? (await messages(inChannel)).find((message) => message.ts === ts)?.blocks ?? []
    await post('/interact', { channel: inChannel, messageTs: ts, user, action: actionFor(seen, press) })
  }

  async function openHome(user: string): Promise<SlackView> {
    const published = news.next((piece) => (piece.t === 'home' && piece.user === user ? piece.view : undefined), `the Home of ${user} to be published`)
    const [view] = await Promise.all([published, post('/open-home', { user })])
    return view
  }

  async function clickHome(user: string, press: Press): Promise<void> {
    const action = actionFor(news.home(user)?.blocks ?? [], press)
    // As the page does: a press on a Home has neither a channel nor a message, and only the WebSocket takes that.
    const [app] = (await workspace()).apps
    const acknowledged = news.next((piece) => (isAck(piece) ? true : undefined), 'the bot to acknowledge')
    news.send({ t: 'block_action', channel: '', messageTs: '', user, action, appId: app?.appId })
    await acknowledged
  }

  async function submitForm(user: string, filled: Filled): Promise<Submitted> {
    const form = news.forms().at(-1)
    if (form === undefined) throw new Error('no form is open')
    const values = valuesOf(form, filled)
    let acknowledged = false
    // A form redrawn by the bot before it acknowledges is not yet the outcome.
    const outcome = news.next((piece): Submitted | undefined => {
      if (isAck(piece)) acknowledged = true
      if (piece.t === 'view_errors') return { outcome: 'errors', errors: piece.errors }
      if (piece.t !== 'view' || !acknowledged) return undefined
      const next = piece.stack.at(-1)
      return next === undefined ? { outcome: 'closed' } : { outcome: 'form', form: next }
    }, 'the bot to take the form')
    news.send({ t: 'view_submit', user, values })
    return outcome
  }

  async function closeForm(user: string): Promise<void> {
    const closed = news.next((piece) => (piece.t === 'view' && piece.stack.length === 0 ? true : undefined), 'the form to close')
    news.send({ t: 'view_close', user })
    await closed
  }

  async function upload(user: string, channel: string, filename: string, bytes: Uint8Array, text?: string, threadTs?: string): Promise<SlackMessage> {
    const body = new FormData()
    body.append('channel', await channelId(channel))
    body.append('user', user)
    if (text !== undefined) body.append('text', text)
    if (threadTs !== undefined) body.append('thread_ts', threadTs)
    body.append('file', new Blob([Uint8Array.from(bytes)]), filename)
    return posted(await answerOf('/upload', await fetch(`${control}/upload`, { method: 'POST', body })))
  }

  async function until<Found>(what: string, look: () => Found | undefined | Promise<Found | undefined>, withinMs = patienceMs): Promise<Found> {
    const givesUpAt = performance.now() + withinMs
    for (;;) {
      const heard = news.anything(lookAgainMs)
      const from = performance.now()
      const found = await look()
      if (found !== undefined) return found
      if (performance.now() > givesUpAt) throw new Error(`waited ${withinMs} ms in vain for ${what}`)
      // Where much happens, no more than half of the time is spent on looking.
      await Promise.all([heard, setTimeout(performance.now() - from)])
    }
  }

  async function answer(user: string, channel: string, act: () => Promise<unknown>): Promise<SlackMessage[]> {
    const before = new Map((await messages(channel, user)).map((message) => [message.ts, JSON.stringify(message)]))
    await act()
    return until(`the bot to answer ${user} in ${channel}`, async () => {
      const changed = (await messages(channel, user)).filter((message) => before.get(message.ts) !== JSON.stringify(message))
      return changed.some(({ bot_id: bot }) => bot !== undefined) ? changed.filter(({ bot_id: bot }) => bot !== undefined) : undefined
    })
  }

  return {
    async typeCommand(user, channel, text) {
      const [command = '', ...rest] = text.split(' ')
      await post('/command', { channel: await channelId(channel), user, command, text: rest.join(' ') })
    },
    sendDm: async (user, text) => sendMessage(user, user, text),
    sendMessage,
    click,
    openHome,
    home: (user) => news.home(user),
    clickHome,
    openForm: () => news.forms().at(-1),
    waitForForm: async () => until('a form to open', () => news.forms().at(-1)),
    submitForm,
    closeForm,
    upload,
    messages,
    dm: async (user) => messages(user),
    dmChannel,
    answer,
    until,
    close: () => news.close(),
  }
}

const json = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

async function answerOf(asked: string, response: Response): Promise<unknown> {
  const answer = z.looseObject({ ok: z.boolean(), error: z.string().optional() }).parse(await response.json())
  if (!answer.ok) throw new Error(`${asked}: ${answer.error ?? 'refused'}`)
  return answer
}

const posted = (answer: unknown): SlackMessage => z.object({ message: SlackMessage }).parse(answer).message
