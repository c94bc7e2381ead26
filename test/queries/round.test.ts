import { describe, expect, it } from 'vitest'
import { answering } from '#src/queries/answering.ts'
import { taskLight } from '#src/queries/light.ts'
import { nextOwed } from '#src/queries/next-owed.ts'
import { defaultRound, isOpen, isOpenFor, lastClosed, roundFor, sinceNow, turnByKey, turnsBegun } from '#src/queries/round.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { askingOf, isUnreported } from '#src/queries/task-list.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, directoryWith, planOf, planWith, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { eachMonth, openRound } from '#test/rounds.ts'

const asked = (on: string): string => defaultRound(viewOn(on, planWith())).key

describe('the quarter that is being asked about', () => {
  it('is the one that closed last, while nobody has been reminded of the new one', () => {
    expect(asked('2026-07-02')).toBe('2026Q2')
    expect(asked('2026-09-16')).toBe('2026Q2')
  })

  it('is the running one from its first reminder on', () => {
    expect(asked('2026-09-30')).toBe('2026Q3')
    expect(asked('2026-09-21')).toBe('2026Q3')
  })
})

const lead = '县教育局'
const plan = (due?: string): PlanState => planWith(task(1, { lead, ...(due === undefined ? {} : { due }) }), task(2, { lead }))
/** Task 1 is asked for from 2 to 10 July. */
const opened = (due?: string): PlanState => after(plan(due), '2026-07-02', openRound())
const roundOn = (today: string, of: PlanState, no = 1): string => roundFor(viewOn(today, of), taskNo(no)).key
const unreported = (today: string, of: PlanState): boolean => {
  const view = viewOn(today, of)
  const card = taskCard(view, taskNo(1))
  return card !== undefined && askingOf(view, card) !== undefined && isUnreported(view, card)
}

describe('the round in which a task is asked', () => {
  it('is the opened one from its opening on, for its own tasks only', () => expect([roundOn('2026-07-01', plan()), roundOn('2026-07-02', opened()), roundOn('2026-07-02', opened(), 2)]).toEqual(['2026Q2', 'n1', '2026Q2']))
  it('stays it when it is over, until another begins', () => expect([roundOn('2026-07-13', opened()), roundOn('2026-09-17', opened()), roundOn('2026-09-30', opened())]).toEqual(['n1', 'n1', '2026Q3']))
  it('is not the quarter’s where the opened one ended in its last month: nothing is asked twice as a quarter ends', () => {
    const of = after(plan(), '2026-08-24', openRound({ since: '2026-08-01', until: '2026-09-04' }))
    expect([roundOn('2026-09-30', of), roundOn('2026-09-30', of, 2)]).toEqual(['n1', '2026Q3'])
  })
  it('is the one that is open, where the one that began last is over', () => {
    const of = after(opened(), '2026-07-03', openRound({ until: '2026-07-06' }))
    expect([roundOn('2026-07-06', of), roundOn('2026-07-07', of), roundOn('2026-07-13', of)]).toEqual(['n2', 'n1', 'n2'])
  })
  it('is each month’s turn in turn, where it repeats', () => {
    const of = after(plan(), '2026-07-02', openRound({ repeats: eachMonth }))
    expect(['2026-07-06', '2026-07-07', '2026-08-06', '2026-08-07'].map((today) => roundOn(today, of))).toEqual(['2026Q2', 'n1/2026-07', 'n1/2026-07', 'n1/2026-08'])
  })
})

describe('the turns of a round that repeats', () => {
  const of = (): PlanState => after(plan(), '2026-07-02', openRound({ repeats: eachMonth }))
  it('open on the nth working day of each month, for so many working days, and count words since the last ended', () => {
    expect(turnsBegun(viewOn('2026-09-30', of())).map(({ key, from, opensOn, until }) => [key, from, opensOn, until])).toEqual([
      ['n1/2026-09', '2026-08-15', '2026-09-07', '2026-09-14'], ['n1/2026-08', '2026-07-15', '2026-08-07', '2026-08-14'], ['n1/2026-07', '2026-07-01', '2026-07-07', '2026-07-14'],
    ])
  })
  it('do not begin before it was opened', () => expect(turnsBegun(viewOn('2026-07-31', after(plan(), '2026-07-08', openRound({ repeats: eachMonth }))))).toEqual([]))
  it('are no more once it has ended', () => expect(turnsBegun(viewOn('2026-12-31', after(of(), '2026-08-10', { type: 'close-round', round: 'n1' }))).map(({ key }) => key)).toEqual([]))
  it('are found by their key, however long ago', () => expect([turnByKey(viewOn('2028-01-03', of()), 'n1/2026-07')?.until, turnByKey(viewOn('2026-07-31', of()), 'n1/2026-08'), turnByKey(viewOn('2026-08-31', of()), 'n1')?.key]).toEqual(['2026-07-14', undefined, 'n1/2026-08']))
})

describe('a word', () => {
  it('said before the round opened, and after the last one ended, answers it', () => expect(unreported('2026-07-03', after(after(plan(), '2026-07-01', report(1, lead)), '2026-07-02', openRound()))).toBe(false))
  it('said before the last one ended does not', () => expect(unreported('2026-07-03', after(after(plan(), '2026-06-30', report(1, lead)), '2026-07-02', openRound()))).toBe(true))
  it('counts by default from the day after the last round of the plan ended', () => {
    expect(sinceNow(viewOn('2026-07-02', plan()))).toBe('2026-07-01')
    expect(sinceNow(viewOn('2026-07-20', opened()))).toBe('2026-07-11')
    expect(sinceNow(viewOn('2026-07-08', after(opened(), '2026-07-07', { type: 'close-round', round: 'n1' })))).toBe('2026-07-08')
  })
})

describe('未报 in a round', () => {
  it('counts a task with a date too: it was asked', () => expect([unreported('2026-07-02', plan('2027-06-30')), unreported('2026-07-02', opened('2027-06-30'))]).toEqual([false, true]))
  it('turns the light yellow once it is over, by its name, until a word is said', () => {
    const light = (today: string, of: PlanState) => taskLight(viewOn(today, of), taskNo(1))
    const of = after(opened(), '2026-07-02', report(2, lead))
    expect(light('2026-07-13', of)).toMatchObject({ light: 'yellow', why: { rule: 'unanswered', round: 'n1', title: '年中进展' } })
    expect(light('2026-07-14', after(of, '2026-07-13', report(1, lead))).light).toBe('green')
  })
  it('is no reason for a light while it is open', () => expect(taskLight(viewOn('2026-07-08', opened('2027-06-30')), taskNo(1)).light).toBe('green'))
  it('is of the round that closed last, opened or not', () => {
    const last = (today: string) => lastClosed(viewOn(today, opened()), taskNo(1)).key
    expect(['2026-07-10', '2026-07-11', '2026-10-09', '2027-01-04'].map(last)).toEqual(['2026Q2', 'n1', '2026Q3', '2026Q4'])
  })
})

describe('what is asked by its date', () => {
  const order: Extract<PlanIntent, { type: 'instruct' }> = { type: 'instruct', rank: 'leader', section: '领导批示', title: '拿出方案', words: '请县教育局7月20日前拿出方案', hash: 'w1', day: day('2026-07-20'), units: [{ unit: unitId(lead), part: 'lead' }] }
  const given = (): PlanState => after(planWith(task(1, { lead, due: '2026-07-20' })), '2026-07-02', order, PersonId.parse('u5'))
  const byDateOn = (today: string, of: PlanState, no: number): [boolean, boolean] => {
    const view = viewOn(today, of)
    const card = taskCard(view, taskNo(no))
    return card === undefined ? [false, false] : [askingOf(view, card) !== undefined, isUnreported(view, card)]
  }
  it('is 未报 while its date is near and nothing was said', () => expect(byDateOn('2026-07-02', given(), 1)).toEqual([true, true]))
  it('is nothing that nobody has been asked about: what was ordered after the last round ended', () => expect(byDateOn('2026-07-02', given(), 2)).toEqual([false, false]))
  it('is nothing of what is new while a round goes on that began without it', () => {
    const late = after(planWith(task(1, { lead })), '2026-09-28', { ...order, day: day('2026-10-20') }, PersonId.parse('u5'))
    expect(['2026-09-29', '2026-10-01'].map((today) => byDateOn(today, late, 2))).toEqual([[false, false], [true, true]])
  })
  it('is asked once a round is over that it was there for', () => expect(byDateOn('2026-10-01', after(given(), '2026-07-03', { type: 'set-due', task: taskNo(2), day: day('2026-10-20'), reason: '延后' }), 2)).toEqual([true, true]))
  it('is not asked of a plan that was handed out after the last round ended', () => expect(byDateOn('2026-07-03', planOf([task(1, { lead, due: '2026-07-20' })], { importedOn: '2026-07-01', handedOutOn: '2026-07-02' }), 1)).toEqual([false, false]))
})

describe('what is owed next', () => {
  const next = (today: string, of: PlanState) => nextOwed(viewOn(today, of), taskNo(1))
  it('is the answer to the round that is open', () => expect(next('2026-07-03', opened())).toEqual({ kind: 'round', round: 'n1', title: '年中进展', due: '2026-07-10' }))
  it('is the quarter that runs, once one that was asked in its first weeks is over', () => expect(next('2026-07-13', opened())).toEqual({ kind: 'progress', quarter: '2026Q3', due: '2026-09-30' }))
  it('is the quarter after, once one is over that ended in the last month: this one’s asking it took', () => {
    expect(next('2026-09-14', after(plan(), '2026-08-24', openRound({ since: '2026-08-01', until: '2026-09-04' })))).toEqual({ kind: 'progress', quarter: '2026Q4', due: '2026-12-31' })
  })
  it('is the next turn of one that repeats', () => expect(next('2026-07-20', after(plan(), '2026-07-02', openRound({ repeats: eachMonth })))).toMatchObject({ kind: 'round', round: 'n1/2026-08', due: '2026-08-14' }))
})

describe('a round that was closed', () => {
  const closed = (): PlanState => after(opened(), '2026-07-08', { type: 'close-round', round: 'n1' })
  const turn = (today: string, of: PlanState) => {
    const found = turnByKey(viewOn(today, of), 'n1')
    if (found === undefined) throw new Error('no such round')
    return found
  }
  it('is over at once', () => expect(isOpen(turn('2026-07-08', closed()), day('2026-07-08'))).toBe(false))
  it('goes on as if it had not been closed, once that is taken back', () => {
    const of = after(closed(), '2026-07-09', { type: 'resume-round', round: 'n1' })
    expect(isOpen(turn('2026-07-09', of), day('2026-07-09'))).toBe(true)
    expect(turn('2026-07-09', of).turn).toEqual(turn('2026-07-09', opened()).turn)
  })
  it('is open again for the unit for which it was reopened, and for no other', () => {
    const of = turn('2026-07-13', after(closed(), '2026-07-13', { type: 'reopen-round', round: 'n1', unit: unitId(lead), until: day('2026-07-15') }))
    expect([isOpenFor(of, unitId(lead), day('2026-07-15')), isOpenFor(of, unitId(lead), day('2026-07-16')), isOpenFor(of, unitId('县财政局'), day('2026-07-13'))]).toEqual([true, false, false])
  })
})

it('a group has answered in a round so far as its members have', () => {
  const towns = directoryWith([{ name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }])
  const of = after(after(planWith(task(1, { lead: '各乡镇' })), '2026-07-02', openRound()), '2026-07-03', report(1, '各乡镇', { member: '溪口镇' }))
  const view = viewOn('2026-07-03', of, towns)
  expect(taskCard(view, taskNo(1))?.lead?.group).toEqual({ answered: 1, of: 2, late: 0 })
  expect(answering(view, taskNo(1))?.unit).toBe('各乡镇')
})
