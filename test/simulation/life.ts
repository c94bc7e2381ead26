// One run of a process: whatever it waits for, it can die there, or stand still for a while and go on as if nothing had been.
import type { Stopwatch } from '#src/stopwatch.ts'
import type { World } from './world.ts'

/** At each thing that a process waits for. */
const dies = 0.006
const stalls = 0.006

export class Life {
  readonly name: string
  readonly world: World
  isDead = false
  #stillUntil = 0

  constructor(name: string, world: World) {
    this.name = name
    this.world = world
  }

  readonly stopwatch: Stopwatch = { passedMs: () => this.world.passedMs, after: (ms, what) => this.after(ms, what) }

  /** In this process's own time: not while it stands still, and never once it is dead. */
  after = (ms: number, what: () => void): (() => void) => {
    let callOff = this.world.after(ms, () => {
      if (this.world.chance(dies)) this.isDead = true
      if (this.world.chance(stalls)) this.#stillUntil = this.world.passedMs + this.world.between(500, 90_000)
      goOn()
    })
    const goOn = (): void => {
      if (this.isDead) return
      if (this.world.passedMs < this.#stillUntil) callOff = this.world.after(this.#stillUntil - this.world.passedMs, goOn)
      else what()
    }
    return () => callOff()
  }

  die(): void {
    this.isDead = true
  }

  /** Something that is asked of the world outside: carried out there, whatever becomes of the asker, and answered here. */
  async ask<Answer>(carryOut: () => Answer, lost: 'no' | 'request' | 'answer' = 'no'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const isLost = (): void => void this.after(this.world.between(200, 1500), () => reject(new Error('no answer')))
      if (lost === 'request') {
        isLost()
        return
      }
      this.world.after(this.world.latency(), () => {
        const answer = carryOut()
        if (lost === 'answer') isLost()
        else this.after(this.world.latency(), () => resolve(answer))
      })
    })
  }
}
