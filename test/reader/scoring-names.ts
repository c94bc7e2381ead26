// When two names, titles or words count as the same: signs and blanks are folded, and one may hold the other.

export function folded(words: string | null | undefined): string {
  return (words ?? '').normalize('NFKC').replaceAll(/[[【〔]/g, '(').replaceAll(/[\]】〕]/g, ')').replaceAll(/[“”"‘’'「」]/g, '"').replaceAll(/\s+/g, '')
}

/** A title without the signs it begins or ends with. */
export const foldedTitle = (words: string | null | undefined): string => trimmed(folded(words), '。.;；,，:：、|')

/** The names that a name as written may stand for: 县住建局(县人防办) is either of the two. */
export function namesOf(written: string): Set<string> {
  const name = trimmed(folded(written), '。.;,、')
  const names = new Set([name, name.replaceAll(/[()]/g, '')])
  const opens = name.indexOf('(', 1)
  if (opens > 0 && name.endsWith(')')) {
    const inside = name.slice(opens + 1, -1)
    names.add(name.slice(0, opens))
    if (inside.length > longestKind) names.add(inside)
  }
  return names
}

/** 镇, 街道, 市、区: brackets this short tell a kind of unit, and name none. */
const longestKind = 3

export const areSame = (one: string, other: string): boolean => intersect(namesOf(one), namesOf(other))

export const intersect = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].some((name) => other.has(name))

/** How much of the longer of two words the shorter covers, where one holds the other; 0 where it covers less than `least`. */
export function overlap(one: string, other: string, least: number): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short === '' || !long.includes(short)) return 0
  const share = short.length / long.length
  return share >= least ? share : 0
}

function trimmed(words: string, signs: string): string {
  let [from, to] = [0, words.length]
  while (from < to && signs.includes(words.charAt(from))) from++
  while (to > from && signs.includes(words.charAt(to - 1))) to--
  return words.slice(from, to)
}
