// The import a person works on where they name none: of those they sent the last they worked on that is not in the ledger yet.
import type { Desk } from '#src/command.ts'
import type { Draft, DraftId } from '#src/ledger/draft.ts'
import { draftConfirmed } from '#src/queries/draft-confirmed.ts'

/** The asker's drafts that wait for 确认, the latest first. */
export const waitingDrafts = async (desk: Desk): Promise<{ id: DraftId; draft: Draft }[]> =>
  (await desk.drafts.mine()).filter(({ id }) => draftConfirmed(desk, id) === undefined)

export const latestDraft = async (desk: Desk): Promise<DraftId | undefined> => (await waitingDrafts(desk))[0]?.id
