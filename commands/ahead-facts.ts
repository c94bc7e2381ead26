// What would be sent from now on, as a desk knows it.
import type { Desk } from '#src/command.ts'
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { emptyPlan } from '#src/ledger/plan.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'
import { remindersAhead, type AheadFacts, type Sending } from '#src/reminders/ahead.ts'
import type { Card } from '#templates/card.ts'
import { messageCard } from '#templates/message.ts'

/** So many days are shown. */
export const daysAhead = 30

export const aheadFacts = ({ plans, directoryOn, calendar, told: delivered, now, zone, today }: Desk): AheadFacts => ({
  plans: [...plans.values()], directoryOn, calendar, delivered, from: { day: today, time: calendar.timeAt(now, zone) }, until: calendar.addDays(today, daysAhead),
})

/** Everybody else's acts are seen to between the days. */
export async function sendingsAhead(facts: AheadFacts, { breathe }: Desk): Promise<Sending[]> {
  const sendings: Sending[] = []
  for (const ofDay of remindersAhead(facts)) {
    sendings.push(...ofDay)
    await breathe()
  }
  return sendings
}

/** The message as it would be drawn on its day, if nobody did anything until then. */
export function messageAhead({ on, time, parcel }: Sending, desk: Desk): Card | undefined {
  const directory = desk.directoryOn(on)
  const person = directory.people.get(parcel.to)
  const view = (plan: PlanId): View => viewOfPlan(desk.plans.get(plan) ?? emptyPlan(plan), { directory, calendar: desk.calendar, today: on })
  const whole = { now: desk.calendar.instantOf(on, time, desk.zone), zone: desk.zone, views: () => [...desk.plans.keys()].map(view), archived: desk.archived.size }
  return person === undefined ? undefined : messageCard({ parcel, view, person, directory, lang: desk.lang }, whole)
}

export const nameOf = (to: Sending['parcel']['to'], on: Day, desk: Desk): string => desk.directoryOn(on).people.get(to)?.name ?? to
