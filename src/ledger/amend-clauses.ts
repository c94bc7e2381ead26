// What is beside the tasks of a document that was issued again: its duties, bodies and doubts, each under the name it had where it is the same one.
import { bigramsOf, containment, likeness, matchedWords, wordsOf } from './amend-likeness.ts'
import type { PlanAmended } from './amend-events.ts'
import type { TaskNo } from './ids.ts'
import type { Body, Cadence } from './body.ts'
import type { Obligation } from './obligation.ts'
import type { Imported } from './plan-event.ts'
import type { PlanState } from './plan-state.ts'
import type { Target } from './target.ts'

/** A task's number in the plan, from its number in the new text; undefined where it comes into no plan. */
type NoOf = (no: TaskNo | undefined) => TaskNo | undefined

/** Clauses of one task and rhythm, where there are more, are the same only word for word. */
const groupAtMost = 40
const alikeFrom = 0.5

/** @param gone tasks that the text does not have: what is theirs ends with them, not before */
export function dutiesAfter({ obligations, amended }: PlanState, imported: readonly Obligation[], noOf: NoOf, gone: ReadonlySet<TaskNo>): Pick<PlanAmended, 'obligations' | 'obligationsEnded'> {
  const live = [...obligations.values()].filter(({ task }) => task === undefined || !gone.has(task))
  const now = imported.flatMap(({ task, ...duty }): Obligation[] => {
    const no = noOf(task)
    return task !== undefined && no === undefined ? [] : [{ ...duty, ...(no === undefined ? {} : { task: no }) }]
  })
  const before = [...live, ...amended.endedObligations.values()]
  const found = sameClauses(before, now, ({ task, every, on }) => `${task ?? ''}|${every}|${on ?? ''}`, ({ task, every }) => `${task ?? ''}|${every}`)
  const ids = idsAfter('c', [...obligations.keys(), ...amended.endedObligations.keys()], found.map((index) => (index === undefined ? undefined : before[index]?.id)))
  const after = now.map((duty, index) => ({ ...duty, id: ids[index] ?? duty.id }))
  const stays = new Set(after.map(({ id }) => id))
  return { obligations: after, obligationsEnded: live.map(({ id }) => id).filter((id) => !stays.has(id)) }
}

/** The same words first, then, of one task and rhythm, the most alike. */
function sameClauses(before: readonly Obligation[], now: readonly Obligation[], strict: (of: Obligation) => string, loose: (of: Obligation) => string): (number | undefined)[] {
  const found: (number | undefined)[] = now.map(() => undefined)
  const taken = new Set<number>()
  const pair = (old: number, at: number): void => {
    taken.add(old)
    found[at] = old
  }
  // What is owed once is known by its day, however much of its words was kept.
  const keyOf = (duty: Obligation): string => `${strict(duty)}|${duty.on === undefined ? wordsOf(duty.text) : ''}`
  const byWords = grouped(before, keyOf)
  for (const [at, duty] of now.entries()) {
    const old = byWords.get(keyOf(duty))?.find((index) => !taken.has(index))
    if (old !== undefined) pair(old, at)
  }
  const byRhythm = grouped(before, loose)
  for (const [at, duty] of now.entries()) {
    const group = byRhythm.get(loose(duty)) ?? []
    if (found[at] !== undefined || group.length > groupAtMost) continue
    const words = matchedWords(duty.text)
    const bigrams = bigramsOf(words)
    const scored = group.filter((index) => !taken.has(index)).map((index) => ((known) => ({ index, score: Math.max(likeness(bigrams, bigramsOf(known)), containment(words, known)) }))(matchedWords(before[index]?.text ?? '')))
    const best = scored.toSorted((a, b) => b.score - a.score)[0]
    if (best !== undefined && best.score >= alikeFrom) pair(best.index, at)
  }
  return found
}

function grouped<Of>(all: readonly Of[], keyOf: (of: Of) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [index, one] of all.entries()) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [index])
    else group.push(index)
  }
  return groups
}

/** The id that each had; for what is new, the next that nothing ever had. */
function idsAfter(letter: string, everGiven: readonly string[], had: readonly (string | undefined)[]): string[] {
  let last = everGiven.reduce((most, id) => Math.max(most, Number(id.slice(letter.length)) || 0), 0)
  return had.map((id) => id ?? `${letter}${(last += 1)}`)
}

/** A body is known by its name. */
export function bodiesAfter({ bodies, amended }: PlanState, imported: readonly Body[]): Pick<PlanAmended, 'bodies' | 'bodiesEnded'> {
  const ended = [...amended.endedBodies.values()]
  const live = [...bodies.values()].filter(({ id }) => !amended.endedBodies.has(id))
  const before = [...live, ...ended]
  const byName = grouped(before, ({ name }) => matchedWords(name))
  const taken = new Set<number>()
  const found = imported.map(({ name }) => {
    const index = byName.get(matchedWords(name))?.find((at) => !taken.has(at))
    if (index !== undefined) taken.add(index)
    return index
  })
  const ids = idsAfter('b', [...bodies.keys(), ...amended.endedBodies.keys()], found.map((index) => (index === undefined ? undefined : before[index]?.id)))
  const after = imported.map((body, at) => {
    const index = found[at]
    return { ...body, id: ids[at] ?? body.id, cadences: cadencesAfter(index === undefined ? [] : (before[index]?.cadences ?? []), body.cadences) }
  })
  const stays = new Set(after.map(({ id }) => id))
  return { bodies: after, bodiesEnded: live.map(({ id }) => id).filter((id) => !stays.has(id)) }
}

/** A rhythm that stays keeps its id, so that a window that was met is not asked for again. */
function cadencesAfter(before: readonly Cadence[], now: readonly Cadence[]): Cadence[] {
  const taken = new Set<string>()
  const had = now.map(({ every, times, of, asks }) => {
    const left = before.filter((cadence) => !taken.has(cadence.id) && cadence.every === every && cadence.asks === asks)
    const same = left.find((cadence) => cadence.times === times && cadence.of === of) ?? left.find((cadence) => cadence.of === of) ?? left.find((cadence) => cadence.times === times) ?? left[0]
    if (same !== undefined) taken.add(same.id)
    return same?.id
  })
  const ids = idsAfter('k', before.map(({ id }) => id), had)
  return now.map((cadence, at) => ({ ...cadence, id: ids[at] ?? cadence.id }))
}

/** A target is known by its task and what it measures; who answers for it, where a secretary said, stays. */
export function targetsAfter({ targets, amended }: PlanState, imported: readonly Target[], noOf: NoOf, gone: ReadonlySet<TaskNo>): Pick<PlanAmended, 'targets' | 'targetsEnded'> {
  const live = [...targets.values()].filter(({ task }) => task === undefined || !gone.has(task))
  const about = ({ task, measure }: Target): string => `${task ?? ''}|${matchedWords(measure)}`
  const now = imported.flatMap(({ task, ...target }): Target[] => {
    const no = noOf(task)
    return task !== undefined && no === undefined ? [] : [{ ...target, ...(no === undefined ? {} : { task: no }) }]
  })
  const waiting = grouped(live, about)
  const had = now.map((target) => ((index) => (index === undefined ? undefined : live[index]))(waiting.get(about(target))?.shift()))
  const ids = idsAfter('i', [...targets.keys(), ...amended.endedTargets.keys()], had.map((target) => target?.id))
  const after = now.map((target, at) => ((owner) => ({ ...target, id: ids[at] ?? target.id, ...(owner === undefined ? {} : { owner }) }))(target.owner ?? had[at]?.owner))
  const stays = new Set(after.map(({ id }) => id))
  return { targets: after, targetsEnded: live.map(({ id }) => id).filter((id) => !stays.has(id)) }
}

/** What was asked about the same words is not asked again; what the text no longer raises is closed, but for tasks it does not have. */
export function doubtsAfter({ doubts }: PlanState, imported: Imported['doubts'], noOf: NoOf, gone: ReadonlySet<TaskNo>): Pick<PlanAmended, 'doubts' | 'doubtsClosed'> {
  const about = ({ kind, quote }: Imported['doubts'][number], task: TaskNo | undefined): string => `${kind}|${task ?? ''}|${matchedWords(quote)}`
  const known = [...doubts.values()]
  const byWords = grouped(known, (doubt) => about(doubt, doubt.task))
  let last = known.reduce((most, { id }) => Math.max(most, id), 0)
  const matched = new Set<number>()
  const after = imported.flatMap((doubt): Imported['doubts'] => {
    const { task: read, ...rest } = doubt
    const task = noOf(read)
    if (read !== undefined && task === undefined) return []
    const same = (byWords.get(about(doubt, task)) ?? []).flatMap((index) => known[index] ?? []).find(({ id }) => !matched.has(id))
    if (same !== undefined) matched.add(same.id)
    if (same?.settled !== undefined) return []
    return [{ ...rest, id: same?.id ?? (last += 1), ...(task === undefined ? {} : { task }) }]
  })
  const closed = known.filter(({ id, task, settled }) => settled === undefined && !matched.has(id) && (task === undefined || !gone.has(task))).map(({ id }) => id)
  return { doubts: after, doubtsClosed: closed }
}
