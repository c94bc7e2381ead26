// One more than a quota needs: offered to whoever has given all of a period, recorded only with its own tap, so that a press made twice is no 超额.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Occurrence } from '#src/queries/occurrences.ts'
import { quotaOf, type Quota } from '#src/queries/quota.ts'
import { dutyBeyond } from '#templates/duty-answers.ts'
import { occurrencesBegun, type OwnDuty } from './own-duty.ts'
import { inButton, runOf } from './run-of.ts'
import { viewOf } from './view-of.ts'

/** How often it is done now, of the asker's own. */
export function quotaNow(desk: Desk, { plan, obligation, occurrence, member }: OwnDuty): Quota | undefined {
  const known = occurrencesBegun(desk, plan, obligation).find(({ key }) => isOfPeriod(key, occurrence))
  return known === undefined ? undefined : quotaOf(viewOf(desk, plan), known, member)
}

/** Undefined where it is no quota, not the asker's, or not all of its period are given. @param words what the asker wrote, which the tap records */
export async function beyondOffered(desk: Desk, plan: PlanState, occurrence: string, words: string): Promise<Answer | undefined> {
  const obligation = plan.obligations.get(occurrence.split('/')[0] ?? '')
  const known = obligation === undefined ? undefined : occurrencesBegun(desk, plan, obligation).find(({ key }) => isOfPeriod(key, occurrence))
  const quota = known === undefined ? undefined : ownQuota(desk, plan, known)
  if (obligation === undefined || quota?.beyond === undefined) return undefined
  const said = words.trim() === '' ? { ask: true } : words.length > inButton ? { kept: await desk.words.keep(runOf('fulfil', { words })) } : { words }
  const run = runOf('fulfil', { plan: plan.id, occurrence: quota.beyond, ...said })
  return answered(dutyBeyond({ ...(desk.plans.size > 1 ? { plan: plan.id } : {}), obligation, quota, words, run }, desk.lang))
}

/** The count of the asker's own unit, of a group the member's; undefined where they owe none of it. */
export function ownQuota(desk: Desk, plan: PlanState, occurrence: Occurrence): Quota | undefined {
  const own: readonly UnitId[] = desk.asker === undefined ? [] : unitsAnsweredBy(desk.asker)
  const { debtor } = occurrence
  const member = debtor === undefined ? undefined : desk.directory.units.get(debtor)?.members?.find((unit) => own.includes(unit))
  if (debtor === undefined || (member === undefined && !own.includes(debtor))) return undefined
  return quotaOf(viewOf(desk, plan), occurrence, member)
}

const isOfPeriod = (key: string, occurrence: string): boolean => key.slice(0, key.lastIndexOf('/')) === occurrence.slice(0, occurrence.lastIndexOf('/'))
