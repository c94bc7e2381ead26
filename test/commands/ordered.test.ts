// Plain words that arrange something: what is read, who may, and that nothing is recorded before a press.
import { describe, expect, it } from 'vitest'
import { assign } from '#commands/assign.ts'
import { commands } from '#commands/index.ts'
import { confirmSaid } from '#commands/confirm-said.ts'
import { correctReport } from '#commands/correct-report.ts'
import { deputy } from '#commands/deputy.ts'
import { extend } from '#commands/extend.ts'
import { onBehalf } from '#commands/on-behalf.ts'
import { people } from '#commands/people.ts'
import { said } from '#commands/said.ts'
import { undo } from '#commands/undo.ts'
import type { Answer } from '#src/command.ts'
import { replyDoor } from '#src/sayings.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { after, claim, day, directoryWith, planOf, planWith, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const county = () =>
  directoryWith(
    ['县教育局', { name: '县交通运输局', aliases: ['县交通局'] }, '县公安局'],
    { name: '沈若兰', roles: ['secretary'] },
    { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0SU' }, { name: '唐一鸣', contactOf: ['县教育局'], handle: 'U0TANG' }, { name: '方叔文', headOf: ['县教育局'], handle: 'U0FANG' },
    { name: '乔安' }, { name: '秦朗', contactOf: ['县公安局'] },
  )
const plan = () => planWith(task(1, { title: '校舍安全排查', lead: '县教育局' }), task(2, { title: '学前教育扩容', lead: '县教育局' }), task(3, { title: '校车安全管理', lead: '县交通运输局' }), task(4, { title: '农村公路养护', lead: '县交通运输局' }))
const deskFor = (asker: string): TestDesk => deskOf({ asker, plans: [plan()], directory: county() })
const { said: door } = replyDoor(said, () => [])
const wrote = async (words: string, desk: TestDesk): Promise<Answer> => {
  const answer = await door({ words, isDocument: false }, desk)
  if (answer === undefined) throw new Error(`nothing came of ${words}`)
  if (answer.kind === 'card') expectGoodCard(answer.card)
  return answer
}

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

// 2 July 2026 is a Thursday.
describe('leave in plain words', () => {
  it.each([
    ['下周我休假，17号回来，唐老师帮我盯', '7月6日(周一)至7月16日(周四)：唐一鸣代苏晚晴'],
    ['我7月6日到7月10日请假，由唐一鸣代', '7月6日(周一)至7月10日(周五)：唐一鸣代苏晚晴'],
    ['下周一到周五出差，方叔文代我盯一下', '7月6日(周一)至7月10日(周五)：方叔文代苏晚晴'],
    ['我从7月6日起休假3天，让唐一鸣替我', '7月6日(周一)至7月8日(周三)：唐一鸣代苏晚晴'],
    ['明天我不在单位', '7月3日(周五)：苏晚晴不在岗'],
  ])('is shown first: %s', async (words, read) => {
    const desk = deskFor('苏晚晴')
    const echo = cardIn(await wrote(words, desk))
    expect(echo.text).toContain(`请确认：${read}`)
    expect(desk.directory.absences).toEqual([])
    const answer = await act(deputy, buttons(echo)['确认']?.args, desk)
    expect(shown(answer)).toContain('已记录')
    expect(desk.directory.absences).toHaveLength(1)
  })

  it.each(['下周', '下周 由唐一鸣代', '下周 唐老师代', '下周 唐一鸣'])('behind the command’s word too: 请假 %s', async (words) => {
    const desk = deskFor('苏晚晴')
    expect(shown(await type(deputy, words, desk))).toMatch(/^请确认：7月6日\(周一\)至7月12日\(周日\)/)
    expect(desk.directory.absences).toEqual([])
  })

  it('is refused before anything is offered, where nobody could be reminded', async () => {
    const desk = deskOf({ asker: '秦朗', plans: [plan()], directory: county() })
    expect(shown(await wrote('明天我休假', desk))).toContain('没有别的联络员')
  })

  it.each(['下周请假的老师较多，招标推迟', '2 项目负责人出差，已完成60%', '施工队下周放假'])('of others is none: %s', async (words) => {
    const answer = await door({ words, isDocument: false }, deskFor('苏晚晴'))
    expect(answer?.kind === 'card' ? answer.card.text : '').not.toContain('不在岗')
  })
})

describe('a contact who asks what there is to do', () => {
  it.each(['这周要报什么', '我有哪些任务', '还有什么没报', '本月要办哪些事'])('reads 我的: %s', async (words) => expect(shown(await wrote(words, deskFor('苏晚晴')))).toContain('县教育局待办2项'))
})

describe('the number of a task alone, or with a question', () => {
  it.each(['p1-3', '3号？', '3为什么还没办完', 'p1-3 谁负责'])('shows the task to whoever asks: %s', async (words) => {
    for (const asker of ['沈若兰', '苏晚晴']) expect(shown(await wrote(words, deskFor(asker)))).toMatch(/3\.? 校车安全管理/)
  })
})

describe('a report with a word that also asks', () => {
  it.each(['1 没什么问题', '1没啥困难', '2 没什么变化', '1 什么困难都没有'])('is kept with its task, and shows no card in its place: %s', async (words) => {
    const desk = deskFor('苏晚晴')
    await wrote(words, desk)
    expect(desk.recorded).toMatchObject([{ type: 'remark', words }])
  })
})

describe('leave that is shown before it is saved', () => {
  it('says who is asked meanwhile, and never whoever is away', async () => {
    const echo = shown(await wrote('下周请假', deskFor('秦朗')).catch((error: unknown) => ({ kind: 'card' as const, card: { text: String(error) } })))
    expect(echo).not.toContain('提醒发给秦朗')
    expect(shown(await wrote('下周请假', deskFor('苏晚晴')))).toContain('提醒发给唐一鸣')
  })

  it('drops no name of somebody who stands in: nobody known by it is said so', async () => expect(shown(await wrote('下周请假,让李老师帮我报', deskFor('苏晚晴')))).toContain('没有“李老师”'))
})

it.each([['为什么 p1-4', 'why'], ['为什么p1-4', 'why'], ['驳回 25', 'return'], ['任务p1-4', 'task']])('%s is understood by its first word', (words, name) =>
  expect(findCommand(commands, words.split(' '))).toMatchObject({ kind: 'found', command: { name: { en: name } } }))

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

describe('leave that a secretary arranges for somebody', () => {
  it.each(['苏晚晴下周请假，由唐一鸣代', '苏晚晴7月6日到7月12日请假,请唐一鸣代'])('is shown first, with whose leave it is: %s', async (words) => {
    const desk = deskFor('沈若兰')
    const echo = cardIn(await wrote(words, desk))
    expect(echo.text).toContain('请确认：7月6日(周一)至7月12日(周日)：唐一鸣代苏晚晴')
    await act(deputy, buttons(echo)['确认']?.args, desk)
    expect(desk.directory.absences).toHaveLength(1)
  })
  it('is no contact’s to arrange for another', async () => {
    const answer = await door({ words: '苏晚晴下周请假，由方叔文代', isDocument: false }, deskFor('秦朗'))
    expect(answer?.kind === 'card' ? answer.card.text : '').not.toContain('请确认')
  })
})

describe('what is asked in plain words', () => {
  it.each([
    ['教育局', '县教育局：'], ['县教育局的情况', '县教育局牵头的任务'], ['教育局怎么样了', '县教育局牵头的任务'], ['红灯有哪些', '“🔴 滞后”目前没有任务'], ['有几个黄灯', '🟡 预警：共4项'], ['还有多少没审', '待审已清'], ['有什么要审的', '待审已清'], ['全部同意', '待审已清'],
    ['提醒一下教育局2号', '将提醒1项'], ['提醒教育局', '将提醒2项'], ['县交通局并入县公安局', '县交通运输局从7月2日(周四)起并入县公安局？'], ['县交通局8月1日起并入县公安局', '8月1日(周六)起并入县公安局？'],
  ])('is answered to a secretary: %s', async (words, read) => expect(shown(await wrote(words, deskFor('沈若兰')))).toContain(read))

  it('of a number that two plans have asks which', async () => {
    const second = planOf([task(4, { title: '食堂整治', lead: '县教育局' })], { id: 'p2' })
    expect(shown(await wrote('4号任务怎么样了', deskOf({ asker: '沈若兰', plans: [plan(), second], directory: county() })))).toContain('有2个方案都有第4项')
  })

  it.each(['领导', '食堂', '学校安全', '我们局', '好多事情'])('is no unit: %s', async (words) => {
    const answer = await door({ words, isDocument: false }, deskFor('沈若兰'))
    expect(answer).toBeUndefined()
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

describe('what is not wanted any more', () => {
  const away = () => deskFor('苏晚晴')
  it.each(['不请假了', '不请了', '算了不请假了'])('leave that was arranged is shown, to be cancelled with one press: %s', async (words) => {
    const desk = away()
    await act(deputy, { deputy: '唐一鸣', from: '7月6日', until: '7月10日' }, desk)
    expect(buttons(cardIn(await wrote(words, desk)))['取消代办']).toMatchObject({ command: 'end-deputy' })
    expect(await door({ words, isDocument: false }, away())).toBeUndefined()
  })

  it.each(['代办改到7月8号', '改成7月6号到8号请假'])('leave on other days says what is arranged, and leads there: %s', async (words) => {
    const desk = away()
    await act(deputy, { deputy: '唐一鸣', from: '7月6日', until: '7月10日' }, desk)
    const card = cardIn(await wrote(words, desk))
    expect(card.text).toContain('已经安排过代办')
    expect(buttons(card)['取消代办']).toMatchObject({ command: 'end-deputy' })
  })

  const dated = () => planWith(task(3, { title: '校舍安全排查', lead: '县教育局', due: '2026-07-31' }), task(5, { title: '学前教育扩容', lead: '县教育局', due: '2026-07-31' }))
  const asked = async (): Promise<TestDesk> => {
    const desk = deskOf({ asker: '苏晚晴', plans: [dated()], directory: county() })
    await act(extend, { task: '3', day: '2026-08-31', reason: '招标流标' }, desk)
    return desk
  }

  it.each(['不延了', '算了 不延了', '3不延了', '3号不申请延期了'])('a later day asked for a moment ago is taken back: %s', async (words) => {
    expect(shown(await wrote(words, await asked()))).toContain('已撤销')
  })

  it.each(['5不延了', '不延误了'])('another task’s is not: %s', async (words) => {
    const desk = await asked()
    await door({ words, isDocument: false }, desk)
    expect(desk.recorded.map(({ type: what }) => what)).not.toContain('undo')
  })

  it('another later day, while one waits, can be asked for anew', async () => {
    const card = cardIn(await wrote('3改成延到9月15日', await asked()))
    expect(Object.keys(buttons(card))).toContain('撤销申请，重新提')
  })

  it.each(['删掉刚才那条', '刚才那条不算', '不用记了', '作废', '刚才的不算数'])('what was done last is taken back: %s', async (words) => expect(shown(await wrote(words, await asked()))).toContain('已撤销'))
})

describe('to a message about a task', () => {
  const { said: near } = replyDoor(said, () => [{ task: 'p1-1', unit: unitId('县教育局') }])
  const to = { conversation: 'D01', ts: 'one' }

  it.each([['谁还没报', '未报'], ['教育局联络员是谁', '县教育局'], ['下周我休假，唐老师帮我盯', '请确认：7月6日(周一)至7月12日(周日)']])('what is asked or arranged is read as anywhere: %s', async (words, read) => {
    const desk = deskFor('苏晚晴')
    const answer = await near({ words, isDocument: false, to }, desk)
    expect(answer === undefined ? '' : shown(answer)).toContain(read)
    expect(desk.recorded).toEqual([])
  })

  it.each(['60', '县公安局'])('a figure or whom to ask is an answer, and is kept: %s', async (words) => {
    const desk = deskFor('苏晚晴')
    await near({ words, isDocument: false, to }, desk)
    expect(desk.recorded).toMatchObject([{ type: 'remark', task: 1, words }])
  })
})

it.each(['谁负责2', '领导问2怎么样了', '2号任务谁负责'])('how a task stands is shown, the number behind the question too: %s', async (words) => expect(cardIn(await wrote(words, deskFor('苏晚晴'))).text).toContain('2 学前教育扩容'))

describe('what was said of one task and meant of another', () => {
  const two = () => planWith(task(18, { title: '校舍安全排查', lead: '县教育局' }), task(22, { title: '学前教育扩容', lead: '县教育局' }), task(30, { title: '教师培训', lead: '县教育局' }))
  const told = async (): Promise<TestDesk> => {
    const desk = deskOf({ asker: '苏晚晴', plans: [two()], directory: county() })
    await wrote('22已完成60%', desk)
    return desk
  }

  it.each(['18，不是22', '不是22，是18', '刚才说的22是18', '打错了是18不是22', '是18不是22'])('is offered for the other, and nothing recorded: %s', async (words) => {
    const desk = await told()
    const card = cardIn(await wrote(words, desk))
    expect(card.text).toContain('“已完成60%”说的是18 校舍安全排查')
    expect(buttons(card)).toEqual({ '18 校舍安全排查': expect.objectContaining({ command: 'said', args: expect.objectContaining({ task: 'p1-18', words: '已完成60%' }) as unknown }) as unknown })
    expect(desk.recorded).toHaveLength(1)
  })

  it('has 撤销 beside it where it was recorded', async () => {
    const desk = await told()
    await act(confirmSaid, {}, desk)
    const card = cardIn(await wrote('18，不是22', desk))
    await act(undo, buttons(card)['撤销']?.args, desk)
    expect(desk.recorded.map(({ type: what }) => what)).toEqual(['remark', 'report', 'undo'])
  })

  it.each(['不是60，是70', '18，不是30'])('is none where nothing was said of that one: %s', async (words) => {
    const answer = await door({ words, isDocument: false }, await told())
    expect(answer === undefined ? '' : shown(answer)).not.toContain('”说的是')
  })
})
