// The far end of Slack's connection as a test scripts it: who comes is greeted, left waiting or never let in, and may be cut off.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** `greets`: as Slack does. `fickle`: greets, and says goodbye in the same breath. `silent`: lets in, and says nothing. `shut`: never answers who knocks. */
export type Manner = 'greets' | 'fickle' | 'silent' | 'shut'
export type ScriptedSocket = {
  url: string
  manner: Manner
  /** How many have knocked since the beginning; how many are inside now, and how many still wait at the door. */
  knocked: () => number
  inside: () => number
  waiting: () => number
  /** Everybody is cut off without a word, as by a network that goes. */
  cut: () => void
  /** Slack says that it takes the connection back, as it does every few hours. */
  takeBack: () => void
  /** Hands an event to who is inside. */
  give: (envelope: object) => void
  stop: () => Promise<void>
}

const [textFrame, closeFrame, pingFrame, pongFrame] = [1, 8, 9, 10] as const

function frame(opcode: number, content: Buffer): Buffer {
  const length = content.length < 126 ? Buffer.from([content.length]) : Buffer.from([126, content.length >> 8, content.length & 255])
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, content])
}

/** The first whole frame of a client, whose contents are masked. */
function firstFrame(bytes: Buffer): { opcode: number; content: Buffer; rest: Buffer } | undefined {
  const short = (bytes[1] ?? 0) & 127
  const head = short < 126 ? 2 : 4
  if (bytes.length < head + 4) return undefined
  const length = short < 126 ? short : bytes.readUInt16BE(2)
  const end = head + 4 + length
  if (bytes.length < end) return undefined
  const mask = bytes.subarray(head, head + 4)
  return { opcode: (bytes[0] ?? 0) & 15, content: Buffer.from(bytes.subarray(head + 4, end).map((byte, at) => byte ^ (mask[at % 4] ?? 0))), rest: bytes.subarray(end) }
}

export async function scriptedSocket(): Promise<ScriptedSocket> {
  const all = new Set<Duplex>()
  const inside = new Set<Duplex>()
  let knocked = 0
  const tell = (message: object): void => inside.forEach((line) => line.write(frame(textFrame, Buffer.from(JSON.stringify(message)))))

  const server = createServer()
  server.on('upgrade', (request, line: Duplex) => {
    knocked += 1
    all.add(line)
    line.on('error', () => undefined).on('close', () => (all.delete(line), inside.delete(line)))
    // Read to its end even where nothing is answered: who goes away is not seen otherwise.
    line.on('end', () => line.destroy()).resume()
    if (socket.manner === 'shut') return
    const accepted = createHash('sha1').update(`${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    line.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`)
    inside.add(line)
    let unread = Buffer.alloc(0)
    line.on('data', (part: Buffer) => {
      unread = Buffer.concat([unread, part])
      for (let next = firstFrame(unread); next !== undefined; next = firstFrame(unread)) {
        unread = Buffer.from(next.rest)
        if (next.opcode === pingFrame) line.write(frame(pongFrame, next.content))
        if (next.opcode === closeFrame) line.end(frame(closeFrame, next.content))
      }
    })
    const hello = frame(textFrame, Buffer.from(JSON.stringify({ type: 'hello' })))
    if (socket.manner === 'greets') line.write(hello)
    if (socket.manner === 'fickle') line.write(Buffer.concat([hello, frame(closeFrame, Buffer.from([3, 232]))]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const socket: ScriptedSocket = {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`,
    manner: 'greets',
    knocked: () => knocked,
    inside: () => inside.size,
    waiting: () => all.size - inside.size,
    cut: () => all.forEach((line) => line.destroy()),
    takeBack: () => tell({ type: 'disconnect', reason: 'refresh_requested' }),
    give: tell,
    async stop() {
      all.forEach((line) => line.destroy())
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return socket
}
