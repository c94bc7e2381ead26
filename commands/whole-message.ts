// 全部: all that a message of the morning counts, in its order; its seven lines are only the first of it.
import { z } from 'zod'
import { command, type Answer } from '#src/command.ts'
import { mine } from './mine.ts'
import { messageAgain, sentMessage } from './sent-message.ts'

export const wholeMessage = command({
  name: { zh: '整条提醒', en: 'whole-message' },
  usage: { zh: '（由提醒里的“全部”按钮发出）', en: '(sent by the button “All” of a reminder)' },
  about: { zh: '看一条提醒里的全部事项', en: 'all that a reminder counts' },
  group: 'look',
  may: 'see',
  hidden: true,
  args: z.object({ message: z.string().max(255).default(''), page: z.coerce.number().int().min(1).max(999).default(1) }),
  typed: () => ({}),
  async run({ message, page }, desk): Promise<Answer> {
    const sent = sentMessage(message, desk)
    const card = sent === undefined ? undefined : messageAgain(sent, desk, { page })
    // Of a message that is known no more, what stands.
    if (card !== undefined) return { kind: 'card', card, ...(page > 1 ? { replaces: true } : {}) }
    const shown = await mine.handle({}, desk)
    return shown.kind === 'args-refused' ? { kind: 'form-errors', errors: {} } : shown
  },
})
