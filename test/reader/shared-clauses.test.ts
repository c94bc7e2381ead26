// One sentence that says who does several items.
import { describe, expect, it } from 'vitest'
import { itemsByScope, scopeOf } from '#src/reader/clause-scope.ts'
import { partsOf, planOf, unitsOf } from './plans.ts'

describe('a sentence that says which items it speaks for', () => {
  const items = ['1.清淤。', '2.固堤。', '3.植树。']
  const unitsBelow = (...lines: string[]): string[][] => planOf('（一）治河', ...items, ...lines).tasks.map(unitsOf)

  it.each([
    ['以上两项：县水利局抓总，县财政局、县林业局分头落实。', [[], ['县水利局', '县财政局', '县林业局'], ['县水利局', '县财政局', '县林业局']]],
    ['以上三条由县水利局总负责，县财政局配合，各乡镇（街道）抓好属地执行。', Array<string[]>(3).fill(['县水利局', '县财政局', '各乡镇（街道）'])],
    ['上述各项工作由县水利局牵头，县财政局配合。', Array<string[]>(3).fill(['县水利局', '县财政局'])],
    ['（第1—2项由县水利局主办，县财政局按任务协办）', [['县水利局', '县财政局'], ['县水利局', '县财政局'], []]],
    ['第1、3项责任单位：县水利局、县财政局', [['县水利局', '县财政局'], [], ['县水利局', '县财政局']]],
  ])('gives them its units: %s', (line, units) => expect(unitsBelow(line)).toEqual(units))

  it('is heard at the end of an item too, and by those below a heading', () => {
    expect(planOf('（一）治河', '1.清淤。', '2.固堤。加固堤防。以上两项由县水利局牵头。', '3.植树。（责任单位：县林业局）').tasks.map(unitsOf)).toEqual([['县水利局'], ['县水利局'], ['县林业局']])
    expect(planOf('（一）治河（以下两项由县水利局负责）', '1.清淤。', '2.固堤。', '3.植树。（责任单位：县林业局）').tasks.map(unitsOf)).toEqual([['县水利局'], ['县水利局'], ['县林业局']])
  })

  it('finds its numbers in the section it stands in, else where each is of one item alone', () => {
    expect(planOf('（一）治河', '1.清淤。', '2.固堤。', '（二）护水', '3.划界。', '4.立标。', '第1至3项由县水利局牵头。').tasks.map(unitsOf)).toEqual([['县水利局'], ['县水利局'], ['县水利局'], []])
    expect(planOf('（一）治河', '1.清淤。', '2.固堤。', '（二）护水', '1.划界。', '2.立标。', '第1、2项由县水利局牵头。').tasks.map(unitsOf)).toEqual([[], [], ['县水利局'], ['县水利局']])
    expect(planOf('（一）治河', '1.清淤。', '（二）护水', '1.划界。', '（三）节水', '2.立标。', '第1项由县水利局牵头。').tasks.map(unitsOf)).toEqual([[], [], []])
  })

  it('speaks of those since the last that spoke of all above it', () => {
    expect(planOf('（一）治河', '1.清淤。', '以上各项由县水利局牵头。', '2.固堤。', '以上各项由县住建局牵头。').tasks.map(unitsOf)).toEqual([['县水利局'], ['县住建局']])
  })

  it('leads, works and supports by its verbs', () => {
    expect(partsOf(planOf('1.清淤。', '2.固堤。', '以上两项由县水利局总牵头，县财政局、县林业局齐抓共管，县公安局协办。').tasks[0])).toEqual(['县水利局 lead', '县财政局 responsible', '县林业局 responsible', '县公安局 support'])
  })

  it.each(['以上人员由县公安局负责。', '第4季度由县水利局负责。', '上述单位要落实。', '前期由县水利局负责。', '3项。', '前两项由县水利局负责。'])('is none that speaks of other things: %s', (line) => expect(scopeOf(line)).toBeUndefined())

  it('means none where a number is of several items', () => {
    const items = [1, 1, 2].map((value) => ({ value, parent: undefined }))
    expect(itemsByScope(items)({ length: 0, numbers: [1, 2] }, 2)).toEqual([])
  })
})
