// Notices about who is asked: somebody stands in for days, somebody took over. Each is said once, of every plan that it concerns.
import type { Day } from '#src/calendar/day.ts'
import { absencesAhead } from '#src/directory/absence.ts'
import { unitAndItsGroups, type Absence, type Directory } from '#src/directory/directory.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PersonId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { askedFor } from '#src/queries/answering.ts'
import { askedInstead } from '#src/queries/asked-meanwhile.ts'
import { handedTo, handlerOfVoice } from '#src/queries/handed.ts'
import { stillHeld } from '#src/queries/handover-sheet.ts'
import { tasksOfUnits } from '#src/queries/task-list.ts'
import { voicesOf } from '#src/queries/voices.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

/** Before the hand-out nobody is told: the first message tells all. */
export const ofPeople = (view: View): Notice[] => (view.plan.handedOutOn === undefined ? [] : [...absencesAhead(view.directory, view.today).flatMap((absence) => ofAbsence(view, absence)), ...ofHandovers(view), ...ofHandedAway(view), ...ofSuccessions(view)])

/** To the deputy, to whoever is asked only because of it, and to who is away where another arranged it; as soon as it is arranged, so that either can say no. */
function ofAbsence(view: View, absence: Absence): Notice[] {
  const { person: id, deputy, from, until, by } = absence
  const { plan, directory } = view
  const person = directory.people.get(id)
  if (person === undefined) return []
  const own = { ...person, ...person.own }
  if (!concerns(view, unitsAnsweredBy(own)) && handedTo(plan, own).length === 0) return []
  const instead = [...askedInstead(directory, absence, view.today)].flatMap(([each, units]) => (concerns(view, units) ? [each] : []))
  const told = new Set([...[...(deputy === undefined ? [] : [deputy]), ...instead].filter((each) => each !== by), ...(id === by ? [] : [id])])
  return [...told].map((to) => ({ kind: 'standing-in', key: `standing-in/${plan.id}/${id}/${from}/${until}/${to}`, to, plan: plan.id, person: id, from, until }))
}

/** A plan that was handed out since tells its contacts by itself. */
function ofHandovers(view: View): Notice[] {
  const { plan, directory } = view
  return directory.handovers.flatMap((handover): Notice[] => {
    const to = directory.people.get(handover.to)
    if (to === undefined || plan.handedOutOn === undefined || plan.handedOutOn > handover.on || !(concerns(view, stillHeld(to, handover)) || handedTo(plan, to).some(({ unit, member }) => handover.units.includes(member ?? unit)))) return []
    return [{ kind: 'taken-over', key: `taken-over/${plan.id}/${handover.id}/${to.id}`, to: to.id, plan: plan.id, handover: handover.id }]
  })
}

/** To who handed over, while it is news, and where they have not come back. */
function ofHandedAway(view: View): Notice[] {
  const { plan, directory } = view
  return directory.handovers.filter(({ on }) => isNews(view, on)).flatMap(({ id, from, on, units }): Notice[] => {
    const left = directory.people.get(from)
    if (left === undefined || plan.handedOutOn === undefined || plan.handedOutOn > on || !concerns(view, units.filter((unit) => left.formerOf.includes(unit)))) return []
    return [{ kind: 'gone-over', key: `gone-over/${plan.id}/${id}/${from}`, to: from, plan: plan.id, handover: id }]
  })
}

const isNews = ({ plan, calendar, today }: View, on: Day): boolean => calendar.workingDaysUntil(today, on) <= policyOf(plan).amendedTold

/** To the successor's people while it is news. */
function ofSuccessions(view: View): Notice[] {
  const { plan, directory } = view
  return [...plan.successions].filter(([, { on, tasks }]) => tasks.length > 0 && isNews(view, on)).flatMap(([from, { to }]) =>
    askedFor(directory, to).map(({ id }): Notice => ({ kind: 'unit-taken-over', key: `unit-taken-over/${plan.id}/${from}/${id}`, to: id, plan: plan.id, unit: from })),
  )
}

/** To the handler, once each time an item of a task is handed to them. */
export function ofHanded({ plan, directory }: View, task: TaskNo): Notice[] {
  const open = plan.handedOutOn === undefined ? [] : (plan.unitsOf.get(task) ?? []).flatMap((unit) => plan.assignments.get(keyOf(task, unit)) ?? []).filter(({ status }) => status === 'open')
  return open.flatMap((part) =>
    voicesOf(part).flatMap(({ member, standing }): Notice[] => {
      const handler = standing.accepted === undefined && standing.claim === undefined ? handlerOfVoice(directory, part, member ?? part.unit) : undefined
      if (handler === undefined) return []
      const of = { plan: plan.id, task: part.task, unit: part.unit, ...(member === undefined ? {} : { member }) }
      return [{ kind: 'item-handed', key: `item-handed/${plan.id}/${part.task}/${member ?? part.unit}/${standing.handedAt ?? ''}/${handler.id}`, to: handler.id, ...of }]
    }),
  )
}

const concerns = (view: View, units: readonly UnitId[]): boolean => tasksOfUnits(view, units.flatMap((unit) => unitAndItsGroups(view.directory, unit))).length > 0

/** Whose work somebody took over: what those were told, the sheet tells; a chain of handovers is followed. */
export function predecessors({ handovers }: Pick<Directory, 'handovers'>, person: PersonId): PersonId[] {
  const found = new Set<PersonId>()
  let next: PersonId[] = [person]
  while (next.length > 0) {
    next = handovers.filter(({ to, from }) => next.includes(to) && from !== person && !found.has(from)).map(({ from }) => from)
    for (const from of next) found.add(from)
  }
  return [...found]
}
