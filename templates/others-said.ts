// What other units of a task said last, on its card: a line each, those with something in the way first.
import type { Day } from '#src/calendar/day.ts'
import type { OtherSaid } from '#src/queries/others-said.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { reportWords } from './report-words.ts'
import { plain, rich, type Rich } from './rich.ts'

/** The rest is in 全文. */
const shownAtMost = 3
const wordsAtMost = 90

/** 县公安局(7月2日，沈若兰代录)：正常推进，进度60%：已整改12处 */
export function othersSaidLines(others: readonly OtherSaid[], lang: Lang, today: Day): Rich[] {
  const shown = others.slice(0, shownAtMost).map((each) => otherLine(each, lang, today))
  const left = others.length - shown.length
  return left === 0 ? shown : [...shown, lang === 'zh' ? rich`另有${left}家也报过` : rich`${left} more have reported`]
}

function otherLine({ name, report, recordedBy, late }: OtherSaid, lang: Lang, today: Day): Rich {
  const day = shortDay(report.on, lang, today)
  const words = cutTo(plain(reportWords(report, lang)), wordsAtMost)
  if (lang === 'zh') return rich`${name}(${[day, ...(recordedBy === undefined ? [] : [`${recordedBy}代录`]), ...(late ? ['迟报'] : [])].join('，')})：${words}`
  return rich`${name} (${[day, ...(recordedBy === undefined ? [] : [`recorded by ${recordedBy}`]), ...(late ? ['late'] : [])].join(', ')}): ${words}`
}
