import { describe, expect, it } from 'vitest'
import { announcedDaysOff } from '#src/calendar/days-off.ts'
import { isHolidayNotice, readHolidayNotice } from '#src/calendar/holiday-notice.ts'

const title = (year: number): string => `国务院办公厅关于${year}年\n部分节假日安排的通知\n各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n经国务院批准，现将${year}年放假安排通知如下。\n`
const of2026 = `${title(2026)}一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`
const of2025 = `${title(2025)}一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`

const problemOf = (text: string): unknown => {
  const read = readHolidayNotice(text)
  return read.ok ? undefined : read.problem
}

describe('the notice of a year', () => {
  const announced = announcedDaysOff()
  const inYear = (days: ReadonlySet<string>, year: number): string[] => [...days].filter((day) => day.startsWith(`${year}-`)).toSorted()

  it.each([[2026, of2026], [2025, of2025]])('%i is read as it was announced', (year, text) => {
    expect(readHolidayNotice(text)).toEqual({ ok: true, notice: { year, off: inYear(announced.off, year), work: inYear(announced.work, year) } })
  })

  it('can be pasted as one line, with half-width signs', () => {
    expect(readHolidayNotice(of2026.normalize('NFKC').replaceAll('\n', ''))).toEqual(readHolidayNotice(of2026))
  })

  it('may begin in the year before', () => {
    const read = readHolidayNotice(of2026.replace('1月1日（周四）至3日（周六）放假调休，共3天', '2025年12月31日（周三）至2026年1月3日（周六）放假调休，共4天'))
    expect(read.ok && read.notice.off.slice(0, 4)).toEqual(['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03'])
  })
})

describe('a text is known for a notice', () => {
  it('by its heading, in two lines or one', () => expect([of2026, of2026.replace('年\n', '年'), of2026.slice(0, 200)].map(isHolidayNotice)).toEqual([true, true, true]))
  it('and a plan is not that mentions days off', () => expect(['某县旅游发展三年行动计划\n一、做好节假日放假期间的值守。', `某县行动计划\n${'各'.repeat(120)}，按2026年部分节假日安排放假。`].map(isHolidayNotice)).toEqual([false, false]))
})

describe('a text that cannot be gone by', () => {
  it('names no year', () => expect(problemOf(of2026.replaceAll('2026', '明'))).toEqual({ why: 'no-year' }))
  it('has no holidays in it', () => expect(problemOf('2026年部分节假日安排：另行通知。')).toEqual({ why: 'no-holidays' }))
  it('has a day that does not exist', () => expect(problemOf(of2026.replace('2月28日（周六）上班', '2月30日上班'))).toEqual({ why: 'no-such-day', said: '2月30日' }))
  it('has the weekdays of another year', () => expect(problemOf(of2026.replaceAll('2026', '2027'))).toMatchObject({ why: 'wrong-weekday', said: '1月1日(周四)' }))
  it('counts other days than it names', () => expect(problemOf(of2026.replace('共9天', '共8天'))).toMatchObject({ why: 'wrong-count' }))
  it('lacks a holiday: half a notice was pasted', () => expect(problemOf(of2026.slice(0, of2026.indexOf('六、中秋节')))).toEqual({ why: 'missing', holiday: '中秋节' }))
  it('exchanges days and names none that is worked: its end was cut off', () => expect(problemOf(of2026.slice(0, of2026.indexOf('9月20日')))).toMatchObject({ why: 'no-day-worked' }))
  it('but not for that alone: a weekday that makes up for a holiday on a Sunday is worked on no other day', () => {
    expect(readHolidayNotice(of2026.replace('6日（周一）放假，', '6日（周一）放假调休，'))).toEqual(readHolidayNotice(of2026))
  })
  it('says of one day that it is off and that it is worked', () => expect(problemOf(of2026.replace('5月9日（周六）上班', '5月4日上班'))).toEqual({ why: 'contradiction', day: '2026-05-04' }))
  it('is anything at all, and nothing breaks', () => expect(problemOf('　'.repeat(10_000))).toEqual({ why: 'no-year' }))
})

it('a holiday that is named without a day of its own counts as missing', () => expect(problemOf(of2026.replace('9月25日（周五）至27日（周日）放假，共3天', '按规定休息'))).toEqual({ why: 'missing', holiday: '中秋节' }))
