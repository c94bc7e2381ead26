// Notices about an amendment: once to each whose unit it concerns, what changed for it; and of each task that was withdrawn.
import type { Day } from '#src/calendar/day.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { policyOf } from '#src/ledger/policy.ts'
import { askedFor } from '#src/queries/answering.ts'
import type { View } from '#src/queries/view.ts'
import type { Notice } from './notice.ts'

/** Whoever becomes a contact long after it reads the plan as it then stands. Before the hand-out nobody is told: the first message tells all. */
export function ofAmendments(view: View): Notice[] {
  const { plan } = view
  if (plan.handedOutOn === undefined) return []
  const { amendments, withdrawn } = plan.amended
  const amended = [...amendments.values()].filter(({ isTold, on }) => isTold && isNews(view, on)).flatMap(({ source, unitsBefore, changes }) => {
    const before = new Set(unitsBefore.flatMap((unit) => membersOf(view, unit)))
    // A unit that is new to the plan gets its first message instead.
    const concerned = new Set(changes.flatMap(({ unit }) => membersOf(view, unit)).filter((unit) => before.has(unit)))
    return [...concerned].flatMap((unit) => askedFor(view.directory, unit).map(({ id }): Notice => ({ kind: 'amended', key: `amended/${plan.id}/${source}/${unit}/${id}`, to: id, plan: plan.id, unit, amendment: source })))
  })
  const gone = [...withdrawn.values()].filter(({ isTold, on }) => isTold && isNews(view, on)).flatMap(({ task: { no: task }, parts }) =>
    parts.flatMap(({ unit }) => askedFor(view.directory, unit).map(({ id }): Notice => ({ kind: 'withdrawn', key: `withdrawn/${plan.id}/${task}/${unit}/${id}`, to: id, plan: plan.id, task, unit }))),
  )
  return [...amended, ...gone]
}

const isNews = ({ plan, calendar, today }: View, on: Day): boolean => calendar.workingDaysUntil(today, on) <= policyOf(plan).amendedTold

const membersOf = ({ directory }: View, unit: UnitId): readonly UnitId[] => directory.units.get(unit)?.members ?? [unit]
