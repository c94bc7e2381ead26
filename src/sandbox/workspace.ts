// The invented county as a local workspace is told of it.
import type { County, CountyPerson } from './county.ts'
import type { Workspace } from './local-slack.ts'

const bot = { appId: 'A0DUBAN01', botUserId: 'U0DUBAN01', botName: '督办' } as const

/** With the person's post: whoever picks one from a list knows who that is. */
export const shownName = ({ name, title }: CountyPerson): string => `${name}（${title}）`

export const workspaceOf = (county: County, tokens: { botToken: string; appToken: string }): Workspace => ({
  workspace: { name: county.workspaceName, domain: 'duban', teamId: 'T0DUBAN01' },
  apps: [{ ...bot, ...tokens, mode: 'socket' }],
  users: county.people.map((person) => ({ id: person.slackId, name: person.userName, real_name: shownName(person), tz: 'Asia/Shanghai' })),
  channels: county.channels.map(({ slackId, name, about, members }) => ({ id: slackId, name, topic: about, members: [...members, bot.botUserId] })),
})
