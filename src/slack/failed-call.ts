// What is known of a call to Slack that failed.
import { webApi } from '@slack/bolt'

/** The error code of a call that Slack refused. */
export const refusalOf = (error: unknown): string | undefined => (error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined)

/** How long Slack asks to wait before the next call; nothing where it does not ask. */
export const retryAfterMs = (error: unknown): number => (error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : 0)

/** These come before a byte was sent. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

export const wasNeverSent = (error: unknown): boolean => codesOf(error).some((code) => neverSent.has(code))

/** A call that was not made, or that Slack refused without a word of its own. */
export class NotTaken extends Error {
  override name = 'NotTaken'
}

/** Slack took nothing: it said so, or never heard of it. Of any other failure nobody can tell. */
export const wasNotTaken = (error: unknown): boolean => error instanceof NotTaken || refusalOf(error) !== undefined || error instanceof webApi.WebAPIRateLimitedError || wasNeverSent(error)

/** The codes of an error and of what caused it: Node's fetch hides the socket's own error two or three deep. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const inner = error instanceof webApi.WebAPIRequestError ? error.original : error.cause
  const several = error instanceof AggregateError ? error.errors.flatMap(codesOf) : []
  return [...own, ...several, ...(inner === undefined || inner === error ? [] : codesOf(inner))]
}
