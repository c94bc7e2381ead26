// What a report says, in a few words: 正常推进，进度60%：已完成招标. One that was recorded for the unit says so, and who said it.
import type { Claim, Report } from '#src/ledger/assignment.ts'
import { figureOf } from '#src/ledger/report.ts'
import type { Lang } from './card.ts'
import { shortDay } from './day-words.ts'
import { rich, type Rich } from './rich.ts'
import { howWords } from './spoken-how.ts'

export const stateName: Record<Lang, Record<Report['state'], string>> = {
  zh: { normal: '正常推进', difficulty: '有困难', blocked: '受阻' },
  en: { normal: 'on track', difficulty: 'in difficulty', blocked: 'blocked' },
}

/** 迟报: it answers a round after that round's last day. */
export const lateWord = (late: boolean, lang: Lang): string => (!late ? '' : lang === 'zh' ? '（迟报）' : ' (late)')

/** The unit's own words: the problem where there is one, else what was done. A bare 正常推进 is its word alone (自报). A figure only where somebody gave one. */
export function reportWords(report: Pick<Report, 'state' | 'progress' | 'stated' | 'done' | 'problem' | 'needs' | 'next' | 'answer' | 'onBehalf'>, lang: Lang): Rich {
  const { state, done, problem, needs, next, answer, onBehalf } = report
  const ahead = next === undefined || next.trim() === '' ? undefined : lang === 'zh' ? `下一步${next}` : `next: ${next}`
  const answered = answer === undefined ? undefined : lang === 'zh' ? `答：${answer.words}` : `answer: ${answer.words}`
  const said = [problem, done, answered, ahead].filter((words) => words !== undefined && words.trim() !== '').join(lang === 'zh' ? '；' : '; ')
  const isOwnWord = state === 'normal' && said === ''
  const name = `${stateName[lang][state]}${isOwnWord ? (lang === 'zh' ? '(自报)' : ' (the unit’s word alone)') : ''}`
  const figure = figureOf(report)
  if (lang === 'zh') return rich`${name}${figure === undefined ? '' : `，进度${figure}%`}${said === '' ? '' : `：${said}`}${needs === undefined || needs === '' ? '' : `（需${needs}协调）`}${onBehalf === undefined ? '' : behalfWords(onBehalf, lang)}`
  return rich`${name}${figure === undefined ? '' : `, ${figure}%`}${said === '' ? '' : `: ${said}`}${needs === undefined || needs === '' ? '' : ` (needs ${needs})`}${onBehalf === undefined ? '' : behalfWords(onBehalf, lang)}`
}

/** A completion as it was said: 申请办结：3所已投用（代录：王科长6月24日电话）. */
export const claimWords = ({ words, onBehalf }: Pick<Claim, 'words' | 'onBehalf'>, lang: Lang): Rich =>
  rich`${lang === 'zh' ? '申请办结：' : 'Said to be done: '}${words}${onBehalf === undefined ? '' : behalfWords(onBehalf, lang)}`

/** 代录: who said it, when and how. The year is left out: what is older stands under its own day. */
export const behalfWords = (onBehalf: NonNullable<Report['onBehalf']>, lang: Lang): string => (lang === 'zh' ? `（${recordedWords(onBehalf, lang)}）` : ` (${recordedWords(onBehalf, lang)})`)

export function recordedWords({ who, on, how }: NonNullable<Report['onBehalf']>, lang: Lang): string {
  const day = shortDay(on, lang, on)
  return lang === 'zh' ? `代录：${who}${day}${howWords(how, lang)}` : `as told by ${[who, day, howWords(how, lang)].join(', ')}`
}
