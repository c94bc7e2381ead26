// The numbers of a plan, kept as its tasks change: what one task adds is taken off before what it adds now is put on.
import type { Day } from '#src/calendar/day.ts'
import type { PersonId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { Asking } from './by-round.ts'
import type { Light } from './light.ts'
import type { Stand } from './stand.ts'
import { sorted, type InOrder, type Sorted } from './sorted.ts'

export type AskedCount = { round: Asking; asked: number; silent: number }

/** To read at once: it goes on changing as tasks do. */
export type Tally = {
  readonly stands: ReadonlyMap<TaskNo, Stand>
  readonly lights: Readonly<Record<Light, number>>
  readonly noUnit: number
  readonly claimed: number
  /** By the key of where they are asked. */
  readonly asked: ReadonlyMap<string, AskedCount>
  /** Units that answer for what is not accepted, and for how many. */
  readonly leads: ReadonlyMap<UnitId, number>
  /** Tasks in which a leader may have something to decide. */
  readonly deciding: ReadonlyMap<PersonId, ReadonlySet<TaskNo>>
  /** Tasks in which a leader decided something. */
  readonly decided: ReadonlySet<TaskNo>
  /** The most urgent first. */
  readonly reds: InOrder<Stand>
  /** What owes something by a date, the nearest first. */
  readonly coming: InOrder<Stand>
}

type Kept = {
  stands: Map<TaskNo, Stand>
  lights: Record<Light, number>
  noUnit: number
  claimed: number
  asked: Map<string, AskedCount>
  leads: Map<UnitId, number>
  deciding: Map<PersonId, Set<TaskNo>>
  decided: Set<TaskNo>
  reds: Sorted<Stand>
  coming: Sorted<Stand>
}

const byUrgency = (one: Stand, other: Stand): number => other.urgency - one.urgency || one.no - other.no
const byDateNext = (one: Stand, other: Stand): number => (dateOf(one) < dateOf(other) ? -1 : dateOf(one) > dateOf(other) ? 1 : one.no - other.no)
const dateOf = ({ dateNext }: Stand): string => dateNext ?? '9999'

export const emptyTally = (): Kept => ({
  stands: new Map(), lights: { done: 0, red: 0, yellow: 0, green: 0, pending: 0 }, noUnit: 0, claimed: 0, asked: new Map(), leads: new Map(), deciding: new Map(), decided: new Set(), reds: sorted(byUrgency), coming: sorted(byDateNext),
})

/** Counted afresh. @param stands of all tasks that are to be counted */
export function tallyOf(stands: readonly Stand[]): Tally {
  const tally = emptyTally()
  for (const stand of stands) put(tally, stand.no, stand)
  return tally
}

/** How a task stands now; undefined where it is no more. */
export function put(tally: Kept, no: TaskNo, stand: Stand | undefined): void {
  const before = tally.stands.get(no)
  if (before !== undefined) count(tally, before, -1)
  if (stand === undefined) tally.stands.delete(no)
  else {
    tally.stands.set(no, stand)
    count(tally, stand, 1)
  }
}

function count(tally: Kept, stand: Stand, by: 1 | -1): void {
  const { no, light, status, asking, isSilent, lead, dateNext, deciders, isDecided } = stand
  tally.lights[light] += by
  if (status === 'no-unit') tally.noUnit += by
  if (status === 'claimed') tally.claimed += by
  if (asking !== undefined) countAsked(tally.asked, asking, isSilent, by)
  if (lead !== undefined && status !== 'accepted') countLead(tally.leads, lead, by)
  for (const leader of deciders) countDeciding(tally.deciding, leader, no, by)
  if (isDecided) keep(tally.decided, no, by)
  if (light === 'red') change(tally.reds, stand, by)
  if (dateNext !== undefined) change(tally.coming, stand, by)
}

const keep = (tasks: Set<TaskNo>, no: TaskNo, by: 1 | -1): unknown => (by === 1 ? tasks.add(no) : tasks.delete(no))
const change = (list: Sorted<Stand>, stand: Stand, by: 1 | -1): void => (by === 1 ? list.add(stand) : list.remove(stand))

function countAsked(all: Kept['asked'], round: Asking, isSilent: boolean, by: 1 | -1): void {
  const known = all.get(round.key) ?? { round, asked: 0, silent: 0 }
  const now = { round, asked: known.asked + by, silent: known.silent + (isSilent ? by : 0) }
  if (now.asked === 0) all.delete(round.key)
  else all.set(round.key, now)
}

function countLead(leads: Kept['leads'], lead: UnitId, by: 1 | -1): void {
  const now = (leads.get(lead) ?? 0) + by
  if (now === 0) leads.delete(lead)
  else leads.set(lead, now)
}

function countDeciding(deciding: Kept['deciding'], leader: PersonId, no: TaskNo, by: 1 | -1): void {
  const known = deciding.get(leader) ?? new Set()
  if (by === 1) deciding.set(leader, known.add(no))
  else if (known.delete(no) && known.size === 0) deciding.delete(leader)
}

/** The first that has a day from today on. */
export const nextDueIn = ({ coming }: Tally, today: Day): Stand | undefined => coming.firstFrom((stand) => dateOf(stand) >= today)
