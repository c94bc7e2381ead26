// 更名 and 撤并: shown first, recorded on 确认, seen on the unit's card, and taken back until the day.
import { describe, expect, it } from 'vitest'
import { handOut } from '#commands/hand-out.ts'
import { renameUnit } from '#commands/rename-unit.ts'
import { report as reportCommand } from '#commands/report.ts'
import { succeedUnit } from '#commands/succeed-unit.ts'
import { task as taskCommand } from '#commands/task.ts'
import { units } from '#commands/units.ts'
import { unitName, type Directory } from '#src/directory/directory.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { underFormerNames } from '#src/reminders/told-before.ts'
import type { Lang } from '#templates/card.ts'
import { uncontactedLine } from '#templates/notice-line.ts'
import { openingsOf } from '#templates/openings.ts'
import { acceptClaim, after, change, claim, day, directoryWith, personNamed, planOf, planWith, report, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const [old, next] = [unitId('县文广新局'), unitId('县文旅局')]
type World = { directory: Directory; plan: PlanState }
function world(): World {
  const directory = directoryWith(
    ['县教育局', { name: '各单位', aliases: [], members: ['县教育局'] }], { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' },
    { name: '林知夏', contactOf: ['县文广新局'], handle: 'U0LIN' }, { name: '周敏', contactOf: ['县文旅局'], handle: 'U0ZHOU' },
  )
  const plan = planWith(task(1, { title: '文化馆建设', due: '2026-09-30', lead: '县文广新局' }), task(2, { title: '送戏下乡', lead: '县文广新局' }), task(3, { title: '旅游厕所', lead: '县文旅局' }))
  after(plan, '2026-02-01', report(1, '县文广新局', { progress: 40 }), personNamed(directory, '林知夏').id)
  after(after(plan, '2026-02-02', claim(2, '县文广新局')), '2026-02-03', acceptClaim(2, '县文广新局'))
  return { directory, plan }
}
const deskFor = ({ directory, plan }: World, { asker = '沈若兰', today = '2026-07-02', lang = 'zh' }: { asker?: string; today?: string; lang?: Lang } = {}): TestDesk => deskOf({ plans: [plan], directory, asker, today, lang })
const confirmed = async (command: typeof succeedUnit, words: string, desk: TestDesk): Promise<string> => {
  const card = cardIn(await type(command, words, desk))
  return shown(await act(command, (buttons(card)['确认撤并'] ?? buttons(card)['确认更名'])?.args, desk))
}

describe('撤并', () => {
  it('is shown first: what goes over, what stays, and when', async () => {
    const of = world()
    const said = shown(await type(succeedUnit, '县文广新局 县文旅局 8月1日', deskFor(of)))
    for (const words of ['县文广新局从8月1日(周六)起并入县文旅局？', '在办的牵头1项', '已办结的1项仍记在县文广新局名下', '林知夏转为县文旅局的人', '到8月1日(周六)自动生效']) expect(said).toContain(words)
    expect(of.directory.successions.size).toBe(0)
  })
  it('of a day ahead changes nothing yet, is on the unit’s card, and can be taken back there', async () => {
    const of = world()
    const desk = deskFor(of)
    expect(await confirmed(succeedUnit, '县文广新局 县文旅局 8月1日', desk)).toContain('到那天自动生效；之前一切照旧')
    expect(of.plan.assignments.has(keyOf(taskNo(1), old))).toBe(true)
    const card = cardIn(await type(units, '县文广新局', desk))
    expect(card.lines?.length).toBeGreaterThan(1)
    expect(shown({ kind: 'card', card })).toContain('8月1日起并入县文旅局')
    expect(shown(await act(succeedUnit, buttons(card)['取消撤并']?.args, desk))).toContain('已取消县文广新局的撤并安排')
    expect(of.directory.successions.size).toBe(0)
  })
  it('is taken back in words, and of nothing planned or of a day that has come says so', async () => {
    const of = world()
    expect(shown(await type(succeedUnit, '取消撤并 县文广新局', deskFor(of)))).toContain('县文广新局没有等着生效的撤并')
    await confirmed(succeedUnit, '县文广新局 县文旅局 8月1日', deskFor(of))
    const ahead = cardIn(await type(succeedUnit, '取消撤并', deskFor(of)))
    expect(shown({ kind: 'card', card: ahead })).toContain('县文广新局8月1日(周六)并入县文旅局')
    expectGoodCard(ahead)
    expect(shown(await type(succeedUnit, '撤销撤并 县文广新局', deskFor(of)))).toContain('已取消县文广新局的撤并安排')
    expect(of.directory.successions.size).toBe(0)
    await confirmed(succeedUnit, '县文广新局 县文旅局', deskFor(of))
    expect(shown(await type(succeedUnit, '取消撤并 县文广新局', deskFor(of)))).toContain('撤并已经生效，不能取消')
  })
  it('of today happens at once, in the directory and in the plans', async () => {
    const of = world()
    expect(await confirmed(succeedUnit, '县文广新局 县文旅局', deskFor(of))).toContain('已撤并：县文广新局 → 县文旅局')
    expect(of.plan.assignments.get(keyOf(taskNo(1), next))).toMatchObject({ part: 'lead', progress: 40 })
    expect(shown(await type(taskCommand, '1', deskFor(of)))).toContain('县文旅局')
    expect(shown(await type(taskCommand, '2', deskFor(of)))).toContain('县文广新局')
    expect(shown(await type(units, '县文旅局', deskFor(of)))).toContain('7月2日起承接县文广新局')
  })
  it('leaves the old unit’s contact to answer, from a message of before too', async () => {
    const of = world()
    await confirmed(succeedUnit, '县文广新局 县文旅局', deskFor(of))
    expect(shown(await act(reportCommand, { task: 'p1-1', unit: '县文广新局', state: 'normal' }, deskFor(of, { asker: '林知夏' })))).toContain('已记录')
  })
  it('is told once to each of the successor’s people, who hear nothing again', async () => {
    const of = world()
    const before = new Set(noticesDue(viewOn('2026-07-02', of.plan, of.directory), '09:00').map(({ key }) => key))
    await confirmed(succeedUnit, '县文广新局 县文旅局', deskFor(of))
    const known = underFormerNames({ notice: (key) => before.has(key), parcel: () => false }, of.directory)
    const news = noticesDue(viewOn('2026-07-02', of.plan, of.directory), '09:00').filter(({ key }) => !known.notice(key))
    expect(news.filter(({ to }) => to === personNamed(of.directory, '林知夏').id).map(({ key }) => key)).toEqual(['unit-taken-over/p1/县文广新局/u2', 'handed-out/p1/县文旅局/u2'].filter((key) => news.some((notice) => notice.key === key)))
    const [opening] = openingsOf({ notices: news.filter(({ kind, to }) => kind === 'unit-taken-over' && to === personNamed(of.directory, '周敏').id), view: () => viewOn('2026-07-02', of.plan, of.directory), person: personNamed(of.directory, '周敏'), directory: of.directory, lang: 'zh' })
    expect(opening?.say).toBe('请接续：县文广新局7月2日起并入县文旅局，在办1项由县文旅局继续办理')
  })
  it('typed alone opens a form; a part of a name that several have offers them', async () => {
    const desk = deskFor(world())
    expect(formIn(await type(succeedUnit, '', desk)).fields.map(({ name }) => name)).toEqual(['from', 'to', 'on'])
    expect(formIn(await type(succeedUnit, '县文广新局', desk)).fields.map(({ name }) => name)).toEqual(['to', 'on'])
    expect(Object.keys(buttons(cardIn(await type(succeedUnit, '县文 县教育局 8月1日', desk))))).toContain('县文旅局')
  })
  it.each([['县文广新局 县文广新局 8月1日', '不能并入自己'], ['各单位 县文旅局 8月1日', '是一组单位'], ['县文广新局 县文旅局 6月31日', '不存在']])('%j is refused in words', async (words, said) => expect(shown(await type(succeedUnit, words, deskFor(world())))).toContain(said))
  it('is the secretary’s', async () => expect(shown(await act(succeedUnit, { from: old, to: next, on: '2026-07-02', confirmed: true }, deskFor(world(), { asker: '林知夏' })))).toContain('只有督查室(沈若兰)能办理单位撤并'))
})

describe('更名', () => {
  it('is shown first, then changes the name from its day by itself', async () => {
    const of = world()
    const desk = deskFor(of)
    expect(shown(await type(renameUnit, '县教育局 县教体局 8月1日', desk))).toContain('县教育局从8月1日(周六)起更名为县教体局？')
    expect(await confirmed(renameUnit, '县教育局 县教体局 8月1日', desk)).toContain('到那天自动改')
    expect(['2026-07-31', '2026-08-01'].map((on) => unitName(directoryOn(of.directory, day(on)), unitId('县教育局')))).toEqual(['县教育局', '县教体局'])
    expect(shown(await type(units, '县教体局', desk))).toContain('8月1日起更名为县教体局')
  })
  it('to the name of another unit is refused, with both ways to make one of two', async () => expect(shown(await type(renameUnit, '县教育局 县文旅局 8月1日', deskFor(world())))).toMatch(/已经是县文旅局的名称.*撤并.*合并/))
  it('typed alone opens a form', async () => expect(formIn(await type(renameUnit, '', deskFor(world()))).fields.map(({ name }) => name)).toEqual(['unit', 'name', 'from']))
})

describe('a unit without anybody to ask', () => {
  const silent = (): World => {
    const of = world()
    change(of.directory, { type: 'remove-contact', person: personNamed(of.directory, '周敏').id, unit: next })
    return of
  }
  it('is named somebody in one tap from the list of units and from its card', async () => {
    const desk = deskFor(silent())
    const rows = cardIn(await type(units, '', desk)).sections?.flatMap((section) => section.rows) ?? []
    expect(rows.filter(({ beside }) => beside?.label === '指定联络员').map(({ beside }) => beside?.run.args)).toContainEqual({ act: 'name', unit: '县文旅局' })
    expect(Object.keys(buttons(cardIn(await type(units, '县文旅局', desk))))).toContain('指定联络员')
  })
  it('typed alone, those who owe something are listed, each with the button', async () => {
    const card = cardIn(await type(units, '没有联络员', deskFor(silent())))
    expect(card.text).toBe('1个单位没有联络员，通知不到')
    expect(buttons(card)['指定联络员']?.args).toEqual({ act: 'name', unit: '县文旅局' })
    expect(cardIn(await type(units, 'silent', deskFor(world()))).text).toBe('每个有任务的单位都有联络员。')
  })
  it('is one tap from the preview of a hand-out, and from the reminder to the secretary', async () => {
    const of = silent()
    const before = planOf([task(1, { lead: '县文旅局' })], { handedOutOn: false })
    expect(buttons(cardIn(await type(handOut, 'p1', deskFor({ ...of, plan: before }))))['指定联络员']?.args).toEqual({ act: 'name', unit: '县文旅局' })
    const line = uncontactedLine([next], { view: viewOn('2026-07-02', of.plan, of.directory), person: personNamed(of.directory, '沈若兰'), directory: of.directory, lang: 'zh' })
    expect(line.row.beside?.run.args).toEqual({ act: 'name', unit: '县文旅局' })
  })
  it('has no such button for who may not', async () => expect(Object.keys(buttons(cardIn(await type(units, '', deskFor(silent(), { asker: '林知夏' })))))).not.toContain('指定联络员'))
})

it('every card reads well in both languages', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const of = world()
    const desk = deskFor(of, { lang })
    for (const words of ['县文广新局 县文旅局 2026-08-01', '县文广新局 县文旅局']) expectGoodCard(cardIn(await type(succeedUnit, words, desk)))
    await act(succeedUnit, { from: old, to: next, on: '2026-08-01', confirmed: true }, desk)
    expectGoodCard(cardIn(await type(renameUnit, '县教育局 县教体局 2026-08-01', desk)))
    expectGoodCard(cardIn(await act(renameUnit, { unit: '县教育局', name: '县教体局', from: '2026-08-01', confirmed: true }, desk)))
    for (const name of ['县文广新局', '县文旅局', '县教育局', '']) expectGoodCard(cardIn(await type(units, name, desk)))
    expectGoodCard(cardIn(await act(succeedUnit, { from: old, drop: true }, desk)))
  }
})
