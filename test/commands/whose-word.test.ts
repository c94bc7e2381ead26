// A button and a form speak for the unit for which they were shown: whose people they are by then, and what else they hold, changes nothing in it.
import { describe, expect, it } from 'vitest'
import { claim } from '#commands/claim.ts'
import { homeCard } from '#commands/home.ts'
import { commands } from '#commands/index.ts'
import { guarded } from '#src/desk.ts'
import type { Command } from '#src/command.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Card, Run } from '#templates/card.ts'
import { acceptClaim, after, change, claim as claimed, day, directoryWith, personNamed, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { actionsOf } from '#test/templates/card-rules.ts'
import { act, cardIn, formIn, shown, type } from './acting.ts'

const all = guarded(commands)
const named = (name: string): Command => all.find((each) => each.name.en === name) ?? claim
const press = (run: Run, desk: TestDesk): ReturnType<typeof act> => act(named(run.command), run.args, desk)

const towns = ['青石镇', '白鹭镇']
const county = (): Directory =>
  directoryWith(['县教育局', '县财政局', ...towns, { name: '各乡镇', aliases: [], members: towns }], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' }, { name: '苏小满', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '姚春梅', contactOf: ['青石镇'], handle: 'U0TOWN' })
const plan = (): PlanState => planOf([task(1, { due: '2026-07-10', lead: '县教育局', support: ['县财政局'] }), task(2, { due: '2026-07-10', lead: '各乡镇' })])
const moves = (directory: Directory, name: string, from: string, to: string): void => {
  const person = personNamed(directory, name).id
  change(directory, { type: 'remove-contact', person, unit: unitId(from) }, '2026-07-02')
  change(directory, { type: 'name-contact', person, unit: unitId(to) }, '2026-07-02')
}
const buttonOf = (card: Card, label: string): Run => {
  const found = actionsOf(card).find((each) => each.label.includes(label))
  if (found === undefined) throw new Error(`no ${label} on ${card.text}`)
  return found.run
}
const wordsOf = (of: PlanState): string[] => [...of.assignments.values()].flatMap(({ unit, report, status, byMember }) => [...(report === undefined && status === 'open' ? [] : [unit]), ...[...byMember].flatMap(([member, standing]) => (standing.report === undefined && standing.claim === undefined ? [] : [member]))])

describe('whoever changed units since', () => {
  const seen = { Home: (desk: TestDesk) => Promise.resolve(homeCard(desk)), 我的: async (desk: TestDesk) => cardIn(await type(named('mine'), '', desk)), 任务: async (desk: TestDesk) => cardIn(await type(named('task'), '1', desk)) }
  it.each(Object.entries(seen))('records nothing with what they were shown before: %s', async (_, see) => {
    const [directory, of] = [county(), plan()]
    const deskNow = (): TestDesk => deskOf({ plans: [of], directory, asker: '苏晚晴' })
    const card = await see(deskNow())
    moves(directory, '苏晚晴', '县教育局', '县财政局')
    const answer = await press(buttonOf(card, '正常推进'), deskNow())
    expect(wordsOf(of)).toEqual([])
    expect(shown(answer)).toContain('您已不是县教育局的人')
    expect(shown(answer)).toContain('苏小满')
  })

  it('records nothing with a form that was open, and has the words back', async () => {
    const [directory, of] = [county(), plan()]
    const deskNow = (): TestDesk => deskOf({ plans: [of], directory, asker: '苏晚晴' })
    const { run } = formIn(await type(named('claim'), '1', deskNow()))
    moves(directory, '苏晚晴', '县教育局', '县财政局')
    const answer = await press({ ...run, args: { ...run.args, words: '6月28日通过竣工验收' } }, deskNow())
    expect(wordsOf(of)).toEqual([])
    expect(shown(answer)).toContain('您已不是县教育局的人')
  })

  it('speaks for no other member of the same group', async () => {
    const [directory, of] = [county(), plan()]
    const deskNow = (): TestDesk => deskOf({ plans: [of], directory, asker: '姚春梅' })
    const card = homeCard(deskNow())
    const together = { command: 'all-normal', args: { tasks: 'p1-2', units: '青石镇' } }
    moves(directory, '姚春梅', '青石镇', '白鹭镇')
    await press(buttonOf(card, '正常推进'), deskNow())
    await press(together, deskNow())
    expect(wordsOf(of)).toEqual([])
  })
})

describe('whoever holds two units of one task', () => {
  const both = (): Directory => directoryWith(['县教育局', '县财政局'], { name: '罗平', contactOf: ['县教育局', '县财政局'] })
  it.each([['report-form', { state: 'difficulty', problem: '资金未到位' }], ['claim-form', { words: '已拨付' }]])('is recorded for the one that the message asked, by a form too: %s', async (command, filled) => {
    const of = plan()
    const desk = deskOf({ plans: [of], directory: both(), asker: '罗平' })
    const { run } = formIn(await press({ command, args: { task: 'p1-1', unit: '县财政局' } }, desk))
    await press({ ...run, args: { ...run.args, ...filled } }, desk)
    expect(wordsOf(of)).toEqual(['县财政局'])
  })

  it('adds to what was recorded for that one', async () => {
    const of = plan()
    const desk = deskOf({ plans: [of], directory: both(), asker: '罗平' })
    const recorded = cardIn(await press({ command: 'report', args: { task: 'p1-1', unit: '县财政局', state: 'normal' } }, desk))
    const { run } = formIn(await press(buttonOf(recorded, '补充说明'), desk))
    await press({ ...run, args: { ...run.args, words: '已拨付200万' } }, desk)
    expect(wordsOf(of)).toEqual(['县财政局'])
  })
})

describe('whoever speaks for two towns of one group', () => {
  const both = (): Directory => directoryWith([...towns, { name: '各乡镇', aliases: [], members: towns }], { name: '姚春梅', contactOf: towns, handle: 'U0TOWN' })
  const deskNow = (of: PlanState): TestDesk => deskOf({ plans: [of], directory: both(), asker: '姚春梅' })

  it('answers for the one and then for the other, and is told for which', async () => {
    const of = plan()
    const first = await press(buttonOf(homeCard(deskNow(of)), '正常推进'), deskNow(of))
    expect(shown(first)).toContain('青石镇')
    expect(shown(first)).toContain('白鹭镇请再报一次')
    const second = await press(buttonOf(homeCard(deskNow(of)), '正常推进'), deskNow(of))
    expect(wordsOf(of)).toEqual(towns)
    expect(shown(second)).not.toContain('请再报一次')
  })

  it('puts right what was said last, of the two', async () => {
    const of = plan()
    await type(named('report'), '2 60 已动员', deskNow(of))
    expect(shown(await type(named('correct-report'), '2 50 多报了', deskNow(of)))).toContain('已更正')
    expect(wordsOf(of)).toEqual(['青石镇'])
  })
})

it('a handler whose item is done is told so, and not that it is another’s', async () => {
  const directory = county()
  change(directory, { type: 'name-handler', person: personNamed(directory, '唐一鸣').id, unit: unitId('县教育局') }, '2026-06-01')
  const of = plan()
  after(of, '2026-06-08', { type: 'hand-item', task: taskNo(1), unit: unitId('县教育局'), to: personNamed(directory, '唐一鸣').id })
  after(of, '2026-06-09', claimed(1, '县教育局'))
  after(of, '2026-06-10', acceptClaim(1, '县教育局'))
  const answer = await press({ command: 'report', args: { task: 'p1-1', unit: '县教育局' } }, deskOf({ plans: [of], directory, asker: '唐一鸣' }))
  expect(shown(answer)).toContain('办结')
  expect(shown(answer)).not.toContain('没有分派给您')
})

it('the second of two secretaries who agree to one completion is told that it was agreed to', async () => {
  const of = after(after(plan(), '2026-06-09', claimed(1, '县教育局')), '2026-06-10', acceptClaim(1, '县教育局'))
  expect(shown(await type(named('accept'), '1', deskOf({ plans: [of], directory: county(), asker: '沈若兰' })))).toContain('上次的已同意')
})

it.each([['姚春梅', '有自己的单位'], ['周文彬', '没有单位']])('a deputy whose days are over is told so, and who answers now: %s, %s', async (deputy) => {
  const directory = directoryWith(['县教育局', ...towns], { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' }, { name: '姚春梅', contactOf: ['青石镇'], handle: 'U0TOWN' }, { name: '周文彬', handle: 'U0HAND' })
  change(directory, { type: 'set-absence', person: personNamed(directory, '苏晚晴').id, from: day('2026-07-02'), until: day('2026-07-03'), deputy: personNamed(directory, deputy).id }, '2026-07-01')
  const of = planOf([task(1, { due: '2026-07-10', lead: '县教育局' })])
  const card = homeCard(deskOf({ plans: [of], directory, asker: deputy }))
  const answer = await press(buttonOf(card, '正常推进'), deskOf({ plans: [of], directory, asker: deputy, today: '2026-07-07' }))
  expect(wordsOf(of)).toEqual([])
  expect(shown(answer)).toContain('您代苏晚晴办理县教育局到7月3日(周五)为止')
  expect(shown(answer)).toContain('现在由苏晚晴答复')
})

it.each(['P1-1', 'p1-1', '1'])('a task is found as a phone writes its number: %s', async (name) => {
  const of = plan()
  await type(named('report'), `${name} 60 已招标`, deskOf({ plans: [of], directory: county(), asker: '苏晚晴' }))
  expect(wordsOf(of)).toEqual(['县教育局'])
})

it('whoever holds dozens of units has buttons that can be pressed', async () => {
  const many = Array.from({ length: 80 }, (_, at) => `云溪县第${at + 1}号工作局（含下属事业单位、办公室和服务中心）`)
  const desk = deskOf({ plans: [planOf(many.map((lead, at) => task(at + 1, { lead, due: '2026-07-10' })))], directory: directoryWith(many, { name: '苏晚晴', contactOf: many, handle: 'U0EDU' }), asker: '苏晚晴' })
  const card = cardIn(await type(named('all-normal'), '', desk))
  for (const { run } of actionsOf(card)) expect(JSON.stringify(run).length).toBeLessThan(2_000)
})
