// 归档、恢复方案: a plan leaves the lists, or comes back, with a reason. Without a plan, those that were put away.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { archiveAsked, archiveForm, archivedList, archiveDone, archiveReasonMissing } from '#templates/archive.ts'
import { archiveEnds } from '#src/queries/archive-ends.ts'
import { ways } from '#templates/ways.ts'
import { planNumberIn } from './plan-number.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { unknownPlan } from './unknown-plan.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

const args = z.object({ plan: z.string().trim().max(200).optional(), reason: z.string().max(500).default(''), form: z.boolean().default(false), /** It was asked, and pressed. */ sure: z.boolean().default(false), page: z.number().int().min(1).default(1) })
const typed = ([plan, ...reason]: readonly string[]): Record<string, unknown> => (plan === undefined ? {} : { plan: planNumberIn(plan) ?? plan, reason: reason.join(' ') })

type Given = z.infer<typeof args>
type Direction = {
  act: 'archive' | 'restore'
  /** The plan that is named, among those that can be. */
  which: (desk: Desk, asked: string) => ReturnType<typeof whichPlan>
  /** What is shown before it is done. */
  asks?: (plan: PlanState, reason: string, given: Given, desk: Desk) => Answer | undefined
}

/** Away and back alike: without a plan those that were put away, without a reason the form. */
const moving = ({ act, which, asks = () => undefined }: Direction) => ({ plan: asked, reason, ...given }: Given, desk: Desk): Promise<Answer> | Answer => {
  if (asked === undefined) return listOf([...desk.archived.values()], given.page, desk)
  const found = which(desk, asked)
  if (!found.ok) return found.answer
  const { plan } = found
  if (reason.trim() === '') return given.form ? { kind: 'form-errors', errors: archiveReasonMissing(desk.lang) } : { kind: 'form', form: archiveForm(plan, act, desk.lang) }
  return asks(plan, reason.trim(), { reason, ...given }, desk) ?? recorded(desk.record(plan.id, { type: `${act}-plan`, reason }), desk, () => archiveDone(plan, act, reason, desk.lang))
}

const listOf = (archived: PlanState[], page: number, { today, lang }: Desk): Answer => answered(archivedList({ archived, page, today }, lang))

export const archivePlan = command({
  name: { zh: '归档', en: 'archive' },
  usage: { zh: '归档 p2 误导入', en: 'archive p2 imported by mistake' },
  about: { zh: '把误导入、练习用或已结束的方案收起：不再提醒、不计入汇总，可以恢复', en: 'put a plan away: it asks nobody and is not counted; it can come back' },
  then: { zh: '不再提醒、不计入汇总，内容都在，可以恢复。', en: 'It asks nobody and is not counted; all of it is kept and can come back.' },
  group: 'import',
  may: 'archive-plan', args, typed,
  run: moving({
    act: 'archive', which: (desk, asked) => whichPlan(desk, asked, ways.archive),
    // The form says what stops; a line that is typed has not been told.
    asks: (plan, reason, { form, sure }, desk) => (form || sure ? undefined : answered(archiveAsked(plan, archiveEnds(viewOf(desk, plan)), reason, desk.lang))),
  }),
})

export const restorePlan = command({
  name: { zh: '恢复方案', en: 'restore-plan' },
  usage: { zh: '恢复方案 p2 还要继续督办', en: 'restore-plan p2 it goes on' },
  about: { zh: '恢复已归档的方案', en: 'bring back a plan that was put away' },
  then: { zh: '方案回到列表，提醒继续。', en: 'The plan is listed again, and reminders go on.' },
  group: 'import',
  may: 'restore-plan', args, typed,
  run: moving({ act: 'restore', which: whichArchived }),
})

function whichArchived(desk: Desk, asked: string): ReturnType<typeof whichPlan> {
  const away = [...desk.archived.values()]
  const named = away.filter(({ title }) => title.includes(asked))
  const plan = away.find(({ id }) => id === asked) ?? (named.length === 1 ? named[0] : undefined)
  if (plan !== undefined) return { ok: true, plan }
  if (named.length > 1) return { ok: false, answer: listOf(named, 1, desk) }
  return { ok: false, answer: refused([...desk.plans.values()].some(({ id }) => id === asked) ? { code: 'plan-not-archived' } : unknownPlan(desk, asked), desk) }
}
