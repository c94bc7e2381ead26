import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { startLocalSlack } from '#src/sandbox/local-slack.ts'
import { startPrivateRedis } from '#src/sandbox/private-redis.ts'
import { lifeOf } from '#src/sandbox/process-life.ts'
import { ownFolder } from './own-folder.ts'
import { smallWorkspace } from './small-workspace.ts'

const logger = pino({ level: 'silent' })
const Started = z.object({ redis: z.object({ url: z.string(), pid: z.number() }), slack: z.object({ page: z.string(), pid: z.number() }) })

async function anotherStart(dir: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/sandbox/another-start.ts', dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, ...Started.parse(JSON.parse(line)) }
}

it('a second start is refused while the first one runs, and takes over what it left when it was killed', async () => {
  const dir = ownFolder()
  const first = await anotherStart(dir)
  const client = new Redis(first.redis.url)
  await client.set('kept', 'yes')
  client.disconnect()

  const inRedisFolder = { dir: join(dir, 'redis'), logger }
  const inSlackFolder = { workspace: smallWorkspace, port: Number(new URL(first.slack.page).port), dir: join(dir, 'slack'), logger }
  const taken = { why: { code: 'folder-in-use', pid: first.child.pid } }
  await expect(startPrivateRedis(inRedisFolder)).rejects.toMatchObject(taken)
  await expect(startLocalSlack(inSlackFolder)).rejects.toMatchObject(taken)

  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  expect(lifeOf(first.redis.pid), 'the killed start could not stop its Redis').toBeDefined()
  expect(lifeOf(first.slack.pid), 'nor its workspace').toBeDefined()

  const redis = await startPrivateRedis(inRedisFolder)
  onTestFinished(redis.stop)
  const slack = await startLocalSlack(inSlackFolder)
  onTestFinished(slack.stop)
  expect(lifeOf(first.redis.pid)).toBeUndefined()
  expect(lifeOf(first.slack.pid)).toBeUndefined()
  expect(slack.page, 'the port of the one left over is free again').toBe(first.slack.page)
  const after = new Redis(redis.url)
  onTestFinished(() => after.disconnect())
  expect(await after.get('kept')).toBe('yes')
})
