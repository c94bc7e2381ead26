// Whoever adds an event says to the checker what it is: of one that it does not know it judges nothing.
import { expect, it } from 'vitest'
import { knownEvents } from '#src/checker/raw.ts'
import { DirectoryEvent } from '#src/directory/directory.ts'
import { effects } from '#src/ledger/effects.ts'

const typesIn = (schema: unknown): string[] => {
  const { options, shape } = schema as { options?: readonly unknown[]; shape?: { type: { value: string } } }
  return options === undefined ? (shape === undefined ? [] : [shape.type.value]) : options.flatMap(typesIn)
}

it('knows every event of a plan', () => expect(Object.keys(effects).filter((type) => !knownEvents.plan.includes(type as never))).toEqual([]))
it('knows every event of the directory', () => {
  expect(typesIn(DirectoryEvent).length).toBeGreaterThan(20)
  expect(typesIn(DirectoryEvent).filter((type) => !knownEvents.directory.includes(type as never))).toEqual([])
})
