// Small plans to read, with the subject in view.
import { expect } from 'vitest'
import type { Reading, ReadTask } from '#src/reader/reading.ts'
import { read, type ReadOptions } from '#src/reader/read.ts'

export function reading(text: string, options?: ReadOptions): Reading {
  const answer = read(text, options)
  if (!answer.ok) throw new Error(`not read: ${JSON.stringify(answer.refusal)}`)
  return answer.reading
}

/** A plan of one section, 重点任务, with these lines in it. */
export const planOf = (...lines: string[]): Reading => reading(['云溪县治水方案', '一、重点任务', ...lines].join('\n'))

/** The only task of a plan whose one paragraph is this. */
export function taskOf(paragraph: string): ReadTask {
  const { tasks } = planOf(`(一)疏浚河道。${paragraph}`)
  expect(tasks).toHaveLength(1)
  const [task] = tasks
  if (!task) throw new Error('no task')
  return task
}

export const unitsOf = (task: ReadTask | undefined): string[] => (task?.units ?? []).map((unit) => unit.name)

/** Units with their parts, one a line: `县水利局 lead`. */
export const partsOf = (task: ReadTask | undefined): string[] => (task?.units ?? []).map(({ name, role, inferred }) => [name, role, ...(inferred ? [`(${inferred})`] : [])].join(' '))
