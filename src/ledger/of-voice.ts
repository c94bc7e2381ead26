// Whose word it is: of a unit's part in a task, or of one member where the part is a group's.
import { TaskNo, UnitId } from './ids.ts'

/** `member`: the one that speaks where the part is a group's. */
export const ofVoice = { task: TaskNo, unit: UnitId, member: UnitId.optional() }
export type OfVoice = { task: TaskNo; unit: UnitId; member?: UnitId }

/** The same, with nothing else. */
export const voiceOf = ({ task, unit, member }: OfVoice): OfVoice => ({ task, unit, ...(member === undefined ? {} : { member }) })
