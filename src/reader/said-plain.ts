// What somebody typed on a phone, made plain: signs as in every text, and a picture (👍) is a blank.
import { folded } from './folded-text.ts'

/** Sign for sign, so that an offset stays an offset. */
export const saidPlain = (words: string): string => folded(words).replace(/[\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]/gu, (sign) => ' '.repeat(sign.length))
