// Which tasks a list holds by the words it is asked with, and how each is named where there are other plans.
import { describe, expect, it } from 'vitest'
import { task as taskCommand } from '#commands/task.ts'
import { commands } from '#commands/index.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { acceptClaim, after, claim, personNamed, planOf, report, task, taskNo, unitId } from '../builders.ts'
import { smallCounty } from '../any-plan.ts'
import { deskOf } from '../desk.ts'
import { cardIn, shown, type } from './acting.ts'

/** One accepted in June, one that was due in June, one in July. */
function plan(id = 'p1') {
  const made = planOf([task(1, { lead: '县教育局', due: '2026-08-31' }), task(2, { lead: '县教育局', due: '2026-06-20' }), task(3, { lead: '县财政局', due: '2026-07-20' })], { id })
  after(made, '2026-06-10', claim(1, '县教育局', '已建成'))
  return after(made, '2026-06-12', acceptClaim(1, '县教育局'))
}
const listed = async (words: string, asker = '何景川', plans = [plan()]): Promise<string> => cardIn(await type(taskCommand, words, deskOf({ plans, directory: smallCounty(), asker }))).text

describe('a time of which it is said that something was done in it', () => {
  it.each(['上个月办结', '上月完成', '6月办结', '二季度已办结', 'done-last-month'])('%s lists what was accepted in it, whenever it was due', async (words) => expect(await listed(words)).toMatch(/办结：共1项/))
  it('is not the time in which it is due', async () => expect(await listed('6月到期')).toMatch(/6月1日至6月30日到期：共1项/))
  it('has nothing in it where nothing was accepted', async () => expect(await listed('本月办结')).toContain('目前没有任务'))
  it('最近到期 is what falls due within a month', async () => expect(await listed('最近到期')).toMatch(/7月2日至8月1日到期：共1项/))
  it('本月要办结 is what is due in it', async () => expect(await listed('本月要办结')).toMatch(/7月1日至7月31日到期：共1项/))
})

describe('what units cannot settle', () => {
  const blocked = () => after(plan(), '2026-06-30', { ...report(3, '县财政局', { state: 'blocked', problem: '等盖章' }), needs: '县教育局' } as Parameters<typeof after>[2])
  it('is listed for the secretary', async () => expect(await listed('需协调', '沈若兰', [blocked()])).toContain('需协调：共1项'))
  it('is no leader’s until it is handed up', async () => {
    expect(await listed('需协调', '何景川', [blocked()])).toContain('“需协调、已上报”目前没有任务')
    const up = after(blocked(), '2026-07-01', { type: 'hand-up-coordination', task: taskNo(3), units: [unitId('县财政局')], to: personNamed(smallCounty(), '何景川').id, words: '请定', quotes: [] })
    expect(await listed('需协调', '何景川', [up])).toContain('需协调、已上报：共1项')
  })
})

it('a number says whose it is where another plan has it too, though the list is of one', async () => {
  const desk = deskOf({ plans: [plan('p1'), plan('p2')], directory: smallCounty(), asker: '何景川' })
  expect(shown(await type(taskCommand, 'p1 逾期', desk))).toContain('p1-2')
  expect(shown(await type(taskCommand, '逾期', deskOf({ plans: [plan()], directory: smallCounty(), asker: '何景川' })))).not.toContain('p1-2')
})

it('my orders is a name of its own', () => expect(findCommand(commands, ['my', 'orders'])).toMatchObject({ kind: 'found', command: { name: { en: 'instructions' } }, words: [] }))
