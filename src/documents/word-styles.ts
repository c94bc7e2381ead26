// What a Word document's styles say of its paragraphs.
import { elements, valueOf } from '#src/documents/word-markup.ts'

/** The ids of styles that make a heading, and of those of a table of contents. */
export type ParagraphStyles = { headings: ReadonlySet<string>; contents: ReadonlySet<string> }

export function paragraphStyles(xml: string): ParagraphStyles {
  const named = elements(xml, 'style', 'styleId').map(([id, inner]) => ({ id, name: (valueOf(inner, 'name') ?? '').toLowerCase() }))
  const idsOf = (form: RegExp): Set<string> => new Set(named.filter(({ name }) => form.test(name)).map(({ id }) => id))
  return { headings: idsOf(/^(?:title|heading \d)$/), contents: idsOf(/^toc \d$/) }
}
