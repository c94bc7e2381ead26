// Prints all that a zone could spoil: run under several values of TZ by zones.test.ts.
import { quarterOf } from '#src/calendar/period.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { day, directoryWith, planWith, task, viewOn, workCalendar as calendar } from '#test/builders.ts'

const plan = planWith(task(1, { due: '2026-10-10', lead: '县教育局' }), task(2, { lead: '县教育局' }))
const directory = directoryWith(['县教育局'], { name: '苏晚晴', contactOf: ['县教育局'] })

for (let on = day('2026-01-01'); on < '2027-04-01'; on = calendar.addDays(on, 1)) {
  const [early, late] = [calendar.instantOf(on, '00:00', 'Asia/Shanghai'), calendar.instantOf(on, '23:59', 'America/New_York')]
  const keys = on < '2026-12-01' ? noticesDue(viewOn(on, plan, directory), '09:00').map(({ key }) => key) : []
  const facts = [
    on, calendar.weekday(on), calendar.isWorkingDay(on), calendar.isProvisional(on), calendar.workingDaysUntil(day('2026-10-10'), on), calendar.addWorkingDays(on, 5),
    calendar.lastWorkingDayBy(on), quarterOf(on).key, early, late, calendar.dayAt(early, 'Asia/Shanghai'), calendar.timeAt(late, 'Asia/Shanghai'), ...keys,
  ]
  console.log(facts.join(' '))
}
