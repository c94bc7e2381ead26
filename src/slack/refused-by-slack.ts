// What Slack said when it refused us, if that is what an error is about.
import { z } from 'zod'

const PlatformError = z.object({ data: z.object({ error: z.string() }) })

/** Slack's own word: invalid_auth, missing_scope. @returns undefined for any other error */
export function refusedBySlack(error: unknown): string | undefined {
  const parsed = PlatformError.safeParse(error)
  return parsed.success ? parsed.data.data.error : undefined
}
