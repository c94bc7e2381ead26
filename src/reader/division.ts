// A division of work by unit: headings and paragraphs that begin with a unit, and say below it or behind it what it does.
import { folded } from './folded-text.ts'
import { markOf, rank, type Rank } from './numbering.ts'
import { headingsIn, linesOf, outlineOf, titleOf, type Heading, type Line, type Outline } from './outline.ts'
import { areKnownOffices, areOffices, deedFrom, opensDuty, ownerIn, type Owner } from './owner-words.ts'
import { kindOf } from './section-kind.ts'
import type { Table } from './table.ts'
import { clausesIn } from './unit-clause.ts'

/** `within`: the headings that hold nothing else. `mayRepeat`: it only says again what tasks say that name their units themselves. */
type Division = { owned: { line: Line; owner: Owner; rank: Rank }[]; within: Heading[]; mayRepeat: boolean }

/** How a section is called that says who does what. */
const divisionName = /职责|分工|责任(?:划分|分解|落实|体系|单位|部门)|(?:明确|落实|压实)[^,]{0,4}责任|任务(?:划分|分解)|部门任务/
/** So many units make a division, in a section that is called one or is none. */
const fewestNamed = 2
const fewestUnnamed = 3
const shortestClause = 6
/** So many tasks that say who are a list of tasks of its own. */
const fewestSaid = 2

/** The outline once more where the text divides work by unit: each unit's heading or paragraph is its own. */
export function withDivision(text: string, outline: Outline, tables: readonly Table[]): Outline {
  const found = divisionsIn(text, outline)
  if (found.length === 0) return outline
  const repeats = found.some(({ mayRepeat }) => mayRepeat) && (tables.some(({ kind }) => kind === 'tasks') || isSaidOutside(text, outline, found))
  const kept = found.filter(({ mayRepeat }) => !mayRepeat || !repeats).flatMap(({ owned }) => owned)
  if (kept.length === 0) return outline
  const divided = outlineOf(text, new Map(kept.map(({ line, owner, rank: own }) => [line.from, { owner: withDeed(text, line, owner), rank: own }])))
  for (const heading of headingsIn(divided.sections)) if (heading.owner) entitle(text, heading)
  return divided
}

const withDeed = (text: string, line: Line, owner: Owner): Owner => (owner.bodyFrom === undefined ? owner : { ...owner, bodyFrom: deedFrom(text, { from: owner.bodyFrom, to: line.to }) })

/** A paragraph has no title: its first clause says what it is about. So does the first sentence below 区教育局职责. */
function entitle(text: string, heading: Heading): void {
  const [, second] = heading.lines
  const plain = folded(heading.title)
  const comma = plain.indexOf(',', shortestClause)
  if (heading.number === '' && heading.owner?.bodyFrom !== undefined && comma > 0 && !isOpenAt(plain, comma)) heading.title = heading.title.slice(0, comma)
  if (!second || heading.owner?.bodyFrom !== undefined || heading.children.length > 0) return
  heading.title = titleOf(text, deedFrom(text, second), second.to).title
}

/** Whether a bracket or a quotation goes on at an offset. */
const isOpenAt = (plain: string, at: number): boolean => plain.lastIndexOf('(', at) > plain.lastIndexOf(')', at) || plain.lastIndexOf('“', at) > plain.lastIndexOf('”', at)

function divisionsIn(text: string, outline: Outline): Division[] {
  const headings = [...headingsIn(outline.sections)]
  const numbered = [undefined, ...headings].flatMap((above) => numberedDivision(text, above, above?.children ?? outline.sections) ?? [])
  const known = new Set(numbered.flatMap(({ owned }) => owned.map(({ line }) => line.from)))
  const free = [undefined, ...headings].filter((holder) => holder === undefined || !known.has(holder.lines[0]?.from ?? -1))
  const paragraphs = free.flatMap((holder) => paragraphDivision(text, holder, holder ? holder.lines.slice(1) : outline.sections.length === 0 ? outline.preamble : []) ?? [])
  return [...numbered, ...paragraphs, ...(leadingDivision(text, outline, free) ?? [])]
}

/** （一）区教育局:…（二）区住建局:…, or 第七条 区科委工作职责: by itself. */
function numberedDivision(text: string, above: Heading | undefined, children: readonly Heading[]): Division | undefined {
  const kind = above ? kindOf(above) : 'work'
  if (kind === 'aims' || children.length === 0) return undefined
  const owned = children.flatMap((heading) => {
    const [line] = heading.lines
    const mark = line && markOf(text.slice(line.from, line.to))
    const owner = mark && ownerIn(text, { from: line.from + mark.length, to: line.to })
    // 县教育局负责… as an item of work is read as any sentence is.
    if (!owner || (owner.form === 'subject' && kind !== 'bodies') || (owner.bodyFrom === undefined && heading.lines.length === 1 && heading.children.length === 0)) return []
    return [{ line, owner, rank: heading.rank, heading, isDuty: owner.form !== 'label' || opensDuty(bodyOf(text, heading, owner)) }]
  })
  const named = above !== undefined && isNamed(above)
  const isDivision = isMostly(owned.length, children.length) && (named || isMostly(owned.filter(({ isDuty }) => isDuty).length, owned.length)) && areUnits(owned, fewestNamed, named)
  const kept = isDivision ? owned : owned.filter(({ owner }) => owner.form === 'duties' && areKnownOffices(owner))
  return kept.length === 0 ? undefined : { owned: kept, within: kept.map(({ heading }) => heading), mayRepeat: kind !== 'work' }
}

const isNamed = ({ title }: Heading): boolean => divisionName.test(folded(title))
const isMostly = (some: number, all: number): boolean => some * 3 >= all * 2

/** Enough units that have a name; offices mostly where the section does not say that it divides work, and half of them known as such. */
function areUnits(owned: readonly { owner: Owner }[], fewest: number, isCalledSo: boolean): boolean {
  const named = owned.flatMap(({ owner }) => (owner.isOpen ? [] : [owner]))
  return named.length >= fewest && (isCalledSo ? named.filter(areOffices).length * 2 >= named.length : isMostly(named.filter(areOffices).length, named.length) && named.filter(areKnownOffices).length * 2 >= named.length)
}

function bodyOf(text: string, { lines, children, titleEnd }: Heading, owner: Owner): string {
  const [first, second] = lines
  if (owner.bodyFrom !== undefined) return text.slice(owner.bodyFrom, Math.max(first?.to ?? 0, titleEnd))
  return second ? text.slice(second.from, second.to) : (children[0]?.title ?? '')
}

/** Paragraphs that each begin with a unit: 区住建局负责…, 区教育局:…, below a heading or a line that only leads to them. */
function paragraphDivision(text: string, holder: Heading | undefined, lines: readonly Line[]): Division | undefined {
  if (lines.length < fewestNamed || (holder && (holder.children.length > 0 || kindOf(holder) === 'aims'))) return undefined
  const owned = lines.flatMap((line) => {
    const owner = ownerIn(text, line)
    return owner?.bodyFrom === undefined || (owner.isOpen && owner.form === 'subject') ? [] : [{ line, owner, rank: below(holder) }]
  })
  const [first, last] = [owned[0], owned.at(-1)]
  if (!first || !last) return undefined
  const above = [...(holder?.lines.slice(0, 1) ?? []), ...lines].findLast(({ from }) => from < first.line.from)
  const isLedTo = above !== undefined && leadIn.test(folded(text.slice(Math.max(above.from, above.to - longestLeadIn), above.to)))
  const named = isLedTo || (holder !== undefined && isNamed(holder))
  if (holder && !isLedTo && !(isTitleAlone(text, holder) && (named || holder.rank <= rank.ideographic))) return undefined
  if (!areUnits(owned, named ? fewestNamed : fewestUnnamed, named)) return undefined
  // What safeguards ask of one unit and another is proposed as a task, as anywhere outside the tasks.
  if (!named && holder && kindOf(holder) === 'safeguards') return undefined
  if (!named && !isMostly(owned.filter(({ owner, line }) => owner.form === 'subject' || opensDuty(text.slice(owner.bodyFrom, line.to))).length, owned.length)) return undefined
  const among = lines.filter(({ from }) => from >= first.line.from && from <= last.line.from)
  return isMostly(owned.length, among.length) ? { owned, within: holder ? [holder] : [], mayRepeat: true } : undefined
}

/** …,各部门职责分工如下: */
const leadIn = /(?:职责|分工|任务|责任)[^。;:]{0,12}:$/
const longestLeadIn = 40

const isTitleAlone = (text: string, { lines, titleEnd }: Heading): boolean => text.slice(titleEnd, lines[0]?.to).trim().length <= 1

/** As a heading right below another one. */
function below(holder: Heading | undefined): Rank {
  const ranks = Object.values(rank)
  return ranks.find((one) => holder !== undefined && one > holder.rank) ?? rank.article
}

/** 区教育局职责: and 区公安分局职责: on lines of their own, each with its numbered duties below. */
function leadingDivision(text: string, outline: Outline, holders: readonly (Heading | undefined)[]): Division[] | undefined {
  const alone = holders.flatMap((holder) => (holder && kindOf(holder) === 'aims' ? [] : (holder ? holder.lines.slice(1) : outline.preamble).flatMap((line) => {
    const owner = ownerIn(text, line)
    const leads = owner?.bodyFrom === undefined && owner?.isOpen === false && (owner.form === 'duties' || folded(text.slice(line.from, line.to)).trim().endsWith(':')) && areOffices(owner)
    return leads ? [{ line, owner, holder }] : []
  })))
  if (alone.length < fewestNamed) return undefined
  const lines = linesOf(text)
  const place = new Map(lines.map(({ from }, at) => [from, at]))
  const nextOf = (line: Line): string => {
    const next = lines[(place.get(line.from) ?? 0) + 1]
    return next ? text.slice(next.from, next.to) : ''
  }
  const leading = alone.filter(({ line }) => markOf(nextOf(line))?.value === 1 || opensDuty(nextOf(line)))
  const [first] = leading
  if (!first || leading.length < fewestNamed) return undefined
  const nextRank = markOf(nextOf(first.line))?.rank
  const own = Object.values(rank).findLast((one) => nextRank !== undefined && one < nextRank) ?? below(first.holder)
  return [{ owned: leading.map(({ line, owner }) => ({ line, owner, rank: own })), within: [...new Set(leading.flatMap(({ holder }) => (holder ? [topOf(holder)] : [])))], mayRepeat: true }]
}

const topOf = (heading: Heading): Heading => (heading.parent ? topOf(heading.parent) : heading)

/** Whether tasks outside the divisions say who does them. */
function isSaidOutside(text: string, outline: Outline, divisions: readonly Division[]): boolean {
  const inside = new Set(divisions.flatMap(({ within }) => [...headingsIn(within)]))
  let said = 0
  for (const heading of headingsIn(outline.sections)) {
    if (inside.has(heading) || !heading.lines.some((line) => clausesIn(text, line, line === heading.lines[0] ? heading.titleEnd : line.from).length > 0)) continue
    if (++said >= fewestSaid) return true
  }
  return false
}
