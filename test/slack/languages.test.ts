// In which language somebody uses Slack: asked once, waited for shortly, and learnt before anything is sent.
import { describe, expect, it } from 'vitest'
import { languageOf } from '#src/directory/language.ts'
import { languages } from '#src/slack/languages.ts'

const locales: Record<string, string | undefined> = { U1: 'en-US', U2: 'zh-CN' }
function slack(broken: readonly string[] = []): { asked: string[]; spoken: ReturnType<typeof languages> } {
  const asked: string[] = []
  return { asked, spoken: languages((user) => (asked.push(user) > 0 && broken.includes(user) ? Promise.reject(new Error('down')) : Promise.resolve(locales[user]))) }
}

describe('the language of somebody’s Slack', () => {
  it('is not known before it was asked for, and is once they were answered', async () => {
    const { spoken } = slack()
    expect(spoken.known('U1')).toBeUndefined()
    expect(await spoken.of('U1')).toBe('en')
    expect(spoken.known('U1')).toBe('en')
  })

  it('is learnt of those that are not known, and asked for again where Slack did not say', async () => {
    const { spoken, asked } = slack(['U3'])
    await spoken.of('U2')
    await spoken.learn(['U1', 'U2', 'U3'])
    await spoken.learn(['U1', 'U2', 'U3'])
    for (let again = 0; again < 3; again += 1) await spoken.learn(['U1', 'U2', 'U3'])
    expect(asked).toEqual(['U2', 'U1', 'U3', 'U3', 'U3'])
    expect(['U1', 'U2', 'U3'].map(spoken.known)).toEqual(['en', 'zh', undefined])
  })

  it('is asked last of those of whom it was asked in vain', async () => {
    const { spoken, asked } = slack(['U3'])
    await spoken.learn(['U3'])
    await spoken.learn(['U3', 'U1'])
    expect(asked).toEqual(['U3', 'U1', 'U3'])
  })

  it('is learnt of some at a time', async () => {
    const { spoken, asked } = slack()
    const all = Array.from({ length: 30 }, (_, at) => `U1${at}`)
    await spoken.learn(all)
    expect(asked).toHaveLength(20)
    await spoken.learn(all)
    expect(asked).toEqual(all)
  })

  it('is not waited for where Slack does not answer', async () => {
    const spoken = languages(() => new Promise(() => undefined))
    await spoken.learn(['U1'])
    expect(spoken.known('U1')).toBeUndefined()
  })
})

describe('in which language somebody is answered and told', () => {
  it('is the one they chose, else that of their chat, else Chinese', () => {
    expect(languageOf({ language: 'zh' }, 'en')).toBe('zh')
    expect(languageOf({}, 'en')).toBe('en')
    expect(languageOf({}, undefined)).toBe('zh')
    expect(languageOf(undefined, 'en')).toBe('en')
  })
})
