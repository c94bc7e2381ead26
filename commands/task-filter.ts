// Which tasks are meant by a few words: 红灯, 未报, 本周, 7月到期, 牵头 县教育局, 领域 学前教育, 分管 李县长, p1, 普惠园. Buttons send the same words.
import type { Desk } from '#src/command.ts'
import type { Day } from '#src/calendar/day.ts'
import { fromTheFirst, spanBackIn } from '#src/calendar/span-back.ts'
import { spanIn, type DaySpan } from '#src/calendar/span-phrase.ts'
import { unitAndItsGroups, unitName } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { may } from '#src/directory/permissions.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import { weekOf } from '#src/queries/brief.ts'
import { overdueBy } from '#src/reader/overdue-by.ts'
import type { Light } from '#src/queries/light.ts'
import type { TaskFilter } from '#src/queries/task-list.ts'
import type { Lang } from '#templates/card.ts'
import type { ListedBy } from '#templates/task-list.ts'
import { findLeader } from './find-leader.ts'
import { own } from './own-word.ts'
import { planNumberIn } from './plan-number.ts'
import { unitCalled } from './unit-argument.ts'

export type Meant = {
  filter: TaskFilter
  /** An id, where the words name a plan. */
  plan?: string
  page?: number
  by: ListedBy
}

const lights: Readonly<Record<string, Light>> = {
  红灯: 'red', 红: 'red', 滞后: 'red', red: 'red', behind: 'red',
  黄灯: 'yellow', 黄: 'yellow', 预警: 'yellow', yellow: 'yellow',
  绿灯: 'green', 绿: 'green', 正常: 'green', green: 'green',
  已办结: 'done', 办结: 'done', 完成: 'done', 已完成: 'done', done: 'done',
  待定: 'pending', 白灯: 'pending', pending: 'pending',
}
const onlys: Readonly<Record<string, NonNullable<TaskFilter['only']>>> = {
  未报: 'unreported', 没报: 'unreported', unreported: 'unreported', silent: 'unreported',
  待审: 'claimed', 待审核: 'claimed', claimed: 'claimed',
  本周: 'due-week', 七天: 'due-week', '7天': 'due-week', 近期: 'due-week', week: 'due-week',
  单位待定: 'no-unit', 无单位: 'no-unit', 'no-unit': 'no-unit',
  无联络员: 'no-contact', 没有联络员: 'no-contact', 'no-contact': 'no-contact',
  逾期: 'overdue', 超期: 'overdue', overdue: 'overdue',
  待补实: 'hollow', 空报: 'hollow', hollow: 'hollow', thin: 'hollow',
  需协调: 'coordination', 协调: 'coordination', 待协调: 'coordination', coordination: 'coordination',
  上报待决: 'handed-up', 'handed-up': 'handed-up',
  受阻: 'blocked', blocked: 'blocked', 有困难: 'difficulty', 困难: 'difficulty', difficulty: 'difficulty', 延期: 'extended', 已延期: 'extended', 延期待批: 'extended', extended: 'extended',
  在办: 'open', open: 'open',
  未办结: 'unfinished', 未完成: 'unfinished', 没完成: 'unfinished', unfinished: 'unfinished',
}

/** Which reports say nothing, and what units cannot settle, is for the secretary; others see of the latter what was handed up. */
function seen(only: TaskFilter['only'], { asker }: Desk): TaskFilter['only'] {
  if (may(asker, 'nudge')) return only
  return only === 'hollow' ? undefined : only === 'coordination' ? 'handed-up' : only
}

/** What stands behind it is a section of the plan; a leader, whose fields are meant. */
const inSection: ReadonlySet<string> = new Set(['领域', '板块', 'section'])
const inCharge: ReadonlySet<string> = new Set(['分管', 'charge'])

/** What falls due next: a month ahead, so that there is something to see. */
const nearest: ReadonlySet<string> = new Set(['最近到期', '快到期', '即将到期'])

/** 7月到期, 月底前, due this month as one word: due-this-month. 本周 alone is the seven days ahead, as the leader's screen counts them. */
function dueIn(word: string, { today }: Desk): DaySpan | undefined {
  if (nearest.has(word)) return wholeSpan('30天内', today)
  const named = word.replace(/(?:内)?(?:到期|要完成|要办结)的?$/, '').replace(/^(?:due|finish)-/i, '')
  // 6月底前到期 that has passed is what was due until then.
  return wholeSpan(named, today) ?? (named === word ? undefined : wholeBack(named, today))
}

/** 三季度要完成: what is to be done in it, and no report. */
const isToFinish = (word: string): boolean => /(?:要完成|要办结)的?$|^finish-/i.test(word)
/** 8月底前完成, while that is ahead: nothing says that it is done. */
const aheadToFinish = (word: string, today: Day): DaySpan | undefined => ((named) => (named === undefined ? undefined : wholeSpan(named, today)))(/^(.+前)完成的?$/.exec(word)?.[1])
/** A time alone, of which nothing is said to fall due. */
const isTimeAlone = (word: string): boolean => !/(?:到期|要完成|要办结)的?$|^(?:due|finish)-/i.test(word)
/** As the week's brief has them: of before this week. */
const dutiesBefore: ReadonlySet<string> = new Set(['以前欠报', 'earlier-duties'])
const earlier = ({ today, calendar }: Desk): DaySpan => ({ from: fromTheFirst, to: calendar.addDays(weekOf(today, calendar).from, -1) })

/** 上月办结, 二季度完成, done-last-month: what was accepted in that time. */
function doneIn(word: string, { today }: Desk): DaySpan | undefined {
  const named = /^(.+?)(?:内)?(?:已?经?办结|已?经?完成)了?的?$/.exec(word)?.[1] ?? /^done-(.+)$/i.exec(word)?.[1]
  return named === undefined ? undefined : (wholeBack(named, today) ?? wholeSpan(named, today))
}

/** 最近一个月, 6月底前: what has been. */
function wholeBack(named: string, today: Day): DaySpan | undefined {
  const plain = named.replaceAll('-', ' ')
  const span = spanBackIn(plain, today)
  return span === undefined || span.said.length !== plain.length ? undefined : { from: span.from, to: span.to }
}

function wholeSpan(named: string, today: Day): DaySpan | undefined {
  const plain = named.replaceAll('-', ' ')
  const span = spanIn(plain, today)
  return span === undefined || span.said.length !== plain.length ? undefined : { from: span.from, to: span.to }
}

/** What a few words of English say together, as the one word that is typed for it. */
const together: readonly (readonly [RegExp, string])[] = [
  [/\b(?:not (?:yet )?(?:reported|answered)|no report)\b/gi, 'unreported'], [/\bnot (?:yet )?(?:done|finished|completed?|closed)\b/gi, 'unfinished'], [/\bat risk\b/gi, 'yellow'], [/\bon track\b/gi, 'green'], [/\b(?:to|for|waiting for) review\b/gi, 'claimed'],
  [/\b(?:no|without a) unit\b/gi, 'no-unit'], [/\b(?:no|without a) contact\b/gi, 'no-contact'], [/\bneeds? coordination\b/gi, 'coordination'], [/\bpast due\b/gi, 'overdue'], [/\bin difficulty\b/gi, 'difficulty'], [/\bdue within 7 days\b/gi, 'week'],
  [/\b(due|done) (this|next|last) (week|month|quarter|year)\b/gi, '$1-$2-$3'], [/\bdue (today|tomorrow)\b/gi, 'due-$1'], [/\b(done|due) in ([a-z]{3,9})\b/gi, '$1-in-$2'],
]

/** 逾期超过一个月, overdue by more than a month: the one word of it. */
function asTyped(words: string): string {
  const long = overdueBy(words)
  const said = long === undefined ? words : words.replace(long.said, `overdue-${long.days}-days`)
  return together.reduce((left, [form, word]) => left.replace(form, word), said)
}

/** Behind education in education bureau. */
const isOffice = /^(?:bureau|department|commission|office)$/

/** A word that names nothing is looked for in titles and texts. */
export function filterIn(desk: Desk, which: string): Meant {
  const meant: Meant = { filter: {}, by: {} }
  const rest: string[] = []
  let leads = false
  const units: UnitId[] = []
  let time: DaySpan | undefined
  let person: Person | undefined
  let section: string | undefined
  const words = asTyped(which).split(/\s+/).filter((each) => each !== '').flatMap((word) => unitsApart(word, desk))
  const asksSilence = words.some((word) => own(onlys, word.toLowerCase()) === 'unreported')
  for (const [at, word] of words.entries()) {
    const before = words[at - 1]?.toLowerCase()
    const key = word.toLowerCase()
    const light = own(lights, key)
    const only = seen(own(onlys, key), desk)
    const due = dueIn(word, desk)
    const ahead = aheadToFinish(word, desk.today)
    const done = ahead === undefined ? doneIn(word, desk) : undefined
    const charge = before !== undefined && inCharge.has(before) ? findLeader(desk, word) : undefined
    // 未报 本周 is of the rounds of that time.
    if (only === 'due-week' && asksSilence) {
      time = wholeSpan(word, desk.today) ?? wholeSpan('本周', desk.today)
      continue
    }
    const page = /^第?(\d{1,3})页$/.exec(word)?.[1]
    if (key === '全部' || key === 'all' || (units.length > 0 && isOffice.test(key))) continue
    if (inSection.has(key) && words[at + 1] !== undefined) {
      section = words.slice(at + 1).join(' ')
      break
    }
    if (key === '未分领域') section = ''
    else if (inCharge.has(key) && words[at + 1] !== undefined && findLeader(desk, words[at + 1] ?? '') !== undefined) continue
    else if (charge !== undefined) person = charge
    else if (key === '牵头' || key === 'lead') leads = true
    else if (dutiesBefore.has(key)) Object.assign(meant.filter, { only: 'late-duties', due: earlier(desk) } satisfies TaskFilter)
    else if (light !== undefined) meant.filter.light = light
    else if (only !== undefined) meant.filter.only = only
    else if (overdueBy(key) !== undefined) Object.assign(meant.filter, { only: 'overdue', overBy: overdueBy(key)?.days })
    else if (planNumberIn(key) !== undefined) meant.plan = key
    else if (page !== undefined) meant.page = Number(page)
    else if (due !== undefined && isTimeAlone(word)) time = due
    else if (due !== undefined) Object.assign(meant.filter, { due, ...(isToFinish(word) ? { finishes: true } : {}) })
    else if (ahead !== undefined) Object.assign(meant.filter, { due: ahead, finishes: true })
    else if (done !== undefined) meant.filter.done = done
    else {
      const known = unitCalled(desk.directory, word)
      if (known === undefined) rest.push(word)
      else if (!units.includes(known.id)) units.push(known.id)
    }
  }
  // 二季度未报 is of the rounds of that time; of anything else it is what falls due in it.
  if (time !== undefined) meant.filter[meant.filter.only === 'unreported' ? 'during' : 'due'] = time
  const [unit, ...more] = units
  if (unit !== undefined) Object.assign(meant.filter, leads && more.length === 0 ? { lead: unit } : leads ? { leads: units } : { units: units.flatMap((each) => unitAndItsGroups(desk.directory, each)) })
  if (person !== undefined) meant.filter.fields = person.fields
  if (section !== undefined) meant.filter.section = section
  if (rest.length > 0) meant.filter.words = rest.join(' ')
  const { light, only, due, done, words: looked, during, finishes, overBy } = meant.filter
  meant.by = {
    ...(light && { light }), ...(only && { only }), ...(looked !== undefined && { words: looked }), ...(due && { due }), ...(done && { done }), ...(during && { during }), ...(finishes === true && { finishes }), ...(overBy !== undefined && { overBy }),
    ...(section !== undefined && { section }), ...(person && { person: person.name }), ...(unit !== undefined && { unit: units.map((each) => unitName(desk.directory, each)).join(or[desk.lang]), leads }),
  }
  return meant
}

/** 教育局和财政局 are two; 学生、教师 are words. */
function unitsApart(word: string, { directory }: Desk): string[] {
  const pieces = word.split(/[、,，和与及]/)
  return pieces.length > 1 && unitCalled(directory, word) === undefined && pieces.every((piece) => piece !== '' && unitCalled(directory, piece) !== undefined) ? pieces : [word]
}

/** Of any of them. */
const or: Record<Lang, string> = { zh: '或', en: ' or ' }
