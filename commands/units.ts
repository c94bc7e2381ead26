// Units: by name, by lights (按单位), or one of them.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { backupsOf, contactsOf, handlersOf, headsOf, unitAndItsGroups, unitName, unitNamed } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { may } from '#src/directory/permissions.ts'
import type { Unit } from '#src/directory/unit.ts'
import { namesUnit } from '#src/ledger/merged-units.ts'
import { inForce } from '#src/queries/county-summary.ts'
import { taskList, tasksOfUnits, unitsWithoutContact } from '#src/queries/task-list.ts'
import { linesSeen } from '#src/queries/unit-lines.ts'
import { unitMatrix } from '#src/queries/unit-matrix.ts'
import type { View } from '#src/queries/view.ts'
import { unitCard, unitListCard, unitsMerged, unitsToMerge, type UnitFacts } from '#templates/unit-list.ts'
import { unitMatrixCard } from '#templates/unit-matrix.ts'
import { allViews, viewsOf } from './plan-argument.ts'
import { inTurn, recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { findUnit, unitRefused } from './unit-argument.ts'
import { asOneUnit, whyTwo } from './units-as-one.ts'

export const units = command({
  name: { zh: '单位', en: 'units' },
  also: ['unit'],
  alone: ['按单位', 'by unit', 'by units'],
  usage: { zh: '单位 县教育局（合并：单位 合并 县教育局 县教体局，前一个名称保留）', en: 'units 县教育局 (merge: units merge 县教育局 县教体局; the first name stays)' },
  about: { zh: '单位、别名、联络员；“单位 灯”按单位看红黄绿灯', en: 'units, their other names and contacts; “units lights” counts them by lights' },
  group: 'look',
  may: 'see',
  looks: true,
  args: z.object({ unit: z.string().trim().max(60).optional(), /** The unit that is another name of `unit`. */
    other: z.string().trim().max(60).optional(), confirmed: z.boolean().default(false), /** `silent`: those that owe something and have nobody to be asked. */
    by: z.enum(['names', 'lights', 'silent']).default('names'), plan: z.string().max(200).optional(), page: z.coerce.number().int().min(1).max(999).default(1) }),
  typed(words) {
    const [first] = words
    if (first === undefined) return {}
    if (['合并', 'merge'].includes(first.toLowerCase())) return { unit: words[1] ?? '', other: words.slice(2).join('') }
    if (['没有联络员', '无联络员', 'silent'].includes(first)) return { by: 'silent' }
    if (/^by units?$/i.test(words.join(' '))) return { by: 'lights' }
    return ['灯', '红黄绿灯', '按灯', '按单位', 'lights'].includes(first) ? { by: 'lights', ...(words[1] === undefined ? {} : { plan: words[1] }) } : { unit: words.join('') }
  },
  run({ unit, other, confirmed, by, plan, page }, desk) {
    if (other !== undefined) return merged(unit ?? '', other, confirmed, desk)
    if (unit !== undefined && unit !== '') return oneUnit(unit, desk)
    if (by === 'lights') return byLights(plan, page, desk)
    if (by === 'silent') return silentUnits(plan, page, desk)
    const views = allViews(desk)
    return answered(unitListCard([...desk.directory.units.values()].map((each) => factsOf(each, desk, views)), { page }, desk.lang))
  },
})

/** Only by whole names and asked first, for it cannot be taken back. */
async function merged(unit: string, other: string, isConfirmed: boolean, desk: Desk): Promise<Answer> {
  if (!may(desk.asker, 'merge-units')) return refused({ code: 'not-permitted', permission: 'merge-units' }, desk)
  const [kept, gone] = [unit, other].map((name) => unitNamed(desk.directory, name))
  const unknown = kept === undefined ? unit : other
  if (kept === undefined || gone === undefined)
    return unitRefused(desk, unknown, nearestTo(unknown, desk), (name) => ({ command: 'units', args: kept === undefined ? { unit: name, other } : { unit, other: name } }))
  // What would be refused is said now, not after it was confirmed.
  const refusal = whyTwo(desk, { unit: kept.id, alias: gone.name })
  if (refusal !== undefined) return refused(refusal, desk)
  const plans = [...desk.plans.values()].filter((plan) => namesUnit(plan, gone.id)).length
  if (!isConfirmed && kept.id !== gone.id) return answered(unitsToMerge({ keep: kept.name, other: gone.name, plans }, desk.lang))
  return recorded(inTurn(asOneUnit(desk, { unit: kept.id, alias: gone.name })), desk, () => unitsMerged({ keep: kept.name, other, plans, isOne: kept.id === gone.id }, desk.lang))
}

const nearestTo = (name: string, desk: Desk): Unit[] => ((found) => (found.ok ? [found.unit] : found.nearest))(findUnit(desk.directory, name))

function byLights(named: string | undefined, page: number, desk: Desk): Answer {
  const found = viewsOf(desk, named)
  if (!found.ok) return refused(found.refusal, desk)
  const { plan } = found
  const views = inForce(found.views)
  const every = desk.lang === 'zh' ? '全部方案' : 'all plans'
  const asked = { title: plan?.title ?? every, page, canName: may(desk.asker, 'name-contact'), withoutContact: [...new Set(views.flatMap(unitsWithoutContact))].map((unit) => unitName(desk.directory, unit)), ...(plan === undefined || named === undefined ? {} : { plan: plan.id }) }
  return answered(unitMatrixCard(unitMatrix(views), asked, desk.lang))
}

/** Those that owe something in a plan, or in any, and whom nobody can be asked for: each with the way to name somebody. */
function silentUnits(named: string | undefined, page: number, desk: Desk): Answer {
  const found = viewsOf(desk, named)
  if (!found.ok) return refused(found.refusal, desk)
  const silent = [...new Set(found.views.flatMap(unitsWithoutContact))].flatMap((id) => desk.directory.units.get(id) ?? [])
  return answered(unitListCard(silent.map((unit) => factsOf(unit, desk, found.views)), { page, silentOf: named ?? '' }, desk.lang))
}

function oneUnit(asked: string, desk: Desk): Answer {
  const found = findUnit(desk.directory, asked)
  if (!found.ok) return unitRefused(desk, asked, found.nearest, (unit) => ({ command: 'units', args: { unit } }))
  const { unit } = found
  const all = allViews(desk)
  const views = inForce(all)
  // What is being prepared is the unit's too, though it is not counted yet.
  const ahead = all.filter((view) => !views.includes(view)).reduce((sum, view) => sum + taskList(view, { lead: unit.id }).length, 0)
  const row = unitMatrix(views).find(({ unit: id }) => id === unit.id)
  const parts = views.reduce((sum, view) => sum + tasksOfUnits(view, unitAndItsGroups(desk.directory, unit.id)).length, 0)
  return answered(unitCard(factsOf(unit, desk, all), { row, parts, ahead, today: desk.today }, may(desk.asker, 'rename-unit'), desk.lang))
}

function factsOf({ id, name, aliases, members = [] }: Unit, desk: Desk, views: readonly View[] = allViews(desk)): UnitFacts {
  const { directory, today } = desk
  const names = (people: readonly Person[]): string[] => people.map((person) => person.name)
  const seen = members.length > 0 ? undefined : linesSeen(views, id)
  const succession = directory.successions.get(id)
  return {
    name, canName: may(desk.asker, 'name-contact', [id]), aliases, members: members.map((member) => unitName(directory, member)), ...(seen === undefined ? {} : { seen }),
    contacts: names(contactsOf(directory, id)), backups: names(backupsOf(directory, id)), heads: names(headsOf(directory, id)), handlers: names(handlersOf(directory, id)),
    changes: {
      id, renames: (directory.renames.get(id) ?? []).filter(({ from }) => from > today),
      ...(succession === undefined ? {} : { succession: { to: unitName(directory, succession.to), on: succession.on } }),
      succeeded: [...directory.succeeded.values()].filter(({ to }) => to === id),
    },
  }
}
