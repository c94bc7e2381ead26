// A round (报送轮次) that a secretary opened: some tasks asked for until a day, once or each period; closed, reopened for a unit, published.
import { z } from 'zod'
import { Day, type Instant } from '#src/calendar/day.ts'
import { periodAfter, periodOf } from '#src/calendar/period.ts'
import { accept, refuse, type Decision } from './decision.ts'
import { without } from './fields.ts'
import { TaskNo, UnitId, Words } from './ids.ts'
import type { Actor, Stamp } from './stamp.ts'

/** Opened on the nth working day of each month or quarter, for so many working days. */
export const Repeats = z.strictObject({ every: z.enum(['month', 'quarter']), nth: z.number().int().min(1).max(20), workingDays: z.number().int().min(1).max(30) })
export type Repeats = z.infer<typeof Repeats>

/** `since`: a report since then counts as an answer. `until`: of one that is held once. `question`: asked beside how the task stands. */
export const RoundOpened = z.strictObject({
  type: z.literal('round-opened'), round: z.string(), title: z.string().min(1).max(100), tasks: z.array(TaskNo).min(1), since: Day,
  until: Day.optional(), repeats: Repeats.optional(), question: z.string().max(300).optional(),
})
/** `round` of these five: n1, or of one that repeats one turn of it, n1/2026-07. */
export const RoundClosed = z.strictObject({ type: z.literal('round-closed'), round: z.string() })
/** Closed too soon: it goes on until its last day, as if it had not been closed. */
export const RoundResumed = z.strictObject({ type: z.literal('round-resumed'), round: z.string() })
/** `unit`: as it reports, of a group the member. */
export const RoundReopened = z.strictObject({ type: z.literal('round-reopened'), round: z.string(), unit: UnitId, until: Day })
/** `words`: the text as it was given for publishing. */
export const RoundPublished = z.strictObject({ type: z.literal('round-published'), round: z.string(), words: Words })
/** No more turns of one that repeats. */
export const RoundEnded = z.strictObject({ type: z.literal('round-ended'), round: z.string() })
export const RoundEvent = z.discriminatedUnion('type', [RoundOpened, RoundClosed, RoundResumed, RoundReopened, RoundPublished, RoundEnded])
export type RoundEvent = z.infer<typeof RoundEvent>

/** What happened to one turn of a round. `closedAt`: the instant on `closedOn` at which it was over. */
export type Turn = { closedOn?: Day; closedAt?: Instant; reopened: ReadonlyMap<UnitId, { until: Day; on: Day }>; published?: { on: Day; at: Instant; by: Actor; words: string } }

/** `turns`: by key, those of which there is more to say than the calendar says. */
export type OpenedRound = {
  id: string
  title: string
  tasks: readonly TaskNo[]
  since: Day
  question?: string
  openedOn: Day
  openedBy: Actor
  when: { every: 'once'; until: Day } | Repeats
  turns: ReadonlyMap<string, Turn>
  endedOn?: Day
}

export type RoundIntent =
  | { type: 'open-round'; title: string; tasks: TaskNo[]; since: Day; until?: Day; repeats?: Repeats; question?: string }
  /** The whole of one that repeats, by its id: it has no more turns. */
  | { type: 'close-round'; round: string }
  | { type: 'resume-round'; round: string }
  | { type: 'reopen-round'; round: string; unit: UnitId; until: Day }
  | { type: 'publish-round'; round: string; words: string }

const untouched: Turn = { reopened: new Map() }

/** What happened to a turn of a round, by the turn's key. */
export const turnOf = ({ turns }: OpenedRound, key: string): Turn => turns.get(key) ?? untouched

/** The id in a turn's key. */
export const roundIdIn = (key: string): string => key.split('/')[0] ?? key

export function decideOpening(intent: Extract<RoundIntent, { type: 'open-round' }>, count: number, { on: today }: Stamp): Decision<RoundEvent> {
  const { tasks, repeats, until } = intent
  const title = intent.title.trim()
  const question = (intent.question ?? '').trim()
  if (tasks.length === 0) return refuse({ code: 'round-empty' })
  if (title === '') return refuse({ code: 'reason-missing' })
  if (repeats === undefined && until === undefined) return refuse({ code: 'day-unclear', asked: '' })
  if (repeats === undefined && until !== undefined && until < today) return refuse({ code: 'day-past', day: until, today })
  const asked = { title, tasks: [...new Set(tasks)], since: intent.since < today ? intent.since : today, ...(question === '' ? {} : { question }) }
  return accept({ type: 'round-opened', round: `n${count + 1}`, ...asked, ...(repeats === undefined ? (until === undefined ? {} : { until }) : { repeats }) })
}

/** `known`: the ids of all rounds, for whoever named none of them. */
export function decideRound(now: OpenedRound | undefined, intent: Exclude<RoundIntent, { type: 'open-round' }>, known: readonly string[], { on: today }: Stamp): Decision<RoundEvent> {
  const key = intent.round
  const unknown = refuse({ code: 'round-unknown', asked: key, rounds: [...known] })
  if (now === undefined) return unknown
  if (intent.type === 'close-round' && now.when.every !== 'once' && key === now.id)
    return now.endedOn === undefined ? accept({ type: 'round-ended', round: key }) : refuse({ code: 'round-closed', round: key, on: now.endedOn })
  if (!isTurnOf(now, key, today)) return unknown
  const turn = turnOf(now, key)
  // Of one that repeats the calendar knows the last day; whoever asks has looked.
  const lastDay = now.when.every === 'once' ? now.when.until : undefined
  const isOver = turn.closedOn !== undefined || (lastDay !== undefined && today > lastDay)
  switch (intent.type) {
    case 'close-round':
      if (lastDay !== undefined && today > lastDay) return refuse({ code: 'round-past', round: key, until: lastDay })
      return turn.closedOn === undefined ? accept({ type: 'round-closed', round: key }) : refuse({ code: 'round-closed', round: key, on: turn.closedOn })
    case 'resume-round':
      if (turn.published !== undefined) return refuse({ code: 'round-published', round: key, on: turn.published.on })
      if (lastDay !== undefined && today > lastDay) return refuse({ code: 'round-past', round: key, until: lastDay })
      return turn.closedOn === undefined ? accept() : accept({ type: 'round-resumed', round: key })
    case 'reopen-round': {
      const { unit, until } = intent
      if (until < today) return refuse({ code: 'day-past', day: until, today })
      if (lastDay !== undefined && !isOver) return refuse({ code: 'round-open', round: key, until: lastDay })
      return turn.reopened.get(unit)?.until === until ? accept() : accept({ type: 'round-reopened', round: key, unit, until })
    }
    case 'publish-round':
      if (turn.published !== undefined) return refuse({ code: 'round-published', round: key, on: turn.published.on })
      if (lastDay !== undefined && !isOver) return refuse({ code: 'round-open', round: key, until: lastDay })
      return intent.words.trim() === '' ? refuse({ code: 'reason-missing' }) : accept({ type: 'round-published', round: key, words: intent.words })
  }
}

/** Whether a key names a turn that can have begun: the nth working day is the nth of its period at the soonest, and none begins once the round has ended. The calendar knows the day itself; whoever asks has looked. */
function isTurnOf({ id, when, openedOn, endedOn }: OpenedRound, key: string, today: Day): boolean {
  if (when.every === 'once') return key === id
  const begun = endedOn !== undefined && endedOn < today ? endedOn : today
  const [first, last] = [openedOn, begun].map((day) => periodOf(when.every, day, 0))
  const now = last === undefined || begun >= `${last.from.slice(0, -2)}${String(when.nth).padStart(2, '0')}` ? last?.key : periodAfter(when.every, last, -1, 0).key
  const [of, period, ...rest] = key.split('/')
  if (of !== id || period === undefined || rest.length > 0 || first === undefined || now === undefined) return false
  // Keys of one rhythm are as long as each other, and sort as their periods do.
  return period.length === now.length && /^\d{4}(?:-\d\d|Q[1-4])$/.test(period) && period >= first.key && period <= now
}

/** Never refuses. */
export function evolveRound(now: OpenedRound | undefined, event: RoundEvent, { at, on, by }: Stamp): OpenedRound | undefined {
  if (event.type === 'round-opened') {
    const { round: id, title, tasks, since, until = on, repeats, question } = event
    return { id, title, tasks, since, openedOn: on, openedBy: by, when: repeats ?? { every: 'once', until }, turns: new Map(), ...(question === undefined ? {} : { question }) }
  }
  if (now === undefined) return now
  if (event.type === 'round-ended') return { ...now, endedOn: on }
  const turn = turnOf(now, event.round)
  return { ...now, turns: new Map([...now.turns, [event.round, evolveTurn(turn, event, { at, on, by })]]) }
}

function evolveTurn(turn: Turn, event: Exclude<RoundEvent, { type: 'round-opened' | 'round-ended' }>, { at, on, by }: Pick<Stamp, 'at' | 'on' | 'by'>): Turn {
  switch (event.type) {
    case 'round-closed':
      return { ...turn, closedOn: on, closedAt: at }
    case 'round-resumed':
      return without(turn, 'closedOn', 'closedAt')
    case 'round-reopened':
      return { ...turn, reopened: new Map([...turn.reopened, [event.unit, { until: event.until, on }]]) }
    case 'round-published':
      return { ...turn, published: { on, at, by, words: event.words } }
  }
}
