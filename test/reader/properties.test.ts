import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '#src/reader/read.ts'
import type { Reading, Span } from '#src/reader/reading.ts'

const heading = fc.constantFrom('一、重点任务', '二、主要目标', '三、保障措施', '(一)治理河道', '（二）保护水源', '1、清理淤泥。', '2.加固堤防。', '(3)植树。', '④立标。', '第五条 巡河。', '附件:1.名单', '第一章 总则')
const words = fc.constantFrom('全面清淤', '每年11月底前向编制部门报送情况', '20__年12月底前完成', '(责任单位:县水利局、县财政局)', '〔牵头单位：县水利局；配合单位：各乡镇', '以下均需各乡镇落实,不再列出', '由县水利局牵头,县财政局配合。', '。', ';', '）', '(', '县治水领导小组每季度召开2次会议', '《治水办法》', '— 3 —', '  ', '\n', '到2027年', '列第一位的为牵头单位,下同')
const line = fc.oneof(heading, words, fc.string({ maxLength: 30, unit: 'grapheme' }), fc.tuple(heading, words, words).map((parts) => parts.join('')))
const document = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'))

const spansOf = (reading: Reading): Span[] => [...reading.tasks, ...reading.unlisted, ...(reading.headings ?? [])].map((part) => part.span)

const whenRead = (text: string, check: (reading: Reading) => void): void => {
  const answer = read(text, { part: 1 })
  if (answer.ok) check(answer.reading)
}

describe('any text at all', () => {
  it('is read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.oneof(document, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
      expect(typeof read(text).ok).toBe('boolean')
    }), { numRuns: 200 })
  })

  it('loses no paragraph: each is in a task, in a section’s heading, or among what is no task', () => {
    fc.assert(fc.property(document, (text) => whenRead(text, (reading) => {
      const spans = spansOf(reading)
      let at = 0
      for (const paragraph of reading.text.split('\n')) {
        const [from, to] = [at, at + paragraph.length]
        if (paragraph.trim() !== '') expect(spans.some((span) => span.from <= from && span.to >= to), paragraph).toBe(true)
        at = to + 1
      }
    })), { numRuns: 200 })
  })

  it('has spans that are what is shown', () => {
    fc.assert(fc.property(document, (text) => whenRead(text, (reading) => {
      const shown = ({ from, to }: Span): string => reading.text.slice(from, to)
      for (const task of reading.tasks) {
        expect(shown(task.span)).toBe(task.text)
        for (const deadline of task.deadlines) expect(shown(deadline.span)).toBe(deadline.text)
        for (const unit of task.units) expect(unit.name).toContain(shown(unit.span))
      }
      for (const duty of [...reading.recurrences, ...reading.meetings]) expect(shown(duty.span)).toContain(duty.text)
      for (const doubt of reading.doubts) expect(reading.text.split('\n').length).toBeGreaterThanOrEqual(doubt.line)
    })), { numRuns: 200 })
  })

  it('is read the same way twice', () => {
    fc.assert(fc.property(document, (text) => {
      expect(read(text)).toEqual(read(text))
    }), { numRuns: 50 })
  })
})

/** A fifth of the longest text that is read. */
