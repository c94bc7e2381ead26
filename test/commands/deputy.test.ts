// 代办 and 取消代办: typed, from the form, by the contact and by a secretary; what each then sees.
import { describe, expect, it } from 'vitest'
import { deputy } from '#commands/deputy.ts'
import { endDeputy } from '#commands/end-deputy.ts'
import { homeCard } from '#commands/home.ts'
import { mine } from '#commands/mine.ts'
import { people } from '#commands/people.ts'
import { report } from '#commands/report.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { Lang } from '#templates/card.ts'
import { directoryWith, planWith, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const county = (): Directory =>
  directoryWith(
    ['县教育局', '县财政局'],
    { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' },
    { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' },
    { name: '唐一鸣', contactOf: ['县财政局'], handle: 'U0FIN' },
    { name: '方叔文', headOf: ['县教育局'], handle: 'U0HEAD' },
    { name: '乔安', handle: 'U0NEW' },
  )
const deskFor = (asker: string, directory = county(), today = '2026-07-02', lang: Lang = 'zh'): TestDesk => deskOf({ plans: [planWith(task(1, { title: '新建小学', lead: '县教育局' }))], directory, asker, today, lang })
const arranged = async (): Promise<Directory> => {
  const directory = county()
  await type(deputy, '<@U0FIN> 7月6日 7月10日', deskFor('苏晚晴', directory))
  return directory
}

describe('代办', () => {
  it.each(['<@U0FIN> 7月6日 7月10日', '唐一鸣 7/6 7/10', '<@U0FIN> 7月6日至10日', '<@U0FIN> 7月6日到7月10日', '<@U0FIN> 2026-07-06 2026-07-10', '<@U0FIN> 7.6 至 7.10'])('typed as %j is from day to day, and says that it ends by itself', async (words) => {
    const desk = deskFor('苏晚晴')
    const said = shown(await type(deputy, words, desk))
    expect(said).toContain('已记录：7月6日(周一)至7月10日(周五)，由唐一鸣代苏晚晴办理')
    expect(said).toContain('到期自动恢复')
    expect(desk.directory.absences).toMatchObject([{ from: '2026-07-06', until: '2026-07-10' }])
  })
  it('is read with the name behind the days, and with oneself named', async () => {
    for (const words of ['7月6日到7月10日 唐一鸣', '苏晚晴 唐一鸣 7月6日 7月10日']) expect(shown(await type(deputy, words, deskFor('苏晚晴')))).toContain('由唐一鸣代苏晚晴办理')
  })

  it.each(['7月6日到7月10日 方叔文代', '7月6日到7月10日 由 方叔文 代', '7月6日到7月10日 由方叔文代', '7月6日到7月10日 方局长'])('%s means 方叔文', async (words) => {
    expect(shown(await type(deputy, words, deskFor('苏晚晴')))).toContain('由方叔文代苏晚晴办理')
  })
  it('by surname is nobody of another unit', async () => expect(shown(await type(deputy, '7月6日 唐老师', deskFor('苏晚晴')))).toContain('人员名册里没有“唐老师”'))

  it('of one day is that day', async () => expect(shown(await type(deputy, '<@U0FIN> 明天', deskFor('苏晚晴')))).toContain('7月3日(周五)，由唐一鸣代苏晚晴办理'))
  it('without days opens a form, which has the deputy that was typed', async () => {
    const desk = deskFor('苏晚晴')
    const form = formIn(await type(deputy, '<@U0FIN>', desk))
    expect(form.fields.map(({ name }) => name)).toEqual(['deputy', 'from', 'until'])
    expect(form.fields[0]).toMatchObject({ now: 'u3' })
    expect(shown(await act(deputy, { ...form.run.args, deputy: 'u3', from: '2026-07-06', until: '2026-07-07' }, desk))).toContain('由唐一鸣代苏晚晴办理')
  })
  it('in the form offers those of the own unit first, and to name nobody', async () => {
    const form = formIn(await type(deputy, '', deskFor('苏晚晴')))
    expect(form.fields[0]).toMatchObject({ choices: [{ value: 'nobody' }, { label: '方叔文' }, { label: '沈若兰' }, { label: '唐一鸣' }, { label: '乔安' }] })
  })
  it('naming nobody leaves it to the others of the unit', async () => {
    const desk = deskFor('苏晚晴')
    const form = formIn(await type(deputy, '', desk))
    expect(shown(await act(deputy, { ...form.run.args, deputy: 'nobody', from: '2026-07-06', until: '2026-07-07' }, desk))).toMatch(/苏晚晴不在岗，提醒发给方叔文（单位负责人）。[^]*本单位这几天没有别的联络员或B岗在岗/)
    expect(shown(await type(mine, '', deskFor('苏晚晴', desk.directory, '2026-07-06')))).toContain('现在由方叔文代您办理')
    expect(shown(await type(deputy, '7月6日 7月7日', deskFor('唐一鸣')))).toContain('请写明由谁代办')
  })
  it('where nobody is left, says who gets the messages all the same, also on their own screen', async () => {
    const desk = deskFor('苏晚晴')
    await act(deputy, { deputy: 'nobody', from: '2026-07-06', until: '2026-07-07', form: true }, desk)
    const said = shown(await act(deputy, { deputy: 'nobody', from: '2026-07-06', until: '2026-07-07', form: true }, deskFor('方叔文', desk.directory)))
    expect(said).toMatch(/方叔文不在岗，也没有别人在岗，提醒仍发给苏晚晴。\n⚠️ 县教育局这几天没有人在岗，请点“指定代办人”。/)
    expect(shown(await type(mine, '', deskFor('苏晚晴', desk.directory, '2026-07-06')))).toContain('您不在岗，也没有别人在岗，提醒仍发给苏晚晴')
  })
  it('naming nobody says which other contact or B岗 gets the messages', async () => {
    const directory = county()
    const desk = deskFor('沈若兰', directory)
    await type(people, 'B岗 <@U0NEW> 县教育局', desk)
    const said = shown(await act(deputy, { deputy: 'nobody', from: '2026-07-06', until: '2026-07-07', form: true, person: 'u2' }, deskFor('苏晚晴', directory)))
    expect(said).toContain('苏晚晴不在岗，提醒发给乔安（B岗）。')
    expect(said).not.toContain('没有别的')
  })
  it('naming nobody leads to naming somebody for the same days, in one form', async () => {
    const desk = deskFor('苏晚晴')
    const card = cardIn(await act(deputy, { deputy: 'nobody', from: '2026-07-06', until: '2026-07-07', form: true, person: 'u2' }, desk))
    const form = formIn(await act(deputy, buttons(card)['指定代办人']?.args, desk))
    expect(form.fields.map(({ name, ...field }) => [name, 'now' in field ? field.now : undefined])).toEqual([['deputy', undefined], ['from', '2026-07-06'], ['until', '2026-07-07']])
    expect(shown(await act(deputy, { ...form.run.args, deputy: 'u5', from: '2026-07-06', until: '2026-07-07' }, desk))).toContain('由乔安代苏晚晴办理')
    expect(desk.directory.absences).toMatchObject([{ deputy: 'u5' }])
  })
  it('of a day that no calendar has says so beside the field', async () => {
    const answer = await act(deputy, { deputy: 'u3', from: '2026-06-31', until: '2026-07-07', form: true, person: 'u2' }, deskFor('苏晚晴'))
    expect(answer).toMatchObject({ kind: 'form-errors', errors: { from: expect.stringContaining('不存在') as string } })
  })
  it('is arranged by a secretary for somebody, typed or from a form that asks for whom', async () => {
    expect(shown(await type(deputy, '<@U0EDU> <@U0FIN> 7月6日 7月10日', deskFor('沈若兰')))).toContain('由唐一鸣代苏晚晴办理')
    const desk = deskFor('沈若兰')
    const form = formIn(await type(deputy, '<@U0FIN> 7月6日 7月10日', desk))
    expect(form.fields.map(({ name }) => name)).toEqual(['person', 'deputy', 'from', 'until'])
    expect(shown(await act(deputy, { ...form.run.args, person: 'u2', deputy: 'u3', from: '2026-07-06', until: '2026-07-10' }, desk))).toContain('由唐一鸣代苏晚晴办理')
  })
  it('is not arranged for others by a contact, and not by somebody without a post', async () => {
    expect(shown(await type(deputy, '<@U0FIN> <@U0HEAD> 7月6日 7月10日', deskFor('苏晚晴')))).toContain('只有本人、督查室(沈若兰)能安排代办')
    expect(shown(await type(deputy, '<@U0FIN> 7月6日 7月10日', deskFor('乔安')))).toContain('只有本人')
  })
  it.each([
    ['<@U0EDU> 7月6日 7月10日', '代办人不能是苏晚晴本人'], ['<@U0FIN> 7月1日 7月10日', '7月1日(周三)已经过去'], ['<@U0FIN> 7月10日 7月6日', '早于开始日'],
    ['<@U0NOBODY> 7月6日 7月10日', '人员名册里没有'],
  ])('%j is refused in words', async (words, said) => expect(shown(await type(deputy, words, deskFor('苏晚晴')))).toContain(said))
  it('typed alone shows what is arranged, with the way to take it back', async () => {
    const card = cardIn(await type(deputy, '', deskFor('苏晚晴', await arranged())))
    expect(Object.keys(buttons(card))).toEqual(['取消代办', '再安排一次'])
  })
})

describe('in those days', () => {
  it('the deputy reports as the contact does, and sees it among what is theirs', async () => {
    const directory = await arranged()
    const desk = deskFor('唐一鸣', directory, '2026-07-08')
    expect(shown(await type(mine, '', desk))).toMatch(/您正代苏晚晴办理县教育局，到7月10日。[^]*新建小学/)
    expect(shown(await type(report, '1 60 已完成招标', desk))).toContain('已记录')
  })
  it('the contact sees all, may report, and is told who stands in', async () => {
    const desk = deskFor('苏晚晴', await arranged(), '2026-07-08')
    expect(shown(await type(mine, '', desk))).toMatch(/现在由唐一鸣代您办理，到7月10日；您仍可填报。[^]*新建小学/)
    expect(shown(await type(report, '1 60 已完成招标', desk))).toContain('已记录')
  })
  it('the deputy may not once they are over', async () => expect(shown(await type(report, '1 60 已完成招标', deskFor('唐一鸣', await arranged(), '2026-07-11')))).toContain('您代苏晚晴办理县教育局到7月10日(周五)为止'))
  it('the list of people has it, and the deputy’s own posts stay what they are', async () => {
    const list = shown(await type(people, '', deskFor('沈若兰', await arranged(), '2026-07-08')))
    expect(list).toContain('苏晚晴 · 县教育局联络员 · 7月6日—7月10日由唐一鸣代办')
    expect(list).toContain('唐一鸣 · 县财政局联络员 · 正代苏晚晴')
  })
})

describe('whoever stands in without a unit of their own', () => {
  it('is not offered a deputy on Home, for there is nothing of theirs to cover', async () => {
    const directory = county()
    await type(deputy, '<@U0NEW> 7月6日 7月10日', deskFor('苏晚晴', directory))
    const labels = (who: string): string[] => Object.keys(buttons(homeCard(deskFor(who, directory, '2026-07-08'))))
    expect(labels('乔安')).toContain('我的任务')
    expect(labels('乔安')).not.toContain('找人代办')
    expect(labels('苏晚晴')).toContain('找人代办')
  })
})

describe('取消代办', () => {
  it('takes back what is arranged, and says so', async () => {
    const directory = await arranged()
    const desk = deskFor('苏晚晴', directory)
    expect(shown(await type(endDeputy, '', desk))).toContain('已取消苏晚晴的代办安排')
    expect(desk.directory.absences).toEqual([])
    expect(shown(await type(endDeputy, '', desk))).toContain('没有安排代办')
  })
  it('of several shows them, and one press takes that one back', async () => {
    const directory = await arranged()
    const desk = deskFor('苏晚晴', directory)
    await type(deputy, '<@U0HEAD> 7月20日 7月21日', desk)
    const card = cardIn(await type(endDeputy, '', desk))
    expect(shown(await act(endDeputy, buttons(card)['取消代办']?.args, desk))).toContain('已取消')
    expect(desk.directory.absences).toMatchObject([{ from: '2026-07-06' }])
  })
  it('is the secretary’s too', async () => expect(shown(await type(endDeputy, '<@U0EDU>', deskFor('沈若兰', await arranged())))).toContain('已取消苏晚晴的代办安排'))
  it('is nobody else’s', async () => expect(shown(await type(endDeputy, '<@U0EDU>', deskFor('唐一鸣', await arranged())))).toContain('只有本人'))
})

describe('B岗 and 承办人', () => {
  it('are named and taken back like other posts', async () => {
    const desk = deskFor('沈若兰')
    expect(shown(await type(people, 'B岗 <@U0NEW> 县教育局', desk))).toContain('苏晚晴不在岗时，提醒发给乔安')
    expect(shown(await type(people, '取消B岗 <@U0NEW> 县教育局', desk))).toContain('乔安不是县教育局B岗')
  })
  it('a contact registers a handler of the own unit, who may be known to nobody', async () => {
    const desk = deskFor('苏晚晴')
    expect(shown(await type(people, '承办人 <@U0FRESH> 秦朗', desk))).toContain('已登记：秦朗是县教育局承办人')
    expect(shown(await type(people, '承办人 <@U0NEW>', desk))).toContain('乔安是县教育局承办人')
    expect(shown(await type(people, '承办人 <@U0FRESH2|qin>', desk))).toContain('已登记：qin是县教育局承办人')
    expect(formIn(await type(people, '承办人 <@U0FRESH3>', desk)).fields[0]).toMatchObject({ name: 'name' })
    expect(shown(await type(people, '取消承办人 秦朗 县教育局', desk))).toContain('秦朗不是县教育局承办人')
  })
  it('a contact registers nobody else, and no handler of another unit', async () => {
    expect(shown(await type(people, '登记 <@U0FRESH> 秦朗', deskFor('苏晚晴')))).toContain('只有')
    expect(shown(await type(people, '承办人 <@U0NEW> 县财政局', deskFor('苏晚晴')))).toContain('只有')
  })
})

it('every card reads well in both languages', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const directory = county()
    const desk = deskFor('苏晚晴', directory, '2026-07-02', lang)
    for (const words of ['<@U0FIN> 7/6 7/10', '', '<@U0FIN> 7/6 7/10', '<@U0HEAD> 7/9 7/12']) expectGoodCard(cardIn(await type(deputy, words, desk)))
    expectGoodCard(cardIn(await type(mine, '', desk)))
    expectGoodCard(cardIn(await type(endDeputy, '', desk)))
    for (const words of ['承办人 <@U0FRESH> 秦朗', '承办人 <@U0NEW>', '承办人 <@U0NEW> 县财政局']) expectGoodCard(cardIn(await type(people, words, desk)))
    for (const words of ['B岗 <@U0NEW> 县教育局', 'backup <@U0NEW> 县财政局']) expectGoodCard(cardIn(await type(people, words, deskFor('沈若兰', directory, '2026-07-02', lang))))
  }
})
