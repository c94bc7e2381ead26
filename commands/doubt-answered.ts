// An answer to a doubt of a plan, the first or one that puts it right: understood, recorded with all that it changes, and told.
import { z } from 'zod'
import type { Answer, Desk, Recording } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { meaningOf, named, type Meaning } from '#src/ledger/answer-meaning.ts'
import { changesBy, tooManyParts, type AnswerChange } from '#src/ledger/answer-recorded.ts'
import { saysTasks } from '#src/ledger/answer-words.ts'
import { asRead } from '#src/ledger/dates-of-task.ts'
import type { Doubt } from '#src/ledger/doubt.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { unitIds } from '#src/ledger/imported-units.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { ReadDeadline } from '#src/reader/reading.ts'
import { doubtCounts } from '#src/queries/doubt-counts.ts'
import { unitsOfPlan } from '#src/queries/units-of-plan.ts'
import { doubtSettled } from '#templates/doubts.ts'
import { numberIn } from './chinese-number.ts'
import { fieldErrors } from './field-errors.ts'
import { openDoubts } from './open-doubts.ts'
import { planNumberIn } from './plan-number.ts'
import { inTurn, recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { understoodAnswer } from './understood-answer.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { asOneUnit, whyTwo } from './units-as-one.ts'

export const DoubtNumber = z.union([z.string(), z.number()]).transform((given) => numberIn(String(given)) ?? Number.NaN).pipe(z.number().int().min(1))

/** p4 3 2026: the plan where it is said, the doubt's number, the answer. */
export function answerTyped([first, ...rest]: readonly string[]): { plan?: string; doubt?: string; answer: string } {
  const plan = planNumberIn(first)
  const [doubt, ...answer] = plan === undefined ? [first, ...rest] : rest
  return { ...(plan === undefined ? {} : { plan }), ...(doubt === undefined ? {} : { doubt }), answer: answer.join(' ') }
}

/** `form`: as the fields of a form. `instead`: 更正, the answer that stood when this one was written. */
type Given = { answer: string; form: boolean; instead?: string }

export function doubtAnswered(plan: PlanState, doubt: Doubt, given: Given, desk: Desk): Answer | Promise<Answer> {
  const units = unitsOfPlan(plan).map((unit) => unitName(desk.directory, unit))
  const understood = understoodAnswer(doubt, given.answer, { title: plan.title, dates: datesAsked(plan, doubt), directory: desk.directory, units })
  // What is not in the plan comes in by the text that has it, not by an answer.
  if (understood.ok && doubt.kind === 'table-unclear' && saysTasks(understood.answer)) return refused({ code: 'tasks-unread', line: doubt.line, where: 'plan' }, desk)
  if (understood.ok) return settled(plan, doubt, understood.answer, given.instead, desk)
  return given.form ? { kind: 'form-errors', errors: fieldErrors('answer', understood.refusal, desk) } : notUnderstood(plan, doubt, given, understood.refusal, desk)
}

/** The date that the doubt is about, as it is written. */
function datesAsked({ tasks }: PlanState, { task, at, quote }: Doubt): ReadDeadline[] {
  const { dates, due } = (task === undefined ? undefined : tasks.get(task)) ?? { dates: undefined, due: undefined }
  if (dates !== undefined && at !== undefined) return dates.map(asRead).filter(({ span }) => at >= span.from && at < span.to).slice(0, 1)
  return due?.kind === 'unbound' && quote.includes(due.said) ? [{ text: due.said, yearly: false, unbound: true, span: { from: 0, to: 0 } }] : []
}

function notUnderstood(plan: PlanState, doubt: Doubt, { instead }: Given, refusal: Refusal, desk: Desk): Answer {
  if (refusal.code !== 'unit-unknown') return refused(refusal, desk)
  const found = findUnit(desk.directory, refusal.asked)
  return unitRefused(desk, refusal.asked, found.ok ? [found.unit] : found.nearest, (unit) => (instead === undefined ? { command: 'settle', args: { plan: plan.id, doubt: doubt.id, answer: unit } } : { command: 'resettle', args: { plan: plan.id, doubt: doubt.id, instead, answer: unit } }))
}

/** Units that are new first; then the answer with all that it changes, in one entry; then, of two names of one unit, the directory and the other plans. */
function settled(plan: PlanState, doubt: Doubt, answer: string, instead: string | undefined, desk: Desk): Answer | Promise<Answer> {
  const said = meaningOf({ kind: doubt.kind, names: doubt.names, team: doubt.team, title: plan.title }, answer)
  const units = unitIds(desk.directory, [])
  const meaning: Meaning<UnitId> = named(said, units.idOf)
  const fresh = units.fresh()
  const changes = changesSaid(plan, doubt, meaning)
  const one = meaning.is === 'one-unit' && said.is === 'one-unit' ? { unit: meaning.keep, alias: said.other } : undefined
  // Asked before a unit is added for an answer that is then not kept.
  const refusal = tooManyParts(plan, changes) ?? (one === undefined ? undefined : whyTwo(desk, one))
  if (refusal !== undefined) return refused(refusal, desk)
  const steps: (() => Promise<Recording>)[] = [
    ...(fresh.length === 0 ? [] : [async () => desk.recordPerson({ type: 'add-units', units: fresh })]),
    async () => desk.record(plan.id, { type: 'settle-doubt', doubt: doubt.id, answer, meaning, ...(instead === undefined ? {} : { instead }) }),
    ...(one === undefined ? [] : asOneUnit(desk, one)),
  ]
  return recorded(inTurn(steps), desk, () => {
    const left = openDoubts(plan, desk)
    return doubtSettled({
      plan: plan.id, title: plan.title, doubt, answer, ...(instead === undefined ? {} : { instead }), today: desk.today, left: doubtCounts(left.map((open) => open.doubt)), changes,
      name: (unit) => unitName(desk.directory, unit), ...(left[0] === undefined ? {} : { next: left[0] }),
    }, desk.lang)
  })
}

/** As the plan records them; two names become one in the directory whether this plan names both or not. */
const changesSaid = (plan: PlanState, doubt: Doubt, meaning: Meaning<UnitId>): AnswerChange[] =>
  meaning.is === 'one-unit' && meaning.keep !== meaning.other ? [{ type: 'units-merged', keep: meaning.keep, other: meaning.other }] : changesBy(plan, doubt, meaning)
