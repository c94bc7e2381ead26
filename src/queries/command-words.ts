// The words by which a command is called, and those that are near to a word nobody knows.

export type Called = { name: { zh: string; en: string }; also?: readonly string[] }

export const wordsFor = ({ name, also }: Called): string[] => [name.zh, name.en, ...(also ?? [])]

/** A word as it is compared: its width, its case and the marks around it do not count. */
export const wordKey = (word: string): string => word.normalize('NFKC').toLowerCase().replace(/^[/／]+|[。.!！,，:：、?？]{1,8}$/gu, '')

/** cancel meeting is cancel-meeting. */
const nameKey = (name: string): string => wordKey(name).replaceAll('-', ' ')

/** Of each list of commands their names, worked out once: every line that is typed asks for them several times. */
const namesOf = new WeakMap<readonly Called[], ReadonlyMap<string, Called>>()

/** The first that is called so. */
export function calledBy<Command extends Called>(commands: readonly Command[], word: string): Command | undefined {
  const names = namesOf.get(commands) ?? new Map(commands.toReversed().flatMap((command) => wordsFor(command).map((name) => [nameKey(name), command])))
  namesOf.set(commands, names)
  // Of the list that is asked for, for it was made of that list.
  return names.get(nameKey(word)) as Command | undefined
}

const keys = new Map<string, string>()

/** Whether a word that a command has, of which there are few, is one that was typed. @param typed its `wordKey` */
export function isWord(known: string, typed: string): boolean {
  const key = keys.get(known) ?? wordKey(known)
  keys.set(known, key)
  return key === typed
}

/** Words that are further apart than this have nothing to do with each other. */
const near = 0.5
/** A pasted text may be one word of 40,000 signs, and each sign is compared with each of every name. */
const comparedAtMost = 200

/** Those that are near to the word, the nearest first; where none is, those that share a Chinese character with it. */
export function nearestTo<Command extends Called>(commands: readonly Command[], word: string): Command[] {
  const asked = wordKey(word.slice(0, comparedAtMost))
  const compared = commands.map((command) => ({ command, ...nearestWord(asked, wordsFor(command).map(wordKey)) }))
  const close = compared.filter(({ distance }) => distance <= near)
  return (close.length > 0 ? close : compared.filter(({ shared }) => shared > 0)).toSorted((a, b) => b.shared - a.shared || a.distance - b.distance).map(({ command }) => command)
}

const nearestWord = (asked: string, words: readonly string[]): { distance: number; shared: number } => ({
  distance: Math.min(...words.map((word) => relativeDistance(asked, word))),
  shared: Math.max(...words.map((word) => sharedCharacters(asked, word))),
})

/** Of Chinese characters alone: any two English words have a letter in common. */
const sharedCharacters = (a: string, b: string): number => new Set(Array.from(a).filter((character) => /\p{Script=Han}/u.test(character) && b.includes(character))).size

/** 0 for the same word, 1 for nothing in common. A word that contains the other is near: 我的任务 and 任务. */
function relativeDistance(a: string, b: string): number {
  const longer = Math.max(a.length, b.length, 1)
  const contained = a !== '' && b !== '' && (a.includes(b) || b.includes(a))
  return contained ? (longer - Math.min(a.length, b.length)) / (2 * longer) : editDistance(a, b) / longer
}

/** Insertions, deletions and replacements from one word to the other. */
export function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1]
      current.push(Math.min((above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + (same ? 0 : 1)))
    }
    above = current
  }
  return above[b.length] ?? 0
}
