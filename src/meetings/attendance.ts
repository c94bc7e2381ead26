// Who was there: as it is on record; before that, everybody but those who asked to be excused and send nobody.
import { bodyOf, holderOf, seatWithin } from '#src/ledger/body.ts'
import { present } from '#src/ledger/fields.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { View } from '#src/queries/view.ts'
import { answeredSeats, seatsSince, type Invited } from './invited.ts'
import { seatNamed } from './seats.ts'

export type Attending = { seat: Invited; isThere: boolean }
/** `chair`: whose seat held it, where that was said. */
export type Attendance = { seats: Attending[]; besides: readonly string[]; isRecorded: boolean; chair?: string }

/** Of the body as it stands today. */
export function attendanceOf({ plan, directory }: Pick<View, 'plan' | 'directory'>, meeting: Meeting): Attendance {
  const { attendance } = meeting
  const body = plan.bodies.get(meeting.body)
  const seats = body === undefined ? [] : answeredSeats(body, meeting, directory)
  const seatOf = seatsSince(seats, directory)
  // A seat that was there has a record of its own, whatever stands for the same unit since.
  const sinceOf = (kept: string): string => ((since) => (since === undefined || (since !== kept && attendance?.there?.includes(since) === true) ? kept : since))(seatOf(kept))
  const absent = attendance?.absent.map(sinceOf)
  return {
    seats: seats.map((seat) => ({ seat, isThere: absent === undefined ? !sendsNobody(seat) : !absent.some((each) => isOf(each, seat)) })),
    besides: attendance?.besides ?? [], isRecorded: attendance !== undefined, ...present({ chair: attendance?.chair === undefined ? undefined : sinceOf(attendance.chair) }),
  }
}

/** As the record has it, whoever sits in the body since. */
export function attendanceKept(view: Pick<View, 'plan' | 'directory'>, meeting: Meeting): Attendance {
  const now = attendanceOf(view, meeting)
  const { there, absent = [], chair } = meeting.attendance ?? {}
  if (there === undefined) return now
  const seatOf = (seat: string): Invited => now.seats.find((each) => each.seat.seat === seat)?.seat ?? seatKept(seat, meeting, view)
  return { ...now, ...present({ chair }), seats: [...there.map((seat) => ({ seat: seatOf(seat), isThere: true })), ...absent.map((seat) => ({ seat: seatOf(seat), isThere: false }))] }
}

const seatKept = (seat: string, { answers, body }: Meeting, { plan, directory }: Pick<View, 'plan' | 'directory'>): Invited =>
  ((name) => ({ seat, name, as: 'member' as const, ...seatNamed(directory, name), ...present({ answer: answers.get(seat) }) }))(holderOf(bodyOf(plan, body), seat))

const sendsNobody = ({ answer }: Invited): boolean => answer?.coming === false && answer.instead === undefined

/** A group may be on record as a whole. A seat that is no member's may have a stroke in its own name: 县委办/县政府办. */
const isOf = (recorded: string, { seat, name }: Pick<Invited, 'seat' | 'name'>): boolean => seat === recorded || seat === seatWithin(recorded, name)

/** Another came in their place, or nobody did; who asked to be excused and came after all was there. */
export const isExcused = ({ seat: { answer }, isThere }: Attending): boolean => answer?.coming === false && (!isThere || answer.instead !== undefined)

/** As they are kept. */
export const absentIn = ({ seats }: Attendance): string[] => seats.filter(({ isThere }) => !isThere).map(({ seat }) => seat.seat)

/** All seats but those, as they are kept. */
export const thereBut = (absent: readonly string[], { seats }: Attendance): string[] => seats.filter(({ seat }) => !absent.some((each) => isOf(each, seat))).map(({ seat }) => seat.seat)

/** Who held it: as it was said, of the body or of those who sat in, else whoever leads the body and came; before it is recorded that one is expected. */
export function chairIn({ seats, besides, chair, isRecorded }: Attendance): Attending | undefined {
  const said = seats.find(({ seat, isThere }) => isThere && isNamed(seat, chair))
  const sitsIn = besides.find((name) => name === chair)
  return said ?? (sitsIn === undefined ? undefined : { seat: sittingIn(sitsIn), isThere: true }) ?? seats.find((each) => each.seat.as === 'leader' && (!isRecorded || isThereThemselves(each)))
}

const isNamed = ({ seat }: Invited, name: string | undefined): boolean => seat === name
const isThereThemselves = (each: Attending): boolean => each.isThere && !isExcused(each)

/** Somebody without a seat: 受组长委托，王副县长主持. */
const sittingIn = (name: string): Invited => ({ seat: name, name, as: 'member', units: [], people: [] })

/** Who may have held it: those who came themselves, deputies of the body before its members, then whoever came for another, then who sat in. */
export function mayHaveChaired({ seats, besides }: Attendance): Invited[] {
  const themselves = ranks.flatMap((rank) => seats.filter((each) => each.seat.as === rank && isThereThemselves(each)))
  return [...[...themselves, ...seats.filter((each) => each.isThere && isExcused(each))].map(({ seat }) => seat), ...besides.map(sittingIn)]
}

/** By a name that one alone can mean, of those with a seat before those who sat in. */
export function chairCalled(said: string, { seats, besides }: Attendance): Invited | undefined {
  const [called, ...others] = seatsCalled(said, seats.map(({ seat }) => seat))
  if (called !== undefined) return others.length === 0 ? called : undefined
  return seatsCalled(said, besides.map(sittingIn))[0]
}

const ranks = ['leader', 'deputy', 'member'] as const

/** Whoever held it was there. */
export const heldBy = (of: Attendance, chair: string | undefined): Attendance =>
  chair === undefined ? of : { ...of, chair, seats: of.seats.map((each) => (isNamed(each.seat, chair) ? { ...each, isThere: true } : each)) }

/** Nobody has answered for them: they may have come or not. */
export const unheardIn = ({ seats, chair }: Attendance): Invited[] => seats.flatMap(({ seat }) => (seat.answer === undefined && !isNamed(seat, chair) ? [seat] : []))

/** The seats that a typed name means: 财政局 for 县财政局, whole or the only one that has it in its name; of a group all of its members'. None where that is not plain. */
export function seatsCalled(name: string, seats: readonly Invited[]): Invited[] {
  const whole = seats.filter((seat) => seat.name === name || isOf(name, seat))
  const like = whole.length > 0 ? whole : seats.filter((seat) => seat.name.includes(name))
  return whole.length > 0 || like.length === 1 ? like : []
}
