// Who holds a post is worked out once for all that ask, and is never what it was before the last change.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupsOf, contactsOf, decideDirectory, evolveDirectory, handlersOf, headsOf, type Directory } from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { directoryOn } from '#src/directory/on-day.ts'
import type { Person } from '#src/directory/person.ts'
import { PersonId } from '#src/ledger/ids.ts'
import { taskList } from '#src/queries/task-list.ts'
import { day, directoryWith, planOf, stampOf, task, unitId, viewOn } from '#test/builders.ts'

const units = ['甲局', '乙局', '丙局']
const county = (): Directory => directoryWith(units, { name: '甲', roles: ['admin'] }, { name: '乙', contactOf: ['甲局'] }, { name: '丙', headOf: ['甲局', '乙局'] })

const [anyone, anyUnit] = [fc.constantFrom('u1', 'u2', 'u3').map((id) => PersonId.parse(id)), fc.constantFrom(...units).map(unitId)]
const anyChange: fc.Arbitrary<DirectoryIntent> = fc.oneof(
  fc.record({ type: fc.constantFrom('name-contact' as const, 'remove-contact' as const, 'name-head' as const, 'remove-head' as const, 'name-backup' as const, 'name-handler' as const), person: anyone, unit: anyUnit }),
  fc.tuple(anyone, anyone).map(([from, to]): DirectoryIntent => ({ type: 'hand-over', from, to })),
  fc.tuple(anyUnit, fc.constantFrom(...units)).map(([unit, alias]): DirectoryIntent => ({ type: 'add-alias', unit, alias })),
  fc.tuple(anyone, anyone).map(([person, deputy]): DirectoryIntent => ({ type: 'set-absence', person, deputy, from: day('2026-07-01'), until: day('2026-07-10') })),
)

const posts = { contactOf: contactsOf, headOf: headsOf, backupOf: backupsOf, handlerOf: handlersOf } as const
const scanned = ({ people }: Directory, post: keyof typeof posts, unit: string): Person[] => [...people.values()].filter((person) => (person.own ?? person)[post].includes(unitId(unit)))

function expectAsScanned(directory: Directory): void {
  for (const post of ['contactOf', 'headOf', 'backupOf', 'handlerOf'] as const)
    for (const unit of units) expect(posts[post](directory, unitId(unit))).toEqual(scanned(directory, post, unit))
}

describe('who holds a post of a unit', () => {
  it('is what the people say, after every change, on every day', () =>
    fc.assert(fc.property(fc.array(anyChange, { maxLength: 8 }), (changes) => {
      const directory = county()
      for (const intent of changes) {
        const decision = decideDirectory(directory, intent, day('2026-07-02'))
        for (const event of decision.ok ? decision.events : []) evolveDirectory(directory, event, stampOf('2026-07-02'))
        expectAsScanned(directory)
        expectAsScanned(directoryOn(directory, day('2026-07-05')))
      }
    })))

  it('is looked up among the people as often for four hundred tasks as for four', () => {
    const looks = (count: number): number => {
      const directory = county()
      let walks = 0
      const values = directory.people.values.bind(directory.people)
      directory.people.values = () => ((walks += 1), values())
      taskList(viewOn('2026-06-10', planOf(Array.from({ length: count }, (_, at) => task(at + 1, { lead: '甲局', support: ['乙局', '丙局'] }))), directory))
      return walks
    }
    expect(looks(400)).toBe(looks(4))
  })
})
