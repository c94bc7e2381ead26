// What a unit said, in plain words or behind 代录 without a number: whose word it is, of which task and how that stands, shown before anything is recorded.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import type { Unit } from '#src/directory/unit.ts'
import { present } from '#src/ledger/fields.ts'
import { partsOf } from '#src/queries/answering.ts'
import { plainlySpokenOf, spokenOf } from '#src/queries/spoken-of.ts'
import { taskList } from '#src/queries/task-list.ts'
import { besidesThing, type SaidOrder } from '#src/reader/said-order.ts'
import { saidReading } from '#src/reader/said-reading.ts'
import { saidReport, tasksSaid } from '#src/reader/said-report.ts'
import type { Run } from '#templates/card.ts'
import type { BehalfState } from '#templates/on-behalf.ts'
import { relayedEcho, relayedHow, relayedOfNone, relayedWhich } from '#templates/order-echo.ts'
import { ways } from '#templates/ways.ts'
import { findPerson } from './find-person.ts'
import { refused } from './refused.ts'
import { inButton, runOf } from './run-of.ts'
import { findTask, taskName } from './task-argument.ts'
import type { TaskMeant } from './tasks-argument.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { viewOf } from './view-of.ts'

/** 交通局王科长: the longest name of a unit at the head, and who of it; 白雨桐: of the unit whose they are. */
export function speakerIn(by: string, desk: Desk): { unit: Unit; who: string } | undefined {
  for (let length = by.length; length >= 2; length -= 1) {
    const found = findUnit(desk.directory, by.slice(0, length))
    if (found.ok) return { unit: found.unit, who: by.slice(length).replace(/^的|(?:同志|那边|那里|这边|的人|有人)$/g, '') }
  }
  const person = findPerson(desk, by)
  const [own] = person === undefined ? [] : unitsHeldBy(person.own ?? person)
  const unit = own === undefined ? undefined : desk.directory.units.get(own)
  return unit === undefined || person === undefined ? undefined : { unit, who: person.name }
}

/** @returns undefined where no unit is meant: the words are no order */
export function relayed({ by, how, words }: Extract<SaidOrder, { kind: 'relayed' }>, desk: Desk): Answer | undefined {
  const said = { words, how: how === undefined ? '' : relayedHow(how, desk.lang) }
  const spoken = speakerIn(by, desk)
  if (spoken !== undefined) return behalfByWords(spoken.unit, { ...said, who: spoken.who }, desk)
  const { ok, ...found } = findUnit(desk.directory, by)
  // 方案来函说…: no unit is meant where none is near, and 张主任说… may be of anybody.
  return ok || how === undefined || !('nearest' in found) || found.nearest.length === 0 ? undefined : unitRefused(desk, by, found.nearest, (unit) => runOf('on-behalf', { unit, ...said }))
}

/** `who` and `how` are empty where they were not said. `state`, `progress`: what was written apart from the words. */
export type WordsOfUnit = { words: string; who: string; how: string; day?: string; state?: BehalfState; progress?: number }

export function behalfByWords(unit: Unit, { words, who, how, day, state: written, progress: figure }: WordsOfUnit, desk: Desk): Answer {
  const read = saidReport(besidesThing(words), desk.today)
  const state = written ?? (read === undefined ? 'normal' : read.finished ? 'done' : read.state)
  const progress = state === 'done' ? undefined : (figure ?? read?.progress)
  const isLong = words.length > inButton
  const said = { unit: unit.name, state: state ?? 'difficulty', ...(isLong ? {} : { words }), how, ...present({ progress, day }) }
  const runFor = ({ plan, card }: TaskMeant, by: string): Run => runOf('on-behalf', { ...said, task: taskName(plan.id, card.number), ...(by === '' ? {} : { who: by }) })
  const meant = meantOf(words, unit, desk)
  if ('answer' in meant) return meant.answer
  const [only, ...more] = meant.tasks
  const other = runOf('on-behalf', { ...said, who, open: true })
  if (only === undefined) return answered(relayedOfNone(unit.name, other, desk.lang))
  // Without who said it the form opens, filled in.
  if (more.length > 0) return answered(relayedWhich(unit.name, meant.tasks.map((one) => ({ task: one.card, run: runFor(one, who) })), other, desk.lang))
  // A later day is not recorded on behalf: the secretary sets it herself.
  const wantsLater = saidReading(words, desk.today, only.card.number).aim?.kind === 'extension' && only.card.due.kind === 'dated'
  const facts = { state, ...present({ progress }), ...(figure === undefined && read?.about === true ? { about: true } : {}) }
  return answered(relayedEcho({ task: only.card, unit: unit.name, ...facts, said: words, who, how, confirm: runFor(only, isLong ? '' : who), change: runFor(only, ''), other, ...(wantsLater ? { later: ways.setDue(only.card) } : {}) }, desk.lang))
}

/** By its number, by words of its sentence, or because the unit has no other. */
function meantOf(words: string, unit: Unit, desk: Desk): { answer: Answer } | { tasks: TaskMeant[] } {
  const groups = [...desk.directory.units.values()].filter(({ members }) => members?.includes(unit.id) === true)
  const ofUnit = [unit, ...groups].map(({ id }) => id)
  const all = [...desk.plans.values()].flatMap((plan) => taskList(viewOf(desk, plan), {}).filter((card) => partsOf({ plan, directory: desk.directory }, card.number).some((part) => ofUnit.includes(part.unit))).map((card): TaskMeant => ({ plan, card })))
  for (const { plan, number } of tasksSaid(words)) {
    const own = all.filter((one) => one.card.number === number && (plan === undefined || one.plan.id === plan))
    if (own.length > 0) return { tasks: own }
    const found = findTask(desk, plan === undefined ? String(number) : `${plan}-${number}`)
    return found.ok ? { answer: refused({ code: 'unit-not-on-task', task: found.task, units: partsOf({ plan: found.plan, directory: desk.directory }, found.task).map((part) => part.unit), named: unit.id }, desk) } : { answer: refused(found.refusal, desk) }
  }
  const open = all.filter(({ card }) => card.light !== 'done')
  const spoken = spokenOf(words, open, ({ card }) => card.title)
  const plainly = plainlySpokenOf(spoken)
  const [first, second] = spoken
  // 校车那项弄了一半: the one title that has the word is meant, and it is shown before anything is recorded.
  const only = plainly ?? (first !== undefined && first.score > (second?.score ?? 0) ? first.thing : undefined)
  return { tasks: only !== undefined ? [only] : spoken.length > 0 ? spoken.map(({ thing }) => thing) : open }
}
