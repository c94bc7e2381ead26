// Reviews as lines of a message: what a unit prepares, and what of it is taken from what it reported lately; that one is off; that one is to be looked back at.
import type { Day } from '#src/calendar/day.ts'
import type { Body } from '#src/ledger/body.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Review } from '#src/ledger/review.ts'
import { reviewCadencesOf } from '#src/meetings/review-cadence.ts'
import { lookBackOf } from '#src/queries/look-back.ts'
import { cardsOfReview, freshReport } from '#src/queries/review-scope.ts'
import { reviewWaiting, type ReviewWaiting } from '#src/queries/reviews-waiting.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Notice } from '#src/reminders/notice.ts'
import { isCallingOff } from '#src/reminders/told-of-review.ts'
import type { Drawing } from './answered-line.ts'
import { excuseAction } from './cadences.ts'
import type { Action, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, dueDayWords, shortDay } from './day-words.ts'
import { owed, settled, type NoticeLine } from './line-shapes.ts'
import { noticeWords } from './notice-words.ts'
import { clauseWords } from './review-clause.ts'
import { reviewKindWords } from './review-kind-words.ts'
import { whereBehind, whereLine } from './review-where.ts'
import { titled, toPrepare } from './reviews.ts'
import { rich, strong, type Rich } from './rich.ts'
import { saysOf } from './says-of.ts'
import { shortTitle } from './task-line.ts'
import { taskRef, ways } from './ways.ts'

const words = {
  zh: { fresh: (day: string, kind: string, tasks: string, used: string) => `${day}${kind}：${tasks}，${used}，不用另外准备`, used: (day: string) => `已用${day}的填报预填`, usedAll: '已用近7天的填报预填', out: '没有您单位的任务了，不用准备', leftOut: (day: string, kind: string) => `不用准备了：${day}的${kind}没有您单位的任务了`, backIn: '又有您单位的任务，另有一条告知', onAgain: '照常开展，另有一条告知', schedule: '安排督查', please: (clause: string) => `请安排督查：${clause}`, clauseMet: (held: number) => `本期已督查${held}次`, clauseSet: (day: string) => `已安排${day}督查`, clauseOff: '本期不督查', today: (of: string, count: number) => `今天${of}：${count}项`, passed: (of: string, day: string, count: number) => `请登记结果：${day}${of}，${count}项`, judged: (count: number) => `，已认定${count}项`, allJudged: (of: string, day: string, count: number) => `请办结：${day}${of}，${count}项都已认定`, passedSo: (of: string, day: string) => `请登记结果：${day}${of}`, movedTo: (day: string) => `改到${day}`, movedHour: (reason: string) => `改了时间：${reason}`, start: '开始', goOn: '继续', close: '登记结果', closeAll: '办结这次调度' },
  en: { fresh: (day: string, kind: string, tasks: string, used: string) => `${kind} on ${day}: ${tasks}; ${used}, nothing to prepare`, used: (day: string) => `your report of ${day} is used`, usedAll: 'your reports of the last 7 days are used', out: 'none of your tasks is in it any more: nothing to prepare', leftOut: (day: string, kind: string) => `Nothing to prepare: none of your tasks is in the ${kind} on ${day} any more`, backIn: 'a task of yours is in it again: you are told of it', onAgain: 'it is held after all: you are told of it', schedule: 'Schedule an inspection', please: (clause: string) => `Schedule an inspection: ${clause}`, clauseMet: (held: number) => `${held} held in this period`, clauseSet: (day: string) => `scheduled on ${day}`, clauseOff: 'not in this period', today: (of: string, count: number) => `Today, ${of}: ${count} ${count === 1 ? 'task' : 'tasks'}`, passed: (of: string, day: string, count: number) => `Record the outcome: ${of} of ${day}, ${count} ${count === 1 ? 'task' : 'tasks'}`, judged: (count: number) => `, ${count} judged`, allJudged: (of: string, day: string, count: number) => `Close it: ${of} of ${day}, all ${count} judged`, passedSo: (of: string, day: string) => `Record the outcome: ${of} of ${day}`, movedTo: (day: string) => `moved to ${day}`, movedHour: (reason: string) => `another time: ${reason}`, start: 'Start', goOn: 'Go on', close: 'Record the outcome', closeAll: 'Close this review' },
} satisfies Record<Lang, unknown>

export function reviewLine(notice: Extract<Notice, { kind: 'review-ahead' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const own = words[lang]
  const review = view.plan.reviews.get(notice.review)
  if (review === undefined) return settled(notice.review, w.gone)
  const kind = reviewKindWords[lang][review.kind]
  const name = `${dayWords(review.day, lang, view.today)} ${kind}`
  if (review.status === 'cancelled') return settled(name, w.reviewOff({ day: shortDay(review.cancelledOn, lang, view.today), reason: review.reason }))
  if (review.status === 'closed') return settled(name, closedWords(review, { view, lang }))
  const tasks = cardsOfReview(view, review).filter(({ lead }) => lead?.unit === notice.unit)
  const wanted = review.prepare === '' ? [] : [rich`${w.prepare(cutTo(review.prepare, 200))}`]
  const below = [...movedLine(review, { view, lang }), ...(review.place === undefined ? [] : [rich`${whereLine(review.place, lang)}`]), ...wanted]
  if (review.scope !== undefined && tasks.length === 0) return notice.toldOf === undefined ? settled(name, own.out) : owed(`${dueDayWords(review.day, lang, view)}${lang === 'zh' ? '' : ' '}${kind}`, { below })
  const missing = tasks.filter((task) => freshReport(task, view) === undefined)
  // On the day itself what is still missing alone.
  const asked = review.prepare === '' || (review.day === view.today && missing.length > 0) ? missing : tasks
  const day = dueDayWords(review.day, lang, view)
  if (tasks.length > 0 && asked.length === 0) return owed(`${own.fresh(day, kind, titled(tasks, lang), usedWords(tasks, { view, lang }))}${review.place === undefined ? '' : whereBehind(review.place, lang)}`, { below: [...movedLine(review, { view, lang }), ...wanted] })
  return owed(w.review({ day, kind, tasks: titled(asked, lang) }), {
    below: [...below, ...asked.map((task) => toPrepare(task, lang)), ...tasks.filter((task) => !asked.includes(task)).flatMap((task) => usedLine(task, { view, lang }))],
    actions: asked.slice(0, 1).map((task) => ({ label: w.prepareSeen, says: saysOf(w.prepareSeen, shortTitle(task), lang), run: asked.length === 1 ? ways.task(task) : ways.mine() })),
  })
}

/** How it ended; where only some of it was judged, of how many. */
function closedWords({ closedOn, outcome, tasks, judged }: Extract<Review, { status: 'closed' }>, { view, lang }: Pick<Drawing, 'view' | 'lang'>): string {
  const seen = tasks.filter((task) => judged.some((each) => each.task === task)).length
  return noticeWords[lang].closed({ day: shortDay(closedOn, lang, view.today), outcome: cutTo(outcome, 60), tasks: tasks.length, ...(seen === 0 || seen === tasks.length ? {} : { judged: seen }) })
}

/** Of one task the day; of several that they are lately told. */
function usedWords(tasks: readonly TaskCard[], { view, lang }: Pick<Drawing, 'view' | 'lang'>): string {
  const days = new Set(tasks.flatMap((task) => freshReport(task, view) ?? []))
  const [only, ...more] = days
  return only === undefined || more.length > 0 ? words[lang].usedAll : words[lang].used(shortDay(only, lang, view.today))
}

/** Of what need not be prepared: what is used instead. */
function usedLine(task: TaskCard, { view, lang }: Pick<Drawing, 'view' | 'lang'>): Rich[] {
  const on = freshReport(task, view)
  return on === undefined ? [] : [rich`${strong(task.number)} ${shortTitle(task)} · ${words[lang].used(shortDay(on, lang, view.today))}`]
}

const movedLine = ({ moved, day }: Review, { view, lang }: Pick<Drawing, 'view' | 'lang'>): Rich[] =>
  moved === undefined ? [] : moved.from === day ? [rich`${words[lang].movedHour(moved.reason)}`] : [rich`${noticeWords[lang].reviewMoved({ day: shortDay(moved.from, lang, view.today), reason: moved.reason })}`]

/** To whoever runs it: it begins with one press. */
export function reviewTodayLine({ review: id, plan, day }: Extract<Notice, { kind: 'review-today' }>, { view, lang }: Drawing): NoticeLine {
  const review = view.plan.reviews.get(id)
  if (review === undefined) return settled(id, noticeWords[lang].gone)
  const kind = `${reviewKindWords[lang][review.kind]} ${id}`
  const name = `${dayWords(day, lang, view.today)} ${kind}`
  if (review.status === 'cancelled') return settled(name, noticeWords[lang].reviewOff({ day: shortDay(review.cancelledOn, lang, view.today), reason: review.reason }))
  if (review.status === 'closed') return settled(name, closedWords(review, { view, lang }))
  if (review.day > view.today) return settled(name, words[lang].movedTo(shortDay(review.day, lang, view.today)))
  const { text, actions } = reviewWaitingWords({ ...reviewWaiting(view, review), plan }, view.today, lang)
  return owed(text, { actions })
}

/** What is next of one whose day has come. */
export function reviewWaitingWords({ plan, review, tasks, isAllJudged }: ReviewWaiting, today: Day, lang: Lang): { text: string; actions: Action[] } {
  const w = words[lang]
  const kind = `${reviewKindWords[lang][review.kind]} ${review.id}`
  const day = shortDay(review.day, lang, today)
  const action = (label: string, command: string): Action => ({ label, says: `${label} ${kind}`, run: { command, args: { plan, review: review.id } } })
  if (isAllJudged) return { text: w.allJudged(kind, day, tasks ?? review.judged.length), actions: [{ ...action(w.closeAll, 'close-review'), style: 'primary' }] }
  const judged = review.judged.length === 0 ? '' : w.judged(review.judged.length)
  // What stood in a scope on a day that has passed is not known here: how many it looks at is said where it is run.
  const lead = tasks === undefined ? w.passedSo(kind, day) : review.day === today ? w.today(kind, tasks) : w.passed(kind, day, tasks)
  return { text: `${lead}${judged}${review.place === undefined ? '' : whereBehind(review.place, lang)}`, actions: [{ ...action(review.judged.length === 0 ? w.start : w.goOn, 'run-review'), style: 'primary' }, action(w.close, 'close-review')] }
}

/** Nothing is asked any more. */
export function reviewOffLine(notice: Extract<Notice, { kind: 'review-off' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const { review: id, unit } = notice
  const review = view.plan.reviews.get(id)
  if (review === undefined) return settled(id, w.gone)
  if (review.status === 'ahead' && isCallingOff(notice)) return settled(`${dayWords(review.day, lang, view.today)} ${reviewKindWords[lang][review.kind]}`, words[lang].onAgain)
  if (review.status !== 'cancelled') return reviewOutLine(review, unit, { view, lang })
  return owed(w.reviewCalledOff({ day: shortDay(review.day, lang, view.today), kind: reviewKindWords[lang][review.kind], reason: review.reason }))
}

/** Nothing of the unit is looked at any more, or something is again. */
function reviewOutLine(review: Review, unit: UnitId, { view, lang }: Pick<Drawing, 'view' | 'lang'>): NoticeLine {
  const w = words[lang]
  const kind = reviewKindWords[lang][review.kind]
  const isOut = review.status === 'ahead' && !cardsOfReview(view, review).some(({ lead }) => lead?.unit === unit)
  return isOut ? owed(w.leftOut(dueDayWords(review.day, lang, view), kind)) : settled(`${dayWords(review.day, lang, view.today)} ${kind}`, review.status === 'closed' ? closedWords(review, { view, lang }) : w.backIn)
}

export function lookBackLine({ review: id, plan }: Extract<Notice, { kind: 'look-back-due' }>, { view, lang }: Drawing): NoticeLine {
  const w = noticeWords[lang]
  const review = view.plan.reviews.get(id)
  if (review === undefined) return settled(id, w.gone)
  const name = `${shortDay(review.day, lang, view.today)} ${reviewKindWords[lang][review.kind]}`
  const waits = lookBackOf(view, review)
  if (waits === undefined) return settled(name, w.lookedBack)
  const tasks = [...waits.done, ...waits.past].map((number) => taskRef({ plan, number })).join(',')
  return owed(w.lookBack({ day: shortDay(review.day, lang, view.today), kind: reviewKindWords[lang][review.kind], done: waits.done.length, past: waits.past.length }), { actions: [{ label: w.scheduleLookBack, run: { command: 'review', args: { schedule: true, kind: 'look-back', task: tasks, plan } } }] })
}

/** A body's clause that asks for a review in the window. */
export function reviewClauseLine({ cadence, closes }: Extract<Notice, { kind: 'cadence-open' }>, body: Body, { view, lang }: Drawing): NoticeLine {
  const w = words[lang]
  // The window the notice was about, also when it is drawn again in the next.
  const facts = reviewCadencesOf(view.plan, body, closes).find((each) => each.cadence === cadence)
  if (facts === undefined) return settled(body.name, noticeWords[lang].gone)
  const last = facts.scheduled.at(-1)
  if (facts.missing === 0) return settled(body.name, last !== undefined ? w.clauseSet(dayWords(last.day, lang, view.today)) : facts.held === 0 ? w.clauseOff : w.clauseMet(facts.held))
  return owed(w.please(clauseWords(facts, lang, view.today)), {
    below: [rich`“${cutTo(facts.clause, 120)}”`],
    actions: [{ label: w.schedule, says: saysOf(w.schedule, body.name, lang), run: { command: 'review', args: { schedule: true, kind: 'inspection', plan: view.plan.id } } }, excuseAction(view.plan.id, facts, lang)],
  })
}
