// All that was said of a task, whole, the latest first: what its cards show the beginning of.
import type { Day, Instant } from '#src/calendar/day.ts'
import { unitName } from '#src/directory/directory.ts'
import type { Assignment, Claim, Member } from '#src/ledger/assignment.ts'
import { present, without } from '#src/ledger/fields.ts'
import type { PersonId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { EarlierReport, OnBehalf, Report } from '#src/ledger/report.ts'
import type { EndedClaim } from '#src/ledger/voice.ts'
import { partsOf } from './answering.ts'
import { isLateReport } from './late-reports.ts'
import type { View } from './view.ts'
import { voicesOf } from './voices.ts'

export type SaidKind = 'report' | 'correction' | 'claim' | 'returned' | 'reopened' | 'withdrawn' | 'extension' | 'objection' | 'question' | 'ruling' | 'remark' | 'paused' | 'resumed' | 'struck-off' | 'coordination'
/** What became of it since. */
export type SaidMark = 'late' | 'corrected' | 'returned' | 'withdrawn' | 'reopened' | 'struck'
/** `unit`: who said it, or of whom it was said; undefined of the task as a whole; `former`: it has the part no more. `onBehalf`: a secretary recorded it. `reason`: why it was put right. */
export type WordsSaid = { what: SaidKind; unit?: string; former?: true; on: Day; words: string; reason?: string; onBehalf?: OnBehalf; marks: readonly SaidMark[] }

type Dated = WordsSaid & { at: Instant }
/** Whose plain words may be read: the asker's own units', or all for whoever runs the plan. */
type SeesRemarks = (unit: UnitId, handler: PersonId | undefined) => boolean

export function wordsSaid(view: View, task: TaskNo, seesRemarks: SeesRemarks): WordsSaid[] {
  const { said = [], coordinated = [] } = view.plan.tasks.get(task)?.course ?? {}
  const ofTask = [...said, ...coordinated.map((settled) => ({ what: 'coordination' as const, ...settled }))].map(({ what, on, at, words }): Dated => ({ what, on, at, words, marks: [] }))
  const former = [...view.plan.amended.formerParts.values()].flatMap(({ assignment }) => (assignment.task === task ? ofPart(view, assignment, seesRemarks).map((words): Dated => ({ ...words, former: true })) : []))
  const ofUnits = [...partsOf(view, task).flatMap((part) => ofPart(view, part, seesRemarks)), ...former]
  return [...ofTask, ...ofUnits].filter(({ words }) => words.trim() !== '').toSorted((a, b) => (a.at < b.at ? 1 : -1)).map((each) => without(each, 'at'))
}

function ofPart(view: View, part: Assignment, seesRemarks: SeesRemarks): Dated[] {
  const members = new Set([...part.byMember.values()].flatMap(claimsOf).map(({ at }) => at))
  return voicesOf(part).flatMap(({ member, standing }) => {
    const speaker = member ?? part.unit
    // A completion that stands for a whole group may be the last of its members': it is theirs.
    const claims = claimsOf(standing).filter(({ at }) => member !== undefined || !members.has(at))
    return ofVoice(view, part, speaker, seesRemarks(speaker, standing.handler) ? standing : without(standing, 'remarks'), claims)
  })
}

const claimsOf = ({ claim, accepted, endedClaims = [] }: Member): (Claim | EndedClaim)[] => [...endedClaims, ...[claim, accepted?.claim].flatMap((said) => said ?? [])]

function ofVoice(view: View, part: Assignment, speaker: UnitId, { report, earlier = [], takenIn = [], extension, objection, question, remarks = [] }: Member, claims: readonly (Claim | EndedClaim)[]): Dated[] {
  const unit = unitName(view.directory, speaker)
  const said = (what: SaidKind, { on, at }: { on: Day; at: Instant }, words: string): Dated => ({ what, unit, on, at, words, marks: [] })
  const ofReport = (each: Report | EarlierReport): Dated => {
    const marks: SaidMark[] = [...('ended' in each && each.ended !== 'followed' ? [each.ended] : []), ...(isLateReport(view, part, speaker, each) ? ['late' as const] : [])]
    const words = [each.done, each.problem, each.needs, each.next, each.answer?.words].filter((line) => line !== undefined && line.trim() !== '').join('\n')
    return { ...said(each.reason === undefined ? 'report' : 'correction', { on: each.correctedOn ?? each.on, at: each.at }, words), ...present({ reason: each.reason, onBehalf: each.onBehalf }), marks }
  }
  const ofClaim = (each: Claim | EndedClaim): Dated[] => {
    const claimed = { ...said('claim', each, each.words), ...present({ onBehalf: each.onBehalf }) }
    if (!('ended' in each) || each.ended === 'changed') return [claimed]
    const { ended, endedOn, endedAt, reason } = each
    return [{ ...claimed, marks: [ended] }, ...(ended === 'struck' || endedAt === undefined ? [] : [said(ended, { on: endedOn, at: endedAt }, reason ?? '')])]
  }
  const asked = (what: SaidKind, petitions: readonly { on: Day; at: Instant; words: string; ruling?: { on: Day; at: Instant; words: string } }[]): Dated[] =>
    petitions.flatMap((each) => [said(what, each, each.words), ...(each.ruling === undefined ? [] : [said('ruling', each.ruling, each.ruling.words)])])
  return [
    ...[...takenIn, ...earlier, ...(report === undefined ? [] : [report])].map(ofReport), ...claims.flatMap(ofClaim),
    ...asked('extension', allOf(extension).map((each) => ({ ...each, words: each.reason }))), ...asked('objection', allOf(objection)), ...asked('question', allOf(question)),
    ...remarks.map((remark) => said('remark', remark, remark.words)),
  ]
}

/** With those that were ruled on before it was asked. */
const allOf = <Each extends { before?: Each }>(last: Each | undefined): Each[] => (last === undefined ? [] : [last, ...allOf(last.before)])
