// 机构: who sits in a body, whom a message reaches, and a form that puts it right.
import { describe, expect, it } from 'vitest'
import { body } from '#commands/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { rememberForm } from '#src/slack/form-memory.ts'
import type { Form } from '#templates/card.ts'
import { after, directoryWith, planOf, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { edition } from '#test/ledger/edition.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const directory = () => directoryWith(['县住建局'], { name: '沈若兰', roles: ['secretary'] }, { name: '何景川', title: '县长', roles: ['leader'] }, { name: '苏晚晴', contactOf: ['县教育局'] })
const group = { id: 'b1', name: '教育工作领导小组', convened: true, leader: '县长', deputies: [], members: ['县教育局', '县住建局'], office: '县教育局', cadences: [{ id: 'k1', every: 'year', times: 2, text: '领导小组每年至少召开2次专题会议' }] }
const council = { id: 'b2', name: '县政府常务会议', convened: false, deputies: [], members: [], cadences: [] }
const plan = (): PlanState => planOf([task(1, { lead: '县教育局', section: '建设平安校园' })], { bodies: [group, council] })
const deskFor = (asker: string, of = plan()): TestDesk => deskOf({ plans: [of], directory: directory(), asker })
const filled = (said: object = {}) => ({ act: 'edit', plan: 'p1', body: 'b1', form: true, name: group.name, convened: 'yes', leader: '县长', deputies: '', members: '县教育局、县住建局，县财政局', office: '县教育局', section: '', ...said })

describe('机构', () => {
  it('lists the bodies, and how many of each can be told', async () => {
    const card = cardIn(await type(body, '', deskFor('沈若兰')))
    expectGoodCard(card)
    expect(shown(await type(body, '', deskFor('沈若兰')))).toMatch(/教育工作领导小组\n成员3个，2个能收到通知/)
    expect(Object.keys(buttons(card))).toContain('新建机构')
  })

  it('shows who sits there behind each name, what the clause asks, and who cannot be told', async () => {
    const text = shown(await type(body, '教育工作', deskFor('沈若兰')))
    expect(text).toMatch(/组长：县长（何景川）/)
    expect(text).toMatch(/成员：县教育局（苏晚晴）、县住建局/)
    expect(text).toMatch(/2026年应开2次/)
    expect(text).toMatch(/收不到通知：县住建局/)
  })

  it('shows a contact the same without a button that changes it', async () => expect(Object.keys(buttons(cardIn(await type(body, '教育工作', deskFor('苏晚晴')))))).toEqual([]))
  it('is put right by a secretary alone', async () => expect(shown(await type(body, '编辑 教育工作', deskFor('苏晚晴')))).toMatch(/督查室/))

  it('is put right in a form that shows what stands', async () => {
    const form = formIn(await type(body, '编辑 教育工作', deskFor('沈若兰')))
    expect(form.fields.map((field) => ('now' in field ? field.now : undefined))).toEqual(['教育工作领导小组', 'yes', '县长', undefined, '县教育局、县住建局', '县教育局', 'none'])
  })

  it('takes names parted as people part them, each once, and says what it has now', async () => {
    const desk = deskFor('沈若兰')
    expect(shown(await act(body, filled(), desk))).toMatch(/已保存：教育工作领导小组[^]*成员：县教育局（苏晚晴）、县住建局、县财政局/)
    expect(desk.plans.get('p1' as never)?.bodies.get('b1')?.members).toEqual(['县教育局', '县住建局', '县财政局'])
  })

  it('that somebody else changed while the form was open is not overwritten', async () => {
    const now = after(plan(), '2026-07-01', { type: 'set-body', body: 'b1', name: group.name, convened: true, leader: '县长', deputies: [], members: ['县人社局'] })
    expect(shown(await act(body, filled(), deskFor('沈若兰', now)))).toMatch(/没有保存：.*改过“教育工作领导小组”/)
  })

  it('that a text issued again changed while the form was open is not overwritten, and one that it left alone is saved', async () => {
    const of = plan()
    const form = formIn(await type(body, '编辑 教育工作', deskFor('沈若兰', of)))
    const sent = (now: PlanState) => act(body, { ...filled(), ...form.run.args }, deskFor('沈若兰', now)).then(shown)
    const issued = (members: string[]): PlanState => after(plan(), '2026-07-01', { type: 'amend', plan: edition([task(1, { lead: '县教育局', section: '建设平安校园', due: '2026-12-01' })], { bodies: [{ ...group, members }, council] }) })
    const changed = issued(['县人社局'])
    expect(await sent(changed)).toMatch(/没有保存：.*改过“教育工作领导小组”/)
    expect(changed.bodies.get('b1')?.members).toEqual(['县人社局'])
    expect(await sent(issued(group.members))).toMatch(/已保存/)
    const again = formIn(await type(body, '编辑 教育工作', deskFor('沈若兰', changed)))
    expect(shown(await act(body, { ...filled(), ...again.run.args }, deskFor('沈若兰', changed)))).toMatch(/已保存/)
  })

  it('without anybody in it is refused beside its field', async () => expect(await act(body, filled({ leader: '', members: '' }), deskFor('沈若兰'))).toMatchObject({ kind: 'form-errors', errors: { members: expect.stringContaining('组长') as unknown } }))

  it('is founded besides those of the text, with the section that it carries', async () => {
    const desk = deskFor('沈若兰')
    const form = formIn(await type(body, '新建 校园安全专班', desk))
    expect(form.fields[0]).toMatchObject({ now: '校园安全专班' })
    expect(shown(await act(body, { act: 'found', plan: 'p1', form: true, name: '校园安全专班', convened: 'yes', leader: '县长', members: '县教育局', section: '建设平安校园' }, desk))).toMatch(/已保存：校园安全专班[^]*负责：建设平安校园/)
  })

  it('that others call needs no members: its office is enough', async () => {
    const desk = deskFor('沈若兰')
    expect(shown(await act(body, { act: 'edit', plan: 'p1', body: 'b2', form: true, name: council.name, convened: 'no', office: '县政府办' }, desk))).toMatch(/已保存：县政府常务会议[^]*办公室：县政府办/)
    expect(shown(await act(body, { act: 'found', plan: 'p1', form: true, name: '县委常委会', convened: 'no', office: '县委办' }, desk))).toMatch(/已保存：县委常委会\n县委常委会：由对方召集，我们申报议题\n办公室：县委办$/m)
  })

  it('of a part of a name that several have asks which', async () => expect(shown(await type(body, '县', deskFor('沈若兰', planOf([task(1)], { bodies: [{ ...group, name: '县教育工作领导小组' }, council] }))))).toMatch(/哪个会/))
  it('of a name nobody knows says which there are', async () => expect(shown(await type(body, '水利专班', deskFor('沈若兰')))).toContain('教育工作领导小组'))
})

/** What is sent when a form is saved as it stands. */
const savedAsIs = (form: Form): object => ({ ...form.run.args, ...Object.fromEntries(form.fields.flatMap((field) => ('now' in field ? [[field.name, field.now]] : []))) })
const longName = (name: string) => `县${'水利工程建设质量安全监督和运行管理'.repeat(7)}${name}`
const editedAsIs = async (said: object) => {
  const desk = deskFor('沈若兰', planOf([task(1, { lead: '县教育局', section: '建设平安校园' })], { bodies: [{ ...group, ...said }] }))
  const form = formIn(await type(body, '编辑 b1', desk))
  const answer = await act(body, { ...savedAsIs(form), leader: '王县长' }, desk)
  return { form, answer, now: desk.plans.get('p1' as never)?.bodies.get('b1') }
}

describe('what the text brought', () => {
  it('is saved again as it is, however long its names are', async () => {
    const said = { name: longName('领导小组'), deputies: [longName('副局长')], members: [longName('局'), '县教育局（县语委办、县招考中心）'], office: longName('办公室') }
    const { now } = await editedAsIs(said)
    expect(now).toMatchObject({ ...said, leader: '王县长' })
  })
  it('is saved again as it is, however many there are: those a field has no room for stay', async () => {
    const said = { deputies: Array.from({ length: 90 }, (_, at) => `副县长兼第${at}指挥所指挥长`), members: Array.from({ length: 400 }, (_, at) => `第${at}村村民委员会`) }
    const { form, now } = await editedAsIs(said)
    expect(form.fields.find(({ name }) => name === 'members')?.hint).toMatch(/名单较长，这里列前\d+个，其余\d+个不动/)
    expect(rememberForm({ run: form.run, now: Object.fromEntries(form.fields.flatMap((field) => ('now' in field ? [[field.name, field.now]] : []))), from: { manner: 'private' } })).toContain('第0村')
    expect(now).toMatchObject(said)
  })
  it('keeps its section whole, which is shown shortened', async () => {
    const section = `（一）${'全面推进义务教育优质均衡发展和城乡一体化。'.repeat(12)}`
    const { form, now } = await editedAsIs({ section })
    expect(form.fields.find(({ name }) => name === 'section')).toMatchObject({ choices: [{ label: '不限' }, { label: expect.stringMatching(/…$/) as unknown }, {}] })
    expect(now?.section).toBe(section)
  })
  it('keeps its section among more of them than a field offers', async () => {
    const tasks = Array.from({ length: 120 }, (_, at) => task(at + 1, { lead: '县教育局', section: `第${at}章` }))
    const form = formIn(await type(body, '编辑 b1', deskFor('沈若兰', planOf(tasks, { bodies: [{ ...group, section: '第119章' }] }))))
    const field = form.fields.find(({ name }) => name === 'section')
    expect(field).toMatchObject({ now: '第119章' })
    expect(field !== undefined && 'choices' in field ? field.choices.slice(0, 3).map(({ value }) => value) : []).toEqual(['none', '第119章', '第0章'])
  })
})

describe('a name that is written anew', () => {
  it.each(['name', 'leader', 'deputies', 'members', 'office'])('and too long in %s is refused beside its field with the limit, its length and a way out', async (field) => {
    const answer = await act(body, filled({ [field]: longName('局') }), deskFor('沈若兰'))
    expect(answer).toMatchObject({ kind: 'form-errors', errors: { [field]: expect.stringMatching(/最多100个字.*有121个字.*简称/) as unknown } })
  })
  it('is one too many beside 200 others', async () => {
    const members = Array.from({ length: 201 }, (_, at) => `第${at}村`).join('、')
    expect(await act(body, filled({ members }), deskFor('沈若兰'))).toMatchObject({ kind: 'form-errors', errors: { members: expect.stringMatching(/最多200个，这里有201个.*合并成组/) as unknown } })
  })
})
