import { spawnSync } from 'node:child_process'
import { say, stop } from './say.mjs'
import { isOnPath } from './system-needs.mjs'

const isRoot = process.getuid?.() === 0

/** How each package manager is told to install; the first that this system has is used. */
const managers = [
  { program: 'apt-get', key: 'apt', command: (names) => `${sudo()}apt-get update && ${sudo()}apt-get install -y --no-install-recommends ${names}` },
  { program: 'dnf', key: 'dnf', command: (names) => `${sudo()}dnf install -y ${names}` },
  { program: 'pacman', key: 'pacman', command: (names) => `${sudo()}pacman -S --needed ${names}` },
  { program: 'apk', key: 'apk', command: (names) => `${sudo()}apk add ${names}` },
  { program: 'brew', key: 'brew', command: (names) => `brew install ${names}` },
]
const sudo = () => (isRoot ? '' : 'sudo ')

/** Sees to it that all of this is there: as root on Debian or Ubuntu it is installed; elsewhere it stops with what to type. */
export function provide(needs) {
  const missing = needs.filter((need) => !need.isThere())
  if (missing.length === 0) return
  const zh = missing.map(({ name }) => name.zh).join('、')
  const en = missing.map(({ name }) => name.en).join(', ')

  const manager = managers.find(({ program }) => isOnPath(program))
  if (manager === undefined) stop(`缺少 ${zh}：请先安装，再重新运行。`, `Missing: ${en}. Install that first, then try again.`)
  const packages = [...new Set(missing.flatMap((need) => need.packages[manager.key]))]
  const command = manager.command(packages.join(' '))
  if (manager.key !== 'apt' || !isRoot) stop(`缺少 ${zh}。请运行下面这条命令，再重新运行：`, `Missing: ${en}. Type this, then try again:`, command)

  say(`正在用 apt-get 安装 ${zh}（${packages.join(' ')}），可能要一两分钟。`, `Installing ${en} with apt-get (${packages.join(' ')}); it may take a minute or two.`)
  const failed = firstFailure([
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ])
  if (failed !== undefined) stop(`${failed}\napt-get 没有装上 ${zh}，以上是它的输出。请检查后运行：`, `apt-get did not install ${en}; its own words are above. Look into it and type:`, command)
  const still = missing.filter((need) => !need.isThere())
  if (still.length > 0)
    stop(
      `装完之后仍然找不到 ${still.map(({ name }) => name.zh).join('、')}（Ubuntu 的 chromium 包只是 snap 的壳：请改装 google-chrome）。`,
      `Still missing after installing: ${still.map(({ name }) => name.en).join(', ')} (Ubuntu's chromium package is only a door to snap: install google-chrome instead).`,
    )
}

/** Runs apt-get with each list of arguments in turn; the output of the first that failed. */
function firstFailure(runs) {
  for (const args of runs) {
    const { status, error, stdout, stderr } = spawnSync('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    if (status !== 0) return `apt-get ${args.join(' ')}\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`.trim()
  }
  return undefined
}
