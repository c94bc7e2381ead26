// The bot on a workspace of one's own.
import type { Logger } from 'pino'
import { startApp, type Prepared } from '#src/app.ts'
import { instantFromMs } from '#src/calendar/instant-number.ts'
import type { Config } from '#src/config.ts'
import { personOf, withRole } from '#src/directory/directory.ts'
import { countyZone } from '#src/desk.ts'
import { serveHealth } from '#src/health.ts'
import { startLogging } from '#src/logging.ts'
import { calendar } from '#src/calendar/calendar.ts'
import { announcedDaysOff } from '#src/calendar/days-off.ts'

export async function startWorkspace(config: Extract<Config, { kind: 'workspace' }>, realNow: () => number): Promise<{ logger: Logger; stop: () => Promise<void> }> {
  const logger = startLogging(config.logLevel)
  const { botToken, appToken, redisUrl, evidenceDir, snapshotDir, healthPort, admin } = config
  const app = await startApp({
    slack: { botToken, appToken }, redisUrl, evidenceDir, snapshotDir, clock: { now: () => instantFromMs(realNow()) }, logger,
    ...(admin === undefined ? {} : { before: async (prepared) => nameFirstAdmin(prepared, admin) }),
  })
  const health = healthPort === undefined ? undefined : await serveHealth(healthPort, app.health, logger)
  logger.info('duban is connected')
  return {
    logger,
    async stop() {
      await health?.stop()
      await app.stop()
    },
  }
}

/** Somebody must be able to say who is who. Only while nobody is: afterwards the directory decides. */
async function nameFirstAdmin({ ledgers, clock }: Prepared, slackId: string): Promise<void> {
  if (withRole(ledgers.directory(), 'admin').length > 0) return
  const handle = { platform: 'slack', id: slackId }
  const at = clock.now()
  const stamp = { at, on: calendar(announcedDaysOff()).dayAt(at, countyZone), by: 'system', via: 'system' } as const
  await ledgers.recordDirectory(`first-admin:${slackId}`, stamp, { type: 'add-person', name: slackId, handle })
  const person = personOf(ledgers.directory(), handle)
  if (person === undefined) return
  for (const role of ['admin', 'secretary'] as const) await ledgers.recordDirectory(`first-admin:${slackId}:${role}`, stamp, { type: 'grant-role', person: person.id, role })
}
