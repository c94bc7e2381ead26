// To the secretary: a body still has to meet, or an item that was asked of one has no answer.
import { cadencesOf } from '#src/meetings/cadence.ts'
import { answerWithin, isAskedFor, waitingOf } from '#src/meetings/requests.ts'
import type { Notice } from '#src/reminders/notice.ts'
import type { Drawing } from './answered-line.ts'
import { cadenceWords, clauseLine, excuseAction } from './cadences.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'
import { scheduleLabel, scheduleRun } from './meetings.ts'
import { noticeWords } from './notice-words.ts'
import { answerActions, requestAction } from './requests.ts'
import { saysOf } from './says-of.ts'

export function cadenceLine(notice: Extract<Notice, { kind: 'cadence-open' }>, drawing: Drawing): NoticeLine {
  const { view, lang } = drawing
  const w = noticeWords[lang]
  const body = view.plan.bodies.get(notice.body)
  // The window the notice was about, also when it is drawn again in the next.
  const facts = body === undefined ? undefined : cadencesOf(view.plan, body, notice.closes).find(({ cadence }) => cadence === notice.cadence)
  if (body === undefined || facts === undefined) return settled(notice.body, w.gone)
  if (facts.missing === 0) {
    const last = facts.scheduled.at(-1)
    return settled(body.name, last === undefined || facts.excused !== undefined ? cadenceWords(facts, lang, view.today) : w.arranged(`${dayWords(last.day, lang, view.today)} ${last.time}`))
  }
  const asked = isAskedFor(view.plan, body, facts.missing) ? waitingOf(view.plan, body.id).at(-1) : undefined
  if (asked !== undefined) return settled(body.name, w.petitioned(shortDay(asked.on, lang, view.today)))
  const said = { body: body.name, facts: cadenceWords(facts, lang, view.today) }
  return owed(body.convened ? w.cadence(said) : w.petition(said), {
    below: [clauseLine(facts)],
    actions: [body.convened ? { label: scheduleLabel(lang), says: saysOf(scheduleLabel(lang), body.name, lang), run: scheduleRun(view.plan.id, body.id) } : requestAction(view.plan.id, body, lang), excuseAction(view.plan.id, facts, lang)],
  })
}

export function requestLine(notice: Extract<Notice, { kind: 'request-waits' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const request = view.plan.requests.get(notice.request)
  if (request === undefined) return settled(notice.request, w.gone)
  const body = view.plan.bodies.get(request.body)?.name ?? request.body
  const name = `${body} · ${cutTo(request.topic, 40)}`
  if (request.status === 'taken') return settled(name, w.requestTaken(shortDay(request.day, lang, view.today)))
  if (request.status === 'declined') return settled(name, w.requestDeclined(cutTo(request.reason, 60)), '↩️')
  return owed(w.requestWaits({ body, topic: cutTo(request.topic, 40), days: notice.workingDaysOver + answerWithin }), { actions: answerActions(view.plan.id, request, lang) })
}
