// Rounds that a secretary opened, once or each month or quarter; what answers them, and what makes up for one that is over.
import { askedAbout, beforeMark, markBefore, owed, quarterOf, silentIn, type Owed, type Quarter, type Scene } from './owed.ts'
import type { Opened, Part, Task, Voice } from './standing.ts'
import { daysApart, plusDays } from './working-days.ts'

type Word = Voice['words'][number]
/** One time that is asked: a quarter, a round, or one turn of a round. `since`: words from then on answer it. `end`: its last day, or when it was closed. */
type Asking = { key: string; since: string; opensOn: string; until: string; end: string; isOnce: boolean; isQuarter: boolean; round?: Opened }

const known = new WeakMap<Opened, { of: string; asking: Asking[] }>()

/** All times of a round until half a year from now, in order. */
function timesOf({ days, today }: Scene, round: Opened): Asking[] {
  const { id, since, openedOn, until, repeats, endedOn, closed } = round
  const endOf = (key: string, last: string): string => ((on) => (on !== undefined && on < last ? on : last))(closed.get(key))
  if (repeats === undefined) return until === undefined ? [] : [{ key: id, since, opensOn: openedOn, until, end: endOf(id, until), isOnce: true, isQuarter: false, round }]
  const of = `${days.id} ${today} ${endedOn ?? ''} ${[...closed].join(' ')}`
  const kept = known.get(round)
  if (kept?.of === of) return kept.asking
  const asking: Asking[] = []
  const length = repeats.every === 'month' ? 1 : 3
  const first = Number(openedOn.slice(0, 4)) * 12 + Math.floor((Number(openedOn.slice(5, 7)) - 1) / length) * length
  for (let month = first, from = since; ; month += length) {
    const [year, nth] = [Math.floor(month / 12), (month % 12) + 1]
    const begin = `${year}-${String(nth).padStart(2, '0')}-01`
    if (begin > plusDays(today, 185)) break
    const opensOn = days.from(plusDays(begin, -1), repeats.nth)
    if (opensOn < openedOn || (endedOn !== undefined && opensOn > endedOn)) continue
    const key = `${id}/${length === 1 ? begin.slice(0, 7) : `${year}Q${Math.ceil(nth / 3)}`}`
    const last = days.from(opensOn, repeats.workingDays)
    const end = endOf(key, last)
    asking.push({ key, since: from, opensOn, until: last, end, isOnce: false, isQuarter: false, round })
    from = plusDays(end, 1)
  }
  known.set(round, { of, asking })
  return asking
}

const timesFor = (scene: Scene, task: Task): Asking[] => scene.plan.rounds.filter(({ tasks }) => tasks.includes(task.no)).flatMap((round) => timesOf(scene, round))
const isOpen = ({ key, opensOn, until, round }: Asking, day: string): boolean => opensOn <= day && day <= until && ((closedOn) => closedOn === undefined || closedOn > day)(round?.closed.get(key))
const quarterOpens = ({ days, plan }: Scene, { to }: Quarter): string => days.from(to, -Math.max(...plan.policy.progressMarks))

export const ofQuarter = (scene: Scene, quarter: Quarter): Asking => ({ key: quarter.key, since: quarter.from, opensOn: quarterOpens(scene, quarter), until: quarter.to, end: quarter.to, isOnce: false, isQuarter: true })

/** A round that is held while the quarter would be asked for, or ends in its last month, takes its place; so does a turn of one that repeats, wherever in the quarter it ends. */
export const isReplaced = (scene: Scene, task: Task, quarter: Quarter): boolean =>
  timesFor(scene, task).some(({ opensOn, end, isOnce }) => (end >= (isOnce ? `${quarter.to.slice(0, 7)}-01` : quarter.from) && end <= quarter.to) || (opensOn <= quarter.to && end >= quarterOpens(scene, quarter)))

/** In which a task is asked on a day, or was asked last. */
function askingOn(scene: Scene, task: Task, day: string): Asking {
  const now = quarterOf(day)
  const quarter = day >= quarterOpens(scene, now) ? now : quarterOf(plusDays(now.from, -1))
  const begun = timesFor(scene, task).filter(({ opensOn }) => opensOn <= day).toSorted((a, b) => (a.opensOn < b.opensOn ? 1 : a.opensOn > b.opensOn ? -1 : a.key < b.key ? 1 : -1))
  const [last] = begun
  const open = begun.find((each) => isOpen(each, day))
  if (open !== undefined) return open
  return last !== undefined && (last.opensOn >= quarterOpens(scene, quarter) || isReplaced(scene, task, quarter)) ? last : ofQuarter(scene, quarter)
}

/** A turn is still to come. */
export const isAhead = (scene: Scene, task: Task): boolean => timesFor(scene, task).some(({ isOnce, opensOn }) => !isOnce && opensOn > scene.today)

/** Of one unit the day until which it was opened again. */
const endFor = ({ key, end, round }: Asking, voice: string): string => round?.reopened.get(key)?.get(voice)?.until ?? end

export const answers = (scene: Scene, task: Task, part: Part, asking: Asking) => (word: Word, voice: string): boolean => word.on >= asking.since && !isForEarlier(scene, task, part, voice, word, asking)

/** In the month after a quarter or a turn: the late answer to the one before answers that one alone. What came before a round that is held once counts for it. */
function isForEarlier(scene: Scene, task: Task, part: Part, voice: string, word: Word, asking: Asking): boolean {
  if (asking.isOnce || word.on >= asking.opensOn || daysApart(asking.since, word.on) >= 31) return false
  const late = lateFor(scene, task, part, voice, word)
  return late !== undefined && late !== asking.key
}

/** Which one a word made up for: the one that was asked when it came, where it was over, was asked of this very unit, and had no answer yet. */
function lateFor(scene: Scene, task: Task, part: Part, voice: string, word: Word): string | undefined {
  const asked = askingOn(scene, task, word.on)
  if (word.on <= endFor(asked, voice)) return undefined
  // In time for another that was opened.
  if (timesFor(scene, task).some((other) => other.round?.id !== asked.round?.id && other.opensOn <= scene.today && other.since <= word.on && word.on <= endFor(other, voice))) return undefined
  if (scene.wasAsked(task.no, asked.key, voice) !== part.unit) return undefined
  const said = voice === part.unit ? part.own : part.members.get(voice)
  const before = [...(said?.words ?? []).filter((each) => each.at < word.at && !isForEarlier(scene, task, part, voice, each, asked)), ...(said?.claims ?? []).filter((each) => each.at < word.at)]
  return before.some(({ on }) => on >= asked.since) ? undefined : asked.key
}

/** Who is silent in each round that asks: the task's own, and one that was opened again for a unit. */
function silentNow(scene: Scene, task: Task, part: Part): { asking: Asking; voice: string }[] {
  const { today } = scene
  const now = askingOn(scene, task, today)
  const silent = (asking: Asking): string[] => silentIn(scene, part, answers(scene, task, part, asking))
  const again = timesFor(scene, task).flatMap((asking) => silent(asking).filter((voice) => (asking.round?.reopened.get(asking.key)?.get(voice)?.until ?? '') >= today).map((voice) => ({ asking, voice })))
  const own = now.isQuarter ? [] : silent(now).filter((voice) => !again.some((each) => each.voice === voice)).map((voice) => ({ asking: now, voice }))
  return [...own, ...again]
}

export const isAskedNow = (scene: Scene, task: Task, part: Part): boolean => silentNow(scene, task, part).some(({ asking, voice }) => isOpen(asking, scene.today) || scene.today <= (asking.round?.reopened.get(asking.key)?.get(voice)?.until ?? ''))

/** Asked when it opens, at a quarter's reminders before its last day, and once after it; opened again for a unit, until that day and not after. */
export function ofRound(scene: Scene, task: Task, part: Part): Owed[] {
  const { plan: { policy }, days, today } = scene
  return silentNow(scene, task, part).flatMap(({ asking, voice }) => {
    const again = asking.round?.reopened.get(asking.key)?.get(voice)
    const due = again?.until ?? asking.until
    const tell = (since: string, morningBefore?: string): Owed[] => owed(scene, 'round-due', askedAbout(scene, part, [voice]), { round: asking.key, task: task.no, unit: part.unit, due }, { since, morningBefore })
    if (isOpen(asking, today) || (again !== undefined && today <= again.until)) {
      const [mark, opened] = [markBefore(scene, due, policy.progressMarks), again?.on ?? asking.opensOn]
      return mark === undefined || mark.since <= opened ? tell(opened) : tell(mark.since, beforeMark(scene, mark, policy.progressMarks))
    }
    const after = days.between(asking.until, today)
    const isOver = again === undefined && today > asking.until && asking.end === asking.until && after >= 1 && after <= policy.overdueEvery
    return isOver ? tell(days.from(asking.until, 1)) : []
  })
}

/** To the secretary, once, when a round or a turn of it opens. */
export function ofWatch(scene: Scene): Owed[] {
  const { plan, people, today } = scene
  return plan.rounds.flatMap((round) => timesOf(scene, round)).filter((asking) => isOpen(asking, today)).flatMap(({ key }) => owed(scene, 'round-watch', people.withRole('secretary'), { round: key }))
}

/** Rounds and turns that ended on a day, with the tasks that each asked about. */
export const endedOn = (scene: Scene, day: string): { key: string; tasks: readonly number[] }[] =>
  scene.plan.rounds.flatMap((round) => timesOf(scene, round).filter(({ end }) => end === day).map(({ key }) => ({ key, tasks: round.tasks })))
