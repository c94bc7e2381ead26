// A reading as a secretary has put it right: every answer applied, what is answered no longer asked.
import { unitNamed, type Directory } from '#src/directory/directory.ts'
import { plainName } from '#src/directory/unit.ts'
import { differInPlace } from '#src/reader/office-names.ts'
import type { ReadDoubt, Reading } from '#src/reader/reading.ts'
import { partsIn } from '#src/reader/too-many.ts'
import { answerApplied, unitNames, yearsBound, type Change } from './answer-applied.ts'
import { byTeam, keptName } from './answer-words.ts'
import { doubtsBesides } from './asked-besides.ts'
import { keyOfDoubt, quoteKept, type Correction, type DoubtKey } from './correction.ts'
import type { PersonId } from './ids.ts'
import { isTaken, structured } from './structured.ts'
import { teamOf } from './team-of.ts'
import { besideLead, renamed } from './unit-renaming.ts'

/** A doubt with the name that buttons call it by, and the answer it has. */
export type DraftDoubt = { key: DoubtKey; doubt: ReadDoubt; answer?: string }

export type Corrected = {
  /** Its `doubts` are those that are still open. */
  reading: Reading
  /** All of them in the order in which they are asked: the plan's years first, and the blank years one after the other. */
  doubts: DraftDoubt[]
  /** Other names of units, to be known from now on. */
  aliases: { unit: string; alias: string }[]
  contacts: { unit: string; person: PersonId }[]
  /** Who answers for a target: by its place among `reading.targets`. */
  owners: ReadonlyMap<number, string>
  /** Doubts that stay open though they have an answer: with it, tasks would have so many parts of units. */
  overfull: ReadonlyMap<DoubtKey, number>
  /** Plain names that stand for a name that was in doubt: units all of them. */
  clearedTo: ReadonlySet<string>
  /** Where the proposals begin that were taken as tasks, and the items that were left out. */
  taken: ReadonlySet<number>
  dropped: ReadonlySet<number>
}

/** @param directory what it has settled already, two names of one unit, is not asked */
export function corrected(read: Reading, corrections: readonly Correction[], directory: Directory): Corrected {
  const said = saidIn(corrections)
  const reading = structured(read, said)
  const answered = asked(reading, said, directory).map((doubt): DraftDoubt => {
    const key = keyOfDoubt(doubt)
    const answer = answerTo(doubt, key, said, reading)
    return { key, doubt, ...(answer === undefined ? {} : { answer }) }
  })

  const change: Change = { tasks: [...reading.tasks], parts: partsIn(reading.tasks), overfull: new Map(), recurrences: [...reading.recurrences], targets: [...reading.targets], period: reading.period, years: new Map(), renames: new Map(), merges: [], owners: new Map() }
  for (const { doubt, answer } of answered) if (answer !== undefined) answerApplied(change, reading, doubt, answer)
  const doubts = answered.map((one): DraftDoubt => (change.overfull.has(one.doubt) ? { key: one.key, doubt: one.doubt } : one))
  Object.assign(change, yearsBound(change))
  const places = new Map(change.tasks.map(({ span }, index) => [span.from, index]))
  for (const { task, unit } of said.leads) leadGiven(change, places.get(task), unit)
  const merges = [...byPair([...change.merges, ...said.merges.values()]).values()]
  const { tasks, recurrences, bodies, owners } = renamed({ ...change, bodies: reading.bodies }, merges)
  return {
    reading: { ...reading, tasks, recurrences, bodies, targets: change.targets, ...(change.period === undefined ? {} : { period: change.period }), doubts: doubts.flatMap(({ doubt, answer }) => (answer === undefined ? [doubt] : [])) },
    doubts, owners, overfull: new Map([...change.overfull].map(([doubt, parts]) => [keyOfDoubt(doubt), parts])), clearedTo: new Set([...change.renames.values()].flat().map(plainName)), contacts: said.contacts, dropped: said.dropped,
    taken: new Set(read.proposals.filter((proposal) => isTaken(proposal, said)).map(({ span }) => span.from)),
    aliases: merges.map(({ keep, other }) => ({ unit: keep, alias: other })),
  }
}

/** The corrections by what they are about; the last about one thing stands. */
export type Said = {
  answers: Map<DoubtKey, { quote: string; answer: string }>
  all: Map<string, string>
  split: Set<DoubtKey>
  merges: Merges
  leads: { task: number; unit: string }[]
  contacts: { unit: string; person: PersonId }[]
  dropped: Set<number>
  /** By place; `undefined`: what holds for every proposal that was not spoken of since. */
  taken: Map<number | undefined, boolean>
}

function saidIn(corrections: readonly Correction[]): Said {
  const said: Said = { answers: new Map(), all: new Map(), split: new Set(), merges: new Map(), leads: [], contacts: [], dropped: new Set(), taken: new Map() }
  for (const correction of corrections) {
    switch (correction.type) {
      case 'answer':
        said.answers.set(correction.doubt, correction)
        break
      case 'answer-all':
        said.all.set(correction.kind, correction.answer)
        break
      case 'reopen-all':
        said.all.delete(correction.kind)
        break
      case 'split':
        said.split.add(correction.doubt)
        break
      case 'merge-units':
        setLast(said.merges, correction)
        break
      case 'set-lead':
        said.leads.push(correction)
        break
      case 'name-contact':
        said.contacts.push(correction)
        break
      case 'drop-task':
        said.dropped.add(correction.task)
        break
      case 'restore-tasks':
        said.dropped.clear()
        break
      case 'take-proposal':
        if (correction.proposal === undefined) said.taken.clear()
        said.taken.set(correction.proposal, correction.taken)
        break
    }
  }
  return said
}

const orderOf = { 'no-period': 0, 'year-blank': 1 } as const

function asked(reading: Reading, { split, answers, merges }: Said, directory: Directory): ReadDoubt[] {
  const all = [...reading.doubts, ...doubtsBesides(reading, directory)].filter((doubt) => answers.has(keyOfDoubt(doubt)) || mergeOf(doubt, merges) !== undefined || !isKnownAsOne(doubt.names, directory))
  const parted = all.flatMap((doubt) => (doubt.section !== undefined && split.has(keyOfDoubt(doubt)) ? ofEachTask(reading, doubt) : [doubt]))
  const rank = ({ kind }: ReadDoubt): number => (kind === 'no-period' || kind === 'year-blank' ? orderOf[kind] : 2)
  return parted.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line || a.span.from - b.span.from)
}

/** What the directory has settled is not asked again; an answer that taught it stands all the same. */
const isKnownAsOne = (names: readonly [string, string] | undefined, directory: Directory): boolean => {
  const [one, other] = (names ?? []).map((name) => unitNamed(directory, name)?.id)
  return one !== undefined && one === other
}

const ofEachTask = ({ tasks }: Reading, { kind, line, choices, section }: ReadDoubt): ReadDoubt[] =>
  tasks.flatMap(({ title, span, units, section: own }, task) =>
    own === section && units.length === 0 ? [{ kind, line, choices, task, span, quote: title, question: `“${title}”由哪些单位负责？` }] : [],
  )

/** What merging its two names says, for that is done in any case; else its own answer, else the one that was given for all of its kind; a team serves only the sections that are its own. */
function answerTo(doubt: ReadDoubt, key: DoubtKey, { answers, all, merges }: Said, reading: Reading): string | undefined {
  const merged = mergeOf(doubt, merges)
  if (merged !== undefined) return keptName(merged.keep)
  const own = answers.get(key)
  if (own?.quote === quoteKept(doubt.quote)) return own.answer
  const given = all.get(doubt.kind)
  // What was said of all is meant of names that are one but for the place: 教育局, 县教育局.
  if (doubt.kind === 'alias' && !(doubt.names !== undefined && differInPlace(...doubt.names))) return undefined
  return given === byTeam && teamOf(doubt, reading) === undefined ? undefined : given
}

type Merge = { keep: string; other: string }
/** By the two names, whichever is kept. */
type Merges = Map<string, Merge>

/** The merging that settles whether two names are one; each as the doubt writes it. */
function mergeOf({ names }: ReadDoubt, merges: Merges): Merge | undefined {
  const merged = names === undefined ? undefined : merges.get(pairOf(...names))
  if (names === undefined || merged === undefined) return undefined
  const [one, other] = names
  return plainName(one) === plainName(merged.keep) ? { keep: one, other } : { keep: other, other: one }
}

/** The last word about two names, in the order in which they were said. */
function byPair(merges: readonly Merge[]): Merges {
  const last: Merges = new Map()
  for (const merge of merges) setLast(last, merge)
  return last
}

function setLast(merges: Merges, merge: Merge): void {
  const pair = pairOf(merge.keep, merge.other)
  merges.delete(pair)
  merges.set(pair, merge)
}

const pairOf = (one: string, other: string): string => [one, other].map(plainName).toSorted().join()

/** Who led before stays responsible. */
function leadGiven({ tasks }: Change, index: number | undefined, unit: string): void {
  const task = index === undefined ? undefined : tasks[index]
  if (index === undefined || task === undefined) return
  const others = task.units.filter(({ name }) => name !== unit).map(besideLead)
  tasks[index] = { ...task, units: [...unitNames([unit], 'lead', task.span), ...others] }
}
