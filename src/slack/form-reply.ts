// What Slack is told when a form was sent: what is wrong in which field, or what stands in its place.
import type { types } from '@slack/bolt'
import type { z } from 'zod'
import type { FormPayload } from './payloads.ts'

export type FormReply = { response_action: 'errors'; errors: Record<string, string> } | { response_action: 'update'; view: types.ModalView }

/** A field's error stands under its block. */
const maxError = 3000

/** Undefined when none of the errors is about a field of this form: it is told outside it. */
export function errorsReply(view: FormPayload['view'], errors: Readonly<Record<string, string>>): FormReply | undefined {
  const placed = Object.entries(errors).flatMap(([name, text]) => {
    const block = view.blocks.find(({ element }) => element?.action_id === name)?.block_id
    return block === undefined ? [] : [[block, text.slice(0, maxError)] as const]
  })
  return placed.length === 0 ? undefined : { response_action: 'errors', errors: Object.fromEntries(placed) }
}

/** What the command refused in its arguments, by the field they came from. The first refusal of a field is the one to mend. */
export function errorsOfIssues(issues: readonly z.core.$ZodIssue[], word: (issue: z.core.$ZodIssue) => string): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const name = String(issue.path[0] ?? '')
    errors[name] ??= word(issue)
  }
  return errors
}
