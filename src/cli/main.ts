// `duban` in the terminal: the second way in, for operators and for other programs.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { pino } from 'pino'
import { calendar } from '#src/calendar/calendar.ts'
import { instantFromMs } from '#src/calendar/instant-number.ts'
import { Day } from '#src/calendar/day.ts'
import { announcedDaysOff } from '#src/calendar/days-off.ts'
import { configFrom } from '#src/config.ts'
import { countyZone } from '#src/desk.ts'
import { documentReader } from '#src/documents/read-in-worker.ts'
import { outlineJson } from '#src/reader/outline-json.ts'
import { readSandboxFile } from '#src/sandbox/sandbox-file.ts'
import { brokenFirst, deepLine, deepSum, noDay, noFile, noRedis, nothingToVerify, severalPlans, unreachable, usage, verifiedLine } from '#templates/command-line.ts'
import { doctorLines } from '#templates/doctor.ts'
import { outline } from '#templates/outline.ts'
import { plain } from '#templates/rich.ts'
import { refusalWords } from '#templates/refusal.ts'
import { doctor } from './doctor.ts'
import { verify } from './verify.ts'
import { verifyDeep, type Told } from './verify-deep.ts'

const sandboxFile = '.duban/sandbox.json'

/** The text to print, or what is in the way. */
type Printed = { ok: true; text: string } | { ok: false; why: string }
const failed = (why: string): Printed => ({ ok: false, why })

async function parse(words: readonly string[]): Promise<Printed> {
  const [file] = words.filter((word, index) => !word.startsWith('--') && words[index - 1] !== '--part')
  if (file === undefined) return failed(usage)
  if (!existsSync(file)) return failed(noFile(file))
  const { readDocument, readPlan } = documentReader()
  const document = await readDocument(basename(file), await readFile(file))
  if (!document.ok) return failed(plain(refusalWords(document.refusal, 'zh')))
  const part = words.includes('--part') ? Number(words[words.indexOf('--part') + 1]) : undefined
  const parsed = await readPlan(document.text, part === undefined ? {} : { part })
  if (parsed.ok) return { ok: true, text: words.includes('--json') ? JSON.stringify(outlineJson(parsed.reading), undefined, 1) : outline(parsed.reading) }
  return failed(parsed.refusal.code === 'text-several-plans' ? severalPlans(parsed.refusal) : plain(refusalWords(parsed.refusal, 'zh')))
}

/** Of the environment, else of the running sandbox; empty where there is neither. */
function storeUrl(): string {
  const given = process.env['REDIS_URL'] ?? ''
  return given === '' && existsSync(sandboxFile) ? readSandboxFile(sandboxFile).redis : given
}

async function examine(): Promise<Printed> {
  const read = configFrom(process.env)
  const findings = await doctor(storeUrl(), read.ok ? undefined : read.refusal, instantFromMs(Date.now()), pino({ level: 'silent' }))
  const text = doctorLines(findings)
  return findings.some(({ level }) => level === 'fault') ? failed(text) : { ok: true, text }
}

async function verifyAll(words: readonly string[]): Promise<Printed> {
  const redis = storeUrl()
  if (redis === '') return failed(noRedis)
  try {
    const logs = await verify(redis)
    const text = logs.length === 0 ? nothingToVerify : logs.map(verifiedLine).join('\n')
    const isSound = logs.every(({ ok }) => ok)
    if (!words.includes('--deep')) return isSound ? { ok: true, text } : failed(text)
    return isSound ? await recomputed(redis, words, text) : failed(`${text}\n${brokenFirst}`)
  } catch (error) {
    return failed(unreachable(String(error)))
  }
}

/** Every day of every plan by other code: what it finds is printed as it is found. */
async function recomputed(redis: string, words: readonly string[], chain: string): Promise<Printed> {
  const days: { from?: Day; until?: Day } = {}
  for (const name of ['from', 'until'] as const) {
    const said = words.includes(`--${name}`) ? (words[words.indexOf(`--${name}`) + 1] ?? '') : undefined
    if (said === undefined) continue
    const day = Day.safeParse(said)
    if (!day.success) return failed(noDay(said))
    days[name] = day.data
  }
  process.stdout.write(`${chain}\n`)
  const tell = (told: Told): void => void (told.what === 'progress' ? process.stderr : process.stdout).write(`${deepLine(told)}\n`)
  const sum = await verifyDeep(redis, { ...days, today: calendar(announcedDaysOff()).dayAt(instantFromMs(Date.now()), countyZone) }, tell)
  return sum.differences + sum.unjudged === 0 ? { ok: true, text: deepSum(sum) } : failed(deepSum(sum))
}

async function run([word, ...rest]: readonly string[]): Promise<Printed> {
  switch (word) {
    case 'parse':
      return parse(rest)
    case 'verify':
      return verifyAll(rest)
    case 'doctor':
      return examine()
    case undefined: case 'help': case '--help':
      return { ok: true, text: usage }
    default:
      return failed(usage)
  }
}

const printed = await run(process.argv.slice(2))
if (printed.ok) process.stdout.write(`${printed.text}\n`)
else {
  process.stderr.write(`${printed.why}\n`)
  process.exitCode = 1
}
