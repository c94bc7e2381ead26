import { describe, expect, it } from 'vitest'
import { planOf, reading, taskOf } from './plans.ts'

const datesOf = (paragraph: string) => taskOf(paragraph).deadlines.map(({ text, year, month, day }) => [text, year, month, day])

describe('when a task is due', () => {
  it.each([
    ['2026年12月底前完成。', ['2026年12月底前', 2026, 12, 31]],
    ['2026年2月底前完成。', ['2026年2月底前', 2026, 2, 28]],
    ['2026年6月15日前建成。', ['2026年6月15日前', 2026, 6, 15]],
    ['2026年底前完成。', ['2026年底前', 2026, 12, 31]],
    ['2026年上半年完成招标。', ['2026年上半年', 2026, 6, 30]],
    ['2026年一季度末前完成招标。', ['2026年一季度末前', 2026, 3, 31]],
    ['到2027年,清淤全部完成。', ['到2027年', 2027, undefined, undefined]],
    ['2026年1月1日至12月31日,免收费用。', ['2026年1月1日至12月31日', 2026, 12, 31]],
    ['２０２６年５月底前完成。', ['2026年5月底前', 2026, 5, 31]],
    ['(责任单位:县水利局;完成时限:2026年9月)', ['2026年9月', 2026, 9, undefined]],
  ])('%s', (paragraph, date) => {
    expect(datesOf(paragraph)).toEqual([date])
  })

  it('takes its year from the date before it', () => {
    expect(datesOf('2026年6月底前完成设计,10月底前开工。')).toEqual([['2026年6月底前', 2026, 6, 30], ['10月底前', 2026, 10, 31]])
  })

  it('takes its year from a plan of one year, and is asked about otherwise', () => {
    const lines = '\n一、任务\n1.清淤。6月底前完成。(责任单位:县水利局)'
    expect(reading(`2026年治水工作要点${lines}`).tasks[0]?.deadlines[0]).toMatchObject({ year: 2026, month: 6 })
    const { tasks, doubts } = reading(`治水方案(2026—2028年)${lines}`)
    expect(tasks[0]?.deadlines[0]?.year).toBeUndefined()
    expect(doubts.map((doubt) => doubt.question)).toEqual(['“6月底前”是哪一年的？'])
  })

  it('is every year where the text says so', () => {
    expect(taskOf('每年11月底前报送。').deadlines).toMatchObject([{ text: '每年11月底前', month: 11, yearly: true }])
  })

  it('is always where 长期坚持 is the time, and not where it is a way of working', () => {
    expect(taskOf('(责任单位:县水利局;完成时限:长期坚持)').deadlines).toMatchObject([{ ongoing: true }])
    expect(taskOf('持续推进河道清淤工作。').deadlines).toEqual([])
  })

  it('is open where the year is blank, with a question', () => {
    const { tasks, doubts } = planOf('1、清淤。20__年12月底前完成。(责任单位:县水利局)')
    expect(tasks[0]?.deadlines).toMatchObject([{ text: '20__年12月底前', month: 12, unbound: true }])
    expect(tasks[0]?.deadlines[0]?.year).toBeUndefined()
    expect(doubts.find((doubt) => doubt.kind === 'year-blank')).toMatchObject({ question: '“20__年12月底前”是哪一年？', task: 0, line: 3 })
  })

  it.each([['自2026年5月1日起收费。'], ['降幅在2024年的基础上扩大。'], ['比2025年底提高三成。'], ['按《2026年12月底前清淤计划》执行。'], ['依据云府〔20__〕5号文件办理。'], ['任教3年内轮岗。']])('is not given by %s', (paragraph) => {
    expect(datesOf(paragraph)).toEqual([])
  })
})

describe('the years a plan runs', () => {
  it.each([['治水三年行动计划(2026—2028年)', { from: 2026, to: 2028 }], ['治水规划(2025-2027年)', { from: 2025, to: 2027 }], ['2026年治水工作要点', { from: 2026, to: 2026 }]])('%s', (title, period) => {
    expect(reading(`${title}\n一、任务\n1.清淤。`).period).toEqual(period)
  })

  it('are asked for where the text leaves them open', () => {
    const { period, doubts } = reading('治水三年规划\n一、任务\n1.清淤。(责任单位:县水利局)')
    expect(period).toBeUndefined()
    expect(doubts.map((doubt) => doubt.question)).toEqual(['方案是三年期的，但没有写起止年份，从哪一年开始？'])
  })
})
