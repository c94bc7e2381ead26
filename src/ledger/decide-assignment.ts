// What becomes of a word about an assignment, and of what a secretary makes of it.
import type { Instant } from '#src/calendar/day.ts'
import { notClaimed, notOpen, standingOf, waitingClaim, type Assignment, type AssignmentEvent, type AssignmentIntent, type Claim, type Report } from './assignment.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { present } from './fields.ts'
import { Percent } from './ids.ts'
import { voiceOf } from './of-voice.ts'
import { figureOf, saidAt } from './report.ts'
import type { Stamp } from './stamp.ts'
import { undoMinutes } from './undo.ts'

/** A unit is not chased twice on one day. */
export function decideAssignment(now: Assignment, intent: AssignmentIntent, stamp: Stamp): Decision<AssignmentEvent> {
  const { on } = stamp
  const member = 'member' in intent ? intent.member : undefined
  const taken = notOpen(now, member)
  if (taken?.code === 'assignment-closed') return refuse(taken)
  const of = voiceOf(intent)
  switch (intent.type) {
    case 'report': case 'report-on-behalf':
      return taken === undefined ? decideReport(now, intent, stamp) : refuse(taken)
    case 'claim': case 'claim-on-behalf':
      if (taken !== undefined) return refuse(taken)
      if (intent.words.trim() === '') return refuse({ code: 'reason-missing' })
      return accept({ type: 'claimed', ...of, words: intent.words, ...(intent.type === 'claim' ? {} : { onBehalf: intent.onBehalf }) })
    case 'accept-claim':
      return onClaim(now, intent, ({ at }) => accept({ type: 'claim-accepted', ...of, claimedAt: at }))
    case 'return-claim':
      return onClaim(now, intent, ({ at }) =>
        intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'claim-returned', ...of, claimedAt: at, reason: intent.reason }),
      )
    case 'withdraw-claim':
      // A whole takes back its own word, and none of its members'.
      if (standingOf(now, member).claim === undefined) return refuse(notClaimed(now, member))
      return onClaim(now, intent, ({ at }) => (intent.reason.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'claim-withdrawn', ...of, claimedAt: at, reason: intent.reason })))
    case 'nudge':
      if (taken !== undefined) return refuse(taken)
      return now.nudgedOn === on ? refuse({ code: 'nudged-already', on }) : accept({ type: 'nudged', task: now.task, unit: now.unit, ...present({ urgent: intent.urgent }) })
    case 'hand-item': {
      const { to } = intent
      return standingOf(now, member).handler === to ? accept() : accept({ type: 'item-handed', ...of, ...present({ to }) })
    }
  }
}

/** Only the claim that was looked at is decided on: another may say something else. */
function onClaim(now: Assignment, { member, claimedAt }: Extract<AssignmentIntent, { type: 'accept-claim' | 'return-claim' | 'withdraw-claim' }>, then: (claim: Claim) => Decision<AssignmentEvent>): Decision<AssignmentEvent> {
  const claim = waitingClaim(now, member)
  if (claim === undefined) return refuse(notClaimed(now, member))
  if (claimedAt !== undefined && claimedAt !== claim.at) return refuse({ code: 'claim-changed', task: now.task, claimedOn: claim.on, by: claim.by })
  return then(claim)
}

/** Sent twice, taken by two processes, pressed after it was typed: the very same of one person, while the first could be taken back, is one answer, unless it was asked for since. */
function isSaidAgain(last: Report, askedAt: readonly (Instant | undefined)[], said: Pick<Report, 'state'> & Partial<Report>, { at, by }: Stamp): boolean {
  const isSame = (['state', 'done', 'problem', 'needs', 'next'] as const).every((field) => last[field] === said[field]) && JSON.stringify(last.answer) === JSON.stringify(said.answer)
  const isSameFigure = said.progress !== undefined && said.progress === last.progress
  const isAskedSince = askedAt.some((each) => each !== undefined && each >= last.at)
  const isTheirOwn = last.by === by && last.onBehalf === undefined
  return isSame && isSameFigure && !isAskedSince && isTheirOwn && Date.parse(at) - Date.parse(last.at) < undoMinutes * 60_000
}

function decideReport(now: Assignment, intent: Extract<AssignmentIntent, { type: 'report' | 'report-on-behalf' }>, stamp: Stamp): Decision<AssignmentEvent> {
  const { member, state, progress, done, problem, needs, next, answer, correction } = intent
  const last = standingOf(now, member).report
  const { corrects, reason } = intent
  const asked = intent.type === 'report' ? intent.asked : undefined
  const isOvertaken = corrects === undefined ? asked !== undefined && last !== undefined && saidAt(last) >= asked : last?.at !== corrects
  if (last === undefined && corrects !== undefined) return refuse({ code: 'nothing-to-correct', task: now.task })
  if (last !== undefined && isOvertaken) return refuse({ code: 'already-answered', at: last.at, by: last.by, state: last.state, ...present({ progress: figureOf(last) }) })
  // What a unit said itself is put right by the unit.
  if (intent.type === 'report-on-behalf' && corrects !== undefined && last?.onBehalf === undefined) return refuse({ code: 'not-recorded-for', task: now.task, ...present({ reportedOn: last?.on }) })
  if (state !== 'normal' && (problem ?? '').trim() === '') return refuse({ code: 'reason-missing' })
  if (last !== undefined && intent.type === 'report' && corrects === undefined && isSaidAgain(last, [now.nudgedAt, standingOf(now).returned?.at, standingOf(now, member).returned?.at], intent, stamp)) return accept()
  const from = last?.progress ?? Percent.parse(0)
  // A lower figure is nearly always a slip on a phone; a deliberate one says so.
  if (progress !== undefined && progress < from && !correction && corrects === undefined) return refuse({ code: 'progress-falls', from, to: progress })
  const onBehalf = intent.type === 'report' ? undefined : intent.onBehalf
  return accept({ type: 'reported', ...voiceOf(intent), state, ...present({ progress, done, problem, needs, next, answer, onBehalf, corrects, reason }) })
}
