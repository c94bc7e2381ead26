// Lines about what is owed each period: to whoever owes it, and to whoever receives it.
import type { Day } from '#src/calendar/day.ts'
import { unitName, unitNow } from '#src/directory/directory.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { fulfilmentKey, type Fulfilment } from '#src/ledger/obligation.ts'
import { present } from '#src/ledger/fields.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { isDrawnLater, whoDid, type Drawing } from './answered-line.ts'
import { cutTo } from './cut-to.ts'
import { dueDayWords, shortDay } from './day-words.ts'
import { dutyActions, dutyRuns, receiptFor, submissionActions } from './duty-answers.ts'
import { dutyName } from './duty-name.ts'
import { quotaOf } from '#src/queries/quota.ts'
import { quotaWords } from './quota-words.ts'
import { noticeWords } from './notice-words.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'

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
export function submissionLine({ occurrence, member, receiver }: Extract<Notice, { kind: 'submission-waits' }>, drawing: Drawing): NoticeLine {
  const { view, lang } = drawing
  const w = noticeWords[lang]
  const { what } = dutyOf(occurrence, drawing)
  const given = view.plan.fulfilments.get(fulfilmentKey(occurrence, member))
  if (given === undefined) {
    const back = view.plan.submissionsReturned.get(fulfilmentKey(occurrence, member))
    return settled(what, back === undefined ? w.gone : w.sentBack({ day: shortDay(back.on, lang, view.today), reason: cutTo(back.words, 120) }))
  }
  const { received } = given
  if (received !== undefined) return settled(what, w.received({ who: received.onBehalf === undefined ? whoDid(drawing, receiver, received.by, received.on) : bracketed(unitName(drawing.directory, receiver), receiptFor(received.onBehalf, lang, view.today), lang), day: shortDay(received.on, lang, view.today) }))
  const said = w.submissionWaits({ what, who: whoDid(drawing, given.unit, given.by, given.on), day: shortDay(given.on, lang, view.today), words: cutTo(given.words, 120) })
  const isOnBehalf = drawing.person.roles.includes('secretary') && !unitsHeldBy(drawing.person).includes(receiver)
  return owed(said, { actions: submissionActions({ plan: view.plan.id, occurrence, what, isOnBehalf, ...present({ member }) }, lang) })
}

/** To who submitted it: why it came back, until it is submitted again. */
export function submissionReturnedLine({ occurrence, member }: Extract<Notice, { kind: 'submission-returned' }>, drawing: Drawing): NoticeLine {
  const { view, lang } = drawing
  const w = noticeWords[lang]
  const { what, unit: receiver } = dutyOf(occurrence, drawing)
  const back = view.plan.submissionsReturned.get(fulfilmentKey(occurrence, member))
  if (back === undefined || receiver === undefined) {
    const given = view.plan.fulfilments.get(fulfilmentKey(occurrence, member))
    return settled(what, given === undefined ? w.gone : givenWords(given, receiver === undefined ? undefined : unitName(drawing.directory, receiver), drawing))
  }
  const said = w.submissionReturned({ what, who: whoDid(drawing, receiver, back.by, back.on), day: shortDay(back.on, lang, view.today), words: cutTo(back.words, 120) })
  return owed(said, { actions: dutyActions({ what, runs: dutyRuns(view.plan.id, occurrence) }, lang) })
}

/** Drawn again on another day than it was sent on, it counts no days: so do all lines of a message. */
export function occurrenceLine({ occurrence, unit, due, step, workingDaysLeft }: Extract<Notice, { kind: 'occurrence-due' }>, drawing: Drawing): NoticeLine {
  const { view, lang } = drawing
  const w = noticeWords[lang]
  const { what, receiver } = dutyOf(occurrence, drawing)
  const done = view.plan.fulfilments.get(occurrence) ?? doneByOwn(occurrence, unit, drawing)
  if (done !== undefined) return settled(what, givenWords(done, receiver, drawing))
  const say = w.occurrence({ day: dueDayWords(due, lang, view), what, over: -workingDaysLeft, later: isDrawnLater(drawing), ...(receiver === undefined ? {} : present({ step, receiver })) })
  const told = hindranceTold(occurrence, drawing)
  const count = countOf(occurrence, unit, due, drawing)
  if (count !== undefined && told === undefined) return owed(bracketed(say, count, lang), { actions: dutyActions({ what, runs: dutyRuns(view.plan.id, occurrence) }, lang) })
  return told === undefined ? owed(say, { actions: dutyActions({ what, runs: dutyRuns(view.plan.id, occurrence) }, lang) }) : settled(what, told)
}

/** It is done only at its receipt: until then nobody is told that it is. */
function givenWords(given: Fulfilment, receiver: string | undefined, drawing: Drawing): string {
  const { view, lang } = drawing
  const of = { who: whoDid(drawing, given.unit, given.by, given.on), day: shortDay(given.on, lang, view.today) }
  return given.status === 'submitted' && receiver !== undefined ? noticeWords[lang].submitted({ ...of, receiver }) : noticeWords[lang].fulfilled(of)
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
