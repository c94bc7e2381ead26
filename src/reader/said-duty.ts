// Which duty of the year plain words name: 周期3, p2-周期3, duty 3.
import { folded } from './folded-text.ts'
import { matchesOf } from './matches.ts'

/** `rest`: the words besides the name, as they were written. */
export type SaidDuty = { plan?: string; number: number; rest: string }

/** A cycle of three years (建设周期3年) names none: what stands before it is no word, what stands behind it no measure. */
const form = /(?<![\p{Script=Han}\w-])(?:([pP]\d{1,6})[—#/])?(?:周期(?:任务)?第?|[Dd]uty) {0,2}(\d{1,4})(?![\d/%.年月天日周季个次])(?:[号项])?/gu
const around = /^[\s,，:：;；、。.]{0,20}|[\s,，:：;；、]{0,20}$/g

/** The first that is named; undefined where none is. */
export function saidDuty(words: string): SaidDuty | undefined {
  const [match] = matchesOf(form, folded(words))
  if (match === undefined) return undefined
  const [whole, plan, number = ''] = match
  const rest = `${words.slice(0, match.index)} ${words.slice(match.index + whole.length)}`
  return { ...(plan === undefined ? {} : { plan: plan.toLowerCase() }), number: Number(number), rest: rest.replace(around, '') }
}
