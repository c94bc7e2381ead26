// 截至: any answer as it stood on a past day; nothing on it changes anything.
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { findCommand } from '#src/queries/find-command.ts'
import type { Action, Card } from '#templates/card.ts'
import { after, day, directoryWith, planWith, report, task, taskNo } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, cardIn, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const before = () => planWith(task(12, { title: '普惠园建设', lead: '县教育局', due: '2026-06-10' }), task(13, { lead: '县教育局' }))
const now = () => after(after(before(), '2026-07-01', { type: 'set-due', task: taskNo(12), day: day('2026-09-30'), reason: '雨季' }), '2026-07-01', report(13, '县教育局', { state: 'blocked', problem: '用地未批' }))
const found = (words: string) => findCommand(commands, words.split(' '))
const asOf = commands.find(({ name }) => name.en === 'as-of') ?? commands[0]
if (asOf === undefined) throw new Error('there are no commands')

const deskAs = (asker: string): TestDesk => {
  const desk: TestDesk = deskOf({ today: '2026-07-02', directory, asker, plans: [now()], past: (at) => deskOf({ today: '2026-06-20', now: at, directory, asker, plans: [before()] }) })
  return desk
}
const actions = ({ actions: own = [], more = [], sections = [] }: Card): Action[] => [...own, ...more, ...sections.flatMap(({ rows }) => rows.flatMap((row) => [...(row.beside === undefined ? [] : [row.beside]), ...(row.actions ?? []), ...(row.more ?? [])]))]

describe('a past day', () => {
  it('is shown as it was known then, and says so first', async () => {
    const card = cardIn(await type(asOf, '6月20日 汇总', deskAs('何景川')))
    expectGoodCard(card)
    expect(shown(await type(asOf, '6月20日 汇总', deskAs('何景川')))).toContain('截至6月20日(周六)24时，当时已记录的情况')
    expect(card.text).toMatch(/🔴1滞后/)
  })

  it('is said to end at 24时 wherever it is said', async () => {
    const says = shown(await type(asOf, '6月20日 汇总', deskAs('何景川')))
    expect(says).toContain('截至6月20日24时')
    expect(says).not.toContain('23:59')
    const english = shown(await type(asOf, '2026-06-20 summary', { ...deskAs('何景川'), lang: 'en' }))
    expect(english).not.toContain('23:59')
  })

  it('is the summary where nothing else is asked, and a list where no command is', async () => {
    expect(cardIn(await type(asOf, '6月20日', deskAs('何景川'))).text).toBe(cardIn(await type(asOf, '6月20日 汇总', deskAs('何景川'))).text)
    expect(shown(await type(asOf, '6月20日 县教育局', deskAs('何景川')))).toContain('普惠园建设')
  })

  it.each(['何景川', '沈若兰', '苏晚晴'])('has no button that changes anything: %s', async (asker) => {
    for (const words of ['汇总', '任务 12', '任务', '按单位', '我的', '周期', '方案']) {
      const card = cardIn(await type(asOf, `6月20日 ${words}`, deskAs(asker)))
      expect(actions(card).map(({ run }) => run.command).filter((name) => name !== 'as-of' && name !== 'summary')).toEqual([])
    }
  })

  it('that does not exist has those beside it, with what was asked', async () => {
    const card = cardIn(await type(asOf, '6月31日 县教育局', deskAs('何景川')))
    expect(actions(card).map(({ label, run }) => [label, run.args])).toEqual([['6月30日', { day: '2026-06-30', words: '县教育局' }], ['7月1日', { day: '2026-07-01', words: '县教育局' }]])
  })

  it('goes on being that day whichever of its buttons is pressed', async () => {
    const card = cardIn(await type(asOf, '6月20日 汇总', deskAs('何景川')))
    const reds = actions(card).find(({ label }) => label.includes('红灯'))
    expect(shown(await act(asOf, reds?.run.args, deskAs('何景川')))).toMatch(/截至6月20日[^]*普惠园建设/)
  })

  it.each(['任务12', '记录12', '为什么12', '按单位'])('is asked as today is: %s', async (words) => expect(shown(await type(asOf, `6月20日 ${words}`, deskAs('何景川')))).toMatch(/普惠园建设|县教育局 · 2项/))

  it.each([['2026-08-01', '还没有到'], ['6月31日', '2026年6月30日|6月30日'], ['那天', '日期'], ['6月20日 填报 12 50%', '要看的内容'], ['6月20日 确认', '要看的内容']])('%s: says what to write instead', async (words, answer) => {
    expect(shown(await type(asOf, words, deskAs('何景川')))).toMatch(new RegExp(answer))
  })

  it.each([
    ['汇总 截至 6月30日', { words: ['6月30日', '汇总'] }], ['任务 12 截至2026-06-30', { words: ['2026-06-30', '任务', '12'] }], ['截至6月30日 汇总', { words: ['6月30日', '汇总'] }], ['as of 20 June summary', { words: ['20', 'June', 'summary'] }], ['summary as of 20 June', { words: ['20 June', 'summary'] }],
  ])('is asked before or behind: %s', (words, expected) => expect(found(words)).toMatchObject({ kind: 'found', command: asOf, ...expected }))

  it.each(['20 June summary', '20 Jun 2026 summary', 'Sat 20 Jun 汇总'])('may be written as English does: %s', async (words) => expect(cardIn(await type(asOf, words, deskAs('何景川'))).text).toBe(cardIn(await type(asOf, '6月20日 汇总', deskAs('何景川'))).text))

  it('is nothing that a unit says: 填报 12 60% 截至6月30日已招标', () => expect(found('填报 12 60% 截至6月30日已招标')).toMatchObject({ command: { name: { en: 'report' } } }))
})
