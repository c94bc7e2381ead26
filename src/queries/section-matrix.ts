// 按领域: each task counted once, in the row of the section of the plan that it stands in.
import type { PlanId } from '#src/ledger/ids.ts'
import type { Light } from './light.ts'
import { cardsOf, isUnreported, type Among } from './task-list.ts'
import type { View } from './view.ts'

/** `section`: empty for tasks that stand in none. */
export type SectionRow = { plan: PlanId; planTitle: string; section: string; total: number; lights: Record<Light, number>; unreported: number }

/** Plan by plan, each in the order of its text: that is how a leader knows them. @param among where not all tasks are meant */
export function sectionMatrix(views: readonly View[], among?: Among): SectionRow[] {
  return views.flatMap((view) => {
    const rows = new Map<string, SectionRow>()
    for (const card of cardsOf(view, among)) {
      const row = rows.get(card.section) ?? { plan: card.plan, planTitle: card.planTitle, section: card.section, total: 0, lights: { done: 0, red: 0, yellow: 0, green: 0, pending: 0 }, unreported: 0 }
      rows.set(card.section, row)
      row.total += 1
      row.lights[card.light] += 1
      if (isUnreported(view, card)) row.unreported += 1
    }
    return [...rows.values()]
  })
}
