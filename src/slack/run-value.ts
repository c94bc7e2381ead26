// What pressing does, as the text a button carries. It comes back from outside and is read as such.
import { z } from 'zod'
import type { Run } from '#templates/card.ts'

export const RunValue = z.object({
  command: z.string().min(1).max(40),
  args: z.record(z.string().max(60), z.union([z.string(), z.number(), z.boolean()])).default({}),
})

export const valueOfRun = (run: Run): string => JSON.stringify({ command: run.command, args: run.args })

/** Undefined for what no button of ours carries: a card of a release long gone, or a forged click. */
export function runOfValue(value: string | undefined): Run | undefined {
  if (value === undefined) return undefined
  try {
    const parsed = RunValue.safeParse(JSON.parse(value))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
