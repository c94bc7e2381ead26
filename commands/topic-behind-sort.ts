// 三楼会议室 专题 校舍安全: behind the kind of a sitting stands what it is about.
import { labelsApart, type Labelled } from './labels-typed.ts'
import { sortAt } from './sort-argument.ts'
import { splitAtPast, splitAtRecurring } from './typed-day.ts'
import { isWhenMeant, whenBehind } from './unread-when.ts'

/** @param isPast what was has no place @returns undefined where no kind stands there, or no place was said, before it or with its label: what stands behind it is the place then */
export function topicBehindSort(typed: readonly string[], isPast = false): Labelled | undefined {
  const at = sortAt(typed)
  if (at < 0) return undefined
  const [before, behind] = [labelsApart(typed.slice(0, at)), labelsApart(typed.slice(at + 1))]
  const { before: name, day, place } = whenBehind((isPast ? splitAtPast : splitAtRecurring)(before.words))
  const isWhole = isPast ? name !== '' : day !== undefined && (before.place !== '' || place !== '' || behind.place !== '')
  if (!isWhole) return undefined
  const about = behind.words.filter((word) => !isWhenMeant(word)).join(' ')
  return {
    words: [...before.words, ...behind.words.filter(isWhenMeant)], asked: { ...before.asked, ...behind.asked },
    place: joined(before.place, behind.place), topic: [before.topic, about, behind.topic].filter((each) => each !== '').join('；'),
  }
}

const joined = (...places: readonly string[]): string => places.filter((each) => each !== '').join(' ')
