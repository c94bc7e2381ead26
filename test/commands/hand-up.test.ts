// 上报协调, 协调会, 阅知: what units cannot settle goes up with what each said; the leader decides in one tap, or with an instruction.
import { describe, expect, it } from 'vitest'
import { changes } from '#commands/changes.ts'
import { coordinationMeeting } from '#commands/coordination-meeting.ts'
import { handUp } from '#commands/hand-up.ts'
import { history } from '#commands/history.ts'
import { instruct } from '#commands/instruct.ts'
import { noteRead } from '#commands/note-read.ts'
import { queue } from '#commands/queue.ts'
import { settleCoordination } from '#commands/settle-coordination.ts'
import { summary } from '#commands/summary.ts'
import { task as task_ } from '#commands/task.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { decisionsWaiting } from '#src/queries/decisions-waiting.ts'
import { decisionActions, decisionLines } from '#templates/decisions.ts'
import { plain } from '#templates/rich.ts'
import { after, claim, day, directoryWith, personNamed, planWith, report, task, taskNo, unitId, viewOn } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { act, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(['县自然资源局'], { name: '沈若兰', roles: ['secretary'] }, { name: '李县长', roles: ['leader'], fields: ['校园'] }, { name: '王副县长', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
const leader = personNamed(directory, '李县长').id
const needing = (): PlanState => {
  const plan = planWith(task(1, { title: '普惠园建设', section: '校园建设', lead: '县教育局', support: ['县财政局'] }), task(2, { lead: '县财政局', due: '2026-06-10' }))
  after(plan, '2026-06-29', report(1, '县财政局', { state: 'difficulty', problem: '今年预算已定' }))
  after(plan, '2026-06-30', { ...report(1, '县教育局', { state: 'blocked', problem: '经费没有落实' }), needs: '县财政局' } as Parameters<typeof after>[2])
  return plan
}
const deskFor = (asker: string, plan: PlanState, today = '2026-07-02'): TestDesk => deskOf({ plans: [plan], directory, asker, today })
const waiting = (plan: PlanState, on = '2026-07-02') => decisionsWaiting([viewOn(on, plan, directory)], leader)
const actionIn = (card: ReturnType<typeof cardIn>, label: string) => card.actions?.find((action) => action.label === label)?.run

async function up(plan = needing()): Promise<PlanState> {
  await handUp.handle({ task: '1', to: leader, words: '请定经费' }, deskFor('沈若兰', plan))
  return plan
}

describe('a unit that says who has to help', () => {
  it('is in 待审 with both sides’ words, to be settled or handed up', async () => {
    const says = shown(await type(queue, '', deskFor('沈若兰', needing())))
    expect(says).toMatch(/协调事项[^]*县财政局协调，只告诉督查室[^]*县教育局[^]*“经费没有落实”[^]*县财政局[^]*“今年预算已定”/)
    expect(Object.values(cardIn(await type(queue, '', deskFor('沈若兰', needing()))).actions ?? {}).map(({ label }) => label)).toEqual(expect.arrayContaining(['处理', '上报协调']))
  })

  it('is settled as two that name each other are, and raised again by a later word', async () => {
    const plan = needing()
    expect(shown(await type(settleCoordination, '1 由财政局追加预算', deskFor('沈若兰', plan)))).toContain('✅')
    expect(shown(await type(queue, '', deskFor('沈若兰', plan)))).not.toContain('协调事项')
    after(plan, '2026-07-03', { ...report(1, '县教育局', { state: 'blocked', problem: '还是没有' }), needs: '县财政局' } as Parameters<typeof after>[2])
    expect(shown(await type(queue, '', deskFor('沈若兰', plan, '2026-07-03')))).toContain('还是没有')
  })

  it('is settled on its card and in what comes next, for whoever looks, until the unit speaks again', async () => {
    const plan = needing()
    expect(shown(await type(task_, '1', deskFor('李县长', plan)))).toContain('下一步：请县财政局协调')
    await type(settleCoordination, '1 由财政局7月10日前追加预算', deskFor('沈若兰', plan))
    for (const reader of ['李县长', '沈若兰', '苏晚晴']) {
      const says = shown(await type(task_, '1', deskFor(reader, plan)))
      expect(says).toContain('协调意见(7月2日)：由财政局7月10日前追加预算')
      expect(says).toContain('下一步：按7月2日协调意见办，办后填报')
      expect(says).not.toContain('下一步：请县财政局协调')
    }
    expect(shown(await type(task_, '1', { ...deskFor('李县长', plan), lang: 'en' }))).toMatch(/Settled \(2 Jul\): 由财政局[^]*Next: as settled on 2 Jul/)
    after(plan, '2026-07-03', { ...report(1, '县教育局', { state: 'blocked', problem: '还是没有' }), needs: '县财政局' } as Parameters<typeof after>[2])
    expect(shown(await type(task_, '1', deskFor('李县长', plan, '2026-07-03')))).toContain('下一步：请县财政局协调')
  })

  it('goes up in a form that has what each said, with the leader in charge chosen', async () => {
    const form = formIn(await type(handUp, '1', deskFor('沈若兰', needing())))
    expect(form.intro?.map(plain).join('\n')).toMatch(/县教育局：“经费没有落实”\n县财政局：“今年预算已定”/)
    expect(form.fields[0]).toMatchObject({ name: 'to', now: leader })
  })

  it('goes up also where one unit alone is stuck and names nobody, in its own words', async () => {
    const plan = planWith(task(1, { title: '普惠园建设', lead: '县教育局' }), task(2, { lead: '县财政局' }))
    after(plan, '2026-06-30', report(1, '县教育局', { state: 'blocked', problem: '土地没有批下来' }))
    expect(shown(await act(handUp, { task: '1', to: leader, words: '请定' }, deskFor('沈若兰', plan)))).toContain('李县长')
    expect(waiting(plan)).toMatchObject([{ kind: 'coordination', quotes: [{ name: '县教育局', words: '土地没有批下来' }] }])
    expect(shown(await act(handUp, { task: '1', to: leader, words: '请定' }, deskFor('沈若兰', plan)))).toContain('正等决定')
    expect(shown(await type(handUp, '2', deskFor('沈若兰', plan)))).toContain('没有反映困难或受阻')
  })

  it('stays in 待审 while it waits for the leader, and says so, and goes up no second time', async () => {
    const plan = await up()
    const card = await type(queue, '', deskFor('沈若兰', plan))
    expect(shown(card)).toContain('已上报李县长，等领导决定')
    expect(cardIn(card).actions?.map(({ label }) => label)).not.toContain('上报协调')
    expect(shown(await type(handUp, '1', deskFor('沈若兰', plan)))).toContain('已于7月2日(周四)上报李县长，正等决定')
  })
})

describe('what waits for a leader', () => {
  it('is the matter that went up, with each side, the choices and what follows from them', async () => {
    const [first] = waiting(await up())
    if (first === undefined) throw new Error('nothing waits')
    expect(decisionLines(first, 'zh', day('2026-07-02')).map(plain)).toEqual(['请定协调事项：1 普惠园建设（县教育局、县财政局）', '县教育局(6月30日)：“经费没有落实”', '县财政局(6月29日)：“今年预算已定”', '沈若兰：请定经费', '选协调会：督查室安排会议并通知单位；选批示：直接交办，单位马上收到。'])
    expect(decisionActions(first, 'zh').map(({ label }) => label)).toEqual(['协调会', '批示'])
    expect(waiting(needing())).toEqual([])
  })

  it('is decided by 协调会, which closes it for the secretary too', async () => {
    const plan = await up()
    const [first] = waiting(plan)
    const run = first === undefined ? undefined : decisionActions(first, 'zh')[0]?.run
    expect(shown(await act(coordinationMeeting, run?.args, deskFor('李县长', plan)))).toContain('已定开协调会：1 普惠园建设')
    expect(waiting(plan)).toEqual([])
    expect(shown(await type(queue, '', deskFor('沈若兰', plan)))).not.toContain('协调事项')
    expect(shown(await act(coordinationMeeting, run?.args, deskFor('李县长', plan)))).toContain('已于7月2日(周四)定了：开协调会')
  })

  it('is decided by an instruction about that task, which closes it as well', async () => {
    const plan = await up()
    const [first] = waiting(plan)
    const run = first === undefined ? undefined : decisionActions(first, 'zh')[1]?.run
    expect(formIn(await act(instruct, run?.args, deskFor('李县长', plan))).intro?.map(plain)).toEqual(['关于：1 普惠园建设'])
    const desk = deskFor('李县长', plan)
    const preview = cardIn(await act(instruct, { ...run?.args, words: '请财政局7月10日前落实经费', form: true }, desk))
    await act(instruct, actionIn(preview, '下发')?.args, desk)
    expect(plan.tasks.get(taskNo(1))?.course?.handedUp).toMatchObject([{ decided: { choice: 'instruction', made: 3 } }])
    expect(waiting(plan)).toEqual([])
  })

  it('is not another leader’s to decide', async () => expect(shown(await act(coordinationMeeting, { task: '1' }, deskFor('王副县长', await up())))).toContain('没有单位互指的事项'))

  it('is a note of what is long overdue, until it was read, answered or done', async () => {
    const plan = needing()
    after(plan, '2026-06-25', { type: 'send-leader-note', task: taskNo(2), due: day('2026-06-10'), to: leader, words: '已逾期，请关注' }, personNamed(directory, '沈若兰').id)
    expect(waiting(plan)).toMatchObject([{ kind: 'leader-note', words: '已逾期，请关注', by: '沈若兰' }])
    expect(waiting(after(structuredClone(plan), '2026-07-01', claim(2, '县财政局')))).toEqual([])
    expect(shown(await type(noteRead, '2', deskFor('李县长', plan)))).toContain('已阅：2')
    expect(waiting(plan)).toEqual([])
  })

  it('has matters of units first, then what was said in the leader’s name, then notes', async () => {
    const plan = await up()
    after(plan, '2026-06-25', { type: 'send-leader-note', task: taskNo(2), due: day('2026-06-10'), to: leader, words: '请关注' }, personNamed(directory, '沈若兰').id)
    await act(instruct, { words: '请教育局7月10日前报方案', send: true }, deskFor('沈若兰', plan))
    after(plan, '2026-07-02', { type: 'instruct-on-behalf', from: leader, onBehalf: { who: '李县长', on: day('2026-07-02'), how: '电话' }, section: '领导批示', title: '报方案', words: '请教育局报方案', hash: 'w', units: [{ unit: '县教育局' as never, part: 'lead' }], day: day('2026-07-10') }, personNamed(directory, '沈若兰').id)
    expect(waiting(plan).map(({ kind }) => kind)).toEqual(['coordination', 'spoken', 'leader-note'])
  })
})

describe('what a leader decided', () => {
  const decided = async (asker = '李县长') => {
    const plan = await up()
    const desk = deskOf({ plans: [plan], directory, asker, today: '2026-07-02', past: () => deskOf({ plans: [needing()], directory, asker, today: '2026-06-30' }) })
    await act(coordinationMeeting, { task: '1' }, asker === '李县长' ? desk : deskFor('李县长', plan))
    return { plan, desk }
  }

  it('is on the task, in its history, in what changed, and is what comes next', async () => {
    const { desk } = await decided()
    expect(shown(await type(task_, '1', desk))).toMatch(/已定：开协调会（李县长，7月2日）\n下一步：督查室安排协调会/)
    expect(shown(await type(history, '1', desk))).toMatch(/李县长 定协调事项（县教育局、县财政局） 开协调会/)
    expect(shown(await type(changes, '7月1日', desk))).toMatch(/已定1[^]*领导已定 1[^]*1 普惠园建设 · 已定：开协调会（李县长，7月2日）/)
    expect(shown(await type(summary, '', desk))).toContain('下一步：督查室安排协调会')
  })

  it('is for those who see what went up', async () => {
    const { desk } = await decided('苏晚晴')
    for (const said of [await type(task_, '1', desk), await type(changes, '7月1日', desk)]) expect(shown(said)).not.toContain('已定：')
  })

  it('is no next step any more once its unit has spoken, or the secretary settled it', async () => {
    const { plan } = await decided()
    const said = after(structuredClone(plan), '2026-07-03', report(1, '县教育局', { state: 'blocked', problem: '还在等' }))
    expect(shown(await type(task_, '1', deskFor('李县长', said, '2026-07-03')))).toContain('下一步：可上报协调或批示')
    const settled = after(structuredClone(plan), '2026-07-03', { type: 'settle-coordination', task: taskNo(1), units: ['县教育局', '县财政局'].map(unitId), words: '已开会' })
    expect(shown(await type(task_, '1', deskFor('李县长', settled, '2026-07-03')))).not.toContain('安排协调会')
  })

  it('by an instruction is named by its number', async () => {
    const plan = await up()
    const run = decisionActions(waiting(plan)[0] ?? ({} as never), 'zh')[1]?.run
    const desk = deskFor('李县长', plan)
    const preview = cardIn(await act(instruct, { ...run?.args, words: '请财政局7月10日前落实经费', form: true }, desk))
    await act(instruct, actionIn(preview, '下发')?.args, desk)
    expect(shown(await type(task_, '1', desk))).toMatch(/已定：批示交办3（李县长，7月2日）\n下一步：按批示办（第3项）/)
  })
})

describe('one’s own order', () => {
  const order = (plan: PlanState): PlanState => after(plan, '2026-07-02', { type: 'instruct', rank: 'leader', section: '领导批示', title: '落实经费', words: '请财政局落实经费', hash: 'w1', day: day('2026-07-10'), units: [{ unit: unitId('县财政局'), part: 'lead' }] }, leader)
  const sinceLook = (asker: string) => deskOf({ plans: [order(needing())], directory, asker, today: '2026-07-02', looked: '2026-07-01T01:00:00.000Z' as never, past: () => deskOf({ plans: [needing()], directory, asker, today: '2026-07-01' }) })
  it('is no news to whoever gave it', async () => expect(shown(await type(changes, '', sinceLook('李县长')))).toContain('没有变化'))
  it('is news to all others', async () => expect(shown(await type(changes, '', sinceLook('王副县长')))).toContain('新增任务1'))
  it('is in what changed since a day that was asked for', async () => expect(shown(await type(changes, '7月1日', sinceLook('李县长')))).toContain('新增任务1'))
})

describe('an instruction that was recorded and never given', () => {
  it('decides nothing: what it answered waits for the leader again', async () => {
    const plan = await up()
    const made = after(plan, '2026-07-02', { type: 'instruct-on-behalf', from: leader, onBehalf: { who: '李县长', on: day('2026-07-02'), how: '电话' }, section: '领导批示', title: '安排经费', words: '请财政局安排经费', hash: 'w', day: day('2026-07-10'), units: [{ unit: unitId('县财政局'), part: 'lead' }], about: taskNo(1), answers: { coordination: ['县教育局', '县财政局'].map(unitId) } }, personNamed(directory, '沈若兰').id)
    expect(waiting(made).map(({ kind }) => kind)).toEqual(['spoken'])
    after(made, '2026-07-03', { type: 'withdraw-instruction', task: taskNo(3), words: '没有说过' }, leader)
    expect(waiting(made, '2026-07-03').map(({ kind }) => kind)).toEqual(['coordination'])
    expect(shown(await type(queue, '', deskFor('沈若兰', made, '2026-07-03')))).toContain('等领导决定')
  })
})
