// 填报: pressed, typed and sent from the form.
import { describe, expect, it } from 'vitest'
import { correctReport } from '#commands/correct-report.ts'
import { mine } from '#commands/mine.ts'
import { report } from '#commands/report.ts'
import { reportForm } from '#commands/report-form.ts'
import { supplement } from '#commands/supplement.ts'
import { task as taskCommand } from '#commands/task.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { acceptClaim as accepted, after, claim as claimed, nineOn, report as reported, taskNo, unitId } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import type { Form } from '#templates/card.ts'
import { argumentRefusal } from '#templates/argument-refusal.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'
import { directory, plan, deskFor, standing } from './a-report.ts'

describe('a contact who presses 正常推进', () => {
  const pressed = { task: 'p1-12', asked: nineOn('2026-07-02') }

  it('is told that the task is over, where its lead has brought it to an end', async () => {
    const closed = after(after(plan(), '2026-06-29', claimed(12, '县教育局')), '2026-06-30', accepted(12, '县教育局'))
    expect(shown(await act(report, pressed, deskFor('石海涛', closed)))).toContain('这一项6月30日已办结，不用再报')
    expect(shown(await act(report, pressed, deskFor('石海涛', plan())))).not.toContain('已办结')
  })

  it('is told that the task is paused', async () => {
    const paused = after(plan(), '2026-06-30', { type: 'pause-task', task: taskNo(12), reason: '等资金' })
    expect(shown(await act(report, pressed, deskFor('苏晚晴', paused)))).toContain('这一项6月30日已暂缓，恢复前不用报；这句话已记下。')
  })

  it.each([['12 100'], ['12 正常 已验收，资料已归档'], ['12 正常 全部完成']])('and says that all is done is offered to claim it: %s', async (words) => {
    const answer = await type(report, words, deskFor('苏晚晴', plan()))
    expect(shown(answer)).toContain('督查室同意后才算办结')
    expect(buttons(cardIn(answer))['申请办结']).toMatchObject({ command: 'claim', args: { task: 'p1-12' } })
  })

  it.each([['12 90'], ['12 正常 已完成招标'], ['12 受阻 用地未批']])('and does not, is not: %s', async (words) => {
    expect(shown(await type(report, words, deskFor('苏晚晴', plan())))).not.toContain('办结')
  })

  it('is told that the objection still waits', async () => {
    const contested = after(plan(), '2026-07-01', { type: 'object', task: taskNo(12), unit: unitId('县教育局'), about: 'light', against: '临期', words: '已经报过' })
    expect(shown(await act(report, pressed, deskFor('苏晚晴', contested)))).toContain('7月1日提的异议还在等督查室核定')
  })

  it('has reported with the last progress, and is told when and what', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 50 }))
    const answer = await act(report, pressed, deskFor('苏晚晴', of))
    expect(standing(of)?.report).toMatchObject({ state: 'normal', progress: 50, on: '2026-07-02' })
    expect(cardIn(answer).text).toBe('✅ 已记录 09:00 · 12 普惠园建设，正常推进(自报)，进度50%')
    expect(buttons(cardIn(answer))['补充说明']).toEqual({ command: 'supplement', args: { task: 'p1-12', unit: '县教育局' } })
  })

  it('who takes a lower figure after all, and presses twice, has said it once', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 80 }))
    const anyway = buttons(cardIn(await type(report, '12 60 已完成招标', deskFor('苏晚晴', of))))['按60%更正']?.args
    await act(report, anyway, deskFor('苏晚晴', of))
    expect(shown(await act(report, anyway, deskFor('苏晚晴', of, '2026-07-03')))).toContain('苏晚晴已于7月2日')
    expect(standing(of)?.report).toMatchObject({ progress: 60, on: '2026-07-02' })
  })

  it('is shown the line that stands when they press again, and no error', async () => {
    const of = plan()
    await act(report, pressed, deskFor('苏晚晴', of))
    const again = await act(report, pressed, deskFor('苏晚晴', of))
    expect(cardIn(again).text).toBe('✅ 12 普惠园建设 · 县教育局苏晚晴 7月2日 09:00 已填报：正常推进(自报)')
    expect(Object.keys(buttons(cardIn(again)))).toEqual(['补充说明', '更正'])
    expect(standing(of)?.report?.progress).toBe(0)
  })

  it('is shown what their colleague has answered to the same message', async () => {
    const of = plan()
    await act(report, { ...pressed, progress: 60 }, deskFor('周副手', of))
    expect(shown(await act(report, pressed, deskFor('苏晚晴', of)))).toContain('县教育局周副手 7月2日 09:00 已填报：正常推进(自报)，进度60%')
  })

  it('in 我的, is shown what a colleague answered since it was listed', async () => {
    const of = plan()
    const listed = cardIn(await act(mine, {}, deskFor('苏晚晴', of)))
    const press = listed.sections?.flatMap(({ rows }) => rows).flatMap(({ actions }) => actions ?? []).find(({ label }) => label === '正常推进')?.run.args
    after(of, '2026-07-02', reported(12, '县教育局', { progress: 60 }))
    expect(shown(await act(report, press, deskFor('苏晚晴', of, '2026-07-03')))).toContain('已填报：正常推进(自报)，进度60%')
    expect(standing(of)?.report?.on).toBe('2026-07-02')
  })

  it('on an old message records nothing over a later answer', async () => {
    const of = after(plan(), '2026-07-02', reported(12, '县教育局', { progress: 75 }))
    const answer = await act(report, { task: 'p1-12', asked: nineOn('2026-06-20') }, deskFor('苏晚晴', of, '2026-07-03'))
    expect(shown(answer)).toContain('75%')
    expect(standing(of)?.report?.on).toBe('2026-07-02')
  })

  it('for a task of others is told whose it is', async () => {
    const answer = await act(report, { task: 'p1-13' }, deskFor('苏晚晴', plan()))
    expect(shown(answer)).toContain('承担单位是县住建局')
  })

  it('in a unit that only supports reports for that unit alone', async () => {
    const of = plan()
    await act(report, { task: '12', progress: 30 }, deskFor('石海涛', of))
    expect(standing(of, '县住建局')?.report?.progress).toBe(30)
    expect(standing(of)?.report).toBeUndefined()
  })
})

describe('填报 as it is typed', () => {
  it('takes progress and words', async () => {
    const of = plan()
    await type(report, '12 60% 已完成招标', deskFor('苏晚晴', of))
    expect(standing(of)?.report).toMatchObject({ state: 'normal', progress: 60, done: '已完成招标' })
  })

  it('takes a state and what is in the way', async () => {
    const of = plan()
    const answer = await type(report, '第十二项 受阻 用地未批', deskFor('苏晚晴', of))
    expect(standing(of)?.report).toMatchObject({ state: 'blocked', problem: '用地未批' })
    expect(shown(answer)).toContain('督查室会看到这条困难')
  })

  it('does not take 130%', async () => {
    const answer = await report.handle(report.typed(['12', '130%']), deskFor('苏晚晴', plan()))
    expect(answer).toMatchObject({ kind: 'args-refused', issues: [{ path: ['progress'] }] })
  })

  it('asks before a lower figure, and takes it when it is meant', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 75 }))
    const answer = await type(report, '12 50', deskFor('苏晚晴', of))
    expect(standing(of)?.progress).toBe(75)
    const again = Object.values(buttons(cardIn(answer))).find(({ args }) => args['correction'] === true)
    await act(report, again?.args, deskFor('苏晚晴', of))
    expect(standing(of)?.progress).toBe(50)
  })
})

describe('a report without a figure', () => {
  const cardOf = async (of: PlanState, lang: 'zh' | 'en' = 'zh'): Promise<string> => shown(await type(taskCommand, '12', deskOf({ today: '2026-07-02', plans: [of], directory, asker: '苏晚晴', lang })))

  it('has none anywhere, while nobody has given one', async () => {
    const of = plan()
    const answer = await act(report, { task: 'p1-12', state: 'difficulty', problem: '编办没批' }, deskFor('苏晚晴', of))
    expect(shown(answer)).toContain('有困难：编办没批')
    for (const read of [shown(answer), await cardOf(of)]) expect(read).not.toMatch(/进度|0%/)
    expect(await cardOf(of, 'en')).toContain('in difficulty: 编办没批')
    expect(await cardOf(of, 'en')).not.toContain('%')
  })

  it('has the last one that was given, and 0% where that was said', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 40 }))
    expect(shown(await act(report, { task: 'p1-12', state: 'difficulty', problem: '编办没批' }, deskFor('苏晚晴', of)))).toContain('有困难，进度40%：编办没批')
    expect(shown(await type(report, '12 0 尚未开工', deskFor('苏晚晴', plan())))).toContain('正常推进，进度0%：尚未开工')
  })

  it('opens no form with a figure chosen already, and sent like that says none', async () => {
    const of = plan()
    const figure = (form: Form): unknown => form.fields.find(({ name }) => name === 'progress')
    expect(figure(formIn(await act(report, { task: 'p1-12', state: 'difficulty' }, deskFor('苏晚晴', of))))).toMatchObject({ optional: true })
    expect(figure(formIn(await act(report, { task: 'p1-12', state: 'difficulty' }, deskFor('苏晚晴', of))))).not.toHaveProperty('now')
    await act(report, { task: 'p1-12', done: '完成选址' }, deskFor('苏晚晴', of))
    for (const open of [supplement, correctReport]) expect(figure(formIn(await act(open, { task: 'p1-12' }, deskFor('苏晚晴', of))))).not.toHaveProperty('now')
    expect(shown(await act(correctReport, { task: 'p1-12', done: '完成两处选址', reason: '漏了一处' }, deskFor('苏晚晴', of)))).not.toContain('0%')
  })

  it('is told to who comes after it without one', async () => {
    const of = plan()
    await act(report, { task: 'p1-12', asked: nineOn('2026-07-02') }, deskFor('周副手', of))
    const late = await act(report, { task: 'p1-12', asked: nineOn('2026-07-02'), done: '已开工' }, deskFor('苏晚晴', of))
    expect(shown(late)).toContain('填报“正常推进”，以此为准')
  })
})

describe('填报 with a figure in words', () => {
  it.each([
    ['12 正常推进 百分之六十', { state: 'normal', progress: 60 }], ['12 六成', { progress: 60 }], ['12 正常推进 六成', { progress: 60 }], ['12 进度60%', { progress: 60 }], ['12 已完成招标 60%', { progress: 60, done: '已完成招标 60%' }],
    ['12 已完成招标，六成，6月底开工', { progress: 60, done: '已完成招标，六成，6月底开工' }], ['12 已完成60%', { progress: 60 }], ['12 一半', { progress: 50 }],
    // What is of another thing, said roughly or twice is no figure of the task.
    ['12 资金到位率 60%', { progress: 0 }], ['12 一期60%，二期20%', { progress: 0 }], ['12 过半', { progress: 0, done: '过半' }], ['12 已完成招标，60%，80%', { progress: 0 }],
  ])('is read: %s', async (words, expected) => {
    const of = plan()
    await type(report, words, deskFor('苏晚晴', of))
    expect(standing(of)?.report).toMatchObject(expected)
  })

  it.each(['12 -5', '12 正常推进 -5', '12 120%', '12 正常推进 120%', '12 已完成招标，120%', '12 百分之一百二十'])('that is none to 100 is refused and nothing is recorded: %s', async (words) => {
    const desk = deskFor('苏晚晴', plan())
    const answer = await report.handle(report.typed(words.split(' ')), desk)
    expect(answer.kind === 'args-refused' ? argumentRefusal(answer.issues, report, 'zh').text : '').toMatch(/进度要在0到100之间，您填的是(?:-5|120)/)
    expect(desk.recorded).toEqual([])
  })
})

describe('words that are marked', () => {
  it.each([['填报', '12 60 名单见附件，机密★10年'], ['填报', '12 机密★'], ['填报', '12 受阻 秘密★长期']])('are refused as %s %s, and nothing is recorded', async (_, words) => {
    const desk = deskFor('苏晚晴', plan())
    expect(shown(await type(report, words, desk))).toContain('线下报送')
    expect(desk.recorded).toEqual([])
  })

  it('are refused from a form too, and what only sounds so is taken', async () => {
    const desk = deskFor('苏晚晴', plan())
    expect(shown(await act(report, { task: '12', done: '方案 机密★', form: true }, desk))).toContain('线下报送')
    expect(shown(await type(report, '12 60 保密工作已部署，商业秘密保护方案已印发', desk))).toContain('已记录')
  })
})

describe('a contact who presses 有困难', () => {
  it('gets a form with the last progress in it', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { progress: 50 }))
    const form = formIn(await act(reportForm, { task: 'p1-12', state: 'difficulty', asked: nineOn('2026-07-02') }, deskFor('苏晚晴', of)))
    expect(form.fields.map(({ name }) => name)).toEqual(['state', 'problem', 'done', 'next', 'progress', 'needs'])
    expect(form.fields.find(({ name }) => name === 'progress')).toMatchObject({ label: '进展（上次50%）', now: '50' })
    expect(form.run).toMatchObject({ command: 'report', args: { task: 'p1-12', form: true } })
  })

  it('is told beside the field when the problem is missing, and nothing is recorded', async () => {
    const of = plan()
    const answer = await act(report, { task: 'p1-12', form: true, state: 'difficulty', progress: '50' }, deskFor('苏晚晴', of))
    expect(answer).toEqual({ kind: 'form-errors', errors: { problem: '请写明卡在哪里，一句话即可。' } })
    expect(standing(of)?.report).toBeUndefined()
  })

  it('with a difficulty written and 正常推进 chosen is asked which, and what stood there from last time is no difficulty', async () => {
    const of = after(plan(), '2026-06-01', reported(12, '县教育局', { state: 'difficulty', problem: '用地未批' }))
    const send = async (problem: string) => act(report, { task: 'p1-12', form: true, state: 'normal', problem }, deskFor('苏晚晴', of))
    expect(await send('资金未到')).toMatchObject({ kind: 'form-errors', errors: { problem: expect.stringContaining('请改选“有困难”') as string } })
    expect(shown(await send('用地未批'))).toContain('正常推进(自报)')
  })

  it('is told what stands instead of a form, where the message was answered', async () => {
    const of = plan()
    await act(report, { task: 'p1-12', progress: 40 }, deskFor('周副手', of))
    const answer = await act(reportForm, { task: 'p1-12', state: 'difficulty', asked: nineOn('2026-07-01') }, deskFor('苏晚晴', of))
    expect(shown(answer)).toContain('周副手')
  })
})
