// A directory of 50 units and 400 people: every list pages, every form keeps to what it can show, and nothing takes long.
import { describe, expect, it } from 'vitest'
import { assign } from '#commands/assign.ts'
import { deputy } from '#commands/deputy.ts'
import { handover } from '#commands/handover.ts'
import { people } from '#commands/people.ts'
import { units } from '#commands/units.ts'
import type { Directory } from '#src/directory/directory.ts'
import { renderBlocks } from '#src/slack/render-blocks.ts'
import { renderForm } from '#src/slack/render-form.ts'
import type { Card } from '#templates/card.ts'
import { change, day, directoryWith, planWith, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, type } from './acting.ts'

const unitNames = Array.from({ length: 50 }, (_, at) => `第${at + 1}局`)
function county(): Directory {
  const staff = Array.from({ length: 399 }, (_, at) => ({ name: `干部${at + 1}`, title: '某某股股长', handle: `U0P${at + 1}`, ...(at % 8 === 0 ? { contactOf: [unitNames[at / 8] ?? '第1局'] } : {}) }))
  const directory = directoryWith(unitNames, { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' }, ...staff)
  for (const [id, person] of [...directory.people].filter(([, { contactOf }]) => contactOf.length > 0).slice(0, 40)) change(directory, { type: 'set-absence', person: person.id, from: day('2026-07-02'), until: day('2026-07-10'), deputy: [...directory.people.keys()].find((other) => other !== id && directory.people.get(other)?.contactOf.length === 0) ?? id })
  return directory
}
const plan = planWith(...unitNames.map((lead, at) => task(at + 1, { lead })))
const directory = county()
const deskFor = (asker: string): TestDesk => deskOf({ plans: [plan], directory, asker })

/** Every page, from the first to the last. */
async function pages(first: Card, next: (args: unknown) => Promise<Card>): Promise<Card[]> {
  const all = [first]
  for (let more = buttons(first)['下一页']; more !== undefined && all.length < 60; more = buttons(all.at(-1) ?? first)['下一页']) all.push(await next(more.args))
  return all
}

describe('400 people', () => {
  it('are listed on pages that Slack takes, each once', async () => {
    const desk = deskFor('沈若兰')
    const all = await pages(cardIn(await type(people, '', desk)), async (args) => cardIn(await act(people, args, desk)))
    expect(all).toHaveLength(20)
    for (const card of all) {
      expectGoodCard(card)
      expect(renderBlocks(card).blocks.length).toBeLessThanOrEqual(50)
    }
    expect(all.flatMap((card) => card.sections ?? []).flatMap(({ rows }) => rows)).toHaveLength(400)
  }, 60_000)
  it('in a form are cut with a word of it, those who are near first', async () => {
    for (const form of [formIn(await type(deputy, '<@U0P20>', deskFor('干部9'))), formIn(await type(handover, '', deskFor('沈若兰'))), formIn(await type(assign, '2', deskFor('干部9')))]) expect(() => renderForm(form, { manner: 'private' })).not.toThrow()
  })
  it('with 40 away, the list of what is arranged keeps to a page', async () => {
    const card = cardIn(await type(deputy, '', deskFor('沈若兰')))
    expectGoodCard(card)
    expect(renderBlocks(card).blocks.length).toBeLessThanOrEqual(50)
  })
})

it('50 units are listed on three pages, each with who is asked', async () => {
  const desk = deskFor('沈若兰')
  const all = await pages(cardIn(await type(units, '', desk)), async (args) => cardIn(await act(units, args, desk)))
  expect(all).toHaveLength(3)
  expect(all.flatMap((card) => card.sections ?? []).flatMap(({ rows }) => rows)).toHaveLength(50)
})
