// 确认: a draft is written, all of it or nothing, with every answer that was given.
import { answered, onceSettled, type Answer, type Desk, type Opened, type Recording } from '#src/command.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { planCounts } from '#src/queries/desk-of-secretary.ts'
import type { Card } from '#templates/card.ts'
import { importDone } from '#templates/import-done.ts'
import { settling } from '#templates/settling.ts'
import { unreadTable, type OpenDraft } from './draft-reading.ts'
import { planExists } from './plan-exists.ts'
import { importing } from './preview-of.ts'
import { inTurn, recorded, type AtOnceOrSettling } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { asOneUnit } from './units-as-one.ts'
import { viewOf } from './view-of.ts'
import { hashOfWords } from './words-hash.ts'

/**
 * The number first, then what the directory has to know, then the plan in one entry: whatever happens between, pressing again goes on
 * where it stopped. The plan speaks of the units as the directory has them by then, for somebody else may have given one of the names
 * to another unit meanwhile.
 */
export async function importConfirmed(open: OpenDraft, desk: Desk): Promise<Answer> {
  const unread = unreadTable(open.now)
  if (unread !== undefined) return refused({ code: 'tasks-unread', line: unread.doubt.line, where: 'draft' }, desk)
  const opened = await desk.openPlan(open.id, hashOfWords(open.given.text, desk))
  if (opened.ok !== 'unknown') return written(opened, open, desk)
  const settled = onceSettled(opened.settled, async (known) => {
    const answer = await written(known, open, desk)
    return answer.kind === 'settling' ? answer.settled : answer.card
  })
  return { kind: 'settling', card: settling(desk.lang), settled }
}

async function written(opened: Opened, open: OpenDraft, desk: Desk): Promise<AtOnceOrSettling> {
  // Opened by another confirmation of the same words: if that one did not come to its end, this one does.
  const plan = opened.ok ? opened.plan : opened.refusal.code === 'plan-exists' ? opened.refusal.plan : undefined
  if (plan === undefined) return answered(refusedCard(opened.ok ? { code: 'cannot-record' } : opened.refusal, desk))
  if (desk.archived.has(plan)) return answered(refusedCard(planExists(plan, desk), desk))
  if (desk.plans.has(plan)) return answered(done(plan, true, desk))
  const { units, aliases, contacts } = importing(open, desk)
  const steps: (() => Promise<Recording>)[] = [
    ...(units.length === 0 ? [] : [async () => desk.recordPerson({ type: 'add-units', units })]),
    ...aliases.flatMap((alias) => asOneUnit(desk, alias)),
    ...contacts.map((contact) => async () => desk.recordPerson({ type: 'name-contact', ...contact })),
    async () => desk.record(plan, { type: 'import', plan: importing(open, desk).plan }),
  ]
  return recorded(inTurn(steps), desk, () => done(plan, false, desk), undefined, { instead: ({ code }) => (code === 'plan-exists' ? done(plan, true, desk) : undefined) })
}

function done(id: PlanId, before: boolean, desk: Desk): Card {
  const plan = desk.plans.get(id)
  if (plan === undefined) throw new Error(`plan ${id} was imported and is not there`)
  const view = viewOf(desk, plan)
  return importDone({ ...planCounts(view), before }, desk.lang)
}
