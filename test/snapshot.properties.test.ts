// What is read back from a snapshot is what the fold made, at whatever entry it was made, and goes on as the fold does.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { LogEntry } from '#src/ledger/log.ts'
import { deliverySubject, directorySubject, planSubject } from '#src/log-subjects.ts'
import { foldedLog, type FoldedLog, type Subject } from '#src/store/folded-log.ts'
import { encoded, decoded } from '#src/store/snapshot-file.ts'
import { anyImport, anySteps, born, record } from './any-life.ts'
import { stampOf, workCalendar } from './builders.ts'
import { seededLogs } from './checker/county-logs.ts'
import { entryAfter } from './store/log-entries.ts'

const key = '{plan:p1}:log'
const rowOf = (bodies: readonly string[]): LogEntry[] => {
  const row: LogEntry[] = []
  for (const body of bodies) row.push(entryAfter(row.at(-1) ?? { position: 0, hash: '' }, `i${row.length}`, body))
  return row
}

/** Through the bytes of the file. */
function readBack<State, Event>(subject: Subject<State, Event>, known: FoldedLog<State, Event>): FoldedLog<State, Event> {
  const read = decoded(Buffer.concat(encoded(known.snapshot(), key, 'c0de')), key, 'c0de')
  if (!read.ok) throw new Error(read.why)
  const back = foldedLog(subject)
  back.standOn(read.snapshot, () => {
    throw new Error('it does not unpack')
  })
  return back
}

function folded<State, Event>(subject: Subject<State, Event>, row: readonly LogEntry[]): FoldedLog<State, Event> {
  const known = foldedLog(subject)
  for (const entry of row) known.take(entry)
  return known
}

/** At each of the places, and with all that follows folded on both. */
function expectSame<State, Event>(subject: Subject<State, Event>, row: readonly LogEntry[], places: readonly number[], alike: (one: State, other: State) => void = () => undefined): void {
  for (const place of places.map((each) => each % (row.length + 1)).filter((each) => each > 0)) {
    const known = folded(subject, row.slice(0, place))
    const back = readBack(subject, known)
    expect(back.state()).toStrictEqual(known.state())
    expect(back.tail()).toEqual(known.tail())
    alike(back.state(), known.state())
    for (const entry of row.slice(place)) {
      back.take(entry)
      known.take(entry)
      alike(back.state(), known.state())
    }
    expect(back.state()).toStrictEqual(known.state())
    expect([...back.entries()]).toStrictEqual([...known.entries()])
    for (const { id } of row) expect(back.find(id)).toStrictEqual(known.find(id))
  }
}

describe('a snapshot', () => {
  it('of any plan is its fold, and goes on as its fold does', () => {
    fc.assert(
      fc.property(anyImport, anySteps, fc.array(fc.nat(200), { minLength: 3, maxLength: 3 }), (imported, steps, places) => {
        const life = born(imported)
        record(life, { type: 'hand-out' })
        for (const { intents, days } of steps) {
          for (const intent of intents) record(life, intent)
          life.today = workCalendar.addDays(life.today, days)
        }
        const row = rowOf(life.entries.map(({ stamp, events }) => JSON.stringify({ stamp, events })))
        // What is taken back is asked of the things themselves: they are the same ones again.
        const undo = (plan: Parameters<typeof decidePlan>[0]): unknown => ['u1', 'u2'].map((by) => decidePlan(plan, { type: 'undo' }, stampOf(life.today, PersonId.parse(by))))
        expectSame(planSubject(PlanId.parse('p1')), row, places, (one, other) => expect(undo(one)).toEqual(undo(other)))
      }),
      { numRuns: 60 },
    )
  })

  it('of every log of the sample county is its fold', async () => {
    const { directory, plans } = await seededLogs()
    expectSame(directorySubject, rowOf(directory.map(({ body }) => body)), [1, directory.length >> 1, directory.length])
    for (const [id, entries] of plans) expectSame(planSubject(id), rowOf(entries.map(({ body }) => body)), [1, entries.length >> 1, entries.length])
  })

  it('of what was sent is its fold', () => {
    const notice = { kind: 'handed-out', key: 'handed-out/p1/u1', plan: 'p1', to: 'u1', unit: '县教育局', tasks: [1] }
    const [claimed, parcel] = [{ type: 'claimed', key: 'a', to: 'u1', notices: [notice], worker: 'w', until: '2026-06-30T01:03:03.004Z' }, 'a']
    const events = [claimed, { type: 'released', key: parcel, why: 'refused' }, claimed, { type: 'unreachable', key: parcel, why: 'gone' }, claimed, { type: 'delivered', key: parcel, conversation: 'D1', ts: '1.2', at: '2026-06-30T01:02:03.004Z' }, { type: 'balanced', balance: { day: '2026-06-30', plans: [], unsent: [] } }]
    const row = rowOf(events.map((event) => JSON.stringify({ stamp: stampOf('2026-06-30'), events: [event] })))
    expectSame(deliverySubject, row, row.map(({ position }) => position))
  })
})
