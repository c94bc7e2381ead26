// Who may have said what, told from the logs alone and by every kind of event: written without the product's table, so that a mistake there is seen here.
import type { Absence, DirectoryEvent } from '#src/directory/directory.ts'
import type { Person, Posts } from '#src/directory/person.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { PersonId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanEvent, PlanState } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'

export type Entry = { plan: PlanState['id']; stamp: Stamp; events: readonly PlanEvent[] }
export type PeopleEntry = { stamp: Stamp; events: readonly DirectoryEvent[] }

/** As it was when an entry was written. `before`: the entries of its own log. */
type Then = { people: ReadonlyMap<PersonId, Person>; units: ReadonlyMap<UnitId, { members?: readonly UnitId[] | undefined }>; absences: readonly Absence[]; before: readonly Entry[] }
/** Who speaks, with whatever posts those have in whose place they are. */
export type Speaker = { id: PersonId; roles: readonly string[]; posts: Posts; inPlaceOf: readonly PersonId[]; then: Then; stamp: Stamp }

/** @returns nobody for what the program records by itself */
export function speakerOf(stamp: Stamp, then: Then): Speaker | undefined {
  const person = stamp.by === 'system' ? undefined : then.people.get(stamp.by)
  if (person === undefined) return undefined
  const inPlaceOf = [...then.people.keys()].filter((other) => other !== person.id && deputyChain(other, then.absences, stamp.on).includes(person.id))
  const all = [person.id, ...inPlaceOf].flatMap((id) => then.people.get(id) ?? [])
  const of = (post: keyof Posts): UnitId[] => all.flatMap((one) => (one.own ?? one)[post])
  return { id: person.id, roles: person.roles, posts: { contactOf: of('contactOf'), backupOf: of('backupOf'), headOf: of('headOf'), handlerOf: of('handlerOf') }, inPlaceOf, then, stamp }
}

function deputyChain(person: PersonId, absences: readonly Absence[], on: string): PersonId[] {
  const chain: PersonId[] = []
  for (let next: PersonId | undefined = person; next !== undefined; ) {
    const away = absences.find((one) => one.person === next && one.from <= on && on <= one.until)
    next = away?.deputy === undefined || chain.includes(away.deputy) ? undefined : away.deputy
    if (next !== undefined) chain.push(next)
  }
  return chain
}

type OfPart = { task: TaskNo; unit: UnitId; member?: UnitId | undefined }
const is = (role: string) => (_: unknown, { roles }: Speaker): boolean => roles.includes(role)
const secretary = is('secretary')
const anySecretaryOrAdmin = (_: unknown, { roles }: Speaker): boolean => roles.includes('secretary') || roles.includes('admin')

const answersFor = ({ posts }: Speaker, unit: UnitId): boolean => [...posts.contactOf, ...posts.backupOf, ...posts.headOf].includes(unit)
const memberOf = ({ then }: Speaker, group: UnitId, member: UnitId): boolean => then.units.get(group)?.members?.includes(member) === true

/** Its own people; of a group's part each member's speak for that member. */
/** Of which unit it is, the body's words say: that is tested where they are resolved. */
const anybodyOfAUnit = (_: unknown, { posts, roles }: Speaker): boolean => roles.includes('secretary') || [...posts.contactOf, ...posts.backupOf, ...posts.headOf].length > 0
const ownPeople = ({ unit, member }: { unit: UnitId; member?: UnitId | undefined }, speaker: Speaker): boolean => answersFor(speaker, member ?? unit) && (member === undefined || member === unit || memberOf(speaker, unit, member))
const handedTo = (part: OfPart, { then, stamp }: Speaker, plan: PlanState['id']): PersonId | undefined =>
  then.before.filter((entry) => entry.plan === plan && entry.stamp.at <= stamp.at).flatMap(({ events }) => events).reduce<PersonId | undefined>((to, event) => (event.type === 'item-handed' && event.task === part.task && (event.member ?? event.unit) === (part.member ?? part.unit) ? event.to : to), undefined)

type Said = { [Type in PlanEvent['type']]: (event: Extract<PlanEvent, { type: Type }>, speaker: Speaker, plan: PlanState['id']) => boolean }

/** Besides their own people whoever the item was handed to, last or before: that it was taken back is told by `act-undone`. */
const ownItem = (part: OfPart, speaker: Speaker, plan: PlanState['id']): boolean => ownPeople(part, speaker) || isHandler(part, speaker, plan)
function isHandler(part: OfPart, speaker: Speaker, plan: PlanState['id']): boolean {
  const to = handedTo(part, speaker, plan)
  return to !== undefined && [speaker.id, ...speaker.inPlaceOf].includes(to) && speaker.posts.handlerOf.includes(part.member ?? part.unit)
}
const ownItemOrOnBehalf = (event: OfPart & { onBehalf?: unknown }, speaker: Speaker, plan: PlanState['id']): boolean => (event.onBehalf === undefined ? ownItem(event, speaker, plan) : secretary(event, speaker))

const claimantAt = (at: Instant | undefined, { task, unit, member }: OfPart, { then }: Speaker): Stamp['by'] | undefined =>
  then.before.findLast(({ stamp, events }) => stamp.at === at && events.some((event) => event.type === 'claimed' && event.onBehalf === undefined && event.task === task && event.unit === unit && event.member === member))?.stamp.by

/** The reviewer is another than whoever says that it is done. */
const reviewsAnothers = (event: OfPart & { claimedAt?: Instant | undefined }, speaker: Speaker): boolean => secretary(event, speaker) && claimantAt(event.claimedAt, event, speaker) !== speaker.id

const orderOf = (task: TaskNo, { then }: Speaker): { from: PersonId; rank: string; recordedBy?: Stamp['by'] } | undefined => then.before.flatMap(({ events, stamp }) => events.flatMap((event) => (event.type === 'task-added' && event.task === task && event.origin.kind === 'instruction' ? [{ ...event.origin, ...(event.origin.onBehalf === undefined ? {} : { recordedBy: stamp.by }) }] : [])))[0]

export const mayHaveSaid: Said = {
  imported: secretary, 'handed-out': secretary, 'policy-set': secretary, 'leader-note-sent': secretary, 'leader-note-dropped': secretary, 'own-days-off-set': secretary, 'own-days-off-lifted': secretary, 'plan-archived': secretary, 'plan-restored': secretary,
  'doubt-settled': secretary, 'period-set': secretary, 'units-merged': secretary, 'unit-succeeded': secretary,
  'parts-given': secretary, 'name-cleared': secretary, 'target-answered': secretary, 'duty-given': secretary, 'duty-ended': secretary, 'dates-answered': secretary,
  'plan-amended': secretary, 'task-withdrawn': secretary, 'task-kept': secretary, 'amended-point-settled': secretary,
  'due-bound': secretary, 'due-corrected': secretary, 'due-moved': secretary, 'lead-set': secretary,
  'task-paused': secretary, 'task-resumed': secretary, 'task-struck-off': secretary, 'task-reopened': secretary, 'coordination-settled': secretary,
  'reminder-snoozed': () => true,
  // A leader's own; what another recorded says so, and whose it is. The office's own is a secretary's.
  'task-added': ({ origin }, speaker) => (origin.kind !== 'instruction' ? speaker.roles.includes('secretary') : origin.onBehalf !== undefined ? speaker.roles.includes('secretary') || (speaker.then.people.get(speaker.id)?.aideOf ?? []).includes(origin.from) : origin.from === speaker.id && speaker.roles.includes(origin.rank === 'leader' ? 'leader' : 'secretary')),
  'instruction-confirmed': (event, speaker) => orderOf(event.task, speaker)?.from === speaker.id,
  'instruction-withdrawn': (event, speaker) => ((order) => order !== undefined && (order.from === speaker.id || order.recordedBy === speaker.id || (order.rank === 'office' && (speaker.roles.includes('secretary') || speaker.roles.includes('leader')))))(orderOf(event.task, speaker)),
  'coordination-handed-up': secretary, 'coordination-decided': (event, speaker) => speaker.roles.includes('leader') || event.choice === 'instruction',
  'leader-note-answered': (event, speaker) => speaker.roles.includes('leader') || event.how === 'instruction',
  reported: ownItemOrOnBehalf, claimed: ownItemOrOnBehalf,
  'claim-withdrawn': ownItem, 'extension-asked': ownItem, objected: ownItem, 'part-questioned': ownItem, 'evidence-added': ownItem, 'evidence-withdrawn': ownItem, remarked: ownItem,
  'claim-accepted': reviewsAnothers, 'claim-returned': reviewsAnothers,
  nudged: secretary, 'extension-granted': secretary, 'extension-refused': secretary, 'objection-ruled': secretary, 'question-upheld': secretary, 'question-refused': secretary, 'part-passed': secretary,
  'item-handed': (event, speaker) => secretary(event, speaker) || ownPeople(event, speaker),
  'parts-checked': ({ unit, lines }, speaker) => answersFor(speaker, unit) && lines.every((line) => line.unit === unit || memberOf(speaker, line.unit, unit)),
  // What is taken back is their own, all of it, and done within ten minutes.
  'act-undone': ({ at, acts }, { id, then, stamp }, plan) => {
    const own = then.before.filter((entry) => entry.plan === plan && entry.stamp.at === at && entry.stamp.by === id).flatMap(({ events }) => events.map(({ type }) => type))
    return own.length > 0 && acts.every((act) => own.some((type) => type === act)) && Date.parse(stamp.at) - Date.parse(at) <= 10 * 60_000
  },
  'meeting-scheduled': secretary, 'meeting-recorded': secretary, 'meeting-held': secretary, 'meeting-not-held': secretary, 'meeting-changed': secretary, 'meeting-cancelled': secretary, 'agenda-requested': secretary, 'agenda-arranged': secretary, 'attendance-recorded': secretary, 'meeting-noted': secretary, 'decision-withdrawn': secretary, 'minutes-issued': secretary, 'body-set': secretary, 'cadence-excused': secretary,
  'request-taken': anybodyOfAUnit, 'request-declined': anybodyOfAUnit, 'invitation-answered': (_, speaker) => anybodyOfAUnit(_, speaker) || speaker.roles.includes('leader'),
  'review-scheduled': secretary, 'review-moved': secretary, 'review-cancelled': secretary, 'review-item-judged': secretary, 'rectification-withdrawn': secretary, 'review-closed': secretary,
  'milestones-proposed': ({ unit, onBehalf }, speaker) => (onBehalf !== undefined ? secretary(unit, speaker) : answersFor(speaker, unit) || (speaker.then.units.get(unit)?.members ?? []).some((member) => answersFor(speaker, member))),
  'milestones-approved': secretary, 'milestones-returned': secretary, 'milestone-reached': ownItemOrOnBehalf,
  'round-opened': secretary, 'round-closed': secretary, 'round-resumed': secretary, 'round-reopened': secretary, 'round-published': secretary, 'round-ended': secretary,
  fulfilled: ownPeople, submitted: ownPeople, hindered: ownPeople, received: (event, speaker) => secretary(event, speaker) || answersFor(speaker, event.unit),
  'submission-returned': (event, speaker) => secretary(event, speaker) || answersFor(speaker, event.unit),
}

type SaidOfPeople = { [Type in DirectoryEvent['type']]: (event: Extract<DirectoryEvent, { type: Type }>, speaker: Speaker) => boolean }
const headOrSecretary = ({ unit }: { unit: UnitId }, speaker: Speaker): boolean => secretary(unit, speaker) || speaker.posts.headOf.includes(unit)
const unitOrSecretary = ({ unit }: { unit: UnitId }, speaker: Speaker): boolean => secretary(unit, speaker) || answersFor(speaker, unit)
const selfOrSecretary = ({ person }: { person: PersonId }, speaker: Speaker): boolean => secretary(person, speaker) || person === speaker.id
const admin = is('admin')

export const mayHaveSaidOfPeople: SaidOfPeople = {
  'units-added': secretary, 'unit-alias-added': secretary, 'unit-merged': secretary, 'unit-renamed': secretary, 'succession-set': secretary, 'succession-dropped': secretary, 'unit-succeeded': secretary, 'plan-opened': secretary,
  // Somebody who is not registered yet is, by being named a handler of one's own unit.
  'person-added': (_, speaker) => anySecretaryOrAdmin(_, speaker) || [...speaker.posts.contactOf, ...speaker.posts.headOf, ...speaker.posts.backupOf].length > 0,
  'person-renamed': anySecretaryOrAdmin, 'role-granted': admin, 'role-revoked': admin,
  'contact-named': headOrSecretary, 'contact-removed': headOrSecretary, 'backup-named': headOrSecretary, 'backup-removed': headOrSecretary,
  'head-named': secretary, 'head-removed': secretary, 'handler-named': unitOrSecretary, 'handler-removed': unitOrSecretary,
  'fields-set': secretary, 'telephone-set': secretary, 'days-off-announced': anySecretaryOrAdmin, 'handed-over': secretary,
  'aide-named': anySecretaryOrAdmin, 'aide-removed': anySecretaryOrAdmin,
  'absence-set': selfOrSecretary, 'absence-ended': selfOrSecretary,
  // Their own, as long as they lead or are somebody’s aide; it can be ended afterwards too.
  'brief-set': ({ person }, { id, roles }) => person === id && (roles.includes('leader') || roles.includes('aide')), 'brief-lifted': ({ person }, { id }) => person === id, 'language-set': ({ person }, { id }) => person === id,
}

/** Of the events of an entry those that whoever wrote it may not have written. A new type of event does not compile before it is decided above. */
export function notTheirs({ plan, stamp, events }: Entry, then: Then): PlanEvent[] {
  const speaker = speakerOf(stamp, then)
  // On the day of a 撤并 the program passes the work on by itself.
  if (speaker === undefined) return events.filter(({ type }) => !(stamp.by === 'system' && type === 'unit-succeeded'))
  // Each rule is given its own type of event: the mapped type above holds them together.
  return events.filter((event) => !(mayHaveSaid[event.type] as (event: PlanEvent, speaker: Speaker, plan: PlanState['id']) => boolean)(event, speaker, plan))
}
export function notTheirsOfPeople({ stamp, events }: PeopleEntry, then: Then): DirectoryEvent[] {
  const speaker = speakerOf(stamp, then)
  if (speaker === undefined) return events.filter(({ type }) => !(stamp.by === 'system' && type === 'unit-succeeded'))
  return events.filter((event) => !(mayHaveSaidOfPeople[event.type] as (event: DirectoryEvent, speaker: Speaker) => boolean)(event, speaker))
}
