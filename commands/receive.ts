// The receiver says that what was submitted to them came: a button, or typed with the duty's name (已收到 周期5). A secretary records it for a receiver for whom nobody answers (代录): who said it, and how.
import { z } from 'zod'
import type { Instant } from '#src/calendar/day.ts'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { unitName } from '#src/directory/directory.ts'
import { present } from '#src/ledger/fields.ts'
import { UnitId } from '#src/ledger/ids.ts'
import type { Obligation, ObligationIntent } from '#src/ledger/obligation.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { dutyFulfilled, receiptForm } from '#templates/duty-answers.ts'
import { behalfMissing } from '#templates/on-behalf.ts'
import { nothingNoted } from '#templates/said-echo.ts'
import { pastDayIn, type DayRead } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { duties } from './duties.ts'
import { fieldErrors } from './field-errors.ts'
import { placeOf } from './receipt-place.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { runOf } from './run-of.ts'
import { saidBy } from './said-by.ts'
import { submissionMeant, submissionsFor, type Meant } from './submission-meant.ts'
import { whichPlan } from './which-plan.ts'

export const receive = command({
  name: { zh: '已收到', en: 'receive' },
  usage: { zh: '已收到 周期3', en: 'receive duty 3' },
  about: { zh: '签收报送来的材料', en: 'say that a submission came' },
  then: { zh: '这一期算完成；对方会看到您收到了。', en: 'It counts as done for its period; whoever handed it in sees that it came.' },
  group: 'year',
  may: 'receive',
  unfollowed: ['已收到'],
  unoffered: true,
  args: z.object({
    plan: z.string().max(200).optional(), occurrence: z.string().max(60).default(''), member: UnitId.optional(),
    who: z.string().trim().max(60).default(''), how: z.string().trim().max(60).default(''), day: z.string().max(40).default(''), form: z.boolean().default(false),
  }),
  typed([occurrence = '', ...rest]) {
    const { who, how, day } = saidBy(rest)
    return { occurrence, ...(how === undefined ? present({ member: rest[0] }) : present({ who, how, day })) }
  },
  run({ plan: asked, occurrence: named, member, ...said }, desk) {
    // By itself it is courtesy as often as not: what waits is shown, and pressed.
    if (named === '') return submissionsFor(desk).length === 0 ? answered(nothingNoted(true, desk.lang)) : listed(desk)
    const meant = submissionMeant(desk, { plan: asked, occurrence: named, member })
    return meant.ok ? receiveOne(meant.meant, said, desk) : refused(meant.refusal, desk)
  },
})

type Said = { who: string; how: string; day: string; form: boolean }

async function listed(desk: Desk): Promise<Answer> {
  const answer = await duties.handle({}, desk)
  if (answer.kind === 'args-refused') throw new Error('the list of duties needs no arguments')
  return answer
}

function receiveOne({ plan: asked, occurrence, member }: Meant, said: Said, desk: Desk): Promise<Answer> | Answer {
  const [clause = ''] = occurrence.split('/')
  const of = { occurrence, ...present({ member }) }
  const which = whichPlan(desk, asked, (plan) => runOf('receive', { plan, ...of, ...said }), ({ obligations }) => obligations.has(clause))
  if (!which.ok) return which.answer
  const { plan } = which
  const obligation = plan.obligations.get(clause)
  if (obligation?.receiver === undefined) return refused({ code: 'nothing-to-receive', asked: occurrence }, desk)
  const place = placeOf(desk, obligation.receiver)
  if (place === 'theirs') return refused({ code: 'receiver-answers', unit: obligation.receiver }, desk)
  if (place === 'own') return received(desk, { plan, obligation, intent: { type: 'receive', ...of, unit: obligation.receiver } })
  const missing = ([['who', said.who], ['how', said.how]] as const).flatMap(([field, value]) => (value === '' ? [field] : []))
  if (missing.length > 0) return said.form ? { kind: 'form-errors', errors: behalfMissing(missing, desk.lang) } : { kind: 'form', form: receiptForm({ plan: plan.id, obligation, ...of, receiver: unitName(desk.directory, obligation.receiver), ...said }, desk.lang) }
  const day: DayRead = said.day === '' ? { ok: true, day: desk.today } : pastDayIn(said.day, desk.today)
  const wrong = !day.ok ? dayRefusal(day, desk.today, 'past') : day.day > desk.today ? { code: 'day-ahead' as const, day: day.day, today: desk.today } : undefined
  if (!day.ok || wrong !== undefined) return wrong !== undefined && said.form ? { kind: 'form-errors', errors: fieldErrors('day', wrong, desk) } : refused(wrong ?? { code: 'day-unclear', asked: said.day }, desk, runOf('receive', { plan: plan.id, ...of, who: said.who, how: said.how, day: said.day }))
  return received(desk, { plan, obligation, intent: { type: 'receive', ...of, unit: obligation.receiver, onBehalf: { who: said.who, how: said.how, on: day.day } } })
}

type Receipt = { plan: PlanState; obligation: Obligation; intent: Extract<ObligationIntent, { type: 'receive' }> }

function received(desk: Desk, { plan, obligation, intent }: Receipt): Promise<Answer> {
  const at = (): Instant | undefined => (desk.asker === undefined ? undefined : plan.lastActs.get(desk.asker.id)?.at)
  return recorded(desk.record(plan.id, intent), desk, () => dutyFulfilled({ obligation, time: desk.calendar.timeAt(desk.now, plan.zone), ...present({ onBehalf: intent.onBehalf, at: at() }) }, desk.lang), undefined, { about: [{ plan: plan.id, occurrence: intent.occurrence }] })
}
