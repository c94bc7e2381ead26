// What a plan has to keep of an open doubt, so that its answer can change the plan later as it would have changed the draft.
import type { ReadDoubt, Reading } from '#src/reader/reading.ts'
import { dutyWords, isDutyOf, partJoined } from './answer-applied.ts'
import type { Doubt } from './doubt.ts'
import type { UnitIds } from './imported-units.ts'
import { teamOf } from './team-of.ts'

type Answerable = Pick<Doubt, 'at' | 'name' | 'unit' | 'joins' | 'target' | 'clauses' | 'team'>

/** A row for every kind of doubt. */
const rows: { [Kind in ReadDoubt['kind']]: (doubt: ReadDoubt, reading: Reading, units: UnitIds) => Answerable } = {
  'year-blank': ({ span }) => ({ at: span.from }),
  'date-unclear': ({ span }) => ({ at: span.from }),
  'no-period': () => ({}),
  'no-unit': (doubt, reading) => ((team): Answerable => (team === undefined ? {} : { team }))(teamOf(doubt, reading)),
  'unit-unclear': unitAsked,
  'duty-unclear': (doubt, { recurrences, text }) => {
    // Duties are the first clauses of a plan, in the order in which they were read.
    const clauses = recurrences.flatMap((duty, index) => (isDutyOf(doubt, duty) ? [`c${index + 1}`] : []))
    return { name: dutyWords(doubt, text), ...(clauses.length === 0 ? {} : { clauses }) }
  },
  alias: () => ({}),
  'target-owner': ({ target }) => (target === undefined ? {} : { target: `i${target + 1}` }),
  'table-unclear': () => ({}),
}

/** @param reading with everything that was put right in it */
export const answerableBy = (doubt: ReadDoubt, reading: Reading, units: UnitIds): Answerable => rows[doubt.kind](doubt, reading, units)

function unitAsked({ task: at, span }: ReadDoubt, { tasks, text }: Reading, units: UnitIds): Answerable {
  const name = text.slice(span.from, span.to)
  const task = at === undefined ? undefined : tasks[at]
  const found = task?.units.find((unit) => unit.span.from === span.from)
  if (task !== undefined && found === undefined) return { name, joins: partJoined(task, span) }
  const unit = units.known(found?.name ?? name)
  return { name, ...(unit === undefined ? {} : { unit }) }
}
