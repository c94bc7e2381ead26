// An invitation as its member sees it: one tap for 参加, a short form for 请假; changed, called off and held it says so.
import type { Person } from '#src/directory/person.ts'
import { present } from '#src/ledger/fields.ts'
import { isSameWhen, wasAfter, type InvitationAnswer, type When } from '#src/ledger/meeting.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { ownSeats, type Invited } from '#src/meetings/invited.ts'
import { sittingOf, type Sitting } from '#src/meetings/sitting.ts'
import type { View } from '#src/queries/view.ts'
import type { Action, Card, Field, Form, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { meetingWhen, meetingWhere } from './meeting-when.ts'
import { aboutSitting, seatsFor, standingName, substituteWords } from './meeting-words.ts'
import { colon } from './quoted.ts'
import { rich, strong, type Rich } from './rich.ts'
import { ways } from './ways.ts'

const words = {
  zh: {
    asked: (name: string, where: string) => `请参加${name}：${where}`, changed: (name: string, where: string) => `会议有变：${name}改为${where}`, same: (name: string, where: string) => `会议不变：${name}仍为${where}`, sameAgain: '改过又改回来了，请重新答复。', sameMoved: (name: string, where: string) => `改过又改回来了：${name}${where}`, was: (where: string) => `原定${where}`, again: (what: string) => `改了${what}，请重新答复。`, changedWhat: { both: '时间和地点', time: '时间', place: '地点', either: '时间或地点' },
    moved: (name: string, where: string) => `已改期：${name}改到${where}`, notCounted: '原来的答复不再算数，请在新的通知里答复。',
    for: '您代表', forWhom: '替谁答复', theirAnswer: '答复', titleBehalf: '代为答复', awayGap: '还没有请假：请写明请假事由，要派人参加的写上派谁。', reason: '请假事由', told: '说明', toldHint: '谁说的、怎么说的，请假写事由，如 王局长来电，到市里开会', answeredSo: { coming: '（已答：参加）', away: '（已答：请假）' }, coming: '参加', away: '请假', note: '附言', calendar: '加入日历', uncalendar: '从日历删除', agenda: '看议程', open: '看会议',
    said: { coming: '已答复：参加', away: '已答复：请假' }, sends: (who: string) => `，派${who}参加`, turn: { coming: '改为参加', away: '改为请假' }, hear: '时间或地点有变会告诉您。',
    off: (name: string, when: string) => `会议取消：${name}（${when}）`, offSince: (name: string, when: string) => `已取消：${name}（${when}），不用再答复。`, why: '原因', held: (name: string, when: string) => `${name}已于${when}召开`, notHeld: (name: string, when: string) => `${name}没有开（${when}）`, gone: '这次会议已不在安排里。',
    late: (said: string, seat: string) => `刚才${seat === '' ? '' : `替${seat}`}的答复没有记：发出之前会议已有变动。您写的是：${said}`, asWritten: '按写的答复', title: '请假', titleNote: '答复会议', instead: '派谁参加', insteadHint: '姓名、职务；不派可以不填', words: '附言', submit: '答复', answer: '您的答复',
  },
  en: {
    asked: (name: string, where: string) => `You are invited: ${name}, ${where}`, changed: (name: string, where: string) => `Changed: ${name} is now ${where}`, same: (name: string, where: string) => `Not changed after all: ${name} is on ${where}`, sameAgain: 'It was moved and moved back: please answer again.', sameMoved: (name: string, where: string) => `Moved and moved back: ${name}, ${where}`, was: (where: string) => `It was ${where}`, again: (what: string) => `The ${what} changed: please answer again.`, changedWhat: { both: 'time and place have', time: 'time has', place: 'place has', either: 'time or place has' },
    moved: (name: string, where: string) => `Moved: ${name} is now ${where}`, notCounted: 'What was answered here does not count any more: please answer in the new notice.',
    for: 'You answer for', forWhom: 'For whom', theirAnswer: 'Answer', titleBehalf: 'Answer for a member', awayGap: 'No excuse was recorded yet: say why, and who comes instead, if anybody does.', reason: 'Why', told: 'Note', toldHint: 'Who said it and how, for example by telephone; why, if they cannot come', answeredSo: { coming: ' (answered: coming)', away: ' (answered: excused)' }, coming: 'Coming', away: 'Cannot attend', note: 'Add a note', calendar: 'Add to calendar', uncalendar: 'Remove from calendar', agenda: 'Agenda', open: 'Open the meeting',
    said: { coming: 'Answered: coming', away: 'Answered: excused' }, sends: (who: string) => `, sending ${who}`, turn: { coming: 'I can attend', away: 'I cannot attend' }, hear: 'You will be told if the time or place changes.',
    off: (name: string, when: string) => `Called off: ${name}, ${when}`, offSince: (name: string, when: string) => `Called off: ${name}, ${when}. No answer is needed.`, why: 'Why', held: (name: string, when: string) => `${name} was held on ${when}`, notHeld: (name: string, when: string) => `${name} was not held (${when})`, gone: 'This meeting is no longer on record.',
    late: (said: string, seat: string) => `Your answer${seat === '' ? '' : ` for ${seat}`} was not recorded: the meeting had changed by then. You wrote: ${said}`, asWritten: 'Answer as written', title: 'Cannot attend', titleNote: 'Answer', instead: 'Who will come instead', insteadHint: 'Name and post; optional', words: 'Note', submit: 'Answer', answer: 'Your answer',
  },
} satisfies Record<Lang, unknown>

/** The message by which a member is asked, as it stands now. */
export function invitationMessage(notice: Pick<Extract<Notice, { kind: 'meeting-invited' }>, 'meeting' | 'changes' | 'last'>, view: View, person: Person, lang: Lang): Card {
  const sitting = sittingOf(view, notice.meeting)
  if (sitting === undefined) return { text: words[lang].gone, lines: [rich`${words[lang].gone}`] }
  const { meeting } = sitting
  if (meeting.status === 'cancelled') return invitationOff(sitting, lang)
  return meeting.status === 'scheduled' && notice.changes < meeting.changes ? invitationMoved(sitting, person, notice.changes, lang) : invitation(sitting, person, lang, notice.last)
}

/** An invitation to what was called off, which a message of its own says. */
export function invitationOff(sitting: Sitting, lang: Lang): Card {
  const text = words[lang].offSince(standingName(sitting, lang), meetingWhen(sitting.meeting, lang, sitting.today))
  return { text, lines: [rich`${text}`] }
}

/** An invitation of before the sitting was moved: another is sent, in which it is answered. @param changes how often it had been changed when it was sent */
export function invitationMoved(sitting: Sitting, person: Person, changes: number, lang: Lang): Card {
  const w = words[lang]
  const { meeting, invited, today } = sitting
  const was = wasAfter(meeting, changes)
  const isBack = was !== undefined && isSameWhen(was, meeting)
  const head = (isBack ? w.sameMoved : w.moved)(standingName(sitting, lang), meetingWhere(meeting, lang, today))
  const own = ownSeats(invited, person)
  const [answered] = own.every(({ answer }) => answer !== undefined) ? own : []
  return {
    text: head, lines: [rich`⚠️ ${strong(head)}`, ...(isBack ? [] : wasLine(sitting, was, lang)), ...(answered === undefined ? [rich`${w.notCounted}`] : answerLines(answered, lang))],
    actions: own.length === 0 ? [openAction(sitting, lang)] : [],
  }
}

const wasLine = ({ meeting: { status }, today }: Sitting, was: When | undefined, lang: Lang): Rich[] => (was === undefined ? [] : [rich`${words[lang].was(meetingWhere({ ...was, status }, lang, today))}`])

/** What is otherwise than it was: only that is said to have changed. */
function changedWords({ meeting: { day, time, place } }: Sitting, was: When | undefined, lang: Lang): string {
  const { changedWhat, again, sameAgain } = words[lang]
  if (was === undefined) return again(changedWhat.either)
  const [otherTime, otherPlace] = [was.day !== day || was.time !== time, was.place !== place]
  return !otherTime && !otherPlace ? sameAgain : again(otherTime && otherPlace ? changedWhat.both : otherTime ? changedWhat.time : changedWhat.place)
}

/** @param last how often it had been changed when they were told of it before; -1: they were not */
export function invitation(sitting: Sitting, person: Person, lang: Lang, last?: number): Card {
  const w = words[lang]
  const { meeting, invited, today } = sitting
  const name = standingName(sitting, lang)
  const when = meetingWhen(meeting, lang, today)
  if (meeting.status === 'cancelled') return { text: w.off(name, when), lines: [rich`${strong(w.off(name, when))}`, rich`${w.why}${colon[lang]}${meeting.reason}`], actions: [calendarAction(sitting, lang)] }
  if (meeting.status !== 'scheduled') return { text: meeting.status === 'held' ? w.held(name, when) : w.notHeld(name, when), lines: [rich`${meeting.status === 'held' ? w.held(name, when) : w.notHeld(name, when)}`], actions: [openAction(sitting, lang)] }
  const own = ownSeats(invited, person)
  const isFirst = meeting.changes === 0 || last === -1
  const was = isFirst ? undefined : last === undefined ? meeting.was : wasAfter(meeting, last)
  const isBack = was !== undefined && isSameWhen(was, meeting)
  const head = (isFirst ? w.asked : isBack ? w.same : w.changed)(name, meetingWhere(meeting, lang, today))
  const seats = seatsFor(own, person, lang)
  // Who holds two seats has answered once both are.
  const answered = own.every(({ answer }) => answer !== undefined) ? own[0] : undefined
  return {
    text: head,
    lines: [
      rich`${strong(head)}`, ...(isBack ? [] : wasLine(sitting, was, lang)), ...aboutSitting(sitting, lang), ...(seats === undefined ? [] : [rich`${w.for}${colon[lang]}${seats}`]),
      ...(answered === undefined ? (isFirst ? [] : [rich`${changedWords(sitting, was, lang)}`]) : answerLines(answered, lang)),
    ],
    actions: own.length === 0 ? [openAction(sitting, lang)] : answerActions(sitting, answered, lang),
    more: [...(own.length === 0 ? [] : [{ label: w.note, run: ways.answerMeeting(sitting.plan, meeting, 'note') }]), ...(answered === undefined ? [calendarAction(sitting, lang)] : []), { label: w.agenda, run: ways.agenda(sitting.plan, meeting.id) }],
  }
}

type Said = Pick<InvitationAnswer, 'coming' | 'instead' | 'words'>

/** The invitation as it stands now, with an answer to what it was before. @param again the same answer, to what stands now */
export function invitationGivenBack(sitting: Sitting, person: Person, { said, again, seat = '' }: { said: Said; again?: Run; /** Of another, for whom it was given. */ seat?: string }, lang: Lang): Card {
  const w = words[lang]
  const card = invitation(sitting, person, lang)
  const { coming, instead, words: note } = said
  const written = [coming ? w.coming : w.away, ...(instead === undefined ? [] : [w.sends(substituteWords(instead, lang)).replace(/^[，,] ?/, '')]), ...(note === undefined ? [] : [note])].join(lang === 'zh' ? '，' : ', ')
  return { ...card, lines: [...(card.lines ?? []), rich`⚠️ ${w.late(written, seat)}`], actions: [...(again === undefined ? [] : [{ label: w.asWritten, run: again, style: 'primary' as const }]), ...(card.actions ?? [])] }
}

/** 已答复：请假，派李四参加（出差） */
function saidWords({ answer }: Invited, lang: Lang): string {
  const w = words[lang]
  if (answer === undefined) return ''
  const note = answer.words === undefined ? '' : lang === 'zh' ? `（${cutTo(answer.words, 80)}）` : ` (${cutTo(answer.words, 80)})`
  return `${answer.coming ? w.said.coming : w.said.away}${answer.instead === undefined ? '' : w.sends(substituteWords(answer.instead, lang))}${note}`
}

const answerLines = (answered: Invited, lang: Lang): Rich[] => [rich`✅ ${saidWords(answered, lang)}${lang === 'zh' ? '。' : '. '}${words[lang].hear}`]

/** What a member is shown who has just answered: short, for the invitation beside it says the rest. */
export function answerTaken(sitting: Sitting, person: Person, lang: Lang): Card {
  const own = ownSeats(sitting.invited, person).filter(({ answer }) => answer !== undefined)
  const [first] = own
  const text = first === undefined ? words[lang].gone : saidWords(first, lang)
  const seats = seatsFor(own, person, lang)
  return {
    text,
    lines: [rich`✅ ${text}`, rich`${standingName(sitting, lang)}${lang === 'zh' ? '，' : ', '}${meetingWhere(sitting.meeting, lang, sitting.today)}`, ...(seats === undefined ? [] : [rich`${words[lang].for}${colon[lang]}${seats}`])],
    actions: first === undefined ? [] : answerActions(sitting, first, lang),
  }
}

/** Two ways, and once one was chosen the other. */
function answerActions(sitting: Sitting, answered: Invited | undefined, lang: Lang): Action[] {
  const w = words[lang]
  const { plan, meeting } = sitting
  const says = (label: string): string => cutTo(`${label}${colon[lang]}${standingName(sitting, lang)}`, 70)
  const coming: Action = { label: answered === undefined ? w.coming : w.turn.coming, says: says(w.coming), run: ways.answerMeeting(plan, meeting, 'coming') }
  const away: Action = { label: answered === undefined ? w.away : w.turn.away, says: says(w.away), run: ways.answerMeeting(plan, meeting, 'away') }
  if (answered === undefined) return [{ ...coming, style: 'primary' }, away]
  return [...(answered.answer?.coming === true ? [calendarAction(sitting, lang)] : []), answered.answer?.coming === true ? away : coming]
}

const openAction = ({ plan, meeting }: Sitting, lang: Lang): Action => ({ label: words[lang].open, run: ways.meeting(plan, meeting.id) })

export const calendarAction = ({ plan, meeting }: Pick<Sitting, 'plan' | 'meeting'>, lang: Lang): Action => ({ label: meeting.status === 'cancelled' ? words[lang].uncalendar : words[lang].calendar, run: ways.calendarFile(plan, meeting.id) })

/** A choice's value has room for so much: of a long one its beginning and its end, which tells the members of a group apart. */
export const seatValue = (seat: string): string => (seat.length <= 140 ? seat : `${seat.slice(0, 70)}…${seat.slice(-65)}`)

/** 请假: who comes instead, and a note; `note`: either answer with a note. */
export function answerForm(sitting: Sitting, how: 'away' | 'note', seats: readonly Invited[], lang: Lang, onBehalf = false): Form {
  const w = words[lang]
  const { plan, meeting, today } = sitting
  const standing = onBehalf ? undefined : seats.flatMap(({ answer }) => answer ?? [])[0]
  const instead: Field = { name: 'instead', label: w.instead, hint: w.insteadHint, kind: 'line', maxLength: 60, optional: true, ...present({ now: standing?.instead }) }
  const note: Field = { name: 'words', label: how === 'away' ? w.reason : onBehalf ? w.told : w.words, ...(onBehalf ? { hint: w.toldHint } : {}), kind: 'line', maxLength: 200, optional: true, ...present({ now: standing?.words?.slice(0, 200) }) }
  return {
    title: onBehalf ? w.titleBehalf : how === 'away' ? w.title : w.titleNote,
    ...(how === 'away' && !onBehalf ? { gap: w.awayGap } : {}),
    intro: [rich`${strong(standingName(sitting, lang))}`, rich`${meetingWhere(meeting, lang, today)}`],
    fields: [
      ...(onBehalf ? [{ name: 'seat', label: w.forWhom, kind: 'choice' as const, as: 'select' as const, choices: seats.map(({ seat, name, answer }) => ({ value: seatValue(seat), label: `${cutTo(name, 50)}${answer === undefined ? '' : w.answeredSo[answer.coming ? 'coming' : 'away']}` })) }] : []),
      ...(how === 'away' ? [] : [{ name: 'how', label: onBehalf ? w.theirAnswer : w.answer, kind: 'choice' as const, as: 'radio' as const, choices: [{ value: 'coming', label: w.coming }, { value: 'away', label: w.away }], now: standing?.coming === false ? 'away' : 'coming' }]),
      // Why comes first of who cannot come: an office asks for it in writing.
      ...(how === 'away' ? [note, instead] : [instead, note]),
    ],
    submit: w.submit,
    run: { command: 'attend', args: { plan, meeting: meeting.id, form: true, over: meeting.changes, ...(how === 'away' ? { how } : {}) } },
  }
}
