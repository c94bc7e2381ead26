// Run by npm before `npm start` and `npm test`, on a machine that may have only Node and npm: what is needed is
// found, installed where that is ours to do, or named in one command to type. Quiet when everything is there.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireLocalSlackMachine, requireLocalSlackProgram } from './bootstrap/local-slack.mjs'
import { requireNode } from './bootstrap/node-version.mjs'
import { installPackages } from './bootstrap/packages.mjs'
import { provide } from './bootstrap/provide.mjs'
import { stop } from './bootstrap/say.mjs'
import { browser, chineseFont, emojiFont, redis } from './bootstrap/system-needs.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const purpose = process.argv[2]
if (purpose !== 'start' && purpose !== 'test') stop('用法：', 'Usage:', 'node scripts/bootstrap.mjs start|test')

requireNode()
const settings = join(root, '.env')
if (purpose === 'start' && existsSync(settings)) process.loadEnvFile(settings)
const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, REDIS_URL, LOCAL_SLACK_BIN } = process.env
const isSandbox = purpose === 'test' || !SLACK_BOT_TOKEN || !SLACK_APP_TOKEN
const needsLocalSlack = isSandbox && !LOCAL_SLACK_BIN

if (needsLocalSlack) requireLocalSlackMachine()
installPackages(root, purpose)
if (needsLocalSlack) requireLocalSlackProgram(root)
if (purpose === 'test') provide([redis, browser, chineseFont, emojiFont])
// The sandbox has a Redis of its own, whatever REDIS_URL says.
else if (!REDIS_URL || isSandbox) provide([redis])
