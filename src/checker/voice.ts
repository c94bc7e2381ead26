// What one speaker has said of one part, in the order it was said: a unit, or a member of a group.
import type { Day, Instant } from './raw.ts'

/** `first`: when it was first said, which a correction keeps. `fate`: whether it still counts as a word of this part. */
export type Word = { state: 'normal' | 'difficulty' | 'blocked'; at: Instant; on: Day; first: Instant; recorded: boolean; fate: 'stands' | 'corrected' | 'struck' | 'taken-in' }
export type Claim = { at: Instant; on: Day }
/** A claim that stands no more; it was made all the same. */
export type Ended = Claim & { endedOn: Day; endedAt: Instant }
/** `reopened`: accepted once, and found not to be so. */
export type Returned = { at: Instant; on: Day; reopened: boolean }
/** `tookBack`: the unit took its claim back itself. */
export type Closing = { is: 'open'; returned?: Returned; tookBack?: true } | { is: 'claimed'; claim: Claim } | { is: 'accepted'; claim: Claim }
export type Asked = { at: Instant; on: Day; ruled?: 'yes' | 'no' }

export type Voice = {
  words: readonly Word[]
  ended: readonly Ended[]
  closing: Closing
  extension?: Asked & { day: Day }
  question?: Asked & { about: string }
  objection?: Asked & { record?: Instant }
  /** A claim was recorded for it that it never made, as was ruled by that event: what was accepted until then was nothing. */
  neverClaimed?: number
}

export const silentVoice: Voice = { words: [], ended: [], closing: { is: 'open' } }

export const standing = ({ words }: Voice): Word[] => words.filter(({ fate }) => fate === 'stands')
export const lastWord = (voice: Voice): Word | undefined => standing(voice).at(-1)
export const isOpen = ({ closing }: Voice): boolean => closing.is === 'open'
/** Says that the part is somebody else's, and nobody has said no. */
export const disowns = ({ question }: Voice): boolean => question?.about === 'not-ours' && question.ruled !== 'no'
export const waits = (asked: Asked | undefined): boolean => asked !== undefined && asked.ruled === undefined

/** Says something more, or puts its last word right. */
export function saying(voice: Voice, word: Omit<Word, 'first' | 'fate'>, corrects: Instant | undefined): Voice {
  const last = lastWord(voice)
  const isRight = last !== undefined && corrects === last.at
  const words = isRight ? voice.words.map((each): Word => (each === last ? { ...each, fate: 'corrected' } : each)) : voice.words
  return { ...voice, words: [...words, { ...word, on: isRight ? last.on : word.on, first: isRight ? last.first : word.at, fate: 'stands' }] }
}

/** A claim that waited, or was accepted, does no more. */
export function closedAgain(voice: Voice, claim: Claim, { at, on }: { at: Instant; on: Day }, returned?: Returned): Voice {
  return { ...voice, ended: [...voice.ended, { ...claim, endedOn: on, endedAt: at }], closing: { is: 'open', ...(returned === undefined ? {} : { returned }) } }
}

/** Nothing that waits for a ruling is on it any more. @param but what goes on waiting */
export function asksNothing(voice: Voice, but?: 'objection'): Voice {
  const { extension, question, objection, ...said } = voice
  return {
    ...said,
    ...(extension === undefined || waits(extension) ? {} : { extension }), ...(question === undefined || waits(question) ? {} : { question }),
    ...(objection === undefined || (waits(objection) && but === undefined) ? {} : { objection }),
  }
}

/** What two speakers have said becomes one's. @param takesWord whether the other's word stands, the one having none */
export function joined(one: Voice, other: Voice, takesWord: boolean): Voice {
  const [word, beside] = takesWord ? [other, one] : [one, other]
  const takenIn = beside.words.map((each): Word => (each.fate === 'stands' || each.fate === 'corrected' ? { ...each, fate: 'taken-in' } : each))
  const extension = (!waits(one.extension) && waits(other.extension) ? other.extension : one.extension) ?? other.extension
  const objection = (!waits(one.objection) && waits(other.objection) ? other.objection : one.objection) ?? other.objection
  const question = !waits(one.question) && waits(other.question) ? other.question : one.question
  return {
    words: [...takenIn, ...word.words], ended: [...one.ended, ...(takesWord ? other.ended : [])], closing: one.closing,
    ...(one.neverClaimed === undefined ? {} : { neverClaimed: one.neverClaimed }),
    ...(extension === undefined ? {} : { extension }), ...(objection === undefined ? {} : { objection }), ...(question === undefined ? {} : { question }),
  }
}

/** The same without one of its fields. */
export function without<Fields extends object, Key extends keyof Fields>(fields: Fields, key: Key): Omit<Fields, Key> {
  const left = { ...fields }
  Reflect.deleteProperty(left, key)
  return left
}
