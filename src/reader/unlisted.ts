// What was read and is no task, so that nothing of a document goes unseen.
import { sectionsAmong } from './attached-work.ts'
import { linesUnder, spanOf, type Heading, type Line, type Outline } from './outline.ts'
import type { Reading, Span } from './reading.ts'
import type { TaskHeading } from './task-headings.ts'

type Unlisted = Reading['unlisted']

/**
 * The paragraphs that are no task, by the heading they stand under; and the heading lines of the sections that hold tasks.
 * Together with the tasks they are every line of the text.
 */
export function unlistedIn(text: string, outline: Outline, tasks: readonly TaskHeading[], tables: readonly Span[] = []): { unlisted: Unlisted; headings: Unlisted } {
  const taskOf = new Map(tasks.map((task) => [task.heading, task]))
  const unlisted: Unlisted = []
  const headings: Unlisted = []
  const keep = (heading: string, lines: readonly Line[]): void => {
    for (const run of runsBetween(lines, tables)) unlisted.push({ heading, span: spanOf(run) })
  }
  keep('', outline.preamble)
  for (const section of outline.sections) visit(section)
  const between = [...tables, ...sectionsAmong(outline)].sort((a, b) => a.from - b.from)
  for (const run of runsBetween(outline.attached, between)) unlisted.push({ heading: firstWords(text, outline.attached), span: spanOf(run) })
  return { unlisted, headings }

  function visit(heading: Heading): void {
    const task = taskOf.get(heading)
    if (task) {
      const holdsMore = heading.children.some(holdsTask)
      keep('', (holdsMore ? heading.lines : linesUnder(heading)).slice(task.lines.length))
      if (holdsMore) for (const child of heading.children) visit(child)
      return
    }
    if (!holdsTask(heading)) {
      keep(heading.title, linesUnder(heading))
      return
    }
    headings.push({ heading: heading.title, span: spanOf(heading.lines.slice(0, 1)) })
    keep(heading.title, heading.lines.slice(1))
    for (const child of heading.children) visit(child)
  }

  function holdsTask(heading: Heading): boolean {
    return taskOf.has(heading) || heading.children.some(holdsTask)
  }
}

/** Lines that no table stands between. */
function runsBetween(lines: readonly Line[], tables: readonly Span[]): Line[][] {
  const runs: Line[][] = []
  let passed = 0
  for (const line of lines) {
    const before = passed
    while ((tables[passed]?.from ?? Infinity) < line.from) passed++
    const run = runs.at(-1)
    if (run && passed === before) run.push(line)
    else runs.push([line])
  }
  return runs
}

const firstWords = (text: string, lines: readonly Line[]): string => (lines[0] ? text.slice(lines[0].from, Math.min(lines[0].to, lines[0].from + 30)).trim() : '')
