import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const almanac = fileURLToPath(new URL('almanac.ts', import.meta.url))

/** What a process says that believes itself to be in a zone. */
async function printedIn(zone: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', almanac], { env: { ...process.env, TZ: zone }, maxBuffer: 8_000_000 })
  return stdout
}

describe('wherever the process runs', () => {
  it('days, working days, instants and reminders of a year are the same', { timeout: 90_000 }, async () => {
    const [utc, newYork, shanghai] = await Promise.all(['UTC', 'America/New_York', 'Asia/Shanghai'].map(printedIn))
    expect(utc?.split('\n').length).toBeGreaterThan(450)
    expect(newYork).toBe(utc)
    expect(shanghai).toBe(utc)
  })
})
