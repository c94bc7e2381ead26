// Where a task comes from that is not in the plan's text: an instruction of a leader or of the office. What a meeting decides becomes a task in the same way.
import { z } from 'zod'
import type { Day, Instant } from '#src/calendar/day.ts'
import { PersonId, TaskNo } from './ids.ts'
import { OnBehalf } from './report.ts'
import type { Stamp } from './stamp.ts'

/** `leader`: 批示 of a leader. `office`: 交办 of the secretary's own. */
export const Rank = z.enum(['leader', 'office'])
export type Rank = z.infer<typeof Rank>

/** `from`: whose instruction it is. `about`: the task of the plan that it speaks of. `permalink`: the message it was made from. `onBehalf`: it was spoken, and another recorded it. */
export const InstructionOrigin = z.strictObject({
  kind: z.literal('instruction'), from: PersonId, rank: Rank, about: TaskNo.optional(), permalink: z.string().max(500).optional(), onBehalf: OnBehalf.optional(),
})
export const Origin = z.discriminatedUnion('kind', [InstructionOrigin])
export type Origin = z.infer<typeof Origin>

/** As a task keeps it. `confirmed`: the leader said that a spoken instruction is so. */
export type KeptOrigin = Origin & Pick<Stamp, 'on' | 'at' | 'by'> & { confirmed?: { on: Day; at: Instant } }

/** A spoken instruction, until its leader has said whether it is so. It is in force all the same. */
export const isUnconfirmed = ({ onBehalf, confirmed }: Pick<KeptOrigin, 'onBehalf' | 'confirmed'>): boolean => onBehalf !== undefined && confirmed === undefined
