// Words of a button: carried in it, or kept where they are too long for one.
import type { Desk } from '#src/command.ts'

export async function keptWords(kept: string | undefined, words: string, desk: Desk): Promise<string> {
  const found = kept === undefined ? undefined : (await desk.words.find(kept))?.args['words']
  return typeof found === 'string' ? found : words
}
