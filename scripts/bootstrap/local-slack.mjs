import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { stop } from './say.mjs'

/** Stops on a machine where the local Slack cannot run: it is one program for Linux on x64 with glibc. */
export function requireLocalSlackMachine() {
  if (process.platform === 'linux' && process.arch === 'x64' && !existsSync('/etc/alpine-release')) return
  const way = {
    win32: { zh: '在 WSL2 里运行', en: 'run it in WSL2' },
    darwin: { zh: '在 linux/amd64 容器里运行', en: 'run it in a linux/amd64 container' },
  }[process.platform] ?? { zh: '在 linux/amd64（glibc）容器里运行', en: 'run it in a linux/amd64 container with glibc' }
  stop(
    `本地 Slack 只有 linux-x64（glibc）版，本机是 ${process.platform}-${process.arch}。三种办法任选其一：\n` +
      `  1. 接入真实的 Slack 工作区：设置 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN（见 docs/slack-setup.md）；\n` +
      `  2. ${way.zh}；\n  3. 自备 local-slack 程序，用环境变量 LOCAL_SLACK_BIN 指明。`,
    `The local Slack exists for linux-x64 (glibc) only, and this is ${process.platform}-${process.arch}. Do one of three things:\n` +
      `  1. use a real Slack workspace: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (see docs/slack-setup.md);\n` +
      `  2. ${way.en};\n  3. bring a local-slack program and name it in the environment variable LOCAL_SLACK_BIN.`,
  )
}

/** Stops when npm left it out, as it quietly does with an optional package that it could not get. */
export function requireLocalSlackProgram(root) {
  if (existsSync(join(root, 'node_modules', 'local-slack-linux-x64', 'bin', 'local-slack'))) return
  stop(
    '本地 Slack（local-slack-linux-x64）没有装上，请重新安装依赖包：',
    'The local Slack (local-slack-linux-x64) is not installed; install the packages again:',
    'npm ci --ignore-scripts --include=optional',
  )
}
