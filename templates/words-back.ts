// Nothing typed is lost: what was refused or broke comes with the words that were written for it, to be copied or sent again.
import type { Action, Card, Lang, Run } from './card.ts'
import { rich } from './rich.ts'

const words = {
  zh: { label: '您写的内容没有丢，可以复制：', again: '改后再发' },
  en: { label: 'What you wrote is not lost; it can be copied:', again: 'Edit and send again' },
} satisfies Record<Lang, unknown>

/** As much as one text of a message takes: longer words go on in the next. */
const atOnce = 2_900

/** @param again opens a form with the words in it; left out where sending them again makes no sense */
export function wordsBack(card: Card, written: readonly string[], again: Run | undefined, lang: Lang): Card {
  const w = words[lang]
  const texts = written.filter((text) => text.trim() !== '')
  if (texts.length === 0) return card
  const action: Action[] = again === undefined ? [] : [{ label: w.again, run: again }]
  return {
    ...card,
    // Each text stands by itself, in no company of marks: so it is shown to the letter, and can be copied whole.
    sections: [...(card.sections ?? []), { rows: [{ line: rich`${w.label}` }] }, ...texts.flatMap(inParts).map((part) => ({ rows: [{ line: rich`${part}` }] }))],
    actions: [...(card.actions ?? []), ...action],
  }
}

/** Never half a surrogate pair. */
function inParts(text: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = at + atOnce < text.length && /[\uD800-\uDBFF]/.test(text.charAt(at + atOnce - 1)) ? at + atOnce - 1 : at + atOnce
    parts.push(text.slice(at, end))
    at = end
  }
  return parts
}
