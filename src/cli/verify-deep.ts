// `duban verify --deep`: after the chain, what the logs mean. Lights and numbers of every plan on every day, worked out a second time by the checker.
import type { Redis } from 'ioredis'
import type { Day } from '#src/calendar/day.ts'
import type { Difference } from '#src/checker/differences.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { directoryKey, planKey, planOfKey } from '#src/log-subjects.ts'
import { withStore } from '#src/store/connection.ts'
import { comparedOn, everyDay, firstDayOf, lastDayOf } from './compared-days.ts'
import { entriesAsTheyAre, logsOf } from './verify.ts'

/** `days`: plan-days that were compared, `tasks` the lights on them. `unjudged`: plans that met an event which the checker does not know. */
export type DeepSum = { plans: number; days: number; tasks: number; differences: number; unjudged: number }
export type Told =
  | { what: 'difference'; plan: PlanId; difference: Difference }
  | { what: 'unknown'; plan: PlanId; day: Day; of: 'plan' | 'directory'; position: number; event: string }
  | { what: 'unreadable'; plan: PlanId; why: string }
  | { what: 'progress'; plan: PlanId; day: Day; until: Day }
  | { what: 'compared'; plan: PlanId; from: Day; until: Day; tasks: number; differences: number }

/** So many plan-days between two signs of life. */
const progressEvery = 200

/** Each plan from its import, or from a day, until a day: today, and in any case the last that anything was recorded on. One plan is in memory at a time. */
export async function verifyDeep(redisUrl: string, { from, until: last, today }: { from?: Day; until?: Day; today: Day }, tell: (told: Told) => void): Promise<DeepSum> {
  return withStore(redisUrl, async (redis) => {
    const sum: DeepSum = { plans: 0, days: 0, tasks: 0, differences: 0, unjudged: 0 }
    const directory = await entriesAsTheyAre(redis, directoryKey)
    for (const plan of await plansIn(redis)) {
      const logs = { plan: await entriesAsTheyAre(redis, planKey(plan)), directory }
      const [first, recorded] = [firstDayOf(logs.plan), lastDayOf(logs.plan)]
      if (first === undefined) continue
      const until = last ?? (recorded !== undefined && recorded > today ? recorded : today)
      const begins = from !== undefined && from > first ? from : first
      sum.plans += 1
      let [days, tasks, differences] = [0, 0, 0]
      try {
        for (const compared of comparedOn(everyDay(begins, until), plan, logs)) {
          if ('unknown' in compared) {
            const { day, unknown: { of, position, what } } = compared
            tell({ what: 'unknown', plan, day, of, position, event: what })
            sum.unjudged += 1
            continue
          }
          days += 1
          tasks += compared.tasks
          differences += compared.differences.length
          for (const difference of compared.differences) tell({ what: 'difference', plan, difference })
          if (days % progressEvery === 0) tell({ what: 'progress', plan, day: compared.day, until })
        }
        tell({ what: 'compared', plan, from: begins, until, tasks, differences })
      } catch (error) {
        tell({ what: 'unreadable', plan, why: String(error) })
        sum.unjudged += 1
      }
      sum.days += days
      sum.tasks += tasks
      sum.differences += differences
    }
    return sum
  })
}

async function plansIn(redis: Redis): Promise<PlanId[]> {
  const ids = (await logsOf(redis)).flatMap((log) => PlanId.safeParse(planOfKey(log)).data ?? [])
  return ids.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}
