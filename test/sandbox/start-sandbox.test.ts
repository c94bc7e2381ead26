// The whole sandbox in this process, and servers of it that die, or answer nothing, where it hurts.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { county } from '#src/sandbox/county.ts'
import { driveLocalSlack } from '#src/sandbox/local-slack-driver.ts'
import { isRunning, runningFrom, type ProcessLife } from '#src/sandbox/process-life.ts'
import { readSandboxFile } from '#src/sandbox/sandbox-file.ts'
import { startSandbox } from '#src/start-sandbox.ts'
import { greeting } from '#templates/greeting.ts'
import { folderForAll } from './own-folder.ts'

const soon = { timeout: 20_000, interval: 20 }

/** The workspace's program; at its third start it says that it serves, and nobody is there. */
function muteOnce(dir: string): string {
  const program = process.env['LOCAL_SLACK_BIN'] ?? join(dirname(createRequire(import.meta.url).resolve('local-slack-linux-x64/package.json')), 'bin', 'local-slack')
  const [file, starts] = [join(dir, 'local-slack'), join(dir, 'starts')]
  writeFileSync(file, `#!/bin/sh\necho >> ${starts}\nif [ "$(wc -l < ${starts})" -eq 3 ]; then echo "Web UI: http://127.0.0.1:1"; exec sleep 600; fi\nexec ${program} "$@"\n`, { mode: 0o755 })
  return file
}

describe('the sandbox', () => {
  const dir = folderForAll()
  const pidFile = (server: string): string => join(dir, server, 'server.pid')
  const log = (): string => (existsSync(join(dir, 'bot.log')) ? readFileSync(join(dir, 'bot.log'), 'utf8') : '')
  const running = (server: string): ProcessLife => {
    const life = runningFrom(pidFile(server))
    if (life === undefined) throw new Error(`${server} does not run`)
    return life
  }
  const killSlack = (): void => void process.kill(running('slack').pid, 'SIGKILL')
  const isGreeted = async (): Promise<void> => {
    const [person] = county.people
    if (person === undefined) throw new Error('nobody')
    const people = await driveLocalSlack(readSandboxFile(join(dir, 'sandbox.json')).control)
    try {
      expect((await people.dm(person.slackId)).map(({ text }) => text)).toContain(greeting(person, 'zh').text)
    } finally {
      people.close()
    }
  }
  let sandbox: Awaited<ReturnType<typeof startSandbox>>
  beforeAll(async () => {
    vi.stubEnv('LOCAL_SLACK_BIN', muteOnce(dir))
    const starting = startSandbox({ dir, options: { fresh: false, port: 0 }, logLevel: 'debug', realNow: () => Date.now() })
    await vi.waitFor(() => expect(log()).toContain('Web UI'), soon)
    killSlack()
    sandbox = await starting
    vi.unstubAllEnvs()
  })
  afterAll(async () => sandbox.stop())

  it('starts, and greets everybody, though its workspace dies meanwhile', async () => {
    expect(log()).toContain('local-slack serves again')
    await isGreeted()
  })

  it('goes on where its workspace dies again before everybody is greeted, and greets them once it is back', async () => {
    killSlack()
    await vi.waitFor(() => expect(log()).toContain('not everybody could be greeted'), soon)
    killSlack()
    await vi.waitFor(isGreeted, soon)
  }, 60_000)

  it('is stopped whole, also where one part cannot clear up and Redis answers nothing', async () => {
    const [slack, redis] = [running('slack'), running('redis')]
    rmSync(pidFile('slack'))
    mkdirSync(pidFile('slack'))
    process.kill(redis.pid, 'SIGSTOP')
    await sandbox.stop()
    expect([slack, redis].filter(isRunning)).toEqual([])
    expect(log()).toContain('a part of it could not be stopped')
  }, 60_000)
})
