// Rounds: one collection of reports each. A quarter's by default; one that a secretary opened takes its place for the tasks it asks about.
import type { Calendar } from '#src/calendar/calendar.ts'
import { Day, type Instant } from '#src/calendar/day.ts'
import type { DaySpan } from '#src/calendar/span-phrase.ts'
import { periodAfter, periodOf, quarterBefore, quarterOf, type Period } from '#src/calendar/period.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { policyOn } from '#src/ledger/policy.ts'
import { turnOf, type OpenedRound, type Repeats, type Turn } from '#src/ledger/round.ts'

type Asked = { plan: PlanState; calendar: Calendar; today: Day }

/** `key`: 2026Q3 by default, n1, or of one that repeats n1/2026-07. `from`: a word since then is an answer to it. `until`: its last day. */
type Collection = { key: string; from: Day; opensOn: Day; until: Day }
export type DefaultRound = Collection & { isDefault: true }
/** One turn of a round that a secretary opened. */
export type RoundTurn = Collection & { isDefault: false; round: OpenedRound; turn: Turn }
export type Round = DefaultRound | RoundTurn

/** The quarter whose progress is being asked for: this one once its first reminder is out, until then the one that closed last. */
export function defaultRound(asked: Asked): DefaultRound {
  const current = asRound(quarterOf(asked.today), asked)
  return asked.today >= current.opensOn ? current : asRound(quarterBefore(quarterOf(asked.today)), asked)
}

/** The quarter in which today is, whether or not it is asked about yet. */
export const runningQuarter = (asked: Asked): DefaultRound => asRound(quarterOf(asked.today), asked)

/** Asked for by the policy that stood when it ended: a quarter that is over was asked for as it was. */
const asRound = ({ key, from, to }: Period, { plan, calendar }: Pick<Asked, 'plan' | 'calendar'>): DefaultRound => {
  const [first = 0] = policyOn(plan, to).progressMarks
  return { key, from, opensOn: calendar.addWorkingDays(calendar.lastWorkingDayBy(to), -first), until: to, isDefault: true }
}

/** The round in which a task is asked now, or was asked last: one that is open, else the one that began last. */
export function roundFor(asked: Asked, task: TaskNo): Round {
  const byDefault = defaultRound(asked)
  const begun = turnsWith(asked, task)
  const [last] = begun
  if (last === undefined) return byDefault
  const open = begun.find((turn) => isOpen(turn, asked.today))
  return open ?? (last.opensOn >= byDefault.opensOn || isReplaced(asked, task, byDefault) ? last : byDefault)
}

/** The round that closed last of those in which a task was asked. */
export function lastClosed(asked: Asked, task: TaskNo): Round {
  const quarter = asRound(quarterBefore(quarterOf(asked.today)), asked)
  const closed = turnsWith(asked, task).filter((turn) => isOver(turn, asked.today)).toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0]
  if (closed === undefined) return quarter
  return endOf(closed) >= quarter.until || isReplaced(asked, task, quarter) ? closed : quarter
}

/** Those with the task that end in a time, as far as they have begun: of quarters by their last day, of turns by the day on which they ended or are to end. */
export function roundsEnding(asked: Asked, task: TaskNo, { from, to }: DaySpan): Round[] {
  const { plan, calendar, today } = asked
  const ends = (round: Round): boolean => round.opensOn <= today && endOf(round) >= from && endOf(round) <= to
  const opened = [...plan.rounds.values()].filter(({ tasks }) => tasks.includes(task))
  return [...quartersTo(from, to, asked).filter(ends), ...opened.flatMap((round) => turnsBetween(round, calendar.addDays(from, -longestDays), to, calendar)).filter(ends)]
}

/** When the first quarter that ends in a time is asked for, where that is still ahead. */
export const asksFrom = (asked: Asked, { from, to }: DaySpan): Day | undefined => quartersTo(from, to, asked).find(({ opensOn, until }) => until >= from && opensOn > asked.today)?.opensOn

function quartersTo(from: Day, to: Day, asked: Asked): DefaultRound[] {
  const found: DefaultRound[] = []
  for (let quarter = quarterOf(from); quarter.to <= to && found.length < quartersAtMost; quarter = quarterOf(asked.calendar.addDays(quarter.to, 1))) found.push(asRound(quarter, asked))
  return found
}

/** Nobody asks about more years than these at once. */
const quartersAtMost = 40

/** Whether a quarter's asking has an opened round in its place: one that is held while it would be asked for, or that ends in its last month; of one that repeats, a turn that ends anywhere in it. */
export function isReplaced({ plan, calendar }: Pick<Asked, 'plan' | 'calendar'>, task: TaskNo, quarter: Period | DefaultRound): boolean {
  const { from, opensOn, until } = 'until' in quarter ? quarter : asRound(quarter, { plan, calendar })
  const opened = [...plan.rounds.values()].filter(({ tasks }) => tasks.includes(task))
  // What was asked once as a quarter began knows nothing of it; a rhythm of the secretary's own stands for the quarter's.
  const counts = (round: OpenedRound): Day => (round.when.every === 'once' ? firstOfMonth(until) : from)
  return opened.some((round) => turnsBetween(round, calendar.addDays(from, -longestDays), until, calendar).some((turn) => (endOf(turn) >= counts(round) && endOf(turn) <= until) || (turn.opensOn <= until && endOf(turn) >= opensOn)))
}

const firstOfMonth = (day: Day): Day => Day.parse(`${day.slice(0, 8)}01`)

/** No turn is open for more calendar days than this. */
const longestDays = 100

/** What is still to come of the rounds that repeat and ask about a task: the next turn. */
export function nextTurn({ plan, calendar, today }: Asked, task: TaskNo): RoundTurn | undefined {
  const ahead = [...plan.rounds.values()].filter(({ tasks, when }) => when.every !== 'once' && tasks.includes(task))
  return ahead.flatMap((round) => turnsBetween(round, calendar.addDays(today, 1), calendar.addDays(today, 2 * longestDays), calendar).slice(0, 1)).toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1))[0]
}

/** The first turn of one that is opened now and repeats. */
export function nextTurnOf({ calendar, today }: Asked, { every, nth, workingDays }: Repeats): { opensOn: Day; until: Day } {
  for (let period = periodOf(every, today, 0) ?? quarterOf(today); ; period = periodAfter(every, period, 1, 0)) {
    const opensOn = calendar.addWorkingDays(calendar.addDays(period.from, -1), nth)
    if (opensOn >= today) return { opensOn, until: calendar.addWorkingDays(opensOn, workingDays) }
  }
}

/** Turns that have begun, the last first: of each round that repeats the last three. */
export function turnsBegun({ plan, calendar, today }: Asked): RoundTurn[] {
  const turns = [...plan.rounds.values()].flatMap((round) => begunOf(round, today, calendar))
  return turns.toSorted((a, b) => (a.opensOn < b.opensOn ? 1 : a.opensOn > b.opensOn ? -1 : a.key < b.key ? 1 : -1))
}

const turnsWith = (asked: Asked, task: TaskNo): RoundTurn[] => (asked.plan.rounds.size === 0 ? [] : turnsBegun(asked).filter(({ round }) => round.tasks.includes(task)))

/** Turns that are open again today for some unit, however long ago they were: those that began last first. */
export function turnsReopened(asked: Asked, task: TaskNo): RoundTurn[] {
  const opened = [...asked.plan.rounds.values()].filter(({ tasks }) => tasks.includes(task))
  const again = opened.flatMap(({ turns }) => [...turns].filter(([, { reopened }]) => [...reopened.values()].some(({ until }) => until >= asked.today)).map(([key]) => key))
  return again.flatMap((key) => turnByKey(asked, key) ?? []).toSorted((a, b) => (a.opensOn < b.opensOn ? 1 : -1))
}

/** As many turns back as may still be asked about: the one that is open, the one before, and where that is being made up for one more. */
function begunOf(round: OpenedRound, today: Day, calendar: Calendar): RoundTurn[] {
  if (round.when.every === 'once') return round.openedOn <= today ? [onceOf(round, round.when.until)] : []
  const now = periodOf(round.when.every, today, 0)
  if (now === undefined) return []
  return turnsBetween(round, periodAfter(round.when.every, now, -3, 0).from, today, calendar).slice(-3)
}

/** A turn by its key, whenever it was; undefined where there is none, or it has not begun. */
export function turnByKey(asked: Asked, key: string): RoundTurn | undefined {
  const [id = '', period] = key.split('/')
  const round = asked.plan.rounds.get(id)
  if (round === undefined) return undefined
  if (round.when.every === 'once') return period === undefined ? onceOf(round, round.when.until) : undefined
  const turns = turnsBetween(round, round.openedOn, asked.today, asked.calendar)
  return period === undefined ? turns.at(-1) : turns.find((turn) => turn.key === key)
}

const onceOf = (round: OpenedRound, until: Day): RoundTurn => ({ key: round.id, from: round.since, opensOn: round.openedOn, until, isDefault: false, round, turn: turnOf(round, round.id) })

const known = new WeakMap<Calendar, WeakMap<OpenedRound, Map<string, RoundTurn[]>>>()
/** Every task of a round asks for the same turns on a day. */
const knownAtMost = 60

/** The turns of a round that open from one day to another, in order. */
function turnsBetween(round: OpenedRound, from: Day, to: Day, calendar: Calendar): RoundTurn[] {
  const { when, openedOn } = round
  if (when.every === 'once') return openedOn >= from && openedOn <= to ? [onceOf(round, when.until)] : []
  const ofRounds = known.get(calendar) ?? new WeakMap<OpenedRound, Map<string, RoundTurn[]>>()
  known.set(calendar, ofRounds)
  const ofRound = ofRounds.get(round) ?? new Map<string, RoundTurn[]>()
  ofRounds.set(round, ofRound.size > knownAtMost ? new Map<string, RoundTurn[]>() : ofRound)
  const turns = ofRound.get(`${from}/${to}`) ?? turnsCounted(round, when, from, to, calendar)
  ofRound.set(`${from}/${to}`, turns)
  return turns
}

function turnsCounted(round: OpenedRound, when: Repeats, from: Day, to: Day, calendar: Calendar): RoundTurn[] {
  const { openedOn, endedOn, since, id } = round
  const turns: RoundTurn[] = []
  const begins = from < openedOn ? openedOn : from
  // The one before the first is worked out too: the next one's answers count from its end.
  let period = periodOf(when.every, begins, 0)
  if (period === undefined) return []
  period = periodAfter(when.every, period, -1, 0)
  let counted = since
  for (; period.from <= to; period = periodAfter(when.every, period, 1, 0)) {
    const opensOn = calendar.addWorkingDays(calendar.addDays(period.from, -1), when.nth)
    if (opensOn < openedOn || (endedOn !== undefined && opensOn > endedOn)) continue
    const key = `${id}/${period.key}`
    const made: RoundTurn = { key, from: counted, opensOn, until: calendar.addWorkingDays(opensOn, when.workingDays), isDefault: false, round, turn: turnOf(round, key) }
    if (opensOn >= from && opensOn <= to) turns.push(made)
    counted = calendar.addDays(endOf(made), 1)
  }
  return turns
}

/** The day on which it ended, or is to end: when it was closed, if that was sooner. */
export const endOf = (round: Round): Day => (round.isDefault || round.turn.closedOn === undefined || round.turn.closedOn > round.until ? round.until : round.turn.closedOn)

export const isOpen = (round: Round, today: Day): boolean => today >= round.opensOn && today <= round.until && !wasClosed(round, today)

export const isOver = (round: Round, today: Day): boolean => today > round.until || wasClosed(round, today)

const wasClosed = (round: Round, today: Day): boolean => !round.isDefault && round.turn.closedOn !== undefined && round.turn.closedOn <= today

/** Until when words are in time: until a day is over, or on that day until the instant at which it was closed by hand. */
export type End = { on: Day; at?: Instant }

/** When a round ended, or is to end. */
export function endingOf(round: Round): End {
  const on = endOf(round)
  const closedAt = round.isDefault || round.turn.closedOn !== on ? undefined : round.turn.closedAt
  return { on, ...(closedAt === undefined ? {} : { at: closedAt }) }
}

/** A unit's own end: another where the round was reopened for it. */
export function endFor(round: Round, unit: UnitId): End {
  const again = round.isDefault ? undefined : round.turn.reopened.get(unit)
  return again === undefined ? endingOf(round) : { on: again.until }
}

/** Whether something that happened at that instant of the day was not after the end. */
export const isBy = ({ on, at }: { on: Day; at: Instant }, end: End): boolean => (end.at !== undefined && on === end.on ? at <= end.at : on <= end.on)

/** A unit's own last day: later where the round was reopened for it, sooner where it was closed. */
export const untilFor = (round: Round, unit: UnitId): Day => endFor(round, unit).on

/** Whether a unit may still answer in time. */
export const isOpenFor = (round: Round, unit: UnitId, today: Day): boolean => isOpen(round, today) || (!round.isDefault && (round.turn.reopened.get(unit)?.until ?? '') >= today)

/** The first day whose words answer a round that is opened now: the day after the last round of the plan ended. */
export function sinceNow(asked: Asked): Day {
  const quarter = quarterBefore(quarterOf(asked.today))
  const ends = [quarter.to, ...turnsBegun(asked).filter((turn) => isOver(turn, asked.today)).map(endOf)]
  const next = asked.calendar.addDays(ends.toSorted().at(-1) ?? quarter.to, 1)
  return next < asked.today ? next : asked.today
}
