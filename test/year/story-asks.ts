// What units ask and a secretary rules on: what was recorded is not so, the light is not, the task is not theirs.
import type { PlanIntent } from '#src/ledger/intent.ts'
import { day, taskNo } from '#test/builders.ts'
import { does, education, rural, step, water } from './acts.ts'
import type { County } from './county.ts'
import type { Step } from './life.ts'

type How = (county: County) => PlanIntent
const spoken = (unit: string, member?: string) => (county: County) => ({ unit: county.unitOf(unit), ...(member === undefined ? {} : { member: county.unitOf(member) }) })
const onBehalf = { who: '办公室', on: day('2026-09-01'), how: '电话' } as const

const object = (task: number, unit: string, about: 'light' | 'record'): How => (county) => ({ type: 'object', task: taskNo(task), ...spoken(unit)(county), about, against: '如所示', words: '与实际不符' })
const rules = (task: number, unit: string, upheld: boolean): How => (county) => ({ type: 'rule-objection', task: taskNo(task), ...spoken(unit)(county), upheld, reason: '已向有关单位核实' })
const question = (task: number, unit: string, member?: string): How => (county) => ({ type: 'question-part', task: taskNo(task), ...spoken(unit, member)(county), about: 'not-ours', words: '不属我单位职责' })
const upholds = (task: number, unit: string, to?: string, member?: string): How => (county) => ({ type: 'uphold-question', task: taskNo(task), ...spoken(unit, member)(county), ...(to === undefined ? {} : { to: county.unitOf(to) }), words: '' })
const refuses = (task: number, unit: string, member?: string): How => (county) => ({ type: 'refuse-question', task: taskNo(task), ...spoken(unit, member)(county), reason: '按方案分工' })
const reportFor = (task: number, unit: string): How => (county) => ({ type: 'report-on-behalf', task: taskNo(task), ...spoken(unit)(county), state: 'normal', done: '已开工', correction: false, onBehalf })
const claimFor = (task: number, unit: string): How => (county) => ({ type: 'claim-on-behalf', task: taskNo(task), ...spoken(unit)(county), words: '已完工', onBehalf })

export const asked: readonly Step[] = [
  step('2026-09-02', '10:00', does(education, question(25, '县教育局'), '苏晚晴')),
  step('2026-09-02', '15:10', does(education, claimFor(29, '县财政局'))),
  step('2026-09-03', '10:00', does(education, reportFor(7, '县教育局'))),
  step('2026-09-03', '10:30', does(education, question(17, '县人社局'), '陆晓枫')),
  step('2026-09-03', '11:00', does(education, (county) => ({ type: 'accept-claim', task: taskNo(29), ...spoken('县财政局')(county) }))),
  step('2026-09-03', '14:00', does(education, (county) => ({ type: 'ask-extension', task: taskNo(18), ...spoken('县教育局')(county), day: day('2026-11-20'), reason: '等编制批复' }), '苏晚晴')),
  step('2026-09-03', '16:00', does(education, object(7, '县教育局', 'record'), '苏晚晴')),
  step('2026-09-04', '09:20', does(education, question(18, '县教育局'), '苏晚晴')),
  step('2026-09-04', '11:00', does(education, claimFor(14, '县住建局'))),
  step('2026-09-04', '15:00', does(education, object(29, '县财政局', 'record'), '唐一鸣')),
  step('2026-09-07', '09:50', does(education, rules(7, '县教育局', true))),
  step('2026-09-07', '10:00', does(education, object(9, '县发改局', 'light'), '关和平')),
  step('2026-09-08', '10:00', does(education, object(14, '县住建局', 'record'), '石海涛')),
  step('2026-09-08', '10:20', does(education, rules(29, '县财政局', true))),
  step('2026-09-08', '10:40', does(education, upholds(18, '县教育局', '县人社局'))),
  step('2026-09-08', '11:00', does(water, question(6, '各乡镇', '青石镇'), '姚春梅')),
  step('2026-09-08', '11:05', does(water, question(6, '各乡镇', '柳河镇'), '段林峰')),
  step('2026-09-08', '15:00', does(education, question(12, '县教育局'), '苏晚晴')),
  step('2026-09-09', '10:00', does(education, upholds(25, '县教育局', '县市场监管局'))),
  step('2026-09-10', '10:00', does(education, rules(14, '县住建局', true))),
  step('2026-09-10', '10:30', does(education, upholds(12, '县教育局', '县委编办'))),
  step('2026-09-11', '14:00', does(education, refuses(17, '县人社局'))),
  step('2026-09-14', '09:30', does(education, rules(9, '县发改局', false))),
  step('2026-09-15', '14:00', does(water, upholds(6, '各乡镇', undefined, '青石镇'))),
  step('2026-09-16', '14:00', does(water, refuses(6, '各乡镇', '柳河镇'))),
  step('2026-09-16', '16:00', does(rural, question(13, '县财政局'), '唐一鸣')),
  step('2026-09-17', '10:00', does(education, question(12, '县委编办'), '纪明辉')),
  step('2026-09-18', '16:30', does(rural, upholds(13, '县财政局', '县教育局'))),
  step('2026-09-21', '10:00', does(education, upholds(12, '县委编办', '县教育局'))),
  step('2026-09-22', '10:00', does(education, question(22, '县教育局'), '苏晚晴')),
]
