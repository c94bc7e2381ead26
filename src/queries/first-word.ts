// What the first message to somebody says: which plans, who asks, how many lines, what is asked of them and when first.
import { unitAndItsGroups, unitName, withRole, type Directory } from '#src/directory/directory.ts'
import { unitsAnsweredBy, type Person } from '#src/directory/person.ts'
import { officeTelephone } from '#src/directory/telephone.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { nextOccurrence } from './occurrences.ts'
import { owedBy } from './owed-by.ts'
import type { TaskCard } from './task-card.ts'
import { checksOf, linesOnce, type LineRole, type UnitCheck } from './unit-lines.ts'
import type { View } from './view.ts'

/** `asked`: what they are asked to report on. `duties`: what their units owe by themselves, each period. */
export type FirstWord = {
  plans: { id: PlanId; title: string }[]
  units: string[]
  /** Who handed it out, or else the secretaries; and the number to call. */
  office: { names: string[]; telephone?: string }
  asked: TaskCard[]
  duties: number
  checks: UnitCheck[]
  lines: number
  unchecked: number
  roles: Record<LineRole, number>
}

/** @param views the plans handed out together */
export function firstWord(views: readonly View[], person: Person, directory: Directory): FirstWord {
  const own = unitsAnsweredBy(person)
  const checks = checksOf(views, own)
  const { lines, unchecked, roles } = linesOnce(views, own)
  return {
    plans: views.map(({ plan }) => ({ id: plan.id, title: plan.title })),
    units: own.map((unit) => unitName(directory, unit)),
    office: officeOf(views, directory),
    asked: views.flatMap((view) => owedBy(view).people.find((owed) => owed.person.id === person.id)?.tasks ?? []),
    duties: views.reduce((total, view) => total + dutiesOf(view, own.flatMap((unit) => unitAndItsGroups(directory, unit))), 0),
    checks, lines, unchecked, roles,
  }
}

function officeOf(views: readonly View[], directory: Directory): FirstWord['office'] {
  const by = views.flatMap(({ plan }) => (plan.handedOutBy === undefined || plan.handedOutBy === 'system' ? [] : directory.people.get(plan.handedOutBy) ?? []))[0]
  const phone = officeTelephone(directory, by?.id)
  const names = by === undefined ? withRole(directory, 'secretary').map(({ name }) => name) : [by.name]
  return { names, ...(phone === undefined ? {} : { telephone: names.includes(phone.name) ? phone.telephone : `${phone.name} ${phone.telephone}` }) }
}

const dutiesOf = (view: View, units: readonly string[]): number =>
  [...view.plan.obligations.values()].filter((obligation) => {
    const debtor = nextOccurrence(view, obligation)?.debtor
    return debtor !== undefined && units.includes(debtor)
  }).length
