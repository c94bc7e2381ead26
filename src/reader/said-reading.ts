// What plain words are first of all: a report, a figure put right, that the last one was wrong, something asked for, or a remark alone. What else they may be is offered beside it.
import type { Day } from '#src/calendar/day.ts'
import { saidAim, type SaidAim } from './said-aim.ts'
import { saidCorrection, saysFigureWrong, saysWrong, type SaidCorrection } from './said-correction.ts'
import { besidesTasks, saidReport, tellsHowFar, type SaidReport } from './said-report.ts'

export type SaidReading = { first: 'report' | 'correction' | 'wrong' | 'remark' | SaidAim['kind']; report?: SaidReport; aim?: SaidAim; correction?: SaidCorrection }

/**
 * A report that says how far the task is stays a report, whatever is asked for besides; what others ask for is told and not asked.
 *
 * @param task the number of the one that is meant
 */
export function saidReading(words: string, today: Day, task?: number): SaidReading {
  const besides = besidesTasks(words, task)
  const [report, aim, correction] = [saidReport(words, today, undefined, task), saidAim(besides), saidCorrection(besides)]
  return {
    first: firstOf(report, aim, correction, besides),
    ...(report === undefined ? {} : { report }), ...(aim === undefined ? {} : { aim }), ...(correction === undefined ? {} : { correction }),
  }
}

function firstOf(report: SaidReport | undefined, aim: SaidAim | undefined, correction: SaidCorrection | undefined, words: string): SaidReading['first'] {
  if (correction !== undefined) return 'correction'
  if (saysFigureWrong(words)) return 'wrong'
  const isReport = report !== undefined && (aim === undefined || tellsHowFar(report))
  if (isReport) return 'report'
  if (aim === undefined || aim.kind === 'objection') return saysWrong(words) ? 'wrong' : (aim?.kind ?? 'remark')
  if (aim.told !== true) return aim.kind
  // 上级要求延期至12月底 says nothing of the work.
  return report?.done === undefined && report?.problem === undefined ? 'remark' : 'report'
}
