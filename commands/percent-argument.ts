// A percentage as people give it: 60, 60%, 进度60%, 六成, 百分之六十.
import { z } from 'zod'
import { Percent } from '#src/ledger/ids.ts'
import { folded } from '#src/reader/folded-text.ts'
import { figureSaid } from '#src/reader/said-percent.ts'

const written = /^(?:进度|进展)?[::]?\s*(-?\d{1,4}(?:\.\d+)?)\s*[%％]?$/

/** The number in a word that is a percentage and nothing else, also one that is too low or too high; what is said roughly is no number. */
export function percentIn(word: string): string | undefined {
  const inFigures = written.exec(word.normalize('NFKC'))?.[1]
  if (inFigures !== undefined) return inFigures
  const said = figureSaid(folded(word))
  return said?.about === false ? said.figure : undefined
}

export const PercentArgument = z
  .union([z.string(), z.number()])
  .transform((given) => Number(typeof given === 'number' ? given : (percentIn(given) ?? Number.NaN)))
  .pipe(Percent)
