// A Redis of a test's own: real, on a free port of this machine, in a folder that goes with it.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type RedisServer = {
  url: string
  port: number
  /** Where every write stands before it is answered, in the order of all of them. */
  appendFile: string
  /** SIGKILL: what was acknowledged is in its file. */
  kill: () => Promise<void>
  /** Again on the same port and the same file, after `kill`. */
  start: () => Promise<void>
  /** It takes connections and bytes, and answers nothing until `thaw`. */
  freeze: () => void
  thaw: () => void
  /** For good: process and folder. */
  stop: () => Promise<void>
}

/** Starts as the product runs it: every write is on disk before it is answered. */
export async function startRedisServer(): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-redis-'))
  let port = 0
  let running: ChildProcess | undefined

  for (let tries = 1; running === undefined; tries += 1) {
    port = await freePort()
    try {
      running = await launch(port, folder)
    } catch (error) {
      // Somebody took the port between asking and starting.
      if (tries === 5) throw error
    }
  }

  const kill = async (): Promise<void> => {
    const dying = running
    running = undefined
    if (dying === undefined || dying.exitCode !== null) return
    const gone = once(dying, 'exit')
    dying.kill('SIGKILL')
    await gone
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    appendFile: join(folder, 'appendonlydir', 'appendonly.aof.1.incr.aof'),
    kill,
    async start() {
      running ??= await launch(port, folder)
    },
    freeze: () => void running?.kill('SIGSTOP'),
    thaw: () => void running?.kill('SIGCONT'),
    async stop() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function launch(port: number, folder: string): Promise<ChildProcess> {
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--appendfsync', 'always', '--save', '', '--maxmemory-policy', 'noeviction'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const withUs = (): void => void server.kill('SIGKILL')
  process.once('exit', withUs)
  server.once('exit', () => process.off('exit', withUs))

  const failed = Promise.race([
    once(server, 'error').then(([error]) => Promise.reject(error as Error)),
    once(server, 'exit').then(() => Promise.reject(new Error(`redis-server did not start on port ${port}`))),
  ])
  failed.catch(() => undefined)
  const ready = new Promise<void>((resolve) => {
    createInterface(server.stdout).on('line', (line) => {
      if (line.includes('Ready to accept connections')) resolve()
    })
  })
  await Promise.race([ready, failed])
  return server
}
