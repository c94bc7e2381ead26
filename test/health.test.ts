// Whether the bot does its work, as a machine that watches it is told: real HTTP, a stopwatch that the test moves.
import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { healthOf, healthWatch, serveHealth, type HealthFacts } from '#src/health.ts'
import type { Parcel } from '#src/reminders/notice.ts'
import { notice, person } from './delivery/county.ts'
import { quiet } from './store/quiet.ts'

const well: HealthFacts = { store: 'here', sweptMsAgo: 1000, late: { count: 0, longestMs: 0 }, deaf: undefined, unreachable: 0, balance: undefined }
const minutes = (count: number): number => count * 60_000
const parcel = (key: string): Parcel => ({ key, to: person(1), notices: [notice(key)] })

describe('health', () => {
  it('is well while sweeps come to their end and nothing waits', () => expect(healthOf(well)).toMatchObject({ status: 'well', why: [] }))
  it.each<[string, Partial<HealthFacts>, string]>([
    ['the logs cannot be read', { store: 'away' }, 'store-away'],
    ['the store takes nothing, though it gives all that it has', { store: 'takes-nothing' }, 'store-takes-nothing'],
    ['nothing was ever swept', { sweptMsAgo: undefined }, 'no-sweep'],
    ['no sweep has come to its end for a quarter of an hour', { sweptMsAgo: minutes(16) }, 'no-sweep'],
    ['something owed has waited too long', { late: { count: 1, longestMs: minutes(31) } }, 'late'],
    ['nothing that people press has arrived for longer than five minutes', { deaf: { ms: minutes(6), refused: false } }, 'deaf'],
    ['Slack does not let the bot in, at once', { deaf: { ms: 1000, refused: true } }, 'refused'],
  ])('fails where %s', (_, facts, why) => expect(healthOf({ ...well, ...facts })).toMatchObject({ status: 'failing', why: [why] }))
  it('is well while the connection is replaced, and says for how long nothing arrived', () => expect(healthOf({ ...well, deaf: { ms: minutes(5), refused: false } })).toMatchObject({ status: 'well', deafSeconds: 300 }))
  it('is well where somebody cannot be reached: that is the secretary’s to mend', () => expect(healthOf({ ...well, unreachable: 2 })).toMatchObject({ status: 'well', unreachablePeople: 2 }))
})

describe('what waits', () => {
  it('is late half an hour after it was first seen owed, and no more once it has left', () => {
    let [now, owed] = [0, [parcel('a')]]
    const watch = healthWatch({ owed: () => owed, unreachable: () => 0, stopwatch: { passedMs: () => now, after: () => () => undefined } })
    watch.swept()
    now = minutes(29)
    expect(watch.facts().late.count).toBe(0)
    owed = [parcel('a'), parcel('b')]
    watch.swept()
    now = minutes(30)
    expect(watch.facts().late).toEqual({ count: 1, longestMs: minutes(30) })
    owed = [parcel('b')]
    expect(watch.facts().late).toEqual({ count: 0, longestMs: minutes(1) })
  })
})

describe('what is owed', () => {
  it('is not asked before a sweep has worked it out: after a start that would read every plan at once', () => {
    let asked = 0
    const watch = healthWatch({ owed: () => ((asked += 1), []), unreachable: () => 0 })
    expect(healthOf(watch.facts())).toMatchObject({ status: 'failing', why: ['no-sweep'] })
    expect(asked).toBe(0)
    watch.swept()
    watch.facts()
    expect(asked).toBeGreaterThan(0)
  })
})

describe('a connection that is gone', () => {
  it('is told as it stands when it is asked, also before the first sweep', () => {
    let deaf: HealthFacts['deaf'] = { ms: minutes(6), refused: false }
    const watch = healthWatch({ owed: () => [], unreachable: () => 0, deaf: () => deaf })
    expect(healthOf(watch.facts()).why).toContain('deaf')
    deaf = undefined
    expect(healthOf(watch.facts()).why).not.toContain('deaf')
  })
})

describe('a sweep that sends for long', () => {
  it('is gone on with as long as messages leave, and not where none does', () => {
    let now = 0
    const watch = healthWatch({ owed: () => [], unreachable: () => 0, stopwatch: { passedMs: () => now, after: () => () => undefined } })
    watch.swept()
    for (now = 0; now < minutes(20); now += 1000) watch.sending()
    expect(healthOf(watch.facts())).toMatchObject({ status: 'well' })
    now += minutes(16)
    expect(healthOf(watch.facts())).toMatchObject({ status: 'failing', why: ['no-sweep'] })
  })
})

describe('GET /healthz', () => {
  const asked = async (facts: HealthFacts, path = '/healthz'): Promise<{ status: number; body: string }> => {
    const server = await serveHealth(0, () => facts, quiet)
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`)
    const answer = { status: response.status, body: await response.text() }
    await server.stop()
    return answer
  }
  it('answers 200 while it is well, 503 while it fails, each with the figures', async () => {
    expect(await asked(well)).toMatchObject({ status: 200 })
    const failing = await asked({ ...well, store: 'away' })
    expect(failing.status).toBe(503)
    expect(JSON.parse(failing.body)).toMatchObject({ status: 'failing', why: ['store-away'], sweptSecondsAgo: 1 })
  })
  it('answers 503 where how it stands cannot be worked out, and says so in the log; the next probe is answered again', async () => {
    const lines: string[] = []
    let isBroken = true
    const facts = (): HealthFacts => {
      if (isBroken) throw new Error('a plan that cannot be read')
      return well
    }
    const server = await serveHealth(0, facts, pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }))
    onTestFinished(server.stop)
    const probe = async (): Promise<Response> => fetch(`http://127.0.0.1:${server.port}/healthz`)
    const failing = await probe()
    expect([failing.status, await failing.json()]).toEqual([503, { status: 'failing', why: ['unknown'] }])
    expect(lines.join('')).toContain('a plan that cannot be read')
    isBroken = false
    expect((await probe()).status).toBe(200)
  })
  it('says nothing anywhere else', async () => expect(await asked(well, '/')).toEqual({ status: 404, body: '' }))
})
