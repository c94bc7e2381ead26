// One notice as a line of a message, drawn from the state now: with its buttons while it is owed, with what stands once it is not.
import type { Day } from '#src/calendar/day.ts'
import { unitName, unitNow } from '#src/directory/directory.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import { standingOf, type Assignment } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { fulfilmentKey, type Fulfilment } from '#src/ledger/obligation.ts'
import { present } from '#src/ledger/fields.ts'
import { roundIdIn } from '#src/ledger/round.ts'
import { cadencesOf } from '#src/meetings/cadence.ts'
import { answering, partOf } from '#src/queries/answering.ts'
import { questionFor } from '#src/queries/round-question.ts'
import { taskCard } from '#src/queries/task-card.ts'
import { taskList, unitsWithoutContact } from '#src/queries/task-list.ts'
import { waitingIn } from '#src/queries/voices.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { isSnoozable } from '#src/reminders/snoozed.ts'
import { answeredLine, disownedLine, named, whoDid, type Drawing } from './answered-line.ts'
import type { Action, Row } from './card.ts'
import { chaseSentence } from './chase-sentence.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, dueDayWords, quarterWords, shortDay } from './day-words.ts'
import { amendedLine, withdrawnLine } from './amended-notice.ts'
import { dutyActions, dutyRuns, receiptFor } from './duty-answers.ts'
import { dutyName } from './duty-name.ts'
import { quotaOf } from '#src/queries/quota.ts'
import { quotaWords } from './quota-words.ts'
import { leaderToldLine } from './leader-notes.ts'
import { milestoneAsked, milestonesReturnedLine } from './milestone-notices.ts'
import { cadenceWords, heldActions, scheduleLabel, scheduleRun } from './meetings.ts'
import { noticeWords } from './notice-words.ts'
import { reviewKindName, toPrepare } from './reviews.ts'
import { rulingLine } from './ruling-lines.ts'
import { dueSetLine, leadNamedLine } from './task-set-lines.ts'
import type { OpeningNotice } from './openings.ts'
import { rich, type Rich } from './rich.ts'
import { openedName } from './round-name.ts'
import { shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

/** `say`: the sentence alone, for the lock screen. `isSettled`: nothing is to be done about it any more. */
export type NoticeLine = { say: string; row: Row; isSettled: boolean }

/** Notices about units without a contact, and about milestones to propose, to review, approved, are one line together; what opens a message is no line, and a round that is watched is a message of its own. */
export type LineNotice = Exclude<Notice, OpeningNotice | { kind: 'uncontacted' | 'petition-waits' | 'review-overdue' | 'round-watch' | 'milestones-asked' | 'milestones-waiting' | 'milestones-approved' | 'leader-note-waits' }>
type OfAssignment = Extract<LineNotice, { task: TaskNo; unit: UnitId }>

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
  }
}

const owed = (say: string, more: Partial<Row> & { below?: readonly Rich[] } = {}): NoticeLine => {
  const { below = [], ...row } = more
  return { say, row: { line: below.reduce((line, next) => rich`${line}\n${next}`, rich`${say}`), ...row }, isSettled: false }
}

/** What the line was about, and what stands. */
const settled = (about: string, stands: string, mark: '✅' | '↩️' = '✅'): NoticeLine => ({ say: `${about} · ${stands}`, row: { line: rich`${mark} ${about} · ${stands}` }, isSettled: true })

type AskedNotice = Extract<Notice, { kind: 'due-soon' | 'overdue' | 'milestone-due' | 'milestone-overdue' | 'progress-due' | 'round-due' | 'nudged' | 'returned' }>

function askedLine(sent: AskedNotice, drawing: Drawing): NoticeLine {
  // As it stands now: the unit may be one with another since.
  const notice = { ...sent, unit: unitNow(drawing.directory, sent.unit) }
  const { view, lang, sentAt } = drawing
  const w = noticeWords[lang]
  const task = named(drawing, notice.task)
  const assignment = partOf(view, notice.task, notice.unit)
  if (assignment === undefined) return settled(task, w.gone)
  const stands = answeredLine(assignment, drawing)
  if (stands !== undefined) return notice.kind === 'round-due' ? stillToAnswer(settled(task, stands), assignment, drawing) : settled(task, stands)
  const disowned = disownedLine(assignment, drawing)
  if (disowned !== undefined) return settled(task, disowned, '↩️')
  const ref = taskRef({ plan: view.plan.id, number: notice.task })
  const asked = sentAt === undefined ? {} : { asked: sentAt }
  const stateActions: Action[] = [
    { label: w.normal, says: `${w.normal}：${task}`, run: { command: 'report', args: { task: ref, unit: notice.unit, ...asked } } },
    { label: w.difficulty, says: `${w.difficulty}：${task}`, run: { command: 'report-form', args: { task: ref, unit: notice.unit, state: 'difficulty', ...asked } } },
  ]
  const putOff = putOffTo(notice, drawing)
  if (notice.kind === 'milestone-due' || notice.kind === 'milestone-overdue') {
    const { say, action, reached } = milestoneAsked(notice, drawing, task)
    return action === undefined ? settled(task, reached ?? w.gone) : owed(say, { ...putOff, actions: [...stateActions, action], more: seldomOf(notice, drawing) })
  }
  const actions: Action[] = [...stateActions, { label: w.completed, says: `${w.completed}：${task}`, run: { command: 'claim-form', args: { task: ref, unit: notice.unit } } }]
  if (notice.kind === 'round-due' && view.plan.rounds.get(roundIdIn(notice.round))?.question !== undefined)
    actions.push({ label: w.answer, says: cutTo(`${w.answer}：${task}`, 70), run: { command: 'report-form', args: { task: ref, unit: notice.unit, state: 'normal', ...asked } } })
  const returned = notice.kind === 'returned' ? standingOf(assignment, notice.member).returned : undefined
  return owed(returned?.reopenedBy !== undefined ? w.reopened({ task, reason: returned.reason }) : askedWords(notice, assignment, task, drawing, returned?.reason ?? ''), { ...putOff, actions, more: seldomOf(notice, drawing) })
}

/** Reported by the reader's unit without a word to the round's question: one field more. */
function stillToAnswer(line: NoticeLine, assignment: Assignment, { view, person, lang }: Drawing): NoticeLine {
  const voices = unitsHeldBy(person).filter((unit) => unit === assignment.unit || assignment.byMember.has(unit))
  const [asked] = voices.flatMap((voice) => questionFor(view, assignment, voice) ?? [])
  if (asked === undefined) return line
  const label = noticeWords[lang].answer
  const run = ways.answerRound({ plan: view.plan.id, number: assignment.task }, asked.round)
  return { ...line, row: { line: rich`${line.row.line}\n${noticeWords[lang].unanswered(cutTo(asked.question, 100))}`, actions: [{ label, says: cutTo(`${label}：${line.say}`, 70), run }] } }
}

/** 稍后提醒: when its reader is reminded again, by their own wish. */
function putOffTo({ task: no }: OfAssignment, { view, person, lang }: Drawing): { below?: readonly Rich[] } {
  const until = view.plan.tasks.get(no)?.course?.snoozes?.find(({ by }) => by === person.id)?.until
  return until === undefined || until <= view.today ? {} : { below: [rich`⏰ ${noticeWords[lang].putOff(dayWords(until, lang, view.today))}`] }
}

/** Behind …: a later reminder, a later date, and that it is not theirs; what waits for the secretary already is not asked again. */
function seldomOf(notice: OfAssignment, { view, person, lang }: Drawing): Action[] {
  const { task: no, unit } = notice
  const task = { plan: view.plan.id, number: no }
  const [of, part] = [view.plan.tasks.get(no), partOf(view, no, unit)]
  const waits = (field: 'extension' | 'question'): boolean => of !== undefined && part !== undefined && waitingIn(of, part, field).some(({ member }) => member === undefined || unitsHeldBy(person).includes(member))
  const isDated = of?.due.kind === 'dated' && answering(view, no)?.unit === unit
  return [
    ...(isSnoozable(notice) && notice.due > view.today ? [{ label: noticeWords[lang].remindLater, run: ways.snooze(task) }] : []),
    ...(isDated && !waits('extension') ? [{ label: noticeWords[lang].later, run: ways.extend(task) }] : []),
    ...(waits('question') ? [] : [{ label: noticeWords[lang].notOurs, run: ways.notOurs(task, unit) }]),
  ]
}

function askedWords(notice: Exclude<AskedNotice, { kind: 'milestone-due' | 'milestone-overdue' }>, assignment: Assignment, task: string, { view, directory, lang }: Drawing, reason: string): string {
  const w = noticeWords[lang]
  const day = (at: Day): string => dueDayWords(at, lang, view)
  switch (notice.kind) {
    case 'due-soon':
      return w.dueSoon({ task, day: day(notice.due), left: notice.workingDaysLeft })
    case 'overdue':
      return w.overdue({ task, day: day(notice.due), over: notice.workingDaysOver })
    case 'progress-due':
      return w.progress({ task, day: day(notice.due), quarter: quarterWords(notice.quarter, lang) })
    case 'round-due':
      return w.round({ task, round: openedName(notice.round, view.plan.rounds.get(roundIdIn(notice.round))?.title ?? notice.round, lang, view.today), day: day(notice.due), left: notice.workingDaysLeft })
    case 'nudged': {
      const by = assignment.nudgedBy === undefined || assignment.nudgedBy === 'system' ? undefined : directory.people.get(assignment.nudgedBy)?.name
      return chaseSentence(view, notice.task, { by, times: assignment.nudgesInRow ?? assignment.nudges, urgent: notice.urgent }, lang)
    }
    case 'returned':
      return w.returned({ task, reason })
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

/** A duty as lines call it, and who receives it, by name. */
function dutyOf(occurrence: string, { view: { plan }, directory, several, lang }: Drawing): { what: string; unit?: UnitId; receiver?: string } {
  const [clause = ''] = occurrence.split('/')
  const obligation = plan.obligations.get(clause)
  return {
    what: `${dutyName({ ...(several === true ? { plan: plan.id } : {}), id: clause }, lang)} ${cutTo(obligation?.what ?? occurrence, 60)}`,
    ...(obligation?.receiver === undefined ? {} : { unit: obligation.receiver, receiver: unitName(directory, obligation.receiver) }),
  }
}

/** To whoever receives it: one tap says that it came. */
function submissionLine({ occurrence, member, receiver }: Extract<Notice, { kind: 'submission-waits' }>, drawing: Drawing): NoticeLine {
  const { view, lang } = drawing
  const w = noticeWords[lang]
  const { what } = dutyOf(occurrence, drawing)
  const given = view.plan.fulfilments.get(fulfilmentKey(occurrence, member))
  if (given === undefined) return settled(what, w.gone)
  const { received } = given
  if (received !== undefined) return settled(what, w.received({ who: received.onBehalf === undefined ? whoDid(drawing, receiver, received.by, received.on) : bracketed(unitName(drawing.directory, receiver), receiptFor(received.onBehalf, lang, view.today), lang), day: shortDay(received.on, lang, view.today) }))
  const said = w.submissionWaits({ what, who: whoDid(drawing, given.unit, given.by, given.on), day: shortDay(given.on, lang, view.today), words: cutTo(given.words, 120) })
  const args = { plan: view.plan.id, occurrence, ...(member === undefined ? {} : { member }) }
  return owed(said, { actions: [
    { label: drawing.person.roles.includes('secretary') && !unitsHeldBy(drawing.person).includes(receiver) ? w.receiveFor : w.receive, says: cutTo(`${w.receive}：${what}`, 70), run: { command: 'receive', args } },
    { label: w.sendBack, says: cutTo(`${w.sendBack}：${what}`, 70), run: { command: 'return-submission', args } },
  ] })
}

/** To who submitted it: why it came back, until it is submitted again. */
function submissionReturnedLine({ occurrence, member }: Extract<Notice, { kind: 'submission-returned' }>, drawing: Drawing): NoticeLine {
  const { view, lang } = drawing
  const w = noticeWords[lang]
  const { what, unit: receiver } = dutyOf(occurrence, drawing)
  const back = view.plan.submissionsReturned.get(fulfilmentKey(occurrence, member))
  if (back === undefined || receiver === undefined) {
    const given = view.plan.fulfilments.get(fulfilmentKey(occurrence, member))
    return settled(what, given === undefined ? w.gone : w.fulfilled({ who: whoDid(drawing, given.unit, given.by, given.on), day: shortDay(given.on, lang, view.today) }))
  }
  const said = w.submissionReturned({ what, who: whoDid(drawing, receiver, back.by, back.on), day: shortDay(back.on, lang, view.today), words: cutTo(back.words, 120) })
  return owed(said, { actions: dutyActions({ what, runs: dutyRuns(view.plan.id, occurrence) }, lang) })
}

function occurrenceLine({ occurrence, unit, due, step }: Extract<Notice, { kind: 'occurrence-due' }>, drawing: Drawing): NoticeLine {
  const { view, lang } = drawing
  const w = noticeWords[lang]
  const { what, receiver } = dutyOf(occurrence, drawing)
  const done = view.plan.fulfilments.get(occurrence) ?? doneByOwn(occurrence, unit, drawing)
  // It is done only at its receipt: until then nobody is told that it is.
  if (done?.status === 'submitted' && receiver !== undefined) return settled(what, w.submitted({ who: whoDid(drawing, done.unit, done.by, done.on), day: shortDay(done.on, lang, view.today), receiver }))
  if (done !== undefined) return settled(what, w.fulfilled({ who: whoDid(drawing, done.unit, done.by, done.on), day: shortDay(done.on, lang, view.today) }))
  const say = w.occurrence({ day: dueDayWords(due, lang, view), what, over: -view.calendar.workingDaysUntil(due, view.today), ...(receiver === undefined ? {} : present({ step, receiver })) })
  const told = hindranceTold(occurrence, drawing)
  const count = countOf(occurrence, unit, due, drawing)
  if (count !== undefined && told === undefined) return owed(bracketed(say, count, lang), { actions: dutyActions({ what, runs: dutyRuns(view.plan.id, occurrence) }, lang) })
  return told === undefined ? owed(say, { actions: dutyActions({ what, runs: dutyRuns(view.plan.id, occurrence) }, lang) }) : settled(what, told)
}

const bracketed = (said: string, more: string, lang: Drawing['lang']): string => (lang === 'zh' ? `${said}（${more}）` : `${said} (${more})`)

/** Of what is asked so many times, how often the reader's own did it. */
function countOf(occurrence: string, group: UnitId, due: Day, { view, directory, person, lang }: Drawing): string | undefined {
  const obligation = view.plan.obligations.get(occurrence.split('/')[0] ?? '')
  const debtor = unitNow(directory, group)
  const member = directory.units.get(debtor)?.members?.find((unit) => unitsHeldBy(person).includes(unit))
  const quota = obligation === undefined ? undefined : quotaOf(view, { key: occurrence, obligation, debtor, due }, member)
  return quota === undefined ? undefined : quotaWords(quota, lang)
}

/** Where a group owes it: the last of the reader's own units to do it, once each of them has. */
function doneByOwn(occurrence: string, group: UnitId, { view: { plan }, directory, person }: Drawing): Fulfilment | undefined {
  const members = directory.units.get(unitNow(directory, group))?.members ?? []
  const own = unitsHeldBy(person).filter((unit) => members.includes(unit)).map((unit) => plan.fulfilments.get(fulfilmentKey(occurrence, unit)))
  return own.includes(undefined) ? undefined : own.at(-1)
}

/** The reader's unit said since the message was sent what is in the way. */
function hindranceTold(occurrence: string, drawing: Drawing): string | undefined {
  const { view, person, sentAt, lang } = drawing
  const said = [undefined, ...unitsHeldBy(person)].flatMap((member) => view.plan.hindrances.get(fulfilmentKey(occurrence, member)) ?? []).find(({ at }) => sentAt !== undefined && at >= sentAt)
  return said === undefined ? undefined : noticeWords[lang].hindered({ who: whoDid(drawing, said.unit, said.by, said.on), day: shortDay(said.on, lang, view.today), words: cutTo(said.words, 60) })
}

function cadenceLine(notice: Extract<Notice, { kind: 'cadence-open' }>, drawing: Drawing): NoticeLine {
  const { view, lang } = drawing
  const w = noticeWords[lang]
  const body = view.plan.bodies.get(notice.body)
  // The window the notice was about, also when it is drawn again in the next.
  const facts = body === undefined ? undefined : cadencesOf(view.plan, body, notice.closes).find(({ cadence }) => cadence === notice.cadence)
  if (body === undefined || facts === undefined) return settled(notice.body, w.gone)
  if (facts.missing === 0) {
    const last = facts.scheduled.at(-1)
    return settled(body.name, last === undefined ? cadenceWords(facts, lang, view.today) : w.arranged(`${dayWords(last.day, lang, view.today)} ${last.time}`))
  }
  return owed(w.cadence({ body: body.name, facts: cadenceWords(facts, lang, view.today) }), {
    below: [rich`“${cutTo(facts.clause, 120)}”`],
    actions: [{ label: scheduleLabel(lang), says: cutTo(`${scheduleLabel(lang)}：${body.name}`, 70), run: scheduleRun(view.plan.id, body.id) }],
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
  const kind = reviewKindName[lang][review.kind]
  if (review.status === 'closed') return settled(`${dayWords(review.day, lang, view.today)} ${kind}`, w.closed({ day: shortDay(review.closedOn, lang, view.today), outcome: cutTo(review.outcome, 60) }))
  const own = review.tasks.flatMap((no) => taskCard(view, no) ?? []).filter(({ lead }) => lead?.unit === notice.unit)
  const shown = own.slice(0, tasksNamed).map((task) => `${task.number} ${shortTitle(task)}`).join(lang === 'zh' ? '、' : ', ')
  const tasks = `${shown}${own.length > tasksNamed ? (lang === 'zh' ? `等${own.length}项` : ` and ${own.length - tasksNamed} more`) : ''}`
  return owed(w.review({ day: dueDayWords(review.day, lang, view), kind, tasks }), {
    below: [...(review.prepare === '' ? [] : [rich`${w.prepare(cutTo(review.prepare, 200))}`]), ...own.map((task) => toPrepare(task, lang))],
    actions: own.slice(0, 1).map((task) => ({ label: w.prepareSeen, says: cutTo(`${w.prepareSeen}：${shortTitle(task)}`, 70), run: own.length === 1 ? ways.task(task) : ways.mine() })),
  })
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
