// How an asked task was answered, in a line: who, when, what. It stands in a message in the place of the buttons, and a late press shows it.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import { unitsHeldBy, type Person } from '#src/directory/person.ts'
import { unitNameOn } from '#src/directory/unit-change.ts'
import { standingOf, type Assignment, type Claim, type Member } from '#src/ledger/assignment.ts'
import type { TaskNo, UnitId } from '#src/ledger/ids.ts'
import { isDisowned } from '#src/ledger/part-question.ts'
import { isWaiting } from '#src/ledger/petition.ts'
import { saidAt } from '#src/ledger/report.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import { isLateReport } from '#src/queries/late-reports.ts'
import type { View } from '#src/queries/view.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, momentWords, shortDay } from './day-words.ts'
import { noticeWords } from './notice-words.ts'
import { lateWord, reportWords } from './report-words.ts'
import { plain } from './rich.ts'

/** For whom a line is drawn, and when what it stands in was sent: an answer since then is shown. `several`: beside lines of other plans, so that a number needs its plan. */
export type Drawing = { several?: boolean; view: View; person: Person; directory: Directory; sentAt?: Instant | undefined; lang: Lang }

/** On another day than it was sent on: nothing in it is said of today. */
export const isDrawnLater = ({ view, sentAt }: Pick<Drawing, 'view' | 'sentAt'>): boolean => sentAt !== undefined && view.calendar.dayAt(sentAt, view.plan.zone) < view.today

/** A task as lines call it. */
export const named = ({ view, lang, several }: Pick<Drawing, 'view' | 'lang' | 'several'>, no: TaskNo): string => {
  const task = view.plan.tasks.get(no) ?? view.plan.amended.withdrawn.get(no)?.task
  return task === undefined ? String(no) : `${several === true ? `${view.plan.id}-` : ''}${no} ${cutTo(task.title, lang === 'zh' ? 22 : 40)}`
}

/** 县教育局苏晚晴, by the name the unit had on that day. */
export const whoDid = ({ directory, lang }: Drawing, unit: UnitId, by: Actor, on: Day): string => {
  const [person, name] = [by === 'system' ? '' : (directory.people.get(by)?.name ?? by), unitNameOn(directory, unit, on)]
  return lang === 'zh' ? `${name}${person}` : `${person} (${name})`
}

const moment = ({ view, lang }: Drawing, at: Instant, on: Day): string => momentWords(on, view.calendar.timeAt(at, view.plan.zone), lang, view.today)

/** An answer since the message was sent, a claim, an acceptance. Undefined while it is still to be answered. */
export function answeredLine(assignment: Assignment, drawing: Drawing): string | undefined {
  const { view, person, sentAt, lang } = drawing
  const w = noticeWords[lang]
  const { unit, byMember } = assignment
  if (isStillAsked(assignment, drawing)) return undefined
  const members = unitsHeldBy(person).filter((member) => byMember.has(member))
  if (assignment.status === 'accepted') return w.accepted(shortDay(assignment.acceptedOn, lang, view.today))
  const claimed = (of: UnitId, { by, at, on }: Claim): string => w.claimed({ who: whoDid(drawing, of, by, on), when: moment(drawing, at, on) })
  if (assignment.status === 'claimed' && byMember.size === 0) return claimed(unit, assignment.claim)
  for (const member of members) {
    const { accepted, claim } = standingOf(assignment, member)
    if (accepted !== undefined) return w.accepted(shortDay(accepted.on, lang, view.today))
    if (claim !== undefined) return claimed(member, claim)
  }
  if (assignment.status === 'claimed') return claimed(unit, assignment.claim)
  const said = [{ by: unit, report: assignment.report }, ...members.map((member) => ({ by: member, report: standingOf(assignment, member).report }))]
  const { by, report } = said.find(({ report: word }) => word !== undefined && sentAt !== undefined && saidAt(word) >= sentAt) ?? {}
  if (by === undefined || report === undefined) return extensionLine([standingOf(assignment), ...members.map((member) => standingOf(assignment, member))], drawing)
  return w.answered({ who: whoDid(drawing, by, report.by, report.on), when: moment(drawing, report.at, report.correctedOn ?? report.on), report: `${cutTo(plain(reportWords(report, lang)), 60)}${lateWord(isLateReport(view, assignment, by, report), lang)}` })
}

/** Whoever speaks for several members of a group is asked until each of them has answered. */
function isStillAsked(part: Assignment, { person, directory, sentAt }: Drawing): boolean {
  const own = (directory.units.get(part.unit)?.members ?? []).filter((member) => unitsHeldBy(person).includes(member))
  const isSaid = ({ report }: Member): boolean => report !== undefined && sentAt !== undefined && saidAt(report) >= sentAt
  const isOpen = (standing: Member): boolean => standing.accepted === undefined && standing.claim === undefined && !isSaid(standing) && !isWaiting(standing.extension) && !isDisowned(standing.question)
  return own.length > 1 && part.status === 'open' && !isSaid(part) && own.some((member) => isOpen(standingOf(part, member)))
}

/** The reader's unit says that the part is not its own: it is not asked until a secretary has decided. */
export function disownedLine(assignment: Assignment, drawing: Drawing): string | undefined {
  const members = unitsHeldBy(drawing.person).filter((member) => assignment.byMember.has(member))
  const found = [undefined, ...members].map((member) => ({ member, question: standingOf(assignment, member).question })).find(({ question }) => isDisowned(question))
  if (found?.question === undefined) return undefined
  const { member, question } = found
  return noticeWords[drawing.lang].disowned({ who: whoDid(drawing, member ?? assignment.unit, question.by, question.on), when: moment(drawing, question.at, question.on), should: question.should ?? '' })
}

/** A later date that was asked for since: nothing is to be done until it is decided; refused, the line is as it was. */
function extensionLine(voices: readonly Member[], { view, sentAt, lang }: Drawing): string | undefined {
  const asked = voices.flatMap(({ extension }) => extension ?? []).find(({ at, ruling }) => sentAt !== undefined && (at >= sentAt || (ruling !== undefined && ruling.at >= sentAt)))
  if (asked === undefined || asked.ruling?.granted === false) return undefined
  const w = noticeWords[lang]
  return asked.ruling === undefined ? w.extensionWaits(dayWords(asked.day, lang, view.today)) : w.extended(dayWords(asked.granted ?? asked.day, lang, view.today))
}
