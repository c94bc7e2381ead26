// A document becomes a draft plan, with its doubts. Pure: the same text is read the same way anywhere, any day.
import { bodiesIn, fullBodyName } from './bodies.ts'
import { deadlinesIn } from './dates.ts'
import { doubtsIn } from './doubts.ts'
import { foldWhole } from './folded-text.ts'
import { dutiesIn, type Duties } from './duties.ts'
import { outlineOf, pathTo, spanOf, type Outline } from './outline.ts'
import { peopleIn } from './people.ts'
import { periodOf, type Period } from './period.ts'
import { plansIn, type PlanText } from './plans-in-file.ts'
import { refusalOf } from './readable.ts'
import type { Reading, ReadRefusal, ReadTask } from './reading.ts'
import { repairText } from './repair-text.ts'
import { headingsOfKind } from './section-kind.ts'
import { taskHeadings, type TaskHeading } from './task-headings.ts'
import { unitsOfTasks } from './task-units.ts'
import { titleOfPlan } from './title.ts'
import { unlistedIn } from './unlisted.ts'

/** `part` chooses a plan, from 1, where the file holds several; `title` overrules what the text calls itself. */
export type ReadOptions = { part?: number; title?: string }
export type ReadAnswer = { ok: true; reading: Reading } | { ok: false; refusal: ReadRefusal }

/** Ten times the largest plan met: a province's, with every item of every annex. */
const mostTasks = 2000

export function read(given: string, options: ReadOptions = {}): ReadAnswer {
  const refusal = refusalOf(given)
  if (refusal) return { ok: false, refusal }
  const plans = plansIn(given)
  const chosen = plans.length === 1 ? plans[0] : plans[(options.part ?? 0) - 1]
  if (!chosen) {
    const known = plans.map((plan) => ({ title: plan.title, line: plan.line, tasks: readPlan(plan, options.title).tasks.length }))
    return { ok: false, refusal: { code: 'text-several-plans', plans: known } }
  }
  const reading = readPlan(chosen, options.title)
  if (reading.tasks.length > mostTasks) return { ok: false, refusal: { code: 'text-too-many-tasks', tasks: reading.tasks.length, limit: mostTasks } }
  if (reading.tasks.length > 0) return { ok: true, reading }
  return { ok: false, refusal: { code: 'text-no-tasks', lines: chosen.text.split('\n').filter((line) => line.trim() !== '').length } }
}

function readPlan(plan: PlanText, titleGiven: string | undefined): Reading {
  const text = repairText(plan.text)
  foldWhole(text)
  const outline = outlineOf(text)
  const headings = taskHeadings(text, outline)
  const title = titleGiven ?? (plan.title === '' ? titleOfPlan(text, outline.preamble) : plan.title)
  const period = periodOf(title, text)
  const tasks = tasksOf(text, headings, period)
  const bodies = bodiesIn(text)
  const { unlisted, headings: sections } = unlistedIn(text, outline, headings)
  const duties = dutiesOf(text, tasks, outline, unlisted)
  return {
    title,
    text,
    ...(period ? { period } : {}),
    tasks,
    recurrences: duties.recurrences,
    meetings: duties.meetings.map((meeting) => ({ ...meeting, body: fullBodyName(meeting.body, meeting.span.from, bodies) })),
    bodies,
    targets: [],
    proposals: [],
    doubts: doubtsIn({ text, title, tasks, headings, period }),
    unlisted,
    headings: sections,
  }
}

function tasksOf(text: string, headings: readonly TaskHeading[], period: Period | undefined): ReadTask[] {
  const units = unitsOfTasks(text, headings)
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
      deadlines: [span, ...times].flatMap((words) => deadlinesIn(text, words, period)),
    }
  })
}

/** Duties stand in tasks and in safeguards; what a goal promises each year is no duty of anyone. */
function dutiesOf(text: string, tasks: readonly ReadTask[], outline: Outline, unlisted: Reading['unlisted']): Duties {
  const aims = outline.sections.flatMap((section) => headingsOfKind(section, 'aims')).map((heading) => heading.lines[0]?.from)
  const preambleTo = outline.preamble.at(-1)?.to ?? -1
  const spans = [
    ...tasks.map((task) => ({ span: task.span, title: task.title })),
    ...unlisted.filter(({ span }) => span.from >= preambleTo && !aims.includes(span.from)).map(({ span }) => ({ span, title: undefined })),
  ].sort((a, b) => a.span.from - b.span.from)
  const duties = spans.map(({ span, title }) => dutiesIn(text, span, title))
  return { recurrences: duties.flatMap((one) => one.recurrences), meetings: duties.flatMap((one) => one.meetings) }
}
