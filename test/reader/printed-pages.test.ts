import { describe, expect, it } from 'vitest'
import { reading, unitsOf } from './plans.ts'

/** Three pages as a printer breaks them, each with the office's name beside its number. */
const page = (number: number, ...lines: string[]): string => [...lines, `- ${number} -`, '云溪县食品安全委员会办公室文件'].join('\n')
const printed = [
  page(1, '云溪县校园食品安全守护行动实施方案', '　　为守护校园食品安全，县食品安全委员会决定开展专项行动，现就有', '关事项制定本方案。', '　　一、重点任务', '　　（一）规范食堂管理。全面排查学校食堂设施设备，落实校园长陪餐制', '度，建立从业人员健康档案，确保人人持证上岗。（责任单位：县教育局、县'),
  page(2, '市场监管局）', '　　（二）整治周边摊点。划定流动摊贩禁售区域，开展放学时段联合巡查', '，对无证经营行为依法依规严肃处理并及时公开。（责任单位：县城管局、'),
  page(3, '县公安局）', '　　（三）畅通投诉渠道。公布举报电话和二维码，实行首接负责制，对反', '映问题限时办理、及时反馈、定期公布。（责任单位：县市场监管局）'),
].join('\n')

describe('a plan as printed pages', () => {
  const { tasks, text } = reading(printed)

  it('joins a unit’s name over the break of a page and the header that repeats there', () =>
    expect(tasks.map(unitsOf)).toEqual([['县教育局', '县市场监管局'], ['县城管局', '县公安局'], ['县市场监管局']]))
  it('is read without page numbers and headers', () => expect(text).not.toMatch(/办公室文件|- \d -/))

  it('is read without a header that stands over the title and over two more pages', () => {
    const header = `云溪县人民政府公报${' '.repeat(40)}2026·第9期`
    const paged = [header, ...printed.replaceAll('云溪县食品安全委员会办公室文件', header).split('\n').slice(0, -2)].join('\n')
    const found = reading(paged)
    expect(found.text).not.toContain('公报')
    expect(found.tasks.map(unitsOf)).toEqual(tasks.map(unitsOf))
  })

  it('joins a clause over blank lines that stood round a page number', () => {
    const apart = printed.replaceAll(/\n- (\d) -\n.*/g, '\n\n— $1 —\n')
    expect(reading(apart).tasks.map(unitsOf)).toEqual(tasks.map(unitsOf))
  })

  it('is the same where a blank line stands below every line', () => {
    const doubled = printed.replaceAll(/\n- \d -\n.*/g, '').replaceAll('\n', '\n\n')
    expect(reading(doubled).tasks.map(unitsOf)).toEqual(tasks.map(unitsOf))
  })

  it('is joined too between the longer lines of the web page that shows it', () => {
    const furniture = ['云溪县人民政府门户网站　首页　政务公开　信息公开目录　互动交流　公众参与　走进云溪　无障碍浏览　长者模式　网站支持IPv6', '索引号：003-2026-17　发布机构：县食安办　成文日期：2026年7月2日　发布日期：2026年7月3日　浏览次数：128　字号：大 中 小']
    const page = [...furniture, ...printed.replaceAll(/\n- \d -\n.*/g, '').split('\n'), furniture[0] ?? ''].join('\n')
    expect(reading(page).tasks.map(unitsOf)).toEqual(tasks.map(unitsOf))
  })

  it('joins a date that a line was broken in, however short the line', () => {
    const dated = printed.replace('首接负责制，对反\n映问题', '2026\n年12月底前对反映问题')
    expect(reading(dated).tasks[2]?.deadlines).toMatchObject([{ year: 2026, month: 12 }])
  })

  it('keeps a line that repeats where no page ends', () => {
    const lines = ['云溪县清单', '一、任务', '（一）清淤。', '责任单位：县水利局', '（二）固堤。', '责任单位：县水利局', '（三）绿化。', '责任单位：县水利局', '— 1 —']
    expect(reading(lines.join('\n')).tasks.map(unitsOf)).toEqual([['县水利局'], ['县水利局'], ['县水利局']])
  })
})

describe('signs that a PDF writes for others', () => {
  it('are the ideographs they look like', () => expect(reading('云溪县⽼旧⼩区改造⼯作⽅案\n一、任务\n（一）改造。⺠⽣⼯程，⻓期坚持。（责任单位：县住建局）').tasks[0]?.text).toContain('民生工程，长期坚持'))
})
