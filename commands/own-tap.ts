// 正常推进 by a tap, also for many at once: it says nothing that fuller words of the same person would contradict.
import type { Desk } from '#src/command.ts'
import type { Report } from '#src/ledger/report.ts'

export function isOwnTap(report: Report, { asker }: Desk): boolean {
  const { by, state, stated, done, problem, needs, next, answer, onBehalf, reason } = report
  return by === asker?.id && state === 'normal' && [stated, done, problem, needs, next, answer, onBehalf, reason].every((said) => said === undefined)
}
