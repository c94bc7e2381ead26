import { describe, expect, it } from 'vitest'
import { dateAsked } from '#src/reader/date-asked.ts'
import { timesInCell } from '#src/reader/dates.ts'
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
    ['到2027年6月底,清淤全部完成。', ['到2027年6月底', 2027, 6, 30]],
    ['二〇二六年六月底前完成。', ['二〇二六年六月底前', 2026, 6, 30]],
    ['2026年十二月底前完成。', ['2026年十二月底前', 2026, 12, 31]],
    ['2026.6.30前完成。', ['2026.6.30前', 2026, 6, 30]],
    ['2026-06-30前完成。', ['2026-06-30前', 2026, 6, 30]],
    ['2026/6/30完成。', ['2026/6/30', 2026, 6, 30]],
    ['不晚于2026年6月30日提交。', ['不晚于2026年6月30日', 2026, 6, 30]],
    ['力争2026年6月中旬完成主体工程。', ['2026年6月中旬', 2026, 6, 20]],
    ['2026年6月上旬完成招标。', ['2026年6月上旬', 2026, 6, 10]],
    ['2026年二季度末前完成。', ['2026年二季度末前', 2026, 6, 30]],
    ['自2026年1月1日起至2026年12月31日执行。', ['2026年1月1日起至2026年12月31日', 2026, 12, 31]],
    ['2026年1月1日至12月31日,免收费用。', ['2026年1月1日至12月31日', 2026, 12, 31]],
    ['2026年11月上线试运行。', ['2026年11月', 2026, 11, undefined]],
    ['2026年上半年完成招标，12月上线试运行。', ['2026年上半年', 2026, 6, 30], ['12月', 2026, 12, undefined]],
    ['问题整改。\n整改时限：2027年6月底', ['2027年6月底', 2027, 6, 30]],
    ['2026年秋季学期前建成。', ['2026年秋季学期前', 2026, undefined, undefined]],
    ['２０２６年５月底前完成。', ['2026年5月底前', 2026, 5, 31]],
    ['于2026年6月20日18：00前报送。', ['2026年6月20日18：00前', 2026, 6, 20]],
    ['于2026年6月20日下午5点前报送。', ['2026年6月20日下午5点前', 2026, 6, 20]],
    ['于2026年6月底和年底前分别报送。', ['2026年6月底', 2026, 6, 30], ['年底前', 2026, 12, 31]],
    ['前期研究（2026年10月-2027年初）。', ['2026年10月-2027年初', 2027, undefined, undefined]],
    ['本周完成勘察。', ['本周', undefined, undefined, undefined]],
    ['下周三前报送方案。', ['下周三前', undefined, undefined, undefined]],
    ['于月底前报送方案。', ['月底前', undefined, undefined, undefined]],
    ['(责任单位:县水利局;完成时限:2026年9月)', ['2026年9月', 2026, 9, undefined]],
  ])('%s', (paragraph, ...dates) => {
    expect(datesOf(paragraph)).toEqual(dates)
  })

  it.each(['2022年到2025年，连续四年组织了评估。', '2024年12月底前应完成的管网至今未动工。', '已于2024年6月底前完成的不再重复。', '完成时限：2026年4月起'])('is not said by: %s', (paragraph) => expect(datesOf(paragraph)).toEqual([]))

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

  it('is each year’s own in a row of years', () => {
    expect(datesOf('2026年,完成立项;2027年,建成投用;2028年,全面推广。').map(([text, year]) => [text, year])).toEqual([['2026年', 2026], ['2027年', 2027], ['2028年', 2028]])
  })

  it('is twice where two months stand before one 前, and every year where the first is', () => {
    expect(taskOf('每年6月、12月底前报送。').deadlines).toMatchObject([{ month: 6, yearly: true }, { month: 12, yearly: true }])
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

  it.each([['自2026年5月1日起收费。'], ['降幅在2024年的基础上扩大。'], ['比2025年底提高三成。'], ['按《2026年12月底前清淤计划》执行。'], ['依据云府〔20__〕5号文件办理。'], ['任教3年内轮岗。'],
    ['2026年6月起实施。'], ['到2027年,覆盖率达到90%以上。'], ['自2019年1月1日起施行,有效期至2027年12月31日。'], ['2000年底前建成的小区纳入改造。'], ['2019年1月1日前登记注册的企业可以申请。'],
    ['1990年1月1日前出生的教师。'], ['截至2024年底,全县共有泵站30座。'], ['2024年完成投资3亿元。'], ['依据云府〔2025〕12号文件办理。'], ['入学前教育要抓好。'], ['春节前后开展慰问。'], ['健全机制,持续推进,确保实效。']])('is not given by %s', (paragraph) => {
    expect(datesOf(paragraph)).toEqual([])
  })
})

describe('a time behind its label', () => {
  const behind = (words: string) => taskOf(`(责任单位:县水利局;完成时限:${words})`).deadlines.map(({ text, year, month, ongoing }) => [text, year, month, ...(ongoing ? ['always'] : [])])

  it.each([
    ['2026年12月底前取得阶段性成效并持续推进', [['2026年12月底前取得阶段性成效', 2026, 12], ['持续推进', undefined, undefined, 'always']]],
    ['2026年9月底前完成并长期坚持', [['2026年9月底前完成', 2026, 9], ['长期坚持', undefined, undefined, 'always']]],
    ['2026年底前基本完成、持续巩固', [['2026年底前基本完成', 2026, 12], ['持续巩固', undefined, undefined, 'always']]],
    ['持续推进至2026年6月底', [['持续推进至2026年6月底', 2026, 6]]],
    ['2026年全年', [['2026年全年', undefined, undefined, 'always']]],
    ['2026年4月起持续推进', [['2026年4月起持续推进', undefined, undefined, 'always']]],
    ['2025年取得明显进展，2027年完成', [['2025年取得明显进展', 2025, undefined], ['2027年完成', 2027, undefined]]],
    ['按季度推进，2026年11月底前完成', [['2026年11月底前完成', 2026, 11]]],
    ['分季度推进，2026年12月底完成', [['2026年12月底完成', 2026, 12]]],
    ['每季度末', []],
    ['每月25日前', [['每月25日前', undefined, undefined]]],
    ['2026年底前，2027年起常态化推进', [['2026年底前', 2026, 12]]],
  ])('%s', (words, times) => expect(behind(words)).toEqual(times))

  it('is not that at which a page was made known', () => expect(planOf('1.清淤。全面清淤。（责任单位：县水利局）', '2.固堤。', '发布日期：2026年3月').tasks.flatMap(({ deadlines }) => deadlines)).toEqual([]))

  it('may be called 完成日期', () => expect(planOf('1.清淤。全面清淤。', '责任单位：县水利局', '完成日期：2026年9月').tasks[0]?.deadlines).toMatchObject([{ year: 2026, month: 9 }]))
})

describe('what is asked about a time', () => {
  const askedAbout = (paragraph: string) => taskOf(paragraph).deadlines.map((deadline) => [deadline.text, dateAsked(deadline, { from: 2026, to: 2027 })])

  it.each([
    ['汛前完成隐患排查。', '汛前', []], ['秋季学期开学前投入使用。', '秋季学期开学前', []], ['元旦前完成。', '元旦前', []], ['本月底前上报。', '本月底前', []], ['自本方案印发之日起三个月内完成。', '自本方案印发之日起三个月内', []], ['X月底前完成。', 'X月底前', []],
    ['2026年6月前完成。', '2026年6月前', ['2026年5月31日', '2026年6月30日']], ['2027年前完成。', '2027年前', ['2026年12月31日', '2027年12月31日']],
  ])('is the day, of %s', (paragraph, text, choices) => {
    expect(askedAbout(paragraph)).toEqual([[text, { ask: 'day', choices }]])
  })

  it.each([['6月底前完成。', '6月底前'], ['今年6月底前完成。', '今年6月底前'], ['次年1月底前报送。', '次年1月底前'], ['年内建成。', '年内'], ['二季度末完成招标。', '二季度末']])('is the year, of %s', (paragraph, text) => {
    expect(askedAbout(paragraph)).toEqual([[text, { ask: 'year', choices: ['2026年', '2027年'] }]])
  })

  it.each([['2026年6月底前完成。'], ['2026年内完成。'], ['每年11月底前报送。'], ['20__年12月底前完成。'], ['长期坚持。']])('is nothing, of %s', (paragraph) => {
    expect(askedAbout(paragraph).map(([, asked]) => asked)).toEqual([undefined])
  })
})

describe('a cell under 完成时限', () => {
  const cell = (text: string) => timesInCell(text, { from: 0, to: text.length }).map(({ year, month, day, ongoing, unbound }) => [year, month, day, ongoing ?? unbound ?? false])

  it.each([
    ['2026年6月', [[2026, 6, undefined, false]]], ['2026.6', [[2026, 6, 30, false]]], ['2026-06-30', [[2026, 6, 30, false]]], ['2026年', [[2026, undefined, undefined, false]]], ['6月底', [[undefined, 6, 30, false]]],
    ['长期坚持', [[undefined, undefined, undefined, true]]], ['20__年12月', [[undefined, 12, undefined, true]]], ['到2027年', [[2027, undefined, undefined, false]]], ['2026年底、2027年底', [[2026, 12, 31, false], [2027, 12, 31, false]]],
  ])('%s', (text, times) => expect(cell(text)).toEqual(times))
})

describe('the years a plan runs', () => {
  it.each([['治水三年行动计划(2026—2028年)', { from: 2026, to: 2028 }], ['治水规划(2025-2027年)', { from: 2025, to: 2027 }], ['治水规划(2025-2027)', { from: 2025, to: 2027 }], ['2026年治水工作要点', { from: 2026, to: 2026 }], ['治水三年行动2026年度任务分解表', { from: 2026, to: 2026 }], ['治水三年行动2026年工作要点', { from: 2026, to: 2026 }], ['治水三年攻坚2026年重点任务清单', { from: 2026, to: 2026 }]])('%s', (title, period) => {
    expect(reading(`${title}\n一、任务\n1.清淤。`).period).toEqual(period)
  })

  it.each(['2026年治水三年行动计划', '治水三年行动实施方案（2023年修订）'])('are not those in which a plan of several years was written: %s', (title) => expect(reading(`${title}\n一、任务\n1.清淤。`).period).toBeUndefined())

  it('are asked for where the text leaves them open', () => {
    const { period, doubts } = reading('治水三年规划\n一、任务\n1.清淤。(责任单位:县水利局)')
    expect(period).toBeUndefined()
    expect(doubts.map((doubt) => doubt.question)).toEqual(['方案是三年期的，但没有写起止年份，从哪一年开始？'])
  })
})

describe('a time whose year cannot be meant', () => {
  const inPlan = (words: string) => reading(`治水方案(2026—2028年)\n一、任务\n1.清淤。${words}(责任单位:县水利局)`)

  it('is asked about, and no year of the past is taken', () => {
    const { tasks, doubts } = inPlan('2016年9月30日前完成清淤。')
    expect(tasks[0]?.deadlines).toMatchObject([{ text: '2016年9月30日前', month: 9, day: 30 }])
    expect(tasks[0]?.deadlines[0]?.year).toBeUndefined()
    expect(doubts.map(({ kind, question }) => [kind, question])).toEqual([['date-unclear', '“2016年9月30日前”在方案开始之前，应是哪一年？']])
  })

  it.each(['2016年9月30日前建成的泵站全部改造。', '2016年9月30日前已完成清淤。', '对2016年底前完成登记的企业逐一走访。'])('is none where it only says of what: %s', (words) => expect(inPlan(words).tasks[0]?.deadlines).toEqual([]))
})

describe('a time that is left blank', () => {
  it.each(['　年　月底前', '2026年 月底前', '2026年  月  日前', '2026年9月  日前'])('is asked for and binds nothing: %s', (words) => {
    const { tasks, doubts } = planOf(`1.清淤。${words}完成。(责任单位:县水利局)`)
    expect(tasks[0]?.deadlines).toMatchObject([{ text: words, unbound: true }])
    expect(doubts.filter(({ kind }) => kind === 'date-unclear').map(({ question }) => question)).toEqual([`“${words}”是哪一天？`])
  })

  it('is no blank of the plan where it is what is compared with', () => {
    const { doubts } = planOf('1.节水。在20__年的基础上每年降低2个百分点,较20__年下降一成,20__年底前完成改造。(责任单位:县水利局)')
    expect(doubts.filter(({ kind }) => kind === 'year-blank').map(({ question }) => question)).toEqual(['“20__年底前”是哪一年？'])
    expect(doubts.filter(({ kind }) => kind === 'date-unclear').map(({ question }) => question)).toEqual(['“20__年”作为基数，是哪一年？', '“20__年”作为基数，是哪一年？'])
  })
})

describe('a time that gives no day', () => {
  it.each([['“十五五”末', ['2030年12月31日']], ['“十四五”规划期末前', ['2025年12月31日']], ['春节前', []], ['2027年“七一”前', []]])('is asked about: %s', (words, choices) => {
    const { tasks, doubts } = planOf(`1.清淤。${words}完成清淤。(责任单位:县水利局)`)
    expect(tasks[0]?.deadlines.map(({ text, month }) => [text, month])).toEqual([[words, undefined]])
    expect(doubts.filter(({ kind }) => kind === 'date-unclear').map((doubt) => doubt.choices)).toEqual([choices])
  })
})

describe('more forms of times', () => {
  it.each([
    ['2026年12月底前一期工程投入运行。', [['2026年12月底前', 12]]],
    ['2026年3月、6月、9月、12月底前各完成一段。', [['2026年3月', 3], ['6月', 6], ['9月', 9], ['12月底前', 12]]],
    ['2026年1-3月全面摸排，4-10月集中整治，11-12月总结验收。', [['2026年1-3月', 3], ['4-10月', 10], ['11-12月', 12]]],
    ['2026年6月底到位。', [['2026年6月底', 6]]],
    ['6月底前开工，年底完成主体工程。', [['6月底前', 6], ['年底', 12]]],
    ['力争年底全面建成，10月底完工。', [['年底', 12], ['10月底', 10]]],
    ['去年年底完成的改造不再重复。', []],
    ['年底对各乡镇考核。', []],
    ['2026年前三季度增长5%。', []],
    ['每年3—5月开展巡查。', []],
  ])('%s', (words, times) => expect(taskOf(words).deadlines.map(({ text, month }) => [text, month])).toEqual(times))
})
