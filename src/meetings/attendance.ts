// Who was there: as it is on record; before that, everybody but those who asked to be excused and send nobody.
import { seatWithin } from '#src/ledger/body.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { View } from '#src/queries/view.ts'
import { answeredSeats, type Invited } from './invited.ts'

export type Attending = { seat: Invited; isThere: boolean }
export type Attendance = { seats: Attending[]; besides: readonly string[]; isRecorded: boolean }

export function attendanceOf({ plan, directory }: Pick<View, 'plan' | 'directory'>, meeting: Meeting): Attendance {
  const { attendance } = meeting
  const body = plan.bodies.get(meeting.body)
  const seats = body === undefined ? [] : answeredSeats(body, meeting, directory)
  return {
    seats: seats.map((seat) => ({ seat, isThere: attendance === undefined ? !sendsNobody(seat) : !attendance.absent.some((absent) => isOf(absent, seat)) })),
    besides: attendance?.besides ?? [], isRecorded: attendance !== undefined,
  }
}

const sendsNobody = ({ answer }: Invited): boolean => answer?.coming === false && answer.instead === undefined

/** A group may be on record as a whole. */
const isOf = (recorded: string, { seat }: Invited): boolean => seat === recorded || seat.startsWith(seatWithin(recorded, ''))

/** Another came in their place, or nobody did; who asked to be excused and came after all was there. */
export const isExcused = ({ seat: { answer }, isThere }: Attending): boolean => answer?.coming === false && (!isThere || answer.instead !== undefined)

/** As they are kept. */
export const absentIn = ({ seats }: Attendance): string[] => seats.filter(({ isThere }) => !isThere).map(({ seat }) => seat.seat)

/** The seats that a typed name means: 财政局 for 县财政局, whole or the only one that has it in its name; of a group all of its members'. None where that is not plain. */
export function seatsCalled(name: string, seats: readonly Invited[]): Invited[] {
  const whole = seats.filter((seat) => seat.name === name || isOf(name, seat))
  const like = whole.length > 0 ? whole : seats.filter((seat) => seat.name.includes(name))
  return whole.length > 0 || like.length === 1 ? like : []
}
