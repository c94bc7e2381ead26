// What cards about rounds say of units: 各乡镇 20镇已报18, who is missing, who was late.
import type { RoundStanding, UnitStanding } from '#src/queries/round-standing.ts'
import type { UnitId } from '#src/ledger/ids.ts'
import type { Lang } from './card.ts'
import { counted } from './counted.ts'
import { cutTo } from './cut-to.ts'
import { rich, strong, type Rich } from './rich.ts'

/** So many names or numbers stand in a line. */
const namesShown = 8
const answerAtMost = 150

/** Names joined, those that do not fit counted. @param counter the measure word; none where it stands behind */
export function namesWords(names: readonly string[], lang: Lang, most = namesShown, counter = '个'): string {
  const zh = lang === 'zh'
  const shown = names.slice(0, most).join(zh ? '、' : ', ')
  if (names.length <= most) return shown
  return zh ? `${shown}等${names.length}${counter}` : `${shown} and ${names.length - most} more`
}

/** Tasks by their numbers, between 第 and 项. */
export const numbersWords = (numbers: readonly number[], lang: Lang): string => namesWords(numbers.map(String), lang, namesShown, '')

/** 20镇, where all members are such; else 20家. */
function membersWords({ voices }: UnitStanding): string {
  const ending = ['镇', '乡', '街道'].find((end) => voices.every(({ name }) => name.endsWith(end)))
  return `${voices.length}${ending ?? (voices.every(({ name }) => /[镇乡]$/.test(name)) ? '个乡镇' : '家')}`
}

export const hasAnswered = ({ voices }: UnitStanding): boolean => voices.every(({ silent }) => silent.length === 0)

/** A unit that has not answered all: how much is missing, or of a group who. */
export function unitLine(unit: UnitStanding, lang: Lang): Rich {
  const zh = lang === 'zh'
  const { name, isGroup, tasks, voices } = unit
  const silent = voices.filter((voice) => voice.silent.length > 0)
  const nobody = voices.filter(({ canBeAsked }) => !canBeAsked).map((voice) => voice.name)
  const noContact = nobody.length === 0 ? '' : isGroup ? (zh ? `；没有联络员：${namesWords(nobody, lang)}` : `; no contact: ${namesWords(nobody, lang)}`) : zh ? '，没有联络员' : ', no contact'
  if (isGroup) {
    const missing = namesWords(silent.map((voice) => voice.name), lang)
    const counts = zh ? `${membersWords(unit)}已报${voices.length - silent.length}` : `${voices.length - silent.length} of ${voices.length} reported`
    return zh ? rich`${strong(name)} · ${counts}${missing === '' ? '' : `，未报：${missing}`}${noContact}` : rich`${strong(name)} · ${counts}${missing === '' ? '' : `; missing: ${missing}`}${noContact}`
  }
  const missing = silent.flatMap((voice) => voice.silent)
  return zh ? rich`${strong(name)} · ${tasks.length}项未报${missing.length}：第${numbersWords(missing, lang)}项${noContact}` : rich`${strong(name)} · ${missing.length} of ${tasks.length} missing: ${numbersWords(missing, lang)}${noContact}`
}

/** 应报21家，已报18、未报3，其中迟报1. */
export function countWords({ asked, answered, late }: RoundStanding, lang: Lang): string {
  const silent = asked - answered
  if (asked === 0) return lang === 'zh' ? '没有需要报送的单位' : 'no unit is asked'
  const lateWords = late === 0 ? '' : lang === 'zh' ? `，迟报${late}` : `, ${late} late`
  return lang === 'zh' ? `应报${asked}家，已报${answered}、未报${silent}${lateWords}` : `${counted(asked, 'unit')} asked, ${answered} answered, ${silent} did not${lateWords}`
}

/** What was answered to the round's question, a row each; who reported without an answer is named in one. */
export function answerRows({ answers }: RoundStanding, nameOf: (unit: UnitId) => string, lang: Lang): Rich[] {
  const zh = lang === 'zh'
  const given = answers.flatMap(({ unit, task, words }) => (words === undefined ? [] : zh ? rich`${strong(nameOf(unit))} 第${task}项：${cutTo(words, answerAtMost)}` : rich`${strong(nameOf(unit))}, ${task}: ${cutTo(words, answerAtMost)}`))
  const missing = answers.flatMap(({ unit, task, words }) => (words !== undefined ? [] : zh ? `${nameOf(unit)}第${task}项` : `${nameOf(unit)} ${task}`))
  return [...(missing.length === 0 ? [] : [zh ? rich`未答：${namesWords(missing, lang)}` : rich`Not answered: ${namesWords(missing, lang)}`]), ...given]
}

/** Those that have, in one line. */
export function answeredLine(units: readonly UnitStanding[], lang: Lang): Rich | undefined {
  const done = units.filter(hasAnswered).map((unit) => `${unit.name}${unit.voices.some(({ late }) => late.length > 0) ? (lang === 'zh' ? '(迟报)' : ' (late)') : ''}`)
  if (done.length === 0) return undefined
  return lang === 'zh' ? rich`✅ 已报：${cutTo(namesWords(done, lang, 30), 400)}` : rich`✅ Answered: ${cutTo(namesWords(done, lang, 30), 400)}`
}
