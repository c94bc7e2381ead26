// 归档、恢复方案: a plan leaves the lists, or comes back, with a reason. Without a plan, those that were put away.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
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

export const archivePlan = command({
  name: { zh: '归档', en: 'archive' },
  usage: { zh: '归档 p2 误导入', en: 'archive p2 imported by mistake' },
  about: { zh: '把误导入、练习用或已结束的方案收起：不再提醒、不计入汇总，可以恢复', en: 'put a plan away: it asks nobody and is not counted; it can come back' },
  then: { zh: '不再提醒、不计入汇总，内容都在，可以恢复。', en: 'It asks nobody and is not counted; all of it is kept and can come back.' },
  group: 'import',
  may: 'archive-plan', args, typed,
  run({ plan: asked, reason, form, sure, page }, desk) {
    if (asked === undefined) return answered(archivedList({ archived: [...desk.archived.values()], page, today: desk.today }, desk.lang))
    const which = whichPlan(desk, asked, ways.archive)
    if (!which.ok) return which.answer
    const { plan } = which
    if (reason.trim() === '') return form ? { kind: 'form-errors', errors: archiveReasonMissing(desk.lang) } : { kind: 'form', form: archiveForm(plan, 'archive', desk.lang) }
    // The form says what stops; a line that is typed has not been told.
    if (!form && !sure) return answered(archiveAsked(plan, archiveEnds(viewOf(desk, plan)), reason.trim(), desk.lang))
    return recorded(desk.record(plan.id, { type: 'archive-plan', reason }), desk, () => archiveDone(plan, 'archive', reason, desk.lang))
  },
})

export const restorePlan = command({
  name: { zh: '恢复方案', en: 'restore-plan' },
  usage: { zh: '恢复方案 p2 还要继续督办', en: 'restore-plan p2 it goes on' },
  about: { zh: '恢复已归档的方案', en: 'bring back a plan that was put away' },
  then: { zh: '方案回到列表，提醒继续。', en: 'The plan is listed again, and reminders go on.' },
  group: 'import',
  may: 'restore-plan', args, typed,
  run({ plan: asked, reason, form, page }, desk) {
    const away = [...desk.archived.values()]
    if (asked === undefined) return answered(archivedList({ archived: away, page, today: desk.today }, desk.lang))
    const named = away.filter(({ title }) => title.includes(asked))
    const plan = away.find(({ id }) => id === asked) ?? (named.length === 1 ? named[0] : undefined)
    if (plan === undefined && named.length > 1) return answered(archivedList({ archived: named, page, today: desk.today }, desk.lang))
    if (plan === undefined) return refused([...desk.plans.values()].some(({ id }) => id === asked) ? { code: 'plan-not-archived' } : unknownPlan(desk, asked), desk)
    if (reason.trim() === '') return form ? { kind: 'form-errors', errors: archiveReasonMissing(desk.lang) } : { kind: 'form', form: archiveForm(plan, 'restore', desk.lang) }
    return recorded(desk.record(plan.id, { type: 'restore-plan', reason }), desk, () => archiveDone(plan, 'restore', reason, desk.lang))
  },
})
