// What sittings ask: who is invited, what is told of a change, the day before, and whether they were held.
import { aboutOf, isNews, owed, type Owed, type Scene } from './owed.ts'
import { namesOf, type Meeting } from './standing.ts'

export const ofMeetings = (scene: Scene): Owed[] => scene.plan.meetings.flatMap((meeting) => ofOne(scene, meeting))

function ofOne(scene: Scene, meeting: Meeting): Owed[] {
  const { people, today, time, plan } = scene
  const { id, day, status, changes } = meeting
  const hasBegun = day < today || (day === today && meeting.time <= time)
  // Two hours later it is asked whether it was held, and nothing while it goes on.
  const isOver = day < today || (hasBegun && minutesOf(time) >= minutesOf(meeting.time) + 120)
  const ofItsDay = day === today && meeting.toldOn !== today ? owed(scene, 'meeting-today', people.withRole('secretary'), { meeting: id, changes }) : []
  if (status === 'scheduled' && hasBegun && !isOver) return ofItsDay
  if (status === 'scheduled' && isOver) return owed(scene, 'meeting-passed', people.withRole('secretary'), { meeting: id, changes: changes === 0 ? undefined : changes })
  const seats = seatsOf(scene, meeting)
  const { minutes } = meeting
  if (minutes !== undefined) return isNews(scene, minutes.on, plan.policy.ruledTold) ? owed(scene, 'minutes-issued', seats.flatMap((seat) => seat.people).filter((person) => person !== minutes.by), { meeting: id }) : []
  // Of one that we called, once, from the third working day after it to the tenth.
  if (status === 'meeting-held' && isOurs(scene, meeting) && today >= scene.days.from(day, 3) && today <= scene.days.from(day, 10)) return owed(scene, 'minutes-wait', people.withRole('secretary'), { meeting: id })
  const everybody = seats.flatMap((seat) => seat.people)
  // Whoever was told since that they need not come is told that they are asked after all.
  const invited = (): Owed[] => owed(scene, 'meeting-invited', everybody, { meeting: id, changes }).map((each) => ({ ...each, afresh: [{ kind: 'meeting-off', about: aboutOf({ meeting: id, unseated: true }) }] }))
  if (status === 'meeting-cancelled' && today <= day) {
    const onlyAfter = Array.from({ length: changes + 1 }, (_, at) => ({ kind: 'meeting-invited', about: aboutOf({ meeting: id, changes: at }) }))
    return [...owed(scene, 'meeting-off', everybody, { meeting: id }).map((each) => ({ ...each, onlyAfter })), ...ofUnseated(scene, meeting, seats)]
  }
  if (status !== 'scheduled') return []
  const isFirst = meeting.series === undefined || meeting.series === id
  // Of a series what comes later is told of a week before, or at the first of the marks where that is sooner.
  const isNear = scene.days.between(today, day) <= Math.max(5, ...plan.policy.reviewMarks)
  if (seats.length === 0) return []
  // Who knew of it before it was moved far off hears at once.
  const unseated = ofUnseated(scene, meeting, seats)
  const before = Array.from({ length: changes }, (_, at) => ({ kind: 'meeting-invited', about: aboutOf({ meeting: id, changes: at }) }))
  if (!isFirst && !isNear) return changes === 0 ? [] : [...invited().map((each) => ({ ...each, onlyAfter: before })), ...unseated]
  return [...ofItsDay, ...invited(), ...unseated, ...owed(scene, 'meeting-watch', people.withRole('secretary'), { meeting: id }), ...ofTheDayBefore(scene, meeting, seats)]
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** On the working day before, to those who did not say no; not to those who were only told on it. */
function ofTheDayBefore(scene: Scene, { id, day, changes, toldOn, answers }: Meeting, seats: readonly Seat[]): Owed[] {
  const { days, today, plan } = scene
  const last = Math.min(...plan.policy.reviewMarks.filter((mark) => mark > 0))
  const before = Number.isFinite(last) ? days.from(day, -last) : undefined
  if (before === undefined || today < before || toldOn >= before) return []
  return owed(scene, 'meeting-ahead', seats.filter((seat) => answerOf(scene, seat, seats, answers) !== false).flatMap(({ people }) => people), { meeting: id, changes })
}

/** As it was given last for the seat, or for its unit under a name that is no seat any more. */
function answerOf({ people }: Scene, { name, unit }: Seat, seats: readonly Seat[], answers: Meeting['answers']): boolean | undefined {
  const unitMeant = (kept: string): string | undefined => people.unitCalled(kept) ?? people.unitCalled(kept.split('/').at(-1) ?? '')
  const given = [...answers].filter(([kept]) => kept === name || (unit !== undefined && !seats.some((seat) => seat.name === kept) && unitMeant(kept) === unit))
  return given.at(-1)?.[1]
}

type Seat = { name: string; unit?: string | undefined; people: readonly string[] }

const isOurs = ({ plan }: Scene, { body: id, time }: Meeting): boolean => time !== '' && plan.bodies.some((each) => each.id === id && each.convened)

/** Of a body that we call: every seat once, of a group each member's. */
function seatsOf({ plan, people, today }: Scene, { body: id, time }: Meeting): Seat[] {
  const body = plan.bodies.find((each) => each.id === id)
  if (body === undefined || !body.convened || time === '') return []
  return seatsNamed({ people, today }, namesOf(body))
}

/** Once, to whoever was asked and whose seat is gone since. */
function ofUnseated(scene: Scene, { id, body, changes }: Meeting, seats: readonly Seat[]): Owed[] {
  const former = scene.plan.bodies.find((each) => each.id === body)?.former ?? []
  const seated = new Set(seats.flatMap(({ people }) => people))
  const gone = seatsNamed(scene, former).flatMap(({ people }) => people).filter((person) => !seated.has(person))
  const onlyAfter = Array.from({ length: changes + 1 }, (_, at) => ({ kind: 'meeting-invited', about: aboutOf({ meeting: id, changes: at }) }))
  return seats.length === 0 ? [] : owed(scene, 'meeting-off', gone, { meeting: id, unseated: true }).map((each) => ({ ...each, onlyAfter, afresh: onlyAfter }))
}

function seatsNamed({ people, today }: Pick<Scene, 'people' | 'today'>, names: readonly string[]): Seat[] {
  return names.flatMap((name) => {
    const unit = people.unitCalled(name)
    if (unit !== undefined && people.isGroup(unit) && people.voices(unit).length > 1) return people.voices(unit).map((voice) => ({ name: `${name}/${people.nameOf(voice)}`, unit: voice, people: people.asked([voice], today) }))
    return [{ name, unit, people: unit === undefined ? people.called(name, today) : people.asked([unit], today) }]
  })
}
