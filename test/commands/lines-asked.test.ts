// What 我的 and a message say of lines that nobody looked at.
import { describe, expect, it } from 'vitest'
import { mine } from '#commands/mine.ts'
import { notOurs } from '#commands/not-ours.ts'
import { verifyLines } from '#commands/verify-lines.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticeLine } from '#templates/notice-line.ts'
import { after, claim, day, directoryWith, personNamed, planOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, shown, type } from './acting.ts'

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
