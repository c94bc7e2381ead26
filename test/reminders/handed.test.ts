import { describe, expect, it } from 'vitest'
import { noticesDue } from '#src/reminders/parcels.ts'
import { after, change, directoryWith, personNamed, planWith, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const directory = directoryWith([], { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '秦朗' })
const handler = personNamed(directory, '秦朗').id
change(directory, { type: 'name-handler', unit: unitId('县教育局'), person: handler })
const of = { task: taskNo(1), unit: unitId('县教育局') }

describe('an item that is handed to a handler', () => {
  const handed = () => after(planWith(task(1, { due: '2026-12-31', lead: '县教育局' })), '2026-03-02', { type: 'hand-item', ...of, to: handler })
  const keys = (plan: ReturnType<typeof handed>, today: string): string[] => noticesDue(viewOn(today, plan, directory), '09:30').filter(({ kind, to }) => kind === 'item-handed' && to === handler).map(({ key }) => key)

  it('is told once, whatever day it is looked at', () => {
    expect(keys(handed(), '2026-03-02')).toHaveLength(1)
    expect(keys(handed(), '2026-03-05')).toEqual(keys(handed(), '2026-03-02'))
  })

  it('is told again when it was given back and is handed to them a second time', () => {
    const first = keys(handed(), '2026-03-02')
    const again = keys(after(after(handed(), '2026-03-05', { type: 'hand-item', ...of }), '2026-05-06', { type: 'hand-item', ...of, to: handler }), '2026-05-06')
    expect(again).toHaveLength(1)
    expect(again).not.toEqual(first)
  })
})
