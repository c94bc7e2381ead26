import { describe, expect, it } from 'vitest'
import { read } from '#src/reader/read.ts'
import { reading } from './plans.ts'

const lines = ['一、重点任务', '1.清淤。疏浚河道。(责任单位:县水利局)', '2.固堤。加固堤防。(责任单位:县水利局)']
const titled = (...before: string[]): string => reading([...before, ...lines].join('\n')).title
const yearsOf = (...before: string[]) => reading([...before, ...lines].join('\n')).period

describe('the title of a plan', () => {
  it.each([
    ['of a notice that passes it on is its own', ['关于印发《云溪县治水实施方案》的通知', '各乡镇:', '现印发给你们。'], '云溪县治水实施方案'],
    ['is so without the signs of a name', ['云溪县人民政府办公室关于印发云溪县治水实施方案的通知', '各乡镇人民政府:'], '云溪县治水实施方案'],
    ['is found in a notice that runs on', ['云溪县水利局关于印发云溪县治水实施方案的通知云水〔2026〕8号各乡镇：《云溪县治水实施方案》已经研究同意，现印发给你们。云溪县治水实施方案为治理河道，制定本方案。'], '云溪县治水实施方案'],
    ['is the plan’s where both stand in the text', ['关于印发《治水方案》的通知', '云溪县治水实施方案'], '云溪县治水实施方案'],
    ['is not the path to a web page', ['当前位置：首页 > 政务公开 > 工作方案', '云溪县2026年治水任务台账', '发布日期：2026-03-01 来源：县水利局'], '云溪县2026年治水任务台账'],
    ['is not what a web page writes round it', ['首页 > 公开 > 规划计划', '索引号：01 主题分类：水利', '云溪县治水实施方案', '字体：[大 中 小] 打印'], '云溪县治水实施方案'],
    ['is without a stop that was copied behind it', ['关于扶持乡村茶馆的若干措施。'], '关于扶持乡村茶馆的若干措施'],
    ['is no sentence that says what it is for', ['云溪县治水实施方案', '特制定云溪县防汛方案。'], '云溪县治水实施方案'],
    ['has its years, which stand below it', ['云溪县治水三年行动方案', '（2026—2028年）', '', '为治理河道，制定本方案。'], '云溪县治水三年行动方案（2026—2028年）'],
    ['has not the number of the paper, which stands below it', ['云溪县治水实施方案', '（云政发〔2026〕8号，2026年5月16日印发）'], '云溪县治水实施方案'],
    ['is none of those in a list of what is attached', ['各乡镇：', '为确保完成任务，现将目标分解如下。', '附件：1. 治水目标任务分解表', '2. 护林目标任务分解表', '云溪县人民政府'], ''],
    ['is not the number of a paper', ['云政发〔2026〕9号', '各乡镇：'], ''],
    ['of an answer may be set in two lines', ['云溪县人民政府关于同意建立治水', '联席会议制度的批复'], '云溪县人民政府关于同意建立治水联席会议制度的批复'],
    ['of a notice of its own stays', ['云溪县关于开展河道清理工作的通知'], '云溪县关于开展河道清理工作的通知'],
  ])('%s', (_name, before, title) => expect(titled(...before)).toBe(title))

  it('is what stands over the first of several tables', () => {
    const table = (name: string): string[] => [name, '序号\t任务\t责任单位\t完成时限', '1\t清淤\t县水利局\t6月底', '2\t固堤\t县水利局\t9月底']
    const row = '云溪县2026年治水任务分解表\t\n制表单位：县水利局\t'
    expect(reading(['任务', row, ...table('').slice(1), ...table('场景清单')].join('\n')).title).toBe('云溪县2026年治水任务分解表')
  })
})

describe('the years of a plan', () => {
  it.each(['决定自2025年7月至2027年6月在全县开展专项行动。', '行动时间：2025年7月至2027年6月。', '决定从２０２５年７月起至２０２７年６月底，集中开展治水。'])('are read from %s', (words) =>
    expect(yearsOf('云溪县治水实施方案', words)).toEqual({ from: 2025, to: 2027 }))

  it.each([['提出“三年全面见效”，即2026至2028年完成治理。', { from: 2026, to: 2028 }], ['提出“五年全面见效”，即2026至2028年完成治理。', undefined]])('are those that explain how many they are: %s', (words, years) => expect(yearsOf('云溪县治水实施方案', words)).toEqual(years))

  it('are not those in which something has been done', () => expect(yearsOf('云溪县治水实施方案', '2022年到2025年，县水利局连续四年组织了评估。')).toBeUndefined())

  it('are not those of one step', () => expect(yearsOf('云溪县治水实施方案', '动员部署(2026年3月至2027年4月)之后全面推开。')).toBeUndefined())
})

describe('several plans in one file', () => {
  it('have a title each, of their own', () => {
    const file = ['范文三篇', '篇一:', '云溪县治水实施方案', ...lines, '篇二:', '关于印发《云溪县治山方案》的通知', ...lines, '篇三', '云溪县护林方案', ...lines].join('\n')
    const answer = read(file)
    expect(answer.ok || answer.refusal.code !== 'text-several-plans' ? [] : answer.refusal.plans.map(({ title }) => title)).toEqual(['云溪县治水实施方案', '云溪县治山方案', '云溪县护林方案'])
  })
})
