// What the oracle says must be told, and what it takes a rule to say so.
import { isDisowned } from './parts.ts'
import type { People } from './people.ts'
import type { Plan } from './plan.ts'
import { answerer, type Part, type Task, type Voice } from './standing.ts'
import { plusDays, type WorkingDays } from './working-days.ts'

/** `since`: told on that day or at that instant, or later, it is told; empty: told once it is told for good. `waits`: not on its own day. */
export type Owed = { to: string; kind: string; about: string; plan: string; since: string; waits: boolean; urgent: boolean; isNear: boolean; /** What is over is told once at each of its days, whenever it was told of the one before. */ isOver: boolean; on?: string; /** Only to whom one of these was told before. */ onlyAfter?: readonly { kind: string; about: string }[]; /** Not told again where it was first asked for on this day or later: a mark that comes the morning after. */ enoughFrom?: string; /** Not told where it was told last on this day or later: it would be two mornings running. */ morningBefore?: string | undefined; /** On the day that its reader wished. */ asWished?: true; /** Says that there is nothing to do. */ asksNothing?: true; /** Told again where one of these was told since. */ afresh?: readonly { kind: string; about: string }[]; /** At once, where it was said to be off and none of these was told since. */ atOnce?: { after: { kind: string; about: string }; unless: readonly { kind: string; about: string }[] } }

/** A plan on a day. `wasAsked`: the unit of whom a quarter's progress was asked when it ended, unless this voice had said that it is not theirs. */
export type Scene = { plan: Plan; people: People; days: WorkingDays; today: string; time: string; wasAsked: (task: number, quarter: string, voice: string) => string | undefined }

/** The facts that make a thing one thing; what changes from day to day while it is owed is none of them. */
export function aboutOf(facts: object): string {
  const passing = new Set(['key', 'to', 'kind', 'plan', 'mark', 'workingDaysLeft', 'workingDaysOver', 'snoozedTo', 'step', 'urgent', 'after', 'closes', 'toldOf', 'earlier', 'last'])
  return Object.entries(facts).filter(([name, value]) => !passing.has(name) && value !== undefined).map(([name, value]) => `${name}=${String(value)}`).toSorted().join(' ')
}

export const owed = (scene: Pick<Scene, 'plan'>, kind: string, people: readonly string[], facts: object, { since = '', waits = false, urgent = false, isNear = false, isOver = false, on, morningBefore }: { since?: string; waits?: boolean; urgent?: boolean; isNear?: boolean; isOver?: boolean; on?: string; morningBefore?: string | undefined } = {}): Owed[] =>
  [...new Set(people)].map((to) => ({ to, kind, about: aboutOf(facts), plan: scene.plan.id, since, waits, urgent, isNear, isOver, ...(on === undefined ? {} : { on }), ...(morningBefore === undefined ? {} : { morningBefore }) }))

/** Whether a completion waits or was agreed to; a group is done once each of its members is. */
export function standOf({ people }: Pick<Scene, 'people'>, { unit, own, members }: Part): 'open' | 'claimed' | 'accepted' {
  if (own.claim !== undefined) return 'claimed'
  if (own.accepted !== undefined) return 'accepted'
  const each = people.isGroup(unit) ? people.voices(unit).map((voice) => members.get(voice)) : []
  if (each.length === 0 || each.some((voice) => voice?.claim === undefined && voice?.accepted === undefined)) return 'open'
  return each.some((voice) => voice?.claim !== undefined) ? 'claimed' : 'accepted'
}

export function openAnswerer(scene: Scene, task: Task): Part | undefined {
  const part = answerer(task)
  return part === undefined || standOf(scene, part) !== 'open' ? undefined : part
}

/** Whose word is missing: the unit's, or of a group those of members that neither said it nor are done. Who says that the part is not theirs is not asked. */
export function silentIn({ people }: Pick<Scene, 'people'>, { unit, own, members }: Part, isSaid: (word: Voice['words'][number], voice: string) => boolean): string[] {
  if (isDisowned(own) || own.words.some((word) => isSaid(word, unit))) return []
  if (!people.isGroup(unit)) return [unit]
  return people.voices(unit).filter((voice) => {
    const member = members.get(voice)
    return member?.claim === undefined && member?.accepted === undefined && !isDisowned(member) && !(member?.words ?? []).some((word) => isSaid(word, voice))
  })
}

/** Who is asked for those that speak in a part: each one's handler, else its own people. */
export function askedAbout({ people, today }: Scene, { unit, own, members }: Part, voices: readonly string[]): string[] {
  return [...new Set(voices.flatMap((voice) => {
    const handler = people.handling(voice, (voice === unit ? own : members.get(voice))?.handler?.person, today)
    return handler === undefined ? people.asked([voice], today) : [handler]
  }))]
}

/** A reminder before a date begins so many working days before the last working day by it, and is in force until the next begins. */
export function markBefore({ days, today }: Pick<Scene, 'days' | 'today'>, due: string, marks: readonly number[]): { since: string; left: number; mark: number; next: number } | undefined {
  if (today > due) return undefined
  const rows = marks.map((mark) => ({ mark, since: days.from(due, -mark) })).filter(({ since }) => since <= today).toSorted((a, b) => a.mark - b.mark)
  const [now] = rows
  if (now === undefined) return undefined
  return { ...now, left: days.between(today, due), next: Math.max(0, ...marks.filter((mark) => mark < now.mark)) }
}

/** On the next working day after it, and every so many from there. */
export function markAfter({ days, today }: Pick<Scene, 'days' | 'today'>, due: string, every: number, first = 1): { since: string; over: number; nth: number } | undefined {
  const over = today > due ? days.between(due, today) : 0
  if (over < first) return undefined
  const nth = Math.floor((over - first) / every)
  return { since: days.from(due, first + nth * every), over, nth }
}

/** The working day before a reminder begins, where the plan has none on it: who was told late on that day is not told again the morning after. */
export const beforeMark = ({ days }: Pick<Scene, 'days'>, { since, mark }: { since: string; mark: number }, marks: readonly number[]): string | undefined => (marks.includes(mark + 1) ? undefined : days.from(since, -1))
export const beforeStep = ({ days }: Pick<Scene, 'days'>, { since, nth }: { since: string; nth: number }, every: number): string | undefined => (nth === 0 || every === 1 ? undefined : days.from(since, -1))

/** What is far off waits for the week, where the next reminder does not come before it; so does what is chased again. */
export const canWait = ({ plan }: Pick<Scene, 'plan'>, mark: { left: number; mark: number; next: number }): boolean => mark.left >= plan.policy.farOff && mark.mark - mark.next >= 5
export const isAgain = ({ plan }: Pick<Scene, 'plan'>, over: number): boolean => plan.policy.overdueEvery >= 5 && over >= plan.policy.overdueEvery

export const isNews = ({ days, today }: Scene, on: string, workingDays: number): boolean => days.between(on, today) <= workingDays

/** While it waits it is told again every so many working days. */
export function againSince({ days, today, plan }: Scene, on: string): string {
  const again = Math.floor(Math.max(0, days.between(on, today)) / plan.policy.queueAgain) * plan.policy.queueAgain
  return again === 0 ? on : days.from(on, again)
}

export type Quarter = { key: string; from: string; to: string }
export function quarterOf(day: string): Quarter {
  const [year, nth] = [day.slice(0, 4), Math.ceil(Number(day.slice(5, 7)) / 3)]
  const after = nth === 4 ? `${Number(year) + 1}-01-01` : `${year}-${String(nth * 3 + 1).padStart(2, '0')}-01`
  return { key: `${year}Q${nth}`, from: `${year}-${String(nth * 3 - 2).padStart(2, '0')}-01`, to: plusDays(after, -1) }
}
