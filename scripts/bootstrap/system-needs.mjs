// What npm cannot install: how each is found, and what it is called where it can be had.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Whether PATH has one of these programs. */
export function isOnPath(...programs) {
  return programs.some((program) => (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program))))
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** macOS and Windows bring fonts for both, and no fontconfig to ask. */
const bringsFonts = process.platform === 'darwin' || process.platform === 'win32'

const fonts = (...query) => spawnSync('fc-list', [...query, 'family'], { encoding: 'utf8' }).stdout ?? ''

export const redis = {
  name: { zh: 'Redis', en: 'Redis' },
  isThere: () => isOnPath('redis-server', 'valkey-server'),
  packages: { apt: ['redis-server'], dnf: ['redis'], pacman: ['valkey'], apk: ['redis'], brew: ['redis'] },
}

const chromeOnMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** Found in the same places as in src/sandbox/browser-program.ts. */
export const browser = {
  name: { zh: 'Chromium 浏览器', en: 'Chromium' },
  isThere: () => isOnPath('chromium', 'chromium-browser', 'google-chrome') || (process.platform === 'darwin' && existsSync(chromeOnMac)),
  packages: { apt: ['chromium'], dnf: ['chromium'], pacman: ['chromium'], apk: ['chromium'], brew: ['google-chrome'] },
}

export const chineseFont = {
  name: { zh: '中文字体', en: 'a Chinese font' },
  isThere: () => bringsFonts || fonts(':lang=zh-cn').trim() !== '',
  packages: {
    apt: ['fonts-noto-cjk', 'fontconfig'],
    dnf: ['google-noto-sans-cjk-fonts', 'fontconfig'],
    pacman: ['noto-fonts-cjk', 'fontconfig'],
    apk: ['font-noto-cjk', 'fontconfig'],
    brew: [],
  },
}

export const emojiFont = {
  name: { zh: '表情符号字体', en: 'an emoji font' },
  isThere: () => bringsFonts || /emoji/i.test(fonts(':')),
  packages: {
    apt: ['fonts-noto-color-emoji', 'fontconfig'],
    dnf: ['google-noto-color-emoji-fonts', 'fontconfig'],
    pacman: ['noto-fonts-emoji', 'fontconfig'],
    apk: ['font-noto-emoji', 'fontconfig'],
    brew: [],
  },
}
