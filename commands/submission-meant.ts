// Which of the submissions that wait for the asker is meant: as a button names it, or by the duty's name.
import type { Desk } from '#src/command.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import { present } from '#src/ledger/fields.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { submissionsWaiting } from '#src/queries/submissions.ts'
import { placeOf } from './receipt-place.ts'

/** One period's submission; `plan` where it is known. */
export type Meant = { plan?: string | undefined; occurrence: string; member?: UnitId | undefined }

/** Refused where the name is of none of them, or of several. */
export function submissionMeant(desk: Desk, { plan, occurrence: named, member }: Meant): { ok: true; meant: Meant } | { ok: false; refusal: Refusal } {
  if (isKey.test(named)) return { ok: true, meant: { plan, occurrence: named, member } }
  const [meant, ...others] = submissionsFor(desk).filter((each) => isCalled(named, each) && (plan === undefined || plan === each.plan))
  if (meant === undefined) return { ok: false, refusal: { code: 'nothing-to-receive', asked: named } }
  return others.length === 0 ? { ok: true, meant } : { ok: false, refusal: { code: 'submissions-several', asked: named, waiting: others.length + 1 } }
}

/** What the asker can say has come: their own units', or as 代录. */
export const submissionsFor = (desk: Desk): Meant[] =>
  [...desk.plans.values()].flatMap((plan) => submissionsWaiting(plan)
    .filter(({ receiver }) => (desk.asker !== undefined && unitsAnsweredBy(desk.asker).includes(receiver)) || placeOf(desk, receiver) === 'on-behalf')
    .map(({ occurrence, member }) => ({ plan: plan.id, occurrence, ...present({ member }) })))

/** c3/2026/1: as a button names it. */
const isKey = /^[a-z]{1,3}\d{1,6}\/.{1,40}$/
/** 周期3, p1-周期3, duty3, c3. */
function isCalled(named: string, { plan, occurrence }: Meant): boolean {
  const [, ofPlan, number] = /^(?:(p\d{1,6})[-#/])?(?:周期|duty|c)(\d{1,6})$/i.exec(named.normalize('NFKC')) ?? []
  return number !== undefined && occurrence.startsWith(`c${number}/`) && (ofPlan === undefined || ofPlan.toLowerCase() === plan)
}
