// 暂缓: a task rests, with the reason and the day to look at it again.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { isToBeLookedAt } from '#src/ledger/task-course.ts'
import { courseDone, courseForm, coursePreview, courseReasonMissing } from '#templates/course.ts'
import { courseFacts } from './course-facts.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTask, TaskArgument, taskName } from './task-argument.ts'
import { splitAtDay } from './typed-day.ts'

export const pause = command({
  name: { zh: '暂缓', en: 'pause' },
  usage: { zh: '暂缓 12 〔原因〕 9月1日', en: 'pause 12 〔why〕 9/1' },
  about: { zh: '暂缓一项任务：原因，拟何时再看', en: 'pause a task: why, and when to look again' },
  then: { zh: '暂缓期间不提醒，灯显示待定。', en: 'Nobody is reminded meanwhile, and no light burns.' },
  group: 'adjust',
  may: 'pause-task',
  args: z.object({ task: TaskArgument, reason: Words.default(''), until: z.string().max(40).default(''), confirmed: z.boolean().default(false), form: z.boolean().default(false) }),
  typed([task, ...words]) {
    const { before, day, after } = splitAtDay(words)
    return { task, reason: [...before.map((word, at) => (at === before.length - 1 ? word.replace(/[至到]$/, '') : word)), ...after].filter((word) => word !== '').join(' '), ...(day === undefined ? {} : { until: day }) }
  },
  run({ task: asked, reason, until: written, confirmed, form }, desk) {
    const again = runOf('pause', { task: asked, reason, until: written })
    const found = findTask(desk, asked, (each, no) => ((course) => course?.struckOff === undefined && (course?.paused === undefined || isToBeLookedAt(course.paused, desk.today)))(each.tasks.get(no)?.course))
    if (!found.ok) return refused(found.refusal, desk, again)
    const { plan, task } = found
    const { paused, struckOff } = plan.tasks.get(task)?.course ?? {}
    if (paused !== undefined && !isToBeLookedAt(paused, desk.today)) return refused({ code: 'task-paused', task, on: paused.on, reason: paused.reason }, desk)
    if (struckOff !== undefined) return refused({ code: 'task-struck-off', task, on: struckOff.on }, desk)
    const day = written === '' ? undefined : dayIn(written, desk.today)
    if (day?.ok === false) return form ? { kind: 'form-errors', errors: fieldErrors('until', dayRefusal(day, desk.today), desk) } : refused(dayRefusal(day, desk.today), desk)
    if (day !== undefined && day.day <= desk.today) return form ? { kind: 'form-errors', errors: fieldErrors('until', { code: 'day-past', day: day.day, today: desk.today }, desk) } : refused({ code: 'day-past', day: day.day, today: desk.today }, desk)
    const until = day === undefined ? {} : { until: day.day }
    const facts = { ...courseFacts(desk, plan, task, 'pause', reason), ...until }
    if (reason.trim() === '') return form ? { kind: 'form-errors', errors: courseReasonMissing(desk.lang) } : { kind: 'form', form: courseForm(facts, desk.lang) }
    if (!confirmed && !form) return answered(coursePreview(facts, { command: 'pause', args: { task: taskName(plan.id, task), reason, ...(day === undefined ? {} : { until: day.day }), confirmed: true } }, desk.lang))
    return recorded(desk.record(plan.id, { type: 'pause-task', task, reason, ...until }), desk, () => courseDone(facts, desk.lang), undefined, { about: [{ plan: plan.id, task }] })
  },
})
