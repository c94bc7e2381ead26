// What the core asks of a log: entries in one row, appended only where their writer thought the end was.

/** One entry as it stands in a log. `position` counts from 1 without a gap. */
export type LogEntry = {
  position: number
  /** The id of the intent it answers: made from what a person did, so the same act never stands twice. */
  id: string
  /** JSON text; what is in it is the business of the subject, not of the log. */
  body: string
  /** The hash of the entry before it; empty for the first. */
  prev: string
  /** SHA-256 over prev, position, id and body. */
  hash: string
}

/** The end of a log as its reader knows it. */
export type Tail = { position: number; hash: string }

/** The tail of an empty log. */
export const start: Tail = { position: 0, hash: '' }

export type Appended = { ok: true } | { ok: false; missing: LogEntry[] }

/** An entry whose place is behind those before it. */
export type Sealed = Pick<LogEntry, 'id' | 'body' | 'hash'>

export type Log = {
  /**
   * Puts the entries after `tail`, in their order, if the log ends there: by position and by hash. Otherwise answers with what stands after
   * `tail.position`; nothing missing means that the log has forked. Throws when the answer was lost. All of them are there, or none is.
   */
  append: (tail: Tail, entries: readonly Sealed[]) => Promise<Appended>
  /** All entries after a position, in order. */
  read: (after: number) => Promise<LogEntry[]>
}
