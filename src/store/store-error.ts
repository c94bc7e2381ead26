// What can be wrong with a store, apart from an answer to an append that was lost. The code is what stands in the log of the process.

/** The store certainly took nothing: it is away, or it said no. Trying again later is safe. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
  readonly code = 'store-away'
}

/** The log went on without us: it lost entries that were acknowledged, or somebody else wrote another history. A person must look. */
export class LogForked extends Error {
  override name = 'LogForked'
  readonly code = 'log-forked'
}

/** An entry is not what was once written there, or this release cannot read it. */
export class LogBroken extends Error {
  override name = 'LogBroken'
  readonly code = 'log-broken'
}

/** The process stopped before an intent's outcome was known. Given again after the start, the same intent finds out. */
export class StillUnknown extends Error {
  override name = 'StillUnknown'
  readonly code = 'still-unknown'
}

/** For what is beside the logs and may be asked again: Redis's own failures, a lost answer among them, as one that is away. */
export async function orAway<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error) || !(error.constructor === Error || redisErrors.has(error.name))) throw error
    throw new StoreUnavailable(error.message, { cause: error })
  }
}

const redisErrors: ReadonlySet<string> = new Set(['ReplyError', 'MaxRetriesPerRequestError', 'AbortError'])
