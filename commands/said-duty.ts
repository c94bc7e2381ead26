// A duty that plain words name by its number: which period is meant, and what is to be recorded with a tap.
import { monthOf } from '#src/calendar/day.ts'
import { answered, type Answer, type Desk } from '#src/command.ts'
import { unitAndItsGroups } from '#src/directory/directory.ts'
import { unitsAnsweredBy } from '#src/directory/person.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { PlanState } from '#src/ledger/plan.ts'
import { saidReport } from '#src/reader/said-report.ts'
import type { SaidDuty } from '#src/reader/said-duty.ts'
import { saidPeriod } from '#src/reader/said-period.ts'
import type { Run } from '#templates/card.ts'
import { dutyEcho } from '#templates/duty-answers.ts'
import { dutyName } from '#templates/duty-name.ts'
import { beyondOffered } from './duty-beyond.ts'
import { occurrencesBegun } from './own-duty.ts'
import { refused } from './refused.ts'
import { inButton, runOf } from './run-of.ts'
import { unknownPlan } from './unknown-plan.ts'

/** Nothing is recorded before the tap: a number may be a slip. Of a period that is done nothing more is taken, and none of the next by a number alone. */
export async function saidOfDuty({ plan: named, number, rest }: SaidDuty, desk: Desk): Promise<Answer> {
  const clause = `c${number}`
  const plans = [...desk.plans.values()].filter(({ id }) => named === undefined || id === named)
  if (named !== undefined && plans.length === 0) return refused(unknownPlan(desk, named), desk)
  const all = plans.flatMap((plan) => occurrencesOf(desk, plan, clause))
  const own = ownUnits(desk)
  const theirs = all.filter(({ occurrence: { debtor } }) => debtor !== undefined && own.has(debtor))
  const open = meantBy(rest, theirs.filter(({ occurrence: { owing } }) => owing.some((unit) => own.has(unit))))
  const [given] = theirs
  const beyond = open.length > 0 || given === undefined ? undefined : await beyondOffered(desk, given.plan, given.occurrence.key, rest)
  if (beyond !== undefined) return beyond
  if (open.length === 0) return refused(whyNone(all, theirs, own, number, desk), desk)
  const [standing, told] = standingFirst(rest)
  const kept = told.length > inButton ? await desk.words.keep(runOf('fulfil', { words: told })) : undefined
  const words = kept === undefined ? { words: told } : { kept }
  const isIll = ((state) => state !== undefined && state !== 'normal')(saidReport(rest, desk.today)?.state)
  const rows = open.map(({ plan, occurrence }) => {
    const of = { plan: plan.id, occurrence: occurrence.key }
    const runs: { done: Run; hindered: Run } = { done: runOf('fulfil', rest === '' ? { ...of, ask: true } : { ...of, ...words }), hindered: runOf('hinder', rest === '' ? of : { ...of, ...words }) }
    return { plan: plan.id, obligation: occurrence.obligation, due: occurrence.due, runs }
  })
  return answered(dutyEcho({ rows, words: rest, isIll, isSaid: standing !== '', today: desk.today }, desk.lang))
}

/** 周期7 7月 已完成: of several that are open the one of the period that is named, else all of them. */
function meantBy(words: string, open: readonly Known[]): readonly Known[] {
  const said = saidPeriod(words)
  const named = said === undefined ? [] : open.filter(({ occurrence: { due } }) => monthOf(due) >= said.from && monthOf(due) <= said.to)
  return named.length === 1 ? named : open
}

/** 已完成 112所全部检查: how it stands, and what is told of it. */
function standingFirst(words: string): [standing: string, told: string] {
  const [, standing = '', told = words] = /^(已完成|完成了|完成|有困难)[\s,，:：、]{1,8}(.{1,3000})$/s.exec(words) ?? []
  return [standing, told]
}

/** The duties that are open for the asker's units. */
export function openDuties(desk: Desk): { plan: PlanState; number: number; text: string }[] {
  const own = ownUnits(desk)
  return [...desk.plans.values()].flatMap((plan) => [...plan.obligations.values()].flatMap(({ id, text }) => {
    const isOpen = occurrencesOf(desk, plan, id).some(({ occurrence: { owing } }) => owing.some((unit) => own.has(unit)))
    return isOpen ? [{ plan, number: Number(id.slice(1)), text }] : []
  }))
}

const ownUnits = ({ asker, directory }: Desk): ReadonlySet<UnitId> => new Set((asker === undefined ? [] : unitsAnsweredBy(asker)).flatMap((unit) => unitAndItsGroups(directory, unit)))

type Known = { plan: PlanState; occurrence: ReturnType<typeof occurrencesBegun>[number] }

function occurrencesOf(desk: Desk, plan: PlanState, clause: string): Known[] {
  const obligation = plan.obligations.get(clause)
  return obligation === undefined ? [] : occurrencesBegun(desk, plan, obligation).map((occurrence) => ({ plan, occurrence }))
}

function whyNone(all: readonly Known[], theirs: readonly Known[], own: ReadonlySet<string>, number: number, { asker, lang }: Desk): Parameters<typeof refused>[0] {
  const done = theirs.flatMap(({ occurrence }) => occurrence.done ?? occurrence.submitted ?? []).at(-1)
  if (done !== undefined) return { code: 'occurrence-done', on: done.on, by: done.by }
  const debtors = [...new Set(all.flatMap(({ occurrence }) => occurrence.debtor ?? []))]
  const [unit] = asker === undefined ? [] : unitsAnsweredBy(asker)
  return debtors.length > 0 && unit !== undefined && !debtors.some((debtor) => own.has(debtor)) ? { code: 'not-debtor', unit, debtors } : { code: 'occurrence-unknown', asked: dutyName({ id: `c${number}` }, lang) }
}
