// 议定：… as it is said at a sitting: which decisions, who does each, by when.
import { describe, expect, it } from 'vitest'
import { asOne, decisionRead, decisionsApart, eachApart, maybeApart } from '#src/meetings/decision-words.ts'
import { day, directoryWith, workCalendar } from '#test/builders.ts'

const directory = directoryWith([{ name: '县教育局', aliases: ['县教体局'] }, '县财政局', '县人社局', '县委编办', '县住建局', { name: '各乡镇', aliases: [], members: ['青石镇'] }, '青石镇', '县实验学校', '市实验学校'])
const today = day('2026-07-02')
const view = { directory, calendar: workCalendar, today }
const apart = (words: string): string[] => decisionsApart(words, directory, today)
const read = (words: string, said?: string): string => {
  const { units, due } = decisionRead(words, view, said === undefined ? undefined : day(said))
  return `${units.map(({ unit, part }) => `${unit}${part === 'lead' ? '牵头' : '配合'}`).join(' ')} ${due?.day ?? '没有日期'}`
}

describe('a decision in words', () => {
  it.each([
    ['教育局牵头7月底前完成园舍改造', '县教育局牵头 2026-07-31'],
    ['由县教育局牵头、县财政局配合，8月15日前拿出普惠园补助方案', '县教育局牵头 县财政局配合 2026-08-14'],
    ['县教育局、县财政局要在年底前落实生均经费', '县教育局牵头 县财政局配合 2026-12-31'],
    ['请人社局会同县委编办下周五前核定教师编制', '县人社局牵头 县委编办配合 2026-07-10'],
    ['财政局配合教育局在9月1日前把校车经费拨付到位', '县教育局牵头 县财政局配合 2026-09-01'],
    ['各乡镇7月20日前报排查清单', '各乡镇牵头 2026-07-20'],
    ['住建局两周内完成校舍鉴定', '县住建局牵头 2026-07-16'],
    ['教体局三季度末前完成课桌椅更新', '县教育局牵头 2026-09-30'],
    ['县教育局明年3月底前建成2所公办园', '县教育局牵头 2027-03-31'],
    ['教育局本月底前报方案', '县教育局牵头 2026-07-31'],
    ['教育局10个工作日内提出整改意见', '县教育局牵头 2026-07-16'],
    ['县教育局牵头抓好落实', '县教育局牵头 没有日期'],
    ['8月底前完成园舍改造', ' 2026-08-31'],
    ['原则同意学位供给方案', ' 没有日期'], ['原则同意教育局提出的学位供给方案', ' 没有日期'], ['会议听取了县教育局关于学前教育工作的汇报', ' 没有日期'], ['同意教育局提出的方案，由财政局8月底前落实经费', '县财政局牵头 2026-08-31'], ['教育局同意后7月底前报县政府', '县教育局牵头 2026-07-31'],
    ['县教育局 leads and reports the plan by 30 July', '县教育局牵头 2026-07-30'],
  ])('%s', (words, means) => expect(read(words)).toBe(means))

  it('of a day that no calendar has says so, and has none', () => {
    expect(decisionRead('教育局2月30日前报方案', view)).toMatchObject({ unread: { said: '2月30日', why: 'unreal' } })
    expect(read('教育局2月30日前报方案')).toBe('县教育局牵头 没有日期')
  })
  it('of a day that has passed says so', () => expect(decisionRead('教育局6月底前完成园舍改造', view).unread).toEqual({ said: '6月底', why: 'past' }))
  it('that was said last week counts its days from there', () => {
    expect(read('教育局下周五前报方案', '2026-06-26')).toBe('县教育局牵头 2026-07-03')
    expect(decisionRead('教育局下周三前报方案', view, day('2026-06-26')).unread).toEqual({ said: '下周三', why: 'past' })
  })
  it('asks which unit is meant where a name could be two, and says which nobody here knows', () => {
    expect(decisionRead('实验学校7月底前报方案', view).unclear).toMatchObject([{ said: '实验学校' }])
    expect(decisionRead('由气象局7月底前报方案', view).strangers).toEqual(['气象局'])
  })
})

describe('what a sitting decided, said in one breath', () => {
  it.each<[string, string[]]>([
    ['议定：教育局牵头7月底前完成园舍改造', ['教育局牵头7月底前完成园舍改造']],
    ['会议决定，由教育局牵头7月底前完成园舍改造。', ['由教育局牵头7月底前完成园舍改造']],
    ['会议议定以下事项：一是教育局7月底前拿出方案；二是财政局8月底前安排经费；三是人社局9月底前补充教师。', ['教育局7月底前拿出方案', '财政局8月底前安排经费', '人社局9月底前补充教师']],
    ['1.教育局7月底前拿出方案；2.财政局8月底前安排经费', ['教育局7月底前拿出方案', '财政局8月底前安排经费']],
    ['（一）教育局拿出方案（二）财政局安排经费', ['教育局拿出方案', '财政局安排经费']],
    ['教育局7月底前拿出方案；财政局8月底前安排经费', ['教育局7月底前拿出方案', '财政局8月底前安排经费']],
    ['由教育局牵头制定方案；财政局配合做好经费保障', ['由教育局牵头制定方案；财政局配合做好经费保障']],
    ['教育局要加快进度。7月底前完成园舍改造', ['教育局要加快进度。7月底前完成园舍改造']],
    ['教育局7月底前拿出方案\n财政局8月底前安排经费', ['教育局7月底前拿出方案', '财政局8月底前安排经费']],
    ['教育局牵头7月底前完成园舍排查；财政局8月底前安排经费；加强宣传', ['教育局牵头7月底前完成园舍排查', '财政局8月底前安排经费', '加强宣传']],
    ['一是教育局7月底前拿出方案；财政局8月底前安排经费；二是人社局9月底前补充教师', ['教育局7月底前拿出方案', '财政局8月底前安排经费', '人社局9月底前补充教师']],
    ['原则同意学位方案；教育局7月底前拿出方案；财政局8月底前安排经费', ['原则同意学位方案', '教育局7月底前拿出方案', '财政局8月底前安排经费']],
    ['教育局7月底前拿出方案；人社局配合做好编制；财政局8月底前安排经费', ['教育局7月底前拿出方案；人社局配合做好编制', '财政局8月底前安排经费']],
    ['教育局要加快进度。7月底前完成园舍改造。财政局8月底前安排经费。', ['教育局要加快进度。7月底前完成园舍改造', '财政局8月底前安排经费']],
    ['decided: 县教育局 reports by 30 July', ['县教育局 reports by 30 July']],
    ['完成投资1.5亿元', ['完成投资1.5亿元']],
    ['   ', []], ['议定：', []],
  ])('%s', (words, parts) => expect(apart(words)).toEqual(parts))

  it('has the day that stands before all of them in each', () => expect(apart('会议议定，7月底前：一是教育局拿出方案；二是财政局8月15日前安排经费')).toEqual(['7月底前，教育局拿出方案', '财政局8月15日前安排经费']))
  it('is the same once it was taken apart', () => {
    for (const part of apart('一是教育局7月底前拿出方案；二是财政局8月底前安排经费')) expect(apart(part)).toEqual([part])
    for (const part of apart('教育局7月底前拿出方案；人社局配合做好编制；加强宣传。财政局8月底前安排经费')) expect(apart(part)).toEqual([part])
  })
})

describe('what each of several is to do', () => {
  it.each<[string, string[]]>([
    ['教育局和财政局8月15日前各报方案', ['教育局8月15日前报方案', '财政局8月15日前报方案']],
    ['由县教育局、县财政局、县人社局分别拿出意见', ['由县教育局拿出意见', '由县财政局拿出意见', '由县人社局拿出意见']],
    ['教育局和财政局分别在8月底前拿出方案', ['教育局在8月底前拿出方案', '财政局在8月底前拿出方案']], ['8月底前，教育局和财政局各报方案', ['8月底前，教育局报方案', '8月底前，财政局报方案']],
    ...['教育局、财政局督促各乡镇8月底前完成', '教育局和财政局8月底前排查各幼儿园', '教育局牵头、财政局配合，各报方案', '教育局8月15日前各报方案', '教育局和财政局要分别牵头师资和经费保障', '财政局、教育局负责将资金分别拨付到各学校', '教育局、财政局分别于7月底、8月底前报方案', '教育局、人社局8月底前完成各选调生安置', '教育局、财政局对照各自职责8月底前拿出方案'].map((words): [string, string[]] => [words, [words]]),
  ])('%s', (words, each) => {
    expect(eachApart(words, directory)).toEqual(each)
    expect(apart(words)).toEqual(each)
  })

  it.each<[string, string[]]>([
    ['教育局和财政局要分别牵头师资和经费保障', ['教育局要分别牵头师资和经费保障', '财政局要分别牵头师资和经费保障']],
    ['教育局7月底前完成园舍排查、财政局8月底前完成拨款', ['教育局7月底前完成园舍排查', '财政局8月底前完成拨款']],
    ['教育局7月底前完成园舍排查，财政局8月底前完成拨款', ['教育局7月底前完成园舍排查', '财政局8月底前完成拨款']],
    ...['教育局牵头、财政局配合，8月底前完成', '教育局7月底前完成排查，财政局配合', '教育局8月底前完成园舍、食堂改造', '教育局和财政局8月15日前各报方案', '加强宣传'].map((words): [string, string[]] => [words, [words]]),
  ])('may be several: %s', (words, each) => expect(maybeApart(words, directory, today)).toEqual(each))

  it('is put together again, where the next asks the same of another', () => {
    expect(asOne(['教育局8月底前拿出方案', '财政局8月底前拿出方案', '人社局9月底前补充教师'], directory)).toEqual({ words: '教育局、财政局8月底前拿出方案', count: 2 })
    expect(asOne(['教育局8月底前拿出方案', '人社局9月底前补充教师'], directory)).toBeUndefined()
    expect(apart('教育局、财政局8月底前拿出方案')).toEqual(['教育局、财政局8月底前拿出方案'])
  })
  it('is put together again in the very words in which it was said', () => {
    const said = '8月底前，教育局和财政局各报方案'
    expect(asOne([...apart(said), '人社局9月底前补充教师'], directory, ['加强宣传', said])).toEqual({ words: said, count: 2 })
  })
})
