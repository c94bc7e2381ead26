// Times by which a task must be done, as its text gives them.
import { cadencesIn, sentencesIn } from './cadence.ts'
import { formsIn, timeBehindLabelled, timeLabel, year, type DateKind } from './date-forms.ts'
import { deadlineOf } from './date-value.ts'
import { bareSpan } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import type { Period } from './period.ts'
import type { ReadDeadline, Span } from './reading.ts'

export { blankYear } from './date-forms.ts'

/** `none`: a time that is due from nobody, and hides what is shorter in it. */
type Found = { from: number; to: number; kind: DateKind | 'none' }
type FoundTime = Found & { kind: DateKind }

/** What stands before a year that is only compared with or counted from. */
const notDue = /(?:比|较|与|同|自|从|以|超过|占|据|对|[高低优大小少多早]于|年满|出生)$/
const notDueAfter = /^(?:起|以来|开始|的基础|以后|之后|相比|已|度|年度|为基|数据|水平|增长|下降)/
/** 2000年底前建成的小区, 2019年1月1日前登记注册的企业: a condition, due from nobody. */
const condition = /^[,]?(?:出生|依法|(?:登记|注册|取得|参加|毕业|入职|认定|建成|投产|竣工|开工|立项|备案|签订|购买|成立|交付|投用|投入使用|批准|审批|印发|出台|发布|核准|办理|入库|在册|参保|退休|通过){1,2}(?:工作)?(?:并[^,。;]{0,6})?的)/
/** 2024年12月底前应完成的管网至今未动工: a date that has passed. */
const missed = /^[^,。;\n]{0,16}[至尚仍][今未]/
/** 2016年9月30日前完成清淤, in a plan of 2026: nothing of the past, so the year is asked about. */
const isToBeDone = /^,?[^,。;的已经曾\n]{0,12}(?:完成|建成|达到|出台|印发|投用|实现|报送|上报|落实|开工|竣工|办结|销号|到位)(?![^,。;]{0,12}的[^,。;])/
/** 三年行动计划(2026—2028年): the years are of the name. */
const nameBefore = /(?:计划|规划|方案|行动|要点|纲要|意见)\($/
/** 2022年到2025年,县水利局连续四年组织了…: what has been. */
const lasted = /^,?[^,。;]{0,12}(?:连续[一二三四五六七八九十\d]{1,2}年|累计|已经?(?!经))/
/** 4月至10月每月巡查: the season of a duty, which is due each month. */
const beat = /^(?:份|期间|之间)?,?每(?:[日天周旬月季]|半月|个月)/
const inForce = /(?:有效期|执行期限?|试行期|合同期|租期|服务期|任期|聘期|保修期|延续|延长|执行)[^,。;:]{0,3}$/
const past = /^[,]?[^,。;\n]{0,6}(?:已|累计|共有|共计|现有|拥有|同比|占比)/

/**
 * The times in a span that something is due by. A start (从…起), a comparison, a goal's year (到2027年), the force of a policy and a date in a
 * document's name are none. A time that gives no day (汛前, 印发之日起30日内) is kept with what it says; `dateAsked` tells what to ask.
 *
 * @param years the years the plan runs; a single one gives a bare month its year
 */
export function deadlinesIn(text: string, span: Span, years?: Period): ReadDeadline[] {
  const plain = plainDates(text, span)
  const found = [...labelled(plain), ...timesBySentence(plain, years)]
  return inOrder(text, span, plain, withoutLoneMilestones(apart(found), plain, years), years)
}

/** The times of words that stand where a time must stand: a cell under 完成时限. A goal's year is due here, and a month or day alone suffices. */
export function timesInCell(text: string, span: Span, years?: Period): ReadDeadline[] {
  const plain = plainDates(text, span)
  const found = formsIn(plain).flatMap(({ kind, form }) => matchesOf(form, plain).map((match): Found => ({ from: match.index, to: match.index + match[0].length, kind: kind === 'goal' ? 'point' : kind })))
  for (const form of cellForms) for (const match of matchesOf(form, plain)) found.push({ from: match.index, to: match.index + match[0].length, kind: always.test(match[0]) ? 'ongoing' : 'point' })
  return inOrder(text, span, plain, apart(found), years)
}

const always = /长期|持续|常态|常年|全年/
const cellForms = [
  /(?:长期|持续|常态化?|常年|全年)(?:坚持|推进|实施|开展)?/g,
  new RegExp(`(?:${year})?(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?(?:\\d{1,2}[日号]|底|末|上旬|中旬|下旬)?(?:之前|以前|前)?`, 'g'),
  /20\d{2}[./—]\d{1,2}(?:[./—]\d{1,2})?(?![\d./—])/g, new RegExp(`${year}(?:度|底|末|内)?`, 'g'), /(?:今|明|当|本)?年(?:底|末|内)(?:之前|以前|前)?/g,
]

/** Folded, without the names of documents, and with years in Chinese numerals as digits, sign for sign. */
function plainDates(text: string, span: Span): string {
  return bareSpan(text, span).replace(/二[〇零][〇零一二三四五六七八九]{2}(?=年)/g, (numerals) => numerals.replace(/./g, (sign) => String('零一二三四五六七八九'.indexOf(sign === '〇' ? '零' : sign))))
}

/** Most sentences speak of no time: the forms are searched for in those that do. */
function timesBySentence(plain: string, years: Period | undefined): Found[] {
  const found: Found[] = []
  for (const { from, to } of sentencesIn(plain)) {
    const sentence = plain.slice(from, to)
    if (!timeWords.test(sentence)) continue
    for (const { kind, form } of formsIn(sentence)) addTimes(found, sentence, from, kind, form, years)
  }
  return found
}

const timeWords = /[年月季前内末周]|长期|持续|常态|全年|20\d{2}/

function* labelled(plain: string): Generator<Found> {
  if (!/时限|时间|期限|日期|节点|进度/.test(plain)) return
  for (const label of matchesOf(timeLabel, plain)) {
    const words = (label[1] ?? '').trimEnd()
    const from = label.index + label[0].lastIndexOf(label[1] ?? '')
    const further: Found[] = []
    timeBehindLabelled.lastIndex = label.index + label[0].length
    for (let more = timeBehindLabelled.exec(plain); more; more = timeBehindLabelled.exec(plain)) {
      if (isTime(more[1] ?? '') && !startsIt.test(more[1] ?? '')) further.push(...timesOf(more[1] ?? '', more.index + 1))
    }
    // 按季度推进 is how it is done; where nothing else says when, a rhythm that is no duty is asked about.
    if (!isRhythm.test(words) || (further.length === 0 && cadencesIn(words).length === 0)) yield* timesOf(words, from)
    yield* further
  }
}

const isRhythm = /^(?:[分按逐]|每个?)(?:年度?|季度?|月度?|半年|周|旬)\D*$/

/** 12月底前取得成效并持续推进: by when, and what goes on after it. */
function* timesOf(words: string, from: number): Generator<Found> {
  const goesOn = always.exec(words)?.index
  if (goesOn === undefined) {
    if (isTime(words)) yield { from, to: from + words.length, kind: 'point' }
    return
  }
  const before = words.slice(0, goesOn).replace(/(?:[,、并且]|后){1,3}$/, '')
  const isDated = isDay.test(before) && !/起|开始/.test(before)
  if (isDated) yield { from, to: from + before.length, kind: 'point' }
  const isUntil = !isDated && /[至到][^至到]*[年月日底末前]$/.test(words.slice(goesOn))
  const start = isDated ? goesOn : 0
  yield { from: from + start, to: from + words.length, kind: isUntil ? 'point' : 'ongoing' }
}

/** What gives more than a year. */
const isDay = /\d月|[一二三四五六七八九十]月|季度|半年|年[底末内]|\d[./—]\d/
const startsIt = /^[^月]{0,8}(?:\d{1,2}月)?(?:起|开始)/

/** 4月起: when it begins, not when it is due. */
const isTime = (words: string): boolean => !words.endsWith('起') && /[年月]|季度|\d[./—]\d/.test(words)

/** The times of one form in a sentence, which begins at an offset. */
function addTimes(found: Found[], sentence: string, offset: number, kind: DateKind, form: RegExp, years: Period | undefined): void {
  for (const match of matchesOf(form, sentence)) {
    const to = match.index + match[0].length
    const due = isDue(match[0], kind, sentence.slice(Math.max(0, match.index - 12), match.index), sentence.slice(to, to + 16), years)
    found.push({ from: offset + match.index, to: offset + to, kind: due && kind !== 'goal' ? kind : 'none' })
  }
}

function isDue(words: string, kind: DateKind, before: string, after: string, years: Period | undefined): boolean {
  if (kind === 'ongoing' || kind === 'relative') return true
  if (kind === 'range' && ((/^\)/.test(after) && nameBefore.test(before)) || beat.test(after) || lasted.test(after))) return false
  if (notDueAfter.test(after) || condition.test(after) || inForce.test(before)) return false
  const isBefore = /前$/.test(words)
  if (isBefore && (/已[于在]?$/.test(before) || missed.test(after))) return false
  if (kind !== 'range' && !isBefore && notDue.test(before)) return false
  // 1990年1月1日: the year of another century stands before what looks like a bare month.
  if (!words.includes('年') && /\d年$/.test(before)) return false
  if (!isBefore && kind !== 'range' && past.test(after)) return false
  // 截至2025年底,全县共有…: a count, unless something is finished by then.
  if (/^截[至止]/.test(words) && !isBefore && !/^[,]?[^,。;]{0,12}(?:完成|建成|结束|报送)/.test(after)) return false
  const year = /20\d{2}(?=[年./—][^至到]*$)/.exec(words)?.[0]
  return years === undefined || year === undefined || Number(year) >= years.from - (isBefore ? 1 : 0) || kind === 'range' || (isBefore && isToBeDone.test(after))
}

/** The longest of those that begin first, and so on. */
function apart(found: Found[]): FoundTime[] {
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: Found[] = []
  for (const one of found) if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one)
  return kept.filter((one): one is FoundTime => one.kind !== 'none')
}

/** 2026年,… alone is a milestone where the plan runs then; without the plan's years only in a row of years. */
function withoutLoneMilestones(found: FoundTime[], plain: string, years: Period | undefined): FoundTime[] {
  const rows = new Set(found.filter(({ kind }) => kind === 'milestone').map(({ from, to }) => plain.slice(from, to).replace(/\D/g, '')))
  return found.filter(({ from, to, kind }) => {
    if (kind !== 'milestone') return true
    const year = Number(/20\d{2}/.exec(plain.slice(from, to))?.[0])
    return Number.isNaN(year) || rows.size > 1 || (years !== undefined && year >= years.from && year <= years.to)
  })
}

function inOrder(text: string, span: Span, plain: string, found: readonly FoundTime[], years: Period | undefined): ReadDeadline[] {
  const deadlines: ReadDeadline[] = []
  let contextYear = years && years.from === years.to ? years.from : undefined
  for (const [at, { from, to, kind }] of found.entries()) {
    const before = found[at - 1]
    const isInRow = before !== undefined && /^(?:、|和|及|,)$/.test(plain.slice(before.to, from))
    // 每年12月底前制定计划,次年1月底前报送: both come every year.
    const follows = /次年|当年|翌年/.test(plain.slice(from, to)) && plain.slice(Math.max(0, from - 60), from).includes('每年')
    const where = { from: span.from + from, to: span.from + to }
    const deadline = deadlineOf({ text: text.slice(where.from, where.to), plain: plain.slice(from, to), kind, span: where, yearly: follows || (isInRow && deadlines.at(-1)?.yearly === true), contextYear })
    if (isLongPast(deadline, years)) {
      deadlines.push(withoutYear(deadline))
      continue
    }
    if (deadline.year !== undefined) contextYear = deadline.year
    deadlines.push(deadline)
  }
  return deadlines
}

/** A time to do something by cannot lie years before the plan: the year is miswritten, or left from an older plan. */
const isLongPast = ({ text, year }: ReadDeadline, years: Period | undefined): boolean => years !== undefined && year !== undefined && year < years.from - 1 && /前$/.test(text)

function withoutYear(deadline: ReadDeadline): ReadDeadline {
  const open = { ...deadline }
  delete open.year
  return open
}
