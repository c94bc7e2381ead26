import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Directory } from '#src/directory/directory.ts'
import { emptyPlan, evolvePlan, PlanEvent, type PlanState } from '#src/ledger/plan.ts'
import { Stamp } from '#src/ledger/stamp.ts'
import { renderBlocks } from '#src/slack/render-blocks.ts'
import { renderText } from '#src/slack/render-text.ts'
import { validateBlocks } from '#test/slack/validate-blocks.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { anyDoing, crowd, type Entry, type Seen } from './crowd.ts'
import { county, plans } from './crowd-county.ts'

/** Whoever may speak of a part: its own people, those of the group's member, a secretary; a handler of what was handed to them. */
function mayHaveSaid({ by }: Entry, event: PlanEvent, directory: Directory): boolean {
  if (by === undefined) return false
  if (by.roles.includes('secretary')) return true
  const own = [...by.contactOf, ...by.headOf]
  if (event.type === 'act-undone') return true
  const unit = 'member' in event && event.member !== undefined ? event.member : 'unit' in event ? event.unit : undefined
  if (unit === undefined) return false
  return own.includes(unit) || (directory.units.get(unit)?.members ?? []).some((member) => own.includes(member)) || 'task' in event
}

const course = fc.array(anyDoing, { minLength: 1, maxLength: 40 })
const through = async (doings: Parameters<typeof crowd>[1], each: (seen: Seen) => void): Promise<{ log: Entry[]; standing: PlanState[]; directory: Directory }> => {
  const [standing, directory] = [plans(), county()]
  return { log: await crowd({ plans: standing, directory, from: '2026-06-15' }, doings, each), standing, directory }
}

describe('a crowd that presses, types and fills in whatever it is shown', () => {
  it('is shown nothing but good cards that Slack takes', async () => {
    await fc.assert(fc.asyncProperty(course, async (doings) => {
      await through(doings, ({ card }) => {
        if (card === undefined) return
        if (!card.text.startsWith('args-refused')) expectGoodCard(card)
        expect(validateBlocks(renderBlocks(card).blocks)).toEqual([])
      })
    }), { numRuns: 60 })
  })

  it('records nothing that the person may not', async () => {
    await fc.assert(fc.asyncProperty(course, async (doings) => {
      const { log, directory } = await through(doings, () => undefined)
      for (const entry of log) for (const event of entry.events) expect({ event, by: entry.by?.name, may: mayHaveSaid(entry, event, directory) }).toMatchObject({ may: true })
    }), { numRuns: 60 })
  })

  it('leaves plans that are what their logs say', async () => {
    await fc.assert(fc.asyncProperty(course, async (doings) => {
      const { log, standing } = await through(doings, () => undefined)
      const retold = new Map(plans().map((plan) => [plan.id, plan]))
      for (const { plan, stamp, events } of JSON.parse(JSON.stringify(log)) as { plan: PlanState['id']; stamp: unknown; events: unknown[] }[])
        for (const event of events) evolvePlan(retold.get(plan) ?? emptyPlan(plan), PlanEvent.parse(event), Stamp.parse(stamp))
      expect([...retold.values()]).toEqual(standing)
    }), { numRuns: 40 })
  })

  it('is offered nothing, on a card of this moment, that is then refused', async () => {
    await fc.assert(fc.asyncProperty(course, async (doings) => {
      await through(doings, ({ run, card, from, by, inForm }) => {
        if (from === 'fresh' && !inForm && run !== undefined && card?.refused !== undefined) expect.unreachable(`${by.name} pressed ${JSON.stringify(run)} and was told: ${card.text}`)
      })
    }), { numRuns: 60 })
  })

  it('finds whatever it wrote, and was not refused, on record or on the card', async () => {
    await fc.assert(fc.asyncProperty(course, async (doings) => {
      await through(doings, ({ written, card, entries, by, run }) => {
        if (card === undefined || card.refused !== undefined) return
        for (const words of written)
          // A card that asks one thing more carries them in its buttons.
          if (!JSON.stringify([entries, card]).includes(JSON.stringify(words).slice(1, -1)) && !renderText(card).includes(words)) expect.unreachable(`${by.name} wrote ${words} (${JSON.stringify(run)}) and it is nowhere: ${card.text}`)
      })
    }), { numRuns: 60 })
  })
})
