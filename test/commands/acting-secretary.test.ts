import { describe, expect, it } from 'vitest'
import { body as bodyCommand } from '#commands/body.ts'
import { closeReview } from '#commands/close-review.ts'
import { duties } from '#commands/duties.ts'
import { fastForward } from '#commands/fast-forward.ts'
import { fulfil } from '#commands/fulfil.ts'
import { meeting } from '#commands/meeting.ts'
import { meetingHeld } from '#commands/meeting-held.ts'
import { review } from '#commands/review.ts'
import { setDue } from '#commands/set-due.ts'
import { setLead } from '#commands/set-lead.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { after, day, directoryWith, nineOn, planOf, report, task, taskNo, unitId } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { plain } from '#templates/rich.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = directoryWith(
  ['县公安局', '县卫健局'],
  { name: '沈若兰', roles: ['secretary'] },
  { name: '苏晚晴', contactOf: ['县教育局'] },
  { name: '唐一鸣', contactOf: ['县财政局'] },
)
const group = { id: 'b1', name: '教育工作领导小组', convened: true, deputies: [], members: ['县教育局'], cadences: [{ id: 'k1', every: 'half-year', times: 1, text: '领导小组每半年至少召开1次会议' }] }
const team = { id: 'b2', name: '学校建设工作专班', convened: true, deputies: [], members: ['县教育局'], cadences: [] }
const duty = { id: 'c1', every: 'half-year' as const, times: 1, debtor: unitId('县教育局'), receiver: unitId('县财政局'), what: '报送经费使用情况', text: '每半年向县财政局报送经费使用情况' }

const plan = (): PlanState =>
  planOf(
    [
      task(1, { title: '逾期任务', due: '2026-06-15', lead: '县教育局' }),
      task(2, { title: '受阻任务', due: '2026-12-31', lead: '县财政局' }),
      task(3, { title: '无人任务', due: '2026-06-20', lead: '县公安局' }),
      task(4, { title: '推定任务', presumed: '县教育局', responsible: ['县卫健局'] }),
      task(5, { title: '无单位' }),
    ],
    { bodies: [group, team], obligations: [duty] },
  )
const deskFor = (of: PlanState, { asker = '沈若兰', today = '2026-07-02' } = {}): TestDesk => deskOf({ today, plans: [of], directory, asker })

/** The same desk, where something comes between. */
const insteadOf = (desk: Desk, record: Desk['record']): Desk => Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(desk), record: { value: record } }) as Desk

describe('改时限', () => {
  it('moves the date and keeps the first', async () => {
    const of = plan()
    const answer = await type(setDue, '1 2026-09-30 招标流标', deskFor(of))
    expect(shown(answer)).toContain('现定9月30日(周三)，原定6月15日(周一)，改过1次')
    expect(shown(answer)).toContain('将告诉苏晚晴')
  })

  it('to the day that stands says that neither the day nor the reason was written', async () => {
    expect(shown(await type(setDue, '1 2026-06-15 主任要求写明', deskFor(plan())))).toContain('没有记下：')
  })

  it('to 6月31日 names the days beside it and records nothing', async () => {
    const desk = deskFor(plan())
    expect(shown(await type(setDue, '1 6月31日 流标', desk))).toMatch(/“6月31日”不存在，请填.*6月30日.*或.*7月1日/)
    expect(desk.recorded).toEqual([])
  })

  it('without a reason is not recorded: the form asks for it, with the day that was typed', async () => {
    const of = plan()
    const desk = deskFor(of)
    const form = formIn(await type(setDue, '1 9月30日', desk))
    expect(form.fields[0]).toMatchObject({ name: 'day', now: '2026-09-30' })
    expect(await act(setDue, { ...form.run.args, day: '2026-09-30', reason: '' }, desk)).toMatchObject({ kind: 'form-errors' })
    expect(of.tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-06-15' })
    await act(setDue, { ...form.run.args, day: '2026-09-30', reason: '招标流标' }, desk)
    expect(of.tasks.get(taskNo(1))?.due).toMatchObject({ day: '2026-09-30' })
  })

  it('without a day opens a form', async () => {
    expect(formIn(await act(setDue, { task: 'p1-1' }, deskFor(plan()))).fields.map(({ name }) => name)).toEqual(['day', 'reason', 'change'])
  })

  it('says that nothing was written where somebody else had set the same day meanwhile, and does not pass off the reason as kept', async () => {
    const desk = deskFor(plan())
    const record: Desk['record'] = async (of, intent) => {
      await desk.record(of, { type: 'set-due', task: taskNo(1), day: day('2026-09-30'), reason: '另一位秘书先改' })
      return desk.record(of, intent)
    }
    const card = shown(await type(setDue, '1 2026-09-30 招标流标', insteadOf(desk, record)))
    expect(card).toContain('时限没有变')
    expect(card).toContain('没有记下：招标流标')
  })

  it('says to an act that came twice what it did the first time', async () => {
    const desk = deskFor(plan())
    await type(setDue, '1 2026-09-30 招标流标', desk)
    const again: Desk['record'] = async () => Promise.resolve({ ok: true, position: 1, did: ['due-moved'] })
    expect(shown(await type(setDue, '1 2026-09-30 招标流标', insteadOf(desk, again)))).toContain('时限已改')
  })
})

describe('定牵头', () => {
  it('confirms a presumed lead', async () => {
    const of = plan()
    const answer = await type(setLead, '4 县教育局', deskFor(of))
    expect(shown(answer)).toContain('牵头单位已定：4 推定任务，县教育局')
    expect(of.assignments.get(keyOf(taskNo(4), unitId('县教育局')))).toMatchObject({ part: 'lead' })
    expect(of.assignments.get(keyOf(taskNo(4), unitId('县教育局')))?.inferred).toBeUndefined()
  })

  it('says that nobody will be reminded before it is done, and after', async () => {
    const of = plan()
    const desk = deskFor(of)
    const asked = await type(setLead, '5 卫健', desk)
    expectGoodCard(cardIn(asked))
    expect(shown(asked)).toMatch(/^还没有改.*由县卫健局牵头[\s\S]*还没有联络员/)
    expect(desk.recorded).toEqual([])
    expect(shown(await act(setLead, buttons(cardIn(asked))['确定']?.args, desk))).toMatch(/牵头单位已定[\s\S]*还没有联络员/)
  })

  it('says what waits and what becomes of it, and offers whoever takes it over a day, before it is done', async () => {
    const of = after(plan(), '2026-06-12', { type: 'claim', task: taskNo(1), unit: unitId('县教育局'), words: '已全部建成' })
    const desk = deskFor(of)
    const asked = await type(setLead, '1 县财政局', desk)
    expectGoodCard(cardIn(asked))
    expect(shown(asked)).toContain('县教育局6月12日的办结申请还没有审：换牵头后照样待审，但同意了也只是县教育局这一份办结')
    expect(shown(asked)).toContain('时限6月15日(周一)已过：不另定时限，换过去就是红灯')
    expect(desk.recorded).toEqual([])
    expect(Object.keys(buttons(cardIn(asked)))).toEqual(['先去审', '确定，时限改到7月16日', '确定，时限不变', '另定时限'])
    const set = await act(setLead, buttons(cardIn(asked))['确定，时限改到7月16日']?.args, desk)
    expectGoodCard(cardIn(set))
    expect(shown(set)).toMatch(/牵头单位已定：1 逾期任务，县财政局[\s\S]*现定7月16日\(周四\)，原定6月15日\(周一\)，改过1次[\s\S]*将告诉苏晚晴牵头已改/)
    expect(of.assignments.get(keyOf(taskNo(1), unitId('县财政局')))).toMatchObject({ part: 'lead' })
    expect(of.tasks.get(taskNo(1))?.dueSet).toMatchObject({ reason: '改由县财政局牵头' })
  })

  it('takes another day from the form', async () => {
    const desk = deskFor(plan())
    const asked = await type(setLead, '1 县财政局', desk)
    const form = formIn(await act(setLead, buttons(cardIn(asked))['另定时限']?.args, desk))
    expect(await act(setLead, { ...form.run.args, unit: '县财政局', day: '6月31日' }, desk)).toMatchObject({ kind: 'form-errors' })
    expect(shown(await act(setLead, { ...form.run.args, unit: '县财政局', day: '2026-08-31' }, desk))).toContain('现定8月31日')
  })

  it('is done at once where nothing waits and the date is far', async () => {
    expect(shown(await type(setLead, '2 县教育局', deskFor(plan())))).toContain('牵头单位已定')
  })
})

describe('会议', () => {
  it('shows how often each body has met, what is next and how many days are left, in two lines; its clause stands in its own card', async () => {
    const answer = await type(meeting, '', deskFor(plan()))
    expect(shown(answer)).toContain('下半年应开1次，已开0次，剩182天')
    const lines = cardIn(answer).sections?.at(-1)?.rows.map(({ line }) => plain(line)) ?? []
    expect(lines.filter((line) => line.split('\n').length > 2 || line.includes('每半年至少'))).toEqual([])
    expect(buttons(cardIn(answer))).toHaveProperty('看条款和成员')
    const own = await act(bodyCommand, { plan: 'p1', body: 'b1' }, deskFor(plan()))
    expect(shown(own)).toMatch(/下半年应开1次，已开0次，12月31日前还差1次\n“领导小组每半年至少召开1次会议”/)
    const scheduled = after(plan(), '2026-07-02', { type: 'schedule-meeting', body: 'b1', day: day('2026-09-10'), time: '15:00', place: '' })
    expect(shown(await type(meeting, '', deskFor(scheduled)))).toContain('下半年应开1次，已开0次，下次9月10日，剩182天')
    expect(buttons(cardIn(answer))['安排会议']?.command).toBe('meeting')
  })

  it('without a day opens the form, whose mistakes are said beside the field', async () => {
    const desk = deskFor(plan())
    const form = formIn(await act(meeting, { plan: 'p1', body: 'b1', schedule: true }, desk))
    expect(await act(meeting, { ...form.run.args, day: '2026-07-10', time: '二十五点', place: '二楼' }, desk)).toMatchObject({ kind: 'form-errors', errors: { time: '看不懂时间“二十五点”，请这样写：15:00 或 下午3点半。' } })
    expect(desk.recorded).toEqual([])
  })

  it('shows no way to act to those who only look, and says so before a form is filled in', async () => {
    const of = plan()
    expect(buttons(cardIn(await type(meeting, '', deskFor(of, { asker: '苏晚晴' }))))).not.toHaveProperty('安排会议')
    expect(shown(await act(meeting, { plan: 'p1', body: 'b1', schedule: true }, deskFor(of, { asker: '苏晚晴' })))).toContain('只有')
  })

  it('with a body not named asks which', async () => {
    const answer = await type(meeting, '安排 7月10日 15:00 二楼', deskFor(plan()))
    expect(cardIn(answer).sections?.[0]?.rows.map(({ beside }) => beside?.run.args['body'])).toEqual(['b1', 'b2'])
  })

  it('is asked about once its hour has passed, and counts when it was held', async () => {
    const of = plan()
    await type(meeting, '安排 领导小组 7月10日 15:00 二楼', deskFor(of))
    const asked = await type(meeting, '', deskFor(of, { today: '2026-07-13' }))
    expect(shown(asked)).toContain('开过了吗？')
    await act(meetingHeld, buttons(cardIn(asked))['已召开']?.args, deskFor(of, { today: '2026-07-13' }))
    expect(shown(await type(meeting, '', deskFor(of, { today: '2026-07-13' })))).toContain('应开1次，已开1次 ✅')
  })

  it('that was not held wants a reason', async () => {
    const of = plan()
    await type(meeting, '安排 领导小组 7月10日 15:00 二楼', deskFor(of))
    const desk = deskFor(of, { today: '2026-07-13' })
    const form = formIn(await act(meetingHeld, { plan: 'p1', meeting: 'm1', held: false }, desk))
    expect(shown(await act(meetingHeld, { ...form.run.args, reason: '县长出差' }, desk))).toContain('未召开')
    expect(of.meetings.get('m1')).toMatchObject({ status: 'not-held', reason: '县长出差' })
  })
})

describe('调度', () => {
  it('of a unit tells it what to prepare, from its last reports', async () => {
    const of = after(plan(), '2026-06-20', report(1, '县教育局', { progress: 60, done: '已完成招标' }))
    const answer = await type(review, '县教育局 7月10日', deskFor(of))
    expect(cardIn(answer).text).toBe('已安排调度：7月10日(周五)，2项，涉及1个单位（r1）')
    expect(shown(answer)).toContain('县教育局 · 将通知苏晚晴准备')
    expect(shown(answer)).toContain('1 逾期任务 · 上次填报：正常推进，进度60%：已完成招标')
    expect(of.reviews.get('r1')).toMatchObject({ day: '2026-07-10', tasks: [1, 4], units: ['县教育局'] })
  })

  it.each(['红灯 7月10日', '7月10日 1 3', '1,3 7月10日'])('takes tasks as they are named: %s', async (words) => {
    const of = plan()
    await type(review, words, deskFor(of))
    expect(of.reviews.get('r1')?.tasks.toSorted()).toEqual([1, 3])
  })

  it('does not ask for what its unit reported in the last seven days', async () => {
    expect(shown(await type(review, '县教育局 7月10日', deskFor(after(plan(), '2026-06-25', report(1, '县教育局', { done: '已完成招标' })))))).toContain('1 逾期任务 · 已用6月25日的填报预填')
  })

  it('says whom it cannot tell', async () => {
    expect(shown(await type(review, '3 7月10日', deskFor(plan())))).toContain('县公安局 · 没有联络员，通知不到')
  })

  it('is not scheduled for a day that is past', async () => {
    expect(shown(await type(review, '1 2026-06-01', deskFor(plan())))).toContain('已经过去')
  })

  it('whose day has passed is not ahead: its outcome is wanted', async () => {
    const of = plan()
    await type(review, '1 7月10日', deskFor(of))
    await type(review, '1 7月20日', deskFor(of))
    expect(cardIn(await type(review, '', deskFor(of))).text).toBe('有2次调度待开展。')
    const later = await type(review, '', deskFor(of, { today: '2026-07-13' }))
    expect(cardIn(later).text).toBe('有1次调度日子已过，等登记结果；有1次待开展。')
    expect(shown(later)).toContain('r1 · 调度 · 7月10日(周五)，已过 · ')
  })

  it('ends with its outcome', async () => {
    const of = plan()
    await type(review, '1 7月10日', deskFor(of))
    const onItsDay = deskFor(of, { today: '2026-07-10' })
    const form = formIn(await act(closeReview, buttons(cardIn(await type(review, '', onItsDay)))['登记结果']?.args, onItsDay))
    expect(shown(await act(closeReview, { ...form.run.args, outcome: '月底前交地' }, onItsDay))).toContain('月底前交地')
    expect(shown(await type(closeReview, 'r1 再来一次', onItsDay))).toContain('已于')
  })
})

describe('周期任务', () => {
  it('are listed for the unit that owes them, and submitted to who receives it, with what shows it', async () => {
    const of = plan()
    const answer = await type(duties, '', deskFor(of, { asker: '苏晚晴', today: '2026-06-10' }))
    expect(cardIn(answer).text).toBe('您有1项周期任务待办，最近一项：6月30日(周二)前 报送经费使用情况')
    expect(shown(answer)).toContain('县教育局，报县财政局')
    const done = formIn(await act(fulfil, buttons(cardIn(answer))['已完成']?.args, deskFor(of, { asker: '苏晚晴', today: '2026-06-10' }))).run
    expect(shown(await act(fulfil, done.args, deskFor(of, { asker: '苏晚晴', today: '2026-06-10' })))).toContain('待县财政局确认收到后算完成')
    expect(shown(await act(fulfil, done.args, deskFor(of, { asker: '苏晚晴', today: '2026-06-10' })))).toContain('不用再报')
  })

  it('are grouped by when they are due, a few of each with the way to all of them', async () => {
    const monthly = Array.from({ length: 25 }, (_, at) => ({ ...duty, id: `c${at + 2}`, every: 'month' as const, what: `报送第${at + 2}张表` }))
    const of = planOf([task(1, { lead: '县教育局' })], { obligations: [{ ...duty, every: 'year' as const }, ...monthly] })
    const desk = deskFor(of, { today: '2026-06-10' })
    const answer = await type(duties, '', desk)
    expectGoodCard(cardIn(answer))
    expect(shown(answer)).toMatch(/本月到期 25项（先列4项）[^]*以后到期 1项/)
    for (const { rows } of cardIn(answer).sections ?? []) expect(rows.length).toBeLessThanOrEqual(4)
    const all = await act(duties, buttons(cardIn(answer))['看全部本月到期 25']?.args, desk)
    expectGoodCard(cardIn(all))
    expect(shown(all)).toContain('本月到期 25项 · 第1/2页')
    expect(shown(await act(duties, buttons(cardIn(all))['下一页']?.args, desk)).match(/报送第\d+张表$/gm)).toHaveLength(5)
  })

  it('are not for others to close', async () => {
    const of = plan()
    expect(buttons(cardIn(await type(duties, '', deskFor(of, { today: '2026-06-10' })))), 'the secretary sees them without the button').not.toHaveProperty('已完成')
    expect(shown(await act(fulfil, { plan: 'p1', occurrence: 'c1/2026H1/1' }, deskFor(of, { asker: '唐一鸣', today: '2026-06-10' })))).toContain('只有')
  })
})

describe('快进', () => {
  function sandbox(next?: Instant): { desk: TestDesk; moves: Instant[] } {
    const moves: Instant[] = []
    return { moves, desk: { ...deskFor(plan()), moveClock: async (to) => Promise.resolve(void moves.push(to)), nextReminderAt: () => next } }
  }

  it.each([['1天', '2026-07-03'], ['七天', '2026-07-09'], ['1 day', '2026-07-03']])('moves the clock by %s', async (words, day) => {
    const { desk, moves } = sandbox()
    expect(shown(await type(fastForward, words, desk))).toContain('09:00')
    expect(moves).toEqual([nineOn(day)])
  })

  it('goes to the next reminder', async () => {
    const { desk, moves } = sandbox(nineOn('2026-07-06'))
    expect(shown(await type(fastForward, '到下一次提醒', desk))).toContain('2026年7月6日(周一) 09:00')
    expect(moves).toEqual([nineOn('2026-07-06')])
  })

  it('stays where nothing will be sent, and never goes back', async () => {
    const { desk, moves } = sandbox()
    expect(shown(await type(fastForward, 'next', desk))).toContain('时钟没有动')
    expect(shown(await type(fastForward, '-1天', desk))).toContain('只能往前走')
    expect(shown(await type(fastForward, '很久', desk))).toContain('看不懂“很久”')
    expect(moves).toEqual([])
  })
})
