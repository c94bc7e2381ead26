// 提醒预告 of a day, of somebody, of a unit: what is asked is what is shown, and what is not understood is not passed over.
import { describe, expect, it } from 'vitest'
import { remindersAhead } from '#commands/reminders-ahead.ts'
import { directoryWith, planWith, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

const directory = () => directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '何景川', roles: ['leader'] })
const plan = () => planWith(task(1, { title: '新建幼儿园', due: '2026-07-31', lead: '县教育局' }), task(2, { title: '校舍加固', due: '2026-07-10', lead: '县财政局' }))
const at = (asker = '沈若兰'): TestDesk => deskOf({ today: '2026-07-02', asker, plans: [plan()], directory: directory(), told: ['handed-out/p1/县教育局/u2', 'handed-out/p1/县财政局/u3'] })
const asked = async (words: string, desk = at()): Promise<string> => shown(await type(remindersAhead, words, desk))

describe('提醒预告', () => {
  it('of a day shows that day', async () => {
    expect(await asked('7月7日')).toMatch(/^7月7日\(周二\)要发1条提醒\n/)
    expect(await asked('下周二')).toMatch(/^7月7日\(周二\)要发1条提醒\n/)
    expect(await asked('明天提醒什么')).toContain('明天7月3日(周五)没有提醒')
  })
  it('of a person, of a unit or of a plan is of those alone, on every day of it', async () => {
    for (const who of ['唐一鸣', '县财政局', '财政局']) {
      const said = await asked(who)
      expect(said).toMatch(new RegExp(`^${who}：到8月1日要发\\d+条提醒`))
      expect(said).not.toContain('苏晚晴')
      expect(said).toContain('唐一鸣')
    }
    expect(await asked('p1')).toContain('苏晚晴')
    expect(await asked('唐一鸣 7月7日')).toMatch(/^唐一鸣：7月7日\(周二\)要发1条提醒/)
    expect(await asked('7月7日 苏晚晴')).toMatch(/^苏晚晴：7月7日\(周二\)没有提醒/)
  })
  it('carries on whom it is of', async () => {
    const desk = at()
    const next = buttons(cardIn(await type(remindersAhead, '苏晚晴', desk)))['明天']?.args
    expect(shown(await act(remindersAhead, next, desk))).toMatch(/^苏晚晴：明天7月3日\(周五\)没有提醒/)
  })
  it.each([['2027年3月1日', '提醒只预告30天，到8月1日'], ['9月', '提醒只预告30天，到8月1日'], ['昨天', '没有看懂“昨天”'], ['7月1日', '已经过去'], ['县水务厅', '没有看懂“县水务厅”']])('of %s says what can be asked', async (words, why) => expect(await asked(words)).toContain(why))
  it.each([['7月', /^7月要发\d+条提醒，分在\d+天/], ['本月', /^7月要发/], ['7月 苏晚晴', /^苏晚晴：7月要发/], ['8月', /^8月没有要发的提醒。\n(?:[^\n]*\n)?提醒只预告30天，到8月1日。/], ['下个月', /^8月没有要发的提醒/]])('of %s is of that month alone', async (words, head) => expect(await asked(words)).toMatch(head))
  it('of a month that is seen in part shows what goes out in it, and until when it looks', async () => {
    const desk = deskOf({ today: '2026-07-20', asker: '沈若兰', plans: [planWith(task(1, { title: '新建幼儿园', due: '2026-08-05', lead: '县教育局' }))], directory: directory(), told: ['handed-out/p1/县教育局/u2'] })
    const said = await asked('8月', desk)
    expect(said).toMatch(/^8月要发\d+条提醒[^]*提醒只预告30天，到8月19日。/)
    expect(said).not.toContain('7月2')
    expect(await asked('下月', desk)).toBe(said)
  })
  it.each(['', '未来30天', '30天', '我的'])('of %s shows the thirty days', async (words) => expect(await asked(words)).toMatch(/^到8月1日要发\d+条提醒/))
  it('of a contact is their own, whoever they name, and says so', async () => {
    expect(await asked('唐一鸣', at('苏晚晴'))).toMatch(/^到8月1日会提醒您[^]*别人的提醒只有督查室能看，这是您自己的/)
    for (const words of ['', '苏晚晴', '县教育局', 'p1']) expect(await asked(words, at('苏晚晴'))).not.toContain('别人的提醒')
    expect(await asked('7月3日', at('苏晚晴'))).toMatch(/^明天7月3日\(周五\)没有给您的提醒/)
  })
  it('of somebody who is sent nothing does not say that nobody is', async () => expect(await asked('县教育局', at('何景川'))).toMatch(/^到8月1日没有要发给您的提醒/))
})
