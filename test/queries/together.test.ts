import { describe, expect, it } from 'vitest'
import { apart, together, whyAlone } from '#src/queries/together.ts'
import { partOf } from '#src/queries/answering.ts'
import { acceptClaim, after, approveMilestones, change, claim, day, directoryWith, personNamed, planOf, proposeMilestones, report, returnClaim, task, taskNo, unitId, viewOn } from '#test/builders.ts'

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

  const finance = '县财政局'
  const why = (of: ReturnType<typeof plan>, today: string, unit: string) => {
    const view = viewOn(today, of, directory)
    const part = partOf(view, taskNo(1), unitId(unit))
    return part === undefined ? 'no part' : whyAlone(view, taskNo(1), part)
  }

  it('says of a task that its lead brought to an end that it is done, and not that its date has passed', () => {
    const due = () => planOf([task(1, { lead: finance, support: [education], due: '2026-06-30' })])
    const done = after(after(due(), '2026-05-01', claim(1, finance)), '2026-05-06', acceptClaim(1, finance))
    expect(why(done, '2026-07-02', education)).toBe('done')
    expect(why(due(), '2026-07-02', education)).toBe('overdue')
  })

  it('has no overdue task where a later day was asked for in time', () => {
    const asked = after(planOf([task(1, { lead: education, due: '2026-06-30' })]), '2026-06-25', { type: 'ask-extension', task: taskNo(1), unit: unitId(education), day: day('2026-08-31'), reason: '等批复' })
    expect(why(asked, '2026-07-02', education)).toBeUndefined()
    expect(apart([viewOn('2026-07-02', asked, directory)], personNamed(directory, '苏晚晴'))).toEqual([])
  })

  it('holds a milestone that has passed against the unit that owes it, and against no other', () => {
    const owed = () => after(after(planOf([task(1, { lead: finance, support: [education] })]), '2026-02-01', proposeMilestones(1, finance, ['完成招标', '2026-06-15'])), '2026-02-02', approveMilestones(1, 2026))
    expect(why(owed(), '2026-07-02', finance)).toBe('overdue')
    expect(why(owed(), '2026-07-02', education)).toBeUndefined()
  })
})
