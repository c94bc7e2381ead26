// What is asked besides the reader's own doubts: dates that no calendar has, who owes a duty whose debtor is nobody's name, and units that the directory may know by a fuller name.
import { unitNamed, type Directory } from '#src/directory/directory.ts'
import { plainName, type Unit } from '#src/directory/unit.ts'
import { mayBeOne, officeKey, type OfficeKey } from '#src/reader/office-names.ts'
import { looksLikeUnit } from '#src/reader/unit-list.ts'
import type { ReadDoubt, Reading } from '#src/reader/reading.ts'
import { isUnreal } from './day-meant.ts'
import { placeIn, type Place } from '#src/reader/place-in.ts'
import { unitMeant } from './unit-meant.ts'

/** @param directory a debtor whom it knows is not asked about */
export function doubtsBesides(reading: Reading, directory: Directory): ReadDoubt[] {
  const place = placeIn(reading.text)
  return [...unrealDates(reading, place), ...unknownDebtors(reading, directory, place), ...fullerNames(reading, directory, place)]
}

type Office = { unit: Unit; key: OfficeKey }

/** 教育局, where the directory has one unit that it can be and by another name: 县教育局. It is asked, not presumed, once for each name. */
function fullerNames({ tasks, doubts }: Reading, directory: Directory, place: Place): ReadDoubt[] {
  const offices = new Map<string, Office[]>()
  for (const unit of directory.units.values())
    for (const name of unit.members === undefined ? [unit.name, ...unit.aliases] : []) {
      const key = officeKey(name)
      if (key !== undefined) offices.set(key.stem, [...(offices.get(key.stem) ?? []), { unit, key }])
    }
  // Of two names that the plan itself has for one unit, the first speaks for both.
  const seen = new Set(doubts.flatMap(({ kind, names }) => (kind === 'alias' && names !== undefined ? [plainName(names[1])] : [])))
  return tasks.flatMap(({ units }, task) =>
    units.flatMap(({ name, span }): ReadDoubt[] => {
      if (seen.has(plainName(name))) return []
      seen.add(plainName(name))
      const key = unitNamed(directory, name) === undefined ? officeKey(name) : undefined
      const meant = new Set((key === undefined ? [] : (offices.get(key.stem) ?? [])).filter((office) => key !== undefined && mayBeOne(office.key, key)).map(({ unit }) => unit))
      const [unit] = meant
      if (unit === undefined || meant.size > 1) return []
      return [{ kind: 'alias', ...place(span), task, quote: name, names: [unit.name, name], question: `“${name}”是名册里的“${unit.name}”吗？`, choices: [] }]
    }),
  )
}

/** A date that no calendar has is asked about, where the reader did not ask already; it is never silently another day. */
function unrealDates({ tasks, doubts }: Reading, place: Place): ReadDoubt[] {
  const asked = new Set(doubts.filter(({ kind }) => kind === 'date-unclear').map(({ task }) => task))
  return tasks.flatMap(({ deadlines }, task) =>
    deadlines
      .filter((deadline) => isUnreal(deadline) && !asked.has(task))
      .slice(0, 1)
      .map(({ text: quote, span }) => ({ kind: 'date-unclear' as const, ...place(span), quote, task, question: `“${quote}”不是实际的日期，应是哪一天？`, choices: [] })),
  )
}

/** A body owes by its office; that is not asked here. */
const isBody = /(?:小组|专班|指挥部|委员会|联席会议)$/

/** An office of a place may be a unit that the tasks do not name; 编制部门 is one of them. 家长 and 各责任单位 are no one office. */
const ofPlace = /^[省市县区州旗镇乡](?!级|直|域|内)(?!.*办公室$)/
const isTrade = /^(?!各|有关|相关|所有|责任|成员|牵头|主管).{2,10}部门$/

/** 编制部门每3年核定一次: who is meant is asked once for each name, and never presumed to be the task's lead. */
function unknownDebtors({ tasks, recurrences, text }: Reading, directory: Directory, place: Place): ReadDoubt[] {
  const all = new Set(tasks.flatMap(({ units }) => units.map(({ name }) => name)))
  const among = [...all]
  const asked = new Set<string>()
  return recurrences.flatMap(({ debtor, receiver, text: quote, span }) =>
    [debtor, receiver].flatMap((name) => {
      if (name === undefined || asked.has(plainName(name))) return []
      asked.add(plainName(name))
      const isOffice = ofPlace.test(name) && looksLikeUnit(name)
      if (isBody.test(name) || !(isOffice || isTrade.test(name))) return []
      if (all.has(name) || unitNamed(directory, name) !== undefined || unitMeant(name, among) !== undefined) return []
      const from = span.from + Math.max(0, text.slice(span.from, span.to).indexOf(name))
      return [{ kind: 'unit-unclear' as const, ...place({ from, to: from + name.length }), quote: quote.slice(0, 60), question: `“${name}”是哪个单位？`, choices: isOffice ? [name] : officesOf(name, [...among, ...[...directory.units.values()].map((unit) => unit.name)]) }]
    }),
  )
}

/** Offices of the trade that a name says: of 人力资源社会保障部门, 县人社局. */
function officesOf(name: string, among: readonly string[]): string[] {
  const stem = officeKey(name.replace(/(?:行政)?(?:主管)?部门$/, '局'))?.stem
  return stem === undefined ? [] : [...new Set(among.filter((unit) => officeKey(unit)?.stem === stem))]
}
