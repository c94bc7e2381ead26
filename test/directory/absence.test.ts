// 代办: who is away, who stands in, who is asked on which day, and when it is refused.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AbsenceIntent } from '#src/directory/absence.ts'
import { contactsOf, type Directory } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import { may } from '#src/directory/permissions.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { askedFor } from '#src/queries/answering.ts'
import { change, day, decidedOn, directoryWith, personNamed, unitId } from '#test/builders.ts'

const education = unitId('县教育局')
const county = (): Directory =>
  directoryWith(
    ['县教育局', '县财政局'],
    { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U1' },
    { name: '唐一鸣', contactOf: ['县财政局'], handle: 'U2' },
    { name: '方叔文', headOf: ['县教育局'], handle: 'U3' },
    { name: '白露', handle: 'U4' },
    { name: '纸上人' },
  )
const [su, tang, fang, bai, paper] = ['u1', 'u2', 'u3', 'u4', 'u5'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId, PersonId, PersonId]

const away = (person: PersonId, from: string, until: string, deputy?: PersonId): AbsenceIntent => ({ type: 'set-absence', person, from: day(from), until: day(until), ...(deputy === undefined ? {} : { deputy }) })
const withAbsence = (...absences: AbsenceIntent[]): Directory => {
  const directory = county()
  for (const absence of absences) change(directory, absence, '2026-07-02')
  return directory
}
const week = away(su, '2026-07-06', '2026-07-10', tang)
const askedOn = (directory: Directory, on: string, unit = education): string[] => askedFor(directoryOn(directory, day(on)), unit).map(({ name }) => name)

describe('from day to day', () => {
  it.each([['2026-07-05', '苏晚晴'], ['2026-07-06', '唐一鸣'], ['2026-07-10', '唐一鸣'], ['2026-07-11', '苏晚晴']])('on %s %s is asked', (on, name) => expect(askedOn(withAbsence(week), on)).toEqual([name]))

  it('the deputy may what the contact may, and keeps what is their own', () => {
    const standing = directoryOn(withAbsence(week), day('2026-07-08'))
    const deputy = personNamed(standing, '唐一鸣')
    expect(unitsAnsweredBy(deputy)).toEqual(['县财政局', '县教育局'])
    expect(may(deputy, 'report', [education])).toBe(true)
    expect(askedOn(withAbsence(week), '2026-07-08', unitId('县财政局'))).toEqual(['唐一鸣'])
  })

  it('the contact still may, and is still the contact', () => {
    const standing = directoryOn(withAbsence(week), day('2026-07-08'))
    expect(may(personNamed(standing, '苏晚晴'), 'report', [education])).toBe(true)
    expect(contactsOf(standing, education).map(({ name }) => name)).toEqual(['苏晚晴'])
  })

  it('before and after, the deputy may nothing of it', () => {
    for (const on of ['2026-07-05', '2026-07-11']) expect(may(personNamed(directoryOn(withAbsence(week), day(on)), '唐一鸣'), 'report', [education])).toBe(false)
  })

  it('a deputy who leaves too hands on to their own', () => {
    const both = withAbsence(week, away(tang, '2026-07-08', '2026-07-09', bai))
    expect(['2026-07-07', '2026-07-08', '2026-07-10'].map((on) => askedOn(both, on))).toEqual([['唐一鸣'], ['白露'], ['唐一鸣']])
    expect(askedOn(both, '2026-07-08', unitId('县财政局'))).toEqual(['白露'])
  })

  it('taken back, the contact is asked at once', () => {
    const directory = withAbsence(week)
    change(directory, { type: 'end-absence', person: su, from: day('2026-07-06') }, '2026-07-07')
    expect(askedOn(directory, '2026-07-07')).toEqual(['苏晚晴'])
  })

  it('without a deputy the head is asked, and where nobody is there the contact all the same', () => {
    const alone = withAbsence(away(su, '2026-07-06', '2026-07-10'))
    expect(askedOn(alone, '2026-07-08')).toEqual(['方叔文'])
    change(alone, away(fang, '2026-07-06', '2026-07-10'), '2026-07-02')
    expect(askedOn(alone, '2026-07-08')).toEqual(['苏晚晴'])
  })

  it('another contact who is there is asked alone or beside the deputy', () => {
    const two = withAbsence(away(su, '2026-07-06', '2026-07-10'))
    change(two, { type: 'name-contact', person: bai, unit: education })
    expect(askedOn(two, '2026-07-08')).toEqual(['白露'])
  })
})

describe('days for which nobody was named yet', () => {
  const named = (on: string): string => ((decision) => (decision.ok ? 'taken' : decision.refusal.code))(decidedOn(withAbsence(away(su, '2026-07-06', '2026-07-10')), week, on))

  it.each([['2026-07-02', 'taken'], ['2026-07-08', 'taken'], ['2026-07-10', 'taken'], ['2026-07-11', 'day-past']])('have a deputy named on %s: %s', (on, outcome) => expect(named(on)).toBe(outcome))

  it('are the deputy’s from the day it is said', () => {
    const directory = withAbsence(away(su, '2026-07-06', '2026-07-10'))
    change(directory, week, '2026-07-08')
    expect(askedOn(directory, '2026-07-08')).toEqual(['唐一鸣'])
    expect(directory.absences).toHaveLength(1)
  })
})

describe('B岗', () => {
  const withBackup = (...absences: AbsenceIntent[]): Directory => {
    const directory = withAbsence(...absences)
    change(directory, { type: 'name-backup', person: bai, unit: education })
    return directory
  }
  it('may answer at any time, and is not asked while a contact is there', () => {
    expect(may(personNamed(withBackup(), '白露'), 'report', [education])).toBe(true)
    expect(askedOn(withBackup(), '2026-07-02')).toEqual(['苏晚晴'])
  })
  it('is asked where no contact is there, before the head', () => {
    expect(askedOn(withBackup(away(su, '2026-07-06', '2026-07-10')), '2026-07-08')).toEqual(['白露'])
    const none = withBackup()
    change(none, { type: 'remove-contact', person: su, unit: education })
    expect(askedOn(none, '2026-07-02')).toEqual(['白露'])
  })
  it('is not asked where a deputy was named for the days', () => expect(askedOn(withBackup(week), '2026-07-08')).toEqual(['唐一鸣']))
})

describe('is refused', () => {
  const refusedWith = (intent: AbsenceIntent, directory = county()): unknown => ((decision) => (decision.ok ? 'accepted' : decision.refusal.code))(decidedOn(directory, intent, '2026-07-02'))
  it.each([
    ['for days that are past', away(su, '2026-07-01', '2026-07-10', tang), 'day-past'],
    ['where the last day is before the first', away(su, '2026-07-10', '2026-07-06', tang), 'days-reversed'],
    ['by oneself', away(su, '2026-07-06', '2026-07-10', su), 'deputy-self'],
    ['by somebody without an account', away(su, '2026-07-06', '2026-07-10', paper), 'deputy-no-account'],
    ['for somebody who holds no post', away(bai, '2026-07-06', '2026-07-10', tang), 'nothing-to-cover'],
    ['by somebody who is not there', away(su, '2026-07-06', '2026-07-10', PersonId.parse('u99')), 'person-unknown'],
  ] as const)('%s', (_, intent, code) => expect(refusedWith(intent)).toBe(code))
  it('over days that are arranged', () => expect(refusedWith(away(su, '2026-07-10', '2026-07-12', fang), withAbsence(week))).toBe('absence-overlaps'))
  it('by somebody who is away too', () => expect(refusedWith(away(fang, '2026-07-09', '2026-07-12', su), withAbsence(week))).toBe('deputy-away'))
  it('without a deputy, where nobody else of a unit could be asked', () => expect(refusedWith(away(tang, '2026-07-06', '2026-07-10'))).toBe('nobody-stands-in'))
  it('not where the same is asked once more: nothing happens', () => expect(decidedOn(withAbsence(week), week)).toEqual({ ok: true, events: [] }))
})

describe('whoever is away and stands in for whom', () => {
  const person = fc.constantFrom(su, tang, fang, bai)
  const days = fc.integer({ min: 3, max: 20 }).map((date) => `2026-07-${String(date).padStart(2, '0')}`)
  const absences = fc.array(fc.record({ who: person, from: days, until: days, deputy: fc.option(person, { nil: undefined }) }), { maxLength: 8 })
  it('somebody is asked for every unit on every day, and never somebody who is away while another is there', () => {
    fc.assert(fc.property(absences, days, (asked, on) => {
      const directory = county()
      for (const { who, from, until, deputy } of asked) {
        const decision = decidedOn(directory, away(who, from, until, deputy))
        if (decision.ok) change(directory, away(who, from, until, deputy))
      }
      const standing = directoryOn(directory, day(on))
      const people = askedFor(standing, education)
      expect(people.length).toBeGreaterThan(0)
      if (people.some(({ away: gone }) => gone !== undefined)) expect([su, fang].every((id) => standing.people.get(id)?.away !== undefined)).toBe(true)
      for (const each of people) expect(may(each, 'report', [education])).toBe(true)
    }))
  })
})
