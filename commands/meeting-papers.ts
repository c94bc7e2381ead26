// What the papers of a sitting are made from.
import { bodyOf } from '#src/ledger/body.ts'
import type { Desk } from '#src/command.ts'
import { withRole } from '#src/directory/directory.ts'
import { agendaOf } from '#src/meetings/agenda-items.ts'
import { namedSitting } from '#templates/meeting-names.ts'
import type { PapersOf } from '#templates/meeting-papers.ts'
import type { MeetingOfPlan } from './meeting-argument.ts'
import { viewOf } from './view-of.ts'

/** Whoever asks is asked, where that is a secretary; else the first of them. */
export function papersOf({ plan, meeting }: MeetingOfPlan, desk: Desk): PapersOf {
  const { asker, directory } = desk
  const body = bodyOf(plan, meeting.body)
  if (body === undefined) throw new Error(`the plan has no body ${meeting.body}`)
  return { ...namedSitting(plan, meeting), sits: body, directory, agenda: agendaOf(viewOf(desk, plan), meeting), contact: asker?.roles.includes('secretary') === true ? asker : withRole(directory, 'secretary')[0] }
}
