// `duban doctor`: is everything here that three years of reminders need? It looks, and changes nothing.
import type { Logger } from 'pino'
import { daysOffLacking } from '#src/calendar/days-off-lacking.ts'
import type { Instant } from '#src/calendar/day.ts'
import { countyZone } from '#src/desk.ts'
import type { ConfigRefusal } from '#src/config.ts'
import { maskSecrets } from '#src/error-for-log.ts'
import { openLedgers } from '#src/ledgers.ts'
import { unitsWithoutContact } from '#src/queries/task-list.ts'
import { viewOfPlan } from '#src/queries/view.ts'
import { withStore } from '#src/store/connection.ts'
import { redisLog } from '#src/store/redis-log.ts'
import { storeSettings, type StoreSettings } from '#src/store/store-settings.ts'
import type { Finding } from '#templates/doctor.ts'
import { verify } from './verify.ts'

/** @param redisUrl empty where none is known */
export async function doctor(redisUrl: string, environment: ConfigRefusal | undefined, now: Instant, logger: Logger): Promise<Finding[]> {
  const told: Finding = environment === undefined ? { level: 'good', code: 'environment' } : { level: 'fault', code: 'environment', refusal: environment }
  if (redisUrl === '') return [told, { level: 'fault', code: 'no-store' }]
  const store = await found(async () => ofStore(redisUrl), 'store-away')
  if (store.some(({ code }) => code === 'store-away')) return [told, ...store]
  return [told, ...store, ...(await found(async () => ofLogs(redisUrl, now, logger), 'logs-unread'))]
}

/** What is in the way is a finding too. */
async function found(look: () => Promise<Finding[]>, otherwise: 'store-away' | 'logs-unread'): Promise<Finding[]> {
  try {
    return await look()
  } catch (error) {
    return [{ level: 'fault', code: otherwise, why: maskSecrets(error instanceof Error ? error.message : String(error)) }]
  }
}

/** What duban needs of its Redis (docs/operate.md, "Redis"). */
const needed: readonly { setting: keyof StoreSettings; should: string; holds: (is: string) => boolean }[] = [
  { setting: 'version', should: '6.2', holds: (is) => ((major = 0, minor = 0) => major > 6 || (major === 6 && minor >= 2))(...is.split('.').map(Number)) },
  { setting: 'appendonly', should: 'yes', holds: (is) => is === 'yes' },
  { setting: 'appendfsync', should: 'always', holds: (is) => is === 'always' },
  { setting: 'eviction', should: 'noeviction', holds: (is) => is === 'noeviction' },
  { setting: 'lastWrite', should: 'ok', holds: (is) => is === 'ok' },
  { setting: 'cluster', should: '0', holds: (is) => is === '0' },
]

async function ofStore(redisUrl: string): Promise<Finding[]> {
  return withStore(redisUrl, async (redis) => {
    const settings = await storeSettings(redis)
    return needed.map(({ setting, should, holds }): Finding => {
      const is = settings[setting]
      if (is === undefined) return { level: 'warning', code: 'store-setting', setting, should }
      return { level: holds(is) ? 'good' : 'fault', code: 'store-setting', setting, is, should }
    })
  })
}

/** What the ledgers say is asked only of ledgers that are whole. */
async function ofLogs(redisUrl: string, now: Instant, logger: Logger): Promise<Finding[]> {
  const logs = await verify(redisUrl)
  const broken = logs.filter(({ ok }) => !ok).map(({ log }) => log)
  const verified: Finding = { level: broken.length === 0 ? 'good' : 'fault', code: 'logs', count: logs.length, broken }
  return [verified, ...(broken.length === 0 ? await ofLedgers(redisUrl, now, logger) : [])]
}

async function ofLedgers(redisUrl: string, now: Instant, logger: Logger): Promise<Finding[]> {
  return withStore(redisUrl, async (redis) => {
    const ledgers = await openLedgers({ logOf: (key) => redisLog(redis, key), logger })
    const calendar = ledgers.calendar()
    const today = calendar.dayAt(now, countyZone)
    const lacks = daysOffLacking(calendar, today)
    const unmanned = [...ledgers.plans().values()]
      .filter(({ archived }) => archived === undefined)
      .map((plan) => ({ plan, units: unitsWithoutContact(viewOfPlan(plan, { directory: ledgers.directoryOn(today), calendar, today })).length }))
      .filter(({ units }) => units > 0)
    await ledgers.close()
    return [
      lacks === undefined ? { level: 'good', code: 'days-off' } : { level: 'warning', code: 'days-off', lacks },
      ...unmanned.map(({ plan, units }): Finding => ({ level: 'warning', code: 'contacts', plan: plan.id, title: plan.title, units })),
    ]
  })
}
