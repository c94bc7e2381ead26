// Who and when, in the cells of a row.
import { lastDayOf } from '#src/calendar/day.ts'
import { deadlinesIn, timesInCell } from './dates.ts'
import { deadlineOf } from './date-value.ts'
import { folded } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import type { NamesAlone } from './names-alone.ts'
import type { Period } from './period.ts'
import type { Part, ReadDeadline, ReadPerson, ReadUnit, Span } from './reading.ts'
import { cellBreak } from './table-row.ts'
import { clausesIn } from './unit-clause.ts'
import { looksLikeUnit, unitList } from './unit-list.ts'

/** `others`: words that leave further units unnamed (等有关部门). */
export type Doers = { units: ReadUnit[]; people: ReadPerson[]; others: Span[] }

/** The lines of a cell. */
export function linesOfCell(text: string, cell: Span): Span[] {
  const lines: Span[] = []
  let from = cell.from
  for (const words of text.slice(cell.from, cell.to).split(cellBreak)) {
    if (words.trim() !== '') lines.push({ from, to: from + words.length })
    from += words.length + 1
  }
  return lines
}

const saysPart = /(?:牵头|主办|主责|配合|协办|协助|参与|负责|责任|落实)/
const nobody = /^(?:无|\/|\\|—{1,4}|\*|、|同左)?$/

/** Who a cell under a head of units names. A label or a verb in the cell says more than the head does. */
export function unitsInCell(text: string, cell: Span, part: Part, head: string): Doers {
  const found: Doers = { units: [], people: [], others: [] }
  let under = part
  for (const line of linesOfCell(text, cell).flatMap((line) => apartAtLabels(text, line))) {
    const plain = folded(text.slice(line.from, line.to))
    if (nobody.test(plain.trim())) continue
    const label = /^ *(牵头|主办|主责|配合|协办|参与|责任)(?:责任)?(?:单位|部门)? {0,2}[:：] *$/.exec(plain)?.[1]
    if (label !== undefined) {
      // 牵头单位: and the names on the lines below it.
      under = partOfWord(label)
      continue
    }
    const sections = labelOfSections.exec(plain)
    if (sections) {
      add(found, namedIn(text, { from: line.from + sections[0].length, to: line.to }, partOfWord(sections[1] ?? ''), head))
      continue
    }
    const clauses = saysPart.test(plain) ? unitsOfClauses(text, line, under) : undefined
    if (clauses) add(found, clauses)
    else add(found, namedIn(text, line, under, head))
  }
  return found
}

/** 牵头科室: the sections of one office, by the names that they have there. */
const labelOfSections = /^ {0,2}(牵头|主办|主责|配合|协办|参与|责任)(?:责任)?[处科股]室 {0,2}: {0,2}(?=\S)/

const labelBehindName = /(?<=[^ ,;。、:()])(?=(?:牵头|主办|主责|配合|协办|参与|责任|协同|支持)(?:责任)?(?:单位|部门) {0,2}:)/

/** 牵头单位:县林业局配合单位:县水利局, where nothing parts the two. */
function apartAtLabels(text: string, line: Span): Span[] {
  let from = line.from
  return folded(text.slice(line.from, line.to)).split(labelBehindName).map((piece) => ({ from, to: (from += piece.length) }))
}

/** Who the words of a task say does it: a bracket 责任单位, or 由…牵头; where no column says who, a bracket of names too. */
export function unitsInWords(text: string, cell: Span, hasColumn: boolean): Doers {
  const found: Doers = { units: [], people: [], others: [] }
  for (const line of linesOfCell(text, cell)) {
    const words = text.slice(line.from, line.to)
    if (!saysPart.test(words) && (hasColumn || !/[)）〕】\]][。.;； ]{0,2}$/.test(words))) continue
    const clauses = unitsOfClauses(text, line, 'responsible', hasColumn ? 'never' : 'sure')
    if (clauses) add(found, clauses)
  }
  return found
}

function add(found: Doers, more: Doers): void {
  found.units.push(...more.units)
  found.people.push(...more.people)
  found.others.push(...more.others)
}

const partOfWord = (word: string): Part => (/牵头|主办|主责/.test(word) ? 'lead' : /配合|协办|协助|参与/.test(word) ? 'support' : 'responsible')

function unitsOfClauses(text: string, line: Span, part: Part, namesAlone: NamesAlone = 'sure'): Doers | undefined {
  const shares = clausesIn(text, { ...line, index: 0 }, line.from, namesAlone).flatMap((clause) => clause.shares)
  if (shares.every(({ list }) => list.units.length === 0)) return undefined
  const units = shares.flatMap((share) => share.list.units.map((unit): ReadUnit => ({ ...unit, role: share.part === 'responsible' ? part : share.part })))
  return { units, people: [], others: shares.flatMap(({ list }) => (list.others ? [list.others] : [])) }
}

/** 县教育局(牵头), and the person who is named behind the unit: 县教育局(张伟). */
const behindName = /^(.{2,40}?)\((牵头|主办|主责|配合|协办|协助|参与|[一-龥]{2,4})(?:单位|部门|责任)?\)$/

function namedIn(text: string, line: Span, part: Part, head: string): Doers {
  const list = unitList(text, line)
  const found: Doers = { units: [], people: [], others: list.others ? [list.others] : [] }
  for (const { name, span } of list.units) {
    const behind = behindName.exec(folded(name))
    const inner = behind?.[2] ?? ''
    const before = behind?.[1] ?? ''
    if (behind && /^(?:牵头|主办|主责|配合|协办|协助|参与)$/.test(inner)) {
      found.units.push({ name: name.slice(0, before.length), role: partOfWord(inner), span: { from: span.from, to: span.from + before.length } })
    } else if (behind && isPerson(inner) && looksLikeUnit(before)) {
      found.units.push({ name: name.slice(0, before.length), role: part, span: { from: span.from, to: span.from + before.length } })
      found.people.push({ name: inner, duty: head, span: { from: span.from + before.length + 1, to: span.to - 1 } })
    } else if (isPerson(name)) found.people.push({ name, duty: head, span })
    else found.units.push({ name, role: part, span })
  }
  return found
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊'
const person = new RegExp(`^(?:[${surnames}][一-龥]{1,2}|(?:欧阳|上官|司马|诸葛|慕容|司徒|夏侯|皇甫)[一-龥]{1,2}|[一-龥]{1,6}·[一-龥]{1,8})$`)

/** A name of two or three signs, or a compound one, that does not end as an office's does. */
export const isPerson = (words: string): boolean => person.test(words) && !looksLikeUnit(words) && !/(?:全县|全部|有关|相关|成员|各级|县级|部|组|员|方|户|等)$/.test(words)

const rankBefore = /^(?:(?:县|市|区|镇|乡|省)?(?:委|政府|人大|政协)?(?:常务)?(?:副?(?:书记|县长|市长|区长|镇长|乡长|主任|局长|主席|部长|组长|调研员)|常委)[、, ]?)+/
const rankBehind = /(?:\([^()]{1,20}\)|(?:常务)?副?(?:书记|县长|市长|区长|镇长|乡长|主任|局长|主席|部长|同志))$/

/** The persons of a cell under a head of persons; what stands there and is no name is kept as it is. */
export function peopleInCell(text: string, cell: Span, duty: string): ReadPerson[] {
  return linesOfCell(text, cell).flatMap((line) => {
    const people: ReadPerson[] = []
    const plain = folded(text.slice(line.from, line.to))
    for (const piece of plain.matchAll(/[^、,;/ ]{1,40}/g)) {
      if (nobody.test(piece[0]) || /^\d{3,}/.test(piece[0]) || isRankOfNeighbour(plain, piece.index, piece[0])) continue
      const before = rankBefore.exec(piece[0])?.[0] ?? ''
      const name = piece[0].slice(before.length).replace(rankBehind, '')
      const from = line.from + piece.index + (name === '' ? 0 : before.length)
      const to = name === '' ? line.from + piece.index + piece[0].length : from + name.length
      people.push({ name: text.slice(from, to), duty, span: { from, to } })
    }
    return people
  })
}

/** 张三 副县长, or 副县长 张三: what a blank parts from a name is no other person. */
function isRankOfNeighbour(plain: string, at: number, words: string): boolean {
  if (isPerson(words) || !(rankBehind.test(words) || rankBefore.test(words))) return false
  const before = /([^、,;/ ]{1,40}) {1,4}$/.exec(plain.slice(Math.max(0, at - 44), at))?.[1]
  const after = /^ {1,4}([^、,;/ ]{1,40})/.exec(plain.slice(at + words.length, at + words.length + 44))?.[1]
  return [before, after].some((other) => other !== undefined && isPerson(other))
}

/** Days from the one that a spreadsheet counts from, in the years that a plan may run. */
const serialDay = /^(?:4\d{4}|5\d{4})(?:\.0)?$/
const barePart = /(?:第?[一二三四1-4]季度|[上下]半年)(?:末|底)?(?:之前|以前|前)?/g
const everyYear = /每年(?:度)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?(?:\d{1,2}[日号]|底|末|上旬|中旬|下旬)?(?:之前|以前|前)?/g

/** The times of a cell under a head of times: whatever stands there is one. */
export function timesIn(text: string, cell: Span, years: Period | undefined): ReadDeadline[] {
  const words = text.slice(cell.from, cell.to)
  if (serialDay.test(words)) return [{ ...dayOfSerial(Number(words)), text: words, yearly: false, span: { from: cell.from, to: cell.to } }]
  const contextYear = years && years.from === years.to ? years.from : undefined
  const plain = folded(words)
  const bare = [...matchesOf(everyYear, plain), ...matchesOf(barePart, plain)].map((found): ReadDeadline => {
    const span = { from: cell.from + found.index, to: cell.from + found.index + found[0].length }
    return deadlineOf({ text: text.slice(span.from, span.to), plain: found[0], kind: 'point', span, yearly: false, contextYear })
  })
  const others = timesInCell(text, cell, years)
  const wider = bare.filter((one) => !others.some((other) => other.span.from <= one.span.from && other.span.to >= one.span.to))
  const kept = others.filter((other) => !wider.some((one) => other.span.from < one.span.to && other.span.to > one.span.from))
  return [...wider, ...kept].sort((a, b) => a.span.from - b.span.from)
}

const firstOf2000 = 36_526

function dayOfSerial(serial: number): { year: number; month: number; day: number } {
  let [year, month, day] = [2000, 1, Math.floor(serial) - firstOf2000 + 1]
  for (;;) {
    const days = Number(lastDayOf(year, month).slice(8))
    if (day <= days) return { year, month, day }
    day -= days
    if (month === 12) [year, month] = [year + 1, 1]
    else month++
  }
}

/** The times of a cell under the head of a year: only those that the cell says. */
export const timesOfYear = (text: string, cell: Span, year: number | undefined): ReadDeadline[] => deadlinesIn(text, cell, year === undefined ? undefined : { from: year, to: year })
