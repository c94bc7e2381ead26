import { describe, expect, it } from 'vitest'
import { duties } from '#commands/duties.ts'
import { fulfil } from '#commands/fulfil.ts'
import { receive } from '#commands/receive.ts'
import { said } from '#commands/said.ts'
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
