import { describe, expect, it } from 'vitest'
import { outlineJson } from '#src/reader/outline-json.ts'
import { reading } from './plans.ts'
import { trustIn } from './scoring-doubts.ts'
import { mistakesIn } from './scoring-mistakes.ts'
import { count, f1, scoresOf, type Gold, type GoldTask } from './scoring.ts'

const plan = outlineJson(
  reading(`云溪县治水方案（2026年）
一、重点任务
1.疏浚河道。2026年6月底前完成，每季度巡查1次。（牵头单位：县水利局；配合单位：县财政局、各乡镇）
2.修复湿地。20__年底前完成。（责任单位：县林业局（县绿化办））
成立县治水领导小组，由县长任组长。领导小组每月召开1次会议。`),
)

const june = { text: '2026年6月底前', year: 2026, month: 6, yearly: false }
const dredging: GoldTask = {
  path: ['一'],
  number: '1',
  title: '疏浚河道',
  units: [{ name: '县水利局', role: 'lead' }, { name: '县财政局', role: 'support' }, { name: '各乡镇', role: 'support' }],
  deadlines: [june],
}
const wetland: GoldTask = { path: ['一'], number: '2', title: '修复湿地', units: [{ name: '县林业局', role: 'responsible' }], deadlines: [{ text: '20__年底前', year: null, month: 12, yearly: false }] }

const gold: Gold = {
  title: '云溪县治水方案(2026年)',
  period: { from: 2026, to: 2026 },
  tasks: [dredging, wetland],
  recurrences: [{ taskTitle: '疏浚河道', every: 'quarter', times: 1, has: '巡查' }],
  meetings: [{ body: '领导小组', every: 'month', times: 1 }],
  bodies: ['县治水领导小组'],
}

const only = (task: Partial<GoldTask>): Gold => ({ ...gold, tasks: [{ ...dredging, ...task }, wetland] })

describe('a score', () => {
  it('is full where everything is found and nothing else', () => {
    expect(scoresOf(gold, plan)).toEqual({
      tasks: count(2, 0, 0), pairs: count(4, 0, 0), roles: count(4, 0, 0), deadlines: count(2, 0, 0), recurrences: count(1, 0, 0), meetings: count(1, 0, 0), bodies: count(1, 0, 0),
      title: count(1, 0, 0), period: count(1, 0, 0),
    })
  })

  it('counts a task that is not found with its units and times, and one that should not be there', () => {
    const scores = scoresOf(only({ title: '植树造林' }), plan)
    expect([scores.tasks, scores.pairs, scores.deadlines]).toEqual([count(1, 1, 1), count(1, 3, 3), count(1, 1, 1)])
  })

  it('takes a title that is four fifths of the other, and not one that is less', () => {
    expect(scoresOf(only({ title: '疏浚河道吧' }), plan).tasks).toEqual(count(2, 0, 0))
    expect(scoresOf(only({ title: '疏浚河道清淤' }), plan).tasks).toEqual(count(1, 1, 1))
    expect(scoresOf(only({ title: '清淤', accept: { titles: ['疏浚河道'] } }), plan).tasks).toEqual(count(2, 0, 0))
  })

  it('counts a unit with the wrong part as a pair, and not as a role', () => {
    const units: GoldTask['units'] = [{ name: '县水利局', role: 'support' }, { name: '县财政局', role: 'responsible', acceptRoles: ['support'] }, { name: '各乡镇', role: 'support' }]
    const scores = scoresOf(only({ units }), plan)
    expect([scores.pairs, scores.roles]).toEqual([count(4, 0, 0), count(3, 1, 1)])
  })

  it('takes a unit by any name that is accepted, and leaves out one that need not be found', () => {
    const units: GoldTask['units'] = [{ name: '县水务局', accept: ['县水利局'], role: 'lead' }, { name: '县财政局', role: 'support' }]
    expect(scoresOf(only({ units }), plan).pairs).toEqual(count(3, 1, 0))
    expect(scoresOf(only({ units, accept: { units: ['各乡镇'] } }), plan).pairs).toEqual(count(3, 0, 0))
  })

  it('takes a time in other words where year and month are the same', () => {
    expect(scoresOf(only({ deadlines: [{ ...june, text: '上半年' }] }), plan).deadlines).toEqual(count(2, 0, 0))
    expect(scoresOf(only({ deadlines: [{ ...june, text: '上半年', month: 7 }] }), plan).deadlines).toEqual(count(1, 1, 1))
  })

  it('wants how often, what, and how many times of a duty', () => {
    const duty = { taskTitle: '', every: 'quarter', times: null, has: '巡查' }
    expect(scoresOf({ ...gold, recurrences: [duty] }, plan).recurrences).toEqual(count(1, 0, 0))
    expect(scoresOf({ ...gold, recurrences: [{ ...duty, times: 2 }] }, plan).recurrences).toEqual(count(0, 1, 1))
    expect(scoresOf({ ...gold, recurrences: [], accept: { recurrences: [duty] } }, plan).recurrences).toEqual(count(0, 0, 0))
  })

  it('has no F1 where there was nothing to find', () => {
    expect(f1(count(0, 0, 0))).toBeUndefined()
    expect(f1(count(3, 1, 0))).toBeCloseTo(6 / 7)
  })
})

describe('trust', () => {
  it('is lost by wrong units, parts and times', () => {
    const trust = trustIn(only({ units: [{ name: '县水利局', role: 'support' }, { name: '各乡镇', role: 'support' }], deadlines: [] }), plan)
    expect(trust.wrong).toEqual(['疏浚河道: 县水利局 lead', '疏浚河道: 县财政局 support', '疏浚河道: 2026年6月底前'])
  })

  it('is not lost by a time that is asked about', () => {
    const wrongYear = { ...wetland, deadlines: [] }
    expect(trustIn({ ...gold, tasks: [dredging, wrongYear] }, plan)).toEqual({ undoubted: 5, wrong: [] })
  })
})

describe('mistakes', () => {
  it('are none where the score is full', () => expect(mistakesIn(gold, plan)).toEqual([]))

  it('say what is missed, what is wrong, and what is read as something else', () => {
    const units: GoldTask['units'] = [{ name: '县水利局', role: 'support' }, { name: '县审计局', role: 'support' }, { name: '各乡镇', role: 'support' }]
    expect(mistakesIn({ ...only({ units }), period: null, bodies: [] }, plan)).toEqual([
      'period: none, read as 2026—2026',
      '疏浚河道: unit missed: 县审计局',
      '疏浚河道: unit wrong: 县财政局',
      '疏浚河道: 县水利局 is support, read as lead',
      'body wrong: 县治水领导小组',
    ])
  })
})
