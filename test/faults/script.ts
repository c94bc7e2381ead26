// What is to happen in an episode, and when: a seed says all of it. What then comes of it real processes decide.
import type { Day } from '#src/calendar/day.ts'
import { day, workCalendar } from '#test/builders.ts'
import { seededRandom } from '#test/store/seeded-random.ts'

/** What people do. `press`: one of the buttons they see; `press-twice`: twice at the same moment. */
export type Doing = { atMs: number; who: number; what: 'report' | 'remark' | 'press' | 'press-twice' | 'claim' | 'return' | 'chase' | 'move-date'; task: number; nth: number; choice: number }

/**
 * What goes wrong, for one of the two bots or for Redis. A bot that is killed lives again after `forMs`; what is frozen, late or dead is so
 * for as long. `…-post`: when the bot next sends a message, before or after Slack has it. `socket-cut`: the connection over which acts
 * come; `…-at-act`: before it can be said that one came.
 */
export type Mishap = { atMs: number; bot: 0 | 1; forMs: number; what: (typeof mishaps)[number] }
const mishaps = [
  'kill', 'kill', 'kill-before-post', 'kill-after-post', 'freeze', 'freeze-before-post', 'freeze-after-post', 'stop', 'post-lost', 'post-answer-lost', 'post-late', 'post-answer-late', 'socket-cut', 'socket-cut-at-act',
  'redis-frozen', 'redis-killed', 'append-lost', 'append-answer-lost',
] as const

export type Script = {
  on: Day
  /** Wall time in the county when it begins. */
  time: string
  claimMs: number
  doings: readonly Doing[]
  mishaps: readonly Mishap[]
  /** From then on nothing goes wrong any more. */
  calmAtMs: number
  /** All who live are killed then, and one begins anew. */
  endsWithNew: boolean
}

/** Working days on which the small county has been handed out its plan, and the calendar is known. */
const days: readonly Day[] = Array.from({ length: 320 }, (_, ahead) => workCalendar.addDays(day('2026-02-02'), ahead)).filter(workCalendar.isWorkingDay)

const claimMs = 2_400
/** What is late arrives while the claim holds: a third of it to leave, a third on the way, and this from the call on. */
const lateMs = claimMs / 2
const calmAtMs = 3_400
/** Between the beginning and an act's consequences. */
const reachMs = 450

/** How often each is done; reports most of all. */
const doings: readonly Doing['what'][] = ['report', 'report', 'press', 'press', 'press', 'press-twice', 'remark', 'claim', 'return', 'chase', 'move-date']
const contacts: readonly { who: number; tasks: readonly number[] }[] = [{ who: 2, tasks: [1, 2] }, { who: 3, tasks: [3, 4] }]
const secretary = 1

export function scriptOf(seed: number): Script {
  const random = seededRandom(seed)
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1))
  const oneOf = <Of>(all: readonly Of[]): Of => {
    const one = all[between(0, all.length - 1)]
    if (one === undefined) throw new Error('nothing to choose from')
    return one
  }
  const someone = (what: Doing['what']): { who: number; task: number } => {
    const { who, tasks } = oneOf(contacts)
    if (what === 'press' || what === 'press-twice') return { who: oneOf([secretary, 2, 2, 3, 3, 4, 5]), task: 0 }
    return { who: ['return', 'chase', 'move-date'].includes(what) ? secretary : who, task: oneOf(tasks) }
  }
  const chosen = Array.from({ length: between(4, 9) }, (_, index): Doing => {
    const what = oneOf(doings)
    return { atMs: between(200, calmAtMs - 200), ...someone(what), what, nth: index + 1, choice: between(0, 99) }
  })
  // Most harm is done while something is under way: at the beginning, and when somebody has just acted.
  const badMoment = (): number => (random() < 0.4 ? between(0, 900) : random() < 0.8 ? oneOf(chosen).atMs + between(0, reachMs) : between(0, calmAtMs))
  const wrong = Array.from({ length: between(1, 4) }, (): Mishap => {
    const what = oneOf(mishaps)
    return { atMs: Math.min(badMoment(), calmAtMs - 50), bot: between(0, 1) === 0 ? 0 : 1, what, forMs: what.startsWith('post-') ? between(50, lateMs) : between(20, 3_200) }
  })
  return {
    on: days[seed % days.length] ?? day('2026-02-02'), time: `${between(9, 17)}:${between(10, 59)}`.padStart(5, '0'), claimMs,
    doings: chosen.toSorted((a, b) => a.atMs - b.atMs), mishaps: wrong.toSorted((a, b) => a.atMs - b.atMs), calmAtMs, endsWithNew: random() < 0.4,
  }
}
