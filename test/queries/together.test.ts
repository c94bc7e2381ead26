import { describe, expect, it } from 'vitest'
import { together } from '#src/queries/together.ts'
import { after, change, claim, directoryWith, personNamed, planOf, report, returnClaim, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const education = '县教育局'
const directory = directoryWith([], { name: '苏晚晴', contactOf: [education] }, { name: '秦朗' })
const handler = personNamed(directory, '秦朗').id
change(directory, { type: 'name-handler', unit: unitId(education), person: handler })
const plan = () => planOf([task(1, { lead: education }), task(2, { lead: education }), task(3, { lead: education })])
const numbers = (of: ReturnType<typeof plan>, name: string): number[] => together([viewOn('2026-07-02', of, directory)], personNamed(directory, name)).map(({ number }) => number)

describe('全部正常', () => {
  it('is for all that is asked of a contact’s unit and was not answered', () => {
    expect(numbers(plan(), '苏晚晴')).toEqual([1, 2, 3])
    expect(numbers(after(plan(), '2026-07-01', report(2, education, { progress: 10 })), '苏晚晴')).toEqual([1, 3])
  })

  it('of a handler is for the items that were handed to them, and for no others', () => {
    expect(numbers(plan(), '秦朗')).toEqual([])
    expect(numbers(after(plan(), '2026-07-01', { type: 'hand-item', task: taskNo(2), unit: unitId(education), to: handler }), '秦朗')).toEqual([2])
  })

  it('leaves out what 正常推进 among others would hide: a difficulty, a claim sent back', () => {
    const of = after(after(after(plan(), '2026-04-01', report(1, education, { state: 'difficulty', problem: '资金未到位' })), '2026-06-01', claim(2, education)), '2026-06-02', returnClaim(2, education))
    expect(numbers(of, '苏晚晴')).toEqual([3])
  })
})
