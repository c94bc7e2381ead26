// 交接: what goes over in one act, what stays, and when it is refused.
import { describe, expect, it } from 'vitest'
import type { Directory } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { askedFor } from '#src/queries/answering.ts'
import { change, day, decidedOn, directoryWith, personNamed, unitId } from '#test/builders.ts'

const [old, next, third] = ['u1', 'u2', 'u3'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId]
const education = unitId('县教育局')
const county = (): Directory => {
  const directory = directoryWith(
    ['县教育局', '县财政局', '青石镇'],
    { name: '苏晚晴', roles: ['secretary'], contactOf: ['县教育局', '青石镇'], headOf: ['县财政局'], handle: 'U1' },
    { name: '白露', contactOf: ['县财政局'], handle: 'U2' },
    { name: '唐一鸣', contactOf: ['县财政局'], handle: 'U3' },
  )
  change(directory, { type: 'name-backup', person: old, unit: unitId('县财政局') })
  change(directory, { type: 'name-handler', person: old, unit: education })
  return directory
}
const handedOver = (directory = county()): Directory => {
  change(directory, { type: 'hand-over', from: old, to: next }, '2026-07-02')
  return directory
}

describe('a handover', () => {
  it('gives every post to the other in one act', () => {
    const { contactOf, backupOf, headOf, handlerOf } = personNamed(handedOver(), '白露')
    expect({ contactOf, backupOf, headOf, handlerOf }).toEqual({ contactOf: ['县财政局', '县教育局', '青石镇'], backupOf: ['县财政局'], headOf: ['县财政局'], handlerOf: ['县教育局'] })
  })
  it('leaves the first nothing but the roles, which an admin grants', () => {
    expect(personNamed(handedOver(), '苏晚晴')).toMatchObject({ roles: ['secretary'], contactOf: [], backupOf: [], headOf: [], handlerOf: [], formerOf: ['县教育局', '青石镇', '县财政局'] })
    expect(personNamed(handedOver(), '白露').roles).toEqual([])
  })
  it('has the other asked from then on', () => expect(askedFor(handedOver(), education).map(({ name }) => name)).toEqual(['白露']))
  it('is remembered with its day and its units', () => expect(handedOver().handovers).toEqual([{ id: 'h1', from: old, to: next, on: '2026-07-02', units: ['县教育局', '青石镇', '县财政局'] }]))
  it('makes the other the deputy of those whom the first stood in for', () => {
    const directory = county()
    change(directory, { type: 'set-absence', person: third, from: day('2026-07-06'), until: day('2026-07-10'), deputy: old })
    expect(askedFor(directoryOn(handedOver(directory), day('2026-07-08')), unitId('县财政局')).map(({ name }) => name)).toEqual(['白露'])
  })
  it('lets nobody stand in for themselves, and ends the first one’s own absence', () => {
    const directory = county()
    change(directory, { type: 'set-absence', person: next, from: day('2026-07-06'), until: day('2026-07-10'), deputy: old })
    change(directory, { type: 'set-absence', person: old, from: day('2026-07-20'), until: day('2026-07-22'), deputy: third })
    expect(handedOver(directory).absences).toMatchObject([{ person: next, from: '2026-07-06', until: '2026-07-10' }])
  })
  it('asked twice happens once', () => expect(decidedOn(handedOver(), { type: 'hand-over', from: old, to: next })).toEqual({ ok: true, events: [] }))
  it('of somebody who has nothing is refused', () => expect(decidedOn(handedOver(), { type: 'hand-over', from: old, to: third })).toEqual({ ok: false, refusal: { code: 'nothing-to-hand-over', name: '苏晚晴' } }))
  it('to oneself is refused', () => expect(decidedOn(county(), { type: 'hand-over', from: old, to: old })).toEqual({ ok: false, refusal: { code: 'handover-self', name: '苏晚晴' } }))
  it('can be given back', () => {
    const directory = handedOver()
    change(directory, { type: 'hand-over', from: next, to: old }, '2026-07-03')
    expect(personNamed(directory, '苏晚晴').contactOf).toEqual(['县财政局', '县教育局', '青石镇'])
    expect(personNamed(directory, '苏晚晴').formerOf).toEqual([])
  })
})

describe('承办人', () => {
  const handle = { platform: 'slack', id: 'U9' }
  it('who is not registered is registered and named in one entry', () => {
    const directory = county()
    change(directory, { type: 'add-handler', unit: education, name: '秦朗', handle })
    expect(personNamed(directory, '秦朗')).toMatchObject({ handlerOf: ['县教育局'], contactOf: [] })
  })
  it('named twice is named once', () => {
    const directory = county()
    change(directory, { type: 'add-handler', unit: education, name: '秦朗', handle })
    expect(decidedOn(directory, { type: 'add-handler', unit: education, name: '秦朗', handle })).toEqual({ ok: true, events: [] })
  })
  it('is asked for nothing of the unit', () => {
    const directory = directoryWith(['县教育局'])
    change(directory, { type: 'add-handler', unit: education, name: '秦朗', handle })
    expect(askedFor(directory, education)).toEqual([])
  })
})
