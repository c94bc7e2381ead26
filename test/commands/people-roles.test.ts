// 人员: registering and renaming, roles, contacts, heads, fields of charge; typed and pressed.
import { describe, expect, it } from 'vitest'
import { people } from '#commands/people.ts'
import type { Desk } from '#src/command.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { Lang } from '#templates/card.ts'
import { directoryWith, personNamed, planWith, task } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { expectGoodCard } from '../templates/card-rules.ts'
import { act, buttons, cardIn, formIn, shown, type } from './acting.ts'

const county = (): Directory =>
  directoryWith(
    ['县教育局', '县财政局', '县住建局'],
    { name: '沈若兰', roles: ['secretary'], handle: 'U0SEC' },
    { name: '武志成', roles: ['admin'], handle: 'U0ADM' },
    { name: '何景川', roles: ['leader'], handle: 'U0LEAD' },
    { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' },
    { name: '方叔文', headOf: ['县教育局'], handle: 'U0HEAD' },
    { name: '乔安', handle: 'U0NEW' },
  )
const plans = [planWith(task(1, { lead: '县教育局' }))]
const deskFor = (asker: string, directory = county(), lang: Lang = 'zh'): Desk => deskOf({ plans, directory, asker, lang })
const now = (desk: Desk, name: string) => personNamed(desk.directory, name)

describe('授权', () => {
  it.each([['督查室', 'secretary'], ['领导', 'leader'], ['领导联络员', 'aide'], ['管理员', 'admin'], ['Secretary', 'secretary']])('%s makes somebody %s', async (word, role) => {
    const desk = deskFor('武志成')
    expect(shown(await type(people, `授权 <@U0NEW> ${word}`, desk))).toContain('已记录：乔安有')
    expect(now(desk, '乔安').roles).toEqual([role])
  })
  it('is typed in English too', async () => {
    const desk = deskFor('武志成', county(), 'en')
    expect(shown(await type(people, 'grant <@U0NEW> leader', desk))).toContain('Recorded: 乔安 is leader.')
    expect(shown(await type(people, 'revoke <@U0NEW> leader', desk))).toContain('Recorded: 乔安 is not leader.')
    expect(now(desk, '乔安').roles).toEqual([])
  })
  it('is the admin’s alone, and the refusal says who that is', async () => {
    for (const asker of ['沈若兰', '何景川', '方叔文', '乔安']) expect(shown(await type(people, '授权 <@U0NEW> 管理员', deskFor(asker)))).toContain('只有管理员(武志成)能授予角色')
  })
  it('of a role that is not there offers those that are, and one press grants it', async () => {
    const desk = deskFor('武志成')
    const card = cardIn(await type(people, '授权 <@U0NEW> 局长', desk))
    expect(card.text).toBe('没有“局长”这个角色，可以是：领导、领导联络员、督查室、管理员。')
    await act(people, buttons(card)['督查室']?.args, desk)
    expect(now(desk, '乔安').roles).toEqual(['secretary'])
  })
  it('without a role opens a form of those the person has not', async () => {
    const desk = deskFor('武志成')
    const form = formIn(await type(people, '授权 <@U0LEAD>', desk))
    expect(form.fields[0]).toMatchObject({ name: 'role', choices: [{ value: 'aide' }, { value: 'secretary' }, { value: 'admin' }] })
    await act(people, { ...form.run.args, role: 'secretary' }, desk)
    expect(now(desk, '何景川').roles).toEqual(['leader', 'secretary'])
  })
  it('of somebody who is not registered says how they are', async () => expect(shown(await type(people, '授权 <@U0NOBODY> 领导', deskFor('武志成')))).toContain('/duban 人员 登记'))
})

describe('收回', () => {
  it('takes a role back', async () => {
    const desk = deskFor('武志成')
    expect(shown(await type(people, '收回 <@U0SEC> 督查室', desk))).toContain('已记录：沈若兰没有督查室角色。')
    expect(now(desk, '沈若兰').roles).toEqual([])
  })
  it('leaves the last admin, and says so', async () => {
    const desk = deskFor('武志成')
    expect(shown(await type(people, '收回 <@U0ADM> 管理员', desk))).toContain('武志成是唯一的管理员')
    expect(now(desk, '武志成').roles).toEqual(['admin'])
  })
})

describe('负责人', () => {
  it('of a unit is named by the secretary, and then names its contacts', async () => {
    const desk = deskFor('沈若兰')
    expect(shown(await type(people, '负责人 <@U0NEW> 住建局', desk))).toContain('已记录：乔安是县住建局负责人。')
    const head = deskFor('乔安', desk.directory)
    expect(shown(await type(people, '指定 <@U0EDU> 县住建局', head))).toContain('苏晚晴是县住建局联络员')
  })
  it('is not named by others', async () => expect(shown(await type(people, '负责人 <@U0NEW> 县教育局', deskFor('方叔文')))).toContain('只有督查室(沈若兰)能指定单位负责人'))
  it('is taken back', async () => {
    const desk = deskFor('沈若兰')
    expect(shown(await type(people, '取消负责人 方叔文 县教育局', desk))).toContain('已记录：方叔文不是县教育局负责人。')
    expect(now(desk, '方叔文').headOf).toEqual([])
  })
})

describe('取消', () => {
  it('removes a contact, and says who is asked from now on', async () => {
    const desk = deskFor('沈若兰')
    const answer = await type(people, '取消 <@U0EDU> 县教育局', desk)
    expect(shown(answer)).toContain('已记录：苏晚晴不是县教育局联络员。')
    expect(shown(answer)).toContain('今后的通知发给方叔文')
    expect(now(desk, '苏晚晴').contactOf).toEqual([])
  })
  it('says when nobody is left, and one press names another', async () => {
    const desk = deskFor('沈若兰')
    await type(people, '取消负责人 方叔文 县教育局', desk)
    const card = cardIn(await type(people, 'remove 苏晚晴 县教育局', desk))
    const form = formIn(await act(people, buttons(card)['指定联络员']?.args, desk))
    expect(shown(await act(people, { ...form.run.args, person: now(desk, '乔安').id }, desk))).toContain('乔安是县教育局联络员')
  })
  it('is the head’s too, for their own unit', async () => {
    const desk = deskFor('方叔文')
    await type(people, '取消 苏晚晴 县教育局', desk)
    expect(now(desk, '苏晚晴').contactOf).toEqual([])
    expect(shown(await type(people, '取消 苏晚晴 县财政局', desk))).toContain('只有')
  })
  it('is not for the contact or the leader', async () => {
    for (const asker of ['苏晚晴', '何景川', '武志成']) expect(shown(await type(people, '取消 苏晚晴 县教育局', deskFor(asker)))).toContain('能取消联络员')
  })
})

describe('分管', () => {
  it.each(['教育 校园', '教育、校园', '教育,校园'])('%s are two fields of a leader', async (words) => {
    const desk = deskFor('沈若兰')
    expect(shown(await type(people, `分管 <@U0LEAD> ${words}`, desk))).toContain('已记录：何景川分管教育、校园。')
    expect(now(desk, '何景川').fields).toEqual(['教育', '校园'])
  })
  it('无 is none', async () => {
    const desk = deskFor('沈若兰')
    await type(people, '分管 何景川 教育', desk)
    expect(shown(await type(people, '分管 何景川 无', desk))).toContain('何景川没有分管领域')
    expect(now(desk, '何景川').fields).toEqual([])
  })
  it('opens a form with those that stand', async () => {
    const desk = deskFor('沈若兰')
    await type(people, '分管 何景川 教育 校园', desk)
    const form = formIn(await type(people, 'fields 何景川', desk))
    expect(form.fields[0]).toMatchObject({ name: 'fields', now: '教育 校园' })
    await act(people, { ...form.run.args, fields: '卫生' }, desk)
    expect(now(desk, '何景川').fields).toEqual(['卫生'])
  })
  it('are only a leader’s, and the refusal says how one becomes one', async () => {
    for (const words of ['分管 苏晚晴 教育', '分管 苏晚晴']) expect(shown(await type(people, words, deskFor('沈若兰')))).toContain('苏晚晴现在不是领导')
  })
  it('are the secretary’s to say', async () => expect(shown(await type(people, '分管 何景川 教育', deskFor('何景川')))).toContain('只有督查室(沈若兰)能设分管领域'))
})

describe('登记', () => {
  it('of an account that is known by its id gives it a name', async () => {
    const directory = directoryWith([], { name: 'U0ADMIN', roles: ['admin', 'secretary'], handle: 'U0ADMIN' })
    const desk = deskFor('U0ADMIN', directory)
    expect(shown(await type(people, '登记 <@U0ADMIN> 沈若兰 督查室主任', desk))).toContain('“U0ADMIN”现在登记为“沈若兰 督查室主任”')
    expect(now(desk, '沈若兰')).toMatchObject({ id: 'u1', title: '督查室主任', roles: ['admin', 'secretary'] })
  })
  it('of a name that was only typed says how to choose the account, and that of somebody known is known', async () => {
    expect(shown(await type(people, '登记 @白露 白露', deskFor('沈若兰')))).toMatch(/“@白露”只是文字.*从弹出的名单里点选本人/)
    expect(shown(await type(people, '登记 @苏晚晴 苏晚晴', deskFor('沈若兰')))).toContain('已经登记为“苏晚晴”')
  })
  it('once more with the same name changes nothing', async () => expect(shown(await type(people, '登记 <@U0EDU> 苏晚晴', deskFor('沈若兰')))).toContain('已经登记为“苏晚晴”'))
  it('renames for the secretary and the admin only', async () => {
    for (const [asker, words] of [['武志成', '已记录'], ['沈若兰', '已记录'], ['方叔文', '只有'], ['苏晚晴', '只有']] as const) expect(shown(await type(people, '登记 <@U0EDU> 苏婉清', deskFor(asker)))).toContain(words)
  })
  it('offers what comes next', async () => {
    const desk = deskFor('沈若兰')
    const card = cardIn(await type(people, '登记 <@U0FRESH> 白露', desk))
    const form = formIn(await act(people, buttons(card)['指定为联络员']?.args, desk))
    expect(shown(await act(people, { ...form.run.args, unit: '县财政局' }, desk))).toContain('白露是县财政局联络员')
  })
})

describe('the list of people', () => {
  it('has a button on each row for whoever may change something, and for nobody else', async () => {
    const labels = async (asker: string) => Object.keys(buttons(cardIn(await type(people, '', deskFor(asker)))))
    for (const asker of ['沈若兰', '武志成', '方叔文']) expect(await labels(asker)).toContain('调整')
    for (const asker of ['何景川', '苏晚晴', '乔安']) expect(await labels(asker)).toEqual(['单位'])
  })
  it('turns its pages', async () => {
    const many = directoryWith([], ...Array.from({ length: 45 }, (_, at) => ({ name: `人${at + 1}`, ...(at === 0 ? { roles: ['secretary' as const] } : {}) })))
    const desk = deskFor('人1', many)
    const first = cardIn(await type(people, '', desk))
    expect(first.text).toBe('人员共45人，第1/3页')
    expect(shown(await act(people, buttons(first)['下一页']?.args, desk))).toContain('人21')
  })
})

describe('one person', () => {
  const offered = async (asker: string, name: string) => Object.keys(buttons(cardIn(await type(people, name, deskFor(asker)))))

  it('shows to each what they may change', async () => {
    expect(await offered('武志成', '何景川')).toEqual(['收回', '授权', '全部人员'])
    expect(await offered('沈若兰', '何景川')).toEqual(['指定为联络员', '指定为B岗', '指定为负责人', '分管领域', '全部人员'])
    expect(await offered('沈若兰', '苏晚晴')).toEqual(['取消', '指定为联络员', '指定为B岗', '指定为负责人', '找人代办', '交接', '全部人员'])
    expect(await offered('方叔文', '苏晚晴')).toEqual(['取消', '指定为联络员', '指定为B岗', '全部人员'])
    expect(await offered('何景川', '苏晚晴')).toEqual(['全部人员'])
    expect(await offered('苏晚晴', '苏晚晴')).toEqual(['找人代办', '全部人员'])
  })
  it('is changed by one press', async () => {
    const desk = deskFor('沈若兰')
    await act(people, buttons(cardIn(await type(people, '苏晚晴', desk)))['取消']?.args, desk)
    expect(now(desk, '苏晚晴').contactOf).toEqual([])
  })
  it('is offered to a head for their own unit only', async () => {
    const desk = deskFor('方叔文')
    expect(formIn(await act(people, buttons(cardIn(await type(people, '乔安', desk)))['指定为联络员']?.args, desk)).fields[0]).toMatchObject({ choices: [{ value: '县教育局' }] })
  })
  it('reads well in both languages, whoever looks', async () => {
    for (const lang of ['zh', 'en'] as const)
      for (const asker of ['沈若兰', '武志成', '何景川', '苏晚晴', '方叔文'])
        for (const words of ['', '何景川', '苏晚晴', '授权 乔安 领导', '取消 苏晚晴 县教育局', '负责人 乔安 县财政局', '取消负责人 方叔文 县教育局', '分管 何景川 教育', '登记 <@U0NEW> 乔小安', '登记 <@U0FRESH> 白露 科员'])
          expectGoodCard(cardIn(await type(people, words, deskFor(asker, county(), lang))))
  })
  it('who is not there is said to be not there', async () => expect(shown(await type(people, '某人', deskFor('沈若兰')))).toContain('人员名册里没有“某人”'))
})
