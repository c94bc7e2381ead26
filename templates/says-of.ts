// What a button does and with what, where its label alone does not tell: read out by a screen reader, and written where buttons are a menu.
import { cutTo } from './cut-to.ts'
import type { Lang } from './card.ts'
import { colon } from './quoted.ts'

/** Slack lets 75 characters be read out. */
const readOut = 70

export const saysOf = (label: string, what: string | number, lang: Lang): string => cutTo(`${label}${colon[lang]}${what}`, readOut)
