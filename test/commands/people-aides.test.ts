// 领导联络员: named by the secretary or an admin, typed, pressed, or said in plain words.
import { describe, expect, it } from 'vitest'
import { ordered } from '#commands/ordered.ts'
import { people } from '#commands/people.ts'
import type { Directory } from '#src/directory/directory.ts'
import { directoryWith, personNamed, planWith, task } from '#test/builders.ts'
import { deskOf, type TestDesk } from '#test/desk.ts'
import { buttons, cardIn, formIn, shown, type } from './acting.ts'

const county = (): Directory => directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '武志成', roles: ['admin'] }, { name: '李明', title: '县长', roles: ['leader'] }, { name: '韩雪', handle: 'U0HAN' }, { name: '苏晚晴', contactOf: ['县教育局'] })
const deskFor = (asker: string, directory = county()): TestDesk => deskOf({ plans: [planWith(task(1, { lead: '县教育局' }))], directory, asker })
const aideOf = (desk: TestDesk): readonly string[] => personNamed(desk.directory, '韩雪').aideOf ?? []

describe('a leader’s aide', () => {
  it.each(['领导联络员 韩雪 李明', '领导联络员 <@U0HAN> 李县长', 'aide 韩雪 李明'])('is named by: %s', async (line) => {
    const desk = deskFor('沈若兰')
    expect(shown(await type(people, line, desk))).toContain('已记录：韩雪是李明的联络员')
    expect(aideOf(desk)).toEqual([personNamed(desk.directory, '李明').id])
  })

  it('is named in a form where no leader was said', async () => {
    const desk = deskFor('武志成')
    const form = formIn(await type(people, '领导联络员 韩雪', desk))
    expect(form.fields[0]).toMatchObject({ name: 'leader', choices: [{ label: '李明 县长' }] })
    await people.handle({ ...form.run.args, leader: personNamed(desk.directory, '李明').id }, desk)
    expect(aideOf(desk)).toHaveLength(1)
  })

  it.each(['李县长的联络员是韩雪', '韩雪是李县长的联络员', '李明的联络员换成韩雪'])('is shown as it was read in plain words, and recorded when that is pressed: %s', async (words) => {
    const desk = deskFor('沈若兰')
    const answer = await ordered(words, desk)
    expect(aideOf(desk)).toEqual([])
    if (answer?.kind !== 'card') throw new Error('no card')
    const confirm = answer.card.actions?.find(({ style }) => style === 'primary')
    expect(confirm?.run).toMatchObject({ command: 'people', args: { act: 'aide' } })
    await people.handle(confirm?.run.args, desk)
    expect(aideOf(desk)).toHaveLength(1)
  })

  it('shows on the card whose, with the way to end it', async () => {
    const desk = deskFor('沈若兰')
    await type(people, '领导联络员 韩雪 李明', desk)
    const card = await type(people, '韩雪', desk)
    expect(shown(card)).toContain('李明的联络员')
    expect(shown(await type(people, '取消领导联络员 韩雪 李明', desk))).toContain('不再是李明的联络员')
    expect(aideOf(desk)).toEqual([])
    expect(Object.keys(buttons(cardIn(await type(people, '韩雪', desk))))).toContain('是谁的联络员')
  })

  it('is for the secretary and admins to name, and only of a leader', async () => {
    expect(shown(await type(people, '领导联络员 韩雪 李明', deskFor('苏晚晴')))).toContain('能定领导联络员')
    expect(shown(await type(people, '领导联络员 韩雪 苏晚晴', deskFor('沈若兰')))).toContain('苏晚晴')
  })
})
