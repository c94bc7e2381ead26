import { describe, expect, it } from 'vitest'
import { withRepeatedRows } from '#src/reader/table-repeats.ts'
import { figureIn } from '#src/reader/table-targets.ts'
import { partsOf, taskOf } from './plans.ts'
import { rowsOf, tablesRead, taskOfRow, tasksOf, timesOf } from './table-cases.ts'

describe('a table of indicators', () => {
  it('gives a target for every year that it promises, and no tasks', () => {
    const { tasks, targets } = tablesRead(rowsOf('序号 | 指标名称 | 单位 | 2024年现状值 | 2026年 | 2027年 | 属性', '1 | 森林覆盖率 | % | 60 | 61 | ≥62 | 预期性'))
    expect(tasks).toEqual([])
    expect(targets.map(({ measure, direction, value, unit, by }) => [measure, direction, value, unit, by?.year])).toEqual([['森林覆盖率', 'reach', 61, '%', 2026], ['森林覆盖率', 'at-least', 62, '%', 2027]])
  })

  it('promises nothing for a year beside those of goals', () => {
    expect(tablesRead(rowsOf('指标 | 单位 | 2024年 | 2026年目标', '绿化率 | % | 40 | 45')).targets.map(({ value }) => value)).toEqual([45])
  })

  it('says with a rise what it is counted from', () => {
    expect(tablesRead(rowsOf('指标 | 现状值 | 目标值', '绿化率(%) | 40 | 提高5')).targets[0]).toMatchObject({ measure: '绿化率', direction: 'rise-by', value: 5, unit: '%', baseline: '现状值40' })
  })

  it('whose rows say who answers is a list of tasks as well', () => {
    const { tasks, targets } = tablesRead(rowsOf('序号 | 指标名称 | 目标值 | 责任单位', '1 | 森林覆盖率 | 62% | 县林业局'))
    expect([tasks[0]?.title, ...partsOf(tasks[0]), targets[0]?.task]).toEqual(['森林覆盖率', '县林业局 responsible (lead)', 0])
  })

  it.each([
    ['95%以上', 'at-least', 95, '%'], ['≤3', 'at-most', 3, ''], ['下降2%', 'fall-by', 2, '%'], ['1,200万元', 'reach', 1200, '万元'], ['控制在5‰以内', 'at-most', 5, '‰'],
  ])('is read figure by figure: %s', (cell, direction, value, unit) => {
    expect(figureIn(cell)).toMatchObject({ direction, value, unit })
  })

  it('promises nothing in words alone', () => expect(figureIn('基本建成')).toBeUndefined())
})

describe('a table that repeats the body', () => {
  const body = [{ ...taskOf('清淤。'), number: '1', title: '疏浚云溪河河道', units: [], deadlines: [] }, { ...taskOf('植树。'), number: '2', title: '实施植树造林工程', units: [], deadlines: [] }]
  const head = '序号 | 任务 | 责任单位 | 时限'

  it('gives the body its units and times, and no second task', () => {
    const { tasks, repeated } = withRepeatedRows(body, tasksOf(head, '1 | 疏浚云溪河河道 | 县水利局 | 2026年6月', '2 | 植树造林工程 | 县林业局 | 长期'))
    expect([tasks.length, repeated.length]).toEqual([2, 2])
    expect(tasks.map((task) => [...partsOf(task), ...timesOf(task)])).toEqual([['县水利局 responsible (lead)', '2026-6-?'], ['县林业局 responsible (lead)', 'ongoing']])
  })

  it('knows an item that is worded otherwise by its number and most of its words', () => {
    expect(withRepeatedRows(body, tasksOf(head, '1 | 加快疏浚云溪河河道 | 县水利局 | 6月', '2 | 实施植树造林重点工程 | 县林业局 | 3月')).tasks).toHaveLength(2)
  })

  it('leaves what the body says itself', () => {
    const said = [{ ...taskOf('清淤。(责任单位:县住建局)'), title: '疏浚云溪河河道' }]
    expect(partsOf(withRepeatedRows(said, [taskOfRow(head, '1 | 疏浚云溪河河道 | 县水利局 | 6月')]).tasks[0])).toEqual(['县住建局 responsible (lead)'])
  })

  it('adds the rows that it does not have', () => {
    const { tasks, placeOfRow } = withRepeatedRows(body, tasksOf(head, '1 | 疏浚云溪河河道 | 县水利局 | 6月', '9 | 整治沿河工厂 | 县生态环境局 | 6月'))
    expect([tasks.length, ...placeOfRow]).toEqual([3, 0, 2])
  })

  it('does not take one that is merely alike, where most of its rows are other tasks', () => {
    const rows = tasksOf(head, '1 | 云溪河河道 | 县水利局 | 6月', '8 | 整治沿河工厂 | 县生态环境局 | 6月', '9 | 新建校舍 | 县教育局 | 6月')
    expect(withRepeatedRows(body, rows).tasks).toHaveLength(5)
  })
})
