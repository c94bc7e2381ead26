import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Draft, DraftId } from '#src/ledger/draft.ts'
import { redisDrafts, type Drafts } from '#src/store/drafts.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'

const draft = Draft.parse({ source: '方案.docx', text: '一、总体要求\n（一）……', by: { platform: 'slack', id: 'U01' }, at: '2026-06-30T01:02:03.004Z' })

describe('a draft that waits for 确认', () => {
  let server: RedisServer
  let redis: Redis
  let drafts: Drafts
  beforeAll(async () => {
    server = await startRedisServer()
    redis = new Redis(server.url)
    drafts = redisDrafts(redis)
  })
  afterAll(async () => {
    redis.disconnect()
    await server.stop()
  })

  it('is found as it was kept, until it is dropped', async () => {
    const id = await drafts.keep(draft)
    expect(await drafts.find(id)).toEqual(draft)
    await drafts.drop(id)
    expect(await drafts.find(id)).toBeUndefined()
  })

  it('is the same draft when the same file comes twice, and another when another part of it was chosen', async () => {
    const id = await drafts.keep(draft)
    expect(await drafts.keep({ ...draft, at: Draft.shape.at.parse('2026-06-30T01:02:09.000Z') })).toBe(id)
    expect(await drafts.keep({ ...draft, part: 2 })).not.toBe(id)
  })

  it('is forgotten after 30 days', async () => {
    const id = await drafts.keep(draft)
    const days = (await redis.ttl(`{draft:${id}}`)) / 86_400
    expect(days).toBeGreaterThan(29.9)
    expect(days).toBeLessThanOrEqual(30)
  })

  it('that this release does not understand is as good as gone', async () => {
    await redis.set('{draft:d0ld000}', '{"name":"…"}')
    expect(await drafts.find(DraftId.parse('d0ld000'))).toBeUndefined()
  })
})
