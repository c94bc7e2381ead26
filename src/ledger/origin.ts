// Where a task comes from that is not in the plan's text: an instruction of a leader or of the office, what a meeting decided, what a review found.
import { z } from 'zod'
import type { Day, Instant } from '#src/calendar/day.ts'
import { MeetingId, PersonId, ReviewId, TaskNo } from './ids.ts'
import { OnBehalf } from './report.ts'
import type { Stamp } from './stamp.ts'

/** `leader`: 批示 of a leader. `office`: 交办 of the secretary's own. */
export const Rank = z.enum(['leader', 'office'])
export type Rank = z.infer<typeof Rank>

/** `from`: whose instruction it is. `about`: the task of the plan that it speaks of. `permalink`: the message it was made from. `onBehalf`: it was spoken, and another recorded it. */
export const InstructionOrigin = z.strictObject({
  kind: z.literal('instruction'), from: PersonId, rank: Rank, about: TaskNo.optional(), permalink: z.string().max(500).optional(), onBehalf: OnBehalf.optional(),
})
/** 议定事项: `item` is its number among what that sitting decided. */
export const MeetingOrigin = z.strictObject({ kind: z.literal('meeting'), meeting: MeetingId, item: z.number().int().min(1), about: TaskNo.optional() })
/** 需整改: what a review found of a task, and that it has to be put right. */
export const ReviewOrigin = z.strictObject({ kind: z.literal('review'), review: ReviewId, about: TaskNo })
export const Origin = z.discriminatedUnion('kind', [InstructionOrigin, MeetingOrigin, ReviewOrigin])
export type Origin = z.infer<typeof Origin>

type Kept<Of> = Of & Pick<Stamp, 'on' | 'at' | 'by'>
/** As a task keeps it. `confirmed`: the leader said that a spoken instruction is so. */
export type KeptInstruction = Kept<z.infer<typeof InstructionOrigin>> & { confirmed?: { on: Day; at: Instant } }
export type KeptOrigin = KeptInstruction | Kept<z.infer<typeof MeetingOrigin>> | Kept<z.infer<typeof ReviewOrigin>>

/** Of a task that was ordered: what of its origin an instruction has. */
export const instructionIn = (task: { origin?: KeptOrigin | undefined } | undefined): KeptInstruction | undefined => (task?.origin?.kind === 'instruction' ? task.origin : undefined)

/** A spoken instruction, until its leader has said whether it is so. It is in force all the same. */
export const isUnconfirmed = ({ onBehalf, confirmed }: Pick<KeptInstruction, 'onBehalf' | 'confirmed'>): boolean => onBehalf !== undefined && confirmed === undefined
