// What a leader asks in passing: a day that is not there yet, what is not finished, whose words were recorded.
import { describe, expect, it } from 'vitest'
import { changes } from '#commands/changes.ts'
import { instructOnBehalf } from '#commands/instruct-on-behalf.ts'
import { instructions } from '#commands/instructions.ts'
import { task as taskCommand } from '#commands/task.ts'
import { units } from '#commands/units.ts'
import { commands } from '#commands/index.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { acceptClaim, after, claim, day, directoryWith, personNamed, planWith, task, unitId } from '../builders.ts'
import { deskOf } from '../desk.ts'
import { shown, type } from './acting.ts'

const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const plan = () => after(after(after(planWith(task(1, { lead: '县教育局' }), task(2, { lead: '县教育局' }), task(3, { lead: '县教育局' })), '2026-06-20', claim(1, '县教育局')), '2026-06-20', claim(2, '县教育局')), '2026-06-21', acceptClaim(2, '县教育局'))
const deskFor = (asker: string) => deskOf({ plans: [plan()], directory, asker, today: '2026-07-02' })

describe('a day that is ahead', () => {
  it('is not taken for that of a year in which there was no plan', async () => expect(shown(await type(changes, '8月1日', deskFor('何景川')))).toContain('8月1日(周六)还没有到'))
})
describe('未办结', () => {
  it('is all that is not accepted, what waits for review among it; 在办 is what a unit has to do', async () => {
    expect(shown(await type(taskCommand, '县教育局 未办结', deskFor('何景川')))).toContain('共2项')
    expect(shown(await type(taskCommand, '县教育局 在办', deskFor('何景川')))).toContain('共1项')
  })
})
describe('按单位', () => {
  it('typed is what its button shows: the lights', async () => {
    const found = findCommand(commands, ['按单位'])
    expect(found).toMatchObject({ kind: 'found', command: units })
    expect(shown(await type(units, '按单位', deskFor('何景川')))).toContain('县教育局 · 3项')
  })
})
describe('口头批示', () => {
  it('of a name that no leader has is not recorded as another’s: whose it is is asked', async () => {
    const says = shown(await type(instructOnBehalf, '张三 县教育局7月10日前报告', deskFor('沈若兰')))
    expect(says).not.toContain('何景川批示')
    expect(says).toContain('这是谁的批示')
  })
})
describe('我的批示', () => {
  it('has of what is done the words with which it was said to be done', async () => {
    const leader = personNamed(directory, '何景川').id
    const of = after(planWith(task(1, { lead: '县教育局' })), '2026-07-02', { type: 'instruct', rank: 'leader', section: '领导批示', title: '拿出方案', words: '拿出方案', hash: 'w', day: day('2026-07-10'), units: [{ unit: unitId('县教育局'), part: 'lead' }] }, leader)
    after(after(of, '2026-07-03', claim(2, '县教育局')), '2026-07-03', acceptClaim(2, '县教育局'))
    expect(shown(await type(instructions, '', deskOf({ plans: [of], directory, asker: '何景川', today: '2026-07-06' })))).toMatch(/申请办结\(7月3日\)：/)
  })
})
