// 按领域: the sections of the plans by lights, and lists by section, by field of charge and by when something falls due.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sections } from '#commands/sections.ts'
import { task as taskCommand } from '#commands/task.ts'
import { sectionMatrix } from '#src/queries/section-matrix.ts'
import { summary } from '#src/queries/summary.ts'
import { taskList } from '#src/queries/task-list.ts'
import { directoryWith, nineOn, planWith, task, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { cardIn, shown, type } from './acting.ts'

const plan = () => planWith(
  task(1, { title: '校舍安全排查', lead: '县教育局', due: '2026-06-01', section: '一、校园安全' }),
  task(2, { title: '校车安全管理', lead: '县公安局', due: '2026-07-20', section: '一、校园安全' }),
  task(3, { title: '学前教育扩容', lead: '县教育局', due: '2026-08-10', section: '二、校园安全之外' }),
  task(4, { title: '另一件事', lead: '县教育局', section: '' }),
)
const county = () => {
  const directory = directoryWith(['县教育局', '县公安局'], { name: '何景川', roles: ['leader'] }, { name: '沈若兰', roles: ['secretary'] })
  for (const [id, person] of directory.people) if (person.name === '何景川') directory.people.set(id, { ...person, title: '副县长', fields: ['校园安全之外'] })
  return directory
}
const desk = (): TestDesk => deskOf({ asker: '何景川', plans: [plan()], directory: county() })

describe('按领域', () => {
  it('has a row a section in the order of the plan, each with a list of exactly so many', async () => {
    const card = cardIn(await type(sections, '', desk()))
    expect(card.text).toMatch(/，3个领域共4项$/)
    for (const row of (card.sections ?? []).flatMap((section) => section.rows)) {
      const counted = /查看 (\d+)/.exec(row.beside?.label ?? '')?.[1]
      expect(cardIn(await taskCommand.handle(row.beside?.run.args, desk()) as never).text).toContain(`共${counted ?? ''}项`)
    }
  })

  it('with words of one lists it', async () => expect(cardIn(await type(sections, '校园安全之外', desk())).text).toContain('共1项'))
  it('with words of none is of no plan', async () => expect(cardIn(await type(sections, '别的', desk())).refused).toBeDefined())

  it('adds up to the summary of the plan, whatever lights there are', () =>
    fc.assert(fc.property(fc.array(fc.record({ due: fc.constantFrom('2026-05-01', '2026-07-03', '2026-12-01', undefined), section: fc.constantFrom('一、甲', '二、乙', '二、乙丙', '') }), { minLength: 1, maxLength: 12 }), (facts) => {
      const view = viewOn('2026-07-02', planWith(...facts.map(({ due, section }, at) => task(at + 1, { title: `任务${at}`, lead: '县教育局', section, ...(due === undefined ? {} : { due }) }))))
      const rows = sectionMatrix([view])
      const whole = summary(view, nineOn('2026-07-02'))
      const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0)
      expect(sum(({ total }) => total)).toBe(whole.total)
      expect(sum(({ unreported }) => unreported)).toBe(whole.unreported)
      for (const light of ['done', 'red', 'yellow', 'green', 'pending'] as const) expect(sum(({ lights }) => lights[light])).toBe(whole.lights[light])
      for (const { section, total } of rows) expect(taskList(view, { section })).toHaveLength(total)
    })))
})

describe('a list', () => {
  it.each([['领域 校园安全', 3], ['领域 一、校园安全', 2], ['未分领域', 1], ['分管 何县长', 1], ['分管 何景川', 1], ['7月到期', 1], ['本月到期', 1], ['下月到期', 1], ['due-this-month', 1], ['教育局 8月到期', 1]])('%s has %i', async (words, count) =>
    expect(shown(await type(taskCommand, words, desk()))).toContain(`共${count}项`))
  it('by when something falls due says which days are meant', async () => expect(shown(await type(taskCommand, '本月到期', desk()))).toContain('7月1日至7月31日到期：共1项'))
  it('of a leader whom nobody knows is no list of all', async () => expect(shown(await type(taskCommand, '分管 王县长', desk()))).toContain('目前没有任务'))
})
