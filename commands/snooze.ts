// 稍后提醒: one's own reminder of a task on a later working day, never past its date.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import { answered, command, type Desk } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import { snoozableOn } from '#src/reminders/rules.ts'
import { opensWeek } from '#src/reminders/patience.ts'
import { snoozeChoices, snoozed, type SnoozeFacts } from '#templates/snooze.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument } from './task-argument.ts'
import { viewOf } from './view-of.ts'

export const snooze = command({
  name: { zh: '稍后提醒', en: 'snooze' },
  also: ['稍后', '晚点提醒', '推后提醒'],
  usage: { zh: '稍后提醒 12 7月10日', en: 'snooze 12 7/10' },
  about: { zh: '过几天再提醒自己，最晚到期前', en: 'be reminded on a later day, by the date at the latest' },
  then: { zh: '只对您自己；填报后就不再提醒。', en: 'For you alone; a report ends it.' },
  group: 'report',
  may: 'snooze',
  args: z.object({ task: TaskArgument, day: z.string().max(40).default('') }),
  typed: ([task, ...day]) => ({ task, day: day.join('') }),
  run({ task: asked, day: written }, desk) {
    const found = findTask(desk, asked, (plan, task) => latestFor(desk, plan, task) !== undefined)
    if (!found.ok) return refused(found.refusal, desk, runOf('snooze', { task: asked, day: written }))
    const { plan, task } = found
    const latest = latestFor(desk, plan, task)
    if (latest === undefined) return refused({ code: 'nothing-to-snooze', task }, desk)
    if (latest <= desk.today) return refused({ code: 'snooze-too-late', task }, desk)
    const facts: SnoozeFacts = { task: { plan: plan.id, number: task, title: plan.tasks.get(task)?.title ?? '' }, today: desk.today }
    if (written === '') return answered(snoozeChoices(facts, daysToChoose(viewOf(desk, plan).calendar, desk.today, latest), desk.lang))
    const day = dayIn(written, desk.today)
    if (!day.ok) return refused(dayRefusal(day, desk.today), desk)
    if (day.day <= desk.today) return refused({ code: 'day-past', day: day.day, today: desk.today }, desk)
    const { calendar } = viewOf(desk, plan)
    const until = calendar.isWorkingDay(day.day) ? day.day : calendar.addWorkingDays(day.day, 1)
    if (until > latest) return refused({ code: 'snooze-too-late', task, latest }, desk)
    return recorded(desk.record(plan.id, { type: 'snooze', task, until }), desk, () => snoozed(facts, until, day.day, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})

/** Until when the asker may put a reminder of it off, as if nothing had been put off before; undefined where there is none. */
export function latestFor(desk: Desk, plan: PlanState, no: TaskNo): Day | undefined {
  const task = plan.tasks.get(no)
  return task === undefined || desk.asker === undefined ? undefined : snoozableOn(viewOf(desk, plan), task, desk.asker.id)
}

/** The next working day, the week's beginning, and the last that is left. */
function daysToChoose(calendar: Desk['calendar'], today: Day, latest: Day): Day[] {
  const ahead = Array.from({ length: 20 }, (_, at) => calendar.addWorkingDays(today, at + 1)).filter((day) => day <= latest)
  const [next] = ahead
  const week = ahead.find((day) => opensWeek(day, calendar))
  return [...new Set([next, week, latest].flatMap((day) => day ?? []))].toSorted()
}
