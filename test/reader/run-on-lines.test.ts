import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitRunOn } from '#src/reader/run-on-lines.ts'
import { partsOf, reading, unitsOf } from './plans.ts'

const works = '组织技术人员进村入户开展培训指导，建立工作台账，逐项明确任务、措施和进度，确保各项工作按计划推进并取得实效'
const plan = [
  '云溪县茶产业提升实施方案', '为做强茶产业，制定本方案。', '一、总体目标', `建成优质茶园。${works}。`, '二、重点任务',
  `（一）改造低产茶园。${works}。（责任单位：县农业农村局、县财政局）`, `（二）建设加工中心。${works}。（责任单位：县工信局）`, '三、保障措施', `（三）强化宣传推介。${works}。（责任单位：县委宣传部）`,
]

describe('a plan that stands on one line', () => {
  const { title, tasks } = reading(plan.join(''))

  it('finds its tasks again, with their units', () =>
    expect(tasks.map((task) => [task.title, ...partsOf(task)])).toEqual([
      ['改造低产茶园', '县农业农村局 responsible (lead)', '县财政局 responsible'],
      ['建设加工中心', '县工信局 responsible (lead)'],
      ['强化宣传推介', '县委宣传部 responsible (lead)'],
    ]))
  it('keeps its title apart from its first sentence', () => expect(title).toBe('云溪县茶产业提升实施方案'))
  it('has the sections that its numbers say', () => expect(tasks.map(({ path, section }) => [path.join('/'), section])).toEqual([['二', '重点任务'], ['二', '重点任务'], ['三', '保障措施']]))
})

describe('a title with no sign behind it, in a plan that stands on one line', () => {
  const items = [`1.提升茶园管护水平加强全县低产低效茶园的日常管护，${works}。`, `2.茶旅融合提质继续办好一年一度的云溪采茶节，${works}。`, `3.加强协会建设。${works}。`]
  const { tasks } = reading(['云溪县茶产业提升实施方案', '一、总体目标', `${works}。`, '二、重点任务', '（一）提质', ...items.map((item) => `${item}（责任单位：县农业农村局）`)].join(''))

  it('ends where the sentence begins to say what is done', () => expect(tasks.map(({ title }) => title)).toEqual(['提升茶园管护水平', '茶旅融合提质', '加强协会建设']))
})

describe('a list of forms that stands on one line', () => {
  const problem = (number: string, name: string, unit: string, when: string): string => `（${number}）${name}问题描述：${works}。整改目标：按期销号。整改措施：${works}。牵头单位：${unit}责任单位：县财政局、各乡镇整改时限：${when}`
  const { tasks } = reading(['云溪县环境督察整改方案', '为做好整改，制定本方案。', '一、整改任务', problem('一', '污水处理站停运', '县住建局', '2026年11月30日前'), problem('二', '矿山修复缓慢', '县自然资源局', '2027年6月底'), '二、保障措施', `${works}。`].join(''))

  it('has each problem’s units and time', () =>
    expect(tasks.map((task) => [task.title, ...partsOf(task), ...task.deadlines.map(({ text }) => text)])).toEqual([
      ['污水处理站停运', '县住建局 lead', '县财政局 responsible', '各乡镇 responsible', '2026年11月30日前'],
      ['矿山修复缓慢', '县自然资源局 lead', '县财政局 responsible', '各乡镇 responsible', '2027年6月底'],
    ]))
})

describe('a list of numbered tasks that stands on one line', () => {
  const items = ['改造低产茶园', '建设加工中心', '强化宣传推介', '培育经营主体', '完善道路设施'].map((title, at) => `${at + 1}.${title}。${works}。牵头单位：县农业农村局；责任单位：县财政局；完成时限：2026年${at + 5}月底前。`)

  it('is taken apart at its numbers', () => expect(reading(`云溪县茶产业提升任务清单${items.join('')}`).tasks.map((task) => [task.title, ...unitsOf(task)])).toEqual(['改造低产茶园', '建设加工中心', '强化宣传推介', '培育经营主体', '完善道路设施'].map((title) => [title, '县农业农村局', '县财政局'])))
})

describe('items that each end by saying who, on one line', () => {
  const items = ['1.新开民宿给予补助。责任单位：县文旅局、县财政局。', '2.建设民宿集聚村。牵头单位：县农业农村局；配合单位：各乡镇。', '3.每季度检查一次消防（责任单位：县消防救援大队）。']
  const found = [['新开民宿给予补助', '县文旅局 responsible (lead)', '县财政局 responsible'], ['建设民宿集聚村', '县农业农村局 lead', '各乡镇 support'], ['每季度检查一次消防', '县消防救援大队 responsible (lead)']]

  it('are taken apart, however few and short', () => {
    const { title, tasks } = reading(`关于支持民宿发展的三条措施。为扶持民宿，现提出以下措施。${items.join('')}`)
    expect(title).toBe('关于支持民宿发展的三条措施')
    expect(tasks.map((task) => [task.title, ...partsOf(task)])).toEqual(found)
  })
  it('are taken apart below a heading on the same line', () => {
    const { tasks } = reading(`云溪县民宿发展方案
一、工作任务
（一）扶持发展。${items.join('')}`)
    expect(tasks.map(({ title, section }) => [section, title])).toEqual(found.map(([title]) => ['扶持发展', title]))
  })
  it('are left alone where one of them says nobody', () => {
    const line = '1.新开民宿给予补助。责任单位：县文旅局、县财政局。2.建设民宿集聚村。3.检查消防。责任单位：县消防救援大队。'
    expect(splitRunOn(line)).toEqual([line])
  })
})

describe('what closes a paper that stands on one line', () => {
  const closing = ['本方案自2026年8月1日起施行。', '抄送：县委各部门，县人大常委会办公室。云溪县人民政府办公室2026年7月2日印发']

  it('is no part of its last task', () => {
    const { tasks } = reading([...plan, ...closing].join(''))
    expect(tasks.at(-1)?.text).toMatch(/县委宣传部）$/)
  })
})

describe('a long paragraph', () => {
  it('is left alone where its numbers are a list in a sentence', () => {
    const paragraph = `加强培训。${works}，重点做好以下工作：1.选好学员；2.定好课程；3.管好经费。${works}。${works}。${works}。${works}。`
    expect(splitRunOn(paragraph)).toEqual([paragraph])
  })
  it('is not cut at the number of an annex or of a table', () => {
    const cut = splitRunOn(`${plan.join('')}名单见附件（一）。${works}`)
    expect(cut.at(-1)).toContain('名单见附件（一）。')
  })
  it('is not cut twice at a title that is printed twice', () => {
    const cut = splitRunOn(`一、工作任务（一）治理河道1、清淤。1.清淤。${works}。2、固堤。${works}。二、工作要求（一）加强领导。${works}。${works}。${works}。`)
    expect(cut.filter((line) => line.includes('清淤'))).toHaveLength(1)
  })
  it('loses nothing but blanks', () => {
    const piece = fc.constantFrom('一、', '二、', '（一）', '（二）', '1.', '2.', '①', '治理河道', '。', '；', '（责任单位：县水利局）', '第一条', ' ', works)
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const line = pieces.join('')
      expect(splitRunOn(line).join('').replace(/\s/g, '')).toBe(line.replace(/\s/g, ''))
    }))
  })
})
