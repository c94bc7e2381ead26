// A message to one person, whichever it is: drawn when it is sent, and again when it is pressed.
import type { Instant } from '#src/calendar/day.ts'
import { isSentBrief } from '#src/directory/brief.ts'
import { may } from '#src/directory/permissions.ts'
import { tallyOn } from '#src/queries/board.ts'
import { fieldsOfReader, weekFacts, weekOf } from '#src/queries/brief.ts'
import { countySummary, inForce } from '#src/queries/county-summary.ts'
import { decisionsFor } from '#src/queries/decisions-waiting.ts'
import { summary } from '#src/queries/summary.ts'
import type { Tally } from '#src/queries/tally.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { briefCard } from './brief.ts'
import type { Card } from './card.ts'
import { digest, type DigestFacts } from './digest.ts'
import { countySummaryCard, summaryCard, type Seen } from './summary.ts'

/** The whole that a brief is about: all plans that stand, as of now; `archived`: how many were put away. `tally`: a plan's numbers, where they are kept; `passesOn`: it is to be passed on as text. */
export type Whole = { now: Instant; zone: string; views: () => readonly View[]; archived: number; passesOn?: true; tally?: (view: View) => Tally }

export function messageCard(facts: DigestFacts, whole: Whole): Card {
  const [first] = facts.parcel.notices
  return first?.kind === 'weekly-brief' ? briefMessage(first, facts, whole) : digest({ views: whole.views, ...facts })
}

/** Of all plans, for its numbers are those of 汇总; which of them had something to say is why it was sent. */
function briefMessage(notice: Extract<Notice, { kind: 'weekly-brief' }>, { parcel, view, person, directory, lang }: DigestFacts, { now, zone, views: standing, archived, passesOn, tally: tallyFor = tallyOn }: Whole): Card {
  const all = standing()
  const views = all.length > 0 ? all : parcel.notices.map(({ plan }) => view(plan))
  const tallies = new Map(views.map((of) => [of, tallyFor(of)]))
  const tally = (of: View): Tally => tallies.get(of) ?? tallyFor(of)
  const [first, ...more] = views
  const { calendar, today } = view(notice.plan)
  const seen: Seen = { today, time: calendar.timeAt(now, zone), supervises: may(person, 'nudge'), archived, instructs: person.roles.includes('leader'), decisions: decisionsFor(directory, person, views, (of, leader) => tally(of).deciding.get(leader) ?? []) }
  const screen = first !== undefined && more.length === 0 ? summaryCard(summary(first, now, tally(first), passesOn), seen, lang) : countySummaryCard(countySummary(views, now, tally, passesOn), seen, lang)
  return briefCard(screen, weekFacts(inForce(views), weekOf(notice.week, calendar), { fields: fieldsOfReader(directory, person), standsOf: (of) => tally(of).stands.values() }), { today, several: more.length > 0, wanted: isSentBrief(person) }, lang)
}
