// Somebody who reads English chooses it: what they ask and what they are told is in it from then on, and nobody else's words change.
import { describe, expect, it } from 'vitest'
import { buttons, keyOf, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'

const { leader, secretary } = people

let talk: Conversations
inSandbox((story) => ({ talk } = story))

describe('a language', () => {
  it('is chosen by a button that is written in it', async () => {
    const choice = await talk.type(leader, '/duban 语言')
    expect(buttons(choice)).toEqual(['中文', 'English'])
    expect(said(await talk.press(leader, choice, 'English'))).toContain('English from now on')
  })

  it('is that of every answer from then on, whatever was typed', async () => {
    expect(said(await talk.type(leader, '/duban 汇总'))).toMatch(/on track[^]*26\/35 reported/)
    expect(said(await talk.type(leader, '/duban brief on'))).toContain('08:30')
  })

  it('is nobody else’s', async () => expect(said(await talk.type(secretary, '/duban 汇总'))).toMatch(/45项/))

  it('is that of what the bot says by itself', async () => {
    await talk.type(secretary, '/duban 快进 4天')
    const brief = (await talk.told(leader)).findLast((message) => keyOf(message)?.startsWith('brief/') === true)
    if (brief === undefined) throw new Error('no brief has come')
    expect(said(brief)).toMatch(/on track/)
    expect(said(brief)).not.toMatch(/本周到期|截至/)
  })

  it('goes back as it came', async () => {
    expect(said(await talk.type(leader, '/duban language 中文'))).toContain('以后用中文')
    expect(said(await talk.type(leader, '/duban 汇总'))).toMatch(/45项/)
  })
})
