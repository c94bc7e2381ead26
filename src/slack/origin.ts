// Where somebody asked, kept so that the answer comes to the same place: in hand while a click is handled, in a form's memory until it is sent.
import { z } from 'zod'

export const Origin = z.object({
  /** Missing where there is no conversation: a person's Home. */
  conversation: z.string().optional(),
  thread: z.string().optional(),
  /** Slack's address for answers to this one act: five answers in half an hour. */
  responseUrl: z.string().optional(),
  /** The message that was pressed. `key`: of a delivered message. */
  message: z.object({ ts: z.string(), key: z.string().optional(), ephemeral: z.boolean() }).optional(),
  /** Asked on Home, which is then drawn again. */
  home: z.boolean().optional(),
  /** A private note, or an ordinary message: the latter for what was written in one's own conversation with the bot. */
  manner: z.enum(['private', 'message']),
})
export type Origin = z.infer<typeof Origin>
