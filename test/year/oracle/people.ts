// Who is who, as the oracle reads it from the entries about units and people.
import type { DirectoryEvent } from '#src/directory/directory.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { WorkingDays } from './working-days.ts'

const posts = ['contact', 'backup', 'head', 'handler'] as const
type Post = (typeof posts)[number]
type Away = { person: string; from: string; until: string; deputy?: string | undefined; by: string }
export type Handover = { id: string; from: string; to: string; on: string; units: readonly string[] }

export class People {
  days = new WorkingDays()
  readonly handovers: Handover[] = []
  readonly #members = new Map<string, readonly string[]>()
  readonly #units = new Map<string, string>()
  readonly #nameOf = new Map<string, string>()
  readonly #people = new Map<string, { name: string; title?: string | undefined }>()
  readonly #became = new Map<string, string>()
  readonly #roles = new Map<string, Set<string>>()
  readonly #holding = new Map<Post, Map<string, string[]>>(posts.map((post) => [post, new Map<string, string[]>()]))
  readonly announced = new Map<number, { off: readonly string[]; work: readonly string[] }>()
  away: Away[] = []

  read(event: DirectoryEvent, { by }: Pick<Stamp, 'by'>): void {
    // Telephones and fields of charge ask nobody; names do where a body is said to be of them.
    switch (event.type) {
      case 'units-added':
        for (const { id, name, aliases, members } of event.units) {
          if (members !== undefined) this.#members.set(id, members)
          this.#nameOf.set(id, name)
          for (const each of [name, ...aliases]) this.#units.set(each, id)
        }
        return
      case 'unit-alias-added':
        this.#units.set(event.alias, event.unit)
        return
      case 'unit-renamed':
        this.#nameOf.set(event.unit, event.name)
        this.#units.set(event.name, event.unit)
        return
      case 'person-added':
        this.#people.set(event.person.id, { name: event.person.name, title: event.person.title })
        return
      case 'person-renamed':
        this.#people.set(event.person, { name: event.name, title: event.title })
        return
      case 'role-granted':
        this.#roles.set(event.role, (this.#roles.get(event.role) ?? new Set<string>()).add(event.person))
        return
      case 'contact-named': case 'backup-named': case 'head-named': case 'handler-named':
        this.#hold(event.type.replace('-named', '') as Post, event.unit, event.person)
        return
      case 'contact-removed': case 'backup-removed': case 'head-removed': case 'handler-removed':
        this.#leave(event.type.replace('-removed', '') as Post, event.unit, event.person)
        return
      case 'role-revoked':
        this.#roles.get(event.role)?.delete(event.person)
        return
      case 'absence-set':
        this.away = [...this.away.filter(({ person, from }) => person !== event.person || from !== event.from), { ...event, by }]
        return
      case 'absence-ended':
        this.away = this.away.filter(({ person, from }) => person !== event.person || from !== event.from)
        return
      case 'unit-succeeded':
        this.#becomeOne(event.from, event.to)
        return
      case 'unit-merged':
        this.#becomeOne(event.other, event.keep)
        return
      case 'handed-over':
        this.#handOver(event)
        return
      case 'days-off-announced':
        this.announced.set(event.year, event)
        this.days = new WorkingDays(this.announced)
        return
      case 'succession-set': case 'succession-dropped':
      case 'plan-opened': case 'fields-set': case 'telephone-set': case 'aide-named': case 'aide-removed': case 'brief-set': case 'brief-lifted': case 'language-set':
        return
    }
  }

  /** People and places in groups are the other's. */
  #becomeOne(from: string, to: string): void {
    for (const units of this.#holding.values()) {
      const gone = units.get(from) ?? []
      if (gone.length > 0) units.set(to, [...new Set([...(units.get(to) ?? []), ...gone])])
      units.delete(from)
    }
    for (const [group, members] of this.#members) if (members.includes(from)) this.#members.set(group, [...new Set(members.map((member) => (member === from ? to : member)))])
    for (const [former, now] of this.#became) if (now === from) this.#became.set(former, to)
    this.#became.set(from, to)
  }

  /** What a unit is by now. */
  now = (unit: string): string => this.#became.get(unit) ?? unit

  /** Those that are this one by now. */
  formerly = (unit: string): string[] => [...this.#became].filter(([, now]) => now === unit).map(([former]) => former)

  #hold(post: Post, unit: string, person: string): void {
    const units = this.#holding.get(post)
    const known = units?.get(unit) ?? []
    if (!known.includes(person)) units?.set(unit, [...known, person])
  }

  #leave(post: Post, unit: string, person: string): void {
    const units = this.#holding.get(post)
    units?.set(unit, (units.get(unit) ?? []).filter((each) => each !== person))
  }

  /** What is over stays as it was; whoever left is away no more, and their successor stands in where they would have. */
  #handOver({ from, to, on }: Extract<DirectoryEvent, { type: 'handed-over' }>): void {
    const gone = new Set<string>()
    for (const units of this.#holding.values())
      for (const [unit, people] of units) {
        if (!people.includes(from)) continue
        gone.add(unit)
        units.set(unit, people.includes(to) ? people.filter((each) => each !== from) : people.map((each) => (each === from ? to : each)))
      }
    this.away = this.away.flatMap((each) => {
      if (each.until < on || (each.person !== from && each.deputy !== from)) return [each]
      if (each.person === from) return []
      return [{ ...each, deputy: each.person === to ? undefined : to }]
    })
    this.handovers.push({ id: `h${this.handovers.length + 1}`, from, to, on, units: [...gone] })
  }

  nameOf = (unit: string): string => this.#nameOf.get(unit) ?? unit

  /** The unit of that name, one of its names, by now. */
  unitCalled = (name: string): string | undefined => ((unit) => (unit === undefined ? undefined : this.now(unit)))(this.#units.get(name))

  /** A person by name, or by a title that nobody else has; a unit's leading comrade: its head, or whoever is asked for it. */
  called(name: string, day: string): string[] {
    const all = [...this.#people]
    const named = all.filter(([, person]) => person.name === name)
    const found = named.length > 0 ? named : all.filter(([, person]) => person.title === name)
    if (found.length === 1) return found.map(([id]) => id)
    const unit = /(?:负责同志|负责人|领导|局长|主任|部长|书记|镇长|乡长)$/.test(name) ? this.unitCalled(name.replace(/(?:主要|分管)?(?:负责同志|负责人|领导|局长|主任|部长|书记|镇长|乡长)$/, '')) : undefined
    if (unit === undefined) return []
    const heads = this.headsThere(unit, day)
    return heads.length > 0 ? heads : this.asked([unit], day)
  }

  withRole = (role: string): string[] => [...(this.#roles.get(role) ?? [])]

  /** A group's members; else the unit. */
  voices = (unit: string): readonly string[] => this.#members.get(unit) ?? [unit]

  isGroup = (unit: string): boolean => this.#members.has(unit)

  groupsOf = (unit: string): string[] => [...this.#members].filter(([, members]) => members.includes(unit)).map(([group]) => group)

  #in = (post: Post, unit: string): string[] => this.#holding.get(post)?.get(unit) ?? []

  unitsOf = (person: string): string[] => posts.slice(0, 3).flatMap((post) => [...(this.#holding.get(post) ?? [])].filter(([, people]) => people.includes(person)).map(([unit]) => unit))

  isContact = (person: string, unit: string): boolean => this.#in('contact', unit).includes(person)

  /** In the place of somebody on a day: they, their deputy, or nobody. */
  inPlaceOf(person: string, day: string): string | undefined {
    const away = this.away.find((each) => each.person === person && each.from <= day && day <= each.until)
    return away === undefined ? person : away.deputy === undefined ? undefined : this.inPlaceOf(away.deputy, day)
  }

  /** As it would be without those days of somebody. */
  without(person: string, from: string): Pick<People, 'askedFor'> {
    return { askedFor: (unit, day) => this.#asWith(this.away.filter((each) => each.person !== person || each.from !== from), () => this.askedFor(unit, day)) }
  }

  #asWith<Answer>(away: Away[], ask: () => Answer): Answer {
    const known = this.away
    this.away = away
    const answer = ask()
    this.away = known
    return answer
  }

  #there = (people: readonly string[], day: string): string[] => [...new Set(people.flatMap((person) => this.inPlaceOf(person, day) ?? []))]

  headsThere = (unit: string, day: string): string[] => this.#there(this.#in('head', unit), day)

  /** Its contacts or who stands in for them, else the B岗, else the head; all away, and nobody in their place: the contacts all the same. */
  askedFor(unit: string, day: string): string[] {
    const rows = (['contact', 'backup', 'head'] as const).map((post) => this.#in(post, unit))
    const there = rows.map((people) => this.#there(people, day)).find((people) => people.length > 0)
    return there ?? rows.find((people) => people.length > 0) ?? []
  }

  /** Who handles an item of a unit, while they are its handler, or who is there in their place. */
  handling = (unit: string, person: string | undefined, day: string): string | undefined => (person !== undefined && this.#in('handler', unit).includes(person) ? this.inPlaceOf(person, day) : undefined)

  holds = (post: Post, unit: string, person: string | undefined): string | undefined => (person !== undefined && this.#in(post, unit).includes(person) ? person : undefined)

  asked = (units: readonly string[], day: string): string[] => [...new Set(units.flatMap((unit) => this.voices(unit)).flatMap((unit) => this.askedFor(unit, day)))]

  /** For whom somebody stands in on a day. */
  standsFor = (person: string, day: string): string[] => this.away.filter(({ from, until, person: other }) => from <= day && day <= until && this.inPlaceOf(other, day) === person).map(({ person: other }) => other)

  /** Asked on an ordinary day. */
  ordinarily = (unit: string): string[] => (['contact', 'backup', 'head'] as const).map((post) => this.#in(post, unit)).find((people) => people.length > 0) ?? []

  /** Those whose work somebody has taken over. */
  before(person: string): string[] {
    const [found, open] = [new Set<string>(), [person]]
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const { from, to } of this.handovers) if (to === next && from !== person && !found.has(from)) {
        found.add(from)
        open.push(from)
      }
    return [...found]
  }
}
