import type { Workspace } from '#src/sandbox/local-slack.ts'

/** Two people, one channel, one bot. */
export const smallWorkspace: Workspace = {
  workspace: { name: '督办演示', domain: 'duban', teamId: 'T01DUBAN' },
  apps: [{ appId: 'A01DUBAN', botUserId: 'U0DUBAN', botName: '督办', botToken: 'xoxb-duban', appToken: 'xapp-duban', mode: 'socket' }],
  users: [
    { id: 'U01', name: 'jiaoyuju', real_name: '教育局联络员', tz: 'Asia/Shanghai' },
    { id: 'U02', name: 'duchashi', real_name: '督查室', tz: 'Asia/Shanghai' },
  ],
  channels: [{ id: 'C01', name: '督办工作群', members: ['U01', 'U02', 'U0DUBAN'] }],
}
