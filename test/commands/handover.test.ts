// 交接: shown first, recorded on 确认, and the sheet that the successor is handed.
import { describe, expect, it } from 'vitest'
import { handover } from '#commands/handover.ts'
import { homeCard } from '#commands/home.ts'
import { mine } from '#commands/mine.ts'
import { handoverSheetOf } from '#commands/handover-sheet.ts'
import { commands } from '#commands/index.ts'
import { claimForm } from '#commands/claim-form.ts'
import { people } from '#commands/people.ts'
import { report as reportCommand } from '#commands/report.ts'
import { units } from '#commands/units.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { plain } from '#templates/rich.ts'
import { renderText } from '#src/slack/render-text.ts'
import { openingsOf } from '#templates/openings.ts'
import { sayings } from '#src/sayings.ts'
import type { Lang, Run } from '#templates/card.ts'
import { after, claim, day, directoryWith, nineOn, personNamed, planWith, report, returnClaim, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const handoverSheet = handoverSheetOf(() => commands)
const county = (): Directory =>
  directoryWith(
    ['县教育局', '县财政局'],
    { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' },
    { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU', roles: ['aide'] },
    { name: '白露', contactOf: ['县财政局'], handle: 'U0BAI' },
    { name: '乔安', handle: 'U0NEW' },
  )
function school(): PlanState {
  const plan = planWith(
    task(1, { title: '新建小学', due: '2026-07-10', lead: '县教育局' }), task(2, { title: '校舍安全排查', lead: '县教育局' }), task(3, { title: '控辍保学', lead: '县教育局' }),
    ...Array.from({ length: 9 }, (_, at) => task(at + 4, { title: `日常工作${at + 1}`, lead: '县教育局' })), task(20, { title: '经费保障', lead: '县财政局', support: ['县教育局'] }),
  )
  after(plan, '2026-06-20', report(1, '县教育局', { progress: 60, done: '已完成招标，7月开工' }), personNamed(county(), '苏晚晴').id)
  after(plan, '2026-06-21', claim(2, '县教育局', '已排查'))
  after(plan, '2026-06-22', claim(3, '县教育局', '已完成'))
  after(plan, '2026-06-24', { type: 'ask-extension', task: taskNo(1), unit: unitId('县教育局'), day: day('2026-08-31'), reason: '用地未批' })
  return after(plan, '2026-06-23', returnClaim(3, '县教育局', '缺名册'))
}
const deskFor = (asker: string, directory = county(), lang: Lang = 'zh'): TestDesk => deskOf({ plans: [school()], directory, asker, lang })

async function handedOver(words = '<@U0EDU> <@U0BAI>', directory = county()): Promise<Directory> {
  const desk = deskFor('沈若兰', directory)
  await act(handover, buttons(cardIn(await type(handover, words, desk)))['确认交接']?.args, desk)
  return directory
}

describe('交接', () => {
  it('is shown first: posts, work, and what does not go over; nothing is recorded', async () => {
    const desk = deskFor('沈若兰')
    const said = shown(await type(handover, '<@U0EDU> <@U0BAI>', desk))
    for (const words of ['苏晚晴的工作全部交接给白露？', '县教育局联络员', '在办12项（其中待审核1项），配合1项', '不交接的角色：领导联络员']) expect(said).toContain(words)
    expect(personNamed(desk.directory, '白露').contactOf).toEqual(['县财政局'])
  })
  it('reads 给 between the two', async () => {
    expect(shown(await type(handover, '<@U0EDU> 给 <@U0BAI>', deskFor('沈若兰')))).toContain('苏晚晴的工作全部交接给白露？')
  })
  it('leaves whoever was before with the name of the successor, whatever they then report', async () => {
    const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' }, { name: '白露', handle: 'U0BAI' })
    await handedOver('<@U0EDU> <@U0BAI>', directory)
    expect(renderText(sayings.unknownWord('18', [], deskFor('苏晚晴', directory)))).toContain('您的工作7月2日起由白露负责：县教育局')
  })
  it('is done by one press', async () => {
    const directory = await handedOver()
    expect(personNamed(directory, '白露').contactOf).toEqual(['县财政局', '县教育局'])
    expect(personNamed(directory, '苏晚晴')).toMatchObject({ contactOf: [], roles: ['aide'] })
  })
  it('pressed twice happens once', async () => {
    const directory = county()
    const desk = deskFor('沈若兰', directory)
    const confirm = buttons(cardIn(await type(handover, '<@U0EDU> <@U0BAI>', desk)))['确认交接']?.args
    for (let time = 0; time < 2; time += 1) expect(shown(await act(handover, confirm, desk))).toContain('已交接：苏晚晴 → 白露')
    expect(directory.handovers).toHaveLength(1)
  })
  it('to somebody who is not registered registers them, by the name that is typed or in the mention', async () => {
    expect(personNamed(await handedOver('<@U0EDU> <@U0FRESH> 秦朗'), '秦朗').contactOf).toEqual(['县教育局'])
    expect(personNamed(await handedOver('<@U0EDU> <@U0FRESH|qinlang>'), 'qinlang').contactOf).toEqual(['县教育局'])
  })
  it('to an account whose name nobody wrote asks for it', async () => {
    const desk = deskFor('沈若兰')
    const form = formIn(await type(handover, '<@U0EDU> <@U0FRESH>', desk))
    expect(shown(await act(handover, { ...form.run.args, name: '秦朗' }, desk))).toContain('秦朗还没有登记，确认时一并登记')
  })
  it('typed alone opens a form, as does the button on a person’s card', async () => {
    const desk = deskFor('沈若兰')
    expect(formIn(await type(handover, '', desk)).fields.map(({ name }) => name)).toEqual(['from', 'to'])
    const card = cardIn(await type(people, '苏晚晴', desk))
    expect(formIn(await act(handover, buttons(card)['交接']?.args, desk)).fields.map(({ name }) => name)).toEqual(['to'])
  })
  it.each([['<@U0NEW> <@U0BAI>', '乔安名下没有单位职务'], ['<@U0EDU> <@U0EDU>', '不能交接给自己'], ['<@U0NOBODY> <@U0BAI>', '人员名册里没有']])('%j is refused before anything is shown', async (words, said) => expect(shown(await type(handover, words, deskFor('沈若兰')))).toContain(said))
  it('says before it is recorded that the successor is of another unit', async () => {
    const said = shown(await type(handover, '<@U0EDU> <@U0BAI>', deskFor('沈若兰')))
    expect(said).toContain('白露现在是县财政局联络员，不是县教育局的人')
    expect(shown(await type(handover, '<@U0EDU> <@U0NEW>', deskFor('沈若兰')))).not.toContain('不是县教育局的人')
  })
  it('is the secretary’s', async () => {
    const desk = deskFor('苏晚晴')
    expect(shown(await act(handover, { from: 'u2', to: 'u3', confirmed: true }, desk))).toContain('只有督查室(沈若兰)能办理人员交接')
  })
})

describe('交接单', () => {
  it('has each open item with the last report, what waits and what was sent back, the most urgent first', async () => {
    const desk = deskFor('白露', await handedOver())
    const said = `${shown(await type(handoverSheet, '', desk))}${shown(await act(handoverSheet, { page: 2 }, desk))}`
    expect(said).toContain('交接单：7月2日苏晚晴 → 白露，县教育局，在办12项，待审核1项，被退回1项')
    expect(said).toContain('上次6月20日：正常推进，进度60%：已完成招标，7月开工')
    expect(said).toContain('6月21日已申请办结，待审核')
    expect(said).toContain('已申请延期到8月31日，待批')
    expect(said).toContain('被退回：缺名册')
    expect(said).not.toContain('经费保障')
  })
  it('has what the unit objected to and is not ruled on yet', async () => {
    const of = after(school(), '2026-06-25', { type: 'object', task: taskNo(1), unit: unitId('县教育局'), about: 'light', against: '滞后', words: '用地本月才批' })
    after(of, '2026-06-26', { type: 'question-part', task: taskNo(4), unit: unitId('县教育局'), about: 'not-ours', words: '不归我局', should: '县财政局' })
    const desk = deskOf({ plans: [of], directory: await handedOver(), asker: '白露' })
    const said = `${shown(await type(handoverSheet, '', desk))}${shown(await act(handoverSheet, { page: 2 }, desk))}`
    expect(said).toContain('有异议待核1项')
    expect(said).toContain('6月25日提了异议，待核：用地本月才批')
    expect(said).toContain('6月26日提出不是本单位负责，待核定：不归我局')
  })
  it('turns its pages', async () => {
    const desk = deskFor('白露', await handedOver())
    const first = cardIn(await type(handoverSheet, '', desk))
    const second = cardIn(await act(handoverSheet, buttons(first)['下一页（2/2）']?.args, desk))
    expect(Object.keys(buttons(second))).toContain('上一页')
  })
  it('is one message to the successor, and a button opens the sheet', async () => {
    const directory = await handedOver()
    const [opening] = openingsOf({
      notices: [{ kind: 'taken-over', key: 'taken-over/p1/h1/u3', to: personNamed(directory, '白露').id, plan: school().id, handover: 'h1' }],
      view: () => viewOn('2026-07-02', school(), directory), person: personNamed(directory, '白露'), directory, lang: 'zh',
    })
    expect(opening?.say).toBe('请接手：苏晚晴的工作7月2日起由您负责，县教育局在办12项，待审核1项，被退回1项')
    expect(opening?.lines.map(plain).join('\n')).toContain('控辍保学')
    expect(opening?.action).toMatchObject({ label: '看交接单', run: { command: 'handover-sheet' } })
  })
  it('of nobody says so', async () => expect(shown(await type(handoverSheet, '', deskFor('苏晚晴')))).toContain('没有接手的交接单'))
  it('of somebody else is shown to a secretary, and to nobody besides: it has what was written and not sent', async () => {
    const directory = await handedOver()
    const left = new Map([['U0EDU', [{ at: nineOn('2026-07-01'), run: { command: 'report', args: { task: 'p1-1', done: '用地纠纷还没有对外说' } } }]]])
    const sheetFor = async (asker: string) => shown(await type(handoverSheet, '白露', deskOf({ plans: [school()], directory, asker, left })))
    expect(await sheetFor('沈若兰')).toContain('用地纠纷还没有对外说')
    expect(await sheetFor('白露')).toContain('用地纠纷还没有对外说')
    for (const other of ['乔安', '苏晚晴']) expect(await sheetFor(other)).toBe('只有督查室(沈若兰)能办理人员交接，您的账号不能。请找督查室(沈若兰)办理。')
  })
})

it('every card reads well in both languages', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const directory = county()
    const desk = deskFor('沈若兰', directory, lang)
    const card = cardIn(await type(handover, '<@U0EDU> <@U0BAI>', desk))
    expectGoodCard(card)
    expectGoodCard(cardIn(await act(handover, Object.values(buttons(card))[0]?.args, desk)))
    for (const asker of ['白露', '苏晚晴']) expectGoodCard(cardIn(await type(handoverSheet, '', deskFor(asker, directory, lang))))
  }
})

describe('a button of last month’s message, pressed by who was of the unit then', () => {
  const pressed = { task: 'p1-1', unit: '县教育局', state: 'normal' }
  it('after a handover records nothing and says who answers now', async () => {
    const desk = deskFor('苏晚晴', await handedOver())
    expect(shown(await act(reportCommand, pressed, desk))).toBe('您已不是县教育局的人，这次没有记录。现在由白露答复，请转告。')
    expect(shown(await act(claimForm, { task: 'p1-1', unit: '县教育局' }, desk))).toContain('现在由白露答复')
  })
  it('after they went to another unit says so too, and who answers that nobody does', async () => {
    const directory = county()
    const desk = deskFor('沈若兰', directory)
    await type(people, '取消 <@U0EDU> 县教育局', desk)
    await type(people, '指定 <@U0EDU> 县财政局', desk)
    expect(shown(await act(reportCommand, pressed, deskFor('苏晚晴', directory)))).toContain('该单位现在还没有联络员')
  })
  it('is taken where they came back', async () => {
    const directory = await handedOver()
    await act(handover, { from: 'u3', to: 'u2', confirmed: true }, deskFor('沈若兰', directory))
    expect(shown(await act(reportCommand, pressed, deskFor('苏晚晴', directory)))).toContain('已记录')
  })
  it('of a unit that is one with another since is taken under its name of now', async () => {
    const directory = county()
    const plan = school()
    const desk = deskOf({ plans: [plan], directory, asker: '沈若兰' })
    await act(units, { unit: '县财政局', other: '县教育局', confirmed: true }, desk)
    expect(shown(await act(reportCommand, pressed, deskOf({ plans: [plan], directory, asker: '苏晚晴' })))).toContain('已记录')
  })
})

describe('whoever handed their work over', () => {
  it('reads in 我的 and on Home who has it now, and not the figures of the county', async () => {
    const desk = deskFor('苏晚晴', await handedOver())
    for (const card of [cardIn(await type(mine, '', desk)), homeCard(desk)]) {
      expect(renderText(card)).toContain('您的工作7月2日起由白露负责：县教育局')
      expect(Object.keys(buttons(card))).toEqual(['汇总', '帮助'])
      expectGoodCard(card)
    }
  })
  it('who was only taken off a unit reads who answers for it', async () => {
    const directory = county()
    await type(people, '指定 <@U0NEW> 县教育局', deskFor('沈若兰', directory))
    await type(people, '取消 <@U0EDU> 县教育局', deskFor('沈若兰', directory))
    expect(shown(await type(mine, '', deskFor('苏晚晴', directory)))).toContain('县教育局现在由乔安负责')
  })
  it('is told who answers now also where they typed without a unit', async () => {
    const desk = deskFor('苏晚晴', await handedOver())
    expect(shown(await type(reportCommand, '1 70 主体封顶', desk))).toContain('您已不是县教育局的人，这次没有记录。现在由白露答复')
  })
  it('is told once who took over what', async () => {
    const directory = await handedOver()
    const [said] = openingsOf({
      notices: [{ kind: 'gone-over', key: 'gone-over/p1/h1/u2', to: personNamed(directory, '苏晚晴').id, plan: school().id, handover: 'h1' }],
      view: () => viewOn('2026-07-02', school(), directory), person: personNamed(directory, '苏晚晴'), directory, lang: 'zh',
    })
    expect(said?.say).toBe('您的工作7月2日起由白露负责，不用再填报：县教育局在办12项，待审核1项，被退回1项')
    expect(said?.lines.map(plain).join('\n')).toContain('请直接告诉白露')
  })
})

describe('what was written and not sent', () => {
  const at = nineOn('2026-07-01')
  const left = new Map([['U0EDU', [
    { at, run: { command: 'report', args: { task: 'p1-1', state: 'normal', done: '主体结构封顶，正在装修', progress: '50' } } },
    { at: nineOn('2026-06-19'), run: { command: 'report', args: { task: 'p1-1', done: '早就填报过了' } } },
    { at, run: { command: 'report', args: { task: 'p1-20', done: '不是牵头的' } } },
  ]]])
  const sheetFor = async (asker: string, words = '') => type(handoverSheet, words, deskOf({ plans: [school()], directory: await handedOver(), asker, left }))

  it('is on the sheet as long as nothing was said since, and the successor goes on with it in a form', async () => {
    const desk = deskOf({ plans: [school()], directory: await handedOver(), asker: '白露', left })
    const sheet = cardIn(await type(handoverSheet, '', desk))
    expectGoodCard(sheet)
    expect(shown({ kind: 'card', card: sheet })).toContain('苏晚晴写了没有发出的 1条\n1 新建小学 · 7月1日 填报\n主体结构封顶，正在装修')
    const again = commands.find(({ name }) => name.en === 'again')
    if (again === undefined) throw new Error('no again')
    const form = formIn(await act(again, buttons(sheet)['接着写']?.args, desk))
    expect(form.fields.find(({ name }) => name === 'done')).toMatchObject({ now: '主体结构封顶，正在装修' })
  })
  it('is read by a secretary and sent by nobody else', async () => {
    const sheet = cardIn(await sheetFor('沈若兰', '白露'))
    expect(shown({ kind: 'card', card: sheet })).toContain('主体结构封顶')
    expect(buttons(sheet)).not.toHaveProperty('接着写')
  })
  it('is kept when an act for a task comes to nothing, and not where asking once more would be refused again', async () => {
    const kept: Run[] = []
    const desk = { ...deskFor('苏晚晴'), words: { keep: (run: Run) => (kept.push(run), Promise.resolve('w1')), find: () => Promise.resolve(undefined), of: () => Promise.resolve([]) } }
    const run = { command: 'report', args: { task: 'p1-1', done: '主体封顶' } }
    for (const refused of ['again', 'final'] as const) await sayings.giveBack({ text: '', lines: [], refused }, { texts: ['主体封顶'], run }, 'zh', desk)
    expect(kept).toEqual([run])
  })
})
