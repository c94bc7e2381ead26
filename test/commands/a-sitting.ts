// A body with a sitting called for 10 July at three, a county's plan to look at there, and what a person presses.
import { commands } from '#commands/index.ts'
import type { Answer } from '#src/command.ts'
import { Instant } from '#src/calendar/day.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Run } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { after, day, directoryWith, planOf, report, task } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { act, buttons, cardIn } from './acting.ts'

export const secretary = PersonId.parse('u1')
export const directory = directoryWith([{ name: '县教育局', aliases: ['县教体局'] }, '县财政局', '县人社局'],
  { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', title: '县长', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '韩雪', contactOf: ['县人社局'] })
export const group = { id: 'b1', name: '县教育工作领导小组', convened: true, leader: '何景川', deputies: [], members: ['县教育局', '县财政局', '县人社局主要负责同志'], office: '县教育局', cadences: [] }
export const team = { id: 'b2', name: '学前专班', convened: true, deputies: [], members: ['县教育局'], section: '学前教育', cadences: [] }
export const call = (on: string, body = 'b1') => ({ type: 'schedule-meeting' as const, body, day: day(on), time: '15:00', place: '二楼会议室' })
/** 1 is overdue, 2 is stuck, 3 is near, 4 is well. */
export function plan(): PlanState {
  const of = planOf([task(1, { title: '普惠园建设', lead: '县教育局', due: '2026-06-20' }), task(2, { title: '教师补充', lead: '县人社局' }), task(3, { title: '生均经费', lead: '县财政局', due: '2026-07-14' }), task(4, { title: '集团化办学', section: '学前教育', lead: '县教育局' })], { bodies: [group, team] })
  after(of, '2026-06-30', { ...report(2, '县人社局', { state: 'difficulty', problem: '编制没有下来' }), needs: '县财政局' } as never)
  after(of, '2026-07-01', report(4, '县教育局', { done: '已签约2所' }))
  return after(of, '2026-07-02', call('2026-07-10'), secretary)
}
const instantAt = (on: string, time: string): Instant => Instant.parse(new Date(`${on}T${time}:00+08:00`).toISOString())
/** The hour it is called for. */
export const threeOn = (on: string): Instant => instantAt(on, '15:00')
/** @param time of the day, Chinese: after three, unless it matters */
export const deskFor = (of: PlanState, today = '2026-07-02', asker = '沈若兰', lang: 'zh' | 'en' = 'zh', time = '16:00'): TestDesk => deskOf({ plans: [of], directory, asker, today, lang, now: instantAt(today, time) })
export const press = async (answer: Answer, label: string, desk: TestDesk, more: object = {}): Promise<Answer> => {
  const run = buttons(cardIn(answer))[label]
  if (run === undefined) throw new Error(`no ${label} among ${Object.keys(buttons(cardIn(answer))).join('、')}`)
  return pressRun(run, desk, more)
}
export const pressRun = async (run: Run, desk: TestDesk, more: object = {}): Promise<Answer> => {
  const command = commands.find(({ name }) => name.en === run.command)
  if (command === undefined) throw new Error(run.command)
  return act(command, { ...run.args, ...more }, desk)
}
export const headings = (answer: Answer): string[] => (cardIn(answer).sections ?? []).map(({ heading }) => (heading === undefined ? '' : plain(heading)))
export const lines = (answer: Answer): string[] => (cardIn(answer).sections ?? []).flatMap(({ rows }) => rows.map(({ line }) => plain(line)))
