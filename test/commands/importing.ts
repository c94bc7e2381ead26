// A secretary's import in tests of commands: a small plan with doubts of several kinds, sent, pressed and looked at.
import { check } from '#commands/check.ts'
import { correct } from '#commands/correct.ts'
import { importPlan } from '#commands/import-plan.ts'
import type { Answer } from '#src/command.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { directoryWith } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn } from './acting.ts'

export const text = `云溪县校园安全三年行动方案

为保障校园安全，制定本方案。

一、重点任务

1.建设一键报警。20__年9月底前完成全县一键报警装置建设。（牵头单位：县公安局；配合单位：县发改局）

2.改造校舍。20__年12月底前完成乡镇学校校舍改造。（责任单位：县教育局、县发改委）

二、队伍建设

3.配齐保安。为学校配齐专职保安。

4.培训教师。组织教师学习安全知识。
`
export const county = () => directoryWith(['县公安局', '县教育局', '县发改局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0DBJY01' })
export const secretary = (): TestDesk => deskOf({ directory: county(), asker: '沈若兰' })

export const sent = async (desk: TestDesk, given = text): Promise<Answer> => act(importPlan, { text: given, source: '方案.docx' }, desk)
/** Presses a button of a card that leads to the walk. */
export async function press(answer: Answer, label: string, desk: TestDesk): Promise<Answer> {
  const run = buttons(cardIn(answer))[label]
  if (run === undefined) throw new Error(`no button ${label}: ${Object.keys(buttons(cardIn(answer))).join(' ')}`)
  const command = [check, importPlan, correct].find(({ name }) => name.en === run.command)
  if (command === undefined) throw new Error(`${label} leads to ${run.command}`)
  const next = await act(command, run.args, desk)
  if (next.kind === 'card' && run.args['confirm'] !== true) expectGoodCard(next.card)
  return next
}
export const presses = async (from: Answer, labels: readonly string[], desk: TestDesk): Promise<Answer> => {
  let now = from
  for (const label of labels) now = await press(now, label, desk)
  return now
}
export const labels = (answer: Answer): string[] => Object.keys(buttons(cardIn(answer)))
export const plan = (desk: TestDesk) => desk.allPlans.get('p1' as PlanId)
