// A command with the words that would be typed after it, as a button carries it.
import type { Command } from '#src/command.ts'
import type { Run } from '#templates/card.ts'

export const runTyped = (command: Command, words: readonly string[]): Run => ({
  command: command.name.en,
  args: Object.fromEntries(Object.entries(command.typed(words)).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : []))),
})
