// What a secretary set of a task, as lines of a message to the units: who leads it now, and by when it is due.
import { unitName } from '#src/directory/directory.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import { waitingOn } from '#src/ledger/keeping-endings.ts'
import { partOf, partsOf } from '#src/queries/answering.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { dueStanding, leadStanding } from '#src/queries/task-set.ts'
import { grantedAt } from '#src/queries/voices.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { named, type Drawing } from './answered-line.ts'
import type { Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, dueWords, shortDay } from './day-words.ts'
import { waitingName } from './refusal-asked.ts'
import { plain, rich, type Rich } from './rich.ts'
import { reportWords } from './report-words.ts'
import { saysOf } from './says-of.ts'
import { ways } from './ways.ts'

type Of<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>
type Line = { say: string; row: Row; isSettled: boolean }

const words = {
  zh: {
    leads: (task: string, from: string | undefined) => `请牵头：${task}，${from === undefined ? '由贵单位牵头' : `改由贵单位牵头，原由${from}负责`}`, led: (task: string, to: string) => `牵头已改：${task}，现由${to}牵头`,
    since: (to: string) => `牵头又改，现由${to}牵头`, waits: (what: string, day: string) => `${day}的${what}仍在待审，审的是贵单位这一份`, part: '贵单位仍是责任单位，自己这份照常办',
    due: '时限：', last: '原牵头单位最近填报：', by: (reason: string) => `督查室：${reason}`, asked: (unit: string, reason: string) => `${unit}申请延期：${reason}`, open: '看任务',
    'due-moved': (task: string, day: string, from: string, original: string | undefined) => `时限已改：${task}，${from}改为${day}${original === undefined ? '' : `，原定${original}`}`, 'due-bound': (task: string, day: string) => `时限已定：${task}，${day}`, 'due-corrected': (task: string, day: string) => `时限已更正：${task}，${day}`,
    stands: (day: string) => `时限后来又改，现定${day}`,
  },
  en: {
    leads: (task: string, from: string | undefined) => `Yours to lead: ${task}, ${from === undefined ? 'your unit leads it' : `your unit leads it now, as ${from} did before`}`, led: (task: string, to: string) => `Another lead: ${task}, ${to} leads it now`,
    since: (to: string) => `the lead changed again, now ${to}`, waits: (what: string, day: string) => `The ${what} of ${day} still waits for review, for your own part`, part: 'Your unit stays responsible for its own part',
    due: 'Due: ', last: 'Last report of the lead before: ', by: (reason: string) => `The secretary: ${reason}`, asked: (unit: string, reason: string) => `${unit} asked for it: ${reason}`, open: 'The task',
    'due-moved': (task: string, day: string, from: string, original: string | undefined) => `The date moved: ${task}, from ${from} to ${day}${original === undefined ? '' : `, at first ${original}`}`, 'due-bound': (task: string, day: string) => `The date is set: ${task}, ${day}`, 'due-corrected': (task: string, day: string) => `The date is corrected: ${task}, ${day}`,
    stands: (day: string) => `the date moved again, now ${day}`,
  },
} satisfies Record<Lang, unknown>

const settled = (about: string, stands: string): Line => ({ say: `${about} · ${stands}`, row: { line: rich`✅ ${about} · ${stands}` }, isSettled: true })

function told(say: string, below: readonly Rich[], { task }: Of<'due-set' | 'lead-named'>, { view, lang }: Drawing): Line {
  const { open } = words[lang]
  const actions = [{ label: open, says: saysOf(open, say, lang), run: ways.task({ plan: view.plan.id, number: task }) }]
  return { say, row: { line: below.reduce((line, next) => rich`${line}\n${next}`, rich`${say}`), actions }, isSettled: false }
}

/** To who leads now: by when, and the last word of who led. To who led: what is left of theirs, and what of it waits. */
export function leadNamedLine(notice: Of<'lead-named'>, drawing: Drawing): Line {
  const { view, lang } = drawing
  const { plan, directory, today } = view
  const w = words[lang]
  const task = named(drawing, notice.task)
  const found = plan.tasks.get(notice.task)
  const set = found === undefined ? undefined : leadStanding(view, found)
  const card = taskCard(view, notice.task)
  if (card?.lead === undefined) return settled(task, w.open)
  if (set?.at !== notice.at) return settled(task, w.since(unitName(directory, card.lead.unit)))
  if (notice.part === set.to) {
    const before = set.from === undefined ? undefined : plan.assignments.get(keyOf(notice.task, set.from))?.report
    return told(w.leads(task, set.from === undefined ? undefined : unitName(directory, set.from)), [
      rich`${w.due}${dueWords(card.due, card.doneBy, lang, today)}`, ...(before === undefined ? [] : [rich`${w.last}${cutTo(plain(reportWords(before, lang)), 120)}`]),
    ], notice, drawing)
  }
  const waiting = waitingOn(plan, notice.task).filter(({ unit }) => unit === notice.part)
  const own = partOf(view, notice.task, notice.part)
  return told(w.led(task, unitName(directory, set.to)), waiting.length > 0 ? waiting.map(({ what, on }) => rich`${w.waits(waitingName(what, lang), shortDay(on, lang, today))}`) : own?.part === 'responsible' ? [rich`${w.part}`] : [], notice, drawing)
}

/** 原定 and 现定, and why: of a later day that was granted, in the words of who asked for it. A day between the two may never have been told: the first one says where it came from. */
export function dueSetLine(notice: Of<'due-set'>, drawing: Drawing): Line {
  const { view, lang } = drawing
  const { plan, directory, today } = view
  const w = words[lang]
  const task = named(drawing, notice.task)
  const found = plan.tasks.get(notice.task)
  if (found?.due.kind !== 'dated') return settled(task, w.open)
  const set = dueStanding(found)
  const on = dayWords(found.due.day, lang, today)
  if (set?.at !== notice.at) return settled(task, w.stands(on))
  const { at, type, from, reason } = set
  const { original } = found.due
  const atFirst = original === from || original === set.day ? undefined : dayWords(original, lang, today)
  const say = type === 'due-moved' ? w['due-moved'](task, on, from === undefined ? '' : dayWords(from, lang, today), atFirst) : w[type](task, on)
  const [granted] = grantedAt(partsOf(view, notice.task), at)
  const why = granted === undefined ? w.by(cutTo(reason, 200)) : w.asked(unitName(directory, granted.speaker), cutTo(granted.extension.reason, 200))
  return told(say, reason.trim() === '' ? [] : [rich`${why}`], notice, drawing)
}
