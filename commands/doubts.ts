// Where the reader was not sure: each a question with the line it is about, answered by pressing or typing.
import { z } from 'zod'
import { answered, command } from '#src/command.ts'
import { answeredAnew, unsettledOf } from '#src/queries/doubt-counts.ts'
import { openDoubts } from './open-doubts.ts'
import { doubtList } from '#templates/doubts.ts'
import { ways } from '#templates/ways.ts'
import { whichPlan } from './which-plan.ts'

export const doubts = command({
  name: { zh: '存疑', en: 'doubts' },
  usage: { zh: '存疑', en: 'doubts' },
  about: { zh: '逐条核对导入时拿不准的地方', en: 'settle what the reader was not sure of' },
  then: { zh: '一处一处问您，答了马上生效。', en: 'You are asked one after the other; an answer counts at once.' },
  group: 'import',
  may: 'settle-doubt',
  args: z.object({ plan: z.string().max(200).optional() }),
  typed: ([plan]) => (plan === undefined ? {} : { plan }),
  run({ plan: asked }, desk) {
    const which = whichPlan(desk, asked, ways.doubts, (plan) => unsettledOf(plan).length > 0)
    if (!which.ok) return which.answer
    return answered(doubtList({ plan: which.plan.id, title: which.plan.title, open: openDoubts(which.plan, desk), answered: answeredAnew(which.plan).length }, desk.lang))
  },
})
