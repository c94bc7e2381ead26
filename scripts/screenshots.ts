// `npm run screenshots`: the pictures of the docs, taken from the page of a real sandbox, so that they cannot lie.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openBrowser, workspacePage } from '#test/e2e/workspace-page.ts'
import { runSandbox } from '#test/e2e/running-sandbox.ts'

const pictures = fileURLToPath(new URL('../docs/images', import.meta.url))
const [secretary, leader, contact, town, stranger] = ['U0DBMS01', 'U0DBLD01', 'U0DBJY01', 'U0DBQS01', 'U0DBXR01'] as const

/** What is typed or opened before a picture is taken; without either it is the conversation as it stands. */
type Shot = { name: string; who: string; type?: string; home?: true }

const shots: readonly Shot[] = [
  { name: 'contact-digest', who: contact },
  { name: 'contact-mine', who: contact, type: '/duban 我的' },
  { name: 'contact-report', who: contact, type: '/duban 填报 21 60 统一登录已接通' },
  { name: 'leader', who: leader, type: '/duban 汇总' },
  { name: 'leader-red', who: leader, type: '/duban 任务 红灯' },
  { name: 'leader-task', who: leader, type: '/duban 任务 p1-9' },
  { name: 'leader-rural', who: leader, type: '/duban 汇总 p2' },
  { name: 'secretary-digest', who: secretary },
  { name: 'secretary-plan', who: secretary, type: '/duban 方案 p1' },
  { name: 'secretary-meeting', who: secretary, type: '/duban 会议 p1' },
  { name: 'secretary-review', who: secretary, type: '/duban 调度 红灯 7月10日' },
  { name: 'secretary-doubts', who: secretary, type: '/duban 存疑 p1' },
  { name: 'help', who: contact, type: '/duban 帮助' },
  { name: 'town-mine', who: town, type: '/duban 我的' },
  { name: 'stranger', who: stranger, type: '/duban 汇总' },
  { name: 'home-contact', who: contact, home: true },
  { name: 'home-leader', who: leader, home: true },
  { name: 'home-secretary', who: secretary, home: true },
  { name: 'home-stranger', who: stranger, home: true },
]

await mkdir(pictures, { recursive: true })
const sandbox = await runSandbox()
const browser = await openBrowser()
try {
  const { page, become, send, openHome } = await workspacePage(browser, sandbox.facts.page)
  const phone = await workspacePage(browser, sandbox.facts.page, { width: 390, height: 844 })
  for (const { name, who, type, home } of shots) {
    await become(who)
    const channel = await sandbox.slack.dmChannel(who)
    if (home === true) {
      await sandbox.slack.openHome(who)
      await openHome()
    }
    if (type !== undefined) await sandbox.slack.answer(who, channel, async () => send(type))
    await page.waitForLoadState('networkidle')
    await page.locator('.main').screenshot({ path: `${pictures}/${name}.png` })
  }
  await phone.become(contact)
  await phone.page.screenshot({ path: `${pictures}/contact-phone.png` })
} finally {
  await browser.close()
  await sandbox.end()
}
