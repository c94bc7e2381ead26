// What Slack sends, as far as it is looked at. A border: everything here comes from outside.
import { z } from 'zod'
import { FormState } from './form-values.ts'

export const SlashPayload = z.looseObject({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
})
export type SlashPayload = z.infer<typeof SlashPayload>

/** `message` is missing for a private note in Slack; on Home, `channel` is too (the local workspace sends an empty id). */
export const PressPayload = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z.looseObject({ is_ephemeral: z.boolean().optional(), message_ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  channel: z.looseObject({ id: z.string() }).optional(),
  message: z
    .looseObject({
      ts: z.string(),
      thread_ts: z.string().optional(),
      subtype: z.string().optional(),
      blocks: z.array(z.looseObject({ block_id: z.string().optional() })).optional(),
    })
    .optional(),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        action_ts: z.string().optional(),
        value: z.string().nullish(),
        selected_option: z.looseObject({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
})
export type PressPayload = z.infer<typeof PressPayload>

/** A message that somebody brought to a command from its menu. */
export const ShortcutPayload = z.looseObject({
  callback_id: z.string(),
  user: z.looseObject({ id: z.string() }),
  channel: z.looseObject({ id: z.string() }),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  message: z.looseObject({ ts: z.string(), text: z.string().default('') }),
})
export type ShortcutPayload = z.infer<typeof ShortcutPayload>

export const FormPayload = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  view: z.looseObject({
    id: z.string(),
    private_metadata: z.string(),
    state: z.looseObject({ values: FormState }),
    blocks: z.array(z.looseObject({ block_id: z.string().optional(), element: z.looseObject({ action_id: z.string().optional() }).optional() })),
  }),
})
export type FormPayload = z.infer<typeof FormPayload>

export const SharedFile = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().optional(),
})
export type SharedFile = z.infer<typeof SharedFile>

/** A message somebody wrote: in their conversation with the bot, or naming the bot elsewhere. */
export const MessageEvent = z.looseObject({
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(SharedFile).optional(),
})
export type MessageEvent = z.infer<typeof MessageEvent>

export const HomeEvent = z.looseObject({ user: z.string(), tab: z.string().default('home') })
export type HomeEvent = z.infer<typeof HomeEvent>

export const LocaleEvent = z.looseObject({ user: z.looseObject({ id: z.string(), locale: z.string().optional() }) })
