import { describe, expect, it } from 'vitest'
import { homeCard } from '#commands/home.ts'
import { commands } from '#commands/index.ts'
import { plan as planCommand } from '#commands/plan.ts'
import { units } from '#commands/units.ts'
import { said } from '#commands/said.ts'
import { replyDoor } from '#src/sayings.ts'
import { plain } from '#templates/rich.ts'
import { verifyLines } from '#commands/verify-lines.ts'
import { keyOf, standingOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { after, claim, directoryWith, planOf, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const towns = ['溪口镇', '青石镇']
const directory = directoryWith(
  ['县财政局', '县妇联', ...towns, { name: '各乡镇', aliases: [], members: towns }],
  { name: '沈若兰', roles: ['secretary'] },
  { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '姚春梅', contactOf: towns },
)
const plan = (): PlanState =>
  planOf([
    task(1, { title: '普惠园建设', due: '2026-06-30', lead: '县教育局', support: ['县财政局'] }),
    task(2, { title: '家校共育', lead: '县财政局', support: ['县教育局'] }),
    task(3, { title: '控辍保学', lead: '各乡镇' }),
  ])
const second = (count: number): PlanState => planOf(Array.from({ length: count }, (_, at) => task(at + 1, { lead: '县教育局' })), { id: 'p2', title: '乡村教育振兴方案' })
const deskFor = (asker: string, ...plans: PlanState[]): TestDesk => deskOf({ today: '2026-01-07', plans, directory, asker })
const voice = (of: PlanState, no: number, unit: string, member?: string) => {
  const part = of.assignments.get(keyOf(taskNo(no), unitId(unit)))
  return part === undefined ? {} : standingOf(part, member === undefined ? undefined : unitId(member))
}

it('the secretary is led to the other plans by their names', async () =>
  expect(Object.keys(buttons(cardIn(await type(verifyLines, '', deskFor('沈若兰', plan(), second(2))))))).toContain('p2 乡村教育振兴方案'))

describe('the list of units and a unit’s card', () => {
  it('say how many of its lines a unit has looked at, and what is in question', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    await type(verifyLines, '无异议 2', desk)
    await type(verifyLines, '1 有出入 期限不对', desk)
    expect(shown(await type(units, '', deskFor('沈若兰', of)))).toMatch(/县教育局 · 联络员苏晚晴 · 已核对 1\/2，有出入1$/m)
    expect(shown(await type(units, '县教育局', deskFor('沈若兰', of)))).toContain('单位核对：已核对 1/2，有出入1\n')
    expect(shown(await type(units, '县财政局', deskFor('沈若兰', of)))).toContain('单位核对：已核对 0/2（没看过的不算同意）')
    expect(shown(await type(units, '各乡镇', deskFor('沈若兰', of)))).not.toContain('单位核对')
  })
})

it.each([['全部无异议', { act: 'agree' }], ['没有异议', { act: 'agree' }], ['都无异议', { act: 'agree' }], ['无异议 2', { act: 'agree', task: '2' }], ['2 无异议', { act: 'agree', task: '2' }], ['p1-2 无异议。', { act: 'agree', task: 'p1-2' }], ['核对', {}]])('%s by itself, as the first message has it, is of 单位核对', (words, args) => {
  const found = findCommand(commands, words.split(' '))
  expect(found.kind === 'found' ? [found.command.name.en, found.command.typed(found.words)] : found).toEqual(['verify-lines', args])
})

describe('单位核对 of a contact', () => {
  it('has 无异议 first, as a button and in words', async () => {
    const card = cardIn(await type(verifyLines, '', deskFor('苏晚晴', plan())))
    const [row] = card.sections?.[0]?.rows ?? []
    expect(row === undefined ? '' : plain(row.line)).toMatch(/^都对就点一下，或直接写“无异议”；/)
    expect(row?.actions?.[0]?.label).toBe('2项全部无异议')
  })

  it.each([['无异议', [1, 2]], ['没有异议。', [1, 2]], ['2 无异议', [2]]])('written to the bot, %s is recorded, and is no remark', async (words, tasks) => {
    const desk = deskFor('苏晚晴', plan())
    const found = findCommand(commands, words.split(' '))
    if (found.kind === 'unknown') throw new Error(`${words} is no command`)
    // The door of plain words leaves it to the command.
    const understood = { command: found.command.name.en, args: found.command.typed(found.words) }
    expect(await replyDoor(said, () => []).said({ words, isDocument: false, understood }, desk)).toBeUndefined()
    await found.command.handle(found.command.typed(found.words), desk)
    expect(desk.recorded).toMatchObject([{ type: 'check-parts', lines: tasks.map((no) => ({ task: no })) }])
  })

  it('shows all lines of the unit, and the first button says that all are right', async () => {
    const card = cardIn(await type(verifyLines, '', deskFor('苏晚晴', plan())))
    expectGoodCard(card)
    expect(card.text).toBe('请核对县教育局在《教育强县三年行动方案》(p1)里的2项：牵头1、配合1。')
    expect(Object.keys(buttons(card))[0]).toBe('2项全部无异议')
    expect(shown({ kind: 'card', card })).toContain('1 普惠园建设 · 6月30日前')
    expect(shown({ kind: 'card', card })).toContain('没点过的记为未核对，不算同意')
  })

  it('has the button for all at its end too, where a phone shows it', async () => {
    const card = cardIn(await type(verifyLines, '', deskFor('苏晚晴', second(12))))
    expectGoodCard(card)
    expect(card.actions?.[0]).toMatchObject({ label: '12项全部无异议', style: 'primary' })
    expect(cardIn(await type(verifyLines, '', deskFor('苏晚晴', second(2)))).actions?.map(({ label }) => label)).not.toContain('2项全部无异议')
  })

  it('offers 有出入 on no line that is in review, and says that it is', async () => {
    const of = after(plan(), '2026-01-07', claim(1, '县教育局'))
    const rows = cardIn(await type(verifyLines, '', deskFor('苏晚晴', of))).sections?.flatMap((section) => section.rows) ?? []
    expect(rows.map((row) => row.actions?.map(({ label }) => label))).toEqual([['2项全部无异议'], ['无异议'], ['无异议', '有出入']])
    expect(shown(await type(verifyLines, '', deskFor('苏晚晴', of)))).toContain('1 普惠园建设 · 6月30日前 · 待审核')
  })

  it('shows what the plan says besides the title, without its number', async () => {
    const of = planOf([task(1, { title: '办好特殊教育', text: '5.办好特殊教育。在6个乡镇各设1个资源教室。', lead: '县教育局' })])
    expect(shown(await type(verifyLines, '', deskFor('苏晚晴', of)))).toContain('1 办好特殊教育\n在6个乡镇各设1个资源教室')
  })

  it('is done in one tap', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    const sheet = cardIn(await type(verifyLines, '', desk))
    const done = await act(verifyLines, buttons(sheet)['2项全部无异议']?.args, desk)
    expect(shown(done)).toContain('已记录 09:00：2项无异议')
    expect(shown(done)).toContain('2项都已核对：无异议2')
    expect(done).toMatchObject({ replaces: true })
    expect([voice(of, 1, '县教育局').check?.on, voice(of, 2, '县教育局').check?.on]).toEqual(['2026-01-07', '2026-01-07'])
    expect(voice(of, 1, '县财政局').check).toBeUndefined()
  })

  it('takes one line as not right, with its words, and the others as right', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    const wrong = buttons(cardIn(await type(verifyLines, '', desk)))['有出入']
    const form = formIn(await act(verifyLines, { ...wrong?.args, task: 'p1-1', of: '县教育局' }, desk))
    expect(await act(verifyLines, { ...form.run.args, about: 'content', words: ' ' }, desk)).toEqual({ kind: 'form-errors', errors: { words: '请写一句哪里有出入，督查室据此核定。' } })
    const asked = cardIn(await act(verifyLines, { ...form.run.args, about: 'content', words: '时限应为9月' }, desk))
    expectGoodCard(asked)
    expect(asked.text).toContain('1 普惠园建设 · 有出入：时限应为9月')
    const done = cardIn(await act(verifyLines, buttons(asked)['其余1项全部无异议']?.args, desk))
    expect(shown({ kind: 'card', card: done })).toContain('2项都已核对：无异议1、有出入1')
    expect(shown({ kind: 'card', card: done })).toContain('有出入：时限应为9月（待督查室核定）')
    expect(voice(of, 1, '县教育局')).toMatchObject({ question: { about: 'content', words: '时限应为9月' } })
    expect(voice(of, 1, '县教育局').check).toBeUndefined()
  })

  it('agrees to nothing that was not shown', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    const all = buttons(cardIn(await type(verifyLines, '', desk)))['2项全部无异议']
    of.assignments.delete(keyOf(taskNo(2), unitId('县教育局')))
    expect(shown(await act(verifyLines, all?.args, desk))).toContain('清单有变化，没有记录')
    expect(voice(of, 1, '县教育局').check).toBeUndefined()
  })

  it.each([29, 181])('pages %i lines, and says on every page how many', async (count) => {
    const desk = deskFor('苏晚晴', second(count))
    const pages: string[] = []
    let card = cardIn(await type(verifyLines, '', desk))
    for (;;) {
      expectGoodCard(card)
      expect(Object.keys(buttons(card))[0]).toBe(`${count}项全部无异议`)
      pages.push(...(card.sections ?? []).flatMap(({ rows }) => rows.flatMap(({ actions = [] }) => actions.filter(({ label }) => label === '无异议').map(({ run }) => String(run.args['task'])))))
      const next = buttons(card)['下一页']
      if (next === undefined) break
      card = cardIn(await act(verifyLines, next.args, desk))
    }
    expect(pages).toEqual(Array.from({ length: count }, (_, at) => `p2-${at + 1}`))
  })

  it('of several plans asks of each once', async () => {
    const [one, other] = [plan(), second(3)]
    const desk = deskFor('苏晚晴', one, other)
    const which = cardIn(await type(verifyLines, '', desk))
    expectGoodCard(which)
    expect(which.text).toBe('您有2份清单要核对，共5项。')
    const sheet = cardIn(await act(verifyLines, which.sections?.[0]?.rows[1]?.beside?.run.args, desk))
    const done = cardIn(await act(verifyLines, buttons(sheet)['3项全部无异议']?.args, desk))
    expect(Object.keys(buttons(done))).toContain('核对《教育强县三年行动方案》(p1) 2项')
    expect(voice(one, 1, '县教育局').check).toBeUndefined()
  })

  it('of two towns is each town’s own', async () => {
    const of = plan()
    const desk = deskFor('姚春梅', of)
    const sheet = cardIn(await act(verifyLines, { plan: 'p1', unit: '青石镇' }, desk))
    await act(verifyLines, buttons(sheet)['无异议']?.args, desk)
    expect(voice(of, 3, '各乡镇', '青石镇').check?.on).toBe('2026-01-07')
    expect(voice(of, 3, '各乡镇', '溪口镇').check).toBeUndefined()
  })
})

describe('单位核对 as it is typed', () => {
  it('takes all as right', async () => {
    const of = plan()
    expect(shown(await type(verifyLines, '无异议', deskFor('苏晚晴', of)))).toContain('2项无异议')
    expect(voice(of, 1, '县教育局').check).toBeDefined()
  })

  it('takes one line as right', async () => {
    const of = plan()
    await type(verifyLines, '1 无异议', deskFor('苏晚晴', of))
    expect([voice(of, 1, '县教育局').check === undefined, voice(of, 2, '县教育局').check === undefined]).toEqual([false, true])
  })

  it('takes what is not right, in a sentence', async () => {
    const of = plan()
    const answer = await type(verifyLines, '1 有出入 时限 应为9月', deskFor('苏晚晴', of))
    expect(shown(answer)).toContain('由督查室（沈若兰）核定')
    expect(voice(of, 1, '县教育局').question).toMatchObject({ about: 'content', words: '时限 应为9月' })
  })

  it('takes whose it is', async () => {
    const of = plan()
    await type(verifyLines, '2 不是我们 县妇联', deskFor('苏晚晴', of))
    expect(voice(of, 2, '县教育局').question).toMatchObject({ about: 'not-ours', should: '县妇联' })
  })

  it('of several plans with 无异议 alone asks which', async () => {
    const [one, other] = [plan(), second(3)]
    const desk = deskFor('苏晚晴', one, other)
    const which = await type(verifyLines, '无异议', desk)
    expectGoodCard(cardIn(which))
    expect(shown(which)).toContain('还没有记录：您有2份清单要核对，共5项。哪一份无异议？')
    expect(desk.recorded).toEqual([])
    await act(verifyLines, buttons(cardIn(which))['3项全部无异议']?.args, desk)
    expect(desk.recorded).toMatchObject([{ type: 'check-parts', lines: [{ task: 1 }, { task: 2 }, { task: 3 }] }])
    expect(voice(one, 1, '县教育局').check).toBeUndefined()
  })

  it('of several plans takes all by one tap that says so, and none that was not shown', async () => {
    const [one, other] = [plan(), second(3)]
    const desk = deskFor('苏晚晴', one, other)
    const all = buttons(cardIn(await type(verifyLines, '无异议', desk)))['2份都无异议 5项']
    const done = await act(verifyLines, all?.args, desk)
    expectGoodCard(cardIn(done))
    expect(shown(done)).toMatch(/^✅ 已记录 09:00：5项无异议。[^]*\(p1\) · 县教育局 · 2项[^]*\(p2\) · 县教育局 · 3项/)
    expect([voice(one, 1, '县教育局').check, voice(other, 1, '县教育局').check].every((check) => check !== undefined)).toBe(true)
    const [again, grown] = [plan(), second(4)]
    const stale = deskFor('苏晚晴', again, grown)
    expect(shown(await act(verifyLines, all?.args, stale))).toContain('还没有记录')
    expect(stale.recorded).toEqual([])
  })

  it('of one of several plans names it', async () => {
    const other = second(3)
    await type(verifyLines, 'p2 无异议', deskFor('苏晚晴', plan(), other))
    expect(voice(other, 1, '县教育局').check).toBeDefined()
  })

  it('of a unit takes no line of another of which it is no member', async () => {
    const of = plan()
    const answer = await act(verifyLines, { act: 'agree', task: 'p1-1', of: '县教育局', unit: '溪口镇', plan: 'p1' }, deskFor('姚春梅', of))
    expect(cardIn(answer).refused).toBeDefined()
    await deskFor('姚春梅', of).record(of.id, { type: 'check-parts', unit: unitId('溪口镇'), lines: [{ task: taskNo(1), unit: unitId('县教育局') }, { task: taskNo(3), unit: unitId('各乡镇') }] })
    expect(of.assignments.get(keyOf(taskNo(1), unitId('县教育局')))?.byMember.size).toBe(0)
    expect(voice(of, 3, '各乡镇', '溪口镇').check).toBeUndefined()
  })

  it('by a contact of another unit shows, and records nothing', async () => {
    const of = plan()
    const answer = await type(verifyLines, '县教育局', deskFor('姚春梅', of))
    expect(Object.keys(buttons(cardIn(answer)))).not.toContain('无异议')
    expect(shown(await act(verifyLines, { act: 'agree', task: 'p1-1', of: '县教育局', unit: '县教育局', plan: 'p1' }, deskFor('姚春梅', of)))).toContain('只有本单位')
    expect(voice(of, 1, '县教育局').check).toBeUndefined()
  })
})

describe('单位核对 of the secretary', () => {
  it('is who has looked and who has not, and the words of what is not right', async () => {
    const of = plan()
    await type(verifyLines, '1 有出入 时限应为9月', deskFor('苏晚晴', of))
    await type(verifyLines, '无异议', deskFor('苏晚晴', of))
    const card = cardIn(await type(verifyLines, '', deskFor('沈若兰', of)))
    expectGoodCard(card)
    expect(card.text).toBe('《教育强县三年行动方案》(p1)单位核对：4家单位中1家已核对，3家未核对（不算同意），有出入1项。')
    const own = await act(verifyLines, card.sections?.[0]?.rows[0]?.beside?.run.args, deskFor('沈若兰', of))
    expect(shown(own)).toContain('1 普惠园建设 · 6月30日前 · ❓ 有出入：时限应为9月（待督查室核定）')
  })

  it('stands on the plan and on Home until all have looked, with what is in question', async () => {
    const of = plan()
    await type(verifyLines, '1 有出入 时限应为9月', deskFor('苏晚晴', of))
    const steps = shown(await type(planCommand, 'p1', deskFor('沈若兰', of)))
    expect(steps).toContain('☐ 单位核对：4家单位中0家已核对，4家未核对（不算同意），有出入1项')
    const home = homeCard(deskFor('沈若兰', of))
    expectGoodCard(home)
    expect(shown({ kind: 'card', card: home })).toContain('☐ 单位核对：4家单位中0家已核对')
    expect(shown({ kind: 'card', card: home })).toContain('☐ 登记督查室电话')
  })
})
