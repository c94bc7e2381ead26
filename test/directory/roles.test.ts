// Taking back and putting right: roles, contacts, heads, names, fields of charge.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DirectoryEvent, evolveDirectory, withRole, type Directory } from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { may } from '#src/directory/permissions.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { decidedOn, directoryWith, personNamed, stampOf, unitId } from '#test/builders.ts'

const [secretary, leader, contact, admin] = ['u1', 'u2', 'u3', 'u4'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId, PersonId]
const own = unitId('县教育局')

const county = (): Directory =>
  directoryWith(
    ['县教育局', '县财政局'],
    { name: '沈若兰', title: '督查室主任', roles: ['secretary'], handle: 'U1' },
    { name: '何景川', roles: ['leader'], fields: ['教育'] },
    { name: '苏晚晴', contactOf: ['县教育局', '县财政局'], headOf: ['县教育局'] },
    { name: '武志成', roles: ['admin'], handle: 'U4' },
  )

const refusalOf = (directory: Directory, intent: DirectoryIntent) => {
  const decision = decidedOn(directory, intent)
  return decision.ok ? undefined : decision.refusal
}

/** Through the log: an event is read back as it was written. */
function record(directory: Directory, ...intents: DirectoryIntent[]): Directory {
  for (const intent of intents) {
    const decision = decidedOn(directory, intent)
    if (!decision.ok) throw new Error(decision.refusal.code)
    for (const event of decision.events) evolveDirectory(directory, DirectoryEvent.parse(JSON.parse(JSON.stringify(event))), stampOf('2026-07-02'))
  }
  return directory
}

describe('a contact who was named by mistake', () => {
  it('is removed from that unit and stays contact of others', () => {
    const after = record(county(), { type: 'remove-contact', person: contact, unit: own })
    expect(after.people.get(contact)).toMatchObject({ contactOf: ['县财政局'], headOf: ['县教育局'] })
  })
  it('may report no more for it', () => {
    const after = record(county(), { type: 'remove-contact', person: contact, unit: own }, { type: 'remove-head', person: contact, unit: own })
    expect(may(after.people.get(contact), 'report', [own])).toBe(false)
    expect(may(after.people.get(contact), 'report', [unitId('县财政局')])).toBe(true)
  })
  it('can be named again', () => {
    const after = record(county(), { type: 'remove-contact', person: contact, unit: own }, { type: 'name-contact', person: contact, unit: own })
    expect(after.people.get(contact)?.contactOf).toEqual(['县财政局', '县教育局'])
  })
  it('is removed once: asked again, nothing happens', () => expect(decidedOn(county(), { type: 'remove-contact', person: leader, unit: own })).toEqual({ ok: true, events: [] }))
  it('is not removed from a unit that nobody knows', () => expect(refusalOf(county(), { type: 'remove-contact', person: contact, unit: unitId('县气象局') })).toEqual({ code: 'unit-unknown', asked: '县气象局' }))
})

describe('a head', () => {
  it('who is removed is contact still, where they were', () => expect(record(county(), { type: 'remove-head', person: contact, unit: own }).people.get(contact)).toMatchObject({ contactOf: ['县教育局', '县财政局'], headOf: [] }))
  it('removes contacts of their own unit and of no other', () => {
    const head = personNamed(county(), '苏晚晴')
    expect(may(head, 'remove-contact', [own])).toBe(true)
    expect(may(head, 'remove-contact', [unitId('县财政局')])).toBe(false)
  })
})

describe('a role', () => {
  it('is taken back, and what it allowed with it', () => {
    const after = record(county(), { type: 'revoke-role', person: secretary, role: 'secretary' })
    expect(may(after.people.get(secretary), 'import')).toBe(false)
  })
  it('that somebody has not is taken back by doing nothing', () => expect(decidedOn(county(), { type: 'revoke-role', person: contact, role: 'leader' })).toEqual({ ok: true, events: [] }))
  it('is granted and taken back by an admin alone', () => {
    for (const permission of ['grant-role', 'revoke-role'] as const) expect(['沈若兰', '何景川', '苏晚晴', '武志成'].filter((name) => may(personNamed(county(), name), permission))).toEqual(['武志成'])
  })
})

describe('the last admin', () => {
  it('stays', () => expect(refusalOf(county(), { type: 'revoke-role', person: admin, role: 'admin' })).toEqual({ code: 'last-admin', name: '武志成' }))
  it('can go once there is another', () => {
    const after = record(county(), { type: 'grant-role', person: secretary, role: 'admin' }, { type: 'revoke-role', person: admin, role: 'admin' })
    expect(withRole(after, 'admin').map(({ name }) => name)).toEqual(['沈若兰'])
  })
  it('is there whatever is granted and taken back', () => {
    const person = fc.constantFrom(secretary, leader, contact, admin)
    const change = fc.record({ type: fc.constantFrom('grant-role' as const, 'revoke-role' as const), person, role: fc.constantFrom('admin' as const, 'secretary' as const) })
    fc.assert(fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const directory = county()
      for (const intent of changes) {
        const decision = decidedOn(directory, intent)
        for (const event of decision.ok ? decision.events : []) evolveDirectory(directory, event, stampOf('2026-07-02'))
        expect(withRole(directory, 'admin').length).toBeGreaterThan(0)
      }
    }))
  })
})

describe('a registered name', () => {
  it('is changed, and nothing else of the person', () => {
    const after = record(county(), { type: 'rename-person', person: contact, name: '苏婉清' })
    expect(after.people.get(contact)).toEqual({ ...personNamed(county(), '苏晚晴'), name: '苏婉清' })
  })
  it('keeps its title unless another is given', () => {
    expect(record(county(), { type: 'rename-person', person: secretary, name: '沈兰' }).people.get(secretary)).toMatchObject({ name: '沈兰', title: '督查室主任' })
    expect(record(county(), { type: 'rename-person', person: secretary, name: '沈若兰', title: '副主任' }).people.get(secretary)).toMatchObject({ name: '沈若兰', title: '副主任' })
  })
  it('that stays as it is leaves no trace', () => expect(decidedOn(county(), { type: 'rename-person', person: secretary, name: '沈若兰' })).toEqual({ ok: true, events: [] }))
  it('of nobody is not changed', () => expect(refusalOf(county(), { type: 'rename-person', person: PersonId.parse('u9'), name: '某人' })).toEqual({ code: 'person-unknown', asked: 'u9' }))
})

describe('fields of charge', () => {
  it('are a leader’s', () => expect(record(county(), { type: 'set-fields', person: leader, fields: ['教育', '校园'] }).people.get(leader)?.fields).toEqual(['教育', '校园']))
  it('are nobody else’s', () => expect(refusalOf(county(), { type: 'set-fields', person: contact, fields: ['教育'] })).toEqual({ code: 'person-no-leader', name: '苏晚晴' }))
  it('can be none', () => expect(record(county(), { type: 'set-fields', person: leader, fields: [] }).people.get(leader)?.fields).toEqual([]))
})
