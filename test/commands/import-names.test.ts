import { describe, expect, it } from 'vitest'
import { correct } from '#commands/correct.ts'
import { settle } from '#commands/settle.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { directoryWith, taskNo } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { shown, type } from './acting.ts'
import { labels, plan, press, presses, secretary, sent } from './importing.ts'

describe('a plan that leaves out the place of its units', () => {
  const short = `云溪县护苗三年行动方案（2026—2028年）

一、重点任务

1.建设护苗站。2026年9月底前建成。（牵头单位：教育局；配合单位：财政局）

2.办好家长课堂。2026年12月底前完成。（牵头单位：教育局；配合单位：民政局）`
  const known = (...more: string[]): TestDesk => deskOf({ directory: directoryWith(['县教育局', '县财政局', ...more], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }), asker: '沈若兰' })

  it('is asked whether they are the directory’s, all of them in one tap', async () => {
    const desk = known()
    const preview = await sent(desk, short)
    expect(shown(preview)).toContain('“教育局”是名册里的“县教育局”吗？')
    expect(shown(preview)).toContain('财政局 = 县财政局')
    await presses(preview, ['2处都是同一单位', '确认导入'], desk)
    expect(plan(desk)?.unitsOf.get(taskNo(1))).toEqual(['县教育局', '县财政局'])
    expect([...desk.directory.units.keys()]).toEqual(['县教育局', '县财政局', '民政局'])
    expect(desk.directory.names.get('教育局')).toBe('县教育局')
  })
  it('can be answered for one, and for the other not', async () => {
    const desk = known()
    await presses(await sent(desk, short), ['是，称县教育局', '不是', '确认导入'], desk)
    expect(plan(desk)?.unitsOf.get(taskNo(1))).toEqual(['县教育局', '财政局'])
  })
  it('is asked afterwards where it was not answered, and then its tasks have their contact', async () => {
    const desk = known()
    await press(await sent(desk, short), '确认导入', desk)
    const { id } = [...(plan(desk)?.doubts.values() ?? [])].find(({ names }) => names?.[1] === '教育局') ?? { id: 0 }
    await type(settle, `${id} 是，称县教育局`, desk)
    expect(plan(desk)?.unitsOf.get(taskNo(1))?.[0]).toBe('县教育局')
    expect(desk.directory.units.has('教育局' as UnitId)).toBe(false)
  })
  it('is asked of a unit that the directory has by a shorter name and others', async () => {
    const desk = deskOf({ directory: directoryWith([{ name: '县发改局', aliases: ['县发改委'] }], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰' })
    expect(shown(await sent(desk, short.replaceAll('教育局', '县发展改革局')))).toContain('“县发展改革局”是名册里的“县发改局”吗？')
  })
  it('is never asked about a name that could be two', async () => expect(shown(await sent(known('市教育局'), short))).not.toContain('名册里的“县教育局”'))
})

describe('a unit that nobody knows yet', () => {
  it('is said to be new where a lead is put right', async () => {
    const desk = secretary()
    await sent(desk)
    expect(shown(await type(correct, '改牵头 3 县气象局', desk))).toContain('原来都没有“县气象局”')
    expect(shown(await type(correct, '改牵头 3 县教育局', desk))).not.toContain('原来都没有')
  })
})

describe('an office that is named by what it does', () => {
  it('may be the one of the plan that does it', async () => {
    const desk = deskOf({ directory: directoryWith(['县人社局', '县教育局', '县民政局'], { name: '沈若兰', roles: ['secretary'] }), asker: '沈若兰' })
    const asked = await sent(desk, '云溪县就业三年行动方案（2026—2028年）\n\n一、重点任务\n\n1.稳定就业岗位。人力资源社会保障部门每年核定一次岗位。（牵头单位：县教育局）\n\n2.开展培训。（牵头单位：县民政局）')
    expect(shown(asked)).toContain('人力资源社会保障部门')
    expect(labels(asked)).toContain('县人社局')
  })
})
