// Which delivered messages are drawn again after an act.
import { describe, expect, it } from 'vitest'
import { addMs } from '#src/calendar/calendar.ts'
import { Instant } from '#src/calendar/day.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { Notice, Sent } from '#src/reminders/notice.ts'
import { toldOf } from '#src/reminders/told-of.ts'
import { day, directoryWith, nineOn, taskNo, unitId } from '#test/builders.ts'

const directory = directoryWith([], { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '纪明辉', contactOf: ['县委编办'] }, { name: '沈若兰', roles: ['secretary'] })
const plan = PlanId.parse('p1')
const [owes, receives, secretary] = [1, 2, 3].map((nth) => PersonId.parse(`u${nth}`))
const of = (to: PersonId | undefined): { to: PersonId; plan: PlanId; key: string } => ({ to: to ?? PersonId.parse('u9'), plan, key: `n/${to ?? ''}` })
const ofDuty = (to: PersonId | undefined): Notice => ({ ...of(to), kind: 'submission-waits', occurrence: 'c5/2026/1', receiver: unitId('县委编办'), on: day('2026-07-02') })
const ofTask = (to: PersonId | undefined): Notice => ({ ...of(to), kind: 'lead-named', task: taskNo(5), part: unitId('县教育局'), speaker: unitId('县教育局'), at: Instant.parse('2026-07-01T01:00:00.000Z') })
const sent = (notice: Notice, on = '2026-07-02'): Sent => ({ key: notice.key, to: notice.to, at: nineOn(on), conversation: 'D1', ts: '1', notices: [notice] })
const drawn = (messages: readonly Notice[], changed: Parameters<typeof toldOf>[1], by: PersonId | undefined): PersonId[] => toldOf(messages.map((notice) => sent(notice)), changed, by === undefined ? undefined : directory.people.get(by), directory, nineOn('2026-07-03')).map(({ to }) => to)

describe('messages that are drawn again', () => {
  it('of a duty are those of who owes it and of who receives it, whoever acted', () => {
    expect(drawn([ofDuty(owes), ofDuty(receives)], [{ plan, occurrence: 'c5/2026/1' }], receives).toSorted()).toEqual([owes, receives])
    expect(drawn([ofDuty(owes)], [{ plan, occurrence: 'c5/2027/1' }], receives)).toEqual([])
  })
  it('of a task are not those of another unit than the one that acted, but the secretaries’ are', () => {
    expect(drawn([ofTask(receives), ofTask(secretary)], [{ plan, task: taskNo(5) }], owes)).toEqual([secretary])
  })
  it('are looked for as far back as an answer, a decision or a duty reaches', () => {
    const found = (notice: Notice, by: PersonId | undefined, changed: Parameters<typeof toldOf>[1]): number[] =>
      [7, 30, 120].filter((days) => toldOf([sent(notice)], changed, by === undefined ? undefined : directory.people.get(by), directory, addMs(nineOn('2026-07-02'), days * 24 * 60 * 60 * 1000)).length > 0)
    expect(found(ofTask(owes), owes, [{ plan, task: taskNo(5) }])).toEqual([7])
    expect(found(ofTask(owes), secretary, [{ plan, task: taskNo(5) }])).toEqual([7, 30])
    expect(found(ofDuty(receives), receives, [{ plan, occurrence: 'c5/2026/1' }])).toEqual([7, 30, 120])
  })
  it('are those with one line for all that waits in the plan, whichever of it a secretary decides', () => {
    const waits = (to: PersonId | undefined): Notice => ({ ...of(to), kind: 'petition-waits', task: taskNo(9), part: unitId('县教育局'), speaker: unitId('县教育局'), what: 'extension', askedAt: Instant.parse('2026-07-01T01:00:00.000Z') })
    expect(drawn([waits(secretary)], [{ plan, task: taskNo(5) }], secretary)).toEqual([secretary])
    expect(drawn([waits(secretary)], [{ plan: PlanId.parse('p2'), task: taskNo(5) }], secretary)).toEqual([])
    // What units answer changes none of it, and comes by the dozen.
    expect(drawn([waits(secretary)], [{ plan, task: taskNo(5) }], owes)).toEqual([])
  })
})
