// What the secretary decided of a task since a message asked about it: nothing is to be answered there any more.
import type { Day } from '#src/calendar/day.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { answering } from '#src/queries/answering.ts'
import type { Notice } from '#src/reminders/notice.ts'
import type { Drawing } from './answered-line.ts'
import type { Lang } from './card.ts'
import { dayWords, shortDay } from './day-words.ts'

const words = {
  zh: {
    paused: (day: string, until: string) => `${day}已暂缓${until}，恢复前不用报`, until: (day: string) => `，拟${day}再看`,
    struckOff: (day: string) => `${day}已销号，不用再报`, moved: (day: string) => `时限已改为${day}`,
  },
  en: {
    paused: (day: string, until: string) => `paused ${day}${until}, no report is needed until it is resumed`, until: (day: string) => `, to be looked at ${day}`,
    struckOff: (day: string) => `off the register since ${day}, no report is needed`, moved: (day: string) => `the date is now ${day}`,
  },
} satisfies Record<Lang, unknown>

/** One that asks a unit about a task. */
type AskedNotice = Extract<Notice, { task: TaskNo; unit: UnitId }>

/** Undefined where all is as it was. An earlier day than the message's is asked about as before. */
export function decidedSince(notice: AskedNotice, { view, lang, sentAt }: Drawing): { stands: string; mark: '✅' | '⏸️' | '📅' } | undefined {
  const task = view.plan.tasks.get(notice.task)
  const w = words[lang]
  const { paused, struckOff } = task?.course ?? {}
  if (struckOff !== undefined) return { stands: w.struckOff(shortDay(struckOff.on, lang, view.today)), mark: '✅' }
  if (paused !== undefined && answering(view, notice.task)?.unit === notice.unit) return { stands: w.paused(shortDay(paused.on, lang, view.today), paused.until === undefined ? '' : w.until(dayWords(paused.until, lang, view.today))), mark: '⏸️' }
  const moved = sentAt !== undefined && task?.due.kind === 'dated' ? laterThanAsked(notice, task.due.day) : undefined
  return moved === undefined ? undefined : { stands: w.moved(dayWords(moved, lang, view.today)), mark: '📅' }
}

const laterThanAsked = (notice: AskedNotice, due: Day): Day | undefined => ((notice.kind === 'due-soon' || notice.kind === 'overdue') && due > notice.due ? due : undefined)
