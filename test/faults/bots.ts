// Processes of the bot: loaded ahead, told to live, killed, frozen, or stopped and told to live again.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { machineStopwatch, within } from '#src/stopwatch.ts'
import type { BotSays, Order } from './bot-process.ts'

/** A life that was told to stop and does not is over by then: it waits forty seconds for an answer that Slack does not take. */
const stopMs = 60_000
const wordsKept = 200

export class Bot {
  readonly #child: ChildProcess
  readonly #loaded: Promise<unknown>
  readonly #exited: Promise<unknown>
  #says: string[] = []
  #sweeps = 0
  #isUp = false
  #isFrozen = false
  /** Nobody asked it to end. */
  endedByItself: string | undefined
  #isKilled = false
  #hears: (said: BotSays) => void = () => undefined

  /** @param program as `bundled` gives it */
  constructor(program: string) {
    this.#child = fork(program, [], { execArgv: ['--enable-source-maps'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on('data', (piece: Buffer) => (this.#says = [...this.#says, piece.toString()].slice(-wordsKept)))
    this.#child.on('message', (said: BotSays) => this.#hear(said))
    this.#child.once('exit', (code, signal) => {
      this.#isUp = false
      if (!this.#isKilled) this.endedByItself = `a bot ended with ${code ?? String(signal)}`
    })
    this.#exited = once(this.#child, 'exit')
    this.#loaded = Promise.race([this.#next('loaded'), this.#exited])
    const withUs = (): void => void this.#child.kill('SIGKILL')
    process.once('exit', withUs)
    this.#child.once('exit', () => process.off('exit', withUs))
  }

  #hear(said: BotSays): void {
    if (said.says === 'up') this.#isUp = true
    if (said.says === 'swept') this.#sweeps += 1
    if (said.says === 'not-started') this.#isUp = false
    this.#hears(said)
  }

  async #next(...wanted: BotSays['says'][]): Promise<BotSays['says']> {
    return new Promise((resolve) => {
      const before = this.#hears
      this.#hears = (said) => {
        before(said)
        if (!wanted.includes(said.says)) return
        this.#hears = before
        resolve(said.says)
      }
    })
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && !this.#isKilled
  }

  get isUp(): boolean {
    return this.isAlive && this.#isUp
  }

  /** How often it has looked at all that is owed. */
  get sweeps(): number {
    return this.#sweeps
  }

  /** What it logged in this life. */
  get words(): string {
    return this.#says.join('')
  }

  async live(order: Omit<Order & { order: 'live' }, 'order'>): Promise<void> {
    await this.#loaded
    if (!this.isAlive) return
    this.#says = []
    this.#sweeps = 0
    this.#child.send({ order: 'live', ...order } satisfies Order)
  }

  kill(): void {
    this.#isKilled = true
    this.#isUp = false
    this.#child.kill('SIGKILL')
  }

  async gone(): Promise<void> {
    await this.#exited
  }

  freeze(): void {
    if (!this.isAlive) return
    this.#isFrozen = true
    this.#child.kill('SIGSTOP')
  }

  thaw(): void {
    if (this.#isFrozen) this.#child.kill('SIGCONT')
    this.#isFrozen = false
  }

  /** As on Ctrl-C, but that the process may live again; `false` where it did not stop, and was killed. */
  async stop(): Promise<boolean> {
    if (!this.isAlive) return false
    const stopped = this.#next('stopped')
    this.#isUp = false
    this.#child.send({ order: 'stop' } satisfies Order)
    const isStopped = await within(machineStopwatch, stopMs, Promise.race([stopped.then(() => true), this.#exited.then(() => false)]), () => false)
    if (!isStopped) this.kill()
    return isStopped
  }
}

/** Keeps some loaded ahead of their use. */
export class Bots {
  readonly #spare: Bot[] = []
  readonly #program: string
  readonly #ahead: number

  constructor(program: string, ahead: number) {
    this.#program = program
    this.#ahead = ahead
    this.#fill()
  }

  take(): Bot {
    const bot = this.#spare.shift() ?? new Bot(this.#program)
    this.#fill()
    return bot
  }

  /** One that was stopped is as good as one that was loaded. */
  giveBack(bot: Bot): void {
    if (!bot.isAlive) return
    if (this.#spare.length <= this.#ahead) this.#spare.unshift(bot)
    else bot.kill()
  }

  #fill(): void {
    while (this.#spare.length < this.#ahead) this.#spare.push(new Bot(this.#program))
  }

  async end(): Promise<void> {
    for (const bot of this.#spare) bot.kill()
    await Promise.all(this.#spare.map(async (bot) => bot.gone()))
  }
}
