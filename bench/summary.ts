// What the leader's screen costs: the facts, the card and its blocks, after every entry; beside what Bolt takes to hand over a command to a handler that does nothing.
import { App, type Receiver, type ReceiverEvent } from '@slack/bolt'
import { boardsOf } from '#src/boards.ts'
import { summary } from '#src/queries/summary.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { renderBlocks } from '#src/slack/render-blocks.ts'
import { summaryCard } from '#templates/summary.ts'
import { day, directoryWith, nineOn, report, task, workCalendar } from '#test/builders.ts'
import { plansInMemory } from './county.ts'
import { measured } from './measured.ts'

/** The leader's screen costs no more than so many times what handing over a command costs; of many assignments no more than of few. */
const mostTimesHandler = 1.1
const mostGrowth = 1.1
const longestBlockMs = 20
/** A slice of what is worked out before others have their turn, as the process takes it. */
const sliceMs = 5

const today = day('2026-07-02')
const units = Array.from({ length: 50 }, (_, nth) => `第${nth + 1}局`)
const directory = directoryWith(units, ...units.map((unit) => ({ name: `${unit}联络员`, contactOf: [unit] })), { name: '秘书', roles: ['secretary'] as const })
const unitAt = (nth: number): string => units[nth % units.length] ?? ''

/** Tasks of so many assignments each, a tenth of them past their date. */
function countyOf(tasks: number, each: number) {
  const { states, logs, version, record } = plansInMemory(today)
  const no = 1
  const all = Array.from({ length: tasks }, (_, nth) => task(nth + 1, { due: nth % 10 === 0 ? '2026-06-10' : '2028-07-31', lead: unitAt(nth), support: Array.from({ length: each - 1 }, (_, other) => unitAt(nth + other + 1)) }))
  record(no, { type: 'import', plan: { title: `方案${no}`, zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source: { id: 's1', name: 'plan.txt', text: '', hash: '' }, obligations: [], bodies: [], doubts: [], tasks: all } }, day('2026-01-05'))
  record(no, { type: 'hand-out' }, day('2026-01-06'))
  const ledgers = { directoryOn: () => directory, calendar: () => workCalendar, plans: () => states, version, entries: () => ({ directory: [], plans: logs }) }
  const boards = boardsOf(ledgers)
  let longest = 0
  for (let isDone = false; !isDone; ) {
    const from = performance.now()
    isDone = boards.workOut(today, () => performance.now() - from >= sliceMs)
    longest = Math.max(longest, performance.now() - from)
  }
  const seen = { today, time: '09:00', supervises: false }
  const now = nineOn(today)
  const screen = () => {
    const [plan] = states.values()
    if (plan === undefined) throw new Error('there is no plan')
    return renderBlocks(summaryCard(summary(viewOfPlan(plan, { directory, calendar: workCalendar, today }), now, boards.tally(plan.id, today)), seen, 'zh'))
  }
  let nth = 0
  const entry = (): void => {
    nth += 1
    const no = (nth % (tasks - 1)) + 2
    record(1, report(no, unitAt(no - 1), { progress: 50, done: `第${nth}次` }))
  }
  return { screen, entry, longest }
}

/** The least of many, each after an entry. */
function leastScreen({ screen, entry }: ReturnType<typeof countyOf>, runs = 2000): number {
  let best = Infinity
  for (let run = 0; run < runs; run += 1) {
    entry()
    const from = performance.now()
    screen()
    best = Math.min(best, performance.now() - from)
  }
  return best * 1000
}

async function leastHandler(runs = 2000): Promise<number> {
  let hand: ((event: ReceiverEvent) => Promise<void>) | undefined
  const receiver: Receiver = { init: (app) => void (hand = async (event) => app.processEvent(event)), start: () => Promise.resolve(), stop: () => Promise.resolve() }
  const app = new App({ receiver, authorize: () => Promise.resolve({ botToken: 'xoxb', botId: 'B0', botUserId: 'U0' }) })
  app.command('/duban', async ({ ack }) => ack())
  const body = { command: '/duban', text: '汇总', user_id: 'U1', user_name: 'u', team_id: 'T1', team_domain: 't', channel_id: 'D1', channel_name: 'dm', response_url: 'https://hooks.slack.com/x', trigger_id: '1.2', api_app_id: 'A1', token: 't' }
  let best = Infinity
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now()
    await hand?.({ body, ack: () => Promise.resolve() })
    best = Math.min(best, performance.now() - from)
  }
  return best * 1000
}

const handler = await leastHandler()
const many = leastScreen(countyOf(5000, 2))
const few = leastScreen(countyOf(40, 25))
const county = countyOf(8000, 25)
const most = leastScreen(county)
measured({ name: 'a handler and the screen of 10,000 assignments, after an entry', value: handler + many, unit: 'µs', floor: handler, bound: mostTimesHandler })
measured({ name: 'the screen of 200,000 assignments, after an entry', value: most, unit: 'µs', floor: few, bound: mostGrowth })
measured({ name: 'the longest turn while the numbers of 200,000 are worked out', value: county.longest, unit: 'ms', bound: longestBlockMs })
