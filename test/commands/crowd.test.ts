// The laws by which the crowd lives, and mistakes that are planted to see that the crowd finds them. The same few courses each time, and hundreds of new ones with npm run crowd.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permissions } from '#src/directory/permissions.ts'
import { accept } from '#src/ledger/decision.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { crowd, program, type Program, type World } from './crowd.ts'
import { laws } from './crowd-laws.ts'
import { anyCourse, type Visit } from './crowd-lines.ts'

const asked = process.env['CROWD_RUNS']
const courses = asked === undefined ? { numRuns: 25, seed: 1 } : { numRuns: Number(asked) }

type Broken = { law: keyof typeof laws; what: string }
const all = Object.keys(laws).filter((law): law is keyof typeof laws => law in laws)
async function brokenIn(course: readonly Visit[], of: Program = program, watched: readonly (keyof typeof laws)[] = all): Promise<Broken[]> {
  const broken: Broken[] = []
  const watching = watched.map((law) => laws[law]((what) => broken.push({ law, what })))
  const world: World = await crowd(course, watching, of)
  for (const law of watching) await law.end?.(world)
  return broken
}

describe('a crowd that presses, types, replies and fills in whatever it is shown, while days pass', () => {
  it(`breaks none of these: ${Object.keys(laws).join('; ')}`, { timeout: 6 * 3_600_000 }, async () => {
    await fc.assert(fc.asyncProperty(anyCourse, async (course) => {
      expect(await brokenIn(course)).toEqual([])
    }), courses)
  })
})

/** The laws that a mistake breaks in some courses, the same each time. */
async function seenWith(mistake: Program, law: keyof typeof laws): Promise<boolean> {
  for (const course of fc.sample(anyCourse, { numRuns: 150, seed: 7 })) if ((await brokenIn(course, mistake, [law])).length > 0) return true
  return false
}

describe('a mistake that is planted is found by the crowd:', { timeout: 300_000 }, () => {
  it('a table that lets anybody do anything', async () => {
    const known = { ...permissions }
    Object.assign(permissions, Object.fromEntries(Object.keys(permissions).map((permission) => [permission, ['anyone']])))
    try {
      expect(await seenWith(program, 'records nothing that the person may not')).toBe(true)
    } finally {
      Object.assign(permissions, known)
    }
  })

  it('a refusal that drops what was written', async () => {
    expect(await seenWith({ ...program, giveBack: (card) => Promise.resolve(card) }, 'finds whatever it wrote on record, on the card or in the form')).toBe(true)
  })

  it('a fold that ignores one kind of event', async () => {
    expect(await seenWith({ ...program, fold: (plan, event, stamp) => (event.type === 'evidence-added' ? plan : evolvePlan(plan, event, stamp)) }, 'changes something with all that is recorded, and finds its words in it')).toBe(true)
  })

  it('a fold that says more than the log', async () => {
    expect(await seenWith({ ...program, fold: (plan, event, stamp) => evolvePlan(plan, event.type === 'reported' ? { ...event, done: `${event.done ?? ''}（已核）` } : event, stamp) }, 'leaves plans and a directory that are what their logs say')).toBe(true)
  })

  it('a card that is drawn from what stood before', async () => {
    const before = new Map<string, PlanState>()
    const home: Program['home'] = (desk) => {
      const stale = new Map([...desk.plans].map(([id, plan]) => [id, before.get(id) ?? plan]))
      for (const [id, plan] of desk.plans) before.set(id, structuredClone(plan))
      return program.home({ ...desk, plans: stale })
    }
    expect(await seenWith({ ...program, home }, 'is shown what stands, and nothing else')).toBe(true)
  })

  it('an undo that takes back what somebody else did', async () => {
    const decide: Program['decide'] = (plan, intent, stamp) => {
      const others = intent.type === 'undo' ? [...plan.lastActs].find(([person, { goesBack }]) => person !== stamp.by && goesBack === 'yes') : undefined
      return others === undefined ? decidePlan(plan, intent, stamp) : accept({ type: 'act-undone', at: others[1].at, acts: [...others[1].acts] })
    }
    expect(await seenWith({ ...program, decide }, 'records nothing that the person may not')).toBe(true)
  })

  it('a completion that whoever claims it accepts', async () => {
    const decide: Program['decide'] = (plan, intent, stamp) => {
      const decision = decidePlan(plan, intent, stamp)
      if (!decision.ok || intent.type !== 'claim') return decision
      return accept(...decision.events, { type: 'claim-accepted', task: intent.task, unit: intent.unit, ...(intent.member === undefined ? {} : { member: intent.member }), claimedAt: stamp.at })
    }
    expect(await seenWith({ ...program, decide }, 'records nothing that the person may not')).toBe(true)
  })

  it('a message that is sent although it was sent before', async () => {
    const owed: Program['owed'] = (due, _, ...when) => program.owed(due, { notice: () => false, parcel: () => false }, ...when)
    expect(await seenWith({ ...program, owed }, 'is told nothing twice')).toBe(true)
  })

  it('a button for what is refused', async () => {
    const home: Program['home'] = (desk) => ({ ...program.home(desk), actions: [{ label: '同意办结', run: { command: 'accept', args: { task: 'p1-99' } } }], sections: [] })
    expect(await seenWith({ ...program, home }, 'is offered nothing, on a card of this moment, that is then refused')).toBe(true)
  })
})
