// What the local workspace sends and takes: only the fields the sandbox and its tests look at.
import { z } from 'zod'

/** One clickable or fillable thing inside a block. */
export const Element = z.looseObject({
  type: z.string(),
  action_id: z.string().optional(),
  value: z.string().optional(),
  text: z.looseObject({ text: z.string() }).optional(),
  options: z.array(z.looseObject({ value: z.string(), text: z.looseObject({ text: z.string() }) })).optional(),
})
export type Element = z.infer<typeof Element>

/** A block of a message, a Home or a form. A context block's elements are texts, so elements are read with `elementsOf`. */
export const Block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  elements: z.array(z.unknown()).optional(),
  accessory: z.unknown().optional(),
  element: z.unknown().optional(),
})
export type Block = z.infer<typeof Block>

/** A message as the workspace keeps it. `ephemeral_to` is the one person who sees it; the page shows it to everyone. */
export const SlackMessage = z.looseObject({
  ts: z.string(),
  channel: z.string(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  blocks: z.array(Block).optional(),
  subtype: z.string().optional(),
  ephemeral_to: z.string().optional(),
  thread_ts: z.string().optional(),
  edited: z.looseObject({ ts: z.string() }).optional(),
  files: z.array(z.looseObject({ id: z.string(), name: z.string().optional(), url_private: z.string().optional() })).optional(),
})
export type SlackMessage = z.infer<typeof SlackMessage>

/** A Home tab or an open form. */
export const SlackView = z.looseObject({
  id: z.string(),
  type: z.string(),
  callback_id: z.string().optional(),
  private_metadata: z.string().optional(),
  title: z.looseObject({ text: z.string() }).optional(),
  blocks: z.array(Block).default([]),
})
export type SlackView = z.infer<typeof SlackView>

const Channel = z.looseObject({ id: z.string(), name: z.string(), is_im: z.boolean(), members: z.array(z.string()) })
const BotApp = z.looseObject({ appId: z.string(), botUserId: z.string() })

/** The answer of `GET /_control/state`. */
export const WorkspaceState = z.looseObject({ apps: z.array(BotApp).min(1), channels: z.array(Channel) })
export type WorkspaceState = z.infer<typeof WorkspaceState>

const LogEntry = z.looseObject({ direction: z.string(), kind: z.string() })

/** What arrives over the page's WebSocket. What the driver has no use for only wakes those who wait. */
export const WorkspaceNews = z.union([
  z.looseObject({
    t: z.literal('init'),
    state: z.looseObject({ modalStack: z.array(SlackView), homeViews: z.record(z.string(), z.record(z.string(), SlackView)) }),
  }),
  z.looseObject({ t: z.literal('view'), stack: z.array(SlackView) }),
  z.looseObject({ t: z.literal('view_errors'), errors: z.record(z.string(), z.string()) }),
  z.looseObject({ t: z.literal('home'), user: z.string(), view: SlackView }),
  z.looseObject({ t: z.literal('log'), entry: LogEntry }),
  z.looseObject({ t: z.enum(['message', 'message_update', 'message_delete', 'channel', 'socket_status']) }),
])
export type WorkspaceNews = z.infer<typeof WorkspaceNews>

/** Everything clickable in these blocks, top to bottom, with the block it stands in. */
export function elementsOf(blocks: readonly Block[]): { block: Block; element: Element }[] {
  return blocks.flatMap((block) =>
    [...(block.type === 'actions' ? (block.elements ?? []) : []), block.accessory, block.element].flatMap((candidate) => {
      const element = Element.safeParse(candidate)
      return element.success && element.data.action_id !== undefined ? [{ block, element: element.data }] : []
    }),
  )
}

/** Every text a person reads in these blocks, top to bottom, a line each: for `toContain` and for looking at. */
export function wordsOf(seen: { text?: string | undefined; blocks?: readonly Block[] | undefined }): string {
  return [...new Set([...(seen.text === undefined ? [] : [seen.text]), ...textsIn(seen.blocks ?? [])])].join('\n')
}

function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, inside]) => (key === 'text' && typeof inside === 'string' ? [inside] : textsIn(inside)))
}
