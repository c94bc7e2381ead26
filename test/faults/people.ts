// The people of an episode: they type, write and press what they see, in the local workspace, as a script says.
import type { Day } from '#src/calendar/day.ts'
import { workCalendar } from '#test/builders.ts'
import { markOf } from './history.ts'
import type { Doing } from './script.ts'
import type { Stage } from './stage.ts'

/** Buttons that record something at once: 正常推进, the 确认 of a chase, the 确认 of plain words. */
const worthPressing: readonly string[] = ['report', 'nudge!', 'said']

export class People {
  readonly #stage: Stage
  readonly #nth: number
  readonly #on: Day
  /** The conversation of each with the bot. */
  readonly #channels = new Map<number, string>()

  constructor(stage: Stage, nth: number, on: Day) {
    this.#stage = stage
    this.#nth = nth
    this.#on = on
  }

  async open(count: number): Promise<void> {
    for (let who = 1; who <= count; who += 1) {
      const answer: unknown = await (await this.#post(`${this.#stage.slack.apiUrl}conversations.open`, { users: this.#account(who) })).json()
      const channel = typeof answer === 'object' && answer !== null && 'channel' in answer ? answer.channel : undefined
      if (typeof channel !== 'object' || channel === null || !('id' in channel) || typeof channel.id !== 'string') throw new Error('no conversation could be opened')
      this.#channels.set(who, channel.id)
    }
  }

  /** Whose conversation it is. */
  accountIn = (channel: string): string | undefined => {
    const [who] = [...this.#channels].find(([, id]) => id === channel) ?? []
    return who === undefined ? undefined : this.#account(who)
  }

  /** Begins it; whether a bot hears of it, and answers, is another matter. */
  do({ who, what, task, nth, choice }: Doing): void {
    const mark = markOf(nth)
    switch (what) {
      case 'report':
        this.#type(who, `填报 ${task} ${Math.min(90, nth * 10)} ${mark}事做完了`)
        return
      case 'claim':
        this.#type(who, `办结 ${task} ${mark}事已建成投用`)
        return
      case 'return':
        this.#type(who, `退回 ${task} ${mark}材料没有交`)
        return
      case 'chase':
        this.#type(who, `催办 ${task}`)
        return
      case 'move-date':
        this.#type(who, `改时限 ${task} ${workCalendar.addDays(this.#on, 1 + (choice % 20))} ${mark}事流标`)
        return
      case 'remark':
        this.#begin(this.#control('/message'), { channel: this.#channels.get(who), user: this.#account(who), text: `${task} 已完成招标，${mark}事下周开工` })
        return
      case 'press':
        this.#press(who, choice, 1)
        return
      case 'press-twice':
        this.#press(who, choice, 2)
        return
    }
  }

  #type(who: number, text: string): void {
    this.#begin(this.#control('/command'), { channel: this.#channels.get(who), user: this.#account(who), command: '/duban', text })
  }

  /** Where this person has nothing to press, the next one presses. */
  #press(first: number, choice: number, times: number): void {
    const everyone = [...this.#channels.keys()]
    const inTurn = [...everyone.slice(first - 1), ...everyone.slice(0, first - 1)]
    for (const who of inTurn) {
      const there = this.#stage.ears.pressables(this.#channels.get(who) ?? '').filter(({ command }) => worthPressing.includes(command))
      const chosen = there[choice % Math.max(there.length, 1)]
      if (chosen === undefined) continue
      for (let time = 0; time < times; time += 1) this.#begin(this.#control('/interact'), { channel: chosen.channel, messageTs: chosen.ts, user: this.#account(who), action: chosen.action })
      return
    }
  }

  #account = (who: number): string => this.#stage.accountOf(this.#nth, who)

  #control = (path: string): string => `${this.#stage.slack.control}${path}`

  /** Nobody waits for it: without a bot the workspace takes five seconds. */
  #begin(url: string, body: unknown): void {
    this.#post(url, body).catch(() => undefined)
  }

  async #post(url: string, body: unknown): Promise<Response> {
    return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  }
}
