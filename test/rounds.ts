// Rounds as a secretary opens them, for tests.
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { Repeats } from '#src/ledger/round.ts'
import { day, taskNo } from './builders.ts'

type RoundFacts = { title?: string; tasks?: readonly number[]; since?: string; until?: string; question?: string; repeats?: Repeats }

/** Of task 1 until 10 July by default. */
export const openRound = ({ title = '年中进展', tasks = [1], since = '2026-07-01', until = '2026-07-10', question, repeats }: RoundFacts = {}): PlanIntent => ({
  type: 'open-round', title, tasks: tasks.map(taskNo), since: day(since), ...(repeats === undefined ? { until: day(until) } : { repeats }), ...(question === undefined ? {} : { question }),
})

/** Opened on the fifth working day of each month, for five. */
export const eachMonth: Repeats = { every: 'month', nth: 5, workingDays: 5 }
