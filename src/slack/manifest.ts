// What Slack must be told about the app, made from the list of commands. Every scope is one that some line of this room uses.
import type { Command } from '#src/command.ts'
import { cut } from './limits.ts'
import { shortcutOf } from './shortcut-id.ts'

/** Slack's documented limit on a usage hint. */
const hintAtMost = 1000
/** How many of the commands the hint names before it gives up on being read. */
const hinted = 8

const scopes = [
  'app_mentions:read', // @督办 汇总 in a channel
  'chat:write', // answers, notices, redrawing
  'commands', // /duban
  'files:read', // a plan or evidence shared with the bot
  'files:write', // evidence given back
  'im:history', // what is written to the bot; looking for a notice already posted
  'im:write', // opening the conversation with a person
  'users:read', // the person's language
] as const

const events = ['app_home_opened', 'app_mention', 'message.im', 'user_change'] as const

export type Manifest = ReturnType<typeof manifestFor>

export function manifestFor(commands: readonly Command[]) {
  const shown = commands.filter(({ hidden, unoffered, sandboxOnly }) => hidden !== true && unoffered !== true && sandboxOnly !== true)
  const hint = shown.length === 0 ? '帮助 | help' : `${shown.slice(0, hinted).map(({ name }) => name.zh).join(' | ')} | help`
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: '督办 duban',
      description: '把方案变成台账：到期提醒、一键填报、红黄绿灯、会议提示',
      background_color: '#8b1a1a',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: '督办', always_online: true },
      ...shortcutsOf(commands),
      slash_commands: [{ command: '/duban', description: '督办：我的任务、填报、汇总 / what is owed, report, summary', usage_hint: cut(hint, hintAtMost), should_escape: true }],
    },
    oauth_config: { scopes: { bot: [...scopes] } },
    settings: {
      event_subscriptions: { bot_events: [...events] },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  }
}

/** In the menu of every message. Its words come with it, so that no conversation need be read. */
function shortcutsOf(commands: readonly Command[]): { shortcuts?: { name: string; type: 'message'; callback_id: string; description: string }[] } {
  const shortcuts = commands.flatMap(({ shortcut, name }) => (shortcut === undefined ? [] : [{ name: shortcut.name, type: 'message' as const, callback_id: shortcutOf(name.en), description: shortcut.about }]))
  return shortcuts.length === 0 ? {} : { shortcuts }
}

/** As it stands in manifest.json. */
export const manifestText = (commands: readonly Command[]): string => `${JSON.stringify(manifestFor(commands), null, 2)}\n`
