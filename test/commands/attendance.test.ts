// Who was there.
import { describe, expect, it } from 'vitest'
import { attendance } from '#commands/attendance.ts'
import { minutes } from '#commands/minutes.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { attendanceOf } from '#src/meetings/attendance.ts'
import { after, change, day, directoryWith, planOf, task, unitId } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { call, deskFor, group, plan, press, pressRun, secretary, threeOn } from './a-sitting.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

describe('who was there', () => {
  it('is everybody but who asked to be excused, in one press', async () => {
    const of = after(plan(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: false, words: '出差' }, secretary)
    const desk = deskFor(of, '2026-07-10')
    const answer = await type(attendance, '', desk)
    expect(shown(answer)).toMatch(/^签到：县教育工作领导小组会议，应到4\n[^]*还没登记：没答复的3个到了吗？答复：参加0，请假1，❔未答3。/)
    expect(shown(answer)).not.toContain('到会3')
    expect(shown(answer)).toContain('县财政局：请假：出差')
    expect(shown(answer)).toContain('请假的，来了的点名字：')
    expect(buttons(cardIn(answer))).toHaveProperty('❔县教育局')
    const done = await press(answer, '没答复的都到会', desk)
    expect(shown(done)).toContain('应到4，到会3，缺席1')
    expect(shown(done)).toContain('✅ 已登记签到；没答复的3个记到会')
    // What was answered before is no matter once it is on record who came.
    expect(shown(done)).toMatch(/到会，没到的点名字：[^]*缺席，到了的点名字：/)
    expect(Object.keys(buttons(cardIn(done))).join()).not.toMatch(/[❔📵]/u)
    expect(of.meetings.get('m1')).toMatchObject({ status: 'held', attendance: { absent: ['县财政局'] } })
  })
  it('is marked, name by name, of whom nobody has answered and whom nobody could tell', async () => {
    const of = after(plan(), '2026-07-03', { type: 'set-body', body: 'b1', name: group.name, convened: true, deputies: [], members: ['县教育局', '县财政局', '县人社局', '县残联'] }, secretary)
    after(of, '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: true }, secretary)
    const answer = await type(attendance, 'm1', deskFor(of, '2026-07-10'))
    expect(Object.keys(buttons(cardIn(answer))).slice(0, 4)).toEqual(['❔县教育局', '县财政局', '❔县人社局', '📵县残联'])
    expect(shown(answer)).toContain('没到的点名字，其余记到会：')
    expect(shown(answer)).toContain('没答复的3个到了吗？答复：参加1，请假0，❔未答2，📵收不到通知1。')
    expect(cardIn(answer).sections?.flatMap(({ rows }) => rows)).toHaveLength(1)
    expect(cardIn(answer).sections?.[0]?.rows[0]?.actions?.[3]?.says).toBe('记缺席：县残联，收不到通知')
    expect(shown(await type(attendance, 'm1', deskFor(of, '2026-07-10', '沈若兰', 'en')))).toContain('❔2 yet to answer, 📵1 could not be reached.')
  })
  it('is asked, of those who never answered, and neither is taken for granted', async () => {
    const of = after(plan(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: true }, secretary)
    const desk = deskFor(of, '2026-07-10')
    const answer = await type(attendance, 'm1', desk)
    expect(cardIn(answer).actions?.map(({ label, style }) => [label, style])).toEqual([['没答复的都到会', undefined], ['没答复的记缺席', undefined], ['登记列席', undefined], ['议定', undefined], ['纪要', undefined]])
    const done = await press(answer, '没答复的记缺席', desk)
    expect(shown(done)).toContain('应到4，到会1，缺席3')
    expect(shown(done)).toContain('没答复的3个记缺席')
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ absent: ['何景川', '县教育局', '县人社局主要负责同志'], there: ['县财政局'] })
  })
  it('is one press where everybody has answered', async () => {
    const of = plan()
    for (const seat of ['何景川', '县教育局', '县财政局', '县人社局主要负责同志']) after(of, '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat, coming: true }, secretary)
    const answer = await type(attendance, 'm1', deskFor(of, '2026-07-10'))
    expect(shown(answer)).toContain('按“就这样”就记4个都到会')
    await press(answer, '就这样', deskFor(of, '2026-07-10'))
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual([])
  })
  it('says with the first name that is pressed what the others who never answered were recorded as', async () => {
    const desk = deskFor(plan(), '2026-07-10')
    expect(shown(await press(await type(attendance, 'm1', desk), '❔县教育局', desk))).toContain('✅ 县教育局：缺席；没答复的3个记到会')
    expect(shown(await type(attendance, 'm1 缺席 教育局、财政局', deskFor(plan(), '2026-07-10')))).toContain('✅ 已登记签到；没答复的2个记到会\n')
  })
  it('is asked first where only who sat in was said, and both are recorded together', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const asked = await type(attendance, 'm1 列席 县残联', desk)
    expect(shown(asked)).toMatch(/没答复的4个到了吗？[^]*列席：县残联/)
    expect(of.meetings.get('m1')?.attendance).toBeUndefined()
    await press(asked, '没答复的记缺席', desk)
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ there: [], besides: ['县残联'] })
  })
  it('is recorded with what was said before, whichever button is pressed', async () => {
    for (const label of ['❔县教育局', '全部到会', '没答复的记缺席']) {
      const of = plan()
      if (label === '没答复的记缺席') after(of, '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: true }, secretary)
      const desk = deskFor(of, '2026-07-10')
      await press(await type(attendance, 'm1 列席 县残联', desk), label, desk)
      expect(of.meetings.get('m1')?.attendance?.besides, label).toEqual(['县残联'])
    }
  })
  it('is shown with who held it as said and not recorded yet, and that one is asked of no more', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const asked = await type(attendance, 'm1 主持 教育局', desk)
    expect(shown(asked)).toMatch(/没答复的3个到了吗？[^]*主持：县教育局（苏晚晴）（登记签到时一并记入）/)
    expect(of.meetings.get('m1')?.attendance).toBeUndefined()
    const form = formIn(await press(asked, '登记列席', desk))
    const both = await act(attendance, { ...form.run.args, besides: '县残联' }, desk)
    expect(shown(both)).toMatch(/拟列席：县残联（登记签到时一并记入[^]*主持：县教育局/)
    expect(shown(await press(both, '❔县财政局', desk))).toContain('✅ 县财政局：缺席；没答复的2个记到会；列席记1个')
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ absent: ['县财政局'], chair: '县教育局', besides: ['县残联'] })
  })
  it('takes nobody for its chair whose own name is pressed as missing', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    await press(await type(attendance, 'm1 主持 教育局', desk), '❔县教育局', desk)
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ absent: ['县教育局'] })
    expect(of.meetings.get('m1')?.attendance?.chair).toBeUndefined()
  })
  it('keeps what was said where it is too long for a button', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const many = Array.from({ length: 100 }, (_, at) => `${'某某工作队'.repeat(3)}${at}`)
    await press(await type(attendance, `m1 列席 ${many.join('、')}`, desk), '❔县教育局', desk)
    expect(of.meetings.get('m1')?.attendance?.besides).toEqual(many)
  })
  it('is not taken before its day, and what was said then is not shown as kept', async () => {
    const says = shown(await type(attendance, 'm1 列席 县残联', deskFor(plan(), '2026-07-08')))
    expect(says).not.toContain('县残联')
    expect(says).toContain('7月10日')
  })
  it('is typed in one breath: who was missing, who held it, who sat in', async () => {
    const of = plan()
    await type(attendance, 'm1 缺席：财政局；主持：教育局；列席：县残联', deskFor(of, '2026-07-10'))
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ absent: ['县财政局'], chair: '县教育局', besides: ['县残联'] })
  })
  it('is not recorded where something that was typed was not understood, and says so', async () => {
    const of = plan()
    const says = shown(await type(attendance, 'm1 教育局晚到 缺席 财政局', deskFor(of, '2026-07-10')))
    expect(says).toContain('⚠️ 没有读懂“教育局晚到”，什么都没有登记')
    expect(of.meetings.get('m1')?.attendance).toBeUndefined()
  })
  it('is of the body that is named in the place of a number', async () => {
    const of = after(plan(), '2026-07-02', call('2026-07-10', 'b2'), secretary)
    const says = shown(await type(attendance, '学前专班', deskFor(of, '2026-07-10')))
    expect(says).toMatch(/^签到：学前专班/)
    expect(says).not.toContain('没有读懂')
  })
  it('keeps all that was typed where it is asked which sitting is meant', async () => {
    const of = after(plan(), '2026-07-02', call('2026-07-10', 'b2'), secretary)
    const desk = deskFor(of, '2026-07-10')
    const which = await type(attendance, '全到 主持 教育局', desk)
    const run = Object.values(buttons(cardIn(which))).find(({ args }) => args['meeting'] === 'm2')
    await pressRun(run ?? { command: '', args: {} }, desk)
    expect(of.meetings.get('m2')?.attendance).toMatchObject({ absent: [], chair: '县教育局' })
  })
  it('is not said of anybody before it is recorded: what was answered is', async () => {
    const of = after(plan(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: true }, secretary)
    const says = shown(await type(attendance, 'm1', deskFor(of, '2026-07-08')))
    expect(says).toMatch(/县教育局 · ❔未答[^]*县财政局 · 参加/)
    expect(says).not.toContain('到会')
  })
  it('who was missing is missing after its unit was renamed and its seat with it', () => {
    const known = directoryWith(['县教育局', '县财政局', '县人社局'], { name: '沈若兰', roles: ['secretary'] })
    const of = after(plan(), '2026-07-10', { type: 'record-attendance', meeting: 'm1', absent: ['县财政局'], besides: [] }, secretary)
    change(known, { type: 'rename-unit', unit: unitId('县财政局'), name: '县财政金融局', from: day('2026-07-11') }, '2026-07-11')
    after(of, '2026-07-11', { type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '何景川', deputies: [], members: ['县教育局', '县财政金融局'] }, secretary)
    const { seats } = attendanceOf({ plan: of, directory: known }, of.meetings.get('m1') as Meeting)
    expect(seats.map(({ seat, isThere }) => [seat.name, isThere])).toEqual([['何景川', true], ['县教育局', true], ['县财政金融局', false]])
  })
  it('who is missing is the one that was named, though another has that name before a stroke in its own', async () => {
    const of = after(plan(), '2026-07-03', { type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '何景川', deputies: [], members: ['县委办', '县委办/县政府办'] }, secretary)
    await type(attendance, 'm1 缺席 县委办', deskFor(of, '2026-07-10'))
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ absent: ['县委办'], there: ['何景川', '县委办/县政府办'] })
  })
  it('who sat in is kept whole, or refused with what is too much', async () => {
    const desk = deskFor(plan(), '2026-07-10')
    const many = Array.from({ length: 101 }, (_, at) => `列席${at + 1}`).join('、')
    expect(shown(await type(attendance, `m1 列席 ${many}`, desk))).toContain('列席最多记100个，这里有101个，没有记录')
    expect(shown(await type(attendance, `m1 列席 ${'很'.repeat(61)}`, desk))).toContain('超过60个字，没有记录。请用顿号')
    expect(await act(attendance, { meeting: 'm1', besides: many, form: true }, desk)).toMatchObject({ kind: 'form-errors', errors: { besides: expect.stringContaining('101') as unknown } })
    expect(desk.allPlans.get('p1' as never)?.meetings.get('m1')?.status).toBe('scheduled')
  })
  it('who sat in is kept where there are more of them than a field takes', async () => {
    const names = Array.from({ length: 90 }, (_, at) => `${String(at)}${'某某省级挂点帮扶工作队代表'.repeat(4)}`)
    const of = after(plan(), '2026-07-10', { type: 'record-attendance', meeting: 'm1', absent: [], besides: names }, secretary)
    const desk = deskFor(of, '2026-07-10')
    const form = formIn(await act(attendance, { plan: 'p1', meeting: 'm1', beside: true }, desk))
    const [field] = form.fields
    await act(attendance, { ...form.run.args, besides: field !== undefined && 'now' in field ? field.now : '' }, desk)
    expect(of.meetings.get('m1')?.attendance?.besides).toEqual(names)
  })
  it('who sends somebody is there by them', async () => {
    const of = after(plan(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: false, instead: '杜副局长' }, secretary)
    expect(shown(await type(attendance, 'm1', deskFor(of, '2026-07-10')))).toContain('县财政局：杜副局长代')
  })
  it('is turned for a seat with a long name too', async () => {
    const long = `县${'水利工程建设质量安全监督'.repeat(20)}中心`
    const of = after(planOf([task(1)], { bodies: [{ ...group, members: [long] }] }), '2026-07-02', call('2026-07-10'), secretary)
    const desk = deskFor(of, '2026-07-10')
    const rows = cardIn(await type(attendance, 'm1', desk)).sections?.flatMap((section) => section.rows.flatMap(({ actions }) => actions ?? [])) ?? []
    await pressRun(rows.at(-1)?.run ?? { command: '', args: {} }, desk)
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual([long])
  })
  it('is turned seat by seat, and typed by name', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10')
    const first = await act(attendance, { meeting: 'm1', seat: '县教育局' }, desk)
    expect(shown(first)).toContain('✅ 县教育局：缺席')
    await act(attendance, { meeting: 'm1', seat: '县教育局' }, desk)
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual([])
    await type(attendance, 'm1 缺席 财政局、教育局', desk)
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual(['县财政局', '县教育局'])
    await type(attendance, 'm1 列席 县残联、县妇联', desk)
    expect(of.meetings.get('m1')?.attendance).toMatchObject({ absent: ['县教育局', '县财政局'], besides: ['县残联', '县妇联'] })
    await type(attendance, 'm1 全部到会', desk)
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual([])
    expect(shown(await type(attendance, 'm1 缺席 气象局', desk))).toContain('气象局')
  })
  it('before its hour is asked first, for there is no way back', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10', '沈若兰', 'zh', '08:00')
    const asked = await press(await type(attendance, 'm1', desk), '全部到会', desk)
    expect(shown(asked)).toContain('还没到15:00，现在就开始？')
    expect(asked).toMatchObject({ replaces: true })
    expect(desk.recorded).toEqual([])
    expect(cardIn(await press(asked, '返回', desk)).text).toContain('应到4')
    expect(shown(await press(asked, '开始', desk))).toContain('✅ 已登记签到')
    expect(of.meetings.get('m1')?.status).toBe('held')
    await type(attendance, 'm1 缺席 财政局', desk)
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual(['县财政局'])
  })
  it('typed before its hour is asked first, and what was typed is done then', async () => {
    const of = plan()
    const desk = deskFor(of, '2026-07-10', '沈若兰', 'zh', '14:59')
    await press(await type(attendance, 'm1 缺席 财政局', desk), '开始', desk)
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual(['县财政局'])
    expect(shown(await type(attendance, 'm1 全到', deskFor(plan(), '2026-07-10', '沈若兰', 'en', '14:59')))).toContain('It is not 15:00 yet')
  })
  it('is not recorded before its day, and says when', async () => {
    const says = shown(await type(attendance, 'm1', deskFor(plan())))
    expect(says).toContain('会还没开：7月10日(周五)当天再登记。')
    expect(says).not.toMatch(/就这样|点名字/)
    expect(Object.keys(buttons(cardIn(await type(attendance, 'm1', deskFor(plan())))))).toEqual([])
    expect(shown(await type(attendance, 'm1 全部到会', deskFor(plan())))).toContain('还没到日子')
  })
})

describe('who asked to be excused', () => {
  const excused = (): PlanState => after(plan(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: false, words: '出差' }, secretary)
  const paperOf = async (of: PlanState): Promise<string> => {
    const answer = await act(minutes, { meeting: 'm1', file: true }, deskFor(of, '2026-07-13'))
    return answer.kind === 'file' ? new TextDecoder().decode(answer.bytes) : ''
  }
  it('and came after all was there: what is recorded stands, not what was announced', async () => {
    const of = excused()
    await type(attendance, 'm1 全部到会', deskFor(of, '2026-07-10'))
    const says = shown(await type(minutes, 'm1', deskFor(of, '2026-07-13')))
    expect(says).toContain('到会4/4')
    expect(says).not.toContain('请假')
    const paper = await paperOf(of)
    expect(paper).toMatch(/"label":"出席","names":\[[^\]]*县财政局/)
    expect(paper).not.toContain('"label":"请假"')
  })
  it('and sent somebody stands there with who came', async () => {
    const of = after(plan(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '县财政局', coming: false, instead: '杜副局长' }, secretary)
    await type(attendance, 'm1 全部到会', deskFor(of, '2026-07-10'))
    expect(shown(await type(minutes, 'm1', deskFor(of, '2026-07-13')))).toContain('代会：县财政局（杜副局长代）')
    expect(await paperOf(of)).toMatch(/"label":"出席","names":\[[^\]]*"县财政局（杜副局长代）"/)
  })
  it('takes the chair where he came after all', async () => {
    const of = after(plan(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '何景川', coming: false }, secretary)
    await type(attendance, 'm1 全部到会', deskFor(of, '2026-07-10'))
    expect(await paperOf(of)).toContain('县长何景川在二楼会议室主持召开')
  })
})

describe('a group that sits as one', () => {
  const directory = directoryWith(['县教育局', '溪口镇', '青石镇', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }], { name: '沈若兰', roles: ['secretary'] })
  const called = (): PlanState => after(planOf([task(1)], { bodies: [{ ...group, leader: '县长', members: ['县教育局', '各乡镇'] }] }), '2026-07-02', call('2026-07-10'), secretary)
  const at = (of: PlanState, today = '2026-07-10'): TestDesk => deskOf({ plans: [of], directory, asker: '沈若兰', today, now: threeOn(today) })
  it('is counted seat by seat, with what each has answered', async () => {
    const of = after(called(), '2026-07-06', { type: 'answer-invitation', meeting: 'm1', seat: '各乡镇/溪口镇', coming: false, words: '防汛' }, secretary)
    const answer = await type(attendance, 'm1', at(of))
    expect(cardIn(answer).text).toContain('应到4')
    expect(shown(answer)).toContain('溪口镇：请假：防汛')
    await press(answer, '没答复的都到会', at(of))
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual(['各乡镇/溪口镇'])
    const says = shown(await type(minutes, 'm1', at(of, '2026-07-13')))
    expect(says).toMatch(/到会3\/4[^]*请假：溪口镇/)
  })
  it('has members that are pressed and typed by their own names', async () => {
    const of = called()
    const pressed = await press(await type(attendance, 'm1', at(of)), '📵青石镇', at(of))
    expect(shown(pressed)).toContain('✅ 青石镇：缺席')
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual(['各乡镇/青石镇'])
    await type(attendance, 'm1 缺席 溪口镇', at(of))
    // What was recorded before stands: others join it.
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual(['各乡镇/青石镇', '各乡镇/溪口镇'])
    await type(attendance, 'm1 缺席 各乡镇', at(of))
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual(['各乡镇/溪口镇', '各乡镇/青石镇'])
  })
  it('is shown as it stands where 缺席 names nobody', async () => {
    const of = called()
    await type(attendance, 'm1 缺席 溪口镇', at(of))
    await type(attendance, 'm1 缺席', at(of))
    expect(of.meetings.get('m1')?.attendance?.absent).toEqual(['各乡镇/溪口镇'])
  })
  it('was away as a whole where the record has it so', async () => {
    const of = after(called(), '2026-07-10', { type: 'record-attendance', meeting: 'm1', absent: ['各乡镇'], besides: [] }, secretary)
    expect(shown(await type(minutes, 'm1', at(of, '2026-07-13')))).toContain('缺席：溪口镇、青石镇')
  })
  it('is there at a sitting that was put on record afterwards', async () => {
    const of = after(planOf([task(1)], { bodies: [{ ...group, leader: '县长', members: ['各乡镇'] }] }), '2026-07-06', { type: 'record-past-meeting', body: 'b1', on: day('2026-06-18') }, secretary)
    expect(cardIn(await type(attendance, 'm1', at(of))).text).toContain('应到3')
  })
})

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
    expect(shown(answer)).toContain('拟列席：县人社局、县教育局（登记签到时一并记入，有变动点“登记列席”）')
    expect(cardIn(answer).actions?.[0]?.says).toBe('全部到会，列席2个一并记入')
    expect(shown(await press(answer, '全部到会', desk))).toMatch(/✅ 已登记签到；没答复的2个记到会；列席记2个\n[^]*\n列席：县人社局、县教育局/)
    expect(of.meetings.get('m1')?.attendance?.besides).toEqual(['县人社局', '县教育局'])
    const paper = await act(minutes, { meeting: 'm1', file: true }, deskFor(of, '2026-07-13'))
    expect(paper.kind === 'file' ? new TextDecoder().decode(paper.bytes) : '').toContain('"label":"列席","names":["县人社局","县教育局"]')
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
