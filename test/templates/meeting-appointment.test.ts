import { describe, expect, it } from 'vitest'
import { Instant } from '#src/calendar/day.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { appointmentFile, meetingAppointment, type AppointmentFacts } from '#templates/meeting-appointment.ts'
import { plain, rich } from '#templates/rich.ts'
import { day } from '#test/builders.ts'
import { expectGoodCard } from './card-rules.ts'

const facts: AppointmentFacts = {
  plan: PlanId.parse('p1'), meeting: 'm2', sequence: 0, isCancelled: false, name: '县学前教育工作领导小组会议', day: day('2026-06-18'), time: '15:00', zone: 'Asia/Shanghai', place: '二楼会议室', chair: '何景川',
  members: ['县教育局苏晚晴', '县财政局'], items: ['学位建设', '教师招聘'], contact: '李文', organizer: '县政府督查室', changedAt: Instant.parse('2026-06-01T00:00:00.000Z'),
}
const again = { command: 'meeting', args: {} }
const captionOf = (of: AppointmentFacts, lang: 'zh' | 'en' = 'zh'): string => plain(appointmentFile(of, { lang, again }).caption ?? rich``)

describe('a meeting in a calendar', () => {
  it('is called by plan and meeting, lasts two hours where nothing is said, and tells who comes for what', () =>
    expect(meetingAppointment(facts, 'zh')).toMatchObject({ uid: 'meeting-p1-m2@duban', minutes: 120, summary: '县学前教育工作领导小组会议', description: '主持：何景川\n议题：\n1. 学位建设\n2. 教师招聘\n参加：县教育局苏晚晴、县财政局\n联系人：李文' }))

  it('that is cancelled says so in its title too, for some calendars read no more', () => expect(meetingAppointment({ ...facts, isCancelled: true, sequence: 2 }, 'zh').summary).toBe('【已取消】县学前教育工作领导小组会议'))

  it('is sent with what to do: added, changed, cancelled', () => {
    expect(captionOf(facts)).toBe('县学前教育工作领导小组会议，2026年6月18日 15:00，二楼会议室。打开文件即可加进自己的日历，会前一天和半小时各提醒一次。')
    expect(captionOf({ ...facts, sequence: 1, place: '' })).toBe('县学前教育工作领导小组会议改为2026年6月18日 15:00，地点待定。打开文件更新日历；如果出现两条，请删掉旧的一条。')
    expect(captionOf({ ...facts, sequence: 1, isCancelled: true })).toContain('已取消')
    expect(captionOf({ ...facts, sequence: 1, isCancelled: true }, 'en')).toContain('is cancelled')
  })

  it.each(['zh', 'en'] as const)('that cannot be sent as a file says when and where it is (%s)', (lang) => {
    const { otherwise, name } = appointmentFile(facts, { lang, again })
    expectGoodCard(otherwise)
    expect(otherwise.text).toContain('二楼会议室')
    expect(name).toMatch(/p1-m2-2026-06-18\.ics$/)
  })
})
