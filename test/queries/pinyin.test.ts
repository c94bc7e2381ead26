// Names typed in pinyin.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPartTypedAs, isTypedAs, lettersIn } from '#src/queries/pinyin.ts'
import { pinyinTable, readingsOf } from '../../scripts/pinyin.ts'

describe('a name typed in pinyin', () => {
  it.each([['教育局', 'jyj'], ['教育局', 'jiaoyuju'], ['教育局', 'jiaoyuj'], ['县发改局', 'xfgj'], ['住建局(人防办)', 'zjjrfb'], ['住建局', 'zhjj'], ['十二局B组', 'sejbz']])('%s is %s', (name, typed) =>
    expect(isTypedAs(name, typed)).toBe(true))

  it.each([['重庆路', 'cql'], ['重庆路', 'zql'], ['银行', 'yinhang'], ['银行', 'yx'], ['长乐镇', 'clz'], ['长乐镇', 'zhangyuezhen'], ['旅游局', 'lvyouju']])('of several readings any is meant: %s is %s', (name, typed) =>
    expect(isTypedAs(name, typed)).toBe(true))

  it.each([['教育局', 'jy'], ['教育局', 'jyjx'], ['教育局', 'jayj'], ['局', 'ju']])('%s is not %s', (name, typed) =>
    expect(isTypedAs(name, typed)).toBe(false))

  it('is a part of a name from a character on, of two at least', () => {
    expect(isPartTypedAs('县教育局', 'jyj')).toBe(true)
    expect(isPartTypedAs('县教育局', 'jiaoyu')).toBe(true)
    expect(isPartTypedAs('县教育局', 'ju')).toBe(false)
  })

  it('is letters, however wide, and nothing else', () => {
    expect(lettersIn('ＪＹＪ')).toBe('jyj')
    expect(lettersIn("Jiao'yu ju")).toBe('jiaoyuju')
    expect(lettersIn('jyj12')).toBeUndefined()
    expect(lettersIn('j')).toBeUndefined()
  })

  it('is found by its initials and by its syllables, whichever reading of each character is taken', () =>
    fc.assert(fc.property(fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 2, maxLength: 8 }), fc.infiniteStream(fc.nat(5)), (codes, choices) => {
      const characters = codes.map((code) => String.fromCodePoint(code)).filter((character) => readingsOf(character).length > 0)
      if (characters.length < 2) return
      const read = characters.map((character) => ((all, at) => all[at % all.length] ?? '')(readingsOf(character), choices.next().value ?? 0))
      expect(isTypedAs(characters.join(''), read.join(''))).toBe(true)
      expect(isTypedAs(characters.join(''), read.map((syllable) => syllable.charAt(0)).join(''))).toBe(true)
    })))
})

it('is read by the table that the library gives', () => expect(readFileSync('src/queries/pinyin-table.ts', 'utf8')).toBe(pinyinTable()))
