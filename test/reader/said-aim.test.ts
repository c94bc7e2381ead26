// What plain words ask for besides a report.
import { describe, expect, it } from 'vitest'
import { saidAim } from '#src/reader/said-aim.ts'
import { expectLinear } from './growth.ts'

describe('plain words', () => {
  it.each(['这个不归我们', '不归我局管', '不是我们负责', '这项不是我局牵头', '不由我单位承办', '不是我们的事，是县住建局的', '不属于我局职责范围', '跟我们没关系', '与我单位无关', '发错单位了', '这个不是我们的', '分错了单位'])('say that it is another unit’s: %s', (words) => expect(saidAim(words)).toEqual({ kind: 'not-ours' }))
  it.each(['不同意这个灯', '不对，已经完成了', '不对,已经完成了', '我们不同意', '我局有异议，6月20日已验收', '灯不对', '红灯亮错了', '不应该亮红灯', '有误，已验收', '不认可滞后'])('object: %s', (words) => expect(saidAim(words)).toEqual({ kind: 'objection' }))
  it('ask for a later day', () => expect(saidAim('申请延到8月底')).toEqual({ kind: 'extension', day: '8月底', reason: '' }))
  it.each(['已完成招标', '村民不同意拆迁', '不是我们的问题，是资金没到位', '没有滞后', '归还了借款', '红绿灯改造已完成', '施工队不归队', '与我县对接', '不是我们单位推进慢', '对账不符已更正', '不对外公布'])('ask for nothing: %s', (words) => expect(saidAim(words)).toBeUndefined())
  it('are looked at in a time that grows with them', () => {
    for (const part of ['不归我', '不对,', '我们不', '红灯']) expectLinear(saidAim, part)
  })
})
