// 调度: who prepares what, pre-filled from what they last reported, and what came of it.
import type { Day, Instant } from '#src/calendar/day.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { Review, ReviewKind } from '#src/ledger/review.ts'
import type { ReviewCadence } from '#src/meetings/review-cadence.ts'
import { isAllJudged } from '#src/queries/review-scope.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Action, Card, Form, Lang, Row, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { dayWords, shortDay } from './day-words.ts'
import { lateWord, reportWords } from './report-words.ts'
import { clauseWords } from './review-clause.ts'
import { reviewKindWords } from './review-kind-words.ts'
import { nextDays } from './review-series.ts'
import { whereLine } from './review-where.ts'
import { plain, rich, strong, type Rich } from './rich.ts'
import { shortTitle } from './task-line.ts'
import { ways } from './ways.ts'

/** `used`: the day of a report that is used: nothing of the task is to be prepared. */
export type ReviewUnit = { name: string; people: readonly string[]; tasks: readonly { task: TaskCard; used?: Day }[] }

const words = {
  zh: {
    scheduled: (kind: string, day: string, tasks: number, units: number) => `已安排${kind}：${day}，${tasks}项，涉及${units}个单位`,
    told: (people: string) => `将通知${people}准备`, informed: (people: string) => `将告知${people}，不用准备`, nobody: '没有联络员，通知不到', tooLate: '那天之前发不出消息（夜间、休息日不发），请电话告知。', telephone: (people: string) => `请电话告知${people}`, prepare: '请准备：', none: '尚未填报', last: '上次填报：',
    noUnit: (count: number) => `${count}项还没有责任单位，没有人会准备。`, name: '指定联络员',
    text: (ahead: number, passed: number) => (passed > 0 ? `有${passed}次调度日子已过，等登记结果${ahead === 0 ? '' : `；有${ahead}次待开展`}。` : ahead === 0 ? '没有待开展的调度。' : `有${ahead}次调度待开展。`), passed: (day: string) => `${day}，已过`, line: (kind: string, day: string, of: string) => `${kind} · ${day} · ${of}`, tasks: (numbers: string) => `任务${numbers}`, closed: (day: string, outcome: string) => `${day}登记结果：${outcome}`,
    cancelled: (day: string, reason: string) => `${day}取消：${reason}`, moved: (from: string, reason: string) => `原定${from}，改期：${reason}`, movedHour: (reason: string) => `改了时间：${reason}`, start: '开始', goOn: '继续', move: '改期', cancel: '取消调度',
    which: '哪一次？', noneOn: (day: string) => `${day}没有待开展的调度，什么也没有记。`, all: '各次', series: (count: number) => `这个系列还有${count}次调度待开展。`, list: '看调度', choose: '选这个', schedule: '安排调度', close: '登记结果', closeAll: '办结这次调度', again: '逐项再看', and: '、', more: '等', used: (day: string) => `已用${day}的填报预填`, noTasks: '没有任务', id: (id: string) => `（${id}）`, together: (ids: string) => `；同时取消${ids}`,
    closeTitle: '登记调度结果', unjudged: (count: number) => `还有${count}项没有认定，登记后不能再认定。`, undo: '撤销', unclosed: (kind: string, day: string) => `已撤销登记：${day}的${kind}还没有结果`, closeGap: (of: string) => `还没有登记：${of}，请写明结果，一句话即可。`, outcome: '结果', outcomeHint: '一句话，如：明确7月底前交地', closeSubmit: '登记', missing: '请写明结果，一句话即可。', done: (id: string) => `已登记${id}的结果`,
  },
  en: {
    scheduled: (kind: string, day: string, tasks: number, units: number) => `Scheduled a ${kind}: ${day}, ${tasks} ${tasks === 1 ? 'task' : 'tasks'}, ${units} ${units === 1 ? 'unit' : 'units'}`,
    told: (people: string) => `${people} will be told to prepare`, informed: (people: string) => `${people} will be told, with nothing to prepare`, nobody: 'no contact: cannot be told', tooLate: 'No message can leave before that day is over (none at night, none on days off): telephone them.', telephone: (people: string) => `telephone ${people}`, prepare: 'To prepare: ', none: 'no report yet', last: 'last report: ',
    noUnit: (count: number) => `${count} ${count === 1 ? 'task has' : 'tasks have'} no unit yet, so nobody will prepare.`, name: 'Name a contact',
    text: (ahead: number, passed: number) => (passed > 0 ? `${passed} ${passed === 1 ? 'review is' : 'reviews are'} past the day, with the outcome to be recorded${ahead === 0 ? '' : `; ${ahead} ahead`}.` : ahead === 0 ? 'No review is ahead.' : `${ahead} ${ahead === 1 ? 'review is' : 'reviews are'} ahead.`), passed: (day: string) => `${day}, passed`, line: (kind: string, day: string, of: string) => `${kind} · ${day} · ${of}`, tasks: (numbers: string) => `tasks ${numbers}`, closed: (day: string, outcome: string) => `closed ${day}: ${outcome}`,
    cancelled: (day: string, reason: string) => `called off ${day}: ${reason}`, moved: (from: string, reason: string) => `was ${from}, moved: ${reason}`, movedHour: (reason: string) => `another time: ${reason}`, start: 'Start', goOn: 'Go on', move: 'Move', cancel: 'Call off',
    which: 'Which one?', noneOn: (day: string) => `No review is ahead on ${day}; nothing was recorded. `, all: 'Each of them', series: (count: number) => `${count} of this series ${count === 1 ? 'is' : 'are'} ahead.`, list: 'Reviews', choose: 'This one', schedule: 'Schedule a review', close: 'Record the outcome', closeAll: 'Close this review', again: 'Go through again', and: ', ', more: ' …', used: (day: string) => `their report of ${day} is used`, noTasks: 'no tasks', id: (id: string) => ` (${id})`, together: (ids: string) => `; with it ${ids}`,
    closeTitle: 'Outcome of a review', unjudged: (count: number) => `Nothing was found of ${count} ${count === 1 ? 'task' : 'tasks'} yet; after this nothing more can be.`, undo: 'Take back', unclosed: (kind: string, day: string) => `Taken back: the ${kind} of ${day} has no outcome yet`, closeGap: (of: string) => `Not recorded yet: ${of}. Say in one sentence what came of it.`, outcome: 'Outcome', outcomeHint: 'One sentence', closeSubmit: 'Record', missing: 'Say in one sentence what came of it.', done: (id: string) => `Recorded the outcome of ${id}`,
  },
} satisfies Record<Lang, unknown>

/** 12 普惠园建设 · 上次填报：正常推进，进度60%：已完成招标 */
export function toPrepare(task: TaskCard, lang: Lang): Rich {
  const w = words[lang]
  const report = task.lead?.report
  return rich`${strong(task.number)} ${shortTitle(task)} · ${report === undefined ? w.none : rich`${w.last}${lateWord(task.lead?.late === true, lang)}${cutTo(plain(reportWords(report, lang)), 80)}`}`
}

/** 12 普惠园建设 · 已用7月3日的填报预填，不用准备 */
const usedLine = (task: TaskCard, used: Day, lang: Lang, today: Day): Rich => rich`${strong(task.number)} ${shortTitle(task)} · ${words[lang].used(shortDay(used, lang, today))}`

/** `inTime`: a message can leave before its day is over. `made`: the review, as it stands. */
export type ScheduledReview = { kind: ReviewKind; day: Day; today: Day; prepare: string; place: string; units: readonly ReviewUnit[]; inTime: boolean; noUnit: number; made?: ListedReview }

export function reviewScheduled({ kind, day, today, prepare, place, units, inTime, noUnit, made }: ScheduledReview, lang: Lang): Card {
  const w = words[lang]
  const tasks = units.reduce((sum, unit) => sum + unit.tasks.length, 0) + noUnit
  const head = `${w.scheduled(reviewKindWords[lang][kind], dayWords(day, lang, today), tasks, units.length)}${made === undefined ? '' : w.id(reviewName(made))}`
  return {
    text: head,
    lines: [
      rich`✅ ${head}`,
      ...(place === '' ? [] : [rich`${whereLine(place, lang)}`]),
      ...(prepare === '' ? [] : [rich`${w.prepare}${prepare}`]),
      ...(inTime ? [] : [rich`⚠️ ${w.tooLate}`]),
      ...(noUnit === 0 ? [] : [rich`⚠️ ${w.noUnit(noUnit)}`]),
    ],
    sections: units.map(({ name, people, tasks: prepared }) => ({
      heading: rich`${name} · ${people.length === 0 ? w.nobody : !inTime ? w.telephone(people.join(w.and)) : prepared.every(({ used }) => used !== undefined) ? w.informed(people.join(w.and)) : w.told(people.join(w.and))}`,
      rows: prepared.map(({ task, used }): Row => ({ line: used === undefined ? toPrepare(task, lang) : usedLine(task, used, lang, today) })),
    })),
    actions: [...(units.some(({ people }) => people.length === 0) ? [{ label: w.name, run: ways.people() }] : []), ...(made === undefined ? [] : changes(made, lang))],
  }
}

/** So many tasks are named in a sentence. */
const titlesShown = 2

/** 3 普惠园建设、7 校车经费等4项 */
export function titled(tasks: readonly TaskCard[], lang: Lang): string {
  const shown = tasks.slice(0, titlesShown).map((task) => `${task.number} ${shortTitle(task)}`).join(words[lang].and)
  return `${shown}${tasks.length > titlesShown ? (lang === 'zh' ? `等${tasks.length}项` : ` and ${tasks.length - titlesShown} more`) : ''}`
}

/** 任务3 普惠园建设、7 校车经费等4项 */
export const titlesOf = (tasks: readonly TaskCard[], lang: Lang): string => (tasks.length === 0 ? words[lang].noTasks : words[lang].tasks(titled(tasks, lang)))

/** So many numbers stand on a line. */
const numbersShown = 8

/** 任务3、7、12等 */
export function numbersOf(tasks: readonly { number: TaskNo }[], lang: Lang): string {
  const w = words[lang]
  return tasks.length === 0 ? w.noTasks : w.tasks(`${tasks.slice(0, numbersShown).map(({ number }) => String(number)).join(w.and)}${tasks.length > numbersShown ? w.more : ''}`)
}

/** `tasks`: what it looks at by now. `of`: its scope in words. `ofSeveral`: there are other plans. */
export type ListedReview = { plan: PlanId; review: Review; tasks: readonly TaskNo[]; of?: string; ofSeveral?: true }

/** r3, and where several plans have one p1/r3: as it is typed. */
export const reviewName = ({ plan, review: { id }, ofSeveral }: Pick<ListedReview, 'plan' | 'review' | 'ofSeveral'>): string => (ofSeveral === true ? `${plan}/${id}` : id)

/** @param clauses of bodies that have to look at the work, and have not often enough */
export function reviewList({ today, reviews, clauses, mayAct }: { today: Day; mayAct: boolean; reviews: readonly ListedReview[]; clauses: readonly ReviewCadence[] }, lang: Lang): Card {
  const w = words[lang]
  const ahead = reviews.filter(({ review }) => review.status === 'ahead')
  const over = reviews.filter(({ review }) => review.status !== 'ahead').toReversed()
  const passed = ahead.filter(({ review }) => hasPassed(review, today)).length
  const text = w.text(ahead.length - passed, passed)
  const rows: Row[] = [
    ...rowsAhead(ahead, { today, mayAct }, lang),
    ...endedTogether(over).map(([first, ...others]): Row => ({ line: others.length === 0 ? lineOf(first, today, lang) : rich`${lineOf(first, today, lang)}${w.together(others.map(reviewName).join(w.and))}` })),
  ]
  return { text, lines: [rich`${text}`, ...clauses.map((facts) => rich`⚠️ ${clauseWords(facts, lang, today)}`)], ...(rows.length === 0 ? {} : { sections: [{ rows }] }), ...(mayAct ? { actions: [{ label: w.schedule, run: { command: 'review', args: { schedule: true } } }] } : {}) }
}

/** What is still to come of a series is one line of it. */
export const rowsAhead = (ahead: readonly ListedReview[], { today, mayAct }: { today: Day; mayAct: boolean }, lang: Lang): Row[] =>
  inSeries(ahead, today).map(([first, ...later]): Row => {
    const w = words[lang]
    const line = later.length === 0 ? lineOf(first, today, lang) : rich`${lineOf(first, today, lang)} · ${nextDays(later.map((each) => ({ name: reviewName(each), day: each.review.day })), lang, today)}`
    const all: Action[] = later.length === 0 ? [] : [{ label: w.all, says: `${w.all} ${reviewName(first)}`, run: { command: 'review', args: { plan: first.plan, series: first.review.id } } }]
    const { actions = [], ...more } = mayAct ? aheadActions(first, today, lang) : {}
    return actions.length + all.length === 0 ? { line } : { line, actions: [...actions, ...all], ...more }
  })

const hasPassed = ({ status, day }: Review, today: Day): boolean => status === 'ahead' && day < today

/** Those of a series that are still to come are one; what has come is run, and has its outcome, by itself. */
const inSeries = (ahead: readonly ListedReview[], today: Day): (readonly [ListedReview, ...ListedReview[]])[] =>
  grouped(ahead, ({ plan, review: { id, series, day } }) => (series === undefined || day <= today ? `${plan} ${id}` : `${plan} ${series} …`))

function grouped(all: readonly ListedReview[], keyOf: (each: ListedReview) => string): (readonly [ListedReview, ...ListedReview[]])[] {
  const known = new Map<string, [ListedReview, ...ListedReview[]]>()
  for (const each of all) {
    const same = known.get(keyOf(each))
    if (same === undefined) known.set(keyOf(each), [each])
    else same.push(each)
  }
  return [...known.values()]
}

/** What was called off of a series in one act is one. */
const endedTogether = (over: readonly ListedReview[]): (readonly [ListedReview, ...ListedReview[]])[] =>
  grouped(over, ({ plan, review }) => (review.status === 'cancelled' && review.series !== undefined ? `${plan} ${review.series} ${review.cancelledOn} ${review.reason}` : `${plan} ${review.id}`))

/** Each that is still to come of one, to be moved or called off by itself. */
export function seriesList(ahead: readonly ListedReview[], { today, mayAct }: { today: Day; mayAct: boolean }, lang: Lang): Card {
  const w = words[lang]
  const text = ahead.length === 0 ? w.text(0, 0) : w.series(ahead.length)
  const rows = ahead.map((each): Row => ({ line: lineOf(each, today, lang), ...(!mayAct ? {} : each.review.day <= today ? aheadActions(each, today, lang) : { more: changes(each, lang) }) }))
  return { text, lines: [rich`${text}`], ...(rows.length === 0 ? {} : { sections: [{ rows }] }), actions: [{ label: w.list, run: { command: 'review', args: {} } }] }
}

/** @param run of each @param none the day on which none is, that was asked for */
export function chooseReview(reviews: readonly { of: ListedReview; run: Run }[], today: Day, lang: Lang, none?: Day): Card {
  const w = words[lang]
  const text = `${none === undefined ? '' : w.noneOn(dayWords(none, lang, today))}${w.which}`
  return { text, lines: [rich`${text}`], sections: [{ rows: reviews.map(({ of, run }) => ({ line: lineOf(of, today, lang), beside: { label: w.choose, says: `${w.choose} ${reviewName(of)}`, run } })) }] }
}

function lineOf(listed: ListedReview, today: Day, lang: Lang): Rich {
  const w = words[lang]
  const { review, tasks, of } = listed
  const day = dayWords(review.day, lang, today)
  const line = rich`${strong(reviewName(listed))} · ${w.line(reviewKindWords[lang][review.kind], hasPassed(review, today) ? w.passed(day) : day, of ?? numbersOf(tasks.map((number) => ({ number })), lang))}`
  if (review.status === 'cancelled') return rich`${line} · ${w.cancelled(dayWords(review.cancelledOn, lang, today), review.reason)}`
  if (review.status === 'closed') return rich`${line} · ${w.closed(dayWords(review.closedOn, lang, today), review.outcome)}`
  return review.moved === undefined ? line : review.moved.from === review.day ? rich`${line} · ${w.movedHour(review.moved.reason)}` : rich`${line} · ${w.moved(dayWords(review.moved.from, lang, today), review.moved.reason)}`
}

/** From its day on it is run, and has an outcome; before, it is moved or called off. */
function aheadActions(of: Pick<ListedReview, 'plan' | 'review' | 'ofSeveral' | 'tasks'>, today: Day, lang: Lang): Pick<Row, 'actions' | 'more'> {
  const w = words[lang]
  const { day, judged } = of.review
  const action = actionOf(of)
  const close = action(w.close, 'close-review')
  const others = changes(of, lang)
  if (day <= today && isAllJudged(of.review, of.tasks)) return { actions: [{ ...action(w.closeAll, 'close-review'), style: 'primary' }], more: [action(w.again, 'run-review'), ...others] }
  return day <= today ? { actions: [{ ...action(judged.length === 0 ? w.start : w.goOn, 'run-review'), style: 'primary' }, close], more: others } : { actions: others }
}

const actionOf = (of: Pick<ListedReview, 'plan' | 'review' | 'ofSeveral'>) => (label: string, command: string): Action => ({ label, says: `${label} ${reviewName(of)}`, run: { command, args: { plan: of.plan, review: of.review.id } } })

const changes = (of: Pick<ListedReview, 'plan' | 'review' | 'ofSeveral'>, lang: Lang): Action[] => [actionOf(of)(words[lang].move, 'move-review'), actionOf(of)(words[lang].cancel, 'cancel-review')]

/** @param draft from what was found, item by item */
/** @param unjudged of one that was run, how many nothing was found of yet */
export function closeReviewForm({ plan, review, tasks, today, draft, unjudged }: Omit<ListedReview, 'of'> & { today: Day; draft: string; unjudged: number }, lang: Lang): Form {
  const w = words[lang]
  const of = w.line(reviewKindWords[lang][review.kind], dayWords(review.day, lang, today), numbersOf(tasks.map((number) => ({ number })), lang))
  return {
    title: w.closeTitle,
    gap: w.closeGap(of),
    intro: [rich`${of}`, ...(unjudged === 0 ? [] : [rich`⚠️ ${w.unjudged(unjudged)}`])],
    fields: [{ name: 'outcome', label: w.outcome, hint: w.outcomeHint, kind: 'line', maxLength: 500, ...(draft === '' ? {} : { now: draft }) }],
    submit: w.closeSubmit,
    run: { command: 'close-review', args: { plan, review: review.id, form: true } },
  }
}

export const outcomeMissing = (lang: Lang): Record<string, string> => ({ outcome: words[lang].missing })

/** @param at the act, for as long as it can be taken back */
export function reviewClosed({ review, outcome, at }: { review: string; outcome: string; at?: Instant }, lang: Lang): Card {
  const head = words[lang].done(review)
  return { text: `${head}${lang === 'zh' ? '：' : ': '}${cutTo(outcome, 80)}`, lines: [rich`✅ ${head}`, rich`${outcome}`], ...(at === undefined ? {} : { actions: [{ label: words[lang].undo, says: `${words[lang].undo}${lang === 'zh' ? '：' : ': '}${cutTo(head, 60)}`, run: ways.undo(at, []) }] }) }
}

/** 撤销 of it. */
export function reviewUnclosed({ kind, day }: Review, lang: Lang, today: Day): Card {
  const head = words[lang].unclosed(reviewKindWords[lang][kind], dayWords(day, lang, today))
  return { text: `↩️ ${head}`, lines: [rich`↩️ ${head}`], actions: [{ label: words[lang].list, run: ways.reviews() }] }
}
