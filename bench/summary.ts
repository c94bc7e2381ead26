// What 汇总 costs a leader who looked before and for whom something waits: the command at the product's own desk, and its blocks; beside what Bolt takes to hand over a command to a handler that does nothing.
import { App, type Receiver, type ReceiverEvent } from '@slack/bolt'
import { lastLook, leaderCounty, type LeaderCounty } from './leader-county.ts'
import { longestTurn, measured } from './measured.ts'

/** The leader's screen costs no more than so many times what handing over a command costs; of many assignments no more than of few; with a look before no more than a few times what it costs without. */
const mostTimesHandler = 1.1
const mostGrowth = 1.1
const mostTimesWithoutLook = 3
const longestBlockMs = 20
/** So often a process begins again: the rest of the machine is in the way of each otherwise. */
const restarts = 5

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
const afterEntry = async ({ screen, entry }: LeaderCounty): Promise<number> => leastOf(screen, entry)

async function leastHandler(): Promise<number> {
  let hand: ((event: ReceiverEvent) => Promise<void>) | undefined
  const receiver: Receiver = { init: (app) => void (hand = async (event) => app.processEvent(event)), start: () => Promise.resolve(), stop: () => Promise.resolve() }
  const app = new App({ receiver, authorize: () => Promise.resolve({ botToken: 'xoxb', botId: 'B0', botUserId: 'U0' }) })
  app.command('/duban', async ({ ack }) => ack())
  const body = { command: '/duban', text: '汇总', user_id: 'U1', user_name: 'u', team_id: 'T1', team_domain: 't', channel_id: 'D1', channel_name: 'dm', response_url: 'https://hooks.slack.com/x', trigger_id: '1.2', api_app_id: 'A1', token: 't' }
  return leastOf(async () => hand?.({ body, ack: () => Promise.resolve() }), undefined, 2000)
}

const handler = await leastHandler()
const county = leaderCounty(5000, 2)
await county.look()
measured({ name: 'a handler and 汇总 of 10,000 assignments', value: handler + (await leastOf(county.screen)), unit: 'µs', floor: handler, bound: mostTimesHandler })
measured({ name: 'the same, after an entry', value: handler + (await afterEntry(county)), unit: 'µs', floor: handler, bound: mostTimesHandler })

const small = leaderCounty(40, 25)
await small.look()
const few = await afterEntry(small)
const large = leaderCounty(8000, 25)
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
