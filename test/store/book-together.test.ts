// Intents that stand apart are decided one after another and appended at once, each with its own result.
import { describe, expect, it, vi } from 'vitest'
import { verifyLog } from '#src/store/verify.ts'
import { World } from '#test/simulation/world.ts'
import { stamp } from './guestbook.ts'
import { memoryLog, type Fault } from './memory-log.ts'
import { opened, settled, signs, signsApart } from './guests.ts'

describe('intents that stand apart', () => {
  const all = ['甲', '乙', '丙', '丁']

  it('and are given at once are appended at once, in their order, each with its own result', async () => {
    const log = memoryLog()
    const book = await opened(log)
    const appended = vi.spyOn(log, 'append')
    const answers = await Promise.all(all.map((name) => signsApart(book, name)))
    expect(answers).toMatchObject(all.map((name, at) => ({ ok: true, position: at + 1, repeated: false, events: [{ name }] })))
    expect(appended).toHaveBeenCalledTimes(1)
    expect(log.entries().map(({ id }) => id)).toEqual(all.map((name) => `click/${name}`))
    expect(verifyLog(log.entries())).toMatchObject({ ok: true, entries: 4 })
    expect((await opened(log)).state()).toEqual(book.state())
  })

  it('are not mixed with one that does not say what it touches, nor with one that touches the same', async () => {
    const log = memoryLog()
    const book = await opened(log)
    const appended = vi.spyOn(log, 'append')
    await Promise.all([signsApart(book, '甲'), signsApart(book, '乙'), signs(book, '丙'), signsApart(book, '丁'), signsApart(book, '丁', 'another click'), signsApart(book, '戊')])
    expect(appended.mock.calls.map(([, entries]) => entries.map(({ id }) => id))).toEqual([['click/甲', 'click/乙'], ['click/丙'], ['click/丁'], ['click/戊']])
  })

  it('are refused each for its own reason, while the others are recorded', async () => {
    const log = memoryLog()
    const [book, other] = [await opened(log), await opened(log)]
    await signs(other, '乙', 'elsewhere')
    expect(await Promise.all(all.map((name) => signsApart(book, name)))).toMatchObject([{ ok: true, position: 2 }, { ok: false, refusal: { code: 'person-known', name: '乙' } }, { ok: true, position: 3 }, { ok: true, position: 4 }])
  })

  it('are not harmed by a bug in the decision of one, or by what could not be read back', async () => {
    const log = memoryLog()
    const book = await opened(log)
    const bug = book.record('bug', stamp, () => { throw new TypeError('a bug') }, undefined, 'bug')
    const unreadable = book.record('unreadable', stamp, () => ({ ok: true, events: [{ type: 'signed', name: 7 as unknown as string, wish: '' }] }), undefined, 'unreadable')
    const others = Promise.all(all.map((name) => signsApart(book, name)))
    await expect(bug).rejects.toThrow('a bug')
    await expect(unreadable).rejects.toThrow()
    expect((await others).every(({ ok }) => ok === true)).toBe(true)
    expect(verifyLog(log.entries())).toMatchObject({ ok: true, entries: 4 })
  })

  it.each<Fault>(['answer-lost', 'request-lost', 'late', 'away'])('are all recorded once where the answer is lost: %s', async (fault) => {
    const log = memoryLog()
    const book = await opened(log)
    log.fail(fault, fault)
    expect(await Promise.all(all.map((name) => signsApart(book, name)))).toMatchObject(all.map((_, at) => ({ ok: true, position: at + 1 })))
    await book.catchUp()
    expect(log.entries()).toHaveLength(4)
  })

  it('are decided again, all of them, where another was quicker', async () => {
    const log = memoryLog()
    const [book, other] = [await opened(log), await opened(log)]
    const { held, carryOut } = log.holdNext()
    const answers = Promise.all(all.map((name) => signsApart(book, name)))
    await held
    await signs(other, '丙', 'elsewhere')
    carryOut()
    expect((await answers).map(({ ok }) => ok)).toEqual([true, true, false, true])
    expect(log.entries().map(({ id }) => id)).toEqual(['elsewhere', 'click/甲', 'click/乙', 'click/丁'])
  })

  it('are all told that nobody knows yet, and all what became of it', { timeout: 10_000 }, async () => {
    const log = memoryLog()
    const book = await opened(log)
    const { held, carryOut } = log.holdNext()
    const given = all.map((name) => signsApart(book, name))
    await held
    const answers = await Promise.all(given)
    expect(answers.map(({ ok }) => ok)).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
    carryOut()
    expect(await Promise.all(answers.map(settled))).toMatchObject(all.map((_, at) => ({ ok: true, position: at + 1 })))
  })

  it('are not sent with one whose time was over meanwhile, and who was told that nothing is recorded', async () => {
    const [log, world] = [memoryLog(), new World(1, stamp.at)]
    const book = await opened(log, { passedMs: () => world.passedMs, after: (ms, what) => world.after(ms, what) })
    world.isCalm = true
    const { held, carryOut } = log.holdNext()
    const before = signs(book, '甲')
    await held
    const early = signsApart(book, '乙')
    await world.pass(1000)
    const late = signsApart(book, '丙')
    log.setAway(true)
    carryOut()
    await world.pass(1500)
    expect([(await before).ok, await early]).toEqual([true, { ok: false, refusal: { code: 'cannot-record' } }])
    log.setAway(false)
    await world.pass(1000)
    expect(await late).toMatchObject({ ok: true, position: 2 })
    expect(log.entries().map(({ id }) => id)).toEqual(['click/甲', 'click/丙'])
  })
})
