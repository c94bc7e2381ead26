// 全文: a card shows the beginning of what was said; behind it stands all of it.
import { describe, expect, it } from 'vitest'
import { queue as queueCommand } from '#commands/queue.ts'
import { task as taskCommand } from '#commands/task.ts'
import { addMs } from '#src/calendar/calendar.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import { Percent, PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { renderBlocks } from '#src/slack/render-blocks.ts'
import type { Card, Run } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { acceptClaim, after, change, claim, day, directoryWith, nineOn, planWith, report, returnClaim, stampOf, task, taskNo, unitId } from '#test/builders.ts'
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
  it.each(['1 全文', '全文 1'])('is asked for with the number before or behind it: %s', (asked) => expect(taskCommand.typed(asked.split(' '))).toEqual({ which: '1', words: true }))
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

describe('全文 has all that was said of a task', () => {
  const directory = directoryWith(['乙局'], { name: '甲联络员', contactOf: ['甲局'] }, { name: '沈若兰', roles: ['secretary'] })
  const all = async (plan: PlanState, asker = '沈若兰'): Promise<string> =>
    (cardIn(await type(taskCommand, '1 全文', deskOf({ today: '2026-07-09', plans: [plan], directory, asker }))).sections ?? []).flatMap(({ rows }) => rows.map(({ line }) => plain(line))).join('\n').replaceAll(/[\u2066-\u2069]/g, '')
  const fresh = (): PlanState => planWith(task(1, { due: '2026-09-30', lead: '甲局' }))
  const behalf = { who: '王科长', on: day('2026-07-01'), how: '电话' }

  it('the words of a completion that was accepted, and of those that were sent back before', async () => {
    const plan = after(after(fresh(), '2026-07-01', claim(1, '甲局', '初次完成'), contact), '2026-07-02', returnClaim(1, '甲局', '缺材料'))
    after(after(plan, '2026-07-03', claim(1, '甲局', '材料已补'), contact), '2026-07-06', acceptClaim(1, '甲局'))
    expect(await all(plan)).toBe('7月3日 甲局 申请办结\n材料已补\n7月2日 甲局 退回\n缺材料\n7月1日 甲局 申请办结(已退回)\n初次完成')
  })
  it('why an answer was put right, and the version before it, marked', async () => {
    const plan = after(fresh(), '2026-07-01', report(1, '甲局', { progress: 60, done: '封顶' }), contact)
    const first = plan.assignments.get(keyOf(taskNo(1), unitId('甲局')))?.report?.at
    after(plan, '2026-07-02', { type: 'report', ...of, state: 'normal', progress: Percent.parse(40), done: '建到三层', correction: true, ...(first === undefined ? {} : { corrects: first }), reason: '数填错了' }, contact)
    expect(await all(plan)).toBe('7月2日 甲局 更正\n建到三层\n更正原因：数填错了\n7月1日 甲局 填报(已更正)\n封顶')
  })
  it('whose words they were that a secretary recorded, also where they are struck', async () => {
    const plan = after(fresh(), '2026-07-01', { type: 'claim-on-behalf', ...of, words: '全部完成', onBehalf: behalf })
    after(after(plan, '2026-07-02', { type: 'object', ...of, about: 'record', against: '', words: '没说过' }, contact), '2026-07-03', { type: 'rule-objection', ...of, upheld: true, reason: '属实' })
    expect(await all(plan)).toContain('7月1日 甲局 申请办结(代录：王科长7月1日电话，已作废)\n全部完成')
  })
  it('what a unit said that has the part no more', async () => {
    const plan = after(after(fresh(), '2026-07-01', report(1, '甲局', { done: '前期已做' }), contact), '2026-07-02', { type: 'question-part', ...of, about: 'not-ours', words: '职责已划转' }, contact)
    after(plan, '2026-07-03', { type: 'uphold-question', ...of, to: unitId('乙局'), words: '同意' })
    expect(await all(plan)).toContain('甲局(原单位) 填报\n前期已做')
  })
  it('and is led to from what waits for the secretary', async () => {
    const card = async (said: string): Promise<Record<string, unknown>> =>
      buttons(cardIn(await type(queueCommand, '', deskOf({ today: '2026-07-09', plans: [after(after(fresh(), '2026-07-01', report(1, '甲局', { done: said }), contact), '2026-07-02', claim(1, '甲局', '完成'), contact)], directory, asker: '沈若兰' }))))
    expect(await card(long)).toHaveProperty('全文')
    expect(await card('已开工')).not.toHaveProperty('全文')
  })
  it('every pause in its place of the day, and earlier ones too', async () => {
    const plan = after(after(fresh(), '2026-07-01', { type: 'pause-task', task: taskNo(1), reason: '等文件' }), '2026-07-02', { type: 'resume-task', task: taskNo(1), words: '文件已到' })
    after(plan, '2026-07-03', report(1, '甲局', { done: '开工' }), contact)
    evolvePlan(plan, { type: 'task-paused', task: taskNo(1), reason: '雨季停工' }, stampOf('2026-07-03', 'system', addMs(nineOn('2026-07-03'), 60_000)))
    expect(await all(plan)).toBe('7月3日 暂缓\n雨季停工\n7月3日 甲局 填报\n开工\n7月2日 恢复\n文件已到\n7月1日 暂缓\n等文件')
  })
  it('the plain words of whoever handles it, for them too', async () => {
    const handlers = directoryWith([], { name: '甲联络员', contactOf: ['甲局'] }, { name: '陆岩' })
    const [, handler] = [...handlers.people.values()]
    if (handler === undefined) throw new Error('nobody handles')
    change(handlers, { type: 'name-handler', person: handler.id, unit: unitId('甲局') })
    const plan = after(after(fresh(), '2026-07-01', { type: 'hand-item', ...of, to: handler.id }, contact), '2026-07-02', { type: 'remark', ...of, words: '承办人的话' }, handler.id)
    const card = cardIn(await type(taskCommand, '1 全文', deskOf({ today: '2026-07-09', plans: [plan], directory: handlers, asker: '陆岩' })))
    expect(words([card])).toContain('承办人的话')
  })
})
