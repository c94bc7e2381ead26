// What a review found stands on the task, wherever it is shown.
import { describe, expect, it } from 'vitest'
import { history } from '#commands/history.ts'
import { task as taskCommand } from '#commands/task.ts'
import { why } from '#commands/why.ts'
import type { Command } from '#src/command.ts'
import type { Finding } from '#src/ledger/decide-review.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { acceptClaim, after, claim, day, directoryWith, planOf, planWith, report, task, taskNo, unitId } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { shown, type } from './acting.ts'

const secretary = PersonId.parse('u1')
const education = unitId('县教育局')
const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const judge = (finding: Finding, review = 'r1') => ({ type: 'judge-review-item' as const, review, task: taskNo(1), unit: education, finding, instead: '重新认定，不再要求整改' })
const inspection = { type: 'schedule-review' as const, kind: 'inspection' as const, day: day('2026-07-10'), tasks: [taskNo(1)], units: [education], prepare: '' }
function plan(finding?: Finding): PlanState {
  const standing = after(planWith(task(1, { title: '普惠园建设', lead: '县教育局' }), task(2, { lead: '县教育局' })), '2026-07-08', report(1, '县教育局', { done: '已完成3所' }), PersonId.parse('u2'))
  after(standing, '2026-07-09', inspection, secretary)
  return finding === undefined ? standing : after(standing, '2026-07-10', judge(finding), secretary)
}
const toRectify: Finding = { outcome: 'rectify', words: '补齐两校台账', section: '督查整改', title: '补齐两校台账', hash: 'w1', units: [{ unit: education, part: 'lead' }], day: day('2026-07-24') }
const deskWith = (of: PlanState, lang: 'zh' | 'en' = 'zh'): TestDesk => deskOf({ plans: [of], directory, asker: '沈若兰', today: '2026-07-13', lang })
const read = async (command: Command, of: PlanState, words = '1', lang: 'zh' | 'en' = 'zh'): Promise<string> => shown(await type(command, words, deskWith(of, lang)))

describe('what a review found', () => {
  it('stands on the card of its task and beside its light, which it does not change', async () => {
    const says = await read(taskCommand, plan({ outcome: 'discrepant', words: '现场2所' }))
    expect(says).toContain('正常：7月8日报正常推进（督查有出入）')
    expect(says).toContain('🔎 7月10日督查：有出入（现场2所）')
    expect(await read(taskCommand, plan({ outcome: 'discrepant', words: '现场2所' }), '1', 'en')).toContain('🔎 10 Jul, inspection: Not as said (现场2所)')
  })

  it('stands beside the light in lists and under 为什么', async () => {
    const of = plan({ outcome: 'discrepant', words: '现场2所' })
    expect(await read(taskCommand, of, '县教育局')).toContain('（督查有出入）')
    expect(await read(why, of)).toContain('🔎 7月10日督查：有出入（现场2所）')
  })

  it('says nothing beside the light where all is as it was said', async () => {
    const says = await read(taskCommand, plan({ outcome: 'confirmed', words: '' }))
    expect(says).toContain('🔎 7月10日督查：情况属实')
    expect(says).not.toMatch(/督查有出入|整改中/)
  })

  it('leads to what puts it right, until that is done', async () => {
    const of = plan(toRectify)
    expect(await read(taskCommand, of)).toMatch(/（整改中）[\s\S]*🔎 7月10日督查：需整改（补齐两校台账） → 整改任务3，7月24日前/)
    const done = after(after(of, '2026-07-13', claim(3, '县教育局'), PersonId.parse('u2')), '2026-07-13', acceptClaim(3, '县教育局'), secretary)
    const says = await read(taskCommand, done)
    expect(says).toContain('→ 整改任务3已办结')
    expect(says).not.toContain('（整改中）')
  })

  it('is in the history of its task, with who found it', async () => {
    const desk = deskWith(plan())
    await desk.record(planOf([]).id, judge({ outcome: 'discrepant', words: '现场2所' }))
    expect(shown(await type(history, '1', desk))).toMatch(/沈若兰 督查情况（县教育局） 有出入，“现场2所”/)
  })
})
