// The desk a command works at, and the one place where permission is checked: before a command runs and before an intent is decided.
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Instant } from '#src/calendar/day.ts'
import { onceSettled, type Answer, type Command, type Desk, type Opened, type Outcome, type Recording } from '#src/command.ts'
import { stoodIn } from '#src/directory/absence.ts'
import { personOf, unitAndItsGroups, type Directory } from '#src/directory/directory.ts'
import type { Handle } from '#src/directory/handle.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { languageOf } from '#src/directory/language.ts'
import { may, whoMay, type AboutPeople, type Permission } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import { keyOf, standingOf, type Assignment } from '#src/ledger/assignment.ts'
import { holderOf, type KeptBody } from '#src/ledger/body.ts'
import type { DraftId } from '#src/ledger/draft.ts'
import type { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { instructionIn } from '#src/ledger/origin.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { positionsNow } from '#src/ledger/positions.ts'
import { actAt } from '#src/ledger/last-act.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import { undoable } from '#src/ledger/undo.ts'
import type { Boards } from '#src/boards.ts'
import type { Ledgers } from '#src/ledgers.ts'
import type { Past } from '#src/past.ts'
import { seatNamed } from '#src/meetings/seats.ts'
import { speakerOf } from '#src/queries/own-part.ts'
import type { Recorded } from '#src/store/book.ts'
import type { Drafts } from '#src/store/drafts.ts'
import type { EvidenceFiles } from '#src/store/evidence-files.ts'
import type { Looks } from '#src/store/looks.ts'
import { StoreUnavailable } from '#src/store/store-error.ts'
import { inSlices, machineStopwatch } from '#src/stopwatch.ts'
import type { WordsKept } from '#src/store/kept-words.ts'
import type { Lang } from '#templates/card.ts'
import { namesOf } from '#templates/names.ts'
import { refusalCard } from '#templates/refusal.ts'
import { formSpokenFor, spokenFor } from '#templates/spoken-for.ts'

/** Where the county is, until a plan says otherwise. */
export const countyZone = 'Asia/Shanghai'

/** Whoever presses a button while a past day is worked out waits for no more than a few of these. */
const sliceMs = 5

export type DeskParts = {
  ledgers: Ledgers
  boards: Boards
  past: Past
  looks: Looks
  drafts: Drafts
  words: WordsKept
  evidence: EvidenceFiles
  read: Desk['read']
  /** Left out, every picture is told in words. */
  write?: Desk['write']
  /** None is known before delivery has begun. */
  sentSince?: Desk['sentSince']
  unreachable?: Desk['unreachable']
  late?: Desk['late']
  balances?: Desk['balances']
  balanceOf?: Desk['balanceOf']
  told?: () => Desk['told']
  moveClock?: Desk['moveClock']
  nextReminderAt?: Desk['nextReminderAt']
}

const nothingTold: Desk['told'] = { notice: () => false, parcel: () => false }
/** Of a past day nothing is known of messages: what was sent then is in the log of delivery. */
const nothingSent = { sentSince: () => [], unreachable: () => new Map(), late: () => [], told: () => nothingTold } as const

/** Who looks at the past does not look at what there is now. */
const noLooks: Looks = { before: () => Promise.resolve(undefined), begun: (_, at) => Promise.resolve({ at }), mark: () => Promise.resolve() }

/** Who did what, when. `intentId` is made from the act. */
export type Act = { handle: Handle; intentId: string; lang: Lang; via: Stamp['via']; now: Instant }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The desk for one act of one person. */
export const deskFor = (parts: DeskParts, act: Act): Desk => deskOf(parts, act, personOf(parts.ledgers.directoryOn(parts.ledgers.calendar().dayAt(act.now, countyZone)), act.handle))

function deskOf(parts: DeskParts, act: Act, asker: Person | undefined): Desk {
  const { ledgers, boards, past, looks, drafts, words, evidence, read, write = async () => Promise.resolve(undefined), moveClock, nextReminderAt, sentSince = () => [], unreachable = () => new Map(), late = () => [], balances = () => [], balanceOf = async () => Promise.resolve(undefined), told = () => nothingTold } = parts
  const { handle, intentId, via, now } = act
  const lang = languageOf(asker, act.lang)
  const calendar = ledgers.calendar()
  const today = calendar.dayAt(now, countyZone)
  // One act may be several intents: what each asks is in its id, so an act delivered twice finds each of them, in any order.
  const idOf = (intent: PlanIntent | DirectoryIntent, plan?: PlanId): string => `${intentId}/${sha256(JSON.stringify([plan, intent])).slice(0, 16)}`
  const stamp: Stamp = { at: now, on: today, by: asker?.id ?? 'system', via }
  const refusedOr = async <Event>(permission: Permission, units: About, record: () => Promise<Recorded<Event>>, people?: AboutPeople): Promise<Recording> =>
    may(asker, permission, units === 'not-about-a-unit' ? undefined : units, people) ? recordingOf(await record()) : { ok: false, refusal: { code: 'not-permitted', permission } }

  const openedBy = async (draft: DraftId, outcome: Outcome): Promise<Opened> => {
    if (!outcome.ok) return outcome
    const found = await unlessAway(async () => ({ plan: await ledgers.planOf(draft) }))
    // It has its number; its own log is opened when it is asked for again.
    if (found === undefined) return { ok: false, refusal: { code: 'cannot-record' } }
    if (found.plan === undefined) throw new Error('the directory could not record the plan')
    return { ok: true, plan: found.plan }
  }

  const recordPerson = async (intent: DirectoryIntent): Promise<Recording> =>
    refusedOr(intent.type, 'unit' in intent ? [intent.unit] : 'not-about-a-unit', async () => ledgers.recordDirectory(idOf(intent), stamp, intent), 'person' in intent ? { person: intent.person } : undefined)

  return {
    lang, now, today, zone: countyZone, calendar, asker, handle,
    // As they stand when asked: what the command has just recorded is in them.
    get directory() {
      return ledgers.directoryOn(today)
    },
    directoryOn: ledgers.directoryOn,
    breathe: async () => setImmediate(),
    get told() {
      return told()
    },
    get plans() {
      return plansThat(ledgers, ({ archived }) => archived === undefined)
    },
    get archived() {
      return plansThat(ledgers, ({ archived }) => archived !== undefined)
    },
    moveClock, nextReminderAt,
    tally: (plan) => boards.tally(plan, today),
    entries: (plan) => ledgers.entries().plans.get(plan)?.slice() ?? [],
    stoodAt: async (moment) => boards.stoodAt({ moment, day: calendar.dayAt(moment.at, countyZone) }, today, async () => (await past(moment)).ledgers),
    // Without it the screen is right all the same.
    lookedBefore: async () => unlessAway(async () => looks.before(handle, now)),
    lookBegun: async (at) => (await unlessAway(async () => looks.begun(handle, at))) ?? { at },
    async looked() {
      const seen = positionsNow(ledgers.entries())
      await unlessAway(async () => looks.mark(handle, now, seen))
    },
    async asOf(at) {
      // At a desk of the past no more is known than was then.
      const then = at < now ? at : now
      const known = await past({ at: then })
      await inSlices(machineStopwatch, sliceMs, (isEnough) => known.boards.workOut(calendar.dayAt(then, countyZone), isEnough))
      // Whoever asks may see what they may see today, however far back they look.
      return deskOf({ ...parts, ...known, ...nothingSent, looks: noLooks }, { ...act, now: then }, asker)
    },
    drafts: {
      keep: drafts.keep, find: drafts.find, drop: drafts.drop,
      mine: async () => drafts.of(handle),
      correct: async (draft, correction) => drafts.correct(draft, { id: `${intentId}/${sha256(JSON.stringify(correction)).slice(0, 16)}`, at: now }, correction),
    },
    words: { keep: async (run) => words.keep(handle, run, now), find: async (id) => words.find(handle, id), of: words.of },
    evidence,
    recordPerson,
    async record(plan, intent) {
      const standing = ledgers.plans().get(plan)
      const missing = standing === undefined ? undefined : notTheirsToUndo(asker, intent, standing, ledgers.directoryOn(today))
      if (missing !== undefined) return { ok: false, refusal: { code: 'not-permitted', permission: missing } }
      return refusedOr(intent.type, unitsOf(intent, ledgers.directoryOn(today), standing), async () => ledgers.recordPlan(plan, idOf(intent, plan), stamp, intent), peopleConcerned(intent, standing, ledgers.directoryOn(today)))
    },
    async openPlan(draft, hash) {
      // The same for every confirmation of one draft, whoever presses it.
      const recording = await refusedOr('open-plan', 'not-about-a-unit', async () => ledgers.recordDirectory(`open-plan:${draft}`, stamp, { type: 'open-plan', draft, hash }))
      if (recording.ok === 'unknown') return { ok: 'unknown', settled: onceSettled(recording.settled, async (outcome) => openedBy(draft, outcome)) }
      return openedBy(draft, recording)
    },
    read, write, sentSince, unreachable, late, balances, balanceOf,
    hashOf: sha256,
  }
}

async function unlessAway<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof StoreUnavailable) return undefined
    throw error
  }
}

const plansThat = (ledgers: Ledgers, are: (plan: PlanState) => boolean): ReadonlyMap<PlanId, PlanState> => new Map([...ledgers.plans()].filter(([, plan]) => are(plan)))

type About = readonly UnitId[] | 'not-about-a-unit'

/** The units an intent is about, for those that a unit's own people may. Every intent is named, so that none is forgotten. */
export function unitsOf(intent: PlanIntent, directory: Directory, plan: PlanState | undefined): About {
  switch (intent.type) {
    case 'report': case 'claim': case 'fulfil': case 'hinder': case 'accept-claim': case 'return-claim': case 'withdraw-claim': case 'reach-milestone':
    case 'ask-extension': case 'object': case 'question-part': case 'add-evidence': case 'withdraw-evidence': case 'remark': case 'hand-item':
      return speakers(intent, directory)
    case 'propose-milestones':
      // A group has no people of its own: any of its members' may write for it.
      return [intent.unit, ...(directory.units.get(intent.unit)?.members ?? [])]
    case 'answer-invitation':
      return seatNamed(directory, holderOf(bodyOfSitting(plan, intent.meeting), intent.seat)).units
    case 'take-request': case 'decline-request':
      return seatNamed(directory, plan?.bodies.get(plan.requests.get(intent.request)?.body ?? '')?.office ?? '').units
    case 'check-parts':
      return intent.lines.every(({ unit }) => speakers({ unit, member: intent.unit }, directory).length > 0) ? [intent.unit] : []
    case 'receive': case 'return-submission':
      return [intent.unit]
    case 'import': case 'hand-out': case 'archive-plan': case 'restore-plan': case 'set-policy': case 'set-own-days-off': case 'lift-own-days-off': case 'nudge': case 'set-due': case 'set-lead': case 'settle-doubt': case 'merge-units': case 'succeed-unit':
    case 'schedule-meeting': case 'change-meeting': case 'cancel-meeting': case 'record-meeting': case 'record-past-meeting': case 'request-agenda': case 'arrange-agenda': case 'record-attendance': case 'decide-item': case 'note-item': case 'withdraw-decision': case 'issue-minutes': case 'set-body': case 'excuse-cadence': case 'schedule-review': case 'move-review': case 'cancel-review': case 'judge-review-item': case 'close-review':
    case 'approve-milestones': case 'return-milestones':
    case 'propose-on-behalf': case 'reach-on-behalf':
    case 'report-on-behalf': case 'claim-on-behalf': case 'grant-extension': case 'refuse-extension': case 'rule-objection': case 'uphold-question': case 'refuse-question':
    case 'pause-task': case 'resume-task': case 'strike-off': case 'reopen-task': case 'settle-coordination': case 'undo': case 'send-leader-note': case 'drop-leader-note': case 'snooze':
    case 'instruct': case 'instruct-on-behalf': case 'confirm-instruction': case 'withdraw-instruction': case 'hand-up-coordination': case 'decide-coordination': case 'answer-leader-note':
    case 'open-round': case 'close-round': case 'resume-round': case 'reopen-round': case 'publish-round':
    case 'amend': case 'withdraw-task': case 'keep-task': case 'settle-amended':
      return 'not-about-a-unit'
  }
}

/** The handler of the item that an intent is about, who may of that item what its unit may; of what was recorded for a leader, whoever recorded it. */
export function peopleConcerned(intent: PlanIntent, plan: PlanState | undefined, directory: Directory): AboutPeople {
  if (intent.type === 'withdraw-instruction') return ((origin) => (origin?.onBehalf === undefined ? {} : { recorder: origin.by === 'system' ? undefined : origin.by }))(instructionIn(plan?.tasks.get(intent.task)))
  if (intent.type === 'answer-invitation') return (({ units, people: [person] }) => (units.length > 0 || person === undefined ? {} : { person: person.id }))(seatNamed(directory, holderOf(bodyOfSitting(plan, intent.meeting), intent.seat)))
  if (!('task' in intent) || !('unit' in intent)) return {}
  const part = plan?.assignments.get(keyOf(intent.task, intent.unit))
  return part === undefined ? {} : { handler: standingOf(part, 'member' in intent ? intent.member : undefined).handler }
}

const bodyOfSitting = (plan: PlanState | undefined, meeting: string): KeptBody | undefined => plan?.bodies.get(plan.meetings.get(meeting)?.body ?? '')

/** Of what a person would take back by an intent, the act that they may not do any more. */
export function notTheirsToUndo(asker: Person | undefined, intent: PlanIntent, plan: Pick<PlanState, 'lastActs' | 'assignments' | 'unitsOf'>, directory: Directory): Permission | undefined {
  const last = asker === undefined || intent.type !== 'undo' ? undefined : actAt(plan.lastActs.get(asker.id), intent.at)
  if (last?.goesBack !== 'yes') return undefined
  const ofTask = (task: TaskNo): Assignment[] => (plan.unitsOf.get(task) ?? []).flatMap((unit) => plan.assignments.get(keyOf(task, unit)) ?? [])
  return last.acts.flatMap((act) => {
    const intents = undoable.get(act) ?? []
    const mayOf = (part: Assignment): boolean => intents.some((intent) => may(asker, intent, [part.unit, ...(directory.units.get(part.unit)?.members ?? [])], { handler: handlerAmong(part, asker) }))
    // A milestone is the task's: whoever may speak for one that answers for it.
    const isTheirs = last.parts.every(({ after }) => mayOf(after)) && (last.reached.length === 0 || last.tasks.some((task) => ofTask(task).some(mayOf)))
    const areTheirs = isTheirs && last.duties.every(({ of }) => intents.some((intent) => may(asker, intent, [of])))
    const isOfPlan = (last.excuses ?? []).length + (last.reviews ?? []).length > 0
    return areTheirs && (!isOfPlan || intents.some((intent) => may(asker, intent))) ? [] : intents.slice(0, 1)
  })[0]
}

const handlerAmong = (part: Assignment, asker: Person | undefined): PersonId | undefined => [part.handler, ...[...part.byMember.values()].map(({ handler }) => handler)].find((handler) => handler === asker?.id)

/** A member speaks for its group only where it is one of it: else for nobody. */
function speakers({ unit, member }: { unit: UnitId; member?: UnitId }, directory: Directory): readonly UnitId[] {
  if (member === undefined) return [unit]
  return unitAndItsGroups(directory, member).includes(unit) ? [member] : []
}

function recordingOf<Event>(recorded: Recorded<Event>): Recording {
  if (recorded.ok === 'unknown') return { ok: 'unknown', settled: onceSettled(recorded.settled, outcomeOf) }
  return outcomeOf(recorded)
}

const typeOf = (event: unknown): string[] => (typeof event === 'object' && event !== null && 'type' in event && typeof event.type === 'string' ? [event.type] : [])

const outcomeOf = (settled: { ok: true; position: number; events: readonly unknown[] } | { ok: false; refusal: Refusal }): Outcome =>
  settled.ok ? { ok: true, position: settled.position, did: settled.events.flatMap(typeOf) } : { ok: false, refusal: settled.refusal }

/** Why this person may not use a command at all, or undefined. Who was of a unit once, or stood in for its people, is let in: the command says who answers for it now. */
export const refusedAtDoor = ({ may: permission }: Command, desk: Desk): Answer | undefined =>
  may(desk.asker, permission) || (whoMay(permission).includes('contact') && ((desk.asker?.formerOf ?? []).length > 0 || (desk.asker !== undefined && stoodIn(desk.directory, desk.asker.id, desk.today).length > 0)))
    ? undefined
    : { kind: 'card', card: refusalCard({ code: 'not-permitted', permission }, desk.lang, namesOf(desk, desk.zone)) }

/** The same commands, each asking first whether the person may, and answering with what speaks for the units that are theirs now. */
export const guarded = (commands: readonly Command[]): Command[] =>
  commands.map((command) => ({ ...command, handle: async (args, desk) => refusedAtDoor(command, desk) ?? spoken(await command.handle(args, desk), desk) }))

type Handled = Awaited<ReturnType<Command['handle']>>

function spoken(answer: Handled, desk: Desk): Handled {
  const speaker = speakerOf(desk, (plan) => desk.plans.get(plan))
  switch (answer.kind) {
    case 'card':
      return { ...answer, card: spokenFor(answer.card, speaker) }
    case 'form':
      return { ...answer, form: formSpokenFor(answer.form, speaker) }
    case 'settling':
      return { ...answer, settled: onceSettled(answer.settled, (card) => spokenFor(card, speaker)) }
    case 'file': case 'form-errors': case 'args-refused':
      return answer
  }
}
