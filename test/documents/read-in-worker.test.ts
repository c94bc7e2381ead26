import { afterAll, describe, expect, it } from 'vitest'
import { documentReader, ReadingStopped } from '#src/documents/read-in-worker.ts'
import { allowanceFor } from '#src/documents/reading-limits.ts'
import { read } from '#src/reader/read.ts'
import { heavySheet, megabyte, utf8 } from './made-files.ts'

const plan = '云溪县行动计划\n一、重点任务\n1.建好学校。（责任单位：县教育局）\n2.建好医院。（责任单位：县卫健局）'

const reader = documentReader()
afterAll(async () => reader.stop())

describe('the worker that reads', () => {
  it('reads a document as it is read without it', async () => expect(await reader.readDocument('计划.txt', utf8(plan))).toEqual({ ok: true, text: plan }))

  it('reads a plan as the reader does, and refuses what it refuses', async () => {
    expect(await reader.readPlan(plan)).toEqual(read(plan))
    expect(await reader.readPlan('')).toEqual(read(''))
  })

  it('does what is asked one after another, however much is asked at once', async () => {
    const texts = Array.from({ length: 5 }, (_, at) => `${plan}${at}`)
    const answers = await Promise.all(texts.map(async (text) => reader.readDocument('计划.txt', utf8(text))))
    expect(answers).toEqual(texts.map((text) => ({ ok: true, text })))
  })

  it('is stopped by a file that takes more than it deserves, and reads the next one', async () => {
    const answer = await reader.readDocument('台账.xlsx', heavySheet())
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'file-too-heavy', name: '台账.xlsx' } })
    expect(await reader.readDocument('计划.txt', utf8(plan))).toEqual({ ok: true, text: plan })
  })

  it('is stopped by a file that fills its memory, and this process lives on', async () => {
    const answer = await reader.readDocument('方案.html', utf8(`<html>${'<td>'.repeat(1_500_000)}`))
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'file-too-heavy', over: 'memory', limit: 256 } })
    expect(await reader.readDocument('计划.txt', utf8(plan))).toEqual({ ok: true, text: plan })
  })

  it('does not keep whoever asked from going on meanwhile', async () => {
    let turns = 0
    const ticking = setInterval(() => turns++, 5)
    await reader.readPlan(plan.repeat(2_000))
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(2)
  })

  it('reads nothing any more once it is stopped', async () => {
    const stopped = documentReader()
    await stopped.stop()
    await expect(stopped.readPlan(plan)).rejects.toThrow(ReadingStopped)
  })

  it('is stopped in the middle of a file: that one is not read, nor the one that waits', async () => {
    const stopped = documentReader()
    await stopped.readPlan(plan)
    const asked = [stopped.readDocument('台账.xlsx', heavySheet()), stopped.readPlan(plan)]
    const answers = Promise.allSettled(asked)
    // The worker has the file by then.
    await new Promise(setImmediate)
    await stopped.stop()
    for (const answer of await answers) expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'reading-stopped' } })
  })
})

describe('what a file may take', () => {
  it('grows with its bytes, and is two seconds and 64 MB above what an empty one needs', () => {
    expect(allowanceFor(0, 'text')).toEqual({ ms: 2_000, heapMb: 128 })
    expect(allowanceFor(2 * megabyte, 'text').ms).toBe(4_000)
    expect(allowanceFor(megabyte, 'packed').ms).toBe(6_000)
  })

  it('does not grow with pictures', () => expect(allowanceFor(20 * megabyte, 'packed')).toEqual(allowanceFor(3 * megabyte, 'packed')))
})
