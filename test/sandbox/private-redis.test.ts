import { Redis } from 'ioredis'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { startPrivateRedis, type PrivateRedis } from '#src/sandbox/private-redis.ts'
import { lifeOf } from '#src/sandbox/process-life.ts'
import { ownFolder } from './own-folder.ts'

const logger = pino({ level: 'silent' })

async function redisIn(dir: string, port?: number): Promise<PrivateRedis> {
  const redis = await startPrivateRedis({ dir, logger, ...(port === undefined ? {} : { port }) })
  onTestFinished(redis.stop)
  return redis
}

function clientOf({ url }: PrivateRedis): Redis {
  const client = new Redis(url)
  client.on('error', () => undefined)
  onTestFinished(() => client.disconnect())
  return client
}

describe('the private Redis', () => {
  it('writes to the disk before it answers, and refuses rather than forgets', async () => {
    const client = clientOf(await redisIn(ownFolder()))
    const setting = async (name: string) => (await client.config('GET', name)) as unknown
    expect(await setting('appendonly')).toEqual(['appendonly', 'yes'])
    expect(await setting('appendfsync')).toEqual(['appendfsync', 'always'])
    expect(await setting('save')).toEqual(['save', ''])
    expect(await setting('maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction'])
  })

  it('can be reached from this machine only', async () => {
    expect(await clientOf(await redisIn(ownFolder())).config('GET', 'bind')).toEqual(['bind', '127.0.0.1'])
  })

  it('does not hear a Ctrl-C in the terminal, so that the bot can finish with it first', async () => {
    const redis = await redisIn(ownFolder())
    expect(() => process.kill(-redis.pid(), 0), 'it leads a process group of its own').not.toThrow()
  })

  it('comes back on the same port with all that it acknowledged, however it died', async () => {
    const redis = await redisIn(ownFolder())
    const client = clientOf(redis)
    for (let position = 1; position <= 50; position += 1) await client.xadd('log', `${position}-0`, 'body', '教育局')
    const killed = redis.pid()
    process.kill(killed, 'SIGKILL')

    // ioredis reconnects by itself to the port it knows.
    await vi.waitFor(async () => expect(await client.xlen('log')).toBe(50), { timeout: 10_000, interval: 20 })
    expect(redis.pid()).not.toBe(killed)
  })

  it('comes back as often as it dies', async () => {
    const redis = await redisIn(ownFolder())
    const client = clientOf(redis)
    for (const round of [1, 2, 3]) {
      expect(await client.incr('rounds')).toBe(round)
      const killed = redis.pid()
      process.kill(killed, 'SIGKILL')
      await vi.waitFor(() => expect(redis.pid()).not.toBe(killed), { timeout: 10_000, interval: 20 })
    }
    expect(await client.get('rounds')).toBe('3')
  })

  it('is gone after a stop, and goes on from its data at the next start', async () => {
    const dir = ownFolder()
    const first = await startPrivateRedis({ dir, logger })
    await clientOf(first).set('kept', 'yes')
    const pid = first.pid()
    await first.stop()
    expect(lifeOf(pid)).toBeUndefined()
    expect(await clientOf(await redisIn(dir)).get('kept')).toBe('yes')
  })

  it('refuses a folder that is in use, naming who uses it', async () => {
    const dir = ownFolder()
    await redisIn(dir)
    await expect(startPrivateRedis({ dir, logger })).rejects.toMatchObject({ why: { code: 'folder-in-use', dir, pid: process.pid } })
  })

  it('refuses a port that is taken, and leaves the folder free', async () => {
    const port = Number(new URL((await redisIn(ownFolder())).url).port)
    const dir = ownFolder()
    await expect(startPrivateRedis({ dir, port, logger })).rejects.toMatchObject({ why: { code: 'port-taken', port } })
    await redisIn(dir)
  })

  it('says so when none is installed', async () => {
    vi.stubEnv('PATH', '/nowhere')
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    await expect(startPrivateRedis({ dir: ownFolder(), logger })).rejects.toMatchObject({ why: { code: 'no-redis' } })
  })
})
