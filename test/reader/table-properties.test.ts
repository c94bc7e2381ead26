import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withTablesAsRows } from '#src/reader/repair-tables.ts'
import type { Span } from '#src/reader/reading.ts'
import { tableRow } from '#src/reader/table-row.ts'
import { tablesRead } from './table-cases.ts'

const cell = fc.constantFrom('', '〃', '1', '2', '3', '1.1', '一', '（一）', '序号', '任务', '主要措施', '责任单位', '牵头单位', '时限', '2026年', '领域', '一、水利', '县水利局', '县水利局、县财政局牵头，各乡镇配合', '张伟', '6月底前', '长期', '45838', '合计', '疏浚河道。加固堤防。', '指标名称', '目标值', '≥95%', '姓名', '清淤\n植树', '备注', '(责任单位:县水利局', '水利')
const row = fc.array(cell, { minLength: 1, maxLength: 7 }).map(tableRow)
const line = fc.oneof({ weight: 6, arbitrary: row }, { weight: 1, arbitrary: fc.constantFrom('一、任务清单', '附件', '云溪县任务分解表', '各单位要抓好落实。', '') })
const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'))

describe('the tables of any text', () => {
  it('lose no row: each is in a task, in a heading, or among what is no task', () => {
    fc.assert(fc.property(text, (words) => {
      const { tasks, headings, unlisted } = tablesRead(words)
      const spans = [...tasks, ...headings, ...unlisted].map(({ span }) => span)
      let at = 0
      for (const line of words.split('\n')) {
        const [from, to] = [at, at + line.length]
        if (line.includes('\t') && line.trim() !== '') expect(spans.some((span) => span.from <= from && span.to >= to), line).toBe(true)
        at = to + 1
      }
    }), { numRuns: 400 })
  })

  it('have spans that are what is shown', () => {
    fc.assert(fc.property(text, (words) => {
      const shown = ({ from, to }: Span): string => words.slice(from, to)
      for (const task of tablesRead(words).tasks) {
        expect(shown(task.span)).toBe(task.text)
        for (const deadline of task.deadlines) expect(shown(deadline.span)).toBe(deadline.text)
        for (const unit of task.units) expect(unit.name).toContain(shown(unit.span))
        for (const person of task.people) expect(shown(person.span)).toBe(person.name)
      }
    }), { numRuns: 400 })
  })

  it('have tasks in the order of their rows, none over another', () => {
    fc.assert(fc.property(text, (words) => {
      const spans = tablesRead(words).tasks.map(({ span }) => span)
      for (const [at, span] of spans.entries()) expect(span.from).toBeGreaterThanOrEqual(spans[at - 1]?.to ?? 0)
    }), { numRuns: 200 })
  })
})

describe('the lines of any text', () => {
  const given = fc.array(fc.oneof(fc.constantFrom('序号', '任务', '责任单位', '时限', '1', '2', '县水利局', '6月', '| a | b |', '|---|---|', '┌─┬─┐', '│1│2│', '├─┼─┤', '序号  任务  责任单位  时限', ' 1    清淤  县水利局  6月', '\t开头', '1\t清淤\t县水利局', '"\t"a', '一、总则', ''), fc.string({ maxLength: 20, unit: 'grapheme' }).map((words) => words.replaceAll('\n', ''))), { maxLength: 40 })

  it('stay as many, and none of their words are lost', () => {
    const wordsIn = (lines: readonly string[]): string => Array.from(lines.join('').replace(/[^\p{L}\p{N}]+/gu, '')).sort().join('')
    fc.assert(fc.property(given, (lines) => {
      const made = withTablesAsRows(lines)
      expect(made).toHaveLength(lines.length)
      expect(wordsIn(made)).toBe(wordsIn(lines))
    }), { numRuns: 400 })
  })
})
