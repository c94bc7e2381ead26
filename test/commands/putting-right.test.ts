// 补充 and 更正: what a contact still adds to an answer or puts right in it, and what is asked where it says nothing.
import { describe, expect, it } from 'vitest'
import { correctReport } from '#commands/correct-report.ts'
import { extend } from '#commands/extend.ts'
import { report } from '#commands/report.ts'
import { supplement } from '#commands/supplement.ts'
import { task as taskCommand } from '#commands/task.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, nineOn, planWith, report as reported, task } from '#test/builders.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, cardIn, formIn, shown, type } from './acting.ts'
import { at, plan, press, standing } from './answer-given.ts'

describe('补充', () => {
  it('adds words to today’s answer: one answer, of the same day', async () => {
    const of = plan()
    await act(report, { task: 'p1-12' }, at(of))
    const answer = await type(supplement, '12 已开工2所', at(of, '14:00'))
    expect(cardIn(answer).text).toBe('✅ 已记录 14:00 · 12 新建幼儿园，正常推进：已开工2所')
    await type(supplement, '12 其余9月招标', at(of, '14:05'))
    expect(standing(of)?.report).toMatchObject({ on: '2026-07-02', done: '已开工2所；其余9月招标' })
    expect(standing(of)?.earlier?.filter(({ ended }) => ended === 'followed')).toEqual([])
    expect(shown(await type(taskCommand, '12', at(of)))).not.toContain('更正前')
  })

  it('of an answer of another day is a report of today, with what stood besides', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { state: 'difficulty', progress: 30, problem: '用地未批' }))
    await type(supplement, '12 用地已组卷', at(of))
    expect(standing(of)?.report).toMatchObject({ on: '2026-07-02', state: 'difficulty', problem: '用地未批', done: '用地已组卷', progress: 30 })
    expect(standing(of)?.earlier).toMatchObject([{ on: '2026-06-01', ended: 'followed' }])
  })

  it('pressed opens a form with the figure of last time; sent empty it says that nothing is lost', async () => {
    const of = after(plan(), '2026-07-02', reported(12, '县教育局', { progress: 40 }))
    const form = formIn(await act(supplement, { task: 'p1-12' }, at(of)))
    expect(form.fields).toMatchObject([{ name: 'words', label: '补一句' }, { name: 'progress', label: '进展（上次40%）', now: '40' }])
    expect(await act(supplement, form.run.args, at(of))).toMatchObject({ kind: 'form-errors', errors: { words: expect.stringContaining('已记录的不受影响') as string } })
  })

  it('of what was never reported says to report', async () => {
    expect(shown(await type(supplement, '12 已开工', at(plan())))).toContain('还没有填报过')
  })
})

describe('延期 of a task without a date', () => {
  const undated = (): PlanState => planWith(task(12, { title: '新建幼儿园', lead: '县教育局' }))
  it('offers 有困难 with what was written, and one press records it', async () => {
    const of = undated()
    const no = await type(extend, '12 9月30日 专家来不了', at(of))
    expect(shown(no)).toContain('不用申请延期')
    await press(no, '报“有困难”：专家来不了', report, at(of))
    expect(standing(of)?.report).toMatchObject({ state: 'difficulty', problem: '专家来不了' })
  })
})

describe('更正', () => {
  it('is a new version with its reason; the one before is read on the task', async () => {
    const of = after(plan(), '2026-06-30', reported(12, '县教育局', { progress: 80, done: '主体封顶' }))
    const answer = await type(correctReport, '12 50 把两个项目算成了一个', at(of))
    expect(shown(answer)).toContain('✅ 已更正 09:00 · 12 新建幼儿园\n正常推进，进度50%：主体封顶\n更正前(6月30日)：正常推进，进度80%：主体封顶。更正原因：把两个项目算成了一个')
    expect(standing(of)?.report).toMatchObject({ on: '2026-06-30', correctedOn: '2026-07-02', progress: 50 })
    expect(shown(await type(taskCommand, '12', at(of)))).toContain('更正前(6月30日)：正常推进，进度80%：主体封顶。更正原因：把两个项目算成了一个')
    expectGoodCard(cardIn(answer))
  })

  it('without a reason opens the form with the last answer in it', async () => {
    const of = after(plan(), '2026-06-30', reported(12, '县教育局', { progress: 80, done: '主体封顶' }))
    const form = formIn(await type(correctReport, '12 50', at(of)))
    expect(form.fields).toMatchObject([{ name: 'reason' }, { name: 'state', now: 'normal' }, { name: 'progress', label: '进展（上次80%）', now: '50' }, { name: 'done', now: '主体封顶' }, { name: 'problem' }])
    expect(await act(correctReport, { ...form.run.args, progress: '50' }, at(of))).toMatchObject({ kind: 'form-errors', errors: { reason: expect.stringContaining('为什么更正') as string } })
    expect(standing(of)?.report?.progress).toBe(80)
  })

  it('of a version that a colleague has put right meanwhile shows theirs', async () => {
    const of = after(plan(), '2026-06-30', reported(12, '县教育局', { progress: 80 }))
    const form = formIn(await act(correctReport, { task: 'p1-12' }, at(of)))
    await type(correctReport, '12 60 统计口径', at(of, '10:00', '周副手'))
    const late = await act(correctReport, { ...form.run.args, progress: '50', reason: '误填' }, at(of, '10:05'))
    expect(shown(late)).toContain('周副手已于7月2日 10:00填报“正常推进，60%”，以此为准')
    expect(standing(of)?.report?.progress).toBe(60)
  })

  it('of an old answer is no answer to what is asked now', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 80 }))
    await type(correctReport, '12 50 误填', at(of, '09:30'))
    await act(report, { task: 'p1-12', asked: nineOn('2026-07-02') }, at(of, '09:31'))
    expect(standing(of)?.report).toMatchObject({ on: '2026-07-02', progress: 50 })
  })
})

describe('正常推进 without a word', () => {
  const bare = async (of: PlanState, ...days: string[]) => {
    for (const on of days) await act(report, { task: 'p1-12' }, at(of, '09:00', '苏晚晴', on))
  }

  it('is 自报 wherever it is shown', async () => {
    const of = plan()
    const answer = await act(report, { task: 'p1-12' }, at(of))
    expect(shown(answer)).toContain('正常推进(自报)')
    expect(shown(await type(taskCommand, '12', at(of)))).toContain('正常推进(自报)')
  })

  it('the third time in a row is recorded, and one thing of the plan is asked', async () => {
    const of = after(plan(), '2026-03-01', reported(12, '县教育局', { progress: 20, done: '完成选址' }))
    await bare(of, '2026-04-01', '2026-05-01')
    const third = await act(report, { task: 'p1-12' }, at(of))
    expect(standing(of)?.report?.on).toBe('2026-07-02')
    expect(shown(third)).toContain('「2026年底前新建公办幼儿园3所」到哪一步了？')
    const form = formIn(await press(third, '补一句', supplement, at(of)))
    expect(form.fields).toMatchObject([{ name: 'words', label: '「2026年底前新建公办幼儿园3所」到哪一步了？', now: '完成选址' }, { now: '20' }])
    expectGoodCard(cardIn(third))
  })

  it('with a word between, asks nothing', async () => {
    const of = plan()
    await bare(of, '2026-04-01')
    await type(report, '12 正常 已开工1所', at(of, '09:00', '苏晚晴', '2026-05-01'))
    await bare(of, '2026-06-01')
    expect(shown(await act(report, { task: 'p1-12' }, at(of)))).not.toContain('到哪一步了')
  })
})
