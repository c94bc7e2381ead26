// Which task of a plan is which of a document that was issued again: one to one, the same whenever it is asked.
import { bigramsOf, containment, likeness, matchedWords, type Bigrams } from './amend-likeness.ts'

/** What a task is recognised by. */
export type Recognised = { title: string; text: string; section: string; written: string }

/** Less alike than this they are two tasks: one went, another came. */
const alikeFrom = 0.5
/** Of those that share words with a task, so many are looked at closely. */
const candidates = 8
/** Two signs that so many tasks have (建设, 工作) tell none from another. */
const tellingAtMost = 64
/** Tasks of one title, where there are more, are told apart by their order alone. */
const groupAtMost = 60

type Known = { title: string; text: string; section: string; written: string; titleBigrams: Bigrams; textBigrams: Bigrams }

function known({ title, text, section, written }: Recognised): Known {
  const [plainTitle, plainText] = [matchedWords(title), matchedWords(text)]
  return { title: plainTitle, text: plainText, section: matchedWords(section), written: matchedWords(written), titleBigrams: bigramsOf(plainTitle), textBigrams: bigramsOf(plainText) }
}

/** What is known so far: `found` is by the index of what stands now. */
type Pairing = { old: readonly Known[]; now: readonly Known[]; found: (number | undefined)[]; taken: Set<number> }

/** For each of `after`, the index of its like in `before`; undefined where it is new. Time grows with the number of tasks, not with its square. */
export function pairsOf(before: readonly Recognised[], after: readonly Recognised[]): (number | undefined)[] {
  const pairing: Pairing = { old: before.map(known), now: after.map(known), found: after.map(() => undefined), taken: new Set() }
  pairSame(pairing, ({ title, text, section }) => `${section}|${title}|${text}`)
  pairSame(pairing, ({ title, text }) => `${title}|${text}`)
  pairSame(pairing, ({ title }) => title)
  pairAlike(pairing)
  return pairing.found
}

const freeOld = ({ old, taken }: Pairing): { task: Known; index: number }[] => old.map((task, index) => ({ task, index })).filter(({ index }) => !taken.has(index))
const freeNow = ({ now, found }: Pairing): { task: Known; index: number }[] => now.map((task, index) => ({ task, index })).filter(({ index }) => found[index] === undefined)

function take({ found, taken }: Pairing, old: number, now: number): void {
  taken.add(old)
  found[now] = old
}

/** Those of one key: the most alike first, else in order. */
function pairSame(pairing: Pairing, keyOf: (task: Known) => string): void {
  const before = grouped(freeOld(pairing).filter(({ task }) => task.title !== ''), ({ task }) => [keyOf(task)])
  const after = grouped(freeNow(pairing), ({ task }) => [keyOf(task)])
  for (const [key, nows] of after) pairGroup(pairing, before.get(key) ?? [], nows)
}

function grouped(tasks: readonly { task: Known; index: number }[], keysOf: (of: { task: Known; index: number }) => Iterable<string>): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const of of tasks)
    for (const key of keysOf(of)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [of.index])
      else group.push(of.index)
    }
  return groups
}

function pairGroup(pairing: Pairing, olds: readonly number[], nows: readonly number[]): void {
  if (olds.length <= groupAtMost && nows.length <= groupAtMost) {
    closestFirst(pairing, olds.flatMap((old) => nows.map((now) => ({ old, now, score: 1 }))))
    return
  }
  for (const [at, now] of nows.entries()) {
    const old = olds[at]
    if (old !== undefined) take(pairing, old, now)
  }
}

/** What is left, by the words two tasks share. */
function pairAlike(pairing: Pairing): void {
  const having = grouped(freeOld(pairing), ({ task }) => tellingOf(task))
  const near = freeNow(pairing).flatMap(({ task, index: now }) => {
    const shared = new Map<number, number>()
    for (const pair of tellingOf(task)) {
      const olds = having.get(pair) ?? []
      if (olds.length <= tellingAtMost) for (const old of olds) shared.set(old, (shared.get(old) ?? 0) + 1)
    }
    const best = [...shared].toSorted(([a, aShares], [b, bShares]) => bShares - aShares || a - b).slice(0, candidates)
    return best.map(([old]) => ({ old, now, score: scoreOf(pairing.old[old], task) }))
  })
  closestFirst(pairing, near.filter(({ score }) => score >= alikeFrom))
}

function scoreOf(a: Known | undefined, b: Known): number {
  if (a === undefined) return 0
  const title = Math.max(likeness(a.titleBigrams, b.titleBigrams), containment(a.title, b.title))
  return 0.6 * title + 0.4 * likeness(a.textBigrams, b.textBigrams)
}

/** Of two that are as alike, the one of the same section, then of the same number, then of the nearest place. */
function closestFirst(pairing: Pairing, pairs: readonly { old: number; now: number; score: number }[]): void {
  const ranked = pairs.map((pair) => ({ ...pair, near: nearness(pairing, pair.old, pair.now) }))
  for (const { old, now } of ranked.toSorted((a, b) => b.score - a.score || b.near - a.near || a.now - b.now || a.old - b.old))
    if (!pairing.taken.has(old) && pairing.found[now] === undefined) take(pairing, old, now)
}

function nearness({ old, now }: Pairing, oldIndex: number, nowIndex: number): number {
  const [a, b] = [old[oldIndex], now[nowIndex]]
  if (a === undefined || b === undefined) return 0
  return (a.section === b.section ? 4 : 0) + (a.written === b.written ? 2 : 0) + likeness(a.textBigrams, b.textBigrams) - Math.abs(oldIndex - nowIndex) / 1e6
}

/** So much of the words beside the title may tell a task that was renamed. */
const tellingText = 80

const tellingOf = ({ titleBigrams, text }: Known): Set<string> => new Set([...titleBigrams.counts.keys(), ...bigramsOf(text.slice(0, tellingText)).counts.keys()])
