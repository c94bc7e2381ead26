// The task team that serves the section a doubt is about: the reader says which, or the team's own name does.
import type { ReadBody, ReadDoubt, Reading } from '#src/reader/reading.ts'
import { teamParts } from './answer-words.ts'

export type Team = { lead: string; support: string[] }

/** Undefined where there is none, and where its leader is nobody's unit. */
export function teamOf({ kind, body, section, task }: Pick<ReadDoubt, 'kind' | 'body' | 'section' | 'task'>, { bodies, tasks }: Pick<Reading, 'bodies' | 'tasks'>): Team | undefined {
  if (kind !== 'no-unit') return undefined
  const about = section ?? (task === undefined ? undefined : tasks[task]?.section)
  const team: ReadBody | undefined = body === undefined ? bodies.find(({ serves }) => serves !== undefined && serves === about) : bodies[body]
  return team === undefined ? undefined : teamParts(team)
}
