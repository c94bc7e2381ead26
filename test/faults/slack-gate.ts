// Stands between the bot and the Slack API, and can let a chosen call through, or not, before somebody is killed.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** `before`: the call never reaches Slack. `after`: Slack has done it, and the bot never hears of it. */
export type Moment = 'before' | 'after'

export type SlackGate = {
  apiUrl: string
  /** At the next chat.postMessage, does `what` at that moment and gives no answer. */
  atNextPost: (moment: Moment, what: () => void) => void
  /** Messages that Slack was asked to post and took. */
  posted: () => number
  close: () => Promise<void>
}

/** @param target the API of the local workspace, ending in /api/ */
export async function slackGate(target: string): Promise<SlackGate> {
  let armed: { moment: Moment; what: () => void } | undefined
  let posted = 0

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').split('/').at(-1) ?? ''
    const body = await bodyOf(request)
    const trap = method.startsWith('chat.postMessage') ? armed : undefined
    if (trap !== undefined) armed = undefined
    if (trap?.moment === 'before') {
      trap.what()
      return
    }
    const headers = { 'content-type': request.headers['content-type'] ?? 'application/json', authorization: request.headers.authorization ?? '' }
    const answer = await fetch(new URL(method, target), { method: 'POST', headers, body: Uint8Array.from(body) })
    const text = await answer.text()
    if (method.startsWith('chat.postMessage')) posted += 1
    if (trap?.moment === 'after') {
      trap.what()
      return
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  }

  const server = createServer((request, response) => {
    pass(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    atNextPost(moment, what) {
      armed = { moment, what }
    },
    posted: () => posted,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
