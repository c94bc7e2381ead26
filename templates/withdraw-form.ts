// 撤回办结申请: one line, which the secretary finds on the task.
import type { Claim } from '#src/ledger/assignment.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Form, Lang } from './card.ts'
import { rich, strong } from './rich.ts'
import { numberOf } from './task-line.ts'
import { taskRef } from './ways.ts'

const words = {
  zh: { title: '撤回办结申请', label: '撤回原因', hint: '一句话即可，如：还有一处没有验收', submit: '撤回', claimed: '申请说：', missing: '请写一句撤回的原因，台账上会保留。' },
  en: { title: 'Withdraw completion', label: 'Why', hint: 'A sentence will do: one site is not inspected yet', submit: 'Withdraw', claimed: 'You said: ', missing: 'Say in a sentence why; it is kept on the ledger.' },
} satisfies Record<Lang, unknown>

export function withdrawForm({ task, claim }: { task: TaskCard; claim: Claim }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${w.claimed}${claim.words}`],
    fields: [{ name: 'reason', label: w.label, hint: w.hint, kind: 'line', maxLength: 500 }],
    submit: w.submit,
    run: { command: 'withdraw-claim', args: { task: taskRef(task), claimedAt: claim.at, form: true } },
  }
}

export const withdrawMissing = (lang: Lang): Record<string, string> => ({ reason: words[lang].missing })
