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
export type EvidenceEvent = z.infer<typeof EvidenceAdded>
export type Evidence = Proof & { at: Instant; on: Day; by: Actor }
export type EvidenceIntent = OfVoice & { type: 'add-evidence'; evidence: Proof }

/** More than this of one part nobody looks at. */
export const evidenceAtMost = 50

export function decideEvidence(now: readonly Evidence[], intent: EvidenceIntent): Decision<EvidenceEvent> {
  const { task, evidence } = intent
  if (now.some((known) => isSame(known, evidence))) return accept()
  if (now.length >= evidenceAtMost) return refuse({ code: 'evidence-full', task, most: evidenceAtMost })
  return accept({ type: 'evidence-added', ...voiceOf(intent), evidence })
}

const isSame = (a: Proof, b: Proof): boolean => (a.kind === 'file' ? b.kind === 'file' && a.hash === b.hash : b.kind === 'link' && a.url === b.url)

export const evolveEvidence = (now: readonly Evidence[] = [], { evidence }: EvidenceEvent, { at, on, by }: Stamp): Evidence[] => [...now, { ...evidence, at, on, by }]
