// Stands between a bot and Slack, and at a chosen message lets something happen: the call lost, late, or somebody killed. The connection over which acts come can be cut.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { startLossyProxy } from '#test/store/lossy-proxy.ts'

/** `before`: Slack has not heard of the call yet. `after`: Slack has done it, and the bot does not know. */
export type Moment = 'before' | 'after'

/** `what` may take its time. `goesOn`: the call, or its answer, is passed on afterwards; else the bot never hears of it. */
export type Trap = { moment: Moment; what: () => Promise<void> | void; goesOn: boolean }

export type SlackGate = {
  apiUrl: string
  /** At the next chat.postMessage that no other trap waits for. */
  atNextPost: (trap: Trap) => void
  /** Acts come over it, and that they came is said over it. */
  cutSocket: () => void
  /** Before the bot is given an address for acts the next time. */
  atNextConnect: (what: () => Promise<void>) => void
  /** Right behind the next act that comes: before it can be said that it came. */
  cutSocketAtNextAct: () => void
  /** Calls that are on their way. */
  passing: () => number
  close: () => Promise<void>
}

const nothingFirst = async (): Promise<void> => Promise.resolve()
const Opened = z.looseObject({ url: z.string().optional() })

/** @param target the API of the local workspace, ending in /api/ */
export async function slackGate(target: string): Promise<SlackGate> {
  const traps: Trap[] = []
  let passing = 0
  let beforeConnect = nothingFirst
  const socket = await startLossyProxy({ serverPort: Number(new URL(target).port) })

  /** Answers whether the call goes on. */
  async function springs(trap: Trap | undefined, moment: Moment, response: ServerResponse): Promise<boolean> {
    if (trap?.moment !== moment) return true
    await trap.what()
    if (!trap.goesOn) response.destroy()
    return trap.goesOn
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').split('/').at(-1) ?? ''
    const body = await bodyOf(request)
    const trap = method.startsWith('chat.postMessage') ? traps.shift() : undefined
    if (!(await springs(trap, 'before', response))) return
    const headers = { 'content-type': request.headers['content-type'] ?? 'application/json', authorization: request.headers.authorization ?? '' }
    const answer = await fetch(new URL(method, target), { method: 'POST', headers, body: Uint8Array.from(body) })
    const text = await (method === 'apps.connections.open' ? throughSocket(answer) : answer.text())
    if (!(await springs(trap, 'after', response))) return
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  }

  /** The address for acts, with our own line in between. */
  async function throughSocket(answer: Response): Promise<string> {
    const before = beforeConnect
    beforeConnect = nothingFirst
    await before()
    const opened = Opened.parse(await answer.json())
    if (opened.url === undefined) return JSON.stringify(opened)
    const url = new URL(opened.url)
    url.port = String(socket.port)
    return JSON.stringify({ ...opened, url: url.href })
  }

  const server = createServer((request, response) => {
    passing += 1
    pass(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined)).finally(() => (passing -= 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    apiUrl: `http://127.0.0.1:${address.port}/api/`,
    atNextPost: (trap) => void traps.push(trap),
    cutSocket: socket.cutAll,
    passing: () => passing,
    atNextConnect: (what) => (beforeConnect = what),
    cutSocketAtNextAct: () => socket.cutBehind('envelope_id'),
    async close() {
      await socket.stop()
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
