import { readFileSync } from 'node:fs'
import { commands } from '#commands/index.ts'
import { describe, expect, it } from 'vitest'
import { manifestFor, manifestText } from '#src/slack/manifest.ts'
import { nothingSeen, tinyCommands } from './tiny-bot.ts'

describe('the manifest', () => {
  it('in the repository is the one the commands make: npm run manifest', () => {
    expect(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8')).toBe(manifestText(commands))
  })

  it('hints at the commands people type, not at those of buttons or the sandbox', () => {
    const [ping, ...others] = tinyCommands(nothingSeen())
    if (ping === undefined) throw new Error('no command')
    const { usage_hint: hint } = manifestFor([{ ...ping, hidden: true }, ...others.map((command) => ({ ...command, sandboxOnly: command.name.en === 'publish' }))]).features.slash_commands[0] ?? {}
    expect(hint).toBe('填报 | 核对 | 我的 | help')
  })

  it('keeps Slack’s limits', () => {
    const { display_information: shown, features } = manifestFor(tinyCommands(nothingSeen()))
    expect(shown.name.length).toBeLessThanOrEqual(35)
    expect(shown.description.length).toBeLessThanOrEqual(140)
    expect(features.slash_commands[0]?.command).toMatch(/^\/[a-z]{1,31}$/)
  })
})
