// Who may what: one row an intent, asked in one place (the desk) before anything is decided.
import type { PersonId, UnitId } from '#src/ledger/ids.ts'
import { unitsHeldBy, type Person, type Role } from './person.ts'

/** `contact`, `backup` and `head` count only for the unit concerned, `handler` for the item that was handed to them, `recorder` for what they recorded for another, `self` for an act about oneself. */
type Row = readonly (Role | 'contact' | 'backup' | 'head' | 'handler' | 'recorder' | 'self' | 'anyone' | 'known')[]

const see: Row = ['known']
const ownUnit: Row = ['contact', 'backup', 'head']
/** Of an item that was handed on, its handler too. */
const ownItem: Row = [...ownUnit, 'handler']
const secretary: Row = ['secretary']

/** 'known' is anybody in the directory, 'anyone' also a stranger. */
export const permissions = {
  help: ['anyone'],
  see,
  report: ownItem,
  /** Of what was recorded on behalf, whoever records. */
  'correct-report': [...ownItem, 'secretary'],
  claim: ownItem,
  'withdraw-claim': ownItem,
  'check-parts': ownUnit,
  'ask-extension': ownItem,
  'question-part': ownItem,
  object: ownItem,
  'add-evidence': ownItem,
  'withdraw-evidence': ownItem,
  remark: ownItem,
  'hand-item': [...ownUnit, 'secretary'],
  undo: ['known'],
  snooze: ['known'],
  fulfil: ownUnit,
  hinder: ownUnit,
  receive: [...ownUnit, 'secretary'],
  'return-submission': [...ownUnit, 'secretary'],
  import: secretary,
  'open-plan': secretary,
  amend: secretary,
  'withdraw-task': secretary,
  'keep-task': secretary,
  'settle-amended': secretary,
  'hand-out': secretary,
  'archive-plan': secretary,
  'set-own-days-off': secretary,
  'lift-own-days-off': secretary,
  'restore-plan': secretary,
  'set-policy': secretary,
  'see-balance': ['secretary', 'admin'],
  'accept-claim': secretary,
  'return-claim': secretary,
  nudge: secretary,
  'report-on-behalf': secretary,
  'claim-on-behalf': secretary,
  'propose-on-behalf': secretary,
  'reach-on-behalf': secretary,
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
  'hand-up-coordination': secretary,
  'decide-coordination': ['leader'],
  /** An aide what the leader said: it is recorded on behalf. */
  instruct: ['leader', 'aide', 'secretary'],
  'instruct-on-behalf': ['aide', 'secretary'],
  'confirm-instruction': ['leader'],
  'withdraw-instruction': ['leader', 'recorder', 'secretary'],
  'see-instructions': ['leader', 'aide', 'secretary'],
  'send-leader-note': secretary,
  'drop-leader-note': secretary,
  'answer-leader-note': ['leader'],
  'set-due': secretary,
  'set-lead': secretary,
  'settle-doubt': secretary,
  'propose-milestones': ownUnit,
  'reach-milestone': ownItem,
  'approve-milestones': secretary,
  'return-milestones': secretary,
  'schedule-meeting': secretary,
  'record-meeting': secretary,
  'record-past-meeting': secretary,
  'change-meeting': secretary,
  'cancel-meeting': secretary,
  'answer-invitation': [...ownUnit, 'self', 'secretary'],
  'request-agenda': secretary,
  'take-request': [...ownUnit, 'secretary'],
  'decline-request': [...ownUnit, 'secretary'],
  'arrange-agenda': secretary,
  'record-attendance': secretary,
  'decide-item': secretary,
  'note-item': secretary,
  'withdraw-decision': secretary,
  'issue-minutes': secretary,
  'set-body': secretary,
  'excuse-cadence': secretary,
  'schedule-review': secretary,
  'move-review': secretary,
  'cancel-review': secretary,
  'judge-review-item': secretary,
  'close-review': secretary,
  'open-round': secretary,
  'close-round': secretary,
  'resume-round': secretary,
  'reopen-round': secretary,
  'publish-round': secretary,
  'merge-units': secretary,
  'add-units': secretary,
  'add-alias': secretary,
  'add-person': ['secretary', 'admin'],
  'rename-person': ['secretary', 'admin'],
  'name-contact': ['secretary', 'head'],
  'remove-contact': ['secretary', 'head'],
  'name-head': secretary,
  'remove-head': secretary,
  'name-backup': ['secretary', 'head'],
  'remove-backup': ['secretary', 'head'],
  'name-handler': [...ownUnit, 'secretary'],
  'remove-handler': [...ownUnit, 'secretary'],
  'add-handler': [...ownUnit, 'secretary'],
  'set-absence': ['self', 'secretary'],
  'end-absence': ['self', 'secretary'],
  'hand-over': secretary,
  'name-aide': ['secretary', 'admin'],
  'remove-aide': ['secretary', 'admin'],
  'want-brief': ['self'],
  'choose-language': ['self'],
  /** It is the leader's screen: whoever sees that one may have it sent. */
  'be-sent-brief': ['leader', 'aide'],
  'rename-unit': secretary,
  'set-succession': secretary,
  'drop-succession': secretary,
  'succeed-unit': secretary,
  'set-fields': secretary,
  'set-telephone': secretary,
  'announce-days-off': ['secretary', 'admin'],
  'grant-role': ['admin'],
  'revoke-role': ['admin'],
  'move-clock': ['anyone'],
} satisfies Record<string, Row>
export type Permission = keyof typeof permissions

/** What an act is about besides units: the person whom it concerns, the handler of the item, whoever recorded it for another. */
export type AboutPeople = { person?: PersonId | undefined; handler?: PersonId | undefined; recorder?: PersonId | undefined }

/**
 * Whether a person may. `units`: the units the act is about, where it is about one (an assignment's own unit, or the group it stands in);
 * left out, contact and head of any unit pass, as for a command before it knows its task.
 */
export function may(person: Person | undefined, permission: Permission, units?: readonly UnitId[], about?: AboutPeople): boolean {
  const row: Row = permissions[permission]
  if (row.includes('anyone')) return true
  if (person === undefined) return false
  const answersFor = (of: readonly UnitId[]): boolean => (units === undefined ? of.length > 0 : of.some((unit) => units.includes(unit)))
  return row.some((who) => {
    switch (who) {
      case 'known': case 'anyone':
        return true
      case 'contact':
        return answersFor(person.contactOf)
      case 'backup':
        return answersFor(person.backupOf)
      case 'head':
        return answersFor(person.headOf)
      case 'handler':
        return answersFor(person.handlerOf) && (units === undefined || (about?.handler !== undefined && isOrStandsFor(person, about.handler)))
      case 'recorder':
        // Before it is known what is meant: whoever records what leaders say.
        return about === undefined ? person.roles.includes('aide') : about.recorder === person.id
      case 'self':
        // Before it is known what is meant: whoever holds a post.
        return about === undefined ? units === undefined && unitsHeldBy(person).length > 0 : about.person === person.id
      case 'leader': case 'aide': case 'secretary': case 'admin':
        return person.roles.includes(who)
    }
  })
}

const isOrStandsFor = ({ id, standsFor = [] }: Person, other: PersonId): boolean => id === other || standsFor.includes(other)

/** Who can, for the refusal that names them. */
export const whoMay = (permission: Permission): Row => permissions[permission]
