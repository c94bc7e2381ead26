// The assignment a person speaks for in a task, and the unit for which a button that they are shown speaks.
import { unitAndItsGroups, type Directory } from '#src/directory/directory.ts'
import { unitsAnsweredBy, unitsHeldBy, type Person } from '#src/directory/person.ts'
import { PlanId, TaskNo, type UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { answering, partsOf } from './answering.ts'
import { handedTo } from './handed.ts'

type Asking = { asker: Person | undefined; directory: Directory }

/**
 * Their unit's, the answering one first; `member` where their unit is one of a group; else what was handed to them. Undefined: none of their units has a part.
 * @param asked the one unit that is meant: a part's, or a member of a group's
 */
export function ownPart({ asker, directory }: Asking, plan: PlanState, task: TaskNo, asked?: UnitId): { unit: UnitId; member?: UnitId } | undefined {
  const own = asker === undefined ? [] : unitsAnsweredBy(asker)
  const lead = answering({ plan, directory }, task)?.unit
  const units = partsOf({ plan, directory }, task).map(({ unit }) => unit).toSorted((a, b) => Number(b === lead) - Number(a === lead))
  const direct = units.find((unit) => own.includes(unit) && (asked === undefined || unit === asked))
  if (direct !== undefined) return { unit: direct }
  for (const member of own) {
    const group = units.find((unit) => unitAndItsGroups(directory, member).includes(unit) && (asked === undefined || unit === asked || member === asked))
    if (group !== undefined) return { unit: group, member }
  }
  const handed = asker === undefined ? undefined : handedTo(plan, asker).find((item) => item.task === task && (asked === undefined || item.unit === asked || item.member === asked))
  return handed === undefined ? undefined : { unit: handed.unit, ...(handed.member === undefined ? {} : { member: handed.member }) }
}

/** For whom a button speaks that a person is shown: `of` a task as buttons name it (`p1-12`), of one of its units where that is meant; `units`: all of theirs. */
export type Speaker = { of: (task: string, unit?: UnitId) => UnitId | undefined; units: readonly UnitId[] }

export function speakerOf(asking: Asking, planOf: (plan: PlanId) => PlanState | undefined): Speaker {
  return {
    of(name, unit) {
      const [, id = '', no = ''] = /^(p\d{1,6})-(\d{1,4})$/.exec(name) ?? []
      const [plan, task] = [PlanId.safeParse(id), TaskNo.safeParse(Number(no))]
      const standing = plan.success ? planOf(plan.data) : undefined
      const part = standing === undefined || !task.success ? undefined : ownPart(asking, standing, task.data, unit)
      return part?.member ?? part?.unit
    },
    units: asking.asker === undefined ? [] : unitsHeldBy(asking.asker),
  }
}
