// Invented plans of several fields and formats, each with what a careful reader finds in it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outlineJson } from '#src/reader/outline-json.ts'
import { partsOf, reading } from './plans.ts'

const plans = join(import.meta.dirname, '../fixtures/plans')

describe('a plan is read as a careful reader reads it', () => {
  it.each([
    ['clauses of every form, with times in them', 'industry-mixed-clauses'],
    ['articles, behind the notice that passed the plan on', 'renewal-articles'],
    ['units in the headings of sections, a note that says who leads', 'village-heading-clauses'],
    ['printed pages with full-width digits', 'elder-care-printed'],
  ])('%s', (_format, name) => {
    const read = reading(readFileSync(join(plans, `${name}.txt`), 'utf8'))
    const found = {
      title: read.title,
      period: read.period ?? null,
      tasks: read.tasks.map((task) => ({ number: task.number, title: task.title, units: partsOf(task), deadlines: task.deadlines.map((deadline) => deadline.text) })),
      recurrences: read.recurrences.map(({ every, has }) => `${every} ${has}`),
      meetings: read.meetings.map(({ every, body }) => `${every} ${body}`),
      bodies: read.bodies.map((body) => body.name),
    }
    expect(found).toEqual(JSON.parse(readFileSync(join(plans, `${name}.json`), 'utf8')))
  })
})

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
