// The sitting that is meant: m1, or with its plan p1/m1.
import { z } from 'zod'
import type { Answer, Desk } from '#src/command.ts'
import { bodyOf } from '#src/ledger/body.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Run } from '#templates/card.ts'
import { refused } from './refused.ts'
import { whichPlan } from './which-plan.ts'

export const MeetingName = z.object({ plan: z.string().max(200).optional(), meeting: z.string().trim().toLowerCase().max(20) })

/** What was typed, m1 or p1/m1, as arguments. */
export function typedMeeting(reference: string): { plan?: string; meeting: string } {
  const [, plan, meeting = reference] = /^(p\d+)[/-](.+)$/i.exec(reference) ?? []
  return { meeting: meeting.toLowerCase(), ...(plan === undefined ? {} : { plan: plan.toLowerCase() }) }
}

export const isMeetingName = (word: string): boolean => /^(?:p\d{1,6}[/-])?m\d{1,6}$/i.test(word)

type Found = { ok: true; plan: PlanState; meeting: Meeting; /** Of its body. */ name: string } | { ok: false; answer: Answer }

/** @param again the act with a plan chosen, where several plans have such a number */
export function meetingMeant({ plan: asked, meeting: id }: z.infer<typeof MeetingName>, again: (plan: PlanId, meeting: string) => Run, desk: Desk): Found {
  const which = whichPlan(desk, asked, (plan) => again(plan, id), ({ meetings }) => meetings.has(id))
  if (!which.ok) return which
  const meeting = which.plan.meetings.get(id)
  if (meeting === undefined) return { ok: false, answer: refused({ code: 'meeting-unknown', asked: id }, desk) }
  return { ok: true, plan: which.plan, meeting, name: bodyOf(which.plan, meeting.body)?.name ?? meeting.body }
}
