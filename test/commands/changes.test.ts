// 变化 as it is asked: since when, of what, and the whole of a group that is longer than the screen.
import { describe, expect, it } from 'vitest'
import { changes } from '#commands/changes.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { Instant } from '#src/calendar/day.ts'
import { smallCounty } from '../any-plan.ts'
import { after, day, planOf, task, taskNo } from '../builders.ts'
import { deskOf } from '../desk.ts'
import { act, cardIn, shown, type } from './acting.ts'

/** Twenty tasks that were due in June, and one of another unit whose date was moved the day before. */
function plan(): PlanState {
  const late = Array.from({ length: 20 }, (_, at) => task(at + 1, { lead: '县教育局', due: '2026-06-24', section: '学前教育' }))
  return after(planOf([...late, task(21, { lead: '县财政局', section: '经费' })]), '2026-07-01', { type: 'set-due', task: taskNo(21), day: day('2026-11-30'), reason: '市里提前' })
}
/** As it stood before. */
const before = (): PlanState => planOf([...Array.from({ length: 20 }, (_, at) => task(at + 1, { lead: '县教育局', due: '2026-06-24', section: '学前教育' })), task(21, { lead: '县财政局', section: '经费' })])
const desk = () => deskOf({ plans: [plan()], directory: smallCounty(), asker: '何景川', past: () => deskOf({ plans: [before()], directory: smallCounty(), asker: '何景川', today: '2026-06-20' }) })
const asked = async (words: string): Promise<string> => shown(await type(changes, words, desk()))

describe('变化', () => {
  it.each([['上周', '自6月22日'], ['本月', '自7月1日'], ['6月20日', '自6月20日'], ['昨天', '自7月1日'], ['last-week', '自6月22日'], ['20 June', '自6月20日'], ['Jun 20', '自6月20日']])('%s is since %s', async (words, since) => expect(await asked(words)).toContain(since))

  it.each(['县财政局 上周', '上周 县财政局', '经费 6月20日', '县财政局 20 June'])('%s is of that alone', async (words) => {
    const says = await asked(words)
    expect(says).toContain('时限调整1')
    expect(says).not.toContain('新增红灯')
  })

  it('of what is neither a time nor anything here says how a day is written', async () => expect(await asked('天上 人间')).toContain('看不懂日期“天上 人间”'))

  it('of a unit goes through all tasks once more than of all', async () => {
    const walks = async (words: string): Promise<number> => {
      const of = plan()
      let nth = 0
      const keys = of.tasks.keys.bind(of.tasks)
      Object.assign(of.tasks, { keys: () => ((nth += 1), keys()) })
      const own = deskOf({ plans: [of], directory: smallCounty(), asker: '何景川', past: () => deskOf({ plans: [before()], directory: smallCounty(), asker: '何景川', today: '2026-06-20' }) })
      await type(changes, words, own)
      return nth
    }
    expect((await walks('县教育局 上周')) - (await walks('上周'))).toBe(1)
  })

  it('has eight of a group, and the way to all of it', async () => {
    const card = cardIn(await type(changes, '6月20日', desk()))
    const way = card.sections?.flatMap(({ rows }) => rows.flatMap(({ beside }) => beside ?? [])).find(({ label }) => label === '全部20项')
    expect(way?.run).toEqual({ command: 'changes', args: { since: '6月20日', kind: 'red' } })
    const whole = cardIn(await act(changes, way?.run.args, desk()))
    expect(whole.sections?.flatMap(({ rows }) => rows)).toHaveLength(20)
  })

  it('since a look keeps that look behind the way to all of a group, though it was looked at meanwhile', async () => {
    let last = Instant.parse('2026-06-20T01:00:00.000Z')
    const own = { ...desk(), lookedBefore: async () => Promise.resolve({ at: last }), looked: async () => Promise.resolve(void (last = Instant.parse('2026-07-02T01:00:00.000Z'))) }
    const card = cardIn(await act(changes, {}, own))
    const way = card.sections?.flatMap(({ rows }) => rows.flatMap(({ beside }) => beside ?? [])).find(({ label }) => label === '全部20项')
    const whole = cardIn(await act(changes, way?.run.args, own))
    expect(whole.text).toContain('自您上次查看(6月20日')
    expect(whole.sections?.flatMap(({ rows }) => rows)).toHaveLength(20)
  })

  it('of a part is no look at the whole', async () => {
    const looked: Instant[] = []
    const own = { ...desk(), looked: async () => Promise.resolve(void looked.push(Instant.parse('2026-07-02T01:00:00.000Z'))) }
    await changes.handle(changes.typed(['县财政局']), own)
    expect(looked).toEqual([])
    await changes.handle(changes.typed([]), own)
    expect(looked).toHaveLength(1)
  })
})
