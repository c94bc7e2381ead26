// `npm run screenshots`: the pictures of the docs, taken from the page of a real sandbox, so that they cannot lie.
import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { conversationsOf } from '#test/e2e/conversation.ts'
import { openBrowser, phone as phoneSize, workspacePage } from '#test/e2e/workspace-page.ts'
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
  { name: 'leader-unit', who: leader, type: '/duban 汇总 县住建局' },
  { name: 'leader-changes', who: leader, type: '/duban 变化 6月20日' },
  { name: 'leader-why', who: leader, type: '/duban 为什么 p1-17' },
  { name: 'leader-history', who: leader, type: '/duban 记录 p1-9' },
  { name: 'leader-then', who: leader, type: '/duban 截至 6月20日 汇总' },
  { name: 'leader-question', who: leader, type: '教育局还有哪些没完成' },
  { name: 'leader-find', who: leader, type: '/duban 查 jyj' },
  { name: 'leader-instructs', who: leader, type: '/duban 批示 p1-9 请发改局和自然资源局7月10日前拿出用地方案' },
  { name: 'secretary-digest', who: secretary },
  { name: 'secretary-plan', who: secretary, type: '/duban 方案 p1' },
  { name: 'secretary-meeting', who: secretary, type: '/duban 会议 p1' },
  { name: 'secretary-review', who: secretary, type: '/duban 调度 红灯 7月10日' },
  { name: 'secretary-queue', who: secretary, type: '/duban 待审' },
  { name: 'secretary-settings', who: secretary, type: '/duban 提醒设置 p1' },
  { name: 'secretary-ahead', who: secretary, type: '/duban 提醒预告 明天' },
  { name: 'secretary-unit', who: secretary, type: '/duban 单位' },
  { name: 'secretary-doubts', who: secretary, type: '/duban 存疑 p1' },
  { name: 'help', who: contact, type: '/duban 帮助' },
  { name: 'town-mine', who: town, type: '/duban 我的' },
  { name: 'stranger', who: stranger, type: '/duban 汇总' },
  { name: 'home-contact', who: contact, home: true },
  { name: 'home-leader', who: leader, home: true },
  { name: 'home-secretary', who: secretary, home: true },
  { name: 'home-stranger', who: stranger, home: true },
]

/** A plan that the county does not have yet, and its later edition: one task more, one less, one changed. */
const first = await readFile(new URL('../examples/yunxi-water.txt', import.meta.url), 'utf8')
const second = first.replace('两座规模水厂', '三座规模水厂').replace(/(?<=^2、).*$/m, '建设智慧水务平台。2027年6月底前建成。（牵头单位：县水利局）')

await mkdir(pictures, { recursive: true })
const sandbox = await runSandbox()
const browser = await openBrowser()
try {
  const { page, become, send, openHome } = await workspacePage(browser, sandbox.facts.page)
  const phone = await workspacePage(browser, sandbox.facts.page, phoneSize)
  // Before anything is typed there: the day's message is the last.
  await phone.become(contact)
  await phone.page.waitForLoadState('networkidle')
  await phone.page.screenshot({ path: `${pictures}/contact-phone.png` })
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
  const talk = conversationsOf(sandbox.slack)
  await become(secretary)
  const picture = async (name: string): Promise<void> => {
    await page.waitForLoadState('networkidle')
    await page.locator('.main').screenshot({ path: `${pictures}/${name}.png` })
  }
  // A sitting of today, from its agenda to its minutes.
  await talk.type(secretary, '/duban 会议 安排 学校建设工作专班 今天 15:00 二楼会议室')
  await talk.type(secretary, '/duban 议程 加 研究县中消防整改')
  await picture('meeting-agenda')
  await talk.press(secretary, await talk.press(secretary, await talk.type(secretary, '/duban 签到'), '全部到会'), '开始')
  await picture('meeting-attendance')
  const decision = await talk.type(secretary, '议定：一是教育局牵头7月底前完成园舍排查；二是财政局7月20日前安排消防经费')
  await picture('meeting-decision')
  await talk.press(secretary, await talk.press(secretary, decision, '记为议定事项'), '记为议定事项')
  await talk.type(secretary, '/duban 纪要')
  await picture('meeting-minutes')
  const preview = await talk.type(secretary, first)
  await picture('import-preview')
  const question = await talk.press(secretary, preview, '逐条核对')
  await picture('import-question')
  await phone.become(secretary)
  await phone.page.screenshot({ path: `${pictures}/import-phone.png` })
  await talk.press(secretary, await talk.press(secretary, question, '返回预览'), '确认导入')
  await picture('import-done')
  const later = await talk.type(secretary, second)
  await picture('amend-offered')
  await talk.press(secretary, await talk.press(secretary, later, '作为修订版'), '确认修订')
  await picture('amend-done')
  // Last, for the clock goes on: the message of Monday morning.
  await talk.type(leader, '/duban 周报 开')
  await talk.type(secretary, '/duban 快进 4天')
  await become(leader)
  await picture('leader-brief')
  await phone.become(leader)
  await phone.page.waitForLoadState('networkidle')
  await phone.page.screenshot({ path: `${pictures}/brief-phone.png` })
} finally {
  await browser.close()
  await sandbox.end()
}
