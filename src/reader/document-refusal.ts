// Why a file is not read: a code, and the facts a person needs to send one that is. templates/refusal.ts has words for every one.
import type { ReadRefusal, TooHeavy } from './reading.ts'

/** The kinds of file read now, as file name endings. */
export const readableKinds = ['docx', 'xlsx', 'pdf', 'txt', 'md', 'csv', 'doc'] as const
export type ReadableKind = (typeof readableKinds)[number]

export type DocumentRefusal =
  /** `unpacked`: what the file holds is too large, not the file itself. */
  | { code: 'file-too-large'; bytes: number; limit: number; unpacked: boolean; kind?: ReadableKind }
  | { code: 'file-kind-unknown'; name: string; reads: readonly ReadableKind[] }
  /** Of an older program, or locked by a password: saved anew as `saveAs` it can be read. */
  | { code: 'file-legacy'; name: string; saveAs: ReadableKind }
  /** Reading it was stopped: a hostile file, or one that is far larger than a plan. */
  | ({ code: 'file-too-heavy'; name: string } & TooHeavy)
  | { code: 'file-broken'; name: string }
  | { code: 'file-binary'; name: string }
  /** Its pages are pictures: there is nothing to read without guessing. */
  | { code: 'pdf-scanned'; pages: number }
  | { code: 'pdf-locked' }
  /** Its fonts do not say which characters they print. */
  | { code: 'pdf-garbled' }
  /** `limit`: the pages that can be read. */
  | { code: 'pdf-too-long'; pages: number; limit: number }
  | { code: 'pdf-broken' }

/** From a file or a pasted text to a draft plan: whatever can be in the way. */
export type ImportRefusal = ReadRefusal | DocumentRefusal
