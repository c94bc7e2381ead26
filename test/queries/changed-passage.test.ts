import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedPassage } from '#src/queries/changed-passage.ts'
import { expectGrowth } from '../reader/growth.ts'

it('a passage that changed is shown with a little of what stands around it', () => {
  const task = (number: string, share: string) => `${number}改造农村学校食堂。对32所农村学校食堂进行改造，食堂达标率达到${share}，明厨亮灶全覆盖，按期全部完成。`
  expect(changedPassage(task('1.', '80%'), task('（三）', '90%'))).toEqual({ was: '…改造，食堂达标率达到80%，明厨亮灶全覆盖…', now: '…改造，食堂达标率达到90%，明厨亮灶全覆盖…' })
})

it('words that were added stand where they were added', () => {
  expect(changedPassage('做好陪餐记录。', '做好陪餐记录并公示。')).toEqual({ was: '做好陪餐记录。', now: '做好陪餐记录并公示。' })
})

it('two texts that differ are never shown alike', () =>
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string(), fc.string(), (a, b, head, tail) => {
    const [was, now] = [`甲${head}${a}${tail}乙`, `甲${head}${b}${tail}乙`]
    const shown = changedPassage(was, now)
    const plain = (text: string) => text.replace(/\s+/g, ' ')
    expect(shown.was === shown.now).toBe(plain(was) === plain(now))
  })))

it('is found in time that grows with the text', () => {
  expectGrowth((length) => [`${'改'.repeat(length)}一`, `${'改'.repeat(length)}二`], ([was = '', now = '']) => changedPassage(was, now), 20_000, 'a long task')
})
