// 请教育局下周五前拿出方案, said by a leader without 批示 before it: nothing is given out, and it is one press away with its words.
import { answered, type Answer, type Desk } from '#src/command.ts'
import { leadersOf } from '#src/directory/aide.ts'
import { instructedDay } from '#src/queries/instructed-day.ts'
import { instructedUnits } from '#src/queries/instructed-units.ts'
import { instructOffer } from '#templates/instruct-offer.ts'
import { carried } from './carried.ts'
import { runOf } from './run-of.ts'

/** How an order begins; without such a word a unit and a day make one. */
const orders = /^(?:请|责成|责令|要求|督促|安排|通知|让|叫|由|务必|立即|马上|尽快)|(?:，|,|。)请(?!问)|^(?:please|ask|tell|have|get|let) /iu

/** Undefined of whoever gives no instructions, and of words that name nobody. An aide is offered to record it as their leader's. */
export async function orderOffered(words: string, desk: Desk): Promise<Answer | undefined> {
  const { asker, directory, today, calendar, lang } = desk
  if (asker === undefined) return undefined
  const isLeader = asker.roles.includes('leader')
  if (!isLeader && leadersOf(directory, asker).length === 0) return undefined
  const { units, unclear, strangers } = instructedUnits(directory, words)
  const named = units.length + unclear.length
  const isOrder = orders.test(words.trim()) ? named + strangers.length > 0 : named > 0 && instructedDay(words, today, calendar) !== undefined
  return isOrder ? answered(instructOffer({ words, isSpoken: !isLeader, run: await carried(runOf(isLeader ? 'instruct' : 'spoken', { words }), desk) }, lang)) : undefined
}
