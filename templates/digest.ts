// One message with all that a person must be told now. Drawn from the state: the same function makes it and makes it again after an answer.
import type { Instant } from '#src/calendar/day.ts'
import type { Directory } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import { partOf } from '#src/queries/answering.ts'
import { whyAlone } from '#src/queries/together.ts'
import { present } from '#src/ledger/fields.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { roundIdIn } from '#src/ledger/round.ts'
import { speakerOf } from '#src/queries/own-part.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice, Parcel } from '#src/reminders/notice.ts'
import { standsAlone } from '#src/reminders/parcels.ts'
import { allNormalActions } from './all-normal.ts'
import { isDrawnLater, type Drawing } from './answered-line.ts'
import { archivedCard, archivedLine, archivedWords } from './archived-notice.ts'
import type { Action, Card, Lang, Row } from './card.ts'
import { isOpening, openingsOf } from './openings.ts'
import { shortDay } from './day-words.ts'
import { forwardMessage } from './forward.ts'
import { invitationMessage } from './invitation.ts'
import type { NoticeLine } from './line-shapes.ts'
import { watchedMeeting } from './meeting-card.ts'
import { noticeLine, uncontactedLine } from './notice-line.ts'
import { leaderNotesWaitLine } from './leader-notes.ts'
import { milestonesApprovedLine, milestonesAskedLine, milestonesWaitingLine } from './milestone-notices.ts'
import { noticeWords } from './notice-words.ts'
import { rich, type Rich } from './rich.ts'
import { openedName } from './round-name.ts'
import { watchedRound } from './round-card.ts'
import { queueWaitsLine, reviewsOverdueLine } from './ruling-lines.ts'
import { saysOf } from './says-of.ts'
import { shortPlan } from './short-plan.ts'
import { spokenFor } from './spoken-for.ts'
import { ways } from './ways.ts'

export type DigestFacts = {
  parcel: Parcel
  view: (plan: PlanId) => View
  person: Person
  /** When it was sent: an answer given since then is shown in place of the buttons. Left out, nothing was answered yet. */
  sentAt?: Instant | undefined
  directory: Directory
  lang: Lang
  /** All plans that stand, where more than those of the message are counted. */
  views?: (() => readonly View[]) | undefined
  /** All lines, so many at a time, from the first: what 全部 opens. Left out, the message itself. */
  page?: number | undefined
}

/** `count`: what asks something, `done` of it dealt with; `news`: what only tells. `day`: on which it was sent, where that is over. */
type Counts = { count: number; done: number; news: number; day?: string }

const words = {
  zh: {
    head: ({ count, done, news, day }: Counts) => (count === 0 ? `${news}条告知` : `${done === count ? `${day ?? ''}${day === undefined ? '' : '的'}${count}件事都已处理` : `${day === undefined ? '今天有' : `${day}的`}${count}件事${done === 0 ? '' : `，已处理${done}件`}`}${news === 0 ? '' : `，另有${news}条告知`}`), then: '：',
    rest: (count: number) => `另有${count}项`, page: (at: number, of: number) => `（第${at}/${of}页）`, next: (left: number) => `下一页，另有${left}项`, back: '上一页', plan: (title: string) => `《${title}》`, others: '，其他方案已在行末注明', hint: '没有变化就点“正常推进”', question: (round: string, asked: string) => `${round}另请说明：${asked}`,
  },
  en: {
    head: ({ count, done, news, day }: Counts) => (count === 0 ? `For your information: ${news}` : `${done === count ? `All ${count} ${day === undefined ? '' : `of ${day} `}are dealt with` : `${count} things ${day === undefined ? 'today' : `of ${day}`}${done === 0 ? '' : `, ${done} dealt with`}`}${news === 0 ? '' : `; ${news} for your information`}`), then: ': ',
    rest: (count: number) => `${count} more`, page: (at: number, of: number) => ` (page ${at} of ${of})`, next: (left: number) => `Next page, ${left} more`, back: 'Previous page', plan: (title: string) => `“${title}”`, others: '; lines of other plans say so', hint: 'If nothing changed, press “On track”', question: (round: string, asked: string) => `${round} also asks: ${asked}`,
  },
} satisfies Record<Lang, unknown>

/** At most seven lines, or what the plan's policy says, in the parcel's order, which is by urgency. */
export function digest({ parcel, view, person, sentAt, directory, lang, views, page }: DigestFacts): Card {
  const w = words[lang]
  const alone = parcel.notices.find(isAlone)
  if (alone !== undefined) return archivedCard(aloneCard(alone, view(alone.plan), person, lang), view(alone.plan), lang)
  const away = [...new Set(parcel.notices.map(({ plan }) => plan))].flatMap((plan) => archivedWords(view(plan), lang) ?? [])
  const planIds = [...new Set(parcel.notices.map(({ plan }) => plan))]
  const drawingOf = (plan: PlanId): Drawing => ({ view: view(plan), person, directory, sentAt, lang, several: planIds.length > 1 })
  const drawn = linesOf(parcel.notices, drawingOf, views)
  const most = Math.max(...planIds.map((plan) => policyOf(view(plan).plan).digestLines))
  const [from, to, pages] = page === undefined ? [0, most, 1] : pageOf(page, drawn.length)
  const shown = drawn.slice(from, to)
  const main = planIds.toSorted((a, b) => linesFrom(shown, b) - linesFrom(shown, a))[0]
  const lines = drawn.map(({ line, plan }) => (plan === main ? line : fromPlan(line, w.plan(shortPlan(view(plan).plan.title, 20)))))
  const openings = openingsOf({ notices: parcel.notices.filter(({ plan }) => view(plan).plan.archived === undefined), view, person, directory, lang })
  const [first] = openings
  const [top] = lines.filter(({ isSettled }) => !isSettled).concat(lines)
  const done = lines.filter(({ isSettled }) => isSettled).length
  const isAway = away.length > 0 && done === lines.length
  const asking = drawn.filter(({ kind }) => !tells.has(kind))
  const head = w.head({ count: asking.length, done: asking.filter(({ line }) => line.isSettled).length, news: drawn.length - asking.length, ...present({ day: main === undefined ? undefined : sentOn(drawingOf(main)) }) })
  // The lock screen says the most urgent of what is left too; in the message it has a line of its own.
  const locked = top === undefined ? '' : lines.length === 1 ? top.say : done === lines.length ? head : `${head}${w.then}${top.say}`
  const text = first?.say ?? (isAway ? away.join('\n') : locked)
  const isAsked = drawn.some(({ line: { row, isSettled }, kind }) => !isSettled && kind !== 'returned' && row.actions?.some(({ run }) => run.command === 'report') === true)
  const footer = [...(main === undefined || lines.length === 0 ? [] : [`${w.plan(view(main).plan.title)}${shown.some(({ plan }) => plan !== main) ? w.others : ''}`]), ...(isAsked ? [w.hint] : [])].join(' · ')
  const left = lines.length - to
  if (page !== undefined) return wholeCard({ head, shown: lines.slice(from, to), page: from / linesOnPage + 1, pages, left, key: parcel.key, footer }, lang)
  const actions = [...openings.map(({ action }) => action), ...allNormalActions(drawn.flatMap((each) => answerableOf(each, view(each.plan))), sentAt, lang)]
  return spokenFor({
    text,
    lines: [...openings.flatMap((opening) => opening.lines), ...away.map((words) => rich`${words}`), ...(lines.length > 1 && !isAway ? [rich`${head}`] : []), ...questionsOf(parcel.notices, view, lang)],
    ...(lines.length === 0 ? {} : { sections: [{ rows: [...lines.slice(0, most).map(({ row }) => row), ...(left > 0 ? [restRow(left, parcel.key, lang)] : [])] }] }),
    ...(actions.length === 0 ? {} : { actions }),
    ...(done === lines.length && openings.length === 0 ? {} : { more: [forwardMessage(parcel.key, lang)] }),
    ...(footer === '' ? {} : { footer: rich`${footer}` }),
  }, speakerOf({ asker: person, directory }, (plan) => view(plan).plan))
}

/** What only tells: it is no thing to do, and none that was done. */
const tells: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>(['milestones-approved', 'accepted', 'ruled', 'ended', 'course-changed', 'withdrawn', 'amended', 'lead-named', 'due-set', 'minutes-issued', 'review-off', 'meeting-off'])

/** The day on which it was sent, where it is drawn again on another. */
const sentOn = ({ view, sentAt, lang }: Drawing): string | undefined => (sentAt === undefined || !isDrawnLater({ view, sentAt }) ? undefined : shortDay(view.calendar.dayAt(sentAt, view.plan.zone), lang, view.today))

type Alone = Extract<Notice, { kind: 'round-watch' | 'meeting-watch' | 'meeting-invited' }>
const isAlone = (notice: Notice): notice is Alone => standsAlone(notice)

/** A message that is about one thing as it goes on. */
function aloneCard(notice: Alone, view: View, person: Person, lang: Lang): Card {
  switch (notice.kind) {
    case 'round-watch': return watchedRound(notice, view, person, lang)
    case 'meeting-watch': return watchedMeeting(notice, view, person, lang)
    case 'meeting-invited': return invitationMessage(notice, view, person, lang)
  }
}

/** What rounds ask besides, once for all their lines. */
function questionsOf(notices: readonly Notice[], view: DigestFacts['view'], lang: Lang): Rich[] {
  const asked = new Map<string, Rich>()
  for (const notice of notices) {
    if (notice.kind !== 'round-due' || view(notice.plan).plan.archived !== undefined) continue
    const round = view(notice.plan).plan.rounds.get(roundIdIn(notice.round))
    if (round?.question !== undefined) asked.set(`${notice.plan}/${round.id}`, rich`${words[lang].question(openedName(notice.round, round.title, lang, view(notice.plan).today), round.question)}`)
  }
  return [...asked.values()]
}

/** Asked in the message, not answered, and to be answered with others in one tap. */
function answerableOf({ plan, notice, line: { isSettled } }: Drawn, view: View): { plan: PlanId; number: TaskNo }[] {
  if (isSettled || (notice.kind !== 'due-soon' && notice.kind !== 'progress-due' && notice.kind !== 'round-due' && notice.kind !== 'nudged')) return []
  const part = partOf(view, notice.task, notice.unit)
  return part === undefined || whyAlone(view, notice.task, part) !== undefined ? [] : [{ plan, number: notice.task }]
}

const restRow = (left: number, key: string, lang: Lang): Row => ({ line: rich`${words[lang].rest(left)}`, beside: { label: noticeWords[lang].all, says: `${words[lang].rest(left)}，${noticeWords[lang].all}`, run: ways.wholeMessage(key) } })

/** With their buttons no more fit into one message. */
const linesOnPage = 10

function pageOf(wanted: number, lines: number): [from: number, to: number, pages: number] {
  const pages = Math.max(1, Math.ceil(lines / linesOnPage))
  const from = (Math.min(Math.max(1, wanted), pages) - 1) * linesOnPage
  return [from, Math.min(from + linesOnPage, lines), pages]
}

/** All that the headline counts, in the message's own order. */
function wholeCard({ head, shown, page, pages, left, key, footer }: { head: string; shown: readonly NoticeLine[]; page: number; pages: number; left: number; key: string; footer: string }, lang: Lang): Card {
  const w = words[lang]
  const said = pages === 1 ? head : `${head}${w.page(page, pages)}`
  const to = (label: string, at: number): Action => ({ label, says: saysOf(label, w.page(at, pages), lang), run: ways.wholeMessage(key, at) })
  const actions = [...(left > 0 ? [to(w.next(left), page + 1)] : []), ...(page > 1 ? [to(w.back, page - 1)] : [])]
  return { text: said, lines: [rich`${said}`], sections: [{ rows: shown.map(({ row }) => row) }], ...(actions.length === 0 ? {} : { actions }), ...(footer === '' ? {} : { footer: rich`${footer}` }) }
}

const linesFrom = (drawn: readonly { plan: PlanId }[], plan: PlanId): number => drawn.filter((line) => line.plan === plan).length

/** Numbers of several plans are told apart: the plan of most lines that are seen stands below, the others behind their lines. */
const fromPlan = ({ say, row, isSettled }: NoticeLine, title: string): NoticeLine => {
  const line: Rich = rich`${row.line} · ${title}`
  return { say, row: { ...row, line }, isSettled }
}

type Drawn = { plan: PlanId; kind: Notice['kind']; notice: Notice; line: NoticeLine }

/** A task that is asked about twice (overdue, and nudged besides) is one line, the more urgent. */
function linesOf(notices: readonly Notice[], drawingOf: (plan: PlanId) => Drawing, views: DigestFacts['views']): Drawn[] {
  const about = new Map<string, { first: Notice; together: Notice[] }>()
  for (const notice of notices) {
    if (isOpening(notice) || isAlone(notice) || notice.kind === 'weekly-brief') continue
    // What is of no one task is in the sentence that says the plan was put away.
    if (!('task' in notice) && drawingOf(notice.plan).view.plan.archived !== undefined) continue
    const known = about.get(subjectOf(notice))
    if (known === undefined) about.set(subjectOf(notice), { first: notice, together: [notice] })
    else known.together.push(notice)
  }
  return [...about.values()].flatMap(({ first, together }) => ((line) => (line === undefined ? [] : [{ plan: first.plan, kind: first.kind, notice: first, line }]))(lineOf(first, together, drawingOf, views)))
}

/** What opens a message is no line. @param together all of the message that are about the same */
function lineOf(notice: Notice, together: readonly Notice[], drawingOf: (plan: PlanId) => Drawing, views: DigestFacts['views']): NoticeLine | undefined {
  if (isOpening(notice) || isAlone(notice) || notice.kind === 'weekly-brief') return undefined
  if (notice.kind === 'uncontacted') return uncontactedLine(together.flatMap((each) => (each.kind === 'uncontacted' ? [each.unit] : [])), drawingOf(notice.plan))
  if (notice.kind === 'petition-waits') return queueWaitsLine([...new Set(together.map(({ plan }) => plan))].map(drawingOf), views?.())
  if (notice.kind === 'review-overdue') return reviewsOverdueLine([...new Set(together.map(({ plan }) => plan))].map(drawingOf))
  if (notice.kind === 'milestones-asked') return milestonesAskedLine(together, drawingOf)
  if (notice.kind === 'milestones-waiting') return milestonesWaitingLine(together, drawingOf)
  if (notice.kind === 'milestones-approved') return milestonesApprovedLine(together, drawingOf)
  if (notice.kind === 'leader-note-waits') return leaderNotesWaitLine(together, drawingOf)
  return archivedLine(noticeLine(notice, drawingOf(notice.plan)), notice, drawingOf(notice.plan))
}

const subjectOf = (notice: Notice): string => {
  if (notice.kind === 'uncontacted' || notice.kind === 'milestones-approved') return `${notice.kind}/${notice.plan}`
  if (notice.kind === 'petition-waits' || notice.kind === 'review-overdue' || notice.kind === 'milestones-asked' || notice.kind === 'milestones-waiting' || notice.kind === 'leader-note-waits') return notice.kind
  if (notice.kind === 'withdrawn' || notice.kind === 'leader-told' || notice.kind === 'leader-by-itself' || notice.kind === 'instruction-spoken' || notice.kind === 'instruction-disowned' || notice.kind === 'coordination-up' || notice.kind === 'coordination-decided' || notice.kind === 'pause-ends' || notice.kind === 'coordination-waits' || 'speaker' in notice) return notice.key
  // One message tells all of a person's units what an amendment changed.
  if (notice.kind === 'amended') return `amended/${notice.plan}/${notice.amendment}`
  if ('task' in notice) return `${notice.kind === 'claim-waiting' ? 'claim' : 'task'}/${notice.plan}/${notice.task}/${notice.unit}`
  return notice.key
}
