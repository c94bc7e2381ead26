// A plan issued again: what its new text changes is shown, and written over the plan only after 确认修订.
import { z } from 'zod'
import { answered, command, type Answer, type Desk, type Recording } from '#src/command.ts'
import { changesBetween, type Changes } from '#src/ledger/amend-changes.ts'
import { DraftId } from '#src/ledger/draft.ts'
import { importedFrom } from '#src/ledger/imported-from.ts'
import type { Imported, PlanState } from '#src/ledger/plan.ts'
import { amendDiff } from '#src/queries/amend-diff.ts'
import { waitingOf } from '#src/queries/amended.ts'
import { doubtCounts, unsettledOf } from '#src/queries/doubt-counts.ts'
import { draftConfirmed } from '#src/queries/draft-confirmed.ts'
import { toldOfAmendment } from '#src/queries/told-of-amendment.ts'
import { unitName } from '#src/directory/directory.ts'
import { amendDone, howToAmend } from '#templates/amend-done.ts'
import { amendCounts, amendListCard, amendLists, amendPreview, type AmendFacts } from '#templates/amend-preview.ts'
import type { Card } from '#templates/card.ts'
import { openDraft, readDraft, unreadTable, type OpenDraft } from './draft-reading.ts'
import { waitingDrafts } from './latest-draft.ts'
import { importing, replacing } from './preview-of.ts'
import { inTurn, recorded } from './recorded.ts'
import { refused } from './refused.ts'
import { asOneUnit } from './units-as-one.ts'
import { viewOf } from './view-of.ts'
import { whichPlan } from './which-plan.ts'

export const amend = command({
  name: { zh: '修订', en: 'amend' },
  usage: { zh: '修订 p1', en: 'amend p1' },
  about: { zh: '方案重新印发：先列出变化，确认后才写入', en: 'a plan was issued again: its changes are shown, written when you confirm' },
  then: { zh: '先列出变化，确认修订后才写入；已报的都保留。', en: 'The changes are shown first; what was reported stays.' },
  group: 'import',
  may: 'amend',
  args: z.object({
    plan: z.string().max(200).optional(),
    draft: DraftId.optional(),
    list: z.enum(amendLists).optional(),
    confirm: z.boolean().default(false),
  }),
  typed: ([plan]) => (plan === undefined ? {} : { plan }),
  async run({ plan: asked, draft: id, list, confirm }, desk) {
    const which = whichPlan(desk, asked, (plan) => ({ command: 'amend', args: { plan, ...(id === undefined ? {} : { draft: id }) } }))
    if (!which.ok) return which.answer
    const { plan } = which
    if (id === undefined) {
      const drafts = (await waitingDrafts(desk)).map((mine) => ({ id: mine.id, source: mine.draft.source }))
      return answered(howToAmend({ plan: plan.id, title: plan.title, drafts }, desk.lang))
    }
    // Pressed twice, or told of twice: what was done is said again.
    if (draftConfirmed(desk, id)?.plan === plan.id) return answered(amendedAlready(plan, desk))
    const opened = await openDraft(id, desk)
    if (!opened.ok) return refused(opened.refusal, desk)
    const unread = unreadTable(opened.open.now)
    if (unread !== undefined) return refused({ code: 'tasks-unread', line: unread.doubt.line, where: 'draft' }, desk)
    const reissued = await reissue(plan, opened.open, desk)
    if (reissued.plan.source.hash === plan.source.hash) return refused({ code: 'amendment-same', plan: plan.id }, desk)
    const changes = changesBetween(plan, reissued.plan, reissued.before)
    const facts = factsOf(plan, opened.open, changes, desk)
    if (confirm) return amended(plan, opened.open, facts, desk)
    return list === undefined ? replacing(amendPreview(facts, desk.lang)) : answered(amendListCard(facts, list, desk.lang))
  },
})

type Reissued = { plan: Omit<Imported, 'type'>; before?: Omit<Imported, 'type'> }

/** The text in force is read again beside the new one: only where both are read alike is a difference one of the documents. */
async function reissue(plan: PlanState, open: OpenDraft, desk: Desk): Promise<Reissued> {
  const known = await readDraft({ text: plan.source.text }, desk)
  const isWhole = known.ok && known.reading.text === plan.source.text
  const before = isWhole ? importedFrom({ reading: known.reading, directory: desk.directory, source: plan.source, zone: desk.zone }).plan : undefined
  const { plan: issued } = importing(open, desk)
  return { plan: { ...issued, source: { ...issued.source, draft: open.id } }, ...(before === undefined ? {} : { before }) }
}

function factsOf(plan: PlanState, { id, draft }: OpenDraft, changes: Changes, desk: Desk): AmendFacts {
  const told = plan.handedOutOn === undefined ? undefined : toldOfAmendment(viewOf(desk, plan), changes, { at: desk.now, on: desk.today, by: desk.asker?.id ?? 'system', via: 'command' }).length
  return {
    plan: plan.id, title: plan.title, newTitle: changes.title, draft: id, source: draft.source, diff: amendDiff(plan, changes), today: desk.today,
    name: (unit) => unitName(desk.directory, unit), ...(told === undefined ? {} : { told }),
  }
}

/** What the directory has to know first, then the amendment in one entry: pressing again goes on where it stopped. */
function amended(plan: PlanState, open: OpenDraft, facts: AmendFacts, desk: Desk): Promise<Answer> {
  const { units, aliases, contacts } = importing(open, desk)
  const steps: (() => Promise<Recording>)[] = [
    ...(units.length === 0 ? [] : [async () => desk.recordPerson({ type: 'add-units', units })]),
    ...aliases.flatMap((alias) => asOneUnit(desk, alias)),
    ...contacts.map((contact) => async () => desk.recordPerson({ type: 'name-contact', ...contact })),
    async () => desk.record(plan.id, { type: 'amend', ...(await reissue(plan, open, desk)) }),
  ]
  return recorded(inTurn(steps), desk, () => done(plan, facts, desk))
}

function amendedAlready(plan: PlanState, desk: Desk): Card {
  const { doubts } = doubtCounts(unsettledOf(plan))
  return amendDone({ plan: plan.id, title: plan.title, waiting: waitingOf(viewOf(desk, plan)), doubts, today: desk.today }, desk.lang)
}

function done({ id }: PlanState, { diff, told }: AmendFacts, desk: Desk): Card {
  const plan = desk.plans.get(id)
  if (plan === undefined) throw new Error(`plan ${id} was amended and is not there`)
  const { doubts } = doubtCounts(unsettledOf(plan))
  return amendDone({ plan: id, title: plan.title, counts: amendCounts(diff, desk.lang), waiting: waitingOf(viewOf(desk, plan)), doubts, today: desk.today, ...(told === undefined ? {} : { told }) }, desk.lang)
}
