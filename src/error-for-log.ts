// What may stand in a log: no tokens, no requests, no passwords in an address.

/** Tokens of every kind (xoxb-, xapp-, xoxe.xoxp-), and the secret part of an answer's address. */
export const maskSecrets = (text: string): string =>
  text.replace(/\b(xox[a-z]|xapp|xoxe\.xox[a-z])-[\w-]+/g, '$1-…').replace(/(\b\w{1,20}:\/\/[^\s:@/]*:)[^\s@/]+@/g, '$1…@').replace(/(hooks\.slack[\w.-]*\/)[^\s"']+/g, '$1…')

type ErrorForLog = { message: string; code?: string; stack?: string; cause?: unknown }

/** What was made fit for a log where it was caught; the log itself makes every error so, and would see no error in it. */
const made = new WeakSet<object>()
const isMade = (error: unknown): error is ErrorForLog => typeof error === 'object' && error !== null && made.has(error)

/** An error as it may stand in a log: its message, code and causes, no request and no headers. */
export function errorForLog(error: unknown): ErrorForLog {
  if (isMade(error)) return error
  const fit = fitForLog(error)
  made.add(fit)
  return fit
}

function fitForLog(error: unknown): ErrorForLog {
  if (!(error instanceof Error)) return { message: maskSecrets(String(error)) }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const stack = error.stack === undefined ? {} : { stack: maskSecrets(error.stack) }
  const cause = error.cause === undefined || error.cause === error ? {} : { cause: errorForLog(error.cause) }
  return { message: maskSecrets(error.message), ...code, ...stack, ...cause }
}
