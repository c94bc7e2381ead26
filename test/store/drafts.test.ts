import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DoubtKey, type Correction } from '#src/ledger/correction.ts'
import { Draft, DraftId } from '#src/ledger/draft.ts'
import { redisDrafts, type Drafts } from '#src/store/drafts.ts'
import { storeConnection } from '#src/store/connection.ts'
import { ready } from './ready.ts'
import { startRedisServer, type RedisServer } from './redis-server.ts'

const draft = Draft.parse({ corrections: [], source: '方案.docx', text: '一、总体要求\n（一）……', by: { platform: 'slack', id: 'U01' }, at: '2026-06-30T01:02:03.004Z' })

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

  describe('and is put right meanwhile', () => {
    const on = (act: string, at = '2026-06-30T02:00:00.000Z') => ({ id: act, at: Draft.shape.at.parse(at) })
    const answer = (at: number, words: string): Correction => ({ type: 'answer', doubt: DoubtKey.parse(`year-blank@${at}`), quote: '20__年', answer: words })
    const kept = async (name: string) => drafts.keep({ ...draft, source: name })

    it('keeps what was put right, in the order in which it was, also when the same file comes again', async () => {
      const id = await kept('一.docx')
      expect(await drafts.correct(id, on('act-1'), answer(3, '2026年'))).toBe('kept')
      await drafts.correct(id, on('act-2'), answer(9, '2027年'))
      expect(await kept('一.docx')).toBe(id)
      expect((await drafts.find(id))?.corrections).toEqual([answer(3, '2026年'), answer(9, '2027年')])
    })

    it('loses neither of many that come at once', async () => {
      const id = await kept('二.docx')
      const all = Array.from({ length: 20 }, (_, at) => answer(at, '2026年'))
      await Promise.all(all.map(async (correction, at) => drafts.correct(id, on(`act-${at}`), correction)))
      expect((await drafts.find(id))?.corrections).toHaveLength(20)
    })

    it('keeps an act once, however often it is delivered, and not over what was said since', async () => {
      const id = await kept('三.docx')
      await drafts.correct(id, on('act-1'), answer(3, '2026年'))
      await drafts.correct(id, on('act-2'), answer(3, '2027年'))
      expect(await drafts.correct(id, on('act-1'), answer(3, '2026年'))).toBe('kept')
      expect((await drafts.find(id))?.corrections.at(-1)).toEqual(answer(3, '2027年'))
    })

    it('takes no more than 2000', async () => {
      const id = await kept('四.docx')
      await redis.rpush(`{draft:${id}}:corrections`, ...Array.from({ length: 2000 }, (_, at) => JSON.stringify(answer(at, '2026年'))))
      expect(await drafts.correct(id, on('one-more'), answer(1, '2026年'))).toBe('full')
    })

    it('is kept as a whole for another 30 days, with the list of its person, whenever it is worked on or comes again', async () => {
      const by = { platform: 'slack', id: 'U78' }
      const id = await drafts.keep({ ...draft, by })
      const keys = [`{draft:${id}}`, `{draft:${id}}:corrections`, `{draft:${id}}:acts`, '{drafts:slack:U78}']
      for (const again of [async () => drafts.correct(id, on('act-1'), answer(3, '2026年')), async () => drafts.keep({ ...draft, by })]) {
        for (const key of keys) await redis.expire(key, 60)
        await again()
        for (const key of keys) expect(await redis.ttl(key), key).toBeGreaterThan(29 * 86_400)
      }
    })

    it('stays among those of its person, and the first, however many were sent since', async () => {
      const by = { platform: 'slack', id: 'U79' }
      const id = await drafts.keep({ ...draft, by })
      for (let at = 0; at < 25; at++) {
        const minute = String(at).padStart(2, '0')
        await drafts.keep({ ...draft, by, source: `${at}.docx`, at: Draft.shape.at.parse(`2026-07-01T01:${minute}:00.000Z`) })
        await drafts.correct(id, on(`act-${at}`, `2026-07-01T01:${minute}:30.000Z`), answer(at, '2026年'))
      }
      expect((await drafts.of(by)).map((mine) => mine.id)[0]).toBe(id)
    })

    it('is gone with what was put right when it is dropped', async () => {
      const id = await kept('五.docx')
      await drafts.correct(id, on('act-1'), answer(3, '2026年'))
      await drafts.drop(id)
      expect(await drafts.correct(id, on('act-2'), answer(3, '2026年'))).toBe('gone')
      expect(await redis.keys(`{draft:${id}}*`)).toEqual([])
    })
  })

  it('is among those of its person, the latest first, as long as it is there', async () => {
    const by = { platform: 'slack', id: 'U77' }
    const ids = [await drafts.keep({ ...draft, by, source: '早.docx' }), await drafts.keep({ ...draft, by, source: '晚.docx', at: Draft.shape.at.parse('2026-07-01T01:00:00.000Z') })]
    expect((await drafts.of(by)).map(({ id }) => id)).toEqual(ids.toReversed())
    await drafts.drop(ids[1] ?? DraftId.parse('d000000'))
    expect((await drafts.of(by)).map(({ id }) => id)).toEqual([ids[0]])
  })

  it('of a release that kept no corrections has none', async () => {
    const { source, text, by, at } = draft
    await redis.set('{draft:d00000000}', JSON.stringify({ source, text, by, at }))
    expect((await drafts.find(DraftId.parse('d00000000')))?.corrections).toEqual([])
  })

  it('that this release does not understand is as good as gone', async () => {
    await redis.set('{draft:d0ld000}', '{"name":"…"}')
    expect(await drafts.find(DraftId.parse('d0ld000'))).toBeUndefined()
  })
})

it('drafts whose store is away say so, with a code for the log', async () => {
  const away = await startRedisServer()
  const redis = storeConnection(away.url)
  await ready(redis)
  await away.stop()
  const drafts = redisDrafts(redis)
  const id = DraftId.parse('d0123456789abcdef0123')
  for (const asked of [async () => drafts.keep(draft), async () => drafts.find(id), async () => drafts.of(draft.by), async () => drafts.drop(id)]) await expect(asked()).rejects.toMatchObject({ name: 'StoreUnavailable', code: 'store-away' })
  redis.disconnect()
})
