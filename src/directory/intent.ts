// What the directory can be asked to do.
import type { DraftId } from '#src/ledger/draft.ts'
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import type { AbsenceIntent } from './absence.ts'
import type { AideIntent } from './aide.ts'
import type { BriefIntent } from './brief.ts'
import type { Handle } from './handle.ts'
import type { HandoverIntent } from './handover.ts'
import type { LanguageIntent } from './language.ts'
import type { Role } from './person.ts'
import type { DaysOffIntent } from './days-off.ts'
import type { TelephoneIntent } from './telephone.ts'
import type { UnitChangeIntent } from './unit-change.ts'

export type NewUnit = { name: string; aliases: readonly string[]; members?: readonly string[] }

/** Names of `members` are unit names or aliases, known already or added by the same intent. */
export type DirectoryIntent =
  | { type: 'add-units'; units: readonly NewUnit[] }
  /** Where it is the name of another unit, a secretary says that the two are one. */
  | { type: 'add-alias'; unit: UnitId; alias: string }
  | { type: 'add-person'; name: string; title?: string; handle?: Handle }
  /** Without a title the one they have stays. */
  | { type: 'rename-person'; person: PersonId; name: string; title?: string }
  | { type: 'grant-role'; person: PersonId; role: Role }
  | { type: 'revoke-role'; person: PersonId; role: Role }
  | { type: 'name-contact'; person: PersonId; unit: UnitId }
  | { type: 'remove-contact'; person: PersonId; unit: UnitId }
  | { type: 'name-head'; person: PersonId; unit: UnitId }
  | { type: 'remove-head'; person: PersonId; unit: UnitId }
  | { type: 'name-backup'; person: PersonId; unit: UnitId }
  | { type: 'remove-backup'; person: PersonId; unit: UnitId }
  | { type: 'name-handler'; person: PersonId; unit: UnitId }
  | { type: 'remove-handler'; person: PersonId; unit: UnitId }
  /** Somebody who is not registered yet becomes a handler of the unit. */
  | { type: 'add-handler'; unit: UnitId; name: string; handle: Handle; title?: string }
  | AbsenceIntent
  | AideIntent
  | BriefIntent
  | LanguageIntent
  | TelephoneIntent
  | DaysOffIntent
  | HandoverIntent
  | UnitChangeIntent
  /** `hash` is of the text that was read: the same words are one plan. */
  | { type: 'open-plan'; draft: DraftId; hash: string }
  | { type: 'set-fields'; person: PersonId; fields: readonly string[] }
