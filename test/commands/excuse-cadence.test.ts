// 本期不开, 补记 with its kind, and what closed short: as the secretary types and presses, and as the leader reads it.
import { describe, expect, it } from 'vitest'
import { body as bodyCommand } from '#commands/body.ts'
import { cancelMeeting, changeMeeting } from '#commands/change-meeting.ts'
import { excuseCadence } from '#commands/excuse-cadence.ts'
import { meeting } from '#commands/meeting.ts'
import { meetingHeld } from '#commands/meeting-held.ts'
import { review } from '#commands/review.ts'
import { summary } from '#commands/summary.ts'
import { undo } from '#commands/undo.ts'
import type { Body } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, directoryWith, planOf, task } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { actionsOf, expectGoodCard } from '../templates/card-rules.ts'
import { act, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const group: Body = { id: 'b1', name: '教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'year', times: 1, text: '每年至少召开1次综合性会议和2次专题会议', of: 'general' }, { id: 'k2', every: 'year', times: 2, text: '每年至少召开1次综合性会议和2次专题会议', of: 'special' }] }
const plan = (bodies: Body[] = [group]): PlanState => planOf([task(1, { lead: '县教育局', due: '2028-06-30' })], { bodies, period: { from: 2026, to: 2028 } })
const deskAt = (today: string, of: PlanState, asker = '沈若兰', lang: 'zh' | 'en' = 'zh'): TestDesk => deskOf({ plans: [of], directory, asker, today, lang })
const labelled = (card: ReturnType<typeof cardIn>, label: string) => actionsOf(card).filter((action) => action.label === label)

describe('a sitting put on record', () => {
  it('is of the kind that was typed, and counts for the clause that asks for it', async () => {
    const of = plan()
    const said = shown(await type(meeting, '补记 领导小组 3月5日 专题', deskAt('2026-03-10', of)))
    expect(said).toContain('已补记：教育工作领导小组，3月5日(周四)召开（专题会议）')
    expect(said).toMatch(/2026年综合性会议应开1次，已开0次[^]*2026年专题会议应开2次，已开1次/)
    expect(of.meetings.get('m1')).toMatchObject({ of: 'special', status: 'held' })
  })
  describe('by mistake', () => {
    const wrong = async (): Promise<{ of: PlanState; card: ReturnType<typeof cardIn> }> => {
      const of = plan()
      return { of, card: cardIn(await type(meeting, '补记 领导小组 3月5日 专题', deskAt('2026-03-10', of))) }
    }
    it('is said not to have been held by its own button, with a reason, and counts no more', async () => {
      const { of, card } = await wrong()
      expectGoodCard(card)
      const form = formIn(await act(meetingHeld, labelled(card, '记错了')[0]?.run.args, deskAt('2026-03-10', of)))
      expect(shown(await act(meetingHeld, { ...form.run.args, reason: '记成了别的机构' }, deskAt('2026-03-10', of)))).toContain('未召开')
      expect(of.meetings.get('m1')).toMatchObject({ status: 'not-held', reason: '记成了别的机构' })
      expect(shown(await type(meeting, '领导小组', deskAt('2026-03-10', of)))).toMatch(/2026年专题会议应开2次，已开0次/)
    })
    it('is so by 取消会议 and by 会议 未开, as they are typed', async () => {
      const [called, typed] = [await wrong(), await wrong()]
      await type(cancelMeeting, 'm1 记错了', deskAt('2026-03-10', called.of))
      await type(meeting, '未开 m1 记错了', deskAt('2026-03-10', typed.of))
      expect([called.of.meetings.get('m1'), typed.of.meetings.get('m1')]).toMatchObject([{ status: 'not-held', reason: '记错了' }, { status: 'not-held', reason: '记错了' }])
    })
    it('is not undone by a form that was opened while the sitting was ahead', async () => {
      const of = after(plan(), '2026-03-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-03-05'), time: '15:00', place: '' })
      const form = formIn(await type(meeting, '未开 m1', deskAt('2026-03-10', of)))
      await type(meeting, '已开 m1', deskAt('2026-03-10', of))
      expect(shown(await act(meetingHeld, { ...form.run.args, reason: '主持人出差' }, deskAt('2026-03-10', of)))).toContain('登记为“已召开”')
      expect(of.meetings.get('m1')?.status).toBe('held')
    })
    it('is what 撤销 names, for it goes no step back', async () => {
      const { of } = await wrong()
      expect(shown(await type(undo, '', deskAt('2026-03-10', of)))).toContain('要改，记错了的，请点那一条里的“记错了”，或用“会议 未开”加会议号和原因')
    })
    it('stays held once something was decided at it', async () => {
      const { of } = await wrong()
      const decided = after(of, '2026-03-10', { type: 'note-item', meeting: 'm1', words: '会议要求抓紧', hash: 'h1' } as never)
      expect(shown(await type(cancelMeeting, 'm1 记错了', deskAt('2026-03-10', decided)))).toMatch(/登记为“已召开”，没有改动/)
      expect(decided.meetings.get('m1')?.status).toBe('held')
    })
  })
  it('counts for none where it was set aside', async () => {
    const of = plan()
    expect(shown(await type(meeting, '补记 领导小组 3月5日 不计入频次', deskAt('2026-03-10', of)))).toMatch(/（不计入频次）[^]*已开0次[^]*已开0次/)
    expect(of.meetings.get('m1')?.uncounted).toBe(true)
  })
  it('says of minutes that are out that they keep their number', async () => {
    const of = after(after(after(plan(), '2026-03-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-03-09'), time: '09:00', place: '二楼' }), '2026-03-09', { type: 'record-meeting', meeting: 'm1', held: true }), '2026-03-10', { type: 'issue-minutes', meeting: 'm1', number: 1 })
    expect(shown(await type(meeting, '补记 领导小组 3月5日', deskAt('2026-03-10', of)))).toContain('3月9日的纪要已按第一次会议印发，次序不改，这次排在后面')
  })
  it('takes what stands behind the day for its topic', async () => {
    const of = plan()
    await type(meeting, '补记 领导小组 3月5日 研究校舍安全', deskAt('2026-03-10', of))
    expect(of.meetings.get('m1')).toMatchObject({ day: '2026-03-05', topic: '研究校舍安全', place: '' })
  })
  it('is asked for in a form where no day is given, with its kind', async () => {
    const of = plan()
    const form = formIn(await type(meeting, '补记 领导小组', deskAt('2026-03-10', of)))
    expect(form.fields.map(({ name }) => name)).toEqual(['day', 'sort'])
    await act(meeting, { ...form.run.args, day: '2026-03-05', sort: 'general' }, deskAt('2026-03-10', of))
    expect(of.meetings.get('m1')).toMatchObject({ day: '2026-03-05', of: 'general' })
  })
})

describe('a day far from the years of the plan', () => {
  it.each([['补记 领导小组 1999年3月5日', '1999年3月5日'], ['补记 领导小组 9999年3月5日', '9999年3月5日'], ['安排 领导小组 9999年3月5日 9:00 二楼', '9999年3月5日']])('is not taken: %s', async (words, on) => {
    const of = plan()
    expect(shown(await type(meeting, words, deskAt('2026-03-10', of)))).toMatch(new RegExp(`${on}.*离方案的年份太远，没有记录：能写的是2025年到2029年`))
    expect(of.meetings.size).toBe(0)
  })
  it('is not what a sitting is moved to, nor a review called for', async () => {
    const of = after(plan(), '2026-03-01', { type: 'schedule-meeting', body: 'b1', day: day('2026-04-10'), time: '15:00', place: '' })
    expect(shown(await type(changeMeeting, 'm1 2062-04-10', deskAt('2026-03-10', of)))).toContain('离方案的年份太远')
    expect(shown(await type(changeMeeting, 'm1 9999-01-02', deskAt('2026-03-10', of)))).toContain('离方案的年份太远')
    expect(shown(await type(review, '1 9999年6月1日', deskAt('2026-03-10', of)))).toContain('离方案的年份太远')
    expect(of.reviews.size).toBe(0)
  })
  it('is one beside them no more than last year’s', async () => expect(shown(await type(meeting, '补记 领导小组 2025年12月20日', deskAt('2026-03-10', plan())))).toContain('已补记'))
})

describe('本期不开', () => {
  it('asks for the reason, and is quiet from then on with the reason in its place', async () => {
    const of = plan([{ ...group, cadences: group.cadences.slice(0, 1) }])
    const form = formIn(await type(excuseCadence, '领导小组', deskAt('2026-11-02', of)))
    expect((await act(excuseCadence, form.run.args, deskAt('2026-11-02', of))).kind).toBe('form-errors')
    const card = cardIn(await act(excuseCadence, { ...form.run.args, reason: '并入县委全会' }, deskAt('2026-11-02', of)))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toContain('2026年综合性会议应开1次，已开0次，本期不再开（已说明：并入县委全会）')
    expect(shown(await type(meeting, '', deskAt('2026-11-03', of)))).toMatch(/会议都已按频次召开或安排[^]*已说明：并入县委全会/)
    expect(shown(await type(summary, '', deskAt('2026-11-03', of, '何景川')))).toMatch(/本期不再开（已说明：并入县委全会）/)
  })
  it('is taken back with one press, and is asked for again', async () => {
    const of = plan([{ ...group, cadences: group.cadences.slice(0, 1) }])
    const card = cardIn(await type(excuseCadence, '领导小组 换届', deskAt('2026-11-02', of)))
    expectGoodCard(card)
    const answer = await act(undo, labelled(card, '撤销')[0]?.run.args, deskAt('2026-11-02', of))
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toMatch(/已撤销“本期不开”：教育工作领导小组2026年[^]*应开1次，已开0次，12月31日前还差1次[^]*照常提醒/)
    expect(of.excused.size).toBe(0)
    expect(shown(await type(excuseCadence, '领导小组 并入全会', deskAt('2026-11-03', of)))).toContain('已说明：并入全会')
  })
  it('of a clause that is gone meanwhile is taken back, and says that nothing is owed', async () => {
    const of = plan()
    const card = cardIn(await act(excuseCadence, { plan: 'p1', body: 'b1', cadence: 'k1', window: '2026', reason: '换届' }, deskAt('2026-11-02', of)))
    of.bodies.set('b1', { ...group, cadences: [] })
    expect(shown(await act(undo, labelled(card, '撤销')[0]?.run.args, deskAt('2026-11-02', of)))).toMatch(/已撤销“本期不开”的登记。[^]*已不在方案里/)
  })
  it('cannot be done once more, so ten minutes later no such thing is advised', async () => {
    const of = plan()
    const card = cardIn(await act(excuseCadence, { plan: 'p1', body: 'b1', cadence: 'k1', window: '2026', reason: '换届' }, deskAt('2026-11-02', of)))
    expect(shown(await act(undo, labelled(card, '撤销')[0]?.run.args, deskAt('2026-11-03', of)))).toMatch(/不能撤销。要改，这一期仍要开展的，照常安排或补记/)
  })
  it('is taken back by whoever said it alone, and within ten minutes', async () => {
    const of = plan([{ ...group, cadences: group.cadences.slice(0, 1) }])
    await type(excuseCadence, '领导小组 换届', deskAt('2026-11-02', of))
    expect(shown(await type(undo, '', deskAt('2026-11-02', of, '何景川')))).toContain('没有可以撤销的')
    expect(shown(await type(undo, '', deskAt('2026-11-03', of)))).toContain('已超过10分钟')
    expect(of.excused.size).toBe(1)
  })
  it('of a window that closed is taken back too', async () => {
    const of = plan([{ ...group, cadences: group.cadences.slice(0, 1) }])
    const card = cardIn(await act(excuseCadence, { plan: 'p1', body: 'b1', cadence: 'k1', window: '2026', reason: '换届' }, deskAt('2027-01-05', of)))
    expect(shown(await act(undo, labelled(card, '撤销')[0]?.run.args, deskAt('2027-01-05', of)))).toMatch(/已撤销“本期不开”[^]*应开1次，一次未开/)
  })
  it('of a body that others call says which item still waits for its answer', async () => {
    const council: Body = { id: 'b1', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [{ id: 'k1', every: 'year', times: 2, text: '每年至少研究2次' }] }
    const of = after(plan([council]), '2026-10-12', { type: 'request-agenda', body: 'b1', topic: '听取教育工作汇报' })
    expect(JSON.stringify(formIn(await type(excuseCadence, '常务会议', deskAt('2026-11-02', of))).intro)).toContain('还在等答复')
    expect(shown(await type(excuseCadence, '常务会议 并入全会', deskAt('2026-11-02', of)))).toContain('议题“听取教育工作汇报”还在等答复（10月12日申报），没有撤回：不用再议的，请告诉对方并登记“未列入”。')
  })
  it('asks which, where several windows are open', async () => {
    const of = plan()
    const which = cardIn(await type(excuseCadence, '领导小组 换届', deskAt('2026-11-02', of)))
    expectGoodCard(which)
    const [, special] = labelled(which, '选这一期')
    expect(shown(await act(excuseCadence, special?.run.args, deskAt('2026-11-02', of)))).toContain('2026年专题会议应开2次，已开0次，本期不再开（已说明：换届）')
    expect([...of.excused.keys()]).toEqual(['b1/k2/2026'])
  })
  it('of a window that is named before the reason is of that window', async () => {
    const quarterly = () => plan([{ ...group, cadences: [{ id: 'k1', every: 'quarter', times: 1, text: '每季度至少召开1次' }] }])
    const [first, second, third] = [quarterly(), quarterly(), quarterly()]
    expect(shown(await type(excuseCadence, '领导小组 二季度 换届', deskAt('2026-08-03', first)))).toContain('已说明：换届')
    expect([...first.excused.keys()]).toEqual(['b1/k1/2026Q2'])
    expect(formIn(await type(excuseCadence, '领导小组 2026年二季度', deskAt('2026-08-03', second))).run.args).toMatchObject({ window: '2026Q2' })
    expect(shown(await type(excuseCadence, '领导小组 2027年二季度 换届', deskAt('2026-08-03', third)))).toContain('没有“2027年二季度”这一期')
    expect([second.excused.size, third.excused.size]).toEqual([0, 0])
  })
  it('is for the secretary alone', async () => {
    const of = plan([{ ...group, cadences: group.cadences.slice(0, 1) }])
    expect(shown(await type(excuseCadence, '领导小组 换届', deskAt('2026-11-02', of, '苏晚晴')))).toContain('督查室')
    expect(of.excused.size).toBe(0)
  })
  it('of what is not owed says so', async () => {
    const free = plan([{ ...group, cadences: [] }])
    expect(shown(await type(excuseCadence, '领导小组 换届', deskAt('2026-11-02', free)))).toContain('“教育工作领导小组”没有这样一期还要开的会')
    expect(shown(await type(excuseCadence, '水利 换届', deskAt('2026-11-02', plan())))).toContain('没有找到“水利”')
  })
  it('of a window that no clause has says so', async () => {
    const of = plan()
    expect(shown(await act(excuseCadence, { plan: 'p1', body: 'b1', cadence: 'k1', window: '2026-Q5', reason: '换届' }, deskAt('2026-11-02', of)))).toContain('“教育工作领导小组”没有“2026-Q5”这一期')
    expect(of.excused.size).toBe(0)
  })
  it('said twice is said once', async () => {
    const of = plan([{ ...group, cadences: group.cadences.slice(0, 1) }])
    await type(excuseCadence, '领导小组 换届', deskAt('2026-11-02', of))
    expect(shown(await act(excuseCadence, { plan: 'p1', body: 'b1', cadence: 'k1', window: '2026', reason: '再说' }, deskAt('2026-11-03', of)))).toContain('已于11月2日(周一)登记为不开（换届）')
  })
})

describe('本期不开 of a clause that asks for a review', () => {
  const looks: Body = { ...group, cadences: [{ id: 'k1', every: 'year', times: 1, text: '领导小组每年对推进情况进行督查', asks: 'review' }] }
  it('asks for the reason, and is quiet from then on with the reason in its place', async () => {
    const of = plan([looks])
    const before = cardIn(await type(meeting, '', deskAt('2026-11-02', of)))
    expect(shown({ kind: 'card', card: before })).toContain('2026年应督查1次，已督查0次，剩59天')
    const form = formIn(await act(excuseCadence, labelled(before, '本期不督查')[0]?.run.args, deskAt('2026-11-02', of)))
    expect(await act(excuseCadence, form.run.args, deskAt('2026-11-02', of))).toMatchObject({ kind: 'form-errors', errors: { reason: '请写明这一期为什么不督查。' } })
    const card = cardIn(await act(excuseCadence, { ...form.run.args, reason: '省里统一督查' }, deskAt('2026-11-02', of)))
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toMatch(/2026年不再督查[^]*2026年应督查1次，已督查0次，本期不再督查（已说明：省里统一督查）/)
    expect(shown(await type(meeting, '', deskAt('2026-11-03', of)))).toContain('本期不再督查（已说明：省里统一督查）')
  })
  it('is said of a window that is over, where the button of its prompt is pressed late', async () => {
    const of = plan([looks])
    expect(shown(await act(excuseCadence, { plan: 'p1', body: 'b1', cadence: 'k1', window: '2026', reason: '省里统一督查' }, deskAt('2027-01-05', of)))).toContain('2026年应督查1次，一次未督查（已说明：省里统一督查）')
  })
  it('reads as English does', async () => expect(shown(await type(meeting, '', deskAt('2026-11-02', plan([looks]), '沈若兰', 'en')))).toContain('1 inspection required, 0 held, 59 days left'))
})

describe('a window that closed short', () => {
  const closed = (): PlanState => after(plan(), '2026-12-28', { type: 'record-past-meeting', body: 'b1', on: day('2026-12-20'), of: 'special' })

  it('is a red line for the leader with its clause, until it is said why or a sitting is put on record', async () => {
    const of = closed()
    const screen = shown(await type(summary, '', deskAt('2027-01-04', of, '何景川')))
    expect(screen).toMatch(/🔴 应开未开的会议 2\n教育工作领导小组：2026年综合性会议应开1次，一次未开\n“每年至少召开1次综合性会议和2次专题会议”\n教育工作领导小组：2026年专题会议应开2次，只开1次/)
    await type(meeting, '补记 领导小组 2026年12月1日 综合性会议', deskAt('2027-01-04', of))
    await act(excuseCadence, { plan: 'p1', body: 'b1', cadence: 'k2', window: '2026', reason: '换届' }, deskAt('2027-01-04', of))
    expect(shown(await type(summary, '', deskAt('2027-01-05', of, '何景川')))).toMatch(/^(?![^]*应开未开)[^]*2026年专题会议应开2次，只开1次（已说明：换届）/)
  })
  it('is said once a clause, the latest by name, and takes no date and no meeting off the screen', async () => {
    const quarterly: Body = { ...group, id: 'b2', name: '学校建设专班', cadences: [{ id: 'k1', every: 'quarter', times: 1, text: '每季度至少召开1次' }] }
    const late = planOf([1, 2, 3, 4].map((no) => task(no, { lead: '县教育局', due: '2026-06-20' })).concat(task(5, { lead: '县教育局', due: '2028-06-30' })), { bodies: [quarterly], period: { from: 2026, to: 2028 } })
    expect(shown(await type(summary, '', deskAt('2027-01-04', late, '何景川')))).toMatch(/🔴 应开未开的会议 4\n学校建设专班：2026年四季度应开1次，一次未开；以前还有3期\n“每季度至少召开1次”\n[^]*近期\n最近到期[^\n]*\n学校建设专班：3月31日前应开1次/)
  })
  it('is in 会议 with both ways out for the secretary, and in 机构', async () => {
    const of = closed()
    const card = cardIn(await type(meeting, '', deskAt('2027-01-04', of)))
    expectGoodCard(card)
    expect(card.text).toBe('有2期会议应开未开；还有3次会议要安排。')
    expect(labelled(card, '补记')).toHaveLength(2)
    expect(labelled(cardIn(await type(meeting, '', deskAt('2027-01-04', of, '何景川'))), '补记')).toEqual([])
    expect(shown(await type(bodyCommand, '领导小组', deskAt('2027-01-04', of)))).toContain('🔴 教育工作领导小组：2026年专题会议应开2次，只开1次')
  })
  it('reads as English does', async () => expect(shown(await type(summary, '', deskAt('2027-01-04', closed(), '何景川', 'en')))).toMatch(/Required meetings not held: 2\n[^\n]*: 1 required in 2026 \(general meetings\), none held/))
})
