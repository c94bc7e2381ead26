// Which units an instruction names, in the order of its words, and what each has to do: the first leads, unless the words say another; the others support.
import { unitNamed, type Directory } from '#src/directory/directory.ts'
import { plainName } from '#src/directory/unit.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { TaskUnit } from '#src/ledger/task.ts'
import { officeNamed, officesIn } from '#src/reader/english-offices.ts'
import { strangeOffices } from '#src/reader/strange-offices.ts'
import { namesCalled } from './named-units.ts'

/** `unclear`: a name that could be several units: it is asked. `strangers`: what reads like a unit's name, and is nobody's here: it is said, for nobody will get it there. */
export type InstructedUnits = { units: TaskUnit[]; unclear: { said: string; units: readonly UnitId[] }[]; strangers: string[] }

type Named = { at: number; to: number; said: string; ids: readonly UnitId[] }

const leads = /^(?:同志)?(?:具体|统一|共同|联合)?(?:牵头|主办|负责|主责)|^ (?:to |will |should |shall |must )?(?:leads?|takes? the lead)\b/
/** 教育局、财政局牵头: they are named as one, and the first of them leads. */
const besideIt = /^(?:[、和与及,，]| and (?:the )?|, (?:the )?)$/
const supports = /^(?:等?单位)?(?:积极|做好|予以|协同)?(?:配合|参与|协助|协办)|^ (?:to |will |should |shall |must )?(?:supports?|assists?|helps?)\b/
const joins = /(?:会同|会商|商请|联合)$|\b(?:with|by) (?:the )?$/
/** The towns together, however they are called: the one group here that is of them. */
const towns = /各(?:乡镇街道|乡镇\(街道\)|乡镇|镇街|镇|乡)/g
const ofTowns = /^各.*[镇乡]/

/** Nothing leads where every unit is said to support. */
export function instructedUnits(directory: Directory, words: string): InstructedUnits {
  const plain = spaced(words)
  const named = unitsAt(directory, plain)
  const once = named.filter(({ ids: [id] }, index) => named.findIndex((other) => other.ids[0] === id) === index)
  const clear = once.flatMap(({ ids, at, to }) => (ids.length === 1 && ids[0] !== undefined ? [{ unit: ids[0], at, to, isLed: leads.test(plain.slice(to)), isSupport: supports.test(plain.slice(to)) || joins.test(plain.slice(0, at)) }] : []))
  const lead = firstTogether(clear, plain) ?? clear.find(({ isSupport }) => !isSupport)
  const units = clear.map(({ unit }): TaskUnit => ({ unit, part: unit === lead?.unit ? 'lead' : 'support' }))
  return { units: units.toSorted((a, b) => Number(b.part === 'lead') - Number(a.part === 'lead')), unclear: once.filter(({ ids }) => ids.length > 1).map(({ said, ids }) => ({ said, units: ids })), strangers: strangersIn(plain, named) }
}

/** Of those of whom it is said that they lead, the first named; undefined where it is said of none. */
function firstTogether<Each extends { at: number; to: number; isLed: boolean }>(clear: readonly Each[], plain: string): Each | undefined {
  let index = clear.findIndex(({ isLed }) => isLed)
  const isBeside = (at: number): boolean => ((before, here) => before !== undefined && here !== undefined && besideIt.test(plain.slice(before.to, here.at)))(clear[at - 1], clear[at])
  while (index > 0 && isBeside(index)) index -= 1
  return clear[index]
}

/** As names are made plain; between words in letters a blank stays. */
const spaced = (words: string): string => words.split(/(?<=[A-Za-z,.])\s+(?=[A-Za-z])/).map(plainName).join(' ')

/** @param named what is known in the words */
const strangersIn = (plain: string, named: readonly Named[]): string[] => strangeOffices(named.reduce((words, { at, to }) => blanked(words, at, to), plain))

const blanked = (words: string, at: number, to: number): string => `${words.slice(0, at)}${' '.repeat(to - at)}${words.slice(to)}`

/** A longer name covers a shorter one inside it. */
function unitsAt(directory: Directory, plain: string): Named[] {
  const { units } = directory
  const byName = new Map<string, Set<UnitId>>()
  for (const unit of units.values())
    for (const name of namesCalled(unit)) byName.set(name, new Set([...(byName.get(name) ?? []), unit.id]))
  const found: Named[] = []
  let left = plain
  const take = (at: number, said: string, ids: Iterable<UnitId>): void => {
    found.push({ at, to: at + said.length, said, ids: [...ids] })
    left = blanked(left, at, at + said.length)
  }
  for (const [said, ids] of [...byName].toSorted(([a], [b]) => b.length - a.length))
    for (let at = left.indexOf(said); at >= 0; at = left.indexOf(said)) take(at, said, ids)
  const [group, ...groups] = [...units.values()].filter(({ name, members }) => members !== undefined && ofTowns.test(plainName(name)))
  if (group !== undefined && groups.length === 0) for (const match of [...left.matchAll(towns)]) take(match.index, match[0], [group.id])
  for (const { said, at, stem } of officesIn(left)) {
    const name = officeNamed(stem, [...units.values()].flatMap(({ name: own, aliases }) => [own, ...aliases]))
    const unit = name === undefined ? undefined : unitNamed(directory, name)
    if (unit !== undefined) take(at, said, [unit.id])
  }
  return found.toSorted((a, b) => a.at - b.at)
}
