// A plan's marks may change while one is in force: what was told at one is not told again at another that began before it.
import { headName, overName } from './mark.ts'
import type { Notice } from './notice.ts'
import { nothingName, reviewMarks, toldName } from './told-of-review.ts'

/**
 * Where a plan's marks were changed, the mark in force may have begun on a day before one at which it was told already.
 * On the day on which a mark begins there is nothing to look for.
 */
export function isToldAtOtherMark(notice: Notice, isTold: (key: string) => boolean): boolean {
  const parts = notice.key.split('/')
  // Whoever was told of a review at any mark knows that it is held.
  const own = parts.at(-3)
  if (notice.kind === 'review-ahead' && (own === toldName || own === nothingName)) return [toldName, nothingName, ...reviewMarks].some((name) => name !== own && isTold(parts.with(-3, name).join('/')))
  const at = parts.length - (notice.kind === 'review-ahead' ? 3 : 2)
  return laterMarks(notice, parts[at] ?? '').some((name) => isTold(parts.with(at, name).join('/')))
}

/** The names of all days from the one after a mark began until today. */
function laterMarks(notice: Notice, mark: string): string[] {
  if ('workingDaysOver' in notice && notice.workingDaysOver !== undefined) {
    const [, ofHead, fives = ''] = /^(?:over|(head))(-?[\d.]+)$/.exec(mark) ?? []
    const [began, nameOf] = ofHead === undefined ? [Number(fives) * 5 + 1, overName] : [(Number(fives) + 1) * 5, headName]
    return fives === '' ? [] : days(Math.round(began) + 1, notice.workingDaysOver).map(nameOf)
  }
  if (!('workingDaysLeft' in notice) || !/^\d+$/.test(mark)) return []
  return days(Math.max(0, notice.workingDaysLeft), Number(mark) - 1).map(String)
}

const days = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
