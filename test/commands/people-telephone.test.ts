import { describe, expect, it } from 'vitest'
import { people } from '#commands/people.ts'
import { directoryWith, personNamed } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { act, cardIn, formIn, shown, type } from './acting.ts'

const deskFor = (asker: string): TestDesk => deskOf({ directory: directoryWith([], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'] }), asker })
const number = (desk: TestDesk): string | undefined => personNamed(desk.directory, '沈若兰').telephone

describe('人员 电话', () => {
  it('is typed with a number', async () => {
    const desk = deskFor('沈若兰')
    expect(shown(await type(people, '电话 沈若兰 0733－8812345 转803', desk))).toContain('沈若兰的电话是0733-8812345 转803')
    expect(number(desk)).toBe('0733-8812345 转803')
    expect(cardIn(await type(people, '沈若兰', desk)).text).toContain('☎ 0733-8812345')
  })

  it('without one asks for one’s own in a form', async () => {
    const desk = deskFor('沈若兰')
    const form = formIn(await type(people, '电话', desk))
    expect(await act(people, { ...form.run.args, telephone: '打我手机' }, desk)).toMatchObject({ kind: 'form-errors', errors: { telephone: expect.stringContaining('“打我手机”不像电话号码') as string } })
    await act(people, { ...form.run.args, telephone: '8812345' }, desk)
    expect(number(desk)).toBe('8812345')
  })

  it('with a number alone is one’s own', async () => {
    const desk = deskFor('沈若兰')
    expect(shown(await type(people, '电话 0733－8812345 转803', desk))).toContain('沈若兰的电话是0733-8812345 转803')
    await type(people, '电话 无', desk)
    expect(number(desk)).toBeUndefined()
  })

  it('is taken back with 无', async () => {
    const desk = deskFor('沈若兰')
    await type(people, '电话 沈若兰 8812345', desk)
    expect(shown(await type(people, '电话 沈若兰 无', desk))).toContain('没有登记电话')
    expect(number(desk)).toBeUndefined()
  })

  it('is not the contacts’ to set', async () => expect(shown(await type(people, '电话 沈若兰 8812345', deskFor('苏晚晴')))).toContain('登记电话'))
})
