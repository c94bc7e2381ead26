// A word that is no command: those that are near to it, one press away.
import type { Action, Card, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { rich } from './rich.ts'
import { ways } from './ways.ts'

type Named = { name: { zh: string; en: string }; about: { zh: string; en: string } }

/** @param nearest none where nothing is near @param explains whether a press says how a command is written; else it does it */
export function unknownWord(word: string, nearest: readonly Named[], lang: Lang, explains = false): Card {
  const zh = lang === 'zh'
  const asked = cutTo(word, 30)
  const names = nearest.map(({ name }) => name[lang]).join(zh ? '、' : ', ')
  const unknown = zh ? `不认识“${asked}”。` : `I do not know “${asked}”.`
  const text = nearest.length === 0 ? `${unknown}${zh ? '点“帮助”看现在能做什么。' : ' Help says what you can do now.'}` : zh ? `${unknown}您要的可能是：${names}。` : `${unknown} Perhaps you mean: ${names}.`
  const toward = ({ name }: Named): Action => ({ label: name[lang], run: explains ? ways.helpOn(name.en) : { command: name.en, args: {} } })
  return {
    text,
    lines: [rich`${text}`],
    sections: nearest.length === 0 ? [] : [{ rows: nearest.map((each) => ({ line: zh ? rich`${each.name.zh}：${each.about.zh}` : rich`${each.name.en}: ${each.about.en}`, beside: toward(each) })) }],
    actions: [{ label: zh ? '帮助' : 'Help', run: ways.help() }],
    refused: 'again',
  }
}
