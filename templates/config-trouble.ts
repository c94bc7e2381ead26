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
