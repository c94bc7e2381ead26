import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { education, personnel, secretary } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

const bytes = new TextEncoder().encode('验收报告：合格')
const hash = createHash('sha256').update(bytes).digest('hex')

describe('evidence', () => {
  let list: SlackMessage

  it('sent with the number of its task is kept, in the ledger and on the disk', async () => {
    expect(said(await talk.share(education, '验收报告.txt', bytes, 'p1-18 验收报告'))).toContain('✅ 已存为佐证：p1-18 深化“县管校聘”管理改革 · 验收报告.txt')
    expect(await readFile(join(dirname(sandbox.facts.log), 'evidence', hash.slice(0, 2), hash))).toEqual(Buffer.from(bytes))
  })

  it('is listed for anybody who sees the task, and comes back on a tap to whoever asked', async () => {
    list = await talk.type(secretary, '/duban 佐证 p1-18')
    expect(said(list)).toContain(`📎 验收报告.txt · 县教育局苏晚晴 7月2日 · 1 KB · 校验 ${hash.slice(0, 12)}`)
    expect(buttons(list)).toContain('取回')
    await sandbox.slack.click(secretary, { ...list, label: '取回' })
    const given = await sandbox.slack.until('the file to come back', async () => (await sandbox.slack.dm(secretary)).find(({ files }) => files?.some(({ name }) => name === '验收报告.txt') === true))
    expect(given.bot_id).toBeDefined()
  })

  it('sent without a word is put with what was just reported, or its task is asked', async () => {
    const asked = await talk.hears(personnel, '请今天填报：17 及时补充紧缺学科教师')
    expect(said(await talk.share(personnel, '公告.png', new TextEncoder().encode('png'), undefined))).toMatch(/哪一项的佐证|已存为佐证/)
    await talk.press(personnel, asked, '正常推进')
    expect(said(await talk.share(personnel, '公告2.png', new TextEncoder().encode('png2')))).toContain('您刚填报过这一项')
  })

  it('in the thread of a message is of its task', async () => {
    const asked = await talk.hears(personnel, '17 及时补充紧缺学科教师')
    const answer = await talk.share(personnel, '名单.txt', new TextEncoder().encode('名单'), undefined, asked)
    expect(said(answer)).toContain('已存为佐证：p1-17 及时补充紧缺学科教师 · 名单.txt')
    expect(said(answer)).not.toContain('您刚填报过')
  })
})
