// What outlives an episode: a real Redis and a real local Slack, each with people enough for a row of episodes.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalSlack, type LocalSlack } from '#src/sandbox/local-slack.ts'
import { startRedisServer, type RedisServer } from '#test/store/redis-server.ts'
import { quiet } from '#test/store/quiet.ts'
import { Ears } from './ears.ts'

/** Then a new one: conversations and Redis's file do not grow for ever. */
export const episodesAStage = 40
const people = 5

export type Stage = {
  redis: RedisServer
  slack: LocalSlack
  ears: Ears
  /** The account of somebody in the `nth` episode on this stage. */
  accountOf: (nth: number, who: number) => string
  end: () => Promise<void>
}

const accountOf = (nth: number, who: number): string => `U0E${String(nth).padStart(3, '0')}P${who}`

export async function openStage(): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), 'duban-stage-'))
  const users = Array.from({ length: episodesAStage }, (_, nth) => Array.from({ length: people }, (_one, index) => accountOf(nth, index + 1))).flat()
  const redis = await startRedisServer()
  const slack = await startLocalSlack({
    workspace: {
      workspace: { name: 'faults', domain: 'faults', teamId: 'T0FAULTS' },
      apps: [{ appId: 'A0FAULTS', botUserId: 'U0BOT', botName: '督办', botToken: 'xoxb-duban', appToken: 'xapp-duban', mode: 'socket' }],
      users: users.map((id) => ({ id, name: id.toLowerCase(), real_name: id })), channels: [],
    },
    port: 0, dir, logger: quiet,
  })
  const ears = await Ears.open(slack.control)
  return {
    redis, slack, ears, accountOf,
    async end() {
      ears.close()
      await slack.stop()
      await redis.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
