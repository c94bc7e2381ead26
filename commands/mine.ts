// What is the asker's to do: a contact's own tasks, what waits for the secretary, the screen for everybody else.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { may } from '#src/directory/permissions.ts'
import { mineCard } from '#templates/mine.ts'
import { homeCard } from './home.ts'
import { mineFacts } from './mine-facts.ts'

export const mine = command({
  name: { zh: '我的', en: 'mine' },
  also: ['我的任务', '待办', '我', 'my', 'todo'],
  usage: { zh: '我的', en: 'mine' },
  about: { zh: '我的待办，最急的在前（直接输入 /duban 也是它）', en: 'what is yours to do, the most urgent first' },
  may: 'help',
  args: z.object({}),
  typed: () => ({}),
  run(_args, desk) {
    const { asker } = desk
    if (asker !== undefined && may(asker, 'report')) return answered(mineCard(mineFacts(desk, asker), desk.lang))
    return answered(homeCard(desk))
  },
})
