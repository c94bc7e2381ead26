// Whether the reader knows what it does not know: of the values it does not doubt, how many are wrong.
import type { outlineJson } from '#src/reader/outline-json.ts'
import type { ReadDoubt, Span } from '#src/reader/reading.ts'
import { foundDeadlines, hasRole, judgedUnits, matchedTasks, type Gold, type Outline } from './scoring.ts'

/** Values are units with their roles, and deadlines. `wrong`: those that no doubt is about, each as a line to read. */
export type Trust = { undoubted: number; wrong: string[] }

type Read = Outline & Pick<ReturnType<typeof outlineJson>, 'doubts'>
type Value = { span: Span; said: string; isWrong: boolean }

const aboutUnits: readonly ReadDoubt['kind'][] = ['no-unit', 'unit-unclear']
const aboutDates: readonly ReadDoubt['kind'][] = ['date-unclear', 'year-blank']

export function trustIn(gold: Gold, read: Read): Trust {
  const { pairs, extra } = matchedTasks(gold, read)
  const judged = [
    ...pairs.map(([meant, task]) => {
      const { named, wrong } = judgedUnits(meant, task.units)
      const misplaced = [...named].filter(([unit, one]) => !hasRole(unit, one)).map(([, one]) => one)
      return { task, wrongUnits: [...wrong, ...misplaced], wrongTimes: foundDeadlines(meant, task.deadlines).wrong }
    }),
    ...extra.map((task) => ({ task, wrongUnits: task.units, wrongTimes: task.deadlines })),
  ]
  const units = judged.flatMap(({ task, wrongUnits }) => task.units.map((unit) => ({ span: unit.span, said: `${task.title}: ${unit.name} ${unit.role}`, isWrong: wrongUnits.includes(unit) })))
  const times = judged.flatMap(({ task, wrongTimes }) => task.deadlines.map((time) => ({ span: time.span, said: `${task.title}: ${time.text}`, isWrong: wrongTimes.includes(time) })))
  const sure = [...undoubted(units, read.doubts, aboutUnits), ...undoubted(times, read.doubts, aboutDates)]
  return { undoubted: sure.length, wrong: sure.filter((value) => value.isWrong).map((value) => value.said) }
}

/** A doubt is about the values whose words it quotes. */
function undoubted(values: readonly Value[], doubts: readonly ReadDoubt[], kinds: readonly ReadDoubt['kind'][]): Value[] {
  const spans = doubts.filter((doubt) => kinds.includes(doubt.kind)).map((doubt) => doubt.span)
  return values.filter((value) => !spans.some((span) => span.from < value.span.to && value.span.from < span.to))
}
