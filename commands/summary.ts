// The leader's screen: of one plan, or of all with a way to each.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { tallyOn } from '#src/queries/board.ts'
import { countySummary, inForce } from '#src/queries/county-summary.ts'
import { decisionsFor } from '#src/queries/decisions-waiting.ts'
import { instructingAs } from '#src/queries/instructing.ts'
import { summary as summaryOf } from '#src/queries/summary.ts'
import type { Tally } from '#src/queries/tally.ts'
import type { View } from '#src/queries/view.ts'
import type { Card } from '#templates/card.ts'
import { countySummaryCard, summaryCard, type Seen } from '#templates/summary.ts'
import { shownSince } from './changes.ts'
import { viewsOf } from './plan-argument.ts'
import { namesTask } from './plan-number.ts'
import { refused } from './refused.ts'
import { scopeIn, scopeRefused, within, type Scope } from './screen-scope.ts'
import { changesSince, thenLooked, type Then } from './since-look.ts'
import { task } from './task.ts'
import { findTask } from './task-argument.ts'

export const summary = command({
  name: { zh: '汇总', en: 'summary' },
  also: ['总览', '情况', '通报'],
  usage: { zh: '汇总（或 汇总 县教育局、汇总 学前教育、汇总 我分管的）', en: 'summary (or: a plan, a unit, a section, a leader, mine)' },
  about: { zh: '一屏看清：红黄绿灯、最急的三项、未报、变化、会议', en: 'one screen: lights, the three worst, who is silent, what changed, meetings' },
  group: 'look',
  may: 'see',
  looks: true,
  args: z.object({ plan: z.string().max(199).optional() }),
  typed: (words) => (words.length === 0 ? {} : { plan: words.join(' ') }),
  async run({ plan: asked }, desk): Promise<Answer> {
    const isWhole = asked === undefined
    // Whatever is waited for comes first: what stands now is taken at once and together.
    const then = await thenLooked(desk)
    const found = viewsOf(desk, asked)
    const scope = found.ok || isWhole ? undefined : scopeIn(desk, asked)
    const ofTask = found.ok || scope !== undefined ? undefined : await taskMeant(asked ?? '', desk)
    if (ofTask !== undefined) return ofTask
    if (!found.ok && scope === undefined) return refused(scopeRefused(desk, asked ?? '', found.refusal), desk)
    const views = scope?.views ?? (found.ok ? found.views : [])
    const card = screenOf(views, desk, { archived: isWhole ? desk.archived.size : 0, ...(then === undefined ? {} : { then }), ...(scope === undefined ? {} : { scope }) })
    if (isWhole) await desk.looked()
    return answered(card)
  },
})

/** 汇总 p1-4 is of that task. */
async function taskMeant(asked: string, desk: Desk): Promise<Answer | undefined> {
  if (!namesTask(asked) || !((found) => found.ok || found.refusal.code !== 'task-unknown')(findTask(desk, asked))) return undefined
  const answer = await task.handle({ which: asked }, desk)
  return answer.kind === 'args-refused' ? undefined : answer
}

/** `archived`: how many plans were put away, where all are asked about; `then`: when the asker looked last; `scope`: of some tasks alone. */
type Besides = { archived?: number; then?: Then; scope?: Scope }

/** @param views at least one */
export function screenOf(views: readonly View[], desk: Desk, { archived = 0, then, scope }: Besides = {}): Card {
  const [only, ...more] = views
  const { lang, now } = desk
  const zone = only?.plan.zone ?? desk.zone
  const changes = then === undefined ? undefined : changesSince(desk, then, inForce(views), { among: scope?.tasks, isOwnLook: true })
  const seen: Seen = {
    today: desk.today, time: desk.calendar.timeAt(now, zone), supervises: may(desk.asker, 'nudge'), archived, instructs: instructingAs(desk.directory, desk.asker).own === 'leader',
    ...(changes === undefined ? {} : { changes: { ...changes, ...shownSince(changes.since, views, desk, scope !== undefined) } }),
    ...(scope === undefined ? { decisions: decisionsFor(desk.directory, desk.asker, views, ({ plan }, leader) => desk.tally(plan.id).deciding.get(leader) ?? []) } : { scope: { about: scope.about, list: (filter) => within(scope, filter) } }),
  }
  const tallyFor = (view: View): Tally => (scope === undefined ? desk.tally(view.plan.id) : tallyOn(view, scope.tasks.get(view.plan.id)))
  if (only !== undefined && more.length === 0) return summaryCard(summaryOf(only, now, tallyFor(only), desk.passesOn), seen, lang)
  return countySummaryCard(countySummary(views, now, tallyFor, desk.passesOn), seen, lang)
}

