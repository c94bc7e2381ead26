// 报领导: nothing goes to a leader by itself.
import { describe, expect, it } from 'vitest'
import { homeCard } from '#commands/home.ts'
import { leaderNotes } from '#commands/leader-notes.ts'
import type { Answer } from '#src/command.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { digest } from '#templates/digest.ts'
import { plain } from '#templates/rich.ts'
import { after, claim, day, directoryWith, personNamed, planWith, report, returnClaim, task, taskNo, unitId, viewOn, workCalendar } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'

const directory = directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '何副县长', roles: ['leader'], fields: ['校舍'] }, { name: '程县长', roles: ['leader'] })
const leader = personNamed(directory, '何副县长').id
/** Due on Wednesday 1 July: ten working days overdue on 15 July. */
const plan = (): PlanState => planWith(task(1, { title: '排查校舍', section: '校舍安全', due: '2026-07-01', lead: '县教育局' }), task(2, { title: '教师招聘', section: '队伍建设', due: '2026-07-01', lead: '县教育局' }))
const deskOn = (today: string, of: PlanState = plan(), asker = '沈若兰'): TestDesk => deskOf({ today, plans: [of], directory, asker })
const typed = (desk: TestDesk, ...words: string[]) => leaderNotes.handle(leaderNotes.typed(words), desk)
const read = (answer: Answer | { kind: 'args-refused' }): string => answer.kind !== 'card' ? answer.kind : [answer.card.text, ...(answer.card.lines ?? []).map(plain), ...(answer.card.sections ?? []).flatMap(({ rows }) => rows.flatMap(({ line, actions = [] }) => [plain(line), ...actions.map(({ label }) => `[${label}]`)]))].join('\n')
const due = (of: PlanState, on: string, kind: Notice['kind']): Notice[] => noticesDue(viewOn(on, of, directory), '09:00').filter((notice) => notice.kind === kind)
const sent = { type: 'send-leader-note', task: taskNo(1), due: day('2026-07-01'), to: leader, words: '请您关注' } as const

describe('a task that is ten working days overdue', () => {
  it('waits for the secretary, and no day before', async () => {
    expect(read(await typed(deskOn('2026-07-14')))).toContain('没有待报分管领导的事项')
    expect(read(await typed(deskOn('2026-07-15')))).toContain('待报分管领导：2项')
    expect(due(plan(), '2026-07-14', 'leader-note-waits')).toEqual([])
    expect(due(plan(), '2026-07-15', 'leader-note-waits').map(({ to }) => to)).toEqual(['u1', 'u1'])
  })
  it('is one line in her message, with the way to it', () => {
    const view = viewOn('2026-07-15', plan(), directory)
    const card = digest({ parcel: { key: 'd', to: personNamed(directory, '沈若兰').id, notices: due(plan(), '2026-07-15', 'leader-note-waits') }, view: () => view, person: personNamed(directory, '沈若兰'), directory, lang: 'zh' })
    expect(card.text).toMatch(/待报分管领导2项：1 排查校舍 · 县教育局 · 逾期10个工作日/)
  })
  it('is drafted for the leader whose field it is; where nobody is in charge she is asked who', async () => {
    const says = read(await typed(deskOn('2026-07-15')))
    expect(says).toMatch(/1 排查校舍 · 县教育局 · 逾期10个工作日\n拟报何副县长\n「[^]*应于7月1日完成，已逾期10个工作日[^]*」\n\[发给领导\]\n\[改后发\]\n\[不报\]/)
    expect(says).toMatch(/“队伍建设”没有登记分管领导，报给谁由您定[^]*\[选领导\]\n\[不报\]/)
  })
  it('says what the unit said since', async () => expect(read(await typed(deskOn('2026-07-15', after(plan(), '2026-07-14', report(1, '县教育局', { state: 'difficulty', problem: '鉴定机构排期。' })))))).toContain('单位最近说：鉴定机构排期。'))
  it('says what the unit asked for since, and how it was answered', async () => {
    const asked = () => after(plan(), '2026-07-03', { type: 'ask-extension', task: taskNo(1), unit: unitId('县教育局'), day: day('2026-08-15'), reason: '招聘面试推迟到8月。' })
    expect(read(await typed(deskOn('2026-07-15', asked())))).toContain('单位7月3日申请延期到8月15日（招聘面试推迟到8月），还在待审。')
    const refused = after(asked(), '2026-07-06', { type: 'refuse-extension', task: taskNo(1), unit: unitId('县教育局'), reason: '先按原定推进' })
    const says = read(await typed(deskOn('2026-07-15', refused)))
    expect(says).toContain('申请延期到8月15日（招聘面试推迟到8月），7月6日未同意：先按原定推进。')
    expect(says.split('\n').find((line) => line.includes('申请延期'))).not.toContain('没有说明')
  })
  it('says that a completion came back, and of a bare word that it was given', async () => {
    const back = after(after(plan(), '2026-07-08', claim(1, '县教育局')), '2026-07-09', returnClaim(1, '县教育局', '缺验收材料'))
    expect(read(await typed(deskOn('2026-07-15', back)))).toContain('办结申请7月9日被退回：缺验收材料。')
    expect(read(await typed(deskOn('2026-07-15', after(plan(), '2026-07-08', report(1, '县教育局')))))).toMatch(/1 排查校舍[^「]*「[^」]*单位最近说：正常推进/)
  })
  it('says that the unit was silent only where it was', async () => expect(read(await typed(deskOn('2026-07-15')))).toContain('逾期后单位没有说明。'))
  it('names a title with quotation marks in it as one may read it', async () => expect(read(await typed(deskOn('2026-07-15', planWith(task(1, { title: '深化“县管校聘”改革', section: '校舍安全', due: '2026-07-01', lead: '县教育局' })))))).toContain('“1 深化‘县管校聘’改革”由'))
  it('tells the leader nothing by itself, however long', () => expect([due(plan(), '2026-07-15', 'leader-told'), due(plan(), '2026-09-15', 'leader-told')]).toEqual([[], []]))
  it.each([['said to be done', (of: PlanState) => after(of, '2026-07-10', claim(1, '县教育局'))], ['paused', (of: PlanState) => after(of, '2026-07-10', { type: 'pause-task', task: taskNo(1), reason: '汛期' })]])('does not wait while it is %s', (_, done) =>
    expect(due(done(plan()), '2026-07-15', 'leader-note-waits').map((notice) => 'task' in notice && notice.task)).toEqual([2]))
  it('does not wait where it went up to that leader, while they have it before them and once they decided', () => {
    const handUp = (of: PlanState, to = leader) => after(of, '2026-07-06', { type: 'hand-up-coordination', task: taskNo(1), units: ['县教育局' as never], to, words: '请定', quotes: [] }, personNamed(directory, '沈若兰').id)
    const notes = (of: PlanState) => due(of, '2026-07-15', 'leader-note-waits').map((notice) => ('task' in notice ? notice.task : 0))
    expect(notes(plan())).toContain(1)
    expect(notes(handUp(plan()))).not.toContain(1)
    expect(notes(after(handUp(plan()), '2026-07-07', { type: 'decide-coordination', task: taskNo(1), units: ['县教育局' as never] }, leader))).not.toContain(1)
    expect(notes(after(handUp(plan()), '2026-07-07', { type: 'settle-coordination', task: taskNo(1), units: ['县教育局' as never], words: '已协调' }))).toContain(1)
    expect(notes(handUp(plan(), personNamed(directory, '程县长').id))).toContain(1)
  })
  it('waits from another day where the plan says so', () => expect(due(after(plan(), '2026-07-02', { type: 'set-policy', set: { leaderAfter: 3 } }), '2026-07-06', 'leader-note-waits')).toHaveLength(2))
})

describe('the secretary', () => {
  it('sees on Home how many wait', () => expect((homeCard(deskOn('2026-07-15')).sections ?? []).flatMap(({ rows }) => rows.map(({ line }) => plain(line)))).toContain('待报分管领导 2项'))
  it('sends it as it is drafted in one press', async () => {
    const desk = deskOn('2026-07-15')
    expect(read(await leaderNotes.handle({ task: '1', send: true }, desk))).toContain('已记录，将发给何副县长：1 排查校舍')
    expect(desk.recorded).toMatchObject([{ type: 'send-leader-note', task: 1, due: '2026-07-01', to: leader }])
    expect(read(await typed(desk))).toContain('待报分管领导：1项')
    expect(read(await typed(desk))).toMatch(/7月15日 1 排查校舍 → 何副县长（沈若兰发出）/)
  })
  it('changes the words in a form that has them, and chooses whom', async () => {
    const desk = deskOn('2026-07-15')
    const opened = await typed(desk, '2')
    expect(opened).toMatchObject({ kind: 'form', form: { fields: [{ name: 'to' }, { name: 'words', now: expect.stringContaining('教师招聘') as string }] } })
    expect(await leaderNotes.handle({ task: '2', words: '请关注', form: true }, desk)).toMatchObject({ kind: 'form-errors', errors: { to: expect.any(String) as string } })
    await leaderNotes.handle({ task: '2', words: '请关注', to: personNamed(directory, '程县长').id, form: true }, desk)
    expect(desk.recorded).toMatchObject([{ words: '请关注', to: personNamed(directory, '程县长').id }])
  })
  it('leaves it, with a reason', async () => {
    const desk = deskOn('2026-07-15')
    expect((await typed(desk, '1', '不报')).kind).toBe('form')
    expect(read(await typed(desk, '1', '不报', '已当面汇报'))).toContain('已记录，不报领导')
    expect(desk.recorded).toMatchObject([{ type: 'drop-leader-note', reason: '已当面汇报' }])
  })
  it('does it once for a date: a second press names who did', async () => {
    const desk = deskOn('2026-07-15', after(plan(), '2026-07-15', sent, personNamed(directory, '沈若兰').id))
    expect(read(await leaderNotes.handle({ task: '1', send: true }, desk))).toContain('沈若兰于7月15日')
    expect(desk.recorded).toEqual([])
  })
  it('is asked anew where the date was moved and has passed again', () => {
    const moved = after(after(plan(), '2026-07-15', sent), '2026-07-16', { type: 'set-due', task: taskNo(1), day: day('2026-07-31'), reason: '雨季' })
    expect(due(moved, '2026-08-14', 'leader-note-waits').map((notice) => 'due' in notice && notice.due)).toContain('2026-07-31')
  })
})

describe('the leader', () => {
  const told = () => after(plan(), '2026-07-15', sent, personNamed(directory, '沈若兰').id)
  it('is told once it was sent, in the words that were sent, and by whom', () => {
    const of = told()
    const [notice, ...more] = due(of, '2026-07-15', 'leader-told')
    expect([notice?.to, more]).toEqual([leader, []])
    const view = viewOfPlan(of, { directory, calendar: workCalendar, today: day('2026-07-15') })
    expect(digest({ parcel: { key: 'p', to: leader, notices: notice === undefined ? [] : [notice] }, view: () => view, person: personNamed(directory, '何副县长'), directory, lang: 'zh' }).text).toBe('沈若兰报您：请您关注')
  })
  it('is not told any more once the unit has said that it is done', () => expect(due(after(told(), '2026-07-15', claim(1, '县教育局')), '2026-07-15', 'leader-told')).toEqual([]))
})

describe('a plan that is set to tell leaders by itself', () => {
  const set = () => after(plan(), '2026-07-02', { type: 'set-policy', set: { leaderByItself: 12 } })
  const both = (of: PlanState, on: string): string[] => [...due(of, on, 'leader-note-waits'), ...due(of, on, 'leader-by-itself')].map((notice) => `${notice.kind} ${'task' in notice ? notice.task : ''} ${notice.to}`)

  it('leaves it to the secretary until then, and then tells the leader in charge and no other', () => {
    expect(both(set(), '2026-07-16')).toEqual(['leader-note-waits 1 u1', 'leader-note-waits 2 u1'])
    expect(both(set(), '2026-07-17')).toEqual(['leader-note-waits 2 u1', `leader-by-itself 1 ${leader}`])
  })
  it('tells nobody by itself of what was sent, dropped, or said to be done', () => {
    for (const done of [sent, { type: 'drop-leader-note', task: taskNo(1), due: day('2026-07-01'), reason: '已当面汇报' } as const, claim(1, '县教育局')]) expect(due(after(set(), '2026-07-15', done), '2026-07-17', 'leader-by-itself')).toEqual([])
  })
  it('says where it comes from, what is overdue and what the unit said, and once it is done that there is nothing to attend to', () => {
    const of = after(set(), '2026-07-14', report(1, '县教育局', { state: 'difficulty', problem: '鉴定机构排期。' }))
    const [notice] = due(of, '2026-07-17', 'leader-by-itself')
    const read = (on: string): string => digest({ parcel: { key: 'p', to: leader, notices: notice === undefined ? [] : [notice] }, view: () => viewOn(on, of, directory), person: personNamed(directory, '何副县长'), directory, lang: 'zh' }).text
    expect(read('2026-07-17')).toBe('按方案的提醒设置报您：“1 排查校舍”由县教育局牵头，应于7月1日完成，已逾期12个工作日。单位最近说：鉴定机构排期。请您关注。')
    after(of, '2026-07-20', claim(1, '县教育局'))
    expect(read('2026-07-20')).toContain('已不需要关注')
  })
  it('lists apart what it sends, and leaves the rest to the secretary', async () => {
    expect(read(await typed(deskOn('2026-07-17', set())))).toMatch(/待报分管领导：1项[^]*教师招聘[^]*1 排查校舍 · 县教育局 · 逾期12个工作日 → 何副县长/)
    expect(read(await typed(deskOn('2026-07-17', plan())))).toContain('待报分管领导：2项')
  })
})

