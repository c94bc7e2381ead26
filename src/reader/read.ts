// A document becomes a draft plan, with its doubts. Pure: the same text is read the same way anywhere, any day.
import { withAttachedWork } from './attached-work.ts'
import { bodiesIn, fullBodyName, withMeetingBodies } from './bodies.ts'
import { withServes } from './body-serves.ts'
import { deadlinesIn } from './dates.ts'
import { withDivision } from './division.ts'
import { doubtsIn } from './doubts.ts'
import { foldWhole } from './folded-text.ts'
import type { Duties } from './duties.ts'
import { linesOf, outlineOf, pathTo, spanOf, type Outline } from './outline.ts'
import { peopleIn } from './people.ts'
import { periodOf, type Period } from './period.ts'
import { plansIn, type PlanText } from './plans-in-file.ts'
import { proposalsIn } from './proposals.ts'
import { refusalOf } from './readable.ts'
import type { Reading, ReadRefusal, ReadTask, Span } from './reading.ts'
import { repairText } from './repair-text.ts'
import { dutiesInRow, dutiesInTask, dutiesOutside } from './row-duties.ts'
import { headingsOfKind } from './section-kind.ts'
import { shortNamesIn } from './short-names.ts'
import { nameOf, readTables, type TablesReading } from './table-reading.ts'
import { withRepeatedRows } from './table-repeats.ts'
import { isTableRow } from './table-row.ts'
import { unreadTables } from './table-unread.ts'
import { tablesIn, type Table } from './table.ts'
import { goalTargets, targetsIn } from './targets.ts'
import { taskHeadings, type TaskHeading } from './task-headings.ts'
import { firstLeadsFrom, isAsAbove, unitsOfTasks, withRestSupporting } from './task-units.ts'
import { endsAsTitle, titleOfAnnex, titleOfPlan } from './title.ts'
import { tooManyIn, tooManyPlans } from './too-many.ts'
import { unclearDutiesIn } from './unclear-duties.ts'
import { unlistedIn } from './unlisted.ts'

/** `part` chooses a plan, from 1, where the file holds several; `title` overrules what the text calls itself. */
export type ReadOptions = { part?: number; title?: string }
export type ReadAnswer = { ok: true; reading: Reading } | { ok: false; refusal: ReadRefusal }

export function read(given: string, options: ReadOptions = {}): ReadAnswer {
  const refusal = refusalOf(given)
  if (refusal) return { ok: false, refusal }
  const plans = plansIn(given)
  const severalTooMany = tooManyPlans(plans)
  if (severalTooMany) return { ok: false, refusal: severalTooMany }
  const chosen = plans.length === 1 ? plans[0] : plans[(options.part ?? 0) - 1]
  if (!chosen) {
    const known = plans.map((plan) => {
      const { title, tasks } = readPlan(plan, undefined)
      return { title, line: plan.line, tasks: tasks.length }
    })
    return { ok: false, refusal: { code: 'text-several-plans', plans: known } }
  }
  const reading = readPlan(chosen, options.title)
  const tooMany = tooManyIn(reading)
  if (tooMany) return { ok: false, refusal: tooMany }
  if (reading.tasks.length > 0) return { ok: true, reading }
  return { ok: false, refusal: { code: 'text-no-tasks', lines: chosen.text.split('\n').filter((line) => line.trim() !== '').length } }
}

function readPlan(plan: PlanText, titleGiven: string | undefined): Reading {
  const text = repairText(plan.text)
  foldWhole(text)
  const lines = linesOf(text)
  const tables = tablesIn(text, lines)
  const own = withDivision(text, outlineOf(text), tables)
  const title = titleGiven ?? (plan.title === '' ? ownTitle(text, own, tables) : plan.title)
  const period = periodOf(title, text)
  const { outline, body, attached } = withAttachedWork(text, own, taskHeadings(text, own, tables), tables)
  const headings = [...body, ...attached]
  const leadsFrom = firstLeadsFrom(text, headings)
  const rows = withAttached(readTables(text, tables, own, { period, leadsFrom }), tasksOf(text, attached, period, leadsFrom), othersOf(attached))
  const { tasks: inText, others, repeated, placed } = inOrder(tasksOf(text, body, period, leadsFrom), othersOf(body), rows)
  const tasks = withRestSupporting(text, inText)
  const outside = unlistedIn(text, outline, headings, tables)
  const unlisted = [...outside.unlisted, ...rows.unlisted].sort(bySpan)
  const spans = tasks.map(({ span }) => span)
  const figures = rows.targets.map((target) => (target.task === undefined ? target : { ...target, task: placed(target.task) }))
  const inTasks = spans.flatMap((span, task) => (figures.some((figure) => figure.task === task) ? [] : targetsIn(text, span).map((target) => ({ ...target, task }))))
  const targets = [...goalTargets(text, outline, spans), ...inTasks, ...figures]
  const founded = bodiesIn(text)
  const duties = dutiesOf(text, tasks, outline, unlisted)
  const meetings = duties.meetings.map((meeting) => ({ ...meeting, body: fullBodyName(meeting.body, meeting.span.to, founded) }))
  const bodies = withServes(withMeetingBodies(founded, meetings), tasks.map(({ section }) => section))
  return {
    title,
    text,
    ...(period ? { period } : {}),
    tasks,
    recurrences: duties.recurrences,
    meetings,
    bodies,
    targets,
    proposals: proposalsIn(text, unlisted),
    doubts: doubtsIn({ text, title, tasks, others, said: saidIn(text, tasks, headings), targets, duties: unclearDutiesIn(text, spans), bodies, tables: [...rows.unclear, ...unreadTables(text, lines)].sort(bySpan), period }),
    unlisted,
    headings: [...outside.headings, ...rows.headings, ...repeated.map(({ title: heading, span }) => ({ heading, span }))].sort(bySpan),
  }
}

/** No place and no year fit in so few signs: 重点任务, the name of a sheet. */
const shortestTitle = 10

/** Before its first heading and its first table, else in the rows over the head of its first table of tasks, which say more than the name of a sheet. */
function ownTitle(text: string, outline: Outline, tables: readonly Table[]): string {
  const first = tables[0]?.from ?? text.length
  const own = titleOfPlan(text, outline.preamble.filter(({ from }) => from < first))
  const table = tables.find(({ kind }) => kind === 'tasks') ?? tables[0]
  const named = (table ? nameOf(text, table) : '') || titleOfAnnex(text, outline.preamble, table?.from ?? text.length)
  if (own.length < shortestTitle) return named.length > own.length ? named : own
  return !endsAsTitle(own) && endsAsTitle(named) ? named : own
}

const bySpan = (a: { span: Span }, b: { span: Span }): number => a.span.from - b.span.from

type Open = { task: number; span: Span }

/** The words of each task's clauses that leave units unnamed. */
const othersOf = (headings: readonly TaskHeading[]): Open[] =>
  headings.flatMap(({ clauses }, task) => clauses.flatMap(({ shares }) => shares.flatMap(({ list }) => (list.others ? [{ task, span: list.others }] : []))).slice(0, 1))

/** Where the first unit stands of each task that has units and no clause. */
function saidIn(text: string, tasks: readonly ReadTask[], headings: readonly TaskHeading[]): Open[] {
  const silent = new Set(headings.filter(({ clauses }) => clauses.length === 0).map(({ heading }) => heading.lines[0]?.from))
  return tasks.flatMap(({ span, units }, task) => {
    const first = silent.has(span.from) ? units.find((unit) => unit.inferred !== 'standing' && !isAsAbove(text, unit)) : undefined
    return first === undefined ? [] : [{ task, span: first.span }]
  })
}

/** The tasks of attachments in prose stand to the body as the rows of its tables do. */
const withAttached = (rows: TablesReading, tasks: readonly ReadTask[], others: readonly Open[]): TablesReading => ({
  ...rows,
  tasks: [...rows.tasks, ...tasks],
  others: [...rows.others, ...others.map((one) => ({ ...one, task: one.task + rows.tasks.length }))],
})

/** The tasks of the body and of the tables as they follow in the text; a row that repeats a task of the body is no second one. */
function inOrder(body: readonly ReadTask[], others: readonly Open[], rows: TablesReading): { tasks: ReadTask[]; others: Open[]; repeated: ReadTask[]; placed: (row: number) => number } {
  const { tasks, repeated, placeOfRow } = withRepeatedRows(body, rows.tasks)
  const order = tasks.map((_, at) => at).sort((a, b) => (tasks[a]?.span.from ?? 0) - (tasks[b]?.span.from ?? 0))
  const place = new Map(order.map((at, now) => [at, now]))
  const placed = (row: number): number => place.get(placeOfRow[row] ?? 0) ?? 0
  return { tasks: order.flatMap((at) => tasks[at] ?? []), others: [...others.map((one) => ({ ...one, task: place.get(one.task) ?? 0 })), ...rows.others.map((one) => ({ ...one, task: placed(one.task) }))].sort(bySpan), repeated, placed }
}

function tasksOf(text: string, headings: readonly TaskHeading[], period: Period | undefined, leadsFrom: number | undefined): ReadTask[] {
  const units = unitsOfTasks(text, headings, leadsFrom)
  return headings.map(({ heading, lines, times }, at): ReadTask => {
    const span = spanOf(lines)
    return {
      path: pathTo(heading),
      number: heading.number,
      title: heading.title,
      section: heading.parent?.title ?? '',
      text: text.slice(span.from, span.to),
      span,
      units: units[at] ?? [],
      people: peopleIn(text, span),
      deadlines: [...deadlinesIn(text, span, period), ...times.flatMap((line) => deadlinesIn(text, line, period))],
    }
  })
}

/** Duties stand in tasks, in safeguards and in the words before them; what a goal promises each year is no duty of anyone. */
function dutiesOf(text: string, tasks: readonly ReadTask[], outline: Outline, unlisted: Reading['unlisted']): Duties {
  const aims = outline.sections.flatMap((section) => headingsOfKind(section, 'aims')).map((heading) => heading.lines[0]?.from)
  const spans = [
    ...tasks.map((task) => ({ span: task.span, title: task.title })),
    ...unlisted.filter(({ span }) => !aims.includes(span.from)).map(({ span }) => ({ span, title: undefined })),
  ].sort((a, b) => a.span.from - b.span.from)
  const shortNames = shortNamesIn(text)
  const duties = spans.map(({ span, title }) => {
    if (title === undefined) return dutiesOutside(text, span, shortNames)
    return isTableRow(text.slice(span.from, span.to)) ? dutiesInRow(text, span, title, shortNames) : dutiesInTask(text, span, title, shortNames)
  })
  return { recurrences: duties.flatMap((one) => one.recurrences), meetings: duties.flatMap((one) => one.meetings) }
}
