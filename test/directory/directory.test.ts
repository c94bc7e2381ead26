import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contactsOf, DirectoryEvent, emptyDirectory, evolveDirectory, headsOf, personOf, unitAndItsGroups, unitName, unitNamed, withRole, type Directory,
} from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { plainName } from '#src/directory/unit.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { PersonId, UnitId } from '#src/ledger/ids.ts'
import { decidedOn, directoryWith, stampOf, unitId } from '#test/builders.ts'

const county = (): Directory =>
  directoryWith(
    [
      { name: '县发改局', aliases: ['县发改委', '县发展和改革局'] },
      { name: '县住建局', aliases: ['县住建局（县人防办）', '县人防办'] },
      '溪口镇', '青石镇',
      { name: '各乡镇', aliases: ['各乡镇人民政府'], members: ['溪口镇', '青石镇'] },
    ],
    { name: '沈若兰', roles: ['secretary'], handle: 'U1' },
    { name: '关和平', contactOf: ['县发改局'], handle: 'U2' },
    { name: '方叔文', headOf: ['县发改局'] },
  )

const record = (directory: Directory, intent: DirectoryIntent): Directory => {
  const decision = decidedOn(directory, intent)
  if (!decision.ok) throw new Error(decision.refusal.code)
  for (const event of decision.events) evolveDirectory(directory, DirectoryEvent.parse(event), stampOf('2026-07-02'))
  return directory
}

describe('a unit', () => {
  it.each(['县发改局', '县发改委', '县发展和改革局'])('is the same one under the name %s', (name) => expect(unitNamed(county(), name)?.id).toBe('县发改局'))
  it.each(['县住建局(县人防办)', '县住建局（县人防办）', '县住建局〔县人防办〕', '县住建局【县人防办】', ' 县住建局 （县人防办） ', '县住建局\u00A0(县人防办)', '\u3000县人防办', '县\u200B人防办\uFEFF'])(
    'is found by %j, however wide, spaced or bracketed', (name) => expect(unitNamed(county(), name)?.id).toBe('县住建局'),
  )
  it('that nobody registered is not guessed', () => expect(unitNamed(county(), '县发改')).toBeUndefined())
  it('is shown by the name it was registered with', () => expect(unitName(county(), unitId('县发改局'))).toBe('县发改局'))
  it('that nobody registered is shown as it was written', () => expect(unitName(county(), unitId('县气象局'))).toBe('县气象局'))
})

describe('a unit added once more', () => {
  it.each(['县发改局', '县发改委', ' 县发改局 '])('under the name %j is no second unit', (name) => expect(decidedOn(county(), { type: 'add-units', units: [{ name, aliases: [] }] })).toEqual({ ok: true, events: [] }))
  it('under a new name with an alias that is known is no second unit', () => {
    expect(decidedOn(county(), { type: 'add-units', units: [{ name: '县发展改革局', aliases: ['县发改委'] }] })).toEqual({ ok: true, events: [] })
  })
  it('twice in one list is one unit', () => {
    const directory = record(emptyDirectory(), { type: 'add-units', units: [{ name: '县教育局', aliases: [] }, { name: '县教育局 ', aliases: ['县教体局'] }] })
    expect([...directory.units.keys()]).toEqual(['县教育局'])
  })
  it('never takes a name from the unit that had it', () => {
    const name = fc.constantFrom('甲局', '乙局', '丙局', '丁局', '戊局')
    const lists = fc.array(fc.array(fc.record({ name, aliases: fc.array(name, { maxLength: 3 }) }), { maxLength: 3 }), { maxLength: 5 })
    fc.assert(fc.property(lists, (added) => {
      const directory = emptyDirectory()
      for (const units of added) {
        const before = new Map(directory.names)
        record(directory, { type: 'add-units', units })
        for (const [known, unit] of before) expect(directory.names.get(known)).toBe(unit)
      }
      for (const unit of directory.units.values()) expect(directory.names.get(plainName(unit.name))).toBe(unit.id)
    }))
  })
})

describe('a group', () => {
  it('stands for its members', () => expect(unitNamed(county(), '各乡镇人民政府')?.members).toEqual(['溪口镇', '青石镇']))
  it('is answered in by a member', () => expect(unitAndItsGroups(county(), unitId('溪口镇'))).toEqual(['溪口镇', '各乡镇']))
  it('is not answered in by others', () => expect(unitAndItsGroups(county(), unitId('县发改局'))).toEqual(['县发改局']))
  it('knows its members by their aliases, also those added by the same list', () => {
    const directory = record(emptyDirectory(), { type: 'add-units', units: [{ name: '各乡镇', aliases: [], members: ['溪口镇政府', '青石镇'] }, { name: '溪口镇', aliases: ['溪口镇政府'] }, { name: '青石镇', aliases: [] }] })
    expect(unitNamed(directory, '各乡镇')?.members).toEqual(['溪口镇', '青石镇'])
  })
})

describe('a person', () => {
  it('is known by their account', () => expect(personOf(county(), { platform: 'slack', id: 'U2' })?.name).toBe('关和平'))
  it('is not known by the same id elsewhere', () => expect(personOf(county(), { platform: 'wecom', id: 'U2' })).toBeUndefined())
  it('of an account is registered once', () => {
    expect(decidedOn(county(), { type: 'add-person', name: '关某', handle: { platform: 'slack', id: 'U2' } })).toEqual({ ok: false, refusal: { code: 'person-known', name: '关和平' } })
  })
  it('may be registered without an account', () => expect(personOf(county(), { platform: 'slack', id: '' })).toBeUndefined())
  it('is contact of the units that named them', () => expect(contactsOf(county(), unitId('县发改局')).map(({ name }) => name)).toEqual(['关和平']))
  it('who heads a unit is not its contact', () => expect(headsOf(county(), unitId('县发改局')).map(({ name }) => name)).toEqual(['方叔文']))
  it('has the roles they were granted', () => expect(withRole(county(), 'secretary').map(({ name }) => name)).toEqual(['沈若兰']))
  it.each([
    { type: 'grant-role', person: PersonId.parse('u1'), role: 'secretary' },
    { type: 'name-contact', person: PersonId.parse('u2'), unit: UnitId.parse('县发改局') },
    { type: 'name-head', person: PersonId.parse('u3'), unit: UnitId.parse('县发改局') },
  ] as const)('is not made twice what they are ($type)', (intent) => expect(decidedOn(county(), intent)).toEqual({ ok: true, events: [] }))
  it('that nobody knows gets no role', () => {
    expect(decidedOn(county(), { type: 'grant-role', person: PersonId.parse('u9'), role: 'admin' })).toEqual({ ok: false, refusal: { code: 'person-unknown', asked: 'u9' } })
  })
  it('is not made contact of a unit that nobody knows', () => {
    expect(decidedOn(county(), { type: 'name-contact', person: PersonId.parse('u2'), unit: unitId('县气象局') })).toEqual({ ok: false, refusal: { code: 'unit-unknown', asked: '县气象局' } })
  })
  it('has the fields of charge that were set last', () => {
    const leader = record(county(), { type: 'grant-role', person: PersonId.parse('u1'), role: 'leader' })
    const directory = record(record(leader, { type: 'set-fields', person: PersonId.parse('u1'), fields: ['教育'] }), { type: 'set-fields', person: PersonId.parse('u1'), fields: ['卫生', '民政'] })
    expect(directory.people.get(PersonId.parse('u1'))?.fields).toEqual(['卫生', '民政'])
  })
})

describe('two names that are said to be one unit', () => {
  const two = () => directoryWith(['县教育局', '县教体局'])
  const joined = (): DirectoryIntent => ({ type: 'add-alias', unit: unitId('县教育局'), alias: '县教体局' })

  it('both lead to the first from then on', () => expect(unitNamed(record(two(), joined()), '县教体局')?.id).toBe('县教育局'))
  it('are one unit, whose people are those of both', () => {
    const directory = record(directoryWith(['县教育局', '县教体局', { name: '各单位', aliases: [], members: ['县教体局'] }], { name: '苏晚晴', contactOf: ['县教体局'] }, { name: '何景川', headOf: ['县教体局', '县教育局'] }), joined())
    expect([...directory.units.keys()]).toEqual(['县教育局', '各单位'])
    expect([...directory.people.values()].map(({ contactOf, headOf }) => [...contactOf, ...headOf])).toEqual([['县教育局'], ['县教育局']])
    expect(directory.units.get(unitId('各单位'))?.members).toEqual(['县教育局'])
    expect(directory.units.get(unitId('县教育局'))?.aliases).toEqual(['县教体局'])
  })
  it('are none where one is a member of the other', () => {
    const directory = directoryWith(['青石镇', { name: '各乡镇', aliases: [], members: ['青石镇'] }])
    expect(decidedOn(directory, { type: 'add-alias', unit: unitId('各乡镇'), alias: '青石镇' })).toEqual({ ok: false, refusal: { code: 'unit-in-group', unit: '各乡镇', other: '青石镇' } })
  })
  it('are joined once', () => expect(decidedOn(record(two(), joined()), joined())).toEqual({ ok: true, events: [] }))
})

describe('a plan', () => {
  const open = (draft: string, hash: string): DirectoryIntent => ({ type: 'open-plan', draft: DraftId.parse(draft), hash })
  const first = () => record(emptyDirectory(), open('d000001', 'aa'))

  it('gets the next number', () => expect([...record(first(), open('d000002', 'bb')).plans.keys()]).toEqual(['p1', 'p2']))
  it('of one draft is opened once, however often it is confirmed', () => expect(decidedOn(first(), open('d000001', 'aa'))).toEqual({ ok: true, events: [] }))
  it('of the same words in another draft is the plan that is there', () => expect(decidedOn(first(), open('d000002', 'aa'))).toEqual({ ok: false, refusal: { code: 'plan-exists', plan: 'p1' } }))
})

describe('the directory, whatever is asked of it', () => {
  const person = fc.integer({ min: 1, max: 4 }).map((no) => PersonId.parse(`u${no}`))
  const name = fc.constantFrom('甲局', '乙局', '丙镇', '各镇')
  const unit = name.map(unitId)
  const anyIntent: fc.Arbitrary<DirectoryIntent> = fc.oneof(
    fc.record({ name, aliases: fc.array(name, { maxLength: 2 }), members: fc.array(name, { maxLength: 2 }) }).map((added) => ({ type: 'add-units' as const, units: [added] })),
    fc.integer({ min: 1, max: 4 }).map((no) => ({ type: 'add-person' as const, name: `人${no}`, handle: { platform: 'slack', id: `U${no}` } })),
    fc.record({ type: fc.constant('grant-role' as const), person, role: fc.constantFrom('leader' as const, 'secretary' as const) }),
    fc.record({ type: fc.constant('name-contact' as const), person, unit }),
    fc.record({ type: fc.constant('name-head' as const), person, unit }),
    fc.record({ type: fc.constant('set-fields' as const), person, fields: fc.array(fc.constantFrom('教育', '卫生')) }),
  )

  it('is what its log says when it is told again from the beginning', () => {
    fc.assert(fc.property(fc.array(anyIntent, { maxLength: 25 }), (intents) => {
      const directory = emptyDirectory()
      const log: string[] = []
      for (const intent of intents) {
        const decision = decidedOn(directory, intent)
        for (const event of decision.ok ? decision.events : []) {
          log.push(JSON.stringify(event))
          evolveDirectory(directory, event, stampOf('2026-07-02'))
        }
      }
      const again = log.reduce((now, line) => evolveDirectory(now, DirectoryEvent.parse(JSON.parse(line)), stampOf('2026-07-02')), emptyDirectory())
      expect(again).toEqual(directory)
    }))
  })

  it('never registers an account twice', () => {
    fc.assert(fc.property(fc.array(anyIntent, { maxLength: 25 }), (intents) => {
      const directory = emptyDirectory()
      for (const intent of intents) {
        const decision = decidedOn(directory, intent)
        for (const event of decision.ok ? decision.events : []) evolveDirectory(directory, event, stampOf('2026-07-02'))
      }
      const accounts = [...directory.people.values()].map(({ handle }) => handle?.id)
      expect(new Set(accounts).size).toBe(accounts.length)
    }))
  })
})
