// A life and what the oracle says of it.
import { live, type Moment, type Span, type Story, type Twist } from './life.ts'
import { Oracle, type Difference } from './oracle/judge.ts'

export type Judged = { differences: readonly Difference[]; moments: number; messages: number; lines: number; digests: number; people: ReadonlyMap<string, number>; kinds: ReadonlyMap<string, number>; daysWithMessages: number; unread: readonly string[] }

export const worded = ({ day, time, to, what }: Difference): string => `${day} ${time} ${to} ${what}`

/** @param isEnough ends the life at the first difference that is what was looked for */
export async function judged(span: Span, story: Story, twist?: Twist, isEnough: (difference: Difference) => boolean = () => false): Promise<Judged> {
  const oracle = new Oracle()
  const [people, kinds, days] = [new Map<string, number>(), new Map<string, number>(), new Set<string>()]
  const sums = { moments: 0, messages: 0, lines: 0, digests: 0 }
  const one = (counts: Map<string, number>, of: string): void => void counts.set(of, (counts.get(of) ?? 0) + 1)
  const watch = ({ said, ...moment }: Moment, ledgers: Parameters<Parameters<typeof live>[2]>[1]): boolean => {
    oracle.judge({ ...moment, said }, ledgers.entries())
    sums.moments += 1
    for (const { to, key, notices } of said) {
      sums.messages += 1
      sums.digests += key.startsWith('digest/') ? 1 : 0
      sums.lines += notices.length
      one(people, ledgers.directory().people.get(to)?.name ?? to)
      for (const { kind } of notices) one(kinds, kind)
      days.add(moment.day)
    }
    return !oracle.differences.some(isEnough)
  }
  await live(span, story, watch, twist)
  return { ...sums, differences: oracle.differences, people, kinds, daysWithMessages: days.size, unread: oracle.unread() }
}
