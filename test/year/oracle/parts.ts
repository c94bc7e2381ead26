// A part and its voices: what waits on it, what is ruled, and how it becomes another unit's.
import { silent, type Ask, type Asked, type Ended, type Part, type Task, type Voice, type When } from './plan.ts'

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
export const unsaid = (voice: Voice): Voice => ({ ...voice, words: [], claim: undefined, accepted: undefined, returned: undefined })
