// Words of a leader that read like an order: asked whether they are one, with the words as they are.
import type { Card, Lang, Run } from './card.ts'
import { cutTo } from './cut-to.ts'
import { rich } from './rich.ts'

const words = {
  zh: { ask: '要作为批示下发吗？', spoken: '要代录为领导的口头批示吗？', then: '还没有下发。点下面先核对单位和日期，再发出。', instruct: '批示', record: '口头批示' },
  en: { ask: 'Give this out as an instruction?', spoken: 'Record this as what your leader said?', then: 'Nothing has gone out. Press to check the units and the day first.', instruct: 'Instruct', record: 'Record it' },
} satisfies Record<Lang, unknown>

/** @param offer `isSpoken`: by an aide, whose leader said it */
export function instructOffer({ words: said, isSpoken, run }: { words: string; isSpoken: boolean; run: Run }, lang: Lang): Card {
  const w = words[lang]
  const head = isSpoken ? w.spoken : w.ask
  return { text: head, lines: [rich`${head}`, rich`“${cutTo(said.trim(), 200)}”`, rich`${w.then}`], actions: [{ label: isSpoken ? w.record : w.instruct, run }] }
}
