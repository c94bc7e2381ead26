// What 汇总 costs a leader who looked before and for whom something waits: the command at the product's own desk, and its blocks; beside what Bolt takes to hand over a command to a handler that does nothing.
import { App, type Receiver, type ReceiverEvent } from '@slack/bolt'
import { summary } from '#commands/summary.ts'
import { boardsOf } from '#src/boards.ts'
import { addMs } from '#src/calendar/calendar.ts'
import type { Instant } from '#src/calendar/day.ts'
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
import { measured } from './measured.ts'

/** The leader's screen costs no more than so many times what handing over a command costs; of many assignments no more than of few; with a look before no more than a few times what it costs without. */
const mostTimesHandler = 1.1
const mostGrowth = 1.1
const mostTimesWithoutLook = 3
const longestBlockMs = 20
/** A slice of what is worked out before others have their turn, as the process takes it. */
const sliceMs = 5
/** So often a process begins again: the rest of the machine is in the way of each otherwise. */
const restarts = 5
/** So much was recorded since the leader looked last. */
const entriesSince = 100

const [lastLook, today] = [day('2026-07-01'), day('2026-07-02')]
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
const leaderHandle = { platform: 'slack' as const, id: 'ULEADER' }
const leader = PersonId.parse('u1')

/** Tasks of so many assignments each, a tenth of them past their date. */
function countyOf(tasks: number, each: number) {
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
  const desk = (now: Instant) => deskFor({
    ledgers, boards, past, looks: { before: () => Promise.resolve(looked), mark: () => Promise.resolve() }, read: never, words: { keep: never, find: never, of: async () => Promise.resolve([]) },
    evidence: { keep: never, find: never, whereIs: String }, drafts: { keep: never, find: never, drop: never, of: async () => Promise.resolve([]), correct: never },
  }, { handle: leaderHandle, intentId: 'i', lang: 'zh', via: 'command', now })
  const screen = async (now: Instant = addMs(nineOn(today), 60_000)): Promise<void> => {
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
    screen, entry, workOut,
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

type County = ReturnType<typeof countyOf>

/** The least of many in µs. @param before is done before each, and is not counted */
async function leastOf(act: () => Promise<void>, before: () => void = () => undefined, runs = 1000): Promise<number> {
  let best = Infinity
  for (let run = 0; run < runs; run += 1) {
    before()
    const from = performance.now()
    await act()
    best = Math.min(best, performance.now() - from)
  }
  return best * 1000
}
const afterEntry = async ({ screen, entry }: County): Promise<number> => leastOf(screen, entry)

/** How long whoever else is here waits at most meanwhile, and how long it takes, in ms. */
async function longestTurn(act: () => Promise<void>): Promise<{ longest: number; took: number }> {
  const begun = performance.now()
  let [longest, last, isOver] = [0, begun, false]
  const watch = (): void => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
    if (!isOver) setImmediate(watch)
  }
  setImmediate(watch)
  await act()
  isOver = true
  watch()
  return { longest, took: performance.now() - begun }
}

async function leastHandler(): Promise<number> {
  let hand: ((event: ReceiverEvent) => Promise<void>) | undefined
  const receiver: Receiver = { init: (app) => void (hand = async (event) => app.processEvent(event)), start: () => Promise.resolve(), stop: () => Promise.resolve() }
  const app = new App({ receiver, authorize: () => Promise.resolve({ botToken: 'xoxb', botId: 'B0', botUserId: 'U0' }) })
  app.command('/duban', async ({ ack }) => ack())
  const body = { command: '/duban', text: '汇总', user_id: 'U1', user_name: 'u', team_id: 'T1', team_domain: 't', channel_id: 'D1', channel_name: 'dm', response_url: 'https://hooks.slack.com/x', trigger_id: '1.2', api_app_id: 'A1', token: 't' }
  return leastOf(async () => hand?.({ body, ack: () => Promise.resolve() }), undefined, 2000)
}

const handler = await leastHandler()
const county = countyOf(5000, 2)
await county.look()
measured({ name: 'a handler and 汇总 of 10,000 assignments', value: handler + (await leastOf(county.screen)), unit: 'µs', floor: handler, bound: mostTimesHandler })
measured({ name: 'the same, after an entry', value: handler + (await afterEntry(county)), unit: 'µs', floor: handler, bound: mostTimesHandler })

const small = countyOf(40, 25)
await small.look()
const few = await afterEntry(small)
const large = countyOf(8000, 25)
large.workOut(lastLook)
await large.look()
const most = await afterEntry(large)
measured({ name: '汇总 of 200,000 assignments, after an entry', value: most, unit: 'µs', floor: few, bound: mostGrowth })
const folded = { longest: Infinity, took: Infinity }
let workedOut = Infinity
for (let run = 0; run < restarts; run += 1) {
  large.restart()
  workedOut = Math.min(workedOut, large.workOut())
  const { longest, took } = await longestTurn(async () => large.screen())
  Object.assign(folded, { longest: Math.min(folded.longest, longest), took: Math.min(folded.took, took) })
}
measured({ name: 'the longest turn while the numbers of 200,000 are worked out', value: workedOut, unit: 'ms', bound: longestBlockMs })
measured({ name: 'the longest turn while a look from before the process began is folded, at 200,000', value: folded.longest, unit: 'ms', bound: longestBlockMs })
measured({ name: 'that look, once a process', value: folded.took, unit: 'ms' })
large.withoutLook()
measured({ name: '汇总 of 200,000 with a look before, and without one', value: most, unit: 'µs', floor: await afterEntry(large), bound: mostTimesWithoutLook })
