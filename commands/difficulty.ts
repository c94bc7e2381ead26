// 有困难 12 用地未批: the button's word, typed. It is a report, and without its words the same form opens.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { ReportArgs, reportAs } from './report.ts'
import { TaskArgument } from './task-argument.ts'

export const difficulty = command({
  name: { zh: '有困难', en: 'difficulty' },
  also: ['困难'],
  usage: { zh: '有困难 12 〔卡在哪里〕', en: 'difficulty 12 〔what stands in the way〕' },
  about: { zh: '报困难：任务号、卡在哪里', en: 'report a difficulty: number and what stands in the way' },
  then: { zh: '马上记录，任务显示黄灯，督查室看得到卡在哪里。', en: 'It is recorded at once, the light turns yellow, and the secretary sees what stands in the way.' },
  group: 'report',
  may: 'report',
  args: z.object({ task: TaskArgument, problem: Words.optional() }),
  typed: ([task, ...words]) => ({ task, ...(words.length === 0 ? {} : { problem: words.join(' ') }) }),
  run: ({ task, problem }, desk) => reportAs(ReportArgs.parse({ task, state: 'difficulty', problem }), desk),
})
