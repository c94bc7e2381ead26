// A person as people name them: a mention, a name, or an id of the directory.
import type { Desk } from '#src/command.ts'
import { personOf } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'

/** The account in a mention: Slack writes <@U0123> or <@U0123|name>. */
export const mentioned = (word: string): string | undefined => /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/i.exec(word)?.[1]

/** The name in a mention, where Slack writes one. */
export const labelOf = (word: string): string | undefined => /^<@[A-Z0-9]+\|([^>]{1,40})>$/i.exec(word)?.[1]

export function findPerson(desk: Desk, asked: string): Person | undefined {
  const account = mentioned(asked)
  if (account !== undefined) return personOf(desk.directory, { platform: desk.handle.platform, id: account })
  const named = [...desk.directory.people.values()].filter(({ id, name }) => id === asked || name === asked.replace(/^@/, ''))
  return named.length === 1 ? named[0] : undefined
}
