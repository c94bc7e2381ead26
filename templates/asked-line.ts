// A line that asks somebody about a task: a report, or what is seldom needed behind ….
import type { Day } from '#src/calendar/day.ts'
import { unitNow } from '#src/directory/directory.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import { standingOf, type Assignment } from '#src/ledger/assignment.ts'
import { roundIdIn } from '#src/ledger/round.ts'
import { answering, partOf } from '#src/queries/answering.ts'
import { questionFor } from '#src/queries/round-question.ts'
import { waitingIn } from '#src/queries/voices.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { snoozableOn } from '#src/reminders/rules.ts'
import { answeredLine, disownedLine, isDrawnLater, named, type Drawing } from './answered-line.ts'
import type { Action } from './card.ts'
import { chaseSentence } from './chase-sentence.ts'
import { decidedSince } from './decided-since.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, dueDayWords, quarterWords } from './day-words.ts'
import { instructedWords } from './instruction-notices.ts'
import { milestoneAsked } from './milestone-notices.ts'
import { noticeWords } from './notice-words.ts'
import { rich, type Rich } from './rich.ts'
import { openedName } from './round-name.ts'
import { taskRef, ways } from './ways.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'
import { saysOf } from './says-of.ts'

export type AskedNotice = Extract<Notice, { kind: 'due-soon' | 'overdue' | 'milestone-due' | 'milestone-overdue' | 'progress-due' | 'round-due' | 'nudged' | 'returned' | 'instructed' }>

export function askedLine(sent: AskedNotice, drawing: Drawing): NoticeLine {
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
  const decided = decidedSince(notice, drawing)
  if (decided !== undefined) return settled(task, decided.stands, decided.mark)
  const ref = taskRef({ plan: view.plan.id, number: notice.task })
  const asked = sentAt === undefined ? {} : { asked: sentAt }
  const stateActions: Action[] = [
    { label: w.normal, says: saysOf(w.normal, task, lang), run: { command: 'report', args: { task: ref, unit: notice.unit, ...asked } } },
    { label: w.difficulty, says: saysOf(w.difficulty, task, lang), run: { command: 'report-form', args: { task: ref, unit: notice.unit, state: 'difficulty', ...asked } } },
  ]
  const putOff = putOffTo(notice, drawing)
  if (notice.kind === 'milestone-due' || notice.kind === 'milestone-overdue') {
    const { say, action, reached } = milestoneAsked(notice, drawing, task)
    return action === undefined ? settled(task, reached ?? w.gone) : owed(say, { ...putOff, actions: [...stateActions, action], more: seldomOf(notice, drawing) })
  }
  const actions: Action[] = [...stateActions, { label: w.completed, says: saysOf(w.completed, task, lang), run: { command: 'claim-form', args: { task: ref, unit: notice.unit } } }]
  if (notice.kind === 'round-due' && view.plan.rounds.get(roundIdIn(notice.round))?.question !== undefined)
    actions.push({ label: w.answer, says: saysOf(w.answer, task, lang), run: { command: 'report-form', args: { task: ref, unit: notice.unit, state: 'normal', ...asked } } })
  const given = notice.kind === 'instructed' ? instructedWords(notice, drawing) : undefined
  if (given !== undefined) return owed(given.say, { below: [...given.below, ...(putOff.below ?? [])], actions, more: seldomOf(notice, drawing) })
  const returned = notice.kind === 'returned' ? standingOf(assignment, notice.member).returned : undefined
  return owed(returned?.reopenedBy !== undefined ? w.reopened({ task, reason: returned.reason }) : `${askedWords(notice, assignment, task, drawing, returned?.reason ?? '')}${asksLater(notice, assignment, drawing)}`, { ...putOff, actions, more: seldomOf(notice, drawing) })
}

/** A later day that the reader's unit has asked for is said with what is asked, while nobody has decided. */
function asksLater(notice: AskedNotice, assignment: Assignment, { view, person, lang }: Drawing): string {
  const own = unitsHeldBy(person)
  const task = view.plan.tasks.get(notice.task)
  const [waits] = task === undefined || answering(view, notice.task)?.unit !== assignment.unit ? [] : waitingIn(task, assignment, 'extension').filter(({ member }) => member === undefined || own.includes(member))
  return waits === undefined ? '' : noticeWords[lang].asksLater(dayWords(waits.petition.day, lang, view.today))
}

/** Reported by the reader's unit without a word to the round's question: one field more. */
function stillToAnswer(line: NoticeLine, assignment: Assignment, { view, person, lang }: Drawing): NoticeLine {
  const voices = unitsHeldBy(person).filter((unit) => unit === assignment.unit || assignment.byMember.has(unit))
  const [asked] = voices.flatMap((voice) => questionFor(view, assignment, voice) ?? [])
  if (asked === undefined) return line
  const label = noticeWords[lang].answer
  const run = ways.answerRound({ plan: view.plan.id, number: assignment.task }, asked.round)
  return { ...line, row: { line: rich`${line.row.line}\n${noticeWords[lang].unanswered(cutTo(asked.question, 100))}`, actions: [{ label, says: saysOf(label, line.say, lang), run }] } }
}

/** 稍后提醒: when its reader is reminded again, by their own wish. */
function putOffTo({ task: no }: AskedNotice, { view, person, lang }: Drawing): { below?: readonly Rich[] } {
  const until = view.plan.tasks.get(no)?.course?.snoozes?.find(({ by }) => by === person.id)?.until
  return until === undefined || until <= view.today ? {} : { below: [rich`⏰ ${noticeWords[lang].putOff(dayWords(until, lang, view.today))}`] }
}

/** Behind …: a later reminder, a later date, and that it is not theirs; what waits for the secretary already is not asked again. */
function seldomOf(notice: AskedNotice, { view, person, lang }: Drawing): Action[] {
  const { task: no, unit } = notice
  const task = { plan: view.plan.id, number: no }
  const [of, part] = [view.plan.tasks.get(no), partOf(view, no, unit)]
  const waits = (field: 'extension' | 'question'): boolean => of !== undefined && part !== undefined && waitingIn(of, part, field).some(({ member }) => member === undefined || unitsHeldBy(person).includes(member))
  const isDated = of?.due.kind === 'dated' && answering(view, no)?.unit === unit
  return [
    // Whoever stood in when it was sent is not asked any more, and has nothing to put off.
    ...(of !== undefined && (snoozableOn(view, of, person.id) ?? view.today) > view.today ? [{ label: noticeWords[lang].remindLater, run: ways.snooze(task) }] : []),
    ...(isDated && !waits('extension') ? [{ label: noticeWords[lang].later, run: ways.extend(task) }] : []),
    ...(waits('question') ? [] : [{ label: noticeWords[lang].notOurs, run: ways.notOurs(task, unit) }]),
  ]
}

function askedWords(notice: Exclude<AskedNotice, { kind: 'milestone-due' | 'milestone-overdue' }>, assignment: Assignment, task: string, drawing: Drawing, reason: string): string {
  const { view, directory, lang } = drawing
  const later = isDrawnLater(drawing)
  const w = noticeWords[lang]
  const day = (at: Day): string => dueDayWords(at, lang, view)
  switch (notice.kind) {
    case 'due-soon':
      return w.dueSoon({ task, later, day: day(notice.due), left: notice.workingDaysLeft })
    case 'overdue':
      return w.overdue({ task, later, day: day(notice.due), over: notice.workingDaysOver })
    case 'progress-due':
      return w.progress({ task, later, day: day(notice.due), left: notice.workingDaysLeft, quarter: quarterWords(notice.quarter, lang) })
    case 'round-due':
      return w.round({ task, later, round: openedName(notice.round, view.plan.rounds.get(roundIdIn(notice.round))?.title ?? notice.round, lang, view.today), day: day(notice.due), left: notice.workingDaysLeft })
    case 'nudged': {
      const by = assignment.nudgedBy === undefined || assignment.nudgedBy === 'system' ? undefined : directory.people.get(assignment.nudgedBy)?.name
      return chaseSentence(view, notice.task, { by, times: assignment.nudgesInRow ?? assignment.nudges, urgent: notice.urgent, later }, lang)
    }
    case 'returned': case 'instructed':
      return w.returned({ task, reason })
  }
}
