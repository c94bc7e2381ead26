// Who held a sitting, and who sat in without a seat.
import { describe, expect, it } from 'vitest'
import { attendance } from '#commands/attendance.ts'
import { meeting } from '#commands/meeting.ts'
import { minutes } from '#commands/minutes.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after } from '../builders.ts'
import { call, deskFor, group, plan, press, secretary } from './a-sitting.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

describe('who held it', () => {
  const withDeputy = (): PlanState => after(plan(), '2026-07-03', { type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '何景川', deputies: ['副县长'], members: ['县教育局', '县财政局'] }, secretary)
  it('is asked where whoever leads the body was not there: a choice of those who came, deputies first', async () => {
    const of = withDeputy()
    const desk = deskFor(of, '2026-07-10')
    const answer = await type(attendance, 'm1 缺席 何景川、财政局', desk)
    expect(shown(answer)).toContain('⚠️ 还没有登记谁主持。')
    const form = formIn(await press(answer, '谁主持？', desk))
    expect(form.fields).toMatchObject([{ name: 'chair', as: 'select', choices: [{ value: '副县长' }, { value: '县教育局', label: '县教育局（苏晚晴）' }] }])
    const done = await act(attendance, { ...form.run.args, chair: '副县长' }, desk)
    expect(shown(done)).toMatch(/✅ 主持：副县长\n[^]*主持：副县长/)
    expect(Object.keys(buttons(cardIn(done)))).not.toContain('谁主持？')
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ absent: ['何景川', '县财政局'], chair: '副县长' })
    // A name that is turned afterwards takes nothing from it; that of the chair does.
    await act(attendance, { meeting: 'm1', seat: '县财政局' }, desk)
    expect(of.meetings.get('m1')?.attendance?.chair).toBe('副县长')
    expect(shown(await act(attendance, { meeting: 'm1', seat: '副县长' }, desk))).toContain('还没有登记谁主持')
    expect(of.meetings.get('m1')?.attendance?.chair).toBeUndefined()
  })
  it('is asked of a body that nobody leads, and can be typed', async () => {
    const of = after(plan(), '2026-07-02', call('2026-07-10', 'b2'), secretary)
    const desk = deskFor(of, '2026-07-10')
    expect(shown(await type(attendance, 'm2 全到', desk))).toContain('还没有登记谁主持')
    expect(shown(await type(attendance, 'm2 主持 教育局', desk))).toContain('✅ 主持：县教育局')
    expect(of.meetings.get('m2')?.attendance).toMatchObject({ absent: [], chair: '县教育局' })
    expect(shown(await type(attendance, 'm2 主持 气象局', desk))).toContain('“气象局”不在这个机构的成员里')
  })
  it('is a choice before anything is recorded too, and is recorded with the rest', async () => {
    const of = withDeputy()
    const desk = deskFor(of, '2026-07-10')
    const form = formIn(await type(attendance, 'm1 谁主持', desk))
    const said = await act(attendance, { ...form.run.args, chair: '副县长' }, desk)
    expect(shown(said)).toContain('主持：副县长（登记签到时一并记入）')
    await press(said, '没答复的都到会', desk)
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ absent: [], chair: '副县长' })
  })
  it('stands in the usage', () => expect([attendance.usage.zh, attendance.usage.en].join()).toMatch(/主持[^]*chair/))
  it('is a choice of nobody where all have been turned absent since', async () => {
    const of = withDeputy()
    const answer = await type(attendance, 'm1 缺席 何景川', deskFor(of, '2026-07-10'))
    await type(attendance, 'm1 缺席 副县长、教育局、财政局', deskFor(of, '2026-07-10'))
    expect(shown(await press(answer, '谁主持？', deskFor(of, '2026-07-10')))).toContain('到会0，缺席4')
  })
  it('is not asked where whoever leads the body came', async () => {
    const says = shown(await type(attendance, 'm1 全到', deskFor(plan(), '2026-07-10')))
    expect(says).not.toContain('主持')
  })
  it('may be somebody without a seat, who sat in', async () => {
    const of = withDeputy()
    const desk = deskFor(of, '2026-07-10')
    await type(attendance, 'm1 缺席 何景川', desk)
    const no = await type(attendance, 'm1 主持 王副县长', desk)
    expect(shown(no)).toContain('“王副县长”不在这个机构的成员里')
    expect(shown(await press(no, '王副县长列席并主持', desk))).toMatch(/✅ 主持：王副县长[^]*列席：王副县长\n主持：王副县长/)
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ besides: ['王副县长'], chair: '王副县长' })
    const paper = await act(minutes, { meeting: 'm1', file: true }, deskFor(of, '2026-07-13'))
    const says = paper.kind === 'file' ? new TextDecoder().decode(paper.bytes) : ''
    expect(says).toContain('王副县长在二楼会议室主持召开')
    expect(says).not.toContain('列席')
    await type(attendance, 'm1 列席 县委副书记李明', desk)
    expect(formIn(await act(attendance, { plan: 'p1', meeting: 'm1', chairing: true }, desk)).fields).toMatchObject([{ choices: [{ value: '副县长' }, {}, {}, { value: '王副县长' }, { value: '县委副书记李明' }] }])
  })
  it('may be whoever came for another, by their own name', async () => {
    const of = after(withDeputy(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: false, instead: '杜副局长' }, secretary)
    const desk = deskFor(of, '2026-07-10')
    const form = formIn(await press(await type(attendance, 'm1 缺席 何景川、副县长', desk), '谁主持？', desk))
    expect(form.fields).toMatchObject([{ choices: [{ value: '县教育局' }, { value: '县财政局', label: '县财政局（杜副局长代）' }] }])
    expect(shown(await act(attendance, { ...form.run.args, chair: '县财政局' }, desk))).toContain('主持：县财政局（杜副局长代）')
    expect(shown(await type(minutes, 'm1', desk))).toContain('主持：县财政局（杜副局长代）')
    const paper = await act(minutes, { meeting: 'm1', file: true }, desk)
    expect(paper.kind === 'file' ? new TextDecoder().decode(paper.bytes) : '').toContain('杜副局长在二楼会议室主持召开')
  })
  it('who was away is there once it is said that they held it, and that is said', async () => {
    const of = withDeputy()
    const desk = deskFor(of, '2026-07-10')
    await type(attendance, 'm1 缺席 何景川、教育局', desk)
    expect(shown(await type(attendance, 'm1 主持 教育局', desk))).toContain('✅ 主持：县教育局；县教育局改为到会')
  })
  it('has a name in the minutes where a post was chosen, and stands with the sitting', async () => {
    const of = plan()
    await type(attendance, 'm1 缺席 何景川、财政局 主持 人社局', deskFor(of, '2026-07-10'))
    const paper = await act(minutes, { meeting: 'm1', file: true }, deskFor(of, '2026-07-13'))
    expect(paper.kind === 'file' ? new TextDecoder().decode(paper.bytes) : '').toContain('县人社局主要负责同志韩雪在二楼会议室主持召开')
    const card = shown(await type(meeting, 'm1', deskFor(of, '2026-07-13')))
    expect(card).toMatch(/主持：县人社局主要负责同志（韩雪）\n到会2\/4/)
    expect(card).not.toContain('主持：何景川')
  })
  it('is said in English as well', async () => {
    const desk = deskFor(withDeputy(), '2026-07-10', '沈若兰', 'en')
    const answer = await type(attendance, 'm1 absent 何景川', desk)
    expect(shown(answer)).toContain('Who was in the chair is not on record.')
    expect(shown(await type(attendance, 'm1 chair 副县长', desk))).toContain('Chair: 副县长')
  })
})

describe('who reports there without a seat', () => {
  const without = (): PlanState => after(plan(), '2026-07-03', { type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '何景川', deputies: [], members: ['县财政局'] }, secretary)
  it('is proposed as sitting in, as the notice has it, and recorded with the first press', async () => {
    const of = without()
    const desk = deskFor(of, '2026-07-10')
    const answer = await type(attendance, 'm1', desk)
    expect(shown(answer)).toContain('拟列席：县人社局、县教育局（整体登记时一并记入，有变动点“登记列席”）')
    expect(cardIn(answer).actions?.[0]?.says).toBe('全部到会，列席2个一并记入')
    expect(shown(await press(answer, '全部到会', desk))).toMatch(/✅ 已登记签到；没答复的2个记到会；列席记2个\n[^]*\n列席：县人社局、县教育局/)
    expect(of.meetings.get('m1')?.attendance?.besides).toEqual(['县人社局', '县教育局'])
    const paper = await act(minutes, { meeting: 'm1', file: true }, deskFor(of, '2026-07-13'))
    expect(paper.kind === 'file' ? new TextDecoder().decode(paper.bytes) : '').toContain('"label":"列席","names":["县人社局","县教育局"]')
  })
  it('is not recorded by a single name, and stands as open until it is said', async () => {
    const of = without()
    const desk = deskFor(of, '2026-07-10')
    const pressed = await press(await type(attendance, 'm1', desk), '❔县财政局', desk)
    expect(of.meetings.get('m1')?.attendance?.besides).toEqual([])
    expect(shown(pressed)).toContain('拟列席：县人社局、县教育局（还没有登记，来了的点“登记列席”）')
    expect(formIn(await press(pressed, '登记列席', desk)).fields).toMatchObject([{ now: '县人社局、县教育局' }])
  })
  it('is not said to sit in before the sitting', async () => {
    const says = shown(await type(attendance, 'm1', deskFor(without(), '2026-07-08')))
    expect(says).toMatch(/拟列席：县人社局、县教育局(?!（)/)
    expect(says).not.toMatch(/(?<!拟)列席：/)
  })
  it('can be taken off in the form before anything is recorded', async () => {
    const of = without()
    const desk = deskFor(of, '2026-07-10')
    const form = formIn(await act(attendance, { plan: 'p1', meeting: 'm1', beside: true }, desk))
    expect(form.fields).toMatchObject([{ now: '县人社局、县教育局' }])
    await press(await act(attendance, { ...form.run.args, besides: '县人社局' }, desk), '全部到会', desk)
    expect(of.meetings.get('m1')?.attendance?.besides).toEqual(['县人社局'])
    // What is on record stands, whoever is to report.
    expect(shown(await type(attendance, 'm1', desk))).toMatch(/列席：县人社局\n/)
  })
})
