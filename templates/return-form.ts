// 退回: the reason is what the contact reads.
import type { Claim } from '#src/ledger/assignment.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Form, Lang } from './card.ts'
import { rich, strong } from './rich.ts'
import { numberOf } from './task-line.ts'
import { taskRef } from './ways.ts'

const words = {
  zh: { title: '退回办结申请', label: '退回原因', hint: '联络员会看到，请写明还差什么', submit: '退回', claimed: '申请说：', missing: '请写明退回原因，联络员要据此补充。' },
  en: { title: 'Send back', label: 'Reason', hint: 'The contact reads it: say what is missing', submit: 'Send back', claimed: 'They say: ', missing: 'Say why; the contact acts on it.' },
} satisfies Record<Lang, unknown>

export function returnForm({ task, unit, name, member, claim }: { task: TaskCard; unit: UnitId; name: string; member?: UnitId; claim: Claim }, lang: Lang): Form {
  const w = words[lang]
  return {
    title: w.title,
    intro: [rich`${strong(`${numberOf(task)} ${task.title}`)}`, rich`${name} ${w.claimed}${claim.words}`],
    fields: [{ name: 'reason', label: w.label, hint: w.hint, kind: 'line', maxLength: 500 }],
    submit: w.submit,
    run: { command: 'return', args: { task: taskRef(task), unit, ...(member === undefined ? {} : { member }), claimedAt: claim.at, form: true } },
  }
}

export const reasonMissing = (lang: Lang): Record<string, string> => ({ reason: words[lang].missing })
