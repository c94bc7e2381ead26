// The environment, parsed once: what the process was told.
import { z } from 'zod'

const Token = (prefix: string) => z.string().startsWith(prefix)

/** A workspace of one's own; without it the sandbox starts. */
const Workspace = z.object({ SLACK_BOT_TOKEN: Token('xoxb-'), SLACK_APP_TOKEN: Token('xapp-'), REDIS_URL: z.string().regex(/^rediss?:\/\//) })
const Common = z.object({ LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'), DUBAN_ADMIN: z.string().regex(/^[UW][A-Z0-9]{2,20}$/).optional(), EVIDENCE_DIR: z.string().max(1000).default('.duban/evidence'), SNAPSHOT_DIR: z.string().max(1000).default('.duban/snapshots'), HEALTH_PORT: z.coerce.number().int().min(1).max(65535).optional() })

export type Config = { logLevel: string } & (
  | { kind: 'sandbox' }
  /** `healthPort`: where /healthz answers; nowhere without it. `evidenceDir`: the folder of files given as evidence. `snapshotDir`: the folder of what makes a start quick. `admin`: the account that names the first secretary, read only while the directory knows no admin. */
  | { kind: 'workspace'; botToken: string; appToken: string; redisUrl: string; evidenceDir: string; snapshotDir: string; healthPort?: number; admin?: string }
)

/** `missing`: set some and not others; `malformed`: set to what it cannot be. Names only: a value may be a secret. */
export type ConfigRefusal = { missing: string[]; malformed: string[] }

const names = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'REDIS_URL'] as const

/** @param env an empty value counts as not set */
export function configFrom(env: Readonly<Record<string, string | undefined>>): { ok: true; config: Config } | { ok: false; refusal: ConfigRefusal } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const common = Common.safeParse(given)
  if (!common.success) return { ok: false, refusal: { missing: [], malformed: common.error.issues.map(({ path }) => path.join('.')) } }
  const { LOG_LEVEL: logLevel, DUBAN_ADMIN: admin, EVIDENCE_DIR: evidenceDir, SNAPSHOT_DIR: snapshotDir, HEALTH_PORT: healthPort } = common.data
  if (given['SLACK_BOT_TOKEN'] === undefined && given['SLACK_APP_TOKEN'] === undefined) return { ok: true, config: { kind: 'sandbox', logLevel } }
  const parsed = Workspace.safeParse(given)
  if (parsed.success) {
    const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, REDIS_URL: redisUrl } = parsed.data
    return { ok: true, config: { kind: 'workspace', logLevel, botToken, appToken, redisUrl, evidenceDir, snapshotDir, ...(healthPort === undefined ? {} : { healthPort }), ...(admin === undefined ? {} : { admin }) } }
  }
  const bad = names.filter((name) => parsed.error.issues.some(({ path }) => path[0] === name))
  return { ok: false, refusal: { missing: bad.filter((name) => given[name] === undefined), malformed: bad.filter((name) => given[name] !== undefined) } }
}
