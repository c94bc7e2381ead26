// What was written into a form, as arguments of its command.
import { z } from 'zod'
import type { FormMemory } from './form-memory.ts'

const Chosen = z.object({ value: z.string() })

/** One field's state as Slack sends it. */
export const FieldState = z.looseObject({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).nullish(),
  selected_date: z.string().nullish(),
})
export type FieldState = z.infer<typeof FieldState>

/** By block_id, then by action_id, which is the field's name. */
export const FormState = z.record(z.string(), z.record(z.string(), FieldState))
export type FormState = z.infer<typeof FormState>

/**
 * What a null in a field means: in Slack, an optional field that was emptied; in the local workspace, which sends no value that was
 * only shown, a field that was left as it is.
 */
export type NullMeans = 'emptied' | 'unchanged'

/** The command's own arguments and the fields' values, all text; checkboxes are a list. An empty field is left out. */
export function argsOfForm(memory: FormMemory, state: FormState, nullMeans: NullMeans): Record<string, unknown> {
  const args: Record<string, unknown> = { ...memory.run.args }
  for (const [name, field] of Object.values(state).flatMap((fields) => Object.entries(fields))) {
    if (field.type === 'checkboxes') {
      const set = name.replace(/~\d+$/, '')
      const before = args[set]
      args[set] = [...(Array.isArray(before) ? (before as unknown[]) : []), ...(field.selected_options ?? []).map(({ value }) => value)]
      continue
    }
    const written = field.value ?? field.selected_option?.value ?? field.selected_date ?? undefined
    const value = written ?? (nullMeans === 'unchanged' ? memory.now[name] : undefined)
    if (value !== undefined && value !== '') args[name] = value
  }
  return args
}
