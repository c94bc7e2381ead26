// The comparison: what the product says of a plan on every day, beside what the checker says.
import { dayAfter } from '#src/checker/days.ts'
import { Checker } from '#src/checker/check.ts'
import { differencesOn, nothingSaid, type Difference } from '#src/checker/differences.ts'
import type { RawEntry } from '#src/checker/raw.ts'
import { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { productSays, type Twist } from './product-says.ts'

export type PlanLogs = { plan: readonly RawEntry[]; directory: readonly RawEntry[] }
/** `unknown`: the checker met an event that it does not know, and compares nothing from then on. */
export type Compared = { day: Day; tasks: number; differences: readonly Difference[] } | { day: Day; unknown: { of: 'plan' | 'directory'; position: number; what: string } }

/** On each of these days, in order; days before the import are left out. It ends where the checker cannot judge any more. */
export function* comparedOn(days: Iterable<Day>, plan: PlanId, logs: PlanLogs, twist?: Twist): Generator<Compared> {
  const checker = new Checker(logs.plan, logs.directory)
  const says = productSays(plan, logs.plan, logs.directory, twist)
  for (const day of days) {
    const judged = checker.on(day)
    if (judged?.ok === false) {
      yield { day, unknown: { of: judged.of, position: judged.position, what: judged.what } }
      return
    }
    const product = says(day)
    if (judged === undefined && product === undefined) continue
    yield { day, tasks: product?.tasks.size ?? 0, differences: differencesOn(day, product ?? nothingSaid, judged?.said ?? nothingSaid) }
  }
}

/** Every day from one to another. */
export function* everyDay(from: Day, until: Day): Generator<Day> {
  for (let day = from; day <= until; day = Day.parse(dayAfter(day))) yield day
}

const dayIn = (entry: RawEntry | undefined): Day | undefined => Day.safeParse(/"on":"(\d{4}-\d{2}-\d{2})"/.exec(entry?.body ?? '')?.[1]).data
/** The day of its first entry, and of its last; undefined where nothing can be read of it. */
export const firstDayOf = (entries: readonly RawEntry[]): Day | undefined => dayIn(entries[0])
export const lastDayOf = (entries: readonly RawEntry[]): Day | undefined => dayIn(entries.at(-1))
