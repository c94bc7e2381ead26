// Whether a task has the words that are looked for, in any order and however wide they are written.

const plain = (words: string): string => words.normalize('NFKC').toLowerCase().replaceAll(/[\p{Cf}]/gu, '')

/** The words one by one: blanks of any width and commas stand between them. */
export const wordsOf = (words: string): string[] => plain(words).split(/[\s,，、;；]+/u).filter((word) => word !== '')

/** All of them, in its title, its section or its text. */
export function hasWords({ title, section, text }: { title: string; section: string; text: string }, words: string): boolean {
  const whole = plain(`${title}\n${section}\n${text}`)
  return wordsOf(words).every((word) => whole.includes(word))
}
