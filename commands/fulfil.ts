// One period's duty is done: pressed as 已完成, typed as 周期 完成.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { Words } from '#src/ledger/ids.ts'
import { fulfilmentKey } from '#src/ledger/obligation.ts'
import { nextOccurrence, occurrencesNow } from '#src/queries/occurrences.ts'
import { unitName } from '#src/directory/directory.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import { dutyFulfilled } from '#templates/duties.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

const Done = z.object({ plan: z.string().max(200).optional(), occurrence: z.string().max(60), words: Words.default('') })

export const fulfil = command({
  name: { zh: '已报送', en: 'fulfil' },
  usage: { zh: '已报送 c3/2026/1', en: 'fulfil c3/2026/1' },
  about: { zh: '登记本期周期任务已完成', en: "record that this period's duty is done" },
  group: 'year',
  may: 'fulfil',
  hidden: true,
  args: Done,
  typed: ([occurrence, ...words]) => ({ occurrence, words: words.join(' ') }),
  run: fulfilled,
})

export function fulfilled({ plan: asked, occurrence: key, words }: z.infer<typeof Done>, desk: Desk): Answer | Promise<Answer> {
  const [clause = ''] = key.split('/')
  const which = whichPlan(desk, asked, (plan) => runOf('fulfil', { plan, occurrence: key, words }), ({ obligations }) => obligations.has(clause))
  if (!which.ok) return which.answer
  const { plan } = which
  const obligation = plan.obligations.get(clause)
  const view = viewOf(desk, plan)
  const known = obligation === undefined ? [] : [...occurrencesNow(view, obligation), ...[nextOccurrence(view, obligation)].filter((next) => next !== undefined)]
  const occurrence = known.find((each) => each.key === key)
  // Who owes it may only be known from the task's lead; a period long past is looked up by nobody.
  const unit = occurrence?.debtor ?? obligation?.debtor
  if (obligation === undefined || unit === undefined) return refused({ code: 'occurrence-unknown', asked: key }, desk)
  const member = desk.directory.units.get(unit)?.members?.find((each) => desk.asker !== undefined && unitsAnsweredBy(desk.asker).includes(each))
  const done = plan.fulfilments.get(fulfilmentKey(key, member)) ?? plan.fulfilments.get(key)
  if (done !== undefined) return refused({ code: 'occurrence-done', on: done.on, by: done.by }, desk)
  return recorded(desk.record(plan.id, { type: 'fulfil', occurrence: key, unit, ...(member === undefined ? {} : { member }), words }), desk, () => dutyFulfilled({ what: obligation.what, time: desk.calendar.timeAt(desk.now, plan.zone), ...(obligation.receiver === undefined ? {} : { waitsFor: unitName(desk.directory, obligation.receiver) }) }, desk.lang))
}
