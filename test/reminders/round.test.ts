import { describe, expect, it } from 'vitest'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { nextOwed } from '#src/queries/next-owed.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { byDefault, after, day, directoryWith, planWith, report, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { eachMonth, openRound } from '#test/rounds.ts'

const lead = '县教育局'
const directory = directoryWith(
  [{ name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }],
  { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: [lead] }, { name: '姚春梅', contactOf: ['青石镇', '溪口镇'] }, { name: '段林峰', contactOf: ['溪口镇'] },
)
const nameOf = ({ to }: Notice): string => directory.people.get(to)?.name ?? to
const due = (today: string, plan: PlanState): Notice[] => noticesDue(viewOn(today, plan, directory), '09:00')
const asks = (today: string, plan: PlanState) => due(today, plan).filter((notice) => notice.kind === 'round-due')
const opened = (facts: Parameters<typeof openRound>[0] = {}) => after(planWith(task(1, { lead }), task(2, { lead: '各乡镇' })), '2026-07-02', openRound(facts))
const mark = (today: string, plan: PlanState) => asks(today, plan).map(({ key }) => key.split('/').at(-2))

describe('a round', () => {
  it.each([['2026-07-02', 'open'], ['2026-07-06', 'open'], ['2026-07-09', '1'], ['2026-07-10', '0'], ['2026-07-13', 'over'], ['2026-07-17', 'over']])('asks on %s at its mark %s', (today, name) => expect(mark(today, opened())).toEqual([name]))
  it('asks no more from the sixth working day after its last', () => expect(mark('2026-07-20', opened())).toEqual([]))
  it('that is long asks seven working days before its last too', () => expect(['2026-07-21', '2026-07-22'].map((today) => mark(today, opened({ until: '2026-07-31' })))).toEqual([['open'], ['7']]))
  it('asks whoever answers for the task, and nobody of its other tasks', () => expect(asks('2026-07-02', opened()).map((notice) => [nameOf(notice), notice.task])).toEqual([['苏晚晴', 1]]))
  it('asks nobody who has answered, before it opened or since', () => {
    expect(asks('2026-07-09', after(opened(), '2026-07-03', report(1, lead)))).toEqual([])
    expect(asks('2026-07-09', after(after(planWith(task(1, { lead })), '2026-07-01', report(1, lead)), '2026-07-02', openRound()))).toEqual([])
  })
  it('asks each of a group’s people once, and a member not for the others', () => {
    const towns = opened({ tasks: [2] })
    expect(asks('2026-07-02', towns).map(nameOf)).toEqual(['姚春梅', '段林峰'])
    expect(asks('2026-07-03', after(towns, '2026-07-02', report(2, '各乡镇', { member: '溪口镇' }))).map(nameOf)).toEqual(['姚春梅'])
  })
  it('asks nobody once it is closed', () => expect([...asks('2026-07-08', after(opened(), '2026-07-08', { type: 'close-round', round: 'n1' })), ...asks('2026-07-13', after(opened(), '2026-07-08', { type: 'close-round', round: 'n1' }))]).toEqual([]))
  it('that was reopened for a unit asks it afresh until its day, and then not any more', () => {
    const of = after(opened(), '2026-07-20', { type: 'reopen-round', round: 'n1', unit: unitId(lead), until: day('2026-07-23') })
    expect(['2026-07-20', '2026-07-22', '2026-07-24'].flatMap((today) => asks(today, of).map(({ key }) => key))).toEqual(['open', '1'].map((name) => `round/p1/n1/1/县教育局/2026-07-23/${name}/u2`))
  })
  it('that was reopened asks also where another round, or the quarter, has come meanwhile, and that one is not asked beside it', () => {
    const reopen = { type: 'reopen-round', round: 'n1', unit: unitId(lead), until: day('2026-10-14') } as const
    const quarter = after(after(planWith(task(1, { lead })), '2026-03-10', openRound({ since: '2026-01-01', until: '2026-03-20' })), '2026-10-09', reopen)
    const two = after(after(opened(), '2026-10-08', openRound({ since: '2026-10-01', until: '2026-10-23' })), '2026-10-09', reopen)
    const rounds = (of: PlanState) => due('2026-10-09', of).filter(({ to, kind }) => to === 'u2' && (kind === 'round-due' || kind === 'progress-due')).map((notice) => ('round' in notice ? notice.round : notice.kind))
    expect([rounds(quarter), rounds(two)]).toEqual([['n1'], ['n1']])
    expect(asks('2026-10-15', two).map(({ round }) => round)).toEqual(['n2'])
  })
  it('of months ago that was reopened is what is owed next', () => {
    const of = after(opened(), '2026-10-09', { type: 'reopen-round', round: 'n1', unit: unitId(lead), until: day('2026-10-14') })
    expect(nextOwed(viewOn('2026-10-09', of, directory), taskNo(1))).toMatchObject({ kind: 'round', round: 'n1', due: '2026-10-14' })
  })
  const asked = (today: string, plan: PlanState) => due(today, plan).filter(({ to, kind }) => to === 'u2' && kind !== 'handed-out').map(({ kind }) => kind)
  it.each(['2026-09-01', '2026-09-11'])('that ends on %s, in a quarter’s last month, takes the place of its asking, and not of the next', (until) => {
    const of = after(planWith(task(1, { lead })), '2026-08-24', openRound({ since: '2026-08-01', until }))
    expect([asked('2026-09-30', of), asked('2026-12-31', of)]).toEqual([[], ['progress-due']])
  })
  it('that is over in a quarter’s first weeks leaves it to be asked for as it ends', () => expect(asked('2026-09-30', opened())).toEqual(['progress-due']))
  it('that repeats takes the place of each quarter’s, wherever in it a turn ends', () => {
    const of = after(planWith(task(1, { lead })), '2026-07-02', openRound({ repeats: { every: 'quarter', nth: 3, workingDays: 5 } }))
    expect(['2026-09-30', '2026-12-31'].map((today) => asked(today, of))).toEqual([[], []])
  })
  it('that repeats asks at each turn', () => {
    const of = opened({ repeats: eachMonth })
    expect(['2026-07-06', '2026-07-07', '2026-08-07'].map((today) => asks(today, of).map(({ round, due: until }) => [round, until]))).toEqual([[], [['n1/2026-07', '2026-07-14']], [['n1/2026-08', '2026-08-14']]])
  })
  it('tells each secretary once that it is open, and no contact', () => expect(due('2026-07-08', opened()).filter(({ kind }) => kind === 'round-watch')).toEqual([{ kind: 'round-watch', key: 'round-watch/p1/n1/u1', to: 'u1', plan: 'p1', round: 'n1' }]))
})

describe('the messages of a round', () => {
  const nothing = { notice: () => false, parcel: () => false }
  const parcels = (plan: PlanState) => parcelsOwed(due('2026-07-02', plan).filter(({ kind }) => kind !== 'handed-out'), nothing, day('2026-07-02'), '09:00', workCalendar, byDefault)
  it('are one to a contact of twenty-nine tasks', () => {
    const many = after(planWith(...Array.from({ length: 29 }, (_, at) => task(at + 1, { lead }))), '2026-07-02', openRound({ tasks: Array.from({ length: 29 }, (_, at) => at + 1) }))
    expect(parcels(many).filter(({ to }) => to === 'u2').map(({ key, notices }) => [key, notices.length])).toEqual([['digest/u2/2026-07-02', 29]])
  })
  it('leave the secretary’s a message of its own', () => expect(parcels(opened()).filter(({ notices }) => notices.some(({ kind }) => kind === 'round-watch')).map(({ key, notices }) => [key, notices.length])).toEqual([['prompt/round-watch/p1/n1/u1', 1]]))
})

describe('a chase', () => {
  const chase = (no: number, on: string, plan: PlanState) => after(plan, on, { type: 'nudge', task: taskNo(no), unit: unitId(lead) })
  const both = () => planWith(task(1, { lead }), task(2, { lead }))
  const parcels = (today: string, time: string, plan: PlanState, told: readonly string[] = [], sent: readonly string[] = []) =>
    parcelsOwed(due(today, plan).filter(({ kind }) => kind === 'nudged'), { notice: (key) => told.includes(key), parcel: (key) => sent.includes(key) }, day(today), time, workCalendar, byDefault).map(({ key, notices }) => [key, notices.map((notice) => ('task' in notice ? notice.task : 0))])
  const first = due('2026-07-02', chase(1, '2026-07-02', both())).filter(({ kind }) => kind === 'nudged').map(({ key }) => key)

  it('is one message at once, whatever is chased together', () => expect(parcels('2026-07-02', '10:00', chase(2, '2026-07-02', chase(1, '2026-07-02', both())))).toEqual([['prompt/nudged/u2/2026-07-02', [1, 2]]]))
  it('of another task later on the day sends no second message', () => expect(parcels('2026-07-02', '16:00', chase(2, '2026-07-02', chase(1, '2026-07-02', both())), first, ['prompt/nudged/u2/2026-07-02'])).toEqual([]))
  it('of a day off is sent on the next working day, as soon as may be', () => expect(parcels('2026-07-06', '08:00', chase(1, '2026-07-04', both()))).toEqual([['prompt/nudged/u2/2026-07-06', [1]]]))
  it('is in the next day’s digest then, not before it', () => {
    const of = chase(2, '2026-07-02', chase(1, '2026-07-02', both()))
    expect([parcels('2026-07-03', '08:30', of, first, ['prompt/nudged/u2/2026-07-02']), parcels('2026-07-03', '09:00', of, first, ['prompt/nudged/u2/2026-07-02'])]).toEqual([[], [['digest/u2/2026-07-03', [2]]]])
  })
})
