// A server that answers Slack's methods as a test scripts it: what the local workspace never does (429, cuts, pages, refusals).
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = (asked: URLSearchParams, response: ServerResponse, request: IncomingMessage) => void

export const ok = (body: object): Answer => (_, response) => response.end(JSON.stringify({ ok: true, ...body }))
export const refused = (error: string): Answer => (_, response) => response.end(JSON.stringify({ ok: false, error }))
export const slowDown = (seconds: number): Answer => (_, response) => response.writeHead(429, { 'retry-after': String(seconds) }).end()
/** The request has arrived, the answer never does. */
export const cut: Answer = (_, response) => void response.destroy()

export type ScriptedSlack = { origin: string; apiUrl: string; asked: string[]; script: (path: string, ...answers: Answer[]) => void; stop: () => Promise<void> }

/** Each path gives its answers in turn, the last for ever. */
export async function scriptedSlack(): Promise<ScriptedSlack> {
  const scripts = new Map<string, Answer[]>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/(api\/)?/, '')
    asked.push(path)
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      const answers = scripts.get(path) ?? []
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? refused('unknown_method')
      response.setHeader('content-type', 'application/json')
      answer(new URLSearchParams(body), response, request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    apiUrl: `${origin}/api/`,
    asked,
    script: (path, ...answers) => void scripts.set(path, answers),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
