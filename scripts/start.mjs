// npm start, and what a service runs: the bot of just these files, made once and kept.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stop } from './bootstrap/say.mjs'
import { built } from './build.mjs'

// What goes wrong is said with the lines as they were written.
process.setSourceMapsEnabled(true)
const folder = await built().catch((error) => {
  if (!['EACCES', 'EROFS', 'ENOSPC', 'EPERM'].includes(error?.code)) throw error
  stop(`不能在 node_modules/.cache 里写入（${error.message}）。请用有写权限的用户先运行一次：`, `node_modules/.cache cannot be written (${error.message}). As a user who may write there, run this once:`, 'npm run build')
})
await import(pathToFileURL(join(folder, 'main.mjs')).href)
