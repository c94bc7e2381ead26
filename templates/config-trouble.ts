// What an operator reads when the environment is not right. Names only: a value may be a secret.

type Trouble = { missing: readonly string[]; malformed: readonly string[] }

/** Both languages at once: nobody has said theirs yet. */
export function configTrouble({ missing, malformed }: Trouble): string {
  const list = (names: readonly string[]): string => names.join(', ')
  return [
    ...(missing.length === 0 ? [] : [`缺少环境变量 ${list(missing)}：连接自己的 Slack 工作区需要全部三项，见 .env.example；一项都不设则启动本地沙箱。`, `Missing: ${list(missing)}. A workspace of your own needs all three, see .env.example; set none and the local sandbox starts.`]),
    ...(malformed.length === 0 ? [] : [`环境变量 ${list(malformed)} 的格式不对，正确写法见 .env.example。`, `Not in the right form: ${list(malformed)}. See .env.example.`]),
  ].join('\n')
}

/** Why the bot could not start. `said`: the other side's own word for it. */
export type StartTrouble = { code: 'redis-away' } | { code: 'slack-refused'; said: string } | { code: 'log-broken'; said: string } | { code: 'folder-unusable'; said: string }

/** A fault of its own ended it. @param log the file that has the cause */
export const stoppedByFault = (log: string): string => `机器人出了故障，正在停下。原因在 ${log}。\nduban broke and is stopping. The cause is in ${log}.`

export function startTrouble(trouble: StartTrouble): string {
  switch (trouble.code) {
    case 'redis-away':
      return '连不上 REDIS_URL 所指的 Redis，没有启动。请先启动 Redis，或核对地址和密码。\nThe Redis of REDIS_URL cannot be reached, so duban did not start. Start it, or check the address and password.'
    case 'log-broken':
      return `账本与写下时不一致，没有启动（${trouble.said}）。请运行 npm run --silent duban -- verify 看是哪一条，再从备份恢复。\nThe ledger is not what was written, so duban did not start (${trouble.said}). Run npm run --silent duban -- verify to see which entry, then restore a backup.`
    case 'folder-unusable':
      return `数据文件夹不能用，没有启动（${trouble.said}）。请检查 .duban 的权限和磁盘空间。\nThe data folder cannot be used, so duban did not start (${trouble.said}). Check the permissions of .duban and the disk.`
    case 'slack-refused':
      return `Slack 不接受这组令牌（${trouble.said}），没有启动。请核对 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN，见 docs/slack-setup.md。\nSlack refuses these tokens (${trouble.said}), so duban did not start. Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN; see docs/slack-setup.md.`
  }
}
