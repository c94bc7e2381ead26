// 收不到提醒: whom no message reaches is a visible problem, not an endless retry.
import { describe, expect, it } from 'vitest'
import { homeCard } from '#commands/home.ts'
import { day, directoryWith, personNamed, planWith, task } from '#test/builders.ts'
import { deskOf } from '#test/desk.ts'
import { expectGoodCard } from '#test/templates/card-rules.ts'
import { shown } from './acting.ts'

const directory = directoryWith(['县教育局'], { name: '沈若兰', roles: ['secretary'] }, { name: '苏晚晴', contactOf: ['县教育局'], handle: 'U0EDU' }, { name: '方叔文' })
const home = (name: string, why: string) => homeCard(deskOf({ asker: '沈若兰', plans: [planWith(task(1, { lead: '县教育局' }))], directory, unreachable: new Map([[personNamed(directory, name).id, { on: day('2026-06-30'), why }]]) }))

describe('whom no message reaches', () => {
  it('stands first on the secretary’s Home, with since when, why and the way to the person', () => {
    const card = home('苏晚晴', 'user_disabled')
    expectGoodCard(card)
    expect(shown({ kind: 'card', card })).toMatch(/收不到提醒 1人[^]*苏晚晴 · 县教育局 · 6月30日起发不到：账号停用或不收私聊/)
    expect(JSON.stringify(card.sections?.[0]?.rows)).toContain('"command":"people","args":{"act":"show"')
  })
  it('is said to have no account where none is registered', () => expect(shown({ kind: 'card', card: home('苏晚晴', 'no-account') })).toContain('没有账号'))
  it('is nobody’s to see to once they hold nothing any more', () => expect(shown({ kind: 'card', card: home('方叔文', 'user_disabled') })).not.toContain('收不到提醒'))
})
