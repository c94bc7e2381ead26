// 全文: a card shows the beginning of what was said; behind it stands all of it.
import { describe, expect, it } from 'vitest'
import { task as taskCommand } from '#commands/task.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { renderBlocks } from '#src/slack/render-blocks.ts'
import type { Card, Run } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { after, claim, day, directoryWith, planWith, report, returnClaim, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, type } from './acting.ts'

const hostile = '<!channel> <http://a|b> *粗* `码` ~删~ \u200b & > < '
const long = `起${hostile.repeat(60)}${'长'.repeat(2999 - hostile.length * 60)}`.slice(0, 2998).concat('终')
const of = { task: taskNo(1), unit: unitId('甲局') }
const contact = PersonId.parse('u1')

const kinds: readonly [string, readonly PlanIntent[]][] = [
  ['填报', [report(1, '甲局', { done: long })]],
  ['有困难', [report(1, '甲局', { state: 'difficulty', problem: long })]],
  ['申请办结', [claim(1, '甲局', long)]],
  ['退回', [claim(1, '甲局'), returnClaim(1, '甲局', long)]],
  ['申请延期', [{ type: 'ask-extension', ...of, day: day('2026-12-31'), reason: long }]],
  ['异议', [{ type: 'object', ...of, about: 'light', against: '红灯', words: long }]],
  ['备注', [{ type: 'remark', ...of, words: long }]],
  ['暂缓', [{ type: 'pause-task', task: taskNo(1), reason: long }]],
]

const nextOf = (card: Card): Run | undefined => Object.entries(buttons(card)).find(([label]) => label.startsWith('下一页'))?.[1]

const pages = async (plan: PlanState): Promise<Card[]> => {
  const desk = deskOf({ today: '2026-07-02', plans: [plan], directory: directoryWith([], { name: '甲联络员', contactOf: ['甲局'] }), asker: '甲联络员' })
  const first = cardIn(await type(taskCommand, '1 全文', desk))
  const next = nextOf(first)
  return [first, ...(next === undefined ? [] : [cardIn(await act(taskCommand, next.args, desk))])]
}
const words = (cards: readonly Card[]): string =>
  cards.flatMap(({ sections = [] }) => sections.flatMap(({ rows }) => rows.map(({ line }) => plain(line).split('\n').slice(1).join('\n')))).join('').replaceAll(/[\u2066-\u2069]/g, '')

describe('three thousand signs of anything', () => {
  it.each(kinds)('%s: stand whole and harmless behind 全文', async (_, intents) => {
    const plan = intents.reduce((now, intent) => after(now, '2026-07-01', intent, contact), planWith(task(1, { due: '2026-09-30', lead: '甲局' })))
    const cards = await pages(plan)
    expect(long).toHaveLength(2999)
    expect(words(cards)).toContain(long)
    for (const card of cards) {
      expectGoodCard(card)
      expect(JSON.stringify(renderBlocks(card, { lang: 'zh' }))).not.toContain('<!channel>')
    }
  })

  it('stand whole in the messages themselves, whatever a sign is written as', async () => {
    const ands = '&'.repeat(2998)
    const plan = after(after(planWith(task(1, { due: '2026-09-30', lead: '甲局' })), '2026-07-01', report(1, '甲局', { done: ands }), contact), '2026-07-02', { type: 'remark', ...of, words: ands }, contact)
    const cards: Card[] = []
    const desk = deskOf({ today: '2026-07-02', plans: [plan], directory: directoryWith([], { name: '甲联络员', contactOf: ['甲局'] }), asker: '甲联络员' })
    for (let card: Card | undefined = cardIn(await type(taskCommand, '1 全文', desk)); card !== undefined; ) {
      cards.push(card)
      const next = nextOf(card)
      card = next === undefined ? undefined : cardIn(await act(taskCommand, next.args, desk))
    }
    expect(cards.map((card) => JSON.stringify(renderBlocks(card, { lang: 'zh' }).blocks)).join('').split('&amp;')).toHaveLength(2 * 2998 + 1)
  })

  it('of another unit’s plain words are nobody else’s to read but the secretary’s', async () => {
    const plan = after(planWith(task(1, { due: '2026-09-30', lead: '甲局' })), '2026-07-02', { type: 'remark', ...of, words: '只给督查室看的话' }, contact)
    const directory = directoryWith([], { name: '甲联络员', contactOf: ['甲局'] }, { name: '乙联络员', contactOf: ['乙局'] }, { name: '沈若兰', roles: ['secretary'] })
    const read = async (asker: string): Promise<string> => words([cardIn(await type(taskCommand, '1 全文', deskOf({ today: '2026-07-02', plans: [plan], directory, asker })))])
    expect([await read('甲联络员'), await read('沈若兰'), await read('乙联络员')].map((all) => all.includes('只给督查室看的话'))).toEqual([true, true, false])
  })

  it('are led to from the task’s card, and not where the card shows all', async () => {
    const card = async (said: string): Promise<Record<string, unknown>> => {
      const plan = after(planWith(task(1, { due: '2026-09-30', lead: '甲局' })), '2026-07-01', report(1, '甲局', { done: said }), contact)
      return buttons(cardIn(await type(taskCommand, '1', deskOf({ today: '2026-07-02', plans: [plan], directory: directoryWith([], { name: '甲联络员', contactOf: ['甲局'] }), asker: '甲联络员' }))))
    }
    expect(await card(long)).toHaveProperty('全文')
    expect(await card('已开工')).not.toHaveProperty('全文')
  })
})
