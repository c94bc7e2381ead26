// What a person did last, and how it stood before: for as long as it may be taken back.
import { z } from 'zod'
import { Instant } from '#src/calendar/day.ts'
import type { Assignment, AssignmentKey } from './assignment.ts'
import type { Excused } from './body.ts'
import type { TaskNo, UnitId } from './ids.ts'
import type { YearKey } from './milestone.ts'
import type { Fulfilment } from './obligation.ts'
import type { Review } from './review.ts'
import type { Changed } from './taken-back.ts'

/** `at`: the act that is taken back, by its instant; all that was done in one act goes with it. `acts`: what it was. */
export const ActUndone = z.strictObject({ type: z.literal('act-undone'), at: Instant, acts: z.array(z.string().max(40)).min(1) })
export type ActUndone = z.infer<typeof ActUndone>

/** All that was done in one act: it goes back together. `acts`: its events. `reached`: milestones that it said were reached. */
export type LastAct = {
  at: Instant
  acts: readonly string[]
  tasks: readonly TaskNo[]
  parts: readonly (Changed<Assignment> & { key: AssignmentKey })[]
  reached: readonly YearKey[]
  /** Duties that it said were done or had come, `of` whose people said it; as it left them and, where they were handed in before, found them. */
  duties: readonly { key: string; of: UnitId; before?: Fulfilment; after: Fulfilment }[]
  /** Windows of which it said that they are not met: 本期不开. */
  excuses?: readonly { key: string; after: Excused }[]
  /** Reviews that it called off or closed, as it found and left them. */
  reviews?: readonly { before: Review; after: Review }[]
  /** `no`: nobody takes it back with 撤销; `undone`: it was itself a taking back, of `acts`. */
  goesBack: 'yes' | 'no' | 'undone'
  /** A remark was written in the same act, and stays when the rest goes back. */
  withRemark?: true
  /** Of a remark alone: what was done before it, which it leaves as it was. */
  behind?: LastAct
}

/** The act of that instant, also where a remark was written since. */
export const actAt = (last: LastAct | undefined, at: Instant | undefined): LastAct | undefined => (last?.behind !== undefined && last.behind.at === at ? last.behind : last)

/** Nothing was done but to write a remark. */
export const isRemarkAlone = ({ goesBack, acts }: LastAct): boolean => goesBack === 'no' && acts.every((act) => act === 'remarked')
