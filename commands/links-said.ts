// Links in what somebody reports: each is evidence of what it was reported on.
import type { Desk, Recording } from '#src/command.ts'
import type { Proof } from '#src/ledger/evidence.ts'
import type { PlanIntent } from '#src/ledger/intent.ts'
import type { OwnTask } from './own-task.ts'
import { inTurn } from './recorded.ts'

/** More in one report are no evidence of it. */
const linksAtMost = 10
const longest = 2_000

/** Addresses as they were written, each once; what ends a sentence is not of them. */
export function linksIn(words: readonly (string | undefined)[]): string[] {
  const found = words.flatMap((text) => [...(text ?? '').matchAll(/https?:\/\/[^\s<>"'“”‘’|（）()，。；、！？《》【】]{3,2000}/gi)].map(([url]) => url.replace(/[.,;:!?]{1,5}$/, '')))
  return [...new Set(found)].filter((url) => url.length <= longest && URL.canParse(url)).slice(0, linksAtMost)
}

/** The intent, and then the links in its words. What was said counts whether or not a link can be kept besides. */
export async function recordWithLinks(intent: PlanIntent, words: readonly (string | undefined)[], own: OwnTask, desk: Desk): Promise<Recording> {
  const proofs = linksIn(words).map((url): Proof => ({ kind: 'link', url }))
  const keep = (evidence: Proof) => async (): Promise<Recording> => {
    const recording = await desk.record(own.plan.id, { type: 'add-evidence', task: own.task, ...own.part, evidence })
    return recording.ok === false ? { ok: true, position: 0 } : recording
  }
  return inTurn([async () => desk.record(own.plan.id, intent), ...proofs.map(keep)])
}
