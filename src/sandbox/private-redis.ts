// A Redis of our own, for whoever has not set REDIS_URL: nobody else's data, nobody else's settings.
import { createServer } from 'node:net'
import { cannotStart } from './cannot-start.ts'
import { claimFolder, servedFrom } from './claimed-folder.ts'
import { onPath } from './on-path.ts'
import { ServerDidNotStart, superviseServer, type SandboxLogger, type SupervisedServer } from './supervised-server.ts'

export type PrivateRedis = {
  url: string
  pid: () => number
  /** Lets it finish what it writes, and waits until it is gone. */
  stop: () => Promise<void>
}

/** Between finding a free port and Redis taking it, another program may be quicker. */
const triesForAFreePort = 3

/**
 * Starts redis-server (or valkey-server) on 127.0.0.1 with its data in `dir`, and resolves once it has loaded them.
 * Every write is on the disk before it is answered. When it dies it is started again on the same port and folder,
 * so a client that reconnects finds its data.
 *
 * @param port any free one if left out
 * @param dir for its data and pid files; one running Redis a folder
 * Throws SandboxCannotStart when the folder or the port is taken, or no such program is installed.
 */
export async function startPrivateRedis({ dir, port, logger }: { dir: string; port?: number; logger: SandboxLogger }): Promise<PrivateRedis> {
  const file = onPath(['redis-server', 'valkey-server'])
  if (file === undefined) throw cannotStart({ code: 'no-redis' })
  const folder = claimFolder(dir)
  try {
    const { server, port: taken } = await startOn(port, { file, dir, logger })
    return {
      url: `redis://127.0.0.1:${taken}`,
      ...servedFrom(folder, server),
    }
  } catch (cause) {
    folder.release()
    throw cause
  }
}

type Where = { file: string; dir: string; logger: SandboxLogger }

async function startOn(wanted: number | undefined, where: Where, triesLeft = triesForAFreePort): Promise<{ server: SupervisedServer<true>; port: number }> {
  const port = wanted ?? (await freePort())
  try {
    return { server: await superviseServer(redisProgram(port, where)), port }
  } catch (cause) {
    if (!(cause instanceof ServerDidNotStart)) throw cause
    const isTaken = cause.output.includes('Address already in use')
    if (isTaken && wanted === undefined && triesLeft > 1) return startOn(undefined, where, triesLeft - 1)
    throw cannotStart(isTaken ? { code: 'port-taken', port } : { code: 'redis-failed', output: cause.output }, cause)
  }
}

const redisProgram = (port: number, { file, dir, logger }: Where) => ({
  name: 'redis',
  file,
  args: () => [
    ...['--bind', '127.0.0.1', '--port', String(port), '--dir', dir],
    // What is answered is on the disk; no second form of storage; a full memory refuses rather than forgets.
    ...['--appendonly', 'yes', '--appendfsync', 'always', '--save', '', '--maxmemory-policy', 'noeviction'],
    // As a child whose output we read, whatever the system's habits are.
    ...['--daemonize', 'no', '--logfile', '', '--loglevel', 'notice'],
  ],
  ready: (line: string): true | undefined => (line.includes('Ready to accept connections') ? true : undefined),
  dir,
  logger,
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1')
  return address.port
}
