// Of what a summary is asked: plans, or what a unit leads, a section, a leader's fields of charge over all of them.
import type { Desk } from '#src/command.ts'
import { unitName, withRole } from '#src/directory/directory.ts'
import type { PlanId, TaskNo } from '#src/ledger/ids.ts'
import type { Refusal } from '#src/ledger/refusal.ts'
import { inForce } from '#src/queries/county-summary.ts'
import { nearestNames } from '#src/queries/nearest-names.ts'
import { taskList } from '#src/queries/task-list.ts'
import type { View } from '#src/queries/view.ts'
import { findLeader } from './find-leader.ts'
import { allViews } from './plan-argument.ts'
import { filterIn } from './task-filter.ts'
import { unitCalled } from './unit-argument.ts'

/** `which`: the words of its lists; `about`: what it is of. `tasks`: those of each plan that has any. */
export type Scope = { which: string; about: { unit: string } | { section: string } | { person: string }; tasks: ReadonlyMap<PlanId, readonly TaskNo[]>; views: readonly View[] }

/** @returns undefined where the words name none of these, or nothing of it is in any plan */
export function scopeIn(desk: Desk, asked: string): Scope | undefined {
  const named = namedIn(desk, asked)
  if (named === undefined) return undefined
  const { filter } = filterIn(desk, named.which)
  const of = inForce(allViews(desk)).map((view) => ({ view, numbers: taskList(view, filter).map(({ number }) => number) })).filter(({ numbers }) => numbers.length > 0)
  return of.length === 0 ? undefined : { ...named, tasks: new Map(of.map(({ view, numbers }) => [view.plan.id, numbers])), views: of.map(({ view }) => view) }
}

/** 我分管的, in my charge: the fields of whoever asks. */
const mine = /^(?:我所?(?:分管|主管)?的?(?:领域|任务|工作)?|mine|my (?:fields?|sections?|areas?|tasks)|(?:in )?my charge)$/i

function namedIn(desk: Desk, asked: string): Pick<Scope, 'which' | 'about'> | undefined {
  const { filter, by } = filterIn(desk, asked)
  const unit = unitCalled(desk.directory, asked.replace(/^牵头 ?|^lead /i, ''))
  if (unit !== undefined) return { which: `牵头 ${unit.name}`, about: { unit: unitName(desk.directory, unit.id) } }
  const leader = findLeader(desk, mine.test(asked) ? '我' : asked.replace(/^分管 ?|^charge |分管的?$/gi, ''))
  if (leader !== undefined) return { which: `分管 ${leader.name}`, about: { person: leader.name } }
  if (filter.section !== undefined && filter.words === undefined) return { which: `领域 ${filter.section}`, about: { section: by.section ?? filter.section } }
  return isSection(desk, asked) ? { which: `领域 ${asked}`, about: { section: asked } } : undefined
}

const isSection = (desk: Desk, asked: string): boolean => asked.length > 1 && allViews(desk).some(({ plan }) => [...plan.tasks.values()].some(({ section }) => section.includes(asked)))

/** A list within it: what is asked of it stands before a section's words, which may be any. */
export const within = ({ which }: Pick<Scope, 'which'>, filter: string): string => (filter === '' ? which : `${filter} ${which}`)

/** Why a summary of these words cannot be shown: what they name has no tasks, or it is none of all that there is one of. */
export function scopeRefused(desk: Desk, asked: string, refusal: Refusal): Refusal {
  if (refusal.code !== 'plan-unknown') return refusal
  const named = namedIn(desk, asked)
  if (named !== undefined) return { code: 'scope-empty', asked: Object.values(named.about)[0] ?? asked }
  const views = allViews(desk)
  const leaders = withRole(desk.directory, 'leader').map(({ name }) => name)
  const units = [...desk.directory.units.values()].map(({ name }) => name)
  const sections = views.flatMap(({ plan }) => [...plan.tasks.values()].map(({ section }) => section))
  // One of a kind each before a second of any: a section is long, and has something in common with most words.
  const near = [nearestNames(asked, units, 2), post.test(asked) ? leaders.slice(0, 2) : nearestNames(asked, leaders, 1), nearestNames(asked, sections, 1)].flat()
  return { code: 'scope-unknown', asked, near: near.slice(0, nearMost), own: findLeader(desk, '我') !== undefined }
}

const nearMost = 3
/** 周县长: a leader is meant, whoever it is. */
const post = /(?:县长|市长|区长|书记|主席|部长|常委)$/u
