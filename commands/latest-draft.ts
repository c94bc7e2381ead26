// The import a person works on where they name none: the last one they sent that is not a plan yet.
import type { Desk } from '#src/command.ts'
import { planOfDraft } from '#src/directory/directory.ts'
import type { Draft, DraftId } from '#src/ledger/draft.ts'

/** The asker's drafts that wait for 确认, the latest first. */
export const waitingDrafts = async ({ drafts, directory }: Desk): Promise<{ id: DraftId; draft: Draft }[]> =>
  (await drafts.mine()).filter(({ id }) => planOfDraft(directory, id) === undefined)

export const latestDraft = async (desk: Desk): Promise<DraftId | undefined> => (await waitingDrafts(desk))[0]?.id
