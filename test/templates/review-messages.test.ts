import { describe, expect, it } from 'vitest'
import type { Parcel } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { after, personNamed, planWith, report, task, taskNo, unitId, viewOn, day } from '#test/builders.ts'
import { buttons } from '#test/commands/acting.ts'
import { directory, drawn, kindergarten, parcelOn } from './drawn-message.ts'

describe('a message about a review', () => {
  it('says the day and what to prepare, with the last report', () => {
    const plan = after(kindergarten(), '2026-06-17', report(12, '县教育局', { progress: 60, done: '已完成招标' }))
    after(plan, '2026-06-24', { type: 'schedule-review', kind: 'dispatch', day: day('2026-07-10'), tasks: [taskNo(12)], units: [unitId('县教育局')], prepare: '请带合同' })
    const text = renderText(drawn(parcelOn('2026-06-25', [plan], '苏晚晴', ['review-ahead']), [plan], '苏晚晴'))
    expect(text).toContain('请为7月10日(周五)的调度做准备：12 普惠园建设\n要求：请带合同\n12 普惠园建设 · 上次填报：正常推进，进度60%：已完成招标')
  })

  it('asks nothing of what was reported in the last seven days: it says which report is used, and where it is held', () => {
    const plan = after(kindergarten(), '2026-06-20', report(12, '县教育局', { progress: 60, done: '已完成招标' }))
    after(plan, '2026-06-24', { type: 'schedule-review', kind: 'dispatch', day: day('2026-07-10'), tasks: [taskNo(12)], units: [unitId('县教育局')], prepare: '', place: '三楼会议室' })
    const card = drawn(parcelOn('2026-06-25', [plan], '苏晚晴', ['review-ahead']), [plan], '苏晚晴')
    expect(renderText(card)).toContain('7月10日(周五)调度：12 普惠园建设，已用6月20日的填报预填，不用另外准备，地点三楼会议室')
    expect(Object.keys(buttons(card))).toEqual([])
  })
})

describe('a message to a unit on the day of its review', () => {
  it('asks only for what is still missing, whatever else was wanted', () => {
    const plan = after(planWith(task(1, { title: '普惠园建设', lead: '县教育局' }), task(2, { title: '集团化办学', lead: '县教育局' })), '2026-07-01', { type: 'schedule-review', kind: 'dispatch', day: day('2026-07-10'), tasks: [taskNo(1), taskNo(2)], units: [unitId('县教育局')], prepare: '请带合同' })
    after(plan, '2026-07-08', report(1, '县教育局', { done: '已完成招标' }))
    const saysOn = (today: string): string => drawn(parcelOn(today, [plan], '苏晚晴', ['review-ahead']), [plan], '苏晚晴', { today }).text
    expect(saysOn('2026-07-09')).toContain('1 普惠园建设、2 集团化办学')
    expect(saysOn('2026-07-10')).toMatch(/调度做准备：2 集团化办学$/)
  })
})

describe('a message that a review is called off', () => {
  it('says that it is held after all, once that was taken back', () => {
    const secretary = personNamed(directory, '沈若兰').id
    const plan = after(planWith(task(1, { title: '普惠园建设', lead: '县教育局' })), '2026-06-24', { type: 'schedule-review', kind: 'inspection', day: day('2026-07-10'), tasks: [taskNo(1)], units: [unitId('县教育局')], prepare: '' }, secretary)
    after(plan, '2026-06-25', { type: 'cancel-review', review: 'r1', reason: '并入县委督查' }, secretary)
    const to = personNamed(directory, '苏晚晴').id
    const parcel: Parcel = { key: 'prompt/x', to, notices: noticesDue(viewOn('2026-06-25', plan, directory), '09:00').filter((notice) => notice.kind === 'review-off' && notice.to === to) }
    expect(renderText(drawn(parcel, [plan], '苏晚晴'))).toContain('并入县委督查')
    expect(renderText(drawn(parcel, [after(plan, '2026-06-25', { type: 'undo' }, secretary)], '苏晚晴'))).toContain('7月10日(周五) 督查 · 照常开展，另有一条告知')
  })
})

describe('a message on the day of a review', () => {
  const plan = () => after(planWith(task(1, { lead: '县教育局' }), task(2, { lead: '县教育局' })), '2026-06-24', { type: 'schedule-review', kind: 'inspection', day: day('2026-07-10'), tasks: [taskNo(1), taskNo(2)], units: [unitId('县教育局')], prepare: '', place: '三楼会议室' })
  const lineOn = (today: string, of = plan(), lang: 'zh' | 'en' = 'zh') => drawn(parcelOn('2026-07-10', [plan()], '沈若兰', ['review-today']), [of], '沈若兰', { today, lang })

  it('tells who runs it how many tasks it has, and begins it with one press', () => {
    const card = lineOn('2026-07-10')
    expect(card.text).toBe('今天督查 r1：2项，地点三楼会议室')
    expect(buttons(card)).toMatchObject({ 开始: { command: 'run-review', args: { plan: 'p1', review: 'r1' } }, 登记结果: { command: 'close-review' } })
    expect(lineOn('2026-07-10', plan(), 'en').text).toBe('Today, inspection r1: 2 tasks; 三楼会议室')
  })

  it('goes on where some was judged, asks for the outcome once its day is over, and is settled once it is closed', () => {
    const judged = after(plan(), '2026-07-10', { type: 'judge-review-item', review: 'r1', task: taskNo(1), unit: unitId('县教育局'), finding: { outcome: 'confirmed', words: '' }, instead: '' })
    expect(lineOn('2026-07-10', judged).text).toContain('已认定1项')
    expect(Object.keys(buttons(lineOn('2026-07-10', judged)))).toEqual(['继续', '登记结果'])
    expect(lineOn('2026-07-13', judged).text).toMatch(/^请登记结果：7月10日督查 r1，2项/)
    expect(renderText(lineOn('2026-07-13', after(judged, '2026-07-13', { type: 'close-review', review: 'r1', outcome: '属实2项' })))).toContain('✅ 7月10日(周五) 督查 r1 · 7月13日登记结果：属实2项（共2项，认定1项）')
    expect(renderText(lineOn('2026-07-13', after(plan(), '2026-07-13', { type: 'close-review', review: 'r1', outcome: '改为专报，未到现场' })))).toContain('7月13日登记结果：改为专报，未到现场\n')
    expect(renderText(lineOn('2026-07-10', after(plan(), '2026-07-10', { type: 'move-review', review: 'r1', day: day('2026-07-14'), reason: '防汛' })))).toContain('改到7月14日')
  })
})

describe('a message about a review of which all is judged', () => {
  it('asks for it to be closed, and begins nothing any more', () => {
    const plan = after(planWith(task(1, { lead: '县教育局' })), '2026-06-24', { type: 'schedule-review', kind: 'dispatch', day: day('2026-07-10'), tasks: [taskNo(1)], units: [unitId('县教育局')], prepare: '' })
    after(plan, '2026-07-10', { type: 'judge-review-item', review: 'r1', task: taskNo(1), unit: unitId('县教育局'), finding: { outcome: 'confirmed', words: '' }, instead: '' })
    const card = drawn(parcelOn('2026-07-13', [plan], '沈若兰', ['review-today']), [plan], '沈若兰', { today: '2026-07-13' })
    expect(card.text).toBe('请办结：7月10日调度 r1，1项都已认定')
    expect(Object.keys(buttons(card))).toEqual(['办结这次调度'])
  })
})
