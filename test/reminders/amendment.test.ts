import { describe, expect, it } from 'vitest'
import type { ImportedTask } from '#src/ledger/task.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { noticesDue, parcelsOwed } from '#src/reminders/parcels.ts'
import { renderText } from '#src/slack/render-text.ts'
import { digest } from '#templates/digest.ts'
import { byDefault, after, day, directoryWith, nineOn, personNamed, planOf, task, taskNo, unitId, viewOn, workCalendar } from '#test/builders.ts'
import { edition } from '#test/ledger/edition.ts'

const directory = directoryWith(
  ['县财政局', { name: '各乡镇', aliases: [], members: ['溪口镇', '青石镇'] }],
  { name: '沈若兰', roles: ['secretary'] }, { name: '石海涛', contactOf: ['县公安局', '县司法局'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '姚春梅', contactOf: ['青石镇'] }, { name: '罗毅', contactOf: ['县住建局'] },
)
const bell = (facts: Parameters<typeof task>[1] = {}): ImportedTask => task(1, { title: '建设一键报警装置', lead: '县公安局', support: ['县教育局'], due: '2026-09-30', ...facts })
const school = (facts: Parameters<typeof task>[1] = {}): ImportedTask => task(2, { title: '控辍保学', lead: '各乡镇', ...facts })
const roof = (facts: Parameters<typeof task>[1] = {}): ImportedTask => task(3, { title: '改造校舍', lead: '县住建局', ...facts })
const law = task(4, { title: '开展普法宣讲', lead: '县司法局' })
const plan = (handedOutOn: string | false = '2026-01-06') => planOf([bell(), school(), roof(), law], { handedOutOn })
const amended = (tasks: readonly ImportedTask[], now = plan(), on = '2026-07-02') => after(now, on, { type: 'amend', plan: edition(tasks) })

const news = new Set<Notice['kind']>(['amended', 'withdrawn'])
const due = (now: PlanState, today = '2026-07-02'): Notice[] => noticesDue(viewOn(today, now, directory), '09:00')
const told = (now: PlanState, today?: string): string[] => due(now, today).filter(({ kind }) => news.has(kind)).map(({ to, kind }) => `${directory.people.get(to)?.name} ${kind}`)
const read = (now: PlanState, name: string, today = '2026-07-02'): string => {
  const person = personNamed(directory, name)
  const parcel = { key: 'd', to: person.id, notices: due(now, today).filter(({ to, kind }) => to === person.id && news.has(kind)) }
  return renderText(digest({ parcel, view: () => viewOn(today, now, directory), person, directory, lang: 'zh', sentAt: nineOn(today) }))
}

describe('an amendment', () => {
  it('is told to those whose tasks it changes, and to nobody else', () => expect(told(amended([bell({ due: '2026-12-31' }), school(), roof(), law]))).toEqual(['石海涛 amended', '苏晚晴 amended']))
  it('is told to a unit that has no part any more', () => {
    const now = amended([bell({ support: [] }), school(), roof(), law])
    expect(told(now)).toEqual(['苏晚晴 amended'])
    expect(read(now, '苏晚晴')).toContain('1 建设一键报警装置：不再承担，不用再报')
  })
  it('is told to the members of a group', () => expect(told(amended([bell(), school({ due: '2026-12-31' }), roof(), law]))).toEqual(['姚春梅 amended']))
  it('is told to nobody where only the place of a task changed', () => expect(told(amended([school({ section: '保障措施' }), bell(), roof(), law]))).toEqual([]))
  it('is told to nobody before the hand-out, nor after it of what was amended before', () => {
    const now = amended([bell({ due: '2026-12-31' }), school(), roof(), law], plan(false))
    expect(told(now)).toEqual([])
    expect(told(after(now, '2026-07-03', { type: 'hand-out' }), '2026-07-03')).toEqual([])
  })
  it('is one message to one person, for all of their units', () => {
    const now = amended([bell({ due: '2026-12-31' }), school(), roof(), { ...law, text: '开展普法宣讲，覆盖全部学校。' }])
    const person = personNamed(directory, '石海涛')
    const mine = due(now).filter(({ to }) => to === person.id)
    const parcels = parcelsOwed(mine.filter(({ kind }) => kind === 'amended'), { notice: () => false, parcel: () => false }, day('2026-07-02'), '10:00', workCalendar, byDefault)
    expect(parcels).toHaveLength(1)
    expect(parcels[0]?.key).toMatch(/^prompt\/amended\/p1\/s2\//)
    expect(read(now, '石海涛')).toMatch(/您单位有2处变化[\s\S]*1 建设一键报警装置：时限改为12月31日，此前为9月30日[\s\S]*4 开展普法宣讲：内容有修改/)
  })
  it('has the same key however often it is asked', () => {
    const now = amended([bell({ due: '2026-12-31' }), school(), roof(), law])
    const keys = (today: string) => due(now, today).flatMap(({ kind, key }) => (kind === 'amended' ? [key] : []))
    expect(keys('2026-07-09')).toEqual(keys('2026-07-02'))
  })
  it('is no news after a month', () => expect(told(amended([bell({ due: '2026-12-31' }), school(), roof(), law]), '2026-08-20')).toEqual([]))
  it('tells a unit that is new to the plan with its first message', () => {
    const now = amended([bell(), school(), roof({ support: ['县财政局'] }), law])
    expect(told(now)).toEqual([])
    expect(due(now).filter(({ kind, key }) => kind === 'handed-out' && key.includes('县财政局'))).toHaveLength(1)
  })
  it('ends what was asked of a unit that has no part any more', () => {
    const now = amended([bell({ lead: '县教育局', support: [] }), school(), roof(), law])
    const asked = due(now, '2026-09-29').filter(({ kind }) => kind === 'due-soon').map(({ to }) => directory.people.get(to)?.name)
    expect(asked).toEqual(['苏晚晴'])
  })
  it('reminds afresh of a date that it moved', () => {
    const now = amended([bell({ due: '2026-12-31' }), school(), roof(), law])
    expect(due(now, '2026-09-29').filter(({ kind }) => kind === 'due-soon')).toEqual([])
    expect(due(now, '2026-12-30').find(({ kind }) => kind === 'due-soon')).toMatchObject({ due: '2026-12-31' })
  })
})

describe('units that a secretary takes of a text later', () => {
  const asked = () => amended([bell({ lead: '县住建局', support: ['县公安局', '县教育局'] }), school(), roof(), law], after(plan(), '2026-02-02', { type: 'set-lead', task: taskNo(1), unit: unitId('县教育局') }))
  const taken = () => after(asked(), '2026-07-06', { type: 'settle-amended', task: taskNo(1), point: 'units', take: true })
  const later = (now: PlanState, today = '2026-07-06') => due(now, today).filter((notice) => notice.kind === 'amended' && notice.amendment !== 's2')
  const readLater = (name: string): string => {
    const person = personNamed(directory, name)
    const notices = later(taken()).filter(({ to }) => to === person.id)
    return renderText(digest({ parcel: { key: 'd', to: person.id, notices }, view: () => viewOn('2026-07-06', taken(), directory), person, directory, lang: 'zh', sentAt: nineOn('2026-07-06') }))
  }

  it('are told to whoever leads the task now and to whoever did, once', () => {
    expect(later(asked())).toEqual([])
    expect(later(taken()).map(({ to }) => directory.people.get(to)?.name)).toEqual(['罗毅', '苏晚晴'])
    expect(readLater('罗毅')).toMatch(/您单位有1处变化[^]*1 建设一键报警装置：分工改为牵头/)
    expect(readLater('苏晚晴')).toContain('1 建设一键报警装置：分工改为配合')
    expect(later(taken(), '2026-07-13').map(({ key }) => key)).toEqual(later(taken()).map(({ key }) => key))
  })

  it('are told to nobody where what stood is kept', () =>
    expect(told(after(asked(), '2026-07-06', { type: 'settle-amended', task: taskNo(1), point: 'units', take: false }), '2026-07-06')).toEqual(told(asked(), '2026-07-06')))
})

describe('a task that was withdrawn', () => {
  const withdrawn = () => after(amended([bell(), school(), law]), '2026-07-03', { type: 'withdraw-task', task: taskNo(3) })
  it('is told to its units in the next digest', () => {
    expect(told(withdrawn(), '2026-07-03')).toEqual(['罗毅 withdrawn'])
    expect(read(withdrawn(), '罗毅', '2026-07-03')).toContain('3 改造校舍 · 依据7月2日修订已撤销，不用再报')
  })
  it('asks nobody for anything', () => expect(due(withdrawn(), '2026-09-21').some((notice) => 'task' in notice && notice.task === 3)).toBe(false))
  it('is reminded of until then', () => expect(due(amended([bell(), school(), law]), '2026-09-21').some((notice) => 'task' in notice && notice.task === 3)).toBe(true))
})
