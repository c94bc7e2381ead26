// A card as plain text: for forwarding, the command line and tests. It proves that a card needs no chat platform.
import type { Card, Section } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'

/** Everything a reader of the card sees except its buttons, a line each. */
export function renderText(card: Card): string {
  const head = [...(card.title === undefined ? [] : [card.title]), ...(card.lines ?? []).map(plain)]
  const parts = [head, ...(card.sections ?? []).map(linesOf), card.footer === undefined ? [] : [plain(card.footer)]]
  const text = parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
  return text === '' ? card.text : text
}

const linesOf = (section: Section): string[] => [
  ...(section.heading === undefined ? [] : [plain(section.heading)]),
  ...section.rows.flatMap(({ line, note }) => [plain(line), ...(note === undefined ? [] : [plain(note)])]),
  ...(section.note === undefined ? [] : [plain(section.note)]),
]
