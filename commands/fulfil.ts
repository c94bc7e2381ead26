// One period's duty is done: pressed as 已完成, which asks what shows it; typed as 周期 完成.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { present } from '#src/ledger/fields.ts'
import { Words } from '#src/ledger/ids.ts'
import { dutyForm, dutyFulfilled } from '#templates/duty-answers.ts'
import { keptWords } from './kept-words.ts'
import { beyondOffered, quotaNow } from './duty-beyond.ts'
import { ownDuty } from './own-duty.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { whichPlan } from './which-plan.ts'

const Done = z.object({
  plan: z.string().max(200).optional(), occurrence: z.string().max(60), words: Words.default(''),
  /** Words too long for a button. */
  kept: z.string().max(40).optional(),
  /** What shows it is asked first. */
  ask: z.boolean().default(false),
})

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

export async function fulfilled({ plan: asked, occurrence, words: given, kept, ask }: z.infer<typeof Done>, desk: Desk): Promise<Answer> {
  const words = await keptWords(kept, given, desk)
  const [clause = ''] = occurrence.split('/')
  const which = whichPlan(desk, asked, (plan) => runOf('fulfil', { plan, occurrence, words, ask }), ({ obligations }) => obligations.has(clause))
  if (!which.ok) return which.answer
  const found = ownDuty(desk, which.plan, occurrence)
  if (!found.ok) return (await beyondOffered(desk, which.plan, occurrence, words)) ?? refused(found.refusal, desk)
  const { plan, obligation, unit, member } = found.own
  if (ask) return { kind: 'form', form: dutyForm('done', { plan: plan.id, obligation, occurrence }, desk.lang) }
  const recording = desk.record(plan.id, { type: 'fulfil', occurrence, unit, ...(member === undefined ? {} : { member }), words })
  const facts = { obligation, words, time: desk.calendar.timeAt(desk.now, plan.zone), ...(obligation.receiver === undefined ? {} : { waitsFor: unitName(desk.directory, obligation.receiver) }) }
  return recorded(recording, desk, () => dutyFulfilled({ ...facts, ...present({ quota: quotaNow(desk, found.own), at: desk.asker === undefined ? undefined : plan.lastActs.get(desk.asker.id)?.at }) }, desk.lang), runOf('fulfil', { plan: plan.id, occurrence, words }), { about: [{ plan: plan.id, occurrence }] })
}
