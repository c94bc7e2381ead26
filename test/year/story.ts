// What is done in the two years whatever anybody answers: plans issued, dates bound and moved, people away and changed, rounds, meetings.
import type { PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { day, taskNo } from '#test/builders.ts'
import { does, education, rural, secretaryName, step, water } from './acts.ts'
import type { County } from './county.ts'
import type { Act, Step } from './life.ts'
import { amended } from './story-amended.ts'
import { asked } from './story-asks.ts'
import { peopleChange } from './story-people.ts'
import { reviewsRun } from './story-reviews.ts'
import { roundsRepeat } from './story-rounds.ts'
import { sittings } from './story-sittings.ts'
import { unitsChange } from './story-units.ts'
import { undone } from './story-undone.ts'

const setDue = (task: number, on: string, reason: string): PlanIntent => ({ type: 'set-due', task: taskNo(task), day: day(on), reason })
const lead = (task: number, name: string) => (county: County): PlanIntent => ({ type: 'set-lead', task: taskNo(task), unit: county.unitOf(name) })
const nudge = (task: number, name: string, urgent?: string) => (county: County): PlanIntent => ({ type: 'nudge', task: taskNo(task), unit: county.unitOf(name), ...(urgent === undefined ? {} : { urgent }) })
const tasks = (from: number, to: number): ReturnType<typeof taskNo>[] => Array.from({ length: to - from + 1 }, (_, at) => taskNo(from + at))
const round = (title: string, of: ReturnType<typeof taskNo>[], since: string, until: string): PlanIntent => ({ type: 'open-round', title, tasks: of, since: day(since), until: day(until) })
const away = (name: string, from: string, until: string, deputy?: string): Act => async (county, at) =>
  county.people(at, { type: 'set-absence', person: county.person(name), from: day(from), until: day(until), ...(deputy === undefined ? {} : { deputy: county.person(deputy) }) }, county.person(secretaryName))
const review = (on: string, ...units: readonly string[]) => (county: County): PlanIntent => ({ type: 'schedule-review', kind: 'inspection', day: day(on), tasks: [taskNo(1)], units: units.map((unit) => county.unitOf(unit)), prepare: '台账' })
const onBehalf = (task: number, unit: string) => (county: County): PlanIntent => ({
  type: 'report-on-behalf', task: taskNo(task), unit: county.unitOf(unit), state: 'normal', done: '已完成测算', correction: false, onBehalf: { who: '值班室', on: day('2026-01-12'), how: '电话' },
})
const milestones = (task: number, year: number, ...list: readonly [string, string][]) => (county: County): PlanIntent => ({
  type: 'propose-milestones', task: taskNo(task), unit: county.unitOf('县教育局'), year, milestones: list.map(([what, by]) => ({ what, by: day(by) })),
})

/** Invented for the sample county: the year has no arrangement of its own in the table yet. */
const daysOff2027 = {
  off: ['2027-01-01', '2027-01-02', '2027-01-03', ...Array.from({ length: 8 }, (_, at) => `2027-02-${String(5 + at).padStart(2, '0')}`), '2027-04-05', '2027-05-01', '2027-05-02', '2027-05-03', '2027-05-04', '2027-05-05', '2027-06-09', '2027-09-15', ...Array.from({ length: 7 }, (_, at) => `2027-10-0${at + 1}`)],
  work: ['2027-02-14', '2027-02-20', '2027-05-08', '2027-09-26', '2027-10-09'],
}

/** Each plan is imported and handed out as a secretary does it. */
const issued = (name: string, plan: PlanId, importedOn: string, handedOutOn: string): Step[] => [
  step(importedOn, '10:00', async (county, at) => county.importPlan(at, name)), step(handedOutOn, '10:00', does(plan, { type: 'hand-out' })),
]

export const months2026and2027: readonly Step[] = [
  ...issued('yunxi-education-2026-2028', education, '2026-01-08', '2026-01-09'),
  step('2026-02-10', '11:00', does(education, setDue(10, '2027-08-31', '项目批复明确'))),
  ...issued('yunxi-rural-2026-2028', rural, '2026-03-02', '2026-03-03'),
  step('2026-03-18', '09:30', does(education, nudge(12, '县教育局'))),
  step('2026-03-18', '10:30', does(education, nudge(4, '县教育局'))),
  ...issued('yunxi-water', water, '2026-04-13', '2026-04-14'),
  step('2026-04-20', '16:00', does(education, (county) => ({ type: 'schedule-meeting', body: 'b1', day: day('2026-05-20'), time: '15:00', place: county.unitOf('县政府办公室') }))),
  step('2026-05-11', '10:10', does(water, setDue(1, '2027-12-31', '按批复'))),
  step('2026-05-11', '10:20', does(water, setDue(2, '2026-06-30', '按批复'))),
  step('2026-05-25', '10:00', does(education, (county) => ({ type: 'snooze', task: taskNo(4), until: day(county.ledgers.plans().size > 0 ? '2026-06-08' : '2026-06-09') }), '苏晚晴')),
  step('2026-05-28', '11:30', does(water, lead(1, '县住建局'))),
  step('2026-06-10', '14:00', does(education, lead(24, '县教育局'))),
  step('2026-06-11', '10:00', does(education, (county) => ({ type: 'request-agenda', body: [...county.ledgers.plans().values()].flatMap(({ bodies }) => [...bodies.values()]).find(({ convened }) => !convened)?.id ?? '', topic: '听取基础教育工作汇报' }))),
  step('2026-06-20', '21:30', does(education, nudge(9, '县发改局', '周一上会，今晚要数'))),
  step('2026-07-01', '10:00', does(education, round('年中进展', tasks(1, 12), '2026-07-01', '2026-07-10'))),
  step('2026-07-02', '17:00', away('苏晚晴', '2026-07-06', '2026-07-17', '唐一鸣')),
  step('2026-07-09', '17:00', does(education, { type: 'close-round', round: 'n1' })),
  step('2026-06-22', '15:00', does(education, review('2026-06-26', '县教育局', '县财政局'))),
  step('2026-06-29', '16:30', does(education, review('2026-06-30', '县人社局'))),
  step('2026-07-20', '14:00', does(education, onBehalf(9, '县发改局'))),
  step('2026-08-03', '11:00', async (county, at) => {
    await county.people(at, { type: 'add-handler', unit: county.unitOf('县教育局'), name: '韩雪松', handle: { platform: 'slack', id: 'U0DBHX01' } }, county.person('苏晚晴'))
    for (const task of [7, 21]) await county.plan(at, education, county.person('苏晚晴'), { type: 'hand-item', task: taskNo(task), unit: county.unitOf('县教育局'), to: county.personBy('U0DBHX01') })
  }),
  step('2026-08-20', '11:00', does(education, setDue(25, '2026-12-15', '平台改造'))),
  step('2026-09-14', '09:40', async (county, at) => {
    await county.people(at, { type: 'add-person', name: '乔安', title: '县人社局干部', handle: { platform: 'slack', id: 'U0DBXR01' } })
    await county.people(at, { type: 'hand-over', from: county.person('陆晓枫'), to: county.person('乔安') })
  }),
  step('2026-10-20', '11:00', does(rural, { type: 'set-own-days-off', days: [day('2026-10-26')], reason: '县庆' })),
  step('2026-11-02', '11:00', does(education, { type: 'pause-task', task: taskNo(19), reason: '经费调整', until: day('2026-12-01') })),
  step('2026-11-06', '16:00', away('苏晚晴', '2026-11-09', '2026-11-13')),
  step('2026-10-12', '10:00', does(education, { type: 'reopen-task', task: taskNo(20), reason: '回头看发现未兑现' })),
  step('2026-10-19', '10:00', does(education, (county) => ({ type: 'hand-item', task: taskNo(21), unit: county.unitOf('县教育局') }), '苏晚晴')),
  step('2026-11-16', '11:00', async (county, at) => county.people(at, { type: 'announce-days-off', year: 2027, off: daysOff2027.off.map(day), work: daysOff2027.work.map(day) })),
  step('2026-12-14', '11:00', does(education, { type: 'resume-task', task: taskNo(19), words: '经费已定' })),
  step('2027-01-18', '15:00', does(education, milestones(1, 2027, ['读本定稿', '2027-04-30'], ['读本进校', '2027-10-31']), '苏晚晴')),
  step('2027-01-18', '15:05', does(education, milestones(2, 2027, ['抽测方案印发', '2027-03-31']), '苏晚晴')),
  step('2027-01-25', '15:00', does(education, { type: 'approve-milestones', task: taskNo(1), year: 2027 })),
  step('2027-01-26', '15:00', does(education, { type: 'return-milestones', task: taskNo(2), year: 2027, reason: '太少' })),
  step('2027-02-01', '10:00', does(rural, { type: 'set-policy', set: { dueMarks: [15, 5, 1, 0], overdueEvery: 3, headAfter: 3, digestFrom: '10:00' } })),
  step('2027-03-10', '10:00', does(rural, setDue(5, '2027-04-16', '专项任务'))),
  step('2027-03-15', '10:00', does(education, { type: 'reopen-task', task: taskNo(12), reason: '集团运行不实' })),
  step('2027-03-23', '17:30', does(education, review('2027-03-24', '县财政局', '各乡镇'))),
  step('2027-03-29', '10:00', does(rural, round('春季进展', tasks(1, 14), '2027-03-01', '2027-04-09'))),
  step('2027-06-01', '10:00', does(rural, lead(5, '县人社局'))),
  step('2027-06-21', '09:40', does(rural, onBehalf(13, '县财政局'))),
  step('2027-07-05', '10:00', away('关和平', '2027-07-06', '2027-07-20', '石海涛')),
  step('2027-09-01', '10:00', does(education, setDue(13, '2027-10-29', '延后验收'))),
  step('2027-10-15', '10:00', does(water, { type: 'archive-plan', reason: '并入新方案' })),
  ...peopleChange, ...asked, ...undone, ...roundsRepeat, ...unitsChange, ...amended, ...sittings, ...reviewsRun,
]

export type Weeks = { from: string; to: string; steps: readonly Step[] }

/** Some weeks of it by themselves: the plans are issued as they begin, and what is in these weeks happens. */
const weeks = (from: string, to: string, besides: readonly Step[] = []): Weeks => ({
  from, to,
  steps: [
    ...([['yunxi-education-2026-2028', education], ['yunxi-rural-2026-2028', rural], ['yunxi-water', water]] as const).flatMap(([name, plan], nth) => issued(name, plan, from, from).map((each, at) => ({ ...each, time: `10:${nth}${at}` }))),
    ...months2026and2027.filter(({ on }) => on > from && on <= to), ...besides,
  ],
})

export const summer = weeks('2026-06-08', '2026-07-12', [
  step('2026-06-09', '11:00', does(water, setDue(2, '2026-06-30', '按批复'))),
  step('2026-06-11', '16:00', does(rural, { type: 'pause-task', task: taskNo(13), reason: '预算未批' })),
  step('2026-06-23', '21:10', does(education, setDue(14, '2026-08-14', '消防整改'))),
  step('2026-06-24', '10:00', does(education, setDue(25, '2026-07-31', '平台改造'))),
  step('2026-06-29', '15:00', does(education, (county) => ({ type: 'claim', task: taskNo(20), unit: county.unitOf('县财政局'), words: '已全部兑现' }), '唐一鸣')),
])
/** In which people change. */
export const autumn = weeks('2026-08-31', '2026-09-30')
