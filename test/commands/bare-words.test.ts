// A word typed by itself, without the task it is about: the person picks one, and goes on from there.
import { describe, expect, it } from 'vitest'
import { claim } from '#commands/claim.ts'
import { difficulty } from '#commands/difficulty.ts'
import { extend } from '#commands/extend.ts'
import { commands } from '#commands/index.ts'
import { notOurs } from '#commands/not-ours.ts'
import { report } from '#commands/report.ts'
import { reportForm } from '#commands/report-form.ts'
import { said } from '#commands/said.ts'
import { snooze } from '#commands/snooze.ts'
import { withdrawClaim } from '#commands/withdraw-claim.ts'
import type { Command } from '#src/command.ts'
import { replyDoor, sayings } from '#src/sayings.ts'
import { findCommand } from '#src/queries/find-command.ts'
import { after, claim as claimed, day, directoryWith, planOf, planWith, task, taskNo, unitId } from '../builders.ts'
import { deskOf } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, formIn } from './acting.ts'

const people = directoryWith(['县教育局'], { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '沈若兰', roles: ['secretary'] })
const many = planWith(...Array.from({ length: 29 }, (_, at) => task(at + 1, { title: `第${at + 1}件事`, due: '2026-06-30', lead: '县教育局' })))
const deskAt = (asker: string, plans = [many]) => deskOf({ today: '2026-06-10', plans, directory: people, asker })
const bare = async (command: Command, desk = deskAt('苏晚晴')) => {
  const answer = await command.handle(command.typed([]), desk)
  if (answer.kind !== 'args-refused') throw new Error(`${command.name.zh} by itself is a ${answer.kind}`)
  return sayings.argsRefused(command, answer.issues, desk)
}

describe('a word by itself', () => {
  it.each([[notOurs], [extend], [claim], [difficulty]] as const)('offers the person’s tasks, five as buttons and the rest in a menu, and opens the form of the one picked: $name.zh', async (command) => {
    const desk = deskAt('苏晚晴')
    const card = await bare(command, desk)
    expectGoodCard(card)
    expect(card.text).toContain(`“${command.name.zh}”说的是哪一项`)
    expect(card.actions).toHaveLength(5)
    expect(Object.keys(buttons(card))).toHaveLength(29)
    expect((await act(command, buttons(card)['3 第3件事']?.args, desk)).kind).toBe('form')
    expect(desk.recorded).toEqual([])
  })

  it('of a report opens the form and records nothing by itself', async () => {
    const desk = deskAt('苏晚晴')
    expect(buttons(await bare(report, desk))['3 第3件事']?.command).toBe('report-form')
    formIn(await act(reportForm, buttons(await bare(report, desk))['3 第3件事']?.args, desk))
    expect(desk.recorded).toEqual([])
  })

  it('offers no task that takes it no more: one whose completion waits, one of which a later day was asked for already, and to be withdrawn only what was claimed', async () => {
    const plan = planWith(...[1, 2, 3].map((no) => task(no, { title: `第${no}件事`, due: '2026-06-30', lead: '县教育局' })))
    after(plan, '2026-06-01', claimed(1, '县教育局'))
    after(plan, '2026-06-02', { type: 'ask-extension', task: taskNo(2), unit: unitId('县教育局'), day: day('2026-08-31'), reason: '招标流标' })
    const offered = async (command: Command): Promise<string[]> => Object.keys(buttons(await bare(command, deskAt('苏晚晴', [plan]))))
    expect(await offered(notOurs)).toEqual(['2 第2件事', '3 第3件事'])
    expect(await offered(extend)).toEqual(['3 第3件事'])
    expect(await offered(withdrawClaim)).toEqual(['1 第1件事'])
  })

  it('of a reminder to be put off offers those that have one, and none that is overdue', async () => {
    const plan = planWith(task(1, { title: '逾期的', due: '2026-05-29', lead: '县教育局' }), task(2, { title: '快到期的', due: '2026-06-15', lead: '县教育局' }), task(3, { title: '远的', due: '2026-12-31', lead: '县教育局' }))
    expect(Object.keys(buttons(await bare(snooze, deskAt('苏晚晴', [plan]))))).toEqual(['2 快到期的'])
  })

  it.each(['申请延期', '延期'])('%s in plain words is the command: only what has a date can be meant', async (words) => {
    const found = findCommand(commands, [words])
    const understood = found.kind === 'found' ? { command: found.command.name.en, args: found.command.typed(found.words) } : undefined
    expect(understood?.command).toBe('extend')
    expect(await replyDoor(said, () => []).said({ words, isDocument: false, ...(understood === undefined ? {} : { understood }) }, deskAt('苏晚晴'))).toBeUndefined()
  })

  it('says the example where the person has no task', async () => {
    expect((await bare(notOurs, deskAt('沈若兰'))).text).toContain('请写明任务号')
  })

  it('names the plan where a number stands twice among those offered, and only there', async () => {
    const plans = [planWith(task(3, { title: '甲', lead: '县教育局' }), task(4, { title: '乙', lead: '县教育局' })), planOf([task(3, { title: '丙', lead: '县教育局' })], { id: 'p2' })]
    expect(Object.keys(buttons(await bare(claim, deskAt('苏晚晴', plans))))).toEqual(['p1-3 甲', 'p2-3 丙', '4 乙'])
  })
})
