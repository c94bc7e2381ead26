// Who answers for a task: its lead, else the first of those responsible, else nobody yet.
import { keyOf, type Assignment, type Claim, type Report, type ReturnedClaim } from '#src/ledger/assignment.ts'
import { backupsOf, contactsOf, headsOf, type Directory } from '#src/directory/directory.ts'
import { inPlaceOf } from '#src/directory/on-day.ts'
import type { Person } from '#src/directory/person.ts'
import type { Day } from '#src/calendar/day.ts'
import { present } from '#src/ledger/fields.ts'
import { Percent, type TaskNo, type UnitId } from '#src/ledger/ids.ts'
import { isDisowned } from '#src/ledger/part-question.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** What it takes to know who answers: the plan, and who is in a group. */
export type Known = { plan: PlanState; directory: Directory }

/** A unit's part in a task, as it counts. */
export function partOf({ plan, directory }: Known, task: TaskNo, unit: UnitId): Assignment | undefined {
  const assignment = plan.assignments.get(keyOf(task, unit))
  return assignment === undefined ? undefined : asWhole(directory, assignment)
}

/** The parts in a task, in the order of the text. */
export const partsOf = (known: Known, task: TaskNo): Assignment[] => (known.plan.unitsOf.get(task) ?? []).flatMap((unit) => partOf(known, task, unit) ?? [])

/** A group's assignment counts as claimed once every member has claimed, and as accepted once every claim is. */
function asWhole(directory: Directory, now: Assignment): Assignment {
  const members = directory.units.get(now.unit)?.members ?? []
  if (now.status !== 'open' || members.length === 0) return now
  const standings = members.map((member) => now.byMember.get(member) ?? {})
  if (standings.some(({ claim, accepted }) => claim === undefined && accepted === undefined)) return now
  const claims: Claim[] = standings.flatMap(({ claim }) => claim ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const acceptedOn = latest(standings.flatMap(({ accepted }) => accepted?.on ?? []))
  const last = claims.at(-1)
  const lastAccepted = standings.flatMap(({ accepted }) => accepted?.claim ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  if (last !== undefined) return { ...now, status: 'claimed', claim: last }
  return acceptedOn === undefined || lastAccepted === undefined ? now : { ...now, progress: Percent.parse(100), status: 'accepted', acceptedOn, claimedOn: lastAccepted.on, claim: lastAccepted }
}

/** Of a group that is not done as a whole: how many of its members have claimed, whose clock stopped then, and whose runs on. Undefined where all run, and for who is no group. @param stopped those who wait for a later day */
export function membersClaimed(directory: Directory, { unit, status, byMember }: Assignment, stopped: readonly UnitId[]): { claimed: number; of: number; running: UnitId[] } | undefined {
  const members = directory.units.get(unit)?.members ?? []
  const open = members.filter((member) => ((standing) => standing?.claim === undefined && standing?.accepted === undefined)(byMember.get(member)))
  const running = open.filter((member) => !stopped.includes(member))
  return status !== 'open' || running.length === members.length ? undefined : { claimed: members.length - open.length, of: members.length, running }
}

const latest = (days: readonly Day[]): Day | undefined => days.toSorted().at(-1)

/** The assignment that answers for the task: the lead's, a presumed lead's (推定牵头) included; without either, the first of those responsible that is not done. Undefined where the text names no unit. */
export function answering(known: Known, task: TaskNo): Assignment | undefined {
  let [presumed, open, first]: (Assignment | undefined)[] = []
  // Asked of every task again and again: the lead mostly stands first, and no other part is looked at then.
  for (const unit of known.plan.unitsOf.get(task) ?? []) {
    const part = partOf(known, task, unit)
    if (part === undefined) continue
    if (part.part === 'lead') return part
    if (part.inferred === 'lead') presumed ??= part
    if (!isResponsible(part)) continue
    first ??= part
    if (part.status !== 'accepted') open ??= part
  }
  return presumed ?? open ?? first
}

/** Named responsible by the task itself, not by a standing clause for all. */
export const isResponsible = ({ part, inferred }: Assignment): boolean => part === 'responsible' && inferred !== 'standing'

/** @param voice whose it is: the unit, or a member of its group */
export type IsSaid = (word: Report, voice: UnitId) => boolean

/** Whose word is missing: the unit itself, or of a group those members that have neither said one nor claimed. A word for the whole group is everybody's; who says that the part is not theirs is not asked. */
export function silentOf(directory: Directory, { unit, status, report, question, byMember }: Assignment, isSaid: IsSaid): UnitId[] {
  if (status !== 'open' || isDisowned(question) || (report !== undefined && isSaid(report, unit))) return []
  const members = directory.units.get(unit)?.members ?? []
  if (members.length === 0) return [unit]
  return members.filter((member) => {
    const { report: word, claim, accepted, question: doubted } = byMember.get(member) ?? {}
    return claim === undefined && accepted === undefined && !isDisowned(doubted) && (word === undefined || !isSaid(word, member))
  })
}

/** Whether the unit, or the member of a group, is not asked for its part: it says that it is not theirs, or the group says it of all. */
export const hasDisowned = ({ question, byMember }: Assignment, voice: UnitId): boolean => isDisowned(question) || isDisowned(byMember.get(voice)?.question)

/** What was sent back and is not answered by a new claim, or was opened again and not reported on since: the unit's own, else a member's. A group has answered once each of its members has. */
export function returnedOf(directory: Directory, part: Assignment): ReturnedClaim | undefined {
  if (part.status !== 'open') return undefined
  // A reopening asks for a word on what was found, a return for a new claim.
  const isAnswered = ({ reopenedBy, at }: ReturnedClaim, member?: UnitId): boolean =>
    reopenedBy !== undefined && ((silent) => (member === undefined ? silent.length === 0 : !silent.includes(member)))(silentOf(directory, part, (word) => word.at >= at))
  const voices: readonly { returned?: ReturnedClaim; member?: UnitId }[] = [part, ...[...part.byMember].map(([member, { returned }]) => ({ ...present({ returned }), member }))]
  return voices.flatMap(({ returned, member }) => (returned === undefined || isAnswered(returned, member) ? [] : [returned]))[0]
}

const worstFirst: readonly Report['state'][] = ['blocked', 'difficulty', 'normal']

/** The last word on an assignment; a group's is the worst of the last words of those members that are not done. */
export const wordOf = ({ report, byMember }: Assignment): Report | undefined =>
  [...(report === undefined ? [] : [report]), ...[...byMember.values()].flatMap(({ report: word, claim, accepted }) => (word === undefined || claim !== undefined || accepted !== undefined ? [] : [word]))].toSorted((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state) || (a.at > b.at ? -1 : 1))[0]

/**
 * The people who are asked for a unit on the day the directory stands on: its contacts, or who stands in for them; else its backups (B岗), else its heads.
 * For a group, those of its members. Each once. Where all of them are away and nobody stands in, they are asked all the same: somebody must be.
 */
export function askedFor(directory: Directory, ...units: readonly UnitId[]): Person[] {
  return onceEach(units.flatMap((unit) => directory.units.get(unit)?.members ?? [unit]).flatMap((unit) => {
    const there = [contactsOf(directory, unit), backupsOf(directory, unit), headsOf(directory, unit)].map((people) => presentOf(directory, people)).find((people) => people.length > 0)
    return there ?? ordinarilyAsked(directory, unit)
  }))
}

/** Those who are asked for a unit whenever they are there. */
export const ordinarilyAsked = (directory: Directory, unit: UnitId): readonly Person[] =>
  [contactsOf(directory, unit), backupsOf(directory, unit), headsOf(directory, unit)].find((people) => people.length > 0) ?? []

/** Those of them who are there, and who is asked in place of the others. */
export const presentOf = (directory: Directory, people: readonly Person[]): Person[] => onceEach(people.flatMap((person) => inPlaceOf(directory, person) ?? []))

const onceEach = (people: readonly Person[]): Person[] => [...new Map(people.map((person) => [person.id, person])).values()]
