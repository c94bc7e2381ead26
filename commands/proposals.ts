// Sentences outside the tasks that ask something of a unit: a secretary says which are tasks. None is one unasked.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { proposalsCard } from '#templates/import-besides.ts'
import { openDraft, titleOfDraft, withCorrection, type OpenDraft } from './draft-reading.ts'
import { latestDraft } from './latest-draft.ts'
import { replacing } from './preview-of.ts'
import { refused } from './refused.ts'

export const proposals = command({
  name: { zh: '任务之外', en: 'proposals' },
  usage: { zh: '任务之外', en: 'proposals' },
  about: { zh: '导入稿里任务之外点名要求单位做的事，选哪些列为任务', en: 'what a draft asks of units outside its tasks: choose what becomes a task' },
  group: 'import',
  may: 'import',
  hidden: true,
  args: z.object({ draft: DraftId.optional(), at: z.number().int().min(0).optional(), taken: z.boolean().optional() }),
  typed: () => ({}),
  async run({ draft, at, taken }, desk) {
    const id = draft ?? (await latestDraft(desk))
    if (id === undefined) return refused({ code: 'draft-none' }, desk)
    const opened = await openDraft(id, desk)
    if (!opened.ok) return refused(opened.refusal, desk)
    const changed = taken === undefined ? opened : await withCorrection(opened.open, { type: 'take-proposal', taken, ...(at === undefined ? {} : { proposal: at }) }, desk)
    return changed.ok ? replacing(proposalsCard(factsOf(changed.open), desk.lang)) : refused(changed.refusal, desk)
  },
})

const factsOf = ({ id, draft, given, now }: OpenDraft): Parameters<typeof proposalsCard>[0] => ({
  draft: id, title: titleOfDraft({ draft, given }),
  proposals: given.proposals.map(({ span, unit, text }) => ({ at: span.from, unit, text, taken: now.taken.has(span.from) })),
})
