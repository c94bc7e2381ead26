// Several plans could be meant: the person chooses.
import type { PlanId } from '#src/ledger/ids.ts'
import type { Card, Lang, Run } from './card.ts'
import { rich, strong } from './rich.ts'

const words = {
  zh: { ask: '请选择方案', tasks: (count: number) => `${count}项`, choose: '选这个' },
  en: { ask: 'Which plan?', tasks: (count: number) => `${count} tasks`, choose: 'This one' },
} satisfies Record<Lang, unknown>

export function whichPlan(plans: readonly { id: PlanId; title: string; tasks: number; run: Run }[], lang: Lang): Card {
  const w = words[lang]
  return {
    text: w.ask,
    lines: [rich`${w.ask}`],
    sections: [{ rows: plans.map(({ id, title, tasks, run }) => ({ line: rich`${strong(id)} ${title} · ${w.tasks(tasks)}`, beside: { label: w.choose, says: title, run } })) }],
  }
}
