// A bad line to a server: it cuts connections, and loses answers after the server has done the work.
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type LossyProxy = {
  port: number
  /** Cuts the connection instead of bringing back the answer to the next request that holds `text`; answers when it has. */
  loseAnswerTo: (text: string) => Promise<void>
  /** Cuts the connection instead of passing on the next request that holds `text`; answers when it has. */
  loseRequest: (text: string) => Promise<void>
  /** Passes on the next answer that holds `text`, and cuts the connection behind it. */
  cutBehind: (text: string) => void
  /** Every connection that is open now. */
  cutAll: () => void
  /** How many connections were cut, by chance or on demand. */
  cuts: () => number
  stop: () => Promise<void>
}

type Trap = { what: 'answer' | 'request' | 'behind'; text: string; sprung: () => void }

/** `chance` says how often, out of 1, either direction of a connection fails at a piece of traffic; `random` gives a number from 0 to 1. */
export async function startLossyProxy({ serverPort, chance = 0, random = () => 1 }: { serverPort: number; chance?: number; random?: () => number }): Promise<LossyProxy> {
  const open = new Set<Socket>()
  const cutters = new Set<() => void>()
  let traps: Trap[] = []
  let cuts = 0

  const trapFor = (what: Trap['what'], piece: string): Trap | undefined => {
    const trap = traps.find((candidate) => candidate.what === what && piece.includes(candidate.text))
    traps = traps.filter((candidate) => candidate !== trap)
    return trap
  }

  const proxy = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1')
    let losing: Trap | undefined

    const cut = (trap?: Trap): void => {
      cuts += 1
      client.destroy()
      server.destroy()
      trap?.sprung()
    }
    const cutNow = (): void => cut()
    cutters.add(cutNow)
    client.on('close', () => cutters.delete(cutNow))
    client.on('data', (piece) => {
      const trap = trapFor('request', piece.toString())
      if (trap !== undefined || random() < chance) {
        cut(trap)
        return
      }
      losing ??= trapFor('answer', piece.toString())
      server.write(piece)
    })
    server.on('data', (piece) => {
      if (losing !== undefined || random() < chance) cut(losing)
      else {
        const behind = trapFor('behind', piece.toString())
        client.write(piece, () => {
          if (behind !== undefined) cut(behind)
        })
      }
    })
    for (const [socket, other] of [[client, server], [server, client]] as const) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  const trap = (what: Trap['what'], text: string): Promise<void> => new Promise((sprung) => traps.push({ what, text, sprung }))
  return {
    port: address.port,
    loseAnswerTo: (text) => trap('answer', text),
    loseRequest: (text) => trap('request', text),
    cutBehind: (text) => void trap('behind', text),
    cutAll: () => cutters.forEach((cutNow) => cutNow()),
    cuts: () => cuts,
    async stop() {
      const closed = once(proxy, 'close')
      proxy.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
