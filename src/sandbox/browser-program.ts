import { existsSync } from 'node:fs'
import { onPath } from './on-path.ts'

const chromeOnMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The Chromium or Chrome of this machine, for playwright's `executablePath`; undefined when there is none. */
export function browserProgram(): string | undefined {
  return onPath(['chromium', 'chromium-browser', 'google-chrome']) ?? (process.platform === 'darwin' && existsSync(chromeOnMac) ? chromeOnMac : undefined)
}
