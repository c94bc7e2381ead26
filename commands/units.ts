// Units: by name, by lights (按单位), or one of them.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { contactsOf, headsOf, unitAndItsGroups, unitName } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import type { Unit } from '#src/directory/unit.ts'
import { inForce } from '#src/queries/county-summary.ts'
import { tasksOfUnits } from '#src/queries/task-list.ts'
import { unitMatrix } from '#src/queries/unit-matrix.ts'
import { unitCard, unitListCard, type UnitFacts } from '#templates/unit-list.ts'
import { unitMatrixCard } from '#templates/unit-matrix.ts'
import { allViews, viewsOf } from './plan-argument.ts'
import { refused } from './refused.ts'
import { findUnit, unitRefused } from './unit-argument.ts'

export const units = command({
  name: { zh: '单位', en: 'units' },
  also: ['按单位', 'unit'],
  usage: { zh: '单位 县教育局', en: 'units 县教育局' },
  about: { zh: '单位、别名、联络员；“单位 灯”按单位看红黄绿灯', en: 'units, their other names and contacts; “units lights” counts them by lights' },
  may: 'see',
  args: z.object({ unit: z.string().trim().max(60).optional(), by: z.enum(['names', 'lights']).default('names'), plan: z.string().max(200).optional(), page: z.coerce.number().int().min(1).max(999).default(1) }),
  typed(words) {
    const [first] = words
    if (first === undefined) return {}
    return ['灯', '红黄绿灯', '按灯', 'lights'].includes(first) ? { by: 'lights', ...(words[1] === undefined ? {} : { plan: words[1] }) } : { unit: words.join('') }
  },
  run({ unit, by, plan, page }, desk) {
    if (unit !== undefined && unit !== '') return oneUnit(unit, desk)
    if (by === 'lights') return byLights(plan, page, desk)
    return answered(unitListCard([...desk.directory.units.values()].map((each) => factsOf(each, desk)), page, desk.lang))
  },
})

function byLights(named: string | undefined, page: number, desk: Desk): Answer {
  const found = viewsOf(desk, named)
  if (!found.ok) return refused(found.refusal, desk)
  const { plan } = found
  const views = inForce(found.views)
  const every = desk.lang === 'zh' ? '全部方案' : 'all plans'
  const asked = { title: plan?.title ?? every, page, canName: may(desk.asker, 'name-contact'), ...(plan === undefined || named === undefined ? {} : { plan: plan.id }) }
  return answered(unitMatrixCard(unitMatrix(views), asked, desk.lang))
}

function oneUnit(asked: string, desk: Desk): Answer {
  const found = findUnit(desk.directory, asked)
  if (!found.ok) return unitRefused(desk, asked, found.nearest, (unit) => ({ command: 'units', args: { unit } }))
  const { unit } = found
  const views = inForce(allViews(desk))
  const row = unitMatrix(views).find(({ unit: id }) => id === unit.id)
  const parts = views.reduce((sum, view) => sum + tasksOfUnits(view, unitAndItsGroups(desk.directory, unit.id)).length, 0)
  return answered(unitCard(factsOf(unit, desk), row, parts, may(desk.asker, 'name-contact', [unit.id]), desk.lang))
}

const factsOf = ({ id, name, aliases, members = [] }: Unit, { directory }: Desk): UnitFacts => ({
  name, aliases, members: members.map((member) => unitName(directory, member)),
  contacts: contactsOf(directory, id).map((person) => person.name), heads: headsOf(directory, id).map((person) => person.name),
})
