// The county of a simulated day: few people, few tasks, and much that falls due at once. Built by the ledger's own books, once.
import type { Day } from '#src/calendar/day.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { LogEntry } from '#src/ledger/log.ts'
import type { ImportedTask } from '#src/ledger/task.ts'
import { openLedgers } from '#src/ledgers.ts'
import { directoryKey, directorySubject, planKey, planSubject } from '#src/log-subjects.ts'
import { foldedLog, type Subject } from '#src/store/folded-log.ts'
import type { Snapshot } from '#src/store/snapshot.ts'
import { memoryLog, type MemoryLog } from '#test/store/memory-log.ts'
import { quiet } from '#test/store/quiet.ts'
import { acceptClaim, claim, day, nudgeOf, report, returnClaim, stampOf, task, taskNo, unitId, workCalendar } from '#test/builders.ts'

export const plan = PlanId.parse('p1')
const personId = (id: string): PersonId => PersonId.parse(id)

const simulatedOn = day('2026-06-23')

const tasksOn = (on: Day): ImportedTask[] => [
  task(1, { due: workCalendar.addDays(on, 7), lead: '甲局' }),
  task(2, { due: workCalendar.addDays(on, 1), lead: '甲局', support: ['乙局'] }),
  task(3, { due: workCalendar.addDays(on, -8), lead: '乙局' }),
  task(4, { lead: '乙局' }),
  task(5, { due: workCalendar.addDays(on, 2), lead: '各镇' }),
]

const peopleOf = (accountOf: (nth: number) => string): DirectoryIntent[] => [
  { type: 'add-units', units: [{ name: '甲局', aliases: [] }, { name: '乙局', aliases: [] }, { name: '子镇', aliases: [] }, { name: '丑镇', aliases: [] }, { name: '各镇', aliases: [], members: ['子镇', '丑镇'] }] },
  ...['秘书', '甲联络员', '乙联络员', '乙局长', '镇联络员'].map((name, index): DirectoryIntent => ({ type: 'add-person', name, handle: { platform: 'slack', id: accountOf(index + 1) } })),
  { type: 'grant-role', person: personId('u1'), role: 'secretary' },
  ...[['u2', '甲局'], ['u3', '乙局'], ['u5', '子镇'], ['u5', '丑镇']].map(([person = '', unit = '']): DirectoryIntent => ({ type: 'name-contact', person: personId(person), unit: unitId(unit) })),
  { type: 'name-head', person: personId('u4'), unit: unitId('乙局') },
  { type: 'open-plan', draft: DraftId.parse('d000001'), hash: '' },
]

/**
 * The logs as they stand when the day begins, by key.
 *
 * @param on the day: what falls due lies around it
 * @param accountOf of the secretary, two contacts, a head, and the contact of two towns, from 1 on
 */
export async function smallCounty(on: Day = simulatedOn, accountOf = (nth: number): string => `U${nth}`): Promise<ReadonlyMap<string, readonly LogEntry[]>> {
  const logs = new Map<string, MemoryLog>()
  const ledgers = await openLedgers({
    logger: quiet,
    logOf(key) {
      const log = logs.get(key) ?? memoryLog()
      logs.set(key, log)
      return log
    },
  })
  const stamp = stampOf('2026-01-05')
  for (const [index, intent] of peopleOf(accountOf).entries()) await ledgers.recordDirectory(`set-up/${index}`, stamp, intent)
  await ledgers.planOf(DraftId.parse('d000001'))
  const source = { id: 's1', name: 'plan.txt', text: '', hash: '' }
  const obligations = [{ id: 'c1', what: '报送编制情况', every: 'half-year', times: 1, task: taskNo(1), text: '每半年报送一次' }]
  const bodies = [{ id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'half-year', times: 1, text: '每半年至少召开一次' }] }]
  await ledgers.recordPlan(plan, 'set-up/import', stamp, { type: 'import', plan: { title: '三年行动计划', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source, obligations, bodies, doubts: [], tasks: tasksOn(on) } })
  await ledgers.recordPlan(plan, 'set-up/hand-out', stamp, { type: 'hand-out' })
  await ledgers.close()
  return new Map([...logs].map(([key, log]) => [key, log.entries()]))
}

const kept = new WeakMap<ReadonlyMap<string, readonly LogEntry[]>, ReadonlyMap<string, Snapshot>>()

/** The same logs as their snapshots: what a process finds that begins when others have lived. */
export function snapshotsOf(county: ReadonlyMap<string, readonly LogEntry[]>): ReadonlyMap<string, Snapshot> {
  const known = kept.get(county) ?? new Map([snapshotOf(county, directoryKey, directorySubject), snapshotOf(county, planKey(plan), planSubject(plan))])
  kept.set(county, known)
  return known
}

function snapshotOf<State, Event>(county: ReadonlyMap<string, readonly LogEntry[]>, key: string, subject: Subject<State, Event>): [string, Snapshot] {
  const log = foldedLog(subject)
  for (const entry of county.get(key) ?? []) log.take(entry)
  return [key, log.snapshot()]
}

/** What people do on such a day. */
export const acts: readonly [PlanIntent, ...PlanIntent[]] = [
  report(1, '甲局'), report(2, '甲局', { state: 'difficulty', problem: '缺资金' }), report(3, '乙局'), report(4, '乙局'), report(5, '各镇', { member: '子镇' }), report(5, '各镇', { member: '丑镇' }),
  claim(2, '甲局'), claim(3, '乙局'), acceptClaim(2, '甲局'), returnClaim(2, '甲局'), returnClaim(3, '乙局'), acceptClaim(3, '乙局'),
  nudgeOf(1, '甲局'), nudgeOf(3, '乙局'), nudgeOf(4, '乙局'), nudgeOf(5, '各镇'),
  { type: 'set-due', task: taskNo(1), day: day('2026-06-24'), reason: '提前' }, { type: 'set-due', task: taskNo(2), day: day('2026-07-31'), reason: '延后' },
  { type: 'schedule-review', kind: 'inspection', day: day('2026-06-24'), tasks: [taskNo(1), taskNo(3)], units: [unitId('甲局'), unitId('乙局')], prepare: '' }, { type: 'move-review', review: 'r1', day: day('2026-06-25'), reason: '与例会冲突' }, { type: 'cancel-review', review: 'r1', reason: '并入县委督查' },
  { type: 'schedule-meeting', body: 'b1', day: day('2026-06-23'), time: '10:00', place: '' }, { type: 'cancel-meeting', meeting: 'm1', reason: '另行通知' }, { type: 'request-agenda', body: 'b1', topic: '编制' },
  { type: 'set-policy', set: { dueMarks: [15, 5, 1], digestFrom: '08:30' } }, { type: 'set-policy', set: { overdueEvery: 3, headAfter: 3, progressMarks: [9, 2] }, defaults: true },
]
