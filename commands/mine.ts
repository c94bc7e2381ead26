// What is the asker's to do: a contact's own tasks, what waits for the secretary, the screen for everybody else.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { asideCard, mineCard } from '#templates/mine.ts'
import { homeCard } from './home.ts'
import { mineFacts } from './mine-facts.ts'

export const mine = command({
  name: { zh: '我的', en: 'mine' },
  also: ['我的任务', '待办', '我', 'my', 'todo'],
  usage: { zh: '我的', en: 'mine' },
  about: { zh: '我的待办，最急的在前（直接输入 /duban 也是它）', en: 'what is yours to do, the most urgent first' },
  group: 'look',
  may: 'help',
  looks: true,
  args: z.object({ page: z.coerce.number().int().min(1).max(999).default(1), /** What waits for others. */ aside: z.boolean().default(false) }),
  typed: () => ({}),
  run({ page, aside }, desk) {
    const { asker } = desk
    if (asker !== undefined && may(asker, 'report')) {
      const facts = mineFacts(desk, asker)
      return answered(aside ? asideCard(facts, page, desk.lang) : mineCard(facts, page, desk.lang))
    }
    return answered(homeCard(desk))
  },
})
