// A title for lists, from words that were given: their first sentence, without the sign at its end.
import { cutTo } from '#templates/cut-to.ts'

export const titleOfWords = (words: string): string => cutTo((/^[^。；;！!\n]{2,}/.exec(words.trim())?.[0] ?? words).trim(), 40)
