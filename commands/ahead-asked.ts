// Of whom and of which day 提醒预告 is asked: 明天, 7月10日, 苏晚晴, 县教育局, p2, in any order.
import { dayOf, monthOf as monthNumber, yearOf, type Day } from '#src/calendar/day.ts'
import type { Desk } from '#src/command.ts'
import { unitsHeldBy } from '#src/directory/person.ts'
import type { Sending } from '#src/reminders/ahead.ts'
import { dayIn } from './day-argument.ts'
import { findPerson } from './find-person.ts'
import { findUnit } from './unit-argument.ts'

/** `month`: the first day and the last of one. `who`: the words that name it, which a button carries on. `unclear`: a word that is none of these. */
export type AheadAsked = { on?: Day; month?: { from: Day; to: Day }; who: string[]; isOf: (sending: Sending) => boolean; unclear?: string }

/** Words that say what is shown anyhow: 未来30天提醒. */
const saysNothing = /^(?:什么|谁|全部|所有|我|我的|自己|本单位|all|next|days?|30|(?:未来|今后)?(?:\d{1,3}天)?(?:提醒)?)$/i
const bareMonth = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:的?提醒)?$/
/** 本月, 下个月. */
const nearMonth = /^(?:(下个?月)|本月|这个月|当月)(?:的?提醒)?$/

export function aheadAsked(asked: string, desk: Desk): AheadAsked {
  const found: Omit<AheadAsked, 'isOf'> = { who: [] }
  const tests: ((sending: Sending) => boolean)[] = []
  for (const word of asked.normalize('NFKC').split(/\s+/).filter((each) => !saysNothing.test(each))) {
    const month = monthAsked(word, desk)
    const day = month === undefined ? dayAsked(word, desk) : undefined
    const test = month === undefined && day === undefined ? whoAsked(word, desk) : undefined
    if (month !== undefined) found.month = month
    else if (day !== undefined) found.on = day
    else if (test === undefined) found.unclear ??= word
    else {
      tests.push(test)
      found.who.push(word)
    }
  }
  return { ...found, isOf: (sending) => tests.every((test) => test(sending)) }
}

function monthAsked(word: string, desk: Desk): AheadAsked['month'] {
  const [near, next] = nearMonth.exec(word) ?? []
  const last = bareMonth.test(word) ? dayAsked(word, desk) : undefined
  if (near === undefined && last === undefined) return undefined
  const at = last ?? (next === undefined ? desk.today : desk.calendar.addDays(monthOf(desk.today).to, 1))
  return monthOf(at)
}

function monthOf(day: Day): { from: Day; to: Day } {
  const [year, month] = [yearOf(day), monthNumber(day)]
  const days = [31, 30, 29, 28].flatMap((date) => dayOf(year, month, date) ?? [])
  return { from: dayOf(year, month, 1) ?? day, to: days[0] ?? day }
}

/** 明天提醒什么 is typed as one word. */
function dayAsked(word: string, { today }: Desk): Day | undefined {
  const read = dayIn(word.toLowerCase().replace(/[会要]?提醒(?:什么|谁)?$/, ''), today)
  return read.ok ? read.day : undefined
}

function whoAsked(word: string, desk: Desk): ((sending: Sending) => boolean) | undefined {
  const plan = [...desk.plans.values()].find(({ id }) => id === word.toLowerCase())
  if (plan !== undefined) return ({ parcel }) => parcel.notices.some((notice) => notice.plan === plan.id)
  const person = findPerson(desk, word)
  if (person !== undefined) return ({ parcel }) => parcel.to === person.id
  const unit = findUnit(desk.directory, word)
  if (!unit.ok) return undefined
  const units = [unit.unit.id, ...(unit.unit.members ?? [])]
  return ({ on, parcel }) => ((to) => to !== undefined && unitsHeldBy(to).some((held) => units.includes(held)))(desk.directoryOn(on).people.get(parcel.to))
}
