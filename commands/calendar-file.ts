// 加入日历: a sitting as a file that calendars open; changed and called off it takes the place of the one before.
import { command } from '#src/command.ts'
import { sittingOf } from '#src/meetings/sitting.ts'
import { sittingAppointment } from '#templates/sitting-appointment.ts'
import { appointmentFile } from '#templates/meeting-appointment.ts'
import { ways } from '#templates/ways.ts'
import { fileOf } from './file-of.ts'
import { meetingMeant, MeetingName, typedMeeting } from './meeting-argument.ts'
import { refused } from './refused.ts'
import { viewOf } from './view-of.ts'

export const calendarFile = command({
  name: { zh: '加入日历', en: 'calendar-file' },
  usage: { zh: '加入日历 m1', en: 'calendar-file m1' },
  about: { zh: '把会议存进自己的日历（.ics），改期后再要一次即可更新', en: 'a meeting for your own calendar (.ics); ask again after a change' },
  then: { zh: '发给您一个日历文件，点开即可加入。', en: 'You are sent a file to open.' },
  group: 'meeting',
  may: 'see',
  args: MeetingName,
  typed: ([name = '']) => typedMeeting(name),
  async run(args, desk) {
    const found = meetingMeant(args, ways.calendarFile, desk)
    if (!found.ok) return found.answer
    const { plan, meeting } = found
    const sitting = sittingOf(viewOf(desk, plan), meeting.id)
    if (sitting === undefined || meeting.time === '') return refused({ code: 'meeting-unknown', asked: args.meeting }, desk)
    return fileOf(appointmentFile(sittingAppointment(sitting, plan.zone, desk.directory, desk.lang), { lang: desk.lang, again: ways.calendarFile(plan.id, meeting.id) }), desk)
  },
})
