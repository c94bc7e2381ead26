// Where product and checker differ on a life, worded; nothing where they agree.
import { Day } from '#src/calendar/day.ts'
import { comparedOn, type Compared, type PlanLogs } from '#src/cli/compared-days.ts'
import type { Twist } from '#src/cli/product-says.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { workCalendar } from '#test/builders.ts'

const p1 = PlanId.parse('p1')

/** Each day on which something happened, the day after it, and some on which only time passes. */
export function daysThatMatter({ plan }: PlanLogs): Day[] {
  const acts = plan.flatMap(({ body }) => Day.safeParse(/"on":"([\d-]{10})"/.exec(body)?.[1]).data ?? [])
  const last = acts.at(-1)
  const after = last === undefined ? [] : [3, 8, 15, 22, 40, 60, 93, 130, 200].map((days) => workCalendar.addDays(last, days))
  return [...new Set([...acts.flatMap((day) => [day, workCalendar.addDays(day, 1)]), ...after])].toSorted()
}

export function worded(compared: Compared, plan: PlanId = p1): string[] {
  if ('unknown' in compared) return [`${plan} ${compared.day} unknown event ${compared.unknown.what}`]
  return compared.differences.map(({ day, task, what, product, checker }) => `${plan} ${day} ${task ?? 'all'} ${what}: ${product} / ${checker}`)
}

/** The first day on which they differ. */
export function firstDifferences(logs: PlanLogs, { days = daysThatMatter(logs), plan = p1, twist }: { days?: readonly Day[]; plan?: PlanId; twist?: Twist } = {}): string[] {
  for (const compared of comparedOn(days, plan, logs, twist)) {
    const found = worded(compared, plan)
    if (found.length > 0) return found
  }
  return []
}
