// When and where a sitting is: one sentence on every screen.
import { describe, expect, it } from 'vitest'
import type { Day } from '#src/calendar/day.ts'
import { meetingWhere } from '#templates/meeting-when.ts'

const day = '2026-07-10' as Day

describe('when and where a sitting is', () => {
  it('is its day, its hour and its place', () => expect(meetingWhere({ day, time: '15:00', place: '二楼会议室' }, 'zh', day)).toBe('7月10日(周五) 15:00，二楼会议室'))
  it('is said to be open as long as it is to come', () => expect(meetingWhere({ day, time: '15:00', place: '', status: 'scheduled' }, 'zh', day)).toBe('7月10日(周五) 15:00，地点待定'))
  it('is not asked for once it was held', () => expect(meetingWhere({ day, time: '15:00', place: '', status: 'held' }, 'zh', day)).toBe('7月10日(周五) 15:00'))
  it('is the day alone where others call it', () => expect(meetingWhere({ day, time: '', place: '', status: 'scheduled' }, 'zh', day)).toBe('7月10日(周五)'))
})
