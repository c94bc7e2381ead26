// What holds for every card a person is shown.
import { expect } from 'vitest'
import { commands } from '#commands/index.ts'
import type { Action, Card } from '#templates/card.ts'
import { plain } from '#templates/rich.ts'

export const actionsOf = (card: Card): Action[] => [
  ...(card.sections ?? []).flatMap(({ rows }) => rows.flatMap(({ beside, actions = [], more = [] }) => [...(beside === undefined ? [] : [beside]), ...actions, ...more])),
  ...(card.actions ?? []),
  ...(card.more ?? []),
]

export const linesOf = (card: Card): string[] => [
  ...(card.title === undefined ? [] : [card.title]), ...(card.lines ?? []).map(plain),
  ...(card.sections ?? []).flatMap(({ heading, rows, note }) => [...(heading === undefined ? [] : [plain(heading)]), ...rows.flatMap((row) => [plain(row.line), ...(row.note === undefined ? [] : [plain(row.note)])]), ...(note === undefined ? [] : [plain(note)])]),
  ...(card.footer === undefined ? [] : [plain(card.footer)]),
]

const names = new Set(commands.map(({ name }) => name.en))
/** Emoji, their joiners and spaces. */
const onlyMarks = /^[\p{Extended_Pictographic}\uFE0F\s]*$/u

/** Marks and signs aside. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** The notification says what the card says; a button can be read aloud, fits, and leads somewhere. */
export function expectGoodCard(card: Card): void {
  expect(card.text.trim()).not.toBe('')
  const [first] = card.lines ?? []
  if (first !== undefined) expect(bare(card.text)).toContain(bare(plain(first).split('\n')[0] ?? ''))
  for (const line of linesOf(card)) expect(line).not.toMatch(/undefined|NaN|\[object/)
  for (const { label, says, run } of actionsOf(card)) {
    expect(label).not.toMatch(onlyMarks)
    expect(label.length).toBeLessThanOrEqual(75)
    expect((says ?? '').length).toBeLessThanOrEqual(75)
    expect(names).toContain(run.command)
  }
}
