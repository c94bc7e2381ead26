// Meetings: what each body owes, what is scheduled, what has passed, and the agenda the lights give.
import type { Day } from '#src/calendar/day.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Body } from '#src/ledger/body.ts'
import type { Meeting } from '#src/ledger/meeting.ts'
import type { CadenceFacts } from '#src/meetings/cadence.ts'
import { asksForReview, type ClauseFacts } from '#src/meetings/clauses.ts'
import type { ReviewCadence } from '#src/meetings/review-cadence.ts'
import type { RequestWaiting } from '#src/meetings/requests.ts'
import type { Action, Card, Form, Lang, Row, Run, Section } from './card.ts'
import { cadenceLineOf, cadenceWords, clauseLine, excuseAction, sittingLine, unmetCounts, unmetLine } from './cadences.ts'
import { itemOff, othersWords } from './others-sitting.ts'
import { requestAction, requestRow, requestsHeading } from './requests.ts'
import { shortPlan } from './short-plan.ts'
import { ways } from './ways.ts'
import { saidLines } from './which-plan.ts'
import { forwardAction } from './forward.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, periodWords, shortDay } from './day-words.ts'
import { chineseNumber } from './meeting-names.ts'
import { meetingWhen, meetingWhere, placeOf } from './meeting-when.ts'
import { rich, strong } from './rich.ts'
import { saysOf } from './says-of.ts'

export type MeetingFacts = {
  plan: PlanId
  title: string
  today: Day
  /** Those with most missing first. */
  bodies: readonly { body: Body; cadences: readonly CadenceFacts[]; /** Its clauses that ask for a review. */ reviews?: readonly ReviewCadence[] }[]
  /** Windows that closed short. */
  closed?: readonly ClauseFacts[]
  /** 议题申报 without an answer; `mayAnswer`: the asker records what was said. */
  requests?: readonly (RequestWaiting & { mayAnswer: boolean })[]
  /** Their time has passed and nobody has said whether they were held. */
  passed: readonly Meeting[]
  ahead: readonly Meeting[]
  /** The asker holds a seat in it; left out, nobody's own are set apart. */
  isOwn?: (meeting: Meeting) => boolean
  /** Whether the asker schedules and records meetings; for others there are no buttons. */
  mayAct: boolean
}

const words = {
  zh: {
    text: (missing: string, unmet: string) => `${unmet === '' ? '' : `有${unmet}；`}${missing === '' ? `${unmet === '' ? '' : '本期'}会议都已按频次召开或安排。` : `还有${missing}要安排。`}`, owed: (sittings: number, reviews: number) => [...(sittings === 0 ? [] : [`${sittings}次会议`]), ...(reviews === 0 ? [] : [`${reviews}次督查`])].join('、'), unmet: { sittings: (count: number) => `${count}期会议应开未开`, reviews: (count: number) => `${count}期应督查未督查` }, comma: '，', none: '方案里没有写要开会的机构。',
    numbered: (day: string, number: number) => `${day}的纪要已按第${chineseNumber(number)}次会议印发，次序不改，这次排在后面。`, passed: '开过了吗？', typed: (reference: string, others: readonly string[]) => `也可以输入：/duban 会议 已开 ${reference}，或 /duban 会议 未开 ${reference} 原因${others.length === 0 ? '' : `；其余依次是${others.join('、')}`}`, ahead: '已安排', own: '您要参加的会', answer: '我的答复', series: (left: number, last: string) => `系列会议，后面还有${left}次，到${last}`, others: (left: number, last: string) => `后面还有${left}次，到${last}`, all: '全部', bodies: '应开会议',
    closed: { sittings: '应开未开', reviews: '应督查未督查', and: '、' }, recordPast: '补记',
    free: '文件未写开会频次', petition: '（提请）', look: '看条款和成员',
    attendance: '签到', resolve: '议定', minutes: '纪要', schedule: '安排会议', open: '查看', held: '已召开', notHeld: '未召开', choose: '哪个会？', chooseOne: '选这个',
    past: (sitting: string) => `已补记：${sitting}`, filled: (window: string, sort: string) => `${window}${sort}应开的次数已补上 ✅`, sorts: { special: '专题会议', general: '综合性会议' }, mistaken: '记错了',
    settledHeld: (name: string) => `已登记：${name}已召开`, settledNot: (name: string) => `已登记：${name}未召开`, again: '需要另行安排。',
    formTitle: '未召开', reason: '原因', submit: '登记', missing: '请写明未召开的原因。', reasonGap: '还没有登记：请写明为什么没有开。',
  },
  en: {
    text: (missing: string, unmet: string) => `${unmet === '' ? '' : `Required but not held: ${unmet}. `}${missing === '' ? `All required meetings ${unmet === '' ? '' : 'of this period '}have been held or scheduled.` : `Still to be scheduled: ${missing}.`}`, owed: (sittings: number, reviews: number) => [...(sittings === 0 ? [] : [counted(sittings, 'meeting')]), ...(reviews === 0 ? [] : [counted(reviews, 'inspection')])].join(', '), unmet: { sittings: (count: number) => counted(count, 'meeting'), reviews: (count: number) => counted(count, 'inspection') }, comma: ', ', none: 'No plan names a body that has to meet.',
    numbered: (day: string, number: number) => `The minutes of ${day} are out as meeting ${number}; that stays, and this one is numbered after it.`, passed: 'Was it held?', typed: (reference: string, others: readonly string[]) => `Or type /duban meeting held ${reference}, or /duban meeting not-held ${reference} and why${others.length === 0 ? '' : `; the others are, in order, ${others.join(', ')}`}`, ahead: 'Scheduled', own: 'You are invited to', answer: 'My answer', series: (left: number, last: string) => `a series: ${left} more, until ${last}`, others: (left: number, last: string) => `${left} more, until ${last}`, all: 'All', bodies: 'Required meetings',
    closed: { sittings: 'Past periods with too few meetings', reviews: 'Past periods with too few inspections', and: '; ' }, recordPast: 'Put on record',
    free: 'the text does not say how often', petition: ' (convened by its office)', look: 'Clauses and members',
    attendance: 'Attendance', resolve: 'Decide', minutes: 'Minutes', schedule: 'Schedule', open: 'Open', held: 'Held', notHeld: 'Not held', choose: 'Which body?', chooseOne: 'This one',
    past: (sitting: string) => `Put on record: ${sitting}`, filled: (window: string, sort: string) => `${window}: now enough${sort} meetings ✅`, sorts: { special: ' special', general: ' general' }, mistaken: 'A mistake',
    settledHeld: (name: string) => `Recorded: ${name} was held`, settledNot: (name: string) => `Recorded: ${name} was not held`, again: 'It has to be scheduled again.',
    formTitle: 'Not held', reason: 'Why', submit: 'Record', missing: 'Say why it was not held.', reasonGap: 'Not recorded yet: please say why it was not held.',
  },
} satisfies Record<Lang, unknown>

function closedWords(closed: readonly ClauseFacts[], lang: Lang): string {
  const { sittings, reviews, and } = words[lang].closed
  return [...(closed.every(asksForReview) ? [] : [sittings]), ...(closed.some(asksForReview) ? [reviews] : [])].join(and)
}

/** 领导小组 · 6月18日(周四) 15:00，二楼会议室 */
export const meetingLine = (meeting: Pick<Meeting, 'day' | 'time' | 'place' | 'topic'>, name: string, lang: Lang, today?: Day, isOthers = meeting.time === ''): string =>
  // Who took up an item of ours calls the sitting: its hour and place are theirs to say.
  isOthers ? `${name} · ${meetingWhen(meeting, lang, today)}${placeOf(meeting, lang)}${meeting.topic === undefined ? '' : ` · ${cutTo(meeting.topic, 60)}`}` : `${name} · ${meetingWhere(meeting, lang, today)}`

export const scheduleRun = (plan: PlanId, body: string): Run => ({ command: 'meeting', args: { plan, body, schedule: true } })

/** 已召开 and 未召开, for whoever has to say. */
export const heldActions = (plan: PlanId, meeting: string, name: string, lang: Lang): Action[] => [
  { label: words[lang].held, says: saysOf(words[lang].held, name, lang), run: { command: 'meeting-held', args: { plan, meeting, held: true } } },
  { label: words[lang].notHeld, says: saysOf(words[lang].notHeld, name, lang), run: { command: 'meeting-held', args: { plan, meeting, held: false } } },
]

/** What is next of a sitting that is or was held. */
export const sittingActions = (plan: PlanId, meeting: string, lang: Lang): Action[] => [{ label: words[lang].attendance, run: ways.attendance(plan, meeting) }, { label: words[lang].resolve, run: ways.resolve(plan, meeting) }, { label: words[lang].minutes, run: ways.minutes(plan, meeting) }]

export const scheduleLabel = (lang: Lang): string => words[lang].schedule

const nameOf = ({ bodies }: Pick<Scheduled, 'bodies'>, meeting: Meeting): string => bodies.find(({ body }) => body.id === meeting.body)?.body.name ?? meeting.body

const lineOf = (facts: Pick<Scheduled, 'bodies' | 'today'>, meeting: Meeting, lang: Lang): string =>
  meetingLine(meeting, nameOf(facts, meeting), lang, facts.today, meeting.time === '' || facts.bodies.some(({ body }) => body.id === meeting.body && !body.convened))

export function meetingList(plans: readonly MeetingFacts[], lang: Lang): Card {
  const w = words[lang]
  const bodies = plans.flatMap((plan) => plan.bodies)
  const sum = (of: readonly ClauseFacts[]): number => of.reduce((total, { missing }) => total + missing, 0)
  const missing = w.owed(sum(bodies.flatMap(({ cadences }) => cadences)), sum(bodies.flatMap(({ reviews = [] }) => reviews)))
  const unmet = unmetCounts(plans.flatMap(({ closed = [] }) => closed).filter(({ excused }) => excused === undefined), w.unmet).join(w.comma)
  const text = bodies.length === 0 ? w.none : w.text(missing, unmet)
  return { text, lines: [rich`${text}`], sections: plans.flatMap((plan) => underPlan(planSections(plan, plans.length > 1, lang), plans.length > 1 ? shortAmong(plan.title, plans) : undefined)), ...(bodies.length === 0 ? {} : { more: [forwardAction(ways.meetings(), lang)] }) }
}

type Scheduled = Pick<MeetingFacts, 'plan' | 'today' | 'passed' | 'ahead' | 'mayAct' | 'isOwn'> & { bodies: readonly { body: Pick<Body, 'id' | 'name' | 'convened'> }[]; /** None is folded behind another. */ showsAll?: boolean }

/** What has passed without a word, and what is ahead. */
export function scheduledSections(facts: Scheduled, isOneOfMany: boolean, lang: Lang): Section[] {
  const w = words[lang]
  const { plan, passed, mayAct, isOwn = () => false } = facts
  const [first, ...others] = passed
  const [own, ahead] = [facts.ahead.filter(isOwn), facts.ahead.filter((meeting) => !isOwn(meeting))]
  const referenceOf = ({ id }: Meeting): string => (isOneOfMany ? `${plan}/${id}` : id)
  const rows = (meetings: readonly Meeting[], actions: (meeting: Meeting) => Pick<Row, 'actions' | 'beside'>): Row[] =>
    meetings.map((meeting) => ({ line: rich`${lineOf(facts, meeting, lang)}`, ...actions(meeting) }))
  return [
    ...(first === undefined ? [] : [{ heading: rich`${w.passed}`, rows: rows(passed, (meeting) => (mayAct ? { actions: heldActions(plan, meeting.id, nameOf(facts, meeting), lang) } : {})), ...(mayAct ? { note: rich`${w.typed(referenceOf(first), others.map(referenceOf))}` } : {}) }]),
    ...(own.length === 0 ? [] : [{ heading: rich`${w.own}`, rows: aheadRows(own, facts, (meeting) => ({ label: w.answer, says: saysOf(w.answer, nameOf(facts, meeting), lang), run: ways.answerMeeting(plan, meeting) }), lang) }]),
    ...(ahead.length === 0 ? [] : [{ heading: rich`${w.ahead}`, rows: aheadRows(ahead, facts, (meeting) => ({ label: w.open, says: saysOf(w.open, nameOf(facts, meeting), lang), run: ways.meeting(plan, meeting.id) }), lang) }]),
  ]
}

/** Each with the way to it, and those that are folded behind it with the way to all. @param actionOf what is done with one */
function aheadRows(meetings: readonly Meeting[], facts: Scheduled, actionOf: (meeting: Meeting) => Action, lang: Lang): Row[] {
  const w = words[lang]
  return (facts.showsAll === true ? meetings.map((meeting) => ({ meeting, behind: [] })) : folded(meetings)).map(({ meeting, behind }): Row => {
    const name = nameOf(facts, meeting)
    const line = rich`${lineOf(facts, meeting, lang)}`
    const last = behind.map(({ day }) => day).toSorted().at(-1)
    if (last === undefined) return { line, beside: actionOf(meeting) }
    const isSeries = behind.every(({ series }) => series !== undefined && series === meeting.series)
    const rest = (isSeries ? w.series : w.others)(behind.length, dayWords(last, lang, facts.today))
    return { line: rich`${line}\n${rest}`, actions: [actionOf(meeting), { label: w.all, says: saysOf(w.all, name, lang), run: { command: 'meeting', args: { plan: facts.plan, body: meeting.body } } }] }
  })
}

type Folded = { meeting: Meeting; behind: readonly Meeting[] }

/** So many of one body stand by themselves where there are more than one more. */
const shownOfBody = 2

/** Of a series the next, and of a body the first two, or they push everything else off a phone. */
function folded(meetings: readonly Meeting[]): Folded[] {
  const nextOfSeries = groupedBy(meetings, ({ id, series }) => series ?? id).map(([meeting, ...behind]): Folded => ({ meeting, behind }))
  const kept = groupedBy(nextOfSeries, ({ meeting }) => meeting.body).flatMap((own): Folded[] => {
    if (own.length <= shownOfBody + 1) return own
    const others = own.slice(shownOfBody).flatMap(({ meeting, behind }) => [meeting, ...behind])
    return own.slice(0, shownOfBody).map((each, at) => (at === shownOfBody - 1 ? { ...each, behind: [...each.behind, ...others] } : each))
  })
  return kept.toSorted((a, b) => meetings.indexOf(a.meeting) - meetings.indexOf(b.meeting))
}

function groupedBy<Each>(all: readonly Each[], keyOf: (each: Each) => string): [Each, ...Each[]][] {
  const known = new Map<string, [Each, ...Each[]]>()
  for (const each of all) {
    const same = known.get(keyOf(each))
    if (same === undefined) known.set(keyOf(each), [each])
    else same.push(each)
  }
  return [...known.values()]
}

/** The name of the plan stands once, where its sections begin. */
const underPlan = (sections: readonly Section[], name: string | undefined): Section[] => sections.map((section, at) => (at > 0 || name === undefined || section.heading === undefined ? section : { ...section, heading: rich`${name} · ${section.heading}` }))

/** Without the years in brackets, unless another is called so too. */
function shortAmong(title: string, plans: readonly Pick<MeetingFacts, 'title'>[]): string {
  const short = shortPlan(title, titleAtMost)
  return plans.filter((plan) => shortPlan(plan.title, titleAtMost) === short).length > 1 ? title : short
}

const titleAtMost = 24

function planSections(facts: MeetingFacts, isOneOfMany: boolean, lang: Lang): Section[] {
  const w = words[lang]
  const { plan, today, bodies, closed = [], requests = [], mayAct } = facts
  return [
    ...scheduledSections(facts, isOneOfMany, lang),
    ...(requests.length === 0 ? [] : [{ heading: rich`${requestsHeading(requests.length, lang)}`, rows: requests.map((each) => requestRow(plan, each, { today, mayAnswer: each.mayAnswer, mayAct }, lang)) }]),
    ...(closed.length === 0 ? [] : [{ heading: rich`${closedWords(closed, lang)}`, rows: closed.map((each) => closedRow(facts, each, lang)) }]),
    ...(bodies.length === 0 ? [] : [{ heading: rich`${w.bodies}`, opensBelow: true as const, rows: bodies.map((each) => bodyRow(facts, each, lang)) }]),
  ]
}

function bodyRow({ plan, today, mayAct }: MeetingFacts, { body, cadences: sittings, reviews = [] }: MeetingFacts['bodies'][number], lang: Lang): Row {
  const w = words[lang]
  const cadences = [...sittings, ...reviews]
  const name = rich`${strong(body.name)}${body.convened ? '' : w.petition}`
  const standing = cadenceLineOf(cadences, lang, today)
  // Its clauses stand in its own card: in this list they would fill a phone.
  const line = rich`${name}${body.cadences.length === 0 ? `\n${w.free}` : standing === '' ? '' : `\n${standing}`}`
  const beside: Action = { label: w.look, says: cutTo(body.name, 70), run: ways.body(plan, body.id) }
  const schedule: Action = !body.convened ? requestAction(plan, body, lang) : { label: w.schedule, says: saysOf(w.schedule, body.name, lang), run: scheduleRun(plan, body.id) }
  const excuses = cadences.filter(({ missing }) => missing > 0).map((each) => excuseAction(plan, each, lang))
  if (!mayAct) return { line, beside }
  return excuses.length < 2 ? { line, beside, actions: [schedule, ...excuses] } : { line, beside, actions: [schedule], more: excuses }
}

/** Each with its clause; one of which it was not said why is closed by a sitting that is put on record, or by the reason. */
function closedRow({ plan, mayAct }: MeetingFacts, facts: ClauseFacts, lang: Lang): Row {
  const past: Action = { label: words[lang].recordPast, says: saysOf(words[lang].recordPast, facts.body.name, lang), run: { command: 'meeting', args: { plan, body: facts.body.id, past: true } } }
  return { line: unmetLine(facts, lang), note: clauseLine(facts), ...(mayAct && facts.excused === undefined ? { actions: [...(asksForReview(facts) ? [] : [past]), excuseAction(plan, facts, lang)] } : {}) }
}

/** @param said what the person wrote besides */
export function chooseBody(bodies: readonly { name: string; plan: string; run: Run }[], lang: Lang, said = ''): Card {
  const w = words[lang]
  return { text: w.choose, lines: [rich`${w.choose}`, ...saidLines(said, lang)], sections: [{ rows: bodies.map(({ name, plan, run }) => ({ line: rich`${strong(name)} · ${cutTo(plan, 40)}`, beside: { label: w.chooseOne, says: cutTo(name, 70), run } })) }] }
}

export function meetingSettled({ meeting, name, held, plan, today, convened }: { meeting: Meeting; name: string; held: boolean; plan: PlanId; today: Day; convened: boolean }, lang: Lang): Card {
  const w = words[lang]
  if (!held && !convened) return itemNotTaken({ meeting, name, plan, today }, lang)
  const head = held ? w.settledHeld(name) : w.settledNot(name)
  return {
    text: head,
    lines: [rich`✅ ${head}`, rich`${meetingLine(meeting, name, lang, today)}`, ...(held ? [] : [rich`${w.again}`])],
    actions: !held ? [{ label: w.schedule, run: scheduleRun(plan, meeting.body) }] : convened ? sittingActions(plan, meeting.id, lang) : [],
  }
}

/** Of what others call: our item was not taken up, whatever became of their meeting. */
function itemNotTaken({ meeting, name, plan, today }: { meeting: Meeting; name: string; plan: PlanId; today: Day }, lang: Lang): Card {
  const head = itemOff(meeting, name, dayWords(meeting.day, lang, today), lang)
  return { text: head, lines: [rich`✅ ${head}`], actions: [requestAction(plan, { id: meeting.body, name }, lang)], footer: rich`${othersWords(lang).again}` }
}

/** 补记: a sitting that took place and was not on record. */
/** @param filled windows that had closed short, and have enough by it */
export function pastMeetingRecorded({ name, day, called, today, cadences, closed, filled, topic, numbered, plan, meeting, convened }: { /** One after it whose minutes have its number. */ numbered?: Meeting; plan: PlanId; meeting: Meeting['id'] | undefined; convened: boolean; name: string; day: Day; called: Parameters<typeof sittingLine>[2]; today: Day; cadences: readonly CadenceFacts[]; closed: readonly CadenceFacts[]; filled: readonly CadenceFacts[]; topic: string | undefined }, lang: Lang): Card {
  const head = words[lang].past(`${sittingLine(name, day, called, lang, today)}${topic === undefined ? '' : ` · ${cutTo(topic, 60)}`}`)
  return { text: head, lines: [rich`✅ ${head}`, ...filled.map((facts) => rich`${words[lang].filled(periodWords(facts.window.key, lang, today), facts.of === undefined ? '' : words[lang].sorts[facts.of])}`), ...cadences.map((facts) => rich`${cadenceWords(facts, lang, today)}`), ...closed.map((facts) => unmetLine(facts, lang)), ...(numbered?.minutes?.number === undefined ? [] : [rich`${words[lang].numbered(shortDay(numbered.day, lang, today), numbered.minutes.number)}`])], ...(meeting === undefined ? {} : { actions: [...(convened ? [{ label: words[lang].resolve, run: ways.resolve(plan, meeting) }, { label: words[lang].attendance, run: ways.attendance(plan, meeting) }] : []), { label: words[lang].mistaken, run: { command: 'meeting-held', args: { plan, meeting, held: false } } }] }) }
}

export function notHeldForm({ meeting, name, plan, mistaken, convened }: { meeting: Meeting; name: string; plan: PlanId; mistaken: boolean; convened: boolean }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: convened ? w.formTitle : othersWords(lang).cancelTitle,
    gap: convened ? w.reasonGap : othersWords(lang).reasonGap,
    intro: [rich`${meetingLine(meeting, name, lang)}`],
    fields: [{ name: 'reason', label: w.reason, kind: 'line', maxLength: 300 }],
    submit: w.submit,
    run: { command: 'meeting-held', args: { plan, meeting: meeting.id, held: false, form: true, ...(mistaken ? { mistaken } : {}) } },
  }
}

export const notHeldReason = (lang: Lang, convened = true): Record<string, string> => ({ reason: convened ? words[lang].missing : othersWords(lang).reasonMissing })
