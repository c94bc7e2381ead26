// What a plain reply asks for besides a report, offered with one tap: 延期, 不是我负责, 异议.
import type { Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import type { Remark } from '#src/ledger/remark.ts'
import { saidAim } from '#src/reader/said-aim.ts'
import { besidesTasks, saidReport } from '#src/reader/said-report.ts'
import type { Card } from '#templates/card.ts'
import { extensionOffer, notOursOffer, objectionOffer } from '#templates/said-offer.ts'
import { dayIn } from './day-argument.ts'
import { whyNotExtended } from './extend.ts'
import type { OwnTask } from './own-task.ts'
import { refusedCard } from './refused.ts'
import { runOf } from './run-of.ts'
import { taskName } from './task-argument.ts'

/** Words that a button carries with room to spare; longer ones are written in the form. */
const inButton = 500

/** Undefined where they ask for none of these. */
export function offerOf(own: OwnTask, { words, at, on }: Remark, desk: Desk): Card | undefined {
  const besides = besidesTasks(words, own.task)
  const aim = saidAim(besides)
  if (aim === undefined) return undefined
  const [task, lang] = [own.card(), desk.lang]
  const of = { task: taskName(own.plan.id, own.task), unit: own.part.unit }
  const report = runOf('report-form', { ...of, remark: at })
  const short = besides.trim().length > inButton ? undefined : besides.trim()
  switch (aim.kind) {
    case 'extension': {
      const refusal = whyNotExtended(own)
      if (refusal !== undefined) return refusedCard(refusal, desk)
      const read = aim.day === undefined ? undefined : dayIn(aim.day, on, desk.calendar)
      const day = read?.ok === true ? read.day : undefined
      const reason = aim.reason.length > inButton ? '' : aim.reason
      const args = { ...of, day, reason: reason === '' ? undefined : reason }
      const unreal = aim.day === undefined || day !== undefined ? {} : { unreal: aim.day }
      return extensionOffer({ task, ...(day === undefined ? {} : { day }), ...unreal, reason, today: desk.today, run: runOf('extend', args), change: runOf('extend', { ...args, edit: true }), report }, lang)
    }
    case 'not-ours': {
      const should = unitMeant(own, besides, desk)
      return notOursOffer({ task, ...(should === undefined ? {} : { should }), run: runOf('not-ours', { ...of, should, words: short, form: true }), whose: runOf('not-ours', { ...of, words: short }), report }, lang)
    }
    case 'objection': {
      const isDone = saidReport(words, on, undefined, own.task)?.finished === true
      const claim = isDone ? { claim: short === undefined ? runOf('claim-form', of) : runOf('claim', { task: of.task, words: short }) } : {}
      return objectionOffer({ task, run: runOf('object', { ...of, words: short }), ...claim, report }, lang)
    }
  }
}

/** The one unit that the words name and that is not their own. */
function unitMeant(own: OwnTask, words: string, { directory }: Desk): string | undefined {
  const mine = unitName(directory, own.part.member ?? own.part.unit)
  const named = [...directory.units.values()].filter(({ name, aliases }) => name !== mine && [name, ...aliases].some((one) => one.length > 2 && words.includes(one)))
  const [only, ...more] = named
  return more.length === 0 ? only?.name : undefined
}
