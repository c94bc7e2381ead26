// In which language somebody is answered and told, as they chose it.
import { describe, expect, it } from 'vitest'
import { decideDirectory } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { change, day, directoryWith, personNamed } from '#test/builders.ts'

const county = () => directoryWith([], { name: '李县长', roles: ['leader'] }, { name: '沈若兰', roles: ['secretary'] })

describe('a language', () => {
  it('is nobody’s before they choose one', () => expect(personNamed(county(), '李县长').language).toBeUndefined())
  it('is kept once it is chosen, and changed as often as they like', () => {
    const directory = county()
    const { id } = personNamed(directory, '李县长')
    for (const language of ['en', 'zh'] as const) {
      change(directory, { type: 'choose-language', person: id, language })
      expect(personNamed(directory, '李县长').language).toBe(language)
    }
  })
  it('chosen again is no second entry', () => {
    const directory = county()
    const { id: person } = personNamed(directory, '李县长')
    change(directory, { type: 'choose-language', person, language: 'en' })
    expect(decideDirectory(directory, { type: 'choose-language', person, language: 'en' }, day('2026-07-02'))).toEqual({ ok: true, events: [] })
  })
  it('is each one’s own to choose', () => {
    const directory = county()
    const [leader, secretary] = [personNamed(directory, '李县长'), personNamed(directory, '沈若兰')]
    expect(may(leader, 'choose-language', undefined, { person: leader.id })).toBe(true)
    expect(may(secretary, 'choose-language', undefined, { person: leader.id })).toBe(false)
  })
})
