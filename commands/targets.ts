// The numbers a draft promises. Those outside every task have to be answered for by somebody: asked here, and nowhere else.
import { z } from 'zod'
import { command } from '#src/command.ts'
import { keyOfDoubt } from '#src/ledger/correction.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { targetsCard, type TargetRow } from '#templates/import-besides.ts'
import { openDraft, questionOf, titleOfDraft, type OpenDraft } from './draft-reading.ts'
import { latestDraft } from './latest-draft.ts'
import { replacing } from './preview-of.ts'
import { refused } from './refused.ts'
import type { Desk } from '#src/command.ts'

export const targets = command({
  name: { zh: '指标', en: 'targets' },
  usage: { zh: '指标', en: 'targets' },
  about: { zh: '导入稿里的指标，由谁负责', en: "a draft's targets and who answers for them" },
  group: 'import',
  may: 'import',
  hidden: true,
  args: z.object({ draft: DraftId.optional() }),
  typed: () => ({}),
  async run({ draft }, desk) {
    const id = draft ?? (await latestDraft(desk))
    if (id === undefined) return refused({ code: 'draft-none' }, desk)
    const opened = await openDraft(id, desk)
    return opened.ok ? replacing(targetsOf(opened.open, desk)) : refused(opened.refusal, desk)
  },
})

/** Every target with its task or its owner; a button only where nobody answers for it yet. */
export function targetsOf(open: OpenDraft, desk: Desk): ReturnType<typeof targetsCard> {
  const { reading, doubts, owners } = open.now
  const asked = new Map(doubts.flatMap((one) => (one.doubt.target === undefined || one.answer !== undefined ? [] : [[one.doubt.target, one] as const])))
  const rows = reading.targets.map((target, index): TargetRow => {
    const task = target.task === undefined ? undefined : reading.tasks[target.task]
    const doubt = asked.get(index)
    const owner = owners.get(index)
    return {
      text: target.text,
      ...(task === undefined || target.task === undefined ? {} : { task: { number: target.task + 1, title: task.title } }),
      ...(owner === undefined ? {} : { owner }),
      ...(doubt === undefined ? {} : { asked: { key: keyOfDoubt(doubt.doubt), offered: questionOf(open, doubt, desk).offered.map(({ answer }) => answer) } }),
    }
  })
  return targetsCard({ draft: open.id, title: titleOfDraft(open), targets: rows }, desk.lang)
}
