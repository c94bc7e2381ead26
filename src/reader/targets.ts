// Numbers that a plan promises: 普惠率达到90%以上, 新增5940个学位, 每年降低0.5个百分点.
import { blankYear } from './date-forms.ts'
import { bareSpan } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import { spanOf, type Outline } from './outline.ts'
import type { ReadTarget, Span } from './reading.ts'
import { headingsOfKind } from './section-kind.ts'
import { atLeast, atMost, counted, falls, granted, isCondition, isMeasure, isTime, makesBefore, makesOnly, makesWhat, quantity, rationed, reaches, rises, shorter } from './target-words.ts'

/** A measure is shown to so many signs; what says that a number is promised stands as near. */
const longestMeasure = 30
const nearby = 60

/** The targets of the sections that hold aims, outside every task: nobody answers for them yet. */
export function goalTargets(text: string, outline: Outline, tasks: readonly Span[]): ReadTarget[] {
  const starts = new Set(tasks.map(({ from }) => from))
  const aims = outline.sections.flatMap((section) => headingsOfKind(section, 'aims')).filter(({ lines }) => !starts.has(lines[0]?.from ?? -1))
  return aims.flatMap(({ lines }) => targetsIn(text, spanOf(lines)))
}

/** The targets in a span, in order. What a subsidy gives, what a condition asks and what was counted are none. */
export function targetsIn(text: string, span: Span): ReadTarget[] {
  const plain = bareSpan(text, span)
  const found: Found[] = []
  for (const match of matchesOf(quantity, plain)) {
    const one = targetAt(plain, match, found.at(-1))
    if (one) found.push(one)
  }
  for (const match of plain.includes('覆盖') ? matchesOf(wholeCover, plain) : []) {
    const measure = match[1] === undefined ? undefined : measureOf(plain, match.index, match.index + match[1].length)
    if (measure && !counted.test(match[1] ?? '')) found.push({ measure, from: measure.from, to: match.index + match[0].length, numberFrom: match.index, direction: 'reach', value: 100, unit: '%' })
  }
  found.sort((a, b) => a.from - b.from)
  return found.map((one) => targetOf(text, plain, span.from, one))
}

const wholeCover = /(?<=^|[,。;:\n、])([^,。;:\n、\d]{4,40}?)(?:实现|达到)?全(?:面)?覆盖(?=[,。;、\n)]|$)/g

type Found = { measure: Span; from: number; to: number; /** Where the number begins. */ numberFrom: number; direction: ReadTarget['direction']; value: number; unit: string; /** Measures whose numbers follow (甲率、乙率分别达到95%、90%). */ waiting?: Span[] }

/** A number where it stands: `left` of it in its clause, `right` behind it. */
type Stand = { plain: string; at: number; end: number; clauseFrom: number; left: string; right: string; limit: string; number: Pick<Found, 'value' | 'unit' | 'numberFrom'> }

function standOf(plain: string, match: RegExpExecArray): Stand {
  const at = match.index
  const end = at + match[0].length
  const clauseFrom = clauseStart(plain, at)
  const right = plain.slice(end, end + nearby)
  // 分别增加5个、3个百分点: the last of a row has the unit of all.
  const unit = match[3] === '个' && /^(?:、\d{1,3}个){1,5}百分点/.test(right) ? '个百分点' : (match[3] ?? '')
  const number = { value: Number(`${(match[1] ?? '').replaceAll(',', '')}${match[2] ?? ''}`), unit: unit.replace(/^[余多]/, ''), numberFrom: at }
  return { plain, at, end, clauseFrom, left: plain.slice(clauseFrom, at), right, limit: match[4] ?? '', number }
}

const isShareUnit = (unit: string): boolean => /[%‰]|百分点/.test(unit)

function targetAt(plain: string, match: RegExpExecArray, before: Found | undefined): Found | undefined {
  const stand = standOf(plain, match)
  const { at, end, clauseFrom, left, right, limit, number } = stand
  const isList = before !== undefined && /^(?:、|和|及|以及)(?:约|近|超)?$/.test(plain.slice(before.to, at))
  if (rationed.test(left) || counted.test(left) || granted.test(left) || /^[^。;\n]{0,30}(?:给予|奖励|奖补|补助|补贴|资助)|^[^。;\n]{0,8}同比/.test(right)) return undefined
  if (isTime.test(number.unit) && !shorter.test(left)) return undefined
  const isShare = isShareUnit(number.unit)
  if (!isShare) {
    const made = makesBefore.exec(left) ?? (rises.test(left) ? rises.exec(left) : null)
    if (made && !/元$/.test(number.unit)) return behind(stand, /新增|净增|增加|增长/.test(made[0]) ? 'rise-by' : sided(stand, 'reach'), clauseFrom + made.index)
  }
  const said = ahead(stand, rises, 'rise-by') ?? ahead(stand, falls, 'fall-by') ?? ahead(stand, reaches, sided(stand, 'reach'))
  if (said) return said
  const own = isList ? before.waiting?.[0] : undefined
  if (isList && own) {
    if (/以上/.test(limit)) before.direction = 'at-least'
    return { ...number, measure: own, waiting: before.waiting?.slice(1) ?? [], from: own.from, to: end, direction: sided(stand, before.direction) }
  }
  if (isList && isShare === isShareUnit(before.unit)) {
    if (isShare) return isMeasure.test(left) ? ahead(stand, /$/, sided(stand, 'reach')) : undefined
    return behind(stand, before.direction, at)
  }
  const what = isShare ? null : makesWhat.exec(left)
  if (what && /^(?:[,。;、\n)]|$)/.test(right)) {
    const from = clauseFrom + what.index + (what[1]?.length ?? 0)
    return { ...number, measure: { from, to: from + (what[2]?.length ?? 0) }, from: clauseFrom + what.index, to: end, direction: /新增|净增/.test(what[1] ?? '') ? 'rise-by' : sided(stand, 'reach') }
  }
  return isMeasure.test(left) ? ahead(stand, /(?:的)?$/, sided(stand, 'reach')) : undefined
}

/** 不低于90%, 90%以上: on which side of the number the promise lies. */
const sided = ({ limit, left }: Stand, otherwise: Found['direction']): Found['direction'] =>
  /以上/.test(limit) || atLeast.test(left) ? 'at-least' : /以[内下]/.test(limit) || atMost.test(left) ? 'at-most' : otherwise

/** 新增5940个学位: the measure stands behind the number. */
function behind({ plain, at, end, clauseFrom, right, number }: Stand, direction: Found['direction'], verbFrom: number): Found {
  const noun = /^[^,。;:、和及\d(“《\n]{2,16}/.exec(right)?.[0].replace(/(?:以上|左右)$/, '')
  const measure = noun === undefined ? whatStandsBefore(plain, clauseFrom, verbFrom, at) : { from: end, to: end + noun.length }
  return { ...number, measure, from: Math.min(measure.from, verbFrom), to: Math.max(end, measure.to), direction }
}

/** 普惠率达到90%: the measure stands before the words that say how much. */
function ahead({ plain, end, clauseFrom, left, right, number }: Stand, form: RegExp, direction: Found['direction']): Found | undefined {
  const relation = form.exec(left)
  if (!relation || isCondition.test(right)) return undefined
  const measure = measureBefore(plain, clauseFrom, clauseFrom + relation.index)
  return measure && { ...number, ...eachOf(plain, measure, /分别/.test(left)), from: measure.from, to: end, direction }
}

function clauseStart(plain: string, at: number): number {
  let from = at
  while (from > 0 && from > at - nearby && !',。;:\n'.includes(plain.charAt(from - 1))) from--
  return from
}

/** Of several measures that have a number each, the first; the others wait for theirs. */
function eachOf(plain: string, measure: Span, isEach: boolean): { measure: Span; waiting?: Span[] } {
  if (!isEach) return { measure }
  const spans: Span[] = []
  let { from } = measure
  for (const piece of plain.slice(measure.from, measure.to).split(/、|和|及/)) {
    spans.push({ from, to: from + piece.length })
    from += piece.length + 1
  }
  const [first = measure, ...waiting] = spans
  return { measure: first, waiting }
}

/** 村级站建成10所, 完成诊断300家: nothing stands behind the number. */
function whatStandsBefore(plain: string, clauseFrom: number, verbFrom: number, at: number): Span {
  const before = measureBefore(plain, clauseFrom, verbFrom)
  return before && !makesOnly.test(plain.slice(before.from, before.to)) ? before : { from: before?.from ?? verbFrom, to: at }
}

/** What is measured, before the words that say how much; of a clause that says nothing more, the clause before it. */
function measureBefore(plain: string, from: number, to: number): Span | undefined {
  const own = measureOf(plain, from, to)
  if (own || plain.charAt(from - 1) !== ',') return own
  return measureOf(plain, clauseStart(plain, from - 1), from - 1)
}

const leadIn = /^(?:(?:20\d{2}|[_X]{2,8}|20[_X]{1,8})年(?:\d{1,2}月)?(?:底|末)?(?:前|的)?|\d{1,2}月(?:底|末)?前?|[ —\d.()]|到|至|截至|年底前|力争|确保|争取|努力|基本实现|实现|使|推动|促进|其中|并|将|每年|年均|逐年|在[^,。;]{2,20}?基础上|总体)+/
const trailing = /(?:(?:进一步|稳步|持续|明显|显著)(?:提高|提升|改善|增强|扩大|优化|增长|下降)|均|都|要|应|总体|稳步|持续|进一步|原则上|分别|平均|年均|每年|逐年|稳定|全部|实现|力争|必须|比[^,。;、]{2,14}|较[^,。;、]{2,14}|在[^,。;]{2,20}?基础上){1,6}$/

function measureOf(plain: string, from: number, to: number): Span | undefined {
  const words = plain.slice(Math.max(from, to - nearby), to)
  const start = Math.max(from, to - nearby) + (leadIn.exec(words)?.[0].length ?? 0)
  if (start >= to) return undefined
  let end = to - (trailing.exec(plain.slice(start, to))?.[0].length ?? 0)
  while (end > start && /[ “”]/.test(plain.charAt(end - 1))) end--
  const cut = end - start <= longestMeasure ? start : shortened(plain, end - longestMeasure, end)
  return end - cut >= 2 && /[一-龥A-Z]/.test(plain.slice(cut, end)) ? { from: cut, to: end } : undefined
}

/** What is too long begins behind the first 、 or 和 that leaves it short enough. */
function shortened(plain: string, from: number, to: number): number {
  const stop = /、|以及|和|的/.exec(plain.slice(from, to - 2))
  return stop ? from + stop.index + stop[0].length : from
}

function targetOf(text: string, plain: string, offset: number, { measure, from, to, numberFrom, direction, value, unit }: Found): ReadTarget {
  const sentence = pieceBefore(plain, Math.max(0, numberFrom - 200), numberFrom, '。;\n')
  const near = pieceBefore(plain, Math.max(0, Math.min(from, numberFrom - nearby)), numberFrom, ',。;')
  const baseline = /(?:在[^,。;]{2,20}?基础上|(?:比|较)[^,。;、]{2,14}?(?=提高|提升|增长|增加|上升|下降|降低|减少|压减|压降|翻))/.exec(near.words)
  const time = timeNamed(sentence.words)
  const by = time === undefined ? undefined : byOf(time[0])
  const blanks = {
    ...(time === undefined ? {} : blankIn('by', time[0], offset + sentence.from + time.index)),
    ...(baseline === null ? {} : blankIn('baseline', baseline[0], offset + near.from + baseline.index)),
  }
  const span = { from: offset + Math.min(from, measure.from), to: offset + to }
  return {
    measure: text.slice(offset + measure.from, offset + measure.to),
    direction,
    value,
    unit,
    ...(baseline === null ? {} : { baseline: baseline[0] }),
    yearly: /每年|年均|逐年|每学年/.test(near.words),
    ...(by ? { by } : {}),
    ...(Object.keys(blanks).length === 0 ? {} : { blanks }),
    text: text.slice(span.from, span.to),
    span,
  }
}

/** What stands behind the last of some marks. */
function pieceBefore(plain: string, least: number, to: number, marks: string): { words: string; from: number } {
  let from = to
  while (from > least && !marks.includes(plain.charAt(from - 1))) from--
  return { words: plain.slice(from, to), from }
}

function blankIn<Of extends 'by' | 'baseline'>(of: Of, words: string, at: number): Partial<Record<Of, Span>> {
  const [blank] = matchesOf(blankYear, words)
  return blank === undefined ? {} : ({ [of]: { from: at + blank.index, to: at + blank.index + blank[0].length } } as Record<Of, Span>)
}

/** The last time named before the number in its sentence; not the one that it is compared with. */
const timeNamed = (before: string): RegExpExecArray | undefined =>
  matchesOf(byForm, before).findLast(({ index, 0: words }) => !/(?:在|比|较|以)$/.test(before.slice(Math.max(0, index - 1), index)) && !/^(?:的?基础|起|以来)/.test(before.slice(index + words.length)))

function byOf(time: string): ReadTarget['by'] {
  const year = /20\d{2}/.exec(time)?.[0]
  const month = /(\d{1,2})月/.exec(time)?.[1] ?? (/年(?:底|末)/.test(time) ? '12' : undefined)
  return {
    ...(year === undefined ? { unbound: true } : { year: Number(year) }),
    ...(month === undefined || Number(month) > 12 || Number(month) < 1 ? {} : { month: Number(month) }),
  }
}

const byForm = new RegExp(`(?:20\\d{2}年|${blankYear.source})(?:\\d{1,2}月)?(?:底|末)?(?:前)?`, 'g')
