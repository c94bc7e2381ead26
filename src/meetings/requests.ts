// 议题申报 that wait for an answer: of which body, and for how many working days.
import type { Calendar } from '#src/calendar/calendar.ts'
import type { Day } from '#src/calendar/day.ts'
import type { AgendaRequest } from '#src/ledger/agenda-request.ts'
import type { KeptBody } from '#src/ledger/body.ts'
import type { PlanState } from '#src/ledger/plan.ts'

/** Its office may take so many working days; from then on the secretary is told that no answer is on record. */
export const answerWithin = 5

/** `waits`: working days since it was asked. `body` is undefined where a later text has it no more. */
export type RequestWaiting = { request: AgendaRequest; body: KeptBody | undefined; waits: number }

/** The longest first. */
export const requestsWaiting = ({ requests, bodies }: Pick<PlanState, 'requests' | 'bodies'>, today: Day, calendar: Pick<Calendar, 'workingDaysUntil'>): RequestWaiting[] =>
  [...requests.values()].filter(({ status }) => status === 'waiting').map((request) => ({ request, body: bodies.get(request.body), waits: Math.max(0, -calendar.workingDaysUntil(request.on, today)) })).toSorted((a, b) => b.waits - a.waits)

/** What is still missing of a body that others call was asked of it: until it is answered it is on its way. */
export const isAskedFor = (plan: Pick<PlanState, 'requests'>, body: Pick<KeptBody, 'id' | 'convened'>, missing: number): boolean => !body.convened && waitingOf(plan, body.id).length >= missing

/** Those that wait of one body. */
export const waitingOf = ({ requests }: Pick<PlanState, 'requests'>, body: string): AgendaRequest[] => [...requests.values()].filter((request) => request.status === 'waiting' && request.body === body)
