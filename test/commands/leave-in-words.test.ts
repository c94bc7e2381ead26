// Leave in plain words, and what is not wanted any more: shown first, with who is asked meanwhile.
import { describe, expect, it } from 'vitest'
import { deputy } from '#commands/deputy.ts'
import { extend } from '#commands/extend.ts'
import { planWith, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'
import { county, deskFor, door, plan, wrote } from './in-plain-words.ts'

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

describe('leave that is shown before it is saved', () => {
  it('says who is asked meanwhile, and never whoever is away', async () => {
    const echo = shown(await wrote('下周请假', deskFor('秦朗')).catch((error: unknown) => ({ kind: 'card' as const, card: { text: String(error) } })))
    expect(echo).not.toContain('提醒发给秦朗')
    expect(shown(await wrote('下周请假', deskFor('苏晚晴')))).toContain('提醒发给唐一鸣')
  })

  it('drops no name of somebody who stands in: nobody known by it is said so', async () => expect(shown(await wrote('下周请假,让李老师帮我报', deskFor('苏晚晴')))).toContain('没有“李老师”'))
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
