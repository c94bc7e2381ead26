// Who hears of an instruction, once: its units at once, the leader whose word is needed, whoever recorded it.
import { describe, expect, it } from 'vitest'
import { evolveDirectory } from '#src/directory/directory.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesOfDay, parcelsOwed } from '#src/reminders/parcels.ts'
import { digest } from '#templates/digest.ts'
import type { Card } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'
import { after, byDefault, claim, day, directoryWith, nineOn, personNamed, planWith, report, stampOf, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'

const directory = directoryWith(['县人社局'], { name: '沈若兰', roles: ['secretary'] }, { name: '李县长', roles: ['leader'] }, { name: '韩雪' }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] })
evolveDirectory(directory, { type: 'aide-named', person: personNamed(directory, '韩雪').id, leader: personNamed(directory, '李县长').id }, stampOf('2026-01-01'))
const [secretary, leader, aide] = ['沈若兰', '李县长', '韩雪'].map((name) => personNamed(directory, name).id) as [never, never, never]
const given = { section: '领导批示', title: '拿出校车方案', words: '请教育局和财政局7月10日前拿出校车方案', hash: 'w', day: day('2026-07-10'), units: [{ unit: unitId('县教育局'), part: 'lead' as const }, { unit: unitId('县财政局'), part: 'support' as const }] }
const instructed = (more: Partial<Extract<PlanIntent, { type: 'instruct' }>> = {}): PlanState => after(planWith(task(1, { title: '集团化办学', lead: '县教育局' })), '2026-07-02', { type: 'instruct', rank: 'leader', ...given, about: taskNo(1), ...more }, leader)
const spoken = (): PlanState => after(planWith(task(1, { title: '集团化办学', lead: '县教育局' })), '2026-07-02', { type: 'instruct-on-behalf', from: leader, onBehalf: { who: '李县长', on: day('2026-07-02'), how: '电话' }, ...given }, aide)
const kinds: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>(['instructed', 'instruction-spoken', 'instruction-disowned', 'coordination-up', 'coordination-decided', 'withdrawn', 'due-soon', 'overdue'])
const notices = (plan: PlanState, on: string): Notice[] => noticesOfDay(viewOn(on, plan, directory)).filter(({ kind }) => kinds.has(kind))
const nameOf = (id: string): string => [...directory.people.values()].find((person) => person.id === id)?.name ?? id
const told = (plan: PlanState, on: string): string[] => notices(plan, on).map(({ kind, to }) => `${nameOf(to)} ${kind}`).toSorted()
/** As it was sent on the first day, drawn again on the same or another. */
function messageTo(name: string, plan: PlanState, on: string, { of = plan, sentAt }: { of?: PlanState; sentAt?: ReturnType<typeof nineOn> } = {}): Card {
  const person = personNamed(directory, name)
  return digest({ parcel: { key: 'd', to: person.id, notices: notices(of, on).filter(({ to }) => to === person.id) }, view: () => viewOn(on, plan, directory), person, directory, lang: 'zh', ...(sentAt === undefined ? {} : { sentAt }) })
}
const rowsOf = (card: Card): string => (card.sections ?? []).flatMap(({ rows }) => rows.map(({ line, actions = [] }) => [plain(line), ...actions.map(({ label }) => `[${label}]`)].join('\n'))).join('\n')

describe('an instruction that was given out', () => {
  it('is told to every unit of it, and to nobody else', () => expect(told(instructed(), '2026-07-02')).toEqual(['唐一鸣 instructed', '苏晚晴 instructed']))

  it('is a message of its own at once, which says by when, whose words and what they are', () => {
    const owed = parcelsOwed(notices(instructed(), '2026-07-02'), { notice: () => false, parcel: () => false }, day('2026-07-02'), '15:00', workCalendar, byDefault)
    expect(owed.map(({ key }) => key.split('/')[0])).toEqual(['prompt', 'prompt'])
    const card = messageTo('苏晚晴', instructed(), '2026-07-02')
    expect(card.text).toBe('请于7月10日(周五)前办理：李县长批示 2 拿出校车方案')
    expect(rowsOf(card)).toMatch(/“请教育局和财政局7月10日前拿出校车方案”\n关于：1 集团化办学\n\[正常推进\]\n\[有困难\]\n\[已完成\]/)
  })

  it('is not said twice where its words are its title', () => {
    const says = rowsOf(messageTo('苏晚晴', instructed({ title: '请教育局拿出方案', words: '请教育局拿出方案。' }), '2026-07-02'))
    expect(says).toContain('李县长批示 2 请教育局拿出方案')
    expect(says).not.toContain('“')
  })

  it('asks a supporting unit for nothing but to support', () => {
    const says = rowsOf(messageTo('唐一鸣', instructed(), '2026-07-02'))
    expect(says).toContain('请配合县教育局于7月10日(周五)前办理：李县长批示')
    expect(says).not.toContain('[正常推进]')
  })

  it('says how it was answered once it was', () => expect(rowsOf(messageTo('苏晚晴', after(instructed(), '2026-07-03', report(2, '县教育局', { done: '已开会' })), '2026-07-03', { of: instructed(), sentAt: nineOn('2026-07-02') }))).toContain('已开会'))

  it('is told of no more once the unit has spoken, nor once it is no news', () => {
    expect(told(after(instructed(), '2026-07-03', report(2, '县教育局', { done: '已开会' })), '2026-07-03')).toEqual(['唐一鸣 instructed'])
    expect(told(instructed({ day: day('2026-12-31') }), '2026-11-02')).not.toContain('苏晚晴 instructed')
  })

  it('is not asked for again the next morning by a mark that its date had passed when it was given', () => {
    // Due in six working days: the marks of 30 and 7 lie before it.
    expect(told(instructed(), '2026-07-03')).toEqual(['唐一鸣 instructed', '苏晚晴 instructed'])
    expect(told(instructed(), '2026-07-07')).toContain('苏晚晴 due-soon')
  })

  it('is chased like any task once its date is past', () => expect(told(instructed(), '2026-07-13')).toContain('苏晚晴 overdue'))
  it('is told to its leader by nobody when it is done', () => expect(told(after(instructed(), '2026-07-03', claim(2, '县教育局')), '2026-07-03').filter((each) => each.startsWith('李县长'))).toEqual([]))
})

describe('a spoken instruction', () => {
  it('asks its leader once, with two buttons', () => {
    expect(told(spoken(), '2026-07-02')).toContain('李县长 instruction-spoken')
    const card = messageTo('李县长', spoken(), '2026-07-02')
    expect(card.text).toBe('请确认：韩雪代录您7月2日电话批示')
    expect(rowsOf(card)).toMatch(/“请教育局和财政局7月10日前拿出校车方案”\n已发县教育局、县财政局，7月10日前办[^]*\[属实\]\n\[不是这样\]/)
  })
  it('tells the units that it is not confirmed yet', () => expect(rowsOf(messageTo('苏晚晴', spoken(), '2026-07-02'))).toContain('（电话，韩雪代录·待李县长确认）'))
  it('asks no more once it is confirmed', () => {
    const confirmed = after(spoken(), '2026-07-03', { type: 'confirm-instruction', task: taskNo(2) }, leader)
    expect(told(confirmed, '2026-07-03')).not.toContain('李县长 instruction-spoken')
    expect(rowsOf(messageTo('苏晚晴', confirmed, '2026-07-03'))).toContain('韩雪代录，本人已确认')
  })
  it('tells its units once, and whoever recorded it, that it was never given', () => {
    const disowned = after(spoken(), '2026-07-03', { type: 'withdraw-instruction', task: taskNo(2), words: '没有说过' }, leader)
    expect(told(disowned, '2026-07-03')).toEqual(['唐一鸣 withdrawn', '苏晚晴 withdrawn', '韩雪 instruction-disowned'])
    expect(rowsOf(messageTo('苏晚晴', disowned, '2026-07-03'))).toContain('不用办了：李县长批示 2 拿出校车方案，7月3日收回（没有说过）')
    expect(rowsOf(messageTo('韩雪', disowned, '2026-07-03'))).toContain('李县长说不是这样：2 拿出校车方案，没有说过')
  })
})

describe('a matter that was handed up', () => {
  const units = [unitId('县教育局'), unitId('县财政局')]
  const up = (): PlanState => after(planWith(task(1, { title: '集团化办学', lead: '县教育局', support: ['县财政局'] })), '2026-07-02', { type: 'hand-up-coordination', task: taskNo(1), units, to: leader, words: '请定经费', quotes: [{ unit: unitId('县教育局'), words: '经费没有落实', on: day('2026-07-01') }] }, secretary)
  it('is one message to that leader, with what was said, two buttons and what follows from each', () => {
    expect(told(up(), '2026-07-02')).toEqual(['李县长 coordination-up'])
    expect(rowsOf(messageTo('李县长', up(), '2026-07-02'))).toMatch(/请定协调事项：1 集团化办学（县教育局、县财政局）\n县教育局\(7月1日\)：“经费没有落实”\n沈若兰：请定经费\n选协调会：督查室安排会议并通知单位；选批示：直接交办，单位马上收到。\n\[协调会\]\n\[批示\]/)
  })
  it('tells the secretary to arrange the meeting once it is decided, and the leader no more', () => {
    const decided = after(up(), '2026-07-03', { type: 'decide-coordination', task: taskNo(1), units }, leader)
    expect(told(decided, '2026-07-03')).toEqual(['沈若兰 coordination-decided'])
    expect(messageTo('沈若兰', decided, '2026-07-03').text).toBe('请安排协调会：李县长定，1 集团化办学（县教育局、县财政局）')
  })
  it('tells nobody to arrange anything where an instruction decided it', () => {
    const decided = after(up(), '2026-07-03', { type: 'instruct', rank: 'leader', ...given, about: taskNo(1), answers: { coordination: units } }, leader)
    expect(told(decided, '2026-07-03')).toEqual(['唐一鸣 instructed', '苏晚晴 instructed'])
  })
})
