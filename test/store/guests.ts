// Who signs a guestbook in tests of the book, and what they are told.
import type { Log } from '#src/ledger/log.ts'
import { machineStopwatch, type Stopwatch } from '#src/stopwatch.ts'
import { openBook, type Book, type Recorded, type Settled } from '#src/store/book.ts'
import { guestbook, sign, stamp, type Guestbook, type Signed } from './guestbook.ts'
import { quiet } from './quiet.ts'

type Guests = Book<Guestbook, Signed>
export const opened = (log: Log, stopwatch?: Stopwatch): Promise<Guests> => openBook({ log, subject: guestbook, logger: quiet, ...(stopwatch === undefined ? {} : { stopwatch }) })
/** Fifty times as fast: what waits for a store waits as long as it would, and nobody waits for the test. */
export const hasty: Stopwatch = { passedMs: () => machineStopwatch.passedMs() * 50, after: (ms, what) => machineStopwatch.after(ms / 50, what) }
export const signs = (book: Guests, name: string, id = `click/${name}`): Promise<Recorded<Signed>> => book.record(id, stamp, sign(name))
/** Whether a name stands there is all that a signature looks at: those of other names stand apart from it. */
export const signsApart = (book: Guests, name: string, id = `click/${name}`): Promise<Recorded<Signed>> => book.record(id, stamp, sign(name), undefined, name)
export const settled = async (answer: Recorded<Signed>): Promise<Settled<Signed>> => (answer.ok === 'unknown' ? answer.settled : answer)
