// 更名 and 撤并 in the directory: what a unit is called and who it is, day by day.
import { describe, expect, it } from 'vitest'
import { contactsOf, unitName, unitNamed, type Directory } from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import { unitNameOn } from '#src/directory/unit-change.ts'
import { change, day, decidedOn, directoryWith, unitId } from '#test/builders.ts'

const [old, next] = [unitId('县文广新局'), unitId('县文旅局')]
const county = (): Directory =>
  directoryWith(['县文广新局', { name: '县文旅局', aliases: ['县文化局'] }, '县教育局', { name: '各单位', aliases: [], members: ['县文广新局', '县教育局'] }], { name: '林知夏', contactOf: ['县文广新局'] }, { name: '周敏', contactOf: ['县文旅局'] })
const refusal = (intent: DirectoryIntent, directory = county()): unknown => ((decision) => (decision.ok ? 'accepted' : decision.refusal.code))(decidedOn(directory, intent, '2026-07-02'))

describe('a unit renamed from a day on', () => {
  const renamed = (): Directory => {
    const directory = county()
    change(directory, { type: 'rename-unit', unit: unitId('县教育局'), name: '县教体局', from: day('2026-08-01') }, '2026-07-02')
    return directory
  }
  const shownOn = (on: string): string => unitName(directoryOn(renamed(), day(on)), unitId('县教育局'))
  it('is shown by the new name from that day', () => expect(['2026-07-31', '2026-08-01'].map(shownOn)).toEqual(['县教育局', '县教体局']))
  it('is known by both names before and after', () => {
    for (const on of ['2026-07-31', '2026-08-01']) for (const name of ['县教育局', '县教体局']) expect(unitNamed(directoryOn(renamed(), day(on)), name)?.id).toBe('县教育局')
  })
  it('has the other as another name, and never its own', () => {
    expect(directoryOn(renamed(), day('2026-08-01')).units.get(unitId('县教育局'))).toMatchObject({ name: '县教体局', aliases: ['县教育局'] })
    expect(directoryOn(renamed(), day('2026-07-31')).units.get(unitId('县教育局'))).toMatchObject({ name: '县教育局', aliases: ['县教体局'] })
  })
  it('was called as it was then', () => expect(['2026-07-31', '2026-08-02'].map((on) => unitNameOn(renamed(), unitId('县教育局'), day(on)))).toEqual(['县教育局', '县教体局']))
  it('twice has the name of the last day that has come', () => {
    const directory = renamed()
    change(directory, { type: 'rename-unit', unit: unitId('县教育局'), name: '县教科局', from: day('2026-10-01') }, '2026-07-02')
    expect(['2026-09-30', '2026-10-01'].map((on) => unitName(directoryOn(directory, day(on)), unitId('县教育局')))).toEqual(['县教体局', '县教科局'])
  })
  it('to the name it has is nothing; to the name of another is refused', () => {
    expect(decidedOn(renamed(), { type: 'rename-unit', unit: unitId('县教育局'), name: '县教体局', from: day('2026-08-01') })).toEqual({ ok: true, events: [] })
    for (const name of ['县文旅局', '县文化局']) expect(refusal({ type: 'rename-unit', unit: unitId('县教育局'), name, from: day('2026-08-01') })).toBe('unit-name-taken')
  })
})

describe('a unit whose work another carries on from a day', () => {
  const set: DirectoryIntent = { type: 'set-succession', from: old, to: next, on: day('2026-08-01') }
  const planned = (): Directory => {
    const directory = county()
    change(directory, set, '2026-07-02')
    return directory
  }
  it('stays what it is until the day', () => {
    expect(contactsOf(planned(), old).map(({ name }) => name)).toEqual(['林知夏'])
    expect(decidedOn(planned(), { type: 'succeed-unit', from: old }, '2026-07-31')).toEqual({ ok: true, events: [] })
  })
  const succeeded = (): Directory => {
    const directory = planned()
    change(directory, { type: 'succeed-unit', from: old }, '2026-08-01')
    return directory
  }
  it('passes on its people, its names and its place in groups', () => {
    const directory = succeeded()
    expect(contactsOf(directory, next).map(({ name }) => name)).toEqual(['林知夏', '周敏'])
    expect(unitNamed(directory, '县文广新局')?.id).toBe('县文旅局')
    expect(directory.units.get(unitId('各单位'))?.members).toEqual(['县文旅局', '县教育局'])
  })
  it('keeps its name in what was', () => expect(unitName(succeeded(), old)).toBe('县文广新局'))
  it('happens once', () => expect(decidedOn(succeeded(), { type: 'succeed-unit', from: old }, '2026-08-02')).toEqual({ ok: true, events: [] }))
  it('can be taken back until the day, and not after', () => {
    const directory = planned()
    change(directory, { type: 'drop-succession', from: old }, '2026-07-20')
    expect(decidedOn(directory, { type: 'succeed-unit', from: old }, '2026-08-01')).toEqual({ ok: true, events: [] })
    expect(decidedOn(succeeded(), { type: 'drop-succession', from: old }, '2026-08-02')).toEqual({ ok: true, events: [] })
  })
  it('of a day that has come happens at once', () => {
    const directory = county()
    change(directory, { ...set, on: day('2026-07-01') }, '2026-07-02')
    expect(directory.units.has(old)).toBe(false)
    expect(directory.succeeded.get(old)).toEqual({ to: next, on: '2026-07-01', name: '县文广新局' })
  })
  it.each([
    ['into itself', { ...set, to: old }, 'succession-self'], ['of a group', { ...set, from: unitId('各单位') }, 'unit-is-group'], ['into a group', { ...set, to: unitId('各单位') }, 'unit-is-group'],
    ['of nobody', { ...set, from: unitId('县气象局') }, 'unit-unknown'],
  ] as const)('%s is refused', (_, intent, code) => expect(refusal(intent)).toBe(code))
  it('planned otherwise already is refused, and so is a successor that ends itself', () => {
    expect(refusal({ ...set, to: unitId('县教育局') }, planned())).toBe('succession-planned')
    expect(refusal({ type: 'set-succession', from: unitId('县教育局'), to: old, on: day('2026-09-01') }, planned())).toBe('succession-planned')
    expect(decidedOn(planned(), set)).toEqual({ ok: true, events: [] })
  })
})
