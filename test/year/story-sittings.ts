// Sittings of the two years: moved, called off, a team that meets every month.
import { present } from '#src/ledger/fields.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { day } from '#test/builders.ts'
import { does, education, step } from './acts.ts'
import type { County } from './county.ts'
import type { Step } from './life.ts'

const call = (body: string, on: string, time: string) => ({ type: 'schedule-meeting' as const, body, day: day(on), time, place: '二楼会议室' })

/** The sitting of a body that still stands, the last that was called. */
const standing = (county: County, body: string): string => [...(county.ledgers.plans().get(education)?.meetings.values() ?? [])].findLast((meeting) => meeting.body === body && meeting.status === 'scheduled')?.id ?? ''
const changed = (body: string, on: string, time: string, over: number) => (county: County): PlanIntent => ({ type: 'change-meeting', meeting: standing(county, body), day: day(on), time, place: '三楼会议室', over })

/** Without its last members, or with all that the text has. */
const seated = (id: string, butFor: number) => (county: County): PlanIntent => {
  const body = county.ledgers.plans().get(education)?.bodies.get(id)
  if (body === undefined) throw new Error(`there is no ${id}`)
  const { name, convened, deputies, leader, office, section, set } = body
  const members = set?.said?.members ?? body.members
  return { type: 'set-body', body: id, name, convened, deputies, members: members.slice(0, members.length - butFor), ...present({ leader, office, section, over: set?.at }) }
}

/** The leading group's is moved, and moved again; one of a team's is called off; of a series of the other's the last. */
export const sittings: readonly Step[] = [
  step('2026-06-09', '15:00', does(education, call('b1', '2026-06-24', '09:30'))),
  // Members lose their seats after they were asked, and have them again.
  step('2026-06-10', '10:00', does(education, seated('b1', 3))),
  step('2026-06-10', '14:00', does(education, seated('b1', 0))),
  step('2026-06-11', '10:00', does(education, changed('b1', '2026-06-25', '15:00', 0))),
  step('2026-06-11', '10:20', does(education, call('b2', '2026-06-17', '15:00'))),
  step('2026-06-15', '16:00', does(education, (county) => ({ type: 'cancel-meeting', meeting: standing(county, 'b2'), reason: '防汛值守' }))),
  step('2026-06-24', '11:00', does(education, changed('b1', '2026-06-25', '16:00', 1))),
  step('2026-06-26', '10:00', does(education, (county) => ({ type: 'issue-minutes', meeting: [...(county.ledgers.plans().get(education)?.meetings.values() ?? [])].findLast(({ body }) => body === 'b1')?.id ?? '' }))),
  step('2026-09-02', '10:00', does(education, { ...call('b3', '2026-09-10', '15:00'), later: [day('2026-10-12'), day('2026-11-10'), day('2026-12-10')] })),
  step('2026-11-12', '10:00', does(education, (county) => ({ type: 'cancel-meeting', meeting: standing(county, 'b3'), reason: '并入领导小组会议', rest: true }))),
]
