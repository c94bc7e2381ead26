// One episode: a county on a day, two bots, people, and what goes wrong; then calm, rest, and a look at all of it.
import { setTimeout as pause } from 'node:timers/promises'
import { verify } from '#src/cli/verify.ts'
import { instantFromMs } from '#src/calendar/instant-number.ts'
import type { Instant } from '#src/calendar/day.ts'
import { storeConnection } from '#src/store/connection.ts'
import { ready } from '#test/store/ready.ts'
import { smallCounty } from '#test/simulation/small-county.ts'
import { Truth, workCalendar, zone } from '#test/simulation/truth.ts'
import { entriesWritten, sizeOf } from './append-file.ts'
import type { Bot, Bots } from './bots.ts'
import { checkHistory } from './check-history.ts'
import type { Act, Fault, History, Shown } from './history.ts'
import { People } from './people.ts'
import { Scene } from './scene.ts'
import { scriptOf, type Script } from './script.ts'
import type { Stage } from './stage.ts'

/** `told`: how it went, for whoever has to find out why. */
export type Episode = { seed: number; faults: Fault[]; messages: number; told: () => string }

/** Seconds, on a machine that has nothing else to do; on one that starves, claims end unused for a while. */
const restMs = 120_000
const lookEveryMs = 60
/** So often a bot has looked at all that is owed, after all was said, and sent nothing more. */
const sweepsAtRest = 2
const people = 5

/** @param nth on this stage, from 0 on */
export async function playEpisode(seed: number, stage: Stage, nth: number, bots: Bots): Promise<Episode> {
  const script = scriptOf(seed)
  const from = await layOut(stage, script, nth)
  const [at, beginsAt] = [Date.now(), workCalendar.instantOf(script.on, script.time, zone)]
  const now = (): Instant => instantFromMs(Date.parse(beginsAt) + Date.now() - at)

  const [shown, acts]: [Shown[], Act[]] = [[], []]
  const crowd = new People(stage, nth, script.on)
  await crowd.open(people)
  const scene = new Scene(stage, bots, { beginsAt, at, claimMs: script.claimMs })
  stage.ears.tell({ person: crowd.accountIn, shown: (each) => void shown.push({ ...each, at: now() }), did: (deed) => void acts.push({ ...deed, heardBy: scene.hearing }) })

  await scene.open(script.mishaps)
  await follow(script, crowd, scene)
  await scene.calm(script.endsWithNew)
  const restless = await rest(stage.redis.appendFile, from, now, () => scene.alive)
  const ended = await scene.end()
  stage.ears.tell(undefined)

  const history: History = { written: await entriesWritten(stage.redis.appendFile, from), verified: await verify(stage.redis.url), acts, shown, endedAt: now() }
  const faults = [...[...restless, ...ended].map((what): Fault => ({ kind: 'lost', what })), ...checkHistory(history)]
  const told = (): string => [JSON.stringify(script, undefined, 1), ...history.written.map((each) => JSON.stringify(each)), ...acts.map((each) => JSON.stringify(each)), ...shown.map((each) => JSON.stringify(each)), ...scene.lived.map(({ words }, life) => `--- life ${life}\n${words}`)].join('\n')
  return { seed, faults, messages: shown.filter(({ key }) => key !== undefined).length, told }
}

/** The county as it stands in the morning, in an empty store. Answers from where on the append file is the episode's. */
async function layOut(stage: Stage, { on }: Script, nth: number): Promise<number> {
  const county = await smallCounty(on, (who) => stage.accountOf(nth, who))
  const redis = storeConnection(stage.redis.url)
  try {
    await ready(redis)
    await redis.flushall()
    const from = await sizeOf(stage.redis.appendFile)
    for (const [log, entries] of county)
      for (const { position, id, body, prev, hash } of entries) await redis.xadd(log, `${position}-0`, 'id', id, 'body', body, 'prev', prev, 'hash', hash)
    return from
  } finally {
    redis.disconnect()
  }
}

/** Everything in the script at its moment, as far as a machine keeps one. */
async function follow({ doings, mishaps, calmAtMs }: Script, crowd: People, scene: Scene): Promise<void> {
  const begun = performance.now()
  const happenings = [...doings.map((doing) => ({ atMs: doing.atMs, what: () => crowd.do(doing) })), ...mishaps.map((mishap) => ({ atMs: mishap.atMs, what: () => scene.befall(mishap) }))]
  for (const { atMs, what } of happenings.toSorted((a, b) => a.atMs - b.atMs)) {
    await pause(Math.max(0, atMs - (performance.now() - begun)))
    what()
  }
  await pause(Math.max(0, calmAtMs - (performance.now() - begun)))
}

/** Waits until nothing is owed and no claim stands, by the logs, and the bots have looked again since. Answers what was still to be done when it took too long. */
async function rest(appendFile: string, from: number, now: () => Instant, alive: () => readonly Bot[]): Promise<string[]> {
  const begun = performance.now()
  const truth = new Truth()
  let taken = 0
  let since: Map<Bot, number> | undefined
  for (;;) {
    const written = await entriesWritten(appendFile, from)
    for (const { log, entry } of written.slice(taken)) truth.take(log, entry)
    if (taken < written.length) since = undefined
    taken = written.length
    const left = leftToDo(truth, now())
    if (left.length > 0) since = undefined
    else since ??= new Map(alive().map((bot) => [bot, bot.sweeps]))
    if (since !== undefined && [...since].every(([bot, sweeps]) => bot.isUp && bot.sweeps >= sweeps + sweepsAtRest)) return []
    if (performance.now() - begun > restMs) return [`after ${restMs} ms of calm: ${left.length > 0 ? left.join(', ') : `a bot has not looked again (${alive().map(({ isUp, sweeps }) => `${isUp ? 'up' : 'not up'} ${sweeps}`).join(', ')})`}`]
    await pause(lookEveryMs)
  }
}

function leftToDo(truth: Truth, now: Instant): string[] {
  const { claimed, told, parcels } = truth.delivery.state()
  const known = { notice: (key: string) => told.has(key), parcel: (key: string) => parcels.get(key)?.status === 'delivered' }
  return [...[...claimed].map((key) => `${key} is claimed`), ...truth.owed(now, known).map(({ key }) => `${key} is owed`)]
}

