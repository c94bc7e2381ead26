// What a report takes of words that were read.
import { Percent } from '#src/ledger/ids.ts'
import type { Remark } from '#src/ledger/remark.ts'
import type { ReportState } from '#src/ledger/report.ts'
import { saidReport, type SaidReport } from '#src/reader/said-report.ts'

export type Figures = { state: ReportState; progress?: Percent; done?: string; problem?: string; needs?: string; next?: string }

/** What can be read both ways is normal until the person says otherwise. */
export function figuresOf({ state = 'normal', progress, done, problem, needs, next }: SaidReport): Figures {
  const words = { ...(done === undefined ? {} : { done }), ...(problem === undefined ? {} : { problem }), ...(needs === undefined ? {} : { needs }), ...(next === undefined ? {} : { next }) }
  return { state, ...(progress === undefined ? {} : { progress: Percent.parse(progress) }), ...words }
}

/** More than that it is on track. */
export const isMore = (figures: Figures): boolean => Object.keys(figures).length > 1

/** The words of a remark as a report would have them: what could not be read is what was done. */
export function asReport({ words, on }: Remark): Figures {
  const read = saidReport(words, on)
  return read === undefined ? { state: 'normal', done: words } : figuresOf(read)
}
