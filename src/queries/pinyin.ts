// A Chinese name as it is typed on a keyboard without Chinese: jyj, jiaoyuju and jiaoyuj are 教育局. A character of several readings (行, 重, 长) is meant in any of them.
import { pinyinTable } from './pinyin-table.ts'

/** Letters that may be a name: fewer are found in everything, and no name is longer. */
const letters = /^[a-z]{2,40}$/

/** The word as letters, where it is nothing else; undefined where it cannot be pinyin. */
export function lettersIn(word: string): string | undefined {
  const plain = word.normalize('NFKC').toLowerCase().replaceAll('ü', 'v').replace(/[\s'’]/g, '')
  return letters.test(plain) ? plain : undefined
}

let known: ReadonlyMap<string, readonly string[]> | undefined

/** Made when it is first asked for: a county where nobody types pinyin never has it in memory. */
function readings(character: string): readonly string[] {
  known ??= readingsIn(pinyinTable)
  return known.get(character) ?? []
}

function readingsIn(table: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const entry of table.split(' ')) {
    const [syllable = '', characters = ''] = entry.split(':')
    for (const character of characters) {
      const others = found.get(character)
      if (others === undefined) found.set(character, [syllable])
      else others.push(syllable)
    }
  }
  return found
}

/** Ways to type one character: a syllable whole, or how it begins (j, zh). Letters and digits stand for themselves. */
const waysToType = (character: string): readonly string[] =>
  /[a-z0-9]/i.test(character) ? [character.toLowerCase()] : readings(character).flatMap((syllable) => [syllable, syllable.charAt(0), ...(/^[zcs]h/.test(syllable) ? [syllable.slice(0, 2)] : [])])

const signs = /[^\p{Script=Han}A-Za-z0-9]/gu

/** Whether the letters are the whole name. @param typed as `lettersIn` gives it */
export function isTypedAs(name: string, typed: string): boolean {
  const characters = Array.from(name.normalize('NFKC').replace(signs, ''))
  return characters.length > 1 && endsAt(characters, typed).includes(characters.length)
}

/** Whether they are a part of the name, of two characters at least, from a character on. */
export function isPartTypedAs(name: string, typed: string): boolean {
  const characters = Array.from(name.normalize('NFKC').replace(signs, ''))
  return characters.some((_, from) => endsAt(characters.slice(from), typed).some((length) => length > 1))
}

/** How many characters from the first on the letters may be. */
function endsAt(characters: readonly string[], typed: string): number[] {
  // Where in the letters one may be after so many characters.
  let places = new Set([0])
  const ends: number[] = []
  for (const [at, character] of characters.entries()) {
    const ways = waysToType(character)
    places = new Set([...places].flatMap((place) => ways.flatMap((way) => (typed.startsWith(way, place) ? [place + way.length] : []))))
    if (places.has(typed.length)) ends.push(at + 1)
    if (places.size === 0) break
  }
  return ends
}
