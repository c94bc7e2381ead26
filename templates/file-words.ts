// Outside text in a file that is written here: every word of it, without what no reader of files takes.

/** Control signs but the end of a line, signs that turn a line round, halves of pairs, and what is no character: XML takes none of them. */
const unwritable = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_C}\p{Noncharacter_Code_Point}]/gu

/** The text with its lines, each ending in one sign. */
export const fileLines = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ').replace(unwritable, '')

/** The text as one line. */
export const fileWords = (text: string): string => fileLines(text).replace(/\s+/g, ' ').trim()
