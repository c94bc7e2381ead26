// For somebody who answers for no unit any more: who does now. Their Home, and what 我的 shows.
import type { FormerUnits } from '#src/queries/former-units.ts'
import type { Card, Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { homeFooter, type Seen } from './home-footer.ts'
import { rich, type Rich } from './rich.ts'
import { ways } from './ways.ts'

export function homeFormer(facts: FormerUnits, name: string, seen: Seen, lang: Lang): Card {
  const zh = lang === 'zh'
  const [first, ...rest] = [...handedOverWords(facts, seen, lang), ...otherWords(facts, lang)]
  const head = zh ? `您名下现在没有单位的任务。${first ?? ''}` : `You have no unit's tasks now. ${first ?? ''}`
  const who = seen.secretaries.length === 0 ? (zh ? '督查室' : 'the secretary') : zh ? `督查室(${seen.secretaries.join('、')})` : `the secretary (${seen.secretaries.join(', ')})`
  return {
    text: head,
    title: zh ? `${name}，您好` : `Hello, ${name}`,
    lines: [rich`${head}`, ...rest.map((line): Rich => rich`${line}`), zh ? rich`不对的话，请联系${who}。` : rich`If that is wrong, tell ${who}.`],
    actions: [{ label: zh ? '汇总' : 'Summary', run: ways.summary() }, { label: zh ? '帮助' : 'Help', run: ways.help() }],
    footer: homeFooter(seen, lang),
  }
}

const namesIn = (names: readonly string[], lang: Lang): string => cutTo(names.join(lang === 'zh' ? '、' : ', '), 60)

const handedOverWords = ({ handedOver }: FormerUnits, { today }: Seen, lang: Lang): string[] =>
  handedOver.map(({ to, on, units }) => (lang === 'zh' ? `您的工作${shortDay(on, lang, today)}起由${to}负责：${namesIn(units, lang)}。` : `${to} has had your work since ${shortDay(on, lang, today)}: ${namesIn(units, lang)}.`))

const otherWords = ({ others }: FormerUnits, lang: Lang): string[] =>
  others.map(({ unit, now }) => {
    if (now.length === 0) return lang === 'zh' ? `${unit}现在没有联络员。` : `${unit} has no contact now.`
    return lang === 'zh' ? `${unit}现在由${namesIn(now, lang)}负责。` : `${namesIn(now, lang)} answers for ${unit} now.`
  })
