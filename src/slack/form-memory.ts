// What an open form remembers until it is sent: the command, the values it showed, and where it was asked for.
import { z } from 'zod'
import { limits } from './limits.ts'
import { Origin } from './origin.ts'
import { RunValue } from './run-value.ts'

export const FormMemory = z.object({ run: RunValue, now: z.record(z.string(), z.string()), from: Origin })
export type FormMemory = z.infer<typeof FormMemory>

/**
 * As Slack's private_metadata, which takes 3,000 characters. The longest shown values are forgotten first, for Slack itself sends a
 * shown value back; only the local workspace does not. Throws when the command's own arguments are too long: a form is to ask for them.
 */
export function rememberForm(memory: FormMemory): string {
  const text = JSON.stringify(memory)
  if (text.length <= limits.privateMetadata) return text
  const [longest] = Object.entries(memory.now).toSorted(([, a], [, b]) => b.length - a.length)
  if (longest === undefined) throw new Error(`the form of ${memory.run.command} has arguments too long to remember`)
  return rememberForm({ ...memory, now: Object.fromEntries(Object.entries(memory.now).filter(([name]) => name !== longest[0])) })
}

/** Throws for what is not ours: only a forged or very old form has it. */
export const recallForm = (text: string): FormMemory => FormMemory.parse(JSON.parse(text))
