// What somebody did, as a line of English history says it behind their name: reported, notified contacts. An act without its verb does not compile.
import type { Happening } from '#src/queries/task-history.ts'
import type { Act } from './act-words.ts'

const verbs: Record<Act, string> = {
  reported: 'reported', claimed: 'said it is done', 'claim-withdrawn': 'withdrew the completion',
  'claim-accepted': 'accepted the completion', 'claim-returned': 'sent it back', nudged: 'nudged', 'item-handed': 'handed it on',
  'extension-asked': 'asked for a later date', 'extension-granted': 'granted the later date', 'extension-refused': 'refused the later date',
  objected: 'objected', 'objection-ruled': 'ruled on the objection',
  'part-questioned': 'questioned the part', 'question-upheld': 'changed the part', 'question-refused': 'kept the part', 'part-passed': 'passed the part on',
  'evidence-added': 'added evidence', 'evidence-withdrawn': 'took evidence off', remarked: 'remarked', 'parts-checked': 'checked the parts',
  'milestones-proposed': 'proposed milestones', 'milestones-approved': 'approved the milestones', 'milestones-returned': 'sent the milestones back', 'milestone-reached': 'reached a milestone',
  'task-paused': 'paused it', 'task-resumed': 'resumed it', 'task-struck-off': 'struck it off', 'task-reopened': 'reopened it', 'coordination-settled': 'settled the disagreement',
  'coordination-handed-up': 'handed it up for coordination', 'coordination-decided': 'decided the disagreement',
  'task-added': 'gave the instruction', 'instruction-confirmed': 'confirmed the instruction', 'instruction-withdrawn': 'took the instruction back',
  'reminder-snoozed': 'put the reminder off',
  'leader-note-sent': 'told the leader', 'leader-note-dropped': 'dropped the note to the leader', 'leader-note-answered': 'answered the note',
  'due-bound': 'set the date', 'due-corrected': 'corrected the date', 'due-moved': 'moved the date', 'lead-set': 'named the lead',
  imported: 'imported the plan', 'handed-out': 'notified the contacts', 'act-undone': 'took back', 'period-set': 'set the period', 'doubt-settled': 'settled a doubt',
  'policy-set': 'changed the reminder settings',
  'plan-archived': 'put the plan away', 'plan-restored': 'brought the plan back',
  'own-days-off-set': 'entered days off', 'own-days-off-lifted': 'took days off back',
  'units-merged': 'merged units', 'unit-succeeded': 'merged the unit into another',
  'body-set': 'edited the body', 'cadence-excused': 'recorded that a meeting is not held this time',
  'meeting-changed': 'moved the meeting', 'meeting-cancelled': 'called the meeting off', 'invitation-answered': 'answered the invitation',
  'agenda-requested': 'requested an item', 'request-taken': 'took the item', 'request-declined': 'declined the item',
  'agenda-arranged': 'arranged the agenda', 'attendance-recorded': 'recorded who attended', 'meeting-noted': 'wrote a line of the minutes', 'decision-withdrawn': 'took back what had been decided', 'minutes-issued': 'issued the minutes',
  'review-item-judged': 'recorded what the review found', 'review-moved': 'moved the review', 'review-cancelled': 'called the review off', 'rectification-withdrawn': 'took back what had to be put right',
  'meeting-scheduled': 'scheduled a meeting', 'meeting-recorded': 'recorded a meeting', 'meeting-held': 'recorded the meeting as held', 'meeting-not-held': 'recorded the meeting as not held',
  'review-scheduled': 'scheduled a review', 'review-closed': 'closed the review',
  'round-opened': 'opened a round', 'round-closed': 'closed the round', 'round-resumed': 'resumed the round', 'round-reopened': 'reopened the round', 'round-published': 'published the round', 'round-ended': 'ended the round',
  fulfilled: 'did what was due', submitted: 'handed it in', received: 'received it', 'submission-returned': 'sent the submission back', hindered: 'reported a difficulty',
  'plan-amended': 'amended the plan', 'task-withdrawn': 'withdrew the task', 'task-kept': 'kept the task', 'amended-point-settled': 'settled the amendment',
  'parts-given': 'settled a doubt', 'name-cleared': 'settled a doubt', 'target-answered': 'settled a doubt', 'duty-given': 'settled a doubt', 'duty-ended': 'settled a doubt', 'dates-answered': 'settled a doubt',
  'units-added': 'added units', 'unit-alias-added': 'added another name', 'unit-merged': 'merged units',
  'person-added': 'registered somebody', 'person-renamed': 'changed a name', 'role-granted': 'granted a role', 'role-revoked': 'took a role back',
  'contact-named': 'named a contact', 'contact-removed': 'removed a contact', 'head-named': 'named the head', 'head-removed': 'removed the head',
  'backup-named': 'named a backup', 'backup-removed': 'removed the backup', 'handler-named': 'registered a handler', 'handler-removed': 'removed a handler',
  'fields-set': 'set the fields of charge', 'days-off-announced': 'entered the year’s days off', 'telephone-set': 'entered a telephone number', 'absence-set': 'named a deputy', 'absence-ended': 'ended the deputy’s time', 'handed-over': 'handed over', 'aide-named': 'named an aide', 'aide-removed': 'removed an aide',
  'language-set': 'chose a language',
  'brief-set': 'asked for the weekly brief', 'brief-lifted': 'ended the weekly brief',
  'plan-opened': 'imported the plan', 'unit-renamed': 'renamed the unit', 'succession-set': 'set a succession', 'succession-dropped': 'took the succession back',
}

/** What was done where a task was given out, by where it comes from. */
export const givenVerbs: Record<NonNullable<Happening['given']>, string> = { leader: 'gave the instruction', office: 'gave it out for the office', meeting: 'recorded what the meeting decided', review: 'recorded what the review wants put right' }

/** Nothing for an event of a later version. */
export const actVerb = (event: string): string => (event in verbs ? verbs[event as Act] : '')
