// An act with a person's words in it, as a button carries it: words too long for one are kept beside it.
import type { Desk } from '#src/command.ts'
import type { Run } from '#templates/card.ts'
import { inButton } from './run-of.ts'

export async function carried(run: Run, { words }: Pick<Desk, 'words'>): Promise<Run> {
  const longest = Math.max(0, ...Object.values(run.args).map((value) => (typeof value === 'string' ? value.length : 0)))
  return longest <= inButton ? run : { command: 'again', args: { id: await words.keep(run), how: 'at-once' } }
}
