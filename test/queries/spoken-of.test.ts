import { describe, expect, it } from 'vitest'
import { plainlySpokenOf, spokenOf } from '#src/queries/spoken-of.ts'

const things = ['每半年对学校食堂和供餐单位开展1次全覆盖检查', '每学期进行一次质量分析', '科学编制学校布局规划', '保障校园食品安全']
const named = (words: string): string | undefined => plainlySpokenOf(spokenOf(words, things, (text) => text))

describe('a thing that is spoken of without its number', () => {
  it.each([['食堂那个检查做完了', things[0]], ['质量分析做完了', things[1]], ['学校布局规划那个还没动', things[2]], ['食品安全那项没问题', things[3]]])('is the one whose words these are: %s', (words, thing) => expect(named(words)).toBe(thing))
  it.each(['已完成', '都正常推进', '学校那个', '还有困难', ''])('is none where two share as much, or the words say only how it stands: %s', (words) => expect(named(words)).toBeUndefined())
  it.each(['学校主体结构已封顶', '检查组昨天来看过现场', '单位内部已开过动员会'])('is none for a word in passing: %s', (words) => expect(named(words)).toBeUndefined())
  it('keeps a sign of a name that is also a word of how it stands: 运动场', () => {
    const places = ['改造乡镇运动场', '改造乡镇停车场']
    expect(plainlySpokenOf(spokenOf('运动场那个开工了', places, (text) => text))).toBe(places[0])
  })
  it('stands behind one that shares more', () => expect(spokenOf('学校食堂检查', things, (text) => text).map(({ thing }) => thing)).toEqual([things[0], things[2]]))
})
