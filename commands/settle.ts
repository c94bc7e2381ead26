// The secretary answers a doubt. A year binds the task's date, a unit becomes its lead; anything else is kept as it was said.
import { z } from 'zod'
import { command, type Desk, type Recording } from '#src/command.ts'
import { unitNamed } from '#src/directory/directory.ts'
import type { Doubt } from '#src/ledger/doubt.ts'
import { Words, type TaskNo, type UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Day } from '#src/calendar/day.ts'
import { partsOf } from '#src/queries/answering.ts'
import { doubtSettled, settleForm } from '#templates/doubts.ts'
import { boundDay, yearIn } from './bound-day.ts'
import { numberIn } from './chinese-number.ts'
import { recordedAll } from './recorded.ts'
import { refused, refusedCard } from './refused.ts'
import { findUnit } from './unit-argument.ts'
import { whichPlan } from './which-plan.ts'

export const settle = command({
  name: { zh: '答', en: 'settle' },
  also: ['答复', '核对', 'answer'],
  usage: { zh: '答 3 2026', en: 'settle 3 2026' },
  about: { zh: '答复存疑：编号和答案', en: 'settle a doubt: its number and the answer' },
  may: 'settle-doubt',
  args: z.object({
    plan: z.string().max(200).optional(),
    doubt: z.union([z.string(), z.number()]).transform((given) => numberIn(String(given)) ?? Number.NaN).pipe(z.number().int().min(1)),
    answer: Words.default(''),
  }),
  typed: ([doubt, ...answer]) => ({ doubt, answer: answer.join(' ') }),
  run({ plan: asked, doubt: id, answer }, desk) {
    const which = whichPlan(desk, asked, (plan) => ({ command: 'settle', args: { plan, doubt: id, answer } }), ({ doubts }) => doubts.get(id)?.settled === undefined && doubts.has(id))
    if (!which.ok) return which.answer
    const { plan } = which
    const doubt = plan.doubts.get(id)
    if (doubt === undefined) return refused({ code: 'doubt-unknown', asked: id, open: openDoubts(plan) }, desk)
    if (doubt.settled !== undefined) return refused({ code: 'doubt-settled', answer: doubt.settled.answer }, desk)
    if (answer.trim() === '') return { kind: 'form', form: settleForm(plan.id, doubt, desk.lang) }
    if (asksForYear.has(doubt.kind) && yearsIn(answer) === 0) return refused({ code: 'year-unclear', asked: answer }, desk)
    const bound = boundBy(doubt, answer, plan, desk)
    const settled = { type: 'settle-doubt' as const, doubt: id, answer, ...(bound.due === undefined ? {} : { due: bound.due }), ...(bound.lead === undefined || bound.tasks.length > 0 ? {} : { lead: bound.lead }) }
    const { lead } = bound
    const leads = lead === undefined ? [] : bound.tasks.map((task) => async (): Promise<Recording> => desk.record(plan.id, { type: 'set-lead', task, unit: lead }))
    const aliased = aliasIn(doubt, answer, desk)
    const aliases = aliased === undefined ? [] : [async (): Promise<Recording> => desk.recordPerson({ type: 'add-alias', ...aliased })]
    return recordedAll([...aliases, ...leads, async () => desk.record(plan.id, settled)], desk, (outcomes) => {
      const no = outcomes.find((outcome) => !outcome.ok)
      if (no?.ok === false) return refusedCard(no.refusal, desk)
      const next = [...plan.doubts.values()].find((other) => other.settled === undefined)
      return doubtSettled({ plan: plan.id, doubt, answer, today: desk.today, left: openDoubts(plan), tasks: bound.tasks.length, ...(bound.due === undefined ? {} : { due: bound.due }), ...(lead === undefined ? {} : { lead }), ...(next === undefined ? {} : { next }) }, desk.lang)
    })
  },
})

/** Without a year in it, an answer to one of these settles nothing. */
const asksForYear: ReadonlySet<Doubt['kind']> = new Set(['year-blank', 'no-period'])
const yearsIn = (answer: string): number => (answer.normalize('NFKC').match(/20\d{2}/g) ?? []).length

/** 是同一个单位: the second name becomes one of the first's. */
function aliasIn({ kind, names }: Doubt, answer: string, { directory }: Desk): { unit: UnitId; alias: string } | undefined {
  if (kind !== 'alias' || names === undefined || !/^(是|是的|是同一个单位|the same|same|yes)$/i.test(answer.trim())) return undefined
  const [one, other] = names
  const unit = unitNamed(directory, one)?.id
  return unit === undefined ? undefined : { unit, alias: other }
}

const openDoubts = (plan: PlanState): number => [...plan.doubts.values()].filter(({ settled }) => settled === undefined).length

/** `tasks`: a doubt about a whole section is about each of its tasks that has no unit. */
type Bound = { due?: Day; lead?: UnitId; tasks: TaskNo[] }

function boundBy(doubt: Doubt, answer: string, plan: PlanState, desk: Desk): Bound {
  switch (doubt.kind) {
    case 'year-blank':
    case 'date-unclear': {
      const year = yearIn(answer)
      const due = doubt.task === undefined ? undefined : plan.tasks.get(doubt.task)?.due
      // The blank in a document's name is no blank in the date.
      if (year === undefined || due?.kind !== 'unbound' || !doubt.quote.includes(due.said)) return { tasks: [] }
      const day = boundDay(/月|季度|半年/.test(answer) ? answer : due.said, year)
      return { tasks: [], ...(day === undefined ? {} : { due: day }) }
    }
    case 'no-unit': {
      const found = findUnit(desk.directory, answer)
      if (!found.ok) return { tasks: [] }
      const inSection = [...plan.tasks.values()].filter(({ no, section }) => section === doubt.quote && partsOf({ plan, directory: desk.directory }, no).length === 0).map(({ no }) => no)
      return { lead: found.unit.id, tasks: doubt.task === undefined ? inSection : [] }
    }
    case 'alias': case 'no-period': case 'unit-unclear': case 'duty-unclear': case 'target-owner':
      return { tasks: [] }
  }
}

