// A document becomes a plan: read, shown, put right, and written only after 确认. The draft waits outside the ledger meanwhile.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { planOfDraft } from '#src/directory/directory.ts'
import { DraftId, type NewDraft } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import type { Reading } from '#src/reader/reading.ts'
import { importDuties } from '#templates/import-duties.ts'
import { allTasks, staleDraft } from '#templates/import-preview.ts'
import { choosePlan, droppedDraft, howToImport, pastedName, waitingDrafts as waitingCard, type WaitingDraft } from '#templates/import-waiting.ts'
import { importConfirmed } from './import-confirmed.ts'
import { asCorrected, isOpen, openDraft, readDraft, titleOfDraft, walked } from './draft-reading.ts'
import { waitingDrafts } from './latest-draft.ts'
import { markOfPlan } from './mark-of-plan.ts'
import { planExists } from './plan-exists.ts'
import { factsOf, previewOf, replacing } from './preview-of.ts'
import { refused } from './refused.ts'
import { hashOfSource, hashOfWords } from './words-hash.ts'

export const importPlan = command({
  name: { zh: '导入', en: 'import' },
  usage: { zh: '导入（把方案正文粘贴给我，或发 Word、Excel、PDF、文本文件）', en: 'import (paste the plan to me, or share a Word, Excel, PDF or text file)' },
  about: { zh: '导入方案：先预览，确认后才写入；接着核对没确认的', en: 'import a plan: shown first, written when you confirm; go on with one that waits' },
  then: { zh: '先给您看读出了什么，确认前不写入、不通知任何人。', en: 'What was read is shown; nothing is written and nobody told until you confirm.' },
  group: 'import',
  may: 'import',
  args: z.object({
    /** The document, as text. `source` is the file's name. */
    text: z.string().optional(),
    source: z.string().max(255).optional(),
    draft: DraftId.optional(),
    /** Which of several plans in the document, from 1. */
    part: z.coerce.number().int().min(1).optional(),
    then: z.enum(['preview', 'tasks', 'duties', 'drop']).default('preview'),
    confirm: z.boolean().default(false),
    /** How often the draft had been put right when its 确认 was drawn. */
    seen: z.number().int().min(0).optional(),
  }),
  typed: (words) => (words.length === 0 ? {} : { text: words.join('\n') }),
  async run({ text, source, draft: id, part, then, confirm, seen }, desk) {
    if (id === undefined) return text === undefined ? waiting(desk) : readAndShow({ source: source ?? pastedName[desk.lang], text, by: desk.handle, at: desk.now }, desk)
    const draft = await desk.drafts.find(id)
    if (draft === undefined) return refused({ code: 'draft-gone' }, desk)
    if (then === 'drop') {
      await desk.drafts.drop(id)
      return replacing(droppedDraft(draft.source, desk.lang))
    }
    if (part !== undefined && part !== draft.part) return readAndShow({ ...draft, part }, desk)
    const answer = await readDraft(draft, desk)
    if (!answer.ok) return readAndShow(draft, desk)
    const open = asCorrected(id, draft, answer.reading, desk)
    if (then === 'tasks') return answered(allTasks(factsOf(open, desk), desk.lang))
    if (then === 'duties') return replacing(importDuties(factsOf(open, desk), desk.lang))
    if (!confirm) return replacing(previewOf(open, desk))
    const isOld = seen !== undefined && seen !== draft.corrections.length && planOfDraft(desk.directory, id) === undefined
    return isOld ? replacing(previewOf(open, desk, staleDraft(desk.lang))) : importConfirmed(open, desk)
  },
})

/** Nothing but the draft is kept, and that only of a text that can be read. */
async function readAndShow(draft: NewDraft, desk: Desk): Promise<Answer> {
  const answer = await readDraft(draft, desk)
  if (answer.ok) {
    const before = importedBefore(answer.reading, desk)
    if (before !== undefined) return refused(planExists(before, desk), desk)
    const id = await desk.drafts.keep(draft)
    // Kept before, it may have been put right already.
    const kept = await desk.drafts.find(id)
    return replacing(previewOf(asCorrected(id, kept ?? { ...draft, corrections: [] }, answer.reading, desk), desk))
  }
  if (answer.refusal.code !== 'text-several-plans') return refused(answer.refusal, desk)
  const id = await desk.drafts.keep(draft)
  const lines = draft.text.split(/\r\n?|\n/)
  const imported = await importedParts(draft, desk)
  const plans = answer.refusal.plans.map((plan, index) => ({ ...plan, ...markOfPlan(lines[plan.line - 1] ?? ''), ...imported(index + 1) }))
  return replacing(choosePlan(plans, id, desk.lang))
}

/** Which plans of a document are plans already, by the drafts that the asker made of them. */
async function importedParts({ text }: Pick<NewDraft, 'text'>, desk: Desk): Promise<(part: number) => { imported?: PlanId }> {
  const plans = new Map((await desk.drafts.mine()).filter(({ draft }) => draft.text === text).map(({ id, draft }) => [draft.part, planOfDraft(desk.directory, id)]))
  return (part) => ((imported) => (imported === undefined ? {} : { imported }))(plans.get(part))
}

/** Any edition of a plan: said before a person looks through what is there already; the directory decides it when the plan is opened. */
const importedBefore = (reading: Reading, desk: Desk): PlanId | undefined => {
  const hash = hashOfWords(reading.text, desk)
  return [...desk.plans.values(), ...desk.archived.values()].find(({ amended }) => [...amended.sources.values()].some((source) => hashOfSource(source, desk) === hash))?.id
}

const waitingShown = 5

/** What the asker has not confirmed yet, with what is left to settle in each. */
async function waiting(desk: Desk): Promise<Answer> {
  const all = await waitingDrafts(desk)
  if (all.length === 0) return answered(howToImport(desk.lang))
  const drafts: WaitingDraft[] = []
  for (const { id, draft } of all.slice(0, waitingShown)) {
    const opened = await openDraft(id, desk)
    const known = { draft: id, source: draft.source, since: desk.calendar.dayAt(draft.at, desk.zone) }
    // Written meanwhile by another draft, or over the plan it amends.
    if (opened.ok && importedBefore(opened.open.given, desk) !== undefined) continue
    if (opened.ok) {
      const { reading } = opened.open.now
      drafts.push({ ...known, title: titleOfDraft(opened.open), tasks: reading.tasks.length, open: walked(opened.open.now).filter(isOpen).length })
    } else if (opened.refusal.code === 'text-several-plans') {
      const isImported = await importedParts(draft, desk)
      const imported = opened.refusal.plans.filter((_, index) => isImported(index + 1).imported !== undefined).length
      if (imported < opened.refusal.plans.length) drafts.push({ ...known, several: opened.refusal.plans.length, imported })
    }
  }
  const more = Math.max(0, all.length - waitingShown)
  return answered(drafts.length + more === 0 ? howToImport(desk.lang) : waitingCard({ drafts, more, today: desk.today }, desk.lang))
}
