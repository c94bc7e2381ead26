// 对账: what was owed on a day against what was sent, plan by plan. Counted in notices, which are the lines of messages.
import { z } from 'zod'
import { Day } from '#src/calendar/day.ts'
import { PersonId, PlanId } from '#src/ledger/ids.ts'
import type { Notice } from './notice.ts'

const count = z.number().int().min(0)

/**
 * `due` is `sent` + `late` + `unsent`: 应发 = 已发 + 补发 + 未发. `late`: owed and unsent on the working day before. `lapsed`: owed, and not any more before it was sent:
 * somebody answered. `notOwed` (sent although the rules asked for no such thing) and `twice` must be 0.
 */
export const PlanBalance = z.object({ plan: PlanId, due: count, sent: count, late: count, unsent: count, lapsed: count, notOwed: count, twice: count })
export type PlanBalance = z.infer<typeof PlanBalance>

/** `unreachable`: no message reaches them. `in-doubt`: it may have arrived, and is looked for. `waiting`: it has not left. */
export const WhyUnsent = z.enum(['unreachable', 'in-doubt', 'waiting'])
export type WhyUnsent = z.infer<typeof WhyUnsent>
export const UnsentTo = z.object({ plan: PlanId, to: PersonId, count, why: WhyUnsent })
export type UnsentTo = z.infer<typeof UnsentTo>

export const Balance = z.object({ day: Day, plans: z.array(PlanBalance), unsent: z.array(UnsentTo) })
export type Balance = z.infer<typeof Balance>

export type DayFacts = {
  /** What the rules owed at any moment of the day, by key. */
  owed: ReadonlyMap<string, Notice>
  /** Whether the rules still ask for it at the day's end. */
  isStillDue: (key: string) => boolean
  /** Keys of what was owed and unsent when the day began. */
  unsentBefore: ReadonlySet<string>
  /** In order. `isDue`: the rules asked for it when it was taken to be sent. `isFirst`: nobody had been told of it. */
  delivered: readonly { notice: Notice; isDue: boolean; isFirst: boolean }[]
  why: (notice: Notice) => WhyUnsent
}

/** Only plans of which anything was owed or sent. */
export function balanceOf(day: Day, { owed, isStillDue, unsentBefore, delivered, why }: DayFacts): Balance {
  const told = new Set(delivered.map(({ notice }) => notice.key))
  const left = [...owed.values()].filter(({ key }) => !told.has(key))
  const unsent = left.filter(({ key }) => isStillDue(key))
  const plans = [...new Set([...left, ...delivered.map(({ notice }) => notice)].map(({ plan }) => plan))].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return {
    day,
    plans: plans.map((plan) => {
      const first = delivered.filter(({ notice, isFirst }) => notice.plan === plan && isFirst)
      const due = first.filter(({ notice, isDue }) => isDue || owed.has(notice.key))
      const late = due.filter(({ notice }) => unsentBefore.has(notice.key)).length
      const ofPlan = (notices: readonly Notice[]): number => notices.filter((notice) => notice.plan === plan).length
      const counts = { sent: due.length - late, late, unsent: ofPlan(unsent) }
      return {
        plan, due: counts.sent + counts.late + counts.unsent, ...counts, lapsed: ofPlan(left) - counts.unsent, notOwed: first.length - due.length,
        twice: delivered.filter(({ notice, isFirst }) => notice.plan === plan && !isFirst).length,
      }
    }),
    unsent: byPerson(unsent, why),
  }
}

/** Those with the most first. */
function byPerson(unsent: readonly Notice[], why: DayFacts['why']): UnsentTo[] {
  const found = new Map<string, UnsentTo>()
  for (const notice of unsent) {
    const of = { plan: notice.plan, to: notice.to, why: why(notice) }
    const key = Object.values(of).join(' ')
    found.set(key, { ...of, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count)
}

export const totalOf = ({ plans }: Balance): Omit<PlanBalance, 'plan'> => {
  const sum = (field: keyof Omit<PlanBalance, 'plan'>): number => plans.reduce((total, plan) => total + plan[field], 0)
  return { due: sum('due'), sent: sum('sent'), late: sum('late'), unsent: sum('unsent'), lapsed: sum('lapsed'), notOwed: sum('notOwed'), twice: sum('twice') }
}
