// A reading as the plain JSON that other programs compare and score.
import type { ReadDeadline, Reading, ReadUnit } from './reading.ts'

/** What is not known is null here, never left out: a reader of JSON should not have to guess. */
export function outlineJson(reading: Reading) {
  return {
    title: reading.title,
    period: reading.period ?? null,
    tasks: reading.tasks.map(({ path, number, title, section, text, span, units, people, deadlines }) => ({
      path, number, title, section, text, span, units: units.map(unitJson), people, deadlines: deadlines.map(deadlineJson),
    })),
    recurrences: reading.recurrences.map(({ taskTitle, times, ...rest }) => ({ taskTitle: taskTitle ?? null, times: times ?? null, ...rest })),
    meetings: reading.meetings.map(({ times, ...rest }) => ({ times: times ?? null, ...rest })),
    bodies: reading.bodies,
    targets: reading.targets,
    proposals: reading.proposals,
    doubts: reading.doubts,
    unlisted: reading.unlisted,
  }
}

const unitJson = ({ name, role, inferred, span }: ReadUnit) => ({ name, role, ...(inferred ? { inferred } : {}), span })

const deadlineJson = ({ text, year, month, day, yearly, ongoing, unbound, span }: ReadDeadline) => ({
  text, year: year ?? null, month: month ?? null, ...(day === undefined ? {} : { day }), yearly, ...(ongoing ? { ongoing } : {}), ...(unbound ? { unbound } : {}), span,
})
