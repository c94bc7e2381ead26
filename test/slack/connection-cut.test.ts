// The connection over which acts come goes while one is answered: real local Slack, real Socket Mode, a line that is cut.
import { pino } from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import { driveLocalSlack } from '#src/sandbox/local-slack-driver.ts'
import { startLocalSlack } from '#src/sandbox/local-slack.ts'
import { startSlack } from '#src/slack/start-slack.ts'
import { slackGate } from '#test/faults/slack-gate.ts'
import { ownFolder } from '#test/sandbox/own-folder.ts'
import { smallWorkspace } from '#test/sandbox/small-workspace.ts'
import { nothingSeen, tinyCallbacks, tinyCommands } from './tiny-bot.ts'

it('a form that is taken meanwhile is answered once, and what comes next is heard again', async () => {
  const seen = nothingSeen()
  const logger = pino({ level: 'silent' })
  const local = await startLocalSlack({ workspace: smallWorkspace, port: 0, dir: ownFolder(), logger })
  onTestFinished(local.stop)
  const gate = await slackGate(local.apiUrl)
  onTestFinished(gate.close)
  const slack = await startSlack({ ...tinyCallbacks(seen), botToken: 'xoxb-duban', appToken: 'xapp-duban', apiUrl: gate.apiUrl, commands: tinyCommands(seen), handleOf: () => undefined, logger })
  onTestFinished(slack.stop)
  const people = await driveLocalSlack(local.control)
  onTestFinished(people.close)
  const answers = async (): Promise<string[]> => (await people.dm('U01')).flatMap(({ text = '', bot_id: bot }) => (bot === undefined ? [] : text))

  await people.typeCommand('U01', 'U01', '/duban 填报 7')
  await people.waitForForm()
  // The workspace is told late or not at all that it came.
  const submitted = people.submitForm('U01', { 做了什么: '等着' }).catch(() => undefined)
  await people.until('the form to be taken', () => (seen.asked.some(({ via }) => via === 'form') ? true : undefined))
  let connect: () => void = () => undefined
  const isGone = new Promise<void>((known) => {
    gate.atNextConnect(async () => {
      known()
      await new Promise<void>((resolve) => (connect = resolve))
    })
  })
  gate.cutSocket()
  await isGone
  seen.goOn()
  await people.until('the answer', async () => ((await answers()).some((text) => text === '已记录 7 等着') ? true : undefined))
  connect()
  await people.until('what is typed next to be heard', async () => {
    await people.typeCommand('U01', 'U01', '/duban 问好 您').catch(() => undefined)
    return (await answers()).includes('好 您') ? true : undefined
  })
  await people.closeForm('U01')
  await submitted
  expect((await answers()).filter((text) => text !== '好 您')).toEqual(['已记录 7 等着'])
})
