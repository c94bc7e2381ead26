// What a score is short of, in words: shown where a document does not reach its floor.
import { foundBeside, foundDeadlines, hasRole, judgedUnits, matchedTasks, scoresOf, type Gold, type Outline } from './scoring.ts'

/** A line for each value that is missed or wrong. */
export function mistakesIn(gold: Gold, outline: Outline): string[] {
  const { pairs, extra, missed } = matchedTasks(gold, outline)
  const { recurrences, meetings, bodies } = foundBeside(gold, outline)
  const { title, period } = scoresOf(gold, outline)
  return [
    ...(title.missed > 0 ? [`title: ${gold.title ?? ''}, read as ${outline.title || 'none'}`] : []),
    ...(period.missed > 0 ? [`period: ${years(gold.period)}, read as ${years(outline.period)}`] : []),
    ...said('task', missed.map((task) => task.title), extra.map((task) => task.title)),
    ...pairs.flatMap(([task, read]) => {
      const { named, wrong } = judgedUnits(task, read.units)
      const misplaced = [...named].filter(([unit, one]) => !hasRole(unit, one))
      const times = foundDeadlines(task, read.deadlines)
      return [
        ...said(`${task.title}: unit`, task.units.filter((unit) => !named.has(unit)).map((unit) => unit.name), wrong.map((unit) => unit.name)),
        ...misplaced.map(([unit, one]) => `${task.title}: ${unit.name} is ${unit.role}, read as ${one.role}`),
        ...said(`${task.title}: time`, times.missed.map((time) => time.text), times.wrong.map((time) => time.text)),
      ]
    }),
    ...said('duty', recurrences.missed.map((duty) => `${duty.every} ${duty.times ?? ''} ${duty.has}`), recurrences.wrong.map((duty) => `${duty.every} ${duty.times ?? ''} ${duty.has}`)),
    ...said('meeting', meetings.missed.map((meeting) => `${meeting.every} ${meeting.body}`), meetings.wrong.map((meeting) => `${meeting.every} ${meeting.body}`)),
    ...said('body', bodies.missed, bodies.wrong),
  ]
}

const years = (period: Gold['period']): string => (period ? `${period.from}—${period.to}` : 'none')

const said = (of: string, missed: readonly string[], wrong: readonly string[]): string[] => [...missed.map((one) => `${of} missed: ${one}`), ...wrong.map((one) => `${of} wrong: ${one}`)]
