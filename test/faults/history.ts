// What came of one episode, as it can be looked at afterwards: what was written, what people did, what they were shown.
import type { VerifiedLog } from '#src/cli/verify.ts'
import type { Instant } from '#src/calendar/day.ts'
import type { TaskNo } from '#src/ledger/ids.ts'
import type { LogEntry } from '#src/ledger/log.ts'

export type Written = { log: string; entry: LogEntry }

/** A message of the bot as it appeared to somebody, or as it looked from then on. `key`: of one that the bot sent of its own accord. */
export type Shown = { to: string; at: Instant; ts: string; words: string; key?: string | undefined }

/** Something a person did. `mark`: words that no other act has; `pressed`: the task of a 正常推进 without words. */
export type Deed = { by: string } & ({ mark: string } | { pressed: TaskNo })

/** A deed that reached so many processes of the bot. */
export type Act = Deed & { heardBy: number }

export type History = {
  /** All logs in the one order in which Redis wrote them, the county's own beginning first. */
  written: readonly Written[]
  /** As `duban verify` says of the store when all is over. */
  verified: readonly VerifiedLog[]
  acts: readonly Act[]
  /** In the order in which it was shown. */
  shown: readonly Shown[]
  endedAt: Instant
}

/** `duplicate`: something is there too often, or should not be there at all. `lost`: something is not there, or not as it was said. */
export type Fault = { kind: 'duplicate' | 'lost'; what: string }

/** 第17件: words that are told apart by machine. */
const markForm = /第\d{1,6}件/g

export const markOf = (nth: number): string => `第${nth}件`

export const marksIn = (words: string): string[] => [...new Set(words.match(markForm) ?? [])]
