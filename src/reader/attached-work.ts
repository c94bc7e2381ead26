// Work that an attachment divides in prose: 附件 任务分工, whose numbered items say who.
import { foldedSpan } from './folded-text.ts'
import { headingsIn, opensAttachment, outlineOfLines, spanOf, type Heading, type Line, type Outline } from './outline.ts'
import { saidUnits } from './said-units.ts'
import type { Table } from './table.ts'
import { normalisedTitle } from './table-repeats.ts'
import { taskHeadings, type TaskHeading } from './task-headings.ts'

/** `outline`: with the sections of such attachments behind the plan's own. `body`: its tasks without those that an attachment divides. */
export type WithAttached = { outline: Outline; body: TaskHeading[]; attached: TaskHeading[] }

const fewestSaid = 2
/** What is called so asks nothing of anybody, whoever it names. */
const noWork = /名单|名册|通讯录|联系表|样表|样式|模板|范本|提纲|成员|职责/
/** The lines below 附件 that may be its name. */
const linesOfName = 3

/** The attachments are looked at where they stand; those that divide no work stay attached. */
export function withAttachedWork(text: string, outline: Outline, body: TaskHeading[], tables: readonly Table[]): WithAttached {
  const kept: Line[] = []
  const sections: Heading[] = []
  const attached: TaskHeading[] = []
  let passed = 0
  for (const lines of attachmentsOf(text, outline.attached)) {
    const { from, to } = spanOf(lines)
    while ((tables[passed]?.from ?? Infinity) < from) passed++
    const first = passed
    while ((tables[passed]?.from ?? Infinity) < to) passed++
    const own = outlineOfLines(text, lines, outline.namesAlone)
    const tasks = own.sections.length === 0 || noWork.test(nameOf(text, own.preamble)) ? [] : taskHeadings(text, own, tables.slice(first, passed))
    if (!divideWork(tasks)) kept.push(...lines)
    else {
      kept.push(...own.preamble, ...own.attached)
      sections.push(...own.sections)
      attached.push(...tasks)
    }
  }
  if (attached.length === 0) return { outline, body, attached }
  const divided = new Set(attached.flatMap(({ heading }) => titlesAbove(heading)))
  const isNotice = body.every(({ clauses }) => clauses.length === 0)
  /** What an attachment divides is its own, and a paragraph of the notice that passes it on is no work, unless they say themselves who. */
  const isOpen = ({ heading, clauses, lines }: TaskHeading): boolean =>
    clauses.length > 0 || !(divided.has(normalisedTitle(heading.title)) || (isNotice && heading.parent === undefined)) || saidUnits(text, spanOf(lines)).length > 0
  return { outline: { ...outline, sections: [...outline.sections, ...sections], attached: kept }, body: body.filter(isOpen), attached }
}

const divideWork = (tasks: readonly TaskHeading[]): boolean => {
  const said = tasks.filter(({ clauses }) => clauses.length > 0).length
  return said >= fewestSaid && said * 2 >= tasks.length
}

const nameOf = (text: string, preamble: readonly Line[]): string => preamble.slice(0, linesOfName).map((line) => foldedSpan(text, line)).join('\n')

function attachmentsOf(text: string, lines: readonly Line[]): Line[][] {
  const found: Line[][] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (last === undefined || opensAttachment(text.slice(line.from, line.to))) found.push([line])
    else last.push(line)
  }
  return found
}

function titlesAbove({ parent }: Heading): string[] {
  return parent ? [normalisedTitle(parent.title), ...titlesAbove(parent)] : []
}

/** Where the sections of a whole outline begin that stand between the lines of its attachments. */
export const sectionsAmong = ({ sections, attached }: Outline): Line[] => [...headingsIn(sections)].flatMap(({ lines: [first] }) => (first && first.from > (attached[0]?.from ?? Infinity) ? [first] : []))
