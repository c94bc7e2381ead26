// Which units an instruction names, in the order of its words, and what each has to do: the first leads, unless the words say another; the others support.
import type { Directory } from '#src/directory/directory.ts'
import { plainName } from '#src/directory/unit.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { TaskUnit } from '#src/ledger/task.ts'
import { namesSaid } from './named-units.ts'

/** `unclear`: a name that could be several units: it is asked. `strangers`: what reads like a unit's name, and is nobody's here: it is said, for nobody will get it there. */
export type InstructedUnits = { units: TaskUnit[]; unclear: { said: string; units: readonly UnitId[] }[]; strangers: string[] }

type Named = { at: number; to: number; said: string; ids: readonly UnitId[] }

const leads = /^(?:同志)?(?:具体|统一|共同|联合)?(?:牵头|主办|负责|主责)/
/** 教育局、财政局牵头: they are named as one, and the first of them leads. */
const besideIt = /^[、和与及,，]$/
const supports = /^(?:等?单位)?(?:积极|做好|予以|协同)?(?:配合|参与|协助|协办)/
/** A name like a unit's where units are named, and no longer word: 教育局部署, 镇区, 中心校 are none. */
const stranger = /(?:^|[请由让和与及同、，,;；。 ])((?:(?![请由让和与及同各全])\p{Script=Han}){1,8}?(?:(?<![布格结大全开当僵战时残定])局(?![面部势限长])|委员会|街道办?(?!上)|镇(?![区长村上里])|乡(?![村镇长里])))/gu
const joins = /(?:会同|会商|商请|联合)$/

/** Nothing leads where every unit is said to support. */
export function instructedUnits(directory: Directory, words: string): InstructedUnits {
  const plain = plainName(words)
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

/** @param named what is known in the words */
function strangersIn(plain: string, named: readonly Named[]): string[] {
  const left = named.reduce((words, { at, to }) => `${words.slice(0, at)}${' '.repeat(to - at)}${words.slice(to)}`, plain)
  return [...new Set([...left.matchAll(stranger)].flatMap(([, name]) => name ?? []))]
}

/** A longer name covers a shorter one inside it. */
function unitsAt({ units }: Directory, plain: string): Named[] {
  const byName = new Map<string, Set<UnitId>>()
  for (const unit of units.values())
    for (const name of namesSaid(unit)) byName.set(name, new Set([...(byName.get(name) ?? []), unit.id]))
  const found: Named[] = []
  let left = plain
  for (const [said, ids] of [...byName].toSorted(([a], [b]) => b.length - a.length))
    for (let at = left.indexOf(said); at >= 0; at = left.indexOf(said)) {
      found.push({ at, to: at + said.length, said, ids: [...ids] })
      left = `${left.slice(0, at)}${' '.repeat(said.length)}${left.slice(at + said.length)}`
    }
  return found.toSorted((a, b) => a.at - b.at)
}
