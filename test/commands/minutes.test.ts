// What is kept of a sitting, and issued.
import { describe, expect, it } from 'vitest'
import { agenda } from '#commands/agenda.ts'
import { attendance } from '#commands/attendance.ts'
import { minutes } from '#commands/minutes.ts'
import { resolve } from '#commands/resolve.ts'
import { withdrawInstruction } from '#commands/withdraw-instruction.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { acceptClaim, after, claim, personNamed, report } from '../builders.ts'
import { call, deskFor, directory, plan, press, secretary } from './a-sitting.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

describe('the minutes', () => {
  async function sat(of = plan()): Promise<PlanState> {
    const desk = deskFor(of, '2026-07-10')
    await type(attendance, 'm1 缺席 财政局', desk)
    await press(await type(resolve, 'm1 教育局7月底前拿出方案', desk), '记为议定事项', desk)
    await press(await type(resolve, 'm1 原则同意学位方案', desk), '只记入纪要', desk)
    return of
  }
  it('have what was decided, what was said and who was there', async () => {
    const says = shown(await type(minutes, 'm1', deskFor(await sat(), '2026-07-13')))
    expect(says).toMatch(/纪要（未印发）：县教育工作领导小组2026年第一次会议，议定1项，会议意见1条[^]*主持：何景川[^]*到会3\/4[^]*缺席：县财政局[^]*议定事项[^]*第1项[^]*会议意见第1条：“原则同意学位方案”/)
  })
  it('show a single item more of the agenda instead of saying that there is one', async () => {
    const of = plan()
    for (const nth of [1, 2, 3, 4, 5, 6, 7, 8]) await type(agenda, `m1 加 议题${nth}`, deskFor(of))
    const says = async (): Promise<string> => shown(await type(minutes, 'm1', deskFor(of, '2026-07-10')))
    expect(await says()).toContain('11. 议题8')
    await type(agenda, 'm1 加 议题9', deskFor(of))
    expect(await says()).toMatch(/10\. 议题7\n[^\n]*另有2项/)
  })
  it('say of one called for before it that nobody has said whether it was held', async () => {
    const of = await sat(after(plan(), '2026-07-01', { ...call('2026-07-06'), body: 'b1' }, secretary))
    expect(shown(await type(minutes, 'm1', deskFor(of, '2026-07-13')))).toMatch(/2026年第二次会议[^]*⚠️ 7月6日的会还没有登记开没开/)
  })
  it('are a Word file, a draft', async () => {
    const answer = await act(minutes, { meeting: 'm1', file: true }, deskFor(await sat(), '2026-07-13'))
    if (answer.kind !== 'file') throw new Error(answer.kind)
    const text = new TextDecoder().decode(answer.bytes)
    expect(answer.name).toBe('代拟稿-会议纪要-县教育工作领导小组-2026-07-10.docx')
    expect(text).toMatch(/县长何景川在二楼会议室主持召开县教育工作领导小组2026年第一次会议/)
    expect(text).toContain('教育局7月底前拿出方案。（责任单位：县教育局；完成时限：2026年7月31日）')
    expect(text).toMatch(/二、会议意见[^]*原则同意学位方案。[^]*三、议定事项/)
    expect(text).toMatch(/"label":"缺席","names":\["县财政局负责同志"\]/)
  })
  it('count whoever sent somebody as there, and have the day as it was said', async () => {
    const of = plan()
    after(of, '2026-07-09', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: false, instead: '周敏，副股长' }, secretary)
    const desk = deskFor(of, '2026-07-10')
    await type(attendance, 'm1 缺席 县教育局', desk)
    await press(await type(resolve, 'm1 人社局8月15日前报方案', desk), '记为议定事项', desk)
    const says = shown(await type(minutes, 'm1', desk))
    expect(says).toMatch(/到会3\/4[^]*代会：县财政局（周敏副股长代）[^]*缺席：县教育局/)
    expect(says).not.toContain('请假')
    const answer = await act(minutes, { meeting: 'm1', file: true }, desk)
    const paper = answer.kind === 'file' ? new TextDecoder().decode(answer.bytes) : ''
    expect(paper).toMatch(/"label":"出席","names":\["县财政局（周敏副股长代）"/)
    expect(paper).not.toContain('"请假"')
    expect(paper).toContain('人社局8月15日前报方案。（责任单位：县人社局；完成时限：2026年8月15日）')
    expect(paper).toContain('2026年7月10日下午3:00，县长何景川')
  })
  it('say whose seat was empty, ask who held it, and have whoever did', async () => {
    const of = await sat()
    await type(attendance, 'm1 缺席 何景川', deskFor(of, '2026-07-10'))
    const draft = await type(minutes, 'm1', deskFor(of, '2026-07-13'))
    expect(shown(draft)).toContain('⚠️ 还没有登记谁主持。')
    expect(cardIn(draft).actions?.find(({ label }) => label === '印发')?.confirm).toBe('没有登记谁主持，纪要里会空着。印发后不能再增减，成员会收到一条。')
    const form = formIn(await press(draft, '谁主持？', deskFor(of, '2026-07-13')))
    await act(attendance, { ...form.run.args, chair: '县教育局' }, deskFor(of, '2026-07-13'))
    const then = await type(minutes, 'm1', deskFor(of, '2026-07-13'))
    expect(shown(then)).toContain('主持：县教育局')
    expect(cardIn(then).actions?.find(({ label }) => label === '印发')?.confirm).toBe('印发后不能再增减，成员会收到一条。')
    const answer = await act(minutes, { meeting: 'm1', file: true }, deskFor(of, '2026-07-13'))
    const paper = answer.kind === 'file' ? new TextDecoder().decode(answer.bytes) : ''
    expect(paper).toContain('县教育局＿＿＿在二楼会议室主持召开')
    expect(paper).toMatch(/"label":"出席","names":\["县人社局[^"]*"\]/)
  })
  it('leave a blank for the chair where that seat was empty, and can be issued so', async () => {
    const of = await sat()
    await type(attendance, 'm1 缺席 何景川', deskFor(of, '2026-07-10'))
    const answer = await act(minutes, { meeting: 'm1', file: true }, deskFor(of, '2026-07-13'))
    expect(answer.kind === 'file' ? new TextDecoder().decode(answer.bytes) : '').toContain('＿＿＿在二楼会议室主持召开')
    expect(shown(await press(await type(minutes, 'm1', deskFor(of, '2026-07-13')), '印发', deskFor(of, '2026-07-13')))).toContain('✅ 已印发')
  })
  it('are the office’s until they are issued, and take nothing more after', async () => {
    const of = await sat()
    expect(Object.keys(buttons(cardIn(await type(minutes, 'm1', deskFor(of, '2026-07-13', '何景川')))))).toEqual(['看任务'])
    const issued = await press(await type(minutes, 'm1', deskFor(of, '2026-07-13')), '印发', deskFor(of, '2026-07-13'))
    expect(shown(issued)).toContain('✅ 已印发：县教育工作领导小组2026年第一次会议纪要，议定1项')
    const late = await type(resolve, 'm1 人社局8月底前补充教师', deskFor(of, '2026-07-14'))
    expect(shown(late)).toContain('纪要已于7月13日(周一)印发')
    // The same words can be given out as an order; sent again to this sitting they are refused again.
    expect(cardIn(late)).toMatchObject({ refused: 'final' })
    expect(shown(await press(late, '另发交办', deskFor(of, '2026-07-14')))).toMatch(/还没有下发[^]*“人社局8月底前补充教师”/)
    expect(shown(await act(withdrawInstruction, { task: '5', words: '没有定' }, deskFor(of, '2026-07-14')))).toContain('纪要已于7月13日')
    expect(Object.keys(buttons(cardIn(await type(minutes, 'm1', deskFor(of, '2026-07-14', '何景川')))))).toContain('下载 Word')
  })
  it('are those that are out, for whoever writes none and names no sitting', async () => {
    const of = await sat()
    await press(await type(minutes, 'm1', deskFor(of, '2026-07-13')), '印发', deskFor(of, '2026-07-13'))
    after(of, '2026-07-14', call('2026-07-16'), secretary)
    after(of, '2026-07-16', { type: 'record-meeting', meeting: 'm2', held: true }, secretary)
    const says = async (who: string): Promise<string> => cardIn(await type(minutes, '', deskFor(of, '2026-07-17', who))).text
    expect(await says('苏晚晴')).toContain('2026年第一次会议')
    expect(await says('沈若兰')).toContain('2026年第二次会议')
  })
  it('name who was there then, whoever sits in the body since', async () => {
    const of = await sat()
    after(of, '2026-07-11', { type: 'set-body', body: 'b1', name: '县教育工作领导小组', convened: true, leader: '新县长', deputies: [], members: ['县人社局主要负责同志', '县残联'] }, secretary)
    expect(shown(await type(minutes, 'm1', deskFor(of, '2026-07-13')))).toMatch(/到会3\/4[^]*缺席：县财政局/)
    const answer = await act(minutes, { meeting: 'm1', file: true }, deskFor(of, '2026-07-13'))
    const paper = answer.kind === 'file' ? new TextDecoder().decode(answer.bytes) : ''
    expect(paper).toMatch(/"label":"出席","names":\["[^\]]*县教育局/)
    expect(paper).not.toContain('县残联')
    expect(paper).toContain('＿＿＿在二楼会议室主持召开')
  })
  it('are not issued before its hour without being asked', async () => {
    const desk = deskFor(plan(), '2026-07-10', '沈若兰', 'zh', '08:00')
    const asked = await act(minutes, { meeting: 'm1', issue: true }, desk)
    expect(shown(asked)).toContain('还没到15:00')
    expect(desk.recorded).toEqual([])
    expect(shown(await press(asked, '开始', desk))).toContain('✅ 已印发')
  })
  it('keep the agenda as it stood when the sitting began, where nobody had arranged it', async () => {
    const of = await sat()
    after(after(of, '2026-07-11', claim(1, '县教育局'), personNamed(directory, '苏晚晴').id), '2026-07-11', acceptClaim(1, '县教育局'), secretary)
    expect(shown(await type(minutes, 'm1', deskFor(of, '2026-07-13')))).toContain('普惠园建设')
  })
  it('keep the agenda as it had been arranged, whatever has become of its tasks', async () => {
    const of = plan()
    await act(agenda, { meeting: 'm1', act: 'strike', key: 'task/3' }, deskFor(of))
    after(of, '2026-07-09', report(4, '县教育局', { state: 'blocked', problem: '没有地' }))
    await sat(of)
    after(after(of, '2026-07-11', claim(1, '县教育局'), personNamed(directory, '苏晚晴').id), '2026-07-11', acceptClaim(1, '县教育局'), secretary)
    const says = shown(await type(minutes, 'm1', deskFor(of, '2026-07-13')))
    expect(says).toContain('办理情况')
    expect(says).toContain('普惠园建设')
    expect(says).toContain('集团化办学')
    expect(says).not.toContain('生均经费')
  })
})
