// A percentage as people give it: 60, 60%, 进度60%.
import { z } from 'zod'
import { Percent } from '#src/ledger/ids.ts'

const written = /^(?:进度|进展)?[::]?\s*(\d{1,4}(?:\.\d+)?)\s*[%％]?$/

/** The number in a word that is a percentage and nothing else. */
export const percentIn = (word: string): string | undefined => written.exec(word.normalize('NFKC'))?.[1]

export const PercentArgument = z
  .union([z.string(), z.number()])
  .transform((given) => Number(typeof given === 'number' ? given : (percentIn(given) ?? Number.NaN)))
  .pipe(Percent)
