// What an agenda is made of, and how it is put in order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AgendaArranged } from '#src/ledger/meeting.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { agendaOf, arranged, type Agenda, type AgendaItem, type Arranged, type Arranging } from '#src/meetings/agenda-items.ts'
import { acceptClaim, after, claim, day, directoryWith, planOf, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'

const directory = directoryWith(['县教育局', '县财政局'])
const bodies = [{ id: 'b1', name: '领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [] }, { id: 'b2', name: '学前专班', convened: true, deputies: [], members: ['县教育局'], section: '一、学前教育', cadences: [] }]
const call = (on: string, body = 'b1') => ({ type: 'schedule-meeting' as const, body, day: day(on), time: '15:00', place: '' })
const decide = (meeting: string, words: string, due = '2026-09-30') => ({ type: 'decide-item' as const, meeting, section: '会议议定', title: words, words, hash: words, units: [{ unit: unitId('县财政局'), part: 'lead' as const }], day: day(due) })
const plan = (): PlanState => after(planOf([task(1, { section: '一、学前教育', lead: '县教育局', due: '2026-06-20' }), task(2, { lead: '县教育局', due: '2026-06-25' }), task(3, { lead: '县教育局', due: '2026-07-06' }), task(4, { lead: '县教育局', due: '2026-12-31' })], { bodies }), '2026-06-01', call('2026-07-10'))
const said = (of: PlanState, meeting = 'm1', today = '2026-07-02'): string[] => {
  const found = of.meetings.get(meeting)
  if (found === undefined) throw new Error(meeting)
  return agendaOf(viewOn(today, of, directory), found).items.map((item) => (item.kind === 'own' ? `own ${item.text}` : `${item.kind} ${item.task.number}`))
}

describe('an agenda', () => {
  it('has what is behind, the longest overdue first, then what is at risk; and nothing that is well', () => expect(said(plan())).toEqual(['red 1', 'red 2', 'yellow 3']))
  it('of a team has its own section, with what was ordered about it', () => {
    const of = after(plan(), '2026-06-01', call('2026-07-13', 'b2'))
    after(of, '2026-07-01', { type: 'instruct-on-behalf', from: 'u1' as never, onBehalf: { who: '李县长', on: day('2026-07-01'), how: '电话' }, section: '领导批示', title: '请加快', words: '请加快', hash: 'x', units: [{ unit: unitId('县财政局'), part: 'lead' }], day: day('2026-12-01'), about: taskNo(1) })
    expect(said(of, 'm2')).toEqual(['red 1', 'instruction 5'])
    expect(said(of)).toContain('instruction 5')
  })
  it('opens with what the body decided last and what it decided before that and is not done; not what others did, nor it itself', () => {
    const of = after(plan(), '2026-06-01', call('2026-06-10', 'b2'))
    after(of, '2026-06-01', call('2026-06-05'))
    after(after(of, '2026-06-05', decide('m3', '甲')), '2026-06-05', decide('m3', '乙'))
    after(of, '2026-06-10', decide('m2', '别的'))
    after(of, '2026-06-01', call('2026-06-24'))
    after(of, '2026-06-24', decide('m4', '丙'))
    after(after(of, '2026-06-25', claim(5, '县财政局')), '2026-06-26', acceptClaim(5, '县财政局'))
    after(after(of, '2026-06-25', claim(8, '县财政局')), '2026-06-26', acceptClaim(8, '县财政局'))
    expect(said(of).slice(0, 3)).toEqual(['decided 8', 'decided 6', 'red 1'])
    after(of, '2026-07-10', decide('m1', '丁'))
    expect(said(of, 'm1', '2026-07-10')).not.toContain('decided 9')
  })
  it('begins with what the sitting is called for', () => expect(said(after(plan(), '2026-06-01', { ...call('2026-07-13'), topic: '学位供给', of: 'special' }), 'm2')).toEqual(['own 学位供给', 'red 1', 'red 2', 'yellow 3']))
  it('of a body that others call is what we asked for and what it decided: our reds are none of theirs', () => {
    const of = after(after(planOf([task(1, { lead: '县教育局', due: '2026-06-20' })], { bodies: [{ id: 'b9', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [] }] }), '2026-07-01', { type: 'request-agenda', body: 'b9', topic: '听取教育工作汇报' }), '2026-07-01', { type: 'take-request', request: 'q1', day: day('2026-07-20') })
    expect(said(of)).toEqual(['own 听取教育工作汇报'])
  })
  it('has a task once, for the weightiest reason', () => {
    const of = after(plan(), '2026-07-01', { ...report(1, '县教育局', { state: 'difficulty', problem: '没有地' }), needs: '县财政局' } as never)
    expect(said(of)).toEqual(['coordination 1', 'red 2', 'yellow 3'])
  })
})

const own = (number: number): AgendaItem => ({ key: `own/${number}`, kind: 'own', text: `议题${number}` })
/** As the ledger keeps it, and as it is shown: what does not stand there today is only kept. */
const shownOf = (now: Arranged | undefined, all: readonly AgendaItem[]): Agenda => {
  const place = (key: string): number => ((at) => (at < 0 ? 999 : at))((now?.order ?? []).indexOf(key))
  const sorted = [...all, ...(now?.own ?? []).filter(({ key }) => !all.some((item) => item.key === key)).map(({ key, text }): AgendaItem => ({ key, kind: 'own', text }))].toSorted((a, b) => place(a.key) - place(b.key))
  return { items: sorted.filter(({ key }) => now?.struck.includes(key) !== true), struck: sorted.filter(({ key }) => now?.struck.includes(key) === true) }
}
const keysOf = ({ items }: Agenda): string[] => items.map(({ key }) => key)

describe('an agenda that is put in order', () => {
  const all = [1, 2, 3].map(own)
  it('moves an item up by one, or to the top', () => {
    expect(arranged(shownOf(undefined, all), undefined, { act: 'up', key: 'own/3' })?.order).toEqual(['own/1', 'own/3', 'own/2'])
    expect(arranged(shownOf(undefined, all), undefined, { act: 'top', key: 'own/3' })?.order).toEqual(['own/3', 'own/1', 'own/2'])
  })
  it('is not changed by moving up the first, or one that is not there', () => {
    expect(arranged(shownOf(undefined, all), undefined, { act: 'up', key: 'own/1' })).toBeUndefined()
    expect(arranged(shownOf(undefined, all), undefined, { act: 'strike', key: 'own/9' })).toBeUndefined()
  })
  it('keeps the place of what does not stand there today', () => expect(arranged(shownOf({ order: ['task/9', 'own/2', 'own/1'], struck: ['task/9'], own: [] }, all.slice(0, 2)), { order: ['task/9', 'own/2', 'own/1'], struck: ['task/9'], own: [] }, { act: 'up', key: 'own/1' })).toMatchObject({ order: ['own/1', 'own/2', 'task/9'], struck: ['task/9'] }))

  it('keeps the place of every one, however many there are', () => {
    const many = Array.from({ length: 260 }, (_, at) => own(at + 1))
    const moved = arranged(shownOf(undefined, many), undefined, { act: 'up', key: 'own/259' })
    expect(moved?.order.slice(256)).toEqual(['own/257', 'own/259', 'own/258', 'own/260'])
    const struck = many.reduce<Arranged | undefined>((now, { key }) => arranged(shownOf(now, many), now, { act: 'strike', key }), undefined)
    expect(struck?.struck).toHaveLength(260)
    expect(AgendaArranged.safeParse({ type: 'agenda-arranged', meeting: 'm1', ...struck }).success).toBe(true)
  })
  it('never loses an item, nor has one twice, whatever is pressed', () => {
    const anyAct = fc.oneof(fc.tuple(fc.constantFrom('up' as const, 'top' as const, 'strike' as const, 'restore' as const), fc.integer({ min: 1, max: 6 })).map(([act, number]): Arranging => ({ act, key: `own/${number}` })), fc.constant<Arranging>({ act: 'add', text: '再议' }))
    fc.assert(fc.property(fc.array(anyAct, { maxLength: 20 }), (acts) => {
      let now: Arranged | undefined
      let added = 0
      for (const act of acts) {
        const next = arranged(shownOf(now, all), now, act.act === 'add' ? { ...act, text: `${act.text}${added}` } : act)
        if (act.act === 'add') added += 1
        now = next ?? now
      }
      const { items, struck } = shownOf(now, all)
      const keys = [...items, ...struck].map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      for (const { key } of all) expect(keys).toContain(key)
      expect(now?.own.length ?? 0).toBe(added)
      expect(keysOf(shownOf(now, all))).toEqual(items.map(({ key }) => key))
    }))
  })
})
