// 确认 of an import whose answer from the log is lost, at the product's own desk: it is being checked, and then goes on to its end.
import { beforeEach, describe, expect, it } from 'vitest'
import { importPlan } from '#commands/import-plan.ts'
import type { Answer, Desk } from '#src/command.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { directoryKey, planKey } from '#src/log-subjects.ts'
import { plain } from '#templates/rich.ts'
import type { Card } from '#templates/card.ts'
import { realDesk, type RealDesk } from '../real-desk.ts'
import { hasty } from '../store/guests.ts'
import { act, buttons, cardIn } from './acting.ts'
import { text } from './importing.ts'

const p1 = PlanId.parse('p1')
let county: RealDesk
let confirm: object
const desk = (): Desk => county.deskAt('2026-07-02', '沈若兰')
const confirmed = async (): Promise<Answer> => act(importPlan, confirm, desk())
const saidIn = ({ lines = [] }: Card): string => lines.map(plain).join('\n')
const settledCard = async (answer: Answer): Promise<Card> => {
  if (answer.kind !== 'settling') throw new Error(`a ${answer.kind} and nothing that settles`)
  return answer.settled
}
const eventsIn = (key: string): string[] => county.log(key).entries().flatMap(({ body }) => [...body.matchAll(/"type":"([a-z-]+)"/g)].flatMap(([, type]) => type ?? []))
const imports = (): string[] => eventsIn(planKey(p1)).filter((type) => type === 'imported')

beforeEach(async () => {
  county = await realDesk(['县公安局', '县教育局', '县发改局'], ['沈若兰'], hasty)
  await county.change('2026-01-05', { type: 'grant-role', person: county.person('沈若兰'), role: 'secretary' })
  confirm = buttons(cardIn(await act(importPlan, { text, source: '方案.docx' }, desk())))['确认导入']?.args ?? {}
})

/** The number is given, and nobody hears of it. */
const unanswered = async (): Promise<Answer> => county.losing(directoryKey, confirmed)

describe('the answer to an import’s number is lost, and the store stays away', () => {
  it('it is being checked, and nobody is waited for', async () => {
    const answer = await unanswered()
    expect(answer).toMatchObject({ kind: 'settling', card: { text: expect.stringContaining('正在核对') as string } })
  })

  it('once the store answers, the plan is written whole, and the card says so', async () => {
    const answer = await unanswered()
    county.log(directoryKey).setAway(false)
    expect(saidIn(await settledCard(answer))).toContain('已导入')
    expect([imports(), county.ledgers.plans().get(p1)?.tasks.size, county.ledgers.directory().units.has('县发改委' as never)]).toEqual([['imported'], 4, true])
  })

  it('pressed again meanwhile it is being checked too, and is one plan that is written once', async () => {
    const first = await unanswered()
    const again = await confirmed()
    county.log(directoryKey).setAway(false)
    const cards = await Promise.all([settledCard(first), settledCard(again)])
    expect(cards.map(({ refused }) => refused)).toEqual([undefined, undefined])
    expect(cards.map(saidIn)).toEqual([expect.stringMatching(/已导入|已经导入/), expect.stringMatching(/已导入|已经导入/)])
    expect([imports(), eventsIn(directoryKey).filter((type) => type === 'plan-opened' || type === 'units-added')]).toEqual([['imported'], ['units-added', 'plan-opened', 'units-added']])
  })

  it('where the last answer is long in coming too, it goes on to its end all the same', async () => {
    const first = await unanswered()
    const { held, carryOut } = county.log(planKey(p1)).holdNext()
    county.log(directoryKey).setAway(false)
    await held
    const again = await confirmed()
    carryOut()
    expect((await Promise.all([settledCard(first), settledCard(again)])).map(saidIn)).toEqual([expect.stringContaining('已导入'), expect.stringContaining('已导入')])
    expect(imports()).toEqual(['imported'])
  })

  it('where what comes next cannot be recorded, the card says so, and pressing again goes on', async () => {
    const first = await unanswered()
    county.log(planKey(p1)).setAway(true)
    county.log(directoryKey).setAway(false)
    expect((await settledCard(first)).text).toContain('暂时无法记录')
    county.log(planKey(p1)).setAway(false)
    expect(saidIn(cardIn(await confirmed()))).toContain('已导入')
    expect(imports()).toEqual(['imported'])
  })
})

describe('a stop while it is being checked', () => {
  it('is waited for by nobody: the next start says what became of it', async () => {
    const answer = await unanswered()
    await county.ledgers.close()
    await expect(settledCard(answer)).rejects.toThrow('stopped')
    county.log(directoryKey).setAway(false)
    await county.restart()
    expect(saidIn(cardIn(await confirmed()))).toContain('已导入')
    expect(imports()).toEqual(['imported'])
  })
})
