import { describe, expect, it } from 'vitest'
import { briefReaders, isSentBrief } from '#src/directory/brief.ts'
import { decideDirectory } from '#src/directory/directory.ts'
import { may } from '#src/directory/permissions.ts'
import { change, day, directoryWith, personNamed } from '#test/builders.ts'

const county = () => {
  const directory = directoryWith([], { name: '李县长', roles: ['leader'] }, { name: '韩雪' }, { name: '苏晚晴', contactOf: ['县教育局'] }, { name: '沈若兰', roles: ['secretary'] })
  change(directory, { type: 'name-aide', person: personNamed(directory, '韩雪').id, leader: personNamed(directory, '李县长').id })
  return directory
}
const asked = (name: string, wanted: boolean, directory = county()) => decideDirectory(directory, { type: 'want-brief', person: personNamed(directory, name).id, wanted }, day('2026-07-02'))

describe('Monday’s brief', () => {
  it('is wanted by nobody before they say so', () => expect(briefReaders(county())).toEqual([]))
  it.each(['李县长', '韩雪'])('can be wanted by a leader and by an aide: %s', (name) => {
    const directory = county()
    change(directory, { type: 'want-brief', person: personNamed(directory, name).id, wanted: true })
    expect(briefReaders(directory).map((person) => person.name)).toEqual([name])
  })
  it.each(['苏晚晴', '沈若兰'])('is no message to anybody else, who can see it when they like: %s', (name) => {
    expect(asked(name, true)).toEqual({ ok: false, refusal: { code: 'brief-for-leaders' } })
    expect(isSentBrief(personNamed(county(), name))).toBeUndefined()
  })
  it('is said once, and taken back once', () => {
    const directory = county()
    expect(asked('李县长', false)).toEqual({ ok: true, events: [] })
    change(directory, { type: 'want-brief', person: personNamed(directory, '李县长').id, wanted: true })
    expect(asked('李县长', true, directory)).toEqual({ ok: true, events: [] })
    expect(asked('李县长', false, directory)).toMatchObject({ events: [{ type: 'brief-lifted' }] })
  })
  it('can be taken back by whoever leads no more', () => {
    const directory = county()
    const leader = personNamed(directory, '李县长').id
    change(directory, { type: 'want-brief', person: leader, wanted: true })
    change(directory, { type: 'revoke-role', person: leader, role: 'leader' })
    expect(asked('李县长', false, directory)).toMatchObject({ events: [{ type: 'brief-lifted' }] })
  })
  it('is each one’s own to want', () => {
    const directory = county()
    const [leader, secretary] = [personNamed(directory, '李县长'), personNamed(directory, '沈若兰')]
    expect([may(leader, 'want-brief', undefined, { person: leader.id }), may(secretary, 'want-brief', undefined, { person: leader.id })]).toEqual([true, false])
  })
})
