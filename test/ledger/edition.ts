// A plan as it is issued again: what planOf imports, with other tasks, under a hash of its own.
import type { Imported } from '#src/ledger/plan.ts'
import type { ImportedTask } from '#src/ledger/task.ts'
import { taskNo } from '#test/builders.ts'

export type EditionFacts = Partial<Omit<Imported, 'type' | 'tasks'>>

let editions = 1

/** Tasks are numbered by their place, as the reader does. */
export const edition = (tasks: readonly ImportedTask[], facts: EditionFacts = {}): Omit<Imported, 'type'> => ({
  title: '教育强县三年行动方案', zone: 'Asia/Shanghai', period: { from: 2026, to: 2028 }, source: { id: 's1', name: '修订稿.docx', text: '', hash: `h${(editions += 1)}` },
  obligations: [], bodies: [], doubts: [], ...facts, tasks: tasks.map((one, at) => ({ ...one, no: taskNo(at + 1) })),
})
