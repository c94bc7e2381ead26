// What a picture shows: the numbers of the screens, a row a plan, a unit or a section.
import type { Instant } from '#src/calendar/day.ts'
import { tallyOn } from './board.ts'
import { countySummary, inForce, type CountySummary } from './county-summary.ts'
import type { Light } from './light.ts'
import { sectionMatrix } from './section-matrix.ts'
import type { Tally } from './tally.ts'
import type { Among } from './task-list.ts'
import { unitMatrix } from './unit-matrix.ts'
import type { View } from './view.ts'

export type Counted = { total: number; lights: Record<Light, number>; unreported: number }
/** `name`: empty for tasks that no unit answers for yet, or that stand in no section. */
export type PictureRow = Counted & { name: string }
/** `rest`: rows that have no room of their own, put together, so that what is shown adds up to the whole. */
export type RowsAre = 'plans' | 'units' | 'sections'
export type PictureFacts = { rowsAre: RowsAre; whole: Pick<CountySummary, 'total' | 'lights' | 'unreported' | 'asked' | 'answered' | 'handedOut' | 'notHandedOut'>; plans: number; rows: PictureRow[]; rest?: Counted & { rows: number } }

/** @param all one of each plan; at least one @param most rows that are shown by themselves @param tallyFor a plan's numbers, where they are kept @param among where not all tasks are meant: `tallyFor` is of the same */
export function pictureFacts(all: readonly View[], rowsAre: RowsAre, { at, most, among, tallyFor = (view) => tallyOn(view, among === undefined ? undefined : (among.get(view.plan.id) ?? [])) }: { at: Instant; most: number; among?: Among; tallyFor?: (view: View) => Tally }): PictureFacts {
  const { plans, ...whole } = countySummary(all, at, tallyFor)
  const rows = rowsOf(inForce(all), rowsAre, plans, among)
  // One row more is no more room than the row that says how many are left out.
  const shown = rows.length <= most + 1 ? rows : rows.slice(0, most)
  const left = rows.slice(shown.length)
  return { rowsAre, whole, plans: plans.length, rows: shown, ...(left.length === 0 ? {} : { rest: { ...sumOf(left), rows: left.length } }) }
}

function rowsOf(views: readonly View[], rowsAre: RowsAre, plans: CountySummary['plans'], among: Among | undefined): PictureRow[] {
  if (rowsAre === 'units') return unitMatrix(views, among)
  if (rowsAre === 'sections') return sectionMatrix(views, among).map((row) => ({ ...row, name: row.section }))
  return plans.map((plan) => ({ ...plan, name: plan.title })).toSorted((a, b) => b.lights.red - a.lights.red || b.lights.yellow - a.lights.yellow || b.total - a.total)
}

function sumOf(rows: readonly Counted[]): Counted {
  const sum = (of: (row: Counted) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const lit = (light: Light): number => sum(({ lights }) => lights[light])
  return { total: sum(({ total }) => total), unreported: sum(({ unreported }) => unreported), lights: { done: lit('done'), red: lit('red'), yellow: lit('yellow'), green: lit('green'), pending: lit('pending') } }
}
