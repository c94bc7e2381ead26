// A person's Home, by what they are to do here.
import type { Desk } from '#src/command.ts'
import { isSentBrief } from '#src/directory/brief.ts'
import { withRole } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { secretaryDesk } from '#src/queries/desk-of-secretary.ts'
import { formerUnits } from '#src/queries/former-units.ts'
import { instructingAs } from '#src/queries/instructing.ts'
import { speakerOf } from '#src/queries/own-part.ts'
import type { Card } from '#templates/card.ts'
import { homeContact } from '#templates/home-contact.ts'
import { homeFormer } from '#templates/home-former.ts'
import { homeLeader } from '#templates/home-leader.ts'
import { homeSecretary } from '#templates/home-secretary.ts'
import { homeStranger } from '#templates/home-stranger.ts'
import { planListCard } from '#templates/plan-list.ts'
import { spokenFor } from '#templates/spoken-for.ts'
import { lateMessages } from './balance.ts'
import { mineFacts } from './mine-facts.ts'
import { allViews } from './plan-argument.ts'
import { thenLooked, type Then } from './since-look.ts'
import { screenOf } from './summary.ts'
import { unreachablePeople } from './unreachable-people.ts'

/** Who neither supervises nor reports sees the leader's screen. */
const showsScreen = ({ asker, plans }: Desk): boolean => asker !== undefined && plans.size > 0 && !may(asker, 'nudge') && !may(asker, 'report')

/** The Home of whoever opens it: to whom it shows the leader's screen, that is a look at the whole. */
export async function homeShown(desk: Desk): Promise<Card> {
  if (!showsScreen(desk)) return homeCard(desk)
  const card = homeCard(desk, await thenLooked(desk))
  await desk.looked()
  return card
}

/** @param then when a leader looked last, where that is known */
export function homeCard(desk: Desk, then?: Then): Card {
  const { asker, lang } = desk
  const seen = { today: desk.today, time: desk.calendar.timeAt(desk.now, desk.zone), secretaries: withRole(desk.directory, 'secretary').map(({ name }) => name) }
  if (asker === undefined) return homeStranger(seen, lang)
  const views = allViews(desk)
  if (may(asker, 'nudge')) return homeSecretary({ ...secretaryDesk(views, seen.time), unreachable: unreachablePeople(desk), late: lateMessages(desk), balance: desk.balances()[0] }, asker.name, seen, lang)
  if (may(asker, 'report')) return spokenFor(homeContact(mineFacts(desk, asker), asker.name, seen, lang), speakerOf(desk, (plan) => desk.plans.get(plan)))
  // A leader who was once of a unit has the screen all the same, and so has an aide.
  const { own, records } = instructingAs(desk.directory, asker)
  const former = own === 'leader' || records.length > 0 ? undefined : formerUnits(desk.directory, asker)
  if (former !== undefined) return homeFormer(former, asker.name, seen, lang)
  const instructs = own === 'leader' ? own : records.length > 0 ? 'recorded' : undefined
  return views.length === 0 ? planListCard([], false, lang) : homeLeader(screenOf(views, desk, { ...(then === undefined ? {} : { then }) }), instructs, isSentBrief(asker), lang)
}
