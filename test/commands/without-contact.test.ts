import { expect, it } from 'vitest'
import { units } from '#commands/units.ts'
import { unitsWithoutContact } from '#src/queries/task-list.ts'
import { directoryWith, planWith, task, viewOn } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { buttons, cardIn, shown, type } from './acting.ts'
import { plan, press, secretary, sent } from './importing.ts'

it('units without a contact are as many in the preview, on the receipt and in the list, new units among them', async () => {
  const desk = secretary()
  const preview = await sent(desk, '云溪县校园安全三年行动方案（2026—2028年）\n\n一、重点任务\n\n1.建设一键报警。完成全县一键报警装置建设。（牵头单位：县公安局；配合单位：县发改局）\n\n2.配齐保安。为学校配齐专职保安。（牵头单位：县保安公司）\n\n3.培训教师。组织教师学习安全知识。（牵头单位：县教育局）\n')
  expect(shown(preview)).toMatch(/没有联络员的单位2个.*县公安局、县保安公司/)
  const receipt = await press(preview, '确认导入', desk)
  expect(shown(receipt)).toContain('指定联络员：2个单位还没有')
  const of = plan(desk)
  if (of === undefined) throw new Error('the plan was not written')
  expect(unitsWithoutContact(viewOn('2026-07-02', of, desk.directory))).toEqual(['县公安局', '县保安公司'])
  expect(shown(await type(units, '灯', desk))).toContain('2个单位没有联络员：县公安局、县保安公司')
})

it('a unit without a contact is given one in one tap by whoever may: a head for the own unit alone', async () => {
  const directory = directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '秦望舒', headOf: ['县教育局'] })
  const offered = async (asker: string): Promise<string[]> => Object.values(buttons(cardIn(await type(units, '', deskOf({ plans: [planWith(task(1, { lead: '县财政局' }))], directory, asker }))))).flatMap(({ command, args }) => (command === 'people' ? [String(args['unit'])] : []))
  expect(await offered('沈若兰')).toEqual(['县财政局'])
  expect(await offered('秦望舒')).toEqual([])
})
