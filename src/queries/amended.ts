// What amendments did to a task: the ground of its date and of a unit's part, and what of it waits for a secretary.
import type { Day } from '#src/calendar/day.ts'
import { unitName } from '#src/directory/directory.ts'
import type { Assignment } from '#src/ledger/assignment.ts'
import type { ImportedDue } from '#src/ledger/due.ts'
import { present } from '#src/ledger/fields.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { Actor } from '#src/ledger/stamp.ts'
import { givenFacts, type GivenFacts } from './given.ts'
import type { View } from './view.ts'

/** An amendment as it is cited: 依据7月2日修订. */
export type Cited = { source: string; name: string; on: Day }

export const citedAs = ({ amended }: PlanState, source: string): Cited | undefined => {
  const amendment = amended.amendments.get(source)
  return amendment === undefined ? undefined : { source, name: amendment.name, on: amendment.on }
}

/** `dueWas`: the day that the amendment's took the place of. `removal`: the text has the task no more. `due`, `units`: what the text says, where a secretary had settled otherwise. */
export type AmendedFacts = {
  dueBy?: Cited & { was?: Day }
  removal?: Cited
  asked?: Cited & { due?: ImportedDue; units?: string[] }
}

/** Undefined where no amendment matters to the task as it stands. */
export function amendedFacts({ plan, directory }: View, no: TaskNo): AmendedFacts | undefined {
  const dueFrom = plan.tasks.get(no)?.dueFrom
  const dueBy = dueFrom === undefined ? undefined : citedAs(plan, dueFrom.source)
  const waiting = plan.amended.pending.get(no)
  const by = waiting === undefined ? undefined : citedAs(plan, waiting.source)
  const removal = waiting?.removal === undefined ? undefined : citedAs(plan, waiting.removal)
  if (dueBy === undefined && by === undefined) return undefined
  return {
    ...(dueBy === undefined ? {} : { dueBy: { ...dueBy, ...(dueFrom?.was === undefined ? {} : { was: dueFrom.was }) } }),
    ...(removal === undefined ? {} : { removal }),
    ...(by === undefined || (waiting?.due === undefined && waiting?.units === undefined) ? {} : {
      asked: { ...by, ...(waiting.due === undefined ? {} : { due: waiting.due }), ...(waiting.units === undefined ? {} : { units: waiting.units.map(({ unit }) => unitName(directory, unit)) }) },
    }),
  }
}

/** The last word of a task that is no more, and of each unit that had a part in it. */
export type WithdrawnFacts = {
  plan: PlanId
  planTitle: string
  number: TaskNo
  title: string
  section: string
  on: Day
  by: Actor
  cited?: Cited
  /** An instruction that was taken back: whose it was, and why it is no more. */
  instruction?: GivenFacts
  words?: string
  parts: { name: string; part: Assignment['part']; report?: Assignment['report']; status: Assignment['status'] }[]
}

/** @returns undefined where no task of this number was withdrawn */
export function withdrawnTask({ plan, directory }: View, number: TaskNo): WithdrawnFacts | undefined {
  const withdrawn = plan.amended.withdrawn.get(number)
  if (withdrawn === undefined) return undefined
  const { task, parts, source, on, by, words } = withdrawn
  const cited = citedAs(plan, source)
  return {
    plan: plan.id, planTitle: plan.title, number, title: task.title, section: task.section, on, by, ...present({ cited, words, instruction: givenFacts({ plan, directory }, task) }),
    parts: parts.map(({ unit, part, report, status }) => ({ name: unitName(directory, unit), part, status, ...(report === undefined ? {} : { report }) })),
  }
}

/** What waits for a secretary, in the order of the tasks. */
export type Waiting = { plan: PlanId; number: TaskNo; title: string; facts: AmendedFacts }
export const waitingOf = (view: View): Waiting[] =>
  [...view.plan.amended.pending.keys()].toSorted((a, b) => a - b).flatMap((number) => {
    const [task, facts] = [view.plan.tasks.get(number), amendedFacts(view, number)]
    return task === undefined || facts === undefined ? [] : [{ plan: view.plan.id, number, title: task.title, facts }]
  })
