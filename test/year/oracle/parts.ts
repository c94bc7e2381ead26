// A part and its voices: what waits on it, what is ruled, and how it becomes another unit's.
import { answerer, asks, silent, type Ask, type Asked, type Ended, type GivenPart, type Part, type Task, type Voice, type When } from './standing.ts'

export const ruled = (asked: Asked | undefined, when: When, granted: boolean): void => void Object.assign(asked ?? {}, { ruled: { ...when, granted } })

/** Of a group the whole's and each member's; or of one member. What is done waits for nothing but a ruling on an objection. */
export function waitingIn(task: number, { unit, own, members }: Part, of: readonly (Ask | 'claim')[], member?: string): Omit<Ended, 'by' | 'on'>[] {
  const voices = [...(member === undefined ? [[unit, own] as const] : []), ...[...members].filter(([name]) => member === undefined || name === member)]
  return voices.flatMap(([speaker, voice]) => of.flatMap((what) => {
    const asked: Asked | undefined = what === 'claim' ? voice.claim : voice[what]
    const isOver = voice.accepted !== undefined || own.accepted !== undefined
    return asked === undefined || asked.ruled !== undefined || (isOver && what !== 'objection') ? [] : [{ task, part: unit, speaker, what, asked, handler: voice.handler?.person }]
  }))
}

/** Says that the part is not its own, and nobody has said no. */
export const isDisowned = (voice: Voice | undefined): boolean => voice?.['part-question']?.about === 'not-ours' && voice['part-question'].ruled?.granted !== false

const strength = { lead: 2, responsible: 1, support: 0 }
const asksMore = (one: Pick<Part, 'part' | 'presumed'>, other: Pick<Part, 'part' | 'presumed'>): boolean => strength[one.part] > strength[other.part] || (one.part === other.part && one.presumed && !other.presumed)

/** What waits no more is gone; what was ruled stays to be told. */
function settled(voice: Voice): Voice {
  const waits = (asked: Asked | undefined): boolean => asked !== undefined && asked.ruled === undefined
  const left: Voice = { ...voice, claim: undefined }
  for (const what of ['extension', 'objection', 'part-question'] as const) if (waits(left[what])) Reflect.deleteProperty(left, what)
  return left
}

/** Whoever has a part that asks more keeps it. What a unit said of the part, now or when it had it before, is its own; that it was done with less is no word of the whole. */
export function passOn(task: Task, part: Part, to: string, { on, at }: When): void {
  const { presumed, standing } = part
  const given = { part: part.part, presumed, standing }
  const known = task.parts.find(({ unit }) => unit === to)
  const before = task.former.find((former) => former.part.unit === to)?.part
  const next = known !== undefined && asksMore(known, given) ? known : taken(known ?? (before === undefined ? undefined : { ...before, own: { ...before.own, 'part-question': undefined } }), to, given)
  const former = { ...part, own: settled(part.own), members: new Map([...part.members].map(([member, voice]) => [member, settled(voice)])) }
  task.former = [...task.former.filter((each) => each.part.unit !== part.unit && each.part.unit !== to), { part: former, to, on, at }]
  // The first place of either.
  const order = [...new Set(task.parts.map(({ unit }) => (unit === part.unit ? to : unit)))]
  task.parts = order.flatMap((unit) => (unit === to ? [next] : task.parts.filter((each) => each.unit === unit)))
}

function taken(known: Part | undefined, unit: string, given: Pick<Part, 'part' | 'presumed' | 'standing'>): Part {
  if (known === undefined) return { unit, ...given, own: silent(), members: new Map() }
  const isDone = known.own.claim !== undefined || known.own.accepted !== undefined
  return { ...known, ...given, own: isDone ? unsaid(known.own) : known.own, members: isDone ? new Map([...known.members].map(([member, voice]) => [member, unsaid(voice)])) : known.members }
}

/** Said of less than is asked now. */
const unsaid = (voice: Voice): Voice => ({ ...voice, words: [], claim: undefined, accepted: undefined, returned: undefined })

/** A member of a group that became another: what the other said itself stands. */
export function membersNow(members: Part['members'], from: string, to: string): Part['members'] {
  const gone = members.get(from)
  if (gone === undefined) return members
  const known = members.get(to)
  const left = new Map([...members].filter(([member]) => member !== from))
  return left.set(to, known === undefined ? gone : together(known, gone, known.words.length === 0, isQuiet(known) || (known.claim === undefined && known.accepted === undefined && gone.claim !== undefined)))
}

const isQuiet = ({ words, claim, accepted, returned }: Voice): boolean => words.length === 0 && claim === undefined && accepted === undefined && returned === undefined

/** What stands of two voices that are one: the word of the first unless it has none, and all that waits. */
function together(standing: Voice, other: Voice, takesWord: boolean, takesClosing: boolean): Voice {
  const voice: Voice = { ...standing, words: takesWord ? other.words : standing.words, claims: takesWord ? [...standing.claims, ...other.claims] : standing.claims, handler: standing.handler ?? other.handler }
  const waits = (asked: Asked | undefined): boolean => asked !== undefined && asked.ruled === undefined
  for (const what of asks) {
    const isTheirs = !waits(standing[what]) && (waits(other[what]) || (what !== 'part-question' && standing[what] === undefined))
    if (isTheirs && other[what] !== undefined) Object.assign(voice, { [what]: other[what] })
  }
  return takesClosing ? { ...voice, claim: other.claim, accepted: other.accepted, returned: other.returned } : voice
}

/** A unit's part goes into another's. The part that asks more stands with its word; of two that ask the same, what either has open. @returns what waited of both, and can wait only once */
export function unitInto(task: Task, from: string, to: string, isSame: boolean): Omit<Ended, 'by' | 'on'>[] {
  const waited = task.parts.flatMap((part) => waitingIn(task.no, part, ['claim', ...asks]))
  const passes = ({ own }: Part): boolean => isSame || own.accepted === undefined
  const [part, known] = [task.parts.find(({ unit }) => unit === from), task.parts.find(({ unit }) => unit === to)]
  if (part !== undefined && passes(part)) {
    const [kept, other] = !isSame && known?.own.accepted !== undefined ? [part, known] : [known, part]
    const next = { ...(kept === undefined ? other : asOne(kept, other)), unit: to }
    const order = [...new Set(task.parts.map(({ unit }) => (unit === from ? to : unit)))]
    task.parts = order.flatMap((unit) => (unit === to ? [next] : task.parts.filter((each) => each.unit === unit)))
  }
  for (const each of task.parts) if (passes(each)) each.members = membersNow(each.members, from, to)
  const left = task.parts.flatMap((each) => waitingIn(task.no, each, ['claim', ...asks]))
  const isLeft = ({ what, asked }: Omit<Ended, 'by' | 'on'>): boolean => left.some((each) => each.what === what && each.asked.at === asked.at && each.asked.by === asked.by)
  return waited.filter((each) => !isLeft(each))
}

function asOne(kept: Part, other: Part): Part {
  const [standing, joining] = asksMore(other, kept) ? [other, kept] : [kept, other]
  const isEqual = !asksMore(standing, joining)
  const isOpen = standing.own.claim === undefined && standing.own.accepted === undefined
  const takesWord = isEqual && isOpen && standing.own.words.length === 0 && joining.own.accepted === undefined
  const members = [...joining.members].reduce((known, [member, said]) => {
    const before = known.get(member)
    return known.set(member, before === undefined ? said : together(before, said, before.words.length === 0, isQuiet(before)))
  }, new Map(standing.members))
  return { ...standing, own: together(standing.own, joining.own, takesWord, isEqual && isOpen && joining.own.claim !== undefined), members }
}

export const partOf = ({ unit, part, inferred }: GivenPart): Part => ({ unit, part, presumed: inferred === 'lead', standing: inferred === 'standing', own: silent(), members: new Map() })

/** A task's units as another text names them. Who is named no more has no part, and finds its word again should it come back. */
export function givenAnew(task: Task, units: readonly GivenPart[], { on, at }: When): { changed: string[]; ended: Omit<Ended, 'by' | 'on'>[] } {
  const waits = (part: Part): Omit<Ended, 'by' | 'on'>[] => waitingIn(task.no, part, ['claim', ...asks])
  const onlyHelps = ({ part, standing }: Part): boolean => part === 'support' || standing
  const gone = task.parts.filter(({ unit }) => !units.some((named) => named.unit === unit))
  const ended = gone.flatMap(waits)
  const changed = gone.map(({ unit }) => unit)
  const parts = units.map((named): Part => {
    const given = partOf(named)
    const standing = task.parts.find(({ unit }) => unit === named.unit)
    const known = standing ?? task.former.find(({ part }) => part.unit === named.unit)?.part ?? given
    if (standing?.part !== given.part || standing.presumed !== given.presumed || standing.standing !== given.standing) changed.push(named.unit)
    const part = { ...known, part: given.part, presumed: given.presumed, standing: given.standing }
    if (!onlyHelps(known) || onlyHelps(given) || (known.own.claim === undefined && known.own.accepted === undefined)) return part
    ended.push(...waitingIn(task.no, known, ['claim']))
    return { ...part, own: unsaid(known.own) }
  })
  const former = gone.map((part) => ({ part: { ...part, own: settled(part.own), members: new Map([...part.members].map(([member, voice]) => [member, settled(voice)])) }, on, at }))
  task.former = [...task.former.filter(({ part }) => !units.some(({ unit }) => unit === part.unit) && !gone.some(({ unit }) => unit === part.unit)), ...former]
  task.parts = parts
  return { changed, ended }
}

/** What was recorded for a unit was never said. */
export function recordUnsaid(voice: Voice, record: string): void {
  const done = [voice.claim, voice.accepted?.claim].find((claim) => claim?.at === record && claim.onBehalf)
  if (done !== undefined) Object.assign(voice, { claim: undefined, accepted: undefined, returned: done.before })
  voice.claims = voice.claims.filter(({ at, onBehalf }) => at !== record || !onBehalf)
  voice.words = voice.words.filter(({ at, onBehalf }) => at !== record || !onBehalf)
}

/** Who leads until then, or was presumed to, is responsible from now on. @returns what waited, and waits no more */
export function leadNamed(task: Task, unit: string, when: When, isHandedOut: boolean): Omit<Ended, 'by' | 'on'>[] {
  const from = answerer(task)?.unit
  const ended: Omit<Ended, 'by' | 'on'>[] = []
  if (!task.parts.some((part) => part.unit === unit)) task.parts.unshift({ unit, part: 'responsible', presumed: false, standing: false, own: silent(), members: new Map() })
  for (const part of task.parts) {
    const onlyHelped = part.part === 'support' || part.standing
    if (part.unit === unit && onlyHelped && (part.own.claim !== undefined || part.own.accepted !== undefined)) {
      ended.push(...waitingIn(task.no, part, ['claim']))
      part.own = unsaid(part.own)
    }
    if (part.unit === unit) Object.assign(part, { part: 'lead', standing: false })
    else if (part.part === 'lead') part.part = 'responsible'
    part.presumed = false
  }
  if (from !== unit && isHandedOut) task.leadNamed = { ...when, from, to: unit }
  return ended
}
