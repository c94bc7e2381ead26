// What a newcomer reads in the terminal when the sandbox starts, and when it cannot. Both languages at once: nobody has said theirs yet.

/** Why the sandbox did not start. */
export type SandboxTrouble =
  | { code: 'folder-in-use'; dir: string; pid: number }
  | { code: 'port-taken'; port: number }
  | { code: 'no-redis' }
  | { code: 'redis-failed'; output: string }
  | { code: 'no-local-slack'; platform: string }
  | { code: 'local-slack-bin-missing'; file: string }
  | { code: 'local-slack-failed'; output: string }

type Words = { [Code in SandboxTrouble['code']]: (why: Extract<SandboxTrouble, { code: Code }>) => string }

const words: Words = {
  'folder-in-use': ({ dir, pid }) =>
    `${dir} 正由另一个进程使用（pid ${pid}），请先停止它再启动。 ${dir} is in use by another process (pid ${pid}): stop it first.`,
  'port-taken': ({ port }) =>
    `端口 ${port} 已被占用，请换一个：npm start -- --port ${port + 1}。 Port ${port} is taken: choose another with npm start -- --port ${port + 1}.`,
  'no-redis': () =>
    '没有找到 redis-server 或 valkey-server：请先安装，或设置 REDIS_URL。 Neither redis-server nor valkey-server was found: install one, or set REDIS_URL.',
  'redis-failed': ({ output }) => `Redis 未能启动，它最后的输出： Redis did not start; its last words:\n${output}`,
  'no-local-slack': ({ platform }) =>
    `本机（${platform}）没有可用的本地 Slack 程序：请设置 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN 接入真实工作区，或在 WSL2、linux/amd64 容器中运行，或用 LOCAL_SLACK_BIN 指定程序。 ` +
    `There is no local Slack program for this machine (${platform}): set SLACK_BOT_TOKEN and SLACK_APP_TOKEN of a real workspace, run in WSL2 or a linux/amd64 container, or name a program in LOCAL_SLACK_BIN.`,
  'local-slack-bin-missing': ({ file }) => `LOCAL_SLACK_BIN 指定的程序 ${file} 不存在。 LOCAL_SLACK_BIN names ${file}, which does not exist.`,
  'local-slack-failed': ({ output }) => `本地 Slack 未能启动，它最后的输出： The local Slack did not start; its last words:\n${output}`,
}

/** One sentence in each language: what is wrong and what to do. */
export function sandboxTrouble(why: SandboxTrouble): string {
  // The mapped type above guarantees that a code and its words belong together.
  return (words[why.code] as (why: SandboxTrouble) => string)(why)
}
