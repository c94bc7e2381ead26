// Monday's brief: a leader asks for it with a button, and it comes on Monday morning, once.
import { describe, expect, it } from 'vitest'
import type { SlackMessage } from '#src/sandbox/local-slack-shapes.ts'
import { buttons, keyOf, people, said, type Conversations } from './conversation.ts'
import { inSandbox } from './in-sandbox.ts'
import type { RunningSandbox } from './running-sandbox.ts'

const { leader, secretary, education } = people

let sandbox: RunningSandbox
let talk: Conversations
inSandbox((story) => ({ sandbox, talk } = story))

const briefsOf = async (person: string): Promise<SlackMessage[]> => (await talk.told(person)).filter((message) => keyOf(message)?.startsWith('brief/') === true)
const moves = async (by: string): Promise<string> => said(await talk.type(secretary, `/duban 快进 ${by}`))

describe('Monday’s brief', () => {
  it('is a button behind … on the leader’s Home, and on nobody else’s', async () => {
    const homeOf = async (person: string): Promise<string> => JSON.stringify(await sandbox.slack.openHome(person))
    expect(await homeOf(leader)).toContain('每周一早发我')
    expect(await homeOf(education)).not.toContain('每周一早发我')
  })

  it('is asked for in one press, and says when it comes', async () => {
    const shown = await talk.type(leader, '/duban 周报')
    expect(said(shown)).toMatch(/周一简报[^]*45项中[^]*本周到期（6月29日至7月5日）/)
    expect(said(await talk.type(leader, '/duban 周报 开'))).toMatch(/每周第一个工作日08:30[^]*下一次是7月6日\(周一\)/)
    expect(await briefsOf(leader)).toEqual([])
  })

  it('comes on Monday at half past eight, before the digests, with what is due in the week', async () => {
    await moves('2天')
    expect(await briefsOf(leader)).toEqual([])
    expect(await moves('到下一次提醒')).toContain('7月6日(周一) 08:30')
    const [brief, ...more] = await briefsOf(leader)
    if (brief === undefined) throw new Error('no brief has come')
    expect(more).toEqual([])
    expect(said(brief)).toMatch(/周一简报[^]*45项中[^]*本周到期（7月6日至7月12日）[^]*截至7月6日 08:30/)
    expect(buttons(brief)).toEqual(expect.arrayContaining([expect.stringContaining('红灯'), '按单位']))
    expect(await briefsOf(secretary)).toEqual([])
  })

  it('opens its lists where they are pressed', async () => {
    const [brief] = await briefsOf(leader)
    if (brief === undefined) throw new Error('no brief has come')
    expect(said(await talk.press(leader, brief, buttons(brief).find((label) => label.includes('红灯')) ?? ''))).toContain('滞后')
  })

  it('comes once, and the week after once more, until it is not wanted', async () => {
    await moves('1天')
    expect(await briefsOf(leader)).toHaveLength(1)
    await moves('7天')
    expect(await briefsOf(leader)).toHaveLength(2)
    expect(said(await talk.type(leader, '/duban 周报 关'))).toContain('不再给您发周一简报')
    await moves('7天')
    expect(await briefsOf(leader)).toHaveLength(2)
  })
})
