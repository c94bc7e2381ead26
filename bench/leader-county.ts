// A county of one plan with a leader who has looked before and for whom something waits, at the product's own desk: for benches of 汇总.
import { summary } from '#commands/summary.ts'
import { boardsOf } from '#src/boards.ts'
import { addMs, msBetween } from '#src/calendar/calendar.ts'
import { instantFromMs } from '#src/calendar/instant-number.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import { deskFor } from '#src/desk.ts'
import { decideDirectory, emptyDirectory, evolveDirectory, type DirectoryEvent } from '#src/directory/directory.ts'
import type { DirectoryIntent } from '#src/directory/intent.ts'
import { directoryStanding } from '#src/directory/on-day.ts'
import { PersonId } from '#src/ledger/ids.ts'
import type { Ledgers } from '#src/ledgers.ts'
import { pastOf } from '#src/past.ts'
import { renderBlocks } from '#src/slack/render-blocks.ts'
import type { Entry } from '#src/store/folded-log.ts'
import { day, nineOn, report, stampOf, task, taskNo, unitId, workCalendar } from '#test/builders.ts'
import { plansInMemory } from './county.ts'

/** A slice of what is worked out before others have their turn, as the process takes it. */
const sliceMs = 5
/** So much was recorded since the leader looked last. */
const entriesSince = 100

const epoch = instantFromMs(0)
export const lastLook = day('2026-07-01')
const today = day('2026-07-02')
const units = Array.from({ length: 50 }, (_, nth) => `第${nth + 1}局`)
const unitAt = (nth: number): string => units[nth % units.length] ?? ''

/** Fifty units, each with a contact, and a leader. */
function people() {
  const directory = emptyDirectory()
  const entries: Entry<DirectoryEvent>[] = []
  const change = (intent: DirectoryIntent): void => {
    const stamp = stampOf('2026-01-05')
    const decision = decideDirectory(directory, intent, stamp.on)
    if (!decision.ok) throw new Error(decision.refusal.code)
    for (const event of decision.events) evolveDirectory(directory, event, stamp)
    entries.push({ position: entries.length + 1, id: `d${entries.length}`, stamp, events: [...decision.events] })
  }
  change({ type: 'add-units', units: units.map((name) => ({ name, aliases: [] })) })
  change({ type: 'add-person', name: '李县长', handle: leaderHandle })
  change({ type: 'grant-role', person: leader, role: 'leader' })
  for (const [nth, unit] of units.entries()) {
    change({ type: 'add-person', name: `${unit}联络员`, handle: { platform: 'slack', id: `U${nth}` } })
    change({ type: 'name-contact', person: PersonId.parse(`u${nth + 2}`), unit: unitId(unit) })
  }
  return { directory, entries }
}
export const leaderHandle = { platform: 'slack' as const, id: 'ULEADER' }
const leader = PersonId.parse('u1')

/** Tasks of so many assignments each, a tenth of them past their date. */
export function leaderCounty(tasks: number, each: number) {
  const { states, logs, version, record } = plansInMemory(today)
  const { directory, entries: directoryEntries } = people()
  const plan = 1
  const all = Array.from({ length: tasks }, (_, nth) => task(nth + 1, { due: nth % 10 === 0 ? '2026-06-10' : '2028-07-31', lead: unitAt(nth), support: Array.from({ length: each - 1 }, (_, other) => unitAt(nth + other + 1)) }))
  record(plan, { type: 'import', plan: { title: '方案一', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source: { id: 's1', name: 'plan.txt', text: '', hash: '' }, obligations: [], bodies: [], doubts: [], tasks: all } }, day('2026-01-05'))
  record(plan, { type: 'hand-out' }, day('2026-01-06'))
  record(plan, { type: 'hand-up-coordination', task: taskNo(3), units: [unitId(unitAt(2))], to: leader, words: '请县领导协调用地', quotes: [{ unit: unitId(unitAt(2)), words: '用地未批', on: day('2026-06-20') }] }, day('2026-06-22'))
  const standing = directoryStanding()
  const never = async (): Promise<never> => Promise.reject(new Error('not asked for here'))
  const ledgers: Ledgers = {
    directory: () => directory, directoryOn: (on) => standing(directory, on, directoryEntries.length), calendar: () => workCalendar, plans: () => states, version,
    entries: () => ({ directory: directoryEntries, plans: logs }), recordDirectory: never, recordPlan: never, planOf: never,
    takeEffect: () => Promise.resolve(), catchUp: () => Promise.resolve(true), onRecorded: () => undefined, close: () => Promise.resolve(),
  }
  let boards = boardsOf(ledgers)
  let past = pastOf(ledgers)
  let looked: Instant | undefined
  const askedMs = msBetween(epoch, addMs(nineOn(today), 60_000))
  // As the process's own clock says it, for each who asks.
  const desk = (now: Instant = instantFromMs(askedMs)): Desk => deskFor({
    ledgers, boards, past, looks: { before: () => Promise.resolve(looked === undefined ? undefined : { at: looked }), begun: (_, at) => Promise.resolve({ at }), mark: () => Promise.resolve() }, read: never, words: { keep: never, find: never, of: async () => Promise.resolve([]) },
    evidence: { keep: never, find: never, whereIs: String }, drafts: { keep: never, find: never, drop: never, of: async () => Promise.resolve([]), correct: never },
  }, { handle: leaderHandle, intentId: 'i', lang: 'zh', via: 'command', now })
  const screen = async (now?: Instant): Promise<void> => {
    const answer = await summary.handle({}, desk(now))
    if (answer.kind !== 'card') throw new Error(`a ${answer.kind} and no screen`)
    renderBlocks(answer.card)
  }
  let nth = 0
  const entry = (on = today): void => {
    nth += 1
    const no = (nth % (tasks - 1)) + 2
    record(plan, report(no, unitAt(no - 1), { progress: 50, done: `第${nth}次` }), on)
  }
  const workOut = (on = today): number => longestSlice((isEnough) => boards.workOut(on, isEnough))
  return {
    desk, screen, entry, workOut,
    /** The leader looks for the first time, and then so much is recorded. */
    async look() {
      workOut(lastLook)
      await screen(nineOn(lastLook))
      looked = nineOn(lastLook)
      for (let since = 0; since < entriesSince; since += 1) entry()
      workOut()
    },
    withoutLook: () => void (looked = undefined),
    /** Another process: nothing is known of what went before. */
    restart() {
      boards = boardsOf(ledgers)
      past = pastOf(ledgers)
    },
  }
}

function longestSlice(work: (isEnough: () => boolean) => boolean): number {
  let longest = 0
  for (let isDone = false; !isDone; ) {
    const from = performance.now()
    isDone = work(() => performance.now() - from >= sliceMs)
    longest = Math.max(longest, performance.now() - from)
  }
  return longest
}

export type LeaderCounty = ReturnType<typeof leaderCounty>
