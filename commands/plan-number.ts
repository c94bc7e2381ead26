// A plan as it is called in a typed line: p1, P1; and the number of a task without its plan: 12 of p1-12.
import { numberIn } from './chinese-number.ts'

/** As the ledger has it; undefined where the word is none. */
export const planNumberIn = (word: string | undefined): string | undefined => (word !== undefined && /^p\d{1,6}$/i.test(word) ? word.toLowerCase() : undefined)

/** 12, p1-12, 第十二项: the word names a task by its number, with its plan or without. */
export const namesTask = (word: string): boolean => numberIn(word.replace(/^p\d{1,6}[-#/]/i, '')) !== undefined
