// Which units of a list have which part: 甲牵头,乙、丙配合; 甲会同乙负责; 甲(牵头)、乙、丙(配合).
import { depthsIn } from './brackets.ts'
import { folded, foldedSpan } from './folded-text.ts'
import { matchesOf } from './matches.ts'
import { endsInVerb, partByVerb, verbs } from './part-verbs.ts'
import type { Part, Span } from './reading.ts'
import { looksLikeUnit, unitList, type NamedUnit, type UnitList } from './unit-list.ts'

/** Units with one part. `labelled`: under a label such as 责任单位; otherwise by a verb, …负责. */
export type ClauseShare = { part: Part; list: UnitList }

/** Without a verb every unit has the label's part. A verb in brackets is of the name before it alone. */
export function sharesByVerb(text: string, span: Span, labelled: Part | undefined): ClauseShare[] {
  const plain = foldedSpan(text, span)
  const shares: ClauseShare[] = []
  let start = 0
  let together = false
  const depth = depthsIn(plain)
  for (const found of matchesOf(verbs, plain)) {
    const verb = found[1] ?? ''
    if (depth(found.index) > 0) continue
    const before = plain.slice(start, found.index).replace(/[、,; ]/g, '')
    if (before.length < 2) {
      start = found.index + found[0].length
      continue
    }
    const part = together ? 'support' : partByVerb(verb, labelled)
    const comma = part === 'support' && shares.length === 0 && labelled !== 'support' ? lastComma(plain, start, found.index) : undefined
    if (comma !== undefined) {
      const helped = unitList(text, { from: span.from + start, to: span.from + comma })
      if (helped.units.length > 0) shares.push({ part: labelled ?? 'responsible', list: helped })
      start = comma + 1
    }
    const list = unitList(text, { from: span.from + start, to: span.from + found.index })
    start = found.index + found[0].length
    if (list.units.length === 0) continue
    shares.push({ part, list })
    together = verb === '会同'
  }
  const rest = unitList(text, { from: span.from + start, to: span.to })
  if (rest.units.length > 0) shares.push({ part: shares.length > 0 && together ? 'support' : (labelled ?? 'responsible'), list: rest })
  return shares.flatMap((share) => byBrackets(text, share))
}

/** 甲,乙、丙配合: where nobody else does it, those before the last comma are whom the others help. */
function lastComma(plain: string, from: number, to: number): number | undefined {
  const depth = depthsIn(plain.slice(from, to))
  let last: number | undefined
  for (const { index } of matchesOf(/[,;]/g, plain.slice(from, to))) if (depth(index) === 0) last = from + index
  return last
}

const bracketBehind = /^([^()]{2,40})\(([^()]{1,40})\)$/
const partAlone = /^(?:总|共同)?(牵头|主要|主办|主责|主|辅|协(?!办|助|同)|负责|承办|责任|配合|协办|协助|协同|参与|参加|支持)(?:抓总|负责|实施|落实|配合)?(?:单位|部门|处室|科室)?$/

/** 县财政局(牵头) leads, 县住建局(负责城区) is without what is its, and 县财政局(县水利局配合) is helped. Other brackets are of the name. */
function byBrackets(text: string, { part, list }: ClauseShare): ClauseShare[] {
  const shares: ClauseShare[] = []
  const add = (of: Part, unit: NamedUnit): void => {
    const last = shares.at(-1)
    if (last?.part === of) last.list.units.push(unit)
    else shares.push({ part: of, list: { units: [unit] } })
  }
  for (const unit of list.units) {
    const behind = bracketBehind.exec(folded(unit.name))
    const before = behind?.[1] ?? ''
    const inner = behind?.[2] ?? ''
    const bare: NamedUnit = { name: unit.name.slice(0, before.length), span: { from: unit.span.from, to: unit.span.to - inner.length - 2 } }
    const word = partAlone.exec(inner)?.[1]
    const helpers = word === undefined && (joins.test(inner) || endsInVerb.test(inner)) ? sharesByVerb(text, { from: bare.span.to + 1, to: unit.span.to - 1 }, joins.test(inner) ? 'support' : undefined) : []
    if (word !== undefined) add(partOfWord(word, part), bare)
    else if (/^负责/.test(inner)) add(part, bare)
    else if (helpers.length > 0 && helpers.every((share) => share.list.units.every(({ name }) => looksLikeUnit(name)))) {
      add(part, bare)
      for (const share of helpers) for (const helper of share.list.units) add(share.part, helper)
    } else add(part, unit)
  }
  const last = shares.at(-1)
  if (last && list.others) last.list = { ...last.list, others: list.others }
  return last ? shares : [{ part, list }]
}

const partOfWord = (word: string, listed: Part): Part => (/牵头|主/.test(word) ? 'lead' : /负责|承办|责任/.test(word) ? listed : 'support')
const joins = /^(?:会同|联合)/
