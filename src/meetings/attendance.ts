// Who was there: as it is on record; before that, everybody but those who asked to be excused and send nobody.
import type { InvitationAnswer, Meeting } from '#src/ledger/meeting.ts'
import type { View } from '#src/queries/view.ts'
import { seatsOn, type Seat } from './seats.ts'

/** `answer`: to the invitation. */
export type Attending = { seat: Seat; isThere: boolean; answer?: InvitationAnswer }
export type Attendance = { seats: Attending[]; besides: readonly string[]; isRecorded: boolean }

export function attendanceOf({ plan, directory }: Pick<View, 'plan' | 'directory'>, { body: id, attendance, answers }: Meeting): Attendance {
  const body = plan.bodies.get(id)
  const seats = body === undefined ? [] : seatsOn(directory, body)
  return {
    seats: seats.map((seat) => {
      const answer = answers.get(seat.name)
      const isExcused = answer?.coming === false && answer.instead === undefined
      return { seat, isThere: attendance === undefined ? !isExcused : !attendance.absent.includes(seat.name), ...(answer === undefined ? {} : { answer }) }
    }),
    besides: attendance?.besides ?? [], isRecorded: attendance !== undefined,
  }
}

export const absentIn = ({ seats }: Attendance): string[] => seats.filter(({ isThere }) => !isThere).map(({ seat }) => seat.name)
