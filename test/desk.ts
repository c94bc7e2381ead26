// A desk for tests of commands: the real decisions and permissions over plans in memory.
import { createHash } from 'node:crypto'
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Desk, Outcome } from '#src/command.ts'
import { peopleConcerned, notTheirsToUndo, unitsOf } from '#src/desk.ts'
import { decideDirectory, evolveDirectory, planOfDraft, type Directory, type DirectoryEvent } from '#src/directory/directory.ts'
import { directoryOn, directoryStanding } from '#src/directory/on-day.ts'
import { may } from '#src/directory/permissions.ts'
import type { Person } from '#src/directory/person.ts'
import { decidePlan } from '#src/ledger/decide-plan.ts'
import type { Draft, DraftId } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import { emptyPlan, evolvePlan, type PlanEvent, type PlanState } from '#src/ledger/plan.ts'
import type { Stamp } from '#src/ledger/stamp.ts'
import type { PlanEntry } from '#src/ledger/entry.ts'
import { tallyOn } from '#src/queries/board.ts'
import { stoodOf } from '#src/queries/stood.ts'
import { viewOfPlan, type View } from '#src/queries/view.ts'
import { read } from '#src/reader/read.ts'
import type { Sent } from '#src/reminders/notice.ts'
import type { Lang, Run } from '#templates/card.ts'
import { directoryWith, nineOn, personNamed, stampOf, workCalendar, day } from './builders.ts'

type DeskFacts = { today?: string; plans?: readonly PlanState[]; directory?: Directory; /** By name; left out: somebody the directory does not know. */ asker?: string; lang?: Lang; /** Those of another day's desk. */ drafts?: Desk['drafts']; sent?: readonly Sent[]; /** Keys of notices and messages that were told. */ told?: readonly string[]; /** Whom nothing reaches. */ unreachable?: ReturnType<Desk['unreachable']>; late?: ReturnType<Desk['late']>; /** The latest first. */ balances?: ReturnType<Desk['balances']>; /** What others wrote and could not send, by account. */ left?: ReadonlyMap<string, { at: Instant; run: Run }[]>; now?: Instant; /** Words that were kept, at another desk too. */ words?: Map<string, Run>; /** Told of every entry that was recorded. */ heard?: (entry: Heard) => void; heardOfPeople?: (entry: HeardOfPeople) => void; deciding?: typeof decidePlan; fold?: typeof evolvePlan; /** The same desk at an instant that has passed. */ past?: (at: Instant) => Desk; /** When the asker had looked before. */ looked?: Instant }
export type Heard = { plan: PlanId; stamp: Stamp; events: readonly PlanEvent[]; by: Person | undefined }
export type HeardOfPeople = { stamp: Stamp; events: readonly DirectoryEvent[]; by: Person | undefined }

/** `recorded`: what was asked to be recorded, in order, refused or not. */
export type TestDesk = Desk & { recorded: PlanIntent[]; allPlans: Map<PlanId, PlanState> }

export function deskOf({ today = '2026-07-02', plans = [], directory = directoryWith([]), asker, lang = 'zh', drafts: known, sent = [], told = [], unreachable = new Map(), late = [], balances = [], now = nineOn(today), words = new Map<string, Run>(), heard, heardOfPeople, deciding = decidePlan, fold = evolvePlan, left, past, looked }: DeskFacts = {}): TestDesk {
  const person = asker === undefined ? undefined : personNamed(directoryOn(directory, day(today)), asker)
  const allPlans = new Map(plans.map((plan) => [plan.id, plan]))
  const drafts = new Map<DraftId, Draft>()
  const entries = new Map<PlanId, PlanEntry[]>()
  // As the books do: worked out once for every change of it.
  const standing = directoryStanding()
  const standingOn = (on: Day): Directory => standing(directory, on, peopleChanged)
  let peopleChanged = 0
  const files = new Map<string, Uint8Array>()
  const recorded: PlanIntent[] = []
  const stamp = { ...stampOf(today, person?.id ?? 'system'), at: now }
  let position = 0
  const aboutUnits = (intent: PlanIntent, plan: PlanState | undefined) => ((units) => (units === 'not-about-a-unit' ? undefined : units))(unitsOf(intent, standingOn(day(today)), plan))

  return {
    lang: person?.language ?? lang, now, today: day(today), zone: 'Asia/Shanghai', calendar: workCalendar, asker: person, handle: person?.handle ?? { platform: 'slack', id: 'U0STRANGER' }, allPlans, recorded,
    breathe: () => Promise.resolve(),
    tally: (id) => tallyOn(viewOfPlan(allPlans.get(id) ?? emptyPlan(id), { directory: standingOn(day(today)), calendar: workCalendar, today: day(today) })),
    stoodAt: ({ at }) => {
      const then = past?.(at)
      const viewsOf = (desk: Desk, id: PlanId): View[] => [desk.plans.get(id), desk.archived.get(id)].flatMap((plan) => (plan === undefined ? [] : viewOfPlan(plan, desk)))
      return Promise.resolve((id) => (then === undefined ? [] : viewsOf(then, id)).map((view) => stoodOf({ view, tally: then?.tally(id) ?? tallyOn(view) }, allPlans.get(id)?.tasks.keys() ?? []))[0])
    },
    lookedBefore: () => Promise.resolve(looked === undefined ? undefined : { at: looked }),
    lookBegun: (at) => Promise.resolve({ at }),
    looked: () => Promise.resolve(),
    entries: (id) => entries.get(id) ?? [],
    asOf: (at) => Promise.resolve(past?.(at) ?? deskOf({ today: at.slice(0, 10), now: at, directory, lang, ...(asker === undefined ? {} : { asker }), plans: [] })),
    directoryOn: standingOn,
    told: { notice: (key) => told.includes(key), parcel: (key) => told.includes(key) },
    get plans() {
      return new Map([...allPlans].filter(([, { archived }]) => archived === undefined))
    },
    get archived() {
      return new Map([...allPlans].filter(([, { archived }]) => archived !== undefined))
    },
    get directory() {
      return standingOn(day(today))
    },
    record: (id, intent): Promise<Outcome> => {
      recorded.push(intent)
      const missing = notTheirsToUndo(person, intent, allPlans.get(id) ?? emptyPlan(id), standingOn(day(today)))
      if (missing !== undefined) return Promise.resolve({ ok: false, refusal: { code: 'not-permitted', permission: missing } })
      if (!may(person, intent.type, aboutUnits(intent, allPlans.get(id)), peopleConcerned(intent, allPlans.get(id), standingOn(day(today))))) return Promise.resolve({ ok: false, refusal: { code: 'not-permitted', permission: intent.type } })
      const plan = allPlans.get(id) ?? emptyPlan(id)
      const decision = deciding(plan, intent, stamp)
      if (!decision.ok) return Promise.resolve(decision)
      for (const event of decision.events) fold(plan, event, stamp)
      allPlans.set(id, plan)
      entries.set(id, [...(entries.get(id) ?? []), { position: position + 1, stamp, events: decision.events }])
      if (decision.events.length > 0) heard?.({ plan: id, stamp, events: decision.events, by: person })
      return Promise.resolve({ ok: true, position: (position += 1), did: decision.events.map(({ type }) => type) })
    },
    recordPerson: (intent): Promise<Outcome> => {
      if (!may(person, intent.type, 'unit' in intent ? [intent.unit] : undefined, 'person' in intent ? { person: intent.person } : undefined)) return Promise.resolve({ ok: false, refusal: { code: 'not-permitted', permission: intent.type } })
      const decision = decideDirectory(directory, intent, day(today))
      if (!decision.ok) return Promise.resolve(decision)
      for (const event of decision.events) evolveDirectory(directory, event, stamp)
      peopleChanged += 1
      if (decision.events.length > 0) heardOfPeople?.({ stamp, events: decision.events, by: person })
      return Promise.resolve({ ok: true, position: (position += 1), did: decision.events.map(({ type }) => type) })
    },
    drafts: known ?? {
      keep: (draft) => {
        const id = `d${String(drafts.size + 1).padStart(6, '0')}` as DraftId
        drafts.set(id, { ...draft, corrections: [] })
        return Promise.resolve(id)
      },
      mine: () => Promise.resolve([...drafts].map(([id, draft]) => ({ id, draft })).toReversed()),
      correct: (id, correction) => {
        const draft = drafts.get(id)
        if (draft === undefined) return Promise.resolve('gone')
        drafts.set(id, { ...draft, corrections: [...draft.corrections, correction] })
        return Promise.resolve('kept')
      },
      find: (id) => Promise.resolve(drafts.get(id)),
      drop: (id) => {
        drafts.delete(id)
        return Promise.resolve()
      },
    },
    words: {
      keep: (run) => {
        const id = `w${createHash('sha256').update(JSON.stringify(run)).digest('hex').slice(0, 20)}`
        // As the store has it: what is kept again is the latest.
        words.delete(id)
        words.set(id, run)
        return Promise.resolve(id)
      },
      find: (id) => Promise.resolve(words.get(id)),
      of: (by) => Promise.resolve(left?.get(by.id) ?? ((person?.handle?.id ?? 'U0STRANGER') === by.id ? [...words.values()].toReversed().map((run) => ({ at: now, run })) : [])),
    },
    evidence: {
      keep: (bytes) => {
        const hash = createHash('sha256').update(bytes).digest('hex')
        files.set(hash, bytes)
        return Promise.resolve(hash)
      },
      find: (hash) => Promise.resolve(((bytes) => (bytes === undefined ? { ok: false, why: 'gone' } : { ok: true, bytes }))(files.get(hash))),
      whereIs: (hash) => `/evidence/${hash}`,
    },
    openPlan: (draft, hash) => {
      if (!may(person, 'open-plan')) return Promise.resolve({ ok: false, refusal: { code: 'not-permitted', permission: 'open-plan' } })
      const decision = decideDirectory(directory, { type: 'open-plan', draft, hash }, day(today))
      if (!decision.ok) return Promise.resolve(decision)
      for (const event of decision.events) evolveDirectory(directory, event, stamp)
      peopleChanged += 1
      const plan = planOfDraft(directory, draft)
      if (plan === undefined) throw new Error('the plan was not opened')
      return Promise.resolve({ ok: true, plan })
    },
    moveClock: undefined,
    unreachable: () => unreachable,
    late: () => late,
    balances: () => balances,
    balanceOf: (on) => Promise.resolve(balances.find((each) => each.day === on)),
    sentSince: (since) => sent.filter(({ at }) => at >= since),
    read: (text, options) => Promise.resolve(read(text, options)),
    // Any bytes: how a picture is drawn is tested where it is.
    write: (content) => Promise.resolve(new TextEncoder().encode(JSON.stringify(content))),
    hashOf: (text) => createHash('sha256').update(text).digest('hex'),
  }
}
