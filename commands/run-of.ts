// An act as a button would repeat it.
import type { Run } from '#templates/card.ts'

/** Arguments that were not given are left out. */
export const runOf = (command: string, args: Readonly<Record<string, string | number | boolean | undefined>>): Run => ({
  command,
  args: Object.fromEntries(Object.entries(args).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
})

/** So many signs of words a button carries with room to spare: longer ones are kept, or written in the form. */
export const inButton = 500
