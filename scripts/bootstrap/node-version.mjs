import { stop } from './say.mjs'

/** As package.json's `engines` says; npm itself only checks it when it installs. */
const needed = [20, 19]

/** Stops on a Node that is too old to run the rest. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return
  stop(
    `需要 Node ${needed.join('.')} 或更新版本，当前是 ${process.versions.node}：请升级后再试。`,
    `Node ${needed.join('.')} or newer is needed, and this is ${process.versions.node}: upgrade it (https://nodejs.org) and try again.`,
  )
}
