// A person as people name them: a mention, a name, or an id of the directory; 给方叔文, 由唐一鸣代, and 唐老师 of one's own unit.
import type { Desk } from '#src/command.ts'
import { personOf } from '#src/directory/directory.ts'
import { unitsHeldBy, type Person } from '#src/directory/person.ts'

/** The account in a mention: Slack writes <@U0123> or <@U0123|name>. */
export const mentioned = (word: string): string | undefined => /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/i.exec(word)?.[1]

/** The name in a mention, where Slack writes one. */
export const labelOf = (word: string): string | undefined => /^<@[A-Z0-9]+\|([^>]{1,40})>$/i.exec(word)?.[1]

/** Words that stand before or behind a name, and are none. */
const standAlone: ReadonlySet<string> = new Set(['给', '转给', '交给', '转', '由', '请', '让', '代', '代办', '办', '办理', '承办', '负责'])
export const isParticle = (word: string): boolean => standAlone.has(word)

export function findPerson(desk: Desk, asked: string): Person | undefined {
  const account = mentioned(asked)
  if (account !== undefined) return personOf(desk.directory, { platform: desk.handle.platform, id: account })
  const word = asked.replace(/^@/, '')
  const bare = word.replace(/^(?:转给|交给|给|由|请|让)@?/, '').replace(/(?:代我办|代办|承办|办理|负责|代|办)$/, '')
  // As it is written first: a name may begin or end with such a word.
  return named(desk, asked, word) ?? named(desk, bare, bare) ?? bySurname(desk, bare)
}

function named({ directory }: Desk, id: string, name: string): Person | undefined {
  const found = [...directory.people.values()].filter((person) => person.id === id || person.name === name)
  return found.length === 1 ? found[0] : undefined
}

/** 唐老师, where the asker's own units have just one 唐. */
function bySurname({ directory, asker }: Desk, words: string): Person | undefined {
  const [, surname] = /^(\p{Script=Han}{1,2})(?:老师|主任|科长|股长|处长|局长|局|部长|镇长|乡长|校长|院长|书记|主席)$/u.exec(words) ?? []
  if (surname === undefined || asker === undefined) return undefined
  const own = unitsHeldBy(asker.own ?? asker)
  const found = [...directory.people.values()].filter((person) => person.id !== asker.id && person.name.startsWith(surname) && unitsHeldBy(person.own ?? person).some((unit) => own.includes(unit)))
  return found.length === 1 ? found[0] : undefined
}
