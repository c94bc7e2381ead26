// 佐证: a file or a link that shows what was said. Never asked for; the same one counts once.
import { z } from 'zod'
import type { Day, Instant } from '#src/calendar/day.ts'
import { accept, refuse, type Decision } from './decision.ts'
import type { Actor, Stamp } from './stamp.ts'
import { ofVoice, voiceOf, type OfVoice } from './of-voice.ts'

/** `hash`: SHA-256 of the bytes, in hexadecimal. `size` in bytes. */
export const Proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), name: z.string().min(1).max(255), hash: z.string().length(64), size: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal('link'), url: z.string().min(1).max(2000) }),
])
export type Proof = z.infer<typeof Proof>

export const EvidenceAdded = z.strictObject({ type: z.literal('evidence-added'), ...ofVoice, evidence: Proof })
/** Whoever gave it says that it is of another task: its record stays on the ledger, its bytes in the store. Without `name` every file of those bytes that they gave. */
export const EvidenceWithdrawn = z.strictObject({ type: z.literal('evidence-withdrawn'), ...ofVoice, hash: z.string().length(64), name: z.string().max(255).optional() })
export type EvidenceEvent = z.infer<typeof EvidenceAdded> | z.infer<typeof EvidenceWithdrawn>
export type Evidence = Proof & { at: Instant; on: Day; by: Actor }
export type EvidenceIntent = OfVoice & ({ type: 'add-evidence'; evidence: Proof } | { type: 'withdraw-evidence'; hash: string; name: string })

/** More than this of one part nobody looks at. */
export const evidenceAtMost = 50

export function decideEvidence(now: readonly Evidence[], intent: EvidenceIntent, by: Actor): Decision<EvidenceEvent> {
  // What is not there any more, or was given by somebody else, stays as it is.
  if (intent.type === 'withdraw-evidence') return now.some((known) => isFile(known, intent) && known.by === by) ? accept({ type: 'evidence-withdrawn', ...voiceOf(intent), hash: intent.hash, name: intent.name }) : accept()
  const { task, evidence } = intent
  if (now.some((known) => isSame(known, evidence))) return accept()
  if (now.length >= evidenceAtMost) return refuse({ code: 'evidence-full', task, most: evidenceAtMost })
  return accept({ type: 'evidence-added', ...voiceOf(intent), evidence })
}

const isFile = (one: Proof, { hash, name }: { hash: string; name?: string | undefined }): boolean => one.kind === 'file' && one.hash === hash && (name === undefined || one.name === name)

/** The same bytes under another name are another paper to whoever looks for it. */
export const isSame = (a: Proof, b: Proof): boolean => (a.kind === 'file' ? b.kind === 'file' && a.hash === b.hash && a.name === b.name : b.kind === 'link' && a.url === b.url)

export const evolveEvidence = (now: readonly Evidence[] = [], event: EvidenceEvent, { at, on, by }: Stamp): Evidence[] =>
  event.type === 'evidence-added' ? [...now, { ...event.evidence, at, on, by }] : now.filter((known) => !(isFile(known, event) && known.by === by))
