// A plan as it is seen on one day: who answers for a task, which parts count as done, whose word is missing.
import type { WorkingDays } from './days.ts'
import { memberOf, type Part } from './parts.ts'
import type { Day, Instant } from './raw.ts'
import { isBy, Rounds, type End } from './rounds.ts'
import type { County } from './county.ts'
import type { Task } from './task-after.ts'
import type { Plan, Version } from './timeline.ts'
import { disowns, isOpen, lastWord, type Claim, type Returned, type Voice, type Word } from './voice.ts'

export type Seen = { plan: Plan; county: County; days: WorkingDays; rounds: Rounds; today: Day }

export const seen = (facts: Omit<Seen, 'rounds'>): Seen => ({ ...facts, rounds: new Rounds(facts.days, [...facts.plan.rounds.values()], facts.plan.policies) })

export const membersOf = ({ county }: Pick<Seen, 'county'>, { unit }: Pick<Part, 'unit'>): readonly string[] => county.members.get(unit) ?? []
export const unitNow = ({ county }: Pick<Seen, 'county'>, unit: string): string => county.now.get(unit) ?? unit

/** What became of the whole of a part: of a group also by what each member said. `byMembers`: the claim is the last of theirs. */
export type Whole = { is: 'open' } | { is: 'claimed' | 'accepted'; claim: Claim; byMembers: boolean }

export function wholeOf(see: Pick<Seen, 'county'>, part: Part): Whole {
  const { closing } = part.own
  if (closing.is !== 'open') return { ...closing, byMembers: false }
  const closings = membersOf(see, part).map((member) => memberOf(part, member).closing)
  const claims = closings.flatMap((each) => (each.is === 'open' ? [] : [{ is: each.is, claim: each.claim }]))
  if (closings.length === 0 || claims.length < closings.length) return { is: 'open' }
  const waiting = claims.filter(({ is }) => is === 'claimed')
  const last = (waiting.length > 0 ? waiting : claims).toSorted((a, b) => (a.claim.at < b.claim.at ? -1 : 1)).at(-1)
  return last === undefined ? { is: 'open' } : { is: last.is, claim: last.claim, byMembers: true }
}

/** Named by the task itself, not by a clause for all. */
export const isResponsible = ({ part, inferred }: Part): boolean => part === 'responsible' && inferred !== 'standing'
export const leads = ({ part, inferred }: Part): boolean => part === 'lead' || inferred === 'lead'

/** Who answers: the lead, else whoever is presumed to lead, else the first of the responsible that is not done. */
export function answerer(see: Pick<Seen, 'county'>, { parts }: Pick<Task, 'parts'>): Part | undefined {
  const rank = (part: Part): number => {
    if (part.part === 'lead') return 0
    if (part.inferred === 'lead') return 1
    if (!isResponsible(part)) return 9
    return wholeOf(see, part).is === 'accepted' ? 3 : 2
  }
  const ranked = parts.map((part) => ({ part, rank: rank(part) })).filter(({ rank: of }) => of < 9)
  const best = Math.min(...ranked.map(({ rank: of }) => of))
  return ranked.find(({ rank: of }) => of === best)?.part
}

/** Whose word is missing in a part that is not done. @param isSaid whether a last word counts */
export function silent(see: Pick<Seen, 'county'>, part: Part, isSaid: (word: Word, voice: string) => boolean): string[] {
  const counts = (voice: Voice, unit: string): boolean => ((word) => word !== undefined && isSaid(word, unit))(lastWord(voice))
  if (wholeOf(see, part).is !== 'open' || disowns(part.own) || counts(part.own, part.unit)) return []
  const members = membersOf(see, part)
  if (members.length === 0) return [part.unit]
  return members.filter((member) => ((voice) => isOpen(voice) && !disowns(voice) && !counts(voice, member))(memberOf(part, member)))
}

/** What came back and is not answered: a return by a new claim, a reopening by any word since. */
export function cameBack(see: Pick<Seen, 'county'>, part: Part): Returned | undefined {
  if (wholeOf(see, part).is !== 'open') return undefined
  const back = (voice: Voice): Returned[] => (voice.closing.is === 'open' && voice.closing.returned !== undefined ? [voice.closing.returned] : [])
  const silentSince = (at: Instant): string[] => silent(see, part, (word) => word.at >= at)
  const own = back(part.own).filter(({ reopened, at }) => !reopened || silentSince(at).length > 0)
  const theirs = [...part.members].flatMap(([member, voice]) => back(voice).filter(({ reopened, at }) => !reopened || silentSince(at).includes(member)))
  return [...own, ...theirs][0]
}

/** The worst of the last words of those who are not done. */
export function worstWord({ own, members }: Part): Word['state'] | undefined {
  const words = [lastWord(own), ...[...members.values()].filter(isOpen).map(lastWord)].flatMap((word) => word?.state ?? [])
  return (['blocked', 'difficulty', 'normal'] as const).find((state) => words.includes(state))
}

/** How a task stood when something ended. */
export const taskAt = ({ plan }: Pick<Seen, 'plan'>, no: number, end: End): Task | undefined => (plan.timelines.get(no) ?? []).findLast((version) => isBy(version, end))?.task
/** How it stood after every change since. */
export const versionsAfter = ({ plan }: Pick<Seen, 'plan'>, no: number, end: End): Version[] => (plan.timelines.get(no) ?? []).filter((version) => !isBy(version, end))
