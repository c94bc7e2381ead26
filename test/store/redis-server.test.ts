import { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { startRedisServer } from './redis-server.ts'

it('a killed server comes back on its port with what it had acknowledged', async () => {
  const server = await startRedisServer()
  const before = new Redis(server.url)
  await before.set('k', '督办')
  before.disconnect()
  await server.kill()
  await server.start()
  const after = new Redis(server.url)
  expect(await after.get('k')).toBe('督办')
  after.disconnect()
  await server.stop()
})
