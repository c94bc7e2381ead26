// Who was asked in a collection of reports, and who has answered it: read from the timeline of the task, from the end of the collection on.
import { daysFromTo, yearOf } from './days.ts'
import type { Part } from './parts.ts'
import type { Day, Instant } from './raw.ts'
import { countsEarlierWords, endFor, endingOf, endOf, isBy, isOver, mayAnswer, type End, type Turn } from './rounds.ts'
import { answerer, membersOf, silent, taskAt, unitNow, versionsAfter, wholeOf, type Seen } from './seen.ts'
import type { Task } from './task-after.ts'
import { disowns, standing, type Claim, type Ended, type Voice, type Word } from './voice.ts'

export type Asked = { task: Task; part: Part }

/** The task as it was asked in a round; undefined where it was not. A quarter asks what is open and has neither a date nor milestones nor a round in its place. */
export function askedIn(see: Seen, turn: Turn, no: number): Asked | undefined {
  const { plan, today } = see
  if (plan.handedOutOn === undefined || plan.handedOutOn > endOf(turn)) return undefined
  const task = isOver(turn, today) ? taskAt(see, no, endingOf(turn)) : taskAt(see, no, { on: today })
  const part = task === undefined ? undefined : answerer(see, task)
  if (task === undefined || part === undefined) return undefined
  if (turn.of !== undefined) return turn.of.tasks.includes(no) ? { task, part } : undefined
  const isOwed = wholeOf(see, part).is === 'open' && !task.isPaused && task.due.day === undefined && task.years.get(yearOf(turn.from))?.approved === undefined && !see.rounds.isReplaced(no, turn)
  return isOwed ? { task, part } : undefined
}

type Made = Claim | Ended
type Answers = { words: readonly Word[]; claims: readonly Made[] }

/** Whether a claim was standing when something ended, or came after it: what had come back by then was asked for again. */
const isAnswer = (claim: Made, end: End): boolean => !isBy(claim, end) || !('endedAt' in claim) || !isBy({ on: claim.endedOn, at: claim.endedAt }, end)

/** All that answers a round, in time or late: said of the part that was asked while it was that part. */
function answersTo(see: Seen, turn: Turn, { task: { no }, part: asked }: Asked, voice: string): Answers {
  const versions = isOver(turn, see.today) ? [{ at: '', task: taskAt(see, no, endingOf(turn)) }, ...versionsAfter(see, no, endingOf(turn))] : [{ at: '', task: taskAt(see, no, { on: see.today }) }]
  const now = unitNow(see, asked.unit)
  const words = new Map<Instant, Word>()
  const claims = new Map<Instant, Made>()
  const struck = new Set<Instant>()
  for (const { at, task } of versions) {
    const part = task?.parts.find(({ unit }) => unit === asked.unit) ?? task?.parts.find(({ unit }) => unit === now)
    for (const said of part === undefined ? [] : speaking(see, part, voice)) {
      for (const word of said.words) if (word.fate === 'struck') struck.add(word.first)
      for (const word of standing(said)) if (word.on >= turn.from && word.first >= at) words.set(word.first, word)
      for (const claim of [...said.ended, ...(said.closing.is === 'open' ? [] : [said.closing.claim])]) if (claim.at >= at || claims.has(claim.at)) claims.set(claim.at, claim)
    }
  }
  const inOrder = [...words.values()].filter(({ first }) => !struck.has(first)).toSorted((a, b) => (a.first < b.first ? -1 : 1))
  const [first] = inOrder
  return { words: first !== undefined && makesUp(see, turn, no, asked, voice, first) ? inOrder.slice(1) : inOrder, claims: [...claims.values()] }
}

/** The whole, and the member by its name of then or now. */
function speaking(see: Seen, part: Part, voice: string): Voice[] {
  const own = part.members.get(voice)
  return [part.own, ...(own === undefined ? [...part.members].filter(([member]) => unitNow(see, member) === unitNow(see, voice)).map(([, said]) => said) : [own])]
}

const madeUpWithin = 31

/** A word in the first month of a quarter or a turn, before it is asked for, that is the late answer to the one before: that one it answers alone. */
function makesUp(see: Seen, turn: Turn, no: number, part: Part, voice: string, word: Word): boolean {
  if (word.on >= turn.opensOn || countsEarlierWords(turn) || daysFromTo(turn.from, word.on) >= madeUpWithin) return false
  const late = lateFor(see, no, part, voice, word)
  return late !== undefined && late !== turn.key
}

/** The round whose late answer a word is. */
function lateFor(see: Seen, no: number, part: Part, voice: string, word: Word): string | undefined {
  const saidBy = (end: End): boolean => isBy({ on: word.on, at: word.first }, end)
  const turn = see.rounds.current(no, word.on)
  const end = endFor(turn, voice)
  if (saidBy(end)) return undefined
  const others = see.rounds.begun(no, see.today).filter((other) => turn.of === undefined || other.of?.id !== turn.of.id)
  if (others.some((other) => other.from <= word.on && saidBy(endFor(other, voice)))) return undefined
  const asked = askedIn(see, turn, no)
  if (asked === undefined || disowns(asked.part.own) || disownsAs(asked.part, voice) || unitNow(see, asked.part.unit) !== unitNow(see, part.unit)) return undefined
  const { words, claims } = answersTo(see, turn, asked, voice)
  const isFirst = words.every(({ first }) => first >= word.first) && claims.every((claim) => claim.on < turn.from || claim.at >= word.first || !isAnswer(claim, end))
  return isFirst ? turn.key : undefined
}

const disownsAs = ({ members }: Part, voice: string): boolean => ((said) => said !== undefined && disowns(said))(members.get(voice))

/** Whose word is missing of a part, as it stands now. */
export const silentNow = (see: Seen, turn: Turn, no: number, part: Part): string[] =>
  silent(see, part, (word, voice) => word.on >= turn.from && !makesUp(see, turn, no, part, voice, word))

/** Who was asked and has not answered; of a round that is over by what was asked then, late answers counting. */
export function silentIn(see: Seen, turn: Turn, asked: Asked): string[] {
  const { part, task } = asked
  if (!isOver(turn, see.today)) return silentNow(see, turn, task.no, part)
  const members = membersOf(see, part)
  const voices = (members.length === 0 ? [part.unit] : members).filter((voice) => !disowns(part.own) && !disownsAs(part, voice))
  const left = voices.filter((voice) => {
    const { words, claims } = answersTo(see, turn, asked, voice)
    return words.length === 0 && !claims.some((claim) => isAnswer(claim, endFor(turn, voice)))
  })
  return [...new Set(left.map((voice) => unitNow(see, voice)))]
}

/** The round that ended last, where whoever answers for the task was asked in it and has neither answered nor any days left. */
export function isMissed(see: Seen, no: number, part: Part, today: Day): boolean {
  const turn = see.rounds.lastOver(no, today)
  const asked = askedIn(see, turn, no)
  return asked !== undefined && unitNow(see, asked.part.unit) === part.unit && silentIn(see, turn, asked).some((voice) => !mayAnswer(turn, voice, today))
}
