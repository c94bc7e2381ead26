// The secretary agrees that a unit's part is done; of several that claim, with those they have seen.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { notClaimed } from '#src/ledger/assignment.ts'
import { UnitId, type TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { claimAccepted } from '#templates/claim-recorded.ts'
import { claimsAccepted, whichClaim } from '#templates/which-claim.ts'
import { claimedPart, claimRows, type WaitingClaim } from './claimed-part.ts'
import { cardOf } from './own-task.ts'
import { recorded, recordedAll } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument, taskName } from './task-argument.ts'
import { withWhatWaits } from './what-waits.ts'

export const acceptClaim = command({
  name: { zh: '同意办结', en: 'accept' },
  also: ['同意'],
  usage: { zh: '同意办结 12（或 12 县教育局、12 全部）', en: 'accept 12 (or: 12 县教育局, 12 all)' },
  about: { zh: '审核通过办结申请', en: 'accept that a task is done' },
  then: { zh: '任务记为已办结，不再催报。', en: 'The task is done, and nothing more is asked.' },
  group: 'review',
  may: 'accept-claim',
  /** `seen`: the claims that were shown, by their instants, all of which are accepted. */
  args: z.object({ task: TaskArgument, unit: z.string().max(60).optional(), member: UnitId.optional(), claimedAt: Instant.optional(), seen: z.string().max(1_800).optional(), all: z.boolean().default(false) }),
  typed: ([task, unit]) => ({ task, ...(unit === undefined ? {} : ['全部', '都', 'all'].includes(unit) ? { all: true } : { unit }) }),
  run({ task, unit, member: asked, claimedAt, seen, all }, desk) {
    const found = claimedPart(desk, task, { unit, member: asked, claimedAt })
    if (!found.ok) return refused(found.refusal, desk, runOf('accept', { task, unit, member: asked, claimedAt }))
    const { plan, part, member, waiting } = found
    if (seen !== undefined) return acceptAll(desk, plan, found.task, waiting.length === 0 ? oneOf(found) : waiting, seen.split(' '))
    if (waiting.length > 0 && all) return acceptAll(desk, plan, found.task, waiting)
    if (waiting.length > 0) {
      const run = runOf('accept', { task: taskName(plan.id, found.task), unit, seen: waiting.map(({ claim }) => claim.at).join(' ') })
      return answered(whichClaim({ task: cardOf(desk, plan, found.task), rows: claimRows(waiting, desk), act: 'accept', all: run, today: desk.today }, desk.lang))
    }
    const which = { ...(member === undefined ? {} : { member }), ...(claimedAt === undefined ? {} : { claimedAt }) }
    const recording = desk.record(plan.id, { type: 'accept-claim', task: part.task, unit: part.unit, ...which })
    return recorded(recording, desk, () => claimAccepted({ task: cardOf(desk, plan, part.task), unit: unitName(desk.directory, member ?? part.unit) }, desk.lang), undefined, {
      about: [{ plan: plan.id, task: part.task }],
      // To whoever reviews, done means that it was reviewed.
      instead: ({ code }) => (code === 'assignment-closed' || code === 'assignment-not-claimed' ? withWhatWaits(refusedCard(notClaimed(part, member), desk), plan, part.task, desk) : undefined),
    })
  },
})

const oneOf = ({ part, member, claim }: Omit<WaitingClaim, 'claim'> & Partial<WaitingClaim>): WaitingClaim[] => (claim === undefined ? [] : [{ part, ...(member === undefined ? {} : { member }), claim }])

/** @param seen only what was shown is agreed to: whoever claimed since is looked at anew */
function acceptAll(desk: Desk, plan: PlanState, task: TaskNo, waiting: readonly WaitingClaim[], seen?: readonly string[]): Promise<Answer> | Answer {
  const meant = waiting.filter(({ claim }) => seen === undefined || seen.includes(claim.at))
  if (meant.length === 0) return refused({ code: 'assignment-not-claimed', task }, desk)
  const names = claimRows(meant, desk).map(({ name }) => name)
  return recordedAll(
    meant.map(({ part, member, claim }) => () => desk.record(plan.id, { type: 'accept-claim', task, unit: part.unit, ...(member === undefined ? {} : { member }), claimedAt: claim.at })),
    desk,
    (outcomes) => claimsAccepted({ task: cardOf(desk, plan, task), names: names.filter((_, at) => outcomes[at]?.ok === true), left: names.filter((_, at) => outcomes[at]?.ok !== true) }, desk.lang),
    { about: [{ plan: plan.id, task }] },
  )
}
