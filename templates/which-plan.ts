// Several plans could be meant: the person chooses.
import type { PlanId } from '#src/ledger/ids.ts'
import type { Card, Lang, Run } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { rich, strong, type Rich } from './rich.ts'

const words = {
  zh: { ask: '请选择方案', tasks: (count: number) => `${count}项`, choose: (id: string) => `选${id}`, said: (words: string) => `您写的：“${words}”` },
  en: { ask: 'Which plan?', tasks: (count: number) => counted(count, 'task'), choose: (id: string) => `Choose ${id}`, said: (words: string) => `You wrote: “${words}”` },
} satisfies Record<Lang, unknown>

export function whichPlan(plans: readonly { id: PlanId; title: string; tasks: number; run: Run }[], lang: Lang, said = ''): Card {
  const w = words[lang]
  return {
    text: w.ask,
    lines: [rich`${w.ask}`, ...saidLines(said, lang)],
    sections: [{ rows: plans.map(({ id, title, tasks, run }) => ({ line: rich`${strong(id)} ${title} · ${w.tasks(tasks)}`, beside: { label: w.choose(id), says: title, run } })) }],
  }
}

/** What the person wrote, to be seen again where they choose. */
export const saidLines = (said: string, lang: Lang): Rich[] => (said.trim() === '' ? [] : [rich`${words[lang].said(cutTo(said.trim(), 80))}`])
