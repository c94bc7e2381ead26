// What is asked besides the reader's own doubts: dates that no calendar has, and who owes a duty whose debtor is nobody's name.
import { unitNamed, type Directory } from '#src/directory/directory.ts'
import { plainName } from '#src/directory/unit.ts'
import { looksLikeUnit } from '#src/reader/unit-list.ts'
import type { ReadDoubt, Reading } from '#src/reader/reading.ts'
import { isUnreal } from './day-meant.ts'
import { placeIn, type Place } from '#src/reader/place-in.ts'
import { unitMeant } from './unit-meant.ts'

/** @param directory a debtor whom it knows is not asked about */
export function doubtsBesides(reading: Reading, directory: Directory): ReadDoubt[] {
  const place = placeIn(reading.text)
  return [...unrealDates(reading, place), ...unknownDebtors(reading, directory, place)]
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
      return [{ kind: 'unit-unclear' as const, ...place({ from, to: from + name.length }), quote: quote.slice(0, 60), question: `“${name}”是哪个单位？`, choices: isOffice ? [name] : [] }]
    }),
  )
}
