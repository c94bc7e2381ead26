import { describe, expect, it } from 'vitest'
import { outlineJson } from '#src/reader/outline-json.ts'
import { reading } from './plans.ts'

describe('a reading as JSON', () => {
  it('says null for a year that is not known, and keeps a presumed lead apart from a named one', () => {
    const json = outlineJson(reading('治水方案\n一、任务\n1.清淤。20__年12月底前完成。(责任单位:县水利局)'))
    expect(json).toMatchObject({
      period: null,
      tasks: [{ path: ['一'], number: '1', units: [{ name: '县水利局', role: 'responsible', inferred: 'lead' }], deadlines: [{ text: '20__年12月底前', year: null, month: 12, yearly: false, unbound: true }] }],
    })
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  })
})
