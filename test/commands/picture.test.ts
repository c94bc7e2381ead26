// 图: asked for in words, drawn from the numbers of the screens, sent as a file to whoever asked.
import { describe, expect, it } from 'vitest'
import { commands } from '#commands/index.ts'
import { picture } from '#commands/picture.ts'
import { summary } from '#commands/summary.ts'
import { units } from '#commands/units.ts'
import type { Desk } from '#src/command.ts'
import { findCommand } from '#src/queries/find-command.ts'
import type { Drawing } from '#templates/drawing.ts'
import type { FileContent } from '#templates/file-content.ts'
import { plain } from '#templates/rich.ts'
import { directoryWith, planWith, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, cardIn, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局', '县财政局'], { name: '何景川', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const schools = () => ({ ...planWith(task(1, { lead: '县教育局', due: '2026-06-01' }), task(2, { lead: '县财政局', due: '2026-12-01' }), task(3, {})), title: '学前教育行动计划' })
const roads = () => ({ ...planWith(task(1, { lead: '县财政局', due: '2026-06-10' })), id: 'p2' as ReturnType<typeof schools>['id'], title: '农村公路攻坚方案' })
const deskFor = (asker: string, plans = [schools(), roads()], lang: Desk['lang'] = 'zh'): TestDesk => deskOf({ asker, plans, directory, lang })

/** What was drawn of it, and what it was sent as. */
async function sent(words: string, desk: Desk) {
  const written: FileContent[] = []
  const answer = await type(picture, words, { ...desk, write: (content) => desk.write((written.push(content), content)) })
  if (answer.kind !== 'file') throw new Error(`a ${answer.kind} and no file`)
  const drawing = written.find((content) => content.kind === 'bars' || content.kind === 'grid')
  return { ...answer, drawing, caption: answer.caption === undefined ? '' : plain(answer.caption) }
}
const labels = (drawing: Drawing | undefined): string[] => (drawing === undefined ? [] : (drawing.kind === 'bars' ? drawing.bars : drawing.rows).map(({ label }) => label))

describe('图', () => {
  it('is a bar a plan, of all of them', async () => {
    const { drawing, name, caption, alt } = await sent('', deskFor('何景川'))
    expect([drawing?.kind, labels(drawing)]).toEqual(['bars', ['学前教育行动计划', '农村公路攻坚方案']])
    expect(name).toBe('督办进度图-2026-07-02.png')
    expect(caption).toMatch(/^进度图：全部方案\(2个\)4项，.*；截至2026年7月2日 \d\d:\d\d。$/)
    expect(alt).toContain('农村公路攻坚方案 1项')
  })

  it('is a bar a unit, of one plan', async () => {
    const { drawing } = await sent('学前教育', deskFor('何景川'))
    expect(labels(drawing).toSorted()).toEqual(['单位待定', '县教育局', '县财政局'].toSorted())
    expect(drawing?.title).toContain('学前教育行动计划')
  })

  it.each(['单位', '按单位', '单位 p1', 'p1 units'])('%s: is the units by lights', async (words) => expect((await sent(words, deskFor('何景川'))).drawing?.kind).toBe('grid'))

  it('counts as the summary does', async () => {
    const { drawing } = await sent('', deskFor('何景川'))
    const [, figures = ''] = /4项中 (.+)$/m.exec(cardIn(await type(summary, '', deskFor('何景川'))).text) ?? []
    expect(drawing?.legend.map(({ count }) => count)).toEqual(Array.from(figures.matchAll(/\d+/g), ([figure]) => Number(figure)))
  })

  it('is for everybody who may see', async () => expect((await sent('', deskFor('苏晚晴'))).name).toContain('.png'))
  it('is in English where it is asked in English', async () => expect((await sent('units', deskFor('何景川', [schools()], 'en'))).drawing?.title).toBe('Units by lights: 学前教育行动计划'))

  it.each(['图', '进度图', '画图', 'chart', 'picture'])('is asked for as %s', (word) => expect(findCommand(commands, [word])).toMatchObject({ kind: 'found', command: picture }))

  describe('of what 汇总 is of', () => {
    const fields = directoryWith(['县教育局', '县财政局'], { name: '何景川', roles: ['leader'], fields: ['校园'] })
    const school = () => ({ ...planWith(task(1, { section: '校园建设', lead: '县教育局', due: '2026-06-01' }), task(2, { section: '校园建设', lead: '县财政局', due: '2026-12-01' }), task(3, { section: '师资', lead: '县教育局' }), task(4, { section: '', lead: '县教育局' }), task(5, { lead: '县财政局', support: ['县教育局'] })), title: '学前教育行动计划' })
    const other = () => ({ ...roads(), title: '教育经费方案' })
    const at = (plans = [school()]): TestDesk => deskOf({ asker: '何景川', plans, directory: fields })

    it.each([
      ['县教育局', '县教育局牵头的任务3项', ['校园建设', '师资', '未分领域']],
      ['单位 县教育局', '县教育局牵头的任务3项', ['校园建设', '师资', '未分领域']],
      ['校园建设', '领域：校园建设2项', ['县教育局', '县财政局']],
      ['何景川', '何景川分管的任务2项', ['县教育局', '县财政局']],
    ])('图 %s has as many, by its sections or its units', async (words, said, rows) => {
      const { drawing, caption } = await sent(words, at())
      expect(caption).toContain(said)
      expect(labels(drawing)).toEqual(rows)
      const [, figures = ''] = /项中 (.+)$/m.exec(cardIn(await type(summary, words.replace('单位 ', ''), at())).text) ?? []
      expect(drawing?.legend.map(({ count }) => count).filter((count) => count > 0)).toEqual(Array.from(figures.matchAll(/\d+/g), ([figure]) => Number(figure)))
    })

    it('is a bar a plan, where it is in several', async () => expect(labels((await sent('县财政局', at([school(), other()]))).drawing)).toEqual(['教育经费方案', '学前教育行动计划']))
    it('is a grid of its units, where that is asked for', async () => expect((await sent('单位 校园建设', at())).drawing?.kind).toBe('grid'))

    it.each(['县教育局', '校园建设', '何景川'])('is behind … of 汇总 %s, and draws the same', async (words) => {
      const { more = [], title = '' } = cardIn(await type(summary, words, at()))
      const run = more.find(({ label }) => label === '进度图')?.run
      const answer = await act(picture, run?.args, at())
      expect(answer.kind === 'file' && answer.caption !== undefined ? plain(answer.caption) : '').toContain(title)
    })

    it('told in words leads back to its 汇总', async () => {
      const { actions = [] } = cardIn(await type(picture, '县教育局', { ...at(), write: () => Promise.resolve(undefined) }))
      expect(actions.map(({ run }) => run)).toEqual([{ command: 'chart', args: { plan: '县教育局' } }, { command: 'summary', args: { plan: '牵头 县教育局' } }])
    })
  })

  it('of a plan that there is not says which there are', async () => expect(shown(await type(picture, '没有的方案', deskFor('何景川')))).toContain('没有的方案'))

  it('is behind … of 按单位, of the same plan', async () => {
    const { more = [] } = cardIn(await type(units, '灯 p1', deskFor('何景川')))
    expect(more.find(({ label }) => label === '图')?.run).toEqual({ command: 'chart', args: { plan: 'p1', by: 'units' } })
  })

  it('that could not be drawn is told in words, with a way to ask again', async () => {
    const card = cardIn(await type(picture, '单位', { ...deskFor('何景川'), write: () => Promise.resolve(undefined) }))
    expectGoodCard(card)
    expect(card.text).toMatch(/图没有发成.*4项/)
    expect(card.actions?.[0]?.run).toEqual({ command: 'chart', args: { by: 'units' } })
  })

  it('of a past day is of that day, and passed on it is its sentence', async () => {
    const [asOf, forward] = ['as-of', 'forward'].map((name) => commands.find((command) => command.name.en === name))
    if (asOf === undefined || forward === undefined) throw new Error('no such command')
    const desk = deskOf({ asker: '何景川', plans: [schools()], directory, past: (at) => deskOf({ today: '2026-06-20', now: at, asker: '何景川', plans: [schools()], directory }) })
    const then = await type(asOf, '6月20日 图', desk)
    expect(then.kind === 'file' && then.caption !== undefined ? plain(then.caption) : '').toContain('截至2026年6月20日')
    expect(shown(await type(forward, '图', desk))).toMatch(/【督查室】进度图：学前教育行动计划.*截至2026年7月2日/)
  })
})
