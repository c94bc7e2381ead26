// 为什么 and 记录: every light explains itself, and all that happened to a task can be read.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { history } from '#commands/history.ts'
import { why } from '#commands/why.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { taskHistory } from '#src/queries/task-history.ts'
import { anyImport, anySteps, born, record } from '#test/any-life.ts'
import { happeningLine } from '#templates/history-words.ts'
import { plain } from '#templates/rich.ts'
import { county } from '#test/queries/any-view.ts'
import { directoryWith, personNamed, planOf, report, stampOf, task, taskNo, day, unitId } from '../builders.ts'
import { deskOf, type TestDesk } from '../desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { cardIn, shown, type } from './acting.ts'

const directory = directoryWith(['县教育局', '县财政局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '唐一鸣', contactOf: ['县财政局'] }, { name: '韩雪', roles: ['aide'] }, { name: '周领导', roles: ['leader'], contactOf: ['县财政局'] }, { name: '路人甲' })
const story = async (asker: string, acts: readonly [string, PlanIntent][]): Promise<TestDesk> => {
  const plan = planOf([{ ...task(12, { title: '普惠园建设', lead: '县教育局', due: '2026-06-30' }), path: ['二', '六'], section: '学前教育', written: '3', text: '3.普惠园建设。6月底前建成。' }])
  const secretary = deskOf({ today: '2026-06-01', directory, asker: '沈若兰', plans: [plan] })
  const contact = deskOf({ today: '2026-06-20', directory, asker: '苏晚晴', plans: [plan] })
  const reader = deskOf({ today: '2026-07-02', directory, asker, plans: [plan] })
  const entries = acts.map(() => [] as unknown[])
  for (const [who, intent] of acts) {
    const answer = await (who === '沈若兰' ? secretary : contact).record(plan.id, intent)
    if (answer.ok !== true) throw new Error(`${intent.type} was refused`)
  }
  const all = [...secretary.entries(plan.id), ...contact.entries(plan.id)].toSorted((a, b) => (a.stamp.at < b.stamp.at ? -1 : 1))
  expect(all.length).toBe(entries.length)
  return { ...reader, entries: () => all }
}
const told: readonly [string, PlanIntent][] = [
  ['沈若兰', { type: 'set-due', task: taskNo(12), day: day('2026-06-25'), reason: '市里提前' }],
  ['苏晚晴', report(12, '县教育局', { state: 'difficulty', problem: '资金未到位', progress: 40 })],
  ['苏晚晴', { type: 'remark', task: taskNo(12), unit: unitId('县教育局'), words: '只给督查室看' }],
]

describe('为什么', () => {
  it('has the rule, the date with the one it took the place of, the plan’s sentence with its place, and the entries with who and when', async () => {
    const desk = await story('何景川', told)
    expectGoodCard(cardIn(await type(why, '12', desk)))
    const words = shown(await type(why, '12', desk))
    expect(words).toContain('过了现定时限')
    expect(words).toMatch(/现定6月25日[^]*原定6月30日[^]*改过1次/)
    expect(words).toMatch(/二 › 六 学前教育 › 3[^]*6月底前建成/)
    expect(words).toMatch(/县教育局 苏晚晴[^]*填报[^]*有困难 40%[^]*资金未到位/)
    expect(words).toMatch(/沈若兰[^]*改时限[^]*6月30日→6月25日[^]*市里提前/)
  })
  it('is answered in English too', async () => {
    const words = shown(await type(why, '12', { ...(await story('何景川', told)), lang: 'en' }))
    expect(words).toMatch(/Rule: The date has passed[^]*The facts[^]*On record/)
  })
})

describe('who did it', () => {
  const line = (event: object, by: string, lang: 'zh' | 'en' = 'zh'): string => {
    const entry = { position: 1, stamp: stampOf('2026-07-02', personNamed(directory, by).id), events: [event] } as never
    return taskHistory([entry], taskNo(12), directory).map((each) => plain(happeningLine(each, '09:00', lang, day('2026-07-02')))).join()
  }
  const of = { task: taskNo(12), unit: unitId('县教育局') }

  it.each([
    ['沈若兰', { type: 'extension-granted', ...of, day: '2026-07-31', reason: '' }, /09:00 沈若兰 同意延期（县教育局） 7月31日/],
    ['沈若兰', { type: 'objection-ruled', ...of, objectedAt: '2026-07-01T01:00:00Z', upheld: true, reason: '' }, /09:00 沈若兰 裁定异议（县教育局） 成立/],
    ['沈若兰', { type: 'claim-accepted', ...of, claimedAt: '2026-07-01T01:00:00Z' }, /09:00 沈若兰 同意办结（县教育局）/],
    ['沈若兰', { type: 'reported', ...of, state: 'normal', progress: 10, onBehalf: { who: '王科长', on: '2026-07-01', how: '电话' } }, /09:00 沈若兰 填报（县教育局） 正常推进/],
    ['沈若兰', { type: 'nudged', ...of }, /09:00 沈若兰 催办（县教育局）/],
    ['苏晚晴', { type: 'reported', ...of, state: 'normal', progress: 10 }, /09:00 县教育局 苏晚晴 填报 正常推进/],
    ['苏晚晴', { type: 'objected', ...of, about: 'light', against: '', words: '已办' }, /09:00 县教育局 苏晚晴 异议 “已办”/],
  ])('is named by where they stand, and the part it is about apart from that: %s %o', (by, event, says) => expect(line(event, by)).toMatch(says))

  it('is said so in English too', () => expect(line({ type: 'extension-granted', ...of, day: '2026-07-31', reason: '' }, '沈若兰', 'en')).toContain('沈若兰 granted the later date (县教育局) 31 Jul'))
  it('has who has to help apart from the unit’s own words', () => {
    expect(line({ type: 'reported', ...of, state: 'blocked', progress: 10, problem: '器材没到', needs: '县财政局' }, '苏晚晴')).toMatch(/“器材没到”，需县财政局协调$/)
    expect(line({ type: 'reported', ...of, state: 'blocked', progress: 10, problem: '器材没到', needs: '县财政局' }, '苏晚晴', 'en')).toMatch(/“器材没到”, needs 县财政局$/)
  })
  it('is a settlement for everybody, with its words and units', () => expect(line({ type: 'coordination-settled', task: taskNo(12), units: [unitId('县教育局'), unitId('县财政局')], words: '财政先垫付' }, '沈若兰')).toMatch(/沈若兰 处理协调（县教育局、县财政局） “财政先垫付”/))
})

describe('记录', () => {
  it('says how many are not shown to this reader, so that two readers’ counts add up', async () => {
    expect(shown(await type(history, '12', await story('沈若兰', told)))).toMatch(/共3条记录/)
    expect(shown(await type(history, '12', await story('沈若兰', told)))).not.toContain('不对您显示')
    expect(shown(await type(history, '12', await story('何景川', told)))).toMatch(/共2条记录[^]*另有1条不对您显示/)
  })
  it('is counted by 为什么 as it is counted here', async () => {
    const many: readonly [string, PlanIntent][] = [...told, ...Array.from({ length: 6 }, (_, at): [string, PlanIntent] => ['苏晚晴', report(12, '县教育局', { state: 'difficulty', problem: `第${at}次`, progress: 40 + at })])]
    expect(shown(await type(history, '12', await story('何景川', many)))).toContain('共8条记录')
    expect(shown(await type(why, '12', await story('何景川', many)))).toContain('以上是与灯有关的最近5条；全部8条看“记录”')
  })
  it('has all of it, the newest first', async () => expect(shown(await type(history, '12', await story('沈若兰', told)))).toMatch(/共3条记录[^]*备注[^]*填报[^]*改时限/))
  it('shows plain words to their unit and whoever runs the plan, and to nobody else', async () => {
    expect(shown(await type(history, '12', await story('苏晚晴', told)))).toContain('只给督查室看')
    for (const other of ['何景川', '唐一鸣']) expect(shown(await type(history, '12', await story(other, told)))).not.toContain('只给督查室看')
  })

  it('shows what went up to a leader to leaders, aides and whoever runs the plan, and to no unit', async () => {
    const up: readonly [string, PlanIntent][] = [...told.slice(0, 2), ['沈若兰', { type: 'hand-up-coordination', task: taskNo(12), units: [unitId('县教育局')], to: personNamed(directory, '何景川').id, words: '请领导定夺经费', quotes: [] }]]
    for (const reader of ['何景川', '沈若兰', '韩雪', '周领导']) expect(shown(await type(history, '12', await story(reader, up)))).toContain('请领导定夺经费')
    for (const other of ['苏晚晴', '唐一鸣', '路人甲']) expect(shown(await type(history, '12', await story(other, up)))).not.toContain('请领导定夺经费')
  })
  it('of what was added later does not begin with the plan’s being handed out', () => {
    const entry = (position: number, ...events: unknown[]) => ({ position, stamp: stampOf('2026-07-01'), events }) as never
    const added = entry(2, { type: 'task-added', task: taskNo(13), section: '领导批示', title: '方案', due: { kind: 'none' }, units: [], source: { id: 'i1', name: '', text: '', hash: '' }, origin: { kind: 'instruction', from: 'u1', rank: 'leader' } })
    expect(taskHistory([entry(1, { type: 'handed-out' }), added, entry(3, { type: 'handed-out' })], taskNo(13), directory).map(({ what }) => what)).toEqual(['task-added', 'handed-out'])
  })
  it.each([
    [{ kind: 'instruction', from: 'u1', rank: 'leader' }, '批示', 'gave the instruction'], [{ kind: 'instruction', from: 'u1', rank: 'office' }, '交办', 'gave it out for the office'],
    [{ kind: 'meeting', meeting: 'm1', item: 1 }, '议定事项', 'recorded what the meeting decided'], [{ kind: 'review', review: 'r1', about: 3 }, '督查整改', 'recorded what the review wants put right'],
  ])('says where a task comes from that is not in the text: %o', (origin, zh, en) => {
    const added = { position: 1, stamp: stampOf('2026-07-01'), events: [{ type: 'task-added', task: taskNo(13), section: '', title: '方案', due: { kind: 'dated', day: day('2026-07-31'), said: '' }, units: [], source: { id: 'i1', name: '', text: '', hash: '' }, origin }] } as never
    const [happening] = taskHistory([added], taskNo(13), directory)
    if (happening === undefined) throw new Error('nothing happened')
    expect(plain(happeningLine(happening, '09:00', 'zh', day('2026-07-02')))).toContain(zh)
    expect(plain(happeningLine(happening, '09:00', 'en', day('2026-07-02')))).toContain(en)
  })
  it('forgets nothing that names the task, whatever was recorded', () => {
    fc.assert(fc.property(anyImport, anySteps, (imported, steps) => {
      const life = born(imported)
      for (const { intents } of steps) for (const intent of intents) record(life, intent)
      const entries = life.entries.map((entry, at) => ({ ...entry, position: at + 1 }))
      for (const no of life.plan.tasks.keys()) {
        const named = entries.reduce((sum, { events }) => sum + events.filter((event) => 'task' in event && event.task === no).length, 0)
        expect(taskHistory(entries, no, county).filter(({ what, ordered }) => ordered === undefined && !['imported', 'handed-out', 'plan-amended', 'parts-checked', 'round-opened', 'review-scheduled', 'review-closed', 'parts-given'].includes(what)).length).toBe(named)
      }
    }), { numRuns: 60 })
  })
})
