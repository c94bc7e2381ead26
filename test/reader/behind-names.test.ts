// What stands in brackets behind the name of a unit.
import { describe, expect, it } from 'vitest'
import { partsOf, planOf, reading, taskOf } from './plans.ts'

const partsOfLine = (...lines: string[]): string[] => planOf('1.清淤。疏浚三条河道。', ...lines, '2.固堤。加固堤防。(责任单位:县应急局)').tasks.slice(0, 1).flatMap(partsOf)
const asked = (line: string): string[] => reading(`云溪县2026年治水方案\n一、任务\n1.清淤。疏浚河道。\n${line}`).doubts.map(({ question }) => question)

describe('a word in brackets behind a name', () => {
  it.each([
    ['责任单位：县水利局（牵头）、县财政局、县林业局', ['县水利局 lead', '县财政局 responsible', '县林业局 responsible']],
    ['责任单位:县水利局(牵头单位),县财政局', ['县水利局 lead', '县财政局 responsible']],
    ['责任部门：县水利局【牵头】、县财政局', ['县水利局 lead', '县财政局 responsible']],
    ['责任单位：县水利局（总牵头）、县财政局（参与）', ['县水利局 lead', '县财政局 support']],
    ['责任单位：县水利局、县财政局（配合）', ['县水利局 responsible (lead)', '县财政局 support']],
    ['责任单位：县水利局（主办）、县财政局（协办）、县林业局（协办）', ['县水利局 lead', '县财政局 support', '县林业局 support']],
    ['责任单位：县水利局（牵头）', ['县水利局 lead']],
    ['责任单位：县水利局（主）、县财政局（辅）', ['县水利局 lead', '县财政局 support']],
    ['（县水利局（牵头）、县财政局、各乡镇（配合））', ['县水利局 lead', '县财政局 responsible', '各乡镇 support']],
    ['〔责任单位：县财政局、县水利局（牵头）〕', ['县财政局 responsible', '县水利局 lead']],
  ])('gives that unit its part: %s', (line, parts) => {
    expect(partsOfLine(line)).toEqual(parts)
    expect(asked(line)).toEqual([])
  })

  it('says what of the work is its, and is no part of the name', () => {
    expect(partsOfLine('责任单位：县住建局（负责城区）、县农业农村局（负责农村）')).toEqual(['县住建局 responsible (lead)', '县农业农村局 responsible'])
  })
})

describe('a bracket that ends a line of units', () => {
  it.each([
    ['牵头单位：县水利局（县河长办）', ['县水利局（县河长办） lead']],
    ['责任单位：县财政局、县水利局（县河长办）', ['县财政局 responsible (lead)', '县水利局（县河长办） responsible']],
    ['责任单位：县教育局（各中小学）', ['县教育局（各中小学） responsible (lead)']],
    ['牵头单位：县财政局（县水利局配合）', ['县财政局 lead', '县水利局 support']],
    ['牵头单位：县财政局（县水利局、各乡镇配合）', ['县财政局 lead', '县水利局 support', '各乡镇 support']],
    ['责任单位：县财政局（会同县水利局）', ['县财政局 responsible (lead)', '县水利局 support']],
    ['牵头单位：县财政局（配合单位：县水利局）', ['县财政局 lead', '县水利局 support']],
    ['责任单位：县财政局、县水利局（列第一位的为牵头单位，下同）', ['县财政局 lead', '县水利局 responsible']],
    ['责任单位：县水利局（2026年6月底前完成）', ['县水利局 responsible (lead)']],
  ])('is of the names before it: %s', (line, parts) => expect(partsOfLine(line)).toEqual(parts))

  it('leaves both lines their units', () => {
    expect(partsOfLine('牵头单位：县发改局（县能源局）', '配合单位：县财政局、县水利局（县河长办）')).toEqual(['县发改局（县能源局） lead', '县财政局 support', '县水利局（县河长办） support'])
  })

  it('is a clause of its own behind another sentence', () => {
    expect(partsOf(taskOf('责任单位要到位。疏浚河道（县水利局负责）。'))).toEqual(['县水利局 responsible (lead)'])
  })
})

describe('a line of sections', () => {
  it('is one of units', () => expect(partsOfLine('责任处室：河道管理处、法规处')).toEqual(['河道管理处 responsible (lead)', '法规处 responsible']))
})
