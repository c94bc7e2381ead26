import { describe, expect, it } from 'vitest'
import { check } from '#commands/check.ts'
import { correct } from '#commands/correct.ts'
import { importPlan } from '#commands/import-plan.ts'
import type { Answer } from '#src/command.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { taskNo, unitId } from '#test/builders.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, cardIn, formIn, shown, type } from './acting.ts'
import { deskOf } from '#test/desk.ts'
import { county, labels, plan, press, presses, secretary, sent, text } from './importing.ts'

describe('逐条核对', () => {
  it('begins in the preview, with the first question and its answers', async () => {
    const preview = await sent(secretary())
    expect(shown(preview)).toMatch(/存疑（前3处，共5处）\n第1行 · 方案是三年期的/)
    expect(labels(preview)).toEqual(expect.arrayContaining(['2026—2028年', '其他答复', '逐条核对', '确认导入']))
  })

  it('asks one thing at a time in the place of the message, and says what is left and what was answered', async () => {
    const desk = secretary()
    const next = await press(await sent(desk), '2026—2028年', desk)
    expect(next).toMatchObject({ kind: 'card', replaces: true })
    expect(shown(next)).toContain('还有4处待核')
    expect(shown(next)).toMatch(/✅ 方案是三年期的.*2026—2028年/)
  })

  it('offers one year for every blank, out of the years of the plan', async () => {
    const desk = secretary()
    const years = await press(await sent(desk), '2026—2028年', desk)
    expect(shown(years)).toContain('有2处年份空着，是同一年吗？')
    expect(labels(years).filter((label) => label.startsWith('全部'))).toEqual(['全部定为2026年', '全部定为2027年', '全部定为2028年'])
    expect(shown(await press(years, '全部定为2027年', desk))).toMatch(/✅ 2处定为：2027年[^]*是同一个单位吗/)
  })

  it('asks for each blank year where they are not one', async () => {
    const desk = secretary()
    const each = await presses(await sent(desk), ['2026—2028年', '逐个定'], desk)
    expect(labels(each)).toEqual(expect.arrayContaining(['2026年', '2027年', '2028年']))
    await presses(each, ['2026年', '2027年', '不是', '县教育局', '确认导入'].slice(0, 4), desk)
    await act(importPlan, { draft: 'd000001', confirm: true }, desk)
    expect([1, 2].map((no) => plan(desk)?.tasks.get(taskNo(no))?.due)).toMatchObject([{ day: '2026-09-30' }, { day: '2027-12-31' }])
  })

  it('lets the secretary choose the name that stays, and offers units for a section that names none', async () => {
    const desk = secretary()
    const alias = await presses(await sent(desk), ['2026—2028年', '全部定为2027年'], desk)
    expect(labels(alias).slice(0, 3)).toEqual(['是，称县发改局', '是，称县发改委', '不是'])
    const section = await press(alias, '是，称县发改局', desk)
    expect(shown(section)).toContain('“队伍建设”下2项任务都没有写责任单位')
    expect(labels(section)).toEqual(expect.arrayContaining(['县公安局', '县教育局', '其他答复', '逐项指定', '跳过']))
  })

  it('takes a typed list: the first leads, the others support', async () => {
    const desk = secretary()
    const section = await presses(await sent(desk), ['2026—2028年', '全部定为2027年', '不是'], desk)
    const form = formIn(await press(section, '其他答复', desk))
    const preview = await act(check, { ...form.run.args, answer: '县教育局，县财政局' }, desk)
    expect(shown(preview)).toContain('3 配齐保安 · 县教育局')
    await press(preview, '确认导入', desk)
    expect(plan(desk)?.assignments.get(keyOf(taskNo(3), unitId('县财政局')))).toMatchObject({ part: 'support' })
    expect(plan(desk)?.assignments.get(keyOf(taskNo(4), unitId('县教育局')))).toMatchObject({ part: 'lead' })
  })

  it('asks about the tasks of a section one by one where that is wanted', async () => {
    const desk = secretary()
    const one = await presses(await sent(desk), ['2026—2028年', '全部定为2027年', '不是', '逐项指定'], desk)
    expect(shown(one)).toContain('“配齐保安”由哪些单位负责？')
    expect(shown(await press(one, '县公安局', desk))).toContain('“培训教师”由哪些单位负责？')
  })

  it('goes past what is skipped, and comes back to the preview with what is left', async () => {
    const desk = secretary()
    const preview = await presses(await sent(desk), ['逐条核对', '跳过', '跳过', '跳过', '跳过'], desk)
    expect(shown(preview)).toContain('4项·4单位·5处存疑')
    expect(desk.recorded).toEqual([])
  })

  it('says the last answer too, in the preview that follows it', async () => {
    const desk = secretary()
    const preview = await presses(await sent(desk), ['2026—2028年', '全部定为2027年', '不是', '县教育局'], desk)
    expect(shown(preview)).toMatch(/✅ “队伍建设”下2项任务.*县教育局[^]*4项·/)
  })

  it('can be left for the preview and gone on with at any time', async () => {
    const desk = secretary()
    const preview = await presses(await sent(desk), ['2026—2028年', '返回预览'], desk)
    expect(shown(preview)).toContain('✅ 已核对1处')
    expect(shown(await press(preview, '逐条核对', desk))).toContain('有2处年份空着')
  })

  it('lets the last answer be changed', async () => {
    const desk = secretary()
    const again = await presses(await sent(desk), ['2026—2028年', '改上一处', '2025—2027年'], desk)
    expect(labels(again)).toContain('全部定为2025年')
  })

  it('lets one answer for many be changed: all of them are asked again, and take another', async () => {
    const desk = secretary()
    const again = await presses(await sent(desk), ['2026—2028年', '全部定为2027年', '改上一处'], desk)
    expect(shown(again)).toContain('有2处年份空着，是同一年吗？')
    await presses(again, ['全部定为2028年', '不是', '县教育局', '确认导入'], desk)
    expect([1, 2].map((no) => plan(desk)?.tasks.get(taskNo(no))?.due)).toMatchObject([{ day: '2028-09-30' }, { day: '2028-12-31' }])
  })

  it('is found again on another day, where 导入 alone is typed', async () => {
    const desk = secretary()
    await press(await sent(desk), '2026—2028年', desk)
    const waiting = await type(importPlan, '', desk)
    expect(shown(waiting)).toMatch(/您有1份导入稿还没有确认[^]*云溪县校园安全三年行动方案\n4项 · 还有4处待核/)
    expect(shown(await press(waiting, '继续', desk))).toContain('✅ 已核对1处')
  })

  it('is no longer found once it is confirmed', async () => {
    const desk = secretary()
    await press(await sent(desk), '确认导入', desk)
    expect(shown(await type(importPlan, '', desk))).toContain('把方案正文直接粘贴')
  })

  it.each([['看情况', '没有年份'], ['', '']])('keeps no answer that settles nothing: %j', async (words, why) => {
    const desk = secretary()
    const form = formIn(await press(await sent(desk), '其他答复', desk))
    const answer = await act(check, { ...form.run.args, answer: words }, desk)
    if (words === '') expect(answer.kind).toBe('form')
    else expect(answer).toMatchObject({ kind: 'form-errors', errors: { answer: expect.stringContaining(why) as string } })
    expect((await desk.drafts.find('d000001' as never))?.corrections).toEqual([])
  })

  it('does not make a unit of a slip of the pen', async () => {
    const desk = secretary()
    const section = await presses(await sent(desk), ['2026—2028年', '全部定为2027年', '不是'], desk)
    const form = formIn(await press(section, '其他答复', desk))
    expect(await act(check, { ...form.run.args, answer: '张三' }, desk)).toMatchObject({ kind: 'form-errors' })
  })

  it('writes every answer with the plan, and what stays open as doubts', async () => {
    const desk = secretary()
    const preview = await presses(await sent(desk), ['2026—2028年', '全部定为2027年', '是，称县发改局', '跳过'], desk)
    await press(preview, '确认导入', desk)
    expect(plan(desk)?.period).toEqual({ from: 2026, to: 2028 })
    expect(plan(desk)?.unitsOf.get(taskNo(2))).toEqual(['县教育局', '县发改局'])
    expect(desk.directory.units.get('县发改局' as UnitId)?.aliases).toEqual(['县发改委'])
    expect([...(plan(desk)?.doubts.values() ?? [])].map(({ kind, settled }) => [kind, settled?.answer])).toEqual([
      ['no-unit', undefined], ['no-period', '2026—2028年'], ['year-blank', '2027年'], ['year-blank', '2027年'], ['alias', '是，称县发改局'],
    ])
  })
})

describe('改稿', () => {
  it.each([
    ['合并单位 县发改局 县发改委', /4项·3单位/],
    ['改牵头 2 县公安局', /2 改造校舍 · 县公安局 ·/],
    ['绑定年份 2027', /1 建设一键报警 · 县公安局 · 2027年9月30日/],
    ['去掉 4', /3项·4单位/],
    ['指定联络员 县公安局 苏晚晴', /^(?![^]*没有联络员的单位)/],
  ])('%s', async (words, expected) => {
    const desk = secretary()
    await sent(desk)
    const preview = await type(correct, words, desk)
    expectGoodCard(cardIn(preview))
    expect(shown(preview)).toMatch(expected)
    expect(desk.recorded).toEqual([])
  })

  it.each([
    ['合并单位 县发改局 县发改委', '✅ 已合并单位：县发改委 → 县发改局，涉及1项任务；“县发改委”记为别名。'],
    ['改牵头 2 县公安局', '✅ 已改牵头：任务2 改造校舍，县教育局 → 县公安局。'],
    ['改牵头 3 县公安局', '✅ 已改牵头：任务3 配齐保安，单位待定 → 县公安局。'],
    ['绑定年份 2027', '✅ 已绑定年份：2处空白年份 → 2027。'],
    ['指定联络员 县教育局 沈若兰', '✅ 已指定联络员：县教育局，苏晚晴 → 苏晚晴、沈若兰；确认导入时记入名册，此前不会收到消息'],
    ['去掉 3', '✅ 已去掉任务3 配齐保安：4项 → 3项，后面的编号前移。'],
  ])('%s says what it changed, from what to what', async (words, receipt) => {
    const desk = secretary()
    await sent(desk)
    expect(shown(await type(correct, words, desk))).toContain(receipt)
  })

  it('says how many tasks are back', async () => {
    const desk = secretary()
    await sent(desk)
    await type(correct, '去掉 3', desk)
    await type(correct, '去掉 3', desk)
    expect(shown(await type(correct, '恢复', desk))).toContain('✅ 已恢复去掉的2项：2项 → 4项。')
  })

  it('that merges two names asks no more whether they are one', async () => {
    const desk = secretary()
    await sent(desk)
    const merged = await type(correct, '合并单位 县发改局 县发改委', desk)
    expect(shown(merged)).toMatch(/4项·3单位·4处存疑[^]*已核对1处/)
    await press(merged, '确认导入', desk)
    expect(desk.directory.units.get('县发改局' as UnitId)?.aliases).toEqual(['县发改委'])
    expect([...(plan(desk)?.doubts.values() ?? [])].find(({ kind }) => kind === 'alias')?.settled?.answer).toBe('是，称县发改局')
  })

  it('names the contacts with the plan', async () => {
    const desk = secretary()
    await sent(desk)
    await press(await type(correct, '指定联络员 县公安局 苏晚晴', desk), '确认导入', desk)
    expect(desk.directory.people.get('u2' as never)?.contactOf).toEqual(['县教育局', '县公安局'])
  })

  it.each([['改牵头 99 县公安局', '99'], ['合并单位 县发改局 不知道', '不知道'], ['绑定年份 明年', '明年'], ['指定联络员 县公安局 无此人', '无此人']])('%s is refused with the word that is wrong', async (words, asked) => {
    const desk = secretary()
    await sent(desk)
    expect(shown(await type(correct, words, desk))).toContain(asked)
    expect((await desk.drafts.find('d000001' as never))?.corrections).toEqual([])
  })

  it('opens its form where something is missing', async () => {
    const desk = secretary()
    const preview = await sent(desk)
    for (const label of ['合并单位', '改牵头', '绑定年份', '指定联络员', '去掉一项任务']) expect((await press(preview, label, desk)).kind).toBe('form')
  })

  it('has nothing to put right where nothing waits', async () => expect(shown(await type(correct, '去掉 4', secretary()))).toContain('没有等待确认的导入稿'))
})

describe('a card that was drawn before the draft was put right', () => {
  it('confirms nothing that was not seen: it shows how the draft stands now', async () => {
    const desk = secretary()
    const old = await sent(desk)
    await type(correct, '去掉 4', desk)
    const fresh = await press(old, '确认导入', desk)
    expect(shown(fresh)).toMatch(/这张卡片是旧的[^]*3项·4单位/)
    expect(desk.allPlans.size).toBe(0)
    expect(shown(await press(fresh, '确认导入', desk))).toContain('共3项')
  })

  it('says that the plan is there, once it was confirmed', async () => {
    const desk = secretary()
    const old = await sent(desk)
    await press(await type(correct, '去掉 4', desk), '确认导入', desk)
    expect(shown(await press(old, '确认导入', desk))).toContain('没有重复写入')
  })

  it('says that the draft is gone, once it was dropped', async () => {
    const desk = secretary()
    const old = await sent(desk)
    await press(old, '放弃', desk)
    for (const label of ['确认导入', '看全部任务', '2026—2028年']) expect(shown(await press(old, label, desk))).toMatch(/导入稿已经不在了.*重新发/)
  })
})

describe('放弃', () => {
  it('is asked for first, and says what goes with it', async () => {
    const desk = secretary()
    const asked = (answer: Answer) => cardIn(answer).actions?.find(({ label }) => label === '放弃')?.confirm
    const preview = await sent(desk)
    expect(asked(preview)).toBe('放弃这份导入稿？要再导入，须重新发送。')
    expect(asked(await presses(preview, ['2026—2028年', '返回预览'], desk))).toContain('已核对的1处也一起删去')
  })
})

describe('a date that has passed before the plan is imported', () => {
  it('is said on the preview, with what comes of it, once the year is known', async () => {
    const desk = deskOf({ directory: county(), asker: '沈若兰', today: '2026-10-09' })
    const preview = shown(await sent(desk, text.replaceAll('20__年', '2026年')))
    expect(preview).toMatch(/1 建设一键报警 · 县公安局 · 9月底?\d*日?（已过期）/)
    expect(preview).toContain('1项时限已过：1。通知联络员后即按逾期催办')
    expect(preview).not.toMatch(/12月31日（已过期）/)
    expect(shown(await sent(deskOf({ directory: county(), asker: '沈若兰', today: '2026-07-02' }), text.replaceAll('20__年', '2026年')))).not.toContain('已过')
  })
})
