// 有出入 and 不是我负责: the same record, reached from a line of 单位核对, from a task, and typed.
import type { Desk } from '#src/command.ts'
import { unitName, unitNamed, withRole } from '#src/directory/directory.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { answering } from '#src/queries/answering.ts'
import { unitLines, type UnitLine } from '#src/queries/unit-lines.ts'
import { unitsOfPlan } from '#src/queries/units-of-plan.ts'
import type { QuestionAbout } from '#src/ledger/part-question.ts'
import type { OwnTask } from './own-task.ts'
import { viewOf } from './view-of.ts'

export type Questioned = { about: QuestionAbout; words: string; should?: string | undefined; other?: string | undefined }

/** The asker's part in a task, as a line; what is done is one too. */
export function lineOfOwn(own: Pick<OwnTask, 'plan' | 'task' | 'part'>, desk: Desk): UnitLine | undefined {
  const { unit, member } = own.part
  return unitLines(viewOf(desk, own.plan), member ?? unit).find((line) => line.number === own.task && line.unit === unit)
}

/** Who it should be: as the directory calls it where it knows it, else as it was written. */
export function shouldBe({ should = '', other = '' }: Questioned, desk: Desk): string | undefined {
  const written = should.trim() === '' ? other.trim() : should.trim()
  return written === '' ? undefined : (unitNamed(desk.directory, written)?.name ?? written)
}

export const isOwnUnit = ({ part }: Pick<OwnTask, 'part'>, should: string | undefined, { directory }: Desk): boolean => should === unitName(directory, part.member ?? part.unit)

/** That the unit they name leads the task as it is: nothing would pass to it. */
export function leadsAlready({ plan, task }: Pick<OwnTask, 'plan' | 'task'>, should: string | undefined, { directory }: Desk): Extract<Refusal, { code: 'unit-leads-already' }> | undefined {
  const lead = answering({ plan, directory }, task)
  return lead === undefined || should !== unitName(directory, lead.unit) ? undefined : { code: 'unit-leads-already', task, unit: lead.unit }
}

export const questionIntent = ({ task, part }: Pick<OwnTask, 'task' | 'part'>, { about, words }: Questioned, should: string | undefined): PlanIntent => ({
  type: 'question-part', task, ...part, about, words, ...(should === undefined || about === 'content' ? {} : { should }),
})

/** Those of the plan first, those that lead most before the others; then the rest of the directory. A group is nobody's neighbour. */
export function unitsOffered({ directory }: Desk, plan: PlanState, { part }: Pick<OwnTask, 'part'>): string[] {
  const own = new Set([part.unit, part.member])
  const all = [...new Set([...unitsOfPlan(plan), ...directory.units.keys()])]
  return all.filter((unit) => !own.has(unit) && directory.units.get(unit)?.members === undefined).map((unit) => unitName(directory, unit))
}

export const secretariesOf = ({ directory }: Desk): string[] => withRole(directory, 'secretary').map(({ name }) => name)
