// 更名 and 撤并: a unit is called otherwise from a day on, or another carries on its work from a day on. What was, stays as it was.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from '#src/ledger/decision.ts'
import { UnitId } from '#src/ledger/ids.ts'
import { unitName, type Directory } from './directory-state.ts'
import { plainName, UnitName } from './unit.ts'

/** The shown name from that day on; the one before stays another name of the unit. */
export const UnitRenamed = z.strictObject({ type: z.literal('unit-renamed'), unit: UnitId, name: UnitName, from: Day })
/** Said beforehand, or on the day: what happens then is `unit-succeeded`. */
export const SuccessionSet = z.strictObject({ type: z.literal('succession-set'), from: UnitId, to: UnitId, on: Day })
export const SuccessionDropped = z.strictObject({ type: z.literal('succession-dropped'), from: UnitId })
/** From that day: names, people and places in groups are the successor's. The plans pass on what is open. */
export const UnitSucceeded = z.strictObject({ type: z.literal('unit-succeeded'), from: UnitId, to: UnitId, on: Day })
export type UnitChangeEvent = z.infer<typeof UnitRenamed> | z.infer<typeof SuccessionSet> | z.infer<typeof SuccessionDropped> | z.infer<typeof UnitSucceeded>

export type UnitChangeIntent =
  | { type: 'rename-unit'; unit: UnitId; name: string; from: Day }
  | { type: 'set-succession'; from: UnitId; to: UnitId; on: Day }
  | { type: 'drop-succession'; from: UnitId }
  /** What was said beforehand, on its day. */
  | { type: 'succeed-unit'; from: UnitId }

export function decideUnitChange(now: Directory, intent: UnitChangeIntent, today: Day): Decision<UnitChangeEvent> {
  switch (intent.type) {
    case 'rename-unit':
      return renamed(now, intent)
    case 'set-succession':
      return successionSet(now, intent, today)
    case 'drop-succession':
      return now.successions.has(intent.from) ? accept({ type: 'succession-dropped', from: intent.from }) : accept()
    case 'succeed-unit': {
      const planned = now.successions.get(intent.from)
      return planned === undefined || planned.on > today ? accept() : accept({ type: 'unit-succeeded', from: intent.from, ...planned })
    }
  }
}

function renamed(now: Directory, { unit: id, name, from }: Extract<UnitChangeIntent, { type: 'rename-unit' }>): Decision<UnitChangeEvent> {
  if (!now.units.has(id)) return refuse({ code: 'unit-unknown', asked: id })
  const owner = now.names.get(plainName(name))
  if (owner !== undefined && owner !== id) return refuse({ code: 'unit-name-taken', name, unit: owner })
  return nameFrom(now, id, from) === name ? accept() : accept({ type: 'unit-renamed', unit: id, name, from })
}

function successionSet(now: Directory, { from, to, on }: Extract<UnitChangeIntent, { type: 'set-succession' }>, today: Day): Decision<UnitChangeEvent> {
  const [old, next] = [now.units.get(from), now.units.get(to)]
  if (old === undefined || next === undefined) return refuse({ code: 'unit-unknown', asked: old === undefined ? from : to })
  if (from === to) return refuse({ code: 'succession-self', unit: from })
  const group = [old, next].find(({ members }) => members !== undefined)
  if (group !== undefined) return refuse({ code: 'unit-is-group', unit: group.id })
  const planned = now.successions.get(from)
  if (planned !== undefined) return planned.to === to && planned.on === on ? accept() : refuse({ code: 'succession-planned', unit: from, ...planned })
  // A unit that ends itself, before it could carry anything on.
  const ahead = now.successions.get(to)
  if (ahead !== undefined) return refuse({ code: 'succession-planned', unit: to, ...ahead })
  const set = { type: 'succession-set', from, to, on } as const
  return on <= today ? accept<UnitChangeEvent>(set, { type: 'unit-succeeded', from, to, on }) : accept(set)
}

/** The name a unit has on a day: the last that was given it by then. */
export function nameFrom({ renames }: Pick<Directory, 'renames'>, unit: UnitId, day: Day): string {
  const given = (renames.get(unit) ?? []).filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).at(-1)
  return given?.name ?? unit
}

/** As it was called on a day that has been: what was recorded then reads as it did. */
export const unitNameOn = (directory: Directory, unit: UnitId, day: Day): string => ((directory.renames.get(unit)?.length ?? 0) === 0 ? unitName(directory, unit) : nameFrom(directory, unit, day))

/** Changes the directory's own maps. @param merge makes two units one */
export function evolveUnitChange(now: Directory, event: UnitChangeEvent, merge: (keep: UnitId, other: UnitId) => void): void {
  switch (event.type) {
    case 'unit-renamed': {
      const unit = now.units.get(event.unit)
      now.renames.set(event.unit, [...(now.renames.get(event.unit) ?? []), { name: event.name, from: event.from }])
      now.names.set(plainName(event.name), event.unit)
      if (unit !== undefined) now.units.set(event.unit, { ...unit, aliases: [...new Set([...unit.aliases, event.name])] })
      return
    }
    case 'succession-set':
      now.successions.set(event.from, { to: event.to, on: event.on })
      return
    case 'succession-dropped':
      now.successions.delete(event.from)
      return
    case 'unit-succeeded': {
      const { from, to, on } = event
      const name = nameFrom(now, from, on)
      merge(to, from)
      now.successions.delete(from)
      now.succeeded.set(from, { to, on, name })
    }
  }
}
