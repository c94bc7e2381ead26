// The names of things in the ledger: plain text inside, not to be mixed up outside.
import { z } from 'zod'

export const PlanId = z.string().regex(/^p\d{1,6}$/).brand<'PlanId'>()
export type PlanId = z.infer<typeof PlanId>

/** A task's number in its plan: given once, never reused. */
export const TaskNo = z.number().int().min(1).max(9999).brand<'TaskNo'>()
export type TaskNo = z.infer<typeof TaskNo>

/** A unit's name as it was first registered. It stays when the shown name changes. */
export const UnitId = z.string().min(1).max(60).brand<'UnitId'>()
export type UnitId = z.infer<typeof UnitId>

/** A person, numbered in the order they were registered; the chat account is a handle of theirs. */
export const PersonId = z.string().regex(/^u\d{1,6}$/).brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const Percent = z.number().int().min(0).max(100).brand<'Percent'>()
export type Percent = z.infer<typeof Percent>

/** A sentence or a few, typed by a person. */
export const Words = z.string().max(3000)

/** A sitting of a body, numbered in its plan: m1. */
export const MeetingId = z.string().regex(/^m\d{1,6}$/).brand<'MeetingId'>()
export type MeetingId = z.infer<typeof MeetingId>

/** A review of a plan, numbered in it: r1. */
export const ReviewId = z.string().regex(/^r\d{1,6}$/).brand<'ReviewId'>()
export type ReviewId = z.infer<typeof ReviewId>
