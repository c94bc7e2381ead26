// What a decision is called as a task: what is to be done, for who and by when stand beside it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionTitle } from '#src/meetings/decision-title.ts'
import { decisionRead } from '#src/meetings/decision-words.ts'
import { day, directoryWith, workCalendar } from '#test/builders.ts'

const directory = directoryWith([{ name: '县教育局', aliases: ['县教体局'] }, '县财政局', '县人社局', '县委编办', { name: '各乡镇', aliases: [], members: ['青石镇'] }, '青石镇'])
const today = day('2026-07-02')
const view = { directory, calendar: workCalendar, today }
/** As it is read, or with what was chosen instead. */
function titled(words: string, chosen: { lead?: string; due?: string } = {}): string {
  const { units, due } = decisionRead(words, view)
  const lead = chosen.lead
  const whose = lead === undefined ? units : [{ unit: lead as never, part: 'lead' as const }]
  return decisionTitle({ words, units: whose, due: chosen.due === undefined ? (due ?? { day: day('2026-12-31') }) : { day: day(chosen.due) } }, view, today)
}

describe('a decision is called by what is to be done', () => {
  it.each([
    ['教育局牵头7月底前完成选址', '完成选址'],
    ['由县教育局牵头、县财政局配合，8月15日前拿出普惠园补助方案', '拿出普惠园补助方案'],
    ['7月底前，教育局牵头完成园舍改造', '完成园舍改造'],
    ['教体局7月底前拿出方案', '拿出方案'],
    ['各乡镇要在7月20日前报排查清单', '报排查清单'],
    ['请人社局牵头，县委编办、财政局配合，9月底前核定教师编制', '核定教师编制'],
    ['教育局负责校园安全', '校园安全'],
    ['教育局和财政局8月15日前各报方案', '各报方案'],
    ['8月底之前完成园舍改造', '完成园舍改造'],
    ['教育局牵头8月底前完成园舍排查，财政局、人社局配合', '完成园舍排查'], ['教育局8月底前完成园舍排查，由财政局予以配合。', '完成园舍排查'], ['教育局8月底前完成园舍排查（财政局和人社局配合）', '完成园舍排查'], ['教育局8月底前完成园舍排查，财政局等单位协助', '完成园舍排查'],
  ])('%s', (words, title) => expect(titled(words)).toBe(title))
})

describe('the rest stays in the words that were said', () => {
  it.each([
    ['教育局、财政局牵头7月底前完成选址'], ['财政局配合教育局在9月1日前把校车经费拨付到位'], ['教育局牵头人7月底前报名单'], ['教育局牵头7月底前由财政局拨付'], ['教育局于十月底前完成'], ['教育局负责同志带队检查'], ['教育局要加快进度，7月底前完成选址'], ['7月底前后完成选址'], ['县教育局 leads and reports the plan by 30 July'],
  ])('%s', (words) => expect(titled(words)).toBe(words))
  it.each([
    ['教育局牵头，财政局配合做好经费保障', '财政局配合做好经费保障'], ['教育局8月底前完成园舍排查，财政局配合安排经费', '完成园舍排查，财政局配合安排经费'], ['教育局8月底前排查，财政局配合', '排查，财政局配合'], ['教育局牵头会同财政局7月底前拿出方案', '会同财政局7月底前拿出方案'], ['教育局牵头力争7月底前完成选址', '力争7月底前完成选址'], ['教育局牵头7月15日前报方案、8月底前建成', '7月15日前报方案、8月底前建成'],
  ])('%s', (words, title) => expect(titled(words)).toBe(title))
  it('where another leads than the words say', () => expect(titled('教育局牵头7月底前完成选址', { lead: '县财政局' })).toBe('教育局牵头7月底前完成选址'))
  it('where it is due on another day than the words say', () => expect(titled('教育局牵头7月底前完成选址', { due: '2026-08-31' })).toBe('7月底前完成选址'))
  it('where nothing would be left of them', () => expect(titled('教育局牵头、财政局配合，7月底前')).toBe('教育局牵头、财政局配合，7月底前'))
})

describe('whatever is said', () => {
  const piece = fc.constantFrom('教育局', '县教育局', '财政局', '各乡镇', '牵头', '负责', '配合', '7月底', '8月15日', '前', '，', '、', '由', '在', '人', '完成', '选址', '（一）', ' ', '👍')
  const anyWords = fc.array(piece, { minLength: 1, maxLength: 10 }).map((pieces) => pieces.join(''))
  it('its name is of the words as they stand, and never nothing', () => {
    fc.assert(fc.property(anyWords, (words) => {
      const title = titled(words)
      expect(words).toContain(title)
      expect(title).not.toBe('')
    }), { numRuns: 300 })
  })
  it('what is left out is of units, of days, and of what joins them, a picture among it', () => {
    fc.assert(fc.property(anyWords, (words) => {
      const left = words.replace(titled(words), '')
      expect(left).toMatch(/^(?:县?教育局|县?财政局|各乡镇|牵头|负责|配合|7月底|8月15日|前|👍|[，、由在 ])*$/u)
    }), { numRuns: 300 })
  })
})
