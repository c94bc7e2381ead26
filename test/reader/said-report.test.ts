// A plain reply read as a report.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded } from '#src/reader/folded-text.ts'
import { saidClauses } from '#src/reader/said-clauses.ts'
import { saidReport, tasksSaid } from '#src/reader/said-report.ts'
import { saidTasks } from '#src/reader/said-task.ts'
import { day } from '../builders.ts'
import { expectLinear } from './growth.ts'

const today = day('2026-06-10')
const read = (words: string) => {
  const said = saidReport(words, today)
  if (said === undefined) return undefined
  const { tasks, unclear, finished, ...report } = said
  return { ...report, ...(tasks.length === 0 ? {} : { tasks: tasks.map(({ plan, number }) => (plan === undefined ? number : `${plan}-${number}`)) }), ...(finished ? { finished } : {}), ...(unclear.length === 0 ? {} : { unclear }) }
}

describe('a plain reply', () => {
  it.each([
    ['3号任务已完成招标,60%,6月底开工', { tasks: [3], state: 'normal', done: '已完成招标', progress: 60, next: '6月底开工' }],
    ['已完成招标，6月底开工，60%', { state: 'normal', done: '已完成招标', next: '6月底开工', progress: 60 }],
    ['第十二项 资金没到位，受阻，请县财政局协调', { tasks: [12], state: 'blocked', problem: '资金没到位', needs: '县财政局' }],
    ['第１２项　已完成立项、环评　６０％', { tasks: [12], state: 'normal', done: '已完成立项、环评', progress: 60 }],
    ['22.已完成招标', { tasks: [22], state: 'normal', done: '已完成招标' }],
    ['12 正常推进', { tasks: [12], state: 'normal' }],
    ['p2-12：进度80', { tasks: ['p2-12'], state: 'normal', progress: 80 }],
    ['任务12：完成率为百分之六十', { tasks: [12], state: 'normal', progress: 60 }],
    ['有困难，用地指标还没批', { state: 'difficulty', problem: '用地指标还没批' }],
    ['施工队撤场，受阻', { state: 'blocked', problem: '施工队撤场' }],
    ['受阻：施工队撤场', { state: 'blocked', problem: '施工队撤场' }],
    ['已开工 下一步：开展主体施工、设备采购', { state: 'normal', done: '已开工', next: '开展主体施工、设备采购' }],
    ['6月5日已通过验收', { state: 'normal', done: '6月5日已通过验收' }],
    ['已全部完成', { state: 'normal', done: '已全部完成', finished: true }],
    ['task 12: bidding is done, 60%, next: start in July', { tasks: [12], state: 'normal', done: 'bidding is done', progress: 60, next: 'start in July' }],
    ['blocked, no money yet, needs help from the finance bureau', { state: 'blocked', problem: 'no money yet', needs: 'the finance bureau' }],
    ['预计1月开工，招标已完成', { state: 'normal', next: '预计1月开工', done: '招标已完成' }],
    ['第3项进度60%，第5项进度80%', { tasks: [3, 5], state: 'normal', unclear: [{ kind: 'several-percents', said: ['60', '80'] }] }],
  ])('is read: %s', (words, expected) => expect(read(words)).toEqual(expected))
})

describe('what could mean two things', () => {
  it('is said and not chosen: a percentage over 100 or between two whole ones', () => {
    expect(read('12 已开工，130%')).toEqual({ tasks: [12], state: 'normal', done: '已开工', unclear: [{ kind: 'no-percent', said: '130' }] })
    expect(read('已开工，60.5%')).toMatchObject({ unclear: [{ kind: 'no-percent', said: '60.5' }] })
  })

  it('is two numbers that could be the task', () => {
    expect(read('12 60 已完成招标')).toMatchObject({ tasks: [12, 60] })
    expect(read('12、13项均已开工')?.tasks).toEqual([12, 13])
    expect(read('第3项和第5项已开工')).toMatchObject({ tasks: [3, 5] })
    expect(read('1、完成立项；2、完成招标')).toMatchObject({ tasks: [1, 2] })
  })

  it('is a day that does not exist, kept as it was said', () => expect(read('6月31日开工，60%')).toMatchObject({ unclear: [{ kind: 'no-day', said: '6月31日' }] }))

  it('is a percentage of something else, and no progress', () => {
    expect(read('已完成招标，合格率95%')).toEqual({ state: 'normal', done: '已完成招标，合格率95%' })
    expect(read('投资完成60%，正在施工')).not.toHaveProperty('progress')
  })

  it('is no task where a number counts something', () => {
    for (const words of ['3所学校已开工', '12 所学校已开工', '3项措施已完成', '6月3号已开工', '已完成5个', '完成12项任务']) expect(read(words)?.tasks).toBeUndefined()
  })
})

describe('no report', () => {
  it.each([
    '你好', '您好，在吗', '收到', '好的，收到，谢谢', '已阅', '12号任务怎么填报？', '什么时候开会', '完成了吗', '第3项是谁负责', '谢谢督查室', '请问系统怎么登录', '12', '第十二项', '12 验收报告', '天报 12', '县教育局', '', '   ', 'hello', 'what is due?', 'thanks', '帮我看看第12项', '我要请假', '开会',
  ])('is %j', (words) => expect(read(words)).toBeUndefined())
})

describe('names of tasks', () => {
  it.each([['12 验收报告', [12]], ['第十二项验收报告', [12]], ['验收报告', []], ['2026年度报告', []], ['3号楼验收报告', []], ['p2-7 照片', [7]], ['#4 and task 5', [4, 5]]])('are found in a file’s words: %s', (words, numbers) => {
    expect(tasksSaid(words).map(({ number }) => number)).toEqual(numbers)
  })
})

describe('a request behind another', () => {
  it('keeps what stands before it', () => {
    const said = read('请市里尽快下达今年第二批中央预算内投资计划并请县财政局协调')
    expect(said?.needs).toBe('县财政局')
    expect(said?.problem).toContain('请市里尽快下达今年第二批中央预算内投资计划')
  })
})

describe('whatever is written', () => {
  const signs = ['12', '第十二项', '任务', '号任务', '已完成', '招标', '60%', '130%', '，', '、', ' ', '。', '受阻', '资金没到位', '请县财政局协调', '6月底', '6月31日', '开工', '下一步', ':', '\n', 'p2-3', '百分之', '六十', '\u202e', '\u200b', '<!channel>', 'done', 'in July', '*', '一', '进度']
  const anyWords = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.constantFrom(...signs), { maxLength: 30 }).map((parts) => parts.join('')))

  it('never throws, and every word is in the report or was read as a number, a state or whom to ask', () => {
    fc.assert(fc.property(anyWords, (words) => {
      const said = saidReport(words, today)
      if (said === undefined) return
      const kept = [said.done, said.problem, said.next, said.needs].join('')
      for (const part of ['招标', '开工', '资金没到位', '<!channel>', '\u202e']) if (words.includes(part)) expect(kept).toContain(part)
    }))
  })

  it('is no report where it is longer than a report may be', () => expect(read(`已开工，${'x'.repeat(3_000)}`)).toBeUndefined())

  it('costs what its length costs', () => {
    const units = ['1', '12 ', '第', '第十', '一', '1、', '已', '请', '需', '6月', '月', '%', '6%', '百分之', '任务', '进度', ':', ' ', '，', '、', '。', '\n', 'p1-', '#1', 'to ', 'in ', 'need ', '没', '目前', '下一步', 'task ', '有困难', '总体']
    for (const unit of units) {
      for (const run of [saidTasks, saidClauses]) expectLinear((text) => run(folded(text)), unit)
      expectLinear((text) => saidReport(text.slice(0, 3_000), today), unit)
    }
  })
})
