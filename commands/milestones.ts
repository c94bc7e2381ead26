// 年度分解: a unit says what its tasks without a date owe this year. The list, one task's form, or typed; for a secretary what waits.
import { z } from 'zod'
import { Day, yearOf } from '#src/calendar/day.ts'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { isSameMilestone, mostMilestones, yearKey, type Milestone } from '#src/ledger/milestone.ts'
import { Words, type TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { ofOwn } from '#src/queries/milestone-lists.ts'
import { dayMissing, milestonesCard, milestonesForm, milestonesProposed, whatMissing } from '#templates/milestones.ts'
import { fieldErrors } from './field-errors.ts'
import { reviewCard } from './milestones-waiting.ts'
import { allOwnMilestones, stillToPropose, ownMilestonesOf, reviewers } from './own-milestones.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { TaskArgument, taskName } from './task-argument.ts'
import { milestonesIn } from './typed-milestones.ts'
import { viewOf } from './view-of.ts'

const numbers = Array.from({ length: mostMilestones }, (_, at) => at + 1)

/** what1, by1, shows1, … as the form has them. */
const Args = z
  .object({ task: TaskArgument.optional(), year: z.number().int().optional(), words: Words.default(''), page: z.coerce.number().int().min(1).max(999).default(1), form: z.boolean().default(false), carried: z.string().max(40).default('') })
  .catchall(z.string().max(500))
type Args = z.infer<typeof Args>

export const milestones = command({
  name: { zh: '年度分解', en: 'milestones' },
  also: ['改节点', '节点', 'milestone'],
  usage: { zh: '年度分解 12 下月底前〔做什么〕；年底前〔做什么〕', en: 'milestones 12 6/30 〔what〕; 11/30 〔what〕' },
  example: 'answers',
  about: { zh: '没写期限的任务今年做到哪一步：报节点，督查室同意后按节点提醒', en: 'what tasks without a date owe this year: propose milestones, which reminders follow once approved' },
  then: { zh: '报督查室审核；同意后按节点提醒，不再每季度要进展。', en: 'The secretary reviews them; then you are reminded of these, and not each quarter.' },
  group: 'year',
  may: 'see',
  looks: true,
  args: Args,
  typed: ([task, ...words]) => ({ ...(task === undefined ? {} : { task }), words: words.join(' ') }),
  run(args, desk) {
    if (desk.plans.size === 0) return refused({ code: 'plan-none' }, desk)
    if (args.task !== undefined) return ofTask(args.task, args, desk)
    const own = allOwnMilestones(desk)
    return own.length === 0 && may(desk.asker, 'approve-milestones') ? answered(reviewCard(desk, 1)) : answered(milestonesCard({ own, today: desk.today, page: args.page }, desk.lang))
  },
})

function ofTask(asked: string, args: Args, desk: Desk): Promise<Answer> | Answer {
  const found = ownMilestonesOf(desk, asked, args.year)
  if (!found.ok) return refused(found.refusal, desk, runOf('milestones', { task: asked, year: args.year, words: args.words }))
  if (args.form) {
    const filled = fromForm(args, found.one.milestones, desk)
    if ('errors' in filled) return { kind: 'form-errors', errors: filled.errors }
    const wrong = wrongField(filled.rows, found, desk)
    return wrong === undefined ? proposed(asked, found.one.year, filled.rows.map(({ milestone }) => milestone), desk) : { kind: 'form-errors', errors: wrong }
  }
  if (args.words.trim() === '') return { kind: 'form', form: milestonesForm(found.one, desk.lang) }
  const typed = milestonesIn(args.words, desk.today, desk.calendar)
  const [first] = typed.ok ? typed.milestones : []
  return typed.ok && first !== undefined ? proposed(asked, yearOf(first.by), typed.milestones, desk) : refused(typed.ok ? { code: 'milestones-missing' } : typed.refusal, desk)
}

function proposed(asked: string, year: number, list: readonly Milestone[], desk: Desk): Promise<Answer> | Answer {
  const found = ownMilestonesOf(desk, asked, year)
  if (!found.ok) return refused(found.refusal, desk)
  const { plan, task, unit } = found
  const recording = desk.record(plan.id, { type: 'propose-milestones', task, unit, year, milestones: list })
  return recorded(recording, desk, () => {
    const known = plan.tasks.get(task)
    if (known === undefined) throw new Error(`plan ${plan.id} lost its task ${task}`)
    return milestonesProposed({ one: ofOwn(viewOf(desk, plan), known, unit, year), today: desk.today, secretaries: reviewers(desk), left: stillToPropose(desk) }, desk.lang)
  }, runOf('milestones', { task: taskName(plan.id, task) }), { about: [{ plan: plan.id, task }] })
}

type FormRow = { no: number; milestone: Milestone }

/** A row without words is left out; the mark of what was carried over goes with its row. */
function fromForm(args: Args, before: readonly Milestone[], desk: Desk): { rows: FormRow[] } | { errors: Record<string, string> } {
  const carried = new Set(args.carried.split(' '))
  const rows: FormRow[] = []
  for (const no of numbers) {
    const [what, by, shows] = [args[`what${no}`], args[`by${no}`], args[`shows${no}`]].map((value) => (typeof value === 'string' ? value.trim() : ''))
    if (what === undefined || what === '') continue
    const day = Day.safeParse(by)
    if (!day.success) return { errors: dayMissing(no, desk.lang) }
    const isCarried = carried.has(String(no)) || before.some((old) => old.what === what && old.carried === true)
    rows.push({ no, milestone: { what, by: day.data, ...(shows === undefined || shows === '' ? {} : { shows }), ...(isCarried ? { carried: true } : {}) } })
  }
  return rows.length === 0 ? { errors: whatMissing(1, desk.lang) } : { rows }
}

/** A day that cannot be is said beside its field, before the form with the rest in it is gone. What stands approved may keep a day that is past. */
function wrongField(rows: readonly FormRow[], { plan, task, one: { year } }: { plan: PlanState; task: TaskNo; one: { year: number } }, desk: Desk): Record<string, string> | undefined {
  const approved = plan.milestones.get(yearKey(task, year))?.approved?.milestones ?? []
  for (const { no, milestone } of rows) {
    const { what, by } = milestone
    if (yearOf(by) !== year) return fieldErrors(`by${no}`, { code: 'milestone-outside', what, day: by, year }, desk)
    if (by < desk.today && !approved.some((old) => isSameMilestone(old, milestone))) return fieldErrors(`by${no}`, { code: 'day-past', day: by, today: desk.today }, desk)
  }
  return undefined
}
