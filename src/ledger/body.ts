// Bodies that must meet: who sits in them, and how often they must. The text founds them; a secretary puts right who sits there.
import { z } from 'zod'
import type { Day, Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { without } from './fields.ts'
import { Words } from './ids.ts'
import type { Actor, Stamp } from './stamp.ts'

export const Every = z.string().regex(/^(week|month|2 months|quarter|half-year|term|year|school-year|\d{1,2} years)$/)
/** 专题会议, 综合性会议: what of its sittings a clause counts. Without it every one counts. */
export const Sort = z.enum(['special', 'general'])
export type Sort = z.infer<typeof Sort>
/** `times` in every period; `text` is the clause that asks for it. A body has one for each clause. `asks`: for a review, where it is not for a sitting. */
export const Cadence = z.object({ id: z.string(), every: Every, times: z.number().int().min(1).max(60), text: z.string(), of: Sort.optional(), asks: z.literal('review').optional() })
export type Cadence = z.infer<typeof Cadence>

/** What a form takes anew. What the text has of more, or longer, is kept as it stands. */
export const bodyAtMost = { name: 100, deputies: 30, members: 200 }

/** As the text or a form says it: names of units, of posts (县教育局主要负责同志) or of people. */
const Seat = z.string().min(1)
const seats = { leader: Seat.optional(), deputies: z.array(Seat), members: z.array(Seat), office: Seat.optional() }
const Roster = z.object({ leader: z.string().optional(), deputies: z.array(z.string()), members: z.array(z.string()), office: z.string().optional() })
export type Roster = z.infer<typeof Roster>

/** `convened`: we call it (领导小组, 专班); otherwise it is petitioned (常委会, 常务会议). `section`: of the plan, which a 专班 carries. */
export const Body = z.object({ id: z.string(), name: z.string(), convened: z.boolean(), section: z.string().optional(), ...Roster.shape, cadences: z.array(Cadence) })
export type Body = z.infer<typeof Body>

/** `set`: who sits there was put right by hand; `said` is what the text had; `former`: seats that it has no more. `reissued`: a text issued again changed it last. */
export type KeptBody = Body & { set?: Changed & { said?: Roster }; reissued?: Changed }
type Changed = Pick<Stamp, 'on' | 'at' | 'by'> & { former?: readonly string[] }

/** A body of the plan, as it is from now on; a new one where there is none of that id. */
export const BodySet = z.strictObject({ type: z.literal('body-set'), body: z.string(), name: z.string().min(2), convened: z.boolean(), section: z.string().optional(), ...seats })
/** 本期不开: that a clause is not met in a window was chosen, and why. */
export const CadenceExcused = z.strictObject({ type: z.literal('cadence-excused'), body: z.string(), cadence: z.string(), window: z.string(), reason: Words })
export const BodyEvent = z.discriminatedUnion('type', [BodySet, CadenceExcused])
export type BodyEvent = z.infer<typeof BodyEvent>

export type Excused = { on: Day; at: Instant; by: Actor; reason: string }
export const clauseKey = (body: string, cadence: string): string => `${body}/${cadence}`
export const excusedKey = (body: string, cadence: string, window: string): string => `${clauseKey(body, cadence)}/${window}`

/** What of a plan is of its bodies. */
type Bodies = { meetings: ReadonlyMap<string, { id: string; body: string; day: Day; time: string; status: string }>; bodies: Map<string, KeptBody>; excused: Map<string, Excused>; amended: { endedBodies: ReadonlyMap<string, Body> } }

/** `over`: when the form that was filled in had last been changed; undefined where it never was. */
export type BodyIntent =
  | ({ type: 'set-body'; body?: string; over?: Instant } & Omit<z.infer<typeof BodySet>, 'type' | 'body'>)
  | { type: 'excuse-cadence'; body: string; cadence: string; window: string; reason: string }

export function decideBody(plan: Bodies, intent: BodyIntent, { on: today }: Pick<Stamp, 'on'>): Decision<BodyEvent> {
  const { bodies } = plan
  if (intent.type === 'excuse-cadence') return decideExcused(plan, intent)
  const { body: id, over } = intent
  const said = without(intent, 'type', 'body', 'over')
  const known = id === undefined ? undefined : bodies.get(id)
  if (id !== undefined && known === undefined) return refuse({ code: 'body-unknown', asked: id, bodies: [...bodies.values()].map(({ name }) => name) })
  const namesake = [...bodies.values()].find((each) => each.name === said.name && each.id !== id)
  if (namesake !== undefined) return refuse({ code: 'body-exists', name: said.name })
  const last = known === undefined ? undefined : changedLast(known)
  if (known !== undefined && last !== undefined && last.at !== over) return refuse({ code: 'body-changed', name: known.name, on: last.on, by: last.by })
  // Those who were asked to a sitting of ours would be asked no more, and told nothing.
  const called = known?.convened === true && !said.convened ? [...plan.meetings.values()].find((each) => each.body === id && each.status === 'scheduled' && each.time !== '' && each.day >= today) : undefined
  if (called !== undefined) return refuse({ code: 'body-called', name: said.name, meeting: called.id, day: called.day })
  // One that others call has no members to us: its item goes to its office.
  if (said.convened && seatsOf(said).length === 0) return refuse({ code: 'body-empty', name: said.name })
  return known !== undefined && isSame(known, { ...known, ...said }) ? accept() : accept({ type: 'body-set', body: id ?? nextBodyId(plan), ...said })
}

function decideExcused({ bodies, excused }: Bodies, { body: id, cadence, window, reason }: Extract<BodyIntent, { type: 'excuse-cadence' }>): Decision<BodyEvent> {
  const body = bodies.get(id)
  if (body === undefined) return refuse({ code: 'body-unknown', asked: id, bodies: [...bodies.values()].map(({ name }) => name) })
  if (!body.cadences.some((each) => each.id === cadence)) return refuse({ code: 'cadence-unknown', name: body.name })
  if (reason.trim() === '') return refuse({ code: 'reason-missing' })
  const before = excused.get(excusedKey(id, cadence, window))
  return before === undefined ? accept({ type: 'cadence-excused', body: id, cadence, window, reason }) : refuse({ code: 'cadence-excused', on: before.on, reason: before.reason })
}

/** Everybody of it, once: the leader first. */
export const seatsOf = ({ leader, deputies, members }: Omit<Roster, 'office'>): string[] => [...new Set([...(leader === undefined ? [] : [leader]), ...deputies, ...members])]

/** A member's own seat in that of a group: 各乡镇/溪口镇. */
export const seatWithin = (group: string, member: string): string => `${group}/${member}`
/** Whether somebody answers for a seat of it, or for a member's in that of a group. */
export const hasSeat = (body: Omit<Roster, 'office'>, seat: string): boolean => seatsOf(body).some((each) => seat === each || seat.startsWith(seatWithin(each, '')))
/** Whose seat it is: of a member's in a group's, the member. A seat may have a stroke in its own name: 县委办/县政府办. */
export function holderOf(body: Omit<Roster, 'office'> | undefined, seat: string): string {
  const all = body === undefined ? [] : seatsOf(body)
  const group = all.includes(seat) ? undefined : all.find((each) => seat.startsWith(seatWithin(each, '')))
  return group === undefined ? seat : seat.slice(seatWithin(group, '').length)
}

/** A body of the plan, or one that a later text has no more: what it did stays its own. */
export const bodyOf = ({ bodies, amended }: { bodies: ReadonlyMap<string, KeptBody>; amended: { endedBodies: ReadonlyMap<string, Body> } }, id: string): KeptBody | undefined => bodies.get(id) ?? amended.endedBodies.get(id)

const nextBodyId = ({ bodies, amended }: Bodies): string => `b${Math.max(0, ...[...bodies.keys(), ...amended.endedBodies.keys()].map((id) => Number(id.slice(1)))) + 1}`

/** By hand or by a text issued again; undefined where it stands as it was founded. */
export const changedLast = ({ set, reissued: again }: KeptBody): Pick<Changed, 'on' | 'at' | 'by'> | undefined => (set === undefined || again === undefined || set.at > again.at ? (set ?? again) : again)

/** What it has no more, whoever took it away. */
export const formerSeats = ({ set, reissued: again }: KeptBody): string[] => [...new Set([...(set?.former ?? []), ...(again?.former ?? [])])]

const isSame = (one: Body, other: Body): boolean => one.name === other.name && one.convened === other.convened && one.section === other.section && isSameRoster(one, other)
const isSameRoster = (one: Roster, other: Roster): boolean => JSON.stringify(rosterOf(one)) === JSON.stringify(rosterOf(other))
const rosterOf = ({ leader, deputies, members, office }: Roster): Roster => ({ deputies, members, ...(leader === undefined ? {} : { leader }), ...(office === undefined ? {} : { office }) })

/** What the text says of it, whatever was put right by hand. */
export function asSaid(kept: KeptBody): Body {
  const { set } = kept
  const body = without(kept, 'set', 'reissued')
  return set?.said === undefined ? body : { ...without(body, 'leader', 'office'), ...set.said }
}

/** Who sits there stays as it was put right, as long as the text issued again says what it said before. */
export function reissued(before: KeptBody | undefined, now: Body, { on, at, by }: Stamp): KeptBody {
  if (before === undefined) return now
  const isKept = before.set !== undefined && isSameRoster(asSaid(before), now)
  const next = isKept ? asPutRight(before, now) : now
  if (isSame(before, next) && (isKept || before.set === undefined)) return before.reissued === undefined ? next : { ...next, reissued: before.reissued }
  const former = lost(before, next)
  return { ...next, reissued: { on, at, by, ...(former.length === 0 ? {} : { former }) } }
}

function asPutRight({ set, section, ...before }: KeptBody, now: Body): KeptBody {
  return { ...without(now, 'leader', 'office'), ...rosterOf(before), ...(section === undefined ? {} : { section }), ...(set === undefined ? {} : { set }) }
}

/** Seats that it had, and has no more. */
function lost(before: KeptBody, now: Omit<Roster, 'office'>): string[] {
  const seated = new Set(seatsOf(now))
  return [...new Set([...formerSeats(before), ...seatsOf(before)])].filter((seat) => !seated.has(seat))
}

/** Never refuses. */
export function evolveBody(plan: Omit<Bodies, 'amended' | 'meetings'>, event: BodyEvent, { on, at, by }: Stamp): void {
  if (event.type === 'cadence-excused') {
    plan.excused.set(excusedKey(event.body, event.cadence, event.window), { on, at, by, reason: event.reason })
    return
  }
  const { body: id } = event
  const said = without(event, 'type', 'body')
  const before = plan.bodies.get(id)
  const text = before === undefined ? undefined : before.set === undefined ? rosterOf(before) : before.set.said
  const former = before === undefined ? [] : lost(before, said)
  plan.bodies.set(id, { id, cadences: before?.cadences ?? [], ...said, set: { on, at, by, ...(text === undefined ? {} : { said: text }), ...(former.length === 0 ? {} : { former }) } })
}
