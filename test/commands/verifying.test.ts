import { describe, expect, it } from 'vitest'
import { homeCard } from '#commands/home.ts'
import { mine } from '#commands/mine.ts'
import { notOurs } from '#commands/not-ours.ts'
import { plan as planCommand } from '#commands/plan.ts'
import { report } from '#commands/report.ts'
import { units } from '#commands/units.ts'
import { verifyLines } from '#commands/verify-lines.ts'
import { keyOf, standingOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticeLine } from '#templates/notice-line.ts'
import { after, claim, day, directoryWith, personNamed, planOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'
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

describe('单位核对 of a contact', () => {
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

describe('不是我负责', () => {
  it('asks whose it is, the plan’s units first, and says who decides', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    const form = formIn(await type(notOurs, '1', desk))
    expect(form.fields.flatMap((field) => ('choices' in field ? field.choices.map(({ label }) => label) : []))).toEqual(['县财政局', '县妇联', '溪口镇', '青石镇'])
    const answer = await act(notOurs, { ...form.run.args, should: '县妇联' }, desk)
    expect(shown(answer)).toContain('1 普惠园建设 · 不是我们负责，应是县妇联')
    expect(shown(answer)).toContain('由督查室（沈若兰）核定，结果会告诉您。核定前不再请您填报这一项。')
    expect(voice(of, 1, '县教育局').question).toMatchObject({ about: 'not-ours', should: '县妇联' })
  })

  it('is typed in one line, and once', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    expect(shown(await type(notOurs, '1 县妇联', desk))).toContain('应是县妇联')
    expect(shown(await type(notOurs, '1 县妇联', desk))).toContain('苏晚晴')
    expect(voice(of, 1, '县教育局').question?.should).toBe('县妇联')
  })

  it('does not take one’s own unit for another', async () => {
    const desk = deskFor('苏晚晴', plan())
    const form = formIn(await type(notOurs, '1 县教育局', desk))
    expect(await act(notOurs, { ...form.run.args, other: '县教育局' }, desk)).toMatchObject({ kind: 'form-errors' })
    expect(desk.recorded).toEqual([])
  })

  it('does not pass to who leads it as it is, and says how to be left out', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    const answer = await type(notOurs, '2 县财政局', desk)
    expect(shown(answer)).toContain('第2项本来就由县财政局牵头，没有记录。您单位不该列在这一项里的，请输入 /duban 单位核对 2 有出入')
    expect(cardIn(answer).refused).toBeDefined()
    expect(shown(await type(verifyLines, '2 不是我们 县财政局', desk))).toContain('本来就由县财政局牵头')
    const form = formIn(await type(notOurs, '2', desk))
    expect(await act(notOurs, { ...form.run.args, should: '县财政局' }, desk)).toMatchObject({ kind: 'form-errors', errors: { should: expect.stringContaining('本来就由') as string } })
    expect(desk.recorded).toEqual([])
  })

  it('may be left open, and does not keep anybody from reporting after all', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    const form = formIn(await type(notOurs, '1', desk))
    expect(shown(await act(notOurs, form.run.args, desk))).toContain('不是我们负责')
    expect(shown(await act(report, { task: 'p1-1' }, desk))).toContain('已记录')
  })

  it('of a task of others is told whose it is', async () => {
    expect(shown(await type(notOurs, '3 县妇联', deskFor('苏晚晴', plan())))).toContain('承担单位是各乡镇')
  })
})

describe('我的', () => {
  const own = (...plans: PlanState[]) => deskFor('苏晚晴', ...plans)

  it('has what was not looked at until it is done', async () => {
    const of = plan()
    expect(shown(await type(mine, '', own(of)))).toContain('☐ 单位核对：还有2项没看过（不算同意）')
    await type(verifyLines, '无异议', own(of))
    expect(shown(await type(mine, '', own(of)))).not.toContain('单位核对')
  })

  it('has one-tap answers, with 不是我负责 behind …', async () => {
    const rows = cardIn(await type(mine, '', own(plan()))).sections?.[0]?.rows ?? []
    expect(rows[0]?.actions?.map(({ label }) => label)).toEqual(['正常推进', '有困难', '已完成', '查看'])
    expect(rows[0]?.more?.map(({ label }) => label)).toEqual(['不是我负责'])
  })

  it('shows what is in question, paused, claimed or handed on as such and not as to-do', async () => {
    const of = second(5)
    await type(notOurs, 'p2-1 县妇联', own(of))
    after(of, '2026-01-07', { type: 'pause-task', task: taskNo(2), reason: '等省里的办法' })
    after(of, '2026-01-07', claim(3, '县教育局'))
    const card = cardIn(await type(mine, '', own(of)))
    expectGoodCard(card)
    expect(card.text).toContain('县教育局待办2项')
    expect(shown({ kind: 'card', card })).toContain('现在不用办的3项：待审核1、待核定归属1、暂缓1')
    const aside = cardIn(await act(mine, buttons(card)['看这些']?.args, own(of)))
    expectGoodCard(aside)
    expect(shown({ kind: 'card', card: aside })).toMatch(/待核定归属 · .*p?2?-?1 任务1/)
    expect(Object.keys(buttons(aside))).not.toContain('正常推进')
  })

  it('pages, over several plans too, and says which plan is which', async () => {
    const plans = [plan(), second(20)]
    const seen: string[] = []
    let card = cardIn(await type(mine, '', own(...plans)))
    expect(shown({ kind: 'card', card })).toContain('p1《教育强县三年行动方案》')
    for (;;) {
      expectGoodCard(card)
      seen.push(...(card.sections?.[0]?.rows ?? []).flatMap(({ actions = [] }) => actions.filter(({ label }) => label === '查看').map(({ run }) => String(run.args['which']))))
      const next = Object.entries(buttons(card)).find(([label]) => label.startsWith('下一页'))
      if (next === undefined) break
      card = cardIn(await act(mine, next[1].args, own(...plans)))
    }
    expect(new Set(seen).size).toBe(21)
    expect(seen).toHaveLength(21)
  })
})

describe('a message that asked for it', () => {
  it('says that the unit disowned it, in the place of its buttons', async () => {
    const of = plan()
    const desk = deskFor('苏晚晴', of)
    await type(notOurs, 'p1-1 县妇联', desk)
    const person = personNamed(directory, '苏晚晴')
    const line = noticeLine({ kind: 'due-soon', key: 'k', to: person.id, plan: of.id, task: taskNo(1), unit: unitId('县教育局'), due: day('2026-06-30'), mark: 7, workingDaysLeft: 7 }, { view: viewOn('2026-01-07', of, directory), person, directory, lang: 'zh' })
    expect(line.isSettled).toBe(true)
    expect(line.say).toBe('1 普惠园建设 · 县教育局苏晚晴 1月7日 09:00 反映不是本单位负责，应是县妇联，待督查室核定')
  })
})
