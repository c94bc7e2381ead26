// What is read in English: no sign of full width, no Chinese word of ours; names and what people said stay as they are.
import { describe, expect, it } from 'vitest'
import { history } from '#commands/history.ts'
import { instruct } from '#commands/instruct.ts'
import { instructions } from '#commands/instructions.ts'
import { instructOnBehalf } from '#commands/instruct-on-behalf.ts'
import { summary } from '#commands/summary.ts'
import { task as taskCommand } from '#commands/task.ts'
import { why } from '#commands/why.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Command } from '#src/command.ts'
import { actVerb } from '#templates/act-verbs.ts'
import { howWords } from '#templates/spoken-how.ts'
import { legendOf } from '#templates/marks-legend.ts'
import { after, directoryWith, personNamed, planWith, report, task, taskNo, unitId } from '../builders.ts'
import { act, buttons, cardIn, shown, type } from '../commands/acting.ts'
import { deskOf, type TestDesk } from '../desk.ts'

const directory = directoryWith(['Education', 'Finance'], { name: 'Shen', roles: ['secretary'] }, { name: 'He', roles: ['leader'] }, { name: 'Su', contactOf: ['Education'] })
const plan = (): PlanState => after(planWith(task(1, { title: 'School buses', lead: 'Education', support: ['Finance'], due: '2026-06-10' }), task(2, { title: 'Teachers', lead: 'Education' })), '2026-06-29', report(1, 'Education', { state: 'blocked', problem: 'no land' }))
const deskFor = (asker = 'He'): TestDesk => deskOf({ plans: [plan()], directory, asker, lang: 'en', today: '2026-07-02' })

/** The plan of the builders has a Chinese title and section. */
const ours = (text: string): string => text.replaceAll('School buses。', '').replaceAll(/“[^”]*”|《[^》]*》|重点任务|教育强县[^ ,·]*/g, '')

describe('a leader’s answer in English', () => {
  const answers: [Command, string][] = [[summary, ''], [taskCommand, '1'], [taskCommand, ''], [why, '1'], [history, '1'], [instruct, 'Education: buses by 2026-07-10']]
  it.each(answers)('%# has no full-width sign', async (command, words) => {
    const answer = await type(command, words, deskFor())
    expect(ours(answer.kind === 'card' ? shown(answer) : '').match(/[，。：；！？（）、]/g) ?? []).toEqual([])
  })

  it('of their own instructions has none either, nor has the history of what was handed up, decided and settled', async () => {
    const of = plan()
    const desk = (asker: string): TestDesk => deskOf({ plans: [of], directory, asker, lang: 'en', today: '2026-07-02' })
    const given = await type(instruct, 'Education: buses by 2026-07-10', desk('He'))
    await act(instruct, buttons(cardIn(given))['Give it out']?.args ?? Object.values(buttons(cardIn(given)))[0]?.args, desk('He'))
    after(of, '2026-07-01', { type: 'hand-up-coordination', task: taskNo(1), units: [unitId('Education'), unitId('Finance')], to: personNamed(directory, 'He').id, words: 'money', quotes: [] }, personNamed(directory, 'Shen').id)
    const decider = desk('He')
    await decider.record(of.id, { type: 'decide-coordination', task: taskNo(1), units: [unitId('Education'), unitId('Finance')] })
    const own = await type(instructions, '', decider)
    expect(`${cardIn(own).text}${ours(shown(own))}`.match(/[，。：；！？（）、]/g) ?? []).toEqual([])
    const past = ours(shown(await type(history, '1', decider)))
    expect(past).toContain('He decided the disagreement (Education, Finance) a coordination meeting')
    expect(past.match(/[，。：；！？（）、]/g) ?? []).toEqual([])
  })
  it('calls a county that is not in hand otherwise than the yellow light', async () => expect(cardIn(await type(summary, '', deskFor())).text).toMatch(/^Of concern\. [^]*at risk/))

  it('tells what was done in verbs', () => expect([actVerb('reported'), actVerb('handed-out'), actVerb('imported'), actVerb('parts-checked')]).toEqual(['reported', 'notified the contacts', 'imported the plan', 'checked the parts']))
  it('counts in a sentence', async () => expect(shown(await type(summary, '', deskFor()))).toMatch(/\. 2 tasks: /))
  it('has what it labels in upper case', async () => expect(shown(await type(taskCommand, '1', deskFor()))).toMatch(/Lead: Education\nSupporting: Finance/))
  it('calls what nobody reported on the same on the button and in the list', async () => expect(Object.keys(buttons(cardIn(await type(summary, '', deskFor())))).some((label) => label.startsWith('Silent'))).toBe(false))
})

describe('how something was said', () => {
  it('is in the reader’s language, and somebody’s own word where it is none of ours', () => expect([howWords('电话', 'en'), howWords('by telephone', 'zh'), howWords('路上碰到', 'en')]).toEqual(['by telephone', '电话', '路上碰到']))
  it('is so on what was recorded for a leader', async () => {
    const form = await act(instructOnBehalf, { words: 'Education: buses by 2026-07-10', lead: 'u1', how: '电话', from: [...directory.people.values()].find(({ name }) => name === 'He')?.id, due: '2026-07-10' }, deskFor('Shen'))
    expect(form.kind === 'card' ? shown(form) : '').not.toContain('电话')
  })
})

describe('a mark', () => {
  const marked = () => deskOf({ plans: [after(planWith(task(1, { title: '校车', presumed: '县教育局' }), task(2, { title: '教师', lead: '县教育局', due: '2026-09-10' })), '2026-06-29', report(2, '县教育局'))], directory: directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] }), asker: '何景川' })

  it('is explained below the card of whoever only looks', async () => expect(shown(await type(taskCommand, '2', marked()))).toContain('自报：单位自己说正常，没有写依据'))
  it('is not explained where it does not stand', async () => expect(shown(await type(taskCommand, '1', marked()))).not.toContain('自报：'))
  it('is explained to nobody where there is none', () => expect(legendOf([], 'zh')).toEqual({}))
})
