// What an answer said before it was put right: each version is kept, and read beside the one that stands.
import type { EarlierReport, Reports } from '#src/ledger/report.ts'

/** `reason`: why it was put right. */
export type PutRight = { was: EarlierReport; reason: string }

/** Of the report that stands, the latest first. Words that were only added (补充) put nothing right. */
export function putRight({ report, earlier = [] }: Reports): PutRight[] {
  if (report === undefined) return []
  const since = earlier.findLastIndex(({ ended }) => ended === 'followed') + 1
  const versions = earlier.slice(since).filter(({ ended }) => ended === 'corrected')
  return versions.flatMap((was, at) => {
    const reason = (versions[at + 1] ?? report).reason
    return reason === undefined ? [] : [{ was, reason }]
  }).toReversed()
}
