import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import { actionsOf, expectGoodCard } from '#test/templates/card-rules.ts'
import { byDefault, after, approveMilestones, day, directoryWith, nineOn, personNamed, planOf, planWith, proposeMilestones, reachMilestone, report, task, taskNo, viewOn, workCalendar } from '#test/builders.ts'
import { anyView } from '#test/queries/any-view.ts'

const directory = directoryWith(
  ['青石镇', '白鹭镇', { name: '各乡镇', aliases: [], members: ['青石镇', '白鹭镇'] }],
  { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '宋知远', headOf: ['县教育局'] }, { name: '姚春梅', contactOf: ['青石镇'] }, { name: '白小河', contactOf: ['白鹭镇'] },
)
const lead = '县教育局'
const milestones = (no = 1, unit = lead): PlanIntent => proposeMilestones(no, unit, ['完成招标', '2026-06-30', '中标通知书'], ['主体开工', '2026-11-30'])
const proposed = (plan = planWith(task(1, { title: '建强师资', lead }), task(2, { title: '改进评价', lead }))): PlanState => after(plan, '2026-01-12', milestones())
const approved = (): PlanState => after(proposed(), '2026-01-13', approveMilestones(1, 2026))

const kinds = new Set<Notice['kind']>(['milestone-due', 'milestone-overdue', 'milestones-asked', 'milestones-waiting', 'milestones-approved', 'milestones-returned'])
const due = (plan: PlanState, today: string): Notice[] => noticesDue(viewOn(today, plan, directory), '09:00').filter(({ kind }) => kinds.has(kind))
const told = (plan: PlanState, today: string): string[] => due(plan, today).map(({ to, kind }) => `${directory.people.get(to)?.name} ${kind}`)
const of = (plan: PlanState, today: string, kind: Notice['kind']): string[] => told(plan, today).filter((each) => each.endsWith(kind))
function card(plan: PlanState, name: string, today: string, notices = due(plan, today)): ReturnType<typeof digest> {
  const person = personNamed(directory, name)
  const drawn = digest({ parcel: { key: 'd', to: person.id, notices: notices.filter(({ to }) => to === person.id) }, view: () => viewOn(today, plan, directory), person, directory, lang: 'zh', sentAt: nineOn(today) })
  expectGoodCard(drawn)
  return drawn
}
/** On the lines, without those of the whole message. */
const labels = (drawn: ReturnType<typeof card>): string[] => (drawn.sections ?? []).flatMap(({ rows }) => rows.flatMap(({ actions = [] }) => actions.map(({ label }) => label)))
const read = (plan: PlanState, name: string, today: string): string => renderText(card(plan, name, today))

describe('a year’s milestones are asked for', () => {
  const plan = (handedOutOn = '2026-01-06') => planOf([task(1, { title: '建强师资', lead }), task(2, { title: '改进评价', lead }), task(3, { due: '2026-09-30', lead: '县财政局' }), task(4, { lead: '各乡镇' })], { importedOn: '2025-12-01', handedOutOn })
  it('some days after the first message, and not with it', () => expect([of(plan(), '2026-01-06', 'milestones-asked'), of(plan(), '2026-01-09', 'milestones-asked')]).toEqual([[], ['苏晚晴 milestones-asked']]))
  it('of nobody whose tasks all have a date, and of no group', () => expect(told(plan(), '2026-01-09')).toEqual(['苏晚晴 milestones-asked']))
  it('in one line for all of a person’s tasks, to be answered by one tap', () => {
    expect(read(plan(), '苏晚晴', '2026-01-09')).toContain('请报2026年年度分解：您负责的2项任务方案没写期限')
    expect(labels(card(plan(), '苏晚晴', '2026-01-09'))).toEqual(['按此报送', '逐项修改'])
  })
  it('in the first weeks only', () => expect([of(plan(), '2026-02-03', 'milestones-asked'), of(plan(), '2026-02-27', 'milestones-asked')]).toEqual([['苏晚晴 milestones-asked'], []]))
  it('once a year, whenever it is looked', () => {
    const keys = ['2026-01-09', '2026-01-20', '2026-02-03', '2027-01-04', '2027-01-29'].map((today) => due(plan(), today).find(({ kind }) => kind === 'milestones-asked')?.key)
    expect(new Set(keys).size).toBe(2)
  })
  it('in January of every year of the plan, and in no other month', () => expect(['2027-01-04', '2027-02-01', '2028-01-04', '2029-01-04'].map((today) => of(plan(), today, 'milestones-asked').length)).toEqual([1, 0, 1, 0]))
  it('not where little of the year is left', () => expect(of(plan('2025-12-03'), '2025-12-10', 'milestones-asked')).toEqual([]))
  it('of nobody who has proposed all of theirs', () => {
    const now = after(after(plan(), '2026-01-08', milestones(1)), '2026-01-08', milestones(2))
    expect(of(now, '2026-01-09', 'milestones-asked')).toEqual([])
  })
  it('and the line says so once they are proposed', () => {
    const before = due(plan(), '2026-01-09')
    const now = after(after(plan(), '2026-01-09', milestones(1)), '2026-01-09', milestones(2))
    expect(renderText(card(now, '苏晚晴', '2026-01-09', before))).toContain('✅ 2026年年度分解 · 已报')
  })
})

describe('what is proposed', () => {
  it('waits in one line of the secretary’s day, however much it is', () => {
    const plan = after(proposed(), '2026-01-12', milestones(2))
    expect(of(plan, '2026-01-13', 'milestones-waiting')).toEqual(['沈若兰 milestones-waiting', '沈若兰 milestones-waiting'])
    expect(read(plan, '沈若兰', '2026-01-13')).toBe(renderText(card(plan, '沈若兰', '2026-01-13')))
    expect(card(plan, '沈若兰', '2026-01-13').text).toBe('请审年度分解：2项待审（县教育局）')
  })
  it('comes with the morning’s message, and is none of its own', () => {
    const parcels = parcelsOwed(due(proposed(), '2026-01-13'), { notice: () => false, parcel: (key) => key.startsWith('digest/') }, day('2026-01-13'), '10:00', workCalendar, byDefault)
    expect(parcels).toEqual([])
  })
  it('and was approved is told the unit once', () => {
    const plan = after(after(after(proposed(), '2026-01-12', milestones(2)), '2026-01-13', approveMilestones(1, 2026)), '2026-01-13', approveMilestones(2, 2026))
    expect(of(plan, '2026-01-14', 'milestones-approved')).toEqual(['苏晚晴 milestones-approved', '苏晚晴 milestones-approved'])
    expect(card(plan, '苏晚晴', '2026-01-14').text).toBe('年度分解已同意：第1、2项，到期前按节点提醒')
    expect(of(plan, '2026-02-27', 'milestones-approved')).toEqual([])
  })
  it('and was returned once its year was over is told, and opens the form of this year', () => {
    const plan = after(proposed(), '2027-01-05', { type: 'return-milestones', task: taskNo(1), year: 2026, reason: '请报2027年的' })
    const notices = due(plan, '2027-01-06').filter(({ kind }) => kind === 'milestones-returned')
    const drawn = card(plan, '苏晚晴', '2027-01-06', notices)
    expect(renderText(drawn)).toContain('请报2027年的')
    expect((drawn.sections ?? []).flatMap(({ rows }) => rows.flatMap(({ actions = [] }) => actions.map(({ run }) => JSON.stringify(run)))).join()).toContain('2027')
    expect(due(plan, '2027-03-31').filter(({ kind }) => kind === 'milestones-returned')).toEqual([])
  })
  it('and was returned is told with its reason, and opens the form', () => {
    const plan = after(proposed(), '2026-01-13', { type: 'return-milestones', task: taskNo(1), year: 2026, reason: '缺验收节点' })
    expect(of(plan, '2026-01-14', 'milestones-returned')).toEqual(['苏晚晴 milestones-returned'])
    const drawn = card(plan, '苏晚晴', '2026-01-14', due(plan, '2026-01-14').filter(({ kind }) => kind === 'milestones-returned'))
    expect([renderText(drawn).includes('请修改后重报年度分解：1 建强师资，退回原因：缺验收节点'), actionsOf(drawn)[0]?.run]).toEqual([true, { command: 'milestones', args: { task: 'p1-1', year: 2026 } }])
    expect(of(after(plan, '2026-01-14', milestones()), '2026-01-15', 'milestones-returned')).toEqual([])
  })
  it('by a member for its group is told to whoever wrote it, not to every member', () => {
    const plan = planWith(task(1, { lead: '各乡镇' }))
    after(after(plan, '2026-01-12', milestones(1, '各乡镇'), personNamed(directory, '姚春梅').id), '2026-01-13', approveMilestones(1, 2026))
    expect(told(plan, '2026-01-14')).toEqual(['姚春梅 milestones-approved'])
  })
})

describe('an approved milestone', () => {
  it('is asked for like a date, 30, 7, 3 and 1 working days before and on the day', () => {
    const keys = new Set<string>()
    for (let today = day('2026-04-01'); today <= day('2026-06-30'); today = workCalendar.addDays(today, 1)) for (const { kind, key } of due(approved(), today)) if (kind === 'milestone-due') keys.add(key)
    expect([...keys]).toEqual(['30', '7', '3', '1', '0'].map((mark) => `milestone/p1/1/县教育局/2026/2026-06-30/${mark}/u2`))
  })
  it('names what is to be there, and takes one tap', () => {
    const drawn = card(approved(), '苏晚晴', '2026-06-25')
    expect([drawn.text, labels(drawn).slice(0, 3)]).toEqual(['请于6月30日(周二)前完成节点：完成招标，还有3个工作日（1 建强师资）', ['正常推进', '有困难', '节点完成']])
  })
  it('is not asked for again in the mark that was answered', () => expect(of(after(approved(), '2026-06-25', report(1, lead)), '2026-06-26', 'milestone-due')).toEqual([]))
  it('is asked for no more once it is reached, and the line says so', () => {
    const before = due(approved(), '2026-06-25')
    const plan = after(approved(), '2026-06-25', reachMilestone(1, lead, 2026, 1))
    expect(of(plan, '2026-06-26', 'milestone-due')).toEqual([])
    expect(renderText(card(plan, '苏晚晴', '2026-06-25', before))).toContain('6月25日已报节点完成（自报）')
  })
  it('is overdue on the next working day and every fifth; the head is told from the fifth on', () => {
    expect(told(approved(), '2026-07-01')).toEqual(['苏晚晴 milestone-overdue'])
    expect(told(approved(), '2026-07-07')).toEqual(['苏晚晴 milestone-overdue', '宋知远 milestone-overdue'])
    expect(read(approved(), '苏晚晴', '2026-07-01')).toContain('请今天填报节点：完成招标，应于6月30日(周二)完成，已逾期1个工作日')
  })
  it('is asked of nobody while the task is paused', () => expect(of(after(approved(), '2026-06-15', { type: 'pause-task', task: taskNo(1), reason: '上级调整' }), '2026-06-25', 'milestone-due')).toEqual([]))
  it('of a group is asked of those of its members that have not reached it', () => {
    const plan = after(after(planWith(task(1, { lead: '各乡镇' })), '2026-01-12', milestones(1, '各乡镇')), '2026-01-13', approveMilestones(1, 2026))
    after(plan, '2026-05-06', reachMilestone(1, '各乡镇', 2026, 1, '青石镇'))
    expect(told(plan, '2026-06-25')).toEqual(['白小河 milestone-due'])
  })
  it('stands in the place of the quarter’s report', () => {
    const asks = (plan: PlanState) => noticesDue(viewOn('2026-03-31', plan, directory), '09:00').filter(({ kind }) => kind === 'progress-due').length
    expect([asks(proposed()), asks(approved())]).toEqual([2, 1])
  })
})

describe('what can wait for another message, or for Monday', () => {
  const sent = (plan: PlanState, today: string, kind: Notice['kind']): number => parcelsOwed(due(plan, today).filter((notice) => notice.kind === kind), { notice: () => false, parcel: () => false }, day(today), '09:00', workCalendar, byDefault).length
  const handedOut = (): PlanState => planOf([task(1, { lead })])
  it.each<[string, () => PlanState, Notice['kind'], string, string]>([
    ['that milestones are asked for', handedOut, 'milestones-asked', '2026-01-09', '2026-01-12'], ['that they were approved', approved, 'milestones-approved', '2026-01-14', '2026-01-19'], ['one that is far off', approved, 'milestone-due', '2026-05-21', '2026-05-25'],
  ])('is %s', (_, plan, kind, onItsDay, onMonday) => expect([sent(plan(), onItsDay, kind), sent(plan(), onMonday, kind)]).toEqual([0, 1]))
  it('is not one that is near or just over, nor what the secretary has to decide', () => expect([sent(approved(), '2026-06-25', 'milestone-due'), sent(approved(), '2026-07-01', 'milestone-overdue'), sent(proposed(), '2026-01-13', 'milestones-waiting')]).toEqual([1, 1, 1]))
})

describe('whatever happened to a plan, on any day', () => {
  it('one task is never asked for two of: its date, its milestone, its quarter', () => {
    fc.assert(fc.property(anyView, (view) => {
      const asked = noticesDue(view, '09:00').filter(({ kind }) => ['due-soon', 'overdue', 'milestone-due', 'milestone-overdue', 'progress-due'].includes(kind))
      const kindsOf = new Map<string, Set<string>>()
      for (const notice of asked) {
        if (!('task' in notice)) continue
        const key = `${notice.task}/${notice.to}`
        kindsOf.set(key, (kindsOf.get(key) ?? new Set()).add(notice.kind.replace(/-(?:due|soon|overdue)$/, '').replace('overdue', 'due')))
      }
      for (const found of kindsOf.values()) expect(found.has('milestone') && found.size > 1, [...found].join()).toBe(false)
    }), { numRuns: 300 })
  })
})
