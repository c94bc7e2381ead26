// 图: the numbers of the screens as a picture, for whoever asked. Drawn only when it is asked for.
import { z } from 'zod'
import { command, type Desk } from '#src/command.ts'
import { pictureFacts, type RowsAre } from '#src/queries/picture-facts.ts'
import { picture as pictureOf, rowsShown } from '#templates/picture.ts'
import { scopeTitle } from '#templates/summary.ts'
import { fileOf } from './file-of.ts'
import { viewsOf } from './plan-argument.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { scopeIn, type Scope } from './screen-scope.ts'

const byUnit = /^(?:按?单位|units?|by-unit)$/i

export const picture = command({
  name: { zh: '图', en: 'chart' },
  also: ['图表', '进度图', '画图', 'picture'],
  usage: { zh: '图（或 图 方案名、图 县教育局、图 单位）', en: 'chart (or: of a plan, a unit, a section, a leader; chart units)' },
  about: { zh: '进度图：红黄绿灯画成一张图，可存可转；“图 单位”是各单位的', en: 'a picture of the lights, to keep or pass on; “chart units” has them by unit' },
  then: { zh: '画一张图只发给您，什么也不会改动。', en: 'A picture is drawn and sent to you alone; nothing is changed.' },
  group: 'look',
  may: 'see',
  looks: true,
  args: z.object({ plan: z.string().max(199).optional(), by: z.enum(['progress', 'units']).default('progress') }),
  typed(words) {
    const units = words.some((word) => byUnit.test(word))
    const plan = words.filter((word) => !byUnit.test(word)).join(' ')
    return { ...(plan === '' ? {} : { plan }), ...(units ? { by: 'units' } : {}) }
  },
  async run({ plan: asked, by }, desk) {
    const found = viewsOf(desk, asked)
    const scope = found.ok || asked === undefined ? undefined : scopeIn(desk, asked)
    if (!found.ok && scope === undefined) return refused(found.refusal, desk)
    const views = scope?.views ?? (found.ok ? found.views : [])
    const plan = found.ok ? found.plan : undefined
    // A unit by units is one row.
    const kind = by === 'units' && !(scope !== undefined && 'unit' in scope.about) ? 'grid' : 'bars'
    const facts = pictureFacts(views, kind === 'grid' ? 'units' : rowsOf(views.length, scope), { at: desk.now, most: rowsShown[kind], ...(scope === undefined ? { tallyFor: (view) => desk.tally(view.plan.id) } : { among: scope.tasks }) })
    const of = scope !== undefined ? { title: scopeTitle(scope.about, desk.lang), scope: scope.which } : plan === undefined ? {} : { title: plan.title, plan: plan.id }
    return fileOf(pictureOf(facts, { kind, ...of, today: desk.today, time: timeIn(desk, plan?.zone), again: runOf('chart', { plan: asked, ...(by === 'units' ? { by } : {}) }) }, desk.lang), desk)
  },
})

/** Several plans are seen by plan; one by its units, and what a unit leads in it by sections. */
const rowsOf = (plans: number, scope: Scope | undefined): RowsAre => (plans > 1 ? 'plans' : scope !== undefined && 'unit' in scope.about ? 'sections' : 'units')

const timeIn = ({ calendar, now, zone }: Desk, own: string | undefined): string => calendar.timeAt(now, own ?? zone)
