// The secretary answers a doubt of a plan. What the answer means is written with it; an answer that means nothing is not kept.
import { z } from 'zod'
import { command, type Desk, type Recording } from '#src/command.ts'
import { unitNamed } from '#src/directory/directory.ts'
import { isNo, nameKept, namesIn, periodIn } from '#src/ledger/answer-words.ts'
import { boundDay, yearIn } from '#src/ledger/bound-day.ts'
import { answerAtMost } from '#src/ledger/correction.ts'
import type { Doubt, DoubtIntent } from '#src/ledger/doubt.ts'
import { UnitId, type TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { doubtCounts } from '#src/queries/doubt-counts.ts'
import { partsOf } from '#src/queries/answering.ts'
import { doubtSettled, settleForm } from '#templates/doubts.ts'
import { numberIn } from './chinese-number.ts'
import { fieldErrors } from './field-errors.ts'
import { openDoubts } from './open-doubts.ts'
import { recordedAll } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { whichPlan } from './which-plan.ts'

const planName = /^p\d{1,6}$/i

export const settle = command({
  name: { zh: '答', en: 'settle' },
  also: ['答复', '核对', 'answer'],
  usage: { zh: '答 3 2026', en: 'settle 3 2026' },
  about: { zh: '答复存疑：编号和答案（几个方案都有存疑时：答 p4 3 2026）', en: 'settle a doubt: its number and the answer (where several plans have doubts: settle p4 3 2026)' },
  may: 'settle-doubt',
  args: z.object({
    plan: z.string().max(200).optional(),
    doubt: z.union([z.string(), z.number()]).transform((given) => numberIn(String(given)) ?? Number.NaN).pipe(z.number().int().min(1)),
    answer: z.string().max(answerAtMost).default(''),
    form: z.boolean().default(false),
  }),
  typed([first, ...rest]) {
    const isPlan = first !== undefined && planName.test(first)
    const [doubt, ...answer] = isPlan ? rest : [first, ...rest]
    return { ...(isPlan ? { plan: first.toLowerCase() } : {}), doubt, answer: answer.join(' ') }
  },
  run({ plan: asked, doubt: id, answer, form }, desk) {
    // Two plans may have a doubt of this number: which one is meant is asked, not guessed.
    const which = whichPlan(desk, asked, (plan) => ({ command: 'settle', args: { plan, doubt: id, answer } }), ({ doubts }) => doubts.get(id)?.settled === undefined && doubts.has(id))
    if (!which.ok) return which.answer
    const { plan } = which
    const doubt = plan.doubts.get(id)
    if (doubt === undefined) return refused({ code: 'doubt-unknown', asked: id, open: openDoubts(plan, desk).length }, desk)
    if (doubt.settled?.amendment !== undefined) return refused({ code: 'doubt-closed', on: doubt.settled.on }, desk)
    if (doubt.settled !== undefined) return refused({ code: 'doubt-settled', answer: doubt.settled.answer }, desk)
    if (answer.trim() === '') return { kind: 'form', form: settleForm(plan.id, doubt, desk.lang) }
    const bound = boundBy(doubt, answer, plan, desk)
    if (!bound.ok) {
      if (form) return { kind: 'form-errors', errors: fieldErrors('answer', bound.refusal, desk) }
      return bound.refusal.code === 'unit-unknown' ? unitRefused(desk, bound.refusal.asked, findNearest(desk, bound.refusal.asked), (unit) => ({ command: 'settle', args: { plan: plan.id, doubt: id, answer: unit } })) : refused(bound.refusal, desk)
    }
    const { lead, tasks, alias, ...binds } = bound
    const aliases = alias === undefined ? [] : [async (): Promise<Recording> => desk.recordPerson({ type: 'add-alias', ...alias })]
    const leads = lead === undefined ? [] : tasks.map((task) => async (): Promise<Recording> => desk.record(plan.id, { type: 'set-lead', task, unit: lead }))
    const settled: DoubtIntent = { type: 'settle-doubt', doubt: id, answer, ...binds.what, ...(lead === undefined || tasks.length > 0 ? {} : { lead }) }
    return recordedAll([...aliases, ...leads, async () => desk.record(plan.id, settled)], desk, (outcomes) => {
      const no = outcomes.find((outcome) => !outcome.ok)
      if (no?.ok === false) return refusedCard(no.refusal, desk)
      const left = openDoubts(plan, desk)
      return doubtSettled({ plan: plan.id, title: plan.title, doubt, answer, today: desk.today, left: doubtCounts(left.map((one) => one.doubt)), tasks: tasks.length, ...binds.what, ...(lead === undefined ? {} : { lead }), ...(left[0] === undefined ? {} : { next: left[0] }) }, desk.lang)
    })
  },
})

const findNearest = (desk: Desk, asked: string): Parameters<typeof unitRefused>[2] => ((found) => (found.ok ? [found.unit] : found.nearest))(findUnit(desk.directory, asked))

/** `tasks`: a doubt about a whole section is about each of its tasks that has no unit. */
type Bound =
  | { ok: true; what: Pick<DoubtIntent, 'due' | 'period' | 'merge'>; lead?: UnitId; tasks: TaskNo[]; alias?: { unit: UnitId; alias: string } }
  | { ok: false; refusal: { code: 'year-unclear'; asked: string } | { code: 'unit-unknown'; asked: string } }

const nothing: Bound = { ok: true, what: {}, tasks: [] }

function boundBy(doubt: Doubt, answer: string, plan: PlanState, desk: Desk): Bound {
  switch (doubt.kind) {
    case 'year-blank':
    case 'date-unclear':
      return yearOf(doubt, answer, plan)
    case 'no-period': {
      const period = periodIn(answer, plan.title)
      return period === undefined ? { ok: false, refusal: { code: 'year-unclear', asked: answer } } : { ok: true, what: { period }, tasks: [] }
    }
    case 'no-unit': {
      const [name = answer] = namesIn(answer)
      const found = findUnit(desk.directory, name)
      if (!found.ok) return { ok: false, refusal: { code: 'unit-unknown', asked: name } }
      const section = doubt.section ?? doubt.quote
      const silent = [...plan.tasks.values()].filter((task) => task.section === section && partsOf({ plan, directory: desk.directory }, task.no).length === 0)
      return { ok: true, what: {}, lead: found.unit.id, tasks: doubt.task === undefined ? silent.map(({ no }) => no) : [] }
    }
    case 'alias':
      return oneUnit(doubt, answer, desk)
    case 'unit-unclear': case 'duty-unclear': case 'target-owner':
      return nothing
  }
}

function yearOf(doubt: Doubt, answer: string, plan: PlanState): Bound {
  const year = yearIn(answer)
  if (year === undefined) return doubt.kind === 'year-blank' || !isNo(answer) ? { ok: false, refusal: { code: 'year-unclear', asked: answer } } : nothing
  const due = doubt.task === undefined ? undefined : plan.tasks.get(doubt.task)?.due
  // The blank in a document's name is no blank in the date.
  if (due?.kind !== 'unbound' || !doubt.quote.includes(due.said)) return nothing
  const day = boundDay(/月|季度|半年/.test(answer) ? answer : due.said, year)
  return day === undefined ? nothing : { ok: true, what: { due: day }, tasks: [] }
}

/** The kept name's unit gets the other name, and the other's parts in this plan. */
function oneUnit({ names }: Doubt, answer: string, { directory }: Desk): Bound {
  const kept = names === undefined ? undefined : nameKept(answer, names)
  if (kept === undefined) return nothing
  const [keep, other] = [kept.keep, kept.other].map((name) => unitNamed(directory, name)?.id ?? UnitId.parse(name))
  if (keep === undefined || other === undefined || keep === other) return nothing
  return { ok: true, what: { merge: { keep, other } }, tasks: [], ...(directory.units.has(keep) ? { alias: { unit: keep, alias: kept.other } } : {}) }
}
