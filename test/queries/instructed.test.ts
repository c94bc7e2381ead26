// What is read of an instruction's words: which units, and by when.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import { instructedDay, offeredDays, unreadDay } from '#src/queries/instructed-day.ts'
import { instructedUnits } from '#src/queries/instructed-units.ts'
import { day, directoryWith, workCalendar } from '#test/builders.ts'

const directory = directoryWith([{ name: '县教育局', aliases: ['县教体局'] }, '县财政局', '县人社局', '县委编办', { name: '各乡镇', aliases: [], members: ['青石镇'] }, '青石镇', '县实验学校', '市实验学校'])
const read = (words: string): string => instructedUnits(directory, words).units.map(({ unit, part }) => `${unit}${part === 'lead' ? '牵头' : '配合'}`).join(' ')

describe('the units of an instruction', () => {
  it.each([
    ['请教育局和财政局拿出方案', '县教育局牵头 县财政局配合'],
    ['财政局、教育局、人社局抓紧办理', '县财政局牵头 县教育局配合 县人社局配合'],
    ['财政局配合教育局拿出方案', '县教育局牵头 县财政局配合'],
    ['由人社局牵头，教育局、财政局配合', '县人社局牵头 县教育局配合 县财政局配合'],
    ['请县教体局会同县委编办核定', '县教育局牵头 县委编办配合'],
    ['请各乡镇排查', '各乡镇牵头'],
    ['教育局去办，教育局要快', '县教育局牵头'],
    ['抓紧拿出方案', ''],
  ])('%s', (words, units) => expect(read(words)).toBe(units))

  it.each([
    ['请教育局和气象局报方案', ['气象局']], ['请县气象局牵头，教育局配合', ['县气象局']], ['请水务局、林业局尽快办', ['水务局', '林业局']], ['由白云镇落实', ['白云镇']],
    ['请教育局部署，统筹布局，改变格局', []], ['请青石镇区的学校排查', []], ['请各乡镇抓紧，和乡村学校结对', []], ['请教育局局长报方案', []],
  ])('say which name nobody here has: %s', (words, names) => expect(instructedUnits(directory, words).strangers).toEqual(names))

  it('are asked about where a name could be two', () => expect(instructedUnits(directory, '请实验学校报方案')).toMatchObject({ units: [], unclear: [{ said: '实验学校', units: ['县实验学校', '市实验学校'] }] }))

  it('are each named once, with one lead at most, whatever is written', () => {
    const words = fc.array(fc.constantFrom('请', '县教育局', '教育局', '财政局', '人社局', '牵头', '配合', '会同', '、', '，', '月底前', '拿出方案', '各乡镇', '青石镇', '由'), { maxLength: 14 }).map((parts) => parts.join(''))
    fc.assert(fc.property(words, (said) => {
      const { units } = instructedUnits(directory, said)
      expect(new Set(units.map(({ unit }) => unit)).size).toBe(units.length)
      expect(units.filter(({ part }) => part === 'lead').length).toBeLessThanOrEqual(1)
    }))
  })
})

describe('units by the names that people use', () => {
  const here = directoryWith([{ name: '县教育局', aliases: ['县教体局'] }, '县财政局', '县卫健局', '县委编办', '县委组织部', '县妇联', '县残联', '团县委', { name: '各乡镇', aliases: [], members: ['青石镇'] }, '青石镇'])
  const named = (words: string): string => instructedUnits(here, words).units.map(({ unit, part }) => `${unit}${part === 'lead' ? '牵头' : '配合'}`).join(' ')
  it.each([
    ['请编办、组织部拿出方案', '县委编办牵头 县委组织部配合'],
    ['请教育局会同团县委、妇联、残联办', '县教育局牵头 团县委配合 县妇联配合 县残联配合'],
    ['请县卫健局和编办核定', '县卫健局牵头 县委编办配合'],
    ['请各镇排查，教育局配合', '各乡镇牵头 县教育局配合'],
    ['The education bureau and the finance bureau should send a plan', '县教育局牵头 县财政局配合'],
    ['Ask the education and finance bureaus for a plan', '县教育局牵头 县财政局配合'],
    ['Education bureau to send a plan with the finance bureau', '县教育局牵头 县财政局配合'],
    ['The finance bureau leads, the health commission supports', '县财政局牵头 县卫健局配合'],
  ])('%s', (words, units) => {
    expect(named(words)).toBe(units)
    expect(instructedUnits(here, words).strangers).toEqual([])
  })

  it.each([
    ['请县财政局、妇女儿童活动中心和工商联办', ['工商联']], ['请信访办、教育局核实', ['信访办']], ['请教育局和各社区排查', ['各社区']], ['请法院配合教育局', ['法院']], ['Ask the education bureau and the weather bureau', ['weather bureau']], ['请县城投公司和教育局办', ['县城投公司']],
    ['请市场监管局、妇儿工委办、卫健局10月20日前报', ['市场监管局', '妇儿工委办']], ['请教育局、关工委和财政局报', ['关工委']], ['请教育局尽快研究、抓紧办、及时报，促进经济、社会、文化发展', []], ['教育局抓紧督办，做好交办事项', []], ['请教育局组织部署', []],
  ])('nobody here has the name: %s', (words, names) => expect(instructedUnits(here, words).strangers).toEqual(names))
})

describe('the day of an instruction', () => {
  const on = (words: string, today = '2026-07-02') => instructedDay(words, day(today), workCalendar)
  it.each([['请7月10日前报', '2026-07-10'], ['月底前报', '2026-07-31'], ['下周五前报', '2026-07-10'], ['3天内报', '2026-07-06'], ['5个工作日内报', '2026-07-09'], ['两周内报', '2026-07-16'], ['一个月内报', '2026-08-03'], ['今天下班前报', undefined], ['抓紧报', undefined]])('%s', (words, due) => expect(on(words)?.day).toBe(due))
  it('says which day was not read: one of no calendar, or one that has passed', () => {
    expect(unreadDay('2月30日前报', day('2026-07-02'))).toEqual({ said: '2月30日', why: 'unreal' })
    expect(unreadDay('2020年1月5日前报', day('2026-07-02'))).toEqual({ said: '2020年1月5日', why: 'past' })
    expect(unreadDay('7月10日前报', day('2026-07-02'))).toBeUndefined()
  })
  it('is the working day before a day off', () => expect(on('7月11日前报')).toEqual({ day: '2026-07-10', said: '2026-07-11' }))
  it('is none where two are named, or one that is past', () => {
    expect(on('7月10日、7月20日各报一次')).toBeUndefined()
    expect(on('6月20日定的事抓紧办')).toBeUndefined()
  })

  it('is a working day that is not past, whatever day it is read or offered on', () => {
    const anyDay = fc.integer({ min: 0, max: 700 }).map((count): Day => workCalendar.addDays(day('2026-01-01'), count))
    fc.assert(fc.property(anyDay, fc.constantFrom('月底前', '下周五前', '3天内', '一周内', '10个工作日内', '年底前', '明天前'), (today, words) => {
      for (const due of [instructedDay(words, today, workCalendar)?.day, ...offeredDays(today, workCalendar).map((offered) => offered.day)]) {
        if (due === undefined) continue
        expect(due >= today).toBe(true)
        expect(workCalendar.isWorkingDay(due)).toBe(true)
      }
      // 1周 may be the month's end: a day is offered once.
      const offered = offeredDays(today, workCalendar).map((each) => each.day)
      expect(offered.length).toBeGreaterThanOrEqual(2)
      expect(new Set(offered).size).toBe(offered.length)
    }))
  })
})
