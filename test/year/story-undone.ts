// What people take back within minutes: a report, a completion, an acceptance, a ruling, a question, an item that was handed on.
import type { PlanIntent } from '#src/ledger/intent.ts'
import { day, taskNo } from '#test/builders.ts'
import { does, education, rural, secretaryName, step } from './acts.ts'
import type { County } from './county.ts'
import type { Step } from './life.ts'

const of = (task: number, unit: string, county: County) => ({ task: taskNo(task), unit: county.unitOf(unit) })
/** Said, and taken back some minutes later. */
const takenBack = (on: string, time: string, undoneAt: string, plan: typeof education, by: string, how: (county: County) => PlanIntent): Step[] =>
  [step(on, time, does(plan, how, by)), step(on, undoneAt, does(plan, { type: 'undo' }, by))]

export const undone: readonly Step[] = [
  ...takenBack('2026-09-01', '10:50', '10:56', education, '苏晚晴', (county) => ({ type: 'report', ...of(4, '县教育局', county), state: 'normal', correction: false })),
  ...takenBack('2026-09-02', '16:00', '16:08', education, '石海涛', (county) => ({ type: 'claim', ...of(14, '县住建局', county), words: '已完工' })),
  // Before the digest, and taken back after it: what was told stays told.
  ...takenBack('2026-09-04', '08:55', '09:03', education, '关和平', (county) => ({ type: 'claim', ...of(9, '县发改局', county), words: '规划已印发' })),
  step('2026-09-09', '14:00', does(education, (county) => ({ type: 'ask-extension', ...of(11, '县教育局', county), day: day('2027-10-20'), reason: '学位紧张' }), '苏晚晴')),
  step('2026-09-10', '14:00', does(education, (county) => ({ type: 'claim', ...of(11, '县教育局', county), words: '已消除' }), '苏晚晴')),
  ...takenBack('2026-09-11', '15:00', '15:04', education, secretaryName, (county) => ({ type: 'accept-claim', ...of(11, '县教育局', county) })),
  ...takenBack('2026-09-14', '15:00', '15:09', education, secretaryName, (county) => ({ type: 'return-claim', ...of(11, '县教育局', county), reason: '缺佐证' })),
  ...takenBack('2026-09-15', '16:00', '16:05', education, secretaryName, (county) => ({ type: 'refuse-extension', ...of(11, '县教育局', county), reason: '已办结' })),
  ...takenBack('2026-09-16', '10:00', '10:05', rural, '苏晚晴', (county) => ({ type: 'question-part', ...of(8, '县教育局', county), about: 'not-ours', words: '' })),
  ...takenBack('2026-09-18', '10:00', '10:02', education, '苏晚晴', (county) => ({ type: 'fulfil', occurrence: 'c8/2026T1/1', unit: county.unitOf('县教育局'), words: '已听课' })),
  ...takenBack('2026-09-28', '11:00', '11:05', education, '苏晚晴', (county) => ({ type: 'report', ...of(2, '县教育局', county), state: 'normal', correction: false })),
]
