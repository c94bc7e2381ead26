// What waited for a secretary and ended without a ruling: kept, so that whoever asked is told.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { PersonId, TaskNo, UnitId } from './ids.ts'
import type { PetitionKind } from './petition-kind.ts'
import type { Actor } from './stamp.ts'

export type WaitingKind = PetitionKind | 'claim' | 'milestones'
/** `speaker`: who asked, a member where the part is a group's; `year`: of milestones. */
export type Waiting = { what: WaitingKind; task: TaskNo; unit: UnitId; speaker: UnitId; at: Instant; on: Day; by: Actor; handler?: PersonId; year?: number }

/** `passed`: the part is `to`'s, or nobody's; `taken-in`: what it was asked of is part of something more now, and that unit's still; `as-one`: two parts became one, and another of its kind stands; `withdrawn`, `struck-off`: the task; `done`: the part was accepted; `dated`: a task with a date owes no milestones. */
export type EndedWhy = 'passed' | 'taken-in' | 'as-one' | 'withdrawn' | 'struck-off' | 'done' | 'dated'
export type Ending = { waited: Waiting; why: EndedWhy; to?: UnitId; on: Day; at: Instant; by: Actor }
