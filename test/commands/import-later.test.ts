import { describe, expect, it } from 'vitest'
import { doubts } from '#commands/doubts.ts'
import { settle } from '#commands/settle.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { taskNo } from '#test/builders.ts'
import type { TestDesk } from '#test/desk.ts'
import { shown, type } from './acting.ts'
import { labels, plan, press, secretary, sent, text } from './importing.ts'

describe('a doubt that stayed open', () => {
  const imported = async (): Promise<TestDesk> => {
    const desk = secretary()
    await press(await sent(desk), '确认导入', desk)
    return desk
  }

  it('is asked as it was before the import', async () => {
    const asked = await type(doubts, '', await imported())
    expect(labels(asked)).toEqual(expect.arrayContaining(['2026—2028年', '是，称县发改局', '县公安局', '其他答复']))
  })

  it('of the years gives the plan its years', async () => {
    const desk = await imported()
    await type(settle, '1 2026—2028年', desk)
    expect(plan(desk)?.period).toEqual({ from: 2026, to: 2028 })
  })

  it('of two names makes their parts one', async () => {
    const desk = await imported()
    const { id } = [...(plan(desk)?.doubts.values() ?? [])].find(({ kind }) => kind === 'alias') ?? { id: 0 }
    await type(settle, `${id} 是，称县发改局`, desk)
    expect(plan(desk)?.unitsOf.get(taskNo(2))).toEqual(['县教育局', '县发改局'])
    expect(desk.directory.names.get('县发改委')).toBe('县发改局')
  })

  it('of a plan among several is named with it', async () => {
    const desk = await imported()
    await press(await sent(desk, text.replace('校园', '食品')), '确认导入', desk)
    expect(shown(await type(settle, '1 2026', desk))).toContain('校园安全')
    expect(plan(desk)?.doubts.get(1)?.settled).toBeUndefined()
    await type(settle, 'p2 1 2026', desk)
    expect(desk.allPlans.get('p2' as PlanId)?.period).toEqual({ from: 2026, to: 2028 })
  })
})

describe('the same words', () => {
  it('are one plan, whatever stands between them', async () => {
    const desk = secretary()
    await press(await sent(desk), '确认导入', desk)
    expect(shown(await sent(desk, text.replaceAll('\n\n', '\n').replaceAll('。', '。 ')))).toContain('p1')
    expect(desk.allPlans.size).toBe(1)
  })
})
