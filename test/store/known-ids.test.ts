import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knownIds } from '#src/store/known-ids.ts'

describe('ids of a log', () => {
  it('are found where they stand first, and no others', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 400 }), fc.array(fc.string({ maxLength: 3 }), { maxLength: 50 }), fc.nat(400), (ids, asked, stop) => {
        let known = knownIds()
        for (const [at, id] of ids.entries()) {
          if (at === stop) known = knownIds(known.marks())
          // Asked in between, so that what is made for asking grows too.
          if (at % 7 === 0) known.find(id, (index) => ids[index])
          known.push(id)
        }
        for (const id of [...ids, ...asked]) expect(known.find(id, (index) => ids[index])).toBe(ids.includes(id) ? ids.indexOf(id) : undefined)
      }),
    )
  })

  it('that have one mark are told apart', () => {
    // Of 200,000 ids some four or five pairs have one.
    const ids = Array.from({ length: 200_000 }, (_, at) => `slack:1760000000.${String(at).padStart(6, '0')}/0123456789abcdef`)
    const known = knownIds()
    for (const id of ids) known.push(id)
    let looks = 0
    for (const [at, id] of ids.entries()) if (known.find(id, (index) => ((looks += 1), ids[index])) !== at) throw new Error(id)
    expect(looks).toBeLessThan(ids.length + 50)
    expect(known.marks()).toHaveLength(ids.length)
  })
})
