// The conversations of a running sandbox, as its people have them.
import type { LocalSlackDriver } from '#src/sandbox/local-slack-driver.ts'
import { elementsOf, wordsOf, type SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import type { Press } from '#src/sandbox/press.ts'

/** Who is who in the sample county, by what they do in these stories. */
export const people = {
  secretary: 'U0DBMS01', leader: 'U0DBLD01', aide: 'U0DBLL01', admin: 'U0DBGL01', stranger: 'U0DBXR01', educationHead: 'U0DBHD01',
  education: 'U0DBJY01', finance: 'U0DBCZ01', personnel: 'U0DBRS01', development: 'U0DBFG01', housing: 'U0DBZJ01',
  health: 'U0DBWJ01', establishment: 'U0DBBB01', qingshi: 'U0DBQS01', liuhe: 'U0DBLH01',
} as const
export const everyone: readonly string[] = Object.values(people)

/** What a message says, as its reader sees it: a line each, without the marks of bold. */
export const said = (message: Parameters<typeof wordsOf>[0]): string => wordsOf(message).replaceAll('*', '')

/** What can be pressed on a message, by its words, top to bottom; what stands behind … is not seen. */
export const buttons = (message: Pick<SlackMessage, 'blocks'>): string[] => elementsOf(message.blocks ?? []).filter(({ element }) => element.type !== 'overflow').map(({ element }) => element.text?.text ?? element.type)

const keyOfBlock = /^((?:digest|prompt|brief)\/.+)~[^~]*$/

/** The key of a message that the bot sent of its own accord; undefined for answers and greetings. */
export const keyOf = ({ blocks }: Pick<SlackMessage, 'blocks'>): string | undefined =>
  (blocks ?? []).flatMap((block) => keyOfBlock.exec(block.block_id ?? '')?.[1] ?? [])[0]

export type Conversations = {
  /** Types to the bot in one's own conversation, `/duban …` or a plain message, and resolves to the answer. */
  type: (person: string, text: string) => Promise<SlackMessage>
  /** Writes in the thread of a message, and resolves to the answer. */
  reply: (person: string, message: SlackMessage, text: string) => Promise<SlackMessage>
  /** Shares a file with the bot and resolves to what is said of the file; the words beside it are answered after that. */
  share: (person: string, name: string, bytes: Uint8Array, words?: string, to?: SlackMessage) => Promise<SlackMessage>
  /** Presses a button of a message as it was seen, and resolves to what the person is told. */
  press: (person: string, message: SlackMessage, button: string | Press) => Promise<SlackMessage>
  /** Sends the open form and resolves to the answer. */
  send: (person: string, filled: Parameters<LocalSlackDriver['submitForm']>[1]) => Promise<SlackMessage>
  /** What the bot sent a person of its own accord, oldest first. */
  told: (person: string) => Promise<SlackMessage[]>
  /** Waits for a message that the bot sends of its own accord, with these words in it. */
  hears: (person: string, words: string | RegExp) => Promise<SlackMessage>
  /** Waits until a message reads like this. */
  becomes: (person: string, message: SlackMessage, words: string | RegExp) => Promise<SlackMessage>
}

export function conversationsOf(slack: LocalSlackDriver): Conversations {
  const matches = (message: SlackMessage, words: string | RegExp): boolean => (typeof words === 'string' ? said(message).includes(words) : words.test(said(message)))

  /** An answer is for the one who asked; what was sent meanwhile is not it. What is typed is answered in a message of its own, what is pressed or sent may be answered where it stood. */
  async function answerTo(person: string, act: () => Promise<unknown>, where = person, answered: 'apart' | 'first' | 'anywhere' = 'anywhere'): Promise<SlackMessage> {
    const before = new Map((await slack.messages(where, person)).map((message) => [message.ts, JSON.stringify(message)]))
    await act()
    return slack.until(`an answer to ${person}`, async () => {
      const changed = (await slack.messages(where, person)).filter((message) => message.bot_id !== undefined && (answered === 'anywhere' ? before.get(message.ts) !== JSON.stringify(message) : !before.has(message.ts)))
      const isAnswer = (message: SlackMessage): boolean => keyOf(message) === undefined
      return answered === 'first' ? changed.find(isAnswer) : changed.findLast(isAnswer)
    })
  }

  const told = async (person: string): Promise<SlackMessage[]> => (await slack.dm(person)).filter((message) => keyOf(message) !== undefined)

  return {
    type: async (person, text) => answerTo(person, async () => (text.startsWith('/') ? slack.typeCommand(person, person, text) : slack.sendDm(person, text)), person, 'apart'),
    reply: async (person, { channel, ts, thread_ts: thread }, text) => answerTo(person, async () => slack.sendMessage(person, channel, text, thread ?? ts)),
    share: async (person, name, bytes, words, to) => answerTo(person, async () => slack.upload(person, person, name, bytes, words, to?.ts), person, 'first'),
    press: async (person, { channel, ts, blocks }, button) => answerTo(person, async () => slack.click(person, { channel, ts, blocks, ...(typeof button === 'string' ? { label: button } : button) }), channel),
    send: async (person, filled) => answerTo(person, async () => {
      const sent = await slack.submitForm(person, filled)
      if (sent.outcome !== 'closed') throw new Error(`the form was not taken: ${JSON.stringify(sent)}`)
    }),
    told,
    hears: async (person, words) => slack.until(`${person} to be told ${String(words)}`, async () => (await told(person)).findLast((message) => matches(message, words))),
    becomes: async (person, { ts }, words) =>
      slack.until(`a message of ${person} to read ${String(words)}`, async () => (await slack.dm(person)).find((message) => message.ts === ts && matches(message, words))),
  }
}
