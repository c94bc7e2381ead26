// 我的批示: what a leader ordered, and how it stands. An aide sees their leader's, the secretary all.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { leadersOf } from '#src/directory/aide.ts'
import { instructionsOf } from '#src/queries/instructions.ts'
import { instructingAs } from '#src/queries/instructing.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { instructionsCard } from '#templates/instructions.ts'
import { allViews } from './plan-argument.ts'

export const instructions = command({
  name: { zh: '我的批示', en: 'instructions' },
  also: ['批示台账', '我的交办', '批示情况', 'orders', 'my orders', 'my instructions'],
  usage: { zh: '我的批示', en: 'instructions' },
  about: { zh: '看批示和交办办得怎样', en: 'see how instructions stand' },
  group: 'look',
  may: 'see-instructions',
  looks: true,
  args: z.object({}),
  typed: () => ({}),
  run(_, desk) {
    const { directory, asker, today, lang } = desk
    const { own } = instructingAs(directory, asker)
    const leaders = own === 'leader' && asker !== undefined ? [asker] : own === 'office' || asker === undefined ? [] : leadersOf(directory, asker)
    const views = allViews(desk)
    const found = instructionsOf(views).filter(({ from }) => leaders.length === 0 || leaders.some(({ id }) => id === from))
    const shown = found.flatMap(({ plan, number, facts, isOpen }) => {
      const view = views.find((each) => each.plan.id === plan)
      const card = view === undefined ? undefined : taskCard(view, number)
      return card === undefined ? [] : [{ facts, card, isOpen }]
    })
    return answered(instructionsCard(shown, { isOwn: own === 'leader', today }, lang))
  },
})
