import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that the test has to itself; gone when the test is over, whatever came of it. */
export function ownFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'duban-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
