// Fetches a file that somebody shared with the bot.
import type { SharedFile } from './payloads.ts'
import { isTrusted } from './trusted-address.ts'

export type Downloaded =
  | { ok: true; name: string; bytes: Uint8Array }
  /** `forbidden`: the bot may not see it; `gone`: deleted, or kept outside Slack. */
  | { ok: false; why: { code: 'too-big'; name: string; limit: number } | { code: 'forbidden' | 'gone'; name: string } }

/** The largest plan seen was 2 MB; a file of this size with pictures still reads in seconds. */
export const fileBytesAtMost = 20 * 1024 * 1024

const timeoutMs = 30_000

/** @returns the bytes, or why not; throws when Slack cannot be reached */
export async function downloadFile(file: SharedFile, workspace: { botToken: string; apiUrl: string }): Promise<Downloaded> {
  const name = file.name ?? file.id
  const refused = (code: 'too-big' | 'forbidden' | 'gone'): Downloaded => ({ ok: false, why: code === 'too-big' ? { code, name, limit: fileBytesAtMost } : { code, name } })

  if ((file.size ?? 0) > fileBytesAtMost) return refused('too-big')
  // The token goes to Slack alone: a file kept elsewhere has an address elsewhere.
  if (file.url_private === undefined || !isTrusted(file.url_private, workspace.apiUrl)) return refused('gone')
  const answer = await fetch(file.url_private, {
    headers: { authorization: `Bearer ${workspace.botToken}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  // Slack answers with its sign-in page, by a redirect or in place, to whoever may not see the file.
  const isSignInPage = answer.headers.get('content-type')?.startsWith('text/html') === true && !/\.html?$/i.test(name)
  if (answer.status === 401 || answer.status === 403 || isRedirect(answer.status) || isSignInPage) return refused('forbidden')
  if (answer.status === 404 || answer.status === 410) return refused('gone')
  // An empty file: what to say of it is the reader's business.
  if (answer.status === 204) return { ok: true, name, bytes: new Uint8Array() }
  if (!answer.ok || answer.body === null) throw new Error(`the file could not be fetched: HTTP ${answer.status}`)
  const bytes = await readAtMost(answer.body, fileBytesAtMost)
  return bytes === undefined ? refused('too-big') : { ok: true, name, bytes }
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400

/** Undefined as soon as there is more than the limit; the rest is not fetched. */
async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > limit) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
