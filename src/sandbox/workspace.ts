// The invented county as a local workspace is told of it.
import type { County } from './county.ts'
import type { Workspace } from './local-slack.ts'

const bot = { appId: 'A0DUBAN01', botUserId: 'U0DUBAN01', botName: '督办' } as const

/** Names carry the person's post, so that whoever picks one from a list knows who that is. */
export const workspaceOf = (county: County, tokens: { botToken: string; appToken: string }): Workspace => ({
  workspace: { name: county.workspaceName, domain: 'duban', teamId: 'T0DUBAN01' },
  apps: [{ ...bot, ...tokens, mode: 'socket' }],
  users: county.people.map(({ slackId, userName, name, title }) => ({ id: slackId, name: userName, real_name: `${name}（${title}）`, tz: 'Asia/Shanghai' })),
  channels: county.channels.map(({ slackId, name, about, members }) => ({ id: slackId, name, topic: about, members: [...members, bot.botUserId] })),
})
