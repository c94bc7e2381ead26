// What a newcomer reads in the terminal when the sandbox starts, and when it cannot. Both languages at once: nobody has said theirs yet.

export type SandboxBanner = {
  page: string
  /** Named as the page's "Act as" list names them. The first of each role is who a newcomer is told to be. */
  people: readonly { name: string; role: string; unit: string | null }[]
  /** What there is to see at the moment it opens on, in the same two languages; printed as it is. */
  lines: readonly string[]
}

type Step = { role: string; as: { zh: string; en: string }; zh: string; en: string }

/** Three people's first minute, and then time. A step is left out where nobody has the role. */
const steps: readonly Step[] = [
  { role: 'secretary', as: { zh: '督查室', en: 'the secretary' }, zh: '输入 /duban 方案，看有哪些方案；/duban 帮助 列出其余', en: 'type /duban plan to see the plans; /duban help lists the rest' },
  { role: 'contact', as: { zh: '联络员', en: 'a contact' }, zh: '在左侧点自己的名字（与“督办”的私聊），在提醒上点 [正常推进]', en: 'open the conversation under your own name (督办 writes to you there) and press [正常推进] on the notice' },
  { role: 'leader', as: { zh: '领导', en: 'the leader' }, zh: '输入 /duban 汇总，看红黄绿灯和原因', en: 'type /duban summary to see the lights and their reasons' },
  { role: 'secretary', as: { zh: '督查室', en: 'the secretary' }, zh: '输入 /duban 快进 到下一次提醒，到期的提醒随即送达', en: 'type /duban 快进 到下一次提醒 to skip to the next reminder: it arrives at once' },
]

/** The contact of the education bureau carries most tasks of a real plan, so that is whose day is worth living. */
const busiestUnit = '教育局'

/** Printed once, when everything runs. */
export function sandboxBanner({ page, people, lines }: SandboxBanner): string {
  return [
    '',
    '督办沙箱已启动。 The duban sandbox is running.',
    '',
    `  用浏览器打开   ${page}`,
    `  Open it in a browser; choose who to be in its "Act as" list.`,
    '',
    ...lines.map((line) => `  ${line}`),
    ...(lines.length > 0 ? [''] : []),
    ...steps.flatMap((step) => wordedStep(step, people)).map((line) => `  ${line}`),
    '',
    '  注意：这个本地工作区监听所有网络接口，且不检查身份，请勿在多人共用的主机上运行。',
    '  Mind: the local workspace listens on all interfaces and checks nobody; never run it on a shared host.',
    '',
    '  停止：Ctrl-C，再次 npm start 接着用。 清空重来：npm start -- --fresh 。 换端口：npm start -- --port 4000 。',
    '  Stop: Ctrl-C; npm start again goes on. Start over: npm start -- --fresh. Another port: npm start -- --port 4000.',
    '',
  ].join('\n')
}

function wordedStep({ role, as, zh, en }: Step, people: SandboxBanner['people']): string[] {
  const holders = people.filter((person) => person.role === role)
  const person = holders.find(({ name, unit }) => `${unit ?? ''}${name}`.includes(busiestUnit)) ?? holders[0]
  return person === undefined ? [] : [`· ${as.zh} ${person.name}：${zh}`, `  As ${as.en} ${person.name}: ${en}.`]
}

/** Why the sandbox did not start. */
export type SandboxTrouble =
  | { code: 'option-unknown'; given: string }
  | { code: 'port-unusable'; given: string }
  | { code: 'folder-in-use'; dir: string; pid: number }
  | { code: 'port-taken'; port: number }
  | { code: 'no-redis' }
  | { code: 'redis-failed'; output: string }
  | { code: 'no-local-slack'; platform: string }
  | { code: 'local-slack-bin-missing'; file: string }
  | { code: 'local-slack-failed'; output: string }

type Words = { [Code in SandboxTrouble['code']]: (why: Extract<SandboxTrouble, { code: Code }>) => string }

const words: Words = {
  'option-unknown': ({ given }) =>
    `不认识选项 ${given}：只有 --fresh（清空重来）和 --port 端口号。 ${given} is not an option: there are --fresh (start over) and --port NUMBER.`,
  'port-unusable': ({ given }) =>
    `--port 后面要写 1024 到 65535 之间的端口号（0 为任意空闲端口），而不是“${given}”。 --port takes a number from 1024 to 65535 (0 for any free one), not "${given}".`,
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
