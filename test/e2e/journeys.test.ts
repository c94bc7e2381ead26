// Four people, each in the page itself: what they see and press, from the first thing to the last. Pictures of each step are kept for whoever looks.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from './conversation.ts'
import { runBundledSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'
import { openBrowser, phone, workspacePage, type WorkspacePage } from './workspace-page.ts'

const pictures = fileURLToPath(new URL('../../test-results/journeys', import.meta.url))

let sandbox: RunningSandbox
let browser: Browser
let onPhone: WorkspacePage
let onDesk: WorkspacePage
beforeAll(async () => {
  await mkdir(pictures, { recursive: true })
  ;[sandbox, browser] = await Promise.all([runBundledSandbox(), openBrowser()])
  onPhone = await workspacePage(browser, sandbox.facts.page, phone)
  onDesk = await workspacePage(browser, sandbox.facts.page)
  for (const { page } of [onPhone, onDesk]) page.setDefaultTimeout(15_000)
})
afterAll(async () => {
  await browser.close()
  await sandbox.end()
})

const sees = async (where: WorkspacePage, words: string | RegExp, picture?: string): Promise<void> => {
  await where.messages().getByText(words).last().waitFor()
  if (picture !== undefined) await where.page.screenshot({ path: `${pictures}/${picture}.png` })
}
/** Nothing that is shown is wider than the screen. */
const fits = async ({ page }: WorkspacePage): Promise<void> => expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)

describe('a contact on a phone', () => {
  it('looks at the lines of the unit and finds them right with one tap', async () => {
    await onPhone.become(people.development)
    await onPhone.send('单位核对 p1')
    await sees(onPhone, /请核对县发改局在/, 'contact-1-check')
    await onPhone.page.getByRole('button', { name: /全部无异议|这\d+项无异议/ }).last().click()
    await sees(onPhone, /无异议/, 'contact-2-checked')
    await fits(onPhone)
  })

  it('answers by one tap, and takes it back', async () => {
    await onPhone.become(people.personnel)
    await sees(onPhone, /请今天填报：17 及时补充紧缺学科教师/)
    await onPhone.press('正常推进')
    await sees(onPhone, /已记录 \d\d:\d\d/, 'contact-3-recorded')
    await onPhone.press('撤销')
    await sees(onPhone, /已撤销/, 'contact-4-taken-back')
    await fits(onPhone)
  })

  it('asks for a later day', async () => {
    await onPhone.become(people.education)
    await onPhone.send('延期 p1-18 2026-09-30 细则要先经教代会')
    await sees(onPhone, /已申请延期 · p1-18/, 'contact-5-extension')
    await fits(onPhone)
  })

  it('says in words how it stands, and confirms what was read', async () => {
    await onPhone.send('22号任务已完成选题,40%,9月底结题')
    await sees(onPhone, /按此记录/, 'contact-6-said')
    await onPhone.press('确认')
    await sees(onPhone, /已记录 \d\d:\d\d/, 'contact-7-confirmed')
    await fits(onPhone)
  })
})

describe('a secretary who reviews', () => {
  it('goes through what waits without leaving the message', async () => {
    await onDesk.become(people.secretary)
    await onDesk.send('待审')
    await sees(onDesk, /待审：办结申请 · p1-25 保障校园食品安全/, 'reviewer-1-queue')
    await onDesk.press('同意办结')
    await sees(onDesk, /待审：延期申请 · p1-18/, 'reviewer-2-next')
    await onDesk.press('同意延到9月30日')
    // What came late is not to be ruled on, only to be known.
    await sees(onDesk, /没有要审的了/, 'reviewer-3-done')
  })

  it('and the contact hears of it once', async () => {
    await onPhone.become(people.education)
    await sees(onPhone, /延期已同意：18/, 'reviewer-4-contact-told')
    await fits(onPhone)
  })
})

describe('a secretary who collects', () => {
  it('sees whom a round would ask, and opens it', async () => {
    await onDesk.become(people.secretary)
    await onDesk.send('轮次 开 p1 7月10日 红黄灯')
    await sees(onDesk, /将开“.+”：\d+项，通知\d+人，每人一条/, 'secretary-1-preview')
    await onDesk.press('开轮次')
    await sees(onDesk, /已开/, 'secretary-2-opened')
  })

  it('closes it and publishes what came of it', async () => {
    await onDesk.send('轮次 看 p1-n1')
    await sees(onDesk, /已报\d+/, 'secretary-3-watch')
    await onDesk.send('轮次 关闭 p1-n1')
    await sees(onDesk, /已关闭/, 'secretary-4-closed')
    await onDesk.send('轮次 发布 p1-n1')
    await onDesk.press('确认发布')
    await sees(onDesk, /结果已于.+发布/, 'secretary-5-published')
  })
})

describe('the head of a unit', () => {
  it('sees the whole of it on a phone, and hands an item to somebody', async () => {
    await onPhone.become(people.educationHead)
    await onPhone.send('我的')
    await sees(onPhone, /县教育局待办\d+项/, 'head-1-mine')
    await onPhone.send('分派 p1-4 <@U0DBXR01> 乔安')
    await sees(onPhone, /已分派给乔安/, 'head-2-handed')
    await fits(onPhone)
  })

  it('names another contact of the unit', async () => {
    await onPhone.send('人员 指定 @段林峰 县教育局')
    await sees(onPhone, /段林峰/, 'head-3-contact')
    await onPhone.openHome()
    await onPhone.page.getByText(/方叔文，您好/).last().waitFor()
    await onPhone.page.screenshot({ path: `${pictures}/head-4-home.png` })
    await fits(onPhone)
  })
})
