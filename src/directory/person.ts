// A person, what they may do (roles) and for which units they answer.
import { z } from 'zod'
import type { Day } from '#src/calendar/day.ts'
import { PersonId, type UnitId } from '#src/ledger/ids.ts'
import { Handle } from './handle.ts'

/** Roles that are granted. Contact, backup, head and handler are not: they come from the unit that named the person. */
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

/** The posts a person holds, by unit. `backupOf`: B岗. `handlerOf`: 承办人, who answers the items that are handed to them. */
export type Posts = { contactOf: UnitId[]; backupOf: UnitId[]; headOf: UnitId[]; handlerOf: UnitId[] }

export const Language = z.enum(['zh', 'en'])
export type Language = z.infer<typeof Language>

export type Person = z.infer<typeof NewPerson> &
  Posts & {
    roles: Role[]
    /** A leader's fields of charge (分管领域): sections of plans, by their words. */
    fields: string[]
    /** 领导联络员: whose. */
    aideOf?: PersonId[]
    /** 周一简报 is sent to them. */
    wantsBrief?: true
    /** As they chose it; without, answers are as the chat platform says, and what is told in Chinese. */
    language?: Language
    /** As it is dialled. */
    telephone?: string
    /** Units they held a post of once, and do not any more. */
    formerOf: UnitId[]
    /** On a day on which they are away: until when, and who is asked in their place. */
    away?: { until: Day; deputy?: PersonId }
    /** On a day on which they stand in for others: for whom. The posts of those are in theirs; `own` has theirs alone. */
    standsFor?: readonly PersonId[]
    own?: Posts
  }

/** The units for which a person may answer, B岗 included; a handler answers for items and not for a unit. */
export const unitsAnsweredBy = ({ contactOf, backupOf, headOf }: Posts): UnitId[] => [...new Set([...contactOf, ...headOf, ...backupOf])]

/** Every unit of which they hold any post. */
export const unitsHeldBy = (posts: Posts): UnitId[] => [...new Set([...unitsAnsweredBy(posts), ...posts.handlerOf])]

/** Nothing any more, once all was handed over and no role is left. */
export const holdsAnything = (person: Person): boolean => unitsHeldBy(person).length > 0 || person.roles.length > 0
