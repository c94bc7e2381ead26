// 全文 in pieces: no sign is cut in two, a flag of two code points as little as a letter.
import { describe, expect, it } from 'vitest'
import { taskCard } from '#src/queries/task-card.ts'
import { plain } from '#templates/rich.ts'
import { wordsSaidCard } from '#templates/words-said.ts'
import { day, planWith, task, taskNo, viewOn } from '#test/builders.ts'

const flag = '🇨🇳'
const card = taskCard(viewOn('2026-07-02', planWith(task(1, { lead: '县教育局' }))), taskNo(1))

describe('a long word of one unit', () => {
  it.each([0, 1, 2, 3])('is cut between flags, %d signs before them', (before) => {
    if (card === undefined) throw new Error('no task')
    const words = `${'一'.repeat(before)}${flag.repeat(740)}`
    const shown = wordsSaidCard({ task: card, said: [{ what: 'remark', on: day('2026-07-01'), words, marks: [] }], page: 1 }, 'zh', day('2026-07-02'))
    const pieces = (shown.sections ?? []).flatMap(({ rows }) => rows.map(({ line }) => plain(line).split('\n').slice(1).join('\n')))
    expect(pieces.length).toBeGreaterThan(1)
    for (const piece of pieces) expect(piece.replaceAll(/[\u2066-\u2069]/g, '').replace(/^一+/, '').replaceAll(flag, '')).toBe('')
  })
})
