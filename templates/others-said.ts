// Where other units of a task stand, on its card: a line each, those with something in the way first.
import type { Day } from '#src/calendar/day.ts'
import type { PartQuestion } from '#src/ledger/part-question.ts'
import type { OtherSaid } from '#src/queries/others-said.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { claimWords, reportWords } from './report-words.ts'
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

function otherLine(other: OtherSaid, lang: Lang, today: Day): Rich {
  const { name, recordedBy, said } = other
  const day = shortDay(said.on, lang, today)
  const late = other.is === 'reported' && other.late
  const words = cutTo(saidWords(other, lang), wordsAtMost)
  if (lang === 'zh') return rich`${name}(${[day, ...(recordedBy === undefined ? [] : [`${recordedBy}代录`]), ...(late ? ['迟报'] : [])].join('，')})：${words}`
  return rich`${name} (${[day, ...(recordedBy === undefined ? [] : [`recorded by ${recordedBy}`]), ...(late ? ['late'] : [])].join(', ')}): ${words}`
}

function saidWords(other: OtherSaid, lang: Lang): string {
  const zh = lang === 'zh'
  switch (other.is) {
    case 'reported': return plain(reportWords(other.said, lang))
    case 'claimed': return plain(claimWords(other.said, lang))
    case 'disowned': return disownedWords(other.said, lang)
    case 'returned': return `${other.said.reopenedBy === undefined ? (zh ? '退回：' : 'sent back: ') : zh ? '恢复办理：' : 'opened again: '}${other.said.reason}`
    case 'accepted': return zh ? '已办结' : 'done'
  }
}

/** 认为不归其负责，应是县妇联：我们不管家校，待督查室核定 */
function disownedWords({ words, should }: PartQuestion, lang: Lang): string {
  const zh = lang === 'zh'
  const whose = should === undefined ? '' : zh ? `，应是${should}` : `, it should be ${should}`
  const why = words === '' ? '' : `${zh ? '：' : ': '}${cutTo(words, 40)}`
  return zh ? `认为不归其负责${whose}${why}，待督查室核定` : `says that it is not its part${whose}${why}; waits for the secretary`
}
