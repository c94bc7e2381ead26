// What a body that others call was asked: when the secretary is told that it waits, and what ends it; and what is not asked meanwhile.
import { describe, expect, it } from 'vitest'
import type { Body } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { noticeLine } from '#templates/notice-line.ts'
import { plain } from '#templates/rich.ts'
import { after, day, directoryWith, planOf, task, viewOn } from '#test/builders.ts'

const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const council: Body = { id: 'b1', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [{ id: 'k1', every: 'year', times: 1, text: '每年至少研究1次' }] }
const plan = (): PlanState => planOf([task(1, { lead: '县教育局', due: '2028-06-30' })], { bodies: [council], period: { from: 2026, to: 2028 } })
/** 1 September 2026 is a Tuesday. */
const asked = (): PlanState => after(plan(), '2026-09-01', { type: 'request-agenda', body: 'b1', topic: '听取汇报' })
const of = (kind: Notice['kind'], today: string, state: PlanState, time = '09:00'): Notice[] => noticesDue(viewOn(today, state, directory), time).filter((notice) => notice.kind === kind)
const line = (today: string, state: PlanState, notice: Notice | undefined) => {
  if (notice?.kind !== 'request-waits' && notice?.kind !== 'cadence-open') throw new Error('none')
  return noticeLine(notice, { view: viewOn(today, state, directory), directory, lang: 'zh' } as Parameters<typeof noticeLine>[1])
}

describe('an item without an answer', () => {
  it('is told to the secretary from the sixth working day on, every fifth', () => {
    expect(of('request-waits', '2026-09-08', asked())).toEqual([])
    expect(of('request-waits', '2026-09-09', asked())).toMatchObject([{ to: 'u1', request: 'q1', workingDaysOver: 1 }])
    const keys = ['2026-09-09', '2026-09-15', '2026-09-16', '2026-09-21'].map((today) => of('request-waits', today, asked())[0]?.key)
    expect(keys[1]).toBe(keys[0])
    expect(new Set(keys).size).toBe(2)
  })
  it('asks in a sentence, with both answers beside it', () => {
    const state = asked()
    const drawn = line('2026-09-09', state, of('request-waits', '2026-09-09', state)[0])
    expect(drawn.say).toBe('请登记答复：县政府常务会议，议题“听取汇报”申报了6个工作日，还没有答复')
    expect(drawn.row.actions?.map(({ label }) => label)).toEqual(['已列入', '未列入'])
  })
  it.each([['taken', { type: 'take-request', request: 'q1', day: day('2026-09-17') }, '已列入9月17日的会'], ['declined', { type: 'decline-request', request: 'q1', reason: '议题已满' }, '未列入（议题已满）']] as const)('ends once it is %s, and says so where it was told', (_, intent, words) => {
    const state = asked()
    const told = of('request-waits', '2026-09-09', state)[0]
    after(state, '2026-09-09', intent)
    expect(of('request-waits', '2026-09-09', state)).toEqual([])
    expect(plain(line('2026-09-09', state, told).row.line)).toContain(words)
  })
})

describe('a body that others call', () => {
  it('is asked for as a petition, not as a meeting of ours', () => {
    const state = plan()
    const drawn = line('2026-09-01', state, of('cadence-open', '2026-09-01', state)[0])
    expect(drawn.say).toMatch(/^请提请研究：县政府常务会议/)
    expect(drawn.row.actions?.map(({ label }) => label)).toEqual(['议题申报', '本期不开'])
  })
  it('is not asked for while an item waits for its answer, and is again once that was declined', () => {
    const state = asked()
    expect(of('cadence-open', '2026-11-02', state)).toEqual([])
    expect(of('cadence-open', '2026-11-02', after(state, '2026-11-02', { type: 'decline-request', request: 'q1', reason: '议题已满' }))).toHaveLength(1)
  })
  it('of whose sitting nobody knows the hour is asked about on the day after it', () => {
    const state = after(asked(), '2026-09-09', { type: 'take-request', request: 'q1', day: day('2026-09-17') })
    expect(of('meeting-passed', '2026-09-17', state, '19:00')).toEqual([])
    expect(of('meeting-passed', '2026-09-18', state)).toMatchObject([{ meeting: 'm1' }])
  })
})
