// The words of a picture: the same numbers above it, in it and for whoever cannot see it.
import { describe, expect, it } from 'vitest'
import type { PictureFacts } from '#src/queries/picture-facts.ts'
import type { Drawing } from '#templates/drawing.ts'
import { picture, type PictureAsked } from '#templates/picture.ts'
import { plain } from '#templates/rich.ts'
import { day } from '#test/builders.ts'

const facts: PictureFacts = {
  rowsAre: 'units', plans: 2, whole: { total: 9, lights: { done: 2, green: 3, yellow: 1, red: 2, pending: 1 }, unreported: 3, asked: 8, answered: 5, handedOut: true, notHandedOut: 1 },
  rows: [
    { name: '县教育局', total: 5, lights: { done: 1, green: 1, yellow: 1, red: 2, pending: 0 }, unreported: 2 },
    { name: '', total: 1, lights: { done: 0, green: 0, yellow: 0, red: 0, pending: 1 }, unreported: 0 },
  ],
  rest: { rows: 3, total: 3, lights: { done: 1, green: 2, yellow: 0, red: 0, pending: 0 }, unreported: 1 },
}
const asked: PictureAsked = { kind: 'bars', today: day('2026-07-02'), time: '09:00', again: { command: 'chart', args: {} } }
const numbersIn = (drawing: Drawing): unknown =>
  drawing.kind === 'bars' ? drawing.bars.map(({ label, shares }) => [label, shares.map(({ light, count }) => `${light}${count}`).join(' ')]) : drawing.rows.map(({ label, cells }) => [label, cells.join(' ')])

describe('a picture', () => {
  it('is sent with a sentence of its numbers and the moment, with its year', () =>
    expect(plain(picture(facts, asked, 'zh').caption)).toBe('进度图：全部方案(2个)9项，已办结2、正常3、预警1、滞后2、待定1，未报3；截至2026年7月2日 09:00。'))

  it('says the same in English', () =>
    expect(plain(picture(facts, asked, 'en').caption)).toBe('Progress, all plans (2): 9 tasks: 2 done, 3 on track, 1 at risk, 2 behind, 1 pending, 3 silent; as of 2 Jul 2026 09:00.'))

  it('has a bar a row, those without room in one, those without a unit under that name', () =>
    expect(numbersIn(picture(facts, asked, 'zh').content)).toEqual([['县教育局', 'done1 green1 yellow1 red2'], ['单位待定', 'pending1'], ['其余3个单位', 'done1 green2']]))

  it('has a grid of all tasks, the five lights and who is silent', () => {
    const { content: drawing } = picture(facts, { ...asked, kind: 'grid' }, 'zh')
    expect(drawing.kind === 'grid' ? drawing.columns.map(({ name }) => name) : []).toEqual(['任务', '已办结', '正常', '预警', '滞后', '待定', '未报'])
    expect(numbersIn(drawing)).toEqual([['县教育局', '5 1 1 1 2 0 2'], ['单位待定', '1 0 0 0 0 1 0'], ['其余3个单位', '3 1 2 0 0 0 1']])
  })

  it('never shows a colour without its sign, nor a sign without its word', () => {
    for (const lang of ['zh', 'en'] as const) {
      const { legend } = picture(facts, asked, lang).content
      expect(new Set(legend.map(({ sign }) => sign)).size).toBe(5)
      for (const { sign, name } of legend) expect([sign.length, name === '']).toEqual([1, false])
    }
  })

  it('says who is silent, and what is not counted', () =>
    expect(picture(facts, asked, 'zh').content.footer).toEqual(['截至2026年7月2日 09:00，已报5/8(未报不等于正常)', '另有1个方案未下发，未计入']))

  it('is told row by row to whoever cannot see it, in as many signs as Slack reads out', () => {
    const { alt } = picture(facts, asked, 'zh')
    expect(alt).toContain('其中：县教育局 5项，已办结1、正常1、预警1、滞后2，未报2；单位待定 1项，待定1；其余3个单位 3项，已办结1、正常2，未报1。')
    const many = picture({ ...facts, rows: Array.from({ length: 60 }, (_, at) => ({ ...facts.whole, name: `第${at}个名称很长的单位` })) }, asked, 'zh')
    expect(Array.from(many.alt)).toHaveLength(1000)
  })

  it('has its numbers in words for where it cannot be sent, and a way to ask again', () => {
    const { otherwise: words } = picture(facts, asked, 'zh')
    expect((words.sections ?? []).flatMap(({ rows }) => rows.map(({ line }) => plain(line)))[0]).toBe('县教育局 5项，已办结1、正常1、预警1、滞后2，未报2')
    expect(words.actions?.map(({ label }) => label)).toEqual(['再要一次', '汇总'])
  })

  it('says of a plan that nobody was told of that it is not handed out', () =>
    expect(plain(picture({ ...facts, whole: { ...facts.whole, handedOut: false } }, { ...asked, title: '学前教育行动计划' }, 'zh').caption)).toMatch(/^进度图：学前教育行动计划\(尚未下发\)9项/))
})
