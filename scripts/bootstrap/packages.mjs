import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say, stop } from './say.mjs'

/** Runs `npm ci` when what is installed is not what package-lock.json names. */
export function installPackages(root, purpose) {
  if (areInstalled(root, purpose)) return
  say('正在安装依赖包（npm ci），约需半分钟。', 'Installing packages (npm ci); it takes about half a minute.')
  // No dependency has an install script that matters. Set here and not in .npmrc, where it would also stop our own prestart and pretest.
  const args = ['ci', '--ignore-scripts', '--include=optional', ...(purpose === 'test' ? ['--include=dev'] : []), '--no-audit', '--no-fund', '--loglevel=error']
  // Under npm, its own program is known; that also spares the shell that npm.cmd needs on Windows.
  const npm = process.env.npm_execpath
  const { status, error } =
    npm === undefined ? spawnSync('npm', args, { cwd: root, stdio: 'inherit' }) : spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
  if (status === 0) return
  stop(
    `依赖包没有装上${error ? `（${error.message}）` : ''}，以上是 npm 的输出。请检查网络后再试：`,
    `The packages were not installed${error ? ` (${error.message})` : ''}; npm's own words are above. Check the network and try again:`,
    'npm ci --ignore-scripts',
  )
}

/** npm writes node_modules/.package-lock.json last, so an install that was cut short does not count. */
function areInstalled(root, purpose) {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const installed = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(([path, { version, integrity, optional, dev, os, cpu }]) => {
      if (path === '') return true
      const there = installed[path]
      if (there !== undefined) return there.version === version && there.integrity === integrity
      if (dev && purpose === 'start') return true // whoever runs the bot in production omits them
      return optional === true && !(path === 'node_modules/local-slack-linux-x64' && os.includes(process.platform) && cpu.includes(process.arch))
    })
  } catch {
    return false
  }
}
