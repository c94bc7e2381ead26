// A word that is no command: the nearest ones, one press away.
import type { Card, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { rich } from './rich.ts'
import { ways } from './ways.ts'

type Named = { name: { zh: string; en: string }; about: { zh: string; en: string } }

export function unknownWord(word: string, nearest: readonly Named[], lang: Lang): Card {
  const asked = cutTo(word, 30)
  const names = nearest.map(({ name }) => name[lang]).join(lang === 'zh' ? '、' : ', ')
  const text = lang === 'zh' ? `不认识“${asked}”。您要的可能是：${names}。` : `I do not know “${asked}”. Perhaps you mean: ${names}.`
  return {
    text,
    lines: [rich`${text}`],
    sections: [{ rows: nearest.map(({ name, about }) => ({ line: lang === 'zh' ? rich`${name.zh}：${about.zh}` : rich`${name.en}: ${about.en}`, beside: { label: name[lang], run: { command: name.en, args: {} } } })) }],
    actions: [{ label: lang === 'zh' ? '全部命令' : 'All commands', run: ways.help() }],
    refused: 'again',
  }
}
