import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { titleLines, wideness } from '#src/documents/title-lines.ts'

describe('a title', () => {
  it('that fits is one line', () => expect(titleLines('关于召开县委常委会会议的通知')).toEqual(['关于召开县委常委会会议的通知']))

  it('is broken between words into a trapezoid, with a name in one line', () =>
    expect(titleLines('关于召开云溪县学前教育工作领导小组2026年第二次会议的通知', ['云溪县学前教育工作领导小组'])).toEqual(['关于召开云溪县学前教育工作领导小组', '2026年第二次会议的通知']))

  it.each(['关于开展农村公路建设三年攻坚行动重点任务推进情况专项督查的通知', '云溪县基础教育高质量发展三年行动计划（2026—2028年）推进工作专班第一次调度会议通知'])('breaks no word and begins no line with 的 or a bracket that closes: %s', (text) => {
    const lines = titleLines(text)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).not.toMatch(/^[的）》]|[（《]$/)
    const words = ['农村', '公路', '三年', '行动', '任务', '情况', '通知', '教育', '质量', '计划', '2026', '2028年', '会议'].filter((word) => text.includes(word))
    expect(words.filter((word) => !lines.some((line) => line.includes(word)))).toEqual([])
  })

  it('of three lines is no hourglass', () => {
    const [first = 0, second = 0, third = 0] = titleLines('关于召开云溪县基础教育高质量发展三年行动计划推进工作领导小组办公室2026年第二次全体会议的通知').map(wideness)
    expect(second < first && second < third).toBe(false)
  })

  it('that is no title is in lines all the same', () => expect(titleLines('会'.repeat(20_000), ['会']).every((line) => wideness(line) <= 20)).toBe(true))

  it('is whole, and fits, whatever it is', () =>
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('会', '议', '的', '（', '）', '2', '县教育局', '领导小组', ' ', 'A'), maxLength: 120 }), (text) => {
      const lines = titleLines(text, ['县教育局'])
      expect(lines.join('')).toBe(text)
    })))
})
