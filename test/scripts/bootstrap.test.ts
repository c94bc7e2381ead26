import { accessSync, constants } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bareMachine, isRoot } from './bare-machine.ts'

const runsLocalSlack = process.platform === 'linux' && process.arch === 'x64'
const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
const otherSystem = (platform: string, arch: string) =>
  `Object.defineProperty(process,"platform",{value:"${platform}"});Object.defineProperty(process,"arch",{value:"${arch}"})`

/** A machine with all that `npm test` needs. */
function fullMachine() {
  const machine = bareMachine()
  machine.program('redis-server')
  machine.program('chromium')
  machine.program('fc-list', 'echo "Noto Sans CJK SC"; echo "Noto Color Emoji"')
  return machine
}

describe.runIf(runsLocalSlack)('the bootstrap, when everything is there', () => {
  it.each(['start', 'test'])('says nothing before npm %s', (purpose) => {
    const { code, said } = fullMachine().run(purpose)
    expect({ code, said }).toEqual({ code: 0, said: '' })
  })

  it('takes valkey-server for a Redis', () => {
    const machine = bareMachine()
    machine.program('valkey-server')
    expect(machine.run('start').code).toBe(0)
  })
})

describe.runIf(runsLocalSlack)('packages', () => {
  const npmCi = expect.stringMatching(/^npm ci --ignore-scripts/) as string

  it('are installed when there are none', () => {
    const machine = fullMachine()
    machine.without('node_modules/.package-lock.json')
    expect(machine.run('start').calls).toContainEqual(npmCi)
  })

  it('are installed when package-lock.json has moved on', () => {
    const machine = fullMachine()
    machine.editInstalled((packages) => ({ ...packages, 'node_modules/zod': { version: '1.0.0' } }))
    expect(machine.run('start').calls).toContainEqual(npmCi)
  })

  it('that only development needs may be missing before a start, but not before a test', () => {
    const machine = fullMachine()
    machine.editInstalled((packages) => Object.fromEntries(Object.entries(packages).filter(([, { dev }]) => dev !== true)))
    expect(machine.run('start').calls).not.toContainEqual(npmCi)
    expect(machine.run('test').calls).toContainEqual(npmCi)
  })

  it('of other systems may be missing', () => {
    const machine = fullMachine()
    machine.editInstalled((packages) => Object.fromEntries(Object.entries(packages).filter(([path, { optional }]) => optional !== true || path.includes('local-slack'))))
    expect(machine.run('test').calls).not.toContainEqual(npmCi)
  })

  it('that could not be installed end it, with what to type', () => {
    const machine = fullMachine()
    machine.without('node_modules/.package-lock.json')
    machine.program('npm', 'exit 7')
    expect(machine.run('start')).toMatchObject({ code: 1, said: expect.stringContaining('npm ci --ignore-scripts') as string })
  })
})

describe.runIf(runsLocalSlack)('a missing Redis', () => {
  it.runIf(isRoot)('is installed by apt-get as root, after one update, saying so in both languages', () => {
    const machine = bareMachine()
    machine.program('apt-get', `[ "$1" = install ] && { ${machine.installing('redis-server')}; }; exit 0`)
    const { code, said, calls } = machine.run('start')
    expect(code).toBe(0)
    expect(calls).toEqual(['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends redis-server'])
    expect(said).toMatch(/正在用 apt-get 安装 Redis/)
    expect(said).toMatch(/Installing Redis/)
  })

  it.runIf(isRoot)('that apt-get cannot get ends it, with its words and the command to try', () => {
    const machine = bareMachine()
    machine.program('apt-get', 'echo "E: no network" >&2; exit 100')
    const { code, said } = machine.run('start')
    expect(code).toBe(1)
    expect(said).toContain('E: no network')
    expect(said).toContain('apt-get update && apt-get install -y --no-install-recommends redis-server')
  })

  it('is never installed without being root: the one command to type is shown', () => {
    const machine = bareMachine()
    machine.program('apt-get')
    const { code, said, calls } = machine.run('start', { asNobody: true })
    expect(code).toBe(1)
    expect(calls).toEqual([])
    expect(said).toContain('sudo apt-get update && sudo apt-get install -y --no-install-recommends redis-server')
  })

  it.each([
    ['brew', 'brew install redis'],
    ['dnf', 'dnf install -y redis'],
    ['pacman', 'pacman -S --needed valkey'],
  ])('on a system with %s is to be had by "%s"', (manager, command) => {
    const machine = bareMachine()
    machine.program(manager)
    expect(machine.run('start')).toMatchObject({ code: 1, said: expect.stringContaining(command) as string })
  })

  it('does not matter to a start on a workspace that is given REDIS_URL', () => {
    expect(bareMachine().run('start', { env: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', REDIS_URL: 'redis://127.0.0.1:6379' } }).code).toBe(0)
  })

  it('matters to the sandbox, which has one of its own whatever REDIS_URL says', () => {
    expect(bareMachine().run('start', { env: { REDIS_URL: 'redis://127.0.0.1:6379' } }).code).toBe(1)
  })
})

describe.runIf(runsLocalSlack)('a test run', () => {
  it('names all that is missing in one command', () => {
    const machine = bareMachine()
    machine.program('apt-get')
    machine.program('fc-list')
    const { code, said } = machine.run('test', { asNobody: true, env: { REDIS_URL: 'redis://127.0.0.1:6379' } })
    expect(code).toBe(1)
    expect(said).toContain('redis-server chromium fonts-noto-cjk fontconfig fonts-noto-color-emoji\n')
  })

  it('wants an emoji font beside a Chinese one', () => {
    const machine = fullMachine()
    machine.program('apt-get')
    machine.program('fc-list', 'echo "Noto Sans CJK SC"')
    expect(machine.run('test', { asNobody: true }).said).toContain('--no-install-recommends fonts-noto-color-emoji')
  })
})

describe('a machine that the local Slack does not run on', () => {
  const preload = otherSystem('darwin', 'arm64')

  it('is told the three ways out, before anything is installed', () => {
    const machine = fullMachine()
    machine.without('node_modules')
    const { code, said, calls } = machine.run('start', { preload })
    expect(code).toBe(1)
    for (const way of ['SLACK_BOT_TOKEN', 'linux/amd64', 'LOCAL_SLACK_BIN']) expect(said).toContain(way)
    expect(calls).toEqual([])
  })

  it.each([
    ['the tokens of a real workspace', tokens],
    ['a program of its own', { LOCAL_SLACK_BIN: '/opt/local-slack' }],
  ])('goes on with %s', (_, env) => {
    expect(fullMachine().run('start', { preload, env }).code).toBe(0)
  })
})

it('an old Node is told which one is needed', () => {
  const preload = 'Object.defineProperty(process,"versions",{value:{node:"18.20.4"}})'
  expect(bareMachine().run('start', { preload })).toMatchObject({ code: 1, said: expect.stringMatching(/Node 20\.19 or newer is needed, and this is 18\.20\.4/) as string })
})

it('the script that a build machine calls may be executed', () => {
  expect(() => accessSync('.ci/run', constants.X_OK)).not.toThrow()
})
