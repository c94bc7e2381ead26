// A small world for tests of delivery: notices that fall due, a chat that shows what arrived, a clock that is moved by hand.
import { addMs } from '#src/calendar/calendar.ts'
import { Day, Instant } from '#src/calendar/day.ts'
import { PersonId, PlanId, TaskNo, UnitId } from '#src/ledger/ids.ts'
import type { DeliveryNeeds } from '#src/delivery/deliver.ts'
import type { Post, Posted } from '#src/post.ts'
import type { Notice, Parcel } from '#src/reminders/notice.ts'
import type { Card } from '#templates/card.ts'

export const person = (nth: number): PersonId => PersonId.parse(`u${nth}`)

export const notice = (key: string, to = 1): Notice => ({
  kind: 'nudged',
  key,
  to: person(to),
  plan: PlanId.parse('p1'),
  task: TaskNo.parse(1),
  unit: UnitId.parse('县教育局'),
})

/** How a post goes: the message arrives or not, and the answer comes or not. */
export type Turn = 'posted' | 'answer-lost' | 'request-lost' | 'hangs' | 'throws' | 'later' | 'unreachable'
export type Shown = { to: PersonId; key: string; text: string; ts: string }

/** A chat in which every message that arrived can be seen. */
export class Chat implements Post {
  shown: Shown[] = []
  turns: Turn[] = []
  canBeSearched = true
  searches = 0

  async post(to: PersonId, card: Card, key: string): Promise<Posted> {
    await Promise.resolve()
    const turn = this.turns.shift() ?? 'posted'
    if (turn === 'posted' || turn === 'answer-lost' || turn === 'hangs') this.shown.push({ to, key, text: card.text, ts: String(this.shown.length + 1) })
    switch (turn) {
      case 'posted':
        return { kind: 'posted', conversation: `D-${to}`, ts: String(this.shown.length) }
      case 'answer-lost':
      case 'request-lost':
        return { kind: 'unknown' }
      case 'hangs':
        return new Promise(() => undefined)
      case 'throws':
        throw new Error('500')
      case 'later':
        return { kind: 'later', afterMs: 1000 }
      case 'unreachable':
        return { kind: 'unreachable', why: 'account_inactive' }
    }
  }

  async find(to: PersonId, key: string): Promise<{ conversation: string; ts: string } | undefined> {
    await Promise.resolve()
    this.searches += 1
    if (!this.canBeSearched) throw new Error('the chat does not answer')
    const found = this.shown.find((message) => message.to === to && message.key === key)
    return found && { conversation: `D-${to}`, ts: found.ts }
  }

  /** Every notice that can be read, as often as it can be read. */
  told(): string[] {
    return this.shown.flatMap(({ text }) => text.split(' '))
  }
}

/** The day's clock, and the time that really passes: they part when a sandbox jumps. */
export class Time {
  now: Instant = Instant.parse('2026-06-30T01:00:00.000Z')
  passedMs = 0

  pass(ms: number): void {
    this.passedMs += ms
    this.jump(ms)
  }

  jump(ms: number): void {
    this.now = addMs(this.now, ms)
  }
}

/** All of a person's due notices in one message a day; those named `prompt…` each in one of their own. */
export const parcelsOf =
  (due: readonly Notice[]): DeliveryNeeds['owed'] =>
  (now, told, only) => {
    const owed = due.filter(({ key, to }) => !told.notice(key) && (only === undefined || to === only))
    const prompts = owed.filter(({ key }) => key.startsWith('prompt'))
    const people = [...new Set(owed.map(({ to }) => to))]
    const digests = people.flatMap((to): Parcel[] => {
      const key = `digest/${to}/${now.slice(0, 10)}`
      const notices = owed.filter((candidate) => candidate.to === to && !prompts.includes(candidate))
      return notices.length === 0 || told.parcel(key) ? [] : [{ key, to, notices }]
    })
    return [...prompts.map((prompt) => ({ key: `alone/${prompt.key}`, to: prompt.to, notices: [prompt] })), ...digests]
  }

export const cardOf = ({ notices }: Parcel): Card => ({ text: notices.map(({ key }) => key).join(' ') })
export const dayAt = (instant: Instant): Day => Day.parse(instant.slice(0, 10))
