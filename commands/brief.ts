// 周报: the week's brief now; 周报 开, 周报 关: whether it is sent each Monday to whoever asks.
import { z } from 'zod'
import { answered, command, type Desk } from '#src/command.ts'
import { isSentBrief } from '#src/directory/brief.ts'
import { fieldsOfReader, weekFacts, weekOf } from '#src/queries/brief.ts'
import { inForce } from '#src/queries/county-summary.ts'
import type { View } from '#src/queries/view.ts'
import { nextBrief } from '#src/reminders/of-brief.ts'
import { briefCard, briefLifted, briefWanted } from '#templates/brief.ts'
import type { Card } from '#templates/card.ts'
import { viewsOf } from './plan-argument.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { thenLooked, type Then } from './since-look.ts'
import { screenOf } from './summary.ts'

const acts: Readonly<Record<string, 'on' | 'off'>> = { 开: 'on', 开启: 'on', 要: 'on', 订: 'on', on: 'on', 关: 'off', 关闭: 'off', 不要: 'off', 退: 'off', off: 'off' }

export const brief = command({
  name: { zh: '周报', en: 'brief' },
  also: ['周一简报', '简报', 'weekly'],
  usage: { zh: '周报（或 周报 开、周报 关）', en: 'brief (or: on, off)' },
  about: { zh: '一屏汇总和本周到期的任务；领导写“开”就每周一早8:30收到', en: 'the summary and what is due this week; on: sent each Monday at 08:30' },
  group: 'look',
  may: 'see',
  looks: true,
  args: z.object({ act: z.enum(['on', 'off']).optional() }),
  typed: ([word]) => (word === undefined ? {} : { act: acts[word.toLowerCase()] ?? word }),
  async run({ act }, desk) {
    if (act !== undefined) return want(act === 'on', desk)
    const then = await thenLooked(desk)
    const found = viewsOf(desk, undefined)
    if (!found.ok) return refused(found.refusal, desk)
    const card = briefOf(found.views, desk, then)
    await desk.looked()
    return answered(card)
  },
})

/** What the button sends: of a day that has been, and in what is passed on, there is none. */
export const wantBrief = command({
  name: { zh: '要周一简报', en: 'want-brief' },
  usage: { zh: '周报 开（或 周报 关）', en: 'brief on (or: off)' },
  about: { zh: '每周第一个工作日早上收到周一简报，或不再收', en: 'have the brief sent on the first working day of each week, or no more' },
  group: 'look',
  may: 'see',
  hidden: true,
  args: z.object({ wanted: z.boolean() }),
  typed: ([word]) => ({ wanted: word === undefined || acts[word.toLowerCase()] === 'on' }),
  run: ({ wanted }, desk) => want(wanted, desk),
})

function want(wanted: boolean, desk: Desk): ReturnType<typeof recorded> | ReturnType<typeof refused> {
  const { asker, calendar, today, now, zone, lang } = desk
  if (asker === undefined) return refused({ code: 'not-permitted', permission: 'want-brief' }, desk)
  const card = (): Card => (wanted ? briefWanted(nextBrief(today, calendar.timeAt(now, zone), calendar), today, lang) : briefLifted(lang))
  return recorded(desk.recordPerson({ type: 'want-brief', person: asker.id, wanted }), desk, card)
}

function briefOf(views: readonly View[], desk: Desk, then: Then | undefined): Card {
  const { asker, today, calendar, lang } = desk
  const screen = screenOf(views, desk, { archived: desk.archived.size, ...(then === undefined ? {} : { then }) })
  const facts = weekFacts(inForce(views), weekOf(today, calendar), { fields: asker === undefined ? [] : fieldsOfReader(desk.directory, asker), standsOf: ({ plan }) => desk.tally(plan.id).stands.values() })
  return briefCard(screen, facts, { today, several: views.length > 1, wanted: asker === undefined ? undefined : isSentBrief(asker) }, lang)
}
