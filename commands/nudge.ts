// Chases those who have not answered: one task at once, many only after the secretary has seen who would be told.
import { z } from 'zod'
import { answered, command, type Desk } from '#src/command.ts'
import type { Person } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { answering, chased } from '#src/queries/answering.ts'
import { askedAbout } from '#src/queries/handed.ts'
import { isUnreported } from '#src/queries/task-list.ts'
import { nudgePreview, nudgeRecorded, type NudgeFacts } from '#templates/nudge.ts'
import type { Run } from '#templates/card.ts'
import { recorded, recordedAll } from './recorded.ts'
import { refused } from './refused.ts'
import { findTasks, type TaskMeant } from './tasks-argument.ts'
import { viewOf } from './view-of.ts'

export const nudge = command({
  name: { zh: '催办', en: 'nudge' },
  also: ['催报', '催'],
  usage: { zh: '催办 12（或 红灯、未报、县教育局）', en: 'nudge 12 (or: red, unreported, a unit)' },
  about: { zh: '催办：任务号、红灯、未报或单位；多项时先预览再发', en: 'chase tasks: a number, red, unreported or a unit; many are shown first' },
  may: 'nudge',
  args: z.object({ task: z.string().trim().min(1).max(200), confirmed: z.boolean().default(false) }),
  typed: (words) => ({ task: words.join(' ') }),
  run({ task: asked, confirmed }, desk) {
    const found = findTasks(desk, asked, runOf)
    if (!found.ok) return found.answer
    const [first, ...more] = found.tasks
    if (found.kind === 'numbers' && first !== undefined && more.length === 0) return nudgeOne(first, desk)
    const meant = found.kind === 'unit' ? behindOf(found.tasks, desk) : found.tasks
    const targets = meant.map((task) => targetOf(task, desk))
    if (!confirmed) return answered(nudgePreview(factsOf(targets), { ...runOf(asked), args: { task: asked, confirmed: true } }, desk.lang))
    // Those nudged today are asked for again and refused: the same list in the same order, should the same press come twice.
    const meantNow = targets.filter(({ kind }) => kind === 'tell' || kind === 'already')
    return recordedAll(
      meantNow.flatMap(({ plan, card, unit }) => (unit === undefined ? [] : [async () => desk.record(plan.id, { type: 'nudge', task: card.number, unit })])),
      desk,
      (outcomes) => {
        const told = meantNow.filter((_, index) => outcomes[index]?.ok === true)
        const already = meantNow.filter((_, index) => outcomes[index]?.ok === false)
        const others = targets.filter((target) => !meantNow.includes(target))
        return nudgeRecorded(factsOf([...told.map((target) => ({ ...target, kind: 'tell' as const })), ...already.map((target) => ({ ...target, kind: 'already' as const })), ...others]), desk.lang)
      },
    )
  },
})

const runOf = (task: string): Run => ({ command: 'nudge', args: { task } })

/** `waiting`: claimed or accepted, so nothing is owed. */
type Target = TaskMeant & { kind: 'tell' | 'already' | 'nobody' | 'waiting' | 'no-unit' | 'not-handed-out'; unit: UnitId | undefined; unitName: string; people: Person[] }

function targetOf({ plan, card }: TaskMeant, desk: Desk): Target {
  const { lead } = card
  const noUnit = { plan, card, unit: undefined, unitName: '', people: [] }
  if (lead === undefined) return { ...noUnit, kind: 'no-unit' }
  const part = answering({ plan, directory: desk.directory }, card.number)
  // A group is chased through those of its members that have not answered in the round.
  const people = part === undefined ? [] : askedAbout(desk.directory, part, chased(viewOf(desk, plan), part, { at: desk.now, on: desk.today }))
  const target = { plan, card, unit: lead.unit, unitName: lead.name, people }
  if (plan.handedOutOn === undefined) return { ...target, kind: 'not-handed-out' }
  if (card.status !== 'open') return { ...target, kind: 'waiting' }
  if (people.length === 0) return { ...target, kind: 'nobody' }
  return { ...target, kind: part?.nudgedOn === desk.today ? 'already' : 'tell' }
}

/** Of a unit's tasks those that are late or at risk; where none is, those not reported on. */
function behindOf(tasks: readonly TaskMeant[], desk: Desk): TaskMeant[] {
  const late = tasks.filter(({ card }) => card.light === 'red' || card.light === 'yellow')
  return late.length > 0 ? late : tasks.filter(({ plan, card }) => isUnreported(viewOf(desk, plan), card))
}

function nudgeOne(task: TaskMeant, desk: Desk): ReturnType<typeof recorded> | ReturnType<typeof refused> {
  const target = targetOf(task, desk)
  const { unit } = target
  if (unit === undefined) return refused({ code: 'unit-not-on-task', task: task.card.number, units: [] }, desk)
  if (target.kind === 'not-handed-out') return refused({ code: 'plan-not-handed-out' }, desk)
  if (target.kind === 'nobody') return refused({ code: 'nobody-to-ask', unit }, desk)
  const recording = desk.record(task.plan.id, { type: 'nudge', task: task.card.number, unit })
  return recorded(recording, desk, () => nudgeRecorded(factsOf([{ ...target, kind: 'tell' }]), desk.lang))
}

function factsOf(targets: readonly Target[]): NudgeFacts {
  const people = new Map<string, NudgeFacts['people'][number]>()
  const nobody = new Map<string, NudgeFacts['nobody'][number]>()
  for (const { kind, people: told, unit, unitName, card } of targets) {
    if (kind === 'tell') for (const { id, name } of told) people.set(id, { name, unit: unitName, tasks: [...(people.get(id)?.tasks ?? []), card] })
    if (kind === 'nobody' && unit !== undefined) nobody.set(unit, { unit: unitName, tasks: [...(nobody.get(unit)?.tasks ?? []), card] })
  }
  const count = (kind: Target['kind']): number => targets.filter((target) => target.kind === kind).length
  return {
    tasks: count('tell'), people: [...people.values()], nobody: [...nobody.values()],
    already: count('already'), waiting: count('waiting'), noUnit: count('no-unit'), notHandedOut: count('not-handed-out'),
  }
}
