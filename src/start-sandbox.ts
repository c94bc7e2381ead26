// The sandbox: a private Redis, a local Slack with the sample county in it, and the bot on them.
import { readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { calendar } from '#src/calendar/calendar.ts'
import { instantFromMs } from '#src/calendar/instant-number.ts'
import { announcedDaysOff } from '#src/calendar/days-off.ts'
import { Day } from '#src/calendar/day.ts'
import { keepBalance } from '#src/delivery/delivery-log.ts'
import { unpaced } from '#src/delivery/pace.ts'
import { startApp, type Prepared } from '#src/app.ts'
import { onceSettled } from '#src/command.ts'
import { countyZone } from '#src/desk.ts'
import { startLogging } from '#src/logging.ts'
import { claimFolder } from '#src/sandbox/claimed-folder.ts'
import { county } from '#src/sandbox/county.ts'
import { startLocalSlack } from '#src/sandbox/local-slack.ts'
import { movableClock } from '#src/sandbox/movable-clock.ts'
import type { SandboxOptions } from '#src/sandbox/options.ts'
import { startPrivateRedis } from '#src/sandbox/private-redis.ts'
import { sandboxMemory } from '#src/sandbox/sandbox-memory.ts'
import { writeSandboxFile, type SandboxFile } from '#src/sandbox/sandbox-file.ts'
import { seedCounty } from '#src/sandbox/seed.ts'
import { opening } from '#src/sandbox/story.ts'
import { shownName, workspaceOf } from '#src/sandbox/workspace.ts'
import { greeting } from '#templates/greeting.ts'
import { sandboxBanner } from '#templates/sandbox-banner.ts'

const examples = fileURLToPath(new URL('../examples', import.meta.url))
const countySlack = { botToken: 'xoxb-duban', appToken: 'xapp-duban' }

/** @param dir where everything of the sandbox lives: `.duban` */
export async function startSandbox({ dir, options, logLevel, realNow }: { dir: string; options: SandboxOptions; logLevel: string; realNow: () => number }): Promise<{ banner: string; logger: Logger; logFile: string; stop: () => Promise<void> }> {
  const home = resolve(dir)
  if (options.fresh) forget(home)
  const log = join(home, 'bot.log')
  const logger = startLogging(logLevel, log)
  const redis = await startPrivateRedis({ dir: join(home, 'redis'), logger })
  const memory = await sandboxMemory(redis.url, logger)
  const days = calendar(announcedDaysOff())

  // The story's own time: it opens on a set day, and goes on from there as real time does.
  const openedAt = days.instantOf(Day.parse(opening.day), opening.time, countyZone)
  const firstStart = await memory.firstStart(realNow())
  const clock = await movableClock({ ...memory.clockOffset, real: { now: () => instantFromMs(Date.parse(openedAt) + realNow() - firstStart) } })

  // Until the bot is there nobody can be greeted; its start does it.
  let greetAgain = async (): Promise<void> => Promise.resolve()
  const slack = await startLocalSlack({ workspace: workspaceOf(county, countySlack), port: options.port, dir: join(home, 'slack'), logger, restarted: () => void greetAgain() })
  const app = await startApp({
    slack: { ...countySlack, apiUrl: slack.apiUrl }, redisUrl: redis.url, evidenceDir: join(home, 'evidence'), clock, logger, moveTo: clock.moveTo,
    sending: { pace: unpaced },
    before: async (prepared) => {
      if (await memory.isSeeded()) return
      await seed(prepared, days)
      await memory.seeded()
    },
  })
  greetAgain = greetEveryone
  await greetEveryone()
  await app.sweep()
  const people = county.people.map((person) => ({ id: person.slackId, name: shownName(person), role: person.role, unit: person.units[0] ?? null }))
  const facts: SandboxFile = {
    page: slack.page, control: slack.control, redis: redis.url, bot: { userId: workspaceOf(county, countySlack).apps[0].botUserId },
    people, channels: Object.fromEntries(county.channels.map(({ name, slackId }) => [name, slackId])), log,
  }
  const file = writeSandboxFile(join(home, 'sandbox.json'), facts)

  /** The local workspace forgets its conversations: each is opened again with a word of who one is here. One that dies meanwhile greets once it is back. */
  async function greetEveryone(): Promise<void> {
    try {
      for (const person of county.people) await app.slack.tell({ platform: 'slack', id: person.slackId }, greeting({ name: person.name, title: person.title, role: person.role }, 'zh'))
    } catch (error) {
      logger.warn({ err: error }, 'sandbox: not everybody could be greeted')
    }
  }

  return {
    banner: sandboxBanner({ page: slack.page, people, lines: [] }), logger, logFile: log,
    async stop() {
      file.remove()
      // Whatever befalls one, the others are not left running.
      for (const stopPart of [app.stop, slack.stop, memory.close, redis.stop]) await stopPart().catch((error: unknown) => logger.warn({ err: error }, 'sandbox: a part of it could not be stopped'))
    },
  }
}

async function seed({ ledgers, deliveries, desk, commands }: Prepared, days: ReturnType<typeof calendar>): Promise<void> {
  const importPlan = commands.find(({ name }) => name.en === 'import')
  if (importPlan === undefined) throw new Error('there is no command to import with')
  const instantOf = (day: Day, time: string) => days.instantOf(day, time, countyZone)
  await seedCounty({
    deskAt: (id, handle, now) => desk({ handle, intentId: id, lang: 'zh', via: 'system', now }),
    setUp: async (id, intent) => {
      const at = instantOf(Day.parse('2026-01-05'), '09:00')
      const recorded = await ledgers.recordDirectory(id, { at, on: days.dayAt(at, countyZone), by: 'system', via: 'system' }, intent)
      return recorded.ok === 'unknown' ? { ok: 'unknown', settled: onceSettled(recorded.settled, (settled) => (settled.ok ? { ok: true, position: settled.position } : settled)) } : recorded
    },
    instantOf, importPlan, examples,
  })
  // Nobody was told of anything before the opening: no day before it is held against the bot.
  const [openedOn, openedAt] = [Day.parse(opening.day), instantOf(Day.parse(opening.day), opening.time)]
  const dayBefore = days.addWorkingDays(openedOn, -1)
  await deliveries.record(`balanced/${dayBefore}`, { at: openedAt, on: openedOn, by: 'system', via: 'system' }, (state) => keepBalance(state, { day: dayBefore, plans: [], unsent: [] }))
}

/** Only what the sandbox itself wrote, and only while no sandbox runs there: each folder is ours before it is emptied. */
function forget(home: string): void {
  const servers = ['redis', 'slack'].map((part) => join(home, part))
  const claims = servers.map((dir) => claimFolder(dir))
  // A server left by a start that was killed is still to be found and ended: its pid file stays.
  const old = servers.flatMap((dir) => readdirSync(dir).filter((name) => !name.endsWith('.pid')).map((name) => join(dir, name)))
  for (const path of [...old, join(home, 'evidence'), join(home, 'bot.log'), join(home, 'sandbox.json')]) rmSync(path, { recursive: true, force: true })
  for (const { release } of claims) release()
}
