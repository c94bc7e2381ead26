// A draft as it stands: what the document says, with everything that was put right in it.
import type { Desk } from '#src/command.ts'
import { saysTasks } from '#src/ledger/answer-words.ts'
import { correctionsAtMost, type Correction } from '#src/ledger/correction.ts'
import { corrected, type Corrected, type DraftDoubt } from '#src/ledger/corrections.ts'
import type { Draft, DraftId } from '#src/ledger/draft.ts'
import { answersOffered, type Offering } from '#src/queries/answers-offered.ts'
import { draftConfirmed } from '#src/queries/draft-confirmed.ts'
import { isAskedInTurn } from '#src/queries/doubt-counts.ts'
import { unitsOfReading } from '#src/queries/units-of-reading.ts'
import { titleOf } from '#src/ledger/imported-from.ts'
import { teamOf } from '#src/ledger/team-of.ts'
import type { ReadAnswer } from '#src/reader/read.ts'
import type { Reading } from '#src/reader/reading.ts'
import { partsAtMost } from '#src/reader/too-many.ts'
import type { AnyRefusal } from '#templates/refusal-say.ts'
import type { Question } from '#templates/question.ts'

/** `given`: the document as it is read. `now`: as it was put right. */
export type OpenDraft = { id: DraftId; draft: Draft; given: Reading; now: Corrected }

export type DraftOpened = { ok: true; open: OpenDraft } | { ok: false; refusal: AnyRefusal }

export const readDraft = async ({ text, part }: Pick<Draft, 'text' | 'part'>, desk: Desk): Promise<ReadAnswer> => desk.read(text, part === undefined ? {} : { part })

/** Read anew each time: only the document and its corrections are kept. What is confirmed is put right in the plan, no longer in the draft. */
export async function openDraft(id: DraftId, desk: Desk): Promise<DraftOpened> {
  const confirmed = draftConfirmed(desk, id)
  if (confirmed !== undefined) return { ok: false, refusal: { code: 'draft-confirmed', ...confirmed } }
  const draft = await desk.drafts.find(id)
  if (draft === undefined) return { ok: false, refusal: { code: 'draft-gone' } }
  const answer = await readDraft(draft, desk)
  return answer.ok ? { ok: true, open: asCorrected(id, draft, answer.reading, desk) } : answer
}

export const asCorrected = (id: DraftId, draft: Draft, given: Reading, { directory }: Desk): OpenDraft => ({ id, draft, given, now: corrected(given, draft.corrections, directory) })

/** The draft with one more correction, as it then stands. */
export async function withCorrection(open: OpenDraft, correction: Correction, desk: Desk): Promise<DraftOpened> {
  const { id, given } = open
  const found = partsOver(open, correction, desk)
  if (found !== undefined) return { ok: false, refusal: { code: 'answer-too-many', found, limit: partsAtMost } }
  const kept = await desk.drafts.correct(id, correction)
  if (kept === 'full') return { ok: false, refusal: { code: 'draft-full', most: correctionsAtMost } }
  const draft = kept === 'kept' ? await desk.drafts.find(id) : undefined
  return draft === undefined ? { ok: false, refusal: { code: 'draft-gone' } } : { ok: true, open: asCorrected(id, draft, given, desk) }
}

/** How many parts an answer would give tasks, where they are too many; what an earlier answer would is not its fault. */
function partsOver({ id, draft, given, now }: OpenDraft, correction: Correction, desk: Desk): number | undefined {
  if (correction.type !== 'answer' && correction.type !== 'answer-all') return undefined
  const { overfull } = asCorrected(id, { ...draft, corrections: [...draft.corrections, correction] }, given, desk).now
  const own = correction.type === 'answer' ? overfull.get(correction.doubt) : undefined
  return own ?? [...overfull].find(([key]) => !now.overfull.has(key))?.[1]
}

export const titleOfDraft = ({ draft, given }: Pick<OpenDraft, 'draft' | 'given'>): string => titleOf(given, draft.source)

/** What is asked one after the other: who answers for a target is asked on a screen of its own. */
export const walked = ({ doubts }: Corrected): DraftDoubt[] => doubts.filter(({ doubt }) => isAskedInTurn(doubt))

/** The table that lists tasks which were not read, as the secretary says: without them the draft is no plan and is not written. */
export const unreadTable = ({ doubts }: Corrected): DraftDoubt | undefined => doubts.find(({ doubt, answer }) => doubt.kind === 'table-unclear' && answer !== undefined && saysTasks(answer))

export const isOpen = ({ answer }: DraftDoubt): boolean => answer === undefined

/** A doubt of the draft with the answers that can be pressed. */
export function questionOf({ now: { reading } }: OpenDraft, { doubt }: DraftDoubt, { today }: Desk): Question {
  const team = teamOf(doubt, reading)
  const offering: Offering = {
    today, title: reading.title, period: reading.period, units: unitsOfReading(reading),
    ...(team === undefined ? {} : { team: { lead: team.leads.join('、'), support: team.support.length } }),
  }
  return { line: doubt.line, quote: doubt.quote, question: doubt.question, offered: answersOffered(doubt, offering) }
}
