// The task team that serves the section a doubt is about: the reader says which, or the team's own name does.
import type { ReadBody, ReadDoubt, Reading } from '#src/reader/reading.ts'
import { teamParts } from './answer-words.ts'

/** `leads`: its leader's unit, or those that its name was cleared to stand for. */
export type Team = { leads: string[]; support: string[] }

/** Undefined where there is none, and where its leader is nobody's unit. */
export function teamOf({ kind, body, section, task }: Pick<ReadDoubt, 'kind' | 'body' | 'section' | 'task'>, { bodies, tasks }: Pick<Reading, 'bodies' | 'tasks'>): Team | undefined {
  if (kind !== 'no-unit') return undefined
  const about = section ?? (task === undefined ? undefined : tasks[task]?.section)
  const team = body === undefined ? (about === undefined ? undefined : servingIn(bodies).get(about)) : bodies[body]
  return team === undefined ? undefined : partsOf(team)
}

const serving = new WeakMap<readonly ReadBody[], ReadonlyMap<string, ReadBody>>()

/** The first team that serves each section; looked for once a reading, for it is asked at every doubt. */
function servingIn(bodies: readonly ReadBody[]): ReadonlyMap<string, ReadBody> {
  const known = serving.get(bodies)
  if (known !== undefined) return known
  const bySection = new Map(bodies.toReversed().flatMap((body) => (body.serves === undefined ? [] : [[body.serves, body] as const])))
  serving.set(bodies, bySection)
  return bySection
}

const parts = new WeakMap<ReadBody, { team: Team | undefined }>()

function partsOf(body: ReadBody): Team | undefined {
  const { team } = parts.get(body) ?? { team: teamParts(body) }
  parts.set(body, { team })
  return team
}
