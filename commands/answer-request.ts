// What the office of a body said of an item that was requested: 已列入 with the day of the sitting, or 未列入 and why.
import { z } from 'zod'
import { command, type Answer, type Desk } from '#src/command.ts'
import { Day } from '#src/calendar/day.ts'
import { dayTaken, type AgendaRequest } from '#src/ledger/agenda-request.ts'
import { present } from '#src/ledger/fields.ts'
import { Words, type PlanId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { declineForm, declineReasonMissing, requestDeclined, requestTaken, takeDayMissing, takeForm } from '#templates/requests.ts'
import type { Run } from '#templates/card.ts'
import { carried } from './carried.ts'
import { eitherDayIn, pastDayIn, type DayRead } from './day-argument.ts'
import { dayRefusal } from './day-refused.ts'
import { fieldErrors } from './field-errors.ts'
import { recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { whichPlan } from './which-plan.ts'

const request = z.string().trim().toLowerCase().max(20)
const plan = z.string().max(199).optional()

type Meant = { ok: true; about: { plan: PlanId; name: string; request: AgendaRequest } } | { ok: false; answer: Answer }

/** @param run the same act with a plan chosen @param said what the person wrote of it */
export async function requestMeant(desk: Desk, asked: string | undefined, id: string, run: (plan: PlanState) => Run, said?: string): Promise<Meant> {
  const having = asked === undefined ? [...desk.plans.values()].filter(({ requests }) => requests.has(id)) : []
  const runs = new Map(await Promise.all(having.map(async (plan): Promise<[PlanId, Run]> => [plan.id, await carried(run(plan), desk)])))
  const which = whichPlan(desk, asked, (plan) => runs.get(plan) ?? { command: 'meeting', args: { plan } }, ({ requests }) => requests.has(id), said)
  if (!which.ok) return which
  const known = which.plan.requests.get(id)
  if (known === undefined) return { ok: false, answer: refused({ code: 'request-unknown', asked: id }, desk) }
  return { ok: true, about: { plan: which.plan.id, name: which.plan.bodies.get(known.body)?.name ?? known.body, request: known } }
}

export const takeRequest = command({
  name: { zh: '列入议题', en: 'take-request' },
  usage: { zh: '列入议题 q1 3月12日（日期记错了，写对的再输一次）', en: 'take-request q1 3/12 (a wrong day: once more with the right one)' },
  about: { zh: '登记申报的议题已列入哪天的会', en: 'record that a requested item was taken, and of which day' },
  then: { zh: '会开了才计入频次；已经开过的日子按已召开记。', en: 'It counts once it was held; of a day that has been it was.' },
  group: 'meeting',
  may: 'take-request',
  unoffered: true,
  /** `from`: the day on record that is put right; of what is typed it is the one that stands. `waiting`: as it was seen none was on record. */
  args: z.object({ plan, request, day: z.string().max(40).default(''), from: Day.optional(), waiting: z.boolean().default(false), form: z.boolean().default(false) }),
  typed: ([id, ...day]) => ({ request: id, ...(day.length === 0 ? {} : { day: day.join(' ') }) }),
  async run({ plan: asked, request: id, day: written, from: seen, waiting, form }, desk) {
    const meant = await requestMeant(desk, asked, id, (of) => ({ command: 'take-request', args: { plan: of.id, request: id, day: dayShown(written, of.requests.get(id), desk.today), ...asSeen(of, id) } }), written)
    if (!meant.ok) return meant.answer
    const { about } = meant
    const stands = dayOnRecord(about, desk)
    if (stands !== undefined && (seen === undefined ? form || waiting || written.trim() === '' : seen !== stands)) return refused({ code: 'request-taken', day: stands, request: id }, desk)
    if (written.trim() === '' && about.request.status !== 'declined') return form ? { kind: 'form-errors', errors: takeDayMissing(desk.lang) } : { kind: 'form', form: takeForm({ ...about, wanted: about.request.wanted, from: stands }, desk.lang) }
    const day = written.trim() === '' ? ({ ok: true, day: desk.today } as const) : takenDayIn(written, about.request, desk.today)
    if (!day.ok) return form ? { kind: 'form-errors', errors: fieldErrors('day', dayRefusal(day, desk.today, 'either'), desk) } : refused(dayRefusal(day, desk.today, 'either'), desk, { command: 'take-request', args: { plan: about.plan, request: id, day: written, ...present({ from: stands }) } })
    return recorded(desk.record(about.plan, { type: 'take-request', request: id, day: day.day, ...present({ from: stands }) }), desk, () => requestTaken({ ...about, day: day.day, from: stands, today: desk.today, ...present({ meeting: sittingNow(about, desk) }) }, desk.lang))
  },
})

/** The number of the sitting that has it. */
const sittingNow = ({ plan, request }: Extract<Meant, { ok: true }>['about'], { plans }: Desk): string | undefined => ((now) => (now?.status === 'taken' ? now.meeting : undefined))(plans.get(plan)?.requests.get(request.id))

/** Of one that was taken the day of its sitting. */
const dayOnRecord = ({ plan: id, request }: Extract<Meant, { ok: true }>['about'], { plans }: Desk): Day | undefined => dayTakenIn(plans.get(id), request)
const dayTakenIn = (of: PlanState | undefined, request: AgendaRequest | undefined): Day | undefined => (of === undefined || request?.status !== 'taken' ? undefined : dayTaken(of, request))

/** A button is of what stood when it was shown: what another records meanwhile is not put right by it. */
const asSeen = (of: PlanState, id: string): { from: Day } | { waiting: true } => ((from) => (from === undefined ? { waiting: true as const } : { from }))(dayTakenIn(of, of.requests.get(id)))

/** A button has the day that was meant, and not the words. */
const dayShown = (written: string, request: AgendaRequest | undefined, today: Day): string => ((read) => (read?.ok === true ? read.day : written))(request === undefined || written.trim() === '' ? undefined : takenDayIn(written, request, today))

/** Without its year it is the day that has been, where it was asked for by then: in January 12月28日 is last December's. */
function takenDayIn(written: string, { on }: Pick<AgendaRequest, 'on'>, today: Day): DayRead {
  const past = pastDayIn(written, today)
  return past.ok && past.day >= on && past.day <= today ? past : eitherDayIn(written, today)
}

export const declineRequest = command({
  name: { zh: '未列入议题', en: 'decline-request' },
  also: ['未列入'],
  usage: { zh: '未列入议题 q1 〔原因〕', en: 'decline-request q1 〔why〕' },
  about: { zh: '登记申报的议题没有列入及原因', en: 'record that a requested item was not taken, and why' },
  then: { zh: '这个议题不再等答复，要再报请重新申报。', en: 'It waits no more; to ask again, request it anew.' },
  group: 'meeting',
  may: 'decline-request',
  unoffered: true,
  args: z.object({ plan, request, reason: Words.default(''), form: z.boolean().default(false) }),
  typed: ([id, ...reason]) => ({ request: id, reason: reason.join(' ') }),
  async run({ plan: asked, request: id, reason, form }, desk) {
    const meant = await requestMeant(desk, asked, id, ({ id: plan }) => ({ command: 'decline-request', args: { plan, request: id, reason } }), reason)
    if (!meant.ok) return meant.answer
    const { about } = meant
    if (reason.trim() === '' && about.request.status === 'waiting') return form ? { kind: 'form-errors', errors: declineReasonMissing(desk.lang) } : { kind: 'form', form: declineForm(about, desk.lang) }
    return recorded(desk.record(about.plan, { type: 'decline-request', request: id, reason }), desk, () => requestDeclined({ ...about, reason }, desk.lang))
  },
})
