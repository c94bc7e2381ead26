// A document becomes a plan: read, shown, and written only after 确认. The draft waits outside the ledger meanwhile.
import { z } from 'zod'
import { answered, command, type Answer, type Desk } from '#src/command.ts'
import { DraftId, type Draft } from '#src/ledger/draft.ts'
import type { PlanId } from '#src/ledger/ids.ts'
import { importedFrom } from '#src/ledger/imported-from.ts'
import { askedFor } from '#src/queries/answering.ts'
import { planCounts } from '#src/queries/desk-of-secretary.ts'
import { read } from '#src/reader/read.ts'
import type { Reading } from '#src/reader/reading.ts'
import { unitsWithoutContact } from '#src/queries/task-list.ts'
import { importDone } from '#templates/import-done.ts'
import { allTasks, choosePlan, droppedDraft, howToImport, importPreview, pastedName, type ImportFacts } from '#templates/import-preview.ts'
import type { Card } from '#templates/card.ts'
import { settling } from '#templates/settling.ts'
import { refused, refusedCard } from './refused.ts'
import { viewOf } from './view-of.ts'

export const importPlan = command({
  name: { zh: '导入', en: 'import' },
  usage: { zh: '导入（把方案正文粘贴给我，或发 .docx、.txt 文件）', en: 'import (paste the plan to me, or share a .docx or .txt file)' },
  about: { zh: '导入方案：先预览，确认后才写入', en: 'import a plan: shown first, written when you confirm' },
  may: 'import',
  args: z.object({
    /** The document, as text. `source` is the file's name. */
    text: z.string().optional(),
    source: z.string().max(255).optional(),
    draft: DraftId.optional(),
    /** Which of several plans in the document, from 1. */
    part: z.coerce.number().int().min(1).optional(),
    then: z.enum(['preview', 'tasks', 'drop']).default('preview'),
    confirm: z.boolean().default(false),
  }),
  typed: (words) => (words.length === 0 ? {} : { text: words.join('\n') }),
  async run({ text, source, draft: id, part, then, confirm }, desk) {
    if (id === undefined) return text === undefined ? answered(howToImport(desk.lang)) : readAndShow({ source: source ?? pastedName[desk.lang], text, by: desk.handle, at: desk.now }, desk)
    const draft = await desk.drafts.find(id)
    if (draft === undefined) return refused({ code: 'draft-gone' }, desk)
    if (then === 'drop') {
      await desk.drafts.drop(id)
      return answered(droppedDraft(draft.source, desk.lang))
    }
    if (part !== undefined && part !== draft.part) return readAndShow({ ...draft, part }, desk)
    const answer = read(draft.text, optionsOf(draft))
    if (!answer.ok) return readAndShow(draft, desk)
    if (then === 'tasks') return answered(allTasks(factsOf(answer.reading, draft, desk), id, desk.lang))
    return confirm ? written(id, draft, answer.reading, desk) : answered(importPreview(factsOf(answer.reading, draft, desk), id, desk.lang))
  },
})

const optionsOf = ({ part }: Draft): { part?: number } => (part === undefined ? {} : { part })

/** Nothing but the draft is kept, and that only of a text that can be read. */
async function readAndShow(draft: Draft, desk: Desk): Promise<Answer> {
  const answer = read(draft.text, optionsOf(draft))
  if (answer.ok) {
    const before = importedBefore(answer.reading, desk)
    if (before !== undefined) return refused({ code: 'plan-exists', plan: before }, desk)
    const id = await desk.drafts.keep(draft)
    return answered(importPreview(factsOf(answer.reading, draft, desk), id, desk.lang))
  }
  if (answer.refusal.code !== 'text-several-plans') return refused(answer.refusal, desk)
  const id = await desk.drafts.keep(draft)
  return answered(choosePlan(answer.refusal.plans, id, desk.lang))
}

/** Said before a person looks through what is there already; the directory decides it when the plan is opened. */
const importedBefore = (reading: Reading, desk: Desk): PlanId | undefined => {
  const hash = desk.hashOf(reading.text)
  return [...desk.plans.values()].find(({ source }) => source.hash === hash)?.id
}

function importing(reading: Reading, draft: Draft, { directory, zone, hashOf }: Desk): ReturnType<typeof importedFrom> {
  return importedFrom({ reading, directory, source: { name: draft.source, hash: hashOf(reading.text) }, zone })
}

function factsOf(reading: Reading, draft: Draft, desk: Desk): ImportFacts {
  const { units, plan } = importing(reading, draft, desk)
  const named = [...new Set(plan.tasks.flatMap((task) => task.units.map(({ unit }) => unit)))]
  const known = named.filter((unit) => desk.directory.units.has(unit) && desk.directory.units.get(unit)?.members === undefined)
  return {
    source: draft.source, plan, today: desk.today, units: named.length,
    newUnits: units.map(({ name }) => name),
    withoutContact: known.filter((unit) => askedFor(desk.directory, unit).length === 0),
  }
}

/**
 * The number first, then the units, then the plan: whatever happens between, pressing again goes on where it stopped. The plan speaks of
 * the units as the directory has them by then, for somebody else may have given one of the names to another unit meanwhile.
 */
async function written(id: DraftId, draft: Draft, reading: Reading, desk: Desk): Promise<Answer> {
  const opened = await desk.openPlan(id, desk.hashOf(reading.text))
  // Opened by another confirmation of the same words: if that one did not come to its end, this one does.
  const plan = opened.ok ? opened.plan : opened.refusal.code === 'plan-exists' ? opened.refusal.plan : undefined
  if (plan === undefined) return refused(opened.ok ? { code: 'cannot-record' } : opened.refusal, desk)
  if (desk.plans.has(plan)) return answered(done(plan, true, desk))
  const recordPlan = async (): Promise<Answer> => {
    const recording = await desk.record(plan, { type: 'import', plan: importing(reading, draft, desk).plan })
    const cardOf = (outcome: Exclude<typeof recording, { ok: 'unknown' }>): Card => {
      if (outcome.ok) return done(plan, false, desk)
      return outcome.refusal.code === 'plan-exists' ? done(plan, true, desk) : refusedCard(outcome.refusal, desk)
    }
    if (recording.ok === 'unknown') return { kind: 'settling', card: settling(desk.lang), settled: recording.settled.then(cardOf) }
    return answered(cardOf(recording))
  }
  const { units } = importing(reading, draft, desk)
  const added = units.length === 0 ? ({ ok: true, position: 0 } as const) : await desk.recordPerson({ type: 'add-units', units })
  if (added.ok === true) return recordPlan()
  if (added.ok === false) return refused(added.refusal, desk)
  const settled = added.settled.then(async (outcome) => (outcome.ok ? lastCardOf(await recordPlan()) : refusedCard(outcome.refusal, desk)))
  return { kind: 'settling', card: settling(desk.lang), settled }
}

async function lastCardOf(answer: Answer): Promise<Card> {
  if (answer.kind === 'card') return answer.card
  if (answer.kind === 'settling') return answer.settled
  throw new Error(`an import does not end in a ${answer.kind}`)
}

function done(id: PlanId, before: boolean, desk: Desk): Card {
  const plan = desk.plans.get(id)
  if (plan === undefined) throw new Error(`plan ${id} was imported and is not there`)
  const open = [...plan.doubts.values()].filter(({ settled }) => settled === undefined).length
  return importDone({ plan: id, title: plan.title, tasks: plan.tasks.size, before, doubts: open, withoutContact: unitsWithoutContact(viewOf(desk, plan)).length, noUnit: planCounts(viewOf(desk, plan)).noUnit, handedOut: plan.handedOutOn !== undefined }, desk.lang)
}
