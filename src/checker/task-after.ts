// What one event makes of one task: of its parts, its date, its milestones, and of what its speakers have said.
import { approvedAnew, reachedIn, type Year } from './milestones.ts'
import { asksMore, asOne, beside, ended, fresh, hasSpoken, membersPlaced, partsPlaced, passedTo, saidAnew, type Part, type Place } from './parts.ts'
import type { Day, Due, Of, RawTask, Stamp, TaskUnit } from './raw.ts'
import { closedAgain, lastWord, saying, without, type Voice } from './voice.ts'

/** `waiting`: what a text says and a secretary has not settled. `former`: parts that units had. */
export type Task = {
  no: number
  due: { day?: Day; isUnbound: boolean }
  isPaused: boolean
  isStruckOff: boolean
  parts: readonly Part[]
  former: ReadonlyMap<string, Part>
  waiting: { due?: Due; units?: readonly TaskUnit[] }
  years: ReadonlyMap<number, Year>
}
export type VoiceEvent = Of<'reported' | 'claimed' | 'claim-accepted' | 'claim-returned' | 'claim-withdrawn' | 'extension-asked' | 'extension-granted' | 'extension-refused' | 'objected' | 'objection-ruled' | 'part-questioned' | 'question-upheld' | 'question-refused'>

export const dueOf = ({ kind, day }: Due): Task['due'] => ({ ...(kind === 'dated' && day !== undefined ? { day } : {}), isUnbound: kind === 'unbound' })
export const asTask = ({ no, due, units }: RawTask): Task => ({ no, due: dueOf(due), isPaused: false, isStruckOff: false, parts: units.map(fresh), former: new Map(), waiting: {}, years: new Map() })

/** What one speaker's event makes of its voice. */
export function after(voice: Voice, event: VoiceEvent, { at, on }: Stamp): Voice {
  const { closing } = voice
  switch (event.type) {
    case 'reported':
      return saying(voice, { state: event.state, at, on, recorded: event.onBehalf !== undefined }, event.corrects)
    case 'claimed':
      return closing.is === 'open' ? { ...without(voice, 'neverClaimed'), closing: { is: 'claimed', claim: { at, on } } } : voice
    case 'claim-accepted':
      return closing.is === 'claimed' ? { ...voice, closing: { is: 'accepted', claim: closing.claim } } : voice
    case 'claim-returned':
      return closing.is === 'claimed' ? closedAgain(voice, closing.claim, { at, on }, { at, on, reopened: false }) : voice
    case 'claim-withdrawn': {
      if (closing.is !== 'claimed') return voice
      return { ...closedAgain(voice, closing.claim, { at, on }), closing: { is: 'open', tookBack: true } }
    }
    case 'extension-asked':
      return { ...voice, extension: { at, on, day: event.day } }
    case 'extension-granted': case 'extension-refused':
      return voice.extension === undefined ? voice : { ...voice, extension: { ...voice.extension, ruled: event.type === 'extension-granted' ? 'yes' : 'no' } }
    case 'objected': {
      const last = lastWord(voice)
      const record = event.about === 'record' ? (event.record ?? (last?.recorded === true ? last.at : undefined)) : undefined
      return { ...voice, objection: { at, on, ...(record === undefined ? {} : { record }) } }
    }
    case 'objection-ruled': {
      const { objection } = voice
      if (objection === undefined) return voice
      const isStruck = event.upheld && objection.record !== undefined && voice.words.some((word) => word.at === objection.record && word.recorded)
      const words = isStruck ? voice.words.map((word) => (word.at === objection.record ? { ...word, fate: 'struck' as const } : word)) : voice.words
      return { ...voice, words, objection: { ...objection, ruled: event.upheld ? 'yes' : 'no' } }
    }
    case 'part-questioned':
      return { ...voice, question: { at, on, about: event.about } }
    case 'question-upheld': case 'question-refused':
      return voice.question === undefined ? voice : { ...voice, question: { ...voice.question, ruled: event.type === 'question-upheld' ? 'yes' : 'no' } }
  }
}

/** The whole is accepted: by its own claim, of a group by the last of its members'. Where one of these was never made, as was found later, the others' are accepted by themselves. @param nth the event's */
export function accepted(part: Part, nth: number): Part {
  const { own, members } = part
  if (own.closing.is === 'accepted') return part
  if (own.closing.is === 'claimed') return { ...part, own: { ...own, closing: { is: 'accepted', claim: own.closing.claim } } }
  const claims = [...members.values()].flatMap(({ closing }) => (closing.is === 'claimed' ? [closing.claim] : [])).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const last = claims.at(-1)
  if ([own, ...members.values()].some(({ neverClaimed = -1 }) => neverClaimed > nth))
    return { ...part, members: new Map([...members].map(([member, voice]) => [member, voice.closing.is === 'claimed' ? { ...voice, closing: { is: 'accepted', claim: voice.closing.claim } } : voice])) }
  return last === undefined ? part : { ...part, own: { ...own, closing: { is: 'accepted', claim: last } } }
}

/** The lead as a secretary named it; who led before stays responsible. */
export function led(parts: readonly Part[], lead: string, stamp: Stamp): Part[] {
  const all = parts.some(({ unit }) => unit === lead) ? parts : [fresh({ unit: lead, part: 'responsible' }), ...parts]
  return all.map((part) => saidAnew(part, part.unit === lead ? { part: 'lead' } : beside(part), stamp))
}

export function passed(task: Task, { from, to }: Of<'part-passed'>, stamp: Stamp): Task {
  const part = task.parts.find(({ unit }) => unit === from)
  if (part === undefined || from === to) return task
  const now = passedTo(to, part, task.parts.find(({ unit }) => unit === to), task.former.get(to), stamp)
  const former = new Map([...task.former, [from, ended(part)]])
  former.delete(to)
  const order = [...new Set(task.parts.map(({ unit }) => (unit === from ? to : unit)))]
  return { ...task, former, parts: order.flatMap((unit) => (unit === to ? [now] : task.parts.filter((each) => each.unit === unit))) }
}

export function more(parts: readonly Part[], units: readonly TaskUnit[], stamp: Stamp): Part[] {
  const now = parts.map((part) => units.filter(({ unit }) => unit === part.unit).reduce<Part>((known, given) => asksMore(known, given, stamp), part))
  const others = units.filter(({ unit }) => !parts.some((part) => part.unit === unit))
  return [...now, ...[...new Set(others.map(({ unit }) => unit))].map((unit) => others.filter((given) => given.unit === unit).reduce<Part | undefined>((known, given) => (known === undefined ? fresh(given) : asksMore(known, given, stamp)), undefined) ?? fresh({ unit, part: 'support' }))]
}

/** The units of a task as a text has them: who comes back has what it said. */
export function rewritten(task: Task, units: readonly TaskUnit[], stamp: Stamp): Task {
  const former = new Map(task.former)
  for (const part of task.parts) if (!units.some(({ unit }) => unit === part.unit)) former.set(part.unit, ended(part))
  const parts = new Map<string, Part>()
  for (const { unit, part, inferred } of units) {
    const known = parts.get(unit) ?? task.parts.find((each) => each.unit === unit) ?? former.get(unit) ?? fresh({ unit, part })
    former.delete(unit)
    parts.set(unit, saidAnew(known, { part, ...(inferred === undefined ? {} : { inferred }) }, stamp))
  }
  return { ...task, former, parts: [...parts.values()] }
}

export function settled(task: Task, { point, taken }: Of<'amended-point-settled'>, stamp: Stamp): Task {
  const { due, units } = task.waiting
  const waiting = { ...(due === undefined || point === 'due' ? {} : { due }), ...(units === undefined || point === 'units' ? {} : { units }) }
  const left = { ...task, waiting }
  if (!taken) return left
  if (point === 'due') return due === undefined ? left : { ...left, due: dueOf(due) }
  return units === undefined ? left : rewritten(left, units, stamp)
}

export function yearAfter(year: Year, event: Of<'milestones-proposed' | 'milestones-approved' | 'milestones-returned' | 'milestone-reached'>, { at }: Stamp): Year {
  switch (event.type) {
    case 'milestones-proposed':
      return { ...year, proposed: event.milestones }
    case 'milestones-approved':
      return approvedAnew(year)
    case 'milestones-returned':
      return without(year, 'proposed')
    case 'milestone-reached':
      return reachedIn(year, event, { at, ...(event.member === undefined ? {} : { member: event.member }), recorded: event.onBehalf !== undefined })
  }
}

export function taskPlaced(task: Task, place: Place, why: 'name-cleared' | 'units-merged' | 'unit-succeeded'): Task {
  const isSucceeded = why === 'unit-succeeded'
  const { parts, nobody } = partsPlaced(task.parts, place, (part) => isSucceeded && part.own.closing.is === 'accepted', isSucceeded)
  const former = new Map(task.former)
  for (const part of nobody) if (hasSpoken(part)) former.set(part.unit, ended(part))
  if (!isSucceeded)
    for (const [unit, part] of [...former]) {
      const now = place(unit)[0] ?? unit
      if (now !== unit) former.delete(unit)
      if (now === unit || !former.has(now)) former.set(now, { ...part, unit: now, members: membersPlaced(part.members, place) })
    }
  const years = new Map([...task.years].map(([year, { approved, ...list }]) => [year, approved === undefined ? list : { ...list, approved: approved.map((each) => ({ ...each, reached: each.reached.map(({ member, ...said }) => ({ ...said, ...(member === undefined ? {} : { member: place(member)[0] ?? member }) })) })) }] as const))
  const units = why === 'units-merged' ? task.waiting.units?.reduce<TaskUnit[]>((all, given) => onePart(all, { ...given, unit: place(given.unit)[0] ?? given.unit }), []) : task.waiting.units
  return { ...task, parts, former, years, waiting: { ...task.waiting, ...(units === undefined ? {} : { units }) } }
}

/** Of two parts that a text gives one unit the one that asks more. */
function onePart(all: TaskUnit[], given: TaskUnit): TaskUnit[] {
  const known = all.find(({ unit }) => unit === given.unit)
  if (known === undefined) return [...all, given]
  const { part, inferred } = asOne(fresh(known), fresh(given))
  return all.map((each) => (each === known ? { unit: given.unit, part, ...(inferred === undefined ? {} : { inferred }) } : each))
}

/** Until when a round was reopened for a unit: the kept one's own day stands. */
export function untilPlaced(reopenedFor: ReadonlyMap<string, Day>, place: Place): ReadonlyMap<string, Day> {
  const named = [...reopenedFor].map(([unit, until]) => ({ unit, now: place(unit)[0] ?? unit, until }))
  return new Map([...named.filter(({ unit, now }) => unit !== now), ...named.filter(({ unit, now }) => unit === now)].map(({ now, until }) => [now, until]))
}
