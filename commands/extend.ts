// 延期: a contact asks for a later day, with the reason. The secretary decides; until then the date stands.
import { z } from 'zod'
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { command, type Answer, type Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { UnitId, Words } from '#src/ledger/ids.ts'
import { isWaiting } from '#src/ledger/petition.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { typedExtension } from '#src/reader/said-extension.ts'
import type { Card } from '#templates/card.ts'
import { extensionAsked, extensionForm, extensionReason } from '#templates/extension.ts'
import { formSpokenFor } from '#templates/spoken-for.ts'
import { englishDay, wholeDays } from '#src/calendar/english-day.ts'
import { answeredOr } from './answered-already.ts'
import { dayIn } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { ownTask, speakerFor, type OwnTask } from './own-task.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { shownTask } from './task.ts'
import { TaskArgument } from './task-argument.ts'

/** How much later is offered first. */
const offeredDays = 30
/** The field of the form that such a no is about. */
const aboutDay: ReadonlySet<Refusal['code']> = new Set<Refusal['code']>(['extension-not-later', 'day-past'])

export const extend = command({
  name: { zh: '延期', en: 'extend' },
  also: ['申请延期', 'extension'],
  usage: { zh: '延期 12 2026-09-30 〔为什么〕', en: 'extend 12 2026-09-30 〔why〕' },
  example: 'dated',
  about: { zh: '申请延期：任务号、日期、原因，由督查室决定', en: 'ask for a later date: number, day, reason; the secretary decides' },
  then: { zh: '由督查室决定，结果会告诉您；按时提出的，等候期间不算逾期。', en: 'The secretary decides and you are told; asked for in time, it is not overdue meanwhile.' },
  group: 'finish',
  may: 'ask-extension',
  args: z.object({ task: TaskArgument, day: z.string().max(40).default(''), reason: Words.default(''), unit: UnitId.optional(), form: z.boolean().default(false), /** To be changed before it is asked for. */ edit: z.boolean().default(false) }),
  typed(words) {
    const [task, ...rest] = taskFirst(words)
    const [day, ...reason] = wholeDays(rest.filter((word) => word !== undefined))
    return { task, ...(day !== undefined && englishDay(day) !== undefined ? { day, reason: reason.join(' ') } : typedExtension(rest.join(' '))) }
  },
  async run({ task, day: written, reason, unit, form, edit }, desk): Promise<Answer> {
    const again = runOf('extend', { task, day: written, reason, unit })
    const found = ownTask(desk, task, unit)
    if (!found.ok) return refused(found.refusal, desk, again)
    const { own } = found
    const no = whyNotExtended(own)
    if (no !== undefined) return reason === '' ? answeredOr(own, no, desk) : refused(no, desk, again)
    if (!form && (edit || written === '' || reason.trim() === '')) return { kind: 'form', form: formSpokenFor(extensionForm({ task: own.card(), day: offeredFor(own, written, desk), reason }, desk.lang), speakerFor(own)) }
    const day = dayIn(written, desk.today)
    if (!day.ok) return form ? { kind: 'form-errors', errors: fieldErrors('day', dayRefusal(day, desk.today), desk) } : refused(dayRefusal(day, desk.today), desk, again)
    if (reason.trim() === '') return { kind: 'form-errors', errors: extensionReason(desk.lang) }
    const outcome = await desk.record(own.plan.id, { type: 'ask-extension', task: own.task, ...own.part, day: day.day, reason: reason.trim() })
    if (form && outcome.ok === false && aboutDay.has(outcome.refusal.code)) return { kind: 'form-errors', errors: fieldErrors('day', outcome.refusal, desk) }
    return recorded(Promise.resolve(outcome), desk, () => askedCard(own, desk), again, { about: [{ plan: own.plan.id, task: own.task }] })
  },
})

/** 2026-09-30, 9月30日. */
const isWholeDay = /^(?:到|至)?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}日?)$/

/** 12到8月底 is 12, until the end of August; 2026-09-30 12 is 12 as well. */
function taskFirst([first = '', ...rest]: readonly string[]): (string | undefined)[] {
  const [second = '', ...others] = rest
  if (isWholeDay.test(first) && /^(?:p\d{1,6}[-#/])?第?\d{1,4}(?:号任务|项|号)?$/i.test(second)) return [second, first, ...others]
  const [, task, day] = /^(.{0,12}\d(?:号任务|项|号)?)((?:延期|延)?[到至].*)$/.exec(first) ?? []
  return task === undefined ? [first === '' ? undefined : first, ...rest] : [task, day, ...rest]
}

/** Said before anybody writes for nothing. */
export function whyNotExtended(own: OwnTask): Refusal | undefined {
  const taken = own.taken()
  if (taken !== undefined) return taken
  if (own.card().due.kind !== 'dated') return { code: 'no-date-to-extend', task: own.task }
  const lead = own.card().lead?.unit
  if (lead !== undefined && lead !== own.part.unit) return { code: 'extension-of-lead', task: own.task, lead }
  const { extension } = own.voice()
  return isWaiting(extension) ? { code: 'petition-waits', what: 'extension', on: extension.on, by: extension.by } : undefined
}

/** The day that was typed; else a month on, on a working day. */
function offeredFor(own: OwnTask, written: string, { today, calendar }: Desk): Day {
  const typed = dayIn(written, today)
  const { due } = own.card()
  const from = due.kind === 'dated' && due.day > today ? due.day : today
  return typed.ok ? typed.day : workingDayFrom(calendar.addDays(from, offeredDays), calendar)
}

function workingDayFrom(day: Day, calendar: Calendar): Day {
  return calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(calendar.lastWorkingDayBy(day), 1)
}

/** The request that waits; the task as it stands where it was taken back meanwhile. */
function askedCard(own: OwnTask, desk: Desk): Card {
  const { extension } = own.voice()
  if (extension === undefined) return shownTask(desk, own.plan, own.task)
  return extensionAsked({ task: own.card(), extension, isMember: own.part.member !== undefined, secretaries: withRole(desk.directory, 'secretary').map(({ name }) => name), today: desk.today }, desk.lang)
}
