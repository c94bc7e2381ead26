// What the other voices of a task said last: the units beside the one that answers, and the members of a group.
import { unitName } from '#src/directory/directory.ts'
import type { Assignment, Report } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { answering, partsOf } from './answering.ts'
import { isLateReport } from './late-reports.ts'
import { personName } from './person-name.ts'
import type { View } from './view.ts'
import { voicesOf } from './voices.ts'

/** `recordedBy`: who recorded it, where the unit did not itself (代录). */
export type OtherSaid = { unit: UnitId; name: string; report: Report; recordedBy?: string; late: boolean }

/** @returns what stands in the way first, then the latest first; whoever has said nothing is not in it */
export function othersSaid(view: View, no: TaskNo): OtherSaid[] {
  const lead = answering(view, no)?.unit
  const said = partsOf(view, no).flatMap((part) => voicesOf(part).flatMap(({ member, standing: { report } }) => {
    const isTheLeads = part.unit === lead && member === undefined
    return report === undefined || isTheLeads ? [] : [saidBy(view, part, member ?? part.unit, report)]
  }))
  return said.toSorted((a, b) => Number(isInTheWay(b)) - Number(isInTheWay(a)) || (a.report.at < b.report.at ? 1 : -1))
}

const isInTheWay = ({ report }: OtherSaid): boolean => report.state !== 'normal'

function saidBy(view: View, part: Assignment, unit: UnitId, report: Report): OtherSaid {
  const recordedBy = report.onBehalf === undefined ? undefined : personName(view.directory, report.by)
  return { unit, name: unitName(view.directory, unit), report, late: isLateReport(view, part, unit, report), ...(recordedBy === undefined ? {} : { recordedBy }) }
}
