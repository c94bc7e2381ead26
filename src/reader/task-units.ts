// The units of each task: from its clauses, the rule that the first leads, and what stands for every later task.
import { foldedSpan } from './folded-text.ts'
import { spanOf } from './outline.ts'
import { partStrength, type ReadTask, type ReadUnit, type Span } from './reading.ts'
import { saidUnits } from './said-units.ts'
import { isTableRow } from './table-row.ts'
import type { TaskHeading } from './task-headings.ts'
import { firstLeadsRules, type Standing, type UnitClause } from './unit-clause.ts'

/**
 * From where on the document itself says that the first of the units leads. A note outside the clauses speaks for the whole document; one in a
 * clause for that clause, and with 下同 for those after it; one in a row for its table.
 */
export function firstLeadsFrom(text: string, tasks: readonly TaskHeading[]): number | undefined {
  const isInClause = inClauses(tasks)
  const isInRow = inRows(text)
  return firstLeadsRules(text).flatMap(({ at, onward }) => (isInClause(at) ? (onward ? [at] : []) : isInRow(at) ? [] : [0]))[0]
}

/** Whether an offset lies in a table's row; asked in rising order. */
function inRows(text: string): (at: number) => boolean {
  let to = -1
  let isRow = false
  return (at) => {
    while (at > to) {
      const from = to + 1
      const end = text.indexOf('\n', from)
      to = end < 0 ? text.length : end
      isRow = isTableRow(text.slice(from, to))
    }
    return isRow
  }
}

/** The units of every task, in the tasks' order: its clauses', else those its sentences name. `ruleFrom` as firstLeadsFrom says. */
export function unitsOfTasks(text: string, tasks: readonly TaskHeading[], ruleFrom: number | undefined): ReadUnit[][] {
  const standing: { from: UnitClause; words: Standing }[] = []
  let above: ReadUnit[] = []
  return tasks.map(({ clauses, lines }) => {
    const bound = standing.filter(({ from }) => !clauses.includes(from))
    for (const clause of clauses) if (clause.standing && !standing.some(({ from }) => from === clause)) standing.push({ from: clause, words: clause.standing })
    const firstLeads = clauses.some((clause) => clause.firstLeads || (ruleFrom !== undefined && clause.to > ruleFrom))
    const named = clauses.length === 0 ? saidUnits(text, spanOf(lines)) : clauses.flatMap((clause) => clause.shares.flatMap(({ part, list }) => list.units.map((unit): ReadUnit => ({ ...unit, role: part }))))
    const units = withLead(named, firstLeads)
    const stands = bound.flatMap(({ words }) => words.list.units.map((unit): ReadUnit => ({ ...unit, role: words.part, inferred: 'standing' })))
    const own = [...units, ...asAbove(text, spanOf(lines), above)]
    above = own
    return eachOnce([...own, ...stands])
  })
}

/** 责任单位同上: those of the task before; 配合单位同上: those of them that support. They stand where the words do. */
function asAbove(text: string, span: Span, above: readonly ReadUnit[]): ReadUnit[] {
  const found = sameAsBefore.exec(foldedSpan(text, span))
  if (!found) return []
  const label = found[1] ?? ''
  const part = /配合|协办|参与/.test(label) ? 'support' : /牵头|主办/.test(label) ? 'lead' : undefined
  const where = { from: span.from + found.index, to: span.from + found.index + found[0].length }
  return above.filter(({ role, inferred }) => inferred !== 'standing' && (part === undefined || role === part)).map((unit) => ({ ...unit, span: where }))
}

const sameAsBefore = /((?:责任|牵头|主办|配合|协办|参与)?(?:单位|部门|分工))(?:均|都)?:? {0,2}(?:同上|与上(?:一)?[条项]相同|同前)/
/** Whether a unit stands where the text says 同上. */
export const isAsAbove = (text: string, { span }: ReadUnit): boolean => sameAsBefore.test(foldedSpan(text, span))

/** Whether an offset lies in a clause of any task; asked in rising order. */
function inClauses(tasks: readonly TaskHeading[]): (at: number) => boolean {
  const clauses = tasks.flatMap((task) => task.clauses).sort((a, b) => a.from - b.from)
  let passed = 0
  return (at) => {
    while (passed < clauses.length && (clauses[passed]?.to ?? 0) <= at) passed++
    return (clauses[passed]?.from ?? Infinity) <= at
  }
}

/** The first responsible unit leads: by the document's own rule, or presumed and marked so. */
export function withLead(units: readonly ReadUnit[], firstLeads: boolean): ReadUnit[] {
  if (units.some((unit) => unit.role === 'lead')) return [...units]
  const first = units.findIndex((unit) => unit.role === 'responsible')
  return units.map((unit, at): ReadUnit => (at !== first ? unit : firstLeads ? { ...unit, role: 'lead' } : { ...unit, inferred: 'lead' }))
}

const restRule = /(?:第一|首|第1)[^,。;、()]{0,8}(?:牵头|主办)[^,。;、()]{0,6}[,;、](?:其余|其他|后面|之后)[^,。;()]{0,8}?(?:配合|协办|参与|协同)[^,。;()]{0,4}([,、;。]?(?:以)?下同)?/

/** 第一家为牵头单位,其余为配合单位: where that is said, whoever stands behind the lead supports it. Said within a task without 下同, it is that task's alone. */
export function withRestSupporting(text: string, tasks: readonly ReadTask[]): ReadTask[] {
  const rule = restRule.exec(foldedSpan(text, { from: 0, to: text.length }))
  if (!rule) return [...tasks]
  const own = rule[1] === undefined ? tasks.find(({ span }) => span.from <= rule.index && span.to > rule.index) : undefined
  return tasks.map((task) => {
    const [first, ...rest] = task.units
    const isSaid = first?.role === 'lead' && rest.every(({ role }) => role === 'responsible') && (own === undefined || own === task)
    return isSaid ? { ...task, units: [first, ...rest.map((unit): ReadUnit => ({ ...unit, role: 'support' }))] } : task
  })
}

/** A unit printed twice is one pair; the stronger part stays. */
export function eachOnce(units: readonly ReadUnit[]): ReadUnit[] {
  const kept = new Map<string, ReadUnit>()
  for (const unit of units) {
    const before = kept.get(unit.name)
    if (!before) kept.set(unit.name, unit)
    else if (partStrength[unit.role] > partStrength[before.role]) kept.set(unit.name, { ...unit, span: before.span })
  }
  return [...kept.values()]
}
