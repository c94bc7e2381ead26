// What is understood of a question, and that nothing else is taken for one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Asked } from '#src/reader/asked.ts'
import { question } from '#src/reader/question.ts'
import { day } from '../builders.ts'
import { asked, told, unclear } from './questions.ts'

const known = { units: ['县教育局', '县教体局', '县公安局', '县财政局', '县卫健局', '溪口镇', '长乐镇', '县发改委', '各乡镇', '乡镇'], people: ['何景川', '苏晚晴', '唐一鸣'], bodies: ['县教育工作领导小组', '县委常委会会议', '学前教育专班'] }
const today = day('2026-07-02')
const read = (words: string) => question(words, known, today)
const short = (understood: Asked | undefined): string | undefined => (understood === undefined ? undefined : [understood.kind, ...Object.entries(understood).filter(([key]) => key !== 'kind').map(([key, value]) => `${key}=${String(value)}`)].toSorted().join(' '))
const sorted = (expected: string): string => expected.split(' ').toSorted().join(' ')

describe('a question', () => {
  it.each(asked)('%s is %s', (words, expected) => expect(short(read(words)?.asked)).toBe(sorted(expected)))
})

it('of a day that has been is of how it stood then', () => {
  expect(read('截至6月30日红灯有哪些')).toEqual({ isAsked: true, asOf: '6月30日', asked: { kind: 'tasks', light: 'red' } })
  expect(read('截至2026-06-30教育局还有哪些没完成')).toMatchObject({ asOf: '2026-06-30', asked: { kind: 'tasks', unit: '教育局', only: 'open' } })
  expect(read('截至目前红灯有哪些')).toEqual({ isAsked: true, asked: { kind: 'tasks', light: 'red' } })
})

describe('a question that is not understood', () => {
  it.each(unclear)('%s', (words) => expect(read(words)).toEqual({ isAsked: true }))
})

describe('what tells or orders something is no question', () => {
  it.each(told)('%s', (words) => expect(read(words)?.asked).toBeUndefined())
})

it('is understood alike, whole width or half', () => {
  fc.assert(fc.property(fc.constantFrom(...asked), ([words]) => {
    const wide = words.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　')
    expect(short(read(wide)?.asked)).toBe(short(read(words)?.asked))
  }))
})

it('never breaks, whatever is written', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...Array.from('谁没报教育局还有哪些完成12红灯本月到期的怎么样了吗？为什么会议上次下周分管李县长变化')), { maxLength: 60 }), (signs) => {
    read(signs.join(''))
  }), { numRuns: 1_000 })
})
