// Chases those who have not answered, once the secretary has seen who would be told, and how.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import type { Person } from '#src/directory/person.ts'
import { nextNudge } from '#src/ledger/assignment.ts'
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { answering } from '#src/queries/answering.ts'
import { chasedToday } from '#src/queries/chased-today.ts'
import { chased } from '#src/queries/silent-in.ts'
import { askedAbout } from '#src/queries/handed.ts'
import { isUnreported } from '#src/queries/task-list.ts'
import { chaseKey, isSendingTime, sendsFrom } from '#src/reminders/parcels.ts'
import { chaseSentence } from '#templates/chase-sentence.ts'
import { nudgePreview, nudgeRecorded, urgentForm, urgentMissing, type NudgeFacts } from '#templates/nudge.ts'
import { allViews } from './plan-argument.ts'
import { recorded, recordedAll } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { findTasks, type TaskMeant } from './tasks-argument.ts'
import { viewOf } from './view-of.ts'

export const nudge = command({
  name: { zh: '催办', en: 'nudge' },
  also: ['催报', '催'],
  usage: { zh: '催办 12（或 红灯、逾期、未报、县教育局、轮次 n1；夜里或休息日要马上发：催办 12 加急 〔为什么〕）', en: 'nudge 12 (or: red, overdue, unreported, a unit, a round n1; at night or on a day off: nudge 12 urgent 〔why〕)' },
  about: { zh: '催办：任务号、逾期、未报、单位或一个轮次；先看怎么说、通知谁再发', en: 'chase tasks: a number, overdue, unreported, a unit or a round; shown first, then sent' },
  then: { zh: '先给您看通知谁、怎么说，确认后才发；同一人一天最多一次。', en: 'Whom it tells and how is shown first; nobody is chased twice a day.' },
  group: 'round',
  may: 'nudge',
  /** `urge`: asks why it is urgent. `form`: the reason comes from the form, and it is sent. */
  args: z.object({ task: z.string().trim().min(1).max(200), urgent: z.string().trim().max(200).default(''), urge: z.boolean().default(false), form: z.boolean().default(false), confirmed: z.boolean().default(false) }),
  // 催一下教育局吧, 催催县教育局.
  typed(words) {
    const at = words.findIndex((word) => urgentWords.includes(word.toLowerCase()))
    const [of, why] = at < 0 ? [words, []] : [words.slice(0, at), words.slice(at + 1)]
    return { task: of.join(' ').replace(/^(?:一催|一下|催一下|催|下)(?=.)/, '').replace(/^[ ,，:：]{1,3}/, '').replace(/(?<=.)(?:一下|吧|啊|了)$/, ''), ...(at < 0 ? {} : why.length === 0 ? { urge: true } : { urgent: why.join(' ') }) }
  },
  run: ({ task, urgent, urge, form, confirmed }, desk) => chase(task, { confirmed: confirmed || form, urge: urge || (form && urgent === ''), form, ...(urgent === '' ? {} : { urgent }) }, desk),
})

const urgentWords: readonly string[] = ['加急', '紧急', 'urgent']

/** `urgent`: why it goes out at once, whatever the hour. */
export type Chase = { confirmed: boolean; urgent?: string; urge?: boolean; form?: boolean }

/** @param asked as it would be typed */
export function chase(asked: string, how: Chase, desk: Desk): Promise<Answer> | Answer {
  const found = findTasks(desk, asked, (task) => runOf('nudge', { task, urgent: how.urgent, urge: how.urge }))
  if (!found.ok) return found.answer
  const [first, ...more] = found.tasks
  const told = chasedToday(allViews(desk))
  if (found.kind === 'numbers' && first !== undefined && more.length === 0) return chaseOne(targetOf(first, told, desk), how, desk)
  const meant = found.kind === 'unit' ? behindOf(found.tasks, desk) : found.tasks
  const targets = meant.map((task) => targetOf(task, told, desk))
  return how.confirmed && how.urge !== true ? chaseAll(targets, how, desk) : shownFirst(asked, targets, how, desk)
}

/** Who would be told and how; or, where it is urgent and nobody has said why, the question why. */
function shownFirst(asked: string, targets: readonly Target[], { urgent, urge, form }: Chase, desk: Desk): Answer {
  const facts = factsOf(targets, urgent, desk)
  if (urge === true && form === true) return { kind: 'form-errors', errors: urgentMissing(desk.lang) }
  if (urge === true && facts.people.length > 0) return { kind: 'form', form: urgentForm(facts, { command: 'nudge', args: { task: asked, form: true } }, desk.lang) }
  const of = { task: asked, ...(urgent === undefined ? {} : { urgent }) }
  return answered(nudgePreview(facts, { confirm: { command: 'nudge', args: { ...of, confirmed: true } }, urge: { command: 'nudge', args: { task: asked, urge: true } } }, desk.lang))
}

/** `waiting`: claimed or accepted, so nothing is owed. `times`: how often in a row, this one with it. `later`: those of its people who were chased today. */
type Target = TaskMeant & {
  kind: 'tell' | 'already' | 'nobody' | 'waiting' | 'no-unit' | 'not-handed-out' | 'paused'
  unit: UnitId | undefined
  unitName: string
  people: Person[]
  later: PersonId[]
  times: number
}

function targetOf({ plan, card }: TaskMeant, told: ReadonlySet<PersonId>, desk: Desk): Target {
  const { lead } = card
  const noUnit = { plan, card, unit: undefined, unitName: '', people: [], later: [], times: 1 }
  if (lead === undefined) return { ...noUnit, kind: 'no-unit' }
  const part = answering({ plan, directory: desk.directory }, card.number)
  // A group is chased through those of its members that have not answered in the round.
  const people = part === undefined ? [] : askedAbout(desk.directory, part, chased(viewOf(desk, plan), part, { at: desk.now, on: desk.today }))
  const target = { plan, card, unit: lead.unit, unitName: lead.name, people, later: people.map(({ id }) => id).filter((id) => told.has(id) && hasGoneOut(plan, id, desk)), times: part === undefined ? 1 : nextNudge(part) }
  if (plan.handedOutOn === undefined) return { ...target, kind: 'not-handed-out' }
  if (plan.tasks.get(card.number)?.course?.paused !== undefined) return { ...target, kind: 'paused' }
  if (card.status !== 'open') return { ...target, kind: 'waiting' }
  if (people.length === 0) return { ...target, kind: 'nobody' }
  return { ...target, kind: part?.nudgedOn === desk.today ? 'already' : 'tell' }
}

/** In quiet hours what somebody was chased by today may still wait, and takes this one with it. */
const hasGoneOut = (plan: PlanState, to: PersonId, { today, now, zone, calendar, told }: Desk): boolean =>
  isSendingTime(today, calendar.timeAt(now, zone), calendar, [policyOf(plan)]) || told.parcel(chaseKey(to, today))

/** Of a unit's tasks those that are late or at risk; where none is, those not reported on. */
function behindOf(tasks: readonly TaskMeant[], desk: Desk): TaskMeant[] {
  const late = tasks.filter(({ card }) => card.light === 'red' || card.light === 'yellow')
  return late.length > 0 ? late : tasks.filter(({ plan, card }) => isUnreported(viewOf(desk, plan), card))
}

function chaseOne(target: Target, how: Chase, desk: Desk): Promise<Answer> | Answer {
  const { unit, plan, card, kind } = target
  if (unit === undefined) return refused({ code: 'unit-not-on-task', task: card.number, units: [] }, desk)
  if (kind === 'not-handed-out') return refused({ code: 'plan-not-handed-out' }, desk)
  if (kind === 'nobody') return refused({ code: 'nobody-to-ask', unit }, desk)
  // Who chases what waits for her review is led there.
  if (kind === 'waiting' || (kind === 'tell' && (!how.confirmed || how.urge === true))) return shownFirst(`${plan.id}-${card.number}`, [target], how, desk)
  const facts = factsOf([{ ...target, kind: 'tell' }], how.urgent, desk)
  return recorded(desk.record(plan.id, { type: 'nudge', task: card.number, unit, ...present({ urgent: how.urgent }) }), desk, () => nudgeRecorded(facts, desk.lang))
}

/** One entry a plan, so that nobody's message goes out with half of it. Those chased today are asked for again: the same act, should the same press come twice. */
function chaseAll(targets: readonly Target[], { urgent }: Chase, desk: Desk): Promise<Answer> {
  const meantNow = targets.filter(({ kind }) => kind === 'tell' || kind === 'already')
  const plans = [...new Set(meantNow.map(({ plan }) => plan))]
  const ofPlan = (plan: PlanState): Target[] => meantNow.filter((target) => target.plan === plan)
  return recordedAll(
    plans.map((plan) => async () => {
      const [first, ...also] = ofPlan(plan).flatMap(({ card, unit }) => (unit === undefined ? [] : [{ task: card.number, unit }]))
      return first === undefined ? { ok: true, position: 0 } : desk.record(plan.id, { type: 'nudge', ...first, ...present({ urgent }), ...(also.length === 0 ? {} : { also }) })
    }),
    desk,
    (outcomes) => {
      const after = plans.flatMap((plan, index) => {
        const own = ofPlan(plan)
        // Taken, though all were chased before: this very act did it.
        const isAgain = own.every(({ kind }) => kind === 'already')
        return own.map((target): Target => ({ ...target, kind: outcomes[index]?.ok === true && (isAgain || target.kind === 'tell') ? 'tell' : 'already' }))
      })
      return nudgeRecorded(factsOf([...after, ...targets.filter((target) => !meantNow.includes(target))], urgent, desk), desk.lang)
    },
  )
}

function factsOf(targets: readonly Target[], urgent: string | undefined, desk: Desk): NudgeFacts {
  const people = new Map<string, NudgeFacts['people'][number]>()
  const nobody = new Map<string, NudgeFacts['nobody'][number]>()
  for (const { kind, people: told, later, unit, unitName, card } of targets) {
    if (kind === 'tell') for (const { id, name } of told) people.set(id, { name, unit: unitName, tasks: [...(people.get(id)?.tasks ?? []), card], later: later.includes(id) })
    if (kind === 'nobody' && unit !== undefined) nobody.set(unit, { unit: unitName, tasks: [...(nobody.get(unit)?.tasks ?? []), card] })
  }
  const count = (kind: Target['kind']): number => targets.filter((target) => target.kind === kind).length
  const policies = targets.filter(({ kind }) => kind === 'tell').map(({ plan }) => policyOf(plan))
  return {
    today: desk.today, ...present({ urgent, sends: sendsFrom(desk.today, desk.calendar.timeAt(desk.now, desk.zone), desk.calendar, policies) }),
    tasks: count('tell'), people: [...people.values()], levels: levelsOf(targets.filter(({ kind }) => kind === 'tell'), urgent, desk), nobody: [...nobody.values()],
    already: count('already'), waiting: count('waiting'), noUnit: count('no-unit'), notHandedOut: count('not-handed-out'), paused: count('paused'),
  }
}

/** From the third on all are alike. */
function levelsOf(targets: readonly Target[], urgent: string | undefined, desk: Desk): NudgeFacts['levels'] {
  return [1, 2, 3].flatMap((level) => {
    const own = targets.filter(({ times }) => Math.min(times, 3) === level)
    const [first] = own
    return first === undefined ? [] : [{ times: level, tasks: own.length, sentence: chaseSentence(viewOf(desk, first.plan), first.card.number, { by: desk.asker?.name, times: first.times, urgent }, desk.lang) }]
  })
}
