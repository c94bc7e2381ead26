// One sheet of 单位核对: a unit's lines in a plan, with the buttons of whoever speaks for it.
import type { Desk } from '#src/command.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import { may } from '#src/directory/permissions.ts'
import type { PlanId, UnitId } from '#src/ledger/ids.ts'
import { checksOf, unitCheck, unitLines, type UnitCheck, type UnitLine } from '#src/queries/unit-lines.ts'
import type { View } from '#src/queries/view.ts'
import type { Card } from '#templates/card.ts'
import type { Rich } from '#templates/rich.ts'
import { unitLinesCard } from '#templates/unit-lines.ts'
import { allViews } from './plan-argument.ts'
import { viewOf } from './view-of.ts'

export type Sheet = { check: UnitCheck; lines: UnitLine[]; seen: string }

/** What the asker's units have to look at. */
export const ownChecks = (desk: Desk, views: readonly View[] = allViews(desk)): UnitCheck[] =>
  desk.asker === undefined ? [] : checksOf(views, unitsAnsweredBy(desk.asker))

const hashKept = 12

/** Stands for what was shown. */
export const seenOf = (words: string, desk: Desk): string => desk.hashOf(words).slice(0, hashKept)

/** As it stands now. */
export function sheetOf(desk: Desk, { plan: id, unit }: { plan: PlanId; unit: UnitId }): Sheet {
  const plan = desk.plans.get(id)
  if (plan === undefined) throw new Error(`no plan ${id}`)
  const view = viewOf(desk, plan)
  const lines = unitLines(view, unit)
  return { check: unitCheck(view, unit), lines, seen: seenOf(lines.map((line) => `${line.number}/${line.unit}`).join(' '), desk) }
}

export function sheetCard({ check, lines, seen }: Sheet, { all, page }: { all: boolean; page: number }, mine: readonly UnitCheck[], desk: Desk, said?: Rich): Card {
  const others = mine.filter(({ plan, unit }) => plan !== check.plan || unit !== check.unit)
  return unitLinesCard({ check, lines, all, page, may: may(desk.asker, 'check-parts', [check.unit]), others, seen, today: desk.today, ...(said === undefined ? {} : { said }) }, desk.lang)
}
