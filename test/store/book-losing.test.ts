// A book whose log loses answers, is away, or is not what it was.
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { LogBroken, LogForked } from '#src/store/store-error.ts'
import { verifyLog } from '#src/store/verify.ts'
import { sign, stamp } from './guestbook.ts'
import { entryAfter } from './log-entries.ts'
import { memoryLog, type Fault } from './memory-log.ts'
import { hasty, opened, settled, signs, signsApart } from './guests.ts'

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
