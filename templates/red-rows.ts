// The worst that are behind, on the leader's screen: who and how late, and in grey why and what comes next.
import type { Day } from '#src/calendar/day.ts'
import type { Summary } from '#src/queries/summary.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Lang, Row } from './card.ts'
import { cutTo } from './cut-to.ts'
import { lightMark } from './light-words.ts'
import { nextStep } from './next-step.ts'
import { openTask } from './open-task.ts'
import { rich, type Rich } from './rich.ts'
import { redLine } from './task-line.ts'
import type { Passage } from './within-screen.ts'

/** So many are named on the screen. */
const redsNamed = 3
/** What is left of a cause or a next step on a phone. */
const causeAtMost = 36

/** 🔴 滞后9项，先列最急的3项: those that are not named are counted. */
export function redsHeading({ lights: { red } }: Pick<Summary, 'lights'>, named: number, lang: Lang): Rich {
  if (lang === 'zh') return rich`${lightMark.red} 滞后${red}项${named < red ? `，先列最急的${named}项` : ''}`
  return rich`${lightMark.red} ${red} behind${named < red ? `, the worst ${named} first` : ''}`
}

/** The worst, each with its cause where there is room. */
export function redRows({ reds: worst }: Pick<Summary, 'reds'>, { today, isNumbered, isCrowded }: { today: Day; isNumbered: (task: TaskCard) => boolean; isCrowded: boolean }, lang: Lang): Passage {
  const reds = worst.slice(0, redsNamed)
  const row = (task: TaskCard): Row => ({ line: redLine(task, lang, today, isNumbered(task)), beside: openTask(task, lang, isNumbered(task)) })
  return [
    { rank: 2, rows: reds.slice(0, 1).map(row) },
    { rank: 2.1, rows: reds.map(row) },
    // What waits for a decision is read before why others are behind.
    { rank: isCrowded ? 9 : 2.2, rows: reds.map((task) => ({ ...row(task), note: causeLine(task, today, lang) })) },
  ]
}

/** Why it is behind and what comes next, in the unit's own words where it gave any. */
function causeLine(task: TaskCard, today: Day, lang: Lang): Rich {
  const zh = lang === 'zh'
  const { why, lead } = task
  const said = why.rule === 'blocked' || why.rule === 'overdue' || why.rule === 'milestone-overdue' ? why.problem : undefined
  const words = said ?? lead?.report?.problem ?? lead?.report?.done
  const cause = words === undefined || words === '' ? (zh ? '单位未说明' : 'the unit gave none') : cutTo(words, causeAtMost).replace(/[。.；;，,]$/, '')
  const next = nextStep(task, lang, today)
  if (next === undefined) return zh ? rich`原因：${cause}` : rich`Cause: ${cause}`
  return zh ? rich`原因：${cause}；下一步：${next}` : rich`Cause: ${cause}; next: ${next}`
}
