// An episode's two bots, each behind a gate to Slack and a line to Redis that can fail, and what can befall them.
import { setTimeout as pause } from 'node:timers/promises'
import type { Instant } from '#src/calendar/day.ts'
import { startLossyProxy, type LossyProxy } from '#test/store/lossy-proxy.ts'
import type { Bot, Bots } from './bots.ts'
import type { Mishap } from './script.ts'
import { slackGate, type Moment, type SlackGate } from './slack-gate.ts'
import type { Stage } from './stage.ts'

/** `gate`: only where something is to happen between it and Slack. Without it, answers can go to the address that Slack gave for them. */
type Slot = { gate: SlackGate | undefined; line: LossyProxy; bot: Bot | undefined }

/** Every append's request holds this, and nothing else does. */
const append = 'XADD'

export class Scene {
  readonly #stage: Stage
  readonly #bots: Bots
  readonly #slots: Slot[] = []
  readonly #clock: { beginsAt: Instant; at: number; claimMs: number }
  /** Those that were killed or stopped too: what they logged tells what happened. */
  readonly lived: Bot[] = []
  readonly #stopping = new Set<Bot>()
  #isRedisWell = true
  #isCalm = false
  /** What goes on in the background, such as a bot that lives again later. */
  readonly #pending = new Set<Promise<void>>()

  constructor(stage: Stage, bots: Bots, clock: { beginsAt: Instant; at: number; claimMs: number }) {
    this.#stage = stage
    this.#bots = bots
    this.#clock = clock
  }

  async open(mishaps: readonly Mishap[]): Promise<void> {
    for (let nth = 0; nth < 2; nth += 1) {
      const isGated = mishaps.some(({ bot, what }) => bot === nth && /post|socket/.test(what))
      const gate = isGated ? await slackGate(this.#stage.slack.apiUrl) : undefined
      this.#slots.push({ gate, line: await startLossyProxy({ serverPort: this.#stage.redis.port }), bot: undefined })
    }
    await Promise.all(this.#slots.map(async (slot) => this.#begin(slot)))
  }

  /** How many processes hear what people do, or will. */
  get hearing(): number {
    return this.alive.length + this.#stopping.size
  }

  get alive(): Bot[] {
    return this.#slots.flatMap(({ bot }) => (bot?.isAlive === true ? [bot] : []))
  }

  /** Lets it happen; what it brings with it goes on in the background. */
  befall({ bot: nth, what, forMs }: Mishap): void {
    const slot = this.#slots[nth]
    if (slot === undefined) return
    switch (what) {
      case 'kill':
        this.#inBackground(this.#killed(slot, forMs))
        return
      case 'kill-before-post':
        this.#atPost(slot, 'before', () => this.#inBackground(this.#killed(slot, forMs)), false)
        return
      case 'kill-after-post':
        this.#atPost(slot, 'after', () => this.#inBackground(this.#killed(slot, forMs)), false)
        return
      case 'freeze':
        this.#inBackground(this.#frozen(slot, forMs))
        return
      case 'freeze-before-post':
        this.#atPost(slot, 'before', () => this.#inBackground(this.#frozen(slot, forMs)), true)
        return
      case 'freeze-after-post':
        this.#atPost(slot, 'after', () => this.#inBackground(this.#frozen(slot, forMs)), true)
        return
      case 'stop':
        this.#inBackground(this.#stopped(slot, forMs))
        return
      case 'post-lost':
        this.#atPost(slot, 'before', () => undefined, false)
        return
      case 'post-answer-lost':
        this.#atPost(slot, 'after', () => undefined, false)
        return
      case 'post-late':
        this.#atPost(slot, 'before', async () => pause(forMs), true)
        return
      case 'post-answer-late':
        this.#atPost(slot, 'after', async () => pause(forMs), true)
        return
      case 'socket-cut':
        slot.gate?.cutSocket()
        return
      case 'socket-cut-at-act':
        slot.gate?.cutSocketAtNextAct()
        return
      case 'redis-frozen':
        this.#inBackground(this.#redisAway(() => this.#stage.redis.freeze(), () => this.#stage.redis.thaw(), forMs))
        return
      case 'redis-killed':
        this.#inBackground(this.#redisAway(async () => this.#stage.redis.kill(), async () => this.#stage.redis.start(), forMs))
        return
      case 'append-lost':
        void slot.line.loseRequest(append)
        return
      case 'append-answer-lost':
        void slot.line.loseAnswerTo(append)
        return
    }
  }

  /** Everything frozen, late or dead is as it should be again, and somebody lives. */
  async calm(endsWithNew: boolean): Promise<void> {
    this.#isCalm = true
    await Promise.all(this.#pending)
    for (const { bot } of this.#slots) bot?.thaw()
    if (endsWithNew) for (const { bot } of this.#slots) bot?.kill()
    const [first] = this.#slots
    if (this.alive.length === 0 && first !== undefined) await this.#begin(first)
  }

  /** Those that stop may live again in another episode. Answers what was wrong with how they ended. */
  async end(): Promise<string[]> {
    await Promise.all(this.#pending)
    const stopping = this.alive
    const stopped = await Promise.all(stopping.map(async (bot) => bot.stop()))
    for (const bot of stopping) this.#bots.giveBack(bot)
    for (const { gate, line } of this.#slots) await Promise.all([gate?.close(), line.stop()])
    return [...stopped.filter((isStopped) => !isStopped).map(() => 'a bot that was told to stop did not'), ...this.lived.flatMap(({ endedByItself }) => endedByItself ?? [])]
  }

  #inBackground(work: Promise<void>): void {
    const pending = work.finally(() => this.#pending.delete(pending))
    this.#pending.add(pending)
  }

  #atPost({ gate }: Slot, moment: Moment, what: () => Promise<void> | void, goesOn: boolean): void {
    gate?.atNextPost({ moment, what: () => (this.#isCalm ? undefined : what()), goesOn })
  }

  /** Unless somebody lives there: several misfortunes of one bot end in one new life. */
  async #begin(slot: Slot): Promise<void> {
    if (slot.bot?.isAlive === true) return
    slot.bot = this.#bots.take()
    this.lived.push(slot.bot)
    await slot.bot.live({ apiUrl: slot.gate?.apiUrl ?? this.#stage.slack.apiUrl, redisUrl: `redis://127.0.0.1:${slot.line.port}`, ...this.#clock })
  }

  /** For so long, or until all is to be calm. */
  async #passing(ms: number): Promise<void> {
    for (let left = ms; left > 0 && !this.#isCalm; left -= 50) await pause(Math.min(left, 50))
  }

  async #killed(slot: Slot, forMs: number): Promise<void> {
    const dying = slot.bot
    dying?.kill()
    await this.#passing(forMs)
    await this.#begin(slot)
  }

  async #stopped(slot: Slot, forMs: number): Promise<void> {
    const stopping = slot.bot
    if (stopping === undefined) return
    slot.bot = undefined
    this.#stopping.add(stopping)
    if (await stopping.stop()) this.#bots.giveBack(stopping)
    this.#stopping.delete(stopping)
    await this.#passing(forMs)
    await this.#begin(slot)
  }

  async #frozen({ bot }: Slot, forMs: number): Promise<void> {
    bot?.freeze()
    await this.#passing(forMs)
    bot?.thaw()
  }

  async #redisAway(go: () => Promise<void> | void, comeBack: () => Promise<void> | void, forMs: number): Promise<void> {
    // One misfortune of Redis at a time.
    if (!this.#isRedisWell) return
    this.#isRedisWell = false
    await go()
    await this.#passing(forMs)
    await comeBack()
    this.#isRedisWell = true
  }
}
