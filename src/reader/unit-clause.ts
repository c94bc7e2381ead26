// Where a text says who: (责任单位:…), 〔牵头单位:…;配合单位:…〕, (…负责), 由…牵头,…配合, or a line that begins with the label.
import { depths } from './brackets.ts'
import { scopeOf, type Scope } from './clause-scope.ts'
import { bareSpan, folded, foldedSpan } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import { areUnits, type NamesAlone } from './names-alone.ts'
import type { Line } from './outline.ts'
import { endsInVerb, saysVerb } from './part-verbs.ts'
import type { Part, Span } from './reading.ts'
import { areOfficesBySlashes, isSureOffice, looksLikeUnit, unitList, type UnitList } from './unit-list.ts'
import { sharesByVerb, type ClauseShare } from './unit-shares.ts'

/** `ownLine`: nothing else stands in its line, so it may speak for the items above it. `scope`: the items it says it speaks for. `by`: what tells that its names are units; `names`: nothing but they. */
export type UnitClause = Span & { line: Line; ownLine: boolean; closesLine: boolean; shares: ClauseShare[]; firstLeads: boolean; standing?: Standing; scope?: Scope; by?: 'label' | 'names' }
/** Units that every later task has as well (以下均需各乡镇落实,不再列出); `forAll`: its own too. */
export type Standing = { list: UnitList; part: Part; forAll: boolean }

const label = /(?:^|[(,;。、 |])((?:(?:以上|上述|本|该|各)[^,。;:()、 |]{0,5})?(?:主要|第一|共同|具体|属地|行业|整改|[省市县区州]级|[省市县区州]直)?(?:责任|牵头|配合|主办|承办|协办|参与|参加|实施|落实|主责|协同|支持|会同|主管|监管|组织|承接|完成|主体|协助|协作|会办|(?:负责|承担|执行|推进|整改)(?=单位|部门|主体))[^,。;:()、 |]{0,8}?(?:单位|部门|处室|科室|股室|主体|机构|地区|地方)(?:(?:及|和|、|与|\/)(?:主要)?(?:责任人|负责人|领导|联系人))?|牵头|配合|责任主体|主办|协办|承办|主责|协同|组长单位|(?<=;)成员单位|(?:部门|任务|责任|职责|工作|单位)分工) {0,2}:/g
/** Labels that say something else than which unit. */
const otherLabel = /(?:^|[(,;。、 |])([^,。;:()、 |]{0,6}(?:时限|时间|期限|领导|责任人|联系人|负责人|电话|进度|目标|备注|(?:督导|督查|督办|监督|考核)(?:单位|部门))) {0,2}:/g
const firstLeadsRule = /[,;。、]?(?:注:)?[^,。;、:()]{0,12}(?:第一|首|第1|逗号前)[^,。;、()]{0,8}(?:为|是)(?:牵头|主办|主要责任|第一责任)[^,。;、()]{0,6}(?:[,、;。]?(?:以)?下同)?/
const standingRule = /[,;。、]?(?:以下|后续|下列|其余)[^,。;()、]{0,8}?(?:需由|须由|需要|需|须|由|请)((?:[^,。;()]|\([^,。;()]{1,20}\)){2,40}?)(?:共同|具体|抓好|参与|配合)?(落实|参与|配合|负责|实施|执行|抓好落实)[,;]?(?:均)?不再[^,。;()]{0,8}/
/** 以下各项各乡镇均须落实: the same with the units in front. */
const standingRuleInverted = /[,;。、]?(?:以下|后续|下列|其余)(?:各项|各条|任务|事项|工作)*(?:,|中)?((?:[^,。;()]|\([^,。;()]{1,20}\)){2,30}?)(?:均|都|皆)(?:需|须|要|应|为责任单位)?(?:共同|参与)?(落实|参与|配合|负责|实施|执行)?[,;]?(?:均)?不再[^,。;()]{0,8}/
/** 具体任务均涉及各县区人民政府,不再做分工,下同: this task has them as well. */
const standingRuleForAll = /[,;。、]?(?:具体|各项|所有|全部|上述|以上|以下|下列)(?:各项)?(?:任务|工作|事项|措施)(?:均|都|皆)(?:涉及|需要|需|须|由)((?:[^,。;()]|\([^,。;()]{1,20}\)){2,40}?)(?:共同)?(落实|参与|配合|负责|实施|执行)?[,;](?:以下)?(?:均)?不再[^,。;()]{0,8}/
/** A time among the units: …配合,2025年9月底前完成. */
const timeAmongUnits = /(?:^|[,;。、 (])(?:时间(?:另|待)|(?:20\d{2}—)?(?:20\d{2}|20_{1,8}|每)年|(?:今|明|当)年|\d{1,2}月|年底|长期|持续|常态|立即|即日)[^,;、()]{0,20}(?=[,;。、)]|$)/g

/** The document's own words for 'the first of the list leads', wherever they stand. `onward`: for what follows too (下同). */
export function firstLeadsRules(text: string): { at: number; onward: boolean }[] {
  const rule = /(?:第一|首|第1|逗号前)[^,。;、()]{0,8}(?:为|是)(?:牵头|主办|主要责任|第一责任)[^,。;、()]{0,6}([,、;。]?(?:以)?下同)?/g
  return [...foldedSpan(text, { from: 0, to: text.length }).matchAll(rule)].map((found) => ({ at: found.index, onward: found[1] !== undefined }))
}

/** What is put round nothing else at the end of an item. */
const squares = '【[〔*'

/** The clauses of one line, in order. */
export function clausesIn(text: string, line: Line, bodyFrom: number, namesAlone: NamesAlone = 'sure'): UnitClause[] {
  const plain = bareSpan(text, line)
  const found: UnitClause[] = []
  const { opens, ends } = wordsOf(plain)
  const isBehindTitle = (from: number): boolean => /^[。:;. ]{0,3}$/.test(plain.slice(Math.max(0, bodyFrom - line.from), Math.min(from, bodyFrom - line.from + 4))) && from >= bodyFrom - line.from && from - (bodyFrom - line.from) <= 3
  const add = (from: number, to: number, inside: Span, bracketed: boolean): void => {
    const closesLine = to >= ends
    const scope = scopeOf(plain.slice(inside.from, Math.min(inside.to, inside.from + longestScope)))
    const words = clauseWords(text, { from: line.from + inside.from + (scope?.length ?? 0), to: line.from + inside.to }, (bracketed && (closesLine || isBehindTitle(from))) || scope !== undefined ? namesAlone : 'never', squares.includes(text.charAt(line.from + from)))
    if (!words) return
    const ownLine = closesLine && from <= opens && from + line.from <= bodyFrom
    found.push({ from: line.from + from, to: line.from + to, line, ownLine, closesLine, ...words, ...(scope === undefined ? {} : { scope }) })
  }
  for (const sentence of scopedSentences(plain, Math.max(0, bodyFrom - line.from))) add(sentence.from, sentence.to, sentence, false)
  if (found.length > 0) return found
  const label = bareLabel(plain)
  const stop = label === undefined ? -1 : plain.indexOf('。', label)
  const brackets = outerBrackets(plain)
  /** 责任单位:县水利局(县河长办): a bracket in a sentence of units is of their names. */
  const isOfLabel = (bracket: Span): boolean => label !== undefined && bracket.from > label && (stop < 0 || bracket.from < stop)
  const addBrackets = (some: readonly Span[]): void => {
    for (const { from, to } of some) add(from, to, { from: from + 1, to: plain.charAt(to - 1) === ')' ? to - 1 : to }, true)
  }
  addBrackets(brackets.filter((bracket) => !isOfLabel(bracket)))
  if (found.length > 0) return found
  const bare = bareClause(plain, label, Math.max(0, bodyFrom - line.from))
  if (bare) add(bare.from, bare.to, bare, false)
  if (found.length === 0) addBrackets(brackets.filter(isOfLabel))
  return found
}

/** A line that holds nothing but offices, below a clause that fills its own line, is the rest of its list. */
export function restOfList(text: string, line: Line, above: UnitClause): UnitClause[] {
  const last = above.shares.at(-1)
  if (!last || line.to - line.from > longestRest) return []
  const list = unitList(text, line)
  return list.units.length > 0 && list.units.every(({ name }) => name.length <= 24 && looksLikeUnit(name)) && !/[。:]/.test(folded(text.slice(line.from, line.to)))
    ? [{ from: line.from, to: line.to, line, ownLine: true, closesLine: true, shares: [{ part: last.part, list }], firstLeads: above.firstLeads }]
    : []
}

const longestRest = 120

/** Where the words of a line begin, and where they end but for the stop behind them. */
function wordsOf(plain: string): { opens: number; ends: number } {
  let ends = plain.length
  while (ends > 0 && '。;,. '.includes(plain.charAt(ends - 1))) ends--
  return { opens: plain.length - plain.trimStart().length, ends }
}

const longestScope = 60

/** 以上两项由甲抓总，乙、丙分头落实。: the first sentence of a line or its last one. */
function scopedSentences(plain: string, bodyFrom: number): Span[] {
  const { opens, ends } = wordsOf(plain)
  const first = Math.max(opens, bodyFrom)
  const last = plain.lastIndexOf('。', ends - 1) + 1
  const firstStop = plain.indexOf('。', first)
  const spans = [{ from: first, to: firstStop < 0 || firstStop > ends ? plain.length : firstStop }, ...(last > first ? [{ from: last, to: plain.length }] : [])]
  return spans.filter(({ from, to }) => to - from <= longestSentence && scopeOf(plain.slice(from, Math.min(to, from + longestScope))) !== undefined)
}

const longestSentence = 200

/** Where a label stands that is in no bracket. */
function bareLabel(plain: string): number | undefined {
  const depth = depths(plain)
  for (const match of plain.includes(':') ? matchesOf(label, plain) : []) {
    const from = match.index + match[0].indexOf(match[1] ?? '')
    if (/^主责$|(?:分工|单位|部门|处室|科室|股室|主体|机构|地区|地方|责任人|负责人|领导|联系人)$/.test(match[1] ?? '') && depth(from) === 0) return from
  }
  return undefined
}

/** What stands in no bracket: a line or a last sentence 责任单位:…, or 由…牵头,…配合。 */
function bareClause(plain: string, label: number | undefined, bodyFrom: number): Span | undefined {
  if (label !== undefined) return { from: label, to: plain.length }
  const lastStop = plain.lastIndexOf('。', wordsOf(plain).ends - 1)
  const from = lastStop < 0 ? bodyFrom : lastStop + 1
  const sentence = plain.slice(from).replace(namesOfPeople, '')
  if (sentence.length > longestSentence || !/(?:(?:牵头|负责)(?:落实|实施|推进)?|配合|参与|协助|参加)[。 ]*$/.test(sentence)) return undefined
  return { from: plain.length - sentence.length, to: plain.length }
}

/** 牵头领导:张三、李四; in front of a sentence that says which units. */
const namesOfPeople = /^[^,。;:]{0,6}(?:领导|责任人|负责人|联系人):[^;。]{1,60};/

/** Outermost brackets; one that is never closed runs to the end of the line. */
function outerBrackets(plain: string): Span[] {
  const spans: Span[] = []
  let depth = 0
  let from = 0
  for (let at = plain.indexOf('('); at >= 0 && at < plain.length; at++) {
    const sign = plain.charAt(at)
    if (sign === '(') {
      // A bracket left open must not swallow the clause that follows it.
      if (depth > 0 && /^\([^():]{0,8}(?:单位|部门):/.test(plain.slice(at, at + 14))) depth = 0
      if (depth === 0) from = at
      depth++
    } else if (sign === ')' && depth > 0) {
      depth--
      if (depth === 0) spans.push({ from, to: at + 1 })
    }
  }
  if (depth > 0 && plain.length - from < 400) spans.push({ from, to: plain.length })
  return spans
}

type ClauseWords = Pick<UnitClause, 'shares' | 'firstLeads' | 'standing' | 'by'>

function clauseWords(text: string, span: Span, namesAlone: NamesAlone, isSquare: boolean): ClauseWords | undefined {
  const mayBeBare = namesAlone !== 'never'
  const plain = bareSpan(text, span)
  // Most brackets say nothing of units, and are not looked into.
  if (!mayBeBare && !plain.includes(':') && !saysVerb.test(plain)) return undefined
  const labels = plain.includes(':') ? labelsIn(plain) : []
  const rule = firstLeadsRule.exec(plain)
  const standing = plain.includes('不再') ? standingOf(text, span, plain) : undefined
  const cut = (from: number, to: number): Span => ({ from: span.from + from, to: span.from + to })
  const holes = [rule, standing?.match, ...matchesOf(timeAmongUnits, plain)].flatMap((hole) => (hole ? [{ from: hole.index, to: hole.index + hole[0].length }] : []))
  holes.sort((a, b) => a.from - b.from)
  let passed = 0
  /** The rules that a clause carries are no units: what stands before and after them is. Asked in rising order. */
  const without = (from: number, to: number): Span[] => {
    const kept: Span[] = []
    let start = from
    while ((holes[passed]?.from ?? Infinity) < from) passed++
    for (let hole = holes[passed]; hole && hole.from < to; hole = holes[++passed]) {
      if (hole.from > start) kept.push(cut(start, hole.from))
      start = Math.max(start, hole.to)
    }
    if (start < to) kept.push(cut(start, to))
    return kept
  }
  const own: ClauseShare[] = standing?.standing.forAll === true ? [standing.standing] : []
  const facts = { firstLeads: rule !== null, ...(standing ? { standing: standing.standing } : {}) }
  if (labels.some((found) => found.part)) {
    const shares: ClauseShare[] = []
    const before = labels[0]?.from ?? 0
    if (before > 0) for (const piece of without(0, before)) shares.push(...sharesByVerb(text, piece, undefined))
    for (const [at, found] of labels.entries()) {
      if (!found.part) continue
      const part = found.part === 'lead-or-responsible' ? (labels.some((other) => other.part === 'lead') ? 'responsible' : 'lead') : found.part
      for (const piece of without(found.to, labels[at + 1]?.from ?? plain.length)) shares.push(...sharesByVerb(text, piece, part).map((share) => (found.withPeople === true ? withoutPeople(share) : share)))
    }
    if (labels.some(({ divides }) => divides) && !shares.every((share) => allNamed(share.list))) return undefined
    return shares.some((share) => share.list.units.length > 0) || facts.standing ? { shares: [...shares, ...own], ...facts, by: 'label' } : undefined
  }
  // 交给甲,乙参与: whose it is stands behind its verb, as sentences have it.
  if (/交给|交由/.test(plain)) return undefined
  const pieces = without(0, plain.length)
  if (endsInVerb.test(plain.replace(timeAmongUnits, '')) || (rule && /(?:负责|牵头)/.test(plain)) || standing) {
    const shares = pieces.flatMap((piece) => sharesByVerb(text, piece, undefined))
    return shares.length > 0 && (shares.every((share) => allNamed(share.list)) || (mayBeBare && mostlyNamed(shares))) ? { shares: [...shares, ...own], ...facts } : undefined
  }
  if (!mayBeBare || plain.length > 200) return undefined
  const shares = pieces.flatMap((piece) => sharesByVerb(text, piece, undefined)).filter((share) => share.list.units.length > 0)
  const isList = areUnits({ units: shares.flatMap(({ list }) => list.units) }, namesAlone, isSquare) || (shares.length > 0 && shares.every(({ list }) => areOfficesBySlashes(plain, list)))
  return isList ? { shares, ...facts, by: 'names' } : undefined
}

/** A verb alone makes no clause of a sentence: every piece before it must be as short as a name, and most of them end as one does. */
function allNamed(list: UnitList): boolean {
  const names = list.units.map(({ name }) => folded(name))
  const offices = names.filter((name) => /^各/.test(name) || looksLikeUnit(name)).length
  return names.length > 0 && names.every((name) => name.length <= 30 && !saysMore.test(name)) && offices * 2 > names.length
}

/** In a bracket that closes an item one office beyond doubt is enough, where as many names end as offices do as do not. */
function mostlyNamed(shares: readonly ClauseShare[]): boolean {
  const names = shares.flatMap(({ list }) => list.units.map(({ name }) => folded(name)))
  const offices = names.filter((name) => /^各/.test(name) || looksLikeUnit(name)).length
  return names.some(isSureOffice) && names.every((name) => name.length <= 20 && !saysMore.test(name)) && offices * 2 >= names.length
}

/** 责任单位按职责落实, 县创建办每月召开一次点评会: a sentence about units. */
const saysMore = /^(?:责任|牵头|配合|承办|主办)单位$|每[年季月周半]|召开/

const withoutPeople = ({ part, list }: ClauseShare): ClauseShare => ({ part, list: { ...list, units: list.units.filter(({ name }) => looksLikeUnit(name)) } })

/** `withPeople`: 责任单位及责任人, behind which people stand between the units. `divides`: 部门分工, behind which sentences may stand as well. */
type Label = { from: number; to: number; part?: Part | 'lead-or-responsible'; withPeople?: boolean; divides?: boolean }

function labelsIn(plain: string): Label[] {
  const labels: Label[] = []
  for (const found of matchesOf(label, plain)) {
    const word = found[1] ?? ''
    labels.push({ from: found.index, to: found.index + found[0].length, part: partOf(word), withPeople: /人$|领导$/.test(word), divides: word.endsWith('分工') })
  }
  const ends = new Set(labels.map(({ to }) => to))
  for (const found of matchesOf(otherLabel, plain)) if (!ends.has(found.index + found[0].length)) labels.push({ from: found.index, to: found.index + found[0].length })
  return labels.sort((a, b) => a.from - b.from)
}

function partOf(word: string): Part | 'lead-or-responsible' {
  if (/牵头|主办|主责|组长/.test(word)) return 'lead'
  if (/配合|协办|协助|协作|会办|参与|参加|协同|支持|成员/.test(word)) return 'support'
  return /承办/.test(word) ? 'lead-or-responsible' : 'responsible'
}

function standingOf(text: string, span: Span, plain: string): { standing: Standing; match: RegExpExecArray } | undefined {
  const forAll = standingRuleForAll.exec(plain)
  const match = forAll ?? standingRule.exec(plain) ?? standingRuleInverted.exec(plain)
  const names = match?.[1]
  if (!match || names === undefined) return undefined
  const from = span.from + match.index + match[0].indexOf(names)
  const list = unitList(text, { from, to: from + names.length })
  return list.units.length > 0 ? { standing: { list, part: /配合|参与/.test(match[2] ?? '') ? 'support' : 'responsible', forAll: forAll !== null }, match } : undefined
}
