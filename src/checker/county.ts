// Units as far as lights go by them: who is in a group, who is whom by now, and which days are off.
import type { Announced } from './days.ts'
import type { Day, DirectoryEvent, Happened } from './raw.ts'

export type County = { members: ReadonlyMap<string, readonly string[]>; now: ReadonlyMap<string, string>; announced: Announced }

export class Units {
  readonly #happened: readonly Happened<DirectoryEvent>[]
  readonly #units = new Map<string, readonly string[] | undefined>()
  readonly #now = new Map<string, string>()
  readonly #announced = new Map<number, { off: readonly Day[]; work: readonly Day[] }>()
  #taken = 0
  #county: County = { members: new Map(), now: new Map(), announced: new Map() }

  constructor(happened: readonly Happened<DirectoryEvent>[]) {
    this.#happened = happened
  }

  /** The same object as long as nothing happened. */
  until(day: Day): County {
    const before = this.#taken
    for (let next = this.#happened[this.#taken]; next !== undefined && next.stamp.on <= day; next = this.#happened[this.#taken]) {
      this.#takeIn(next.event)
      this.#taken += 1
    }
    if (this.#taken !== before) this.#county = { members: new Map([...this.#units].flatMap(([unit, members]) => (members === undefined ? [] : [[unit, members] as const]))), now: new Map(this.#now), announced: new Map(this.#announced) }
    return this.#county
  }

  #takeIn(event: DirectoryEvent): void {
    switch (event.type) {
      case 'units-added':
        for (const { id, members } of event.units) this.#units.set(id, members)
        return
      case 'unit-merged':
        this.#becomes(event.other, event.keep)
        return
      case 'unit-succeeded':
        this.#becomes(event.from, event.to)
        return
      case 'days-off-announced':
        this.#announced.set(event.year, { off: event.off, work: event.work })
        return
    }
  }

  #becomes(other: string, keep: string): void {
    if (!this.#units.has(other) || !this.#units.has(keep)) return
    this.#units.set(keep, this.#units.get(keep) ?? this.#units.get(other))
    this.#units.delete(other)
    for (const [unit, members] of this.#units) if (members?.includes(other) === true) this.#units.set(unit, [...new Set(members.map((each) => (each === other ? keep : each)))])
    for (const [was, unit] of this.#now) if (unit === other) this.#now.set(was, keep)
    this.#now.set(other, keep)
  }
}
