// 签到: who is there, drawn again with each press; who asked to be excused is counted out from the start.
import type { Day } from '#src/calendar/day.ts'
import { chairIn, mayHaveChaired, unheardIn, type Attendance, type Attending } from '#src/meetings/attendance.ts'
import { answersStanding } from '#src/meetings/invited.ts'
import type { Action, Card, Form, Lang, Row, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords } from './day-words.ts'
import { sittingName, type NamedSitting } from './meeting-names.ts'
import { seatValue } from './invitation.ts'
import { meetingWhere } from './meeting-when.ts'
import { seatWords, substituteWords } from './meeting-words.ts'
import { rich, strong, type Rich } from './rich.ts'

type AttendanceOf = NamedSitting & Attendance
export type AttendanceShown = AttendanceOf & { today: Day; page: number; said?: string; /** What was typed and says nothing of these. */ unread?: string; /** What was pressed was settled before. */ isRecordedBefore?: boolean; otherwise?: Otherwise; /** Not before its day, and not once its minutes are out. */ mayRecord: boolean; /** It is ours to say who held it. */ asksChair: boolean; /** Who is to report there without a seat. */ proposed: readonly string[]; /** What was said and waits for the press that records it: all that may be pressed has it. */ carry?: Run['args'] }

/** Those who never answered, who were only now recorded: all the other way. */
export type Otherwise = { as: 'there' | 'away'; run: Run }

/** Each a button with its name: so many stand in one message. */
const seatsAtMost = 24

const words = {
  zh: {
    head: (name: string, all: number, there: number, away: number) => `签到：${name}，应到${all}，到会${there}，缺席${away}`, open: (name: string, all: number) => `签到：${name}，应到${all}`, notYet: (there: number, away: number) => `还没有登记，按“就这样”就记${away === 0 ? `${there}个都到会` : `${there}个到会、${away}个缺席`}。`, unheard: (count: number) => `还没登记：没答复的${count}个到了吗？`, ahead: (day: string) => `会还没开：${day}当天再登记。`, answered: (coming: number, away: number, silent: number, untold: number) => `答复：参加${coming}，请假${away}，${silent === 0 ? '' : '❔'}未答${silent}${untold === 0 ? '' : `，📵收不到通知${untold}`}。`, kept: '已登记，点名字可以改。', there: '到会', away: '缺席', excused: '请假', instead: (who: string) => `${who}代`, because: (why: string) => `：${why}`, besides: (names: string) => `列席：${names}`, proposed: (names: string) => `拟列席：${names}`, withPress: '（登记签到时一并记入）', withAll: '（整体登记时一并记入，有变动点“登记列席”）', openBesides: '（还没有登记，来了的点“登记列席”）', besidesToo: (count: number) => `，列席${count}个一并记入`, besidesDone: (count: number) => `列席记${count}个`, isBefore: '签到已经登记过，这次没有改动；要改请点名字。', turned: (name: string) => `${name}改为到会`, empty: '一个人也没有到会，是不是没开？', emptyThen: '记了签到，这次会议就算已召开。', notHeld: '没有开', anyway: '开了，都缺席', back: '返回', outside: (name: string) => `${cutTo(name, 20)}列席并主持`, unread: (said: string) => `没有读懂“${said}”，什么都没有登记。请写成：签到 m1 缺席 财政局，或 主持 教育局、列席 县残联、全到`, nobody: '这个机构还没有成员，先在 /duban 机构 里补上。',
    settle: '就这样', unheardThere: '没答复的都到会', unheardAway: '没答复的记缺席', otherwise: { there: '没答复的改记到会', away: '没答复的改记缺席' }, all: '全部到会', addBesides: '登记列席', decide: '议定', minutes: '纪要', next: '下一页', before: '上一页', mark: { there: '改为到会', away: '记缺席' }, signs: { silent: '未答', untold: '收不到通知' }, coming: '参加', turn: { there: '到会，没到的点名字', away: '缺席，到了的点名字' }, turnFirst: { there: '没到的点名字，其余记到会', away: '请假的，来了的点名字' }, colon: '：', semicolon: '；', noChair: '还没有登记谁主持。', whoChaired: '谁主持？', chair: (name: string) => `主持：${name}`, chairForm: '主持人', chairHint: '到会的人，副职在前', and: '、',
    form: '列席', who: '列席人员', hint: '用顿号分开，如：县残联、县妇联', submit: '记下', recorded: '已登记签到', changed: (name: string, as: string) => `${name}：${as}`, others: (count: number, as: string) => `没答复的${count}个记${as}`,
  },
  en: {
    head: (name: string, all: number, there: number, away: number) => `Attendance: ${name}, ${there} of ${all} present, ${away} absent`, open: (name: string, all: number) => `Attendance: ${name}, ${all} expected`, notYet: (there: number, away: number) => `Not recorded yet: “Confirm as shown” records ${away === 0 ? `all ${there} as present` : `${there} as present, ${away} as absent`}.`, unheard: (count: number) => `Not recorded yet: did the ${count} who never answered come?`, ahead: (day: string) => `The meeting is ahead: attendance is recorded on ${day}.`, answered: (coming: number, away: number, silent: number, untold: number) => ` Answers: ${coming} coming, ${away} excused, ${silent === 0 ? '' : '❔'}${silent} yet to answer${untold === 0 ? '' : `, 📵${untold} could not be reached`}.`, kept: 'Recorded; press a name to change it.', there: 'present', away: 'absent', excused: 'excused', instead: (who: string) => `${who} instead`, because: (why: string) => `: ${why}`, besides: (names: string) => `Also attending: ${names}`, proposed: (names: string) => `To attend as well: ${names}`, withPress: ' (recorded with the attendance)', withAll: ' (recorded with everybody at once; “Add who also attended” changes it)', openBesides: ' (not recorded yet: press “Add who also attended”)', besidesToo: (count: number) => `, with ${count} also attending`, besidesDone: (count: number) => `${count} also attending`, isBefore: 'Attendance was on record already; nothing was changed. Press a name to change it.', turned: (name: string) => `${name} was absent and is now present`, empty: 'Nobody came: was it not held?', emptyThen: 'Once attendance is recorded the meeting counts as held.', notHeld: 'It was not held', anyway: 'Held, all absent', back: 'Back', outside: (name: string) => `${cutTo(name, 20)} attended and chaired`, unread: (said: string) => `“${said}” was not understood; nothing was recorded. Type: attendance m1 absent 财政局, or chair 教育局, also 县残联, all`, nobody: 'This body has no members yet: add them with /duban body.',
    settle: 'Confirm as shown', unheardThere: 'Unanswered: present', unheardAway: 'Unanswered: absent', otherwise: { there: 'Unanswered: present after all', away: 'Unanswered: absent after all' }, all: 'All present', addBesides: 'Add who also attended', decide: 'Decide', minutes: 'Minutes', next: 'Next page', before: 'Previous page', mark: { there: 'Present', away: 'Absent' }, signs: { silent: 'no answer', untold: 'could not be reached' }, coming: 'coming', turn: { there: 'Present: press the names of those who are missing', away: 'Absent: press the names of those who came' }, turnFirst: { there: 'Press who is missing; the others are recorded as present', away: 'Excused: press the names of those who came' }, colon: ':', semicolon: '; ', noChair: 'Who was in the chair is not on record.', whoChaired: 'Who chaired it?', chair: (name: string) => `Chair: ${name}`, chairForm: 'In the chair', chairHint: 'Of those who came, deputies first', and: ', ',
    form: 'Also attending', who: 'Who else attended', hint: 'Separated by commas', submit: 'Record', recorded: 'Attendance recorded', changed: (name: string, as: string) => `${name}: ${as}`, others: (count: number, as: string) => `${count} who never answered: ${as}`,
  },
} satisfies Record<Lang, unknown>

/** What was just done. `seat`: left out, all of it. `chair`: who held it, where that was said; `isTurned`: who was on record as away. `unheard`: as what those were recorded who never answered, where they were only now; `besides`: how many were recorded as sitting in, likewise. */
export type Attended = { seat?: { name: string; isThere: boolean }; chair?: string; isTurned?: true; unheard?: { there: number; away: number }; besides?: number }

export function attendedWords({ seat, chair, isTurned, unheard, besides }: Attended, lang: Lang): string {
  const w = words[lang]
  const done = seat === undefined ? (chair === undefined ? w.recorded : w.chair(chair)) : w.changed(seat.name, seat.isThere ? w.there : w.away)
  const others = unheard === undefined ? [] : [...(unheard.there === 0 ? [] : [w.others(unheard.there, w.there)]), ...(unheard.away === 0 ? [] : [w.others(unheard.away, w.away)])]
  return [done, ...(chair === undefined || isTurned === undefined ? [] : [w.turned(chair)]), ...others, ...(besides === undefined ? [] : [w.besidesDone(besides)])].join(w.semicolon)
}

export function attendanceCard(shown: AttendanceShown, lang: Lang): Card {
  const w = words[lang]
  const { seats, isRecorded, meeting, today, page, said, unread, isRecordedBefore = false, otherwise, mayRecord, carry = {} } = shown
  const there = seats.filter(({ isThere }) => isThere).length
  // Nothing is said of who was there before it is recorded.
  const head = isRecorded ? w.head(sittingName(shown, lang), seats.length, there, seats.length - there) : w.open(sittingName(shown, lang), seats.length)
  const run = (args: Run['args'] = {}, command = 'attendance'): Run => ({ command, args: { plan: shown.plan, meeting: meeting.id, ...args } })
  const act = (args: Run['args']): Run => run({ ...carry, ...args })
  const pages = Math.max(1, Math.ceil(seats.length / seatsAtMost))
  const at = Math.min(page, pages - 1)
  const shownSeats = seats.slice(at * seatsAtMost, (at + 1) * seatsAtMost)
  const group = (line: string, own: readonly Attending[]): Row[] => (own.length === 0 ? [] : [{ line: rich`${line}${w.colon}`, ...(mayRecord ? { actions: own.map((each) => turned(each, isRecorded, act({ seat: each.seat.seat, page: at }), lang)) } : {}) }])
  const turn = isRecorded ? w.turn : w.turnFirst
  const rows = mayRecord ? [...group(turn.there, shownSeats.filter(({ isThere }) => isThere)), ...group(turn.away, shownSeats.filter(({ isThere }) => !isThere))] : shownSeats.map((each): Row => ({ line: rich`${each.seat.name} · ${isRecorded ? standingWords(each, lang) : answeredWords(each, lang)}` }))
  const noted = seats.filter(({ seat: { answer } }) => answer?.coming === false).map((each) => rich`${each.seat.name}${lang === 'zh' ? '：' : ': '}${standingWords(each, lang)}`)
  return {
    text: head,
    lines: [rich`${strong(head)}`, ...(said === undefined ? [] : [rich`✅ ${said}`]), ...(unread === undefined ? [] : [rich`⚠️ ${w.unread(cutTo(unread, 60))}`]), ...(isRecordedBefore ? [rich`⚠️ ${w.isBefore}`] : []), rich`${meetingWhere(meeting, lang, today)}`, ...(isRecorded ? (mayRecord && said === undefined && !isRecordedBefore ? [rich`${w.kept}`] : []) : seats.length === 0 ? [] : [rich`${notYetWords(shown, lang)}`]), ...besidesLines(shown, lang), ...chairLines(shown, lang), ...(mayRecord ? noted : []), ...(seats.length === 0 ? [rich`${w.nobody}`] : [])],
    ...(rows.length === 0 ? {} : { sections: [{ rows }] }),
    actions: [
      ...(mayRecord ? [
        ...(isRecorded ? chairAction(shown, lang) : settlingActions(shown, act, lang)),
        ...(otherwise === undefined ? [] : [{ label: w.otherwise[otherwise.as], run: otherwise.run }]),
        ...(there === seats.length ? [] : [{ label: w.all, ...pressSays(w.all, shown, lang), run: act({ all: true }) }]),
        { label: w.addBesides, run: act({ beside: true }) }, { label: w.decide, run: run({}, 'resolve') }, { label: w.minutes, run: run({}, 'minutes') },
      ] : []),
      ...(at === 0 ? [] : [{ label: w.before, run: act({ page: at - 1 }) }]), ...(at >= pages - 1 ? [] : [{ label: w.next, run: act({ page: at + 1 }) }]),
    ],
  }
}

/** Whoever never answered may have come or not: which of the two is chosen, and not taken for granted. */
function settlingActions(shown: AttendanceShown, act: (args: Run['args']) => Run, lang: Lang): Action[] {
  const w = words[lang]
  const unheard = unheardIn(shown).length
  const action = (label: string, args: Run['args']): Action => ({ label, ...pressSays(label, shown, lang), run: act({ settle: true, ...args }) })
  if (unheard === 0) return [{ ...action(w.settle, {}), style: 'primary' }]
  return [action(unheard === shown.seats.length ? w.all : w.unheardThere, {}), action(w.unheardAway, { unheard: 'away' })]
}

/** That it takes in who is to sit in. */
function pressSays(label: string, { besides, proposed, isRecorded }: AttendanceShown, lang: Lang): Pick<Action, 'says'> {
  const count = besides.length + proposed.length
  return isRecorded || count === 0 ? {} : { says: `${label}${words[lang].besidesToo(count)}` }
}

/** Before it is recorded they are to sit in; that they did is said by whoever records it. */
function besidesLines({ besides, proposed, isRecorded, mayRecord }: AttendanceShown, lang: Lang): Rich[] {
  const w = words[lang]
  const said = besides.join(w.and)
  const open = isRecorded ? (mayRecord ? [w.openBesides] : []) : [mayRecord ? w.withAll : '']
  return [
    ...(besides.length === 0 ? [] : [isRecorded ? rich`${w.besides(said)}` : rich`${w.proposed(said)}${mayRecord ? w.withPress : ''}`]),
    ...(proposed.length === 0 ? [] : open.map((more) => rich`${w.proposed(proposed.join(w.and))}${more}`)),
  ]
}

/** Where nobody is on record as having held it. */
export const lacksChair = (shown: Attendance & { asksChair: boolean }): boolean => shown.asksChair && shown.isRecorded && chairIn(shown) === undefined

export const noChairLine = (lang: Lang): Rich => rich`⚠️ ${words[lang].noChair}`

/** A choice of those who came. */
export const chairAction = (shown: AttendanceOf & { asksChair: boolean }, lang: Lang): Action[] =>
  lacksChair(shown) && mayHaveChaired(shown).length > 0 ? [{ label: words[lang].whoChaired, run: { command: 'attendance', args: { plan: shown.plan, meeting: shown.meeting.id, chairing: true } }, style: 'primary' as const }] : []

/** 县财政局（杜副局长代）: a seat by whoever came for it. */
export function chairWords({ name, people, answer }: Attending['seat'], lang: Lang): string {
  const sent = answer?.coming === false ? answer.instead : undefined
  if (sent === undefined) return seatWords({ name, people }, lang)
  const instead = words[lang].instead(substituteWords(sent, lang))
  return lang === 'zh' ? `${name}（${instead}）` : `${name} (${instead})`
}

/** Who held it, where it was not whoever leads the body; or that it is not on record. */
function chairLines(shown: AttendanceShown, lang: Lang): Rich[] {
  const chair = chairIn(shown)
  if (!shown.isRecorded) return chair === undefined || shown.chair === undefined ? [] : [rich`${words[lang].chair(chairWords(chair.seat, lang))}${words[lang].withPress}`]
  if (!shown.asksChair) return []
  if (chair === undefined) return shown.mayRecord ? [noChairLine(lang)] : []
  return chair.seat.seat === shown.chair ? [rich`${words[lang].chair(chairWords(chair.seat, lang))}`] : []
}

/** What one press would record, or when it can be; and what was answered. */
function notYetWords(shown: AttendanceShown, lang: Lang): string {
  const w = words[lang]
  const { seats, meeting, today, mayRecord } = shown
  const invited = seats.map(({ seat }) => seat)
  const there = seats.filter(({ isThere }) => isThere).length
  const unheard = unheardIn(shown).length
  const first = mayRecord ? (unheard === 0 ? w.notYet(there, seats.length - there) : w.unheard(unheard)) : meeting.status === 'scheduled' && meeting.day > today ? w.ahead(dayWords(meeting.day, lang, today)) : ''
  const { coming, away, silent, untold } = answersStanding(invited)
  return `${first}${w.answered(coming.length, away.length, silent.length, untold.length)}`.trim()
}

function standingWords({ isThere, seat: { answer } }: Attending, lang: Lang): string {
  const w = words[lang]
  if (answer?.coming === false && answer.instead !== undefined && isThere) return w.instead(substituteWords(answer.instead, lang))
  if (isThere) return w.there
  return answer?.coming === false ? `${w.excused}${answer.words === undefined ? '' : w.because(cutTo(answer.words, 40))}` : w.away
}

/** Nobody has answered for it: because nobody did, or because nobody is told. */
const heardOf = ({ seat: { answer, people } }: Attending): keyof typeof signs | undefined => (answer !== undefined ? undefined : people.length === 0 ? 'untold' : 'silent')
const signs = { silent: '❔', untold: '📵' } as const

/** Of what is not recorded yet: what was answered. */
function answeredWords(attending: Attending, lang: Lang): string {
  const heard = heardOf(attending)
  if (heard !== undefined) return `${signs[heard]}${words[lang].signs[heard]}`
  return attending.seat.answer?.coming === true ? words[lang].coming : standingWords(attending, lang)
}

function turned(attending: Attending, isRecorded: boolean, run: Run, lang: Lang): Action {
  const w = words[lang]
  const { isThere, seat: { name } } = attending
  // What was answered before is no matter once it is on record who came.
  const heard = isRecorded ? undefined : heardOf(attending)
  return { label: `${heard === undefined ? '' : signs[heard]}${cutTo(name, 24)}`, says: cutTo(`${w.mark[isThere ? 'away' : 'there']}${w.colon}${cutTo(name, 40)}${heard === undefined ? '' : `${lang === 'zh' ? '，' : ', '}${w.signs[heard]}`}`, 70), run }
}

/** @param back where it was asked from */
export function nobodyCame(of: NamedSitting, { notHeld, anyway, back }: { notHeld: Run; anyway: Run; back: Run }, lang: Lang): Card {
  const w = words[lang]
  return { text: `${sittingName(of, lang)}${w.colon}${w.empty}`, lines: [rich`${strong(w.empty)}`, rich`${sittingName(of, lang)}`], actions: [{ label: w.notHeld, run: notHeld }, { label: w.anyway, run: anyway }, { label: w.back, run: back }], footer: rich`${w.emptyThen}` }
}

/** @param run records whoever was named as one who sat in and held it */
export const chairedFromOutside = (refused: Card, run: Run, lang: Lang): Card => ({ ...refused, actions: [{ label: words[lang].outside(String(run.args['chair'])), run }, ...(refused.actions ?? [])] })

/** A field has room for so many signs: those that do not fit stay as they are. */
const besidesAtMost = 3000

export function besidesForm({ besides: said, proposed, ...of }: NamedSitting & Pick<Attendance, 'besides'> & Pick<AttendanceShown, 'proposed'>, carry: Run['args'] | undefined, lang: Lang): Form {
  const w = words[lang]
  const besides = said.length === 0 ? proposed : said
  const listed = besides.filter((_, at) => besides.slice(0, at + 1).join(w.and).length <= besidesAtMost)
  return {
    title: w.form, intro: [rich`${sittingName(of, lang)}`],
    fields: [{ name: 'besides', label: w.who, hint: w.hint, kind: 'line', maxLength: besidesAtMost, optional: true, now: listed.join(w.and) }],
    submit: w.submit, run: { command: 'attendance', args: { plan: of.plan, meeting: of.meeting.id, form: true, ...carry, ...(listed.length < besides.length ? { listed: listed.length } : {}) } },
  }
}

export function chairForm(of: AttendanceOf, carry: Run['args'] | undefined, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.chairForm, intro: [rich`${sittingName(of, lang)}`],
    fields: [{ name: 'chair', label: w.whoChaired, hint: w.chairHint, kind: 'choice', as: 'select', choices: mayHaveChaired(of).map((seat) => ({ value: seatValue(seat.seat), label: cutTo(chairWords(seat, lang), 70) })) }],
    submit: w.submit, run: { command: 'attendance', args: { plan: of.plan, meeting: of.meeting.id, form: true, ...carry } },
  }
}
