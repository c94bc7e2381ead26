// What a review found of a task, wherever the task is shown: beside its light, which it does not change, and in a line on its card.
import type { Day } from '#src/calendar/day.ts'
import type { TaskCard } from '#src/queries/task-card.ts'
import type { Lang } from './card.ts'
import { cutTo } from './cut-to.ts'
import { shortDay } from './day-words.ts'
import { outcomeName, reviewKindWords } from './review-kind-words.ts'
import { rich, type Rich } from './rich.ts'

const wordsShown = 120
/** What was found before is in 记录. */
const linesShown = 3

const words = {
  zh: { discrepant: '（督查有出入）', rectify: '（整改中）', line: (day: string, kind: string, outcome: string, said: string) => `🔎 ${day}${kind}：${outcome}${said === '' ? '' : `（${said}）`}`, makes: (no: number, due: string) => ` → 整改任务${no}${due === '' ? '' : `，${due}前`}`, done: (no: number) => ` → 整改任务${no}已办结` },
  en: { discrepant: ' (a review found otherwise)', rectify: ' (being put right)', line: (day: string, kind: string, outcome: string, said: string) => `🔎 ${day}, ${kind}: ${outcome}${said === '' ? '' : ` (${said})`}`, makes: (no: number, due: string) => ` → to be put right as task ${no}${due === '' ? '' : ` by ${due}`}`, done: (no: number) => ` → put right: task ${no} is done` },
} satisfies Record<Lang, unknown>

/** Beside a light: that the last review found it otherwise than it was said, until a later one does not, it was put right, or the task is done. */
export function foundMark({ found, status }: Pick<TaskCard, 'found' | 'status'>, lang: Lang): string {
  const last = found?.at(-1)
  if (last === undefined || last.outcome === 'confirmed' || status === 'accepted' || last.putRight?.isDone === true) return ''
  return words[lang][last.outcome]
}

/** 7月10日督查：有出入（填报3所，现场2所）. */
export function foundLines({ found = [] }: Pick<TaskCard, 'found'>, lang: Lang, today: Day): Rich[] {
  const w = words[lang]
  return found.slice(-linesShown).map(({ day, kind, outcome, words: said = '', putRight }) => {
    const due = putRight?.due === undefined ? '' : shortDay(putRight.due, lang, today)
    return rich`${w.line(shortDay(day, lang, today), reviewKindWords[lang][kind], outcomeName[lang][outcome], cutTo(said, wordsShown))}${putRight === undefined ? '' : putRight.isDone ? w.done(putRight.number) : w.makes(putRight.number, due)}`
  })
}
