// What a person was told of a review of their unit, in its order: to prepare, that nothing is to be prepared any more, and to prepare after all.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import { policyBounds } from '#src/ledger/policy.ts'
import { markBegins } from './mark.ts'
import type { Notice } from './notice.ts'
import { inRound, timesTold, type IsTold } from './times-told.ts'

/** The names of all marks that a plan may have before a review. */
export const reviewMarks: readonly string[] = Array.from({ length: policyBounds.reviewMarks.most + 1 }, (_, at) => String(at))
/** In place of a mark, before the first. */
export const toldName = 'told'
/** In place of a mark, of whoever has nothing to prepare: all was reported lately. */
export const nothingName = 'nothing'
const names: readonly string[] = [toldName, nothingName, ...reviewMarks]

type OfReview = { plan: string; review: string; unit: string; to: string }

/** The day on which a review is to be as keys have it: one to which it came back has how often it was on it before, so that it is told of afresh. @param before days on which it was to be before that */
export const dayInKey = (day: Day, before: readonly Day[]): string => ((times) => (times === 0 ? day : `${day}.${times}`))(before.filter((each) => each === day).length)

/** Of what a person is told of a review that is ahead. @param mark its name, `told` before the first, or `nothing` @param day on which it is to be, as keys have it; with its round, where it is not the first */
export const reviewKey = ({ plan, review, unit, to }: OfReview, day: string, mark: string): string => `review/${plan}/${review}/${day}/${mark}/${unit}/${to}`

/** That nothing of a unit is looked at on that day any more: it is not called off. */
export const outKey = ({ plan, review, unit, to }: OfReview, day: string): string => `${out}/${plan}/${review}/${day}/${unit}/${to}`
const out = 'review-out'

/** That it is called off, on whichever day it was to be. */
export const offKey = ({ plan, review, unit, to }: OfReview): string => `${off}/${plan}/${review}/${unit}/${to}`
const off = 'review-off'

/** It was told as called off, and not as one of which nothing is the unit's any more. */
export const isCallingOff = ({ key }: Pick<Notice, 'key'>): boolean => key.startsWith(`${off}/`)

/** Where the day stands in a key, and where there is none the review. */
const [dayAt, reviewAt] = [3, 2]

/** How often a person was told the one and the other: each time a new round begins, in which all may be told again. */
const timesOut = (of: OfReview, day: string, isTold: IsTold): number => timesTold((times) => outKey(of, inRound(day, times)), isTold)
const timesOff = (of: OfReview, isTold: IsTold): number => timesTold((times) => offKey({ ...of, review: inRound(of.review, times) }), isTold)
const roundOf = (of: OfReview, day: string, isTold: IsTold): number => timesOut(of, day, isTold) + timesOff(of, isTold)

/** What is told once may be told again, as a unit that left a review comes back to it: it is never over for good. */
export const isOfReview = ({ kind }: Pick<Notice, 'kind'>): boolean => kind === 'review-ahead' || kind === 'review-off'

/** The notice as it is told after all that was told before: of a unit that came back, or of a review that stands again, by a key of its own. */
export function inItsRound(notice: Notice, isTold: IsTold): Notice {
  if (notice.kind !== 'review-ahead' && notice.kind !== 'review-off') return notice
  const parts = notice.key.split('/')
  const of: OfReview = notice
  if (notice.kind === 'review-ahead') return named(notice, parts, dayAt, (day) => roundOf(of, day, isTold))
  return parts[0] === out ? named(notice, parts, dayAt, (day) => timesOut(of, day, isTold)) : named(notice, parts, reviewAt, () => timesOff(of, isTold))
}

const named = (notice: Notice, parts: readonly string[], at: number, roundOfPart: (part: string) => number): Notice =>
  ((part) => ((round) => (round === 0 ? notice : { ...notice, key: parts.with(at, inRound(part, round)).join('/') }))(roundOfPart(part)))(parts[at] ?? '')

/** What is only for whoever was told of a review on one of its days before, and they were not, or have been told since that nothing is to be prepared. */
export function isForOthersTold(notice: Notice, isTold: IsTold): boolean {
  if (!('toldOf' in notice) || notice.toldOf === undefined) return false
  // Whoever was told that it is off is told that it is not, whichever day they knew of.
  if (notice.kind === 'review-ahead' && timesOff(notice, isTold) > 0) return false
  const days = notice.toldOf.map((day, at, all) => dayInKey(day, all.slice(0, at)))
  for (const day of days.toReversed()) {
    const round = roundOf(notice, day, isTold)
    if (names.some((mark) => isTold(reviewKey(notice, inRound(day, round), mark)))) return false
    if (round > 0) return true
  }
  return true
}

/** Told that it was called off, and not yet, on any of its days, that it stands again. @param notice as it is in its round */
export function isNewsThatItStands(notice: Notice, isTold: IsTold): boolean {
  if (notice.kind !== 'review-ahead' || timesOff(notice, isTold) === 0) return false
  const days = [...(notice.earlier ?? []), notice.day]
  return !days.some((day, at) => ((named) => names.some((mark) => isTold(reviewKey(notice, inRound(named, roundOf(notice, named, isTold)), mark))))(dayInKey(day, days.slice(0, at))))
}

/** Where the mark stands in the key of what is ahead. */
const markAt = 4

/** Whoever was first told to prepare for it at most a working day before a mark begins needs no reminder at it: it would be the next morning. */
export function isToldShortlyBefore(notice: Notice, toldOn: ((key: string) => Day | undefined) | undefined, calendar: Calendar): boolean {
  if (notice.kind !== 'review-ahead' || toldOn === undefined) return false
  const parts = notice.key.split('/')
  const mark = parts[markAt] ?? toldName
  if (mark === toldName || mark === nothingName) return false
  const [first] = [toldName, ...reviewMarks].flatMap((name) => toldOn(parts.with(markAt, name).join('/')) ?? []).toSorted()
  return first !== undefined && markBegins(notice.day, Number(mark), calendar) <= calendar.addWorkingDays(first, 1)
}
