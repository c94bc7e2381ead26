// The bot as a process that can be killed: the product's own wiring, on a clock that begins where it is told to, with claims that end soon.
// argv: API of the workspace, Redis, the instant at which the clock begins.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unpaced } from '#src/delivery/pace.ts'
import { startApp } from '#src/app.ts'
import { instantFromMs } from '#src/calendar/calendar.ts'
import { startLogging } from '#src/logging.ts'
import { machineStopwatch, pause } from '#src/stopwatch.ts'

const [apiUrl = '', redisUrl = '', beginsAt = ''] = process.argv.slice(2)
const startedAt = Date.now()
const clock = { now: () => instantFromMs(Date.parse(beginsAt) + Date.now() - startedAt) }

const sending = { claimMs: 3000, postMs: 1000, pace: unpaced }
const app = await startApp({ sending, slack: { botToken: 'xoxb-duban', appToken: 'xapp-duban', apiUrl }, redisUrl, evidenceDir: join(tmpdir(), 'duban-no-evidence'), clock, logger: startLogging('warn') })
process.stdout.write('up\n')
await app.sweep()
// What an earlier life had claimed is looked for once its claim is over.
await pause(machineStopwatch, sending.claimMs)
process.stdout.write(`swept ${JSON.stringify(await app.sweep())}\n`)
