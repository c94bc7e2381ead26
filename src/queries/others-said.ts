// Where the other voices of a task stand: the units beside the one that answers, and the members of a group.
import { unitName } from '#src/directory/directory.ts'
import type { Acceptance, Assignment, Claim, Member, Report, ReturnedClaim } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { saysNotOurs, type PartQuestion } from '#src/ledger/part-question.ts'
import { answering, partsOf } from './answering.ts'
import { isLateReport } from './late-reports.ts'
import { personName } from './person-name.ts'
import type { View } from './view.ts'
import { voicesOf } from './voices.ts'

/** The last thing that counts: that it is done or accepted as such, that the part is said to be somebody else's, that it was sent back, else its last report. */
export type Stands =
  | { is: 'reported'; said: Report; late: boolean }
  | { is: 'claimed'; said: Claim }
  | { is: 'disowned'; said: PartQuestion }
  | { is: 'returned'; said: ReturnedClaim }
  | { is: 'accepted'; said: Acceptance }
/** `recordedBy`: who recorded it, where the unit did not itself (代录). */
export type OtherSaid = { unit: UnitId; name: string; recordedBy?: string } & Stands

/** @returns what stands in the way first, then what was sent back, then the latest first; whoever has said nothing is not in it */
export function othersSaid(view: View, no: TaskNo): OtherSaid[] {
  const lead = answering(view, no)?.unit
  const said = partsOf(view, no).flatMap((part) => voicesOf(part).flatMap(({ member, standing }) => {
    const isTheLeads = part.unit === lead && member === undefined
    const unit = member ?? part.unit
    const stands = isTheLeads ? undefined : standsOf(view, part, unit, standing)
    return stands === undefined ? [] : [{ unit, name: unitName(view.directory, unit), ...recorder(view, stands), ...stands }]
  }))
  return said.toSorted((a, b) => pressing(b) - pressing(a) || (a.said.on < b.said.on ? 1 : -1))
}

function standsOf(view: View, part: Assignment, unit: UnitId, { claim, accepted, question, returned, report }: Member): Stands | undefined {
  if (accepted !== undefined) return { is: 'accepted', said: accepted }
  if (claim !== undefined) return { is: 'claimed', said: claim }
  if (saysNotOurs(question)) return { is: 'disowned', said: question }
  if (returned !== undefined && (report === undefined || report.at < returned.at)) return { is: 'returned', said: returned }
  return report === undefined ? undefined : { is: 'reported', said: report, late: isLateReport(view, part, unit, report) }
}

const pressing = (stands: Stands): number => (stands.is === 'reported' && stands.said.state !== 'normal' ? 2 : stands.is === 'returned' || stands.is === 'disowned' ? 1 : 0)

function recorder({ directory }: View, stands: Stands): { recordedBy?: string } {
  if ((stands.is !== 'reported' && stands.is !== 'claimed') || stands.said.onBehalf === undefined) return {}
  const recordedBy = personName(directory, stands.said.by)
  return recordedBy === undefined ? {} : { recordedBy }
}
