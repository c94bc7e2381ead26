// 分管领域: which tasks are of a leader's fields of charge.
import type { Task } from '#src/ledger/task.ts'

/** A field is words of the section, or of a heading above it. */
export const isOfFields = ({ section, path }: Pick<Task, 'section' | 'path'>, fields: readonly string[]): boolean =>
  fields.some((field) => field.trim() !== '' && [section, ...path].some((name) => name.includes(field)))
