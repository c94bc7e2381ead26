// Who is asked to a sitting and what each seat has answered: the facts of the invitation, of the office's message and of the papers.
import { unitName, type Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { formerSeats, seatWithin } from '#src/ledger/body.ts'
import type { InvitationAnswer, Meeting } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan-state.ts'
import { seatNamed, seatsHeld, seatsOn, standsFor, type Seat } from './seats.ts'

/** `seat`: as its answer is kept; of a group each member has one. */
export type Invited = Seat & { seat: string; answer?: InvitationAnswer }

/** Every seat of its body as it is held on the day of the directory, the leader first; nobody of a body that others call. */
export function invitedTo({ bodies }: Pick<PlanState, 'bodies'>, meeting: Meeting, directory: Directory): Invited[] {
  const body = bodies.get(meeting.body)
  return body?.convened !== true || meeting.time === '' ? [] : answeredSeats(body, meeting, directory)
}

/** Who held a seat that its body has no more: they may have been asked to it, and are asked no more. */
export function unseatedFrom({ bodies }: Pick<PlanState, 'bodies'>, meeting: Meeting, directory: Directory): Person[] {
  const body = bodies.get(meeting.body)
  const former = body === undefined ? [] : formerSeats(body)
  if (former.length === 0) return []
  const invited = invitedTo({ bodies }, meeting, directory)
  const seated = new Set(peopleInvited(invited).map(({ id }) => id))
  return invited.length === 0 ? [] : [...new Map(former.flatMap((name) => seatNamed(directory, name).people).map((person) => [person.id, person])).values()].filter(({ id }) => !seated.has(id))
}

/** Every seat of a body with what was answered for it, those of a group one by one: also where it was answered under another name. */
export function answeredSeats(body: Parameters<typeof seatsOn>[1], { answers }: Pick<Meeting, 'answers'>, directory: Directory): Invited[] {
  const seats = seatsOpened(body, directory)
  const seatOf = seatsSince(seats, directory)
  const latest = new Map<string, InvitationAnswer>()
  // What was said last counts, under whichever name.
  for (const [kept, answer] of answers) {
    const seat = seatOf(kept)
    const before = seat === undefined ? undefined : latest.get(seat)
    if (seat !== undefined && (before === undefined || before.at <= answer.at)) latest.set(seat, answer)
  }
  return seats.map((seat) => ((answer) => (answer === undefined ? seat : { ...seat, answer }))(latest.get(seat.seat)))
}

/** Which seat of today is meant by a name that was kept: that of the name, else, for a unit may be renamed and a body edited, the one that stands for the same unit or person. */
export function seatsSince(seats: readonly Invited[], directory: Directory): (kept: string) => string | undefined {
  const named = new Set(seats.map(({ seat }) => seat))
  let known: ReadonlyMap<string, string> | undefined
  const byHolder = (): ReadonlyMap<string, string> => new Map(seats.flatMap(({ seat, ...held }) => ((holder) => (holder === undefined ? [] : [[holder, seat] as const]))(standsFor(held))).toReversed())
  return (kept) => {
    if (named.has(kept)) return kept
    known ??= byHolder()
    return known.get(namesIn(kept).flatMap((name) => standsFor(seatNamed(directory, name)) ?? [])[0] ?? '')
  }
}

/** A member's name stands behind that of its group, which the body may have no more; a name may have a stroke of its own. */
const namesIn = (kept: string): string[] => [kept, ...[...kept.matchAll(/\//gu)].map(({ index }) => kept.slice(index + 1))]

/** Everybody's seat, of a group each member's. */
export const seatsOpened = (body: Parameters<typeof seatsOn>[1], directory: Directory): Invited[] =>
  seatsOn(directory, body).flatMap((seat) => (seat.units.length < 2 ? [{ ...seat, seat: seat.name }] : membersOf(seat, directory)))

const membersOf = (group: Seat, directory: Directory): Invited[] =>
  group.units.map((unit) => ((name) => ({ ...group, name, seat: seatWithin(group.name, name), units: [unit], people: seatNamed(directory, name).people }))(unitName(directory, unit)))

export type AnswersStanding = { coming: Invited[]; away: Invited[]; silent: Invited[]; /** Nobody is there whom a message reaches. */ untold: Invited[] }

export const answersStanding = (invited: readonly Invited[]): AnswersStanding => ({
  coming: invited.filter(({ answer }) => answer?.coming === true),
  away: invited.filter(({ answer }) => answer?.coming === false),
  silent: invited.filter(({ answer, people }) => answer === undefined && people.length > 0),
  untold: invited.filter(({ answer, people }) => answer === undefined && people.length === 0),
})

/** The seats for which somebody answers. */
export const ownSeats = (invited: readonly Invited[], person: Pick<Person, 'id'> | undefined): Invited[] => seatsHeld(invited, person)

/** Everybody who is asked, each once, in the order of their seats. */
export const peopleInvited = (invited: readonly Invited[]): Person[] => [...new Map(invited.flatMap(({ people }) => people).map((person) => [person.id, person])).values()]
