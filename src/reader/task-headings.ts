// Which headings are tasks, and which clauses say who does them.
import { folded } from './folded-text.ts'
import { itemsByScope } from './clause-scope.ts'
import { saidUnits } from './said-units.ts'
import type { NamesAlone } from './names-alone.ts'
import { headingsIn, linesUnder, spanOf, type Heading, type Line, type Outline } from './outline.ts'
import { rank } from './numbering.ts'
import { kindOf } from './section-kind.ts'
import { headingsOverTables } from './over-tables.ts'
import type { Table } from './table.ts'
import { clausesIn, restOfList, type UnitClause } from './unit-clause.ts'

/** A heading that is a task, with the clauses that govern it, the lines that are its own, and lines below its block that say when. */
export type TaskHeading = { heading: Heading; clauses: UnitClause[]; lines: Line[]; times: Line[] }

type ClausesOf = (heading: Heading) => UnitClause[]

/** Every task of an outline, in order; and the clauses it was found by. What stands over a table or behind one is the table's. */
export function taskHeadings(text: string, outline: Outline, tables: readonly Table[] = []): TaskHeading[] {
  const clausesOf = new Map<Heading, UnitClause[]>()
  for (const heading of headingsIn(outline.sections)) clausesOf.set(heading, clausesUnder(text, heading, outline.namesAlone))
  const clauses = (heading: Heading): UnitClause[] => clausesOf.get(heading) ?? []
  const listed = (heading: Heading): boolean => isListUnderLabel(text, heading, clauses)
  const ends = outline.sections.flatMap((section) => [...endsOf(section, clauses, listed)])
  const { governed, times } = clausesByTask(text, ends, outline, clauses)
  const speaking = new Set([...governed.keys()].map(({ parent }) => parent))
  /** A step beside steps that have a clause is work where its sentences say who does it. */
  const isSaidStep = (heading: Heading): boolean => heading.parent !== undefined && speaking.has(heading.parent) && saidUnits(text, spanOf(linesUnder(heading))).length > 0
  const steps = new Set(ends.filter((heading) => !governed.has(heading) && kindOf(heading) === 'aims' && isSaidStep(heading)))
  const kept = ends.filter((heading) => governed.has(heading) || steps.has(heading) || kindOf(heading) === 'work' || kindOf(heading) === 'safeguards')
  const over = headingsOverTables(outline, tables)
  const upToTable = linesBefore(tables)
  const tasks: TaskHeading[] = []
  for (const heading of kept) {
    if (over.has(heading)) continue
    const own = governed.get(heading)
    if (!own && !steps.has(heading) && !isTaskWithoutUnits(heading, outline, tasks.at(-1)?.heading, governed.size > 0 || tables.some(({ kind }) => kind === 'tasks'))) continue
    tasks.push({ heading, clauses: own ?? [], lines: upToTable(isTaskAboveTasks(heading, clauses, listed) ? heading.lines : ownLines(heading, outline)), times: times.get(heading) ?? [] })
  }
  return withoutClosing(text, tasks, outline)
}

/** The lines of a task up to the first table among them; asked in the order of the text. */
function linesBefore(tables: readonly Table[]): (lines: Line[]) => Line[] {
  let passed = 0
  return (lines) => {
    const from = lines[0]?.from ?? 0
    while ((tables[passed]?.from ?? Infinity) < from) passed++
    const table = tables[passed]
    const cut = table === undefined || table.from > (lines.at(-1)?.from ?? 0) ? -1 : lines.findIndex((line) => line.from > table.from)
    return cut < 0 ? lines : lines.slice(0, cut)
  }
}

/** The clauses of a heading's own lines; a list of units goes on in the next line where that holds nothing else. */
function clausesUnder(text: string, heading: Heading, namesAlone: NamesAlone): UnitClause[] {
  const clauses: UnitClause[] = ownersClause(heading)
  for (const line of heading.lines) {
    const found = clausesIn(text, behindOwner(heading, line), bodyFrom(heading, line), namesAlone)
    const above = clauses.at(-1)
    const goesOn = found.length === 0 && above?.ownLine === true && above.line.index === line.index - 1
    clauses.push(...(goesOn ? restOfList(text, line, above) : found))
  }
  // Where a label says who does it, (县城北供水中心、县城南供水中心) says something else.
  const saysWho = clauses.some(({ by, shares }) => by === 'label' && shares.some(({ part }) => part !== 'support'))
  return saysWho ? clauses.filter(({ by }) => by !== 'names') : clauses
}

/** 区教育局:… and 区教育局职责: give what stands there to the unit. */
function ownersClause({ owner, lines: [line] }: Heading): UnitClause[] {
  return owner && line ? [{ ...owner.named, line, ownLine: false, closesLine: false, shares: [{ part: owner.part, list: owner.list }], firstLeads: false }] : []
}

/** 县文旅局(牵头单位):… is no clause of what stands behind the colon. */
const behindOwner = ({ owner, lines: [first] }: Heading, line: Line): Line => (line === first && owner?.bodyFrom !== undefined ? { ...line, from: owner.bodyFrom } : line)

/** 整改措施:, and then a numbered list: points of an item that has said who before or says so behind them. */
function isListUnderLabel(text: string, heading: Heading, clauses: ClausesOf): boolean {
  const last = heading.lines.at(-1)
  if (!last || heading.children.length === 0 || last === heading.lines[0] || last.to - last.from > 14) return false
  return /^ *[^。;,、:]{2,10}: *$/.test(folded(text.slice(last.from, last.to))) && [heading, ...heading.children].flatMap(clauses).every((clause) => clause.ownLine)
}

/** Clauses are looked for behind the title, or from the start of a line that has none. */
const bodyFrom = (heading: Heading, line: Line): number => (line === heading.lines[0] ? heading.titleEnd : line.from)

/**
 * The headings that hold no further items, and those that are a task above their items. Points under an item, (1) or ①, are the
 * item's own text unless they say who.
 */
function* endsOf(heading: Heading, clauses: ClausesOf, listed: (heading: Heading) => boolean): Generator<Heading> {
  if (heading.children.length === 0 || (heading.owner ? heading.owner.bodyFrom !== undefined && !opensList(heading) : listed(heading) || holdsOnlyPoints(heading, clauses))) yield heading
  else {
    if (isTaskAboveTasks(heading, clauses, listed)) yield heading
    for (const child of heading.children) yield* endsOf(child, clauses, listed)
  }
}

/** Whether a heading has words of its own before its units. */
function saysItself(heading: Heading, clauses: ClausesOf): boolean {
  const own = clauses(heading)[0]
  return own !== undefined && own.from - heading.titleEnd >= 6
}

/** A parent with words and units of its own, whose items mostly have theirs too, is a task beside them. */
function isTaskAboveTasks(heading: Heading, clauses: ClausesOf, listed: (heading: Heading) => boolean): boolean {
  if (!saysItself(heading, clauses) || heading.children.length === 0 || listed(heading) || holdsOnlyPoints(heading, clauses)) return false
  const speaking = heading.children.filter((child) => clauses(child).length > 0 || child.children.some((below) => clauses(below).length > 0))
  return speaking.length * 2 > heading.children.length
}

/** What follows the last paragraph of a division, in which each unit has one paragraph, is no unit's. */
function ownLines(heading: Heading, { sections }: Outline): Line[] {
  const paragraphs = heading.parent?.children ?? sections
  const isLastParagraph = heading.owner?.bodyFrom !== undefined && heading.number === '' && paragraphs.at(-1) === heading && paragraphs.slice(0, -1).every(({ lines }) => lines.length === 1)
  return isLastParagraph ? heading.lines.slice(0, 1) : linesUnder(heading)
}

/** 区教育局:承担以下任务: is no task above those that follow. */
const opensList = ({ title, children }: Heading): boolean => children.length > 0 && /(?:下列|以下|如下)[^,。;]{0,8}$/.test(folded(title))

function holdsOnlyPoints(heading: Heading, clauses: ClausesOf): boolean {
  const first = heading.lines[0]
  const saysMore = heading.lines.length > 1 || (first !== undefined && first.to - heading.titleEnd > 2)
  const isPoint = (child: Heading): boolean => (child.rank === rank.circled && (heading.rank >= rank.arabic || saysMore)) || (child.rank === rank.bracketedArabic && heading.rank >= rank.arabic) || (heading.rank === rank.article && child.rank > rank.article)
  if (heading.children.every(({ rank: of }) => of > rank.arabic && of < rank.bracketedArabic)) return saysItself(heading, clauses) && !heading.children.some((child) => [child, ...headingsIn(child.children)].some((below) => clauses(below).length > 0))
  if (!heading.children.every(isPoint)) return false
  const speaking = heading.children.filter((child) => clauses(child).some((clause) => !clause.ownLine))
  return speaking.length < 2
}

type Governed = { governed: Map<Heading, UnitClause[]>; times: Map<Heading, Line[]> }

function clausesByTask(text: string, ends: readonly Heading[], outline: Outline, clauses: ClausesOf): Governed {
  const governed = new Map<Heading, UnitClause[]>()
  const times = new Map<Heading, Line[]>()
  const give = (heading: Heading, clause: UnitClause): void => {
    const clauses = governed.get(heading)
    if (clauses) clauses.push(clause)
    else governed.set(heading, [clause])
  }
  const endSet = new Set(ends)
  const scoped = itemsByScope(ends)
  const closing = clausesCloseBlocks(ends, clauses)
  // A clause in the heading of a section speaks for all that stands in it.
  for (const heading of headingsIn(outline.sections)) {
    if (endSet.has(heading) || heading.children.length === 0 || isInside(heading, endSet)) continue
    const within = [...headingsIn(heading.children)].filter((end) => endSet.has(end))
    const meant = clauses(heading).some(({ scope }) => scope !== undefined) ? itemsByScope(within) : undefined
    for (const clause of clauses(heading)) for (const end of clause.scope && meant ? meant(clause.scope, -1) : within) give(end, clause)
  }
  /** Those of whom a sentence has spoken that says whom it means. */
  const told = new Set<Heading>()
  let waiting: Heading[] = []
  let before: Heading[] = []
  let parent: Heading | undefined
  let oneByOne = false
  for (const [at, end] of ends.entries()) {
    if (end.parent !== parent || parent === undefined) {
      waiting = []
      oneByOne = false
    }
    parent = end.parent
    const kind = kindOf(end)
    if (kind === 'aims' || kind === 'bodies') waiting = []
    waiting.push(end)
    const holdsEnds = [...headingsIn(end.children)].some((below) => endSet.has(below))
    for (const clause of (holdsEnds ? [end] : [end, ...headingsIn(end.children)]).flatMap(clauses)) {
      if (clause.scope) {
        const isOfAll = 'above' in clause.scope && clause.scope.above === Infinity
        for (const heading of scoped(clause.scope, at)) {
          // 以上各项 twice in a section: the second speaks of those since the first.
          if (isOfAll && told.has(heading)) continue
          give(heading, clause)
          told.add(heading)
        }
        continue
      }
      waiting = waiting.filter((heading) => !told.has(heading))
      const speaksForBlock = parent !== undefined && !oneByOne && (clause.ownLine || (closing && clause.closesLine))
      if (waiting.length === 0) {
        for (const heading of clause.ownLine ? before : [end]) give(heading, clause)
        continue
      }
      const block = speaksForBlock ? waiting : [end]
      if (waiting.length === 1 && end === parent?.children[0] && parent.children.length > 1) oneByOne = true
      for (const heading of block) give(heading, clause)
      if (block.length > 1) {
        const said = end.lines.filter((line) => line.from > clause.from && timeLine.test(text.slice(line.from, Math.min(line.to, line.from + 12))))
        for (const heading of block.slice(0, -1)) times.set(heading, said)
      }
      before = block
      waiting = []
    }
  }
  return { governed, times }
}

/** 完成时限:… on a line of its own, below the units of a block. */
const timeLine = /^ *(?:完成|办结)?(?:时限|时间|期限|时间节点)(?:要求)?[:：]/
const isUnder = (heading: Heading, above: Heading): boolean => heading.parent === above || (heading.parent !== undefined && isUnder(heading.parent, above))
const isInside = (heading: Heading, ends: ReadonlySet<Heading>): boolean => heading.parent !== undefined && (ends.has(heading.parent) || isInside(heading.parent, ends))

/** Whether, all through the text, a section's items each end in a clause or its last one alone does: then that one speaks for the section. */
function clausesCloseBlocks(ends: readonly Heading[], clauses: ClausesOf): boolean {
  const speaking = new Map<Heading, Heading[]>()
  const items = new Map<Heading, number>()
  for (const end of ends) {
    if (!end.parent) continue
    items.set(end.parent, (items.get(end.parent) ?? 0) + 1)
    if (clauses(end).some(({ scope }) => scope === undefined)) (speaking.get(end.parent) ?? speaking.set(end.parent, []).get(end.parent))?.push(end)
  }
  let closed = 0
  for (const [section, [first, ...more]] of speaking) {
    const count = items.get(section) ?? 0
    if (count < 2 || more.length + 1 === count) continue
    if (more.length > 0 || first !== section.children.at(-1)) return false
    closed++
  }
  return closed >= 2
}

function isTaskWithoutUnits(heading: Heading, outline: Outline, lastTask: Heading | undefined, someSayWho: boolean): boolean {
  if (/^(?:本|附则|施行|有效期|生效)/.test(heading.title)) return false
  if (!heading.parent) {
    // A section of prose among sections of items.
    if (outline.sections.some((section) => section.children.length > 0)) return false
    return kindOf(heading) === 'work' || !someSayWho
  }
  if (kindOf(heading) === 'work') return true
  // Safeguards are tasks where they run on in the tasks' own numbers.
  return lastTask !== undefined && lastTask.rank === heading.rank && heading.value === lastTask.value + 1 && lastTask.parent !== undefined
}

const closingLine = /^(?:本(?:方案|办法|措施|意见|计划|规划|通知|政策|细则|规定|要点|行动)|(?:有关|相关|工作|几点|其他)要求[:：]|附件|抄送|主送|联系人|此件|[(（]此件|\d{4} {0,2}年 {0,2}\d{1,2} {0,2}月 {0,2}\d{1,2} {0,2}日$|注[:：])/

/** 整改目标:…, a line of a task that is set as a form. */
const labelLine = /^ *(?:[^。;,、:：，；]{2,8}[:：]|【[^【】]{2,8}】)/

/** The last task ends with its clause: what follows closes the document, and so does a line that speaks of the document itself. */
function withoutClosing(text: string, tasks: TaskHeading[], outline: Outline): TaskHeading[] {
  const last = tasks.at(-1)
  if (!last) return tasks
  const headings = [...headingsIn(outline.sections)]
  const endsPlan = headings.at(-1) === last.heading || isUnderAny(headings.at(-1), last.heading)
  if (!endsPlan) return tasks
  const lastClause = last.clauses.at(-1)
  const clauseEnds = lastClause?.closesLine && lastClause.from > last.heading.titleEnd ? last.lines.findIndex((line) => line.from === lastClause.line.from) : -1
  const isForm = clauseEnds >= 0 && last.lines.slice(clauseEnds + 1).some((line) => labelLine.test(text.slice(line.from, Math.min(line.to, line.from + 16))))
  const cut = last.lines.findIndex((line, at) => at > 0 && ((clauseEnds >= 0 && !isForm && at > clauseEnds) || closingLine.test(text.slice(line.from, line.to).trim())))
  return cut < 0 ? tasks : [...tasks.slice(0, -1), { ...last, lines: last.lines.slice(0, cut) }]
}

const isUnderAny = (heading: Heading | undefined, above: Heading): boolean => heading !== undefined && isUnder(heading, above)
