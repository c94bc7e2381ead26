// 报送轮次: the quarter's, and those that a secretary opened, once or each period. Every turn is counted from the first one on.
import { dayAfter, daysLater, firstOfMonth, firstOfQuarter, lastOf, monthOf, yearOf, type WorkingDays } from './days.ts'
import type { Day, Instant, Of, Policy, Stamp } from './raw.ts'

type Repeats = NonNullable<Of<'round-opened'>['repeats']>
export type TurnHappened = { closed?: { on: Day; at: Instant }; reopened: ReadonlyMap<string, Day> }
export type Opened = { id: string; tasks: readonly number[]; since: Day; openedOn: Day; until?: Day; repeats?: Repeats; endedOn?: Day; turns: ReadonlyMap<string, TurnHappened> }

const untouched: TurnHappened = { reopened: new Map() }

export function roundAfter(round: Opened | undefined, event: Of<'round-opened' | 'round-closed' | 'round-resumed' | 'round-reopened' | 'round-ended'>, { on, at }: Stamp): Opened | undefined {
  if (event.type === 'round-opened') {
    const { round: id, tasks, since, until, repeats } = event
    return { id, tasks, since, openedOn: on, ...(repeats === undefined ? { until: until ?? on } : { repeats }), turns: new Map() }
  }
  if (round === undefined) return undefined
  if (event.type === 'round-ended') return { ...round, endedOn: on }
  const turn = round.turns.get(event.round) ?? untouched
  const now: TurnHappened = event.type === 'round-closed' ? { ...turn, closed: { on, at } } : event.type === 'round-resumed' ? { reopened: turn.reopened } : { ...turn, reopened: new Map([...turn.reopened, [event.unit, event.until]]) }
  return { ...round, turns: new Map([...round.turns, [event.round, now]]) }
}

/** A collection of reports. `from`: words since then answer it. `of`: the round that was opened; a quarter has none. */
export type Turn = { key: string; from: Day; opensOn: Day; until: Day; of?: Opened; closed?: { on: Day; at: Instant }; reopened: ReadonlyMap<string, Day> }
/** Until when a word is in time. */
export type End = { on: Day; at?: Instant }

export const isBy = ({ on, at }: { on: Day; at: Instant }, end: End): boolean => (on === end.on && end.at !== undefined ? at <= end.at : on <= end.on)
export const endOf = ({ until, closed }: Turn): Day => (closed !== undefined && closed.on < until ? closed.on : until)
const isClosed = ({ closed }: Turn, today: Day): boolean => closed !== undefined && closed.on <= today
export const isOver = (turn: Turn, today: Day): boolean => today > turn.until || isClosed(turn, today)
const isOpenOn = (turn: Turn, today: Day): boolean => today >= turn.opensOn && !isOver(turn, today)
export const endingOf = (turn: Turn): End => (turn.closed !== undefined && turn.closed.on <= turn.until ? turn.closed : { on: turn.until })
/** Of one unit, for which it may have been opened again. */
export const endFor = (turn: Turn, unit: string): End => ((again) => (again === undefined ? endingOf(turn) : { on: again }))(turn.reopened.get(unit))
export const mayAnswer = (turn: Turn, unit: string, today: Day): boolean => isOpenOn(turn, today) || (turn.reopened.get(unit) ?? '') >= today
const isOnce = ({ of }: Turn): boolean => of !== undefined && of.repeats === undefined
export const countsEarlierWords = isOnce

const longest = 100

/** The rounds of one plan by one calendar. */
export class Rounds {
  readonly #days: WorkingDays
  readonly #rounds: readonly Opened[]
  readonly #policies: readonly { on: Day; policy: Policy }[]
  readonly #turns = new Map<Opened, { counted: Turn[]; next: Day; from: Day; to: Day }>()
  readonly #quarters = new Map<Day, Turn>()

  constructor(days: WorkingDays, rounds: readonly Opened[], policies: readonly { on: Day; policy: Policy }[]) {
    this.#days = days
    this.#rounds = rounds
    this.#policies = policies
  }

  /** The quarter that a day is in; it is asked for by the numbers that stood at its end. */
  quarter(day: Day): Turn {
    const from = firstOfQuarter(day)
    const known = this.#quarters.get(from)
    if (known !== undefined) return known
    const until = lastOf(from, 3)
    const [mark = 0] = this.#policies.findLast(({ on }) => on <= until)?.policy.progressMarks ?? [7]
    const quarter = { key: `${yearOf(from)}Q${Math.ceil(monthOf(from) / 3)}`, from, until, opensOn: this.#days.nth(this.#days.lastBy(until), -mark), reopened: new Map<string, Day>() }
    this.#quarters.set(from, quarter)
    return quarter
  }

  quarterBefore(day: Day): Turn {
    return this.quarter(daysLater(firstOfQuarter(day), -1))
  }

  /** The quarter that is asked about: the last one until this one's first reminder. */
  #asking(today: Day): Turn {
    const now = this.quarter(today)
    return today >= now.opensOn ? now : this.quarterBefore(today)
  }

  /** All turns of a round that open by a day. */
  #turnsOf(round: Opened, to: Day): Turn[] {
    const happened = (key: string): TurnHappened => round.turns.get(key) ?? untouched
    const { repeats, until, openedOn, id } = round
    if (repeats === undefined) return openedOn <= to ? [{ key: id, from: round.since, opensOn: openedOn, until: until ?? openedOn, of: round, ...happened(id) }] : []
    const months = repeats.every === 'month' ? 1 : 3
    const first = repeats.every === 'month' ? firstOfMonth : firstOfQuarter
    const known = this.#turns.get(round) ?? { counted: [], next: first(openedOn), from: round.since, to: '' }
    for (; known.next <= to; known.next = dayAfter(lastOf(known.next, months))) {
      const opensOn = this.#days.nth(daysLater(known.next, -1), repeats.nth)
      if (opensOn < openedOn || (round.endedOn !== undefined && opensOn > round.endedOn)) continue
      const key = `${id}/${yearOf(known.next)}${months === 1 ? `-${known.next.slice(5, 7)}` : `Q${Math.ceil(monthOf(known.next) / 3)}`}`
      const turn: Turn = { key, from: known.from, opensOn, until: this.#days.nth(opensOn, repeats.workingDays), of: round, ...happened(key) }
      known.counted.push(turn)
      known.from = dayAfter(endOf(turn))
    }
    this.#turns.set(round, known)
    return known.counted.filter(({ opensOn }) => opensOn <= to)
  }

  /** The turns that have begun and ask about a task, the last first: of one that repeats those of the last four periods, three at most. */
  begun(task: number | undefined, today: Day): Turn[] {
    const turns = this.#rounds.filter(({ tasks }) => task === undefined || tasks.includes(task)).flatMap((round) => {
      if (round.repeats === undefined) return this.#turnsOf(round, today)
      let since = round.repeats.every === 'month' ? firstOfMonth(today) : firstOfQuarter(today)
      for (let back = 0; back < 3; back += 1) since = (round.repeats.every === 'month' ? firstOfMonth : firstOfQuarter)(daysLater(since, -1))
      return this.#turnsOf(round, today).filter(({ opensOn }) => opensOn >= since).slice(-3)
    })
    return turns.toSorted((a, b) => (a.opensOn !== b.opensOn ? (a.opensOn < b.opensOn ? 1 : -1) : a.key < b.key ? 1 : -1))
  }

  /** Whether a quarter has a round in its place for a task: one that ends in its last month (of one that repeats: anywhere in it), or is held while the quarter would be asked for. */
  isReplaced(task: number, quarter: Turn): boolean {
    const earliest = daysLater(quarter.from, -longest)
    return this.#rounds.filter(({ tasks }) => tasks.includes(task)).some((round) => this.#turnsOf(round, quarter.until).some((turn) => {
      const end = endOf(turn)
      const counts = round.repeats === undefined ? firstOfMonth(quarter.until) : quarter.from
      return turn.opensOn >= earliest && ((end >= counts && end <= quarter.until) || (turn.opensOn <= quarter.until && end >= quarter.opensOn))
    }))
  }

  /** Where a task is asked now, or was asked last. */
  current(task: number, today: Day): Turn {
    const quarter = this.#asking(today)
    const begun = this.begun(task, today)
    const [last] = begun
    if (last === undefined) return quarter
    return begun.find((turn) => isOpenOn(turn, today)) ?? (last.opensOn >= quarter.opensOn || this.isReplaced(task, quarter) ? last : quarter)
  }

  /** Which ended last of those in which a task was asked. */
  lastOver(task: number, today: Day): Turn {
    const quarter = this.quarterBefore(today)
    const over = this.begun(task, today).filter((turn) => isOver(turn, today))
    const last = over.reduce<Turn | undefined>((found, turn) => (found === undefined || endOf(turn) >= endOf(found) ? turn : found), undefined)
    if (last === undefined) return quarter
    return endOf(last) >= quarter.until || this.isReplaced(task, quarter) ? last : quarter
  }
}
