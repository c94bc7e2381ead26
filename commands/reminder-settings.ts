// 提醒设置: the numbers of a plan's reminder policy. Whatever is changed is shown first as what the next thirty days would be.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyWith } from '#src/ledger/policy-set.ts'
import { policyOf, whole, type PolicyPart, type Setting } from '#src/ledger/policy.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { compared } from '#src/reminders/ahead.ts'
import { namesOf } from '#templates/names.ts'
import { policyPreview } from '#templates/policy-preview.ts'
import { asTyped, settingsCard, settingsForm, settingsSaved } from '#templates/policy-settings.ts'
import { ways } from '#templates/ways.ts'
import { aheadFacts, messageAhead, nameOf, sendingsAhead } from './ahead-facts.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { changedSince, settingsIn, typedSettings, type Unclear, type Written } from './setting-argument.ts'
import { whichPlan } from './which-plan.ts'

const value = z.string().max(80).optional()
const written = {
  dueMarks: value, progressMarks: value, monthMarks: value, handInMarks: value, reviewMarks: value, cadenceMarks: value, cadenceEvery: value, warnWorkingDays: value, farOff: value, overdueEvery: value, headAfter: value, leaderAfter: value, leaderByItself: value, reviewWithin: value,
  queueAgain: value, ruledTold: value, amendedTold: value, milestonesTold: value, milestonesAskedAfter: value, milestonesAskedUntil: value, milestonesLeastLeft: value, digestFrom: value, quietUntil: value, quietFrom: value, digestLines: value,
} satisfies Record<Setting, typeof value>

const Args = z.object({
  ...written,
  plan: z.string().trim().max(200).optional(),
  reason: z.string().max(200).default(''),
  /** The part of the form that is opened; `form`: it comes back. */
  edit: z.enum(['often', 'rest']).optional(),
  form: z.boolean().default(false),
  /** How many changes there were when the numbers were looked at. */
  seen: z.number().int().min(0).optional(),
  confirmed: z.boolean().default(false),
  defaults: z.boolean().default(false),
  /** A word that names no setting. */
  unknown: z.string().max(80).optional(),
})
type Args = z.infer<typeof Args>

export const reminderSettings = command({
  name: { zh: '提醒设置', en: 'reminder-settings' },
  usage: { zh: '提醒设置 p1（到期前 15,5,1）', en: 'reminder-settings p1 (before-due 15,5,1)' },
  about: { zh: '看和改一个方案怎么提醒：到期前几天、逾期每隔几天、几点发', en: 'see and change how a plan reminds: how many days before, how often after, at what hour' },
  then: { zh: '先给您看未来30天会怎么发、比现在多几条少几条，确认才保存。', en: 'What the next 30 days would be is shown first; nothing is saved before you confirm.' },
  group: 'look',
  may: 'see', args: Args, typed: (words) => ({ ...typedSettings(words) }),
  run(args, desk) {
    const { plan: asked, unknown, edit, defaults, form } = args
    if (unknown !== undefined) return refused({ code: 'setting-unknown', asked: unknown }, desk)
    const which = whichPlan(desk, asked, (plan) => runOf('reminder-settings', { ...args, plan }))
    if (!which.ok) return which.answer
    const { plan } = which
    const read = settingsIn(args)
    const isAsked = !read.ok || Object.keys(read.set).length > 0
    const mayChange = may(desk.asker, 'set-policy')
    if (!isAsked && edit === undefined && !defaults) return answered(shown(plan, mayChange, desk))
    if (!mayChange) return refused({ code: 'not-permitted', permission: 'set-policy' }, desk)
    if (edit !== undefined) return { kind: 'form', form: settingsForm(plan, edit, policyOf(plan), changesOf(plan), desk.lang, writtenIn(args)) }
    if (!read.ok) return unclear(read.unclear, form, desk)
    return form || !args.confirmed ? preview(plan, args, read.set, desk) : save(plan, args, read.set, desk)
  },
})

const changesOf = ({ policy }: PlanState): number => policy?.changes.length ?? 0
const writtenIn = (args: Written): Partial<Record<Setting, string>> => Object.fromEntries(Object.keys(written).flatMap((name) => ((given) => (given === undefined ? [] : [[name, given]]))(args[name as Setting])))

const shown = (plan: PlanState, mayChange: boolean, desk: Desk): ReturnType<typeof settingsCard> =>
  settingsCard({ plan, policy: policyOf(plan), changes: plan.policy?.changes ?? [], mayChange, names: namesOf(desk, desk.zone) }, desk.lang)

/** Each beside its field: all that is wrong is said at once. */
function unclear(those: readonly Unclear[], isForm: boolean, desk: Desk): Answer {
  const [first] = those.map((each): Refusal => ({ code: 'setting-unclear', ...each }))
  if (isForm) return { kind: 'form-errors', errors: Object.assign({}, ...those.map((each) => fieldErrors(each.setting, { code: 'setting-unclear', ...each }, desk))) as Record<string, string> }
  return first === undefined ? refused({ code: 'policy-unchanged' }, desk) : refused(first, desk)
}

/** Nothing is written: the rules are asked with the other numbers, and with those that stand. */
async function preview(plan: PlanState, { form, seen = changesOf(plan), reason, defaults }: Args, given: PolicyPart, desk: Desk): Promise<Answer> {
  const changes = plan.policy?.changes ?? []
  // What a form brings back unchanged was not asked for: another may have changed it meanwhile.
  const set = form ? changedSince(given, changes[seen - 1]?.set ?? {}) : given
  const wanted = policyWith(defaults ? {} : (changes.at(-1)?.set ?? {}), set)
  const refusal = wanted.ok ? (JSON.stringify(wanted.set) === JSON.stringify(changes.at(-1)?.set ?? {}) ? { code: 'policy-unchanged' as const } : undefined) : wanted.refusal
  if (refusal !== undefined) return form ? { kind: 'form-errors', errors: fieldErrors(fieldOf(refusal, given), refusal, desk) } : refused(refusal, desk)
  if (!wanted.ok) return refused(wanted.refusal, desk)
  const facts = aheadFacts(desk)
  const after = whole(wanted.set)
  const then = { ...plan, policy: { now: after, changes } }
  const before = await sendingsAhead(facts, desk)
  const comparison = compared(before, await sendingsAhead({ ...facts, plans: facts.plans.map((each) => (each.id === plan.id ? then : each)) }, desk), plan.id, desk.calendar)
  const first = comparison.first.slice(0, firstShown).map((sending) => ({ on: sending.on, time: sending.time, name: nameOf(sending.parcel.to, sending.on, desk), says: messageAhead(sending, desk)?.text ?? '' }))
  return answered(policyPreview({
    plan, before: policyOf(plan), after, compared: comparison, first, from: desk.today, until: facts.until, names: namesOf(desk, desk.zone),
    save: runOf('reminder-settings', { ...asTyped(set), plan: plan.id, seen: changes.length, confirmed: true, ...(defaults ? { defaults } : {}), ...(reason === '' ? {} : { reason }) }),
    again: { ...ways.settingsForm(plan.id, 'often'), args: { ...ways.settingsForm(plan.id, 'often').args, ...asTyped(changedSince(after, changes.at(-1)?.set ?? {})) } },
  }, desk.lang))
}

const firstShown = 6

/** The field beside which it is said. */
function fieldOf(refusal: Refusal, given: PolicyPart): Setting {
  if ('setting' in refusal) return refusal.setting
  const [first] = Object.keys(given)
  return refusal.code === 'digest-in-quiet' ? 'digestFrom' : refusal.code === 'milestones-asked-never' ? 'milestonesAskedUntil' : ((first as Setting | undefined) ?? 'dueMarks')
}

function save(plan: PlanState, { seen, reason, defaults }: Args, set: PolicyPart, desk: Desk): Promise<Answer> {
  const before = policyOf(plan)
  const intent = { type: 'set-policy' as const, set, ...(defaults ? { defaults } : {}), ...(reason.trim() === '' ? {} : { reason }), ...(seen === undefined ? {} : { seen }) }
  return recorded(desk.record(plan.id, intent), desk, () => settingsSaved({ plan, before, after: policyOf(desk.plans.get(plan.id) ?? plan) }, desk.lang))
}
