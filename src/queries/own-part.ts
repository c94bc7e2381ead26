// The assignment a person speaks for in a task, and the unit for which a button that they are shown speaks.
import { unitAndItsGroups, type Directory } from '#src/directory/directory.ts'
import { unitsAnsweredBy, unitsHeldBy, type Person } from '#src/directory/person.ts'
import { standingOf, type Assignment } from '#src/ledger/assignment.ts'
import { PlanId, TaskNo, type UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { answering, partOf, partsOf } from './answering.ts'
import { handedTo } from './handed.ts'

type Asking = { asker: Person | undefined; directory: Directory }

/** Of several members of one group that a person speaks for: the one whose word is wanted next, or the one that said the last. */
export type Wanted = 'next' | 'last'

/**
 * Their unit's, the answering one first; `member` where their unit is one of a group; else what was handed to them. Undefined: none of their units has a part.
 * @param asked the one unit that is meant: a part's, or a member of a group's
 */
export function ownPart({ asker, directory }: Asking, plan: PlanState, task: TaskNo, asked?: UnitId, wanted: Wanted = 'next'): { unit: UnitId; member?: UnitId } | undefined {
  const own = asker === undefined ? [] : unitsAnsweredBy(asker)
  const lead = answering({ plan, directory }, task)?.unit
  const units = partsOf({ plan, directory }, task).map(({ unit }) => unit).toSorted((a, b) => Number(b === lead) - Number(a === lead))
  const direct = units.find((unit) => own.includes(unit) && (asked === undefined || unit === asked))
  if (direct !== undefined) return { unit: direct }
  for (const unit of units) {
    const members = own.filter((member) => unitAndItsGroups(directory, member).includes(unit) && (asked === undefined || unit === asked || member === asked))
    const [member] = inOrder(members, partOf({ plan, directory }, task, unit), wanted)
    if (member !== undefined) return { unit, member }
  }
  const handed = asker === undefined ? undefined : handedTo(plan, asker).find((item) => item.task === task && (asked === undefined || item.unit === asked || item.member === asked))
  return handed === undefined ? undefined : { unit: handed.unit, ...(handed.member === undefined ? {} : { member: handed.member }) }
}

/** Who has said nothing comes before who has; who said it long ago before who did just now; who is done comes last. */
function inOrder(members: readonly UnitId[], part: Assignment | undefined, wanted: Wanted): UnitId[] {
  const said = (member: UnitId): string => {
    const { accepted, claim, report } = part === undefined ? {} : standingOf(part, member)
    return wanted === 'next' ? `${accepted !== undefined || claim !== undefined ? 1 : 0}${report?.at ?? ''}` : [report?.at ?? '', claim?.at ?? ''].toSorted().at(-1) ?? ''
  }
  const first = wanted === 'next' ? -1 : 1
  return members.toSorted((a, b) => (said(a) === said(b) ? 0 : said(a) < said(b) ? first : -first))
}

/** For whom a button speaks that a person is shown: `of` a task as buttons name it (`p1-12`), of one of its units where that is meant; `units`: all of theirs. */
export type Speaker = { of: (task: string, unit?: UnitId, wanted?: Wanted) => UnitId | undefined; units: readonly UnitId[] }

/** Of whoever asks, as the plans stand now. */
export function speakerOf(asking: Asking, planOf: (plan: PlanId) => PlanState | undefined): Speaker {
  return {
    of(name, unit, wanted) {
      const [, id = '', no = ''] = /^(p\d{1,6})-(\d{1,4})$/.exec(name) ?? []
      const [plan, task] = [PlanId.safeParse(id), TaskNo.safeParse(Number(no))]
      const standing = plan.success ? planOf(plan.data) : undefined
      const part = standing === undefined || !task.success ? undefined : ownPart(asking, standing, task.data, unit, wanted)
      return part?.member ?? part?.unit
    },
    units: asking.asker === undefined ? [] : unitsHeldBy(asking.asker),
  }
}
