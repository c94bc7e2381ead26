// The one thing in the project that knows what time it is.
import type { Instant } from './day.ts'

export type Clock = { now: () => Instant }
