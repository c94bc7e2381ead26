import { describe, expect, it } from 'vitest'
import { sandboxOptions } from '#src/sandbox/options.ts'
import { sandboxTrouble } from '#templates/sandbox-banner.ts'

describe('npm start --', () => {
  it('goes on from what is there, on the usual port, when nothing is said', () => {
    expect(sandboxOptions([])).toEqual({ ok: true, options: { fresh: false, port: 3900 } })
  })

  it.each([[['--fresh', '--port', '4000']], [['--port=4000', '--fresh']]])('%j starts over on port 4000', (argv) => {
    expect(sandboxOptions(argv)).toEqual({ ok: true, options: { fresh: true, port: 4000 } })
  })

  it.each(['', '80', '70000', '4000.5', 'abc', '--fresh', '0x1000'])('refuses "%s" as a port, quoting it', (given) => {
    const answer = sandboxOptions(['--port', given])
    expect(answer).toEqual({ ok: false, why: { code: 'port-unusable', given } })
  })

  it('names the option it does not know, and those there are', () => {
    const answer = sandboxOptions(['--frsh'])
    expect(answer.ok ? '' : sandboxTrouble(answer.why)).toMatch(/--frsh is not an option.*--fresh.*--port/)
  })
})
