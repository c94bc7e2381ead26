// What nobody can tell yet may come to nothing when nobody is there any more to hear of it.
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { report as reporting } from '#commands/report.ts'
import { guarded } from '#src/desk.ts'
import type { Desk } from '#src/command.ts'
import { DraftId } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { directoryKey, planKey } from '#src/log-subjects.ts'
import { report, task, unitId } from './builders.ts'
import { entryAfter } from './store/log-entries.ts'
import { hasty } from './store/guests.ts'
import { realDesk, type RealDesk } from './real-desk.ts'

const imported = { title: '方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source: { id: 's1', name: 'plan.txt', text: '', hash: '' }, obligations: [], bodies: [], doubts: [], tasks: [task(1, { lead: '县教育局' })] }
const [doorOfReporting = reporting] = guarded([reporting])

let county: RealDesk
let plan: PlanId
const unheard: unknown[] = []
const hear = (reason: unknown): void => void unheard.push(reason)

beforeEach(async () => {
  county = await realDesk(['县教育局'], ['苏晚晴', '沈若兰'], hasty)
  await county.change('2026-01-05', { type: 'grant-role', person: county.person('沈若兰'), role: 'secretary' })
  await county.change('2026-01-05', { type: 'name-contact', person: county.person('苏晚晴'), unit: unitId('县教育局') })
  plan = await county.open('2026-01-05', imported)
  await county.record('2026-01-06', plan, { type: 'hand-out' })
  unheard.length = 0
  process.on('unhandledRejection', hear)
})
afterEach(() => void process.off('unhandledRejection', hear))

type Act = (desk: Desk) => Promise<object>
const acts: [string, () => string, string, Act][] = [
  ['an intent', () => planKey(plan), '苏晚晴', async (desk) => desk.record(plan, report(1, '县教育局'))],
  ['a change of people', () => directoryKey, '沈若兰', async (desk) => desk.recordPerson({ type: 'add-units', units: [{ name: '县财政局', aliases: [] }] })],
  ['a plan’s number', () => directoryKey, '沈若兰', async (desk) => desk.openPlan(DraftId.parse('d999999'), 'another')],
  ['a command', () => planKey(plan), '苏晚晴', async (desk) => doorOfReporting.handle({ task: `${plan}-1` }, desk)],
]

describe.each(acts)('what becomes of %s, which nobody can tell and nobody listens to,', (_, key, who, act) => {
  const unsure = async (): Promise<void> => expect(await county.losing(key(), async () => act(county.deskAt('2026-07-02', who)))).toHaveProperty('settled')

  it('ends no process where it is still not known at the stop', async () => {
    await unsure()
    await county.ledgers.close()
    await setImmediate()
    expect(unheard).toEqual([])
  })

  it('ends no process where the log turns out to be another', async () => {
    await unsure()
    county.log(key()).replaceWith([entryAfter({ position: 0, hash: '' }, 'elsewhere')])
    county.log(key()).setAway(false)
    await county.ledgers.close()
    await setImmediate()
    expect(unheard).toEqual([])
  })
})
