import { describe, expect, it } from 'vitest'
import { aidesOf, leadersOf } from '#src/directory/aide.ts'
import { decideDirectory, emptyDirectory, evolveDirectory, type Directory } from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { day, stampOf } from '#test/builders.ts'

const [mayor, han, other] = ['u1', 'u2', 'u3'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId]

function directory(...intents: DirectoryIntent[]): Directory {
  const now = emptyDirectory()
  for (const intent of [{ type: 'add-person', name: '李县长' }, { type: 'add-person', name: '韩雪' }, { type: 'add-person', name: '王副县长' }, { type: 'grant-role', person: mayor, role: 'leader' }, ...intents] as const) {
    const decided = decideDirectory(now, intent, day('2026-07-01'))
    if (!decided.ok) throw new Error(decided.refusal.code)
    for (const event of decided.events) evolveDirectory(now, event, stampOf('2026-07-01'))
  }
  return now
}
const namesOf = (people: readonly { name: string }[]): string[] => people.map(({ name }) => name)

describe('a leader’s aide', () => {
  it('is named for a leader, and has the role of one from then on', () => {
    const now = directory({ type: 'name-aide', person: han, leader: mayor })
    expect(now.people.get(han)).toMatchObject({ roles: ['aide'], aideOf: [mayor] })
    expect(namesOf(aidesOf(now, mayor))).toEqual(['韩雪'])
  })

  it('is nobody’s who is no leader', () => expect(decideDirectory(directory(), { type: 'name-aide', person: han, leader: other }, day('2026-07-01'))).toEqual({ ok: false, refusal: { code: 'person-no-leader', name: '王副县长' } }))

  it('can be of several, and keeps the role until the last is taken away', () => {
    const now = directory({ type: 'grant-role', person: other, role: 'leader' }, { type: 'name-aide', person: han, leader: mayor }, { type: 'name-aide', person: han, leader: other }, { type: 'remove-aide', person: han, leader: mayor })
    expect(now.people.get(han)).toMatchObject({ roles: ['aide'], aideOf: [other] })
    expect(directory({ type: 'name-aide', person: han, leader: mayor }, { type: 'remove-aide', person: han, leader: mayor }).people.get(han)).toMatchObject({ roles: [] })
  })

  it('records for nobody whose role of a leader was taken back', () => {
    const now = directory({ type: 'name-aide', person: han, leader: mayor }, { type: 'revoke-role', person: mayor, role: 'leader' })
    const person = now.people.get(han)
    expect(person === undefined ? undefined : leadersOf(now, person)).toEqual([])
  })
})
