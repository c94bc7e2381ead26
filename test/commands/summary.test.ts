// 汇总 for a leader: what waits for their word, and the same screen of a unit, a section or their own field of charge.
import { describe, expect, it } from 'vitest'
import { handUp } from '#commands/hand-up.ts'
import { summary } from '#commands/summary.ts'
import { task as taskCommand } from '#commands/task.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Card } from '#templates/card.ts'
import { plain, rich } from '#templates/rich.ts'
import { after, day, directoryWith, personNamed, planOf, planWith, report, task, taskNo } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { expectGoodCard, linesOf } from '../templates/card-rules.ts'
import { act, cardIn, shown, type } from './acting.ts'

const directory = directoryWith(['县自然资源局'], { name: '沈若兰', roles: ['secretary'] }, { name: '李县长', roles: ['leader'], fields: ['校园'] }, { name: '王副县长', roles: ['leader'], fields: ['师资'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const plan = (): PlanState => {
  const of = planWith(
    task(1, { title: '普惠园建设', section: '校园建设', lead: '县教育局', support: ['县财政局'] }), task(2, { title: '经费保障', section: '保障', lead: '县财政局', due: '2026-06-10' }),
    task(3, { title: '教师招聘', section: '师资队伍', lead: '县教育局', due: '2026-06-20' }), task(4, { title: '校舍维修', section: '校园建设', lead: '县教育局' }),
  )
  after(of, '2026-06-29', report(1, '县财政局', { state: 'difficulty', problem: '今年预算已定' }))
  return after(of, '2026-06-30', { ...report(1, '县教育局', { state: 'blocked', problem: '经费没有落实' }), needs: '县财政局' } as Parameters<typeof after>[2])
}
const deskFor = (asker: string, of = plan()): TestDesk => deskOf({ plans: [of], directory, asker, today: '2026-07-02' })
const handedUp = async (): Promise<PlanState> => {
  const of = plan()
  await handUp.handle({ task: '1', to: personNamed(directory, '李县长').id, words: '请定经费' }, deskFor('沈若兰', of))
  return of
}
const rows = ({ sections = [] }: Card) => sections.flatMap((section) => section.rows)

describe('what waits for a leader', () => {
  it('is on their screen with its choices, and with what follows from each', async () => {
    const card = cardIn(await type(summary, '', deskFor('李县长', await handedUp())))
    expectGoodCard(card)
    expect(plain(card.sections?.[0]?.heading ?? { pieces: [] } as never)).toBe('待您决定 1')
    expect(linesOf(card).join()).toMatch(/协调事项：1 普惠园建设[^]*经费没有落实[^]*今年预算已定[^]*选协调会[^]*选批示/)
    expect(rows(card)[0]?.actions?.map(({ label }) => label)).toEqual(['协调会', '批示'])
  })
  it('names no button to an aide, who has none, and says who decides and what an aide can do', async () => {
    const aided = directoryWith(['县自然资源局'], { name: '沈若兰', roles: ['secretary'] }, { name: '李县长', roles: ['leader'] }, { name: '韩雪', roles: ['aide'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
    const [aide, chief] = [personNamed(aided, '韩雪'), personNamed(aided, '李县长').id]
    aided.people.set(aide.id, { ...aide, aideOf: [chief] })
    const of = plan()
    await handUp.handle({ task: '1', to: chief, words: '请定经费' }, deskOf({ plans: [of], directory: aided, asker: '沈若兰', today: '2026-07-02' }))
    const says = shown(await type(summary, '', deskOf({ plans: [of], directory: aided, asker: '韩雪', today: '2026-07-02' })))
    expect(says).toMatch(/待领导决定 1[^]*待领导定协调事项：1 普惠园建设[^]*领导在自己的汇总里定；口头定了的，可用“口头批示”代录/)
    expect(says).not.toMatch(/选协调会|选批示/)
  })
  it('has the plan before its number where there are several', async () => {
    const of = await handedUp()
    const other = planOf([task(1, { title: '另一件', lead: '县教育局' })], { id: 'p2', title: '校园安全方案' })
    expect(shown(await type(summary, '', deskOf({ plans: [of, other], directory, asker: '李县长', today: '2026-07-02' })))).toContain('请定协调事项：p1-1 普惠园建设')
  })
  it('is on nobody else’s', async () => {
    for (const asker of ['王副县长', '沈若兰', '苏晚晴']) expect(shown(await type(summary, '', deskFor(asker, await handedUp())))).not.toContain('待您决定')
  })
  it('stands right under the verdict, before anything that asks nothing', async () => {
    const { lines = [], sections = [] } = cardIn(await type(summary, '', deskFor('李县长', await handedUp())))
    expect(lines.map(plain)).toEqual([expect.stringMatching(/^有风险：4项中/)])
    expect(sections.map(({ heading }) => plain(heading ?? rich``))).toEqual(['待您决定 1', '进展', '🔴 滞后3项'])
  })
  it('leaves the screen within fifteen lines, the title and the data time among them, and headings beside', async () => {
    const { sections = [], ...card } = cardIn(await type(summary, '', deskFor('李县长', await handedUp())))
    expect(linesOf({ ...card, sections: sections.slice(1).map(({ rows, note }) => ({ rows, ...(note === undefined ? {} : { note }) })) }).length + 2).toBeLessThanOrEqual(15)
  })
  it('takes no meeting and no date off the screen: the causes of those behind give way first', async () => {
    const bodies = [group('b1', '领导小组'), group('b2', '专班')]
    const of = planOf([...plan().tasks.values()].map(({ no, title }) => task(no, { title, lead: '县教育局', due: '2026-06-20' })).concat(task(5, { title: '课后服务', lead: '县教育局', due: '2026-07-20' })), { bodies })
    after(of, '2026-06-30', { ...report(1, '县教育局', { state: 'blocked', problem: '经费没有落实' }), needs: '县财政局' } as Parameters<typeof after>[2])
    await handUp.handle({ task: '1', to: personNamed(directory, '李县长').id, words: '请定经费' }, deskFor('沈若兰', of))
    const said = shown(await type(summary, '', deskFor('李县长', of)))
    expect(said).toMatch(/滞后4项，先列最急的3项[^]*最近到期：5 课后服务[^]*领导小组：12月31日前应开1次/)
  })
})

const group = (id: string, name: string): Body => ({ id, name, convened: true, deputies: [], members: [], cadences: [{ id: 'k1', every: 'year', times: 1, text: '每年至少召开一次' }] })

describe('the worst that are behind', () => {
  const behind = (): PlanState => {
    const of = planWith(task(1, { title: '逾期两天', lead: '县教育局', due: '2026-06-30' }), task(2, { title: '新受阻', lead: '县教育局' }), task(3, { title: '受阻又逾期', lead: '县教育局', due: '2026-06-01' }), task(4, { title: '逾期十二天', lead: '县教育局', due: '2026-06-20' }))
    after(of, '2026-06-30', report(2, '县教育局', { state: 'blocked', problem: '等批复' }))
    return after(of, '2026-05-30', report(3, '县教育局', { state: 'blocked', problem: '缺经费' }))
  }
  const worst = async (of: PlanState) => rows({ text: '', sections: cardIn(await type(summary, '', deskFor('王副县长', of))).sections?.filter(({ heading }) => heading !== undefined && plain(heading).includes('滞后')) ?? [] }).map(({ line }) => /^(?:\*\*)?(\d+)/.exec(plain(line))?.[1])
  it('are those longest overdue, whether they are stuck or not', async () => expect(await worst(behind())).toEqual(['3', '4', '1']))
  it('begin with what went up to a leader', async () => {
    const of = behind()
    await handUp.handle({ task: '2', to: personNamed(directory, '李县长').id, words: '请定' }, deskFor('沈若兰', of))
    expect(await worst(of)).toEqual(['2', '3', '4'])
  })
})

describe('what changed since the last look', () => {
  it('is named, up to three, in one line where there is no room for more', async () => {
    const tasks = Array.from({ length: 9 }, (_, at) => task(at + 1, { title: `普惠园建设第${at + 1}期`, lead: '县教育局', due: '2026-07-20' }))
    const bodies = [group('b1', '领导小组'), group('b2', '专班'), group('b3', '联席会议')]
    const [before, now] = [planOf(tasks, { bodies }), planOf(tasks, { bodies })]
    for (const no of [1, 2, 3, 4]) after(now, '2026-07-01', report(no, '县教育局', { state: 'blocked', problem: '等批复' }))
    const past = () => deskOf({ plans: [before], directory, asker: '李县长', today: '2026-06-20' })
    const says = shown(await type(summary, '', deskOf({ plans: [now], directory, asker: '李县长', today: '2026-07-02', looked: '2026-06-20T10:00:00Z' as never, past })))
    expect(says).toMatch(/变化4项\n[^\n]*1 普惠园建设[^\n]*；[^\n]*2 普惠园建设[^\n]*；[^\n]*3 普惠园建设/)
  })
})

describe('what does not fit', () => {
  const many = (count: number, bodies: Body[] = []): PlanState => planOf(Array.from({ length: count }, (_, at) => task(at + 1, { title: `任务${at + 1}号`, lead: '县教育局', due: '2026-06-20' })), { bodies })
  it.each([[3, '🔴 滞后3项'], [4, '🔴 滞后4项，先列最急的3项'], [9, '🔴 滞后9项，先列最急的3项']])('of %i behind, three are named and all are counted', async (count, said) => {
    const reds = cardIn(await type(summary, '', deskFor('李县长', many(count)))).sections?.find(({ heading }) => heading !== undefined && plain(heading) === said)
    expect(reds?.rows).toHaveLength(3)
  })
  it.each([[1, ''], [2, ''], [5, '另有3次会要开']])('of %i bodies that have to meet, two are named and all are counted', async (count, said) => {
    const screen = shown(await type(summary, '', deskFor('李县长', many(1, Array.from({ length: count }, (_, at) => group(`b${at}`, `专班${at}`))))))
    expect(screen.match(/前应开1次/g)).toHaveLength(Math.min(2, count))
    expect(/另有\d次会要开/.exec(screen)?.[0] ?? '').toBe(said)
  })
})

describe('the screen of a part', () => {
  it.each([['县教育局', '县教育局牵头的任务', 3], ['教育局', '县教育局牵头的任务', 3], ['校园建设', '领域：校园建设', 2], ['李县长', '李县长分管的任务', 2], ['分管 王副县长', '王副县长分管的任务', 1]])('汇总 %s is titled so, and counts what it is of', async (words, title, count) => {
    const card = cardIn(await type(summary, words, deskFor('李县长')))
    expectGoodCard(card)
    expect(card.title).toBe(title)
    expect(card.text).toContain(`${count}项中`)
  })

  it.each(['县教育局', '校园建设', '李县长'])('opens lists of exactly so many: %s', async (words) => {
    const desk = deskFor('李县长')
    const { actions = [], more = [] } = cardIn(await type(summary, words, desk))
    const counted = [...actions, ...more].filter(({ run, label }) => run.command === 'task' && /\d+$/.test(label))
    expect(counted.length).toBeGreaterThan(0)
    for (const { label, run } of counted) expect(cardIn(await act(taskCommand, run.args, desk)).text).toContain(`共${/(\d+)$/.exec(label)?.[1] ?? ''}项`)
  })

  it('counts nothing of which there is none', async () => {
    const quiet = planWith(task(1, { title: '普惠园建设', section: '校园建设', lead: '县教育局', due: '2028-06-30' }), task(2, { title: '经费保障', section: '保障', lead: '县财政局' }))
    const card = cardIn(await type(summary, '校园建设', deskFor('李县长', quiet)))
    expect(card.text).toBe('总体可控：1项中 🟢1正常')
    expect(linesOf(card)).toEqual(['领域：校园建设', '总体可控：1项中 🟢1正常', '近期', expect.stringMatching(/^最近到期/), expect.stringMatching(/^截至7月2日 [\d:]+$/)])
    expect(cardIn(await type(summary, '', deskFor('李县长', quiet))).text).toContain('🔴0滞后')
  })

  it('of words that name nothing says so', async () => expect(shown(await type(summary, '水利', deskFor('李县长')))).toContain('没有叫“水利”的方案、单位、领域或领导'))
})

describe('a date that moved', () => {
  it('has its first day beside it wherever the task is listed, and how often it moved: an extension does not launder a red', async () => {
    const moved = after(after(plan(), '2026-06-25', { type: 'set-due', task: taskNo(3), day: day('2026-07-20'), reason: '考试推迟' }), '2026-06-28', { type: 'set-due', task: taskNo(3), day: day('2026-07-08'), reason: '提前' })
    expect(shown(await type(taskCommand, '教师招聘', deskFor('李县长', moved)))).toMatch(/教师招聘 · 县教育局 · 7月8日\(剩4个工作日\)，原定6月20日、改过2次/)
    expect(shown(await type(summary, '', deskFor('李县长', moved)))).toMatch(/最近到期：[^\n]*教师招聘[^\n]*原定6月20日、改过2次/)
  })
})

describe('a summary of what there is none of', () => {
  it.each(['我分管的', '我', '我分管的领域', 'mine', 'my fields', 'in my charge'])('%s is of the asker’s own fields', async (words) => expect(cardIn(await type(summary, words, deskFor('李县长'))).title).toBe('李县长分管的任务'))

  it.each(['周县长', '火星局', '没有的事'])('%s is said to be no plan, unit, section or leader, with names that are near and one’s own fields', async (words) => {
    const card = cardIn(await type(summary, words, deskFor('李县长')))
    expect(card.text).toContain(`没有叫“${words}”的方案、单位、领域或领导`)
    const own = card.actions?.find(({ label }) => label === '我分管的')
    expect(cardIn(await act(summary, own?.run.args, deskFor('李县长'))).title).toBe('李县长分管的任务')
    expect(cardIn(await type(summary, words, deskFor('沈若兰'))).actions?.map(({ label }) => label)).not.toContain('我分管的')
  })
  it('offers leaders for a leader nobody knows, and units for a unit', async () => {
    const offered = async (words: string) => cardIn(await type(summary, words, deskFor('沈若兰'))).actions?.map(({ label }) => label)
    expect(await offered('周县长')).toContain('李县长')
    expect(await offered('财政厅')).toContain('县财政局')
  })
  it('with a task’s number is that task', async () => expect(cardIn(await type(summary, 'p1-4', deskFor('李县长'))).title).toContain('校舍维修'))
})
