// A typed word looked up in a table of words.

/** What the table itself has under the word: `constructor` is a word like any other. */
export const own = <Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined => (Object.hasOwn(table, word) ? table[word] : undefined)
