// A person, what they may do (roles) and for which units they answer.
import { z } from 'zod'
import { PersonId, type UnitId } from '#src/ledger/ids.ts'
import { Handle } from './handle.ts'

/** Roles that are granted. Contact and head are not: they come from the unit that named the person. */
export const Role = z.enum(['leader', 'aide', 'secretary', 'admin'])
export type Role = z.infer<typeof Role>

/** Who they are, as registered. What they may do and answer for is said of them afterwards. */
export const NewPerson = z.object({
  id: PersonId,
  name: z.string().min(1).max(40),
  title: z.string().max(60).optional(),
  /** Without one, a person takes part through the secretary. */
  handle: Handle.optional(),
})

export type Person = z.infer<typeof NewPerson> & {
  roles: Role[]
  contactOf: UnitId[]
  headOf: UnitId[]
  /** A leader's fields of charge (分管领域): sections of plans, by their words. */
  fields: string[]
}
