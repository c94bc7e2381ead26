import { expect, it } from 'vitest'
import { importPlan } from '#commands/import-plan.ts'
import { planOf, task } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { act } from './acting.ts'

it('the texts of the plans that are there are gone through once, however many imports come', async () => {
  const plan = planOf([task(1)], { source: { id: 's1', name: '方案.docx', text: '一、重点任务', hash: 'h1' } })
  const desk = deskOf({ plans: [plan] })
  const hashed: string[] = []
  const counting = { ...desk, hashOf: (text: string) => (hashed.push(text), desk.hashOf(text)) }
  for (const name of ['甲', '乙']) await act(importPlan, { text: `${name}镇行动方案（2026年）\n\n一、重点任务\n\n1.建设校舍。（牵头单位：县教育局）\n` }, counting)
  expect(hashed.filter((text) => text === '一、重点任务')).toHaveLength(1)
})
