// A newcomer, in the page itself: the only test that sees what a person sees.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { people } from './conversation.ts'
import { runSandbox, type RunningSandbox } from './running-sandbox.ts'
import { openBrowser, workspacePage, type WorkspacePage } from './workspace-page.ts'

const pictures = fileURLToPath(new URL('../../test-results', import.meta.url))

const brooks = `云溪县小微河道整治方案（2026—2027年）

一、重点任务

1. 开展河道排查。2026年8月底前完成全县小微河道排查。（牵头单位：县财政局；配合单位：各乡镇）

2. 清理河岸垃圾。建立定期清理制度。（责任单位：县卫健局）
`

let sandbox: RunningSandbox
let browser: Browser
let here: WorkspacePage
let page: Page
beforeAll(async () => {
  ;[sandbox, browser] = await Promise.all([runSandbox(), openBrowser()])
  here = await workspacePage(browser, sandbox.facts.page)
  ;({ page } = here)
  page.setDefaultTimeout(10_000)
})
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${task.name.replace(/\W+/g, '-')}.png` })
})
afterAll(async () => {
  await browser.close()
  await sandbox.end()
})

const sees = async (words: string | RegExp): Promise<void> => here.messages().getByText(words).last().waitFor()

describe('a newcomer in the page', () => {
  it('becomes the secretary and finds out what to do', async () => {
    await here.become(people.secretary)
    await sees(/沈若兰您好，您在这里是县政府督查室主任/)
  })

  it('pastes a plan and sees what was read', async () => {
    await here.send(brooks)
    await sees(/2项·\d+单位·0处存疑/)
    await sees(/现在还没有写入，也没有通知任何人/)
  })

  it('confirms it', async () => {
    await here.press('确认导入')
    await sees(/已导入《云溪县小微河道整治方案（2026—2027年）》（p3），共2项/)
  })

  it('sees whom it would tell, and tells them', async () => {
    await here.press('通知联络员')
    await sees(/将就《云溪县小微河道整治方案（2026—2027年）》通知\d人，共2项/)
    await here.press('通知')
    await sees(/已通知\d人/)
  })

  it('becomes a contact, who has been told', async () => {
    await here.become(people.finance)
    await sees(/您负责1项，最近一项8月31日\(周一\)到期/)
  })

  it('answers by one tap', async () => {
    await here.become(people.personnel)
    await sees(/请今天填报：17 及时补充紧缺学科教师/)
    await here.press('正常推进')
    await sees(/县人社局陆晓枫 7月2日 \d\d:\d\d 已填报：正常推进/)
  })

  it('moves the clock, and the reminder is there', async () => {
    await here.become(people.housing)
    await here.send('/duban 快进 到下一次提醒')
    await sees(/现在是2026年7月\d+日\(周.\) 09:00/)
    await here.send('/duban 快进 7天')
    await sees(/14 改善县中办学条件，应于7月15日|请于7月15日\(周三\)前填报：14 改善县中办学条件/)
  })

  it('becomes the leader, and reads the screen', async () => {
    await here.become(people.leader)
    await here.send('/duban 汇总')
    await sees(/47项中 ✅\d+办结 🟢\d+正常 🟡\d+预警 🔴\d+滞后 ⚪\d+待定/)
    await sees(/原因：.+；下一步：/)
    await sees(/截至2026年7月|截至7月/)
    await page.getByRole('button', { name: /红灯 \d+/ }).last().click()
    await sees(/🔴 滞后：共\d+项/)
  })

  it('opens the Home tab of whoever it is', async () => {
    await here.openHome()
    await page.getByText(/47项中/).last().waitFor()
    expect(await page.getByText(/出了故障/).count()).toBe(0)
  })
})
