// What a person was told of a sitting, in its order: that they are asked to it, that they need not come, and that they are asked after all.
import type { PersonId } from '#src/ledger/ids.ts'
import type { Notice } from './notice.ts'
import { inRound, timesTold, type IsTold } from './times-told.ts'

/** @param changes how often it had been changed @param round how often the person was told before that they need not come */
export const invitedKey = (plan: string, meeting: string, changes: number, person: PersonId, round = 0): string => `meeting-invited/${plan}/${meeting}/${inRound(changes, round)}/${person}`
export const unseatedKey = (plan: string, meeting: string, person: PersonId, round = 0): string => `meeting-out/${plan}/${inRound(meeting, round)}/${person}`

/** How often it had been changed when they were told of it last, before it was changed so often as now; -1 where they were told of it never. */
export function lastToldOf({ plan, meeting, changes }: { plan: string; meeting: string; changes: number }, person: PersonId, isTold: IsTold): number {
  const round = timesUnseated(plan, meeting, person, isTold)
  return Array.from({ length: changes }, (_, at) => at).findLast((at) => isTold(invitedKey(plan, meeting, at, person, round))) ?? -1
}

/** How often they were told that they need not come to it. */
export const timesUnseated = (plan: string, meeting: string, person: PersonId, isTold: IsTold): number => timesTold((times) => unseatedKey(plan, meeting, person, times), isTold)

type OfSitting = Extract<Notice, { kind: 'meeting-invited' | 'meeting-off' }>

/** What is told once may be told again, as somebody loses their seat and has one again: it is over only where nobody was told that they lost it. @param isTold also what is on its way */
export const isSeatedOnce = (notice: Notice, isTold: IsTold): boolean => !isAboutSeat(notice) || timesUnseated(notice.plan, notice.meeting, notice.to, isTold) === 0

/** The notice as it is told after all that was told before: to whoever lost their seat and has one again, by a key of its own, and at once. */
export function inItsSeating(notice: Notice, isTold: IsTold): Notice {
  if (!isAboutSeat(notice)) return notice
  const { plan, meeting, to } = notice
  const round = timesUnseated(plan, meeting, to, isTold)
  if (notice.kind === 'meeting-invited') return { ...(round === 0 ? notice : { ...withoutAfter(notice), key: invitedKey(plan, meeting, notice.changes, to, round) }), ...(notice.changes === 0 ? {} : { last: lastToldOf(notice, to, isTold) }) }
  if (round === 0) return notice
  const after = notice.after.map((_, changes) => invitedKey(plan, meeting, changes, to, round))
  return { ...notice, after, ...(notice.unseated === true ? { key: unseatedKey(plan, meeting, to, round) } : {}) }
}

const isAboutSeat = (notice: Notice): notice is OfSitting => notice.kind === 'meeting-invited' || notice.kind === 'meeting-off'
const withoutAfter = ({ key, to, plan, kind, meeting, changes }: Extract<Notice, { kind: 'meeting-invited' }>): Extract<Notice, { kind: 'meeting-invited' }> => ({ key, to, plan, kind, meeting, changes })
