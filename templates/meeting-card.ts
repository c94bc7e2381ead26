// A sitting as its office watches it and as anybody opens it: when, where, who comes, and what is next to be done about it.
import type { Person } from '#src/directory/person.ts'
import { may } from '#src/directory/permissions.ts'
import { neverWas } from '#src/ledger/agenda-request.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { ownSeats } from '#src/meetings/invited.ts'
import { sittingOf, type Sitting } from '#src/meetings/sitting.ts'
import type { View } from '#src/queries/view.ts'
import type { Action, Card, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { forwardAction } from './forward.ts'
import { calendarAction } from './invitation.ts'
import { heldActions, sittingActions } from './meetings.ts'
import { meetingWhen, meetingWhere, placeOf } from './meeting-when.ts'
import { aboutSitting, answersLines, standingName } from './meeting-words.ts'
import { itemStandsOff, othersWords } from './others-sitting.ts'
import { requestAction } from './requests.ts'
import { rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    ahead: (name: string, where: string) => `${name}：${where}`, held: (name: string, when: string) => `${name}已于${when}召开`, notHeld: (name: string, when: string, why: string) => `${name}（${when}）未召开${why === '' ? '' : `：${why}`}`, off: (name: string, when: string, why: string) => `${name}（${when}）已取消：${why}`,
    moved: (times: number, day: string) => `改过${times}次，最近在${day}。`, petition: '由对方召集。', items: (tasks: number, noted: number) => `议定${tasks}项${noted === 0 ? '' : `，记录${noted}条`}`, minutes: (day: string) => `纪要已于${day}印发`, noMinutes: '纪要还没有印发。',
    agenda: '议程', notice: '会议通知', change: '改期', cancel: '取消会议', behalf: '代为答复', draft: '纪要', again: '另行安排', mine: '我的答复', gone: '这次会议已不在安排里。', number: '编号',
  },
  en: {
    ahead: (name: string, where: string) => `${name}: ${where}`, held: (name: string, when: string) => `${name} was held on ${when}`, notHeld: (name: string, when: string, why: string) => `${name} was not held on ${when}${why === '' ? '' : `: ${why}`}`, off: (name: string, when: string, why: string) => `Called off: ${name} on ${when}: ${why}`,
    moved: (times: number, day: string) => (times === 1 ? `Changed once, on ${day}.` : `Changed ${times} times, last on ${day}.`), petition: 'Convened by its own office.', items: (tasks: number, noted: number) => `${tasks} decided${noted === 0 ? '' : `, ${noted} noted`}`, minutes: (day: string) => `Minutes issued on ${day}`, noMinutes: 'The minutes have not been issued yet.',
    agenda: 'Agenda', notice: 'Notice (Word)', change: 'Change', cancel: 'Call off', behalf: 'Answer for a member', draft: 'Minutes', again: 'Schedule again', mine: 'My answer', gone: 'This meeting is no longer on record.', number: 'No.',
  },
} satisfies Record<Lang, unknown>

/** The message that secretaries get when a sitting is called, drawn again as answers come in. */
export function watchedMeeting({ meeting }: Pick<Extract<Notice, { kind: 'meeting-watch' }>, 'meeting'>, view: View, person: Person, lang: Lang): Card {
  const sitting = sittingOf(view, meeting)
  return sitting === undefined ? { text: words[lang].gone, lines: [rich`${words[lang].gone}`] } : meetingCard(sitting, person, lang)
}

/** @param person who looks at it; undefined for somebody the directory does not know */
export function meetingCard(sitting: Sitting, person: Person | undefined, lang: Lang): Card {
  const { plan, planTitle, meeting } = sitting
  const text = headOf(sitting, lang)
  return {
    text,
    lines: [rich`${strong(text)}`, ...aboutSitting(sitting, lang), ...standing(sitting, lang)],
    actions: actionsOf(sitting, person, lang),
    more: [...moreOf(sitting, person, lang), forwardAction(ways.meeting(plan, meeting.id), lang)],
    footer: rich`《${cutTo(planTitle, 40)}》 · ${words[lang].number}${lang === 'zh' ? '' : ' '}${meeting.id}`,
  }
}

function headOf(sitting: Sitting, lang: Lang): string {
  const w = words[lang]
  const { meeting, body, today } = sitting
  const [name, when] = [standingName(sitting, lang), meetingWhen(meeting, lang, today)]
  if (neverWas(meeting, body)) return othersWords(lang).never(name, when)
  switch (meeting.status) {
    // Hour and place are theirs to say; what is not known is not waited for here.
    case 'scheduled': return w.ahead(name, body.convened ? meetingWhere(meeting, lang, today) : `${when}${placeOf(meeting, lang)}`)
    case 'held': return w.held(name, when)
    case 'not-held': return body.convened ? w.notHeld(name, when, meeting.reason) : itemStandsOff(meeting, name, when, lang)
    case 'cancelled': return body.convened ? w.off(name, when, meeting.reason) : itemStandsOff(meeting, name, when, lang)
  }
}

function standing({ meeting, body, invited, today }: Sitting, lang: Lang): Rich[] {
  const w = words[lang]
  const decided = meeting.items.filter((item) => 'task' in item).length
  return [
    ...(meeting.changes === 0 || meeting.changedBy === undefined || meeting.status === 'cancelled' ? [] : [rich`${w.moved(meeting.changes, shortDay(meeting.changedBy.on, lang, today))}`]),
    ...(body.convened ? [] : [rich`${w.petition}`]),
    ...(invited.length === 0 || meeting.status !== 'scheduled' ? [] : answersLines(invited, lang)),
    ...(meeting.items.length === 0 ? [] : [rich`${w.items(decided, meeting.items.length - decided)}`]),
    ...(meeting.status !== 'held' || !body.convened ? [] : [rich`${meeting.minutes === undefined ? w.noMinutes : w.minutes(shortDay(meeting.minutes.on, lang, today))}`]),
  ]
}

/** What is next: before it its papers, after its hour whether it was held, then what was decided. */
function actionsOf(sitting: Sitting, person: Person | undefined, lang: Lang): Action[] {
  const w = words[lang]
  const { plan, meeting, body, invited, isOver, today } = sitting
  const runsIt = may(person, 'record-meeting')
  const agenda = { label: w.agenda, run: ways.agenda(plan, meeting.id) }
  const during = sittingActions(plan, meeting.id, lang)
  if (meeting.status === 'held') return runsIt && meeting.minutes === undefined && body.convened ? during : body.convened ? [{ label: w.draft, run: ways.minutes(plan, meeting.id) }] : []
  if (meeting.status !== 'scheduled') return !runsIt ? [] : !body.convened ? [requestAction(plan, { id: meeting.body, name: body.name }, lang)] : [{ label: w.again, run: { command: 'meeting', args: { plan, body: meeting.body, schedule: true } } }]
  if (runsIt && isOver) return [...heldActions(plan, meeting.id, body.name, lang), ...(body.convened ? during.slice(0, 2) : [])]
  if (runsIt && !body.convened) return othersActions(sitting, lang)
  if (runsIt) return meeting.day === today ? [agenda, ...during.slice(0, 2)] : [agenda, { label: w.notice, run: ways.meetingNotice(plan, meeting.id) }, { label: w.change, run: ways.changeMeeting(plan, meeting.id) }]
  return [...(ownSeats(invited, person).length > 0 ? [{ label: w.mine, run: ways.answerMeeting(plan, meeting) }] : []), ...(body.convened ? [agenda] : [])]
}

/** What its office says became of our item. */
const othersActions = ({ plan, meeting }: Sitting, lang: Lang): Action[] => [{ label: othersWords(lang).change, run: ways.changeMeeting(plan, meeting.id) }, { label: othersWords(lang).cancel, run: ways.cancelMeeting(plan, meeting.id) }]

function moreOf(sitting: Sitting, person: Person | undefined, lang: Lang): Action[] {
  const w = words[lang]
  const { plan, meeting, body, invited, isOver, today } = sitting
  const calendar = meeting.time === '' || meeting.status === 'held' || meeting.status === 'not-held' ? [] : [calendarAction(sitting, lang)]
  if (meeting.status !== 'scheduled' || !may(person, 'change-meeting')) return calendar
  if (!body.convened) return [...(isOver ? othersActions(sitting, lang) : []), ...calendar]
  return [
    ...(meeting.day === today ? [{ label: w.notice, run: ways.meetingNotice(plan, meeting.id) }, { label: w.change, run: ways.changeMeeting(plan, meeting.id) }] : []),
    { label: w.cancel, run: ways.cancelMeeting(plan, meeting.id) },
    ...(invited.length === 0 ? [] : [{ label: w.behalf, run: ways.answerMeeting(plan, meeting, 'behalf') }]),
    ...calendar,
  ]
}
