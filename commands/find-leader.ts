// A leader as people name them: by name or mention, or 李县长 where just one leader of that surname can be it; 我 is whoever asks, or whose aide asks.
import type { Desk } from '#src/command.ts'
import { leadersOf } from '#src/directory/aide.ts'
import { withRole } from '#src/directory/directory.ts'
import type { Person } from '#src/directory/person.ts'
import { findPerson } from './find-person.ts'

const post = /^(\p{Script=Han}{1,2}?)(?:常务)?副?(县长|市长|区长|书记|主任|局长|主席|部长|常委)$/u

const isMe = /^(?:我|本人|me|mine)$/i

/** An aide of several leaders has to say which. */
function meant({ directory, asker }: Desk): Person | undefined {
  if (asker === undefined) return undefined
  const [leader, ...others] = asker.roles.includes('leader') ? [asker] : leadersOf(directory, asker)
  return others.length === 0 ? leader : undefined
}

/** Whose title is not known may be called by any; one who is known as a secretary of the party is no 县长. */
export function findLeader(desk: Desk, asked: string): Person | undefined {
  if (isMe.test(asked)) return meant(desk)
  const found = findPerson(desk, asked)
  if (found?.roles.includes('leader') === true) return found
  const [, surname, title = ''] = post.exec(asked) ?? []
  if (surname === undefined) return undefined
  const [leader, ...others] = withRole(desk.directory, 'leader').filter((person) => person.name.startsWith(surname) && (person.title ?? title).includes(title))
  return others.length === 0 ? leader : undefined
}
