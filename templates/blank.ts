// A blank of an example, 〔做了什么〕: to be filled in before it is sent. Sent as it stands it is asked for, and nothing is recorded.
import type { Card, Lang } from './card.ts'
import { rich } from './rich.ts'

/** The first blank in what was written. A document's number, 〔2026〕5号, has a year there and is none. */
export const blankIn = (words: string): string | undefined => /〔(?!\d{4}年?〕)[^〔〕]{1,60}〕/.exec(words)?.[0]

export function blankLeft(blank: string, lang: Lang): Card {
  const text = lang === 'zh' ? `没有记录：请把“${blank}”换成实际情况，再发一次。` : `Nothing was recorded: put what is so in the place of “${blank}”, and send it again.`
  return { text, lines: [rich`${text}`], refused: 'again' }
}
