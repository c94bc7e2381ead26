// One notice as a line of a message, drawn from the state now: with its buttons while it is owed, with what stands once it is not.
import { unitName, unitNow } from '#src/directory/directory.ts'
import { standingOf } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { answering, partOf } from '#src/queries/answering.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { taskList, unitsWithoutContact } from '#src/queries/task-list.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { named, type Drawing } from './answered-line.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, dueDayWords, shortDay } from './day-words.ts'
import { amendedLine, withdrawnLine } from './amended-notice.ts'
import { askedLine } from './asked-line.ts'
import { occurrenceLine, submissionLine, submissionReturnedLine } from './duty-lines.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'
import { leaderByItselfLine, leaderToldLine } from './leader-notes.ts'
import { coordinationDecidedLine, handedUpLine, instructionDisownedLine, spokenLine, supportingLine } from './instruction-notices.ts'
import { milestonesReturnedLine } from './milestone-notices.ts'
import { cadenceLine, requestLine } from './cadence-notices.ts'
import { heldActions } from './meetings.ts'
import { noticeWords } from './notice-words.ts'
import { lookBackOf } from '#src/queries/look-back.ts'
import { reviewKindWords } from './review-kind-words.ts'
import { toPrepare } from './reviews.ts'
import { rulingLine } from './ruling-lines.ts'
import { dueSetLine, leadNamedLine } from './task-set-lines.ts'
import type { OpeningNotice } from './openings.ts'
import { rich } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

/** Notices about units without a contact, and about milestones to propose, to review, approved, are one line together; what opens a message is no line, and a round that is watched is a message of its own. */
export type LineNotice = Exclude<Notice, OpeningNotice | { kind: 'uncontacted' | 'petition-waits' | 'review-overdue' | 'round-watch' | 'weekly-brief' | 'milestones-asked' | 'milestones-waiting' | 'milestones-approved' | 'leader-note-waits' }>

export function noticeLine(notice: LineNotice, drawing: Drawing): NoticeLine {
  switch (notice.kind) {
    case 'due-soon': case 'overdue': case 'milestone-due': case 'milestone-overdue': case 'progress-due': case 'round-due': case 'nudged': case 'returned':
      return askedLine(notice, drawing)
    case 'milestones-returned':
      return milestonesReturnedLine(notice, drawing)
    case 'claim-waiting':
      return claimLine(notice, drawing)
    case 'occurrence-due':
      return occurrenceLine(notice, drawing)
    case 'submission-waits':
      return submissionLine(notice, drawing)
    case 'submission-returned':
      return submissionReturnedLine(notice, drawing)
    case 'cadence-open':
      return cadenceLine(notice, drawing)
    case 'meeting-passed':
      return meetingPassedLine(notice, drawing)
    case 'review-ahead':
      return reviewLine(notice, drawing)
    case 'review-off':
      return reviewOffLine(notice, drawing)
    case 'request-waits':
      return requestLine(notice, drawing)
    case 'look-back-due':
      return lookBackLine(notice, drawing)
    case 'amended':
      return amendedLine(notice, drawing)
    case 'withdrawn':
      return withdrawnLine(notice, drawing)
    case 'ruled': case 'accepted': case 'ended': case 'part-received': case 'course-changed': case 'pause-ends': case 'recorded-for': case 'coordination-waits':
      return rulingLine(notice, drawing)
    case 'lead-named':
      return leadNamedLine(notice, drawing)
    case 'due-set':
      return dueSetLine(notice, drawing)
    case 'leader-told':
      return leaderToldLine(notice, drawing)
    case 'instructed':
      return answering(drawing.view, notice.task)?.unit === unitNow(drawing.directory, notice.unit) ? askedLine(notice, drawing) : supportingLine(notice, drawing)
    case 'instruction-spoken':
      return spokenLine(notice, drawing)
    case 'instruction-disowned':
      return instructionDisownedLine(notice, drawing)
    case 'coordination-up':
      return handedUpLine(notice, drawing)
    case 'coordination-decided':
      return coordinationDecidedLine(notice, drawing)
    case 'leader-by-itself':
      return leaderByItselfLine(notice, drawing)
  }
}
function claimLine(notice: Extract<Notice, { kind: 'claim-waiting' }>, drawing: Drawing): NoticeLine {
  const { view, directory, lang } = drawing
  const w = noticeWords[lang]
  const task = named(drawing, notice.task)
  const unit = unitName(directory, notice.member ?? notice.unit)
  const part = partOf(view, notice.task, notice.unit)
  const { accepted, claim, returned } = part === undefined ? {} : standingOf(part, notice.member)
  const done = accepted?.on ?? (part?.status === 'accepted' ? part.acceptedOn : undefined)
  if (done !== undefined) return settled(`${task} · ${unit}`, w.accepted(shortDay(done, lang, view.today)))
  if (returned !== undefined) return settled(`${task} · ${unit}`, w.sentBack({ day: shortDay(returned.on, lang, view.today), reason: returned.reason }), '↩️')
  if (claim === undefined) return settled(`${task} · ${unit}`, w.gone)
  const args = { task: taskRef({ plan: view.plan.id, number: notice.task }), unit: notice.unit, ...(notice.member === undefined ? {} : { member: notice.member }), claimedAt: claim.at }
  return owed(w.claimWaiting({ task, unit, day: shortDay(claim.on, lang, view.today), words: cutTo(claim.words, 120) }), {
    actions: [
      { label: w.accept, says: cutTo(`${w.accept}：${task}`, 70), run: { command: 'accept', args } },
      { label: w.sendBack, says: cutTo(`${w.sendBack}：${task}`, 70), run: { command: 'return', args } },
    ],
  })
}

function meetingPassedLine(notice: Extract<Notice, { kind: 'meeting-passed' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const meeting = view.plan.meetings.get(notice.meeting)
  if (meeting === undefined) return settled(notice.meeting, w.gone)
  const body = view.plan.bodies.get(meeting.body)?.name ?? meeting.body
  const when = `${shortDay(meeting.day, lang, view.today)} ${meeting.time}`
  if (meeting.status === 'held') return settled(`${body} ${when}`, w.held(shortDay(meeting.settledOn, lang, view.today)))
  if (meeting.status === 'not-held') return settled(`${body} ${when}`, w.notHeld({ day: shortDay(meeting.settledOn, lang, view.today), reason: meeting.reason }))
  return owed(w.meetingPassed({ body, when }), { actions: heldActions(view.plan.id, meeting.id, body, lang) })
}

/** So many tasks are named in the sentence. */
const tasksNamed = 2

function reviewLine(notice: Extract<Notice, { kind: 'review-ahead' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const review = view.plan.reviews.get(notice.review)
  if (review === undefined) return settled(notice.review, w.gone)
  const kind = reviewKindWords[lang][review.kind]
  if (review.status === 'cancelled') return settled(`${dayWords(review.day, lang, view.today)} ${kind}`, w.reviewOff({ day: shortDay(review.cancelledOn, lang, view.today), reason: review.reason }))
  if (review.status === 'closed') return settled(`${dayWords(review.day, lang, view.today)} ${kind}`, w.closed({ day: shortDay(review.closedOn, lang, view.today), outcome: cutTo(review.outcome, 60) }))
  const own = review.tasks.flatMap((no) => taskCard(view, no) ?? []).filter(({ lead }) => lead?.unit === notice.unit)
  const shown = own.slice(0, tasksNamed).map((task) => `${task.number} ${shortTitle(task)}`).join(lang === 'zh' ? '、' : ', ')
  const tasks = `${shown}${own.length > tasksNamed ? (lang === 'zh' ? `等${own.length}项` : ` and ${own.length - tasksNamed} more`) : ''}`
  return owed(w.review({ day: dueDayWords(review.day, lang, view), kind, tasks }), {
    below: [...(review.moved === undefined ? [] : [rich`${w.reviewMoved({ day: shortDay(review.moved.from, lang, view.today), reason: review.moved.reason })}`]), ...(review.prepare === '' ? [] : [rich`${w.prepare(cutTo(review.prepare, 200))}`]), ...own.map((task) => toPrepare(task, lang))],
    actions: own.slice(0, 1).map((task) => ({ label: w.prepareSeen, says: cutTo(`${w.prepareSeen}：${shortTitle(task)}`, 70), run: own.length === 1 ? ways.task(task) : ways.mine() })),
  })
}

/** Nothing is asked any more. */
function reviewOffLine({ review: id }: Extract<Notice, { kind: 'review-off' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const review = view.plan.reviews.get(id)
  if (review?.status !== 'cancelled') return settled(id, w.gone)
  return owed(w.reviewCalledOff({ day: shortDay(review.day, lang, view.today), kind: reviewKindWords[lang][review.kind], reason: review.reason }))
}

function lookBackLine({ review: id, plan }: Extract<Notice, { kind: 'look-back-due' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const review = view.plan.reviews.get(id)
  if (review === undefined) return settled(id, w.gone)
  const name = `${shortDay(review.day, lang, view.today)} ${reviewKindWords[lang][review.kind]}`
  const waits = lookBackOf(view, review)
  if (waits === undefined) return settled(name, w.lookedBack)
  const tasks = [...waits.done, ...waits.past].map((number) => taskRef({ plan, number })).join(',')
  return owed(w.lookBack({ day: shortDay(review.day, lang, view.today), kind: reviewKindWords[lang][review.kind], done: waits.done.length, past: waits.past.length }), { actions: [{ label: w.scheduleLookBack, run: { command: 'review', args: { schedule: true, kind: 'look-back', task: tasks, plan } } }] })
}

/** So many units are named before 等. */
const unitsNamed = 4

/** Units of one plan that owe something and have nobody to be asked. */
export function uncontactedLine(units: readonly UnitId[], { view, directory, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const still = unitsWithoutContact(view).filter((unit) => units.includes(unit))
  const names = (of: readonly UnitId[]): string => `${of.slice(0, unitsNamed).map((unit) => unitName(directory, unit)).join(lang === 'zh' ? '、' : ', ')}${of.length > unitsNamed ? (lang === 'zh' ? '等' : ' …') : ''}`
  const [only, ...more] = still
  if (still.length === 0) return settled(names(units), w.contactNamed)
  const tasks = taskList(view, { only: 'no-contact' }).filter(({ lead }) => lead !== undefined && still.includes(lead.unit)).length
  return owed(w.uncontacted({ units: names(still), count: still.length, tasks }), { beside: { label: w.nameContact, run: only === undefined || more.length > 0 ? ways.silentUnits(view.plan.id) : ways.nameContact(unitName(directory, only)) } })
}
