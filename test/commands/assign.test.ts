// 分派 and 收回分派: who may, who is asked afterwards, and what the handler may and sees.
import { describe, expect, it } from 'vitest'
import { allNormal } from '#commands/all-normal.ts'
import { assign } from '#commands/assign.ts'
import { claim } from '#commands/claim.ts'
import { handover } from '#commands/handover.ts'
import { mine } from '#commands/mine.ts'
import { people } from '#commands/people.ts'
import { report } from '#commands/report.ts'
import { task as taskCommand } from '#commands/task.ts'
import { unassign } from '#commands/unassign.ts'
import type { Directory } from '#src/directory/directory.ts'
import { keyOf } from '#src/ledger/assignment.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { noticesDue } from '#src/reminders/parcels.ts'
import { openingsOf } from '#templates/openings.ts'
import { plain } from '#templates/rich.ts'
import type { Lang } from '#templates/card.ts'
import { after, change, day, directoryWith, nudgeOf, personNamed, planWith, task, taskNo, unitId, viewOn } from '#test/builders.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const county = (): Directory =>
  directoryWith(
    ['县教育局', '县财政局', '青石镇', { name: '各乡镇', aliases: [], members: ['青石镇', '白鹭镇'] }],
    { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' },
    { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' },
    { name: '方叔文', headOf: ['县教育局'], handle: 'U0HEAD' },
    { name: '秦朗', handle: 'U0QIN' },
    { name: '姚春梅', contactOf: ['青石镇'], handle: 'U0QS' },
  )
const school = (): PlanState =>
  planWith(task(12, { title: '新建小学', due: '2026-07-10', lead: '县教育局' }), task(15, { title: '校舍排查', lead: '县教育局' }), task(16, { title: '经费保障', lead: '县财政局' }), task(17, { title: '控辍保学', lead: '各乡镇' }))
type World = { directory: Directory; plan: PlanState }
const world = (): World => ({ directory: county(), plan: school() })
const deskFor = (asker: string, { directory, plan }: World, lang: Lang = 'zh', today = '2026-07-02'): TestDesk => deskOf({ plans: [plan], directory, asker, lang, today })
async function assigned(words = '12,15 <@U0QIN>'): Promise<World> {
  const of = world()
  await type(assign, words, deskFor('苏晚晴', of))
  return of
}
const asked = ({ directory, plan }: World, on = '2026-07-07') => noticesDue(viewOn(on, plan, directoryOn(directory, day(on))), '09:00')
const askedOf = (of: World, no: number, on?: string): string[] => [...new Set(asked(of, on).flatMap((notice) => (notice.kind === 'due-soon' && notice.task === no ? [of.directory.people.get(notice.to)?.name ?? ''] : [])))]

describe('分派', () => {
  it.each(['12 给 方叔文', '12 给方叔文', '12 由方叔文办', '12 方局长', 'p1-12 转给 方叔文 办'])('%s means 方叔文, and no word is taken for a name', async (words) => {
    expect(shown(await type(assign, words, deskFor('苏晚晴', world())))).toContain('已分派给方叔文：')
  })

  it('to a name with a numeral in it is to that person', async () => {
    expect(shown(await type(assign, '12 唐一鸣', deskFor('苏晚晴', world())))).toContain('人员名册里没有“唐一鸣”')
  })

  it('to somebody of another unit says whose they are, and how an item is given to that unit', async () => {
    const of = world()
    expect(shown(await type(assign, '12 姚春梅', deskFor('苏晚晴', of)))).toMatch(/姚春梅是青石镇的人，没有分派。[^]*不是我负责/)
    expect(askedOf(of, 12)).toEqual(['苏晚晴'])
  })

  it('hands several at once, and says who is reminded now', async () => {
    const of = world()
    const said = shown(await type(assign, '12,15 <@U0QIN>', deskFor('苏晚晴', of)))
    expect(said).toContain('已分派给秦朗：2项。提醒改发秦朗，您仍看得到全部、仍可填报。')
    expect(personNamed(of.directory, '秦朗').handlerOf).toEqual(['县教育局'])
  })
  it.each(['12,15 <@U0FRESH> 白露', '第十二项、15 <@U0FRESH|白露>'])('to somebody who is not registered (%j) registers them as handler and nothing else', async (words) => {
    const { directory } = await assigned(words)
    expect(personNamed(directory, '白露')).toMatchObject({ handlerOf: ['县教育局'], contactOf: [], roles: [] })
  })
  it('of an account without a name says how to write it', async () => expect(shown(await type(assign, '12 <@U0FRESH>', deskFor('苏晚晴', world())))).toContain('还差姓名'))
  it('without a person opens a form, handlers first; without tasks it asks for them too', async () => {
    const of = world()
    change(of.directory, { type: 'name-handler', person: personNamed(of.directory, '秦朗').id, unit: unitId('县教育局') })
    const desk = deskFor('苏晚晴', of)
    const form = formIn(await type(assign, '12', desk))
    expect(form.fields[0]).toMatchObject({ name: 'person', choices: [{ label: '秦朗' }, { label: '苏晚晴' }, { label: '方叔文' }, { label: '沈若兰' }, { label: '姚春梅' }] })
    expect(shown(await act(assign, { ...form.run.args, person: personNamed(of.directory, '秦朗').id }, desk))).toContain('已分派给秦朗：1项')
    expect(formIn(await type(assign, '', desk)).fields.map(({ name }) => name)).toEqual(['tasks', 'person'])
  })
  it('is on the card of a task for its own people', async () => {
    const desk = deskFor('苏晚晴', world())
    expect(Object.keys(buttons(cardIn(await type(taskCommand, '12', desk))))).toContain('分派')
    expect(Object.keys(buttons(cardIn(await type(taskCommand, '16', desk))))).not.toContain('分派')
  })
  it('of another unit’s task is refused', async () => expect(shown(await type(assign, '16 <@U0QIN>', deskFor('苏晚晴', world())))).toContain('不由您的单位承担'))
  it('is the head’s too, and not the handler’s', async () => {
    expect(shown(await type(assign, '12 <@U0QIN>', deskFor('方叔文', world())))).toContain('已分派给秦朗')
    expect(shown(await type(assign, '12 <@U0HEAD>', deskFor('秦朗', await assigned())))).toContain('只有')
  })
  it('of a group’s task is of the member’s own line', async () => {
    const of = world()
    await type(assign, '17 <@U0QIN>', deskFor('姚春梅', of))
    expect(shown(await type(report, '17 50 已排查', deskFor('秦朗', of)))).toContain('已记录')
    expect(of.plan.assignments.get(keyOf(taskNo(17), unitId('各乡镇')))?.byMember.get(unitId('青石镇'))?.report?.progress).toBe(50)
  })
})

describe('the handler', () => {
  it('is asked in the contact’s place, and the contact not', async () => {
    expect(askedOf(world(), 12)).toEqual(['苏晚晴'])
    expect(askedOf(await assigned(), 12)).toEqual(['秦朗'])
  })
  it('is told once of all that was handed to them', async () => {
    const of = await assigned()
    const handed = asked(of, '2026-07-02').filter(({ kind }) => kind === 'item-handed')
    expect(handed.map(({ key }) => key)).toEqual(['item-handed/p1/12/县教育局/2026-07-02T01:00:00.000Z/u4', 'item-handed/p1/15/县教育局/2026-07-02T01:00:00.000Z/u4'])
    const [opening, ...more] = openingsOf({ notices: handed, view: () => viewOn('2026-07-02', of.plan, of.directory), person: personNamed(of.directory, '秦朗'), directory: of.directory, lang: 'zh' })
    expect(more).toEqual([])
    expect(opening?.say).toBe('请承办：县教育局分派给您2项，最近一项7月10日')
    expect(opening?.lines.map(plain).join('\n')).toContain('苏晚晴看得到全部')
  })
  it('who is the contact is sent to the head, and not to themselves', async () => {
    const of = world()
    await type(assign, '12 苏晚晴', deskFor('方叔文', of))
    const handed = asked(of, '2026-07-02').filter(({ kind }) => kind === 'item-handed')
    const [opening] = openingsOf({ notices: handed, view: () => viewOn('2026-07-02', of.plan, of.directory), person: personNamed(of.directory, '苏晚晴'), directory: of.directory, lang: 'zh' })
    expect(opening?.lines.map(plain).join('\n')).toContain('方叔文看得到全部。不是您办的，请告诉方叔文。')
  })
  it('may report, claim and see it under 我的, and nothing else of the unit', async () => {
    const of = await assigned('12 <@U0QIN>')
    const desk = deskFor('秦朗', of)
    const said = shown(await type(mine, '', desk))
    expect(said).toContain('新建小学')
    expect(said).not.toContain('校舍排查')
    expect(shown(await type(report, '12 60 已完成招标', desk))).toContain('已记录')
    expect(shown(await type(report, '15 60 已排查', desk))).toBe('第15项由县教育局承担，没有分派给您，现在由苏晚晴办，所以没有记录。要由您办，请苏晚晴输入：/duban 分派 15 @您。')
    expect(shown(await type(report, '16 60 已排查', desk))).toContain('不由您的单位承担')
    expect(shown(await type(claim, '12 已完工', desk))).toContain('审核')
  })
  it('the contact still sees all, with who handles it, and may report', async () => {
    const of = await assigned('12 <@U0QIN>')
    const desk = deskFor('苏晚晴', of)
    expect(shown(await type(mine, '', desk))).toContain('现在不用办的1项：已分派1')
    expect(shown(await act(mine, { aside: true }, desk))).toMatch(/已分派 秦朗 · .+新建小学/)
    expect(shown(await type(report, '12 60 已完成招标', desk))).toContain('已记录')
  })
  it('the contact’s 全部正常 leaves it to the handler and says so', async () => {
    const of = await assigned('12 <@U0QIN>')
    const both = shown(await type(allNormal, '', deskFor('苏晚晴', of)))
    expect(both).toMatch(/^1项待记为“正常推进”，请确认\n+15 校舍排查\n/)
    expect(both).toContain('12 新建小学 · 已分派给承办人，由其填报')
    expect(shown(await type(allNormal, '', deskFor('秦朗', of)))).toContain('1项待记为“正常推进”，请确认\n\n12 新建小学')
  })
  it('chased, is told; the head is told as before', async () => {
    const of = await assigned('12 <@U0QIN>')
    after(of.plan, '2026-07-02', nudgeOf(12, '县教育局'))
    expect(asked(of, '2026-07-02').filter(({ kind }) => kind === 'nudged').map(({ to }) => of.directory.people.get(to)?.name)).toEqual(['秦朗'])
    const late = asked(of, '2026-07-20').filter(({ kind }) => kind === 'overdue').map(({ to }) => of.directory.people.get(to)?.name)
    expect(late).toEqual(['秦朗', '方叔文'])
  })
  it('away, has the deputy asked', async () => {
    const of = await assigned('12 <@U0QIN>')
    change(of.directory, { type: 'set-absence', person: personNamed(of.directory, '秦朗').id, from: day('2026-07-06'), until: day('2026-07-08'), deputy: personNamed(of.directory, '方叔文').id }, '2026-07-02')
    expect(askedOf(of, 12)).toEqual(['方叔文'])
    expect(shown(await type(report, '12 60 已完成招标', deskFor('方叔文', of, 'zh', '2026-07-07')))).toContain('已记录')
  })
  it('removed as handler, is asked and may no more; the contact is asked again', async () => {
    const of = await assigned('12 <@U0QIN>')
    await type(people, '取消承办人 秦朗 县教育局', deskFor('苏晚晴', of))
    expect(askedOf(of, 12)).toEqual(['苏晚晴'])
    expect(shown(await type(report, '12 60 已完成招标', deskFor('秦朗', of)))).toContain('现在由苏晚晴答复')
  })
  it('who hands over, hands the items over too', async () => {
    const of = await assigned('12 <@U0QIN>')
    const desk = deskFor('沈若兰', of)
    const preview = await type(handover, '<@U0QIN> <@U0FRESH> 白露', desk)
    expect(shown(preview)).toContain('本人承办1项')
    await act(handover, buttons(cardIn(preview))['确认交接']?.args, desk)
    expect(askedOf(of, 12)).toEqual(['白露'])
    expect(shown(await type(report, '12 60 已完成招标', deskFor('白露', of)))).toContain('已记录')
  })
})

describe('收回分派', () => {
  it('has the unit’s own people asked again', async () => {
    const of = await assigned()
    expect(shown(await type(unassign, '12', deskFor('苏晚晴', of)))).toContain('已收回1项，提醒发给苏晚晴')
    expect(askedOf(of, 12)).toEqual(['苏晚晴'])
  })
  it('is a press on the answer to 分派', async () => {
    const of = world()
    const desk = deskFor('苏晚晴', of)
    const card = cardIn(await type(assign, '12,15 <@U0QIN>', desk))
    expect(shown(await act(unassign, buttons(card)['收回分派']?.args, desk))).toContain('已收回2项')
  })
  it('is not the handler’s', async () => expect(shown(await type(unassign, '12', deskFor('秦朗', await assigned())))).toContain('只有'))
})

it('every card reads well in both languages', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const of = world()
    const desk = deskFor('苏晚晴', of, lang)
    for (const words of ['12,15 <@U0QIN>', '16 <@U0QIN>', '12 <@U0FRESH>']) expectGoodCard(cardIn(await type(assign, words, desk)))
    expectGoodCard(cardIn(await type(taskCommand, '12', desk)))
    expectGoodCard(cardIn(await type(mine, '', deskFor('秦朗', of, lang))))
    expectGoodCard(cardIn(await type(unassign, '12', desk)))
  }
})
