// A leader asks for a picture, and it arrives in their conversation with the numbers of the screen beside it.
import { describe, expect, it } from 'vitest'
import { people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'

const { leader } = people

let talk: Conversations
inSandbox((story) => ({ talk } = story))

describe('图', () => {
  it('arrives as a picture, with the numbers of 汇总 and the moment in a sentence', async () => {
    const screen = said(await talk.type(leader, '/duban 汇总'))
    const [, done = '', green = ''] = /项中 ✅(\d+)办结 🟢(\d+)正常/.exec(screen) ?? []
    const message = await talk.type(leader, '图')
    expect(message.text).toMatch(new RegExp(`^进度图：全部方案\\(\\d个\\)\\d+项，已办结${done}、正常${green}、.*未报\\d+；截至2026年7月2日 \\d\\d:\\d\\d。$`))
    const [file] = message.files ?? []
    expect(file).toMatchObject({ name: '督办进度图-2026-07-02.png' })
    const bytes = Buffer.from(await (await fetch(file?.url_private ?? '', { headers: { authorization: 'Bearer xoxb-duban' } })).arrayBuffer())
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(1200)
  })

  it('of the units arrives too, of one plan and in English', async () => {
    expect((await talk.type(leader, '/duban chart units p1')).files?.[0]?.name).toMatch(/^(?:duban-units|督办单位红黄绿灯图)-2026-07-02\.png$/)
  })
})
