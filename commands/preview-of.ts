// The preview of a draft as it stands: what would be written, and what is still asked.
import type { Answer, Desk } from '#src/command.ts'
import { PlanId } from '#src/ledger/ids.ts'
import { importedAs, type ImportedPlan } from '#src/ledger/imported-from.ts'
import { emptyPlan, evolvePlan } from '#src/ledger/plan.ts'
import { doubtCounts } from '#src/queries/doubt-counts.ts'
import { looksLikeReissueOf } from '#src/queries/reissue-of.ts'
import { unitsWithoutContact } from '#src/queries/task-list.ts'
import type { Card } from '#templates/card.ts'
import { importPreview, type ImportFacts } from '#templates/import-preview.ts'
import { stepOf } from './check-step.ts'
import { isOpen, unreadTable, walked, type OpenDraft } from './draft-reading.ts'
import { viewOf } from './view-of.ts'

type Source = Parameters<typeof importedAs>[1]
const sourceOf = ({ draft, given }: OpenDraft, { directory, zone, hashOf }: Desk): Source => ({ directory, source: { name: draft.source, hash: hashOf(given.text) }, zone })

/** Units by the directory as it is by now; what is asked as it was when the draft was opened, before its own units were in the directory. */
export const importing = (open: OpenDraft, desk: Desk): ImportedPlan => importedAs(open.now, sourceOf(open, desk))

/** @param said what was just done, in a sentence */
export const previewOf = (open: OpenDraft, desk: Desk, said?: string): Card => importPreview(factsOf(open, desk), desk.lang, said)

/** In the place of the message that was pressed, for a draft is one message. */
export const replacing = (card: Card): Answer => ({ kind: 'card', card, replaces: true })

/** Everything the preview shows: made as the plan itself is, so that the two cannot differ. */
export function factsOf(open: OpenDraft, desk: Desk): ImportFacts {
  const { units, plan, contacts } = importedAs(open.now, sourceOf(open, desk))
  const named = [...new Set(plan.tasks.flatMap((task) => task.units.map(({ unit }) => unit)))]
  const given = new Set(contacts.map(({ unit }) => unit))
  // As it will be counted once it is written.
  const asWritten = evolvePlan(emptyPlan(PlanId.parse('p0')), { type: 'imported', ...plan }, { at: desk.now, on: desk.today, by: 'system', via: 'system' })
  const doubts = walked(open.now)
  const [first] = doubts.filter(isOpen)
  const unread = unreadTable(open.now)
  const { targets } = open.now.reading
  const reissue = looksLikeReissueOf(desk.plans.values(), plan)
  return {
    draft: open.id, source: open.draft.source, corrections: open.draft.corrections.length, plan, today: desk.today, units: named.length,
    ...(reissue === undefined ? {} : { reissueOf: { id: reissue, title: desk.plans.get(reissue)?.title ?? reissue } }),
    newUnits: units.map(({ name }) => name),
    withoutContact: unitsWithoutContact(viewOf(desk, asWritten)).filter((unit) => !given.has(unit)),
    open: doubts.filter(isOpen).map(({ doubt }) => doubt), answered: doubts.filter((one) => !isOpen(one)).length,
    ...(unread === undefined ? {} : { unread: { key: unread.key, line: unread.doubt.line } }),
    ...(first === undefined ? {} : { first: stepOf(open, first, false, desk) }),
    proposals: open.given.proposals.length, dropped: open.now.dropped.size,
    targets: { all: targets.length, ownerless: doubtCounts(open.now.reading.doubts).ownerless },
  }
}
