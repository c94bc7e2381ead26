// A picture as plain data: numbers as bars or as a grid, and the words beside them. src/documents draws it.
import type { Light } from '#src/queries/light.ts'

/** So many tasks of a light. `sign`: the one character that stands on the colour, for colour never stands alone. */
export type Share = { light: Light; sign: string; count: number }
/** `note`: what stands at its right end. */
export type Bar = { label: string; note: string; shares: readonly Share[] }
/** A row of a grid, a number a column. */
export type GridRow = { label: string; cells: readonly number[] }

type Framed = {
  title: string
  /** What each colour and sign means, with how many there are in all. */
  legend: readonly (Share & { name: string })[]
  /** As of when, and what a reader might get wrong. */
  footer: readonly string[]
}
/** `whole`: all that the bars are parts of, on a scale of its own. Bars are as long as they have tasks. */
export type BarChart = Framed & { kind: 'bars'; whole: Bar; bars: readonly Bar[] }
/** `columns`: a light's, or a plain one. `whole`: the sum of the rows. */
export type Grid = Framed & { kind: 'grid'; columns: readonly { name: string; light?: Light }[]; rows: readonly GridRow[]; whole: GridRow }
export type Drawing = BarChart | Grid
