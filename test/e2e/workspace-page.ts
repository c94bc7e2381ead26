// The local workspace's page in a real browser, as a person uses it.
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { browserProgram } from '#src/sandbox/browser-program.ts'
import { county } from '#src/sandbox/county.ts'
import { shownName } from '#src/sandbox/workspace.ts'

/** Without these, Chromium looks for its maker's servers at every start. */
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export async function openBrowser(): Promise<Browser> {
  const executablePath = browserProgram()
  if (executablePath === undefined) throw new Error('no Chromium here: `npm test` installs it or says how')
  return chromium.launch({ executablePath, args: quiet })
}

export type WorkspacePage = {
  page: Page
  /** Becomes somebody and opens their conversation with the bot. */
  become: (slackId: string) => Promise<void>
  openHome: () => Promise<void>
  /** Types into the open conversation; a text with line breaks is pasted as it is. */
  send: (text: string) => Promise<void>
  /** The messages of the open conversation, oldest first. */
  messages: () => Locator
  /** Presses the last button of that name on the screen. */
  press: (label: string) => Promise<void>
}

const desk = { width: 1280, height: 900 }
/** A phone of today, on which a chat app shows one conversation at a time. */
export const phone = { width: 390, height: 844 }
const oneColumn = '.on-phone .sidebar, .on-phone .topbar { display: none !important }'

export async function workspacePage(browser: Browser, address: string, viewport = desk): Promise<WorkspacePage> {
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2 })
  await page.goto(address)
  await page.addStyleTag({ content: oneColumn })
  const asPhone = async (isPhone: boolean): Promise<void> => {
    await page.evaluate(`document.documentElement.classList.toggle('on-phone', ${String(isPhone && viewport.width < 600)})`)
  }
  const conversationOf = (slackId: string): Locator => {
    const person = county.people.find((candidate) => candidate.slackId === slackId)
    if (person === undefined) throw new Error(`nobody has the account ${slackId}`)
    return page.locator('.sidebar-item', { hasText: shownName(person) })
  }
  return {
    page,
    async become(slackId) {
      await asPhone(false)
      await page.locator('.actas select').selectOption(slackId)
      await conversationOf(slackId).click()
      await asPhone(true)
    },
    async openHome() {
      await asPhone(false)
      await page.locator('.sidebar-item', { hasText: '🏠' }).click()
      await asPhone(true)
    },
    async send(text) {
      await page.locator('textarea.composer-input').fill(text)
      await page.locator('.composer-send').click()
    },
    messages: () => page.locator('.messages'),
    press: async (label) => page.getByRole('button', { name: label, exact: true }).last().click(),
  }
}
