// A word that is no command: those that are near to it, one press away.
import type { Action, Card, Lang } from './card.ts'
import { exampleOf, type OwnExample } from './command-example.ts'
import { cutTo } from './cut-to.ts'
import { rich, type Rich } from './rich.ts'
import { ways } from './ways.ts'

/** `explains`: a press says how it is written; else it does it. */
type Named = { name: { zh: string; en: string }; about: { zh: string; en: string }; usage: { zh: string; en: string }; example?: 'answers' | 'dated'; explains: boolean }

/** @param nearest none where nothing is near @param own for the example of one that wants more than its word */
export function unknownWord(word: string, nearest: readonly Named[], lang: Lang, { own }: { own: OwnExample }): Card {
  const zh = lang === 'zh'
  const asked = cutTo(word, 30)
  const names = nearest.map(({ name }) => name[lang]).join(zh ? '、' : ', ')
  const unknown = zh ? `不认识“${asked}”。` : `I do not know “${asked}”.`
  const text = nearest.length === 0 ? `${unknown}${zh ? '点“帮助”看现在能做什么。' : ' Help says what you can do now.'}` : zh ? `${unknown}您要的可能是：${names}。` : `${unknown} Perhaps you mean: ${names}.`
  const toward = ({ name, explains }: Named): Action => ({ label: name[lang], run: explains ? ways.helpOn(name.en) : { command: name.en, args: {} } })
  const line = (each: Named): Rich => ((example) => rich`${each.name[lang]}${zh ? '：' : ': '}${each.about[lang]}${example === each.name[lang] ? '' : `\n${zh ? '例：' : 'Example: '}${example}`}`)(exampleOf(each, own, lang))
  return {
    text,
    lines: [rich`${text}`],
    sections: nearest.length === 0 ? [] : [{ rows: nearest.map((each) => ({ line: line(each), beside: toward(each) })) }],
    actions: [{ label: zh ? '帮助' : 'Help', run: ways.help() }],
    refused: 'again',
  }
}
