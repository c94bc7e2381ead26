import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Log } from '#src/ledger/log.ts'
import { machineStopwatch, type Stopwatch } from '#src/stopwatch.ts'
import { openBook, type Book, type Recorded, type Settled } from '#src/store/book.ts'
import { LogBroken, LogForked } from '#src/store/store-error.ts'
import { verifyLog } from '#src/store/verify.ts'
import { World } from '#test/simulation/world.ts'
import { guestbook, sign, stamp, type Guestbook, type Signed } from './guestbook.ts'
import { entryAfter } from './log-entries.ts'
import { memoryLog, type Fault } from './memory-log.ts'
import { quiet } from './quiet.ts'

type Guests = Book<Guestbook, Signed>
const opened = (log: Log, stopwatch?: Stopwatch): Promise<Guests> => openBook({ log, subject: guestbook, logger: quiet, ...(stopwatch === undefined ? {} : { stopwatch }) })
/** Fifty times as fast: what waits for a store waits as long as it would, and nobody waits for the test. */
const hasty: Stopwatch = { passedMs: () => machineStopwatch.passedMs() * 50, after: (ms, what) => machineStopwatch.after(ms / 50, what) }
const signs = (book: Guests, name: string, id = `click/${name}`): Promise<Recorded<Signed>> => book.record(id, stamp, sign(name))
/** Whether a name stands there is all that a signature looks at: those of other names stand apart from it. */
const signsApart = (book: Guests, name: string, id = `click/${name}`): Promise<Recorded<Signed>> => book.record(id, stamp, sign(name), undefined, name)
const settled = async (answer: Recorded<Signed>): Promise<Settled<Signed>> => (answer.ok === 'unknown' ? answer.settled : answer)

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

describe('a log that loses answers', () => {
  it.each<Fault>(['answer-lost', 'request-lost', 'late', 'away'])('is asked again, and records once: %s', async (fault) => {
    const log = memoryLog()
    const book = await opened(log)
    log.fail(fault, fault)
    expect(await signs(book, '王芳')).toMatchObject({ ok: true, position: 1 })
    await book.catchUp()
    expect(log.entries()).toHaveLength(1)
  })

  it('is not told "no" by an intent that finds itself: a win is not a defeat', async () => {
    const log = memoryLog()
    const book = await opened(log)
    log.fail('answer-lost')
    expect(await signs(book, '王芳')).toMatchObject({ ok: true, position: 1 })
  })
})

describe('while the log cannot be reached', { concurrent: true, timeout: 10_000 }, () => {
  it('a person is told in time that nothing was recorded, and nothing is recorded later', async () => {
    const log = memoryLog()
    const book = await opened(log)
    log.setAway(true)
    const askedAt = performance.now()
    expect(await signs(book, '王芳')).toEqual({ ok: false, refusal: { code: 'cannot-record' } })
    expect(performance.now() - askedAt).toBeLessThan(2500)
    log.setAway(false)
    await signs(book, '李强')
    expect(log.entries().map(({ id }) => id)).toEqual(['click/李强'])
  })

  it('who gives the same answer again while the first is looked for is told the same, and it is one answer', async () => {
    const log = memoryLog()
    const book = await opened(log)
    const { held, carryOut } = log.holdNext()
    const first = book.record('typed/1', stamp, sign('王芳'), '王芳 signs')
    await held
    const [one, two, other] = await Promise.all([first, book.record('typed/2', stamp, sign('王芳'), '王芳 signs'), book.record('typed/3', stamp, sign('李强'), '李强 signs')])
    expect([one.ok, two.ok]).toEqual(['unknown', 'unknown'])
    expect(other).toEqual({ ok: false, refusal: { code: 'cannot-record' } })
    carryOut()
    expect([await settled(one), await settled(two)]).toMatchObject([{ ok: true, position: 1 }, { ok: true, position: 1 }])
    expect(log.entries().map(({ id }) => id)).toEqual(['typed/1'])
    // Once it is known, the same again is a new act.
    expect(await book.record('typed/4', stamp, sign('王芳'), '王芳 signs')).toEqual({ ok: false, refusal: { code: 'person-known', name: '王芳' } })
  })

  it('a person whose answer may be there is told so, and what became of it when it is known', async () => {
    const log = memoryLog()
    const book = await opened(log)
    const { held, carryOut } = log.holdNext()
    const answer = signs(book, '王芳', 'click/1')
    await held
    const first = await answer
    expect(first.ok).toBe('unknown')

    const again = signs(book, '王芳', 'click/1')
    const waiting = signs(book, '李强', 'click/2')
    expect((await again).ok).toBe('unknown')
    expect(await waiting).toEqual({ ok: false, refusal: { code: 'cannot-record' } })

    carryOut()
    expect(await settled(first)).toMatchObject({ ok: true, position: 1 })
    expect(await settled(await again)).toMatchObject({ ok: true, position: 1 })
    expect(await signs(book, '李强', 'click/2')).toMatchObject({ ok: true, position: 2 })
    expect(log.entries()).toHaveLength(2)
  })

  it('what is known is still answered', async () => {
    const log = memoryLog()
    const book = await opened(log)
    await signs(book, '王芳', 'click/1')
    log.setAway(true)
    expect(await signs(book, '王芳', 'click/1')).toMatchObject({ ok: true, repeated: true })
    expect(await signs(book, '王芳', 'click/2')).toMatchObject({ ok: false, refusal: { code: 'person-known' } })
    await expect(book.catchUp()).rejects.toThrow()
  })

  it('closing answers everybody', async () => {
    const log = memoryLog()
    const book = await opened(log)
    log.fail('request-lost')
    log.setAway(true)
    const one = signs(book, '甲')
    const two = signs(book, '乙')
    await book.close()
    expect([await one, await two, await signs(book, '丙')].map(({ ok }) => ok)).toEqual([false, false, false])
    expect(log.entries()).toEqual([])
  })

  it('closing leaves what is not known for the next start to find out', async () => {
    const log = memoryLog()
    const book = await opened(log)
    const appended = vi.spyOn(log, 'append')
    appended.mockImplementation(() => Promise.reject(new Error('no answer')))
    const answer = await signs(book, '王芳', 'click/1')
    expect(answer.ok).toBe('unknown')
    await book.close()
    await expect(settled(answer)).rejects.toThrow('click/1')
    appended.mockRestore()
    expect(await signs(await opened(log), '王芳', 'click/1')).toMatchObject({ ok: true, position: 1 })
  })
})

describe('a log that is not what it was', () => {
  const other = entryAfter({ position: 0, hash: '' }, 'elsewhere', JSON.stringify({ stamp, events: [{ type: 'signed', name: '别人' }] }))

  it.each([
    ['has another history', [other]],
    ['has another, longer history', [other, entryAfter(other, 'elsewhere/2', other.body)]],
    ['has lost its end', []],
  ])('that %s stops the book, loudly and for good', async (_, entries) => {
    const log = memoryLog()
    const book = await opened(log)
    await signs(book, '王芳')
    log.replaceWith(entries)
    await expect(signs(book, '李强')).rejects.toBeInstanceOf(LogForked)
    await expect(signs(book, '赵敏')).rejects.toBeInstanceOf(LogForked)
    await expect(book.catchUp()).rejects.toBeInstanceOf(LogForked)
    expect(log.entries()).toEqual(entries)
  })

  it('whose entry was changed is not opened', async () => {
    const log = memoryLog([{ ...other, body: other.body.replace('别人', '坏人') }])
    await expect(opened(log)).rejects.toBeInstanceOf(LogBroken)
  })

  it('with an event of which this release knows nothing is not opened', async () => {
    const log = memoryLog([entryAfter({ position: 0, hash: '' }, 'newer', JSON.stringify({ stamp, events: [{ type: 'sealed' }] }))])
    await expect(opened(log)).rejects.toBeInstanceOf(LogBroken)
  })

  it('reads an entry of a release that did not have a field yet', async () => {
    const book = await opened(memoryLog([other]))
    expect(book.entries().at(0)?.events).toEqual([{ type: 'signed', name: '别人', wish: '一切顺利' }])
  })
})

describe('whatever is lost, and whoever else writes', () => {
  const anyFault = fc.constantFrom<Fault>('none', 'none', 'away', 'request-lost', 'answer-lost', 'late')
  const anyIntent = fc.record({ standsApart: fc.boolean(), writer: fc.nat(1), name: fc.constantFrom('甲', '乙', '丙', '丁', '戊'), click: fc.nat(3) })

  it('what was acknowledged stands once, what was refused not at all, and replaying gives the state that wrote it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyIntent, { minLength: 1, maxLength: 12 }), fc.array(anyFault, { maxLength: 10 }), async (intents, faults) => {
        const log = memoryLog()
        const books = [await opened(log, hasty), await opened(log, hasty)] as const
        log.fail(...faults)
        const answers = await Promise.all(
          intents.map(async ({ standsApart, writer, name, click }) => {
            const id = `${name}/${click}`
            return { id, name, answer: await settled(await (standsApart ? signsApart : signs)(books[writer === 0 ? 0 : 1], name, id)) }
          }),
        )
        for (const book of books) await book.catchUp()

        const ids = log.entries().map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { id, answer } of answers) {
          // One writer may give up on what another records.
          expect(ids.includes(id)).toBe(answers.some((each) => each.id === id && each.answer.ok))
          if (answer.ok) expect(log.entries()[answer.position - 1]?.id).toBe(id)
        }
        for (const { name } of intents) {
          const own = answers.flatMap((each) => (each.name === name ? [each.answer] : []))
          // Nobody signs twice; a name is missing only where the store was away for longer than anybody waits.
          const isMissing = own.every((answer) => !answer.ok && answer.refusal.code === 'cannot-record')
          expect(ids.filter((id) => id.startsWith(`${name}/`))).toHaveLength(isMissing ? 0 : 1)
        }
        const replayed = await opened(log)
        for (const book of books) expect(book.state()).toEqual(replayed.state())
        expect(verifyLog(log.entries())).toMatchObject({ ok: true, entries: ids.length })
      }),
      { numRuns: 100 },
    )
  })
})
