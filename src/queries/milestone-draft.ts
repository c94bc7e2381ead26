// The milestones a unit is offered for a year, in the plan's own words: what was left of last year, then what its sentences promise.
import { dayOf, type Day } from '#src/calendar/day.ts'
import { yearIn } from '#src/ledger/bound-day.ts'
import { dayMeant, isUnreal } from '#src/ledger/day-meant.ts'
import { milestoneAtMost, yearKey, type Milestone } from '#src/ledger/milestone.ts'
import type { Task } from '#src/ledger/task.ts'
import type { Target } from '#src/ledger/target.ts'
import { deadlinesIn } from '#src/reader/dates.ts'
import type { ReadDeadline } from '#src/reader/reading.ts'
import { milestonesOf } from './milestones.ts'
import { shownIn, type Shown } from './milestone-words.ts'
import type { View } from './view.ts'

/** So many are offered beside those carried over: as many as the form shows, and nobody reads more. */
export const mostOffered = 3
/** What has no date is not laid nearer than this. */
const leastWorkingDays = 10

/** By when and what of this year; nothing is made up: where no sentence says what can be shown, it is the task's own title. */
export function milestoneDraft(view: View, task: Task, year: number): Milestone[] {
  const carried = carriedOver(view, task, year)
  const before = new Set([...carried.map(({ what }) => what), ...reachedBefore(view, task, year)])
  const offered = offeredOf(view, task, year).filter(({ what }) => !before.has(what))
  const chosen = best(offered, mostOffered - carried.length)
  const slots = quarterEnds(view, year)
  const undated = [...carried, ...chosen.filter(({ by }) => by === undefined)]
  const spread = new Map(undated.map((each, at) => [each.what, slots[Math.ceil(((at + 1) * slots.length) / undated.length) - 1]]))
  const found = [...carried, ...chosen].flatMap(({ what, by, shows, carried }): Milestone[] => {
    const day = by ?? spread.get(what)
    return day === undefined ? [] : [{ what, by: day, ...(shows === undefined ? {} : { shows }), ...(carried === undefined ? {} : { carried }) }]
  })
  const [last] = slots.slice(-1)
  const whole: Milestone[] = found.length > 0 || last === undefined ? [] : [{ what: task.title.slice(0, milestoneAtMost), by: lateNovember(view, year) ?? last }]
  return [...found, ...whole].toSorted((a, b) => Number(b.carried === true) - Number(a.carried === true) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
}

type Offered = Omit<Milestone, 'by'> & { by?: Day; rank?: number }

/** What was approved for earlier years and not reached (结转), without its day: that is past. */
function carriedOver(view: View, { no }: Task, year: number): Offered[] {
  const last = milestonesOf({ ...view, today: dayOf(year, 1, 1) ?? view.today }, no).filter((each) => each.year < year && each.reached === undefined)
  return last.map(({ what, shows }) => ({ what, carried: true, ...(shows === undefined ? {} : { shows }) }))
}

const reachedBefore = ({ plan }: View, { no }: Task, year: number): string[] =>
  [1, 2, 3].flatMap((ago) => plan.milestones.get(yearKey(no, year - ago))?.approved?.milestones ?? []).filter(({ reached }) => reached.length > 0).map(({ what }) => what)

function offeredOf(view: View, task: Task, year: number): Offered[] {
  const { plan } = view
  const targets = [...plan.targets.values()].filter((target) => target.task === task.no && isOfYear(target, year))
  const duties = [...plan.obligations.values()].filter((duty) => duty.task === task.no).flatMap(({ what, text }) => [what, text])
  return shownIn(task).filter(({ what }) => !duties.some((duty) => duty !== '' && (duty.includes(what) || what.includes(duty)))).flatMap((shown) => {
    const when = dayIn(view, task, shown, year)
    if (when === 'another-time') return []
    const target = targets.find(({ text }) => text.length <= milestoneAtMost && shown.sentence.includes(text))
    return [{ ...shownBy(shown.what, target?.text), rank: shown.rank + (when === undefined ? 0 : 3), ...(when === undefined ? {} : { by: when }) }]
  })
}

/** 制定培训方案，确保持证率达到90%以上: the figure shows that the rest is there. */
function shownBy(what: string, figure: string | undefined): Pick<Milestone, 'what' | 'shows'> {
  if (figure === undefined) return { what }
  if (!what.includes(figure)) return { what, shows: figure }
  const rest = what.slice(0, Math.max(0, ...['，', ','].map((comma) => what.lastIndexOf(comma, what.indexOf(figure)))))
  return rest.length < 4 ? { what } : { what: rest, shows: figure }
}

/** A figure of a later year shows nothing this year, and one whose year stands blank nothing at all, until the blank is answered. */
const isOfYear = ({ by, baseline, blanks }: Target, year: number): boolean =>
  by?.unbound !== true && (blanks?.baseline === undefined || (baseline !== undefined && yearIn(baseline) !== undefined)) && (by?.year === undefined || by.year === year)

/** The day that the sentence gives in that year; another-time where it speaks of another year, of a blank one, or of a day that is past. */
function dayIn({ plan, today, calendar }: View, task: Task, { sentence, what, at }: Shown, year: number): Day | 'another-time' | undefined {
  const written: ReadDeadline[] = [...(task.dates ?? []).filter(({ text }) => what.includes(text)).map(({ text, yearly, span, ...date }) => ({ text, yearly, span, ...present(date) })), ...deadlinesIn(sentence, { from: 0, to: sentence.length }, plan.period)]
  const own = written.filter(({ text, span }) => what.includes(text) || (span.from >= at && span.from < at + what.length))
  const [date] = own.filter(({ ongoing }) => ongoing !== true)
  if (date === undefined) return undefined
  if (date.unbound === true || isUnreal(date) || (date.year === undefined && !date.yearly) || (date.year !== undefined && date.year !== year)) return 'another-time'
  const day = dayMeant({ ...date, year })
  return day === undefined || calendar.workingDaysUntil(day, today) < 1 ? 'another-time' : day
}

function present<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> }
}

/** The most telling, in the order of the text. */
function best(offered: readonly Offered[], count: number): Offered[] {
  const ranked = offered.map((each, at) => ({ each, at })).toSorted((a, b) => (b.each.rank ?? 0) - (a.each.rank ?? 0) || a.at - b.at)
  return ranked.slice(0, Math.max(0, count)).toSorted((a, b) => a.at - b.at).map(({ each }) => each)
}

/** The last working days of the year's quarters that are far enough ahead; of a year that is nearly over its last day. */
function quarterEnds({ today, calendar }: View, year: number): Day[] {
  const ends = [3, 6, 9, 12].flatMap((month) => dayOf(year, month, month === 3 || month === 12 ? 31 : 30) ?? [])
  const ahead = ends.map((end) => calendar.lastWorkingDayBy(end)).filter((day) => calendar.workingDaysUntil(day, today) >= leastWorkingDays)
  return ahead.length > 0 ? ahead : ends.slice(-1)
}

function lateNovember({ today, calendar }: View, year: number): Day | undefined {
  const day = dayOf(year, 11, 30)
  return day !== undefined && calendar.workingDaysUntil(day, today) >= leastWorkingDays ? day : undefined
}
