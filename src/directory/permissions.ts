// Who may what: one row an intent, asked in one place (the desk) before anything is decided.
import type { UnitId } from '#src/ledger/ids.ts'
import type { Person, Role } from './person.ts'

/** `contact` and `head` count only for the unit concerned; a row without them is for the granted roles alone. */
type Row = readonly (Role | 'contact' | 'head' | 'anyone' | 'known')[]

const see: Row = ['known']
const ownUnit: Row = ['contact', 'head']
const secretary: Row = ['secretary']

/** 'known' is anybody in the directory, 'anyone' also a stranger. */
export const permissions = {
  help: ['anyone'],
  see,
  report: ownUnit,
  claim: ownUnit,
  'check-parts': ownUnit,
  'ask-extension': ownUnit,
  'question-part': ownUnit,
  object: ownUnit,
  'add-evidence': ownUnit,
  remark: ownUnit,
  'hand-item': ownUnit,
  undo: ['known'],
  fulfil: ownUnit,
  receive: ['contact', 'head', 'secretary'],
  import: secretary,
  'open-plan': secretary,
  amend: secretary,
  'withdraw-task': secretary,
  'keep-task': secretary,
  'settle-amended': secretary,
  'hand-out': secretary,
  'accept-claim': secretary,
  'return-claim': secretary,
  nudge: secretary,
  'report-on-behalf': secretary,
  'claim-on-behalf': secretary,
  'grant-extension': secretary,
  'refuse-extension': secretary,
  'rule-objection': secretary,
  'uphold-question': secretary,
  'refuse-question': secretary,
  'pause-task': secretary,
  'resume-task': secretary,
  'strike-off': secretary,
  'reopen-task': secretary,
  'settle-coordination': secretary,
  'set-due': secretary,
  'set-lead': secretary,
  'settle-doubt': secretary,
  'propose-milestones': ownUnit,
  'reach-milestone': ownUnit,
  'approve-milestones': secretary,
  'return-milestones': secretary,
  'schedule-meeting': secretary,
  'record-meeting': secretary,
  'record-past-meeting': secretary,
  'schedule-review': secretary,
  'close-review': secretary,
  'merge-units': secretary,
  'add-units': secretary,
  'add-alias': secretary,
  'add-person': ['secretary', 'admin'],
  'rename-person': ['secretary', 'admin'],
  'name-contact': ['secretary', 'head'],
  'remove-contact': ['secretary', 'head'],
  'name-head': secretary,
  'remove-head': secretary,
  'set-fields': secretary,
  'grant-role': ['admin'],
  'revoke-role': ['admin'],
  'move-clock': ['anyone'],
} satisfies Record<string, Row>
export type Permission = keyof typeof permissions

/**
 * Whether a person may. `units`: the units the act is about, where it is about one (an assignment's own unit, or the group it stands in);
 * left out, contact and head of any unit pass, as for a command before it knows its task.
 */
export function may(person: Person | undefined, permission: Permission, units?: readonly UnitId[]): boolean {
  const row: Row = permissions[permission]
  if (row.includes('anyone')) return true
  if (person === undefined) return false
  const answersFor = (of: readonly UnitId[]): boolean => (units === undefined ? of.length > 0 : of.some((unit) => units.includes(unit)))
  return row.some((who) => {
    if (who === 'known' || who === 'anyone') return true
    if (who === 'contact') return answersFor(person.contactOf)
    if (who === 'head') return answersFor(person.headOf)
    return person.roles.includes(who)
  })
}

/** Who can, for the refusal that names them. */
export const whoMay = (permission: Permission): Row => permissions[permission]
