// A book: what it says of an intent is what stands in its log, once.
import { describe, expect, it } from 'vitest'
import { verifyLog } from '#src/store/verify.ts'
import { sign, stamp } from './guestbook.ts'
import { memoryLog } from './memory-log.ts'
import { opened, signs } from './guests.ts'

describe('a book', () => {
  it('says ok only for what stands in the log', async () => {
    const log = memoryLog()
    const book = await opened(log)
    expect(await signs(book, '王芳')).toMatchObject({ ok: true, position: 1, repeated: false, events: [{ name: '王芳' }] })
    expect(log.entries()).toHaveLength(1)
    expect(verifyLog(log.entries())).toMatchObject({ ok: true })
  })

  it('says no in the words of the ledger, and writes nothing', async () => {
    const log = memoryLog()
    const book = await opened(log)
    await signs(book, '王芳')
    expect(await signs(book, '王芳', 'another click')).toEqual({ ok: false, refusal: { code: 'person-known', name: '王芳' } })
    expect(log.entries()).toHaveLength(1)
  })

  it('writes nothing for an intent that changes nothing', async () => {
    const log = memoryLog()
    const book = await opened(log)
    expect(await book.record('look', stamp, () => ({ ok: true, events: [] }))).toEqual({ ok: true, position: 0, repeated: false, events: [] })
    expect(log.entries()).toEqual([])
  })

  it('is after a restart what it was before', async () => {
    const log = memoryLog()
    const before = await opened(log)
    for (const name of ['甲', '乙', '丙']) await signs(before, name)
    const after = await opened(log)
    expect(after.state()).toEqual(before.state())
    expect([...after.entries()]).toEqual([...before.entries()])
    expect(after.position()).toBe(3)
  })

  it('tells its listeners of every entry, once it is in the state, until they stop listening', async () => {
    const log = memoryLog()
    const [book, other] = [await opened(log), await opened(log)]
    const heard: string[] = []
    const stop = book.onRecorded(({ position, events }) => heard.push(...events.map(({ name }) => `${position} ${name} ${book.state().names.has(name)}`)))
    await signs(book, '甲')
    await signs(other, '乙')
    await book.catchUp()
    stop()
    await signs(book, '丙')
    expect(heard).toEqual(['1 甲 true', '2 乙 true'])
  })

  it('does not let a listener that fails stand in the way', async () => {
    const book = await opened(memoryLog())
    book.onRecorded(() => {
      throw new Error('a bug')
    })
    expect(await signs(book, '甲')).toMatchObject({ ok: true })
  })

  it('lets a bug in one decision harm nobody else', async () => {
    const book = await opened(memoryLog())
    const failing = book.record('bug', stamp, () => {
      throw new TypeError('a bug')
    })
    const next = signs(book, '甲')
    await expect(failing).rejects.toThrow('a bug')
    expect(await next).toMatchObject({ ok: true })
  })

  it('never writes an event that it could not read back', async () => {
    const log = memoryLog()
    const book = await opened(log)
    await expect(book.record('bug', stamp, () => ({ ok: true, events: [{ type: 'signed', name: 7 as unknown as string, wish: '' }] }))).rejects.toThrow()
    expect(log.entries()).toEqual([])
    expect(await signs(book, '甲')).toMatchObject({ ok: true })
  })
})

describe('the same intent given again', () => {
  it('finds its first result', async () => {
    const log = memoryLog()
    const book = await opened(log)
    await signs(book, '王芳', 'click/1')
    expect(await signs(book, '王芳', 'click/1')).toMatchObject({ ok: true, position: 1, repeated: true, events: [{ name: '王芳' }] })
    expect(log.entries()).toHaveLength(1)
  })

  it('finds it after a restart, and in another process', async () => {
    const log = memoryLog()
    const other = await opened(log)
    await signs(await opened(log), '王芳', 'click/1')
    for (const book of [await opened(log), other]) expect(await signs(book, '王芳', 'click/1')).toMatchObject({ ok: true, position: 1, repeated: true })
    expect(log.entries()).toHaveLength(1)
  })

  it('at the same moment is recorded once', async () => {
    const log = memoryLog()
    const book = await opened(log)
    const answers = await Promise.all([signs(book, '王芳', 'click/1'), signs(book, '王芳', 'click/1')])
    expect(answers).toMatchObject([{ ok: true, position: 1 }, { ok: true, position: 1 }])
    expect(log.entries()).toHaveLength(1)
  })
})

describe('two books on one log', () => {
  it('decide again on what the other has written', async () => {
    const log = memoryLog()
    const [one, two] = [await opened(log), await opened(log)]
    await signs(one, '王芳', 'click/1')
    expect(await signs(two, '王芳', 'click/2')).toEqual({ ok: false, refusal: { code: 'person-known', name: '王芳' } })
    expect(await signs(two, '李强', 'click/3')).toMatchObject({ ok: true, position: 2 })
  })

  it('do not say no on what has changed meanwhile', async () => {
    const log = memoryLog()
    const [one, two] = [await opened(log), await opened(log)]
    await signs(one, '王芳')
    const onlyAfterWang = await two.record('click/2', stamp, ({ names }) => (names.has('王芳') ? sign('李强')({ names }) : { ok: false, refusal: { code: 'plan-none' } }))
    expect(onlyAfterWang).toMatchObject({ ok: true, position: 2 })
  })
})
