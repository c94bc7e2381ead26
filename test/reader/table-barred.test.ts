// Tables of which a copied page left one cell a line, each closed by a bar.
import { describe, expect, it } from 'vitest'
import { withTablesAsRows } from '#src/reader/repair-tables.ts'
import { partsOf, reading } from './plans.ts'
import { timesOf } from './table-cases.ts'

/** The rows of a text, cells parted by ` | `, line breaks in cells as `/`. */
const rows = (text: string): string[] => withTablesAsRows(text.split('\n')).filter((line) => line.includes('\t')).map((line) => line.split('\t').join(' | ').replaceAll('\v', '/'))
const closed = (...cells: string[]): string => cells.map((cell) => (cell === '' ? '|' : `${cell} |`)).join('\n')

const heads = ['序号', '工作任务', '牵头单位', '配合单位', '完成时限']
const first = ['1', '疏浚云溪河十二公里。', '县水利局', '县财政局', '6月底前']
const second = ['2', '在白沙镇荒坡植树造林。', '县林业局', '各乡镇', '长期']
const three = [heads, first, second].map((row) => row.join(' | '))

describe('a table with a bar behind each cell’s line', () => {
  it('is rows', () => expect(rows(closed(...heads, ...first, ...second))).toEqual(three))

  it('may have bars alone where a row ends, and full-width ones', () => {
    expect(rows(closed('', ...heads, '', '', ...first, '', '', ...second, ''))).toEqual(three)
    expect(rows(closed(...heads, ...first, ...second).replaceAll('|', '｜'))).toEqual(three)
  })

  it('may have its bars on lines of their own', () => expect(rows([...heads, ...first, ...second].join('\n|\n'))).toEqual(three))

  it('may have them before its cells, or on both sides', () => {
    expect(rows(`|${[...heads, ...first, ...second].join('\n|')}`)).toEqual(three)
    expect(rows(`| ${[...heads, ...first, ...second].join(' |\n| ')} |`)).toEqual(three)
  })

  it('may have blank lines between all its cells', () => expect(rows(closed(...heads, ...first, ...second).replaceAll('\n', '\n\n'))).toEqual(three))

  it('has the lines of a cell in it up to its bar, and a head that was broken', () => {
    expect(rows(closed('序号', '工作任务', '牵头\n单位', '完成时限', '1', '疏浚云溪河。', '县水利局\n县财政局', '6月底前'))).toEqual(['序号 | 工作任务 | 牵头单位 | 完成时限', '1 | 疏浚云溪河。 | 县水利局/县财政局 | 6月底前'])
  })

  it('has sections between its rows, and ends where prose begins', () => {
    const text = `${closed(...heads, '一、水利', ...first, '二、林业', ...second)}\n各单位要按月报送进展。\n二、保障措施`
    expect(rows(text).map((row) => row.split(' | ')[0])).toEqual(['序号', '一、水利', '1', '二、林业', '2'])
    expect(withTablesAsRows(text.split('\n')).slice(-2)).toEqual(['各单位要按月报送进展。', '二、保障措施'])
  })

  it('may follow another', () => {
    expect(rows(`${closed(...heads, ...first)}\n附件2\n植树任务表\n${closed(...heads, ...second)}`)).toEqual([three[0], three[1], three[0], three[2]])
  })

  it('keeps its lines’ numbers', () => {
    const text = `治水任务\n${closed(...heads, ...first)}\n以上任务请抓好落实。`
    expect(withTablesAsRows(text.split('\n')).indexOf('以上任务请抓好落实。')).toBe(11)
  })

  it('is none where words in a line end in a bar', () => {
    const text = '首页 |\n政务公开 |\n互动交流 |\n一、总则'
    expect(withTablesAsRows(text.split('\n'))).toEqual(text.split('\n'))
  })
})

describe('numbers without a head', () => {
  const bare = ['工作任务', '具体要求', '责任科室', '时限要求']
  const tasks = (cells: string[]): string[][] => reading(`云溪县水利局政务公开任务清单\n${closed(...cells)}`).tasks.map((task) => [...task.path, task.section, task.number, task.title, ...partsOf(task), ...timesOf(task)])

  it('open the rows, behind what holds several of them', () => {
    expect(tasks([...bare, '公开河道信息', '1', '公布河道治理项目清单。', '河道管理股', '年底前', '2', '公布河长名单和监督电话。', '办公室', '持续推进', '回应群众关切', '3', '按月整理来信来访。', '各科室', '持续推进'])).toEqual([
      ['公开河道信息', '1', '公布河道治理项目清单', '河道管理股 responsible (lead)', '?-12-31'], ['公开河道信息', '2', '公布河长名单和监督电话', '办公室 responsible (lead)', 'ongoing'], ['回应群众关切', '3', '按月整理来信来访', '各科室 responsible (lead)', 'ongoing'],
    ])
  })

  it('count on through sections', () => {
    expect(tasks(['', ...bare, '', '', '一、公开河道信息', '1', '公布河道治理项目清单，接受群众监督。', '县水利局、县财政局', '持续推进', '', '', '二、回应群众关切', '2', '按月整理来信来访，限期答复来信人。', '县信访局', '持续推进', ''])).toEqual([
      ['一', '公开河道信息', '1', '公布河道治理项目清单，接受群众监督', '县水利局 responsible (lead)', '县财政局 responsible', 'ongoing'], ['二', '回应群众关切', '2', '按月整理来信来访，限期答复来信人', '县信访局 responsible (lead)', 'ongoing'],
    ])
  })
})

describe('numbers that the tasks open with', () => {
  const bare = ['工作任务', '贯彻举措', '时限要求', '责任单位']
  const one = ['（一）疏浚云溪河。', '清理淤泥，加固两岸堤防。', '年底前', '牵头科室：河道科']
  const two = ['（二）守住饮水安全。', '检修水厂，按月检测水质。', '持续推进', '牵头科室：供水科']

  it('open the rows too', () => {
    const expected = [bare, ['一、治水'], one, two].map((row) => row.join(' | '))
    expect(rows(closed(...bare, '一、治水', ...one, ...two)).map((row) => row.replace(/ \| $/, ''))).toEqual(expected)
    expect(rows([...bare, '一、治水', ...one, ...two].join('\n')).map((row) => row.replace(/ \| $/, ''))).toEqual(expected)
  })

  it('open one row between bars', () => expect(rows(closed(...bare, ...one))).toHaveLength(2))

  it('are read as the numbers of the tasks', () => {
    const tasks = reading(`云溪县2026年治水任务分工\n${closed(...bare, '一、治水', ...one, ...two)}`).tasks
    expect(tasks.map((task) => [...task.path, task.number, task.title, ...partsOf(task), ...timesOf(task)])).toEqual([['一', '一', '疏浚云溪河', '河道科 lead', '2026-12-31'], ['一', '二', '守住饮水安全', '供水科 lead', 'ongoing']])
  })
})
