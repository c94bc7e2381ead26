// Another `npm start` on the same folders: starts both servers, says where they are, and stays until it is killed.
import { join } from 'node:path'
import { pino } from 'pino'
import { startLocalSlack } from '#src/sandbox/local-slack.ts'
import { startPrivateRedis } from '#src/sandbox/private-redis.ts'
import { smallWorkspace } from './small-workspace.ts'

const dir = process.argv[2] ?? ''
const logger = pino({ level: 'silent' })
const redis = await startPrivateRedis({ dir: join(dir, 'redis'), logger })
const slack = await startLocalSlack({ workspace: smallWorkspace, port: 0, dir: join(dir, 'slack'), logger })
process.stdout.write(`${JSON.stringify({ redis: { url: redis.url, pid: redis.pid() }, slack: { page: slack.page, pid: slack.pid() } })}\n`)
