// A round that was closed by hand is over at the instant of it: what comes later on the same day changes none of its figures.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Instant } from '#src/calendar/day.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { evolvePlan, type PlanState } from '#src/ledger/plan.ts'
import { isLateReport } from '#src/queries/late-reports.ts'
import { turnByKey } from '#src/queries/round.ts'
import { roundStanding } from '#src/queries/round-standing.ts'
import { anyIntent } from '#test/ledger/any-intent.ts'
import { claim, planWith, report, returnClaim, stampOf, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { openRound } from '#test/rounds.ts'
import { anyPlan, county } from './any-view.ts'

const lead = '县教育局'
const closing: PlanIntent = { type: 'close-round', round: 'n1' }
const questioned: PlanIntent = { type: 'question-part', task: taskNo(1), unit: unitId(lead), about: 'not-ours', words: '不归我们' }
const upheld: PlanIntent = { type: 'uphold-question', task: taskNo(1), unit: unitId(lead), words: '改由县财政局办' }

/** What is done on the sixth of July, a minute after each other from an hour on; what is refused is left out. */
function inOrder(of: PlanState, hour: number, intents: readonly PlanIntent[]): PlanState {
  intents.forEach((intent, minute) => {
    const stamp = stampOf('2032-07-06', 'system', Instant.parse(`2032-07-06T0${hour}:${String(minute).padStart(2, '0')}:00.000Z`))
    const decision = decidePlan(of, intent, stamp)
    for (const event of decision.ok ? decision.events : []) evolvePlan(of, event, stamp)
  })
  return of
}
const opened = (...done: readonly PlanIntent[]): PlanState => {
  const of = planWith(task(1, { lead, support: ['县财政局'] }), task(2))
  evolveAll(of, '2032-07-02', openRound({ tasks: [1, 2], since: '2032-07-01', until: '2032-07-10' }))
  return inOrder(of, 1, done)
}
function evolveAll(of: PlanState, on: string, intent: PlanIntent): void {
  const decision = decidePlan(of, intent, stampOf(on))
  for (const event of decision.ok ? decision.events : []) evolvePlan(of, event, stampOf(on))
}
/** Whom it asked about what, who answered in time, and who too late. */
function figures(of: PlanState, today: string, round = 'n1'): { asked: string[]; inTime: string[]; late: string[] } {
  const view = viewOn(today, of, county)
  const turn = turnByKey(view, round)
  if (turn === undefined) throw new Error('no round')
  const lines = roundStanding(view, turn, turn.round.tasks).units.flatMap(({ voices }) => voices).flatMap((voice) => voice.tasks.map((no) => ({ line: `${voice.unit} ${no}`, silent: voice.silent.includes(no), late: voice.late.includes(no) })))
  const linesOf = (found: typeof lines): string[] => found.map(({ line }) => line).toSorted()
  return { asked: linesOf(lines), inTime: linesOf(lines.filter(({ silent, late }) => !silent && !late)), late: linesOf(lines.filter(({ late }) => late)) }
}

describe('a round that was closed by hand', () => {
  const silent = { asked: [`${lead} 1`], inTime: [], late: [] }
  it.each<[string, PlanIntent[], { asked: string[]; inTime: string[]; late: string[] }]>([
    ['a task without a unit gets one', [{ type: 'set-lead', task: taskNo(2), unit: unitId('县财政局') }], silent],
    ['another unit leads', [{ type: 'set-lead', task: taskNo(1), unit: unitId('县财政局') }], silent],
    ['the unit says that the task is not theirs, and it is agreed', [questioned, upheld], silent],
    ['the unit reports: a late answer', [report(1, lead)], { ...silent, late: [`${lead} 1`] }],
    ['the unit says that it is done: a late answer', [claim(1, lead)], { ...silent, late: [`${lead} 1`] }],
    ['that is sent back: a late answer still', [claim(1, lead), returnClaim(1, lead)], { ...silent, late: [`${lead} 1`] }],
  ])('keeps its figures when %s a minute later', (_, later, kept) => {
    expect(figures(opened(closing), '2032-07-06')).toEqual(silent)
    for (const today of ['2032-07-06', '2032-07-07', '2032-09-01']) expect(figures(opened(closing, ...later), today)).toEqual(kept)
  })
  it.each<[string, PlanIntent[]]>([['a report', [report(1, lead)]], ['a completion', [claim(1, lead)]]])('counts %s of the same morning as in time, whatever happens in the afternoon', (_, before) => {
    const inTime = { asked: [`${lead} 1`], inTime: [`${lead} 1`], late: [] }
    expect(figures(opened(...before, closing), '2032-07-06')).toEqual(inTime)
    expect(figures(opened(...before, closing, returnClaim(1, lead), report(1, lead), questioned, upheld), '2032-07-07')).toEqual(inTime)
  })
  it.each<[string, PlanIntent]>([['a report', report(1, lead)], ['a completion', claim(1, lead)]])('calls %s not late of whoever was not asked, for having said that the task is not theirs', (_, said) => {
    const excused = { asked: [`${lead} 1`], inTime: [`${lead} 1`], late: [] }
    expect(figures(opened(questioned, closing), '2032-07-06')).toEqual(excused)
    expect(figures(opened(questioned, closing, said), '2032-07-07')).toEqual(excused)
  })
  it('keeps what changed on the same day before it, and not what changes after it', () => {
    const passed: PlanIntent = { type: 'set-lead', task: taskNo(1), unit: unitId('县财政局') }
    const back: PlanIntent = { type: 'set-lead', task: taskNo(1), unit: unitId(lead) }
    expect(figures(opened(passed, closing, back), '2032-07-07').asked).toEqual(['县财政局 1'])
  })
  it('marks a report of later that day as late, but not one of the same morning, nor of whoever was not asked', () => {
    const late = (of: PlanState): boolean[] => [...of.assignments.values()].flatMap((part) => (part.report === undefined ? [] : [isLateReport(viewOn('2032-07-06', of), part, part.unit, part.report)]))
    expect([late(opened(closing, report(1, lead))), late(opened(report(1, lead), closing)), late(opened(questioned, closing, report(1, lead)))]).toEqual([[true], [false], [false]])
  })
  it('goes on with all that came meanwhile, once it is resumed', () => {
    expect(figures(opened(closing, report(1, lead), { type: 'resume-round', round: 'n1' }), '2032-07-06')).toEqual({ asked: [`${lead} 1`], inTime: [`${lead} 1`], late: [] })
  })

  /** A name that was read wrongly is put right in what was, too; what is struck was never said; and the round itself may be taken up again. */
  const putsRight = ({ type }: PlanIntent): boolean => ['merge-units', 'settle-doubt', 'rule-objection', 'undo', 'reopen-round', 'resume-round'].includes(type)

  it('has for ever the figures of its closing instant, whatever was done before and is done after it; late answers are only added', () => {
    const some = fc.array(anyIntent.filter((intent) => !putsRight(intent)), { maxLength: 8 })
    fc.assert(fc.property(anyPlan, some, some, some, (known, before, after, later) => {
      const of = structuredClone(known)
      evolveAll(of, '2032-07-02', openRound({ tasks: [1, 2, 3], since: '2032-07-01', until: '2032-07-10' }))
      const round = [...of.rounds.keys()].at(-1) ?? ''
      inOrder(of, 1, [...before, { type: 'close-round', round }])
      if (of.rounds.get(round)?.turns.get(round)?.closedOn === undefined) return
      const atClosing = figures(of, '2032-07-06', round)
      inOrder(of, 2, after)
      for (const intent of later) evolveAll(of, '2032-07-09', intent)
      for (const today of ['2032-07-06', '2032-07-09', '2033-01-04']) {
        const now = figures(of, today, round)
        expect({ asked: now.asked, inTime: now.inTime }).toEqual({ asked: atClosing.asked, inTime: atClosing.inTime })
        expect(now.late).toEqual(expect.arrayContaining(atClosing.late))
      }
    }), { numRuns: 300 })
  })
})
