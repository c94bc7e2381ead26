import { describe, expect, it } from 'vitest'
import { WorkerSays } from '#src/documents/reading-job.ts'
import { read } from '#src/reader/read.ts'

const answer = read('云溪县行动计划\n一、重点任务\n1.建好学校。（责任单位：县教育局）')
const isTaken = (said: unknown): boolean => WorkerSays.safeParse(said).success
const reading = answer.ok ? answer.reading : undefined

describe('what the worker that reads says', () => {
  it('is taken as it is: a reading, a text, a refusal', () => {
    for (const said of [{ says: 'ready' }, { says: 'plan', read: answer }, { says: 'plan', read: read('') }, { says: 'document', read: { ok: true, text: '文' } }]) expect(WorkerSays.parse(said)).toEqual(said)
  })

  it('is no answer of another kind, nor with a refusal that nobody has words for', () => {
    expect(isTaken({ says: 'done' })).toBe(false)
    expect(isTaken({ says: 'plan', read: { ok: false, refusal: { code: 'text-odd' } } })).toBe(false)
    expect(isTaken({ says: 'plan', read: { ok: false, refusal: { code: 'text-too-many', what: 'tasks', found: '多', limit: 1 } } })).toBe(false)
  })

  it('is no reading without its lists, nor with more than any plan holds', () => {
    expect(isTaken({ says: 'plan', read: { ok: true, reading: { ...reading, doubts: undefined } } })).toBe(false)
    expect(isTaken({ says: 'plan', read: { ok: true, reading: { ...reading, targets: Array.from({ length: 2001 }, () => ({})) } } })).toBe(false)
  })
})
