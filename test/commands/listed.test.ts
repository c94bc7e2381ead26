// Which tasks a list holds by the words it is asked with, and how each is named where there are other plans.
import { describe, expect, it } from 'vitest'
import { task as taskCommand } from '#commands/task.ts'
import { commands } from '#commands/index.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { acceptClaim, after, claim, personNamed, planOf, report, task, taskNo, unitId } from '../builders.ts'
import { smallCounty } from '../any-plan.ts'
import { plain } from '#templates/rich.ts'
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
  it('本月要办结 is what is due in it', async () => expect(await listed('本月要办结')).toMatch(/7月1日至7月31日要完成：共1项/))
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

it.each([['cancel meeting m5 flood', 'cancel-meeting', ['m5', 'flood']], ['move review r1 7/14', 'move-review', ['r1', '7/14']], ['cancel days off 7/14', 'cancel-days-off', ['7/14']], ['not this time 领导小组 flood', 'excuse-cadence', ['领导小组', 'flood']], ['all-normal', 'all-normal', []], ['all normal', 'all-normal', []]])('%s: a space stands for a hyphen', (line, name, words) =>
  expect(findCommand(commands, line.split(' '))).toMatchObject({ kind: 'found', command: { name: { en: name } }, words }))
it.each([['schedule meeting 领导小组 7/14', 'meeting'], ['安排 会议 领导小组 7/14', 'meeting'], ['安排会议 领导小组 7/14', 'meeting'], ['schedule review 领导小组 7/14', 'review'], ['安排 调度 领导小组 7/14', 'review'], ['安排调度 领导小组 7/14', 'review']])('%s: what is scheduled may stand behind the word', (line, name) => {
  const found = findCommand(commands, line.split(' '))
  expect(found).toMatchObject({ kind: 'found', command: { name: { en: name } } })
  expect(found.kind === 'found' ? found.command.typed(found.words) : undefined).toMatchObject({ schedule: true, [name === 'meeting' ? 'body' : 'task']: '领导小组' })
})
it('my orders is a name of its own', () => expect(findCommand(commands, ['my', 'orders'])).toMatchObject({ kind: 'found', command: { name: { en: 'instructions' } }, words: [] }))

describe('of some tasks the worst come first', () => {
  /** 2 and 5 are late, 6 in difficulty; the education bureau leads all but 5, which it supports. */
  const made = () => after(planOf([
    task(1, { lead: '县教育局', section: '校园' }), task(2, { lead: '县教育局', section: '校园', due: '2026-06-20' }), task(3, { lead: '县教育局', section: '校园', due: '2026-12-20' }),
    task(5, { lead: '县财政局', support: ['县教育局'], section: '校园', due: '2026-05-20' }), task(6, { lead: '县教育局', section: '校园' }),
  ]), '2026-06-30', report(6, '县教育局', { state: 'difficulty', problem: '缺人' }))
  const numbersOf = async (words: string): Promise<(string | undefined)[]> => (cardIn(await type(taskCommand, words, deskOf({ plans: [made()], directory: smallCounty(), asker: '何景川' }))).sections ?? []).flatMap(({ rows }) => rows.map(({ line }) => /^\S+ (\d+) /.exec(plain(line))?.[1]))

  it('what a unit answers for stands before what it supports, and is counted so', async () => {
    expect(await numbersOf('县教育局 未完成')).toEqual(['2', '6', '1', '3', '5'])
    expect(await listed('县教育局 未完成', '何景川', [made()])).toBe('县教育局 · 未办结：牵头4项（另配合1项，共5项）')
  })
  it.each(['领域 校园', '未完成'])('%s: whoever answers for them', async (words) => expect((await numbersOf(words)).slice(0, 3)).toEqual(['5', '2', '6']))
  it('a whole plan stays in its own order', async () => expect(await numbersOf('p1')).toEqual(['1', '2', '3', '5', '6']))

  it('over several plans too', async () => {
    const other = planOf([task(1, { lead: '县教育局', section: '校园', due: '2026-06-01' }), task(2, { lead: '县教育局', section: '校园', due: '2026-12-20' })], { id: 'p2' })
    const card = cardIn(await type(taskCommand, '县教育局 未完成', deskOf({ plans: [made(), other], directory: smallCounty(), asker: '何景川' })))
    expect((card.sections ?? []).flatMap(({ rows }) => rows.map(({ line }) => /p\d-\d/.exec(plain(line))?.[0]))).toEqual(['p2-1', 'p1-2', 'p1-6', 'p1-1', 'p1-3', 'p2-2', 'p1-5'])
  })
})
