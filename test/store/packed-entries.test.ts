import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packedEntries, type Unread } from '#src/store/packed-entries.ts'

type Read = { position: number; id: string; says: string }
const read = ({ position, id, body }: Unread): Read => ({ position, id, says: body })
const unread = (position: number, body: string): Unread => ({ position, id: `i${position}`, body })

const small = { entries: 7, characters: 60 }
const anyBodies = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 60, size: 'max' })

function rowOf(bodies: readonly string[], most?: typeof small) {
  const row = packedEntries(read, [], most)
  const list: Read[] = []
  for (const [at, body] of bodies.entries()) {
    const entry = unread(at + 1, body)
    row.push(entry, read(entry))
    list.push(read(entry))
  }
  return { row, list }
}

describe('entries that are packed', () => {
  it('are what a list of them would be', () => {
    fc.assert(
      fc.property(anyBodies, fc.integer({ min: -70, max: 70 }), fc.integer({ min: -70, max: 70 }), (bodies, from, to) => {
        const { row, list } = rowOf(bodies, small)
        expect(row.length).toBe(list.length)
        expect([...row]).toEqual(list)
        expect(row.slice(from)).toEqual(list.slice(from))
        expect(row.slice(from, to)).toEqual(list.slice(from, to))
        expect(row.at(from)).toEqual(list.at(from))
        const isBefore = ({ position }: Read): boolean => position <= to
        expect(row.findLastIndex(isBefore)).toBe(list.findLastIndex(isBefore))
      }),
    )
  })

  it('go on where a file of them ended, however often they were put into one', () => {
    fc.assert(
      fc.property(anyBodies, fc.array(fc.nat(60), { maxLength: 5 }), (bodies, stops) => {
        let row = packedEntries(read, [], small)
        for (const [at, body] of bodies.entries()) {
          if (stops.includes(at)) row = packedEntries(read, row.packs(), small)
          row.push(unread(at + 1, body), read(unread(at + 1, body)))
        }
        expect([...row]).toEqual(rowOf(bodies, small).list)
        // A stop leaves no pack behind that is not full: what was begun goes on.
        expect(row.packs()).toHaveLength(rowOf(bodies, small).row.packs().length)
      }),
    )
  })

  it('take a fraction of their length', () => {
    const body = JSON.stringify({ stamp: { at: '2026-06-30T01:02:03.004Z', on: '2026-06-30', by: 'u17', via: 'button' }, events: [{ type: 'reported', task: 12, unit: '县发展和改革委员会', state: 'normal', progress: 40, done: '已完成主体工程招标，施工单位进场' }] })
    const bodies = Array.from({ length: 2560 }, (_, at) => body.replace('40', String(at % 100)))
    const size = rowOf(bodies).row.packs().reduce((sum, { bytes }) => sum + bytes.length, 0)
    expect(size).toBeLessThan(Buffer.byteLength(bodies.join('')) / 5)
  })
})
