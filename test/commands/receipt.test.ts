import { describe, expect, it } from 'vitest'
import { duties } from '#commands/duties.ts'
import { fulfil } from '#commands/fulfil.ts'
import { receive } from '#commands/receive.ts'
import { returnClaim } from '#commands/return-claim.ts'
import { returnSubmission } from '#commands/return-submission.ts'
import { said } from '#commands/said.ts'
import { undo } from '#commands/undo.ts'
import type { Answer, Command } from '#src/command.ts'
import { replyDoor } from '#src/sayings.ts'
import { directoryWith, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { plain } from '#templates/rich.ts'

const directory = directoryWith([], { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '纪明辉', contactOf: ['县委编办'] })
const plan = planOf([task(1, { lead: '县教育局' })], {
  obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, debtor: unitId('县教育局'), receiver: unitId('县委编办'), what: '报送编制使用情况', text: '每年11月底前报送' }],
})
const of = async (command: Command, who: string, args: unknown): Promise<{ text: string; pressable: string[] }> => {
  const answer = await command.handle(args, deskOf({ today: '2026-11-24', plans: [plan], directory, asker: who }))
  const { card } = answer as Extract<Answer, { kind: 'card' }>
  const rows = (card.sections ?? []).flatMap((section) => section.rows)
  return { text: [card.text, ...rows.map(({ line }) => plain(line))].join('\n'), pressable: rows.flatMap(({ actions = [] }) => actions.map(({ label }) => label)) }
}
const occurrence = { plan: 'p1', occurrence: 'c1/2026/1' }

describe('a duty that somebody receives', () => {
  it('is not called done when it is submitted, but waits for the receiver by name', async () => {
    expect((await of(fulfil, '苏晚晴', { ...occurrence, words: '已寄出' })).text).toContain('待县委编办确认收到')
    const listed = await of(duties, '苏晚晴', {})
    expect(listed.text).toContain('已报送，待县委编办确认收到')
    expect(listed.pressable).toEqual([])
  })

  it('stands in the receiver’s list, and is done by one tap', async () => {
    expect((await of(duties, '纪明辉', {})).pressable).toEqual(['已收到', '退回'])
    expect((await of(receive, '纪明辉', occurrence)).text).toContain('本期已完成')
    expect((await of(duties, '苏晚晴', {})).text).not.toContain('待县委编办')
  })
})

describe('已收到 in words', () => {
  const fresh = () => planOf([task(1, { lead: '县教育局' })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, debtor: unitId('县教育局'), receiver: unitId('县委编办'), what: '报送编制使用情况', text: '每年11月底前报送' }] })
  const deskOn = (of: ReturnType<typeof fresh>, asker: string) => deskOf({ today: '2026-11-24', plans: [of], directory, asker })
  const submitted = async () => ((of) => fulfil.handle({ ...occurrence, words: '已寄出' }, deskOn(of, '苏晚晴')).then(() => of))(fresh())
  const { said: door } = replyDoor(said, () => [])

  it('with the duty’s name says that it came', async () => {
    const of = await submitted()
    expect(await door({ words: '已收到 周期1', isDocument: false }, deskOn(of, '纪明辉'))).toMatchObject({ kind: 'card', card: { text: expect.stringContaining('本期已完成') as string } })
    expect(of.fulfilments.get('c1/2026/1')?.status).toBe('done')
  })
  it('of a duty that nobody handed in records nothing', async () => {
    const of = fresh()
    expect(await door({ words: '已收到 周期1', isDocument: false }, deskOn(of, '纪明辉'))).toMatchObject({ kind: 'card', card: { text: expect.stringContaining('没有等您签收的报送') as string } })
    expect(of.fulfilments.size).toBe(0)
  })
  it('with more behind it is left to who reads what is said of a duty', async () => {
    const of = await submitted()
    await door({ words: '已收到 周期1，下周补附表', isDocument: false }, deskOn(of, '纪明辉'))
    expect(of.fulfilments.get('c1/2026/1')?.status).toBe('submitted')
  })
  it('by itself is courtesy where nothing waits, else shows what waits, to be pressed', async () => {
    const of = await submitted()
    expect(await receive.handle({}, deskOn(fresh(), '纪明辉'))).toMatchObject({ card: { text: expect.stringContaining('没有记录什么') as string } })
    expect(await receive.handle({}, deskOn(of, '纪明辉'))).toMatchObject({ card: { text: expect.stringContaining('报送编制使用情况') as string } })
    expect(of.fulfilments.get('c1/2026/1')?.status).toBe('submitted')
  })
})

describe('退回报送 in words', () => {
  it.each(['退回报送 周期1 缺附表', '退回 周期1，缺附表', 'p1-周期1 退回 缺附表', '周期1 驳回缺附表'])('with the duty’s name sends it back with what stands behind: %s', async (words) => {
    const of = planOf([task(1, { lead: '县教育局' })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, debtor: unitId('县教育局'), receiver: unitId('县委编办'), what: '报送编制使用情况', text: '每年11月底前报送' }] })
    const deskOn = (asker: string) => deskOf({ today: '2026-11-24', plans: [of], directory, asker })
    await fulfil.handle({ ...occurrence, words: '已寄出' }, deskOn('苏晚晴'))
    expect(await replyDoor(said, () => []).said({ words, isDocument: false }, deskOn('纪明辉'))).toMatchObject({ card: { text: expect.stringContaining('已退回县教育局：缺附表') as string } })
  })
})

describe('退回, which is of a completion as it stands,', () => {
  const { said: door } = replyDoor(said, () => [])
  const asked = async (words: string, named: string) => {
    const of = planOf([task(1, { lead: '县教育局' })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, debtor: unitId('县教育局'), receiver: unitId('县委编办'), what: '报送编制使用情况', text: '每年11月底前报送' }] })
    const deskOn = (asker: string) => deskOf({ today: '2026-11-24', plans: [of], directory, asker })
    await fulfil.handle({ ...occurrence, words: '已寄出' }, deskOn('苏晚晴'))
    return door({ words, isDocument: false, understood: { command: 'return', args: returnClaim.typed([named, '缺附表']) } }, deskOn('纪明辉'))
  }
  it('is of what was handed in where it names that', async () => expect(await asked('退回 周期1 缺附表', '周期1')).toMatchObject({ card: { text: expect.stringContaining('已退回县教育局：缺附表') as string } }))
  it('and of a task stays the secretary’s', async () => expect(await asked('退回 1 缺附表', '1')).toBeUndefined())
})

describe('a receipt', () => {
  const asked = (receiver: string) => planOf([task(1, { lead: '县教育局' })], { obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, debtor: unitId('县教育局'), receiver: unitId(receiver), what: '报送编制使用情况', text: '每年11月底前报送' }] })
  const known = directoryWith(['县档案馆'], { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '纪明辉', contactOf: ['县委编办'] }, { name: '沈若兰', roles: ['secretary'] })
  const deskOn = (of: ReturnType<typeof asked>, asker: string) => deskOf({ today: '2026-11-24', plans: [of], directory: known, asker })
  const card = async (answer: Promise<unknown>) => ((given) => ({ text: given.card.text, footer: given.card.footer === undefined ? '' : plain(given.card.footer), labels: (given.card.actions ?? []).map(({ label }) => label), runs: (given.card.actions ?? []).map(({ run }) => run) }))((await answer) as Extract<Answer, { kind: 'card' }>)
  const handedIn = async (receiver = '县委编办') => ((of) => fulfil.handle({ ...occurrence, words: '已寄出' }, deskOn(of, '苏晚晴')).then(() => of))(asked(receiver))

  it('is taken back by whoever gave it: the submission waits again, and may be received or sent back', async () => {
    const of = await handedIn()
    const given = await card(receive.handle({ occurrence: '周期1' }, deskOn(of, '纪明辉')))
    expect(given.labels).toEqual(['撤销'])
    const taken = await card(undo.handle(given.runs[0]?.args ?? {}, deskOn(of, '纪明辉')))
    expect([taken.text, taken.footer, taken.labels]).toEqual(['↩️ 已撤销已收到：周期1 报送编制使用情况', '这份报送还等着确认收到。撤销前后都留在台账里。', ['已收到', '退回']])
    expect(of.fulfilments.get('c1/2026/1')).toMatchObject({ status: 'submitted', words: '已寄出' })
  })
  it('of one of several that wait under a name is not guessed: nothing is recorded, and it is said that there are several', async () => {
    const two = ['p1', 'p2'].map((id) => planOf([task(1, { lead: '县教育局' })], { id, obligations: [{ id: 'c1', task: taskNo(1), every: 'year', times: 1, month: 11, debtor: unitId('县教育局'), receiver: unitId('县委编办'), what: '报送编制使用情况', text: '每年11月底前报送' }] }))
    const deskAt = (asker: string) => deskOf({ today: '2026-11-24', plans: two, directory: known, asker })
    for (const { id } of two) await fulfil.handle({ plan: id, occurrence: 'c1/2026/1', words: '已寄出' }, deskAt('苏晚晴'))
    for (const [command, args] of [[receive, { occurrence: '周期1' }], [returnSubmission, { occurrence: '周期1', words: '缺附表' }]] as const) {
      expect((await card(command.handle(args, deskAt('纪明辉')))).text).toContain('“周期1”有2份报送等您签收，没有记录')
    }
    expect(two.map(({ fulfilments }) => fulfilments.get('c1/2026/1')?.status)).toEqual(['submitted', 'submitted'])
    expect((await card(receive.handle({ occurrence: 'p2-周期1' }, deskAt('纪明辉')))).text).toContain('本期已完成')
    expect((await card(receive.handle({ occurrence: '周期1' }, deskAt('纪明辉')))).text).toContain('本期已完成')
  })
  it('pressed again, or sent back after it, says who has received it, and not that they handed it in', async () => {
    const of = await handedIn()
    await receive.handle(occurrence, deskOn(of, '纪明辉'))
    for (const again of [receive.handle(occurrence, deskOn(of, '纪明辉')), returnSubmission.handle({ ...occurrence, words: '缺附表' }, deskOn(of, '纪明辉'))]) expect((await card(again)).text).toMatch(/^纪明辉已于11月24日(?:\(周二\))?确认收到这一期/)
  })
  it('typed with wide spaces is of who said so and how all the same', async () => {
    const of = await handedIn('县档案馆')
    await replyDoor(said, () => []).said({ words: '已收到　周期1　王科长　昨天　电话', isDocument: false }, deskOn(of, '沈若兰'))
    expect(of.fulfilments.get('c1/2026/1')?.received?.onBehalf).toMatchObject({ who: '王科长', how: '电话', on: '2026-11-23' })
  })
  it('recorded for a receiver without anybody is taken back as well', async () => {
    const of = await handedIn('县档案馆')
    const given = await card(receive.handle({ occurrence: '周期1', who: '王科长', how: '电话' }, deskOn(of, '沈若兰')))
    expect(given.labels).toEqual(['撤销'])
    await undo.handle(given.runs[0]?.args ?? {}, deskOn(of, '沈若兰'))
    expect(of.fulfilments.get('c1/2026/1')?.status).toBe('submitted')
  })
  it('is refused by the duty’s name, with the reason, and owed again', async () => {
    const of = await handedIn()
    const returned = await card(returnSubmission.handle({ occurrence: '周期1', words: '缺附表' }, deskOn(of, '纪明辉')))
    expect(returned.text).toContain('已退回县教育局：缺附表')
    expect(of.fulfilments.size).toBe(0)
    expect((await card(returnSubmission.handle({ occurrence: '周期1', words: '缺附表' }, deskOn(of, '纪明辉')))).text).toContain('没有等您签收的报送')
  })
})
