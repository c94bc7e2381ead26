// What is owed again and again, where the text does not say how often: 定期通报, or in periods that are not counted here: 每两周.
import { sentencesIn, unclearBeatIn } from './cadence.ts'
import { bareSpan } from './folded-text.ts'
import type { Span } from './reading.ts'

/** `words`: what is asked about (定期通报进展). `no-such-period`: 每两周, 每日, 逐年; `no-number`: 定期. */
export type UnclearDuty = { words: string; why: 'no-such-period' | 'no-number'; span: Span }

/** What is done is shown to the end of its clause, or so far behind the verb. */
const longestAfter = 12

/** At most one a sentence, and the same words once: 定期召开会议 stands under many headings. */
export function unclearDutiesIn(text: string, spans: readonly Span[]): UnclearDuty[] {
  const byWords = new Map<string, UnclearDuty>()
  for (const span of spans) {
    const plain = bareSpan(text, span)
    if (!/定期|经常性|适时|每|逐年/.test(plain)) continue
    for (const sentence of sentencesIn(plain)) {
      const said = plain.slice(sentence.from, sentence.to)
      const unclear = unclearBeatIn(said)
      if (!unclear) continue
      const more = said.slice(unclear.to, unclear.to + longestAfter)
      const from = span.from + sentence.from + unclear.from
      const to = span.from + sentence.from + unclear.to + (/^[^,;:()]*/.exec(more)?.[0].length ?? 0)
      const words = text.slice(from, to)
      if (!byWords.has(words)) byWords.set(words, { words, why: unclear.why, span: { from, to } })
    }
  }
  return [...byWords.values()]
}
