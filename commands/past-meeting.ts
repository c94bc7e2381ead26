// 补记: a sitting that nobody scheduled here, put on record afterwards.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { present } from '#src/ledger/fields.ts'
import { calledAs, type CountedAs } from '#src/ledger/meeting.ts'
import { cadencesOf, closedShortOf } from '#src/meetings/cadence.ts'
import { numberedAfter } from '#src/meetings/meeting-order.ts'
import { chooseBody, pastMeetingRecorded } from '#templates/meetings.ts'
import { pastMeetingForm } from '#templates/past-meeting-form.ts'
import { bodiesMeant, bodyUnknown } from './body-argument.ts'
import { asShown, pastDayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'

type Asked = { plan?: string | undefined; body?: string | undefined; day?: string | undefined; sort?: CountedAs | undefined; topic?: string | undefined; form: boolean }

export function recordedPast(args: Asked, desk: Desk): Promise<Answer> | Answer {
  const found = bodiesMeant(args, desk)
  const [first, ...more] = found
  const { day: written, sort, form } = args
  const topic = args.topic === '' ? undefined : args.topic
  if (first === undefined) return refused(bodyUnknown(args, desk), desk, runOf('meeting', { past: true, day: written, sort, topic }))
  if (more.length > 0) return answered(chooseBody(found.map(({ plan, body }) => ({ name: body.name, plan: plan.title, run: runOf('meeting', { past: true, day: asShown(written, desk, pastDayIn), sort, topic, plan: plan.id, body: body.id }) })), desk.lang))
  const { plan, body } = first
  if (written === undefined) return { kind: 'form', form: pastMeetingForm({ plan: plan.id, body, sort, topic }, desk.lang) }
  const day = pastDayIn(written, desk.today)
  if (!day.ok) return form ? { kind: 'form-errors', errors: fieldErrors('day', dayRefusal(day, desk.today, 'past'), desk) } : refused(dayRefusal(day, desk.today, 'past'), desk, runOf('meeting', { past: true, plan: plan.id, body: body.id, day: written, sort, topic }))
  const short = closedShortOf(plan, body, desk.today).filter(({ excused }) => excused === undefined)
  return recorded(desk.record(plan.id, { type: 'record-past-meeting', body: body.id, on: day.day, ...calledAs(sort), ...present({ topic }) }), desk, () => {
    const now = desk.plans.get(plan.id) ?? plan
    const made = [...now.meetings.values()].findLast((each) => each.body === body.id && each.day === day.day && each.status === 'held')
    const closed = closedShortOf(now, body, desk.today)
    const filled = short.filter(({ cadence, window }) => !closed.some((each) => each.cadence === cadence && each.window.key === window.key))
    return pastMeetingRecorded({ plan: plan.id, meeting: made?.id, convened: body.convened, name: body.name, day: day.day, called: calledAs(sort), today: desk.today, cadences: cadencesOf(now, body, desk.today), closed, filled, topic, ...present({ numbered: body.convened ? numberedAfter(now, { body: body.id, day: day.day }) : undefined }) }, desk.lang)
  })
}
