import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

/** A folder that the test has to itself; gone when the test is over, whatever came of it. */
export function ownFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'duban-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** As `ownFolder`, for all tests of a group. */
export function folderForAll(): string {
  const dir = mkdtempSync(join(tmpdir(), 'duban-test-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
