// One thing that happened, in a line: 6月15日 09:12 县教育局 苏晚晴 填报 有困难 50%，“资金未到位”；7月2日 09:36 沈若兰 同意延期（县教育局） 7月10日→7月31日
import type { Day } from '#src/calendar/day.ts'
import type { Happening } from '#src/queries/task-history.ts'
import { actVerb, givenVerbs } from './act-verbs.ts'
import { actName, givenNames } from './act-words.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { momentWords, shortDay } from './day-words.ts'
import { choiceWords } from './decided.ts'
import { outcomeName } from './review-kind-words.ts'
import { inBrackets } from './quoted.ts'
import { behalfWords } from './report-words.ts'
import { rich, strong, type Rich } from './rich.ts'

/** Somebody's words in a line; whole in 全文. */
const saidAtMost = 120

const states: Record<Lang, Record<NonNullable<Happening['state']>, string>> = {
  zh: { normal: '正常推进', difficulty: '有困难', blocked: '受阻' },
  en: { normal: 'on track', difficulty: 'in difficulty', blocked: 'blocked' },
}

/** @param time the wall time of the act */
export function happeningLine(happening: Happening, time: string, lang: Lang, today: Day): Rich {
  const zh = lang === 'zh'
  const { on, by, what, unit, of, given, isUndone } = happening
  const who = [unit, by ?? (zh ? '系统' : 'the system')].filter((name) => name !== undefined).join(' ')
  const facts = factsOf(happening, lang, today)
  const undone = isUndone ? (zh ? '（已撤销）' : ' (taken back)') : ''
  const part = of === undefined ? '' : inBrackets(of.join(zh ? '、' : ', '), lang)
  return rich`${momentWords(on, time, lang, today)} ${who} ${strong(given === undefined ? (zh ? actName(what, lang) : actVerb(what)) : (zh ? givenNames : givenVerbs)[given])}${part}${facts === '' ? '' : ` ${facts}`}${undone}`
}

function factsOf({ state, progress, from, day, to, file, said, needs, onBehalf, upheld, decided, outcome, ordered }: Happening, lang: Lang, today: Day): string {
  const zh = lang === 'zh'
  const report = [state === undefined ? '' : states[lang][state], progress === undefined ? '' : `${progress}%`].filter((part) => part !== '').join(zh ? ' ' : ', ')
  const date = day === undefined ? '' : from === undefined ? shortDay(day, lang, today) : `${shortDay(from, lang, today)}→${shortDay(day, lang, today)}`
  const ruled = upheld === undefined ? '' : upheld ? (zh ? '成立' : 'upheld') : zh ? '不成立' : 'not upheld'
  const words = said.length === 0 ? '' : zh ? `“${cutTo(said.join('；'), saidAtMost)}”` : `“${cutTo(said.join('; '), saidAtMost)}”`
  const helper = needs === undefined ? '' : zh ? `需${needs}协调` : `needs ${needs}`
  const passed = ordered !== undefined ? (zh ? `关于本项，编号${ordered}` : `about this, number ${ordered}`) : to === undefined ? '' : `→ ${to}`
  return [report, outcome === undefined ? '' : outcomeName[lang][outcome], ruled, decided === undefined ? '' : choiceWords(decided, lang), date, passed, file ?? '', words, helper].filter((part) => part !== '').join(zh ? '，' : ', ') + (onBehalf === undefined ? '' : behalfWords(onBehalf, lang))
}
