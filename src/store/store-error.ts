// What can be wrong with a log, apart from an answer that was lost.

/** The store certainly took nothing: it is away, or it said no. Trying again later is safe. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

/** The log went on without us: it lost entries that were acknowledged, or somebody else wrote another history. A person must look. */
export class LogForked extends Error {
  override name = 'LogForked'
}

/** An entry is not what was once written there, or this release cannot read it. */
export class LogBroken extends Error {
  override name = 'LogBroken'
}

/** The process stopped before an intent's outcome was known. Given again after the start, the same intent finds out. */
export class StillUnknown extends Error {
  override name = 'StillUnknown'
}
