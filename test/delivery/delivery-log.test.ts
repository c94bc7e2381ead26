import { describe, expect, it } from 'vitest'
import { Day, Instant } from '#src/calendar/day.ts'
import { accept } from '#src/ledger/decision.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { claim, confirm, deliveryLog, endClaim, toldBy, type DeliveryEvent, type DeliveryState } from '#src/delivery/delivery-log.ts'
import { notice, person } from './county.ts'

const on = Day.parse('2026-06-30')
const at = Instant.parse('2026-06-30T01:00:00.000Z')
const until = Instant.parse('2026-06-30T01:00:30.000Z')
const stamp: Stamp = { at, on, by: 'system', via: 'system' }
const place = { conversation: 'D1', ts: '1.1' }
const nothing = accept()

const parcel = (key: string, ...notices: string[]): Parcel => ({ key, to: person(1), notices: notices.map((each) => notice(each)) })
const claimed = (of: Parcel): DeliveryEvent => ({ type: 'claimed', ...of, worker: 'one', until })
const after = (...events: DeliveryEvent[]): DeliveryState =>
  events.reduce((state, event, index) => deliveryLog.evolve(state, event, stamp, index + 1), deliveryLog.initial())
const claims = (state: DeliveryState, wanted: Parcel, today = on): boolean => {
  const decision = claim(state, wanted, { worker: 'two', until, today })
  return decision.ok && decision.events.length === 1
}

describe('a parcel', () => {
  const digest = parcel('digest', 'a', 'b')

  it('is claimed by one', () => {
    expect(claims(after(), digest)).toBe(true)
    expect(claims(after(claimed(digest)), digest)).toBe(false)
  })

  it('is free again once released, and never once delivered', () => {
    expect(claims(after(claimed(digest), { type: 'released', key: 'digest', why: 'not-found' }), digest)).toBe(true)
    expect(claims(after(claimed(digest), { type: 'delivered', key: 'digest', ...place, at }), digest)).toBe(false)
  })

  it('to somebody who cannot be reached is free again the next day', () => {
    const state = after(claimed(digest), { type: 'unreachable', key: 'digest', why: 'account_inactive' })
    expect(claims(state, digest)).toBe(false)
    expect(claims(state, digest, Day.parse('2026-07-01'))).toBe(true)
  })

  it('to somebody who cannot be reached is free again too where the day was a clock’s that ran ahead', () => {
    const state = after(claimed(digest), { type: 'unreachable', key: 'digest', why: 'account_inactive' })
    expect(claims(state, digest, Day.parse('2026-06-29'))).toBe(true)
  })

  it('to somebody who cannot be reached has that person known as unreached, until a message arrives', () => {
    const unreached = after(claimed(digest), { type: 'unreachable', key: 'digest', why: 'user_disabled' })
    expect([...unreached.unreachable]).toEqual([[person(1), { on, why: 'user_disabled' }]])
    const reached = after(claimed(digest), { type: 'unreachable', key: 'digest', why: 'user_disabled' }, claimed(parcel('next', 'c')), { type: 'delivered', key: 'next', ...place, at })
    expect(reached.unreachable.size).toBe(0)
  })

  it('is not claimed with a notice that is in another one, sent or perhaps sent', () => {
    const state = after(claimed(digest))
    expect(claims(state, parcel('prompt', 'b'))).toBe(false)
    expect(claims(after(claimed(digest), { type: 'delivered', key: 'digest', ...place, at }), parcel('prompt', 'b', 'c'))).toBe(false)
    expect(claims(state, parcel('prompt', 'c'))).toBe(true)
  })

  it('is delivered once, whoever finds out', () => {
    const state = after(claimed(digest))
    expect(confirm(state, 'digest', place, at)).toMatchObject({ ok: true, events: [{ type: 'delivered' }] })
    expect(confirm(after(claimed(digest), { type: 'delivered', key: 'digest', ...place, at }), 'digest', place, at)).toEqual(nothing)
  })

  it('is given back only by who ends its last claim', () => {
    const release = { type: 'released', key: 'digest', why: 'not-found' } as const
    const again = after(claimed(digest), release, claimed(digest))
    expect(endClaim(again, 1, release)).toEqual(nothing)
    expect(endClaim(again, 3, release)).toEqual(accept(release))
    expect(endClaim(after(claimed(digest), { type: 'delivered', key: 'digest', ...place, at }), 1, release)).toEqual(nothing)
  })
})

describe('what need not be said', () => {
  const state = after(claimed(parcel('sent', 'a')), { type: 'delivered', key: 'sent', ...place, at }, claimed(parcel('on its way', 'b')), claimed(parcel('back', 'c')), { type: 'released', key: 'back', why: 'refused' })

  it('is what was told, and what may be on its way', () => {
    const told = toldBy(state, on)
    expect(['a', 'b', 'c', 'd'].filter((key) => told.notice(key))).toEqual(['a', 'b'])
    expect(['sent', 'on its way', 'back', 'new'].filter((key) => told.parcel(key))).toEqual(['sent', 'on its way'])
  })

  it('does not count a claim of one’s own', () => {
    const told = toldBy(state, on, 'on its way')
    expect([told.notice('b'), told.parcel('on its way'), told.notice('a')]).toEqual([false, false, true])
  })
})
