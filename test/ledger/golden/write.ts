// Writes the log of a release and the state it folds to, once: node --import tsx test/ledger/golden/write.ts 0.1.0
// A shipped event is for ever: what stands here is never written again.
import { existsSync, writeFileSync } from 'node:fs'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { emptyPlan, evolvePlan, type PlanEvent } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { stampOf } from '#test/builders.ts'
import { plain } from './plain.ts'
import { story } from './story.ts'

const [, , version] = process.argv
if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error('which version? 0.1.0')
const file = (ending: string): URL => new URL(`${version}.${ending}`, import.meta.url)
if (existsSync(file('jsonl'))) throw new Error(`the log of ${version} was written before; it is never written again`)

const plan = emptyPlan(PlanId.parse('p1'))
const lines = story.map(({ on, by, ...act }) => {
  const stamp = stampOf(on, PersonId.parse(by))
  const events = 'wrote' in act ? [act.wrote] : decided(act.intent, stamp)
  for (const event of events) evolvePlan(plan, event, stamp)
  return JSON.stringify({ stamp, events })
})
writeFileSync(file('jsonl'), `${lines.join('\n')}\n`)
writeFileSync(file('state.json'), `${JSON.stringify(plain(plan), null, 1)}\n`)

function decided(intent: PlanIntent, stamp: Stamp): readonly PlanEvent[] {
  const decision = decidePlan(plan, intent, stamp)
  if (!decision.ok) throw new Error(`${intent.type} on ${stamp.on}: ${decision.refusal.code}`)
  return decision.events
}
