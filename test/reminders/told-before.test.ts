import { describe, expect, it } from 'vitest'
import { underFormerNames } from '#src/reminders/told-before.ts'
import { unitId } from '#test/builders.ts'

const told = new Set(['due-soon/p1/3/县水务局/2026-09-30/7/shi', 'handed-out/p1/县水务局/shi'])
const delivered = { notice: (key: string) => told.has(key), parcel: () => false }
const merged = new Map([[unitId('县水务局'), unitId('县水利局')]])

describe('what was told of a unit that was merged into another', () => {
  const known = underFormerNames(delivered, { people: new Map(), merged, handovers: [] })

  it.each(['due-soon/p1/3/县水利局/2026-09-30/7/shi', 'handed-out/p1/县水利局/shi'])('is told already under its new name: %s', (key) => expect(known.notice(key)).toBe(true))

  it.each(['due-soon/p1/3/县水利局/2026-09-30/3/shi', 'due-soon/p1/4/县水利局/2026-09-30/7/shi', 'handed-out/p1/县水利局/tang', 'handed-out/p1/县水/shi'])('is not told where it is another mark, task or person: %s', (key) => expect(known.notice(key)).toBe(false))
})

it('nothing is looked for where no unit was merged', () => expect(underFormerNames(delivered, { people: new Map(), merged: new Map(), handovers: [] })).toBe(delivered))
