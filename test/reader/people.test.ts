import { describe, expect, it } from 'vitest'
import { peopleIn } from '#src/reader/people.ts'
import { taskOf, unitsOf } from './plans.ts'

const named = (text: string): string[] => peopleIn(text, { from: 0, to: text.length }).map(({ duty, name }) => `${duty} ${name}`)

describe('a person named beside the units', () => {
  it.each([
    ['牵头领导：顾长青、宋晓岚；由县投资促进中心牵头。', ['牵头领导 顾长青', '牵头领导 宋晓岚']],
    ['责任领导：副县长 郑凯', ['责任领导 郑凯']],
    ['责任领导：副县长郑凯', ['责任领导 郑凯']],
    ['（责任单位：县水利局；责任人：李敏）', ['责任人 李敏']],
    ['责任人：欧阳文静局长', ['责任人 欧阳文静']],
    ['牵头领导：县委办公室', []],
  ])('in %s', (text, people) => expect(named(text)).toEqual(people))

  it('is no unit', () => expect(unitsOf(taskOf('制定清单。牵头领导：顾长青；由县商务局牵头，县财政局配合。'))).toEqual(['县商务局', '县财政局']))
  it('stands where it is said to', () => {
    const text = '责任人：李敏、张伟'
    expect(peopleIn(text, { from: 0, to: text.length }).map(({ span }) => text.slice(span.from, span.to))).toEqual(['李敏', '张伟'])
  })
})
