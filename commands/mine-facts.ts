// What a contact or a head has on their hands, with the names of their units.
import type { Desk } from '#src/command.ts'
import { absencesAhead } from '#src/directory/absence.ts'
import { unitName } from '#src/directory/directory.ts'
import { unitsAnsweredBy, unitsHeldBy, type Person } from '#src/directory/person.ts'
import { leftToPropose } from '#src/queries/milestone-lists.ts'
import { mine } from '#src/queries/mine.ts'
import { together } from '#src/queries/together.ts'
import { linesOnce } from '#src/queries/unit-lines.ts'
import type { MineFacts } from '#templates/mine.ts'
import { absenceFacts } from './absence-facts.ts'
import { allViews } from './plan-argument.ts'

/** Of a plan that is not handed out nobody was told, and nothing is asked. */
export function mineFacts(desk: Desk, asker: Person): MineFacts {
  const views = allViews(desk).filter(({ plan }) => plan.handedOutOn !== undefined)
  const facts = mine(views, asker)
  const absences = absencesAhead(desk.directory, desk.today).filter(({ person, deputy }) => person === asker.id || deputy === asker.id).map((absence) => absenceFacts(absence, desk))
  const unchecked = linesOnce(views, unitsAnsweredBy(asker)).unchecked
  return { ...facts, hasPost: unitsHeldBy(asker.own ?? asker).length > 0, unchecked, toPropose: views.reduce((sum, view) => sum + leftToPropose(view, facts.units), 0), absences, names: facts.units.map((unit) => unitName(desk.directory, unit)), today: desk.today, together: together(views, asker), now: desk.now }
}
