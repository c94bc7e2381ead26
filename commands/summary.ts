// The leader's screen: of one plan, or of all with a way to each.
import { z } from 'zod'
import { answered, command, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { countySummary, inForce } from '#src/queries/county-summary.ts'
import { summary as summaryOf } from '#src/queries/summary.ts'
import type { View } from '#src/queries/view.ts'
import type { Card } from '#templates/card.ts'
import { countySummaryCard, summaryCard } from '#templates/summary.ts'
import { shownSince } from './changes.ts'
import { viewsOf } from './plan-argument.ts'
import { refused } from './refused.ts'
import { sinceLook, type SinceLook } from './since-look.ts'

export const summary = command({
  name: { zh: '汇总', en: 'summary' },
  also: ['总览', '情况', '通报'],
  usage: { zh: '汇总', en: 'summary' },
  about: { zh: '一屏看清：红黄绿灯、最急的三项、未报、会议', en: 'one screen: lights, the three worst, who is silent, meetings' },
  group: 'look',
  may: 'see',
  looks: true,
  args: z.object({ plan: z.string().max(200).optional() }),
  typed: (words) => (words.length === 0 ? {} : { plan: words.join(' ') }),
  async run({ plan: asked }, desk) {
    const found = viewsOf(desk, asked)
    if (!found.ok) return refused(found.refusal, desk)
    const changes = await sinceLook(desk, inForce(found.views))
    return answered(screenOf(found.views, desk, { archived: asked === undefined ? desk.archived.size : 0, ...(changes === undefined ? {} : { changes }) }))
  },
})

/** `archived`: how many plans were put away, where all are asked about; `changes`: since the asker looked last. */
type Besides = { archived?: number; changes?: SinceLook }

/** @param views at least one */
export function screenOf(views: readonly View[], desk: Desk, { archived = 0, changes }: Besides = {}): Card {
  const [only, ...more] = views
  const zone = only?.plan.zone ?? desk.zone
  const seen = { today: desk.today, time: desk.calendar.timeAt(desk.now, zone), supervises: may(desk.asker, 'nudge'), archived, ...(changes === undefined ? {} : { changes: { ...changes, ...shownSince(changes.since, views, desk) } }) }
  if (only !== undefined && more.length === 0) return summaryCard(summaryOf(only, desk.now, desk.tally(only.plan.id)), seen, desk.lang)
  return countySummaryCard(countySummary(views, desk.now, ({ plan }) => desk.tally(plan.id)), seen, desk.lang)
}
