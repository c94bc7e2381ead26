// One line of 单位核对: 无异议, or what is not right about it.
import type { Answer, Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { keyOf, notOpen } from '#src/ledger/assignment.ts'
import { UnitId } from '#src/ledger/ids.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { Card } from '#templates/card.ts'
import type { Rich } from '#templates/rich.ts'
import { lineQuestionForm, ownUnitNamed, questionMissing, questionRecorded, questionSaid } from '#templates/part-question.ts'
import { agreedSaid } from '#templates/unit-lines.ts'
import { ownTask, type OwnTask } from './own-task.ts'
import { isOwnUnit, leadsAlready, lineOfOwn, questionIntent, secretariesOf, shouldBe, unitsOffered } from './part-question.ts'
import { recorded } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { runOf } from './run-of.ts'
import { taskName } from './task-argument.ts'
import type { VerifyArgs } from './verify-args.ts'
import { ownChecks, sheetCard, sheetOf } from './verify-sheet.ts'

type Line = Pick<OwnTask, 'plan' | 'task' | 'part'>

/** Of a task that several plans have, the one that the sheet is of; of several units of the asker, the one whose sheet it is. */
function lineMeant({ task = '', plan, unit, of }: VerifyArgs, desk: Desk): { ok: true; own: Line } | { ok: false; refusal: Refusal } {
  const found = ownTask(desk, plan === undefined || task.includes('-') ? task : `${plan}-${task}`, of)
  const asker = UnitId.safeParse(unit).data
  if (!found.ok || of === undefined || asker === undefined || asker === of) return found
  return { ok: true, own: { ...found.own, part: { unit: of, member: asker } } }
}

const again = ({ act, task, about, words, should }: VerifyArgs): ReturnType<typeof runOf> => runOf('verify-lines', { act, task, about, words: words === '' ? undefined : words, should })

const unitOf = ({ part }: Line): UnitId => part.member ?? part.unit

const sheetAfter = (own: Line, args: VerifyArgs, said: Rich, desk: Desk): Card => sheetCard(sheetOf(desk, { plan: own.plan.id, unit: unitOf(own) }), args, ownChecks(desk), desk, said)

async function inPlace(answer: Promise<Answer>, { here }: VerifyArgs): Promise<Answer> {
  const given = await answer
  return given.kind === 'card' && here ? { ...given, replaces: true } : given
}

export function agreeLine(args: VerifyArgs, desk: Desk): Answer | Promise<Answer> {
  const found = lineMeant(args, desk)
  if (!found.ok) return refused(found.refusal, desk, again(args))
  const { own } = found
  return inPlace(recorded(desk.record(own.plan.id, { type: 'check-parts', unit: unitOf(own), lines: [{ task: own.task, unit: own.part.unit }] }), desk, () => {
    const said = agreedSaid(1, desk.calendar.timeAt(desk.now, own.plan.zone), desk.lang)
    return sheetAfter(own, args, said, desk)
  }, undefined, { about: [{ plan: own.plan.id, task: own.task }] }), args)
}

export function questionLine(args: VerifyArgs, desk: Desk): Answer | Promise<Answer> {
  const found = lineMeant(args, desk)
  if (!found.ok) return refused(found.refusal, desk, again(args))
  const { own } = found
  const { about, words, form } = args
  if (about === undefined || (!form && about === 'content' && words.trim() === '')) return openForm(own, args, desk)
  if (about === 'content' && words.trim() === '') return { kind: 'form-errors', errors: questionMissing(desk.lang) }
  const asked = { about, words, should: args.should, other: args.other }
  const should = about === 'content' ? undefined : shouldBe(asked, desk)
  if (isOwnUnit(own, should, desk)) return form ? { kind: 'form-errors', errors: ownUnitNamed(desk.lang) } : openForm(own, args, desk)
  const led = leadsAlready(own, should, desk)
  if (led !== undefined) return form ? { kind: 'form-errors', errors: { should: refusedCard(led, desk).text } } : refused(led, desk)
  return inPlace(recorded(desk.record(own.plan.id, questionIntent(own, asked, should)), desk, () => {
    const line = lineOfOwn(own, desk)
    if (line === undefined) throw new Error(`a question about ${own.plan.id}-${own.task} was recorded and is not there`)
    const facts = { line, time: desk.calendar.timeAt(desk.now, own.plan.zone), secretaries: secretariesOf(desk) }
    return args.here ? sheetAfter(own, args, questionSaid(facts, desk.lang), desk) : questionRecorded(facts, desk.lang)
  }, undefined, { about: [{ plan: own.plan.id, task: own.task }] }), args)
}

/** What is done, or in question already, is said before a person writes for nothing. */
function openForm(own: Line, { all, page, here, about = 'content' }: VerifyArgs, desk: Desk): Answer {
  const part = own.plan.assignments.get(keyOf(own.task, own.part.unit))
  const [taken, line] = [part === undefined ? undefined : notOpen(part, own.part.member), lineOfOwn(own, desk)]
  if (taken !== undefined || line === undefined) return refused(taken ?? { code: 'unit-not-on-task', task: own.task, units: [] }, desk)
  if (line.state === 'in-question' && line.question !== undefined) return refused({ code: 'petition-waits', what: 'part-question', on: line.question.on, by: line.question.by }, desk)
  const run = runOf('verify-lines', { act: 'question', task: taskName(own.plan.id, own.task), of: own.part.unit, unit: unitOf(own), all: all ? true : undefined, page: page === 1 ? undefined : page, here: here ? true : undefined, form: true })
  const name = unitName(desk.directory, unitOf(own))
  return { kind: 'form', form: lineQuestionForm({ line, name, units: unitsOffered(desk, own.plan, own), about, run, today: desk.today }, desk.lang) }
}
