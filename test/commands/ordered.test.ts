// Plain words that arrange something: what is read, who may, and that nothing is recorded before a press.
import { describe, expect, it } from 'vitest'
import { assign } from '#commands/assign.ts'
import { correctReport } from '#commands/correct-report.ts'
import { onBehalf } from '#commands/on-behalf.ts'
import { people } from '#commands/people.ts'
import { after, claim, day, planWith, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { act, buttons, cardIn, formIn, shown } from './acting.ts'
import { county, deskFor, door, plan, wrote } from './in-plain-words.ts'

describe('a secretary who writes what a unit said', () => {
  it('is shown it as it will be recorded, and is asked who said it in the form, filled in', async () => {
    const desk = deskFor('沈若兰')
    const echo = cardIn(await wrote('交通局打电话来说校车那项弄了一半', desk))
    expect(echo.text).toBe('按此代录：县交通运输局 · 3 校车安全管理，正常推进，50%，电话')
    expect(desk.recorded).toEqual([])
    const form = formIn(await act(onBehalf, buttons(echo)['写谁说的']?.args, desk))
    expect(form.fields.find(({ name }) => name === 'words')).toMatchObject({ now: '校车那项弄了一半' })
    expect(desk.recorded).toEqual([])
  })

  it('records it with one press where who said it is written', async () => {
    const desk = deskFor('沈若兰')
    const echo = cardIn(await wrote('交通局王科长微信说3 完成60%', desk))
    expect(echo.text).toContain('60%，王科长，微信')
    await act(onBehalf, buttons(echo)['确认']?.args, desk)
    expect(desk.recorded).toMatchObject([{ type: 'report-on-behalf', task: 3, progress: 60, onBehalf: { who: '王科长', how: '微信' } }])
  })

  it('is asked which task, where the words are of none in particular, and may name another', async () => {
    const card = cardIn(await wrote('交通局王科长来电说正在推进', deskFor('沈若兰')))
    expect(Object.keys(buttons(card))).toEqual(['3 校车安全管理', '4 农村公路养护', '都不是，填任务号'])
    const form = formIn(await act(onBehalf, buttons(card)['都不是，填任务号']?.args, deskFor('沈若兰')))
    expect(form.fields).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'task' }), expect.objectContaining({ name: 'words', now: '正在推进' }), expect.objectContaining({ name: 'who', now: '王科长' }), expect.objectContaining({ name: 'how', now: '电话' })]))
  })

  it.each([
    ['交通局王科长来电,校车路线已开通3条', '3 校车安全管理，正常推进，王科长，电话'], ['交通局来电:3号完成98%', '3 校车安全管理，正常推进，98%，电话'],
    ['秦朗来电 岗亭已整改', '县公安局名下没有在办的任务'], ['交通局王科长说3号整改了3处', '3 校车安全管理，正常推进，王科长'], ['秦朗微信，4号已派2人', '县公安局不承担第4项，承担单位是县交通运输局'],
  ])('is understood without 说, without a way, and by a name: %s', async (words, read) => {
    expect(shown(await wrote(words, deskFor('沈若兰')))).toContain(read)
  })

  it('is asked for the way, where none was said', async () => {
    const desk = deskFor('沈若兰')
    const echo = cardIn(await wrote('交通局王科长说3号整改了3处', desk))
    const form = formIn(await act(onBehalf, buttons(echo)['选途径']?.args, desk))
    expect(form.fields.find(({ name }) => name === 'who')).toMatchObject({ now: '王科长' })
    expect(desk.recorded).toEqual([])
  })

  it.each(['张主任说刚才数错了是12篇', '领导说要抓紧'])('is nothing where nobody is meant: %s', async (words) => expect(await door({ words, isDocument: false }, deskFor('沈若兰'))).toBeUndefined())

  it('is told where the unit has no part in the task', async () => {
    expect(shown(await wrote('交通局打电话来说 p1-1 弄了一半', deskFor('沈若兰')))).toContain('县教育局')
  })
})

describe('who is contact of a unit', () => {
  it.each(['教育局联络员是谁', '谁是教育局的联络员', '谁是县教育局的其他联络员？'])('is answered by the unit: %s', async (words) => {
    expect(shown(await wrote(words, deskFor('唐一鸣')))).toContain('苏晚晴')
  })

  it.each(['县公安局的联络员是乔安', '公安局联络员换成乔安'])('is named by a secretary with one press: %s', async (words) => {
    const desk = deskFor('沈若兰')
    const echo = cardIn(await wrote(words, desk))
    expect(echo.text).toBe('请确认：乔安担任县公安局联络员')
    expect(Object.keys(buttons(echo))).toContain('取消秦朗')
    expect(shown(await act(people, buttons(echo)['确认']?.args, desk))).toContain('乔安')
  })

  it('is named by nobody else', async () => {
    expect(cardIn(await wrote('县公安局的联络员是乔安', deskFor('苏晚晴'))).refused).toBeDefined()
  })
})

describe('an item given to a colleague in plain words', () => {
  it.each(['p1-2 转给唐一鸣', '把p1-2给唐一鸣办', 'p1-2 交给唐老师', '2 给唐一鸣', '把学前教育那项交给唐一鸣'])('is shown first, and handed on with one press: %s', async (words) => {
    const desk = deskFor('苏晚晴')
    const echo = cardIn(await wrote(words, desk))
    expect(echo.text).toBe('请确认：2 学前教育扩容分派给唐一鸣')
    expect(desk.recorded).toEqual([])
    await act(assign, buttons(echo)['确认']?.args, desk)
    expect(desk.recorded).toMatchObject([{ type: 'hand-item', task: 2 }])
  })

  it('is refused as 分派 is: to another unit, and to nobody we know', async () => {
    expect(shown(await wrote('p1-2 转给秦朗', deskFor('苏晚晴')))).toContain('秦朗是县公安局的人')
    expect(shown(await wrote('p1-2 转给唐二名', deskFor('苏晚晴')))).toContain('人员名册里没有')
  })

  it.each(['2 已交给财政审核', '2 交给县公安局了', '2 给困难学生发放补助', '2 由专家组验收'])('is nothing that a report says: %s', async (words) => {
    const answer = await door({ words, isDocument: false }, deskFor('苏晚晴'))
    expect(answer?.kind === 'card' ? answer.card.text : '').not.toContain('分派')
  })
})

describe('the number of a task first, then what is to be done with it', () => {
  it.each([['p1-1 暂缓 等批复', '将暂缓：1 校舍安全排查'], ['1 催办', '将提醒1项'], ['1 定牵头 县公安局', '牵头单位已定：1 校舍安全排查，县公安局'], ['1 驳回 没有材料', '没有待审核的办结申请'], ['p1-1 报领导', '第1项现在不用报领导']])('is what it is with the number behind: %s', async (words, shows) => {
    expect(shown(await wrote(words, deskFor('沈若兰')))).toContain(shows)
  })

  it('of a contact hands on or puts off, and reports nothing', async () => {
    const desk = deskFor('苏晚晴')
    expect(shown(await wrote('2 分派 方叔文', desk))).toContain('已分派给方叔文')
    await wrote('2 稍后提醒 7月6日', desk)
    expect(desk.recorded.map(({ type: what }) => what)).not.toContain('remark')
  })

  it('of who may not do it is a report like any other', async () => {
    const desk = deskFor('苏晚晴')
    await wrote('1 暂缓，等省里文件', desk)
    expect(desk.recorded).toMatchObject([{ type: 'remark' }])
  })
})

describe('a secretary who decides with the number first', () => {
  const claimed = () => after(plan(), '2026-07-01', claim(2, '县教育局'))
  it('sends back what waits, with the reason', async () => {
    const desk = deskOf({ asker: '沈若兰', plans: [claimed()], directory: county() })
    await wrote('2 退回,没有材料', desk)
    expect(desk.recorded).toMatchObject([{ type: 'return-claim', task: 2, reason: '没有材料' }])
  })
  it('agrees', async () => {
    const desk = deskOf({ asker: '沈若兰', plans: [claimed()], directory: county() })
    expect(shown(await wrote('p1-2 同意', desk))).toContain('已同意办结')
  })
  it('is a secretary alone', async () => {
    const desk = deskOf({ asker: '唐一鸣', plans: [claimed()], directory: county() })
    await door({ words: '2 退回,没有材料', isDocument: false }, desk)
    expect(desk.recorded.filter(({ type }) => type === 'return-claim')).toEqual([])
  })
})

describe('a figure of 代录 that is put right in plain words', () => {
  const recorded = () => after(plan(), '2026-07-01', { type: 'report-on-behalf', task: taskNo(3), unit: unitId('县交通运输局'), state: 'normal', progress: 60 as never, correction: false, onBehalf: { who: '王科长', on: day('2026-07-01'), how: '电话' } })
  it.each(['刚才代录的3号应该是20%', '王科长刚才说错了,3号是20%'])('is shown first, and put right with one press: %s', async (words) => {
    const desk = deskOf({ asker: '沈若兰', plans: [recorded()], directory: county() })
    const echo = cardIn(await wrote(words, desk))
    expect(shown({ kind: 'card', card: echo })).toMatch(/按此更正代录：县交通运输局 · 3 校车安全管理，20%\n现在：正常推进\(自报\)，进度60%/)
    expect(desk.recorded).toEqual([])
    await act(correctReport, buttons(echo)['确认']?.args, desk)
    expect(desk.recorded).toMatchObject([{ type: 'report-on-behalf', task: 3, progress: 20, reason: words }])
  })
  it.each(['撤销刚才的代录', '撤回上一步'])('is taken back: %s', async (words) => expect(shown(await wrote(words, deskOf({ asker: '沈若兰', plans: [recorded()], directory: county() })))).toContain('撤销'))
})

describe('what a secretary asks for besides', () => {
  it.each([['开一轮 7月15日', '将开“7月15日报送”'], ['新开一个轮次，7月15日截止，全部', '将开“7月15日报送”：4项'], ['轮次开7月15日', '将开“7月15日报送”'], ['谁没核对', '核对'], ['有哪些单位没联络员', '县交通运输局'], ['交通局 来电 p1-3 走访32户', '按此代录：县交通运输局 · 3 校车安全管理']])('is shown: %s', async (words, read) =>
    expect(shown(await wrote(words, deskFor('沈若兰')))).toContain(read))
  it('a later day by telephone has 改时限 beside the words', async () => {
    const dated = planWith(task(3, { title: '校车安全管理', lead: '县交通运输局', due: '2026-07-31' }))
    const echo = cardIn(await wrote('交通局王科长来电，3号申请延期到9月30日，路没修通', deskOf({ asker: '沈若兰', plans: [dated], directory: county() })))
    expect(Object.keys(buttons(echo))).toEqual(['确认', '改', '不是这一项', '改时限'])
  })
  it('a chase of what waits for review leads to the queue', async () => {
    const answer = await wrote('催一下2', deskOf({ asker: '沈若兰', plans: [after(plan(), '2026-07-01', claim(2, '县教育局'))], directory: county() }))
    expect(shown(answer)).toContain('1项已申请办结或已办结，不催')
    expect(Object.keys(buttons(cardIn(answer)))).toEqual(['去审'])
  })
})
