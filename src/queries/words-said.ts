// All that was said of a task, whole, the latest first: what its cards show the beginning of.
import type { Day, Instant } from '#src/calendar/day.ts'
import { unitName } from '#src/directory/directory.ts'
import type { Assignment, Member } from '#src/ledger/assignment.ts'
import { without } from '#src/ledger/fields.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { partsOf } from './answering.ts'
import { isLateReport } from './late-reports.ts'
import type { View } from './view.ts'
import { voicesOf } from './voices.ts'

export type SaidKind = 'report' | 'claim' | 'returned' | 'withdrawn' | 'extension' | 'objection' | 'question' | 'ruling' | 'remark' | 'paused' | 'resumed' | 'struck-off'
/** `late`: 迟报. `unit`: who said it, or of whom it was said; undefined of the task as a whole. */
export type WordsSaid = { what: SaidKind; unit?: string; on: Day; words: string; late?: boolean }

type Dated = WordsSaid & { at: Instant | Day }

/** @param seesRemarks whose plain words may be read: the asker's own units, or all for whoever runs the plan */
export function wordsSaid(view: View, task: TaskNo, seesRemarks: (unit: UnitId) => boolean): WordsSaid[] {
  const { paused, resumed, struckOff } = view.plan.tasks.get(task)?.course ?? {}
  const ofTask: Dated[] = [
    ...(paused === undefined ? [] : [{ what: 'paused' as const, on: paused.on, at: paused.on, words: paused.reason }]),
    ...(resumed === undefined ? [] : [{ what: 'resumed' as const, on: resumed.on, at: resumed.on, words: resumed.words }]),
    ...(struckOff === undefined ? [] : [{ what: 'struck-off' as const, on: struckOff.on, at: struckOff.on, words: struckOff.words }]),
  ]
  const ofUnits = partsOf(view, task).flatMap((part) => voicesOf(part).flatMap(({ member, standing }) => ofVoice(view, part, member ?? part.unit, seesRemarks(member ?? part.unit) ? standing : without(standing, 'remarks'))))
  return [...ofTask, ...ofUnits].filter(({ words }) => words.trim() !== '').toSorted((a, b) => (a.at < b.at ? 1 : -1)).map((said) => without(said, 'at'))
}

function ofVoice(view: View, part: Assignment, speaker: UnitId, { report, earlier = [], takenIn = [], claim, returned, withdrawn, extension, objection, question, remarks = [] }: Member): Dated[] {
  const unit = unitName(view.directory, speaker)
  const said = (what: SaidKind, of: { on: Day; at: Instant } | undefined, ...words: (string | undefined)[]): Dated[] =>
    of === undefined ? [] : [{ what, unit, on: of.on, at: of.at, words: words.filter((each) => each !== undefined && each.trim() !== '').join('\n') }]
  const reports = [...[...takenIn, ...earlier].filter(({ ended }) => ended !== 'struck'), ...(report === undefined ? [] : [report])]
  return [
    ...reports.flatMap((each) => said('report', each, each.done, each.problem, each.needs, each.next, each.answer?.words).map((words) => (isLateReport(view, part, speaker, each) ? { ...words, late: true } : words))),
    ...said('claim', claim, claim?.words), ...said('returned', returned, returned?.reason), ...said('withdrawn', withdrawn, withdrawn?.reason),
    ...said('extension', extension, extension?.reason), ...said('objection', objection, objection?.words), ...said('question', question, question?.words),
    ...[extension, objection, question].flatMap((petition) => said('ruling', petition?.ruling, petition?.ruling?.words)),
    ...remarks.flatMap((remark) => said('remark', remark, remark.words)),
  ]
}
